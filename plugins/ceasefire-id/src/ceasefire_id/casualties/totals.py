"""Totals told by a noun and a verb of amount: `jumlah korban tewas ... mencapai 120 orang`."""

from __future__ import annotations

from collections.abc import Set

import attrs

from ceasefire.document import Document
from ceasefire_id.casualties.quantities import Quantity
from ceasefire_id.casualties.vocabulary import Vocabulary

__all__ = ["Total", "Totals"]

#: words between what is counted and the verb of amount
_REACH = 28


@attrs.frozen
class Total:
    """What a total counts."""

    #: empty where it only says that a total is told (`jumlah itu`)
    outcomes: tuple[str, ...]
    #: number of the first word of what is counted
    at: int
    #: victims that the noun before it names; null where none
    victims: str | None = None


class Totals:
    """Finds what a figure after a verb of amount counts."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def of(self, document: Document, quantity: Quantity, start: int, taken: Set[int]) -> Total | None:
        """What a quantity counts as a total.

        `start` is the first word of its sentence; `taken` holds where predicates stand that have a figure already.
        """
        vocabulary, words = self._vocabulary, document.words
        at, amounts = quantity.first, 0
        while at > start and _joins(document, at) and words.folded[at - 1] in vocabulary.amount and amounts < 5:
            at, amounts = at - 1, amounts + 1
        for end in range(at, max(start, at - _REACH), -1):
            if end - 1 in taken:
                return None
            found = vocabulary.counted.before(document, end)
            if found and (end == at or self._is_total(document, found[1], start)):
                if found[1] in taken or (end == at and not amounts and not self._is_noun(document, found[1], at)):
                    return None
                if end < at and not amounts and words.folded[at - 1] not in vocabulary.pointing:
                    # `korban tewas akibat serangan itu 20 orang` has no verb of amount.
                    return None
                return Total(self._outcomes(document, found), found[1], self._victims(document, found[1], start))
            counts = amounts or (end == at and words.folded[end - 1].endswith("nya"))
            if counts and words.folded[end - 1] in vocabulary.bare_total:
                return Total((), end - 1) if self._points_back(document, end, at) else None
            if amounts and words.folded[end - 1] in vocabulary.harmed and quantity.head in vocabulary.lives:
                return Total(("killed",), end - 1)
            if self._breaks(document, end):
                return None
        return None

    def _outcomes(self, document: Document, found: tuple[str, int]) -> tuple[str, ...]:
        """The outcome counted, with one that is joined to it: `yang tewas atau terluka`."""
        outcome, first = found
        if first > 1 and document.words.folded[first - 1] in self._vocabulary.coordinators:
            other = self._vocabulary.counted.before(document, first - 1)
            if other and other[0] != outcome:
                return other[0], outcome
        return (outcome,)

    def _is_noun(self, document: Document, first: int, end: int) -> bool:
        """Whether what stands right before a figure is a noun (`korban tewas 20`), or a verb before its subject."""
        return document.words.folded[first] in self._vocabulary.counted_nouns or end - first > 1

    def _is_total(self, document: Document, first: int, start: int) -> bool:
        """Whether the noun of harm stands in a phrase of total."""
        words = document.words
        return any(words.folded[number] in self._vocabulary.total for number in range(max(start, first - 8), first + 1))

    def _points_back(self, document: Document, end: int, at: int) -> bool:
        """`jumlah itu`, `jumlahnya`, `total korban`, and a bare `total` before the verb of amount."""
        words = document.words
        following = words.folded[end] if end < len(words) else ""
        return end >= at or following in self._vocabulary.pointing or words.folded[end - 1].endswith("nya")

    def _breaks(self, document: Document, end: int) -> bool:
        """Whether another clause begins before the word `end`."""
        words = document.words
        following = words.starts[end] if end < len(words) else len(document.text)
        return ";" in document.text[words.ends[end - 1] : following] or (
            words.folded[end - 1] in self._vocabulary.clause_ends
        )

    def _victims(self, document: Document, first: int, start: int) -> str | None:
        """The noun before `yang tewas`, after `jumlah`; of `jumlah pengungsi`, the noun itself."""
        own = self._vocabulary.heads.at(document, first)
        if own and own[0] != "people":
            return own[0]
        for number in range(first - 1, max(start, first - 5) - 1, -1):
            found = self._vocabulary.heads.at(document, number)
            if found and document.words.folded[number] not in self._vocabulary.classifiers:
                return found[0]
            if document.words.folded[number] in self._vocabulary.total:
                return None
        return None


def _joins(document: Document, number: int) -> bool:
    """Whether white space, a colon or a bracket, and no line break, stand before a word."""
    words = document.words
    gap = document.text[words.ends[number - 1] : words.starts[number]]
    return gap == " " or (gap.strip() in ("", ":", "(") and "\n" not in gap)
