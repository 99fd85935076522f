"""Numbers: digits and words, with the bounds beside them, ranges, vague words, ordinals, fractions, zero.

`numerals` and `spelling` read the numeral itself, `bounds` what widens it, `measures` what it measures where
it is no plain count. Words: `lexicon/numbers.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ceasefire.document import Document
from ceasefire.hookspecs import Extractor, hookimpl
from ceasefire.mentions import Mention, NumberMention
from ceasefire.models import Span
from ceasefire_id import lexicon
from ceasefire_id.numbers.bounds import Bounds, Kind, allowed
from ceasefire_id.numbers.measures import Measures
from ceasefire_id.numbers.numerals import Numeral, Numerals
from ceasefire_id.numbers.wordings import Wordings

__all__ = ["NumbersExtractor", "extractors"]


class NumbersExtractor:
    """Gives a `NumberMention` for each number; none overlaps another."""

    name = "id-numbers"
    language = "id"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset()
    gives: frozenset[type[Mention]] = frozenset({NumberMention})

    def __init__(self) -> None:
        words: Mapping[str, Any] = lexicon.load("numbers")
        self._numerals = Numerals(words)
        self._bounds = Bounds(words, self._numerals)
        self._measures = Measures(words)
        self._wordings = Wordings(words, self._numerals)
        self._triggers = self._numerals.triggers | self._wordings.triggers

    def extract(self, document: Document) -> Iterator[NumberMention]:
        """The numbers of the text, in its order."""
        free = 0
        for number in self._places(document):
            if document.words.starts[number] < free:
                continue
            if idiom := self._wordings.idiom_at(document, number):
                free = idiom
                continue
            mention = self._wordings.at(document, number) or self._cardinal(document, number, free)
            if mention:
                free = mention.span.end
                yield mention

    def _places(self, document: Document) -> list[int]:
        """Where a number can begin: the numbers of words that are number words or begin with a digit."""
        index = document.words.index
        beginnings = [word for word in index if word[0].isdecimal() or word in self._triggers or word[:3] == "ke-"]
        return sorted(number for word in beginnings for number in index[word])

    def _cardinal(self, document: Document, first: int, free: int) -> NumberMention | None:
        """The number that begins with the word of that number; its bound may not begin before `free`."""
        numeral = self._numerals.at(document, first)
        if numeral is None:
            return None
        start = document.words.starts[first]
        ends = self._bounds.range_from(document, numeral)
        last = ends.second if ends else numeral
        measures = self._measures.of(document, numeral, last)
        bare, end = Span(start, last.end), last.end
        smallest: int | None
        largest: int | None
        widened: Kind | None = None
        if ends:
            rule, start, smallest, largest = "range", ends.start, ends.low, ends.high
        else:
            rule, smallest, largest = _kind(document, numeral), numeral.low, numeral.high
        if bound := self._bounds.before(document, first, counts=measures is None and ends is None):
            start = max(free, min(start, bound.start))
            if not ends:
                rule, widened = f"bound-{bound.kind}", bound.kind
                smallest, largest = allowed(bound.kind, numeral.low, numeral.high)
        elif bound := self._bounds.after(document, last.last, last.end):
            rule, widened, end = "bound-after", bound.kind, bound.end
            smallest, largest = allowed(bound.kind, numeral.low, numeral.high)
        return NumberMention(
            span=Span(start, end),
            by=f"{self.name}:{rule}",
            min=smallest,
            max=largest,
            bare=bare,
            form="share" if measures == "share" else "cardinal",
            measures=measures,
            bound=widened,
        )


def _kind(document: Document, numeral: Numeral) -> str:
    if numeral.vague:
        return "vague"
    return "digits" if document.words.folded[numeral.first][0].isdecimal() else "words"


@hookimpl
def extractors() -> list[Extractor]:
    """The extractor of this plugin."""
    return [NumbersExtractor()]
