"""Day codes of a monitor: `D+3` is three days after publication."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import regex

import ceasefire
from ceasefire.document import Document
from ceasefire.mentions import Mention, TimeMention
from ceasefire.models import Diagnostic, Span

requires_contract = ">=1.0,<2"


class DayCodes:
    name = "monitor-days"
    language = "*"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset()
    gives: frozenset[type[Mention]] = frozenset({TimeMention})

    def __init__(self) -> None:
        self.code = regex.compile(r"D\+(\d+)")

    def extract(self, document: Document) -> Iterator[Mention | Diagnostic]:
        for start in document.where("d"):
            match = self.code.match(document.text, start)
            if match is None:
                continue
            span = Span(*match.span())
            if document.published is None:
                yield Diagnostic("warning", self.name, "no-day", "the code needs a publication date", span)
            day = document.published and document.published + timedelta(days=int(match[1]))
            yield TimeMention(span=span, by="monitor-days:code", type="DATE", value=day and day.isoformat())


@ceasefire.hookimpl
def extractors() -> list[ceasefire.Extractor]:
    return [DayCodes()]
