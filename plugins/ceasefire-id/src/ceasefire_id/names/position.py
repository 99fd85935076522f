"""How the words around a name say that it is used: as land, as a doer, or to tell a noun more precisely."""

from __future__ import annotations

from ceasefire_id.names.drafts import Draft, PlaceDraft, Position
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["Positions"]

_OF_PLACE = frozenset(("di", "dari", "pada"))
#: words between a border and the land beyond it
_BORDER = 6
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
            # `terdiri dari Inggris dan Kanada`
            member = word == "dari" and tokens.word(previous - 1) == "terdiri"
            return "free" if member or (word == "dari" and self._is_given(previous)) else "place"
        if word == "dengan" and self._is_at_border(previous):
            return "place"
        if word in vocabulary.unplace:
            return "none"
        if word in vocabulary.doing:
            return "doing"
        if word in vocabulary.place_words and (not tokens.capital[previous] or tokens.opens(previous)):
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

    def _is_at_border(self, preposition: int) -> bool:
        """Whether `dengan` names the land beyond a border (`perbatasan utara Georgia dengan Rusia`)."""
        tokens = self.tokens
        before = range(preposition - 1, preposition - _BORDER, -1)
        border = next((n for n in before if tokens.word(n) in ("perbatasan", "berbatasan")), -1)
        return border >= 0 and all(tokens.follows(n) for n in range(border + 1, preposition + 1))

    def _is_given(self, preposition: int) -> bool:
        """Whether `dari` follows what a doer gives (`dukungan penuh dari Iran`)."""
        return any(self.tokens.word(n) in self.vocabulary.given for n in range(preposition - 3, preposition))

    def _after_mark(self, first: int, before: Draft | None) -> Position:
        gap = self.tokens.gap(first)
        if gap in ("-", "–", "--", "/") and before is not None and before.until == first:
            return self._role(before)
        if gap == ", " and before is not None and before.until == first:
            if before.position == "place":
                return "place"
            if before.position == "modifier" and not isinstance(before, PlaceDraft) and before.kind == "state":
                # `termasuk Jepang, Korea Selatan, dan Portugal`
                return "modifier"
            return self._role(before) if isinstance(before, PlaceDraft) else "free"
        return "free"

    def _inherited(self, before: Draft | None, coordinator: int) -> Position:
        if before is not None and before.until in (coordinator, coordinator - 1):
            return self._role(before)
        return "free"

    def _role(self, before: Draft) -> Position:
        if isinstance(before, PlaceDraft):
            return "place"
        described = before.kind == "person" and before.rule == "description"
        if described:
            return "modifier"
        return "free" if before.position == "place" else before.position

    def acts_after(self, end: int) -> bool:
        """Whether what stands before is the subject of a verb that tells a doing, not a suffering."""
        verb = self.verb_after(end)
        return verb is not None and self.is_active(verb)

    def says_after(self, end: int) -> bool:
        """Whether what stands before is the subject of a verb of saying."""
        verb = self.verb_after(end)
        return verb is not None and (self.tokens.word(verb) in self.vocabulary.saying or verb in self.tokens.said)

    def is_active(self, verb: int) -> bool:
        """Whether a verb tells what its subject does (`di-` and `ter-` tell what is done to it)."""
        word = self.tokens.word(verb)
        # `beratnya` has the look of a verb; with `-nya` an active one would have an object, not a doer.
        passive = word.startswith(("di", "ter")) or (word.startswith("ber") and word.endswith("nya"))
        return not passive and word not in self.vocabulary.weak and word not in self.vocabulary.suffering

    def is_strong(self, verb: int) -> bool:
        """Whether a verb tells that its subject is somebody."""
        return self.tokens.word(verb) not in self.vocabulary.weak

    def verb_after(self, end: int) -> int | None:
        """The verb of which what ends here is the subject; auxiliaries, or a place, may stand between them."""
        tokens, at = self.tokens, end
        for _ in range(8):
            if at >= tokens.size or not (tokens.follows(at) or tokens.gap(at) == ") "):
                return None
            word = tokens.folded[at]
            if at in tokens.verbs and word not in self.vocabulary.reported:
                return at
            if word in _OF_PLACE and at == end:
                at = self._past_place(at)
            elif word in _COORDINATORS and at == end and (other := self._past_coordinated(at)):
                at = other
            elif word in self.vocabulary.reported or word in self.vocabulary.auxiliaries:
                at += 1
            elif past := self._past_adjunct(at):
                at = past
            else:
                return None
        return None

    def _past_adjunct(self, at: int) -> int:
        """The word after `untuk pertama kalinya` or `dalam empat bulan`; zero where neither stands."""
        tokens = self.tokens
        if tokens.word(at) == "untuk" and tokens.word(at + 1) in ("pertama", "kesekian"):
            return at + 3 if tokens.word(at + 2) in ("kali", "kalinya") else 0
        end = at + 1
        while tokens.word(at) in ("dalam", "selama", "sejak") and end in tokens.timed:
            end += 1
        return end if end > at + 1 else 0

    def _past_coordinated(self, coordinator: int) -> int | None:
        """The word after a second subject (`suku X dan milisi Y menyepakati`); null where a verb follows at once."""
        tokens, at = self.tokens, coordinator + 1
        while at < tokens.size and tokens.follows(at) and (tokens.capital[at] or not tokens.is_stop(at)):
            at += 1
        return at if at > coordinator + 1 else None

    def _past_place(self, preposition: int) -> int:
        """The word after a place and its preposition: `di ibu kota` in `pejabat di ibu kota mengatakan`."""
        tokens, at = self.tokens, preposition + 1
        while at < tokens.size and tokens.follows(at):
            if (
                not tokens.capital[at]
                and tokens.is_stop(at)
                and tokens.folded[at] not in self.vocabulary.demonstratives
            ):
                break
            at += 1
        return at

    def is_agent(self, first: int, *, addressed: bool = True) -> bool:
        """Whether the word before says that what follows speaks or does (`kata`, `menurut`, `oleh`).

        `addressed`: whether being spoken to counts (`kepada`).
        """
        if first == 0 or not self.tokens.follows(first):
            return False
        word = self.tokens.folded[first - 1]
        if not addressed and word in ("kepada", "bersama", "oleh"):
            return word == "oleh"
        passive = word.startswith("di") and first - 1 in self.tokens.verbs and word not in self.vocabulary.weak
        return passive or word in self.vocabulary.sayers

    def is_said_by(self, first: int) -> bool:
        """Whether a verb of saying without prefix stands before (`kata Boston`)."""
        return first > 0 and self.tokens.folded[first - 1] in self.vocabulary.said and self.tokens.follows(first)

    def is_predicate(self, first: int) -> bool:
        """Whether what begins here only says what somebody is (`menjadi polisi`)."""
        if first == 0:
            return False
        # `Ini gerakan temporer`
        pointed = self.tokens.folded[first - 1] in ("ini", "itu") and self.tokens.opens(first - 1)
        return pointed or self.tokens.folded[first - 1] in self.vocabulary.being
