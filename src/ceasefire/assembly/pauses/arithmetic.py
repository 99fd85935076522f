"""Reckoning with days, clocks and lengths in ISO 8601."""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta
from typing import Final

import regex

__all__ = [
    "are_far_apart",
    "as_slot",
    "end_of",
    "is_over",
    "lie_long_apart",
    "long_over",
    "precedes",
    "put_off",
    "start_of",
    "surely_over",
]

_MOMENT: Final = regex.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?)?")
_MONTH: Final = regex.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_DAY_PART: Final = regex.compile(r"T(?:MO|AF|EV|NI)$")
_LENGTH: Final = regex.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")


def as_slot(value: str) -> str:
    """A TIMEX3 value as `starts`, `ends` or `announced` hold it: a part of a day is that day."""
    return _DAY_PART.sub("", value)


def end_of(start: str, length: str) -> str | None:
    """When a pause stops that begins at `start` and lasts `length`: its last day, or the clock at which it stops.

    Null where start or length is too vague to reckon with (`2025-03`, `PXD`), is no day, or leads out of the years
    1 to 9999. Three days from a Friday end on Sunday; 72 hours from midnight end at a midnight.
    """
    moment, span = _MOMENT.match(start), _LENGTH.fullmatch(length)
    if not moment or not span or not any(span.groups()):
        return None
    clock = moment[2]
    try:
        begin = datetime.fromisoformat(f"{moment[1]}T{clock or '00:00'}")
        stop = _after(begin, *(int(part or 0) for part in span.groups()))
    except (ValueError, OverflowError):
        return None
    if clock:
        return stop.isoformat(timespec="minutes") + (moment[3] or "")
    # The last day in force: what stops at a midnight was last in force the day before.
    last = max(begin, stop - timedelta(minutes=1))
    return last.date().isoformat()


def start_of(end: str, length: str) -> str | None:
    """When a pause began that lasts `length` and stops at `end`, its last day or the clock at which it stops.

    Null where one of them is too vague to reckon with. Ten days that end on the 19th began on the 10th; 48 hours that
    end on the 18th, nobody says when, on the 16th.
    """
    moment, span = _MOMENT.match(end), _LENGTH.fullmatch(length)
    if not moment or not span or not any(span.groups()):
        return None
    years, months, weeks, days, hours, minutes = (int(part or 0) for part in span.groups())
    exact = moment[2] or hours or minutes
    try:
        stop = datetime.fromisoformat(f"{moment[1]}T{moment[2] or '00:00'}") + timedelta(days=0 if exact else 1)
        begin = _after_months(stop, -12 * years - months)
        begin -= timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)
    except (ValueError, OverflowError):
        return None
    return begin.isoformat(timespec="minutes") + (moment[3] or "") if moment[2] else begin.date().isoformat()


def _after(begin: datetime, years: int, months: int, weeks: int, days: int, hours: int, minutes: int) -> datetime:
    """So much later. Raises `ValueError` or `OverflowError` beyond the calendar."""
    stop = _after_months(begin, 12 * years + months)
    return stop + timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)


def put_off(end: str, length: str) -> str | None:
    """An end, a last day or a clock, so much later; null where the length is too vague to reckon with."""
    if "T" in end:
        return end_of(end, length)
    day = datetime.fromisoformat(end) + timedelta(days=1)
    return end_of(day.strftime("%Y-%m-%d"), length)


def _after_months(day: datetime, months: int) -> datetime:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))


def surely_over(start: str, length: str, published: str) -> bool:
    """Whether a pause that began in a month (`2025-03`) was over on the day of publication, however late it began."""
    if not (month := _MONTH.fullmatch(start)):
        return False
    last = end_of(f"{start}-{calendar.monthrange(int(month[1]), int(month[2]))[1]:02}", length)
    return last is not None and precedes(last, published)


def long_over(settled: str, length: str, published: str) -> bool:
    """Whether a pause settled on a day or in a month was over at publication, though nobody says when it began.

    A quarter of a year is allowed for its beginning.
    """
    month = _MONTH.fullmatch(settled)
    day = f"{settled}-{calendar.monthrange(int(month[1]), int(month[2]))[1]:02}" if month else settled[:10]
    last = end_of(day, length)
    try:
        latest = date.fromisoformat(last[:10]) + timedelta(days=92) if last else None
    except (ValueError, OverflowError):
        return False
    return latest is not None and latest.isoformat() < published[:10]


def precedes(one: str, other: str) -> bool:
    """Whether a value certainly lies before another: compared as far as both are given."""
    size = min(len(one), len(other))
    return one[:size] < other[:size]


def are_far_apart(one: str, other: str) -> bool:
    """Whether more than a month lies between two days; false where one of them is no day."""
    try:
        first, second = (date.fromisoformat(value[:10]) for value in (one, other))
    except ValueError:
        return False
    return abs(first - second) > timedelta(days=31)


def lie_long_apart(one: str, other: str) -> bool:
    """Whether more than a month lies between two days, months or years, as far as both are given."""
    if len(one) == len(other) == len("2016-05-01"):
        return are_far_apart(one, other)
    if not (one[:4].isdigit() and other[:4].isdigit()):
        return False
    if min(len(one), len(other)) < len("2016-05"):
        return one[:4] != other[:4]
    first, second = (_MONTH.match(value) for value in (one, other))
    if first is None or second is None:
        return False
    return abs(12 * (int(first[1]) - int(second[1])) + int(first[2]) - int(second[2])) > 1


def is_over(ends: str, published: str) -> bool:
    """Whether a pause that ends so was over on the day of publication."""
    return precedes(as_slot(ends), published) and ends[:4].isdigit()
