"""From where to where a pause holds: `P …, dari Z1 sampai Z2`, `mulai Z1 di utara, menyusuri Z2, hingga Z3`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import RegionMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.gathered import Gathered
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import Member
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["StretchReader"]

#: how far before `sampai Z2` the words `dari Z1` may stand
_LENGTH: Final = 16
_FROM: Final = frozenset(("dari", "mulai"))


class StretchReader:
    """Reads the places between which a pause holds, and those on the way."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words
        self._maker = maker
        subject = words.subject
        self._reaching = (
            subject["applied"] | subject["include"] | subject["makes"] | subject["wishing"] | subject["widened"]
        )

    def read(self, ground: Ground, arguments: Arguments, known: Gathered) -> list[ScopeDraft]:
        """The members of all stretches that no other cue has given."""
        told = {draft.region for draft in known}
        found: list[ScopeDraft] = []
        for number in ground.words.numbers(self._words.places["until"]):
            target = number + 1 + (ground.word(number + 1) == "ke")
            last = self._place(ground, target)
            start = self._start(ground, number) if last is not None else -1
            phrase = self._pause_of(ground, arguments, start) if start >= 0 else None
            if last is None or phrase is None:
                continue
            members = [Member(last, target, ground.after(last), False)]
            members += [
                Member(region, ground.first_of(region), ground.after(region), False)
                for region in ground.among(RegionMention, start, number)
                if self._is_stop(ground, region, start)
            ]
            members = [member for member in members if member.name not in told]
            found += self._maker.drafts(ground, phrase, members, number, include=True, rule="stretch")
        return found

    def _place(self, ground: Ground, number: int) -> RegionMention | None:
        """The place at a word or behind the noun for its kind."""
        return ground.at(RegionMention, number) or (
            ground.at(RegionMention, number + 1) if ground.word(number) in self._words.adjunct["heads"] else None
        )

    def _start(self, ground: Ground, until: int) -> int:
        """Where `dari Z1` begins before `sampai Z2`, no verb between but those of a way (`menyusuri Z`), or -1."""
        for number in range(until - 1, max(ground.sentence(until).start, until - _LENGTH) - 1, -1):
            word = ground.word(number)
            if word in _FROM and self._place(ground, number + 1 + (ground.word(number + 1) == "dari")) is not None:
                return number
            if ground.marked(number + 1, ";:."):
                return -1
            if ground.syntax.is_verb(number) and word not in self._words.places["along"] and word not in _FROM:
                return -1
        return -1

    def _is_stop(self, ground: Ground, region: RegionMention, start: int) -> bool:
        """Whether a place stands on the way, and does not say where another one lies."""
        number = ground.first_of(region)
        while number > start and ground.word(number - 1) in self._words.adjunct["heads"] - {"dari"}:
            number -= 1
        before = ground.word(number - 1)
        return before in _FROM | {"dan", "serta", "lewat", "lalu", "kemudian"} | self._words.places["along"]

    def _pause_of(self, ground: Ground, arguments: Arguments, start: int) -> Phrase | None:
        """The pause before, where nothing is told between but that it holds: no army marches from Z1 to Z2."""
        before = arguments.between(ground.sentence(start).start, start)
        if not before:
            return None
        verbs = ground.syntax.verbs_between(before[-1].stop, start)
        holds = all(ground.word(verb) in self._reaching or ground.clause(verb).link == "yang" for verb in verbs)
        if not verbs and (outer := ground.syntax.verb_before(before[-1].outer)) is not None:
            # `membahas P dari Z1 sampai Z2`
            holds = ground.word(outer) not in self._words.pseudo["ceremony"] and before[-1].governor < 0
        return before[-1] if holds else None
