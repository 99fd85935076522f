"""Places that a pause makes calm: `Z dijadikan zona aman`, `naskah itu menetapkan Z sebagai zona tenang`."""

from __future__ import annotations

from typing import Final

from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.gathered import Gathered
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.predication import Predicate, PredicateReader
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["ZoneReader"]

_AS: Final = frozenset(("sebagai", "menjadi", "selaku"))
#: how many words a list may have between `menetapkan` and `sebagai zona`
_NAMED: Final = 16


class ZoneReader:
    """Reads the places of which a verb says that they are calm, or are to be by a promise."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker, predicates: PredicateReader) -> None:
        self._words = words
        self._maker = maker
        self._predicates = predicates
        self.cues = words.member["zoned"] | words.member["promised"]

    def at(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """`Z dijadikan zona aman`, `Z ditetapkan sebagai kawasan tenang`: what a pause makes of a place."""
        places = self._words.places
        if ground.word(cue).startswith("me") and ground.word(cue) != "menjadi":
            return self._made_zone(ground, arguments, cue, known)
        number = cue + 1 + (ground.word(cue + 1) in _AS)
        promised = ground.word(cue) in self._words.member["promised"] and ground.word(cue + 1) in places["calm"]
        include = True if promised else self._made_of(ground, number)
        if include is None:
            return []
        predicate = self._predicates.at(ground, cue)
        phrase = self._predicates.meant(ground, arguments, cue, known)
        left_open = self._maker.is_open(ground, cue) if promised else self._is_left_open(ground, cue)
        if phrase is None or predicate.negated or left_open:
            return []
        return self._zone_named(ground, phrase, predicate, number + 2, include)

    def _made_zone(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """`Naskah itu menetapkan Z1 dan Z2 sebagai zona tenang`."""
        stop = min(cue + _NAMED, ground.sentence(cue).stop)
        number = next((n for n in range(cue + 2, stop) if ground.word(n) in _AS), -1)
        include = self._made_of(ground, number + 1) if number > 0 else None
        phrase = self._predicates.meant(ground, arguments, cue, known, reach=2) if include is not None else None
        if phrase is None or include is None or not ground.mood(cue).real:
            return []
        return self._maker.after(
            ground, phrase, cue + 1, cue, include=include, rule="zone", actors=not include, end=number
        )

    def _made_of(self, ground: Ground, number: int) -> bool | None:
        """Whether the words behind `sebagai` make of it one that is covered: `zona tenang`, `daerah yang dilindungi`,
        `kota bebas tembakan`; or one that is left out: `medan operasi`, `pengecualian`; else nothing.
        """
        places, member = self._words.places, self._words.member
        if ground.word(number) in member["exceptions"]:
            return False
        if ground.word(number) in ("satu-satunya", "bagian"):
            number += 1
        named = ground.word(number) in places["nouns"]
        number += named
        if named and ground.word(number) in places["calm"]:
            return True
        which = number + (ground.word(number) == "yang")
        negated = ground.word(which) in ("tidak", "tak", "belum", "tanpa")
        which += negated + (ground.word(which + negated) in ("ikut", "turut", "akan", "harus"))
        if ground.word(which) in member["exclude"] | member["passed"] | member["taken_out"] and not named + negated > 1:
            return False if ground.word(which - 1) in ("yang", "tetap") else None
        covered = ground.word(which) in member["enclosed"] | member["include"] and ground.word(which - 1) != "sebagai"
        if covered and (which > number or named):
            return not negated
        return False if named and ground.word(number) in places["unquiet"] else None

    def _zone_named(
        self, ground: Ground, phrase: Phrase, predicate: Predicate, after: int, include: bool
    ) -> list[ScopeDraft]:
        """`Z dijadikan zona aman`, or `Lima kota dijadikan zona aman: Z1, …`."""
        cue = predicate.cue
        if ":" in ground.gap(after):
            return self._maker.after(ground, phrase, after, cue, include=include, rule="zone", actors=False)
        return self._maker.before(ground, phrase, predicate.edge, cue, include=include, rule="zone")

    def _is_left_open(self, ground: Ground, cue: int) -> bool:
        """A question, a wish, or something yet to come."""
        outer = ground.syntax.verb_before(self._predicates.at(ground, cue).first)
        if outer is not None and ground.word(outer) in self._words.subject["wishing"]:
            return True
        mood = ground.mood(cue) if ground.syntax.is_verb(cue) else None
        return self._maker.is_open(ground, cue) or (mood is not None and (mood.hypothetical or mood.future))
