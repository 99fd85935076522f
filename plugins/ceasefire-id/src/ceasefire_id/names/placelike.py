"""Whether capitals that no list knows may name a place."""

from __future__ import annotations

from ceasefire_id.names.persons import PersonReader
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["Placelike"]


class Placelike:
    """Answers by the words of a name alone; that they stand where a place does is known before."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, persons: PersonReader) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.persons = persons

    def fits(self, first: int, end: int, *, headed: bool = False, met: bool = False) -> bool:
        """Whether capitals after a preposition of place may name a place: no person, abbreviation or office; with
        `met` also those that were taken for a person's name.
        """
        tokens, vocabulary = self.tokens, self.vocabulary
        if (not met and self.persons.is_known(first, end)) or tokens.shown(first, end).isupper():
            return False
        words = [word for word in tokens.folded[first:end] if word not in vocabulary.directions]
        if headed and words[1:] == ["kota"]:
            words = words[:1]
        if not headed and len(words) > 1 and all(vocabulary.is_common(word) for word in words):
            # `di Instalasi Gawat Darurat`
            return False
        opening = vocabulary.things | vocabulary.titles
        roman = vocabulary.is_roman(tokens.shown(first, first + 1))
        if words and (words[0] in opening or words[-1].endswith("nya") or roman):
            return False
        bodies = vocabulary.body_words if vocabulary.ground_words.isdisjoint(words) else frozenset()
        barred = (vocabulary.titular, vocabulary.stops, bodies, vocabulary.event_words)
        if any(vocabulary.is_abstract(w) or w[-1].isdigit() or any(w in words for words in barred) for w in words):
            return False
        return not any(tokens.is_upper(n) and tokens.ends[n] - tokens.starts[n] < 5 for n in range(first, end))
