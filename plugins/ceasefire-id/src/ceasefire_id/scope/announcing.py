"""Who announces what others will keep (`K mengumumkan bahwa A dan B menyepakati P`), and what both sides declare."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import SIDES
from ceasefire_id.scope.pairs import are_kin, are_one, both_said_at, pair_meant
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import EventWords, ScopeWords

__all__ = ["AnnouncingReader"]

#: how far behind the verb `bahwa` stands (`mengumumkan di Z pada T bahwa`), in words
_REACH: Final = 9
#: kinds of actors that make a pause known, and do not merely tell of it
_ANNOUNCERS: Final = frozenset(("person", "state", "organisation", "government", "military", "armed_group"))
#: words for both sides, and how many words their verb may stand behind
_BOTH: Final = frozenset(("kedua", "keduanya", "mereka"))
_SUBJECT: Final = 5
_PAIR: Final = 2
#: what the reported clause may tell of a pause that was not there before
_BEGUN: Final = frozenset(("agreed", "started", "announced"))


class AnnouncingReader:
    """Adds facts of the slot `declared_by`; the sides must be known before."""

    def __init__(self, words: ScopeWords, events: EventWords) -> None:
        self._words = words.who
        self._verbs = frozenset(
            verb for verb, voices in events.verbs.items() if any(voice.type == "announced" for voice in voices)
        ) | frozenset(self._words["imposes"])

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add all who announce so."""
        for number in ground.words.numbers({"bahwa"}):
            verb = ground.syntax.verb_before(number)
            if verb is None or number - verb > _REACH or ground.word(verb) not in self._words["makes_known"]:
                continue
            actor = ground.subject(verb)
            if actor is not None and actor.kind in _ANNOUNCERS and ground.mood(verb).real:
                self._announce(ground, arguments, number, verb, actor, told)
        for number in ground.words.numbers(_BOTH):
            if found := self._done_by_both(ground, arguments, number):
                self._by_both(ground, number, found, told)

    # ---- both sides ----------------------------------------------------------------------------------------------

    def _done_by_both(self, ground: Ground, arguments: Arguments, number: int) -> Phrase | None:
        """`P diumumkan kedua pihak`, `kedua militer memberlakukan P`: the pause that two declare."""
        if not both_said_at(ground, number, self._words["both"]):
            return None
        verb = number - 1 - (ground.word(number - 1) == "oleh")
        if ground.word(verb).startswith("di") and ground.word(verb) in self._verbs:
            argument = arguments.subject(verb)
            return argument.phrase if argument is not None and ground.mood(verb).real else None
        after = ground.syntax.verb_after(number)
        if after is None or after - number > _SUBJECT or ground.word(after) not in self._verbs:
            return None
        active = not ground.word(after).startswith("di") and ground.mood(after).real
        return arguments.object(after) if active else None

    def _by_both(self, ground: Ground, number: int, phrase: Phrase, told: Told) -> None:
        brokers = [fact.actor for fact in told.facts if fact.slot == "brokers" and fact.actor is not None]
        own = [fact.actor for fact in told.parties_of(phrase) if fact.actor is not None]
        pair = own if len(own) == _PAIR else pair_meant(ground, number, told.sides(), brokers)
        span = ground.span(number, number + 1)
        if ground.word(number + 1) in self._words["armies"]:
            pair = [_army_of(ground, one) for one in pair]
        for one in pair:
            told.facts.append(FactDraft("declared_by", phrase, span, "both", actor=one))
            if one not in own:
                told.facts.append(FactDraft("parties", phrase, span, "both", actor=one))
        for event in told.events:
            if event.phrase is phrase and event.type in ("announced", "started") and event.actor is None and pair:
                near = ground.words.first_at(event.span.start) in range(number - 3, number + _SUBJECT + 1)
                event.actor = pair[0] if near else None

    # ---- reported clauses ----------------------------------------------------------------------------------------

    def _announce(
        self, ground: Ground, arguments: Arguments, clause: int, verb: int, actor: ActorMention, told: Told
    ) -> None:
        stop = ground.sentence(clause).stop
        first, end = ground.words.starts[clause], ground.words.ends[stop - 1]
        inner = [event for event in told.events if first < event.span.start < end]
        if any(event.type not in _BEGUN for event in inner):
            # `mengumumkan bahwa P diperpanjang`: what was there before
            return
        new = (p for p in arguments.between(clause, stop) if not p.definite or p.rule == "stop-verb")
        found = [p for p in new if p.makes_pause and not p.generic]
        if not found:
            return
        phrase = found[0]
        own = [event for event in inner if event.phrase is phrase]
        if phrase.rule == "stop-verb" and phrase.deed is None and not own and actor.kind in SIDES | {"person"}:
            # `G mengumumkan bahwa para pejuangnya akan berhenti menembak`
            span = ground.span(verb, verb + 1)
            told.events.append(EventDraft("announced", phrase, span, "announcer", actor=actor, duration=phrase.length))
        elif phrase.deed is None and not own:
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


def _army_of(ground: Ground, side: ActorMention) -> ActorMention:
    """`kedua militer`: the army of a side where the text names one."""
    same = (m for m in ground.document.of(ActorMention) if m.kind == "military" and m.country and not m.anaphor)
    return next((m for m in same if m.country == side.country), side)
