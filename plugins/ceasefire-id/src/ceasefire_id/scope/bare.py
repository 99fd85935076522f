"""Places of which a short sentence says in one word that a pause covers them: `Makeni dan Kono terjangkau.`

The pause stands in the sentence before, and nothing but adverbs beside the word, so that a list of places with it can
hardly be said of anything else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ceasefire.mentions import RegionMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.gathered import Gathered
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import Member, MemberReader
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.predication import PredicateReader
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["BareReader"]

#: how many words may stand between a list and its comma, and how long an aside may be
_ASIDE: Final = 10
#: with these a sentence says where it happened
_WHERE: Final = frozenset(("di", "dari", "ke", "pada", "menuju"))
#: words behind the predicate that say how much: `tercakup seluruhnya`, `dicantumkan dengan jelas`
_HOW: Final = 4


class BareReader:
    """Reads sentences that begin with a list of places."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker, predicates: PredicateReader) -> None:
        member = words.member
        self._maker = maker
        self._predicates = predicates
        self._members = MemberReader(words)
        self._said = member["include"] | member["within"] | member["enclosed"] | member["bare"]
        self._adverbs = member["auxiliaries"]
        self._manner = member["manner"]
        self._deals = member["deals"]

    def read(self, ground: Ground, arguments: Arguments, known: Gathered) -> list[ScopeDraft]:
        """All members of such sentences of which nobody has told yet."""
        found: list[ScopeDraft] = []
        for cue in ground.words.numbers(self._said):
            sentence = ground.sentence(cue)
            if sentence.start == 0 or known.pause_told_in(sentence) or arguments.between(sentence.start, sentence.stop):
                continue
            members = self._subject(ground, sentence, cue)
            phrase = self._meant(ground, arguments, known, cue) if members and self._closes(ground, cue) else None
            if phrase is not None:
                found += self._maker.drafts(ground, phrase, members, cue, include=True, rule="included")
        return found

    def _meant(self, ground: Ground, arguments: Arguments, known: Gathered, cue: int) -> Phrase | None:
        phrase = self._predicates.meant(ground, arguments, cue, known)
        return None if phrase is None or phrase.generic or self._maker.is_open(ground, cue) else phrase

    def _subject(self, ground: Ground, sentence: range, cue: int) -> list[Member]:
        """The list of places with which a sentence begins, where only an aside and adverbs part it from a word."""
        if ground.word(sentence.start) in _WHERE:
            return []
        members = self._members.after(ground, sentence.start, cue, actors=False)
        places = [m for m in members if isinstance(m.name, RegionMention) and m.name.kind != "country"]
        if not places or len(places) < len(members):
            return []
        number = members[-1].end
        if "," in ground.gap(number):
            number = next((n for n in self._commas(ground, number, cue)), cue)
        beside = {ground.word(n) for n in range(number, cue)}
        negated = not beside.isdisjoint(("tidak", "tak", "belum", "bukan"))
        return places if beside <= self._adverbs and not negated else []

    def _commas(self, ground: Ground, number: int, cue: int) -> Iterator[int]:
        return (n for n in range(number + 1, min(number + _ASIDE, cue + 1)) if "," in ground.gap(n))

    def _closes(self, ground: Ground, cue: int) -> bool:
        """Whether the clause ends behind the predicate, or behind how it is, or in which paper."""
        for number in range(cue + 1, cue + 2 + _HOW):
            if number >= len(ground.words) or ground.gap(number).strip(' \u00a0"“”'):
                return True
            if ground.word(number) not in self._manner | self._deals:
                return False
        return False
