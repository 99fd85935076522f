"""Event mentions to the events of a pause."""

from __future__ import annotations

from collections.abc import Iterable

from ceasefire.assembly.books import Book
from ceasefire.assembly.checks import Checker
from ceasefire.assembly.pauses.evidence import Evidence
from ceasefire.mentions import ActorMention, EventMention, StatementMention
from ceasefire.models import Actor, PauseEvent, Region, Span, Time

__all__ = ["build_events"]


def build_events(
    checker: Checker, told: Iterable[Evidence], times: Book[Time], actors: Book[Actor], regions: Book[Region]
) -> tuple[PauseEvent, ...]:
    """The events of one pause, in the order of the text."""
    mentions = sorted(
        (event for evidence in told for event in evidence.events), key=lambda e: (e.span.start, e.span.end)
    )
    events: list[PauseEvent] = []
    here = 0  # where the events of the words at hand begin: no other can be told twice
    for mention in mentions:
        event = _event(checker, mention, times, actors, regions)
        if events and events[-1].span != event.span:
            here = len(events)
        if event not in events[here:]:
            events.append(event)
    return tuple(events)


def _event(
    checker: Checker, mention: EventMention, times: Book[Time], actors: Book[Actor], regions: Book[Region]
) -> PauseEvent:
    date, duration = times.of(mention.date), times.of(mention.duration)
    actor = mention.actor or (_speaker(checker, mention.span) if mention.by_speaker else None)
    return PauseEvent(
        type=mention.type,
        by=actors.of(actor),
        region=regions.of(mention.region),
        duration=duration.value if duration else None,
        date=date.value if date else None,
        span=mention.span,
        text=checker.text_of(mention.span),
        times=tuple(time for time in (duration, date) if time is not None),
        rule=mention.by,
    )


def _speaker(checker: Checker, span: Span) -> ActorMention | None:
    """Who speaks in the innermost statement around the event's words."""
    around = [s for s in checker.document.overlapping(StatementMention, span) if s.span.covers(span)]
    return min(around, key=lambda s: len(s.span)).speaker if around else None
