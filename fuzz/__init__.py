"""Reads a great many made-up and damaged articles and checks each report: `python -m fuzz run --seed 1`.

Input number n of a seed is always the same text, so a run can be interrupted, taken up again and repeated, and one
input can be shown by its number.
"""
