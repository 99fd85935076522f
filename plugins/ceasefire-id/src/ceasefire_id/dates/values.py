"""TIMEX3 values and the intervals that they denote.

A `Stamp` is a point of the calendar as fine as the text names it: a year, a season, a week, a day, a part of a
day, a minute. It knows its value (ISO 8601 as TimeML uses it) and its first and last instant.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Literal
from zoneinfo import ZoneInfo

import attrs

__all__ = ["SEASONS", "Grain", "Stamp", "add_months", "length_value", "nearest_season", "zone_of"]

Grain = Literal["decade", "year", "half", "season", "quarter", "month", "week", "weekend", "day", "part", "clock"]

#: first month of each season; the winter of a year begins in its December
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@attrs.frozen
class Stamp:
    """A stretch of the calendar: `day` is its first day, `grain` how long it is."""

    grain: Grain
    day: date
    #: of a day: TIMEX3 code (`MO`), and from which hour to which (24 and more is the next day)
    part: str = ""
    hours: tuple[int, int] = (0, 24)
    #: of a quarter `Q2`, a half `H1`, a season `WI`
    label: str = ""
    #: of a clock
    hour: int = 0
    minute: int = 0
    #: `Z`, `+07:00`, or nothing where the text names no zone
    offset: str = ""

    def value(self) -> str:
        """The TIMEX3 value."""
        day = self.day
        match self.grain:
            case "decade":
                return f"{day.year // 10:03d}"
            case "year":
                return f"{day.year:04d}"
            case "half" | "season" | "quarter":
                return f"{day.year:04d}-{self.label}"
            case "month":
                return f"{day.year:04d}-{day.month:02d}"
            case "week" | "weekend":
                year, week, _ = day.isocalendar()
                return f"{year:04d}-W{week:02d}" + ("-WE" if self.grain == "weekend" else "")
            case "day":
                return day.isoformat()
            case "part":
                return f"{day.isoformat()}T{self.part}"
            case "clock":
                return f"{day.isoformat()}T{self.hour:02d}:{self.minute:02d}{self.offset}"

    def interval(self, zone: tzinfo) -> tuple[str, str] | None:
        """First instant and the one after the last, ISO 8601, in `zone` or the zone that the text names.

        Null where the calendar of Python does not reach.
        """
        if self.offset:
            zone = zone_of(self.offset)
        try:
            start, end = self._bounds()
            return start.replace(tzinfo=zone).isoformat(), end.replace(tzinfo=zone).isoformat()
        except (OverflowError, ValueError):
            return None

    def _bounds(self) -> tuple[datetime, datetime]:
        midnight = datetime.combine(self.day, time())
        match self.grain:
            case "decade":
                first = midnight.replace(year=self.day.year // 10 * 10, month=1, day=1)
                return first, first.replace(year=first.year + 10)
            case "year":
                first = midnight.replace(month=1, day=1)
                return first, first.replace(year=first.year + 1)
            case "half" | "season" | "quarter" | "month":
                months = {"half": 6, "season": 3, "quarter": 3}.get(self.grain, 1)
                after = add_months(self.day, months)
                return midnight.replace(day=1), datetime.combine(after, time())
            case "week":
                monday = midnight - timedelta(days=self.day.weekday())
                return monday, monday + timedelta(days=7)
            case "weekend":
                saturday = midnight + timedelta(days=5 - self.day.weekday())
                return saturday, saturday + timedelta(days=2)
            case "day":
                return midnight, midnight + timedelta(days=1)
            case "part":
                return midnight + timedelta(hours=self.hours[0]), midnight + timedelta(hours=self.hours[1])
            case "clock":
                start = midnight + timedelta(hours=self.hour, minutes=self.minute)
                return start, start + timedelta(minutes=1)

    @classmethod
    def quarter(cls, year: int, number: int) -> Stamp:
        """A quarter, from 1."""
        return cls("quarter", date(year, 3 * number - 2, 1), label=f"Q{number}")

    @classmethod
    def half(cls, year: int, number: int) -> Stamp:
        """A half of a year, 1 or 2."""
        return cls("half", date(year, 6 * number - 5, 1), label=f"H{number}")

    @classmethod
    def season(cls, year: int, code: str) -> Stamp:
        """A season: `SP`, `SU`, `FA`, `WI`; winter begins in December of its year."""
        return cls("season", date(year, SEASONS[code], 1), label=code)


def nearest_season(day: date, code: str, steps: int) -> Stamp:
    """`musim dingin ini` (steps 0) is the one that holds `day` or else the next; -1 the last one over, 1 the next."""
    seasons = [Stamp.season(day.year + step, code) for step in (-2, -1, 0, 1, 2)]
    over = [season for season in seasons if add_months(season.day, 3) <= day]
    not_over = [season for season in seasons if add_months(season.day, 3) > day]
    if steps < 0:
        return over[-1]
    begun = not_over[0].day <= day
    return not_over[1] if steps > 0 and begun else not_over[0]


def zone_of(name: str) -> tzinfo:
    """The zone of an offset (`Z`, `+07:00`) or an IANA name."""
    if name == "Z":
        return UTC
    if name[0] in "+-":
        hours, _, minutes = name[1:].partition(":")
        delta = timedelta(hours=int(hours), minutes=int(minutes or 0))
        return timezone(delta if name[0] == "+" else -delta)
    return ZoneInfo(name)


def add_months(day: date, months: int) -> date:
    """The first day of the month that lies `months` after that of `day`. Raises `ValueError` beyond the calendar."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


#: halves and quarters of a unit in whole smaller ones: unit, how many of which
_SMALLER = {"Y": (12, "M"), "W": (7, "D"), "D": (24, "TH"), "TH": (60, "TM"), "TM": (60, "TS"), "M": (30, "D")}


def length_value(amount: str, unit: str) -> str:
    """`P10D`, `PT24H`, `PXW`, `P18M`: amount is a number or `X`; unit is as the lexicon has it (`D`, `TH`, `10Y`)."""
    factor = unit[:-1] if unit[:-1].isdecimal() else "1"
    name = unit.removeprefix(factor) if factor != "1" else unit
    if amount != "X":
        number = float(amount) * int(factor)
        if number != int(number) and name in _SMALLER:
            times, name = _SMALLER[name]
            number *= times
        amount = f"{number:g}"
    return f"PT{amount}{name[1:]}" if name.startswith("T") else f"P{amount}{name}"
