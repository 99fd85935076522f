"""What holds of every report, whatever the article was."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import attrs

import ceasefire
from ceasefire.models import Actor, Pause, Region, Report, Span, Time

#: a pause holds no pause, a place may be within a place: the field that a nested model of its own kind is given without
_OUTER = {Actor: "member_of", Region: "within"}


class Unsound(AssertionError):
    """A report that contradicts its text, its order or itself."""


def check_sound(report: Report, text: str) -> None:
    """Raise `Unsound` where no extractor may have failed and the report still does not hold together."""
    _demand(report.article.length == len(text), "the length of the article is another")
    failures = [diagnostic.message for diagnostic in report.diagnostics if diagnostic.level == "error"]
    _demand(not failures, f"something failed: {failures}")
    models = list(every_model(report))
    _check_grounding(report, models, text)
    _check_order(report)
    _check_identity(report, models)


def check_written(report: Report, vocabulary: Any, validator: Any) -> str:
    """The report as JSON. Raises `Unsound` where JSON does not give it back, or breaks the schema."""
    written = ceasefire.to_json(report)
    _demand(ceasefire.from_json(written, vocabulary=vocabulary) == report, "JSON does not give the report back")
    broken = next(validator.iter_errors(ceasefire.to_dict(report)), None)
    _demand(broken is None, f"the schema does not hold: {broken}")
    written.encode("utf-8")
    return written


def _demand(holds: bool, what: str) -> None:
    if not holds:
        raise Unsound(what)


def _check_grounding(report: Report, models: list[Any], text: str) -> None:
    for item in models:
        span = getattr(item, "span", None)
        if isinstance(span, Span):
            _demand(0 <= span.start < span.end <= len(text), f"{span} is outside the text")
            words = getattr(item, "text", None)
            _demand(words is None or text[span.start : span.end] == words, f"{words!r} does not stand at {span}")
    things: tuple[Actor | Region | Pause, ...] = (*report.actors, *report.regions, *report.pauses)
    for item in things:
        _demand(bool(item.mentions), f"{item.id} is nowhere in the text")


def _check_order(report: Report) -> None:
    for items in (report.times, report.casualties, report.statements):
        _demand_sorted([item.span.start for item in items])
    for things in (report.actors, report.regions, report.pauses):
        _demand_sorted([min(mention.span for mention in thing.mentions) for thing in things])
        for thing in things:
            _demand_sorted([mention.span for mention in thing.mentions])
    for pause in report.pauses:
        _demand_sorted([event.span.start for event in pause.events])
    for earlier, later in pairwise(report.times):
        _demand(not earlier.span.overlaps(later.span), f"{earlier.id} and {later.id} overlap")


def _demand_sorted(values: list[Any]) -> None:
    _demand(values == sorted(values), f"not in the order of the text: {values}")


def _check_identity(report: Report, models: list[Any]) -> None:
    """Identifiers are unique; a model that another holds is one of the report's lists."""
    lists: dict[type, tuple[Any, ...]] = {
        Time: report.times, Actor: report.actors, Region: report.regions, Pause: report.pauses,
    }  # fmt: skip
    listed: list[Any] = [*report.casualties, *report.statements, *(item for items in lists.values() for item in items)]
    ids = [item.id for item in listed]
    _demand(len(ids) == len(set(ids)), f"identifiers are not unique: {ids}")
    known = {kind: {item.id: item for item in items} for kind, items in lists.items()}
    for item in models:
        if type(item) in lists:
            found = known[type(item)].get(item.id)
            _demand(found is not None, f"{item.id} is in no list of the report")
            _demand(item == found or item == _without_outer(found), f"{item.id} is held with other values")


def _without_outer(item: Any) -> Any:
    """The item as one of its own kind holds it."""
    outer = _OUTER.get(type(item))
    return attrs.evolve(item, **{outer: None}) if outer else item


def every_model(value: Any) -> Iterator[Any]:
    """Every model in a report, at any depth."""
    if attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            if field.eq:
                yield from every_model(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from every_model(item)
