"""Where a ceasefire holds."""

from __future__ import annotations

from collections.abc import Iterable

from ceasefire.models import Pause, ScopePart
from ceasefire_cf.coded import Value

__all__ = ["actors_of", "countries", "coverage", "places_of"]


def places_of(parts: Iterable[ScopePart]) -> tuple[Value, ...]:
    """The regions among parts of a scope, each once."""
    return _merged((part.region.name, part) for part in parts if part.region is not None)


def actors_of(parts: Iterable[ScopePart]) -> tuple[Value, ...]:
    """The actors among parts of a scope, each once."""
    return _merged((part.actor.name, part) for part in parts if part.actor is not None)


def _merged(named: Iterable[tuple[str, ScopePart]]) -> tuple[Value, ...]:
    spans: dict[str, tuple[ScopePart, ...]] = {}
    for name, part in named:
        spans[name] = (*spans.get(name, ()), part)
    return tuple(Value(name, tuple(dict.fromkeys(p.span for p in parts))) for name, parts in spans.items())


def coverage(pause: Pause) -> tuple[Value, ...]:
    """Nationwide or local; nothing where the text names no place."""
    inside = [part for part in pause.scope.includes if part.region is not None]
    outside = [part for part in pause.scope.excludes if part.region is not None]
    if not (inside or outside):
        return ()
    spans = tuple(dict.fromkeys(part.span for part in (*inside, *outside)))
    whole = any(part.region.kind == "country" and part.extent == "whole" for part in inside if part.region)
    return (Value("nationwide" if whole and not outside else "local", spans),)


def countries(pause: Pause, sides: tuple[Value, ...]) -> tuple[Value, ...]:
    """The states of its places, else those of its parties; `sides` are the parties, grounded."""
    found: dict[str, Value] = {}
    for part in (*pause.scope.includes, *pause.scope.excludes):
        if part.region is not None and part.region.country is not None:
            found.setdefault(part.region.country, Value(part.region.country, (part.span,)))
    if not found:
        for actor, value in zip(pause.parties, sides, strict=True):
            if actor.country is not None:
                found.setdefault(actor.country, Value(actor.country, value.spans))
    return tuple(found.values())
