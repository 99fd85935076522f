"""How a language tells sentences, quotations and the furniture of a page.

A language is contributed by a plugin through the hook `languages`. Core's own `PlainLanguage` knows no word of
any language: it serves where no plugin gives the article's language.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Protocol, runtime_checkable

import attrs
import regex

from ceasefire.models import Span

__all__ = ["Furniture", "Language", "PlainLanguage", "Quotation"]


@attrs.frozen
class Quotation:
    """Words between quotation marks."""

    #: with the marks
    span: Span
    #: between the marks
    inner: Span
    #: false where the closing mark is missing and the paragraph's end closes it
    closed: bool = True


@attrs.frozen
class Furniture:
    """A stretch that belongs to the page, not to the story."""

    span: Span
    #: `dateline`: outlet and place before the first sentence; `link`: a line that points at other articles;
    #: `credit`: a photographer, an agency, an editor's mark
    kind: Literal["dateline", "link", "credit"]


@runtime_checkable
class Language(Protocol):
    """What core asks of a language. All spans are of the article's text as given."""

    #: BCP 47 code, `"id"`
    code: str

    def sentences(self, text: str, paragraph: Span) -> Iterable[Span]:
        """The sentences of one paragraph, in order, not overlapping, without the white space between them."""

    def quotations(self, text: str, paragraph: Span) -> Iterable[Quotation]:
        """The quotations of one paragraph, in order; an outer one before the ones inside it."""

    def furniture(self, text: str, paragraph: Span, first: bool) -> Iterable[Furniture]:
        """What in this paragraph is no part of the story; `first` is true of the article's first paragraph."""


class PlainLanguage:
    """Sentences end at a full stop, question or exclamation mark before white space; straight and curly quotes pair."""

    code = "und"

    _SENTENCE = r"\S(?:[^.!?]++|[.!?]++(?!\s|$))*+[.!?]*+"
    _QUOTATION = r'"[^"]*+"|“[^“”]*+”'

    def sentences(self, text: str, paragraph: Span) -> Iterable[Span]:
        """See `Language.sentences`."""
        for match in regex.finditer(self._SENTENCE, text, pos=paragraph.start, endpos=paragraph.end):
            yield Span(match.start(), match.start() + len(match[0].rstrip()))

    def quotations(self, text: str, paragraph: Span) -> Iterable[Quotation]:
        """See `Language.quotations`."""
        for match in regex.finditer(self._QUOTATION, text, pos=paragraph.start, endpos=paragraph.end):
            yield Quotation(Span(*match.span()), Span(match.start() + 1, match.end() - 1))

    def furniture(self, text: str, paragraph: Span, first: bool) -> Iterable[Furniture]:
        """None: what is furniture depends on the outlets of a language."""
        return ()
