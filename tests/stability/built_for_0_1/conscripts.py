"""A vocabulary: an outcome that core does not have, and the figures that have it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

import ceasefire
from ceasefire.document import Document
from ceasefire.mentions import CasualtyMention, Mention
from ceasefire.models import Span
from ceasefire.vocabulary import Term

requires_contract = ">=1.0,<2"


class Conscripts:
    name = "conscripts"
    language = "en"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset()
    gives: frozenset[type[Mention]] = frozenset({CasualtyMention})

    def __init__(self) -> None:
        self.pressed = regex.compile(r"(?P<count>\d+) (?:men|women) pressed into service")

    def extract(self, document: Document) -> Iterator[Mention]:
        for match in self.pressed.finditer(document.text):
            count = int(match["count"])
            yield CasualtyMention(
                span=Span(*match.span()),
                by="conscripts:pressed",
                outcome="conscripted",
                victims="people",
                min=count,
                max=count,
                count=Span(*match.span("count")),
            )


@ceasefire.hookimpl
def terms() -> list[Term]:
    return [Term("outcome", "conscripted", "pressed into service")]


@ceasefire.hookimpl
def extractors() -> list[ceasefire.Extractor]:
    return [Conscripts()]
