"""Capitals that no list knows and that the words before them make places; `company` reads what stands beside them."""

from __future__ import annotations

from typing import Final

from ceasefire_id.names.drafts import Draft, PlaceDraft, Position
from ceasefire_id.names.persons import PersonReader
from ceasefire_id.names.placelike import Placelike
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["Settings"]

#: so many people live in a city that its name needs no word for a place beside it
_LARGE: Final = 500_000
#: between the ends of a line (`dari Torbek sampai Vrana`)
_TO: Final = frozenset(("sampai", "hingga"))


class Settings:
    """Answers about a run of capitals."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, persons: PersonReader, placelike: Placelike) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.persons = persons
        self._placelike = placelike

    def is_land(self, first: int, end: int, position: Position, before: Draft | None) -> bool:
        """Whether the words around capitals make them a place, `before` being the last draft to their left."""
        if self.persons.is_described(end):
            # `Usul itu datang dari Ivan Morales, pemimpin kelompok itu`
            return False
        told = self._opens_line(first, end) or (position == "place" and self._is_at(first, before))
        return told and self._placelike.fits(first, end)

    def _opens_line(self, first: int, end: int) -> bool:
        """`dari Torbek sampai Vrana`."""
        tokens = self.tokens
        if tokens.word(first - 1) != "dari" or not tokens.follows(first):
            return False
        return tokens.word(end) in _TO and tokens.capital_follows(end + 1)

    def cued(self, place: PlaceDraft, before: Draft | None) -> PlaceDraft:
        """A place that only stands beside another is one if that is (not `Reno dan Farhan`)."""
        if self.tokens.word(place.first - 1) not in self.vocabulary.near and isinstance(before, PlaceDraft):
            large = any(not sense.population or sense.population >= _LARGE for sense in before.senses)
            place.cued = before.cued or large
        return place

    def _is_at(self, number: int, before: Draft | None) -> bool:
        tokens = self.tokens
        if tokens.capital[number - 1] and not tokens.opens(number - 1):
            return False
        if tokens.word(number - 1) == "dari":
            return number - 2 in tokens.verbs or tokens.word(number - 2) in self.vocabulary.coming
        if tokens.word(number - 1) in self.vocabulary.near:
            return True
        if not isinstance(before, PlaceDraft):
            return False
        return before.end == number - 1 or (before.end == number and tokens.gap(number) in (", ", "-", "–"))
