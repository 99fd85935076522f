"""Offers of a pause: by one side to the other, which names both, or by a third to those whom it would bind."""

from __future__ import annotations

from typing import Final

import attrs

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import MEDIATORS, SIDES
from ceasefire_id.scope.pairs import are_kin, are_one, is_side
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.representing import side_of
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["OfferReader"]

#: how far behind the pause `kepada B` stands, how far behind the verb `yakni P`, in words
_REACH: Final = 10
_NAMELY: Final = 5
#: words between a verb and `kepada B`, or whom it asks
_TO: Final = frozenset(("kepada", "pada"))


@attrs.frozen
class _Offer:
    """Who offers a pause to whom; `third` where who offers cannot be a side."""

    phrase: Phrase
    actor: ActorMention | None
    to: list[ActorMention]
    rule: str
    #: an offer of one's own, not a call on others
    own: bool = True


class OfferReader:
    """Adds facts of `parties` and `brokers` that an offer, an invitation or a call tells."""

    def __init__(self, words: ScopeWords) -> None:
        self._words = words.who

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add what all offers tell."""
        for verb in ground.words.numbers(self._words["offers"]):
            self._tell(ground, self._active(ground, arguments, verb, told), told)
        for verb in ground.words.numbers(self._words["offered"]):
            self._tell(ground, self._passive(ground, arguments, verb), told)
        for verb in ground.words.numbers(self._words["offers_whom"] | self._words["calls_on"]):
            self._tell(ground, self._invited(ground, arguments, verb), told)
        for noun in ground.words.numbers(self._words["offer_nouns"]):
            self._tell(ground, self._noun(ground, arguments, noun), told)
            self._came_from(ground, noun, told)

    def _tell(self, ground: Ground, offer: _Offer | None, told: Told) -> None:
        if offer is None:
            return
        sides = [one for one in offer.to if one.kind in SIDES or one.kind == "person"]
        actor = offer.actor
        third = actor is None or not offer.own or len(sides) > 1 or self._is_outside(ground, actor, sides, told)
        if not third and sides and actor is not None:
            sides = [side_of(ground, actor), *sides]
        elif len(sides) > 1 and offer.own and actor is not None and not any(are_kin(actor, side) for side in sides):
            told.facts += [
                FactDraft("brokers", offer.phrase, one.span, offer.rule, actor=one)
                for one in ground.coordinated(actor)
                if one.kind in MEDIATORS
            ]
        if len(sides) > 1:
            told.facts += [FactDraft("parties", offer.phrase, one.span, offer.rule, actor=one) for one in sides]

    def _is_outside(self, ground: Ground, actor: ActorMention, to: list[ActorMention], told: Told) -> bool:
        """Whether who offers is no side: a body of states or their envoy, or none of the two that are known."""
        if actor.kind not in SIDES and (actor.kind != "person" or (actor.country is None and not actor.anaphor)):
            return side_of(ground, actor) is actor
        known = [side for side in told.sides() if not any(are_one(side, one) for one in to)]
        return bool(known) and len(told.sides()) > 1 and not any(are_kin(actor, side) for side in known)

    # ---- forms ---------------------------------------------------------------------------------------------------

    def _active(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> _Offer | None:
        """`A menawarkan P kepada B`, `K menawarkan kepada A dan B P`, `K menawarkan hal lain, yakni P`."""
        mood = ground.mood(verb)
        if mood.negated or mood.hypothetical or not ground.syntax.is_verb(verb):
            return None
        phrase, actor = arguments.object(verb), ground.subject(verb)
        if phrase is None and (phrase := self._namely(ground, arguments, verb)) is not None:
            span = ground.span(verb, verb + 1)
            phrase.wanted = True
            told.events.append(EventDraft("demanded", phrase, span, "offer", actor=actor, duration=phrase.length))
            if actor is not None and actor.kind in ("organisation", "person"):
                told.facts.append(FactDraft("brokers", phrase, actor.span, "offer", actor=actor))
        if phrase is None or phrase.definite:
            return None
        to = self._recipients(ground, verb + 1, phrase.first) or self._recipients(ground, phrase.stop, -1)
        return _Offer(phrase, actor, to, "offer") if to else None

    def _namely(self, ground: Ground, arguments: Arguments, verb: int) -> Phrase | None:
        """`menawarkan hal lain, yakni P`, `mengajukan jalan tengah: P`: the pause that what is offered consists in."""
        for number in range(verb + 2, min(verb + _NAMELY, ground.sentence(verb).stop)):
            mark = ground.gap(number).strip()
            namely = ground.word(number) in ("yakni", "yaitu", "berupa")
            if namely or mark in (":", "–", "—"):
                phrase = arguments.holding(number + namely)
                return phrase if phrase is not None and not phrase.definite else None
            if mark or ground.syntax.is_verb(number):
                return None
        return None

    def _passive(self, ground: Ground, arguments: Arguments, verb: int) -> _Offer | None:
        """`P yang ditawarkan A kepada B`."""
        argument, actor = arguments.subject(verb), ground.agent(verb)
        if argument is None or actor is None or ground.mood(verb).negated:
            return None
        to = self._recipients(ground, ground.after(ground.coordinated(actor)[-1]), -1)
        return _Offer(argument.phrase, actor, to, "offer") if to else None

    def _invited(self, ground: Ground, arguments: Arguments, verb: int) -> _Offer | None:
        """`A menawari B P`, `A mengajak B mengadakan P`, `K mendesak A dan B menyepakati P`."""
        to = ground.at(ActorMention, verb + 1 + (ground.word(verb + 1) in _TO))
        mood = ground.mood(verb)
        if to is None or mood.negated or mood.hypothetical:
            return None
        listed = ground.coordinated(to)
        end = ground.after(listed[-1])
        phrase = arguments.holding(end)
        inner = ground.syntax.verb_after(verb)
        if phrase is None and inner is not None and inner <= end + 2 and ground.word(inner) in self._words["with"]:
            phrase = arguments.object(inner)
        if phrase is None:
            return None
        own = ground.word(verb) in self._words["offers_whom"]
        return _Offer(phrase, ground.subject(verb), listed, "offer" if own else "called-on", own)

    def _noun(self, ground: Ground, arguments: Arguments, noun: int) -> _Offer | None:
        """`tawaran P A kepada B`, `tawaran A kepada B untuk P`."""
        own = next((p for p in arguments.between(noun + 1, noun + 3) if p.governor == noun), None)
        if own is None:
            return None
        first = own.stop + (ground.word(own.stop) in ("dari", "oleh"))
        actor = ground.at(ActorMention, first) if ground.adjoins(first) else None
        if actor is None:
            return None
        to = self._recipients(ground, ground.after(actor), -1)
        return _Offer(own, actor, to, "offer") if to else None

    def _recipients(self, ground: Ground, start: int, end: int) -> list[ActorMention]:
        """`kepada B`, not more than a few words behind a word."""
        if start >= len(ground.words):
            return []
        stop = min(start + _REACH, ground.sentence(start).stop if end < 0 else end)
        for number in range(start, stop):
            if ground.marked(number, ",;:") or ground.syntax.is_verb(number):
                return []
            if ground.word(number) in _TO and (actor := ground.at(ActorMention, number + 1)) is not None:
                listed = ground.coordinated(actor)
                # `kepada B, dan C menerimanya`: the comma closes the clause
                closed = len(listed) == 2 and "," in ground.gap(ground.past_bracket(ground.after(actor)))
                return [actor] if closed else listed
        return []

    def _came_from(self, ground: Ground, noun: int, told: Told) -> None:
        """`Tawaran datang dari A, dan B menerimanya`: who took it up has A on the other side."""
        sentence = ground.sentence(noun)
        came = next((n for n in range(noun + 1, min(noun + 4, sentence.stop)) if ground.word(n) in _COMES), None)
        if came is None or ground.word(came + 1) not in ("dari", "oleh"):
            return
        actor = ground.at(ActorMention, came + 2)
        if actor is None:
            return
        for event in list(told.events):
            inside = ground.words.first_at(event.span.start) in sentence
            if event.type == "agreed" and inside and event.actor is not None and is_side(event.actor):
                side = side_of(ground, actor)
                if not are_kin(actor, event.actor):
                    told.facts.append(FactDraft("parties", event.phrase, actor.span, "offer", actor=side))


_COMES: Final = frozenset(("datang", "berasal", "dilontarkan", "disampaikan", "diajukan"))
