"""Sides that a list behind their count names, that a heading names (`Yang terikat: A dan B`), or the main clause.

They are read when the sides beside the nouns and at the verbs are known.
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.cast import cast_of
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.counted import names_counted
from ceasefire_id.scope.drafts import FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import SIDES
from ceasefire_id.scope.pairs import are_apart, are_kin, is_side
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.representing import side_of
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["SideListReader"]

#: how far behind `yang terikat` its copula stands, in words
_HEADED: Final = 10
#: how far behind the head of a sentence a pause in front stands, half of it, in words
_NEAR: Final = 4
#: rules of nouns behind which stands whose the pause is
_TRUCES: Final = frozenset(("gencatan-senjata", "gencatan"))
#: words that join the last of a list
_LAST: Final = frozenset(("dan", "serta", "dengan"))


class SideListReader:
    """Adds and spells out facts of the slot `parties`."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words.who
        self._maker = maker

    def read(self, ground: Ground, phrases: list[Phrase], arguments: Arguments, told: Told) -> None:
        """Add the sides of all pauses that lists name."""
        for phrase in phrases:
            self._add(ground, phrase, names_counted(ground, phrase.stop), "counted", told)
            self._own(ground, phrase, told)
        for number in ground.words.numbers(self._words["bound_ones"]):
            self._heading(ground, arguments, number, told)
        for fact in [fact for fact in told.facts if fact.rule == "parties" and fact.slot == "parties"]:
            self._main_clause(ground, fact, told)
        for fact in [fact for fact in told.facts if fact.slot == "declared_by"]:
            self._ordered(ground, fact, told)
        self._spell_out(ground, told)

    def _add(self, ground: Ground, phrase: Phrase, named: list[ActorMention], rule: str, told: Told) -> None:
        told.facts += [
            FactDraft("parties", phrase, one.span, rule, actor=side_of(ground, one))
            for one in named
            if one.kind in SIDES or one.kind == "person"
        ]

    def _own(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        """`gencatan senjata Natal tentara Z`: troops alone keep a pause of their own."""
        actor = ground.at(ActorMention, phrase.stop) if ground.adjoins(phrase.stop) else None
        if actor is None or actor.kind != "military" or actor.anaphor is not None or phrase.rule not in _TRUCES:
            return
        alone = len(ground.coordinated(actor)) == 1 and ground.word(ground.after(actor)) not in _LAST
        if alone and not told.parties_of(phrase):
            self._add(ground, phrase, [actor], "own", told)

    def _heading(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> None:
        """`Yang terikat: A dan B`, `Yang meneken ialah A dan B`, `yang berdamai adalah A dengan B`."""
        if ground.word(number - 1) != "yang" or self._maker.is_negated(ground, number):
            return
        stop = ground.sentence(number).stop
        for after in range(number + 1, min(number + _HEADED, stop)):
            if ground.syntax.is_verb(after) and ground.word(after) not in self._words["equals"]:
                return
            copula = ground.word(after) in self._words["equals"]
            if not copula and ":" not in ground.gap(after):
                continue
            first = after + copula
            while ground.word(first) in self._words["delegates"] and ground.at(ActorMention, first) is None:
                first += 1
            actor = ground.at(ActorMention, first)
            phrase = self._maker.near(ground, arguments, number)
            if actor is not None and phrase is not None:
                named = names_counted(ground, first) or ground.coordinated(actor)
                self._add(ground, phrase, named, "heading", told)
            return

    def _main_clause(self, ground: Ground, fact: FactDraft, told: Told) -> None:
        """`Sejak P dengan B berlaku, A V`: of two who fight in a text, the one who acts is the other side."""
        phrase, partner = fact.phrase, fact.actor
        sentence = ground.sentence(phrase.first)
        if partner is None or phrase.outer - sentence.start > 2 * _NEAR or len(told.parties_of(phrase)) != 1:
            return
        opening = {ground.word(number) for number in range(sentence.start, phrase.outer)}
        if opening.isdisjoint(self._words["fronting"]) or phrase.sepihak:
            return
        comma = next((n for n in range(phrase.stop, sentence.stop) if "," in ground.gap(n)), sentence.stop)
        actor = ground.at(ActorMention, comma) if comma < sentence.stop else None
        if actor is None or not is_side(actor) or not are_apart(actor, partner) or len(ground.coordinated(actor)) > 1:
            return
        cast = (one for one in cast_of(ground.document) if is_side(one) and one.anaphor is None)
        others = [one for one in cast if not one.name.endswith("nya")]
        at_home = bool(actor.country) and actor.country == partner.country
        armed = any(ground.word(number) in self._words["own_troops"] for number in range(comma, sentence.stop))
        if not (at_home or armed):
            return  # `Setelah P dengan B, K membuka pintu`: somebody else may act
        if all(are_kin(one, actor) or are_kin(one, partner) for one in others):
            self._add(ground, phrase, [actor], "main-clause", told)

    def _ordered(self, ground: Ground, fact: FactDraft, told: Told) -> None:
        """`P yang diperintahkan Presiden X`, `P sepihak Presiden X`: it stops the fire of the side that X leads."""
        phrase, actor = fact.phrase, fact.actor
        verb = ground.word(ground.words.first_at(fact.span.start))
        if actor is None or actor.kind != "person" or actor.anaphor is not None or told.parties_of(phrase):
            return
        if not (phrase.sepihak or verb in self._words["orders_own"]) or phrase.kind is None:
            return
        side, known = side_of(ground, actor), told.sides()
        alone = side is not actor and (not known or any(are_kin(side, one) for one in known))
        if alone or (phrase.sepihak and not known and len(ground.coordinated(actor)) == 1):
            self._add(ground, phrase, [actor], "ordered", told)

    def _spell_out(self, ground: Ground, told: Told) -> None:
        """Put the names behind a count, or the one name behind a description, in the place of what they explain."""
        spelled: list[FactDraft] = []
        for fact in told.facts:
            named = self._names(ground, fact.actor) if fact.slot == "parties" and fact.actor is not None else []
            if not named:
                spelled.append(fact)
                continue
            spelled += [
                FactDraft("parties", fact.phrase, one.span, fact.rule, actor=side_of(ground, one)) for one in named
            ]
        if len(spelled) != len(told.facts) or any(a is not b for a, b in zip(spelled, told.facts, strict=True)):
            told.facts = spelled

    def _names(self, ground: Ground, actor: ActorMention) -> list[ActorMention]:
        first, after = ground.first_of(actor), ground.after(actor)
        if counted := names_counted(ground, first - (ground.word(first - 1) in self._words["counting"])):
            return [one for one in counted if one.kind in SIDES]
        described = actor.name[:1].islower() and ground.word(first - 1) in _LAST and "," in ground.gap(after)
        named = ground.at(ActorMention, after) if described else None
        if named is None or named.name[:1].islower() or named.kind != actor.kind:
            return []
        closed = ground.past_bracket(ground.after(named))
        return [named] if ground.gap(closed).strip(") ")[:1] in (",", ".") else []
