"""Places told apart from the noun of a pause: named below a count of them, one by one, or as zones of calm."""

from __future__ import annotations

from typing import Final

from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.gathered import Gathered
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.hushes import HushReader
from ceasefire_id.scope.predication import PredicateReader
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["PlaceReader"]

#: how many sentences before the names the places may be counted
_SENTENCES: Final = 5
#: how many words may stand between a count of places and the first `satu di Z`
_COUNTED: Final = 8
_ORDINALS: Final = frozenset(("pertama", "kedua", "ketiga", "terakhir"))
_THESE: Final = frozenset(("itu", "tersebut", "tadi"))


class PlaceReader:
    """Reads where a pause holds from sentences that say it in their own way."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker, predicates: PredicateReader) -> None:
        self._words = words.places
        self._counts = words.adjunct["counts"] | words.adjunct["several"]
        self._maker = maker
        self._predicates = predicates
        self._hushes = HushReader(words, maker, predicates)

    def read(self, ground: Ground, arguments: Arguments, known: Gathered) -> list[ScopeDraft]:
        """The members at all such cues, and those of `known` that they do not put more exactly."""
        found = list(known)
        for number in ground.words.numbers(self._words["copulas"]):
            if named := self._named_below(ground, arguments, number):
                found = [draft for draft in found if not self._is_counted(ground, draft, number)] + named
        for number in ground.words.numbers(frozenset(("satu",))):
            found += self._one_by_one(ground, arguments, known, number)
        for number in ground.words.numbers(self._words["calm"]):
            found += self._zoned(ground, arguments, known, number)
        found += self._hushes.read(ground, arguments, known)
        return found

    # ---- named below ---------------------------------------------------------------------------------------------

    def _named_below(self, ground: Ground, arguments: Arguments, copula: int) -> list[ScopeDraft]:
        """`P di dua kota … Kedua kota itu ialah Z1 dan Z2`, `Wilayah yang dimaksud adalah Z`."""
        start, number = ground.sentence(copula).start, copula - 1
        if ground.word(number) in self._words["meant"] and ground.word(number - 1) == "yang":
            number -= 2
        elif ground.word(number) in _THESE:
            number -= 1
        else:
            return []
        noun, first = ground.word(number), number - (ground.word(number - 1) in self._counts)
        phrase = arguments.latest(start)
        if first != start or noun not in self._words["nouns"] or phrase is None:
            return []
        if not self._counted_before(ground, arguments, noun, start):
            return []
        return self._maker.after(ground, phrase, copula + 1, copula, include=True, rule="named-below", actors=False)

    def _counted_before(self, ground: Ground, arguments: Arguments, noun: str, start: int) -> bool:
        """Whether one of the sentences before counts such places behind a pause."""
        first, any_place = start, noun in self._words["areas"]
        for _ in range(_SENTENCES):
            first = ground.sentence(first - 1).start if first > 0 else 0
        counted = [number for number in range(first, start - 1) if ground.word(number) in self._counts]
        return any(
            (ground.word(number + 1) == noun or (any_place and ground.word(number + 1) in self._words["nouns"]))
            and arguments.between(ground.sentence(number).start, number)
            for number in counted
        )

    def _is_counted(self, ground: Ground, draft: ScopeDraft, below: int) -> bool:
        """`P di tiga kota Z`, of which only the names below say where: Z is where these towns lie."""
        if draft.region is None or draft.cue is None or draft.span.start > ground.words.starts[below]:
            return False
        words = range(ground.words.first_at(draft.cue.start), ground.after(draft.region))
        return any(ground.word(number) in self._counts for number in words)

    def _one_by_one(self, ground: Ground, arguments: Arguments, known: Gathered, one: int) -> list[ScopeDraft]:
        """`P melahirkan dua zona hening: satu di Z1, satu lagi di Z2`."""
        sentence = ground.sentence(one)
        if ground.word(one + 1) != "di" or self._counted_at(ground, max(sentence.start, one - _COUNTED), one) < 0:
            return []
        other = next((n for n in range(one + 2, sentence.stop) if self._is_other(ground, n)), -1)
        phrase = self._predicates.meant(ground, arguments, one, known) if other > 0 else None
        if phrase is None:
            return []
        second = other + (2 if ground.word(other + 1) == "di" else 3)
        found = self._maker.after(
            ground, phrase, one + 2, one, include=True, rule="one-by-one", actors=False, end=other
        )
        return found + self._maker.after(ground, phrase, second, other, include=True, rule="one-by-one", actors=False)

    def _counted_at(self, ground: Ground, first: int, end: int) -> int:
        """Where among these words places are counted, or -1."""
        for number in range(end - 2, first - 1, -1):
            if ground.syntax.is_verb(number + 1):
                return -1
            if ground.word(number) in self._counts and ground.word(number + 1) in self._words["nouns"]:
                return number
        return -1

    def _is_other(self, ground: Ground, number: int) -> bool:
        """`satu lagi di`, `satunya lagi di`, `lainnya di`."""
        if ground.word(number) not in ("satu", "satunya", "lainnya", "sisanya"):
            return False
        return ground.word(number + 1) == "di" or ground.word(number + 2) == "di"

    def _zoned(self, ground: Ground, arguments: Arguments, known: Gathered, calm: int) -> list[ScopeDraft]:
        """`Zona damai dibentuk di Z1 dan Z2`, `kawasan tenang itu meliputi Z`."""
        if ground.word(calm - 1) not in self._words["nouns"] or ground.gap(calm).strip():
            return []
        verb = calm + 1 + (ground.word(calm + 1) in _THESE | _ORDINALS)
        start = verb + 1 + (ground.word(verb + 1) == "di")
        if ground.word(verb) not in self._words["zoning"] or not ground.mood(verb).real:
            return []
        phrase = self._predicates.meant(ground, arguments, calm, known)
        if phrase is None:
            return []
        return self._maker.after(ground, phrase, start, calm, include=True, rule="zone", actors=False)
