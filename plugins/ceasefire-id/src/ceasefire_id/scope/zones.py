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
        number = cue + 1 + (ground.word(cue + 1) in ("sebagai", "menjadi"))
        promised = ground.word(cue) in self._words.member["promised"] and ground.word(cue + 1) in places["calm"]
        zone = ground.word(number) in places["nouns"] and ground.word(number + 1) in places["calm"]
        if not (promised or zone):
            return []
        predicate = self._predicates.at(ground, cue)
        phrase = self._predicates.meant(ground, arguments, cue, known)
        left_open = self._maker.is_open(ground, cue) if promised else self._is_left_open(ground, cue)
        if phrase is None or predicate.negated or left_open:
            return []
        return self._zone_named(ground, phrase, predicate, number + 2)

    def _made_zone(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """`Naskah itu menetapkan Z1 dan Z2 sebagai zona tenang`."""
        places = self._words.places
        stop = min(cue + _NAMED, ground.sentence(cue).stop)
        number = next((n for n in range(cue + 2, stop) if ground.word(n) in ("sebagai", "menjadi")), -1)
        zone = ground.word(number + 1) in places["nouns"] and ground.word(number + 2) in places["calm"]
        phrase = self._predicates.meant(ground, arguments, cue, known) if number > 0 and zone else None
        if phrase is None or not ground.mood(cue).real:
            return []
        return self._maker.after(ground, phrase, cue + 1, cue, include=True, rule="zone", actors=False, end=number)

    def _zone_named(self, ground: Ground, phrase: Phrase, predicate: Predicate, after: int) -> list[ScopeDraft]:
        """`Z dijadikan zona aman`, or `Lima kota dijadikan zona aman: Z1, …`."""
        cue = predicate.cue
        if ":" in ground.gap(after):
            return self._maker.after(ground, phrase, after, cue, include=True, rule="zone", actors=False)
        return self._maker.before(ground, phrase, predicate.edge, cue, include=True, rule="zone")

    def _is_left_open(self, ground: Ground, cue: int) -> bool:
        """A question, a wish, or something yet to come."""
        outer = ground.syntax.verb_before(self._predicates.at(ground, cue).first)
        if outer is not None and ground.word(outer) in self._words.subject["wishing"]:
            return True
        mood = ground.mood(cue) if ground.syntax.is_verb(cue) else None
        return self._maker.is_open(ground, cue) or (mood is not None and (mood.hypothetical or mood.future))
