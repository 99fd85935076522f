"""What the tests of coding share: the seed, rows by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import ceasefire
from ceasefire_cf.coded import CodedCeasefire, Value
from ceasefire_cf.columns import CODED, CONTEXT

ROOT = Path(__file__).parents[3]
SEEDS = ROOT / "seeds"
#: the report of a right reading of the seed article: what is made of a report is tried, not what is read
RIGHT = ROOT / "tests" / "articles" / "seed" / "suriah-2016-05-02.report.json"


@pytest.fixture(scope="session")
def seed() -> tuple[ceasefire.Report, str]:
    report = ceasefire.from_json(RIGHT.read_text("utf-8"))
    return report, (SEEDS / "suriah-2016-05-02.txt").read_text("utf-8")


@pytest.fixture(scope="session")
def row() -> Callable[..., CodedCeasefire]:
    """A row with the cells named, of an article named; several values are parted by a bar."""

    def make(article: str, published: str = "", **cells: str) -> CodedCeasefire:
        context = dict.fromkeys(CONTEXT, "") | {
            "ceasefire": f"{article}#p1",
            "article": article,
            "published": published,
        }
        values = {c.name: tuple(Value(each) for each in cells.get(c.name, "").split("|") if each) for c in CODED}
        return CodedCeasefire(context, values)

    return make
