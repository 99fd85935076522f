"""Region mentions to regions."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from ceasefire.assembly.books import Book
from ceasefire.assembly.checks import Checker
from ceasefire.assembly.coreference import fold_name
from ceasefire.assembly.overlaps import without_overlaps
from ceasefire.mentions import CasualtyMention, EventMention, RegionMention, ScopeMention
from ceasefire.models import Reference, Region

__all__ = ["build_regions"]


def build_regions(checker: Checker) -> Book[Region]:
    """All regions: mentions of one identity, or of one name where they have none; in the order of the text."""
    groups: dict[object, list[RegionMention]] = {}
    by_name: dict[object, object] = {}
    readings = without_overlaps(checker, checker.good(RegionMention))
    for mention in readings.kept:
        name = fold_name(mention.name)
        key = readings.identity(mention) or by_name.get(name, name)
        by_name.setdefault(name, key)
        groups.setdefault(key, []).append(mention)
    pointed_at = {id(readings.stays(region)) for region in _pointed_at(checker)}
    kept = [g for g in groups.values() if any(m.listed or id(m) in pointed_at for m in g)]
    kept.sort(key=lambda group: (group[0].span.start, group[0].span.end))
    by_mention: dict[int, Region] = {}
    for number, group in enumerate(kept, start=1):
        model = _model(checker, f"r{number}", group)
        by_mention.update((id(mention), model) for mention in group)
    _let_point(by_mention, readings.gave_way)
    for group in kept:
        model = _placed(group, by_mention)
        by_mention.update((id(mention), model) for mention in group)
    _let_point(by_mention, readings.gave_way)
    return Book(tuple(by_mention[id(group[0])] for group in kept), by_mention)


def _let_point(by_mention: dict[int, Region], gave_way: dict[int, RegionMention]) -> None:
    """What points at a mention that gave way points at what stayed."""
    by_mention.update((loser, by_mention[id(stays)]) for loser, stays in gave_way.items() if id(stays) in by_mention)


def _pointed_at(checker: Checker) -> Iterable[RegionMention]:
    """The mentions at which a fact points."""
    document = checker.document
    regions = (
        *(part.region for part in document.of(ScopeMention)),
        *(event.region for event in document.of(EventMention)),
        *(casualty.region for casualty in document.of(CasualtyMention)),
    )
    return (region for region in regions if region is not None)


def _model(checker: Checker, id_: str, group: list[RegionMention]) -> Region:
    fullest = max(group, key=lambda m: (len(m.name), -m.span.start))
    located = next((m for m in group if m.geonames is not None), fullest)
    return Region(
        id=id_,
        name=fullest.name,
        kind=fullest.kind,
        country=next((m.country for m in group if m.country), None),
        within=None,
        geonames=located.geonames,
        lat=located.lat,
        lon=located.lon,
        mentions=tuple(Reference(m.span, checker.text_of(m.span)) for m in group),
    )


def _placed(group: list[RegionMention], by_mention: dict[int, Region]) -> Region:
    """The region with the one around it, where that is a region of the report; the outer one stands without its own."""
    model = by_mention[id(group[0])]
    for mention in group:
        around = by_mention.get(id(mention.within)) if mention.within is not None else None
        if around is not None and around.id != model.id:
            return attrs.evolve(model, within=attrs.evolve(around, within=None))
    return model
