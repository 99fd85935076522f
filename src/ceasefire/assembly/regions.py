"""Region mentions to regions."""

from __future__ import annotations

from ceasefire.assembly.books import Book
from ceasefire.assembly.checks import Checker
from ceasefire.assembly.coreference import fold_name
from ceasefire.mentions import RegionMention, ScopeMention
from ceasefire.models import Reference, Region

__all__ = ["build_regions"]


def build_regions(checker: Checker) -> Book[Region]:
    """All regions: mentions of one identity, or of one name where they have none; in the order of the text."""
    groups: dict[object, list[RegionMention]] = {}
    for mention in checker.good(RegionMention):
        groups.setdefault(mention.identity or fold_name(mention.name), []).append(mention)
    pointed_at = {id(part.region) for part in checker.document.of(ScopeMention) if part.region is not None}
    kept = [g for g in groups.values() if any(m.listed or id(m) in pointed_at for m in g)]
    models: list[Region] = []
    by_mention: dict[int, Region] = {}
    for group in sorted(kept, key=lambda g: g[0].span):
        model = _model(checker, f"r{len(models) + 1}", group, by_mention)
        models.append(model)
        by_mention.update((id(mention), model) for mention in group)
    return Book(tuple(models), by_mention)


def _model(checker: Checker, id_: str, group: list[RegionMention], known: dict[int, Region]) -> Region:
    fullest = max(group, key=lambda m: (len(m.name), -m.span.start))
    placed = next((m for m in group if m.geonames is not None), fullest)
    within = next((known[id(m.within)] for m in group if m.within is not None and id(m.within) in known), None)
    return Region(
        id=id_,
        name=fullest.name,
        kind=fullest.kind,
        country=next((m.country for m in group if m.country), None),
        within=within,
        geonames=placed.geonames,
        lat=placed.lat,
        lon=placed.lon,
        mentions=tuple(Reference(m.span, checker.text_of(m.span)) for m in group),
    )
