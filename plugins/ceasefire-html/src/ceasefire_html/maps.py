"""What lies inside and outside a pause, on a map: which places, which stretch of the earth, where the names go.

The projection is equirectangular, true to scale in the middle of the map; what is drawn is a part of the earth on which
no other would look different.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import attrs

from ceasefire.models import Pause, Region
from ceasefire_html.outlines import Box, Country, clip, countries

__all__ = ["Label", "Land", "Map", "Marker", "map_of"]

#: of the drawing, in its own units
WIDTH, HEIGHT = 480, 340
#: degrees of latitude that a map shows at least
_LEAST_HEIGHT = 3.0
#: a place is shown within its country where the country is no wider or higher than this many degrees
_WIDEST_COUNTRY = 16.0
_ROLES = ("inside", "outside", "named")
#: of an average letter and of a line, in units of the drawing
_LETTER, _LINE = 7.0, 15.0


@attrs.frozen
class Marker:
    """A place with its role: inside, outside, or named in the article without being part of the scope."""

    region: Region
    role: str
    #: whether only a part of it is meant
    part: bool
    x: float
    y: float


@attrs.frozen
class Land:
    """A country that the map shows."""

    path: str
    #: inside, outside, home of a place of the scope, or none of these
    role: str


@attrs.frozen
class Label:
    """A name on the map; `kind` is the role of a marker, or country."""

    text: str
    x: float
    y: float
    anchor: str
    kind: str


@attrs.frozen
class Map:
    """A map, in units of a drawing of `WIDTH` by `HEIGHT`."""

    lands: tuple[Land, ...]
    markers: tuple[Marker, ...]
    labels: tuple[Label, ...]
    #: regions of the scope that stand on no map: without coordinates
    missing: tuple[Region, ...]
    #: the roles that occur, among places and among countries
    roles: tuple[str, ...]
    land_roles: tuple[str, ...]
    #: length of the bar in units and what it stands for
    bar: tuple[float, str]
    width: int = WIDTH
    height: int = HEIGHT


def map_of(pause: Pause | None, regions: Sequence[Region], language: str) -> Map | None:
    """The map of a pause's scope, or of all `regions` without a pause; none where no place can be drawn."""
    roles, parts = _roles(pause)
    scope = [region for region in regions if region.id in roles]
    shown = scope or ([] if pause else list(regions))
    lands = {region.country: roles.get(region.id, "named") for region in shown if region.kind == "country"}
    places = [region for region in shown if _has_place(region)]
    view = _view(places, lands)
    if view is None:
        return None
    paper = _Paper.of(view)
    others = [region for region in regions if region.id not in roles and _has_place(region)] if scope else []
    markers = [
        Marker(region, roles.get(region.id, "named"), region.id in parts, *paper.at(region.lon or 0, region.lat or 0))
        for region in (*places, *others)
        if region.kind != "country"
    ]
    markers = [marker for marker in markers if 0 < marker.x < WIDTH and 0 < marker.y < HEIGHT]
    homes = {region.country for region in shown}
    drawn = [(land, path) for land in countries() if (path := paper.path(land))]
    return Map(
        lands=tuple(Land(path, lands.get(land.code) or ("home" if land.code in homes else "")) for land, path in drawn),
        markers=tuple(markers),
        labels=tuple(_labels(markers, [land for land, _ in drawn], paper, language)),
        missing=tuple(region for region in scope if not _has_place(region) and region.country not in lands),
        roles=tuple(role for role in _ROLES if role in {marker.role for marker in markers}),
        land_roles=tuple(role for role in _ROLES[:2] if role in lands.values()),
        bar=paper.bar(),
    )


def _roles(pause: Pause | None) -> tuple[dict[str, str], set[str]]:
    """By the id of a region whether it is inside or outside, and which are meant in part."""
    roles: dict[str, str] = {}
    parts: set[str] = set()
    if pause:
        for role, members in (("inside", pause.scope.includes), ("outside", pause.scope.excludes)):
            for member in members:
                if member.region:
                    roles[member.region.id] = role
                    if member.extent == "part":
                        parts.add(member.region.id)
    return roles, parts


def _has_place(region: Region) -> bool:
    return (
        region.lat is not None
        and region.lon is not None
        and math.isfinite(region.lat)
        and abs(region.lat) <= 85
        and abs(region.lon) <= 180
    )


def _view(places: Iterable[Region], lands: Iterable[str | None]) -> Box | None:
    """The stretch of the earth that holds the places, within their country where that is small, and the lands."""
    outlined = {country.code: country for country in countries()}
    corners = [(region.lon or 0, region.lat or 0) for region in places]
    homes = {region.country for region in places}
    for code in {*homes, *lands} - {None}:
        country = outlined.get(code)
        if country is None:
            continue
        box = country.mainland
        if code in lands or max(box.width, box.height) <= _WIDEST_COUNTRY:
            corners += [(box.west, box.south), (box.east, box.north)]
    return Box.around(corners) if corners else None


@attrs.frozen
class _Paper:
    """How degrees become units of the drawing."""

    box: Box
    scale: float
    squeeze: float

    @classmethod
    def of(cls, view: Box) -> _Paper:
        """Paper that shows the view with a margin around it."""
        middle_x, middle_y = (view.west + view.east) / 2, (view.south + view.north) / 2
        squeeze = max(0.15, math.cos(math.radians(middle_y)))
        height = max(_LEAST_HEIGHT, view.height * 1.25, view.width * 1.25 * squeeze * HEIGHT / WIDTH)
        height = min(height, 360 * squeeze * HEIGHT / WIDTH)
        width = height * WIDTH / HEIGHT / squeeze
        box = Box(middle_x - width / 2, middle_y - height / 2, middle_x + width / 2, middle_y + height / 2)
        return cls(box, HEIGHT / height, squeeze)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point of the earth stands."""
        x = (lon - self.box.west) * self.scale * self.squeeze
        return round(x, 1), round((self.box.north - lat) * self.scale, 1)

    def path(self, country: Country) -> str:
        """The outline of what is on the paper of a country, as SVG's path data."""
        drawn = []
        edge = self.box.wider(1.04)  # the line along which it is cut stays off the paper
        for ring, box in country.rings:
            if box.meets(edge) and (points := clip(ring, edge)):
                drawn.append("M" + "L".join(f"{x:g} {y:g}" for x, y in (self.at(*point) for point in points)) + "Z")
        return "".join(drawn)

    def bar(self) -> tuple[float, str]:
        """A round number of kilometres that takes a fifth of the width or less."""
        per_kilometre = self.scale / 111.32
        most = WIDTH / 5 / per_kilometre
        power = 10 ** math.floor(math.log10(most))
        kilometres = next(step * power for step in (5, 2, 1) if step * power <= most)
        return round(kilometres * per_kilometre, 1), f"{kilometres:,.0f} km"


# ---- names on the map --------------------------------------------------------------------------------------------


@attrs.frozen
class _Room:
    """The rectangle that a name or a marker takes."""

    left: float
    top: float
    right: float
    bottom: float

    def is_free_of(self, others: Iterable[_Room]) -> bool:
        return not any(
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
            for other in others
        )

    @property
    def is_on_paper(self) -> bool:
        return self.left >= 4 and self.right <= WIDTH - 4 and self.top >= 4 and self.bottom <= HEIGHT - 4


def _labels(markers: Sequence[Marker], lands: Iterable[Country], paper: _Paper, language: str) -> Iterable[Label]:
    """The names for which there is room: places of the scope first, then others, then countries."""
    taken = [_Room(marker.x - 8, marker.y - 8, marker.x + 8, marker.y + 8) for marker in markers]
    taken.append(_Room(0, HEIGHT - 34, WIDTH / 4, HEIGHT))  # the bar
    for marker in sorted(markers, key=lambda marker: _ROLES.index(marker.role)):
        yield from _place(marker.region.name, marker.x, marker.y, marker.role, taken)
    for country in lands:
        seen = clip(country.rings[0][0], paper.box) if country.mainland.meets(paper.box) else []
        if seen:
            box = Box.around(seen)
            x, y = paper.at((box.west + box.east) / 2, (box.south + box.north) / 2)
            name = country.names.get(language) or country.names["en"]
            half = len(name) * _LETTER / 2
            room = _Room(x - half, y - _LINE / 2, x + half, y + _LINE / 2)
            wide_enough = box.width * paper.scale * paper.squeeze > half * 1.4
            if wide_enough and room.is_on_paper and room.is_free_of(taken):
                taken.append(room)
                yield Label(name, x, round(y + 4, 1), "middle", "country")


def _place(name: str, x: float, y: float, kind: str, taken: list[_Room]) -> Iterable[Label]:
    """The name beside, above or below its marker, where there is room."""
    width = min(len(name), 24) * _LETTER
    name = name if len(name) <= 24 else f"{name[:23]}…"
    beside, half = 12, width / 2
    for anchor, at_x, at_y, left in (
        ("start", x + beside, y + 4, x + beside),
        ("end", x - beside, y + 4, x - beside - width),
        ("middle", x, y - beside, x - half),
        ("middle", x, y + beside + 9, x - half),
    ):
        room = _Room(left, at_y - 11, left + width, at_y + 4)
        if room.is_on_paper and room.is_free_of(taken):
            taken.append(room)
            return (Label(name, round(at_x, 1), round(at_y, 1), anchor, kind),)
    return ()
