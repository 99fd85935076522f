"""Figures that somebody only estimates: `X memperkirakan 10 ribu orang tewas`, `ditaksir merenggut 30 ribu nyawa`."""

from __future__ import annotations

from ceasefire.document import Document
from ceasefire_id.casualties.quantities import Quantity
from ceasefire_id.casualties.vocabulary import Vocabulary
from ceasefire_id.patterns import LazyPattern
from ceasefire_id.syntax import syntax_of

__all__ = ["is_estimated"]

#: words over which an estimate reaches
_REACH = 24
_STOP = LazyPattern(r"[;:!?…\n\r]|\.(?!\d)")


def is_estimated(document: Document, vocabulary: Vocabulary, quantity: Quantity, start: int) -> bool:
    """Whether a verb or noun of estimating governs a number that has no bound of its own.

    It does over the predicates of harm that it tells of, but over no other verb; `start` is the first word of the
    sentence.
    """
    number = quantity.number
    if number.bound is not None or number.min is None or number.min != number.max or not number.min:
        return False
    words, syntax = document.words, syntax_of(document)
    if not document.has(vocabulary.estimating | vocabulary.estimates):
        return False
    for at in range(quantity.first - 1, max(start, quantity.first - _REACH) - 1, -1):
        if _STOP.search(document.text, words.ends[at], words.starts[at + 1]):
            return False
        word = words.folded[at]
        if word in vocabulary.estimating:
            return True
        if word in vocabulary.estimates:
            return at > start and words.folded[at - 1] in vocabulary.according
        harms = vocabulary.harms.at(document, at) or vocabulary.harms.before(document, at + 1)
        if word in vocabulary.subordinators or (syntax.is_verb(at) and not harms and word not in vocabulary.closed):
            return False
    return False
