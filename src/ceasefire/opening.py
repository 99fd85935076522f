"""Makes the document of an article, guarded: the language of a plugin may fail as its extractors may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

import attrs

from ceasefire.document import Document
from ceasefire.errors import ExtractorError
from ceasefire.language import Furniture, Language, PlainLanguage, Quotation
from ceasefire.mentionforms import lies_in
from ceasefire.models import Diagnostic, Span
from ceasefire.timelimit import TimeLimitExceeded, time_limit_on
from ceasefire.wording import place_of, shown, told

__all__ = ["open_document"]

P = TypeVar("P", Span, Quotation, Furniture)


def open_document(
    text: str,
    language: Language,
    plugin: str,
    published: date | None,
    timezone: str,
    *,
    strict: bool,
    time_limit: float | None,
) -> tuple[Document, list[Diagnostic]]:
    """The document, and what is to be said about the language of a plugin.

    A language that fails, gives what lies outside a paragraph or does not end within `time_limit` seconds leaves the
    whole article to `PlainLanguage`: half an article in one language and half in none would be worse. With `strict`,
    raises `ExtractorError` in its place.
    """
    if isinstance(language, PlainLanguage) and type(language) is PlainLanguage:
        return Document(text, language, published, timezone), []
    called = f"language {language.code} of plugin {plugin}"
    cause: BaseException
    try:
        with time_limit_on(time_limit):
            document = Document(text, _Guarded(language, language.code), published, timezone)
        document.language = language
        return document, []
    except TimeLimitExceeded as error:
        code, what, cause = "time-limit", f"was stopped after {time_limit:g} s in {_place(error, language)}", error
    except _WrongPiece as error:
        code, what, cause = "wrong-piece", f"gave {error}", error
    except (Exception, SystemExit) as error:
        code, what, cause = "language-failed", f"raised {told(error)} ({_place(error, language)})", error
    if strict:
        raise ExtractorError(f"{called} {what}") from cause
    message = f"{called} {what}; the article was read without a language"
    return Document(text, PlainLanguage(), published, timezone), [Diagnostic("error", plugin, code, message)]


def _place(error: BaseException, language: Language) -> str:
    return place_of(error, type(language).__module__)


class _WrongPiece(Exception):
    """What a language gave is no piece of the paragraph; says what, in words that follow "gave"."""


@attrs.define
class _Guarded:
    """A language whose pieces are looked at one by one."""

    language: Language
    code: str

    def sentences(self, text: str, paragraph: Span) -> Iterator[Span]:
        last = paragraph.start
        for sentence in _pieces("sentence", self.language.sentences(text, paragraph), paragraph, Span):
            _check_span("sentence", sentence, paragraph)
            if sentence.start < last:
                raise _WrongPiece(f"a sentence at {sentence.start} which begins before the one before it ends")
            last = sentence.end
            yield sentence

    def quotations(self, text: str, paragraph: Span) -> Iterator[Quotation]:
        for quotation in _pieces("quotation", self.language.quotations(text, paragraph), paragraph, Quotation):
            _check_span("quotation", quotation.span, paragraph)
            inner = quotation.inner
            if not (isinstance(inner, Span) and quotation.span.start <= inner.start <= inner.end <= quotation.span.end):
                raise _WrongPiece(f"a quotation at {quotation.span.start} whose inner span is {shown(inner, 60)}")
            yield quotation

    def furniture(self, text: str, paragraph: Span, first: bool) -> Iterator[Furniture]:
        for piece in _pieces("furniture", self.language.furniture(text, paragraph, first), paragraph, Furniture):
            _check_span("furniture", piece.span, paragraph)
            yield piece


def _pieces(what: str, given: Iterable[P], paragraph: Span, kind: type[P]) -> Iterator[P]:
    """The pieces, each of its kind; a paragraph has no more of them than characters."""
    for number, piece in enumerate(given):
        if not isinstance(piece, kind):
            raise _WrongPiece(f"{shown(piece)} as {what}, which is no {kind.__name__}")
        if number >= len(paragraph):
            raise _WrongPiece(f"more pieces ({what}) than the paragraph at {paragraph.start} has characters")
        yield piece


def _check_span(what: str, span: object, paragraph: Span) -> None:
    if not (isinstance(span, Span) and lies_in(span, paragraph.end) and span.start >= paragraph.start):
        within = f"the paragraph {paragraph.start}–{paragraph.end}"
        raise _WrongPiece(f"{shown(span)} as {what}, which is empty or not within {within}")
