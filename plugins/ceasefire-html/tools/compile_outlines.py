# /// script
# requires-python = ">=3.11"
# dependencies = ["shapely==2.1.2", "babel==2.18.0"]
# ///
"""Make `outlines.json`, the country outlines that maps are drawn with, from Natural Earth.

Fetch Natural Earth 4.1 as the npm package `world-atlas` packs it, then run this::

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    uv run --script plugins/ceasefire-html/tools/compile_outlines.py package/countries-50m.json

The scale is 1:50m: at 1:110m the Gaza Strip is missing and Lebanon has five corners. Borders are simplified together,
so that neighbours still meet; what a map of a region cannot show (islets, turns of a few kilometres) is left out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely
from babel import Locale
from babel.core import get_global

TARGET = Path(__file__).parents[1] / "src" / "ceasefire_html" / "data" / "outlines.json"
#: degrees: triangles whose area is under the square of this are cut off (Visvalingam and Whyatt)
TOLERANCE = 0.07
#: square degrees: islands smaller than this go, save a country's largest
ISLET = 0.01
#: decimals of a degree that are kept: a kilometre
DECIMALS = 2
LANGUAGES = ("en", "id")
#: codes of the user-assigned range that CLDR names, for what ISO 3166-1 has no number
UNNUMBERED = {"Kosovo": "XK"}
SOURCE = "Natural Earth 4.1, Admin 0 countries, 1:50m, public domain; by world-atlas 2.0.2; names: Unicode CLDR"

Ring = list[list[float]]


def decode_arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """The arcs in degrees; a quantised TopoJSON keeps each point as its distance from the one before."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(points)
    return arcs


def polygons(geometry: dict[str, Any], arcs: list[list[tuple[float, float]]]) -> shapely.Geometry:
    """A country's land."""

    def ring(indices: list[int]) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for index in indices:
            part = arcs[index] if index >= 0 else arcs[~index][::-1]
            points.extend(part if not points else part[1:])
        return points

    shapes = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    parts = [shapely.Polygon(ring(shape[0]), [ring(hole) for hole in shape[1:]]) for shape in shapes]
    valid = shapely.get_parts(shapely.make_valid(shapely.MultiPolygon(parts)))
    return shapely.MultiPolygon([part for piece in valid for part in shapely.get_parts(piece) if part.area > 0])


def rings(land: shapely.Geometry) -> Iterator[Ring]:
    """Outer and inner rings of what is worth drawing, the largest part first."""
    parts = [part for part in shapely.get_parts(land) if part.geom_type == "Polygon"]
    parts.sort(key=lambda part: -part.area)
    for number, part in enumerate(parts):
        if number and part.area < ISLET:
            continue
        for line in (part.exterior, *part.interiors):
            points: Ring = []
            for x, y in line.coords:
                point = [round(x, DECIMALS), round(y, DECIMALS)]
                if not points or points[-1] != point:
                    points.append(point)
            if len(points) > 3:
                yield points


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("topology", type=Path, help="countries-50m.json of world-atlas")
    topology = json.loads(parser.parse_args().topology.read_text("utf-8"))
    arcs = decode_arcs(topology)
    countries = topology["objects"]["countries"]["geometries"]
    lands = shapely.coverage_simplify([polygons(country, arcs) for country in countries], TOLERANCE)
    codes = get_global("territory_aliases")
    names = {language: Locale(language).territories for language in LANGUAGES}
    compiled = []
    for country, land in zip(countries, lands, strict=True):
        own = country["properties"]["name"]
        code = UNNUMBERED.get(own) or (codes.get(country.get("id", "")) or [None])[0]
        if code == "AQ":
            continue  # no pause has been called there, and it breaks the projection
        named = {language: (names[language].get(code) if code else None) or own for language in LANGUAGES}
        compiled.append({"code": code, "names": named, "rings": list(rings(land))})
    compiled.sort(key=lambda country: (country["code"] or "~", country["names"]["en"]))
    lines = ",\n".join(json.dumps(country, ensure_ascii=False, separators=(",", ":")) for country in compiled)
    TARGET.write_text(f'{{"source":{json.dumps(SOURCE)},"countries":[\n{lines}\n]}}\n', "utf-8")
    print(f"{TARGET}: {len(compiled)} countries, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
