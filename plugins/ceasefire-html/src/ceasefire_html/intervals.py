"""Casualty figures as intervals on one scale: from the least to the most that the words allow, either end open."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ceasefire.models import Casualty
from ceasefire_html.items import bounds
from ceasefire_html.scales import CountScale, Tick

__all__ = ["Chart", "Interval", "chart"]


@attrs.frozen
class Interval:
    """One figure on the scale, in per cent of its width."""

    casualty: Casualty
    label: str
    left: float
    right: float
    open_left: bool
    open_right: bool
    exact: bool


@attrs.frozen
class Chart:
    """All figures of a report."""

    intervals: tuple[Interval, ...]
    ticks: tuple[Tick, ...]
    by_powers: bool


def chart(casualties: Sequence[Casualty]) -> Chart | None:
    """The figures on a scale that holds them all, or none where there is no figure."""
    if not casualties:
        return None
    ends = [end for casualty in casualties for end in (casualty.count.min, casualty.count.max) if end is not None]
    scale = CountScale.over(ends)
    return Chart(tuple(_interval(casualty, scale) for casualty in casualties), scale.ticks(), scale.by_powers)


def _interval(casualty: Casualty, scale: CountScale) -> Interval:
    count = casualty.count
    return Interval(
        casualty,
        bounds(count),
        scale.x(0 if count.min is None else count.min),
        scale.x(scale.last if count.max is None else count.max),
        open_left=count.min is None,
        open_right=count.max is None,
        exact=count.min is not None and count.min == count.max,
    )
