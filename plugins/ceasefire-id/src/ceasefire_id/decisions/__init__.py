"""Decisions between candidates: linear scorers whose weights are a file that people can read."""

from ceasefire_id.decisions.linear import Linear, load

__all__ = ["Linear", "load"]
