"""Who declared a pause, where no verb of declaring has the pause as its object."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import SIDES
from ceasefire_id.scope.owning import is_back
from ceasefire_id.scope.pairs import are_kin, are_one
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.representing import side_of
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.telling import Told, owner_of
from ceasefire_id.scope.vocabulary import EventWords, ScopeWords

__all__ = ["DeclaringReader"]

#: how far behind `dibalas` the likeness stands, and how far the verb from `langkah serupa`, in words
_NEAR: Final = 7
_REACH: Final = 4
#: how far behind a passive verb its second agent stands (`oleh X di Z dan oleh Y`), in words
_AGENTS: Final = 14
_BY: Final = frozenset(("oleh",))
#: how far before `yang dibacakan` the paper is named (`pidato radio yang dibacakan Y`), in words
_PAPER: Final = 3
#: words between a pause and those who are to keep it
_FOR: Final = frozenset(("bagi", "untuk", "kepada"))


class DeclaringReader:
    """Adds facts of the slot `declared_by`, and of `parties` where who declares is bound by it."""

    def __init__(self, words: ScopeWords, events: EventWords, maker: ScopeMaker) -> None:
        self._words = words.who
        self._maker = maker
        self._nouns = frozenset(noun for noun, type_ in events.nouns.items() if type_ == "announced")
        self._active, self._passive = (
            frozenset(
                verb
                for verb, voices in events.verbs.items()
                if any(voice.type == "announced" and voice.voice == name for voice in voices)
            )
            for name in ("active", "passive")
        )

    def read(self, ground: Ground, phrases: list[Phrase], arguments: Arguments, told: Told) -> None:
        """Add those whom a noun, an order or an answer makes declarers."""
        for phrase in phrases:
            self._beside(ground, phrase, told)
            self._decreed(ground, phrase, told)
        for number in ground.words.numbers(self._words["orders"]):
            self._ordered(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["answers"]):
            self._answered(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["read_out"]):
            self._read_out(ground, number, told)
        for number in ground.words.numbers(_BY):
            self._second_agent(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["replies"]):
            self._replied(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["ordered"]):
            self._bidden(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["promised"]):
            self._promised(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["alike"]):
            self._alike(ground, arguments, number, told)

    def _add(self, phrase: Phrase, actor: ActorMention, rule: str, told: Told) -> None:
        told.facts.append(FactDraft("declared_by", phrase, actor.span, rule, actor=actor))
        if actor.kind in SIDES:
            told.facts.append(FactDraft("parties", phrase, actor.span, rule, actor=actor))

    def _beside(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        """`pengumuman P oleh D`, `deklarasi P D`, `P sepihak D`."""
        number = phrase.stop + (ground.word(phrase.stop) in ("dari", "oleh"))
        following = ground.at(ActorMention, number) if ground.adjoins(phrase.stop) else None
        named = following is not None and following.anaphor is None and phrase.kind is not None
        if following is not None and named and self._is_ordered(ground, phrase):
            # `perintah P dari D`
            told.facts.append(FactDraft("declared_by", phrase, following.span, "order", actor=following))
            return
        if phrase.governor >= 0 and ground.word(phrase.governor) in self._nouns:
            for actor in ground.coordinated(found) if (found := owner_of(ground, phrase) or following) else ():
                told.facts.append(FactDraft("declared_by", phrase, actor.span, "announcement", actor=actor))
        elif phrase.sepihak and following is not None and following.kind in SIDES | {"person"}:
            if is_back(ground, following):
                # whose it is, is told when all sides are known
                return
            if (declarer := self._declarer(ground, phrase)) is not None and not are_one(declarer, following):
                # `X mengumumkan P sepihak G`: X declares it, G keeps it
                told.facts.append(FactDraft("parties", phrase, following.span, "owned", actor=following))
                return
            self._add(phrase, following, "unilateral", told)
        elif phrase.sepihak and ground.word(phrase.stop) in _FOR:
            troops, declarer = ground.at(ActorMention, phrase.stop + 1), self._declarer(ground, phrase)
            if troops is not None and declarer is not None and _commands(declarer, troops):
                # `X memaklumkan P sepihak bagi pasukan G`
                told.facts.append(FactDraft("parties", phrase, troops.span, "owned", actor=troops))

    def _declarer(self, ground: Ground, phrase: Phrase) -> ActorMention | None:
        """Who announces a pause with the verb right before it."""
        verb = ground.syntax.verb_before(phrase.outer)
        if verb is None or phrase.outer - verb > _REACH or ground.word(verb) not in self._active:
            return None
        return ground.subject(verb)

    def _is_ordered(self, ground: Ground, phrase: Phrase) -> bool:
        return any(ground.word(n) in self._words["orders"] for n in range(phrase.outer - 1, phrase.first + 1))

    def _decreed(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        """`D menandatangani dekret P`, `D mengeluarkan perintah P`."""
        verb = ground.syntax.verb_before(phrase.outer)
        if verb is None or phrase.outer - verb > _REACH or ground.word(verb) not in self._words["issues"]:
            return
        actor = ground.subject(verb)
        if actor is not None and ground.mood(verb).real and self._is_ordered(ground, phrase):
            told.facts.append(FactDraft("declared_by", phrase, actor.span, "order", actor=actor))

    def _ordered(self, ground: Ground, arguments: Arguments, noun: int, told: Told) -> None:
        """`atas perintah D`, `lewat dekret D`, `perintah D untuk berhenti menembak`."""
        actor = ground.at(ActorMention, noun + 1 + (ground.word(noun + 1) == "dari"))
        own = arguments.holding(noun)
        verb = ground.syntax.verb_after(noun)
        done = arguments.object(verb) if verb is not None and ground.word(verb) in self._active else None
        phrase = own if own is not None and own.rule == "order" else done or self._maker.here(ground, arguments, noun)
        ordered = phrase is not None and phrase.rule == "order" and phrase is own
        ordered = ordered or ground.word(noun - 1) in self._words["by_order"]
        if ordered and actor is not None and phrase is not None:
            told.facts.append(FactDraft("declared_by", phrase, actor.span, "order", actor=actor))

    def _answered(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`P, yang dibalas B dengan langkah serupa`: both have declared it, and are bound by it."""
        argument = arguments.subject(verb)
        actor = ground.agent(verb)
        near = {ground.word(number) for number in range(verb + 1, verb + _NEAR)}
        if argument is None or actor is None or near.isdisjoint(self._words["alike"]):
            return
        told.facts.append(FactDraft("declared_by", argument.phrase, actor.span, "answer", actor=actor))
        told.facts.append(FactDraft("parties", argument.phrase, actor.span, "answer", actor=actor))

    def _read_out(self, ground: Ground, verb: int, told: Told) -> None:
        """`D mengumumkan P lewat surat yang dibacakan Y`: Y has declared it too."""
        relative = ground.clause(verb).first
        papers = {ground.word(number) for number in range(relative - _PAPER, relative)}
        paper = not papers.isdisjoint(self._words["letters"])
        actor = ground.agent(verb) if ground.clause(verb).link == "yang" and paper else None
        if actor is None:
            return
        sentence = ground.sentence(verb)
        first, end = ground.words.starts[sentence.start], ground.words.ends[sentence.stop - 1]
        for event in told.events:
            inside = first <= event.span.start < end
            if event.type == "announced" and inside and event.actor is not None:
                told.facts.append(FactDraft("declared_by", event.phrase, actor.span, "read-out", actor=actor))
                return

    def _second_agent(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> None:
        """`P diumumkan oleh X di Z1 dan oleh Y di Z2`."""
        verb = ground.syntax.verb_before(number)
        actor = ground.at(ActorMention, number + 1) if ground.word(number - 1) in ("dan", "serta") else None
        if actor is None or verb is None or ground.word(verb) not in self._passive or number - verb > _AGENTS:
            return
        argument = arguments.subject(verb)
        if argument is not None and ground.mood(verb).real:
            told.facts.append(FactDraft("declared_by", argument.phrase, actor.span, "announcement", actor=actor))

    def _replied(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`B membalas dengan P sepihak`."""
        phrase = arguments.holding(verb + 2) if ground.word(verb + 1) == "dengan" else None
        actor = ground.subject(verb)
        if phrase is not None and actor is not None and ground.mood(verb).real:
            self._add(phrase, actor, "reply", told)

    def _bidden(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`P yang diperintahkan D`: an order binds those whom D commands, where no other side is known."""
        argument, actor = arguments.subject(verb), ground.agent(verb)
        if argument is None or actor is None or not ground.mood(verb).real or told.sides():
            return
        if (side := side_of(ground, actor)).kind in SIDES or actor.country is not None:
            told.facts.append(FactDraft("parties", argument.phrase, actor.span, "ordered", actor=side))

    def _promised(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`P yang dijanjikan D`: who is armed gives the word for their own fire."""
        argument, actor = arguments.subject(verb), ground.agent(verb)
        if argument is not None and actor is not None and actor.kind in SIDES and argument.relative:
            self._add(argument.phrase, actor, "promised", told)

    def _alike(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> None:
        """`langkah serupa diumumkan B`, `B mengumumkan hal serupa`: the pause spoken of is that of B too."""
        if ground.word(number - 1) not in self._words["steps"]:
            return
        before, after = ground.syntax.verb_before(number), ground.syntax.verb_after(number)
        actor, verb = None, None
        phrase = arguments.latest(number)
        if ground.word(number + 1) in ("oleh", "dari") and phrase is not None:
            # `menyusul langkah serupa oleh B`
            other = ground.at(ActorMention, number + 2)
            if other is not None and phrase.first >= ground.sentence(number).start:
                self._add(phrase, other, "alike", told)
            return
        if after is not None and after - number <= _REACH and ground.word(after) in self._passive:
            actor, verb = ground.agent(after), after
        elif before is not None and number - before <= _REACH and ground.word(before) in self._active:
            actor, verb = ground.subject(before), before
        elif before is not None and number - before <= _REACH and ground.word(before) in self._words["replies"]:
            # `B menyusul dengan pengumuman serupa`
            actor, verb = ground.subject(before), before
        if actor is None or verb is None or phrase is None or not ground.mood(verb).real:
            return
        if (
            ground.document.paragraph_number(ground.words.starts[number])
            - ground.document.paragraph_number(ground.words.starts[phrase.first])
            <= 1
        ):
            self._add(phrase, actor, "alike", told)


def _commands(declarer: ActorMention, troops: ActorMention) -> bool:
    """Whether somebody can order these troops: of the same state, or a leader of whom no state is told."""
    if troops.kind not in SIDES:
        return False
    head = declarer.kind == "person" and declarer.country is None and troops.kind == "military"
    return head or are_kin(troops, declarer)
