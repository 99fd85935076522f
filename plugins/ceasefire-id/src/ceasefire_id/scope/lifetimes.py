"""How long a pause is to be, and from when to when, told of a noun for its term.

`Masa berlakunya 24 hingga 26 Mei`, `Umurnya dua pekan, mulai Minggu`, `Tenggat P jatuh pada T`, `Batas waktu P: T`.
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import FactSlot, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["LifetimeReader"]

#: how many words the predicate behind such a noun may take up to its first time, and between two times
_REACH: Final = 5
_DASHES: Final = frozenset(("-", "–", "—"))


class LifetimeReader:
    """Reads what is said of the term of a pause."""

    def __init__(self, words: EventWords) -> None:
        table = words.words
        self._possessed, self._terms = table["term_nouns_possessed"], table["term_nouns"]
        self._limits, self._heads = table["term_limits"], table["term_heads"]
        self._said = table["term_said"]
        self._since, self._until, self._past = table["since"], table["until"], table["term_over"]

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add what is said of all such nouns."""
        known = {(id(fact.phrase), fact.slot) for fact in told.facts}
        for number in ground.words.numbers(self._possessed):
            first = number - (ground.word(number - 1) in self._heads)
            opens = first == ground.sentence(number).start or bool(ground.gap(first).strip())
            joined = ground.word(first - 1) in ("dan", "dengan", "yang", "sedangkan", "sementara")
            phrase = (arguments.holding(number) or arguments.latest(first)) if opens or joined else None
            if phrase is not None:
                limit = ground.word(number).removesuffix("nya") in self._limits or ground.word(first) in self._limits
                self._tell(ground, phrase, number + 1, told, known, limit=limit)
        for number in ground.words.numbers(self._terms):
            phrase = self._complement(ground, arguments, number)
            if phrase is not None:
                limit = ground.word(number) in self._limits
                self._tell(ground, phrase, phrase.stop, told, known, limit=limit)

    def _complement(self, ground: Ground, arguments: Arguments, number: int) -> Phrase | None:
        """`tenggat (waktu) P`: the pause right behind the noun."""
        following = number + 1
        while ground.word(following) in self._heads or ground.word(following) in ("berlaku", "berlakunya", "bagi"):
            following += 1
        phrase = arguments.holding(following)
        return phrase if phrase is not None and phrase.outer == following else None

    def _tell(
        self,
        ground: Ground,
        phrase: Phrase,
        start: int,
        told: Told,
        known: set[tuple[int, FactSlot]],
        *,
        limit: bool,
    ) -> None:
        """The times of the predicate that begins at a word."""
        stop, at = ground.sentence(start).stop, start
        last: TimeMention | None = None
        slot: FactSlot | None = None
        for time in ground.times(start, stop):
            first = ground.first_of(time)
            between = [ground.word(number) for number in range(at, first)]
            if len(between) > _REACH or not self._is_said(ground, at, first, between):
                return
            slot = self._slot(ground, time, between, slot, first, limit=limit)
            if (
                slot == "starts"
                and last is None
                and time.type != "DURATION"
                and not self._begins(ground, time, between)
            ):
                return
            if slot is not None and (id(phrase), slot) not in known:
                known.add((id(phrase), slot))
                told.facts.append(FactDraft(slot, phrase, time.span, "lifetime", time=time))
            last, at = time, ground.after(time)

    def _is_said(self, ground: Ground, start: int, end: int, between: list[str]) -> bool:
        """Whether nothing but a light predicate stands before a time."""
        if any(ground.marked(number, ";.") for number in range(start, end + 1)):
            return False
        at_place = False
        for number, word in zip(range(start, end), between, strict=True):
            # `Tenggat P di Z jatuh pada T`
            at_place = at_place or word == "di"
            light = word in self._said or word in self._since or word in self._until or word in self._past
            if not light and (not at_place or ground.syntax.is_verb(number)):
                return False
        return True

    def _slot(
        self,
        ground: Ground,
        time: TimeMention,
        between: list[str],
        before: FactSlot | None,
        first: int,
        *,
        limit: bool,
    ) -> FactSlot | None:
        if time.type == "DURATION":
            return "duration" if "X" not in (time.value or "X") and before is None else None
        if time.type not in ("DATE", "TIME") or not (time.value or "")[:4].isdigit():
            return None
        joined = not between and ground.gap(first).strip() in _DASHES
        paired = between == ["dan"]
        if before == "starts" and (joined or paired or not self._until.isdisjoint(between)):
            return "ends"
        if limit or not (self._until | self._past).isdisjoint(between):
            return "ends"
        return "starts"

    def _begins(self, ground: Ground, time: TimeMention, between: list[str]) -> bool:
        """Whether a word of beginning stands before the first day, or another day follows it at once."""
        after = ground.after(time)
        if not self._since.isdisjoint(between):
            return True
        if ground.gap(after).strip() in _DASHES:
            return ground.at(TimeMention, after) is not None
        return ground.word(after) in self._until | {"dan"} and ground.at(TimeMention, after + 1) is not None
