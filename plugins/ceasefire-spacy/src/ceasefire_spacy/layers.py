"""Which items of a report stand where, under which id and label.

An id is that of the report (`t1`). Parts of a pause, which have none there, are numbered: `p1-inside-1`, `p1-event-2`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from ceasefire.models import (
    Actor,
    Casualty,
    Pause,
    PauseEvent,
    Reference,
    Region,
    Report,
    ScopePart,
    Span,
    Statement,
    Time,
)

__all__ = ["LAYERS", "Item", "Place", "places"]

Item = Time | Actor | Region | Casualty | Pause | ScopePart | PauseEvent | Statement

#: the layers, each a key of `doc.spans` after `ceasefire/`
LAYERS = ("times", "actors", "regions", "casualties", "pauses", "scope", "events", "statements")


@attrs.frozen
class Place:
    """A stretch of the text that an item was read from, or where it is mentioned."""

    layer: str
    id: str
    #: the value of the closed list that says most: `DATE`, `person`, `killed`, `inside`
    label: str
    span: Span
    item: Item


def places(report: Report) -> Iterator[Place]:
    """All places of all items, a layer after the other."""
    for time in report.times:
        yield Place("times", time.id, time.type, time.span, time)
    for actor in report.actors:
        yield from _mentioned("actors", actor, actor.mentions)
    for region in report.regions:
        yield from _mentioned("regions", region, region.mentions)
    for casualty in report.casualties:
        yield Place("casualties", casualty.id, casualty.outcome, casualty.span, casualty)
    for pause in report.pauses:
        yield from _mentioned("pauses", pause, pause.mentions)
        yield from _parts(pause)
    for statement in report.statements:
        yield Place("statements", statement.id, statement.form, statement.span, statement)


def _mentioned(layer: str, item: Actor | Region | Pause, mentions: Iterable[Reference]) -> Iterator[Place]:
    return (Place(layer, item.id, item.kind, mention.span, item) for mention in mentions)


def _parts(pause: Pause) -> Iterator[Place]:
    for label, parts in (("inside", pause.scope.includes), ("outside", pause.scope.excludes)):
        for number, part in enumerate(parts, start=1):
            yield Place("scope", f"{pause.id}-{label}-{number}", label, part.span, part)
    for number, event in enumerate(pause.events, start=1):
        yield Place("events", f"{pause.id}-event-{number}", event.type, event.span, event)
