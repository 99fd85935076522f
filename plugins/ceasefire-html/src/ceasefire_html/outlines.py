"""The outlines of countries, in degrees. Source and licence: `data/LICENCE.md`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

import attrs

__all__ = ["Box", "Country", "Ring", "clip", "countries"]

#: longitude and latitude of each corner in turn; the last is the first
Ring = Sequence[Sequence[float]]


@attrs.frozen
class Box:
    """A rectangle in degrees."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, points: Iterable[Sequence[float]]) -> Box:
        """The smallest box that holds all points; there must be one at least."""
        xs, ys = zip(*points, strict=True)
        return cls(min(xs), min(ys), max(xs), max(ys))

    @property
    def width(self) -> float:
        return self.east - self.west

    @property
    def height(self) -> float:
        return self.north - self.south

    def wider(self, times: float) -> Box:
        """The box about the same middle, so many times as wide and high."""
        x, y = self.width * (times - 1) / 2, self.height * (times - 1) / 2
        return Box(self.west - x, self.south - y, self.east + x, self.north + y)

    def meets(self, other: Box) -> bool:
        """Whether the two share a point."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )


@attrs.frozen
class Country:
    """A country's land; the first ring is the coast or border of its largest part."""

    #: ISO 3166-1 alpha-2, or null where it has none
    code: str | None
    #: by language, BCP 47
    names: Mapping[str, str]
    rings: tuple[tuple[Ring, Box], ...]

    @property
    def mainland(self) -> Box:
        """The box of its largest part."""
        return self.rings[0][1]


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """All countries but Antarctica, by code. Read once, when a map is first drawn."""
    data = json.loads((files("ceasefire_html") / "data" / "outlines.json").read_text("utf-8"))
    return tuple(
        Country(each["code"], each["names"], tuple((ring, Box.around(ring)) for ring in each["rings"]))
        for each in data["countries"]
        if each["rings"]
    )


def clip(ring: Ring, box: Box) -> list[Sequence[float]]:
    """The part of a ring inside the box, by Sutherland and Hodgman; empty where nothing is."""
    points = list(ring)
    for axis, limit, sign in ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)):
        points = list(_cut(points, axis, limit, sign))
    return points


def _cut(points: list[Sequence[float]], axis: int, limit: float, sign: int) -> Iterator[Sequence[float]]:
    """What lies on one side of a line."""
    for before, point in zip(points[-1:] + points[:-1], points, strict=True):
        was_in, is_in = (before[axis] - limit) * sign >= 0, (point[axis] - limit) * sign >= 0
        if was_in != is_in:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            yield [before[i] + share * (point[i] - before[i]) for i in (0, 1)]
        if is_in:
            yield point
