"""Who mediated with somebody: helpers, lists with what describes them, and the names behind a mere description.

`ditengahi K bersama empat negara sahabat: L, M, N, dan O`, `dua pemuka agama, X dan Y`, `K, dibantu L, menengahi P`.
Read last, when all that is told of mediators is known.
"""

from __future__ import annotations

from typing import Final

import attrs

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.drafts import FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import can_mediate
from ceasefire_id.scope.pairs import are_kin, are_one
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["CompanionReader"]

#: how many words may describe those who are named behind them (`empat negara sahabat: L, M`)
_DESCRIBED: Final = 7
#: words between a description and the names that it is of
_NAMELY: Final = frozenset(("yakni", "yaitu", "ialah", "adalah"))
_JOINTS: Final = frozenset(("dan", "serta", "maupun"))
_MARKS: Final = ",:(–—"


class CompanionReader:
    """Adds mediators that are joined to those known, and puts names in the place of descriptions."""

    def __init__(self, words: ScopeWords) -> None:
        self._words = words.who

    def read(self, ground: Ground, told: Told) -> None:
        """Complete the facts of the slot `brokers`."""
        known = [fact for fact in told.facts if fact.slot == "brokers" and fact.actor is not None]
        if not known:
            return
        dropped: set[int] = set()
        for fact in known:
            actor = fact.actor
            if actor is None:
                continue
            found = self._behind(ground, actor)
            if (found or self._is_role(ground, actor)) and self._is_unnamed(ground, actor):
                dropped.add(id(fact))
            self._join(ground, fact, found, told)
        told.facts = [fact for fact in told.facts if id(fact) not in dropped]
        for number in ground.words.numbers(self._words["helped"]):
            self._helped(ground, number, known, told)

    def _join(self, ground: Ground, fact: FactDraft, actors: list[ActorMention], told: Told) -> None:
        """Add actors beside the mediator of a fact, but those that a pause binds."""
        bound = told.parties_of(fact.phrase)
        for one in actors:
            side = any(side.actor is not None and are_one(one, side.actor) for side in bound)
            if can_mediate(one) and not side:
                told.facts.append(attrs.evolve(fact, actor=one, span=one.span))

    def _is_unnamed(self, ground: Ground, actor: ActorMention) -> bool:
        """`dua tokoh masyarakat`, `penengah`: described, not named."""
        return ground.document.text_of(actor.span).islower() or actor.anaphor is not None

    def _is_role(self, ground: Ground, actor: ActorMention) -> bool:
        """`penengah`: the role and nothing else."""
        first = ground.first_of(actor)
        return ground.word(first) in self._words["mediators"] and ground.after(actor) == first + 1

    def _behind(self, ground: Ground, actor: ActorMention) -> list[ActorMention]:
        """Those who are named behind an actor and belong to it."""
        number = ground.past_bracket(ground.after(actor))
        if self._is_unnamed(ground, actor):
            named = self._names(ground, number)
        elif ground.word(number) == "yang" and ground.word(number + 1) in self._words["consists"]:
            return self._names(ground, number + 3)
        elif ground.word(number) in _JOINTS and ground.word(number + 1) in self._words["counting"]:
            # `K dan empat negara sahabat: L, M`
            return self._described(ground, number + 1)
        else:
            named = self._past_apposition(ground, number)
        return named

    def _names(self, ground: Ground, number: int) -> list[ActorMention]:
        """`, yakni X dan Y`, `: X, Y, dan Z`, `(X dan Y)`: the names at a word."""
        namely = ground.word(number) in _NAMELY
        namely = namely or (ground.word(number) == "antara" and ground.word(number + 1) == "lain")
        if not (namely or ground.marked(number, _MARKS)):
            return []
        start = number + namely + (ground.word(number) == "antara")
        named = ground.at(ActorMention, start)
        found = ground.coordinated(named) if named is not None else []
        return [one for one in found if one.span.start >= ground.words.starts[start]]

    def _described(self, ground: Ground, number: int) -> list[ActorMention]:
        """`empat negara sahabat: L, M, dan N`: the names behind what counts and describes them."""
        for after in range(number + 1, min(number + _DESCRIBED, ground.sentence(number).stop)):
            if ground.syntax.is_verb(after):
                return []
            if ground.word(after) in _NAMELY or ground.marked(after, _MARKS):
                return self._names(ground, after)
        return []

    def _past_apposition(self, ground: Ground, number: int) -> list[ActorMention]:
        """`X, mantan duta besar, dan Y`: who is joined behind what describes the first."""
        if number >= len(ground.words) or ground.gap(number).strip() != ",":
            return []
        described = ground.at(ActorMention, number)
        if ground.word(number) in _JOINTS or (described is not None and not self._is_lower(ground, number)):
            return []
        for after in range(number + 1, min(number + _DESCRIBED + 2, ground.sentence(number).stop)):
            if ground.syntax.is_verb(after) or ground.word(after) == "yang":
                return []
            if "," in ground.gap(after):
                lead = 1 + self._is_lower(ground, after + 1)
                joined = ground.at(ActorMention, after + 1) or ground.at(ActorMention, after + lead)
                joined = joined if ground.word(after) in _JOINTS else None
                end = ground.after(joined) if joined is not None else number
                closed = "," in ground.gap(end) or not ground.syntax.is_verb(end)
                return [joined] if joined is not None and closed else []
        return []

    def _is_lower(self, ground: Ground, number: int) -> bool:
        """Whether a word begins with a small letter."""
        return number < len(ground.words) and ground.text[ground.words.starts[number]].islower()

    # ---- helpers -------------------------------------------------------------------------------------------------

    def _helped(self, ground: Ground, number: int, known: list[FactDraft], told: Told) -> None:
        """`K menengahi P bersama L`, `K, dibantu L dan M, menengahi P`, `ditengahi K, dengan bantuan L`."""
        sentence = ground.sentence(number)
        start = ground.words.starts[sentence.start]
        here = ground.words.starts[number]
        own = [fact for fact in known if fact.actor is not None and start <= fact.actor.span.start < here]
        if not own or not self._helps(ground, number, own):
            return
        fact = own[-1]
        after = number + 1
        if ground.word(after) in self._words["counting"]:
            found = self._described(ground, after)
        else:
            named = ground.at(ActorMention, after)
            found = ground.coordinated(named) if named is not None else []
            found = [one for one in found if one.span.start > here]
        last = ground.after(found[-1]) if found else number
        if ground.word(last) == "yang" and ground.word(last + 1) in self._words["merely"]:
            # `dibantu L dan M, yang hanya mengirim peninjau`
            return
        mine, helpers = fact.actor, {id(one) for one in found}
        told.facts = [f for f in told.facts if f.slot != "parties" or id(f.actor) not in helpers]
        self._join(ground, fact, [one for one in found if mine is None or not are_kin(one, mine)], told)

    def _helps(self, ground: Ground, number: int, own: list[FactDraft]) -> bool:
        """Whether the word joins somebody to a mediator: right behind them, or behind what they did."""
        word, before = ground.word(number), number - 1
        if word in self._words["help_nouns"]:
            # `dengan bantuan L`, `di samping L`
            if ground.word(before) not in ("dengan", "di", "atas"):
                return False
            before -= 1
        ended = any(fact.actor is not None and ground.after(fact.actor) == before + 1 for fact in own)
        if ended or word in self._words["help_nouns"]:
            return ended or not ground.syntax.verbs_between(ground.sentence(number).start, number)[1:]
        verb = ground.syntax.verb_before(number)
        done = verb is not None and ground.word(verb) in self._words["mediates_alone"] | self._words["mediates"]
        return bool(done) and not ground.marked(number, ",;:")
