"""Who proposed a pause to others, and so stands between them."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import MEDIATORS
from ceasefire_id.scope.pairs import accuser_at, are_kin, are_one, is_side, likeness
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.representing import fully
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["ProposalReader"]

#: kinds of actors that stand between others even where nobody is known to fight
_OUTSIDERS: Final = frozenset(("organisation", "person"))
#: how far behind `mengusulkan` the pause stands (`mengajukan jalan tengah: P`), in words
_NEAR: Final = 3
#: how far behind `menawarkan` those stand between whom a pause is to be, in words
_BETWEEN: Final = 8
#: how far behind a pause whose idea it is stands, and what stands between, in words
_PLACED: Final = 12
_PLACING: Final = frozenset(("di", "antara", "dan", "untuk", "bagi", "selama", "pada", "buah", "hasil"))
#: how far back the pause of a plan was spoken of, and whom a pronoun stands for, in words
_BACK: Final = 60
_BEFORE: Final = 25
#: among how many words of a name stands the office or the body
_CIVIL: Final = 4
#: how far behind a plan the verb of making it stands (`Usul itu kini diajukan K`)
_MADE: Final = 5


class ProposalReader:
    """Adds those who proposed a pause to the slot `brokers`, where they are no side of the fighting."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words.who
        self._maker = maker

    def read(self, ground: Ground, phrases: list[Phrase], arguments: Arguments, told: Told) -> None:
        """Add the proposers of all pauses; the sides must be known before."""
        fighting = self._fighting(ground, told)
        for phrase in phrases:
            if actor := self._beside(ground, phrase):
                self._propose(ground, phrase, actor, fighting, told)
        for verb in ground.words.numbers(self._words["proposed"]):
            if found := self._passive(ground, arguments, verb):
                self._propose(ground, *found, fighting, told)
        for verb in ground.words.numbers(self._words["drafts"]):
            if found := self._drafting(ground, arguments, verb):
                self._propose(ground, *found, fighting, told)
        for verb in ground.words.numbers(self._words["comes_from"]):
            if found := self._coming(ground, arguments, verb):
                self._propose(ground, *found, fighting, told)
        for noun in ground.words.numbers(self._words["plans"]):
            if found := self._plan(ground, arguments, noun):
                self._propose(ground, *found, fighting, told)

    def _propose(
        self, ground: Ground, phrase: Phrase, actor: ActorMention, fighting: list[ActorMention], told: Told
    ) -> None:
        sides = fighting or self._answering(ground, phrase)
        whole = self._meant(ground, actor)
        if whole is None or actor.kind not in MEDIATORS or not (sides or actor.kind in _OUTSIDERS):
            return
        whole = fully(ground, whole)
        same = are_one if self._is_civil(ground, whole) else are_kin
        bound = [*sides, *told.bound()]
        if whole.kind == "person" and len(told.parties_of(phrase)) > 1:
            # `Presiden Z mengusulkan P antara A dan B`: rebels of his land are not his side
            bound = [side for side in bound if side.kind != "armed_group" or are_one(whole, side)]
        if any(same(whole, side) for side in bound):
            ground.document.drop("id-scope:proposer", actor.span, "a side of the fighting, no broker")
            return
        told.facts += [
            FactDraft("brokers", phrase, one.span, "proposer", actor=one)
            for one in ground.coordinated(actor)
            if one.kind in MEDIATORS
        ]

    def _meant(self, ground: Ground, actor: ActorMention) -> ActorMention | None:
        """The proposer, or, of `dia mengusulkan P`, the person named last; none where only described."""
        if actor.anaphor is None or actor.anaphor.descriptive:
            return actor
        number = ground.first_of(actor)
        if actor.kind != "person" or ground.word(number) not in self._words["persons_meant"]:
            return None
        persons = ground.among(ActorMention, max(0, number - _BEFORE), number)
        return next((m for m in reversed(persons) if m.kind == "person" and m.anaphor is None), None)

    def _is_civil(self, ground: Ground, actor: ActorMention) -> bool:
        """Bishops, elders, churches: of the same land as those who fight, and no side for that."""
        first = ground.first_of(actor)
        words = {ground.word(number) for number in range(first, min(first + _CIVIL, ground.after(actor)))}
        return not self._words["civil"].isdisjoint(words)

    def _fighting(self, ground: Ground, told: Told) -> list[ActorMention]:
        """Those who are bound by any pause, declared one, broke one or blame others for it."""
        found = [fact.actor for fact in told.facts if fact.slot in ("parties", "declared_by")]
        for event in told.events:
            if event.type in ("violated", "announced", "rejected"):
                found.append(event.actor)
            if event.type == "violated":
                found.append(accuser_at(ground, ground.words.first_at(event.span.start), self._words["blame"]))
        return list(
            {likeness(actor): actor for actor in reversed(found) if actor is not None and is_side(actor)}.values()
        )

    def _answering(self, ground: Ground, phrase: Phrase) -> list[ActorMention]:
        """`A siap menerima P yang ditawarkan K`: whoever answers is a side."""
        verb = ground.syntax.verb_before(phrase.outer)
        answers = verb is not None and ground.word(verb) in self._words["with"] | self._words["weighs"]
        actor = ground.subject(verb) if verb is not None and answers else None
        return [actor] if is_side(actor) and actor is not None else []

    def _beside(self, ground: Ground, phrase: Phrase) -> ActorMention | None:
        """`usul P K`, `P usulan K`, `K mengusulkan P`."""
        if phrase.definite or phrase.kind is None:
            return None
        idea = self._idea_behind(ground, phrase)
        if ground.word(idea) in self._words["proposals"]:
            return self._maker.agent_at(ground, idea + 1)
        if phrase.governor >= 0 and ground.word(phrase.governor) in self._words["proposals"]:
            owner = ground.at(ActorMention, phrase.stop + (ground.word(phrase.stop) in ("dari", "oleh")))
            if owner is not None:
                return owner
        verb = ground.syntax.verb_before(phrase.outer)
        if verb is not None and phrase.outer - verb <= _NEAR and ground.word(verb) in self._words["proposes"]:
            return self._named_by(ground, verb, phrase) or self._proposing(ground, verb)
        return None

    def _idea_behind(self, ground: Ground, phrase: Phrase) -> int:
        """`P di Z, gagasan K`, `P antara A dan B usulan K`: the word behind what says where and between whom."""
        if self._words["proposals"].isdisjoint(ground.sentence_words(phrase.first)):
            return -1
        number, stop = phrase.stop, min(phrase.stop + _PLACED, ground.sentence(phrase.first).stop)
        while number < stop and ground.word(number) not in self._words["proposals"]:
            named = ground.named_at(number)
            if named is None and ground.word(number) not in _PLACING:
                break
            number = number + 1 if named is None else ground.after(named)
        return number if number < stop else -1

    def _coming(self, ground: Ground, arguments: Arguments, verb: int) -> tuple[Phrase, ActorMention] | None:
        """`usul P datang dari K`, `P, yang gagasannya berasal dari K`."""
        if ground.word(verb + 1) not in ("dari", "oleh") or ground.mood(verb).negated:
            return None
        first = max(ground.sentence(verb).start, verb - _BACK // 4)
        ideas = [n for n in range(first, verb) if ground.word(n).removesuffix("nya") in self._words["proposals"]]
        phrase, actor = self._maker.spoken_of(ground, arguments, verb), self._maker.agent_at(ground, verb + 2)
        if not ideas or phrase is None or actor is None or ground.word(ideas[-1] + 1) == "perpanjangan":
            return None
        return (phrase, actor) if ground.syntax.verbs_between(ideas[-1] + 1, verb) == [] else None

    def _proposing(self, ground: Ground, verb: int) -> ActorMention | None:
        """Who proposes with a verb; a leader of a state may offer a pause of their own (`Presiden X menawarkan P`)."""
        actor = self._own_state(ground, verb) or ground.subject(verb)
        mood = ground.mood(verb)
        if ground.word(verb) not in self._words["offering"] or actor is None:
            return actor
        between = any(
            ground.word(n) == "antara" for n in range(verb + 1, min(verb + _BETWEEN, ground.sentence(verb).stop))
        )
        outside = actor.kind == "organisation" or (actor.kind == "person" and actor.country is None)
        return actor if (outside or between) and not (mood.negated or mood.hypothetical) else None

    def _named_by(self, ground: Ground, verb: int, phrase: Phrase) -> ActorMention | None:
        """`Yang mengusulkan P ialah K`: who is named behind the pause."""
        if ground.clause(verb).link != "yang":
            return None
        for number in range(phrase.stop, min(phrase.stop + _BETWEEN, ground.sentence(verb).stop)):
            if ground.word(number) in self._words["equals"]:
                return self._maker.agent_at(ground, number + 1)
        return None

    def _own_state(self, ground: Ground, verb: int) -> ActorMention | None:
        """`diplomat K mengatakan negaranya mengusulkan P`: the state of who speaks."""
        number = verb - 1
        while ground.word(number) in self._words["adverbs"]:
            number -= 1
        outer = ground.syntax.verb_before(number)
        if ground.word(number) not in self._words["own_state"] or outer is None:
            return None
        speaker = ground.subject(outer)
        if speaker is None or speaker.country is None:
            return None
        named = [m for m in ground.document.of(ActorMention) if m.kind == "state" and m.country == speaker.country]
        return named[0] if named else None

    def _passive(self, ground: Ground, arguments: Arguments, verb: int) -> tuple[Phrase, ActorMention] | None:
        """`P untuk Z, yang diusulkan K pada T`, `usul P yang diajukan K`."""
        argument = arguments.subject(verb)
        offered = ground.word(verb) == "ditawarkan"
        actor = self._maker.agent_at(ground, verb + 1 + (ground.word(verb + 1) == "oleh"))
        start = ground.sentence(verb).start
        if actor is None and ground.word(start) == "oleh":
            # `Oleh K, P ditawarkan`
            actor = self._maker.agent_at(ground, start + 1)
        if argument is None or actor is None or ground.mood(verb).negated:
            return None
        if offered and actor.kind == "government":
            # What a cabinet offers, it offers to its own enemies.
            return None
        return argument.phrase, actor

    def _drafting(self, ground: Ground, arguments: Arguments, verb: int) -> tuple[Phrase, ActorMention] | None:
        """`K dan L, yang menyusun rencana P itu`, `K merancang P`."""
        phrase, actor, mood = arguments.object(verb), ground.subject(verb), ground.mood(verb)
        told = phrase is not None and phrase.kind is not None and not (mood.negated or mood.hypothetical)
        return (phrase, actor) if told and phrase is not None and actor is not None else None

    def _plan(self, ground: Ground, arguments: Arguments, noun: int) -> tuple[Phrase, ActorMention] | None:
        """`usulan K itu`, `rencana yang disusun K, L, dan M itu`: what was proposed before is meant."""
        made = self._made(ground, noun)
        if made is None and arguments.holding(noun) is not None and arguments.holding(noun + 1) is not None:
            return None
        relative = ground.word(noun + 1) == "yang" and ground.word(noun + 2) in self._words["drafted"]
        start = noun + 1 + 2 * relative + (relative and ground.word(noun + 3) == "oleh")
        actor = self._maker.agent_at(ground, start) or made
        if actor is None:
            return None
        end = noun + 1 if ground.first_of(actor) > start else ground.after(ground.coordinated(actor)[-1])
        pointed = any(ground.word(number) in ("itu", "tersebut", "ini") for number in range(end, end + 2))
        before = [p for p in arguments.between(max(0, noun - _BACK), noun) if p.kind is not None]
        return (before[-1], actor) if pointed and before else None

    def _made(self, ground: Ground, noun: int) -> ActorMention | None:
        """`Usul itu diajukan K`: the agent of a verb behind a plan that points back."""
        verb = ground.syntax.verb_after(noun)
        if verb is None or verb - noun > _MADE or ground.word(verb) not in self._words["drafted"]:
            return None
        return self._maker.agent_at(ground, verb + 1 + (ground.word(verb + 1) == "oleh"))
