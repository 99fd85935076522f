"""The Indonesian reading of ceasefire: one distribution, one language and six extractors, each its own plugin."""

__version__ = "0.1.0.dev0"
