"""For which side somebody stands: spokesmen, ministries and units of a side, told by their names and their state.

In a war between states the country tells; in one within a state only words that a name shares with that of its side
do (`Juru bicara GNA`, `artileri LNA`, `pasukan pemerintah` of `Pemerintah Sudan Selatan`).
"""

from __future__ import annotations

from collections.abc import Sequence

from ceasefire.mentions import ActorMention
from ceasefire_id.cast import cast_of
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.pairs import are_one, is_side

__all__ = ["Camps"]


class Camps:
    """The sides of one document's pauses, each with the words that its names hold."""

    def __init__(self, ground: Ground, sides: Sequence[ActorMention], common: frozenset[str]) -> None:
        self._ground = ground
        #: words of names that say nothing of a side
        self._common = common
        self._sides: list[ActorMention] = []
        for side in sides:
            if is_side(side) and not any(are_one(side, known) for known in self._sides):
                self._sides.append(side)
        mentions = cast_of(ground.document)
        self._words = [
            {word for m in mentions if are_one(m, side) for word in self._naming(m)} | self._naming(side)
            for side in self._sides
        ]
        countries = [side.country for side in self._sides if side.country]
        self._countries = {country for country in countries if countries.count(country) == 1}

    def of(self, actor: ActorMention | None) -> ActorMention | None:
        """The one side for which an actor stands; none where it is no side's, or more than one's."""
        if actor is None:
            return None
        own = [side for side in self._sides if are_one(side, actor)]
        if not own:
            words = self._naming(actor)
            own = [side for side, known in zip(self._sides, self._words, strict=True) if words & known]
        if not own and actor.country in self._countries:
            own = [side for side in self._sides if side.country == actor.country]
        return own[0] if len(own) == 1 else None

    def against(self, actor: ActorMention | None) -> ActorMention | None:
        """The other of two sides, for one that an actor stands for (`artileri lawan`)."""
        own = self.of(actor)
        others = [side for side in self._sides if side is not own]
        return others[0] if own is not None and len(others) == 1 else None

    def _naming(self, actor: ActorMention) -> set[str]:
        text = self._ground.document.text_of(actor.span) + " " + actor.name
        return {word.strip("(),.") for word in text.casefold().split()} - self._common
