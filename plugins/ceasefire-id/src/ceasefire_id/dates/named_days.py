"""Days and months by name or number whose year, or whose order of day and month, the text leaves open."""

from __future__ import annotations

from datetime import date

import attrs

from ceasefire_id.dates.atoms import Parts
from ceasefire_id.dates.tense import Tense

__all__ = ["NamedDays", "Note"]


#: days within which a date that nobody says is to come may still be to come
_SOON = 45


#: days for which a date that was planned may be over when one reads of it
_LATE = 60


#: days from the publication within which most dates in digits lie
_NEAR = 7


@attrs.frozen
class Note:
    """What the reader should be told of a time: a diagnostic without its span."""

    code: str
    message: str


class NamedDays:
    """Resolves them against the day of publication."""

    def __init__(self, published: date | None) -> None:
        self._published = published

    def day(
        self, parts: Parts, named_year: int | None, tense: Tense | None, notes: list[Note], *, in_digits: bool
    ) -> date | None:
        """The day; null where there is no such day or nothing gives its year.

        `named_year` stands in the sentence before it; only a date in digits can have its month first.
        """
        if parts.month is None:
            return self._in_month(parts, tense)
        day, month = parts.day or 1, parts.month
        if month > 12:
            found = self._in_year(parts, month, day, named_year, tense)
            if found:
                notes.append(Note("month-first", f"{day}/{month} is read month first, as {found.isoformat()}"))
            return found
        found = self._in_year(parts, day, month, named_year, tense)
        if found is None and (parts.year or self._published):
            notes.append(Note("no-such-day", f"there is no day {day}/{month}"))
        if found is None or found.weekday() == parts.weekday:
            return found
        swapped = self._in_year(parts, month, day, named_year, tense) if in_digits and day <= 12 else None
        if parts.weekday is None:
            if swapped and self._is_near(swapped) and not self._is_near(found):
                message = (
                    f"{day}/{month} is read day first, as {found.isoformat()}; month first it is {swapped.isoformat()}"
                )
                notes.append(Note("ambiguous-order", message))
            return found
        # a date close to the publication is rather right, and its weekday a slip
        slip = swapped is None or (self._is_near(found) and not self._is_near(swapped))
        if swapped and not slip and swapped.weekday() == parts.weekday:
            message = f"{day}/{month} is read month first, as {swapped.isoformat()}: only so the weekday agrees"
            notes.append(Note("month-first", message))
            return swapped
        message = f"the weekday named is not that of {found.isoformat()}; the date is taken"
        notes.append(Note("weekday-disagrees", message))
        return found

    def _is_near(self, day: date) -> bool:
        return self._published is not None and abs((day - self._published).days) <= _NEAR

    def month(self, parts: Parts, named_year: int | None, tense: Tense | None) -> date | None:
        """The first day of the month."""
        month = parts.month or 1
        year = self._year(parts, named_year)
        if year is not None:
            return date(year, month, 1)
        today = self._published
        if today is None:
            return None
        here = today.replace(day=1)
        candidates = [date(today.year + step, month, 1) for step in (-1, 0, 1)]
        if parts.shift == "last":
            return max(day for day in candidates if day < here)
        if parts.shift == "next":
            return min(day for day in candidates if day >= here)
        if parts.shift == "this":
            return date(today.year, month, 1)
        before, after = max(day for day in candidates if day <= here), min(day for day in candidates if day >= here)
        return _likelier(before, after, here, tense)

    def _in_month(self, parts: Parts, tense: Tense | None) -> date | None:
        """`tanggal 15`: of the month of the publication, or the one beside it."""
        today = self._published
        if today is None:
            return None
        this_month = today.year * 12 + today.month - 1
        if parts.months is not None:
            # `tanggal 5 bulan depan`
            return _date((this_month + parts.months) // 12, (this_month + parts.months) % 12 + 1, parts.day or 1)
        months = [this_month + step for step in (-2, -1, 0, 1, 2)]
        candidates = [found for n in months if (found := _date(n // 12, n % 12 + 1, parts.day or 1))]
        if parts.shift == "last":
            return max(found for found in candidates if found < today)
        if parts.shift == "next":
            return min(found for found in candidates if found >= today)
        before = max(found for found in candidates if found <= today)
        after = min(found for found in candidates if found >= today)
        return _likelier(before, after, today, tense)

    def _in_year(self, parts: Parts, day: int, month: int, named_year: int | None, tense: Tense | None) -> date | None:
        year = self._year(parts, named_year)
        if year is not None:
            return _date(year, month, day)
        today = self._published
        if today is None:
            return None
        candidates = [found for step in range(-4, 5) if (found := _date(today.year + step, month, day))]
        if not candidates:
            return None
        past = [found for found in candidates if found <= today]
        if parts.shift == "last":
            return max(found for found in candidates if found < today)
        if parts.shift == "next":
            return min(found for found in candidates if found >= today)
        before, after = max(past, default=None), min((found for found in candidates if found >= today), default=None)
        if before is None or after is None:
            return before or after
        if before.weekday() == parts.weekday and after.weekday() != parts.weekday and today - before > after - today:
            return before
        if after.weekday() == parts.weekday and (after - today).days <= 60:
            return after
        return _likelier(before, after, today, tense)

    def _year(self, parts: Parts, named_year: int | None) -> int | None:
        if parts.year is not None:
            return parts.year
        if parts.years is not None:
            return self._published.year + parts.years if self._published else None
        if parts.shift or parts.weekday is not None:
            return None
        return named_year


def _likelier(before: date, after: date, today: date, tense: Tense | None) -> date:
    """The nearer one; what is told as past does not lie ahead, and what nobody says is to come not far ahead."""
    if tense == "past":
        return before
    behind, ahead = (today - before).days, (after - today).days
    if tense == "future":
        return after if ahead < behind else before
    if tense == "planned":
        return after if ahead < behind or behind > _LATE else before
    return after if ahead < min(behind, _SOON) else before


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
