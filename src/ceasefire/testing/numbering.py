"""A report put together by hand: what its items point at taken in, all in the order of the text, all numbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from ceasefire.models import Actor, Article, Casualty, Diagnostic, Pause, Region, Report, Span, Statement, Time

__all__ = ["numbered_report"]

#: what a report lists: the list, and the first sign of its identifiers
_LISTS: dict[type, tuple[str, str]] = {
    Time: ("times", "t"),
    Actor: ("actors", "a"),
    Region: ("regions", "r"),
    Casualty: ("casualties", "c"),
    Pause: ("pauses", "p"),
    Statement: ("statements", "s"),
    Diagnostic: ("diagnostics", ""),
}


def numbered_report(article: Article, text: str, items: Iterable[object]) -> Report:
    """The report. Raises `TypeError` and `ValueError` as `ceasefire.testing.factories.report` says."""
    # By identity: two equal items are two.
    found: dict[int, Any] = {}
    for item in items:
        if type(item) not in _LISTS:
            raise TypeError(f"a report lists no {type(item).__name__}")
        for part in _with_all_it_points_at(item):
            found[id(part)] = part
    lists: dict[type, list[Any]] = {kind: [] for kind in _LISTS}
    for part in found.values():
        _check(part, text)
        lists[type(part)].append(part)
    names: dict[int, str] = {}
    for kind, members in lists.items():
        members.sort(key=_place)
        names.update((id(member), f"{_LISTS[kind][1]}{number}") for number, member in enumerate(members, start=1))
    rebuild = _Rebuilding(names)
    rebuilt: dict[str, Any] = {_LISTS[kind][0]: tuple(map(rebuild, members)) for kind, members in lists.items()}
    return Report(article, **rebuilt)


def _with_all_it_points_at(value: Any) -> Iterator[Any]:
    if type(value) in _LISTS:
        yield value
    if isinstance(value, tuple):
        for member in value:
            yield from _with_all_it_points_at(member)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _with_all_it_points_at(getattr(value, field.name))


def _place(item: Any) -> Span:
    """Where it stands first; what has no place stands last."""
    span = getattr(item, "span", None)
    mentioned = getattr(item, "mentions", ())
    return span or min((reference.span for reference in mentioned), default=Span(1 << 60, 1 << 60))


def _check(item: Any, text: str) -> None:
    for part in (item, *getattr(item, "mentions", ())):
        span, words = getattr(part, "span", None), getattr(part, "text", None)
        if span is not None and words is not None and text[span.start : span.end] != words:
            found = text[span.start : span.end]
            raise ValueError(f"{type(item).__name__} {words!r}: its span {span.start}\u2013{span.end} holds {found!r}")


@attrs.frozen
class _Rebuilding:
    """Makes each item anew with its identifier, and whatever points at it with the new one."""

    names: dict[int, str]
    made: dict[int, Any] = attrs.field(factory=dict)

    def __call__(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(self, value))
        if not attrs.has(type(value)):
            return value
        if id(value) not in self.made:
            changed = {field.name: self(getattr(value, field.name)) for field in attrs.fields(type(value))}
            if self.names.get(id(value)) and "id" in changed:
                changed["id"] = self.names[id(value)]
            self.made[id(value)] = type(value)(**changed)
        return self.made[id(value)]
