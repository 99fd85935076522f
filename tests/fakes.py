"""A text with three words, a mention that a fake extractor finds there, and short forms of what a report says."""

from __future__ import annotations

from typing import Any

from ceasefire import Report
from ceasefire.mentions import TimeMention
from ceasefire.models import Span

TEXT = "Senin Selasa Rabu"


def a_time(start: int = 0, end: int = 5, by: str = "fake:day", **fields: Any) -> TimeMention:
    return TimeMention(**{"span": Span(start, end), "by": by, "type": "DATE", "value": None, **fields})


def codes(report: Report) -> list[str]:
    return [diagnostic.code for diagnostic in report.diagnostics]


def only_message(report: Report) -> str:
    (diagnostic,) = report.diagnostics
    assert diagnostic.level == "error"
    assert diagnostic.source == "fake"
    return diagnostic.message
