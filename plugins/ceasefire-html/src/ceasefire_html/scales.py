"""Days and counts to places on a line, with ticks that a reader can count by. Places are per cent of the width."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

import attrs

__all__ = ["CountScale", "DayScale", "Tick", "days_of", "short_count", "short_day"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: per cent of the width that stays free on each side
_MARGIN = 5.0
_MOST_TICKS = 5
_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?")


@attrs.frozen
class Tick:
    """A place on a line and what stands under it."""

    x: float
    label: str


def days_of(value: str | None) -> tuple[date, date] | None:
    """The first and the last day of a TIMEX3 value; none where it is no day, week, month or year of the calendar."""
    try:
        if value is None:
            return None
        if match := _DAY.fullmatch(value):
            day = date.fromisoformat(match[1])
            return day, day
        if match := _WEEK.fullmatch(value):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6)
        if match := _MONTH.fullmatch(value):
            first = date(int(match[1]), int(match[2]), 1)
            return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        if match := _YEAR.fullmatch(value):
            return date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)
    except (ValueError, OverflowError):
        pass
    return None


def short_day(day: date, *, year: bool = False) -> str:
    """`29 Apr`, or `29 Apr 2016`."""
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


@attrs.frozen
class DayScale:
    """From the day `first` to the day `last`."""

    first: date
    last: date

    @classmethod
    def over(cls, days: Iterable[date]) -> DayScale:
        """A scale on which all `days` stand, with room around them; there must be one at least."""
        ordered = sorted(days)
        room = max(1, (ordered[-1] - ordered[0]).days // 20)
        first, last = ordered[0].toordinal() - room, ordered[-1].toordinal() + room
        return cls(date.fromordinal(max(first, 1)), date.fromordinal(min(last, date.max.toordinal())))

    def x(self, day: date) -> float:
        """Where the day stands."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(_MARGIN + share * (100 - 2 * _MARGIN), 2)

    def ticks(self) -> tuple[Tick, ...]:
        """At most five, at round steps; the first tells the year."""
        days = (self.last - self.first).days
        for step in (1, 2, 7, 14):
            if days // step < _MOST_TICKS:
                start = next(day for day in _each_day(self.first) if step < 7 or day.weekday() == 0)
                return self._named(_each_day(start, step), lambda day, first: short_day(day, year=first))
        for months in (1, 3, 6):
            if days // (months * 30) < _MOST_TICKS:
                return self._named(
                    self._months(months),
                    lambda day, first: _MONTHS[day.month - 1] + (f" {day.year}" if first or day.month == 1 else ""),
                )
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500, 2500) if days // (step * 365) < _MOST_TICKS)
        years = (date(year, 1, 1) for year in range(-(-self.first.year // step) * step or step, 10_000, step))
        return self._named(years, lambda day, first: str(day.year))

    def _named(self, days: Iterable[date], label: Callable[[date, bool], str]) -> tuple[Tick, ...]:
        ticks: list[Tick] = []
        for day in days:
            if day > self.last:
                break
            if day >= self.first:
                ticks.append(Tick(self.x(day), label(day, not ticks)))
        return tuple(ticks)

    def _months(self, step: int) -> Iterator[date]:
        for number in range(self.first.year * 12, 10_000 * 12, step):
            yield date(number // 12, number % 12 + 1, 1)


def _each_day(first: date, step: int = 1) -> Iterator[date]:
    for number in range(first.toordinal(), date.max.toordinal() + 1, step):
        yield date.fromordinal(number)


@attrs.frozen
class CountScale:
    """From 0 to `last`; by powers of ten where the counts differ too much to be seen side by side."""

    last: int
    by_powers: bool

    @classmethod
    def over(cls, counts: Iterable[int]) -> CountScale:
        """A scale for these counts, which ends at a round one."""
        ordered = sorted(count for count in counts if count > 0)
        if not ordered:
            return cls(10, by_powers=False)
        if ordered[-1] > 40 * ordered[0]:
            return cls(10 ** math.ceil(math.log10(ordered[-1] + 1)), by_powers=True)
        step = _round_step(ordered[-1])
        return cls((ordered[-1] // step + 1) * step, by_powers=False)

    def x(self, count: int) -> float:
        """Where the count stands."""
        count = min(max(count, 0), self.last)
        share = math.log10(count + 1) / math.log10(self.last + 1) if self.by_powers else count / self.last
        return round(_MARGIN + share * (100 - 2 * _MARGIN), 2)

    def ticks(self) -> tuple[Tick, ...]:
        """From 0 to the end of the scale."""
        if not self.by_powers:
            step = _round_step(self.last)
            return tuple(Tick(self.x(count), short_count(count)) for count in range(0, self.last + 1, step))
        powers = round(math.log10(self.last))
        step = max(1, -(-powers // _MOST_TICKS))
        counts = [0, *(10**power for power in range(powers % step, powers + 1, step))]
        return tuple(Tick(self.x(count), short_count(count)) for count in counts)


def _round_step(most: int) -> int:
    """1, 2 or 5 times a power of ten, so that four steps or fewer lead up to `most`."""
    power: int = 10 ** max(0, int(math.log10(max(most, 1))) - 1)
    steps = (power * size * digit for size in (1, 10, 100) for digit in (1, 2, 5))
    return next(step for step in steps if most / step <= 4)


def short_count(count: int) -> str:
    """`250`, `1,200`, `40k`, `2M`."""
    for size, letter in ((1_000_000_000, "bn"), (1_000_000, "M"), (1_000, "k")):
        if count >= size and count % (size // 10) == 0 and count >= 10_000:
            return f"{count / size:g}{letter}"
    return f"{count:,}"
