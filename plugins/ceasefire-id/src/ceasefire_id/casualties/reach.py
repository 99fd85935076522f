"""How far around a figure one looks for what belongs to it: over its sentence, but not endlessly."""

from __future__ import annotations

from typing import Final

from ceasefire.document import Document
from ceasefire.models import Span

__all__ = ["reach_of"]

#: words on either side; longer sentences are tables or broken text
_WORDS: Final = 60


def reach_of(document: Document, figure: Span) -> range:
    """The numbers of the words of a figure's sentence that stand near it."""
    words = document.words
    sentence = document.sentence_at(figure.start)
    first, end = words.first_at(figure.start), words.first_at(figure.end)
    return range(max(words.first_at(sentence.start), first - _WORDS), min(words.first_at(sentence.end), end + _WORDS))
