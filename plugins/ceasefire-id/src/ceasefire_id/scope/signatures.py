"""Who puts a name to a pause that the clause names not again: `A lebih dulu meneken`, `naskahnya diparaf A`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, RegionMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.representing import side_of
from ceasefire_id.scope.setting import SettingReader
from ceasefire_id.scope.telling import Teller, Told
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["SignatureReader"]

#: how far before the signature a pause may have been spoken of, in words
_FAR: Final = 60
#: how far before a passive verb the paper stands that is its subject
_PAPER_WITHIN: Final = 6
_POINTED: Final = frozenset(("itu", "ini", "tersebut"))


class SignatureReader:
    """Reads verbs of signing without a pause as object or subject: what is signed is the pause spoken of last."""

    def __init__(self, words: EventWords, settings: SettingReader) -> None:
        self._words = words.words
        self._settings = settings
        self._owned = frozenset(f"{paper}nya" for paper in words.words["signed_papers"])

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add who signs, and whom it binds."""
        numbers = ground.words.numbers(self._words["sign"] | self._words["signed"])
        if not numbers:
            return
        teller = Teller(ground, self._settings, told)
        spans = {event.span for event in told.events}
        for verb in numbers:
            if ground.span(verb, verb + 1) in spans or not ground.syntax.is_verb(verb):
                continue
            phrase = self._meant(ground, arguments, verb)
            mood = ground.mood(verb)
            if phrase is None or not mood.real or mood.future or mood.negated or ground.clause(verb).link == "jika":
                continue
            active = ground.word(verb) in self._words["sign"]
            actor = ground.subject(verb) if active else ground.agent(verb)
            if actor is not None or not active:
                facts = len(told.facts)
                teller.add(verb, phrase, "agreed", actor)
                # Who holds the pen is bound by it only where it is a side.
                told.facts[facts:] = [
                    f for f in told.facts[facts:] if f.actor is None or self._is_bound(ground, f.actor, actor)
                ]

    def _is_bound(self, ground: Ground, signer: ActorMention, first: ActorMention | None) -> bool:
        """Whether a signature binds: of a person where a side is told for them, or where two sign together."""
        if signer.kind != "person" or side_of(ground, signer) is not signer:
            return True
        return first is not None and len(ground.coordinated(first)) > 1

    def _meant(self, ground: Ground, arguments: Arguments, verb: int) -> Phrase | None:
        """The pause that is signed, where nothing else is."""
        if ground.word(verb) in self._words["sign"]:
            if arguments.object(verb) is not None or not self._names_nothing(ground, verb):
                return None
        elif arguments.subject(verb) is not None or not self._is_of_paper(ground, verb):
            return None
        phrase = arguments.latest(verb)
        if phrase is None or verb - phrase.stop > _FAR or phrase.generic:
            return None
        between = {ground.word(number) for number in range(phrase.stop, verb)}
        return phrase if between.isdisjoint(self._words["other_papers"]) else None

    def _names_nothing(self, ground: Ground, verb: int) -> bool:
        """Whether only a signature, a known paper, or when and where follows: `membubuhkan parafnya di Z`."""
        number, stop = verb + 1, ground.sentence(verb).stop
        while number < stop and ground.word(number) in self._words["signatures"]:
            number += 1
        number += ground.word(number) in ("di", "pada") and ground.word(number + 1) in ("bawah", "atas")
        number += ground.word(number) in ("bawah", "atas") and number > verb + 1
        if self._is_known_paper(ground, number):
            number += 1 + (ground.word(number + 1) in _POINTED)
        if number >= stop or ground.gap(number).strip() or ground.word(number) in self._words["closing"]:
            return True
        at = number + (ground.word(number) in ("di", "pada"))
        placed = ground.at(TimeMention, at) or (ground.at(RegionMention, at) if at > number else None)
        return placed is not None or ground.word(number) in ("untuk", "mewakili", "atas", "selaku", "sebagai")

    def _is_known_paper(self, ground: Ground, number: int) -> bool:
        """`naskahnya`, `dokumen tersebut`, or a bare `naskah` with nothing behind that says of what it is."""
        word = ground.word(number)
        if word.removesuffix("nya") not in self._words["signed_papers"]:
            return False
        following = ground.word(number + 1)
        alone = bool(ground.gap(number + 1).strip()) or following in self._words["closing"]
        return word.endswith("nya") or following in _POINTED or alone

    def _is_of_paper(self, ground: Ground, verb: int) -> bool:
        """`Protokolnya sudah diparaf`: the paper is the first word of the clause."""
        start = max(ground.clause(verb).first, verb - _PAPER_WITHIN)
        number = next((n for n in range(verb - 1, start - 1, -1) if ground.word(n) in self._owned), -1)
        return number >= 0 and ground.word(number - 1) not in ("dalam", "pada", "dari", "di")
