"""What a number measures where its unit or its frame says that it is no plain count of things or people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import regex

from ceasefire.document import Document
from ceasefire_id.numbers.numerals import Numeral, word_after, word_before

__all__ = ["Measures"]

_MONEY_SIGN = regex.compile(r"(?:[$€£¥]|\bRp\.?)\s?$", regex.V1 | regex.IGNORECASE)
_PERCENT = regex.compile(r"\s?%", regex.V1)
_CLOCK_PART = regex.compile(r"\d?\d:\s?\d", regex.V1)
#: `Nomor 5 Tahun 2017`
_YEAR_AFTER = regex.compile(r"\s+tahun\s+(?:19|20)\d\d\b", regex.V1 | regex.IGNORECASE)
_LIST_NUMBER = regex.compile(r"[.)]\s", regex.V1)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class Measures:
    """Tells units and frames. Built once from the lexicon."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        units: Mapping[str, list[str]] = lexicon["units"]
        self._units: dict[str, str] = {word: kind for kind, words in units.items() for word in words if " " not in word}
        self._pairs: dict[tuple[str, ...], str] = {
            tuple(word.split()): kind for kind, words in units.items() for word in words if " " in word
        }
        self._frames: dict[str, str] = {word: kind for kind, words in lexicon["frames"].items() for word in words}
        self._years_after = frozenset(lexicon["years"]["before"])
        self._years_weakly_after = frozenset(lexicon["years"]["weak"])
        self._links = frozenset(lexicon["years"]["links"])
        self._counted = frozenset(lexicon["years"]["counted"])
        self._years_before = frozenset(lexicon["years"]["after"])
        self._aged = frozenset(lexicon["ages"]["nouns"])
        self._months = frozenset(units["date"])

    def of(self, document: Document, numeral: Numeral, last: Numeral) -> str | None:
        """What the number from `numeral` to `last` (the same where it is no range) measures; null is a plain count."""
        unit = self._unit(document, last)
        before = word_before(document, numeral.first)
        if unit == "time" and (before in self._aged or self._frames.get(before) == "age"):
            return "age"
        if unit == "time" and numeral.plain and _YEAR_AFTER.match(document.text, last.end):
            return "label"
        if unit == "date" and not self._may_be_day(document, last):
            unit = None
        return unit or self._frame(document, numeral, last, before) or self._layout(document, numeral, last)

    def _unit(self, document: Document, last: Numeral) -> str | None:
        """By the word or sign after the number."""
        if last.glued:
            return self._units.get(last.glued)
        if _PERCENT.match(document.text, last.end):
            return "share"
        following = word_after(document, last.last)
        if not following:
            return None
        pair = self._pairs.get((following, word_after(document, last.last + 1)))
        kind = pair or self._units.get(following)
        # one letter is a unit only after digits
        return kind if kind and (len(following) > 2 or document.text[last.end - 1].isdecimal()) else None

    def _may_be_day(self, document: Document, last: Numeral) -> bool:
        following = last.glued or word_after(document, last.last)
        if following == "h" or following.startswith("hij"):
            return 1300 <= last.low <= 1600
        return last.low <= 31 or following == "masehi"

    def _frame(self, document: Document, numeral: Numeral, last: Numeral, before: str) -> str | None:
        """By the word or sign before the number."""
        start = document.words.starts[numeral.first]
        if _MONEY_SIGN.search(document.text, max(0, start - 5), start):
            return "money"
        kind = self._frames.get(before)
        if kind and (kind not in {"label", "phone"} or numeral.plain):
            return kind
        if before == "jam" and numeral.low <= 24 and (numeral.plain or numeral.decimal):
            return "clock"
        if self._is_year(document, numeral, before):
            return "date"
        are_years = last is not numeral and numeral.plain and last.plain
        if are_years and _FIRST_YEAR <= numeral.low < last.low <= _LAST_YEAR:
            return None if word_after(document, last.last) in self._counted else "date"
        return None

    def _is_year(self, document: Document, numeral: Numeral, before: str) -> bool:
        if not _FIRST_YEAR <= numeral.low <= _LAST_YEAR:
            return False
        word = document.words.folded[numeral.first]
        if len(word) == 7 and word.endswith("-an") and word[:4].isdecimal() and word[3] == "0":
            return True
        if not (numeral.plain and len(word) == 4):
            return False
        following = word_after(document, numeral.last)
        if before in self._years_after or before in self._months:
            return True
        if following in self._counted:
            return False
        if before in self._years_weakly_after:
            return True
        if before in self._links and (
            before in {"hingga", "sampai", "antara"} or _ends_year(document, numeral.first - 2)
        ):
            return True
        if following in self._years_before:
            return True
        start, end = document.words.starts[numeral.first], numeral.end
        around = document.text[max(0, start - 1) : start] + document.text[end : end + 1]
        return around == "()" or (
            around[:1] in "/-–" and around != "" and document.text[start - 2 : start - 1].isdecimal()
        )

    def _layout(self, document: Document, numeral: Numeral, last: Numeral) -> str | None:
        """By what stands around the number: `(24)`, `, 38,`, `10/11`, `12:00`, `2-1`, `2. `."""
        text, start, end = document.text, document.words.starts[numeral.first], last.end
        previous, following = text[max(0, start - 1) : start], text[end : end + 1]
        if not (numeral.plain or numeral.decimal):
            return None
        if previous == "/" or following == "/":
            return "date" if numeral.plain else "share"
        if (following == ":" and _CLOCK_PART.match(text, start)) or (
            previous == ":" and text[start - 2 : start - 1].isdecimal()
        ):
            return "clock"
        if previous and previous in "-–" and text[start - 2 : start - 1].isdecimal():
            return "score"
        if following and following in "-–" and text[end + 1 : end + 2].isdecimal():
            return "score"
        if self._is_age(document, numeral, previous, following):
            return "age"
        if numeral.plain and text[start] == "0" and end - start > 1:
            return "label"
        if document.paragraph_at(start).start in {start, start - 1} and _LIST_NUMBER.match(text, end):
            return "list"
        return None

    def _after_digit(self, document: Document, start: int, signs: str) -> bool:
        """Whether one of `signs` and a digit before it stand before `start`."""
        return start >= 2 and document.text[start - 1] in signs and document.text[start - 2].isdecimal()

    def _is_age(self, document: Document, numeral: Numeral, previous: str, following: str) -> bool:
        """`Ahmad (24)`, `Ahmad, 38,`: after a name."""
        start = document.words.starts[numeral.first]
        if numeral.first == 0 or not numeral.plain or not 0 < numeral.low < 120:
            return False
        gap = document.text[document.words.ends[numeral.first - 1] : start]
        named = document.text[document.words.starts[numeral.first - 1]].isupper()
        bracketed = gap.strip() == "(" and following == ")"
        between_commas = gap.strip() == "," and following == ","
        return named and (bracketed or between_commas)


def _ends_year(document: Document, number: int) -> bool:
    """Whether the word of that number is a year in digits."""
    word = document.words.folded[number] if number >= 0 else ""
    return len(word) == 4 and word.isdecimal() and _FIRST_YEAR <= int(word) <= _LAST_YEAR
