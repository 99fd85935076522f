"""Which rows of different articles are one ceasefire: the rule, and the groups that it makes.

Two rows are one ceasefire where they are of different articles and

- *dates*: of announcement and start, all that both tell lie no more than `days` apart, and both tell one. Where none is
  told by both, a start and an announcement may stand for each other; where a row tells neither, the ends must agree.
- *parties*: where both name who declared it or is bound by it, they name one in common; where both name two or
  more, two, or one and a place.
- *places*: where both name places that it covers, they name one in common, or one of them is nationwide; where both
  tell of states, they tell of one in common.
- *enough*: a party or a place is common. Rows that share nothing but a date stay apart.

A row joins a group only where it agrees with every row in it, so that no chain of neighbours joins what is far apart;
of several groups it joins the one with which it has most in common. Rows are taken by day, then by key, so the order of
the input does not matter. Names are compared without case and punctuation, those of sides also without the words of
`sidenames.toml` before them, and in no other way.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files

import attrs
import regex

from ceasefire_cf.coded import CodedCeasefire
from ceasefire_cf.days import Stretch, stretch

__all__ = ["groups", "plain", "side_name"]

#: whose dates tell a ceasefire from others
_BEGINNINGS = ("announced", "starts")


def plain(name: str) -> str:
    """A name as it is compared with others."""
    letters = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(regex.findall(r"[\p{L}\p{M}\p{N}]+", letters))


def side_name(name: str) -> str:
    """The name of a side as it is compared with others."""
    compared = plain(name)
    for words in _before_a_name():
        if compared.startswith(words):
            return compared[len(words) :]
    return compared


@cache
def _before_a_name() -> tuple[str, ...]:
    """The words that may stand before the name of a side, the longest first, each with the blank after it."""
    data = tomllib.loads(files("ceasefire_cf").joinpath("sidenames.toml").read_text("utf-8"))
    return tuple(sorted((f"{plain(words)} " for words in data["before_a_name"]), key=len, reverse=True))


@attrs.frozen
class _Row:
    """What of a row is compared."""

    coded: CodedCeasefire
    sides: frozenset[str]
    places: frozenset[str]
    countries: frozenset[str]
    nationwide: bool
    dates: dict[str, Stretch]

    @classmethod
    def of(cls, coded: CodedCeasefire) -> _Row:
        def names(column: str) -> frozenset[str]:
            return frozenset(map(plain, coded.texts(column)))

        told = {name: stretch(text) for name in (*_BEGINNINGS, "ends") for text in coded.texts(name)}
        return cls(
            coded,
            frozenset(map(side_name, (*coded.texts("parties"), *coded.texts("declared_by")))),
            names("places"),
            names("countries"),
            "nationwide" in coded.texts("coverage"),
            {name: days for name, days in told.items() if days is not None},
        )

    @property
    def telling(self) -> list[Stretch]:
        """The dates by which it is found."""
        return list(self.dates.values())

    @property
    def order(self) -> tuple[date, str, str]:
        """Where it stands among all rows."""
        first = min((days.first for days in self.telling), default=date.max)
        return first, self.coded.context["published"], self.coded.key


def groups(rows: Iterable[CodedCeasefire], days: int = 1) -> list[list[CodedCeasefire]]:
    """The rows of each ceasefire, the earliest first. `days` is how far apart dates may lie that mean the same."""
    made: list[list[_Row]] = []
    by_day: dict[date, list[int]] = defaultdict(list)
    for row in sorted(map(_Row.of, rows), key=lambda row: row.order):
        near = sorted({number for told in row.telling for day in told.days(days) for number in by_day.get(day, ())})
        agreeing = [number for number in near if all(_agree(row, other, days) for other in made[number])]
        if agreeing:
            chosen = max(agreeing, key=lambda number: (sum(_common(row, other) for other in made[number]), -number))
            made[chosen].append(row)
        else:
            chosen = len(made)
            made.append([row])
        for day in {day for told in row.telling for day in told.days(0)}:
            by_day[day].append(chosen)
    return [[row.coded for row in group] for group in made]


def _agree(one: _Row, other: _Row, days: int) -> bool:
    """The rule."""
    if one.coded.article == other.coded.article:
        return False
    sides, places = one.sides & other.sides, one.places & other.places
    if one.sides and other.sides and not sides:
        return False
    if len(one.sides) > 1 and len(other.sides) > 1 and len(sides) < 2 and not places:
        return False
    if one.countries and other.countries and not one.countries & other.countries:
        return False
    if one.places and other.places and not (places or one.nationwide or other.nationwide):
        return False
    return bool(sides or places) and _same_dates(one, other, days)


def _same_dates(one: _Row, other: _Row, days: int) -> bool:
    both = [name for name in _BEGINNINGS if name in one.dates and name in other.dates]
    if both:
        return all(one.dates[name].apart(other.dates[name]) <= days for name in both)
    mine, theirs = ([row.dates[name] for name in _BEGINNINGS if name in row.dates] for row in (one, other))
    if mine and theirs:
        return any(first.apart(second) <= days for first in mine for second in theirs)
    return "ends" in one.dates and "ends" in other.dates and one.dates["ends"].apart(other.dates["ends"]) <= days


def _common(one: _Row, other: _Row) -> int:
    """How much two rows have in common."""
    return len(one.sides & other.sides) + len(one.places & other.places) + len(one.dates.items() & other.dates.items())
