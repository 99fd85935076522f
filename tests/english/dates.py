"""Times: weekdays, calendar dates, months, deictic days, and lengths, resolved from the day of publication."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import regex

from ceasefire.document import Document
from ceasefire.mentions import Mention, NumberMention, TimeMention
from ceasefire.models import Span
from english.words import LIMIT, any_of, lexicon


class Dates:
    """Gives a `TimeMention` for each time."""

    name = "en-dates"
    language = "en"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset({NumberMention})
    gives: frozenset[type[Mention]] = frozenset({TimeMention})

    def __init__(self) -> None:
        self._words = words = lexicon("times")
        days, months, parts = any_of(words["weekdays"]), any_of(words["months"]), any_of(words["parts"])
        ahead = rf"(?:\b(?P<ahead>{any_of(words['ahead'])})\s)?"
        self._weekday = regex.compile(rf"{ahead}\b(?P<day>{days})\b(?:\s(?P<part>{parts})\b)?", regex.I)
        self._calendar = regex.compile(
            rf"{ahead}(?<![\w.,-])(?P<all>(?:(?P<d>[0-3]?[0-9])\s(?P<m>{months})|(?P<m>{months})\s(?P<d>[0-3]?[0-9])(?![\w:])"
            rf"|(?P<m>{months}))\b(?:,?\s(?P<y>[12][0-9]{{3}})\b)?)",
            regex.I,
        )
        self._before_month = regex.compile(rf"\b{any_of(words['before_months'])}[\s-]$", regex.I)
        self._deictic = regex.compile(r"\b(?:(?P<a>yesterday)|(?P<b>today)|(?P<c>tomorrow))\b", regex.I)
        self._unit = regex.compile(rf"(?:\s|-)(?P<unit>{any_of(words['units'])})s?\b", regex.I)

    def extract(self, document: Document) -> Iterator[TimeMention]:
        """The times of the text; what stands in a line that points at another page is none of this article."""
        for mention in (*self._days(document), *self._dates(document), *self._lengths(document)):
            if not document.in_furniture(mention.span, "link"):
                yield mention

    def _days(self, document: Document) -> Iterator[TimeMention]:
        for match in self._weekday.finditer(document.text, timeout=LIMIT):
            wanted = self._words["weekdays"].index(match["day"].lower())
            day = _weekday(document.published, wanted, bool(match["ahead"]))
            part = self._words["parts"].get((match["part"] or "").lower())
            hours = self._words["hours"][part] if part else None
            yield self._day(document, Span(match.start("day"), match.end()), "weekday", day, part, hours)
        for match in self._deictic.finditer(document.text, timeout=LIMIT):
            shift = -1 if match["a"] else 1 if match["c"] else 0
            day = document.published + timedelta(days=shift) if document.published else None
            yield self._day(document, Span(*match.span()), "deictic", day)

    def _dates(self, document: Document) -> Iterator[TimeMention]:
        for match in self._calendar.finditer(document.text, timeout=LIMIT):
            name = match["m"].lower()
            if not match["d"] and self._is_doubtful(document, match):
                continue
            month = self._words["months"].index(name) + 1
            year = int(match["y"]) if match["y"] else _year_of(month, document.published, bool(match["ahead"]))
            span = Span(*match.span("all"))
            if match["d"]:
                try:
                    day = date(year, month, int(match["d"])) if year else None
                except ValueError:
                    continue
                yield self._day(document, span, "calendar", day)
                continue
            value = f"{year:04}-{month:02}" if year else None
            first = date(year, month, 1) if year else None
            end = (first + timedelta(days=31)).replace(day=1) if first else None
            yield TimeMention(
                span=span,
                by=f"{self.name}:month",
                type="DATE",
                value=value,
                start=_moment(document, first),
                end=_moment(document, end),
            )

    def _is_doubtful(self, document: Document, match: regex.Match[str]) -> bool:
        """Whether a word for a month is another word: in small letters, or one that is also a verb or a name."""
        if not match["m"].islower() and (match["y"] or match["m"].lower() not in self._words["doubtful"]):
            return False
        start = match.start("all")
        return not self._before_month.search(document.text, pos=max(0, start - 8), endpos=start)

    def _lengths(self, document: Document) -> Iterator[TimeMention]:
        for number in document.of(NumberMention):
            match = self._unit.match(document.text, number.span.end)
            if match is None:
                continue
            code = self._words["units"][match["unit"].lower()]
            amount = _amount(number)
            yield TimeMention(
                span=Span(number.span.start, match.end()),
                by=f"{self.name}:length",
                type="DURATION",
                value=f"P{code[:-1]}{'X' if amount is None else amount}{code[-1]}",
                mod=self._words["mods"].get(number.bound or ""),
            )

    def _day(
        self,
        document: Document,
        span: Span,
        rule: str,
        day: date | None,
        part: str | None = None,
        hours: list[int] | None = None,
    ) -> TimeMention:
        return TimeMention(
            span=span,
            by=f"{self.name}:{rule}",
            type="TIME" if part else "DATE",
            value=f"{day.isoformat()}{f'T{part}' if part else ''}" if day else None,
            start=_moment(document, day, hours[0] if hours else 0),
            end=_moment(document, day, hours[1] if hours else 24),
        )


def _weekday(published: date | None, wanted: int, ahead: bool) -> date | None:
    """The last such day up to publication, or the first one from it on."""
    if published is None:
        return None
    back = (published.weekday() - wanted) % 7
    return published + timedelta(days=-back % 7) if ahead else published - timedelta(days=back)


def _year_of(month: int, published: date | None, ahead: bool) -> int | None:
    """The year in which the month was last, or, ahead, in which it is next."""
    if published is None:
        return None
    if ahead:
        return published.year + (month < published.month)
    return published.year - (month > published.month)


def _moment(document: Document, day: date | None, hour: int = 0) -> str | None:
    if day is None:
        return None
    midnight = datetime(day.year, day.month, day.day)
    return (midnight + timedelta(hours=hour)).replace(tzinfo=ZoneInfo(document.timezone)).isoformat()


def _amount(number: NumberMention) -> int | None:
    """The number without its bound, where it is one number."""
    if number.bound == "more":
        return number.min - 1 if number.min is not None else None
    if number.bound == "less":
        return number.max + 1 if number.max is not None else None
    if number.bound == "about" and number.min is not None and number.max is not None:
        return (number.min + number.max) // 2
    low, high = number.min, number.max
    return low if high is None or low == high else high if low is None else None
