"""The rows of one ceasefire as one: what all tell, what the articles differ in, and who says what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from ceasefire_cf.coded import CodedCeasefire
from ceasefire_cf.columns import CODED
from ceasefire_cf.days import stretch
from ceasefire_cf.matching import groups, plain

__all__ = ["MergedCeasefire", "merge"]

_DATES = {"announced", "starts", "ends", "ended_on"}


@attrs.frozen
class MergedCeasefire:
    """One ceasefire as all articles together tell of it."""

    #: the earliest first
    rows: tuple[CodedCeasefire, ...]
    #: the values of each coded column; more than one in a column of one value is a conflict
    cells: dict[str, tuple[str, ...]]
    #: the columns in which articles contradict each other
    conflicts: tuple[str, ...]

    @property
    def key(self) -> str:
        """The key of its first row."""
        return self.rows[0].key

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that tell of it."""
        return tuple(row.article for row in self.rows)


def merge(rows: Iterable[CodedCeasefire], days: int = 1) -> Iterator[MergedCeasefire]:
    """The ceasefires of all rows, the earliest first; `matching` has the rule. `days` is as for `groups`."""
    for group in groups(rows, days):
        yield _merged(group)


def _merged(rows: Sequence[CodedCeasefire]) -> MergedCeasefire:
    cells = {column.name: _values(column.name, column.many, rows) for column in CODED}
    conflicts = [column.name for column in CODED if not column.many and len(cells[column.name]) > 1]
    excluded = set(map(plain, cells["places_excluded"]))
    if any(plain(place) in excluded for place in cells["places"]):
        conflicts.append("places")
    return MergedCeasefire(tuple(rows), cells, tuple(conflicts))


def _values(name: str, many: bool, rows: Sequence[CodedCeasefire]) -> tuple[str, ...]:
    if name == "status":
        return _latest(rows)
    told = [text for row in rows for text in row.texts(name)]
    if name in _DATES:
        told = _finest(told)
    if name == "label":
        return tuple(text for text, _ in Counter(told).most_common(1))
    first: dict[str, str] = {}
    for text in told:
        first.setdefault(plain(text) if many else text, text)
    if many:
        return tuple(first.values())
    counts = Counter(told)
    return tuple(sorted(first.values(), key=lambda text: -counts[text]))


def _latest(rows: Sequence[CodedCeasefire]) -> tuple[str, ...]:
    """A status changes with time, so that of the latest article holds; of several of its day, all."""
    telling = [row for row in rows if row.texts("status")]
    day = max((row.context["published"] for row in telling), default="")
    return tuple(
        dict.fromkeys(text for row in telling if row.context["published"] == day for text in row.texts("status"))
    )


def _finest(told: list[str]) -> list[str]:
    """Dates without those that only say the same less exactly: a month beside its day, a day beside its clock."""

    def is_coarser(one: str, other: str) -> bool:
        wide, narrow = stretch(one), stretch(other)
        if wide is None or narrow is None or one == other or not wide.covers(narrow):
            return False
        return not narrow.covers(wide) or (len(one) < len(other) and other.startswith(one))

    return [one for one in told if not any(is_coarser(one, other) for other in told)]
