"""Numbers that are years: by the words and signs beside them, from 1900 to 2100, without a grouping point."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ceasefire.document import Document
from ceasefire_id.numbers.numerals import Numeral, word_after
from ceasefire_id.patterns import LazyPattern

__all__ = ["Years"]

#: the authors of a work in brackets, before its year: `(Sutomo & Hadi, 1987)`
_CITED = LazyPattern(r"\(\p{Lu}[\p{L}.'-]*(?:(?: & |,? )(?:\p{Lu}[\p{L}.'-]*|dan|dkk\.?|et al\.?))*,? $")
_COMMA = LazyPattern(r",[^\S\r\n]++")
_FIRST, _LAST = 1900, 2100
#: a bound of time before a year
_BOUNDS = frozenset({"hingga", "sampai", "antara"})


class Years:
    """Tells years. Built once from the lexicon."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        years = lexicon["years"]
        self._strong = frozenset(years["before"]) | frozenset(lexicon["units"]["date"])
        self._weak = frozenset(years["weak"])
        self._after = frozenset(years["after"])
        self._links = frozenset(years["links"])
        self._counted = frozenset(years["counted"])

    def holds(self, document: Document, numeral: Numeral, last: Numeral, before: str) -> bool:
        """Whether the number (up to `last`, where it is a range) is a year, a span of years or a decade."""
        if not _FIRST <= numeral.low <= _LAST:
            return False
        word = document.words.folded[numeral.first]
        if word[4:] == "-an" and word[:4].isdecimal():
            return word[3] == "0"
        if not numeral.plain or len(word) != 4:
            return False
        following = word_after(document, last.last)
        if before in self._strong:
            return True
        if following in self._counted:
            return False
        if last is not numeral and last.plain and last.low <= _LAST:
            return True
        if before in self._weak or following in self._after:
            return True
        if before in self._links and (before in _BOUNDS or _is_year_at(document, numeral.first - 2)):
            return True
        return _in_brackets(document, numeral) or _after_year_and_comma(document, numeral.first)


def _is_year_at(document: Document, number: int) -> bool:
    """Whether the word of that number is a year in digits."""
    word = document.words.folded[number] if number >= 0 else ""
    return len(word) == 4 and word.isdecimal() and _FIRST <= int(word) <= _LAST


def _after_year_and_comma(document: Document, first: int) -> bool:
    """`2014, 2016 dan 2018`."""
    words = document.words
    listed = first > 0 and _COMMA.fullmatch(document.text, words.ends[first - 1], words.starts[first])
    return bool(listed) and _is_year_at(document, first - 1)


def _in_brackets(document: Document, numeral: Numeral) -> bool:
    """`(2003)`, or after a slash or dash that follows another number: `9/11/2025`, `2013–2014`."""
    text, start = document.text, document.words.starts[numeral.first]
    if text[max(0, start - 1) : start] + text[numeral.end : numeral.end + 1] == "()":
        return True
    if text[numeral.end : numeral.end + 1] in (")", ";", ":") and _CITED.search(text, max(0, start - 60), start):
        return True
    return start >= 2 and text[start - 1] in "/-–" and text[start - 2].isdecimal()
