"""The words of one statement as its stance is read from them: its negations, what stands beside what."""

from __future__ import annotations

from functools import cached_property
from typing import Final

import attrs

from ceasefire_id.statements.scene import Draft, Scene

__all__ = ["REACH", "Cues", "Wording"]

#: words that a negation reaches over
REACH: Final = 4
#: before a verb whose subject need not be said: `pada prinsipnya setuju`
_LIGHT: Final = frozenset(
    (
        "untuk",
        "ikut",
        "pada",
        "prinsipnya",
        "prinsip",
        "sepenuhnya",
        "penuh",
        "senang",
        "hati",
        "turut",
        "sepakat",
        "diri",
        "lagi",
    )
)

Cues = dict[str, frozenset[str]]


@attrs.define(slots=False, eq=False)
class Wording:
    """The words of one statement, given by their place in it, counted from 0."""

    scene: Scene
    draft: Draft
    cues: Cues

    @cached_property
    def first(self) -> int:
        """The number of its first word in the document."""
        return self.scene.words.first_at(self.draft.start)

    @cached_property
    def words(self) -> list[str]:
        """Its words, folded."""
        return self.scene.words.folded[self.first : self.scene.words.first_at(self.draft.end)]

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(self.words)

    @cached_property
    def verb(self) -> str:
        """The verb of saying, folded."""
        return self.scene.word(self.draft.verb)

    @cached_property
    def is_asked(self) -> bool:
        """Whether it is asked of somebody: by its verb, or by the noun that the verb voices (`menyampaikan seruan`)."""
        speech = self.scene.speech
        return self.verb in speech.demand or self.verb in speech.propose or self._voices("ask_nouns")

    @cached_property
    def is_hoped(self) -> bool:
        """Whether it is only hoped for, by the same."""
        return self.verb in self.cues["wishes"] or self._voices("hope_nouns")

    def _voices(self, cue: str) -> bool:
        verb = self.draft.verb
        return self.verb in self.scene.speech.utter and self.scene.word(verb + 1) in self.cues[cue]

    def has(self, *cues: str) -> bool:
        """Whether a word of one of these lists stands in it."""
        for cue in cues:  # a loop: asked of every statement, and a generator costs as much as the test
            if self.cues[cue].isdisjoint(self._vocabulary):
                continue
            return True
        return False

    @cached_property
    def is_untrue(self) -> bool:
        """Whether it calls something untrue: a lie, or not so (`tidak benar`)."""
        return self.has("untrue") or self.negates("so")

    def where(self, cue: str) -> list[int]:
        """Where the words of a list stand."""
        words = self.cues[cue]
        if words.isdisjoint(self._vocabulary):
            return []
        return [number for number, word in enumerate(self.words) if word in words]

    def opens_sentence(self, number: int) -> bool:
        """Whether a word is the first of the statement or of a sentence in it."""
        return number == 0 or self.scene.marked(self.first + number, ".!?:;")

    def before(self, number: int, reach: int = REACH) -> list[str]:
        """The words right before one."""
        return self.words[max(0, number - reach) : number]

    def is_after(self, number: int, cue: str, reach: int = REACH) -> bool:
        """Whether a word of a list stands right before a word."""
        return not self.cues[cue].isdisjoint(self.before(number, reach))

    def negates(self, cue: str, *, future: bool = False) -> bool:
        """Whether a word of a list is negated; with `future`, as what will not be done."""
        return any(
            self.is_after(number, "negations") and (not future or self.is_after(number, "will"))
            for number in self.where(cue)
        )

    def is_own_act(self, cue: str) -> bool:
        """Whether a reported clause without a subject opens with a verb of a list: `(telah) menerima usul itu`."""
        first = next(iter(self.where(cue)), -1)
        before = self.cues["futures"] | self.scene.speech.adverbs
        if first < 0 or self.draft.form == "direct" or not self.words[first].startswith(("me", "be")):
            return False
        return all(word in before for word in self.words[:first])

    def is_on_terms(self, number: int) -> bool:
        """Whether a word of condition stands behind a place."""
        return not {"jika", "bila", "kalau", "apabila", "kecuali", "asalkan", "seandainya"}.isdisjoint(
            self.words[number:]
        )

    def is_subjectless(self, place: int) -> bool:
        """Whether nothing but adverbs, auxiliaries and negations stands between its beginning and a place."""
        light = self.scene.speech.adverbs | self.cues["futures"] | self.cues["intents"] | self.cues["negations"]
        return all(word in light or word in _LIGHT for word in self.words[:place])
