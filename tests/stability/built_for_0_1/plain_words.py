"""A language: core's plain one, with datelines and links told apart."""

from __future__ import annotations

from collections.abc import Iterator

import ceasefire
from ceasefire.document import Document
from ceasefire.language import Furniture, Language, PlainLanguage
from ceasefire.mentions import Mention, TimeMention
from ceasefire.models import Span

requires_contract = ">=1.0,<2"


class PlainWords(PlainLanguage):
    code = "x-plain"

    def furniture(self, text: str, paragraph: Span, first: bool) -> Iterator[Furniture]:
        if text.startswith("See also:", paragraph.start):
            yield Furniture(paragraph, "link")


class Mondays:
    name = "plain-mondays"
    language = "x-plain"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset()
    gives: frozenset[type[Mention]] = frozenset({TimeMention})

    def extract(self, document: Document) -> Iterator[Mention]:
        for start in document.where("monday"):
            span = Span(start, start + len("monday"))
            if not document.in_furniture(span, "link"):
                yield TimeMention(span=span, by="plain-mondays:day", type="DATE", value=None)


@ceasefire.hookimpl
def languages() -> list[Language]:
    return [PlainWords()]


@ceasefire.hookimpl
def extractors() -> list[ceasefire.Extractor]:
    return [Mondays()]
