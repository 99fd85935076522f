"""Where a pause holds, told without a verb by a noun for its extent: `Cakupannya seluruh Z`, `Batas P ialah Z`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import RegionMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.gathered import Gathered
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.predication import PredicateReader
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["ExtentReader"]

_LIMITS: Final = frozenset(("hanya", "cuma", "sebatas", "sekadar"))
#: how many words a noun with `-nya` and what belongs to it may have
_LONG: Final = 4
_THESE: Final = frozenset(("itu", "ini", "tersebut", "tadi"))
_IS: Final = frozenset(
    ("adalah", "ialah", "yakni", "yaitu", "hanya", "cuma", "sebatas", "hanyalah", "baru", "bukan", "bukanlah")
)
_NOT: Final = frozenset(("bukan", "bukanlah"))
_ALONE: Final = frozenset(("semata", "semata-mata", "saja", "melulu"))
_TO: Final = frozenset(("pada", "di", "ke", "dari", "sampai", "hingga", "untuk", "dengan"))


class ExtentReader:
    """Reads what a noun for its extent says of a pause."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker, predicates: PredicateReader) -> None:
        self._words = words
        self._maker = maker
        self._predicates = predicates
        self._own = words.subject["extents"]
        self._nouns = words.subject["extent_nouns"]
        self.cues = self._own | self._nouns | _LIMITS

    def at(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """The members at a cue."""
        if ground.word(cue) in _LIMITS:
            return self._limited(ground, arguments, cue, known)
        phrase, number = self._subject(ground, arguments, cue, known)
        if phrase is None or not self._opens(ground, cue):
            return []
        start = self._told_from(ground, number)
        if start < 0 or start >= len(ground.words):
            return []
        drafts = self._maker.after(ground, phrase, start, cue, include=True, rule="coverage", actors=True)
        drafts = [d for d in drafts if d.actor is None or d.actor.kind == "armed_group"]
        denied = any(ground.word(n) in _NOT for n in range(number, start))
        alone = bool(drafts) and ground.word(ground.words.first_at(drafts[-1].span.end)) in _ALONE
        # `Cakupannya bukan Z semata` covers Z and more.
        return drafts if alone or not denied else []

    def _limited(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """`Ruang geraknya hanya Z`: whatever is its own, where nothing but places follows."""
        first = cue - 1
        while first > ground.sentence(cue).start and ground.gap(first).isspace() and cue - first < _LONG:
            first -= 1
        start = cue + 1 + (ground.word(cue + 1) == "di")
        bare = ground.word(cue - 1).endswith("nya") and not ground.syntax.verbs_between(first, cue)
        opens = first == ground.sentence(cue).start or ground.marked(first, ",;:")
        place = ground.at(RegionMention, start) or ground.word(start) in self._words.places["nouns"]
        talks = ground.word(cue - 1).removesuffix("nya") in self._words.pseudo["talking"]
        if talks or not (bare and opens and place) or ground.word(cue - 1) in self._own:
            return []
        phrase = self._predicates.meant(ground, arguments, cue, known)
        if phrase is None:
            return []
        drafts = self._maker.after(ground, phrase, start, cue, include=True, rule="coverage", actors=False)
        return [d for d in drafts if d.region is not None and not self._maker.is_talks(d.region)]

    def _subject(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> tuple[Phrase | None, int]:
        """The pause whose extent a noun names, and the word behind the noun phrase."""
        if ground.word(cue) in self._own:
            return self._predicates.meant(ground, arguments, cue, known, reach=2), cue + 1
        number = cue + 1
        if (held := arguments.holding(number)) is not None and ground.adjoins(number):
            return held, held.stop
        if ground.word(number) in self._words.member["deals"] and ground.adjoins(number):
            number += 1 + (ground.word(number + 1) in _THESE)
        elif ground.word(number) == "yang" and ground.word(number + 1) in self._words.member["enclosed"]:
            number += 2
        else:
            return None, number
        return self._predicates.meant(ground, arguments, cue, known, reach=2), number

    def _opens(self, ground: Ground, cue: int) -> bool:
        """Whether the noun, or one that it belongs to (`wilayah cakupannya`), begins a clause."""
        first, start = cue, ground.sentence(cue).start
        while first > start and ground.word(first - 1) in self._nouns and ground.adjoins(first):
            first -= 1
        before = ground.word(first - 1)
        return first == start or ground.marked(first, ",;:—–(") or before in self._words.subject["opens_extent"]

    def _told_from(self, ground: Ground, number: int) -> int:
        """Where the names begin behind a noun for extent, or -1."""
        words = self._words.subject
        while ground.word(number) in words["extent_adverbs"] and ground.adjoins(number):
            number += 1
        measured = ground.word(number) in words["measures"] and ground.adjoins(number)
        number += measured
        if ":" in ground.gap(number) or "—" in ground.gap(number):
            return number
        if "," in ground.gap(number) and not (measured and ground.word(number) in _IS):
            return -1
        told = measured or ground.word(number) in _IS
        while ground.word(number) in _IS:
            number += 1
        if ground.word(number) in words["limited"]:
            number, told = number + 1, True
        if told:
            return number + (ground.word(number) in _TO)
        whole = self._words.adjunct["whole"] | self._words.adjunct["heads"] | self._words.places["nouns"]
        return number if ground.at(RegionMention, number) is not None or ground.word(number) in whole else -1
