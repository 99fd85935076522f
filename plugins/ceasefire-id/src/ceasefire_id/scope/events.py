"""Verbs that tell events of a pause: announced, begun, agreed, broken, wanted, over."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import TimeMention
from ceasefire_id.scope.arguments import Argument, Arguments
from ceasefire_id.scope.drafts import FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.reality import Reality
from ceasefire_id.scope.setting import Setting, SettingReader
from ceasefire_id.scope.telling import ONCE_MEANT, Teller, Told
from ceasefire_id.scope.vocabulary import EventWords, Voice

__all__ = ["EventReader"]

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
    ("announced", "violated"): "violated",
    ("demanded", "announced"): "demanded",
    ("announced", "agreed"): "agreed",
    ("confirmed", "agreed"): "confirmed",
    ("announced", "announced"): "announced",
    ("violated", "demanded"): "rejected",
    ("heeded", "demanded"): "heeded",
}

#: what may follow `usai` where it is the verb
_AFTER_CLOSE: Final = frozenset(("pada", "tanpa", "di", "dan", "sudah", "dengan", "lebih"))


class EventReader:
    """Reads the events at verbs."""

    def __init__(self, words: EventWords, settings: SettingReader) -> None:
        self._words = words
        self._settings = settings
        light = words.words["light_active"] | words.words["light_passive"]
        self._triggers = frozenset(words.verbs) | light

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add the events and facts of all verbs that have a pause as subject or object."""
        verbs = _Verbs(self._words, ground, arguments, self._settings, told)
        for number in ground.words.numbers(self._triggers):
            verbs.read(number)


class _Verbs:
    """Reads the verbs of one document. Verbs are word numbers."""

    def __init__(
        self, words: EventWords, ground: Ground, arguments: Arguments, settings: SettingReader, told: Told
    ) -> None:
        self._words = words
        self._light = words.words["light_active"] | words.words["light_passive"]
        self._ground = ground
        self._arguments = arguments
        self._settings = settings
        self._told = told
        self._real = Reality(ground, words)
        self._tell = Teller(ground, settings, told)

    def read(self, verb: int) -> None:
        """What one verb tells, if anything."""
        word = self._ground.word(verb)
        if self._arguments.holding(verb):
            return
        if word == "terjadi" and self._arguments.holding(verb + 1) is None:
            return
        if word == "mulai" and (
            self._ground.syntax.verb_after(verb) == verb + 1
            or "efektif" in (self._ground.word(verb - 1), self._ground.word(verb + 1))
            or self._is_preposition(verb)
        ):
            return
        if word == "usai" and not self._closes(verb):
            return
        if word == "gugur" and not self._arguments.between(self._ground.clause(verb).first, verb):
            # Soldiers fall too.
            return
        if word == "berlaku" and self._ground.word(verb - 1) == "masa":
            return
        if word in ("urung", "gagal") and self._begins(verb + 1):
            return
        if any(self._read_voice(verb, voice) for voice in self._words.verbs.get(word, ())):
            return
        if word in self._light:
            self._read_light(verb)

    def _begins(self, verb: int) -> bool:
        voices = self._words.verbs.get(self._ground.word(verb), ())
        return any(voice.type == "started" and voice.voice != "active" for voice in voices)

    def _closes(self, number: int) -> bool:
        """Whether `usai` is the verb, not the preposition of `usai pertemuan`."""
        following = self._ground.word(number + 1)
        named = self._ground.at(TimeMention, number + 1)
        return bool(self._ground.gap(number + 1).strip()) or named is not None or following in _AFTER_CLOSE

    def _is_preposition(self, number: int) -> bool:
        """`memberlakukan P mulai T`: the verb before has the pause as its object."""
        before = self._ground.syntax.verb_before(number)
        phrase = self._arguments.holding(number - 1)
        if phrase is not None and self._ground.at(TimeMention, number + 1) and self._ground.syntax.verb_after(number):
            return True
        if "," in self._ground.gap(number) and self._ground.at(TimeMention, number + 1):
            return True
        if (
            before is not None
            and self._ground.at(TimeMention, number + 1)
            and self._ground.word(before) in self._words.verbs
        ):
            return True
        following = self._ground.at(TimeMention, number + 1) or self._ground.at(TimeMention, number + 2)
        return following is not None and before is not None and self._arguments.object(before) is not None

    def _read_voice(self, verb: int, voice: Voice) -> bool:
        """Whether the verb in this voice has a pause; what it tells is added."""
        if voice.voice in ("active", "willing", "from", "pronoun"):
            return self._read_active(verb, voice)
        argument = self._arguments.subject(verb) if voice.voice != "talks" else None
        if argument is None:
            return False
        return self._read_passive(verb, voice, argument)

    def _read_active(self, verb: int, voice: Voice) -> bool:
        phrase = self._arguments.latest(verb) if voice.voice == "pronoun" else self._arguments.object(verb)
        if (
            voice.voice == "pronoun"
            and self._ground.syntax.is_verb(verb + 1)
            and not self._ground.gap(verb + 1).strip()
        ):
            return False
        if phrase is None and self._ground.word(verb) == "membubuhkan" and self._ground.word(verb + 1) == "tanda":
            # `A membubuhkan tanda tangan` under what was talked about before
            phrase = self._arguments.latest(verb)
            if phrase is not None and self._ground.mood(verb).real:
                self._tell.add(verb, phrase, "agreed", self._ground.subject(verb))
            return True
        if phrase is None or (voice.voice == "from" and self._ground.word(phrase.outer - 1) != "dari"):
            return False
        if self._real.has_clause(verb, phrase, voice):
            return voice.type == "demanded" and self._ask(phrase)
        following = self._ground.word(verb + 1)
        saying = following == "bahwa" or (
            following in ("akan", "siap", "tidak", "tak", "belum") and phrase.rule != "stop-verb"
        )
        if voice.type in ("announced", "confirmed") and (saying or self._real.asks_to_keep(verb, phrase)):
            return False
        if voice.voice == "willing" and self._real.asks_to_keep(verb, phrase):
            self._tell.add(verb, phrase, "confirmed", self._ground.subject(verb))
            return True
        type_ = self._type(voice.type, phrase)
        if type_ is None or (voice.voice == "willing" and self._changes(verb, phrase)):
            return False
        if self._is_carried_out(verb, phrase, type_):
            return True
        if voice.voice == "willing" and self._real.still(verb) and phrase.governor < 0:
            # `tetap berkomitmen pada P`
            self._tell.add(verb, phrase, "confirmed", self._ground.subject(verb))
            return True
        relative = self._ground.clause(verb).link == "yang"
        mood = self._ground.mood(verb)
        actor = self._arguments.equated(verb) or self._ground.subject(verb)
        if self._real.is_denied(verb) or self._real.is_possible(verb) or self._real.is_effort(verb):
            self._drop(verb, "denied, possible or tried only")
            phrase.definite = phrase.definite or type_ in ("extended", "ended", "violated")
            phrase.wanted = phrase.wanted or (not phrase.definite and type_ in ("agreed", "announced", "started"))
            return True
        before = self._ground.syntax.verb_before(verb)
        if (
            before is not None
            and type_ != "confirmed"
            and self._real.is_asked(before, phrase, type_)
            and self._arguments.object(before) is phrase
        ):
            return True
        if voice.type == "brokered" and self._words.nouns.get(self._ground.word(verb + 1)) == "negotiated":
            # `K menengahi perundingan mengenai P` is told by the talks.
            return True
        if voice.type == "brokered":
            self._tell.broker(phrase, verb, actor)
            if relative or not mood.real:
                return True
            type_, actor = "agreed", None
        if type_ == "heeded":
            return self._tell.heeding(verb, phrase, actor)
        if mood.negated or self._real.is_unwilling(verb):
            return self._tell.negated(verb, phrase, type_, actor)
        if type_ == "demanded" and phrase.first > verb and self._real.asks_to_keep(verb, phrase):
            return True
        if self._real.is_wish(verb, type_, phrase):
            phrase.wanted = phrase.wanted or (
                not phrase.definite and type_ in ("agreed", "started", "announced", "confirmed")
            )
            phrase.definite = phrase.definite or type_ in ("extended", "ended", "violated")
            return True
        if type_ == "confirmed" and self._ground.word(verb).removesuffix("nya") in self._words.words["keep"]:
            return self._tell.keeping(verb, phrase, actor, self._words.words["pledge"])
        if mood.hypothetical or (mood.future and type_ != "confirmed"):
            self._tell.future(verb, phrase, type_)
            return True
        if type_ == "announced" and self._keeps(verb, phrase):
            type_ = "confirmed"
        self._tell.add(verb, phrase, type_, actor)
        if type_ == "suspended" and "bagian" in (self._ground.word(n) for n in range(verb + 1, phrase.outer)):
            # It holds on for the others.
            self._told.facts.append(self._tell.status(verb, phrase, "in_force"))
        return True

    def _keeps(self, verb: int, phrase: Phrase) -> bool:
        """`menyatakan tentaranya akan berhenti menembak` of what was agreed before: a pledge, no announcement."""
        settled = any(event.type == "agreed" for event in self._told.events)
        said = self._ground.word(verb) in ("menyatakan", "menegaskan") and self._ground.word(phrase.first - 1) == "akan"
        return settled and said and phrase.rule == "stop-verb" and phrase.definite

    def _drop(self, verb: int, why: str) -> None:
        self._ground.document.drop("id-scope:verb", self._ground.span(verb, verb + 1), why)

    def _ask(self, phrase: Phrase) -> bool:
        phrase.wanted = phrase.wanted or not phrase.definite
        return False

    def _changes(self, verb: int, phrase: Phrase) -> bool:
        """`sepakat memperpanjang P`: the second verb tells the event."""
        inner = self._ground.syntax.verb_after(verb)
        voices = (
            self._words.verbs.get(self._ground.word(inner), ()) if inner is not None and inner < phrase.outer else ()
        )
        return any(voice.type in ("extended", "ended", "suspended") for voice in voices)

    def _is_carried_out(self, verb: int, phrase: Phrase, type_: str) -> bool:
        """`sepakat melakukan P`: the first verb has told the event."""
        outer = self._ground.syntax.verb_before(verb)
        if type_ not in ("started", "announced", "agreed") or outer is None or verb - outer > 3:
            return False
        willing = any(voice.voice == "willing" for voice in self._words.verbs.get(self._ground.word(outer), ()))
        return willing and self._arguments.object(outer) is phrase

    def _read_passive(self, verb: int, voice: Voice, argument: Argument) -> bool:
        phrase, mood = argument.phrase, self._ground.mood(verb)
        said = self._ground.word(verb - 1) in ("dinyatakan", "diumumkan")
        both = self._ground.word(verb + 1) in ("kedua", "keduanya", "semua")
        actor = self._ground.agent(verb) if (voice.voice == "passive" or said) and not both else None
        type_ = self._type(voice.type, phrase) if not argument.relative else voice.type
        if voice.type == "brokered":
            self._tell.broker(phrase, verb, actor)
            return True
        if type_ is None:
            return False
        if type_ == "started" and self._ground.word(verb - 1) in ("batal", "urung", "gagal"):
            self._drop(verb, "did not come about")
            self._told.facts.append(self._tell.status(verb, phrase, "agreed"))
            return True
        if type_ == "heeded":
            return self._tell.heeding(verb, phrase, actor)
        if self._real.is_of_effort(phrase) and not argument.relative:
            self._drop(verb, "of an effort")
            return True
        if (
            type_ == "announced"
            and self._words.verbs.get(self._ground.word(verb + 1))
            and self._ground.adjoins(verb + 1)
        ):
            # `dinyatakan berakhir`: the second verb tells the event
            return True
        outer = self._real.outer(verb, phrase)
        if outer is not None and not argument.relative and self._real.is_asked(outer, phrase, type_):
            return self._ask_again(outer, phrase, type_)
        if self._real.is_applied(verb, voice):
            if self._ground.word(verb - 1) == "juga" and "kini" in (self._ground.word(n) for n in (verb - 3, verb - 2)):
                # `P kini juga berlaku di Z`: widened
                self._tell.add(verb, phrase, "extended", None)
                return True
            if phrase.planned:
                return True
            holds = self._ground.word(verb) == "berlaku" and self._ground.word(verb - 1) != "hanya" and mood.real
            self._told.facts.append(self._tell.status(verb, phrase, "in_force" if holds else "agreed"))
            return True
        if self._ground.word(verb) == "diwarnai" and self._ground.word(verb + 1) != "pelanggaran":
            return True
        outer = self._real.outer(verb, phrase)
        if outer is not None and not argument.relative and self._real.is_asked(outer, phrase, type_):
            return self._ask_again(outer, phrase, type_)
        if not argument.relative and (self._real.is_hoped(outer, phrase) or self._real.is_denied(verb)):
            self._drop(verb, "hoped, feared or denied")
            there = type_ in ("extended", "ended", "violated")
            phrase.definite, phrase.wanted = phrase.definite or there, phrase.wanted or not (there or phrase.definite)
            return True
        if mood.negated:
            return self._tell.negated(verb, phrase, type_, actor)
        if self._real.still(verb) and type_ == "started":
            self._told.facts.append(self._tell.status(verb, phrase, "in_force"))
            if outer is not None and self._ground.word(outer) in self._words.words["say"]:
                self._tell.add(verb, phrase, "confirmed", self._ground.subject(outer))
            elif self._ground.quoted(verb):
                self._tell.add(verb, phrase, "confirmed", None)
            return True
        setting = self._settings.read(self._ground, verb, phrase)
        word, only = self._ground.word(verb), self._ground.word(verb - 1) in ("hanya", "cuma")
        lasts = word == "berlangsung" or (word == "berlaku" and only)
        if lasts and (setting.duration is not None or only) and not (mood.negated or phrase.planned):
            return self._tell.lasting(verb, phrase, setting)
        if mood.hypothetical or (self._real.is_possible(verb) and type_ != "demanded"):
            due = {self._ground.word(n) for n in range(max(0, verb - 2), verb)} & {"harus", "perlu", "mesti"}
            phrase.wanted = phrase.wanted or (
                bool(due) and not phrase.definite and type_ in ("started", "agreed", "announced")
            )
            return True
        lengthened = self._is_lengthened(phrase)
        if (mood.future or self._ground.word(verb - 1) in ONCE_MEANT) and argument.relative and lengthened:
            self._end_at(verb, phrase, setting)
            return True
        if (
            mood.future
            or (phrase.planned and type_ in ("started", "ended", "announced"))
            or self._real.lies_ahead(setting, type_)
            or self._ground.word(verb - 1) in ONCE_MEANT
            or (type_ == "ended" and self._ground.word(verb - 1) == "baru" and not self._real.lies_behind(setting))
        ):
            self._tell.future(verb, phrase, type_)
            return True
        if argument.relative and not argument.set_off and type_ == "ended" and lengthened:
            # `memperpanjang P yang berakhir T hingga T2`: the end that it would have had, and the one that it has
            self._end_at(verb, phrase, setting)
            return True
        if argument.relative and not (argument.set_off or setting.date):
            self._tell.identify(verb, phrase, type_, actor)
            return True
        if (
            actor is None
            and type_ != "violated"
            and outer is not None
            and self._ground.word(outer) in self._words.words["proclaim"] | {"sepakat", "setuju", "bersepakat"}
        ):
            self._tell.add(verb, phrase, type_, self._ground.subject(outer), outer)
        else:
            self._tell.add(verb, phrase, type_, actor)
        return True

    def _end_at(self, verb: int, phrase: Phrase, setting: Setting) -> None:
        if setting.until is not None:
            span = self._ground.span(verb, verb + 1)
            self._told.facts.append(FactDraft("ends", phrase, span, "until", time=setting.until))

    def _is_lengthened(self, phrase: Phrase) -> bool:
        before = self._ground.syntax.verb_before(phrase.outer)
        voices = self._words.verbs.get(self._ground.word(before), ()) if before is not None else ()
        return any(voice.type == "extended" for voice in voices)

    def _ask_again(self, outer: int, phrase: Phrase, type_: str) -> bool:
        # Only a pause that is there can be lengthened.
        phrase.definite = phrase.definite or type_ in ("extended", "ended", "suspended")
        self._tell.add(outer, phrase, "demanded", self._ground.subject(outer))
        return True

    def _read_light(self, verb: int) -> None:
        """`menggelar perundingan P`, `pelanggaran P dilaporkan`: the noun tells the event."""
        words = self._words.words
        active = self._ground.word(verb) in words["light_active"]
        if active and self._ground.word(verb + 1) == "bahwa":
            return
        if active:
            phrase = self._arguments.object(verb)
        else:
            argument = self._arguments.subject(verb)
            phrase = argument.phrase if argument and not argument.relative else None
        if phrase is None or phrase.governor < 0 or not self._ground.mood(verb).real:
            return
        type_ = self._words.nouns.get(self._ground.word(phrase.governor))
        if type_ in ("negotiated", "extended", "demanded", "violated", "agreed", "announced"):
            actor = self._ground.subject(verb) if active and type_ != "violated" else self._tell.owner(phrase)
            self._tell.add(verb, phrase, type_, actor)
            following = {self._ground.word(n) for n in range(verb + 1, verb + 5)}
            if type_ == "negotiated" and "tanpa" in following and following & self._words.words["vain"]:
                self._told.facts.append(self._tell.status(verb, phrase, "proposed"))

    def _type(self, type_: str, phrase: Phrase) -> str | None:
        """What a verb tells of a pause under a noun (`perpanjangan P`); none where the two do not go together."""
        noun = self._words.nouns.get(self._ground.word(phrase.governor)) if phrase.governor >= 0 else None
        return type_ if noun is None else _THROUGH.get((type_, noun))
