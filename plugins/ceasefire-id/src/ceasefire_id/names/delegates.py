"""Those who only stand for a body: the body acts through them."""

from __future__ import annotations

from typing import Final

from ceasefire_id.names.phrases import Phrase
from ceasefire_id.names.reading import PhraseReader
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["Delegates"]

#: kinds of bodies for which others speak
_DELEGATING: Final = frozenset(("government", "military", "armed_group"))


class Delegates:
    """Finds the body behind a phrase."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, phrases: PhraseReader) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.phrases = phrases

    def body_of(self, phrase: Phrase) -> Phrase:
        """The body that acts through those who stand for it (`wakil pemerintah Yaman`); else the phrase itself."""
        single = self.tokens.word(phrase.first) == "seorang"
        if phrase.head.text not in self.vocabulary.delegates or phrase.name or phrase.possessed or single:
            return phrase
        body = self.phrases.read(phrase.head_end) if self.tokens.follows(phrase.head_end) else None
        acting = body is not None and body.head.sort in _DELEGATING and body.first == phrase.head_end
        if body is None or not acting or not (body.matches or body.head.text == "pemerintah"):
            return phrase
        body.first = phrase.first
        return body
