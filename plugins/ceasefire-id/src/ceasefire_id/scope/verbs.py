"""What the rules of verbs share: the document at hand, and what a noun before the pause makes of a verb."""

from __future__ import annotations

from typing import Final

from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.keeping import Keeping
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.reality import Reality
from ceasefire_id.scope.setting import SettingReader
from ceasefire_id.scope.telling import Teller, Told
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["Verbs"]

#: what a noun before the pause makes of a verb: (verb's type, noun's type) to the event's type
_THROUGH: Final = {
    ("agreed", "extended"): "extended",
    ("announced", "extended"): "extended",
    ("started", "extended"): "extended",
    ("confirmed", "extended"): "confirmed",
    ("demanded", "extended"): "demanded",
    ("rejected", "extended"): "rejected",
    ("negotiated", "extended"): "negotiated",
    ("agreed", "demanded"): "agreed",
    ("rejected", "demanded"): "rejected",
    ("demanded", "demanded"): "demanded",
    ("announced", "demanded"): "demanded",
    ("started", "negotiated"): "negotiated",
    ("negotiated", "negotiated"): "negotiated",
    ("extended", "negotiated"): "negotiated",
    ("agreed", "ended"): "ended",
    ("announced", "ended"): "ended",
    ("announced", "started"): "announced",
    ("announced", "rejected"): "rejected",
    ("demanded", "started"): "demanded",
    ("demanded", "agreed"): "demanded",
    ("rejected", "started"): "rejected",
    ("negotiated", "started"): "negotiated",
    ("confirmed", "started"): "confirmed",
    ("confirmed", "ended"): "ended",
    ("announced", "violated"): "violated",
    ("demanded", "announced"): "demanded",
    ("announced", "agreed"): "agreed",
    ("confirmed", "agreed"): "confirmed",
    ("announced", "announced"): "announced",
    ("violated", "demanded"): "rejected",
    ("heeded", "demanded"): "heeded",
}


class Verbs:
    """The verbs of one document. Verbs are word numbers."""

    def __init__(
        self, words: EventWords, ground: Ground, arguments: Arguments, settings: SettingReader, told: Told
    ) -> None:
        self._words = words
        self._ground = ground
        self._arguments = arguments
        self._settings = settings
        self._told = told
        self._real = Reality(ground, words)
        self._tell = Teller(ground, settings, told)
        self._keeping = Keeping(self._tell)

    def _drop(self, verb: int, why: str) -> None:
        self._ground.document.drop("id-scope:verb", self._ground.span(verb, verb + 1), why)

    def _type(self, type_: str, phrase: Phrase) -> str | None:
        """What a verb tells of a pause under a noun (`perpanjangan P`); none where the two do not go together."""
        noun = self._words.nouns.get(self._ground.word(phrase.governor)) if phrase.governor >= 0 else None
        return type_ if noun is None else _THROUGH.get((type_, noun))
