"""Regions, and what lies inside and outside each pause, as features of a map (RFC 7946).

A place is a point, since that is what a report knows of it; one whose coordinates are not known, and an actor that a
pause covers or leaves out, is a feature without geometry. Properties are flat wherever they can be, as the tables
of map programs want them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ceasefire.models import Pause, Region, Report, ScopePart

__all__ = ["features"]


def features(report: Report) -> Iterator[dict[str, Any]]:
    """The features of a report: its regions, then inside and outside of each pause in turn.

    The property `layer` is `region`, `inside` or `outside`.
    """
    article = {"article": report.article.id, "published": report.article.published}
    for region in report.regions:
        mentions = [{"start": each.span.start, "end": each.span.end, "text": each.text} for each in region.mentions]
        yield _feature(region.id, region, {"layer": "region", **_known(region), "mentions": mentions, **article})
    for pause in report.pauses:
        for layer, parts in (("inside", pause.scope.includes), ("outside", pause.scope.excludes)):
            for number, part in enumerate(parts, start=1):
                properties = {"layer": layer, **_scope(pause, part), **article}
                yield _feature(f"{pause.id}-{layer}-{number}", part.region, properties)


def _feature(id: str, region: Region | None, properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "id": id, "geometry": _point(region), "properties": properties}


def _point(region: Region | None) -> dict[str, Any] | None:
    """Where a region lies, east before north; null where that is not known, or is nowhere on earth."""
    if region is None or region.lon is None or region.lat is None:
        return None
    if not (-180 <= region.lon <= 180 and -90 <= region.lat <= 90):
        return None
    return {"type": "Point", "coordinates": [region.lon, region.lat]}


def _known(region: Region) -> dict[str, Any]:
    return {
        "region": region.id,
        "name": region.name,
        "kind": region.kind,
        "country": region.country,
        "within": region.within.name if region.within else None,
        "geonames": region.geonames,
    }


def _scope(pause: Pause, part: ScopePart) -> dict[str, Any]:
    """What is known of a part of a pause's scope: the region or actor, the pause, and the words."""
    if part.region is not None:
        what = _known(part.region)
    else:
        actor = part.actor
        what = {**dict.fromkeys(("region", "name", "kind", "country", "within", "geonames"))}
        if actor is not None:
            what |= {"name": actor.name, "kind": actor.kind, "country": actor.country}
    return {
        **what,
        "actor": part.actor.id if part.actor else None,
        "extent": part.extent,
        "pause": pause.id,
        "pause_label": pause.label,
        "pause_kind": pause.kind,
        "pause_status": pause.status,
        "starts": pause.starts.value if pause.starts else None,
        "ends": pause.ends.value if pause.ends else None,
        "start": part.span.start,
        "end": part.span.end,
        "text": part.text,
        "rule": part.rule,
    }
