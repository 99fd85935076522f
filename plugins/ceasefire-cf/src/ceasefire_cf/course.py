"""When a ceasefire was declared, holds and ends, and what became of it."""

from __future__ import annotations

from ceasefire.models import Moment, Pause, PauseEvent, Span
from ceasefire_cf.coded import Value
from ceasefire_cf.grounding import label_span, named, nearest

__all__ = ["duration", "ended_by", "ended_on", "how_ended", "later_events", "moment", "status", "violated_by"]

#: events by which a ceasefire comes to be; all others are later ones
_MAKING = {"announced", "agreed", "demanded"}
#: which events tell a status
_TELLING = {
    "proposed": ("demanded", "negotiated"),
    "agreed": ("agreed", "announced"),
    "in_force": ("started", "confirmed", "announced", "agreed"),
}
#: which events tell a date that no time tells
_DATING = {
    "announced": ("announced", "agreed"),
    "starts": ("started", "announced", "agreed", "confirmed"),
    "ends": ("ended", "extended"),
}


def moment(pause: Pause, name: str) -> tuple[Value, ...]:
    """A date of the pause, in the words that it was read from.

    A date that was reckoned is grounded in the dates and the length that it was reckoned from; one that has none ("with
    immediate effect") in the event that tells it, else in the words that name the pause.
    """
    slot: Moment | None = getattr(pause, name)
    if slot is None:
        return ()
    if slot.time is not None:
        return (Value(slot.value, (slot.time.span,)),)
    read = [other.time for other in (pause.announced, pause.starts, pause.ends) if other is not None]
    spans = sorted({time.span for time in (*read, pause.duration_time) if time is not None})
    spans = spans or [event.span for event in pause.events if event.type in _DATING[name]][:1]
    return (Value(slot.value, tuple(spans) or label_span(pause)),)


def duration(pause: Pause) -> tuple[Value, ...]:
    """Its length."""
    if pause.duration is None:
        return ()
    return (Value(pause.duration, (pause.duration_time.span,) if pause.duration_time else label_span(pause)),)


def status(pause: Pause) -> tuple[Value, ...]:
    """Its status, in the words of the last event that tells it, else in those that name the pause."""
    telling = _TELLING.get(pause.status, (pause.status,))
    spans = [event.span for event in pause.events if event.type in telling]
    return (Value(pause.status, tuple(spans[-1:]) or label_span(pause)),)


# ---- the end -----------------------------------------------------------------------------------------------------


def how_ended(pause: Pause) -> tuple[Value, ...]:
    """Whether somebody ended it or it is just told to be over; nothing while it may hold."""
    if pause.status != "ended":
        return ()
    ends = _ends(pause)
    withdrawn = [event.span for event in ends if event.by is not None]
    if withdrawn:
        return (Value("withdrawn", tuple(withdrawn)),)
    return (Value("ended", tuple(event.span for event in ends) or label_span(pause)),)


def ended_on(pause: Pause) -> tuple[Value, ...]:
    """The day that the telling of its end gives."""
    if pause.status != "ended":
        return ()
    dated = [event for event in _ends(pause) if event.date is not None]
    return tuple(Value(str(event.date), _of_times(event)) for event in dated[-1:])


def ended_by(pause: Pause) -> tuple[Value, ...]:
    """Who ended it."""
    return _doers(_ends(pause)) if pause.status == "ended" else ()


def _ends(pause: Pause) -> list[PauseEvent]:
    return [event for event in pause.events if event.type == "ended"]


# ---- events ------------------------------------------------------------------------------------------------------


def violated_by(pause: Pause) -> tuple[Value, ...]:
    """Who is said to have broken it."""
    return _doers([event for event in pause.events if event.type == "violated"])


def _doers(events: list[PauseEvent]) -> tuple[Value, ...]:
    found: dict[str, Value] = {}
    for event in events:
        if event.by is not None:
            (value,) = named([event.by], [event.span])
            before = found.get(value.text, Value(value.text))
            found[value.text] = Value(value.text, tuple(dict.fromkeys((*before.spans, *value.spans))))
    return tuple(found.values())


def later_events(pause: Pause) -> tuple[Value, ...]:
    """`extended 2016-05-01 by tentara Suriah in Damaskus`, for each event but those by which it came to be."""
    return tuple(_told(event) for event in pause.events if event.type not in _MAKING)


def _told(event: PauseEvent) -> Value:
    words, spans = [event.type], [event.span]
    if event.date is not None:
        words.append(event.date)
        spans += _of_times(event)
    if event.by is not None:
        words.append(f"by {event.by.name}")
        spans += nearest(event.by, (event.span,))
    if event.region is not None:
        words.append(f"in {event.region.name}")
        places = [mention.span for mention in event.region.mentions]
        spans += sorted(places, key=lambda place: (abs(place.start - event.span.start), place))[:1]
    return Value(" ".join(words), tuple(dict.fromkeys(spans)))


def _of_times(event: PauseEvent) -> tuple[Span, ...]:
    return tuple(time.span for time in event.times)
