"""Clocks and parts of the day, on a day that is already known."""

from __future__ import annotations

from datetime import date, timedelta

from ceasefire_id.dates.atoms import Parts
from ceasefire_id.dates.lexemes import Lexemes
from ceasefire_id.dates.values import Stamp

__all__ = ["clock_on", "time_of_day"]


def time_of_day(day: date, parts: Parts, lexemes: Lexemes) -> Stamp:
    """The clock or part of the day that the words name, on that day."""
    if parts.hour is not None:
        return clock_on(day, parts, lexemes)
    part = lexemes.parts[parts.part or ""]
    if ":" in part.code:
        return Stamp("clock", day, hour=int(part.code[:2]), offset=_offset(parts))
    return Stamp("part", day, part=part.code, hours=part.hours)


def clock_on(day: date, parts: Parts, lexemes: Lexemes) -> Stamp:
    """A clock; `24.00` and `12 malam` are the beginning of the next day."""
    hour = _of_24(parts.hour or 0, lexemes.parts[parts.part].hours if parts.part else None)
    if hour == 24:
        day, hour = day + timedelta(days=1), 0
    return Stamp("clock", day, hour=hour, minute=parts.minute or 0, offset=_offset(parts))


def _of_24(hour: int, hours: tuple[int, int] | None) -> int:
    """A clock of twelve hours in its part of the day: `6 sore` is 18, `12 malam` 24, `12 dini hari` 0, `1 siang` 13."""
    if hours is None or hour > 12:
        return hour
    first, last = hours
    if last <= 11:
        return 0 if hour == 12 else hour
    if first < 18:
        return hour if hour >= 10 and first <= 12 else hour % 12 + 12
    if hour == 12:
        return 24
    return hour + 12 if hour >= 6 else hour


def _offset(parts: Parts) -> str:
    return parts.zone or "" if parts.zone_named else ""
