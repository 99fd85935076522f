"""What the readers of mediation share: for which pause somebody stood between the sides, and who is joined to them."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.counted import names_counted
from ceasefire_id.scope.drafts import FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import can_mediate
from ceasefire_id.scope.pairs import are_kin
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["Brokering"]

#: words between a mediator and those who helped (`menjadi perantara bersama L`)
#: how many words say who a mediator is
_APPOSED: Final = 6
_HELPED: Final = frozenset(("bersama", "beserta", "dibantu", "didampingi"))
#: words that open a clause without a subject of its own
_AFTERWARDS: Final = frozenset(
    ("setelah", "sesudah", "usai", "seusai", "sehabis", "selepas", "selagi", "sambil", "seraya", "sembari")
)


class Brokering:
    """Adds facts of the slot `brokers`."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words.who
        self._maker = maker

    def add(self, ground: Ground, phrase: Phrase, actor: ActorMention, rule: str, told: Told) -> None:
        """Add an actor, and those joined to it, where they can stand between others."""
        told.facts += [
            FactDraft("brokers", phrase, one.span, rule, actor=one)
            for one in self._listed(ground, actor)
            if can_mediate(one)
        ]

    def add_helpers(self, ground: Ground, phrase: Phrase, number: int, rule: str, told: Told) -> None:
        """`(menjadi perantara) bersama L dan M`: those named at a word as having helped."""
        helper = ground.at(ActorMention, number + 1) if ground.word(number) in _HELPED else None
        if helper is not None and not self.is_side(ground, helper, told):
            self.add(ground, phrase, helper, rule, told)

    def is_side(self, ground: Ground, actor: ActorMention, told: Told) -> bool:
        """Whether an actor is of one of the sides that are known."""
        return any(are_kin(actor, bound) for bound in told.bound())

    def here(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> Phrase | None:
        """The pause that the sentence names, or of which it tells an event with `-nya` (`menyepakatinya`)."""
        if phrase := self._maker.here(ground, arguments, number):
            return phrase
        sentence = ground.sentence(number)
        spans = range(ground.words.starts[sentence.start], ground.words.ends[sentence.stop - 1])
        events = [event for event in told.events if event.span.start in spans]
        return events[0].phrase if events else None

    def doer(self, ground: Ground, verb: int) -> ActorMention | None:
        """Who does what a verb says; of `X, utusan B yang (V)` X, of `X mengumumkan P setelah sepekan (V)` X."""
        number = verb - 1
        while ground.word(number) in self._words["adverbs"]:
            number -= 1
        length = ground.before(TimeMention, number + 1)
        number = ground.first_of(length) - 1 if length is not None else number
        outer = ground.syntax.verb_before(number) if ground.word(number) in _AFTERWARDS else None
        actor = ground.subject(verb if outer is None else outer)
        relative = ground.clause(verb).first
        if actor is not None or ground.clause(verb).link != "yang":
            return actor
        for number in range(relative - 1, max(0, relative - _APPOSED), -1):
            if ground.syntax.is_verb(number) or ground.marked(number, ";:"):
                return None
            if "," in ground.gap(number):
                return ground.before(ActorMention, number)
        return None

    def ending(self, ground: Ground, end: int) -> ActorMention | None:
        """The actor before a word, a comma or a bracket between them or not; of `K, selaku ketua Z,` K."""
        actor = ground.before(ActorMention, end) if ground.gap(end).strip() in ("", ",", ")", "),") else None
        as_what = ground.first_of(actor) - 1 if actor is not None else -1
        if as_what > 0 and ground.word(as_what) in ("sebagai", "selaku") and "," in ground.gap(as_what):
            return ground.before(ActorMention, as_what)
        return actor

    def _with_counted(self, ground: Ground, joined: list[ActorMention]) -> list[ActorMention]:
        """`K dan empat negara sahabat: L, M, N, dan O`."""
        after = ground.after(joined[-1])
        counted = names_counted(ground, after + 1) if ground.word(after) in ("dan", "serta", "bersama") else []
        return [*joined, *counted]

    def _listed(self, ground: Ground, actor: ActorMention) -> list[ActorMention]:
        """Those joined to an actor; in `Atas mediasi K, A dan B …`, at the head of a sentence, a comma ends them."""
        after, sentence = ground.after(actor), ground.sentence(ground.first_of(actor))
        opens = ground.word(sentence.start) in self._words["through"] | self._words["mediated"] | self._words["by_way"]
        told = ground.syntax.verbs_between(sentence.start + 3, ground.first_of(actor))
        if not opens or told or "," not in ground.gap(after):
            return self._with_counted(ground, ground.coordinated(actor))
        joined = ground.coordinated(actor)
        last = ground.first_of(joined[-1])
        # `K, L, dan M` goes on over its commas; `K, A dan B` has none before the last.
        return joined if "," in ground.gap(last - 1) and ground.word(last - 1) in ("dan", "serta") else [actor]
