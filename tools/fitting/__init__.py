"""What `tools/fit_decisions.py` is made of: annotated articles, the rows that scorers learn from, the fit itself."""
