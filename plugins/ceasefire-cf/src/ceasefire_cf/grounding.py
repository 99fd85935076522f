"""Where in the text a value was coded from."""

from __future__ import annotations

from collections.abc import Iterable

from ceasefire.models import Actor, Pause, Span
from ceasefire_cf.coded import Value

__all__ = ["label_span", "named", "nearest"]


def label_span(pause: Pause) -> tuple[Span, ...]:
    """The mention that has the pause's label, else its first."""
    mentions = [mention for mention in pause.mentions if mention.text == pause.label] or list(pause.mentions)
    return tuple(mention.span for mention in mentions[:1])


def named(actors: Iterable[Actor], anchors: Iterable[Span]) -> tuple[Value, ...]:
    """Actors by their names, each grounded in the mention that stands nearest to one of the anchors.

    A report does not say by which of an actor's mentions it came to a pause.
    """
    places = tuple(anchors)
    return tuple(Value(actor.name, nearest(actor, places)) for actor in actors)


def nearest(actor: Actor, anchors: tuple[Span, ...]) -> tuple[Span, ...]:
    """The actor's mention nearest to one of the anchors; of two, the first."""
    spans = [mention.span for mention in actor.mentions]
    if not anchors:
        return tuple(spans[:1])
    return tuple(sorted(spans, key=lambda span: (min(_gap(span, anchor) for anchor in anchors), span))[:1])


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
