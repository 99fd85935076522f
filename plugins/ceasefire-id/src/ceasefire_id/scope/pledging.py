"""Who gives their word to keep, or not to keep, a pause that the clause names not: `B berjanji menaati isinya`."""

from __future__ import annotations

from typing import Final

from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import EventDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.pairs import are_one
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.setting import SettingReader
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["PledgeReader"]

#: how far before the pledge the pause may have been spoken of, and the vow may stand, in words
_FAR: Final = 45
_VOWED: Final = 6
_CONDITIONS: Final = frozenset(("jika", "bila", "apabila", "kalau", "asalkan", "asal", "selama", "sepanjang"))
_AHEAD: Final = frozenset(("akan", "bakal", "siap", "ikut", "turut", "bersedia", "tetap"))
_TO: Final = frozenset(("pada", "kepada", "dengan", "oleh", "terhadap", "akan", "teguh", "diri"))
_EVERY: Final = frozenset(("setiap", "seluruh", "semua", "segala", "segenap", "tiap", "apa", "pun"))
_NOT: Final = frozenset(("tidak", "tak", "takkan", "bukan"))
_POINTED: Final = frozenset(("itu", "ini", "tersebut", "tadi"))


class PledgeReader:
    """Reads verbs of keeping whose object is what the pause holds, or nothing."""

    def __init__(self, words: EventWords, settings: SettingReader) -> None:
        self._words = words.words
        self._settings = settings
        self._keep = words.words["keep"] | words.words["kept_to"]
        self._joins = words.words["joins"]
        self._vows = words.words["vows"]
        self._says = words.words["say"] | words.words["pledge"] | words.words["vows"]
        self._refuses = words.words["unwilling"]

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add who pledges to keep it, and who will not."""
        for number in ground.words.numbers(self._keep | self._joins):
            phrase = self._meant(ground, arguments, number)
            type_ = self._said(ground, number) if phrase is not None else None
            if phrase is not None and type_ is not None:
                self._add(ground, number, type_, phrase, told)

    def _meant(self, ground: Ground, arguments: Arguments, number: int) -> Phrase | None:
        """The pause spoken of last, where the clause names no other thing that is kept."""
        named = arguments.object(number)
        if named is not None:
            # `tidak merasa terikat pada P`; verbs of keeping with an object are read as verbs
            return named if ground.word(number) in self._words["kept_to"] and named.first > number else None
        if not self._is_of_it(ground, number):
            return None
        phrase = arguments.latest(number)
        near = phrase is not None and number - phrase.stop <= _FAR and number >= phrase.stop
        return phrase if phrase is not None and near and not (phrase.wanted or phrase.generic) else None

    def _is_of_it(self, ground: Ground, number: int) -> bool:
        """Whether nothing, or what a pause holds, is kept: `setiap butirnya`, `hasil pertemuan itu`."""
        after = number + 1
        if ground.gap(after).strip() or ground.word(after) in self._words["closing"] - _TO:
            return True
        while ground.word(after) in _TO | _EVERY:
            after += 1
        word = ground.word(after)
        if word in ("olehnya", "padanya", "kepadanya", "dengannya", "terhadapnya"):
            return True
        if word.removesuffix("nya") not in self._words["contents"]:
            return False
        pointed = any(ground.word(n) in _POINTED for n in range(after + 1, after + 4))
        return word.endswith("nya") or pointed or bool(ground.gap(after + 1).strip())

    def _said(self, ground: Ground, number: int) -> str | None:
        """Whether it is vowed or refused; nothing where it is asked, a condition, or told as done."""
        start = max(ground.sentence(number).start, number - _VOWED)
        near = {ground.word(n) for n in range(start, number)}
        if (
            near & _CONDITIONS
            or near & self._words["asking"]
            or "lagi" in near | {ground.word(number + 1)}
            or ("untuk" in near and not near & self._vows)
        ):
            return None
        negated = bool(near & _NOT)
        said = bool(near & self._says)
        if near & self._refuses or (negated and said and ground.word(number) not in self._joins):
            return "rejected"
        if negated or ground.word(number) in self._joins:
            return None
        vowed = bool(near & self._vows) or (said and bool(near & _AHEAD))
        return "confirmed" if vowed else None

    def _add(self, ground: Ground, number: int, type_: str, phrase: Phrase, told: Told) -> None:
        verb = number if ground.syntax.is_verb(number) else ground.syntax.verb_before(number)
        start = max(ground.sentence(number).start, number - _VOWED)
        vow = next((n for n in range(number - 1, start - 1, -1) if ground.word(n) in self._says), verb)
        actor = ground.subject(vow) if vow is not None else None
        by_speaker = actor is None and ground.quoted(number)
        if verb is None or (actor is None and not by_speaker):
            return
        sentence = ground.sentence(number)
        for event in told.events:
            here = ground.words.first_at(event.span.start) in sentence
            same = event.actor is None or actor is None or are_one(event.actor, actor)
            if here and same and event.type in (type_, "rejected", "confirmed"):
                return
        date = self._settings.read(ground, verb, phrase).date
        span = ground.span(number, number + 1)
        told.events.append(EventDraft(type_, phrase, span, "pledge", actor=actor, by_speaker=by_speaker, date=date))
