"""Who mediated, told by their errands: `K hilir mudik antara A dan B`, `K membawa surat`, `K merundingkan P`.

Read when the sides are known: whoever does so and is none of them stands between them.
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.brokering import Brokering
from ceasefire_id.scope.drafts import FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.pairs import both_said_at, pair_meant
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.representing import side_of
from ceasefire_id.scope.telling import Told

__all__ = ["EffortReader"]

#: two at least fight
_PAIR: Final = 2
#: how far behind a verb of carrying the paper stands
_CARRIED: Final = 3


class EffortReader(Brokering):
    """Adds those who went between the sides, negotiated for both or carried papers from one to the other."""

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add them; the sides must be known before."""
        for number in ground.words.numbers(self._words["shuttles"]):
            self._shuttled(ground, arguments, number, told)
        for verb in ground.words.numbers(self._words["carries"]):
            self._carried(ground, arguments, verb, told)
        for event in list(told.events):
            if event.type == "negotiated" and event.actor is not None:
                self._negotiated(ground, event.phrase, event.actor, event.span.start, told)

    def _credit(self, ground: Ground, phrase: Phrase, actor: ActorMention, rule: str, told: Told) -> None:
        side = side_of(ground, actor)
        own = side is not actor and (side.kind == "armed_group" or actor.country is None)
        if not own and not any(self.is_side(ground, one, told) for one in ground.coordinated(actor)):
            self.add(ground, phrase, actor, rule, told)

    def _shuttled(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> None:
        """`K mondar-mandir Z1-Z2`, `sesudah K bolak-balik antara A dan B`, `setelah sepekan hilir mudik`."""
        phrase = self._maker.near(ground, arguments, number)
        if phrase is None or self._maker.is_negated(ground, number):
            return
        start = max(self._maker.part_start(ground, number), ground.sentence(number).start)
        persons = [one for one in ground.among(ActorMention, start, number) if one.kind in ("person", "organisation")]
        actor = persons[-1] if persons and ground.after(persons[-1]) <= number else None
        if actor is not None:
            self._credit(ground, phrase, actor, "shuttles", told)

    def _carried(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K mengantar surat P dari A ke B`, `K membawa usul P`, `K menyusun naskahnya`."""
        near = range(verb + 1, min(verb + 1 + _CARRIED, ground.sentence(verb).stop))
        paper = next((n for n in near if ground.word(n).removesuffix("nya") in self._words["carried"]), None)
        actor, mood = ground.subject(verb), ground.mood(verb)
        if paper is None or actor is None or not mood.real or actor.kind not in ("person", "organisation", "state"):
            return
        own = ground.word(paper).endswith("nya")
        found = arguments.between(paper, paper + _CARRIED)
        phrase = found[0] if found else self._maker.near(ground, arguments, verb) if own else None
        if phrase is not None and len(told.sides()) >= (_PAIR if actor.kind == "state" else 0):
            self._credit(ground, phrase, actor, "carries", told)

    def _between_both(self, ground: Ground, phrase: Phrase, told: Told) -> bool:
        """`merundingkan P dengan kedua pihak`."""
        for number in range(phrase.stop, min(phrase.stop + _CARRIED, ground.sentence(phrase.first).stop - 1)):
            if ground.word(number) in ("dengan", "antara"):
                return both_said_at(ground, number + 1, self._words["both"])
        return False

    def _negotiated(self, ground: Ground, phrase: Phrase, actor: ActorMention, start: int, told: Told) -> None:
        """`K merundingkan P dengan kedua pihak`: who talks about the pause of others."""
        verb = ground.words.first_at(start)
        word = ground.word(verb).removesuffix("nya")
        if word not in self._words["negotiates"] or ground.subject(verb) is not actor:
            return
        words = {ground.word(number) for number in range(ground.first_of(actor), ground.after(actor))}
        if self._between_both(ground, phrase, told):
            own = {id(one) for one in ground.coordinated(actor)}
            told.facts = [f for f in told.facts if f.slot != "parties" or id(f.actor) not in own]
            self._credit(ground, phrase, actor, "negotiates", told)
            pair = pair_meant(ground, phrase.stop + 1, told.sides(), [actor])
            told.facts += [FactDraft("parties", phrase, one.span, "negotiates", actor=one) for one in pair]
        elif len(told.sides()) >= _PAIR and actor.anaphor is None and words.isdisjoint(self._words["of_both"]):
            self._credit(ground, phrase, actor, "negotiates", told)
