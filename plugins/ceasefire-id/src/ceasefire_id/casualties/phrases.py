"""Phrases of one or more words, looked up by the number of their first or last word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from ceasefire.document import Document, Words

__all__ = ["Phrases", "spaced"]

V = TypeVar("V")


def spaced(document: Document, number: int) -> bool:
    """Whether nothing but white space stands between the word of that number and the next one."""
    words = document.words
    if not 0 <= number < len(words) - 1:
        return False
    gap = document.text[words.ends[number] : words.starts[number + 1]]
    return gap == " " or gap.isspace()


class Phrases(Generic[V]):
    """Phrases with a value each."""

    def __init__(self, values: Mapping[str, V]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in values.items():
            split = tuple(phrase.split())
            self._first.setdefault(split[0], []).append((split, value))
            self._last.setdefault(split[-1], []).append((split, value))
        for table in (self._first, self._last):
            for phrases in table.values():
                phrases.sort(key=lambda entry: -len(entry[0]))
        #: words with which a phrase begins, and with which one ends
        self.beginnings = frozenset(self._first)
        self.endings = frozenset(self._last)

    @classmethod
    def of(cls, phrases: Iterable[str], value: V) -> Phrases[V]:
        """Phrases that all have one value."""
        return cls(dict.fromkeys(phrases, value))

    def at(self, document: Document, number: int) -> tuple[V, int] | None:
        """The value of the longest phrase that begins with the word of that number, and the word after it."""
        words = document.words
        if number >= len(words):
            return None
        for phrase, value in self._first.get(words.folded[number], ()):
            if _stands(document, words, phrase, number):
                return value, number + len(phrase)
        return None

    def before(self, document: Document, number: int) -> tuple[V, int] | None:
        """The value of the longest phrase whose last word stands before the word of that number, and its first word."""
        words = document.words
        if number <= 0:
            return None
        for phrase, value in self._last.get(words.folded[number - 1], ()):
            first = number - len(phrase)
            if first >= 0 and _stands(document, words, phrase, first):
                return value, first
        return None


def _stands(document: Document, words: Words, phrase: tuple[str, ...], first: int) -> bool:
    if len(phrase) == 1:
        return True
    end = first + len(phrase)
    if end > len(words) or tuple(words.folded[first:end]) != phrase:
        return False
    return all(spaced(document, number) for number in range(first, end - 1))
