"""Which day, month or clock a phrase means, counted from the publication and from the times named before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs

from ceasefire.document import Document
from ceasefire_id.dates.anchors import Anchors, Resolved
from ceasefire_id.dates.atoms import Parts, Phrase
from ceasefire_id.dates.hours import clock_on, time_of_day
from ceasefire_id.dates.lexemes import Lexemes
from ceasefire_id.dates.named_days import NamedDays, Note
from ceasefire_id.dates.report import Reports
from ceasefire_id.dates.tense import Tense, Tenses
from ceasefire_id.dates.values import SEASONS, Stamp, add_months, length_value, nearest_season, zone_of
from ceasefire_id.dates.weekday_dates import WeekdayDates

__all__ = ["Resolution"]


_STEPS = {"before": -1, "after": 1}
#: how many phrases of a list may wait for the one after them
_FARTHEST_AHEAD = 12
#: how far behind the words of a quotation their saying may be dated, in code points
_SAYING_REACH = 600
#: what a sentence tells from one day until another, neither with a year, takes no longer
_LONGEST_COURSE = timedelta(days=120)


class Resolution:
    """Resolves the phrases of one document. One instance a document."""

    def __init__(
        self, document: Document, phrases: Sequence[Phrase], lexemes: Lexemes, tenses: Tenses, reports: Reports
    ) -> None:
        self._document = document
        self._phrases = phrases
        self._lexemes = lexemes
        self._tenses = tenses
        self._reports = reports
        self._published = document.published
        self._zone = zone_of(document.timezone)
        self._ahead = 0
        self._anchors = Anchors(document, phrases, self._at)
        self._named = NamedDays(document.published)
        self._weekdays = WeekdayDates(document.published, self._anchors, self._at, self._tense)

    def all(self) -> Iterator[Resolved]:
        """What every phrase denotes, in the order of the text; phrases that prove to be no time are left out."""
        for at in range(len(self._phrases)):
            resolved = self._at(at)
            if resolved:
                yield resolved

    def _at(self, at: int) -> Resolved | None:
        found = self._anchors.found
        if at not in found and self._ahead < _FARTHEST_AHEAD:
            found[at] = None  # while it is resolved, others do not see it
            self._ahead += 1
            found[at] = self._resolve(at, self._phrases[at])
            self._ahead -= 1
        return found.get(at)

    def _tense(self, phrase: Phrase) -> Tense | None:
        if phrase.parts.mod == "BEFORE" and "weekday" in phrase.kinds:
            return "future"  # `paling lambat Jumat`
        tense = self._tenses.of(self._document, phrase.start, phrase.end)
        return "future" if tense == "planned" else tense

    # ---- one phrase ----------------------------------------------------------------------------------------------

    def _resolve(self, at: int, phrase: Phrase) -> Resolved | None:
        parts = phrase.parts
        if parts.value is not None:
            kind = "DURATION" if "length" in phrase.kinds else "SET" if "set" in phrase.kinds else "DATE"
            return Resolved(phrase, kind, parts.value)
        is_time = parts.hour is not None or parts.part is not None
        notes: list[Note] = []
        day: date | None = None
        try:
            stamp = self._stamp(at, phrase, notes)
            if stamp and stamp.grain in {"day", "clock"} and _names_day(parts):
                day = stamp.day
            if stamp and is_time and stamp.grain == "day":
                stamp = time_of_day(stamp.day, self._as_second_end(at, parts), self._lexemes)
                if day is None:
                    stamp = self._after_first_end(at, stamp)
        except (ValueError, OverflowError):
            stamp = None  # beyond the calendar
        if stamp is None:
            return self._without_stamp(phrase, tuple(notes), is_time=is_time)
        start, end = stamp.interval(zone_of(parts.zone) if parts.zone else self._zone) or (None, None)
        kind = "TIME" if stamp.grain in {"part", "clock"} else "DATE"
        return Resolved(phrase, kind, stamp.value(), stamp, day, start, end, tuple(notes))

    def _without_stamp(self, phrase: Phrase, notes: tuple[Note, ...], *, is_time: bool) -> Resolved | None:
        """What is left to say of a phrase that nothing gives a place in the calendar."""
        parts = phrase.parts
        if "ordinal" in phrase.kinds and parts.day is None:
            return None
        if parts.direction == "ago" and self._published:
            return Resolved(phrase, "DATE", "PAST_REF")
        if parts.direction in {"later", "earlier"}:
            return Resolved(phrase, "DURATION", length_value(f"{parts.amount:g}", parts.unit or "D"))
        value = self._partial(parts) if self._published is None else None
        return Resolved(phrase, "TIME" if is_time else "DATE", value, notes=notes)

    def _partial(self, parts: Parts) -> str | None:
        """What stays of a value whose anchor is missing: `XXXX-11-10`, `T18:00`."""
        clock = clock_on(date(2000, 1, 1), parts, self._lexemes).value()[10:] if parts.hour is not None else ""
        if parts.month is not None:
            day = f"-{parts.day:02d}" if parts.day else ""
            return f"XXXX-{parts.month:02d}{day}{clock}"
        return clock or None

    def _as_second_end(self, at: int, parts: Parts) -> Parts:
        """`antara jam 9 dan jam 2`: the second clock of a range lies after the first."""
        before = self._anchors.linked_before(at) if parts.part is None and parts.hour else None
        if before is None or before.stamp is None or before.stamp.grain != "clock":
            return parts
        hour = parts.hour or 0
        return attrs.evolve(parts, hour=hour + 12) if hour < before.stamp.hour <= 12 else parts

    def _after_first_end(self, at: int, stamp: Stamp) -> Stamp:
        """`pukul 17.00 hingga 07.00` ends on the next day."""
        before = self._anchors.linked_before(at)
        if before is None or before.stamp is None or before.stamp.grain != "clock" or stamp.grain != "clock":
            return stamp
        earlier = (stamp.hour, stamp.minute) < (before.stamp.hour, before.stamp.minute)
        if stamp.day == before.stamp.day and earlier and self._anchors.opens_range(at - 1):
            return attrs.evolve(stamp, day=stamp.day + timedelta(days=1))
        return stamp

    # ---- its place in the calendar -------------------------------------------------------------------------------

    def _stamp(self, at: int, phrase: Phrase, notes: list[Note]) -> Stamp | None:
        """The day, or what is longer."""
        parts = phrase.parts
        if parts.month is not None or parts.day is not None:
            return self._named_stamp(at, phrase, notes)
        if parts.period:
            return self._period(parts)
        if parts.weekday is not None and not parts.direction and "weekday" in phrase.kinds:
            day = self._weekdays.day(at, phrase)
            return Stamp("day", day - timedelta(days=1) if parts.eve else day) if day else None
        if parts.year is not None:
            return Stamp("year", date(parts.year, 1, 1))
        if parts.direction:
            return self._counted(at, parts)
        if parts.from_last is not None:
            last = self._anchors.last_day(at)
            return Stamp("day", last + timedelta(days=parts.from_last)) if last else None
        if parts.unit:
            return self._unit_from_last(at, parts)
        if parts.ordinal is not None:
            return self._ordinal(at, parts.ordinal)
        if (parts.hour is not None or parts.part is not None) and parts.days is None:
            day = self._anchors.day_of_clock(at)
            return Stamp("day", day) if day else None
        return self._from_published(at, phrase, parts)

    def _named_stamp(self, at: int, phrase: Phrase, notes: list[Note]) -> Stamp | None:
        parts = phrase.parts
        if parts.unit == "Y" and (last := self._anchors.last_year(at)):
            # `Desember tahun itu`, `Maret tahun berikutnya`
            parts = attrs.evolve(parts, year=last + _STEPS.get(parts.shift or "", 0), shift=None)
        if parts.day is not None:
            if parts.eve:
                parts = attrs.evolve(parts, weekday=None)  # `malam Minggu (8/11)` names the day before
            year, tense = self._anchors.year_named(at), self._tense(phrase)
            day = self._named.day(parts, year, tense, notes, in_digits="numeric" in phrase.kinds)
            day = self._told_on(at, parts, day) if day and year is not None else day
            return Stamp("day", self._not_before_first_end(at, parts, day)) if day else None
        tense = self._tenses.of(self._document, phrase.start, phrase.end)
        year = self._anchors.year_named(at)
        month = self._named.month(parts, year, tense)
        month = self._told_on(at, parts, month) if month and year is not None else month
        if month and parts.week_of_month is not None:
            return _week_of_month(month, parts.week_of_month)
        return Stamp("month", month) if month else None

    def _told_on(self, at: int, parts: Parts, day: date) -> date:
        """`dipakai sejak Agustus 2016, dihapus pada awal Februari`: what is told next is not told of before.

        The year that the sentence names holds, unless the day would then lie before the one that it was named with;
        a day after `setelah` or `sejak` may.
        """
        named = self._anchors.naming_year(at)
        later = day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else day
        told_on = parts.year is None and parts.years is None and not parts.shift and named is not None
        if not told_on or named is None or day >= named or self._anchors.goes_back(at):
            return day
        if self._anchors.is_bound(at):
            # `berlaku sejak 17 Oktober 2023, jalan sampai 15 Juli`
            return later
        return later if self._published is not None and later <= self._published else day

    def _not_before_first_end(self, at: int, parts: Parts, day: date) -> date:
        """`dari 2 Agustus hingga 2 Oktober`: what ends on a day without a year ends soon after it begins."""
        if parts.year is not None:
            return day
        first = self._anchors.linked_before(at)
        if first is not None and first.day is not None and self._anchors.opens_range(at - 1):
            return _first_not_before(first.day, day) if day < first.day else day
        began = self._anchors.day_before_bound(at)
        until = _first_not_before(began, day) if began is not None else day
        # `mulai 5 Juli, lalu diperpanjang hingga 3 Agustus`
        return until if began is not None and until - began < _LONGEST_COURSE else day

    def _from_published(self, at: int, phrase: Phrase, parts: Parts) -> Stamp | None:
        today = self._published
        if today is None:
            return None
        if parts.days is not None:
            return Stamp("day", (self._day_of_saying(at) or today) + timedelta(days=parts.days))
        if parts.weeks is not None or parts.weekend:
            weeks = parts.weeks
            if weeks is None:
                # a week-end that is not said to come is the latest one
                weeks = 0 if today.weekday() >= 5 or self._tense(phrase) == "future" else -1
            monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
            return Stamp("weekend" if parts.weekend else "week", monday)
        if parts.months is not None:
            month = add_months(today, parts.months)
            return _week_of_month(month, parts.week_of_month) if parts.week_of_month else Stamp("month", month)
        return Stamp("year", date(today.year + parts.years, 1, 1)) if parts.years is not None else None

    def _day_of_saying(self, at: int) -> date | None:
        """The day on which the words of a quotation were said, where its paragraph dates the saying."""
        start = self._phrases[at].start
        quotation = self._document.quotation_at(start)
        glossed = self._document.text[start - 1 : start] in ("(", "[")
        if quotation is None or glossed:
            # `"Besok (hari ini) ia dipanggil"`: the editor's words count from the publication
            return None
        end = min(self._document.paragraph_at(start).end, start + _SAYING_REACH)
        for number in range(at + 1, len(self._phrases)):
            other = self._phrases[number]
            if other.start >= end:
                return None
            named = (other.parts.day is not None and other.parts.month is not None) or "weekday" in other.kinds
            dated = named and self._reports.dates(self._document, other.start, other.end)
            if dated or ((other.parts.days or 0) < 0 and self._dates_saying(quotation.span.end, other)):
                resolved = self._at(number)
                return resolved.day if resolved else None
        return None

    def _dates_saying(self, end: int, phrase: Phrase) -> bool:
        """`"...," katanya seusai rapat tadi malam`: of the words of the quotation that ends at `end`."""
        document = self._document
        if phrase.start < end or document.quotation_at(phrase.start):
            return False
        same = document.sentence_at(end).start == document.sentence_at(phrase.start).start
        return same and self._reports.is_saying(document, end)

    def _period(self, parts: Parts) -> Stamp | None:
        kind, year = parts.period or "", parts.year
        if year is None:
            if self._published is None:
                return None
            if kind in SEASONS and parts.unit is None:
                return nearest_season(self._published, kind, parts.years or 0)
            year = self._published.year + (parts.years or 0)
        if kind == "decade":
            return Stamp("decade", date(year, 1, 1))
        if kind[0] == "Q":
            return Stamp.quarter(year, int(kind[1:]))
        return Stamp.half(year, int(kind[1:])) if kind[0] == "H" else Stamp.season(year, kind)

    # ---- counted -------------------------------------------------------------------------------------------------

    def _counted(self, at: int, parts: Parts) -> Stamp | None:
        """`tiga hari lalu`, `sebulan lalu`, `dua hari kemudian`, `satu jam kemudian`."""
        number, unit = parts.amount or 0, parts.unit or "D"
        if parts.direction == "ago":
            return self._ago(number, unit)
        if parts.direction == "earlier":
            number = -number
        if unit.startswith("T"):
            return self._clock_later(at, number, unit)
        if unit in {"D", "W"}:
            day = self._anchors.last_day(at)
            return Stamp("day", day + timedelta(days=number * (7 if unit == "W" else 1))) if day else None
        last = self._anchors.last_start(at)
        if last is None:
            return None
        if unit == "M":
            return Stamp("month", add_months(last, int(number)))
        years = int(number * int(unit.removesuffix("Y") or 1)) if unit.endswith("Y") else None
        return Stamp("year", date(last.year + years, 1, 1)) if years is not None else None

    def _ago(self, number: float, unit: str) -> Stamp | None:
        today = self._published
        if today is None:
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
        clock = self._anchors.last_clock(at)
        if clock is None:
            return None
        step = timedelta(**{{"TH": "hours", "TM": "minutes", "TS": "seconds"}[unit]: number})
        then = timedelta(hours=clock.hour, minutes=clock.minute) + step
        hour, rest = divmod(then.seconds, 3600)
        return attrs.evolve(clock, day=clock.day + timedelta(days=then.days), hour=hour, minute=rest // 60)

    def _unit_from_last(self, at: int, parts: Parts) -> Stamp | None:
        """`pekan itu`, `bulan berikutnya`, `tahun yang sama`."""
        steps = _STEPS.get(parts.shift or "", 0)
        if parts.unit == "Y":
            year = self._anchors.last_year(at)
            return Stamp("year", date(year + steps, 1, 1)) if year else None
        last = self._anchors.last_start(at) if parts.unit == "M" else self._anchors.last_day(at)
        if last is None:
            return None
        if parts.unit == "W":
            return Stamp("week", last + timedelta(weeks=steps))
        return Stamp("month", add_months(last, steps))

    def _ordinal(self, at: int, number: int) -> Stamp | None:
        """`hari ketiga` beside a day is that day; else it counts from the last day on which something began."""
        day = self._anchors.following_day(at) or self._anchors.beside(at)
        if day:
            return Stamp("day", day)
        first = self._anchors.first_day_of_something(at)
        if first is None:
            return None
        day = first + timedelta(days=number - 1)
        # a day that lies ahead is one of something else
        return Stamp("day", day) if self._published is None or day <= self._published else None


def _first_not_before(earliest: date, day: date) -> date:
    """The first such day of a year that is not before another day."""
    same_year = day.replace(year=earliest.year)
    return same_year if same_year >= earliest else day.replace(year=earliest.year + 1)


def _week_of_month(month: date, number: int) -> Stamp:
    """That week of the month, counted as ISO 8601 counts those of a year: the first has the first Thursday."""
    if number < 0:
        thursday = add_months(month, 1).replace(day=1) - timedelta(days=1)
        while thursday.weekday() != 3:
            thursday -= timedelta(days=1)
    else:
        first = month.replace(day=1)
        thursday = first + timedelta(days=(3 - first.weekday()) % 7, weeks=number - 1)
    return Stamp("week", thursday - timedelta(days=3))


def _names_day(parts: Parts) -> bool:
    """Whether the phrase says of which day it is, not only which clock."""
    fields = (parts.day, parts.weekday, parts.days, parts.from_last, parts.direction, parts.ordinal)
    return any(field is not None for field in fields)
