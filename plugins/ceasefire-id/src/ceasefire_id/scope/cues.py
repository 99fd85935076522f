"""The words that decisions about pauses look for around a candidate, as `lexicon/cues.toml` lists them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ceasefire_id import lexicon

__all__ = ["cues"]


@cache
def cues() -> Mapping[str, frozenset[str]]:
    """The lists by name, read once a process."""
    return {name: frozenset(words) for name, words in lexicon.load("cues").items()}
