"""The words of `lexicon/times.toml` as patterns to compose rules from, and as tables to read matches with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ceasefire_id import lexicon
from ceasefire_id.patterns import LazyPattern, alternatives

__all__ = ["REACH", "SPACE", "WORD_END", "WRAPPED", "Lexemes", "PartOfDay", "beginnings", "folded"]

#: from this length on a line without a full stop may be broken within a sentence, in code points
WRAPPED = 40
#: white space within a line, or where a long line is broken within a sentence
SPACE = rf"(?:[^\S\r\n]+|\r?\n(?<=[^\r\n]{{{WRAPPED}}}\r?\n)(?=[\p{{L}}\d(]))"
#: No piece of a time is longer. A pattern looks no farther: `regex` seeks what a pattern must hold up to the end of
#: the text before it matches, which on long texts costs more than the match.
REACH = 240
#: no letter or digit goes on
WORD_END = r"(?![\p{L}\p{M}\d])"

_SPACES = LazyPattern(r"\s+")


def folded(text: str) -> str:
    """In lower case, with single spaces: how words stand in the lexicon. `İ` is `i`, as patterns take it."""
    return _SPACES.sub(" ", text.lower().replace("i\u0307", "i"))


@attrs.frozen
class PartOfDay:
    """A part of the day: its TIMEX3 code (a clock for `tengah hari`), and its usual hours."""

    code: str
    hours: tuple[int, int]


class Lexemes:
    """All words of time. Built once."""

    def __init__(self) -> None:
        words: Mapping[str, Any] = lexicon.load("times")
        self.words = words
        self.weekdays: dict[str, int] = words["weekdays"]
        self.full_months: dict[str, int] = words["months"]
        self.months: dict[str, int] = {**words["month_variants"], **words["months"]}
        self.units: dict[str, str] = words["units"]
        self.one: dict[str, str] = words["one"]
        self.many: dict[str, str] = words["many"]
        self.parts = {
            name: PartOfDay(part["code"], (part["hours"][0], part["hours"][1])) for name, part in words["parts"].items()
        }
        self.zones: dict[str, str] = words["zones"]
        self.places: dict[str, str] = words["places"]
        self.stretches: dict[str, str] = words["modifiers"]["stretch"]
        self.edges: dict[str, str] = words["modifiers"]["edge"]
        self.modifiers = {**self.stretches, **self.edges, **words["modifiers"]["bound"]}
        self.shifts = {word: kind for kind, those in words["shifts"].items() for word in those}
        # patterns
        self.weekday = alternatives(self.weekdays)
        self.month = alternatives(self.months)
        self.full_month = alternatives(self.full_months)
        self.part = alternatives(self.parts)
        self.zone_word = alternatives(self.zones)
        self.unit = alternatives(self.units)
        self.shift = alternatives(self.shifts)


def beginnings(phrases: Iterable[str]) -> frozenset[str]:
    """The first words of phrases: what triggers them."""
    return frozenset(phrase.split()[0] for phrase in phrases)
