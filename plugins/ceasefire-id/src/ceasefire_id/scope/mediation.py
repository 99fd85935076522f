"""Who mediated a pause, and who declared it where no verb of declaring says so."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.pairs import are_kin, is_side
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["MediationReader"]

#: kinds of actors that mediate
_BETWEEN: Final = frozenset(("state", "organisation", "person", "government"))
#: how far back a sentence that names only the mediator may look for its pause, in words
_REACH: Final = 90
#: how far before `dipimpin` the talks stand
_LED: Final = 12
#: how many words may describe an agent before its name (`ditengahi blok regional K`)
_DESCRIPTION: Final = 4


class MediationReader:
    """Adds the facts of the slots `brokers` and `declared_by`."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words.who
        self._maker = maker

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add those who mediated, and those whom an order or an answer makes declarers."""
        for number in ground.words.numbers(self._words["mediators"]):
            self._role(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["mediation"]):
            self._through(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["mediates"]):
            self._mediates(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["mediated"]):
            self._mediated(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["mediates_talks"]):
            self._mediates_talks(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["led"]):
            self._led(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["orders"]):
            self._ordered(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["answers"]):
            self._answered(ground, arguments, number, told)

    def read_proposals(self, ground: Ground, phrases: list[Phrase], told: Told) -> None:
        """Add those who proposed a pause between others, once its sides are known."""
        for phrase in phrases:
            self._proposed(ground, phrase, told)

    def _add(self, ground: Ground, phrase: Phrase, actor: ActorMention, rule: str, told: Told) -> None:
        told.facts += [
            FactDraft("brokers", phrase, one.span, rule, actor=one)
            for one in ground.coordinated(actor)
            if one.kind in _BETWEEN
        ]

    # ---- nouns ---------------------------------------------------------------------------------------------------

    def _role(self, ground: Ground, arguments: Arguments, noun: int, told: Told) -> None:
        """`dengan K sebagai penengah`, `K bertindak sebagai penengah`, `penengah K`, `mediator dari K`."""
        before = noun - 1
        while ground.word(before) in self._words["role_adjectives"]:
            before -= 1
        phrase = self._near(ground, arguments, noun)
        if phrase is None or self._maker.is_negated(ground, noun) or self._maker.is_open(ground, noun):
            return
        if ground.word(before) in self._words["as"]:
            end = before
            while ground.word(end - 1) in self._words["acting"]:
                end -= 1
            if actor := self._ending(ground, end):
                self._add(ground, phrase, actor, "role", told)
        elif actor := self._starting(ground, noun + 1 + (ground.word(noun + 1) == "dari")):
            self._add(ground, phrase, actor, "mediator", told)

    def _through(self, ground: Ground, arguments: Arguments, noun: int, told: Told) -> None:
        """`hasil mediasi K`, `atas prakarsa K`, `berkat jasa baik K`."""
        if ground.word(noun - 1) not in self._words["through"]:
            return
        phrase = self._here(ground, arguments, noun)
        after = noun + 1
        while ground.word(after) in self._words["role_adjectives"] | {"dari", "oleh"}:
            after += 1
        actor = self._starting(ground, after)
        if phrase is None or actor is None:
            return
        if ground.sentence(noun).start >= noun - 1 and "," in ground.gap(ground.after(actor)):
            # `Dengan bantuan K, A dan B …`: the comma ends the phrase, not a member of a list.
            told.facts.append(FactDraft("brokers", phrase, actor.span, "mediation", actor=actor))
        else:
            self._add(ground, phrase, actor, "mediation", told)

    def _ending(self, ground: Ground, end: int) -> ActorMention | None:
        """The actor before a word, a comma or a bracket between them or not."""
        return ground.before(ActorMention, end) if ground.gap(end).strip() in ("", ",", ")", "),") else None

    def _starting(self, ground: Ground, number: int) -> ActorMention | None:
        """The actor at a word, or behind what describes it."""
        for after in range(number, number + _DESCRIPTION):
            if any(mark in ground.gap(after) for mark in ",;:.") or ground.syntax.is_verb(after):
                return None
            if actor := ground.at(ActorMention, after):
                return actor if actor.kind in _BETWEEN else None
            if ground.word(after) not in self._words["descriptions"]:
                return None
        return None

    # ---- verbs ---------------------------------------------------------------------------------------------------

    def _mediates(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K menjembatani P`."""
        phrase, actor, mood = arguments.object(verb), ground.subject(verb), ground.mood(verb)
        if phrase is not None and actor is not None and not (mood.negated or mood.hypothetical):
            self._add(ground, phrase, actor, "mediates", told)

    def _mediates_talks(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K, yang menengahi perundingan, …`."""
        mood, actor = ground.mood(verb), ground.subject(verb)
        if ground.word(verb + 1) not in self._words["talks"] or actor is None or not mood.real:
            return
        phrase = self._near(ground, arguments, verb)
        if phrase is not None:
            self._add(ground, phrase, actor, "mediates", told)

    def _mediated(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`P yang dirundingkan K`, `perjanjian yang ditengahi blok regional K`."""
        argument = arguments.subject(verb)
        if argument is None or ground.mood(verb).negated or ground.mood(verb).hypothetical:
            return
        actor = self._starting(ground, verb + 1 + (ground.word(verb + 1) == "oleh"))
        if actor is None:
            return
        if ground.word(verb) in self._words["negotiated"] and (
            (actor.kind != "organisation" and len(ground.coordinated(actor)) > 1)
            or any(are_kin(actor, event.actor) for event in told.events if event.type == "violated" and event.actor)
        ):
            # `yang dirundingkan A dan B`: two who talk to each other
            return
        self._add(ground, argument.phrase, actor, "mediated", told)

    def _led(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`perundingan itu dipimpin K dari B`: who leads the talks of others."""
        first = max(self._maker.part_start(ground, verb), verb - _LED)
        talks = [number for number in range(first, verb) if ground.word(number) in self._words["talks"]]
        if not talks:
            return
        between = any(ground.word(number) == "antara" for number in range(talks[-1], verb))
        if not between and ground.among(ActorMention, talks[-1], verb):
            # `seusai perundingan delegasi A dipimpin K`: who leads one side
            return
        phrase = self._near(ground, arguments, verb)
        actor = self._starting(ground, verb + 1 + (ground.word(verb + 1) == "oleh"))
        if phrase is not None and actor is not None and not any(are_kin(actor, side) for side in _sides(told)):
            self._add(ground, phrase, actor, "leads-talks", told)

    def _proposed(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        """`usul P K`, `K mengusulkan P`: who proposes a pause between others."""
        if phrase.definite or phrase.kind is None:
            return
        actor: ActorMention | None = None
        verb = ground.syntax.verb_before(phrase.outer)
        if phrase.governor >= 0 and ground.word(phrase.governor) in self._words["proposals"]:
            actor = ground.at(ActorMention, phrase.stop + (ground.word(phrase.stop) in ("dari", "oleh")))
        elif verb is not None and verb == phrase.outer - 1 and ground.word(verb) in self._words["proposes"]:
            actor = ground.subject(verb)
        sides = _fighting(told)
        if actor is None or actor.kind not in _BETWEEN or actor.anaphor is not None or not sides:
            return
        named = _fully(ground, actor)
        if any(are_kin(named, side) for side in sides):
            ground.document.drop("id-scope:proposer", actor.span, "a side of the fighting, no broker")
            return
        self._add(ground, phrase, actor, "proposer", told)

    # ---- declared ------------------------------------------------------------------------------------------------

    def _ordered(self, ground: Ground, arguments: Arguments, noun: int, told: Told) -> None:
        """`atas perintah D`."""
        actor = ground.at(ActorMention, noun + 1 + (ground.word(noun + 1) == "dari"))
        phrase = self._here(ground, arguments, noun)
        if ground.word(noun - 1) == "atas" and actor is not None and phrase is not None:
            told.facts.append(FactDraft("declared_by", phrase, actor.span, "order", actor=actor))

    def _answered(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`P, yang dibalas B dengan langkah serupa`: both have declared it, and are bound by it."""
        argument = arguments.subject(verb)
        actor = ground.agent(verb)
        near = {ground.word(number) for number in range(verb + 1, verb + 7)}
        if argument is None or actor is None or near.isdisjoint(self._words["alike"]):
            return
        told.facts.append(FactDraft("declared_by", argument.phrase, actor.span, "answer", actor=actor))
        told.facts.append(FactDraft("parties", argument.phrase, actor.span, "answer", actor=actor))

    # ---- which pause ---------------------------------------------------------------------------------------------

    def _here(self, ground: Ground, arguments: Arguments, number: int) -> Phrase | None:
        """The pause of the sentence: the last one before a word, else the first one after it."""
        sentence = ground.sentence(number)
        before = [p for p in arguments.between(sentence.start, number) if p.kind is not None or p.definite]
        if before and not any(";" in ground.gap(n) for n in range(before[-1].stop, number)):
            return before[-1]
        after = arguments.between(number, sentence.stop)
        if after and not any(";" in ground.gap(n) for n in range(number, after[0].first + 1)):
            return after[0]
        return None

    def _near(self, ground: Ground, arguments: Arguments, number: int) -> Phrase | None:
        """The pause of the sentence, else the last one spoken of not far before."""
        if here := self._here(ground, arguments, number):
            return here
        latest = arguments.latest(number)
        return latest if latest is not None and number - latest.stop <= _REACH else None


def _sides(told: Told) -> list[ActorMention]:
    return [fact.actor for fact in told.facts if fact.slot == "parties" and fact.actor is not None]


def _fighting(told: Told) -> list[ActorMention]:
    """Those who are bound by any pause, declared one or broke one."""
    facts = [fact.actor for fact in told.facts if fact.slot in ("parties", "declared_by")]
    events = [event.actor for event in told.events if event.type in ("violated", "announced", "rejected")]
    return [actor for actor in (*facts, *events) if actor is not None and is_side(actor)]


def _fully(ground: Ground, actor: ActorMention) -> ActorMention:
    """The mention of a person that says most: with the state, where this one is only a short name."""
    if actor.kind != "person" or actor.country is not None:
        return actor
    last = actor.name.split()[-1]
    fuller = (
        m for m in ground.document.of(ActorMention) if m.kind == "person" and m.country and last in m.name.split()
    )
    return next(fuller, actor)
