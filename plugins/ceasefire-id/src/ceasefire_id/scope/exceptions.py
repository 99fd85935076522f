"""Exceptions told by a noun: `Z menjadi pengecualian`, `Pengecualiannya ialah Z`, `tidak ada tempat bagi G`."""

from __future__ import annotations

from typing import Final

from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.gathered import Gathered
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.predication import PredicateReader
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["ExceptionReader"]

_RULE: Final = "excepted"
_IS: Final = frozenset(("adalah", "ialah", "yakni", "yaitu", "hanya", "hanyalah", "cuma", "tinggal"))
#: words between an exception and its name: `pengecualian itu`, `Kekecualiannya satu:`, `satu kekecualian lagi, yakni`
_THESE: Final = frozenset(
    (
        "itu",
        "tersebut",
        "ini",
        "satu",
        "dua",
        "tiga",
        "lagi",
        "saja",
        "penting",
        "besar",
        "kecil",
        "lain",
        "lainnya",
        "tunggal",
    )
)
_BECOMES: Final = frozenset(("menjadi", "adalah", "ialah", "merupakan", "jadi", "dijadikan", "sebagai", "tetap"))
_FOR: Final = frozenset(("bagi", "untuk", "di", "terhadap", "kepada", "pada"))
#: how far from the noun `tidak ada` and `bagi` may stand
_NONE: Final = 4
#: how many words of a verb may stand between the noun and `bagi Z`
_GIVEN: Final = 4


class ExceptionReader:
    """Reads whom a text calls an exception, and for whom it says that there is no room."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker, predicates: PredicateReader) -> None:
        self._words = words
        self._maker = maker
        self._predicates = predicates
        self._nouns, self._room = words.member["exceptions"], words.member["room"]
        self.cues = self._nouns | self._room

    def at(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """The members at a cue."""
        if self._maker.is_open(ground, cue):
            return []
        return self._without_room(ground, arguments, cue, known) or self._excepted(ground, arguments, cue, known)

    def _excepted(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """`Pengecualiannya adalah Z`, `pengecualian berlaku bagi Z`, `Z merupakan pengecualian`."""
        if ground.word(cue) not in self._nouns or self._maker.is_negated(ground, cue):
            return []
        phrase = self._predicates.meant(ground, arguments, cue, known, reach=2)
        if phrase is None:
            return []
        after = cue + 1
        while ground.word(after) in _THESE and ground.adjoins(after):
            after += 1
        if ground.word(after) in _IS or ":" in ground.gap(after):
            start = after + (ground.word(after) in _IS)
            return self._maker.after(ground, phrase, start, cue, include=False, rule=_RULE, actors=True)
        if ground.word(cue - 1) in _BECOMES and (start := self._maker.subjects.behind_with(ground, cue - 1)) > 0:
            return self._maker.after(ground, phrase, start, cue, include=False, rule=_RULE, actors=True, end=cue - 1)
        if ground.word(cue - 1) in _BECOMES:
            predicate = self._predicates.at(ground, cue - 1)
            if predicate.negated:
                return []
            end = predicate.edge
            return self._maker.before(ground, phrase, end, cue, include=False, rule=_RULE)
        verb = next((n for n in range(after, after + _GIVEN) if ground.word(n) in self._words.member["granted"]), -1)
        if verb < 0 or ground.word(verb + 1) not in _FOR:
            return []
        return self._maker.after(ground, phrase, verb + 2, cue, include=False, rule=_RULE, actors=True)

    def _without_room(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """`Dalam P tidak ada tempat bagi G`."""
        nothing = next((n for n in range(cue - 1, max(cue - _NONE, 0), -1) if ground.word(n) == "ada"), -1)
        denied = nothing > 0 and ground.word(nothing - 1) in ("tidak", "tak", "tiada", "belum")
        if ground.word(cue) not in self._room or not (denied or ground.word(cue - 1) == "tanpa"):
            return []
        to = next((n for n in range(cue + 1, cue + _NONE) if ground.word(n) in ("bagi", "untuk", "buat")), -1)
        if to < 0 or any(ground.gap(n).strip() or ground.syntax.is_verb(n) for n in range(cue + 1, to)):
            return []
        phrase = self._predicates.meant(ground, arguments, cue, known)
        if phrase is None:
            return []
        drafts = self._maker.after(ground, phrase, to + 1, cue, include=False, rule=_RULE, actors=True)
        return [d for d in drafts if _is_left_out(d)]


def _is_left_out(draft: ScopeDraft) -> bool:
    """Whether an armed group or a place within a state is left out: a state without words for it is only absent."""
    if draft.region is not None:
        return draft.region.kind != "country"
    return draft.actor is not None and draft.actor.kind == "armed_group"
