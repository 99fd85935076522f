"""A format: the times of a report, one a line, with the rule that read each."""

from __future__ import annotations

import ceasefire

requires_contract = ">=1.0,<2"


class TimeList:
    name = "time-list"
    description = "times, one a line"
    media_type = "text/tab-separated-values"

    def render(self, report: ceasefire.Report, text: str) -> str:
        rows = [(time.text, time.value or "", time.by) for time in report.times]
        assert all(text[time.span.start : time.span.end] == time.text for time in report.times)
        return "".join("\t".join(row) + "\n" for row in rows)


@ceasefire.hookimpl
def formats() -> list[ceasefire.Format]:
    return [TimeList()]
