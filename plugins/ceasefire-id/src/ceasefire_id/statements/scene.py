"""A document as the rules of statements look at it: by word numbers, outside quotations or inside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

import attrs

from ceasefire.document import Document
from ceasefire.language import Quotation
from ceasefire.mentions import ActorMention, TimeMention
from ceasefire.models import Span
from ceasefire_id.patterns import LazyPattern
from ceasefire_id.statements.vocabulary import Speech
from ceasefire_id.syntax import syntax_of

__all__ = ["Draft", "Scene"]

_OPENING: Final = "“”„\"'‘«(["
_CLOSING: Final = '"”'
_LOOSE_END: Final = LazyPattern(r"[\s,.;:–—-]+$")
#: words of a sentence that a rule looks at on either side; so a text without stops costs no more than another
_REACH: Final = 120


@attrs.define
class Draft:
    """A statement in the making."""

    #: the words attributed, in code points
    start: int
    end: int
    form: str
    rule: str
    speaker: ActorMention | None
    #: the word number of the verb of saying; -1 where none is written
    verb: int = -1
    #: whoever spoke last speaks here too
    again: bool = False
    #: whoever speaks next speaks here too
    ahead: bool = False
    #: the part of a clause cut by its tag that is not among the words attributed
    aside: Span | None = None
    via: ActorMention | None = None
    date: TimeMention | None = None

    @property
    def span(self) -> Span:
        """The words attributed."""
        return Span(self.start, self.end)


class Scene:
    """Words, sentences and quotations of one document, and what the vocabulary says of each word."""

    def __init__(self, document: Document, speech: Speech) -> None:
        self.document = document
        self.text = document.text
        self.words = document.words
        self.syntax = syntax_of(document)
        self.speech = speech
        #: the quotations that lie in no other one
        self.quotations: list[Quotation] = []
        for quotation in document.quotations:
            if not self.quotations or quotation.span.start >= self.quotations[-1].span.end:
                self.quotations.append(quotation)
        self._quotation_starts = [quotation.span.start for quotation in self.quotations]
        self._folded, self._starts, self._ends = self.words.folded, self.words.starts, self.words.ends
        self._count = len(self._folded)
        self._furniture = document.furniture
        self._furniture_starts = [piece.span.start for piece in document.furniture]

    # ---- words ---------------------------------------------------------------------------------------------------

    def word(self, number: int) -> str:
        """A word, folded; empty outside the text."""
        return self._folded[number] if 0 <= number < self._count else ""

    def start(self, number: int) -> int:
        """Where a word starts; the end of the text after the last one."""
        return self._starts[number] if number < self._count else len(self.text)

    def end(self, number: int) -> int:
        """Where a word ends; 0 before the first one."""
        return self._ends[number] if number >= 0 else 0

    def gap(self, number: int) -> str:
        """What stands between a word and the one before it."""
        if 0 < number < self._count:
            return self.text[self._ends[number - 1] : self._starts[number]]
        return self.text[self.end(number - 1) : self.start(number)]

    def marked(self, number: int, marks: Iterable[str]) -> bool:
        """Whether one of these marks stands between a word and the one before it."""
        gap = self.gap(number)
        return gap != " " and any(mark in gap for mark in marks)

    def sentence(self, number: int) -> range:
        """The numbers of the words of the sentence that a word stands in, as far as rules look."""
        whole = self.syntax.sentence_words(number)
        return range(max(whole.start, number - _REACH), min(whole.stop, number + _REACH))

    def capital(self, number: int) -> bool:
        """Whether a word begins with a capital."""
        return number < len(self.words) and self.text[self.words.starts[number]].isupper()

    # ---- quotations and furniture --------------------------------------------------------------------------------

    def quotation_around(self, position: int) -> Quotation | None:
        """The outermost quotation that holds a position."""
        at = bisect_right(self._quotation_starts, position) - 1
        if at >= 0 and self.quotations[at].span.start <= position < self.quotations[at].span.end:
            return self.quotations[at]
        return None

    def is_quoted(self, number: int) -> bool:
        """Whether a word stands between quotation marks."""
        return self.quotation_around(self.start(number)) is not None

    def in_furniture(self, number: int) -> bool:
        """Whether a word belongs to the page, not to the story."""
        position = self.start(number)
        at = bisect_right(self._furniture_starts, position) - 1
        return at >= 0 and position < self._furniture[at].span.end

    # ---- mentions ------------------------------------------------------------------------------------------------

    def actor_at(self, number: int) -> ActorMention | None:
        """The longest actor mention that starts at a word."""
        return self.document.starting_at(ActorMention, self.start(number)) if number < len(self.words) else None

    def time_at(self, number: int) -> TimeMention | None:
        """The longest time that starts at a word."""
        return self.document.starting_at(TimeMention, self.start(number)) if number < len(self.words) else None

    def after(self, span: Span) -> int:
        """The number of the first word after a span."""
        return self.words.first_at(span.end)

    # ---- stretches -----------------------------------------------------------------------------------------------

    def stretch(self, first: int, end: int) -> Span | None:
        """From the word `first`, with the marks that open at it, up to before the word `end`, without loose marks."""
        if first >= end:
            return None
        start = self.start(first)
        before = self.end(first - 1)
        while start > before and self.text[start - 1] in _OPENING:
            start -= 1
        stop = self.start(end)
        if end < len(self.words):
            while stop > self.end(end - 1) and self.text[stop - 1] in _OPENING and self.text[stop - 2].isspace():
                stop -= 1
        sentence = self.document.sentence_at(self.start(end - 1))
        stop = min(stop, max(sentence.end, self.end(end - 1)))
        stop = self._without_loose(start, stop)
        if stop > start and self.text[stop - 1] in _CLOSING and _pairs_badly(self.text[start:stop]):
            stop = self._without_loose(start, stop - 1)
        return Span(start, stop) if stop > start else None

    def _without_loose(self, start: int, stop: int) -> int:
        loose = _LOOSE_END.search(self.text, start, stop)
        return loose.start() if loose else stop


def _pairs_badly(text: str) -> bool:
    """Whether a stretch ends in a closing mark that nothing in it opens."""
    if text[-1] == '"':
        return text.count('"') % 2 == 1
    return not any(mark in text[:-1] for mark in "“”„")
