"""A document as the rules of pauses look at it: word by word, with the names and times that stand at each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeVar

from ceasefire.document import Document
from ceasefire.mentions import ActorMention, Mention, RegionMention, TimeMention
from ceasefire.models import Span
from ceasefire_id.patterns import WHITE_SPACE
from ceasefire_id.syntax import Mood, syntax_of

__all__ = ["Ground"]

M = TypeVar("M", bound=Mention)

#: the types of mention that clauses are asked for
_NAMES: Final = (ActorMention, RegionMention, TimeMention)

#: gaps that are as they should be, looked up before a pattern is tried
_USUAL_GAPS: Final = frozenset((" ", ", ", ". "))
_QUOTES: Final = "\"“”„‘’'«»"


class Ground:
    """Words by number, what stands at them, and the clauses that they are in."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.words = document.words
        self.syntax = syntax_of(document)
        self._folded = document.words.folded
        self._starts = document.words.starts
        self._ends = document.words.ends
        self._count = len(document.words)
        self._sentences: dict[int, range] = {}
        self._vocabularies: dict[int, frozenset[str]] = {}
        self._at: dict[type[Mention], dict[int, Any]] = {kind: self._by_start(kind) for kind in _NAMES}

    def _by_start(self, kind: type[M]) -> dict[int, Mention]:
        """The longest mention of a type at each place where one starts."""
        return {mention.span.start: mention for mention in self.document.of(kind)}

    # ---- words ---------------------------------------------------------------------------------------------------

    def word(self, number: int) -> str:
        """A word, folded; empty outside the text."""
        return self._folded[number] if 0 <= number < self._count else ""

    def gap(self, number: int) -> str:
        """What stands between a word and the one before it, with one space for white space within a line."""
        if 0 < number < self._count:
            gap = self.text[self._ends[number - 1] : self._starts[number]]
        elif number > 0:
            gap = self.text[self._ends[-1] :] if self._count else self.text
        else:
            gap = self.text[: self._starts[0]] if self._count else self.text
        return gap if gap in _USUAL_GAPS else WHITE_SPACE.sub(" ", gap)

    def marked(self, number: int, marks: Iterable[str]) -> bool:
        """Whether one of these marks stands between a word and the one before it."""
        gap = self.gap(number)
        return gap != " " and any(mark in gap for mark in marks)

    def adjoins(self, number: int) -> bool:
        """Whether nothing but white space or quotation marks stands before a word."""
        return not self.gap(number).strip().strip(_QUOTES)

    def span(self, first: int, end: int) -> Span:
        """The span of the words from `first` up to, not including, `end`."""
        return Span(self.words.starts[first], self.words.ends[end - 1])

    def sentence(self, number: int) -> range:
        """The numbers of the words of the sentence that a word stands in."""
        found = self._sentences.get(number)
        if found is None:
            found = self._sentences[number] = self.syntax.sentence_words(number)
        return found

    def sentence_words(self, number: int) -> frozenset[str]:
        """The words, folded, of the sentence that a word stands in."""
        sentence = self.sentence(number)
        found = self._vocabularies.get(sentence.start)
        if found is None:
            found = self._vocabularies[sentence.start] = frozenset(self._folded[sentence.start : sentence.stop])
        return found

    def quoted(self, number: int) -> bool:
        """Whether a word stands between quotation marks."""
        return self.document.quotation_at(self.words.starts[number]) is not None

    # ---- mentions ------------------------------------------------------------------------------------------------

    def at(self, kind: type[M], number: int) -> M | None:
        """The longest mention of a type that starts at a word."""
        if not 0 <= number < self._count:
            return None
        found: M | None = self._at[kind].get(self._starts[number])
        return found

    def before(self, kind: type[M], number: int) -> M | None:
        """The longest mention of a type that ends right before a word."""
        if number <= 0:
            return None
        end = self.words.ends[number - 1]
        # `Senin (20/5/2024)` ends behind its bracket
        return self.document.ending_at(kind, end) or (
            self.document.ending_at(kind, end + 1) if self.text[end : end + 1] == ")" else None
        )

    def among(self, kind: type[M], first: int, end: int) -> list[M]:
        """The mentions of a type that start among the words from `first` up to, not including, `end`."""
        if first >= end or first >= len(self.words):
            return []
        last = min(end, len(self.words)) - 1
        return list(self.document.starting_in(kind, self.words.starts[first], self.words.ends[last]))

    def first_of(self, mention: Mention) -> int:
        """The number of a mention's first word."""
        return self.words.first_at(mention.span.start)

    def after(self, mention: Mention) -> int:
        """The number of the first word after a mention."""
        return self.words.first_at(mention.span.end)

    def times(self, first: int, end: int) -> Iterator[TimeMention]:
        """The times among these words."""
        yield from self.among(TimeMention, first, end)

    # ---- clauses -------------------------------------------------------------------------------------------------

    def mood(self, verb: int) -> Mood:
        """Whether what a verb tells is so."""
        return self.syntax.mood(verb)

    def agent(self, verb: int) -> ActorMention | None:
        """Who does what a passive verb says."""
        return self.syntax.agent(verb)
