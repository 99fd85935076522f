"""Which mention of one thing stands nearest to another stretch of the text.

Looked up by bisection, since a long article may mention both of two things a thousand times.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator
from functools import cached_property

import attrs

from ceasefire.models import Span

__all__ = ["Place", "Places", "gap", "nearest_pair"]


@attrs.frozen(order=True)
class Place:
    """A stretch of the text and the annotation on it."""

    span: Span
    id: str


def gap(one: Span, other: Span) -> int:
    """How many code points stand between two stretches."""
    return max(0, one.start - other.end, other.start - one.end)


class Places:
    """The mentions of one thing; all are added before the first is looked for."""

    def __init__(self) -> None:
        self._places: list[Place] = []

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def add(self, place: Place) -> None:
        """Take in a mention."""
        insort(self._places, place)

    def nearest(self, span: Span) -> Place | None:
        """The mention with the fewest code points between it and the span, the earlier of two; none where none is."""
        after = bisect_right(self._starts, span.start)
        # Of those that begin before the span the one that reaches furthest is nearest, of the others the first.
        near = [*([self._furthest[after - 1]] if after else []), *self._places[after : after + 1]]
        return min(near, key=lambda place: gap(place.span, span), default=None)

    @cached_property
    def _starts(self) -> list[int]:
        return [place.span.start for place in self._places]

    @cached_property
    def _furthest(self) -> list[Place]:
        """For each place, of it and those before it, the first of those that reach furthest."""
        furthest: list[Place] = []
        for place in self._places:
            furthest.append(max(furthest[-1], place, key=lambda each: each.span.end) if furthest else place)
        return furthest


def nearest_pair(one: Places, other: Places) -> tuple[Place, Place] | None:
    """A mention of each, with the fewest code points between them; none where one of the two is not mentioned."""
    if len(one) > len(other):
        pair = nearest_pair(other, one)
        return pair and (pair[1], pair[0])
    pairs = ((place, near) for place in one if (near := other.nearest(place.span)) is not None)
    return min(pairs, key=lambda pair: gap(pair[0].span, pair[1].span), default=None)
