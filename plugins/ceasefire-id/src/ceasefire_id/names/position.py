"""How the words around a name say that it is used: as land, as a doer, or to tell a noun more precisely."""

from __future__ import annotations

from typing import Literal

from ceasefire_id.names.drafts import ActorDraft, Draft, PlaceDraft
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["Position", "Positions"]

#: `place`: spoken of as land; `free`: subject, object, after a preposition; `doing`: after a noun of doing
#: (`serangan Israel`); `modifier`: after another noun (`warga Israel`); `none`: inside a name or a time
Position = Literal["place", "free", "doing", "modifier", "none"]

_COORDINATORS = frozenset(("dan", "serta", "atau", "maupun", "hingga", "sampai", "&"))


class Positions:
    """Tells positions; remembers the draft before, on which coordination rests."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary

    def of(self, first: int, before: Draft | None) -> Position:
        """The position of the name that begins at a word, `before` being the last draft to its left."""
        tokens, vocabulary = self.tokens, self.vocabulary
        previous = first - 1
        if tokens.starts[first] < tokens.dateline_end:
            return "place"
        if previous < 0:
            return "free"
        if not tokens.follows(first):
            return self._after_mark(first, before)
        word = tokens.folded[previous]
        if word in _COORDINATORS:
            return self._inherited(before, previous)
        if word in vocabulary.at:
            return "free" if word == "dari" and self._is_given(previous) else "place"
        if word in vocabulary.unplace:
            return "none"
        if word in vocabulary.doing:
            return "doing"
        if word in vocabulary.place_words:
            return "place"
        if tokens.capital[previous] and not tokens.opens(previous):
            return "modifier"
        if word.endswith("nya") and not tokens.is_stop(previous):
            # Apposition: `sekutunya Rusia`.
            return "free"
        if tokens.is_stop(previous):
            return "free"
        for back in (previous - 1, previous - 2):
            if not tokens.follows(back + 1) or (
                tokens.is_stop(back) and tokens.word(back) not in vocabulary.place_words
            ):
                break
            if tokens.word(back) in vocabulary.doing:
                return "doing"
            if tokens.word(back) in vocabulary.place_words and tokens.word(back) not in vocabulary.at:
                return "place"
        return "modifier"

    def _is_given(self, preposition: int) -> bool:
        """Whether `dari` follows what a doer gives (`dukungan penuh dari Iran`)."""
        return any(self.tokens.word(n) in self.vocabulary.given for n in range(preposition - 3, preposition))

    def _after_mark(self, first: int, before: Draft | None) -> Position:
        gap = self.tokens.gap(first)
        if gap in ("-", "–", "--", "/", " - ", " – ") and before is not None and before.end == first:
            return self._role(before)
        if gap == ", " and before is not None and before.end == first:
            if isinstance(before, ActorDraft) and before.works:
                return "place"
            return self._role(before) if isinstance(before, PlaceDraft) else "free"
        return "free"

    def _inherited(self, before: Draft | None, coordinator: int) -> Position:
        if before is not None and before.end in (coordinator, coordinator - 1):
            return self._role(before)
        return "free"

    def _role(self, before: Draft) -> Position:
        if isinstance(before, PlaceDraft):
            return "place"
        return "free" if before.listed else "modifier"

    def acts_after(self, end: int) -> bool:
        """Whether a verb follows, auxiliaries and an apposition in commas left aside: what stands before is a subject."""
        tokens = self.tokens
        at = end
        if at < tokens.size and tokens.gap(at) == ", " and tokens.word(at) == "yang":
            return True
        for _ in range(8):
            if at >= tokens.size or not tokens.follows(at):
                return False
            if at in tokens.verbs:
                return True
            if tokens.folded[at] in ("di", "dari", "pada") and at == end:
                # `pejabat di ibu kota mengatakan`
                at += 2
                while (
                    at < tokens.size
                    and tokens.follows(at)
                    and (
                        tokens.capital[at]
                        or not tokens.is_stop(at)
                        or tokens.folded[at] in self.vocabulary.demonstratives
                    )
                ):
                    at += 1
                end = -1
                continue
            if (
                tokens.folded[at] not in self.vocabulary.function_words
                or tokens.folded[at] in self.vocabulary.prepositions
            ):
                return False
            at += 1
        return False

    def is_agent(self, first: int, *, addressed: bool = True) -> bool:
        """Whether the word before says that what follows speaks or does (`kata`, `menurut`, `oleh`).

        `addressed`: whether being spoken to counts (`kepada`).
        """
        if first == 0 or not self.tokens.follows(first):
            return False
        word = self.tokens.folded[first - 1]
        if word in ("kepada", "bersama") and not addressed:
            return False
        return word in self.vocabulary.sayers or (word.startswith("di") and first - 1 in self.tokens.verbs)

    def is_predicate(self, first: int) -> bool:
        """Whether what begins here only says what somebody is (`menjadi polisi`)."""
        return first > 0 and self.tokens.folded[first - 1] in self.vocabulary.being
