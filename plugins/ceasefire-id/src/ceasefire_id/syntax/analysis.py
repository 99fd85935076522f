"""The analysis of a document's sentences that all later steps ask: forms, heads, predications, sets.

A sentence is analysed when one of its words is first asked for. Words are given by their number in `document.words`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

import attrs

from ceasefire.document import Document
from ceasefire_id.syntax.coordination import members_of
from ceasefire_id.syntax.morphology import Morphology
from ceasefire_id.syntax.parse import Parse, parse_of
from ceasefire_id.syntax.predication import Factuality, Predication
from ceasefire_id.syntax.predications import Builder
from ceasefire_id.syntax.tokens import Tokens

__all__ = ["Analysis", "Factuality", "Predication", "analysis_of"]

#: a longer stretch without the end of a sentence is no sentence: it is read in pieces
_LONGEST = 120


def analysis_of(document: Document) -> Analysis:
    """The analysis of a document, made once."""
    return document.remember("ceasefire_id.syntax.analysis", Analysis)


class Analysis:
    """What the sentences of one document say."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._words = document.words
        self._starts = self._sentence_starts()
        self._read: dict[int, _Sentence] = {}

    # ---- words ---------------------------------------------------------------------------------------------------

    def lemma(self, n: int) -> str:
        """The stem of a word (`umum` of `mengumumkan`, `pengumumannya`); the folded word where nothing is known."""
        return self.lemmas[n]

    @cached_property
    def lemmas(self) -> Sequence[str]:
        """Those of all words; no sentence is analysed for them."""
        form = Morphology.load().form
        return [form(word).lemma for word in self._words.folded]

    def voice(self, n: int) -> str:
        """The voice that a word's form gives it.

        `active` (meN-), `passive` (di-, `ia lontarkan`), `middle` (ber-), `accidental` (ter-), `adversative` (ke-an),
        `bare` (a verb without affixes), `noun` (a noun made of a verb); empty for others.
        """
        sentence, i = self._at(n)
        parse = sentence.parse
        form = parse.tokens.forms[i]
        if parse.tags[i] == "VERB":
            return sentence.builder.roles.voice(i)
        if parse.tags[i] in ("NOUN", "PROPN"):
            nominal = form.voice in ("noun", "passive") and (form.voice == "noun" or form.clitic == "nya")
            return "noun" if nominal else ""
        return ""

    def tag(self, n: int) -> str:
        """The part of speech, as Universal Dependencies name it."""
        sentence, i = self._at(n)
        return sentence.parse.tags[i]

    def head(self, n: int) -> int:
        """The number of the word's head, -1 for the root of its sentence."""
        sentence, i = self._at(n)
        head = sentence.parse.heads[i]
        return head if head < 0 else head + sentence.start

    def relation(self, n: int) -> str:
        """What the word is to its head, as Universal Dependencies name it."""
        sentence, i = self._at(n)
        return sentence.parse.labels[i]

    def preposition(self, n: int) -> str:
        """The preposition before the phrase that a word heads; the first where there are several; or empty."""
        sentence, i = self._at(n)
        return sentence.builder.roles.preposition(i)

    def children(self, n: int) -> tuple[int, ...]:
        """The words that hang on a word, ascending."""
        sentence, i = self._at(n)
        return tuple(child + sentence.start for child in sentence.parse.children[i])

    def phrase(self, n: int) -> range:
        """The words from the first to the last of all that hangs on a word, it among them."""
        sentence, i = self._at(n)
        words = sentence.parse.subtree(i)
        return range(words[0] + sentence.start, words[-1] + 1 + sentence.start)

    def coordination(self, n: int) -> tuple[int, ...]:
        """The heads joined with a word in one list, it among them, ascending."""
        sentence, i = self._at(n)
        return tuple(member + sentence.start for member in members_of(sentence.parse, i))

    def sentence(self, n: int) -> range:
        """The words that are analysed together with a word."""
        found, _ = self._at(n)
        return range(found.start, found.start + len(found.parse.tokens))

    # ---- predications --------------------------------------------------------------------------------------------

    def predications(self, n: int) -> Sequence[Predication]:
        """Those of the sentence that holds a word, in order."""
        return self._at(n)[0].predications

    def predication_at(self, n: int) -> Predication | None:
        """That which a word is the predicate of."""
        return self._at(n)[0].by_word.get(n)

    def predication_of(self, n: int) -> Predication | None:
        """The innermost one whose clause holds a word."""
        sentence, i = self._at(n)
        by_word = sentence.by_word
        if n in by_word:
            return by_word[n]
        return next(
            (by_word[h + sentence.start] for h in sentence.parse.above(i) if h + sentence.start in by_word), None
        )

    # ---- sentences -----------------------------------------------------------------------------------------------

    def _sentence_starts(self) -> list[int]:
        starts: list[int] = []
        size = len(self._words)
        for span in self.document.sentences:
            first = self._words.first_at(span.start)
            last = self._words.last_before(span.end)
            starts += range(first, max(last + 1, first + 1), _LONGEST)
        return sorted({0, *(start for start in starts if start < size)})

    def _at(self, n: int) -> tuple[_Sentence, int]:
        if not 0 <= n < len(self._words):
            raise IndexError(f"no word {n} in a document of {len(self._words)} words")
        number = bisect_right(self._starts, n) - 1
        found = self._read.get(number)
        if found is None:
            start = self._starts[number]
            end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._words)
            found = self._read[number] = _Sentence.read(self.document, start, end)
        return found, n - found.start


@attrs.frozen(slots=False)
class _Sentence:
    """One sentence, analysed as far as it was asked for."""

    start: int
    parse: Parse
    builder: Builder

    @classmethod
    def read(cls, document: Document, start: int, end: int) -> _Sentence:
        words, text = document.words, document.text
        gaps = [text[words.ends[n - 1] if n else 0 : words.starts[n]] for n in range(start, end)]
        capitals = [text[words.starts[n]].isupper() for n in range(start, end)]
        tokens = Tokens.of(words.folded[start:end], capitals, gaps, text[words.ends[end - 1] : words.ends[end - 1] + 3])
        quoted = [document.quotation_at(words.starts[n]) is not None for n in range(start, end)]
        parse = parse_of(tokens)
        return cls(start, parse, Builder(parse, start, quoted))

    @cached_property
    def predications(self) -> tuple[Predication, ...]:
        return tuple(self.builder.build())

    @cached_property
    def by_word(self) -> dict[int, Predication]:
        return {predication.word: predication for predication in self.predications}
