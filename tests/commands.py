"""What tests of the commands share: an article, a small plugin, and what a command left."""

from __future__ import annotations

import json
from typing import Any

import attrs

ARTICLE = "Senin, 2 Mei 2016 18:00 WIB\n\nGencatan senjata berakhir Senin.\n"
NO_PLUGIN = ("--only", "json")

# A plugin that finds three layers by plain words, so that these tests need no language.
FINDER = """
from ceasefire import hookimpl
from ceasefire.mentions import ActorMention, PauseMention, TimeMention
from ceasefire.models import Span

class Finder:
    name, language = "finder", "*"
    needs = uses = frozenset()
    gives = frozenset({ActorMention, PauseMention, TimeMention})

    def extract(self, document):
        for kind, word, fields in (
            (ActorMention, "budi", {"name": "Budi", "kind": "person"}),
            (PauseMention, "jeda", {"label": "jeda", "kind": "truce"}),
            (TimeMention, "senin", {"type": "DATE", "value": "2016-05-02"}),
        ):
            for start in document.where(word):
                yield kind(span=Span(start, start + len(word)), by="finder:word", **fields)

class Loud:
    name, description, media_type = "loud", "the text in capitals", "text/plain"
    def render(self, report, text):
        if "fail" in text:
            raise ValueError("too loud")
        return text.upper()

@hookimpl
def extractors():
    return [Finder()]

@hookimpl
def formats():
    return [Loud()]
"""


@attrs.frozen
class Result:
    """What a command left: its status, standard output and standard error."""

    status: int
    out: bytes
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.decode().split("\n")[:-1]]

    @property
    def told(self) -> str:
        """The only line of standard error."""
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1, self.err
        assert self.err.startswith("ceasefire: ")
        return self.err.strip().removeprefix("ceasefire: ")
