"""Indonesian as core asks for it: where its sentences and quotations are, and what belongs to the page.

One idea a module: `quotations`, `sentences`, `furniture`. All three take time in proportion to the text.
"""

from __future__ import annotations

from collections.abc import Iterable

from ceasefire.hookspecs import hookimpl
from ceasefire.language import Furniture, Language, Quotation
from ceasefire.models import Span
from ceasefire_id.language.furniture import FurnitureFinder
from ceasefire_id.language.quotations import find_quotations
from ceasefire_id.language.sentences import SentenceSplitter

__all__ = ["Indonesian"]


class Indonesian:
    """The language `id`. Keeps nothing between calls."""

    code = "id"

    def __init__(self) -> None:
        self._splitter = SentenceSplitter()
        self._finder = FurnitureFinder()

    def sentences(self, text: str, paragraph: Span) -> Iterable[Span]:
        """See `Language.sentences`. A dateline before the first sentence is a stretch of its own."""
        dateline = self._finder.dateline(text, paragraph, first=paragraph.start == 0)
        if dateline:
            yield dateline
            start = _skip_space(text, dateline.end, paragraph.end)
            if start < paragraph.end:
                yield from self._splitter.split(text, Span(start, paragraph.end))
        else:
            yield from self._splitter.split(text, paragraph)

    def quotations(self, text: str, paragraph: Span) -> Iterable[Quotation]:
        """See `Language.quotations`. One that is never closed ends with the paragraph, or before the next one."""
        return find_quotations(text, paragraph)

    def furniture(self, text: str, paragraph: Span, first: bool) -> Iterable[Furniture]:
        """See `Language.furniture`: datelines, lines that point at other pages, credits."""
        return self._finder.find(text, paragraph, first)


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


@hookimpl
def languages() -> list[Language]:
    """Indonesian."""
    return [Indonesian()]
