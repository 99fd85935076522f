"""Which day, month or clock a phrase means, counted from the publication and from the times named before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs
import regex

from ceasefire.document import Document
from ceasefire_id.dates.atoms import Parts
from ceasefire_id.dates.lexemes import Lexemes
from ceasefire_id.dates.lists import linked
from ceasefire_id.dates.named_days import NamedDays, Note
from ceasefire_id.dates.phrases import Phrase
from ceasefire_id.dates.tense import Tense, Tenses
from ceasefire_id.dates.values import Stamp, add_months, length_value, zone_of

__all__ = ["Resolution", "Resolved"]

#: a preposition between a clock and the day that it belongs to
_ON = regex.compile(r"\s+(?:pada|di)\s+|,?\s+\(?", regex.IGNORECASE | regex.V1)
_BEGINS = frozenset({"berlaku", "mulai", "dimulai", "sejak", "diberlakukan", "memberlakukan", "berlakunya"})


@attrs.frozen
class Resolved:
    """What a phrase denotes."""

    phrase: Phrase
    type: str
    value: str | None
    stamp: Stamp | None = None
    #: the day that the phrase itself names, before a clock such as 24.00 goes beyond it
    day: date | None = None
    start: str | None = None
    end: str | None = None
    notes: tuple[Note, ...] = ()


class Resolution:
    """Resolves the phrases of one document. One instance a document."""

    def __init__(self, document: Document, phrases: Sequence[Phrase], lexemes: Lexemes, tenses: Tenses) -> None:
        self._document = document
        self._text = document.text
        self._phrases = phrases
        self._lexemes = lexemes
        self._tenses = tenses
        self._published = document.published
        self._zone = zone_of(document.timezone)
        self._found: dict[int, Resolved | None] = {}
        self._named = NamedDays(document.published)

    def all(self) -> Iterator[Resolved]:
        """What every phrase denotes, in the order of the text; phrases that prove to be no time are left out."""
        for at in range(len(self._phrases)):
            resolved = self._at(at)
            if resolved:
                yield resolved

    def _at(self, at: int) -> Resolved | None:
        if at not in self._found:
            self._found[at] = None  # while it is resolved, others do not see it
            self._found[at] = self._resolve(at)
        return self._found[at]

    # ---- one phrase ----------------------------------------------------------------------------------------------

    def _resolve(self, at: int) -> Resolved | None:
        phrase = self._phrases[at]
        parts = phrase.parts
        if parts.value is not None:
            kind = "DURATION" if "length" in phrase.kinds else "SET" if "set" in phrase.kinds else "DATE"
            return Resolved(phrase, kind, parts.value)
        notes: list[Note] = []
        is_time = parts.hour is not None or parts.part is not None
        day = None
        try:
            stamp = self._stamp(at, phrase, notes)
            if stamp is not None and stamp.grain in {"day", "clock"} and _names_day(parts):
                day = stamp.day
            if stamp is not None and is_time:
                stamp = self._timed(at, stamp, parts)
        except (ValueError, OverflowError):
            stamp = None
        if stamp is None and "ordinal" in phrase.kinds and parts.day is None:
            return None
        kind = "TIME" if is_time or (stamp is not None and stamp.grain in {"part", "clock"}) else "DATE"
        if stamp is None:
            if parts.direction == "ago" and self._published:
                return Resolved(phrase, "DATE", "PAST_REF")
            if parts.direction:
                return Resolved(phrase, "DURATION", length_value(f"{parts.amount:g}", parts.unit or "D"))
            value = self._partial(parts) if self._published is None else None
            return Resolved(phrase, kind, value, notes=tuple(notes))
        zone = zone_of(parts.zone) if parts.zone else self._zone
        bounds = stamp.interval(zone)
        start, end = bounds or (None, None)
        return Resolved(phrase, kind, stamp.value(), stamp, day, start, end, tuple(notes))

    def _partial(self, parts: Parts) -> str | None:
        """What stays of a value whose anchor is missing: `XXXX-11-10`, `T18:00`."""
        clock = ""
        if parts.hour is not None:
            stamp = self._clock(date(2000, 1, 1), parts)
            clock = stamp.value()[10:]
        if parts.month is not None:
            return f"XXXX-{parts.month:02d}" + (f"-{parts.day:02d}" if parts.day else "") + clock
        return clock or None

    # ---- the day, or what is longer ------------------------------------------------------------------------------

    def _stamp(self, at: int, phrase: Phrase, notes: list[Note]) -> Stamp | None:
        parts = phrase.parts
        if parts.day is not None and parts.month is not None:
            day = self._named.day(parts, self._year_before(at), self._tense(phrase), notes)
            return Stamp("day", day) if day else None
        if parts.period:
            return self._period(parts)
        if parts.weekday is not None:
            return self._weekday(at, phrase)
        if parts.month is not None:
            month = self._named.month(parts, self._year_before(at), self._tense(phrase))
            return Stamp("month", month) if month else None
        if parts.year is not None:
            return Stamp("year", date(parts.year, 1, 1))
        if parts.direction:
            return self._counted(at, parts)
        if parts.from_last is not None:
            last = self._last_day(at)
            return Stamp("day", last + timedelta(days=parts.from_last)) if last else None
        if parts.unit:
            return self._unit_from_last(at, parts)
        if parts.ordinal is not None:
            return self._ordinal(at, phrase)
        if parts.hour is not None or parts.part is not None:
            if parts.days is None:
                day = self._context_day(at)
                return Stamp("day", day) if day else None
        if parts.weekend and parts.weeks is None and self._published and self._published.weekday() < 5:
            weeks = 0 if self._tense(phrase) == "future" else -1
            parts = attrs.evolve(parts, weeks=weeks)
        return self._from_published(parts)

    def _from_published(self, parts: Parts) -> Stamp | None:
        today = self._published
        if today is None:
            return None
        if parts.days is not None:
            return Stamp("day", today + timedelta(days=parts.days))
        if parts.weeks is not None or parts.weekend:
            monday = today - timedelta(days=today.weekday()) + timedelta(weeks=parts.weeks or 0)
            return Stamp("weekend" if parts.weekend else "week", monday)
        if parts.months is not None:
            return Stamp("month", add_months(today, parts.months))
        if parts.years is not None:
            return Stamp("year", date(today.year + parts.years, 1, 1))
        return None

    def _period(self, parts: Parts) -> Stamp | None:
        year = parts.year
        if year is None:
            if self._published is None:
                return None
            year = self._published.year + (parts.years or 0)
        kind = parts.period or ""
        if kind == "decade":
            return Stamp("decade", date(year, 1, 1))
        if kind[0] == "Q":
            return Stamp.quarter(year, int(kind[1:]))
        return Stamp.half(year, int(kind[1:])) if kind[0] == "H" else Stamp.season(year, kind)

    # ---- weekdays ------------------------------------------------------------------------------------------------

    def _weekday(self, at: int, phrase: Phrase) -> Stamp | None:
        day = self._weekday_date(at, phrase)
        if day is None:
            return None
        return Stamp("day", day - timedelta(days=1) if phrase.parts.eve else day)

    def _weekday_date(self, at: int, phrase: Phrase) -> date | None:
        parts, today = phrase.parts, self._published
        weekday = parts.weekday or 0
        if parts.shift in {"before", "after"}:
            last = self._last_day(at)
            if last is None:
                return None
            return (
                _latest(weekday, last - timedelta(days=1))
                if parts.shift == "before"
                else _first(weekday, last + timedelta(days=1))
            )
        if (
            parts.from_last is not None
            and "part" not in phrase.kinds
            and self._text[phrase.start : phrase.end].lower().startswith(("hari", *self._lexemes.weekdays))
        ):
            parts = attrs.evolve(parts, from_last=None)
        if parts.from_last is not None or parts.direction:
            counted = self._stamp(at, attrs.evolve(phrase, parts=attrs.evolve(parts, weekday=None)), [])
            return counted.day if counted else None
        if (neighbour := self._neighbour(at, weekday)) is not None:
            return neighbour
        if today is None:
            return None
        if parts.weeks is not None:
            return today - timedelta(days=today.weekday()) + timedelta(weeks=parts.weeks, days=weekday)
        if parts.days is not None:
            return _beside(weekday, today, parts.days)
        if parts.shift == "last":
            return _latest(weekday, today - timedelta(days=1))
        if parts.shift == "next" or self._tense(phrase) == "future":
            return _first(weekday, today)
        return _latest(weekday, today)

    def _neighbour(self, at: int, weekday: int) -> date | None:
        """The day of a weekday in a list or range whose other member has a day."""
        phrase = self._phrases[at]
        if phrase.parts.shift or phrase.parts.weeks is not None or phrase.parts.days is not None:
            return None
        if at + 1 < len(self._phrases) and linked(self._text, phrase, self._phrases[at + 1]):
            following = self._phrases[at + 1].parts
            dated = following.day is not None or following.weeks is not None or following.shift is not None
            if following.weekday is not None and (dated or self._tense(phrase) != "future"):
                resolved = self._at(at + 1)
                if resolved and resolved.stamp:
                    return _latest(weekday, resolved.stamp.day)
        if at and linked(self._text, self._phrases[at - 1], phrase) and self._phrases[at - 1].parts.weekday is not None:
            before = self._found.get(at - 1)
            if before and before.stamp:
                return _first(weekday, before.stamp.day)
        return None

    def _tense(self, phrase: Phrase) -> Tense | None:
        return self._tenses.of(self._document, phrase.start, phrase.end)

    # ---- counted from elsewhere ----------------------------------------------------------------------------------

    def _counted(self, at: int, parts: Parts) -> Stamp | None:
        """`tiga hari lalu`, `sebulan lalu`, `dua hari kemudian`, `satu jam kemudian`."""
        number, unit = parts.amount or 0, parts.unit or "D"
        if parts.direction == "ago":
            return self._ago(number, unit)
        sign = 1 if parts.direction == "later" else -1
        if unit.startswith("T"):
            return self._clock_later(at, sign * number, unit)
        last = self._last_day(at)
        if last is None:
            return None
        if unit in {"D", "W"}:
            return Stamp("day", last + timedelta(days=sign * number * (7 if unit == "W" else 1)))
        if unit in {"M", "Y", "10Y", "100Y"}:
            last = self._last_stamp(at) or last
        if unit == "M":
            return Stamp("month", add_months(last, int(sign * number)))
        years = int(number * (int(unit[:-1]) if unit[:-1].isdecimal() else 1))
        return Stamp("year", date(last.year + sign * years, 1, 1)) if unit.endswith("Y") else None

    def _ago(self, number: float, unit: str) -> Stamp | None:
        today = self._published
        if today is None or unit.startswith("T"):
            return None
        if unit == "D":
            return Stamp("day", today - timedelta(days=number))
        if unit == "W":
            return Stamp("week", today - timedelta(weeks=number))
        if unit == "M":
            return Stamp("month", add_months(today, -int(number)))
        if unit == "Y":
            return Stamp("year", date(today.year - int(number), 1, 1))
        if unit == "10Y" and number == int(number):
            return Stamp("decade", date(today.year - int(number * 10), 1, 1))
        return None

    def _clock_later(self, at: int, number: float, unit: str) -> Stamp | None:
        """From the last clock named in the paragraph."""
        step = timedelta(**{{"TH": "hours", "TM": "minutes", "TS": "seconds"}[unit]: number})
        for before in self._before(at, self._document.paragraph_at(self._phrases[at].start).start):
            if before.stamp and before.stamp.grain == "clock":
                then = timedelta(hours=before.stamp.hour, minutes=before.stamp.minute) + step
                day = before.stamp.day + timedelta(days=then.days)
                hour, rest = divmod(then.seconds, 3600)
                return attrs.evolve(before.stamp, day=day, hour=hour, minute=rest // 60)
        return None

    def _unit_from_last(self, at: int, parts: Parts) -> Stamp | None:
        """`pekan itu`, `bulan berikutnya`, `tahun yang sama`."""
        steps = {"before": -1, "after": 1}.get(parts.shift or "", 0)
        if parts.unit == "Y":
            year = self._year_before(at, everywhere=True)
            return Stamp("year", date(year + steps, 1, 1)) if year else None
        last = self._last_day(at)
        if last is None:
            return None
        return (
            Stamp("week", last + timedelta(weeks=steps))
            if parts.unit == "W"
            else Stamp("month", add_months(last, steps))
        )

    def _ordinal(self, at: int, phrase: Phrase) -> Stamp | None:
        """`hari ketiga` beside a day is that day; else it counts from the last day on which something began."""
        following = self._following_day(at)
        if following:
            return Stamp("day", following)
        before = self._found.get(at - 1)
        if before and before.stamp and before.stamp.grain == "day":
            if self._text[before.phrase.end : phrase.start].strip() in {",", "atau", "("}:
                return Stamp("day", before.stamp.day)
        for earlier in self._before(at, 0):
            if earlier.stamp and earlier.stamp.grain in {"day", "part", "clock"} and self._begins(earlier.phrase):
                return Stamp("day", earlier.stamp.day + timedelta(days=(phrase.parts.ordinal or 1) - 1))
        return None

    def _begins(self, phrase: Phrase) -> bool:
        """Whether something begins at that time: `mulai berlaku pada`, `sejak`."""
        words = self._document.words
        last = words.last_before(phrase.start)
        return not _BEGINS.isdisjoint(words.folded[max(0, last - 2) : last + 1])

    # ---- the times around ----------------------------------------------------------------------------------------

    def _before(self, at: int, start: int) -> Iterator[Resolved]:
        """Resolved phrases before that one which begin at `start` or later, nearest first."""
        for number in range(at - 1, -1, -1):
            if self._phrases[number].start < start:
                return
            resolved = self._found.get(number)
            if resolved:
                yield resolved

    def _last_day(self, at: int) -> date | None:
        """The last day mentioned; the publication where none was."""
        for before in self._before(at, 0):
            if before.day:
                return before.day
        return self._published

    def _last_stamp(self, at: int) -> date | None:
        """The first day of the last time mentioned, be it a day, a month or a year."""
        grains = {"day", "part", "clock", "month", "year"}
        return next((b.stamp.day for b in self._before(at, 0) if b.stamp and b.stamp.grain in grains), None)

    def _context_day(self, at: int) -> date | None:
        """The day of a clock that has none: that of its own phrase, its sentence, its paragraph, the publication."""
        following = self._following_day(at)
        if following:
            return following
        position = self._phrases[at].start
        for before in self._before(at, self._document.paragraph_at(position).start):
            if before.day:
                return before.day
        return self._published

    def _following_day(self, at: int) -> date | None:
        """The day after a preposition: `pukul 13.00 pada 9 November`; that of the second end of a range."""
        if at + 1 >= len(self._phrases):
            return None
        phrase, following = self._phrases[at], self._phrases[at + 1]
        parts = following.parts
        if parts.day is None and parts.weekday is None and parts.days is None:
            return None
        on = _ON.fullmatch(self._text, phrase.end, following.start)
        if not on and not linked(self._text, phrase, following):
            return None
        if not on and following.parts.hour is None:
            return None
        resolved = self._at(at + 1)
        return resolved.day if resolved else None

    def _year_before(self, at: int, *, everywhere: bool = False) -> int | None:
        """The year that the sentence names before that phrase."""
        start = 0 if everywhere else self._document.sentence_at(self._phrases[at].start).start
        for before in self._before(at, start):
            parts = before.phrase.parts
            if before.stamp and (everywhere or parts.year is not None or parts.years is not None):
                return before.stamp.day.year
        return self._published.year if everywhere and self._published else None

    # ---- the time of the day -------------------------------------------------------------------------------------

    def _timed(self, at: int, stamp: Stamp, parts: Parts) -> Stamp:
        if stamp.grain != "day":
            return stamp
        if parts.hour is None:
            part = self._lexemes.parts[parts.part or ""]
            if ":" in part.code:
                return Stamp("clock", stamp.day, hour=int(part.code[:2]), offset=self._offset(parts))
            return Stamp("part", stamp.day, part=part.code, hours=part.hours)
        return self._clock(stamp.day, self._as_second(at, parts))

    def _as_second(self, at: int, parts: Parts) -> Parts:
        """`antara jam 9 dan jam 2`: the second clock of a range lies after the first."""
        before = self._found.get(at - 1)
        hour = parts.hour or 0
        if (
            before
            and before.stamp
            and before.stamp.grain == "clock"
            and parts.part is None
            and hour < before.stamp.hour <= 12
            and 1 <= hour < 12
            and linked(self._text, before.phrase, self._phrases[at])
        ):
            return attrs.evolve(parts, hour=hour + 12)
        return parts

    def _clock(self, day: date, parts: Parts) -> Stamp:
        hour = _hour(parts.hour or 0, self._lexemes.parts[parts.part].hours if parts.part else None)
        if hour == 24:
            day, hour = day + timedelta(days=1), 0
        return Stamp("clock", day, hour=hour, minute=parts.minute or 0, offset=self._offset(parts))

    def _offset(self, parts: Parts) -> str:
        return parts.zone or "" if parts.zone_named else ""


def _names_day(parts: Parts) -> bool:
    """Whether the phrase says of which day it is, not only which clock."""
    fields = (parts.day, parts.weekday, parts.days, parts.from_last, parts.direction, parts.ordinal)
    return any(field is not None for field in fields)


def _hour(hour: int, hours: tuple[int, int] | None) -> int:
    """A clock of twelve hours in its part of the day: `6 sore` is 18, `12 malam` 24, `12 dini hari` 0, `1 siang` 13."""
    if hours is None or hour > 12:
        return hour
    first, last = hours
    if last <= 11:
        return 0 if hour == 12 else hour
    if first < 18:
        return hour if hour in {10, 11, 12} and first <= 12 else hour % 12 + 12
    if hour == 12:
        return 24
    return hour + 12 if hour >= 6 else hour


def _latest(weekday: int, limit: date) -> date:
    return limit - timedelta(days=(limit.weekday() - weekday) % 7)


def _first(weekday: int, limit: date) -> date:
    return limit + timedelta(days=(weekday - limit.weekday()) % 7)


def _beside(weekday: int, today: date, days: int) -> date:
    """`Senin kemarin` lies before today, `Senin besok` after it, `Senin hari ini` is the nearest one."""
    if days < 0:
        return _latest(weekday, today - timedelta(days=1))
    if days > 0:
        return _first(weekday, today + timedelta(days=1))
    before, after = _latest(weekday, today), _first(weekday, today)
    return before if today - before <= after - today else after
