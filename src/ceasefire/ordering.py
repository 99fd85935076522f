"""In what order extractors run: each after the givers of what it needs and uses, ties by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ceasefire.hookspecs import Extractor
from ceasefire.mentions import Mention
from ceasefire.models import Diagnostic

__all__ = ["order_extractors"]


def order_extractors(extractors: Iterable[Extractor]) -> tuple[tuple[Extractor, ...], list[Diagnostic]]:
    """The extractors in the order in which they run, and what is to be said about those that had to be left out.

    Where several extractors give a type, all of them run before whoever wants it. Where two want each other's,
    the one goes first of whose wanted types each has been given by somebody; then the one of which that holds
    of the types that it needs. An extractor is left out where nobody else gives a type that it needs, or where
    it needs in a circle.
    """
    waiting = sorted(extractors, key=lambda extractor: extractor.name)
    ordered: list[Extractor] = []
    problems: list[Diagnostic] = []
    while waiting:
        if lacking := _lacking(waiting, ordered):
            waiting.remove(lacking)
            names = ", ".join(sorted(kind.__name__ for kind in lacking.needs - _given([*waiting, *ordered])))
            problems.append(_left_out(lacking, "unmet-need", f"it needs {names}, which no extractor in use gives"))
        elif ready := _next(waiting, ordered):
            waiting.remove(ready)
            ordered.append(ready)
        else:
            circle = _circle(waiting, _given(ordered))
            names = ", ".join(extractor.name for extractor in circle)
            for extractor in circle:
                waiting.remove(extractor)
                problems.append(_left_out(extractor, "cycle", f"{names} need one another in a circle"))
    return tuple(ordered), problems


def _given(extractors: Iterable[Extractor]) -> set[type[Mention]]:
    return {kind for extractor in extractors for kind in extractor.gives}


def _lacking(waiting: Sequence[Extractor], ordered: Sequence[Extractor]) -> Extractor | None:
    """The first of which nobody else gives a type that it needs."""
    for extractor in waiting:
        if extractor.needs - _given(other for other in (*waiting, *ordered) if other is not extractor):
            return extractor
    return None


def _next(waiting: Sequence[Extractor], ordered: Sequence[Extractor]) -> Extractor | None:
    """The extractor that runs next; null where all need in circles."""
    given = _given(ordered)
    free = (e for e in waiting if not (e.needs | e.uses) & _given(o for o in waiting if o is not e))
    nearly = (e for e in waiting if not (e.needs | e.uses) & _given(o for o in waiting if o is not e) - given)
    needy = (e for e in waiting if e.needs <= given)
    return next(free, None) or next(nearly, None) or next(needy, None)


def _circle(waiting: Sequence[Extractor], given: set[type[Mention]]) -> list[Extractor]:
    """Extractors each of which needs what the next one gives, the last one what the first one gives."""
    path = [waiting[0]]
    while True:
        wanted = path[-1].needs - given
        giver = next(e for e in waiting if e is not path[-1] and wanted & e.gives)
        if giver in path:
            return sorted(path[path.index(giver) :], key=lambda extractor: extractor.name)
        path.append(giver)


def _left_out(extractor: Extractor, code: str, why: str) -> Diagnostic:
    return Diagnostic("error", extractor.name, code, f"extractor {extractor.name} is left out: {why}")
