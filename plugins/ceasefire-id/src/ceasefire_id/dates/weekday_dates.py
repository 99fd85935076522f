"""Which day a weekday without a date is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from ceasefire_id.dates.anchors import Anchors, Resolved
from ceasefire_id.dates.atoms import Parts, Phrase
from ceasefire_id.dates.tense import Tense

__all__ = ["WeekdayDates"]

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


class WeekdayDates:
    """Resolves weekdays: by their week, their list, `lalu` and `depan`, and the tense of their clause."""

    def __init__(
        self,
        published: date | None,
        anchors: Anchors,
        resolve: Callable[[int], Resolved | None],
        tense: Callable[[Phrase], Tense | None],
    ) -> None:
        self._published = published
        self._anchors = anchors
        self._resolve = resolve
        self._tense = tense

    def day(self, at: int, phrase: Phrase) -> date | None:
        """The day; null where it needs a publication date and there is none."""
        parts = phrase.parts
        weekday = parts.weekday or 0
        shift = "before" if parts.from_last == -1 else "after" if parts.from_last == 1 else parts.shift
        if shift in {"before", "after"}:
            last = self._anchors.last_day(at)
            if last is None:
                return None
            return _latest(weekday, last - _DAY) if shift == "before" else _first(weekday, last + _DAY)
        if parts.from_last == 0 and (last := self._anchors.last_day(at)):
            return _latest(weekday, last)
        if not parts.shift and parts.weeks is None and parts.days is None:
            in_list = self._in_list(at, phrase, weekday)
            if in_list:
                return in_list
        return self._from_published(at, phrase, parts, weekday)

    def _from_published(self, at: int, phrase: Phrase, parts: Parts, weekday: int) -> date | None:
        today = self._published
        if today is None:
            return None
        if parts.weeks is not None:
            return today - timedelta(days=today.weekday()) + timedelta(weeks=parts.weeks, days=weekday)
        if parts.days is not None:
            return _beside(weekday, today, parts.days)
        if parts.shift == "last":
            return _latest(weekday, today - _DAY)
        if parts.shift == "next":
            return _first(weekday, today)
        if self._tense(phrase) == "future":
            # `Pada Senin (2/5) A mengumumkan P mulai Selasa`: counted from the day on which it was said
            said = self._anchors.said_on(at)
            return _first(weekday, said if said is not None and timedelta() < today - said < _WEEK else today)
        latest, told = _latest(weekday, today), self._anchors.told_before(at)
        if told is not None and latest < told <= today < told + _WEEK:
            # `A meneken P, Jumat (22/2). P itu mulai berlaku Sabtu`: not before it was settled
            return _first(weekday, told)
        return latest

    def _in_list(self, at: int, phrase: Phrase, weekday: int) -> date | None:
        """The day of a weekday in a list or range whose other member has a day: `Jumat hingga Sabtu (8/11)`."""
        following = self._anchors.linked_after(at)
        if following and following.parts.weekday is not None:
            parts = following.parts
            dated = parts.day is not None or parts.weeks is not None or parts.shift is not None
            if dated or not (self._anchors.opens_range(at) or self._tense(phrase) == "future"):
                resolved = self._resolve(at + 1)
                if resolved and resolved.day:
                    return _latest(weekday, resolved.day)
        before = self._anchors.linked_before(at)
        if before and before.day and before.phrase.parts.weekday is not None:
            return _first(weekday, before.day)
        return None


def _latest(weekday: int, limit: date) -> date:
    return limit - timedelta(days=(limit.weekday() - weekday) % 7)


def _first(weekday: int, limit: date) -> date:
    return limit + timedelta(days=(weekday - limit.weekday()) % 7)


def _beside(weekday: int, today: date, days: int) -> date:
    """`Senin kemarin` lies before today, `Senin besok` after it, `Senin hari ini` is the nearest one."""
    if days < 0:
        return _latest(weekday, today - _DAY)
    if days > 0:
        return _first(weekday, today + _DAY)
    before, after = _latest(weekday, today), _first(weekday, today)
    return before if today - before <= after - today else after
