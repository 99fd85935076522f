"""Who announces in a reported clause what others will keep: `K mengumumkan bahwa A dan B menyepakati P`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.pairs import are_kin, are_one
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["AnnouncingReader"]

#: how far behind the verb `bahwa` stands (`mengumumkan di Z pada T bahwa`), in words
_REACH: Final = 9
#: kinds of actors that make a pause known, and do not merely tell of it
_ANNOUNCERS: Final = frozenset(("person", "state", "organisation", "government", "military", "armed_group"))
#: what the reported clause may tell of a pause that was not there before
_BEGUN: Final = frozenset(("agreed", "started", "announced"))


class AnnouncingReader:
    """Adds facts of the slot `declared_by`; the sides must be known before."""

    def __init__(self, words: ScopeWords) -> None:
        self._words = words.who

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add all who announce so."""
        for number in ground.words.numbers({"bahwa"}):
            verb = ground.syntax.verb_before(number)
            if verb is None or number - verb > _REACH or ground.word(verb) not in self._words["makes_known"]:
                continue
            actor = ground.subject(verb)
            if actor is not None and actor.kind in _ANNOUNCERS and ground.mood(verb).real:
                self._announce(ground, arguments, number, verb, actor, told)

    def _announce(
        self, ground: Ground, arguments: Arguments, clause: int, verb: int, actor: ActorMention, told: Told
    ) -> None:
        stop = ground.sentence(clause).stop
        first, end = ground.words.starts[clause], ground.words.ends[stop - 1]
        inner = [event for event in told.events if first < event.span.start < end]
        if any(event.type not in _BEGUN for event in inner):
            # `mengumumkan bahwa P diperpanjang`: what was there before
            return
        found = [p for p in arguments.between(clause, stop) if not p.definite and not p.generic]
        if not found:
            return
        phrase = found[0]
        own = [event for event in inner if event.phrase is phrase]
        if phrase.deed is None and not own:
            return
        if any(e.actor is not None and are_kin(e.actor, actor) and e.type == "agreed" for e in own):
            # `A mengumumkan bahwa A menerima P`
            return
        self._hand_over(ground, phrase, actor, verb, own, told)

    def _hand_over(
        self, ground: Ground, phrase: Phrase, actor: ActorMention, verb: int, own: list[EventDraft], told: Told
    ) -> None:
        """What those do whom the clause is about is announced by who speaks."""
        if phrase.deed is not None:
            for fact in told.facts:
                told_of = fact.actor is not None and not are_one(fact.actor, actor)
                if fact.slot == "declared_by" and fact.phrase is phrase and told_of:
                    fact.slot = "parties"
            for event in own:
                if event.type in ("announced", "started"):
                    event.type, event.actor = "announced", actor
        phrase.wanted = False
        told.facts.append(FactDraft("declared_by", phrase, ground.span(verb, verb + 1), "announcer", actor=actor))
