"""The pauses of a report as a calendar (RFC 5545) that any calendar program opens: `ceasefire read --format ics`."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from ceasefire import Format, hookimpl
from ceasefire.models import Moment, Pause, Report
from icalendar import Calendar, Event

__all__ = ["CalendarFormat", "formats"]

#: the version of the plugin contract that this was written for
requires_contract = ">=1.0,<2"

#: what each status is to a calendar
STATUSES = {"proposed": "TENTATIVE", "agreed": "TENTATIVE", "rejected": "CANCELLED"}
#: of an article without a day of publication, so that the same report gives the same calendar
NO_DAY = datetime(1970, 1, 1, tzinfo=UTC)


class CalendarFormat:
    """One event a pause of which the day is known on which it starts, or else on which it was announced."""

    name = "ics"
    description = "pauses as a calendar, one event each (iCalendar)"
    media_type = "text/calendar"

    def render(self, report: Report, text: str) -> str:
        """See `ceasefire.hookspecs.Format.render`. A pause of which no day is known is left out."""
        calendar = Calendar()
        calendar.add("prodid", "-//ceasefire-mindanao//EN")
        calendar.add("version", "2.0")
        for pause in report.pauses:
            if event := _event(report, pause):
                calendar.add_component(event)
        written: str = calendar.to_ical().decode("utf-8")
        return written


def _event(report: Report, pause: Pause) -> Event | None:
    zone = ZoneInfo(report.article.timezone)
    start = _when(pause.starts or pause.announced, zone)
    if start is None:
        return None
    event = Event()
    event.add("uid", f"{report.article.sha256}-{pause.id}@ceasefire")
    event.add("dtstamp", _stamp(report.article.published))
    event.add("dtstart", start)
    end = _when(pause.ends, zone)
    if end is not None and type(end) is type(start) and end >= start:
        # A day that is an end is the first that no longer belongs to it.
        event.add("dtend", end if isinstance(end, datetime) else end + timedelta(days=1))
    event.add("summary", _plain(pause.label))
    event.add("status", STATUSES.get(pause.status, "CONFIRMED"))
    event.add("description", _plain(f"{pause.kind}, {pause.status}; {_parties(pause)}"))
    if places := [part.region.name for part in pause.scope.includes if part.region is not None]:
        event.add("location", _plain(", ".join(places)))
    return event


def _when(moment: Moment | None, zone: ZoneInfo) -> date | datetime | None:
    """A day, or a moment of UTC; null of what is coarser than a day."""
    if moment is None:
        return None
    try:
        if "T" in moment.value:
            return datetime.fromisoformat(moment.value).replace(tzinfo=zone).astimezone(UTC)
        return date.fromisoformat(moment.value)
    except (ValueError, OverflowError):
        return None


def _stamp(published: str | None) -> datetime:
    day = datetime.fromisoformat(published) if published else NO_DAY
    return day.replace(tzinfo=UTC)


def _parties(pause: Pause) -> str:
    names = ", ".join(actor.name for actor in pause.parties or pause.declared_by)
    return names or "nobody is named"


def _plain(text: str) -> str:
    """Without control characters, which RFC 5545 does not allow."""
    return "".join(" " if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in text)


@hookimpl
def formats() -> list[Format]:
    """The format of this plugin."""
    return [CalendarFormat()]
