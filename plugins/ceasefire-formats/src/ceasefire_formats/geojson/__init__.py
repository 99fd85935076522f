"""Regions, and what lies inside and outside each pause, as GeoJSON.

| module | what it holds |
| --- | --- |
| `features` | a report as features |
| `command` | many reports as one collection: `ceasefire geojson` |
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ceasefire.hookspecs import Format, hookimpl
from ceasefire.models import Report

if TYPE_CHECKING:
    from click import Command

__all__ = ["GeoJSONFormat", "commands", "formats"]


class GeoJSONFormat:
    """A feature for each region of the report, and one for each part of a pause's scope."""

    name = "geojson"
    description = "GeoJSON: the regions, and what lies inside and outside each pause, as features"
    media_type = "application/geo+json"

    def render(self, report: Report, text: str) -> str:
        """See `Format.render`; the text is not needed."""
        import json

        from ceasefire_formats.geojson.features import features

        collection = {"type": "FeatureCollection", "features": list(features(report))}
        return json.dumps(collection, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


@hookimpl
def formats() -> Iterable[Format]:
    """See `HookSpecs.formats`."""
    return [GeoJSONFormat()]


@hookimpl
def commands() -> Iterable[Command]:
    """See `HookSpecs.commands`."""
    from ceasefire_formats.geojson.command import geojson

    return [geojson]
