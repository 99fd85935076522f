"""Reads whole phrases: a head, what stands before it, what follows it."""

from __future__ import annotations

from ceasefire_id.names.appositions import AppositionReader
from ceasefire_id.names.complements import ComplementReader
from ceasefire_id.names.heads import HeadReader
from ceasefire_id.names.phrases import Familiar, Phrase
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["PhraseReader"]


class PhraseReader:
    """Reads the phrase that begins at a word, if one does."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, familiar: Familiar) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self._heads = HeadReader(tokens, vocabulary)
        self._complements = ComplementReader(tokens, vocabulary, self._heads, familiar)
        self._appositions = AppositionReader(tokens, vocabulary, self._heads, familiar)

    def read(self, number: int) -> Phrase | None:
        """The phrase whose head begins at a word; null where none does."""
        tokens, found = self.tokens, self._heads.at(number)
        if found is None:
            return None
        head, end = found.head, found.end
        phrase = Phrase(number, number, number, head, end, end, end, possessed=found.possessed)
        self._determiner(phrase)
        if not found.possessed:
            self._complements.extend(phrase)
        needs_name = head.named or head.sort in ("place", "place_name")
        needs_name = needs_name or (head.text in self.vocabulary.gangs and not self._is_armed_gang(phrase))
        if needs_name and not (phrase.matches or phrase.unknown):
            return None
        if head.text in self.vocabulary.followers and not (phrase.end > end and tokens.capital[end]):
            # `kaum muda Jakarta`
            return None
        self._appositions.extend(phrase)
        if tokens.word(phrase.end) in self.vocabulary.demonstratives and tokens.follows(phrase.end) and not phrase.name:
            phrase.definite = True
            phrase.end += 1
        elif head.sort == "armed_group" and tokens.word(phrase.end) in self.vocabulary.superlatives:
            phrase.definite = not (phrase.matches or phrase.unknown)
        return phrase

    def _is_armed_gang(self, phrase: Phrase) -> bool:
        """`gerombolan kriminal` where the text speaks of a pause of fighting; elsewhere it is nobody in particular."""
        return (phrase.nouns > 0 or phrase.counted) and not self.vocabulary.pauses.isdisjoint(
            self.tokens.document.words.index
        )

    def _is_number(self, number: int) -> bool:
        """Whether a numeral goes on what stands before it (`35,04 juta keluarga`)."""
        word = self.tokens.word(number)
        return self.tokens.follows(number + 1) and (word[:1].isdigit() or word in self.vocabulary.numerals)

    def _determiner(self, phrase: Phrase) -> None:
        tokens, vocabulary = self.tokens, self.vocabulary
        before = phrase.first - 1
        if before >= 0 and tokens.follows(phrase.first) and tokens.folded[before] in self.vocabulary.side_words:
            phrase.first = before
            before -= 1
        if before < 0 or not tokens.follows(phrase.first):
            return
        word = tokens.folded[before]
        if word in vocabulary.articles:
            phrase.first = before
            phrase.definite |= word == "sang"
            phrase.plural = word == "para"
            if phrase.plural and before and tokens.folded[before - 1] in ("sejumlah", "beberapa"):
                phrase.first = before - 1
        elif word[0].isdigit() or (word in vocabulary.numerals and self._is_number(before - 1)):
            phrase.counted = phrase.plural = True
        elif word in vocabulary.quantifiers and before not in tokens.timed:
            phrase.first = before
            if word != "satu":
                # `satu sumber` is a source, as `seorang` would say; of `kedua pihak` the number belongs to the name.
                phrase.start = before
            phrase.quantified = phrase.plural = True
            phrase.counted = word in vocabulary.numerals
            phrase.universal = word in self.vocabulary.universal
