"""What a number measures where its unit or its frame says that it is no plain count of things or people.

`money`, `distance`, `area`, `weight`, `volume`, `speed`, `degree`, `calibre`, `share` (per cent), `times` (kali),
`time` (a length), `age`, `clock`, `date`, `score`, `label` (a resolution, a unit, a law), `phone`, `list` (its number).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ceasefire.document import Document
from ceasefire_id.numbers.numerals import Numeral, word_after, word_before
from ceasefire_id.numbers.years import Years
from ceasefire_id.patterns import LazyPattern

__all__ = ["Measures"]

_MONEY_SIGN = LazyPattern(r"(?:[$€£¥]|\bRp\.?)\s?$", ignore_case=True)
_PERCENT = LazyPattern(r"\s?%")
_CLOCK_PART = LazyPattern(r"\d?\d:\s?\d")
#: `Nomor 5 Tahun 2017`
_YEAR_AFTER = LazyPattern(r"\s+tahun\s+(?:19|20)\d\d\b", ignore_case=True)
_LIST_NUMBER = LazyPattern(r"[.)]\s")
#: frames that make a label of digits only: `Pasal 5`, but not `unit dua orang`
_OF_DIGITS = frozenset({"label", "phone"})


class Measures:
    """Tells units and frames. Built once from the lexicon."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        units: Mapping[str, list[str]] = lexicon["units"]
        self._units: dict[str, str] = {}
        self._pairs: dict[tuple[str, ...], str] = {}
        for kind, words in units.items():
            for word in words:
                if " " in word:
                    self._pairs[tuple(word.split())] = kind
                else:
                    self._units[word] = kind
        self._frames: dict[str, str] = {word: kind for kind, words in lexicon["frames"].items() for word in words}
        self._number_words = frozenset({*lexicon["digits"], *lexicon["fused"]})
        self._years = Years(lexicon)
        self._aged = frozenset(lexicon["ages"]["nouns"])

    def of(self, document: Document, numeral: Numeral, last: Numeral) -> str | None:
        """What the number from `numeral` to `last` (the same where it is no range) measures; null is a plain count."""
        unit = self._unit(document, last)
        before = word_before(document, numeral.first)
        if unit == "time" and (before in self._aged or self._frames.get(before) == "age"):
            return "age"
        if unit == "time" and numeral.plain and _YEAR_AFTER.match(document.text, last.end, last.end + 20):
            return "label"
        if unit == "date" and not self._may_be_day(document, last):
            unit = None
        return unit or self._frame(document, numeral, last, before) or self._layout(document, numeral, last)

    def _unit(self, document: Document, last: Numeral) -> str | None:
        """By the word or sign after the number."""
        if last.glued:
            return self._units.get(last.glued)
        if _PERCENT.match(document.text, last.end, last.end + 2):
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
        if kind and (kind not in _OF_DIGITS or numeral.plain):
            return kind
        if before == "jam" and numeral.low <= 24 and (numeral.plain or numeral.decimals):
            return "clock"
        return "date" if self._years.holds(document, numeral, last, before) else None

    def _layout(self, document: Document, numeral: Numeral, last: Numeral) -> str | None:
        """By what stands around the number: `(24)`, `, 38,`, `10/11`, `12:00`, `2-1`, `2. `."""
        if not (numeral.plain or numeral.decimals):
            return None
        text, start, end = document.text, document.words.starts[numeral.first], last.end
        previous, following = text[max(0, start - 1) : start], text[end : end + 1]
        if previous == "/" or following == "/":
            return "date" if numeral.plain else "share"
        if (following == ":" and _CLOCK_PART.match(text, start, start + 5)) or _digit_before(text, start, ":"):
            return "clock"
        if _digit_before(text, start, "-–") or (
            following and following in "-–" and text[end + 1 : end + 2].isdecimal()
        ):
            return "score"
        if _is_age(document, numeral, following, self._number_words):
            return "age"
        if numeral.plain and text[start] == "0" and end - start > 1:
            return "label"
        if document.paragraph_at(start).start in {start, start - 1} and _LIST_NUMBER.match(text, end, end + 2):
            return "list"
        return None


def _digit_before(text: str, start: int, signs: str) -> bool:
    """Whether one of `signs` and a digit before it stand before `start`."""
    return start >= 2 and text[start - 1] in signs and text[start - 2].isdecimal()


def _is_age(document: Document, numeral: Numeral, following: str, number_words: frozenset[str]) -> bool:
    """`Ahmad (24)`, `Ahmad, 38,`: after a name."""
    if numeral.first == 0 or not numeral.plain or not 0 < numeral.low < 120:
        return False
    words, text = document.words, document.text
    gap = text[words.ends[numeral.first - 1] : words.starts[numeral.first]].strip()
    named = text[words.starts[numeral.first - 1]].isupper() and words.folded[numeral.first - 1] not in number_words
    return named and ((gap == "(" and following == ")") or (gap == "," and following == ","))
