"""Groups that no list knows, after a noun that counts them (`dua geng, Los Gavilanes dan Rayo`) or beside a side."""

from __future__ import annotations

from typing import Final

from ceasefire_id.names.actors import ActorReader
from ceasefire_id.names.drafts import ActorDraft, Draft
from ceasefire_id.names.persons import PersonReader
from ceasefire_id.names.phrases import Phrase
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["CountedGroups"]

_JOINS: Final = frozenset(("dan", "serta"))
_SIDES: Final = frozenset(("armed_group", "organisation", "military"))
_OTHER_SIDE: Final = frozenset(("government", "military", "armed_group"))
#: before `antara`, within so many words
_BETWEEN: Final = frozenset(("senjata", "jeda", "permusuhan", "pertempuran", "tembak-menembak", "damai", "kesepakatan"))
_NEAR: Final = 4
#: so many words stand between the noun and the first name (`dua geng di Pelabuhan Sero, ...`)
_FARTHEST: Final = 6
_MARKS: Final = (", ", ": ", " (", " -- ", " – ")


class CountedGroups:
    """Remembers the noun that counts groups, and reads the names that follow it."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, actors: ActorReader, persons: PersonReader) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.actors = actors
        self.persons = persons
        self._kind = ""
        self._from = 0
        #: the word after the last name read
        self._until = -1

    def remember(self, phrase: Phrase) -> None:
        """Take note of a noun that counts groups, where the text speaks of a pause of fighting."""
        several = (phrase.counted or phrase.quantified) and phrase.head.sort in _SIDES and not phrase.unknown
        if several and not self.vocabulary.pauses.isdisjoint(self.tokens.document.words.index):
            kind = self.actors.kind_of(phrase)
            self._kind = "armed_group" if kind == "organisation" else kind
            self._from, self._until = phrase.end, -1

    def read(self, first: int, drafts: list[Draft]) -> ActorDraft | None:
        """The group that capitals name here, if they stand in a list after such a noun, which then is no actor."""
        tokens = self.tokens
        if self._is_other_side(first, drafts):
            return self._draft(first, tokens.run(first), "armed_group")
        if not self._kind or first - self._from > _FARTHEST + 3 * _FARTHEST * (self._until > 0):
            return None
        end = tokens.run(first)
        follows_name = self._until > 0 and self._until in (first, first - 1)
        joined = tokens.word(first - 1) in _JOINS or tokens.gap(first) == ", "
        if not (follows_name and joined) and not self._opens_list(first, end):
            return None
        self._until = end
        counting = next((d for d in reversed(drafts) if d.end == self._from and isinstance(d, ActorDraft)), None)
        if counting is not None and counting.rule == "description":
            drafts.remove(counting)
        return self._draft(first, end, self._kind)

    def _draft(self, first: int, end: int, kind: str) -> ActorDraft:
        name = self.tokens.shown(first, end)
        return ActorDraft(first=first, end=end, rule="counted", name=name, kind=kind, number="many")

    def _is_other_side(self, first: int, drafts: list[Draft]) -> bool:
        """`gencatan senjata antara pemerintah dan Segunda Tropa`: capitals beside a side, in what two sides have."""
        tokens, side = self.tokens, drafts[-1] if drafts else None
        if tokens.word(first - 1) != "dan" or side is None or side.end != first - 1 or side.kind not in _OTHER_SIDE:
            return False
        between = side.first - 1
        if tokens.word(between) != "antara" or self.persons.is_known(first, tokens.run(first)):
            return False
        return any(tokens.word(n) in _BETWEEN for n in range(between - _NEAR, between))

    def _opens_list(self, first: int, end: int) -> bool:
        """Whether a mark parts the noun from capitals, and another name joins them."""
        tokens = self.tokens
        if tokens.gap(first) not in _MARKS or first - self._from > _FARTHEST:
            return False
        if any(tokens.gap(n) not in (" ", "-") for n in range(self._from + 1, first)):
            return False
        if end < tokens.size and tokens.gap(end) == ", " and tokens.capital[end]:
            return True
        return tokens.word(end) in _JOINS and tokens.follows(end) and tokens.capital_follows(end + 1)
