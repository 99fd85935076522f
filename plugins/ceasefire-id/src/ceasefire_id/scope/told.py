"""What has been told of the pauses of a document so far: drafts of events and facts, and what follows from all."""

from __future__ import annotations

from typing import Final

import attrs

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.pairs import are_one, is_side, likeness, pair_meant
from ceasefire_id.scope.phrases import Phrase

__all__ = ["MEANT", "Told"]

#: the rule of the day on which a pause was to end (`sedianya berakhir T`)
MEANT: Final = "was-to-end"


@attrs.define
class Told:
    """What the verbs of a document tell."""

    events: list[EventDraft] = attrs.field(factory=list)
    facts: list[FactDraft] = attrs.field(factory=list)
    #: the pause that a sentence says suffers, by the sentence's first word
    harmed: dict[int, Phrase] = attrs.field(factory=dict)
    #: whom the facts looked at so far bind, their parties by pause, how many facts those are, and in which list
    _bound: dict[object, ActorMention] = attrs.field(factory=dict, init=False)
    _parties: dict[int, list[FactDraft]] = attrs.field(factory=dict, init=False)
    _looked_at: int = attrs.field(default=0, init=False)
    _looked_in: list[FactDraft] | None = attrs.field(default=None, init=False)

    def leave_meant_ends(self) -> None:
        """What a pause was to last is not its end where it was lengthened."""
        lengthened = any(event.type == "extended" for event in self.events)
        if lengthened:
            self.facts = [fact for fact in self.facts if fact.rule != MEANT]

    def name_both(self, ground: Ground) -> None:
        """Name those for whom `kedua pihak` stands, now that the sides and the brokers are known."""
        brokers = [fact.actor for fact in self.facts if fact.slot == "brokers" and fact.actor is not None]
        for event in self.events:
            if event.both < 0 or event.actor is not None:
                continue
            pair = pair_meant(ground, event.both, self.sides(), brokers)
            if not pair:
                continue
            event.actor = pair[0]
            if event.type == "agreed" and not any(f.slot == "parties" and f.phrase is event.phrase for f in self.facts):
                self.facts += [FactDraft("parties", event.phrase, event.span, "signatory", actor=one) for one in pair]

    def sides(self) -> list[ActorMention]:
        """Those whom the facts so far bind by a pause, whichever it is, each once."""
        found: list[ActorMention] = []
        for actor in self.bound():
            if is_side(actor) and not any(are_one(actor, other) for other in found):
                found.append(actor)
        return found

    def bound(self) -> list[ActorMention]:
        """The actors of all facts so far that name a party, the first mention of those that are alike."""
        self._look()
        return list(self._bound.values())

    def parties_of(self, phrase: Phrase) -> list[FactDraft]:
        """The facts so far that name a party of a pause."""
        self._look()
        return self._parties.get(id(phrase), [])

    def _look(self) -> None:
        """Look at the facts that have come since: a text that repeats itself has ever more of the same few."""
        if self._looked_in is not self.facts or len(self.facts) < self._looked_at:
            self._bound, self._parties, self._looked_at, self._looked_in = {}, {}, 0, self.facts
        for fact in self.facts[self._looked_at :]:
            if fact.slot == "parties" and fact.actor is not None:
                self._bound.setdefault(likeness(fact.actor), fact.actor)
                self._parties.setdefault(id(fact.phrase), []).append(fact)
        self._looked_at = len(self.facts)
