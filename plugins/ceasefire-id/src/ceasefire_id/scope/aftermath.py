"""Whether a sentence goes on from the one before: `Meski demikian, …`, `Dua jam berselang, …`, `Tak lama kemudian …`.

What it tells then is told of the pause that the sentence before says was made or begun.
"""

from __future__ import annotations

from typing import Final

from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["Aftermath"]

#: what is told of a pause that fighting after it breaks
_BEGINNINGS: Final = frozenset(("started", "agreed", "announced", "extended", "confirmed", "violated", "ended"))
#: how many words of a sentence may say when it goes on
_OPENING: Final = 7
#: words before fighting that is free to go on
_ALLOWED: Final = frozenset(("boleh", "bebas", "bisa", "dapat", "harus", "siap", "leluasa"))
_TURNS: Final = frozenset(("namun", "tetapi", "tapi"))
_SO: Final = frozenset(("begitu", "demikian"))


class Aftermath:
    """Finds the pause that a sentence without one goes on about."""

    def __init__(self, words: EventWords) -> None:
        self._in_spite = words.words["in_spite"]
        self._after_that = words.words["after_that"]

    def pause(self, ground: Ground, number: int, told: Told) -> Phrase | None:
        """The pause of the sentence before, where the sentence of a word goes on from it."""
        sentence = ground.sentence(number)
        if ground.word(number - 1) in _ALLOWED:
            return None
        if sentence.start == 0 or not self._goes_on(ground, sentence, number):
            return None
        before = ground.sentence(sentence.start - 1)
        made = [
            event
            for event in told.events
            if event.type in _BEGINNINGS and before.start <= ground.words.first_at(event.span.start) < number
        ]
        if not made or made[-1].phrase.generic:
            return told.harmed.get(before.start)
        # what comes after its end breaks nothing, but what went on all the while did
        over = made[-1].type == "ended" and ground.word(number - 1) != "tetap"
        return None if over else made[-1].phrase

    def _goes_on(self, ground: Ground, sentence: range, number: int) -> bool:
        first, second = ground.word(sentence.start), ground.word(sentence.start + 1)
        if first in self._in_spite and second in _SO:
            return True
        if ground.word(number - 1) == "tetap":
            return True
        opening = sentence.start + (first in _TURNS)
        for n in range(opening, min(opening + _OPENING, number)):
            if n > opening and "," in ground.gap(n):
                return False
            if ground.word(n) in self._after_that:
                return True
            if ground.syntax.is_verb(n):
                return False
        return False
