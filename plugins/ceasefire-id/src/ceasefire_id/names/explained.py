"""Names that no list knows, which the words after them explain: what they are, or who leads them."""

from __future__ import annotations

from typing import Final

from ceasefire_id.names.actors import ActorReader
from ceasefire_id.names.drafts import ActorDraft, Draft, Position
from ceasefire_id.names.phrases import Phrase
from ceasefire_id.names.reading import PhraseReader
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["ExplainedNames"]

#: what parts a name from what it is
_COMMAS: Final = (", ", "), ")
#: before the noun that says what a name is
_ONE_OF: Final = (("salah", "satu"), ("bagian", "dari"))
_ONE: Final = frozenset(("sebuah", "suatu"))
#: kinds that a name only seems to tell
_VAGUE: Final = frozenset(("organisation", "government", "military"))
_BODIES: Final = frozenset(("armed_group", "organisation", "monitor", "media", "military"))


class ExplainedNames:
    """Drafts of groups and bodies whose name alone would tell nothing."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, phrases: PhraseReader, actors: ActorReader) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.phrases = phrases
        self.actors = actors

    def from_run(self, first: int, end: int, position: Position) -> ActorDraft | None:
        """`Segunda Marquetalia pimpinan X`, `Wazalendo, milisi setempat,`: capitals with what explains them."""
        kind, reach = self._told(end)
        if not kind or self.vocabulary.is_common(self.tokens.folded[first]):
            return None
        name = self.tokens.shown(first, end)
        return ActorDraft(
            first=first,
            end=end,
            rule="explained",
            name=name,
            kind=kind,
            number="many",
            reach=reach,
            position=position,
            listed=position != "modifier",
        )

    def is_explained(self, end: int) -> bool:
        """Whether the words after capitals say what they name."""
        return bool(self._told(end)[0])

    def describe(self, body: ActorDraft, at: int) -> int:
        """Take its kind from what stands in apposition to a body, whose names end before `at`; gives back its end."""
        kind, reach = self._told(at)
        if not kind or reach == at:
            return at
        if body.kind in _VAGUE:
            body.kind = kind
        body.listed = True
        body.reach = reach
        return reach

    def is_apposed(self, phrase: Phrase, before: Draft | None) -> bool:
        """`ELN, kelompok gerilya terbesar di negara itu`: what only says more of the actor before the comma."""
        if not isinstance(before, ActorDraft) or before.end != phrase.first or phrase.name:
            return False
        words = self.tokens.folded[phrase.head_end : phrase.core_end]
        if phrase.matches and self.vocabulary.apart.isdisjoint(words):
            return False
        return before.kind == phrase.head.sort != "person" and self.tokens.gap(phrase.first) in (", ", "), ")

    def _told(self, end: int) -> tuple[str, int]:
        """The kind that the words at `end` tell, and where they end; an empty one where they tell none."""
        if self._is_led(end):
            in_arms = not self.vocabulary.pauses.isdisjoint(self.tokens.document.words.index)
            return ("armed_group" if in_arms else "organisation"), end
        if end < self.tokens.size and self.tokens.gap(end) in _COMMAS:
            return self._apposed(end)
        return "", end

    def _is_led(self, at: int) -> bool:
        """`pimpinan X`, `yang dipimpin X`, `di bawah komando X`."""
        tokens = self.tokens
        if not tokens.follows(at):
            return False
        words = tokens.word(at), tokens.word(at + 1), tokens.word(at + 2)
        leader = next((at + len(cue) for cue in self.vocabulary.led if words[: len(cue)] == cue), 0)
        leader += leader > 0 and tokens.word(leader) in ("oleh", "mendiang")
        return leader > 0 and tokens.capital_follows(leader) and leader not in tokens.timed

    def _apposed(self, at: int) -> tuple[str, int]:
        tokens = self.tokens
        marked = True
        if (tokens.word(at), tokens.word(at + 1)) in _ONE_OF:
            at += 2
        elif tokens.word(at) in _ONE:
            at += 1
        else:
            marked = False
        if at >= tokens.size or tokens.capital[at]:
            return "", at
        phrase = self.phrases.read(at)
        said = phrase is not None and phrase.head.sort in _BODIES and phrase.head.text not in self.vocabulary.side_words
        if phrase is not None and said and not phrase.definite:
            told = marked or phrase.nouns or tokens.word(phrase.end) == "yang"
            named = phrase.matches and self.vocabulary.apart.isdisjoint(tokens.folded[at : phrase.end])
            # `Amal, kelompok Houthi, dan ...` is a list.
            closed = not (named and not marked and phrase.matches[-1].sense("actor")) and not phrase.unknown
            return (self.actors.kind_of(phrase), phrase.end) if told and closed else ("", at)
        kind = self.vocabulary.explaining.get(tokens.word(at), "") if marked else ""
        end = at + 1
        while kind and tokens.follows(end) and (tokens.capital[end] or not tokens.is_stop(end)):
            end += 1
        return kind, end
