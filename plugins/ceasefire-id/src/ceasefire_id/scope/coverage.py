"""Where and for whom a pause holds, and whom it leaves out: the readers of scope, put together.

`beside` reads what stands beside the noun, with its `trail`; `holding` predicates with the pause as subject and
`objects` where their members begin, `membership`, `beyond` and `standing` those with the members as subject, `extent`
and `exceptions` those with a noun for them, `predication` what they share, `subjects` what stands before them;
`adjuncts` what narrows or widens scope, `stretches` from where to where it holds, `bare` lists with one word,
`likeness` members like or unlike others, `contrast` those that correct others, `places` places named below, `hushes`
where guns fall silent, `fighting` what goes on beside a pause, `zones` places made calm, `members` the lists.
"""

from __future__ import annotations

from bisect import bisect_left

from ceasefire_id.scope.adjuncts import AdjunctReader
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.bare import BareReader
from ceasefire_id.scope.beside import BesideReader
from ceasefire_id.scope.beyond import BeyondReader
from ceasefire_id.scope.contrast import ContrastReader
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.exceptions import ExceptionReader
from ceasefire_id.scope.extent import ExtentReader
from ceasefire_id.scope.fighting import FightingReader
from ceasefire_id.scope.gathered import Gathered
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.holding import HoldingReader
from ceasefire_id.scope.likeness import LikenessReader
from ceasefire_id.scope.membership import MembershipReader
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.places import PlaceReader
from ceasefire_id.scope.predication import PredicateReader
from ceasefire_id.scope.scoping import RULES, ScopeMaker
from ceasefire_id.scope.standing import StandingReader
from ceasefire_id.scope.stretches import StretchReader
from ceasefire_id.scope.vocabulary import ScopeWords
from ceasefire_id.scope.zones import ZoneReader

__all__ = ["CoverageReader"]


class CoverageReader:
    """Reads the members of a pause's scope at cues."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words
        self._maker = maker
        predicates = PredicateReader(words)
        self._beside = BesideReader(words, maker)
        readers = (
            HoldingReader(words, maker, predicates),
            MembershipReader(words, maker, predicates),
            BeyondReader(words, maker, predicates),
            ExceptionReader(words, maker, predicates),
            ZoneReader(words, maker, predicates),
            ExtentReader(words, maker, predicates),
            StandingReader(words, maker, predicates),
        )
        cues = frozenset().union(*(reader.cues for reader in readers))
        self._predications = {cue: tuple(reader for reader in readers if cue in reader.cues) for cue in cues}
        self._cues = frozenset(cues)
        self._places = PlaceReader(words, maker, predicates)
        self._fighting = FightingReader(words, maker, predicates)
        self._adjuncts = AdjunctReader(words, maker, predicates)
        self._stretches = StretchReader(words, maker)
        self._bare = BareReader(words, maker, predicates)
        self._likeness = LikenessReader(words, maker)
        self._contrast = ContrastReader(maker)

    def read(
        self,
        ground: Ground,
        arguments: Arguments,
        phrases: list[Phrase],
        declared: list[tuple[int, str | None]],
    ) -> list[ScopeDraft]:
        """All members, in no particular order; `declared` says where, and who it is that declares a pause there."""
        found = self._beside.read(ground, arguments, phrases)
        found = self._places.read(ground, arguments, Gathered(ground, found))
        known = Gathered(ground, found)
        self._predicated(ground, arguments, known)
        fought = self._fighting.read(ground, arguments, known)
        known.add(draft for draft in fought if not self._is_answered(draft, declared))
        known.add(self._adjuncts.read(ground, arguments, known))
        known.add(self._stretches.read(ground, arguments, known))
        known.add(self._bare.read(ground, arguments, known))
        self._likeness.read(ground, arguments, known)
        return [draft for draft in self._contrast.read(ground, known) if not self._is_taken_back(ground, draft)]

    def _is_answered(self, draft: ScopeDraft, declared: list[tuple[int, str | None]]) -> bool:
        """`G menyatakan P … A tetap mengejar G`: A does not take part in the pause that G declared last."""
        at = bisect_left(declared, draft.span.start, key=lambda pair: pair[0])
        who = declared[at - 1][1] if at else None
        return who is not None and draft.actor is not None and draft.actor.identity == who

    def _predicated(self, ground: Ground, arguments: Arguments, known: Gathered) -> None:
        """Add those of all predicates, in the order of the text: what names no pause goes on with the last one's."""
        for cue in ground.words.numbers(self._cues):
            for reader in self._predications[ground.word(cue)]:
                if drafts := reader.at(ground, arguments, cue, known):
                    known.add(drafts)

    def _is_taken_back(self, ground: Ground, draft: ScopeDraft) -> bool:
        """`mula-mula menyebut Z dikecualikan, tetapi kemudian meralat keterangannya`."""
        if draft.include or not ground.document.has(self._words.adjunct["corrects"]):
            return False
        number = ground.words.first_at(draft.span.start)
        following = range(number, ground.sentence(number).stop)
        corrected = any(ground.word(n) in self._words.adjunct["corrects"] for n in following)
        if corrected:
            ground.document.drop(f"{RULES}:leaves-out", draft.span, "taken back by who said it")
        return corrected
