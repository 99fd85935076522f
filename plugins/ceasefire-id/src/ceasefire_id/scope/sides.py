"""Whom a pause binds: the sides that its noun, its verbs and those who blame each other name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.counted import names_counted
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import SIDES, can_be_member
from ceasefire_id.scope.pairs import (
    SAY_BOTH,
    accuser_at,
    are_armed,
    are_kin,
    are_one,
    both_said_at,
    is_side,
    pair_before,
    pair_from,
    pair_meant,
    pair_of_capitals,
)
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.representing import only_government, side_of
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.signing import SigningReader
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["SideReader"]

#: how far behind its noun `antara A dan B` may stand, and `secara sepihak` before it, in words
_REACH: Final = 14
_APART: Final = 5
#: nouns for those whom a pause binds that need no copula before their names
_SIGNERS: Final = frozenset(("penandatangan", "penandatangannya"))
#: rules of nouns behind which stands whose the pause is
_TRUCES: Final = frozenset(("gencatan-senjata", "gencatan"))
#: prepositions before those whom a pause binds
_WITH: Final = frozenset(("dengan", "bersama"))
_AMONG: Final = _WITH | {"antara"}
#: what one does with a pause of one's own alone
_OWN: Final = frozenset(("announced", "extended", "started", "ended"))
#: what two do together with a pause that binds both
_JOINT: Final = frozenset(("extended", "started"))
#: events whose doers are sides
_FIGHT_OVER: Final = frozenset(("announced", "rejected", "violated", "confirmed", "ended"))
#: how far behind one verb another one is what is asked for, in words, and the links between the two
_NEAR: Final = 4
_TO: Final = frozenset(("", "untuk", "agar", "supaya"))
#: events that make or keep a pause with somebody
_TOGETHER: Final = frozenset(("agreed", "extended", "started", "ended"))
#: what one side does with a pause that it has `dengan B`
_WITH_OTHER: Final = frozenset(("agreed", "extended", "ended", "suspended", "violated", "confirmed"))
_REAL: Final = frozenset(("violated", "agreed", "started", "ended", "extended"))
_NEVER: Final = frozenset(("media", "civilians", "monitor"))


class SideReader:
    """Adds the facts of the slot `parties`."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words.who
        self._maker = maker
        self._signing = SigningReader(words, maker)

    def read(self, ground: Ground, phrases: list[Phrase], arguments: Arguments, told: Told) -> None:
        """Add the sides of all phrases."""
        for phrase in phrases:
            self._beside(ground, phrase, told)
            self._under(ground, phrase, told)
        self._signing.read(ground, phrases, arguments, told)
        for number in ground.words.numbers(self._words["mutual"]):
            self._mutual(ground, arguments, number, told)
        for event in list(told.events):
            self._of_event(ground, event, told)
        for number in ground.words.numbers(SAY_BOTH):
            self._both(ground, arguments, number, told)
        self._leave_out_unnamed(ground, told)
        for fact in told.facts:
            if fact.slot == "parties" and fact.actor is not None:
                fact.actor = side_of(ground, fact.actor)

    def _leave_out_unnamed(self, ground: Ground, told: Told) -> None:
        told.facts = [fact for fact in told.facts if not self._is_unnamed(ground, fact.actor)]
        # `dalam pidato televisi`: nobody who declares a pause
        told.facts = [f for f in told.facts if f.slot != "declared_by" or f.actor is None or f.actor.kind not in _NEVER]
        for event in told.events:
            actor = event.actor
            if actor is not None and actor.anaphor is None and self._is_unnamed(ground, actor):
                event.actor = next(iter(pair_before(ground, ground.first_of(actor))), None)

    def _is_unnamed(self, ground: Ground, actor: ActorMention | None) -> bool:
        """`dua pihak yang berperang`, `pihak-pihak`: words that only say that there are sides."""
        if actor is None:
            return False
        words = [ground.word(number) for number in range(ground.first_of(actor), ground.after(actor))]
        bare = self._words["uncounted"] | self._words["sides"]
        after = ground.after(actor)
        of_both = ground.gap(after).isspace() and both_said_at(ground, after, self._words["both"])
        if words[0] in self._words["all"] or of_both:
            # `semua pihak`, `wakil kedua negara`
            return True
        if words[0] in self._words["uncounted"]:
            bare |= self._words["both"]
        return bare.issuperset(words) or (actor.anaphor is None and self._maker.is_bare(ground, actor))

    def _add(self, phrase: Phrase, sides: Iterable[ActorMention], rule: str, told: Told) -> None:
        told.facts += [
            FactDraft("parties", phrase, side.span, rule, actor=side) for side in sides if side.kind not in _NEVER
        ]

    # ---- beside the noun -----------------------------------------------------------------------------------------

    def _beside(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        """`P antara A dan B`, `P yang dicapai T antara A dan B`, `P dengan B`, `P A dan B`."""
        end = min(phrase.stop + _REACH, ground.sentence(phrase.first).stop)
        if direct := self._named_right_after(ground, phrase):
            self._add(phrase, direct, "sides", told)
            return
        for number in range(phrase.stop, end):
            word = ground.word(number)
            if ground.marked(number, ",;:"):
                return
            if ground.syntax.is_verb(number) and not self._passes(ground, number):
                return
            if word in self._words["wars"] and (fought := self._at_war(ground, number)):
                self._add(phrase, fought, "war", told)
                return
            if word not in _AMONG or (word in _WITH and self._is_alone(ground, phrase)):
                continue
            if ground.word(number - 1) in self._words["beside"]:
                return
            actor = ground.named_from(number + 1)
            if actor is None and word == "antara" and (states := pair_of_capitals(ground, number + 1)):
                self._add(phrase, states, "capitals", told)
                return
            if actor is None or actor.kind in _NEVER:
                return
            sides = names_counted(ground, number + 1) or self._named(ground, actor) or self._joined(ground, actor)
            if word in _WITH:
                if ground.word(ground.after(sides[-1])) in self._words["as"]:
                    # `dengan K sebagai penengah`
                    return
                sides = [*self._other_side(ground, phrase, sides), *sides]
            self._add(phrase, sides, "parties", told)
            return

    def _at_war(self, ground: Ground, noun: int) -> list[ActorMention]:
        """`P yang mengakhiri perang (lima hari) A dan B`."""
        number = noun + 1
        length = ground.at(TimeMention, number)
        first = ground.at(ActorMention, number if length is None else ground.after(length))
        return pair_from(ground, first) if first is not None and ground.word(noun - 1) in self._words["closes"] else []

    def _passes(self, ground: Ground, verb: int) -> bool:
        """`yang tercapai`, `yang ditengahi K`, `yang mengakhiri perang`: verbs before `antara A dan B`."""
        word = ground.word(verb).removesuffix("nya")
        if word in self._words["closes"]:
            return ground.word(verb + 1) in self._words["wars"]
        relative = ground.word(verb - 1) == "yang"
        return word in self._words["reached"] or (relative and ground.word(verb) in self._words["mediated"])

    def _is_alone(self, ground: Ground, phrase: Phrase) -> bool:
        """`P sepihak dengan B`, `D secara sepihak mengumumkan P`, `P yang diumumkan secara sepihak`: it binds one."""
        sentence = ground.sentence(phrase.first)
        before = range(max(sentence.start, phrase.outer - _APART), phrase.outer)
        after = range(phrase.stop, min(sentence.stop, phrase.stop + _APART))
        set_off = ground.word(phrase.stop) == "yang"
        near = (*before, *after) if set_off else before
        return phrase.sepihak or any(ground.word(number) == "sepihak" for number in near)

    def _meant(self, arguments: Arguments, phrase: Phrase) -> Phrase:
        """For a phrase that points back the last one before it that names a pause."""
        before = [p for p in arguments.between(0, phrase.first) if p.kind is not None and not p.definite]
        return before[-1] if phrase.definite and before else phrase

    def _named_right_after(self, ground: Ground, phrase: Phrase) -> list[ActorMention]:
        """`gencatan senjata Armenia dan Azerbaijan`."""
        number = phrase.stop
        while ground.word(number) in self._words["possessed"] and ground.at(ActorMention, number) is None:
            number += 1
        actor = ground.at(ActorMention, number) if phrase.place is None and ground.adjoins(phrase.stop) else None
        sides = self._joined(ground, actor) if actor is not None and actor.kind in SIDES else []
        # `gencatan senjata Taliban`: of a group alone it is the group's own; `penghentian serangan G` stops G's attacks
        own = phrase.rule in _TRUCES and [one.kind for one in sides] == ["armed_group"]
        return sides if len(sides) == 2 or own else []

    def _named(self, ground: Ground, actor: ActorMention) -> list[ActorMention]:
        """`dengan lima kelompok bersenjata, termasuk G1 dan G2`: those whom a number only counts."""
        first = ground.first_of(actor)
        if ground.word(first) not in self._words["counting"]:
            return []
        stop = ground.sentence(first).stop
        members = self._maker.named_below(ground, ground.after(actor) - 1, stop, actors=True)
        return [member.name for member in members if isinstance(member.name, ActorMention)]

    def _joined(self, ground: Ground, actor: ActorMention) -> list[ActorMention]:
        """An actor and those that a list joins to it; `antara A dengan B` too."""
        sides = ground.coordinated(actor)
        last = ground.after(sides[-1])
        if len(sides) == 1 and ground.word(last) == "dengan" and (other := ground.at(ActorMention, last + 1)):
            return [*sides, other]
        if len(sides) == 1 and (found := pair_from(ground, actor)):
            return found
        return sides

    def _other_side(self, ground: Ground, phrase: Phrase, named: list[ActorMention]) -> list[ActorMention]:
        """Who agrees to, declares or seeks a pause with somebody is a side of it too."""
        verb = ground.syntax.verb_before(phrase.outer)
        if verb is None or phrase.outer - verb > 5 or ground.word(verb) not in self._words["with"]:
            return []
        actor = self._for_own(ground, verb) or ground.subject(verb)
        if actor is None or not (actor.kind in SIDES or actor.kind == "person"):
            return []
        if actor.kind == "person" and actor.country is None and (body := only_government(ground)):
            actor = body
        return [one for one in ground.coordinated(actor) if not any(are_one(one, other) for other in named)]

    def _for_own(self, ground: Ground, verb: int) -> ActorMention | None:
        """`X berjanji bahwa pasukannya tetap mematuhi P dengan B`: whose troops they are."""
        first = ground.clause(verb).first
        near = [n for n in range(max(first, verb - _APART), verb) if ground.word(n) in self._words["own"]]
        outer = ground.syntax.verb_before(near[-1]) if near else None
        return ground.subject(outer) if outer is not None else None

    def _under(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        """`Dalam P itu, A dan B tidak akan saling menyerang`: two who act under a pause."""
        sentence = ground.sentence(phrase.first)
        if phrase.outer - sentence.start > 2 or ground.word(phrase.outer - 1) not in self._words["under"]:
            return
        comma = next((n for n in range(phrase.stop, sentence.stop) if "," in ground.gap(n)), sentence.stop)
        actor = ground.at(ActorMention, comma + (ground.word(comma) == "baik"))
        joined = ground.coordinated(actor) if actor is not None else []
        if len(joined) == 2 and all(is_side(one) for one in joined) and ground.syntax.verb_after(comma) is not None:
            self._add(phrase, joined, "under", told)

    # ---- at verbs ------------------------------------------------------------------------------------------------

    def _mutual(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> None:
        """`A dan B saling menuduh melanggar P`: those whom a pause binds can break it."""
        if ground.word(number + 1) not in self._words["blame"]:
            return
        phrase = self._maker.spoken_of(ground, arguments, number)
        if phrase is not None and not phrase.wanted and not self._is_alone(ground, self._meant(arguments, phrase)):
            self._add(phrase, pair_before(ground, number, number - ground.sentence(number).start), "blame", told)

    def _both(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> None:
        """`kedua pihak` beside a pause that is there: the pair that was named last."""
        if not both_said_at(ground, number, self._words["both"]):
            return
        first, end = self._part(ground, number)
        there = {id(event.phrase) for event in told.events if event.type in _REAL}
        beside = [
            p
            for p in arguments.between(first, end)
            if not p.wanted or id(p) in there or self._is_theirs(ground, number, p)
        ]
        brokers = [fact.actor for fact in told.facts if fact.slot == "brokers" and fact.actor is not None]
        if beside:
            near = min(beside, key=lambda p: abs(p.first - number))
            # Core would resolve the words themselves to one of the two.
            start = ground.words.starts[number]
            told.facts = [f for f in told.facts if f.actor is None or f.actor.span.start != start]
            pair = pair_meant(ground, number, self._known(ground, told), brokers)
            if not self._is_alone(ground, self._meant(arguments, near)):
                self._add(near, pair, "both", told)
            for event in told.events:
                if event.actor is not None and event.actor.span.start == start:
                    event.actor = pair[0] if pair else None

    def _known(self, ground: Ground, told: Told) -> list[ActorMention]:
        """The sides that facts bind; where they are fewer than two, those too who fight over a pause or accuse."""
        found = told.sides()
        if len(found) >= 2:
            return found
        for event in told.events:
            number = ground.words.first_at(event.span.start)
            accuser = accuser_at(ground, number, self._words["blame"]) if event.type == "violated" else None
            for actor in (accuser, event.actor if event.type in _FIGHT_OVER else None):
                if actor is not None and is_side(actor) and not any(are_one(actor, other) for other in found):
                    found.append(actor)
        return found

    def _is_theirs(self, ground: Ground, number: int, phrase: Phrase) -> bool:
        """`mendesak kedua pihak menyepakati P`, `mengusulkan P kepada kedua pihak`: a pause that is wanted of them."""
        if number > phrase.stop:
            return ground.word(number - 1) in ("antara", "kepada", "bagi", "untuk") and number - phrase.stop <= _REACH
        return any(ground.word(n) in self._words["with"] for n in range(number + 1, phrase.outer))

    def _part(self, ground: Ground, number: int) -> tuple[int, int]:
        """The part of a sentence, between semicolons, that holds a word."""
        sentence = ground.sentence(number)
        marks = [n for n in range(sentence.start + 1, sentence.stop) if ";" in ground.gap(n)]
        first = max((n for n in marks if n <= number), default=sentence.start)
        return first, min((n for n in marks if n > number), default=sentence.stop)

    def _of_event(self, ground: Ground, event: EventDraft, told: Told) -> None:
        verb = ground.words.first_at(event.span.start)
        if event.type in _OWN and event.actor is not None and self._is_own(ground, event, told):
            span = event.actor.span
            told.facts.append(FactDraft("declared_by", event.phrase, span, "unilateral", actor=event.actor))
            if not any(fact.rule == "owned" and fact.phrase is event.phrase for fact in told.facts):
                self._add(event.phrase, [event.actor], "unilateral", told)
        if event.type in _WITH_OTHER and event.actor is not None:
            self._opposite(ground, event, told)
        if event.type == "announced" and event.actor is not None and event.actor.kind in ("person", "government"):
            self._by_spokesman(ground, event.phrase, event.actor, told)
        if event.type in _JOINT and event.actor is not None:
            joined = [one for one in ground.coordinated(event.actor) if can_be_member(one)]
            if len(joined) == 2 and ground.first_of(event.actor) < verb and not are_one(*joined):
                self._add(event.phrase, joined, "joint", told)
        if event.type == "announced" and event.actor is not None:
            joined = ground.coordinated(event.actor)
            together = len(joined) == 2 and not are_kin(*joined)
            if together and (self._is_at_once(ground, verb) or are_armed([side_of(ground, one) for one in joined])):
                self._add(event.phrase, joined, "joint", told)
        if event.type in _TOGETHER:
            self._add(event.phrase, self._partners(ground, event, verb), "partner", told)
        if event.type == "confirmed" and ground.word(verb) in self._words["pledges"]:
            joined = ground.coordinated(event.actor) if event.actor is not None else []
            self._add(event.phrase, [one for one in joined if self._can_pledge(ground, one, told)], "pledge", told)
        elif event.type == "negotiated" and event.actor is not None:
            sides = ground.coordinated(event.actor)
            if len(sides) == 2 and all(side.kind in SIDES for side in sides):
                self._add(event.phrase, sides, "talks", told)

    def _is_at_once(self, ground: Ground, verb: int) -> bool:
        """`A dan B sama-sama mengumumkan P`."""
        return any(ground.word(number) in self._words["at_once"] for number in range(max(0, verb - 2), verb + 2))

    def _is_own(self, ground: Ground, event: EventDraft, told: Told) -> bool:
        """`D mengumumkan P sepihak`; `D memperpanjang gencatan senjatanya`, where no other side is known."""
        if self._is_alone(ground, event.phrase):
            return True
        phrase, actor = event.phrase, event.actor
        owned = any(ground.word(n).endswith("nya") for n in range(phrase.first, phrase.end))
        if not owned or phrase.rule not in _TRUCES or not is_side(actor) or ground.word(phrase.stop) in _AMONG:
            return False
        alone = actor is not None and len(ground.coordinated(actor)) == 1
        return alone and all(are_kin(actor, side) for side in told.sides() if actor is not None)

    def _opposite(self, ground: Ground, event: EventDraft, told: Told) -> None:
        """`A tidak lagi terikat P dengan B`: who does it is the other side of a pause with B."""
        actor, bound = event.actor, told.parties_of(event.phrase)
        if actor is None or len(bound) != 1 or bound[0].rule != "parties" or not is_side(actor):
            return
        partner = bound[0].actor
        if partner is not None and not are_kin(actor, partner) and not self._is_alone(ground, event.phrase):
            self._add(event.phrase, [actor], "opposite", told)

    def _by_spokesman(self, ground: Ground, phrase: Phrase, actor: ActorMention, told: Told) -> None:
        """`juru bicara tentara Z mengumumkan P`, `Kremlin …`: its own fire stops where nobody else is bound."""
        side = side_of(ground, actor)
        bound = any(fact.slot in ("parties", "brokers") and fact.phrase is phrase for fact in told.facts)
        speaks = side.kind in ("military", "armed_group") or actor.kind == "government"
        known = told.sides()
        if len(known) > 1 and not any(are_kin(side, one) for one in known):
            # who tells of a pause between others
            return
        if side is not actor and speaks and not bound:
            self._add(phrase, [side], "spokesman", told)

    def _partners(self, ground: Ground, event: EventDraft, verb: int) -> list[ActorMention]:
        """`sepakat dengan B untuk melakukan P`, `mencapai kata sepakat dengan B soal P`: with whom it was done."""
        if event.actor is None:
            return []
        start, stop = verb + 1, event.phrase.outer
        if event.phrase.stop <= verb < ground.first_of(event.actor):
            # `P, yang dicapai A dengan B`
            start = ground.past_bracket(ground.after(ground.coordinated(event.actor)[-1]))
            stop = start + 1
        for number in range(start, min(stop, ground.sentence(verb).stop)):
            if ground.marked(number, ",;:"):
                return []
            other = ground.named_from(number + 1) if ground.word(number) in _WITH else None
            if other is not None:
                sides = [one for one in ground.coordinated(other) if is_side(one) or one.kind == "person"]
                acting = ground.word(ground.after(sides[-1])) in self._words["as"] if sides else True
                return [] if acting else sides
        return []

    def _can_pledge(self, ground: Ground, actor: ActorMention | None, told: Told) -> bool:
        """Whether who pledges is a named side that no description stands for already (`pasukan Tigray`)."""
        if actor is None or not is_side(actor) or not ground.document.text_of(actor.span)[:1].isupper():
            return False
        words = set(actor.name.split())
        return not any(
            side.name != actor.name and side.name[:1].islower() and side.name.split()[-1] in words
            for side in told.sides()
        )
