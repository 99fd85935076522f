"""The days of a pause on a line: its announcement, beginning and end, the events that have a date, the publication."""

from __future__ import annotations

from datetime import date

import attrs

from ceasefire.models import Pause
from ceasefire_html.scales import DayScale, Tick, days_of

__all__ = ["Bar", "Dot", "Flag", "Timeline", "timeline"]

#: the width of a letter in per cent, on a phone
_LETTER = 2.1


@attrs.frozen
class Dot:
    """An event, by its number among the pause's events; `level` counts upwards among those of one day."""

    x: float
    number: int
    level: int
    label: str


@attrs.frozen
class Flag:
    """A day that is no event."""

    x: float
    #: announced, starts, ends, published; several where they share the day
    name: str
    #: of its name, counted upwards from the line: names that would touch stand above one another
    row: int
    #: where its name stands from the day: start, middle or end, as in SVG
    anchor: str


@attrs.frozen
class Bar:
    """The days for which it is said to hold; `open` where no end is given."""

    x: float
    width: float
    open: bool


@attrs.frozen
class Timeline:
    """One pause's line."""

    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    flags: tuple[Flag, ...]
    bar: Bar | None
    #: the numbers of the events that have no day
    undated: tuple[int, ...]
    #: how many events of one day stand on one another at most
    levels: int
    #: how many rows the names of the flags take
    rows: int


def timeline(pause: Pause, published: str | None) -> Timeline | None:
    """The pause's line, or none where it has no day."""
    moments = {"announced": pause.announced, "starts": pause.starts, "ends": pause.ends}
    named = {name: days for name, moment in moments.items() if moment and (days := days_of(moment.value))}
    dated = [(n, event, days) for n, event in enumerate(pause.events, 1) if (days := days_of(event.date))]
    if not named and not dated:
        return None
    today = days_of(published)
    scale = DayScale.over(
        [day for days in (*named.values(), *(days for _, _, days in dated)) for day in days] + list((today or ())[:1])
    )
    heights: dict[date, int] = {}
    dots = []
    for number, event, (first, _) in dated:
        level = heights[first] = heights.get(first, -1) + 1
        dots.append(Dot(scale.x(first), number, level, event.type))
    days_by_name = {name: days[1] if name == "ends" else days[0] for name, days in named.items()}
    if today:
        days_by_name["published"] = today[0]
    flags = _flags({name: scale.x(day) for name, day in days_by_name.items()})
    undated = tuple(n for n, event in enumerate(pause.events, 1) if not days_of(event.date))
    levels = 1 + max(heights.values(), default=0)
    rows = 1 + max((flag.row for flag in flags), default=0)
    return Timeline(scale.ticks(), tuple(dots), flags, _bar(scale, named), undated, levels, rows)


def _flags(places: dict[str, float]) -> tuple[Flag, ...]:
    """The flags from left to right, each with the lowest row in which its name is free."""
    names: dict[float, list[str]] = {}
    for name, x in places.items():
        names.setdefault(x, []).append(name)
    flags: list[Flag] = []
    ends: list[float] = []  # of the last name in each row
    for x in sorted(names):
        name = ", ".join(names[x])
        width = len(name) * _LETTER
        anchor = "start" if x < 20 else "end" if x > 80 else "middle"
        left = x if anchor == "start" else x - width if anchor == "end" else x - width / 2
        row = next((row for row, end in enumerate(ends) if end < left), len(ends))
        ends[row : row + 1] = [left + width + _LETTER]
        flags.append(Flag(x, name, row, anchor))
    return tuple(flags)


def _bar(scale: DayScale, named: dict[str, tuple[date, date]]) -> Bar | None:
    if "starts" not in named:
        return None
    begins, ends = named["starts"][0], named.get("ends", (scale.last, scale.last))[1]
    if ends < begins:
        return None
    x = scale.x(begins)
    return Bar(x, round(max(scale.x(ends) - x, 1.0), 2), "ends" not in named)
