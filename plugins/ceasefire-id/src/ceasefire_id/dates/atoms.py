"""The pieces that time phrases are made of, and how a rule reads one.

An atom is the smallest stretch that names something of a time: a weekday, a date in digits, a clock, a part of
the day, `pekan lalu`. `phrases` joins neighbours (`Rabu` + `(5/3)` + `pukul 07.30` + `waktu setempat`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal

import attrs
import regex

from ceasefire.document import Document
from ceasefire_id.dates.lexemes import REACH
from ceasefire_id.patterns import LazyPattern

__all__ = ["DIGITS", "Atom", "AtomRule", "AtomRules", "Kind", "Lead", "Parts", "Phrase"]

#: stands among the triggers of a rule for every word that begins with a digit
DIGITS = "0"

Kind = Literal[
    "weekday", "date", "numeric", "month", "year", "decade", "period", "week", "clock", "part", "days", "from_last",
    "amount", "ordinal", "length", "set", "reference", "none",
]  # fmt: skip


@attrs.frozen
class Lead:
    """A day that a list or range names before its last member: `24` in `24-27 November`."""

    start: int
    end: int
    day: int
    month: int | None = None


@attrs.frozen
class Parts:
    """What the words say of a time, not yet resolved. Null is not said."""

    #: 0 is Monday; `eve` is the night before it (`malam Minggu`)
    weekday: int | None = None
    eve: bool = False
    day: int | None = None
    month: int | None = None
    year: int | None = None
    leads: tuple[Lead, ...] = ()
    #: as written; `part` of the day still to be counted in
    hour: int | None = None
    minute: int | None = None
    part: str | None = None
    #: `+07:00` or an IANA name; `""` is a zone that is not known (`waktu setempat`)
    zone: str | None = None
    #: whether the zone belongs into the value (WIB, GMT)
    zone_named: bool = False
    #: `last`, `next`, `this`, `that`, `before`, `after`
    shift: str | None = None
    #: calendar units from that of the publication: `pekan lalu` is -1
    weeks: int | None = None
    weekend: bool = False
    #: `pekan pertama November` is 1; the last one -1
    week_of_month: int | None = None
    months: int | None = None
    years: int | None = None
    days: int | None = None
    #: days from the last day mentioned
    from_last: int | None = None
    #: a number of units: from the publication (`ago`) or from the last time mentioned
    amount: float | None = None
    unit: str | None = None
    direction: Literal["ago", "later", "earlier"] | None = None
    #: `decade`, `Q2`, `H1`, `WI`
    period: str | None = None
    #: `hari ketiga`
    ordinal: int | None = None
    #: TIMEX3 value where nothing is left to resolve (durations, sets, references)
    value: str | None = None
    mod: str | None = None

    def merged(self, other: Parts) -> Parts | None:
        """Both together; null where they say different things of one field."""
        changes: dict[str, Any] = {}
        for field in _FIELDS:
            mine, theirs = getattr(self, field), getattr(other, field)
            if theirs is None or theirs == mine or theirs == () or theirs is False:
                continue
            if mine is None or mine == () or mine is False:
                changes[field] = theirs
            else:
                return None
        return attrs.evolve(self, **changes) if changes else self


_FIELDS = tuple(field.name for field in attrs.fields(Parts))


@attrs.frozen
class Atom:
    """A piece of a time phrase in the text."""

    kind: Kind
    start: int
    end: int
    rule: str
    parts: Parts


@attrs.frozen
class Phrase:
    """One time expression in the text, not yet resolved."""

    start: int
    end: int
    #: of its first piece, or what the pieces are together
    rule: str
    kinds: frozenset[Kind]
    parts: Parts
    #: it opens its sentence
    first: bool = False


def _words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words)


@attrs.frozen
class AtomRule:
    """One construction: where it is tried, its pattern, and what a match says."""

    #: the second part of `by`
    name: str
    kind: Kind
    #: words in lower case with which it begins, `DIGITS` for any number in digits
    triggers: frozenset[str] = attrs.field(converter=_words)
    #: a pattern of `regex`, matched at the trigger, ignoring case unless it says `(?-i:...)`
    pattern: str
    meaning: Callable[[regex.Match[str]], Parts | None]
    #: a sentence that it reads, with the match between ⟨ and ⟩
    example: str
    #: a sentence with the trigger in which it must not match
    trap: str = ""


class AtomRules:
    """The rules of all families, tried only at their triggers."""

    def __init__(self, rules: Iterable[AtomRule]) -> None:
        self.rules = tuple(rules)
        self._by_trigger: dict[str, list[tuple[AtomRule, LazyPattern]]] = {}
        for rule in self.rules:
            pattern = LazyPattern(rule.pattern, ignore_case=True)
            for trigger in rule.triggers:
                self._by_trigger.setdefault(trigger, []).append((rule, pattern))
        self._digit_rules = self._by_trigger.pop(DIGITS, [])

    def atoms(self, document: Document) -> Iterator[Atom]:
        """The longest atom at each trigger, in the order of the text; none begins inside the one before it."""
        words = document.words
        places: list[tuple[int, Sequence[tuple[AtomRule, LazyPattern]]]] = []
        rules: Sequence[tuple[AtomRule, LazyPattern]]
        for word, numbers in words.index.items():
            rules = self._by_trigger.get(word) or (self._digit_rules if word[0].isdecimal() else ())
            if rules:
                places += [(number, rules) for number in numbers]
        places.sort(key=lambda place: place[0])
        free = 0
        for number, rules in places:
            start = words.starts[number]
            if start < free:
                continue
            best = _longest(document.text, start, rules)
            if best:
                free = best.end
                yield best


def _longest(text: str, start: int, rules: Sequence[tuple[AtomRule, LazyPattern]]) -> Atom | None:
    best: Atom | None = None
    for rule, pattern in rules:
        match = pattern.match(text, start, start + REACH)
        if match and (best is None or match.end() > best.end):
            parts = rule.meaning(match)
            if parts is not None:
                best = Atom(rule.kind, start, match.end(), rule.name, parts)
    return best
