"""Pronouns: whom each can stand for."""

from __future__ import annotations

from ceasefire.mentions import Anaphor
from ceasefire_id import lexicon
from ceasefire_id.names.drafts import ActorDraft
from ceasefire_id.names.tokens import Tokens

__all__ = ["Pronouns"]


class Pronouns:
    """Reads `dia`, `ia`, `beliau`, `mereka`."""

    def __init__(self) -> None:
        data = lexicon.load("names")["pronouns"]
        one = Anaphor(kinds=frozenset(("person",)), number="one", nearest="speaker")
        many = Anaphor(number="many", nearest="speaker")
        self._anaphors = dict.fromkeys(data["one"], one) | dict.fromkeys(data["many"], many)

    def __contains__(self, word: str) -> bool:
        return word in self._anaphors

    def read(self, tokens: Tokens, number: int) -> ActorDraft | None:
        """The pronoun at a word."""
        anaphor = self._anaphors.get(tokens.folded[number])
        if anaphor is None:
            return None
        return ActorDraft(
            first=number,
            end=number + 1,
            rule="pronoun",
            name=tokens.shown(number, number + 1),
            kind="person",
            number=anaphor.number or "one",
            anaphor=anaphor,
            listed=False,
        )
