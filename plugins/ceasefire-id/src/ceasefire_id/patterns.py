"""What patterns of several extractors are composed with."""

from __future__ import annotations

from collections.abc import Iterable

import regex

__all__ = ["alternatives"]


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of these words or phrases, longest first, white space in them being any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(regex.escape(word, literal_spaces=True).replace(" ", r"\s+") for word in ordered) + ")"
