"""Longer names of which a place that a list knows is only a part."""

from __future__ import annotations

from ceasefire_id.names.gazetteer import Match
from ceasefire_id.names.phrases import Phrase
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["PlaceParts"]


class PlaceParts:
    """Tells where such a name ends, or that it is another's."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary

    def begins_group(self, phrase: Phrase, match: Match) -> bool:
        """Whether a place only begins the name of an armed group."""
        tokens, end = self.tokens, match.end
        if phrase.head.sort != "armed_group" or phrase.matches or match.sense("state", "capital", "actor"):
            return False
        barred = self.vocabulary.directions | self.vocabulary.capital_stops
        if tokens.follows(end) and self.is_particle(end):
            return True
        return tokens.capital_follows(end) and tokens.match(end) is None and tokens.folded[end] not in barred

    def longer_place(self, match: Match) -> int:
        """The end of a village's name that begins with that of another place; zero where it does not go on."""
        tokens, end, run_end = self.tokens, match.end, self.tokens.run(match.first)
        barred = self.vocabulary.grades | self.vocabulary.capital_stops
        while end < run_end and tokens.follows(end) and tokens.folded[end] not in barred and not tokens.is_stop(end):
            end += 1
        if end == run_end - 1 and tokens.folded[end] == "kota":
            # `Kecamatan Medan Kota`
            return run_end
        return end if end > match.end and tokens.match(match.end) is None else 0

    def is_particle(self, at: int) -> bool:
        """Whether a word joins capitals into one name (`del`, `al`)."""
        tokens = self.tokens
        joins = tokens.folded[at] in self.vocabulary.particles and tokens.capital[at - 1]
        return joins and at + 1 < tokens.size and tokens.linked(at + 1) and tokens.capital[at + 1]
