"""Scales, time lines, intervals and maps: what is drawn where."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from ceasefire.models import Casualty, Count, Moment, Region, Report, Span
from ceasefire_html.intervals import chart
from ceasefire_html.maps import HEIGHT, WIDTH, map_of
from ceasefire_html.outlines import Box, clip, countries
from ceasefire_html.scales import CountScale, DayScale, days_of, short_count
from ceasefire_html.timelines import timeline

PLACE = Region("r1", "Rafah", "city", "PS", None, None, 31.29, 34.25, ())


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2016-04-29", "2016-04-29", "2016-04-29"),
        ("2016-04-30TNI", "2016-04-30", "2016-04-30"),
        ("2016-05-07T00:00+07:00", "2016-05-07", "2016-05-07"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016-12", "2016-12-01", "2016-12-31"),
        ("2016-W17", "2016-04-25", "2016-05-01"),
        ("2016-W17-WE", "2016-04-30", "2016-05-01"),
        ("2016", "2016-01-01", "2016-12-31"),
    ],
)
def test_days_of_a_value(value: str, first: str, last: str) -> None:
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", [None, "", "PRESENT_REF", "PT24H", "201", "2016-13", "2016-W60", "0000-01-01", "9999-99"]
)
def test_what_is_no_day(value: str | None) -> None:
    assert days_of(value) is None


@pytest.mark.parametrize(
    "last", ["2016-05-01", "2016-05-09", "2016-06-20", "2016-12-01", "2019-01-01", "2099-01-01", "9999-12-31"]
)
def test_days_stand_in_order_under_a_few_ticks(last: str) -> None:
    days = [date(2016, 5, 1), date.fromisoformat(last)]
    scale = DayScale.over(days)
    assert 0 < scale.x(days[0]) <= scale.x(days[1]) < 100
    ticks = scale.ticks()
    assert 1 <= len(ticks) <= 6
    assert [tick.x for tick in ticks] == sorted({tick.x for tick in ticks})


def test_counts_of_one_size_stand_on_an_even_scale_and_others_on_powers_of_ten() -> None:
    even, powers = CountScale.over([10, 40]), CountScale.over([2, 99_999])
    assert not even.by_powers and powers.by_powers
    assert even.x(20) - even.x(10) == pytest.approx(even.x(30) - even.x(20))
    assert [tick.label for tick in powers.ticks()] == ["0", "1", "10", "100", "1,000", "10k", "100k"][
        :: 1 if len(powers.ticks()) == 7 else 2
    ]
    assert CountScale.over([]).x(0) < CountScale.over([]).x(10)


@pytest.mark.parametrize(
    ("count", "label"), [(0, "0"), (1200, "1,200"), (40_000, "40k"), (2_000_000, "2M"), (123_456, "123,456")]
)
def test_a_count_in_few_letters(count: int, label: str) -> None:
    assert short_count(count) == label


def test_an_open_bound_reaches_the_end_of_the_scale() -> None:
    def casualty(least: int | None, most: int | None) -> Casualty:
        count = Count(least, most, "")
        return Casualty("c", Span(0, 1), "x", "killed", count, "people", None, None, (), None, None, "x:y")

    drawn = chart([casualty(251, None), casualty(None, 99), casualty(7, 7), casualty(None, None)])
    assert drawn
    at_least, at_most, exact, unknown = drawn.intervals
    assert (at_least.label, at_least.open_left, at_least.open_right) == ("≥ 251", False, True)
    assert (at_most.label, at_most.open_left, at_most.open_right) == ("≤ 99", True, False)
    assert (exact.label, exact.exact, exact.left) == ("7", True, exact.right)
    assert (unknown.label, unknown.left, unknown.right) == ("?", at_most.left, at_least.right)


def test_the_seed_s_calm_on_its_time_line(seed_report: Report) -> None:
    line = timeline(seed_report.pauses[0], "2016-05-02")
    assert line
    assert {flag.name for flag in line.flags} == {"announced", "published"}
    dated = [number for number, event in enumerate(seed_report.pauses[0].events, 1) if event.date]
    assert [dot.number for dot in line.dots] == dated
    assert len(line.undated) + len(line.dots) == len(seed_report.pauses[0].events)


def test_names_of_days_that_would_touch_stand_above_one_another(seed_report: Report) -> None:
    def day(value: str) -> Moment:
        return Moment(value, None)

    pause = attrs.evolve(
        seed_report.pauses[0], announced=day("2016-05-01"), starts=day("2016-05-02"), ends=day("2016-07-01"), events=()
    )
    line = timeline(pause, "2016-05-02")
    assert line
    assert [(flag.name, flag.row) for flag in line.flags] == [("announced", 0), ("starts, published", 1), ("ends", 0)]
    assert line.rows == 2 and line.bar and not line.bar.open


def test_the_seed_s_calm_on_its_map(seed_report: Report) -> None:
    drawn = map_of(seed_report.pauses[0], seed_report.regions, "id")
    assert drawn
    roles = {marker.region.name: marker.role for marker in drawn.markers}
    assert (roles["Damaskus"], roles["Aleppo"]) == ("inside", "outside")
    at = {marker.region.name: marker for marker in drawn.markers}
    assert at["Aleppo"].y < at["Damaskus"].y, "Aleppo lies north of Damascus"
    assert {"Suriah", "Aleppo", "Damaskus"} <= {label.text for label in drawn.labels}
    placed = {marker.region.name for marker in drawn.markers}
    scope = {
        part.region.name
        for part in (*seed_report.pauses[0].scope.includes, *seed_report.pauses[0].scope.excludes)
        if part.region
    }
    assert scope <= placed | {region.name for region in drawn.missing}


def test_a_country_without_coordinates_is_drawn_by_its_outline(seed_report: Report) -> None:
    drawn = map_of(seed_report.pauses[1], seed_report.regions, "id")
    assert drawn
    assert [land.role for land in drawn.lands].count("inside") == 1


def test_places_without_a_pause_are_drawn_as_named() -> None:
    drawn = map_of(None, [PLACE], "id")
    assert drawn
    assert [(marker.role, 0 < marker.x < WIDTH, 0 < marker.y < HEIGHT) for marker in drawn.markers] == [
        ("named", True, True)
    ]


@pytest.mark.parametrize("place", [(None, None), (float("nan"), 1.0), (91.0, 0.0), (0.0, 181.0)])
def test_a_place_that_is_nowhere_is_on_no_map(place: tuple[float, float]) -> None:
    assert map_of(None, [attrs.evolve(PLACE, lat=place[0], lon=place[1], country=None)], "id") is None


def test_outlines_hold_the_places_where_pauses_are_made() -> None:
    held = {country.code: country for country in countries()}
    assert {"SY", "PS", "IL", "LB", "YE", "UA", "SD", "SS", "MM", "PH", "ID", "LY", "CO", "XK"} <= set(held)
    gaza = Box(34.2, 31.2, 34.6, 31.6)
    assert any(box.meets(gaza) for _, box in held["PS"].rings)


def test_a_ring_is_cut_at_the_edge_of_the_paper() -> None:
    square = [(0, 0), (0, 10), (10, 10), (10, 0), (0, 0)]
    cut = Box.around(clip(square, Box(5, 5, 20, 20)))
    assert cut == Box(5, 5, 10, 10)
    assert clip(square, Box(11, 11, 12, 12)) == []
