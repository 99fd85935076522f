"""What sets a pause apart from others so called: its number in a row, its feast, `serupa`, `pernah`."""

from __future__ import annotations

from typing import Final

import regex

from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import ANSWERING, Phrase
from ceasefire_id.scope.vocabulary import PauseWords

__all__ = ["ApartReader"]

#: how far before it somebody asks for a pause like the one spoken of, in words and in verbs
_ASKED: Final = 12
_VERBS_OF_ASKING: Final = 2
#: words between a verb of answering and what it is answered with
_ANSWERED_WITHIN: Final = 4
#: verbs by which somebody makes a pause like another's
_MAKING: Final = frozenset(("memberlakukan", "menerapkan", "menjanjikan", "memaklumkan", "mendeklarasikan", "memulai"))
_MADE: Final = frozenset(("diberlakukan", "diterapkan", "dijanjikan", "dimaklumkan", "dideklarasikan", "diumumkan"))
#: words between `pernah` and the pause that once was, either way
_ONCE: Final = 5
_ONCE_WORDS: Final = frozenset(("pernah", "sempat"))
_NEVER: Final = frozenset(("tidak", "tak", "belum", "tanpa", "hampir", "apakah"))
#: how far behind it the verb of its end may stand, in words
_TO_END: Final = 14
#: words between a pause and another one that came before it
_FOLLOWING: Final = frozenset(("menyusul", "mengikuti", "menggantikan", "mengganti", "pengganti", "menandingi"))
#: words before the verb of a pause that once was
_LIGHT: Final = frozenset(("yang", "itu", "juga", "pun", "telah", "sudah", "dulu", "dahulu", "pernah", "sempat"))
_TOO: Final = frozenset(("juga", "pula", "pun"))
#: words between the time that frames a sentence and the pause of which it tells
_FRAMED: Final = 12
_SEPARATORS: Final = regex.compile(r"[-\u2010\u2011]")


class ApartReader:
    """Notes on each noun phrase what sets it apart."""

    def __init__(self, words: PauseWords, ended: frozenset[str]) -> None:
        self._words = words
        #: verbs without an object that tell the end of a pause
        self._ended = ended
        #: first word of each feast -> its words, and the name that all its forms share
        self._occasions: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, forms in words.occasions.items():
            for form in forms:
                first, *rest = form.split()
                self._occasions.setdefault(first, []).append((tuple(rest), name))

    def read_stops(self, ground: Ground, stops: list[Phrase]) -> None:
        """Look at pauses that verbs tell (`Tahun lalu mereka juga sepakat berhenti menembak`)."""
        for phrase in stops:
            named = phrase.same_as is not None and phrase.same_as.first > phrase.first
            if phrase.contrast is None and not named and self._again_long_ago(ground, phrase):
                phrase.contrast, phrase.definite, phrase.same_as = "earlier", False, None

    def read(self, ground: Ground, phrases: list[Phrase]) -> None:
        """Look at all phrases."""
        bygone = bool(ground.words.numbers(_ONCE_WORDS | _TOO))
        for before, phrase in zip([None, *phrases], phrases, strict=False):
            phrase.number = self._number(ground, phrase)
            phrase.occasion = self._occasion(ground, phrase)
            if before is not None and phrase.contrast is None and self._is_beside_another(ground, before, phrase):
                phrase.contrast = "other"
            if phrase.like:
                self._liken(ground, phrase, before)
            elif bygone and not (phrase.contrast or phrase.definite or phrase.wanted):
                phrase.contrast = "earlier" if self._is_bygone(ground, phrase) else None

    # ---- its name ------------------------------------------------------------------------------------------------

    def _number(self, ground: Ground, phrase: Phrase) -> int | None:
        for number in range(phrase.core if phrase.core >= 0 else phrase.first, phrase.stop):
            word = ground.word(number)
            if word in self._words.numbers:
                stage = ground.word(number - 1) in ("tahap", "fase", "hari", "putaran", "kali")
                return None if stage else self._words.numbers[word]
            if word.startswith("ke") and word[2:].lstrip("-\u2010\u2011").isdecimal():
                return int(_SEPARATORS.sub("", word[2:]))
        return None

    def _occasion(self, ground: Ground, phrase: Phrase) -> str | None:
        """`gencatan senjata Idul Fitri`, `P selama Ramadan`."""
        stop = phrase.stop + 2 if ground.word(phrase.stop) in self._words.around["during"] else phrase.stop
        for number in range(phrase.core if phrase.core >= 0 else phrase.first, stop):
            for rest, name in self._occasions.get(ground.word(number), ()):
                if all(ground.word(number + 1 + place) == word for place, word in enumerate(rest)):
                    return name
        return None

    def _is_beside_another(self, ground: Ground, before: Phrase, phrase: Phrase) -> bool:
        """`A menyatakan P1, menyusul P2 sepihak B`: another that was there before."""
        if phrase.definite or before.first not in ground.sentence(phrase.first):
            return False
        return ground.word(phrase.outer - 1) in _FOLLOWING and ground.adjoins(phrase.outer)

    # ---- the like ------------------------------------------------------------------------------------------------

    def _liken(self, ground: Ground, phrase: Phrase, before: Phrase | None) -> None:
        """`P serupa`, `P seperti itu`: another that is asked for or was before, or the answer that makes one of two."""
        if self._is_asked(ground, phrase.outer):
            phrase.contrast, phrase.wanted = "other", True
        elif self._is_of_the_past(ground, phrase):
            phrase.contrast = "earlier"
        elif self._is_made_apart(ground, phrase.outer, phrase.stop):
            phrase.contrast = "other"
        else:
            # answered by the like: one arrangement
            phrase.definite = True
            return
        if phrase.contrast == "other":
            phrase.end = phrase.stop
            if phrase.kind == "truce" and before is not None:
                phrase.kind = before.kind

    def _is_asked(self, ground: Ground, number: int) -> bool:
        """`mendesak A dan B menyepakati P serupa`: whether one of the two verbs before asks for it."""
        verb = ground.syntax.verb_before(number)
        for _ in range(_VERBS_OF_ASKING):
            if verb is None or number - verb > _ASKED:
                return False
            if ground.word(verb) in self._words.around["asking"]:
                return True
            verb = ground.syntax.verb_before(verb)
        return False

    def _is_made_apart(self, ground: Ground, first: int, end: int) -> bool:
        """`B memberlakukan P serupa`, `P serupa dijanjikan B`: B's own, unless it answers with it."""
        end += ground.word(end) in ("telah", "sudah", "juga")
        if ground.word(end) in _MADE:
            return ground.agent(end) is not None
        verb = ground.syntax.verb_before(first - 1)
        answers = verb is not None and first - verb <= _ANSWERED_WITHIN and ground.word(verb) in ANSWERING
        return ground.word(first - 1) in _MAKING and not answers

    def _is_of_the_past(self, ground: Ground, phrase: Phrase) -> bool:
        """`Pada 2014, P serupa buyar`, `P serupa pernah …`, `P serupa yang dicapai pada Maret`, `P serupa kandas`."""
        if self._once(ground, phrase):
            return True
        sentence = ground.sentence(phrase.first)
        # a relative clause may stand between it and its end
        verbs = ground.syntax.verbs_between(phrase.stop, min(phrase.stop + _TO_END, sentence.stop))
        end = next((verb for verb in verbs[:2] if ground.word(verb) in self._ended), None)
        if end is not None:
            return not ground.mood(end).future
        published = ground.document.published
        if published is None:
            return False
        here = published.isoformat()[:7]
        days = [t.value or "" for t in ground.times(sentence.start, phrase.outer) if t.type == "DATE"]
        days += [t.value or "" for t in ground.times(phrase.stop, sentence.stop) if t.type == "DATE"][:1]
        return any(day[:4].isdigit() and day[:7] < here[: len(day[:7])] for day in days)

    def _is_bygone(self, ground: Ground, phrase: Phrase) -> bool:
        return self._once(ground, phrase) or self._again_long_ago(ground, phrase)

    def _again_long_ago(self, ground: Ground, phrase: Phrase) -> bool:
        """`Tahun lalu kedua pihak juga sepakat berhenti menembak`: another one, of which a month long past tells."""
        published = ground.document.published
        if published is None or _TOO.isdisjoint(ground.sentence_words(phrase.first)):
            return False
        first = ground.sentence(phrase.first).start
        near = range(max(first, phrase.outer - _FRAMED), phrase.outer)
        if not any(ground.word(n) in _TOO for n in near):
            return False
        framing = next((t.value or "" for t in ground.times(first, first + _FRAMED) if t.type == "DATE"), "")
        return framing[:4].isdigit() and framing[:7] < published.isoformat()[: len(framing[:7])]

    def _once(self, ground: Ground, phrase: Phrase) -> bool:
        """`A pernah menyepakati P`, `P pernah dicoba`: one that is past, where nothing denies it."""
        sentence = ground.sentence(phrase.first)
        for number in range(max(sentence.start, phrase.outer - _ONCE), phrase.outer):
            if ground.word(number) in ("pernah", "sempat") and ground.word(number - 1) not in _NEVER:
                between = ground.syntax.verbs_between(number + 1, phrase.outer)
                if len(between) == 1 and not any("," in ground.gap(n) for n in range(number + 1, phrase.outer + 1)):
                    return ground.word(number) == "pernah"
        number = phrase.stop
        while ground.word(number) in _LIGHT and ground.adjoins(number):
            if ground.word(number) == "pernah":
                return True
            number += 1
        return False
