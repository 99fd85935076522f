"""Whom a text credits with a pause by the way: `K menengahi semalaman`, `K, yang mengusulkannya`, `usul K untuk P`.

These are read when the sides are known, so that no side is taken for who stood between them.
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.brokering import Brokering
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import MEDIATORS
from ceasefire_id.scope.pairs import are_kin, is_side
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.representing import side_of
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["CreditReader"]

#: how far behind `berperan` the pause stands, in words
_REACH: Final = 7
_NEGOTIATES: Final = frozenset(
    ("merundingkan", "menegosiasikan", "mengupayakan", "merintis", "menjajaki", "mematangkan")
)
#: what one does with an offer of another
_ANSWERS: Final = {
    "menerima": "agreed",
    "menyetujui": "agreed",
    "menyepakati": "agreed",
    "menyambut": None,
    "menolak": "rejected",
    "menampik": "rejected",
    "menepis": "rejected",
    "mementahkan": "rejected",
}


class CreditReader(Brokering):
    """Adds those who mediated or proposed where no verb has the pause as its object."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        super().__init__(words, maker)
        self._own_verbs = frozenset(verb + "nya" for verb in self._words["mediated"])

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add them; the sides must be known before."""
        for verb in ground.words.numbers(self._words["mediates_alone"]):
            self._alone(ground, arguments, verb, told)
        for verb in ground.words.numbers(self._own_verbs):
            self._by_subject(ground, arguments, verb, told)
        for verb in ground.words.numbers(self._words["contributes"]):
            self._contributes(ground, arguments, verb, told)
        for noun in ground.words.numbers(self._words["proposals"] | self._words["offer_nouns"]):
            self._proposal(ground, arguments, noun, told)
        for event in list(told.events):
            self._of_event(ground, event, told)

    def _credit(self, ground: Ground, phrase: Phrase, actor: ActorMention, rule: str, told: Told) -> None:
        if not self.is_side(ground, actor, told):
            self.add(ground, phrase, actor, rule, told)

    def _alone(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K menengahi sepanjang malam`, `X yang menengahi`: beside a pause of this sentence or the one before."""
        after = verb + 1
        closed = bool(ground.gap(after).strip()) or ground.word(after) in self._words["alone_before"]
        if not closed and ground.at(TimeMention, after) is None:
            return
        phrase, actor, mood = self._maker.near(ground, arguments, verb), self.doer(ground, verb), ground.mood(verb)
        if phrase is None or actor is None or phrase.wanted or mood.future or not mood.real:
            return
        before = {ground.word(number) for number in range(max(0, verb - 3), verb)}
        if before.isdisjoint(self._words["unready"]):
            self._credit(ground, phrase, actor, "mediates", told)

    def _by_subject(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K mengumumkan P yang dirundingkannya bersama L`: the `-nya` is who mediated."""
        argument, actor = arguments.subject(verb), ground.agent(verb)
        if argument is not None and actor is not None and not self.is_side(ground, actor, told):
            self.add(ground, argument.phrase, actor, "mediated", told)
            self.add_helpers(ground, argument.phrase, verb + 1, "mediated", told)

    def _contributes(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K berperan besar di balik P`, `K berjasa atas P`."""
        found = arguments.between(verb + 1, min(verb + _REACH, ground.sentence(verb).stop))
        actor, mood = ground.subject(verb), ground.mood(verb)
        if not found or actor is None or not mood.real or not ground.syntax.is_verb(verb):
            return
        if ground.word(found[0].outer - 1) in self._words["behind"]:
            self._credit(ground, found[0], actor, "contributes", told)

    def _proposal(self, ground: Ground, arguments: Arguments, noun: int, told: Told) -> None:
        """`A menerima usul K tentang P`, `tawaran K untuk P dengan B`."""
        actor = self._maker.agent_at(ground, noun + 1)
        if actor is None:
            return
        joined = ground.coordinated(actor)
        end = ground.after(joined[-1])
        if ground.word(end) not in self._words["for"] | {"akan"}:
            return
        found = arguments.between(end + 1, end + 4)
        if not found or found[0].outer > end + 3:
            return
        phrase, verb = found[0], ground.syntax.verb_before(noun)
        answered = verb is not None and noun - verb <= 2 and ground.word(verb) in _ANSWERS and ground.mood(verb).real
        answerer = ground.subject(verb) if verb is not None and answered else None
        if verb is not None and answerer is not None:
            self._answer(ground, phrase, verb, answerer, actor, told)
        sides = [fact.actor for fact in told.facts if fact.slot == "parties" and fact.actor is not None]
        if sides and not any(are_kin(one, side) for side in sides for one in joined):
            self.add(ground, phrase, actor, "proposer", told)

    def _answer(
        self, ground: Ground, phrase: Phrase, verb: int, answerer: ActorMention, proposer: ActorMention, told: Told
    ) -> None:
        """What the answer to a proposal tells: an event, and who the sides are."""
        span, type_ = ground.span(verb, verb + 1), _ANSWERS[ground.word(verb)]
        if type_ is not None and not any(event.span == span for event in told.events):
            told.events.append(EventDraft(type_, phrase, span, "answer", actor=answerer))
        sides = [one for one in ground.coordinated(answerer) if is_side(one)]
        bound = [f.actor for f in told.facts if f.slot == "parties" and f.phrase is phrase and f.actor is not None]
        two = len(sides) > 1 or bool(bound)
        if not two and is_side(proposer):
            # One side answers the other.
            sides.append(proposer)
        told.facts += [FactDraft("parties", phrase, one.span, "answer", actor=one) for one in sides]

    def _of_event(self, ground: Ground, event: EventDraft, told: Told) -> None:
        """`K, yang mengusulkannya, …`."""
        verb = ground.words.first_at(event.span.start)
        word, actor = ground.word(verb), event.actor
        if actor is None or not word.endswith("nya") or actor.kind not in MEDIATORS or actor.anaphor is not None:
            return
        stem = word.removesuffix("nya")
        negotiated = event.type == "negotiated" and stem in _NEGOTIATES and len(told.sides()) > 1
        if negotiated and side_of(ground, actor) is actor:
            # `A dan B menyepakati P. X merundingkannya sebulan.`
            self._credit(ground, event.phrase, actor, "negotiator", told)
        if event.type == "demanded" and stem in self._words["proposes"] and len(told.sides()) > 1:
            self._credit(ground, event.phrase, actor, "proposer", told)
