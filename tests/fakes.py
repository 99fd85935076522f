"""A text with three words, mentions and plugins that do as told, and short forms of what a report says."""

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


# An extractor that does to its process what the article says.
FATEFUL = """
import os, pathlib, signal, time
from ceasefire import hookimpl

class Fateful:
    name, language = "fateful", "*"
    needs = uses = gives = frozenset()

    def extract(self, document):
        verb, _, rest = document.text.partition(" ")
        if verb == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if verb == "die-once" and not pathlib.Path(rest).exists():
            pathlib.Path(rest).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if verb == "sleep":
            time.sleep(float(rest))
        if verb == "tell":
            pathlib.Path(rest).write_text(str(os.getpid()))
            time.sleep(60)
        return ()

@hookimpl
def extractors():
    return [Fateful()]
"""
