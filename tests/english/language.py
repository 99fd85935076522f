"""English as core asks for it."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from ceasefire.language import Furniture, PlainLanguage
from ceasefire.models import Span
from english.words import any_of, lexicon


class English(PlainLanguage):
    """Quotations are core's plain ones; sentences know abbreviations, quotation marks after a stop, and omissions."""

    code = "en"

    def __init__(self) -> None:
        abbreviations = any_of(lexicon("abbreviations")["words"])
        self._end = regex.compile(rf"(?<!\b{abbreviations})(?<!\s)[.!?][”\"’)]*+(?=\s+[“\"‘(]?[\p{{Lu}}\d])")
        self._link = regex.compile(r"(?:Read more|See also|Related):")

    def sentences(self, text: str, paragraph: Span) -> Iterable[Span]:
        """See `Language.sentences`."""
        start = paragraph.start
        for match in self._end.finditer(text, pos=paragraph.start, endpos=paragraph.end):
            yield Span(start, match.end())
            start = match.end()
            while text[start].isspace():
                start += 1
        if start < paragraph.end:
            yield Span(start, paragraph.end)

    def furniture(self, text: str, paragraph: Span, first: bool) -> Iterable[Furniture]:
        """See `Language.furniture`: lines that point at other pages."""
        if self._link.match(text, paragraph.start, paragraph.end):
            yield Furniture(paragraph, "link")
