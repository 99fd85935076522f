"""Words that several extractors share, as data: TOML files beside this module, each with its source.

A file holds tables of lists or of keys and values; `load("times")` reads `times.toml` once per call site's
need. Nothing is read at import.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import tomli

__all__ = ["load"]


@cache
def load(name: str) -> dict[str, Any]:
    """The lexicon file of that name, as TOML gives it. Do not change what you get: it is shared."""
    return tomli.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
