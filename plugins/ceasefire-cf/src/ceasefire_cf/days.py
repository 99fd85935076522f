"""Dates of ceasefires as stretches of days, so that a month, a day and a clock can be compared."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

import attrs
import regex

__all__ = ["Stretch", "stretch"]

_VALUE = regex.compile(r"(\d{4})-(?:W(\d\d)|(\d\d)(?:-(\d\d))?)(?=$|T|-WE$)")


@attrs.frozen(order=True)
class Stretch:
    """One day or several, both ends included."""

    first: date
    last: date

    def apart(self, other: Stretch) -> int:
        """How many days lie from one to the other; none where they touch."""
        return max((self.first - other.last).days, (other.first - self.last).days, 0)

    def covers(self, other: Stretch) -> bool:
        """Whether `other` lies within this one."""
        return self.first <= other.first and other.last <= self.last

    def days(self, around: int) -> Iterator[date]:
        """All its days, and as many before and after it."""
        for number in range(-around, (self.last - self.first).days + around + 1):
            try:
                yield self.first + timedelta(days=number)
            except OverflowError:
                continue


def stretch(value: str) -> Stretch | None:
    """The days of a TIMEX3 value; null for years and seasons, too wide to tell a ceasefire, and for what is no date."""
    match = _VALUE.match(value)
    if match is None:
        return None
    year, week, month, day = (int(part) if part else None for part in match.groups())
    try:
        if week is not None:
            return Stretch(date.fromisocalendar(year or 0, week, 1), date.fromisocalendar(year or 0, week, 7))
        if day is not None:
            return Stretch(date(year or 0, month or 0, day), date(year or 0, month or 0, day))
        last = monthrange(year or 0, month or 0)[1]
        return Stretch(date(year or 0, month or 0, 1), date(year or 0, month or 0, last))
    except ValueError:
        return None
