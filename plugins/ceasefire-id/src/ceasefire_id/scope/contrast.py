"""Members corrected by their opposite: `bukan Z1, melainkan Z2 yang dicakup P`, `tidak mencakup Z1, melainkan Z2`."""

from __future__ import annotations

from typing import Final

from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.gathered import Gathered
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.scoping import ScopeMaker

__all__ = ["ContrastReader"]

_RATHER: Final = frozenset(("melainkan",))
_NOT: Final = frozenset(("bukan", "bukannya", "bukanlah", "tidak", "tak"))
#: words that may stand between `melainkan` and its members
_LIGHT: Final = frozenset(("justru", "hanya", "di", "untuk", "bagi", "pada", "malah", "juga"))
#: how many words what is denied may have
_DENIED: Final = 16


class ContrastReader:
    """Gives the members on both sides of `melainkan` the opposite of each other."""

    def __init__(self, maker: ScopeMaker) -> None:
        self._maker = maker

    def read(self, ground: Ground, known: Gathered) -> list[ScopeDraft]:
        """All members told of, those that such a contrast corrects put right."""
        drafts = list(known)
        for rather in ground.words.numbers(_RATHER):
            first = self._denied_from(ground, rather)
            if first >= 0:
                drafts = self._contrasted(ground, drafts, first, rather)
        return drafts

    def _denied_from(self, ground: Ground, rather: int) -> int:
        """Where the negation stands that `melainkan` corrects, or -1."""
        start = max(ground.sentence(rather).start, rather - _DENIED)
        return next((n for n in range(rather - 1, start - 1, -1) if ground.word(n) in _NOT), -1)

    def _contrasted(self, ground: Ground, drafts: list[ScopeDraft], first: int, rather: int) -> list[ScopeDraft]:
        starts, stop = ground.words.starts, ground.sentence(rather).stop
        denied = [d for d in drafts if starts[first] <= d.span.start < starts[rather]]
        meant = [d for d in drafts if starts[rather] <= d.span.start <= starts[stop - 1]]
        told = meant or denied
        if not told or told[0].cue is None:
            return drafts
        model, include = told[0], told[0].include if meant else not told[0].include
        cue = ground.words.first_at(told[0].cue.start)
        after = rather + 1
        while ground.word(after) in _LIGHT:
            after += 1
        before = first + 1
        while ground.word(before) in _LIGHT:
            before += 1
        outside = [d for d in drafts if d not in denied and d not in meant]
        rule = model.rule
        if not meant or meant[0].span.start > starts[after]:
            meant = self._maker.after(ground, model.phrase, after, cue, include=include, rule=rule, actors=True)
        if meant and (not denied or any(d.include == include for d in denied)):
            denied = self._maker.after(
                ground, model.phrase, before, cue, include=not include, rule=rule, actors=True, end=rather
            )
        return [*outside, *denied, *meant]
