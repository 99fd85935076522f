"""The pauses of a text once they are told apart, indexed by place: so that what is asked of each word stays cheap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from ceasefire_id.scope.antecedents import Arrangement
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.view import View

__all__ = ["Known"]


#: a text that speaks of more pauses is no article: each word then asks only those near it
_USUAL = 12


class Known(Sequence[Arrangement]):
    """All pauses of a text, in the order of their first mention."""

    def __init__(self, view: View, arrangements: Iterable[Arrangement]) -> None:
        self._all = tuple(arrangements)
        pairs = sorted(((p, a) for a in self._all for p in a.phrases), key=lambda pair: (pair[0].first, pair[0].end))
        self._pairs = pairs
        self._firsts = [phrase.first for phrase, _ in pairs]
        self._by_sentence: dict[int, list[tuple[Phrase, Arrangement]]] = {}
        for phrase, arrangement in pairs:
            self._by_sentence.setdefault(view.sentence[phrase.first], []).append((phrase, arrangement))
        self._own = {id(a): sorted((p.first, n) for n, p in enumerate(a.phrases)) for a in self._all}
        #: the pause that the text speaks of most
        self.most = max(self._all, key=lambda a: len(a.phrases), default=None)

    @overload
    def __getitem__(self, index: int) -> Arrangement: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Arrangement]: ...

    def __getitem__(self, index: int | slice) -> Arrangement | Sequence[Arrangement]:
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Arrangement]:
        return iter(self._all)

    def in_sentence(self, sentence: int) -> Sequence[tuple[Phrase, Arrangement]]:
        """The mentions of pauses in a sentence, in order."""
        return self._by_sentence.get(sentence, ())

    def near(self, number: int) -> Sequence[Arrangement]:
        """All pauses of a text of usual size; of one with very many those spoken of nearest to a word, in order."""
        if len(self._all) <= _USUAL:
            return self._all
        at = bisect_left(self._firsts, number)
        around = self._pairs[max(0, at - _USUAL) : at + _USUAL // 2]
        return sorted({id(a): a for _, a in around}.values(), key=lambda a: a.number)

    def mine_and_others(self, arrangement: Arrangement, sentence: int) -> tuple[list[Phrase], list[Phrase]]:
        """The mentions of one pause in a sentence, and those of the others."""
        mine: list[Phrase] = []
        others: list[Phrase] = []
        for phrase, other in self.in_sentence(sentence):
            (mine if other is arrangement else others).append(phrase)
        return mine, others

    def before(self, number: int) -> tuple[Phrase, Arrangement] | None:
        """The last mention of any pause that begins before a word."""
        at = bisect_left(self._firsts, number)
        return self._pairs[at - 1] if at else None

    def own_before(self, arrangement: Arrangement, number: int) -> Phrase | None:
        """The last mention of one pause that begins before a word."""
        own = self._own[id(arrangement)]
        at = bisect_left(own, (number, -1))
        return arrangement.phrases[own[at - 1][1]] if at else None

    def within(self, first: int, end: int) -> Sequence[tuple[Phrase, Arrangement]]:
        """The mentions that begin among these words."""
        return self._pairs[bisect_left(self._firsts, first) : bisect_left(self._firsts, end)]
