"""Every colour in which something is written stands out from every paper it is written on: 4.5 to 1 (WCAG 2, AA)."""

from __future__ import annotations

import re

import pytest

from ceasefire_html.environment import style

SHEET = str(style("base", "article", "index"))
PAIR = re.compile(r"light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
NAMED = {name: PAIR.fullmatch(value) for name, value in re.findall(r"--([a-z]+): (light-dark\([^)]*\));", SHEET)}
WRITTEN = sorted(set(NAMED) - {"paper", "raised", "sunk", "line"})
PAPERS = ["paper", "raised", "sunk"]


def luminance(colour: str) -> float:
    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def pair(name: str) -> tuple[str, str]:
    found = NAMED[name]
    assert found, f"--{name} is not given for light and dark paper"
    return found[1], found[2]


def test_the_measure_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("paper", PAPERS)
def test_what_is_written_stands_out(written: str, paper: str) -> None:
    for ink, ground in zip(pair(written), pair(paper), strict=True):
        assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("ground", ["sea", "land"])
def test_names_on_maps_stand_out(ground: str) -> None:
    (rule,) = re.findall(rf"^\.map \.{ground} {{(.*?)}}", SHEET, re.MULTILINE)
    found = PAIR.search(rule)
    assert found
    for written in ("ink", "quiet"):
        for ink, paper in zip(pair(written), found.groups(), strict=True):
            assert contrast(ink, paper) >= 4.5
