"""What the tests of tables share: the seed's report, a report with everything."""

from __future__ import annotations

from pathlib import Path

import pytest

import ceasefire
from ceasefire.testing.samples import full_report

#: the report of a right reading of the seed article: what is made of a report is tried, not what is read
RIGHT = Path(__file__).parents[3] / "tests" / "articles" / "seed" / "suriah-2016-05-02.report.json"


@pytest.fixture(scope="session")
def seed_report() -> ceasefire.Report:
    return ceasefire.from_json(RIGHT.read_text("utf-8"))


@pytest.fixture(scope="session")
def outcomes(seed_report: ceasefire.Report) -> list[ceasefire.Report | ceasefire.UnreadArticle]:
    """The seed, a report with every field set somewhere and names full of signs, and an article that failed."""
    failed = ceasefire.UnreadArticle("rusak", 3, "bad-json", "=the line is no JSON")
    return [seed_report, full_report()[0], failed]
