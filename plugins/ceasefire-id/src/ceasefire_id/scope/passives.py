"""Verbs with a pause as their subject: `P diumumkan A`, `P berakhir`, `P yang dimulai T`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire_id.patterns import LazyPattern
from ceasefire_id.scope.arguments import Argument
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.saying import source_of
from ceasefire_id.scope.setting import Setting
from ceasefire_id.scope.telling import ONCE_MEANT
from ceasefire_id.scope.verbs import Verbs
from ceasefire_id.scope.vocabulary import Voice

__all__ = ["PassiveVerbs"]


#: what a beginning is reckoned from
_SIGNED: Final = frozenset(("penandatanganan", "diteken", "ditandatangani", "pengumuman", "diumumkan", "disepakati"))
_DAYS: Final = LazyPattern(r"P(?:(\d+)D|T(\d+)H|(\d+)W)")
_DAY: Final = LazyPattern(r"\d{4}-\d{2}-\d{2}")

#: words by which what holds is told as begun
_ANEW: Final = frozenset(("mulai", "kembali", "resmi", "langsung", "segera", "lagi"))
#: words between something and the pause that it is about
_ABOUT: Final = frozenset(("tentang", "mengenai", "soal", "ihwal", "perihal", "seputar"))
#: verbs by which a pause is there in a place
_HOLDING: Final = frozenset(("berlaku", "berjalan", "berlangsung"))

#: verbs of a pause under way
_RUNNING: Final = frozenset(("berjalan", "bergulir"))


class PassiveVerbs(Verbs):
    """Reads passive and intransitive verbs."""

    def read(self, verb: int, voice: Voice, argument: Argument) -> bool:
        """Whether the verb tells something of the pause; what it tells is added."""
        phrase, mood = argument.phrase, self._ground.mood(verb)
        said = self._ground.word(verb - 1) in ("dinyatakan", "diumumkan")
        both = self._ground.word(verb + 1) in ("kedua", "keduanya", "semua")
        actor = self._ground.agent(verb) if (voice.voice == "passive" or said) and not both else None
        if actor is None and voice.voice == "passive":
            actor = self._fronted(verb)
        if voice.voice == "own":
            actor = self._ground.agent(verb) or self._doer_before(phrase)
        type_ = self._type(voice.type, phrase) if not argument.relative else voice.type
        if voice.type == "brokered":
            self._tell.broker(phrase, verb, actor)
            return True
        if type_ is None:
            return False
        if self._is_topic(phrase, type_):
            self._drop(verb, "of something about it")
            return True
        if type_ == "started" and self._is_aged(verb):
            self._told.facts.append(self._tell.status(verb, phrase, "in_force"))
            return True
        if type_ == "started" and self._ground.word(verb - 1) in ("batal", "urung", "gagal"):
            self._drop(verb, "did not come about")
            self._told.facts.append(self._tell.status(verb, phrase, "agreed"))
            return True
        if type_ in ("agreed", "extended") and self._ground.word(verb - 1) in ("batal", "urung", "gagal"):
            # `gagal dicapai`: still wanted; `gagal diperpanjang` is told by `gagal`
            self._drop(verb, "did not come about")
            phrase.wanted = phrase.wanted or (type_ == "agreed" and not phrase.definite)
            phrase.definite = phrase.definite or type_ == "extended"
            return True
        if type_ == "violated" and self._is_of_call(verb, phrase):
            # `Seruan K agar A mengadakan P diabaikan B`
            type_, phrase.wanted = "rejected", not phrase.definite
        if type_ == "heeded":
            return self._keeping.heeding(verb, phrase, actor)
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
            return self._ask_again(outer, phrase, type_, verb)
        if self._real.is_applied(verb, voice):
            if self._ground.word(verb - 1) == "juga" and "kini" in (self._ground.word(n) for n in (verb - 3, verb - 2)):
                # `P kini juga berlaku di Z`: widened
                self._tell.add(verb, phrase, "extended", None)
                return True
            if phrase.planned:
                return True
            holds = self._ground.word(verb) in _HOLDING and self._ground.word(verb - 1) != "hanya" and mood.real
            self._told.facts.append(self._tell.status(verb, phrase, "in_force" if holds else "agreed"))
            return True
        if self._ground.word(verb) == "ditambah" and not self._is_prolonged(verb):
            # `P dirasakan di Y, ditambah tiga distrik di Z`
            return True
        if self._ground.word(verb) == "diwarnai" and self._ground.word(verb + 1) != "pelanggaran":
            # `P diwarnai baku tembak` is told by the fighting.
            return True
        outer = self._real.outer(verb, phrase)
        if outer is not None and not argument.relative and self._real.is_asked(outer, phrase, type_):
            return self._ask_again(outer, phrase, type_, verb)
        if not argument.relative and (self._real.is_hoped(outer, phrase) or self._real.is_denied(verb)):
            self._drop(verb, "hoped, feared or denied")
            there = type_ in ("extended", "ended", "violated")
            phrase.definite, phrase.wanted = phrase.definite or there, phrase.wanted or not (there or phrase.definite)
            return True
        if mood.negated:
            return self._keeping.negated(verb, phrase, type_, actor)
        if self._real.still(verb) and type_ == "started":
            self._told.facts.append(self._tell.status(verb, phrase, "in_force"))
            source = source_of(self._ground, verb, outer, self._words.words["say"])
            if source is not None:
                self._tell.add(verb, phrase, "confirmed", source.actor, source.verb if source.governs else None)
            until = self._settings.read(self._ground, verb, phrase).until
            if until is not None:
                span = self._ground.span(verb, verb + 1)
                self._told.facts.append(FactDraft("ends", phrase, span, "until", time=until))
            return True
        setting = self._settings.read(self._ground, verb, phrase)
        word, only = self._ground.word(verb), self._ground.word(verb - 1) in ("hanya", "cuma")
        lasts = (word == "berlangsung" and phrase.governor < 0) or (word == "berlaku" and only)
        bounded = setting.until is not None and setting.date is setting.since is None
        anew = self._ground.word(verb - 1) in _ANEW or mood.negated or mood.future or phrase.planned
        if word in ("berlaku", "mengikat") and bounded and not anew:
            # `P (kini) berlaku hingga T`: how long, not since when
            return self._tell.lasting(verb, phrase, setting)
        if (
            type_ == "started"
            and word in _RUNNING
            and setting.since is None
            and not mood.future
            and not mood.hypothetical
        ):
            return self._run(verb, phrase, setting)
        if word in ("berlaku", "berlangsung") and self._ground.word(verb - 1) == "baru" and setting.duration:
            # `P baru berlaku dua jam ketika …`: how old it is, not how long
            self._told.facts.append(self._tell.status(verb, phrase, "in_force"))
            return True
        if lasts and (setting.duration is not None or only) and not (mood.negated or phrase.planned):
            return self._tell.lasting(verb, phrase, setting)
        if mood.hypothetical or (self._real.is_possible(verb) and type_ != "demanded"):
            due = {self._ground.word(n) for n in range(max(0, verb - 2), verb)} & {"harus", "perlu", "mesti"}
            phrase.wanted = phrase.wanted or (
                bool(due) and not phrase.definite and type_ in ("started", "agreed", "announced")
            )
            return True
        soon = self._ground.word(verb + 1) == "dalam"
        if type_ == "started" and (setting.date is None or soon) and (length := self._delay(verb)) is not None:
            self._start_after(verb, phrase, length)
            return True
        lengthened = self._is_lengthened(phrase)
        if (mood.future or self._ground.word(verb - 1) in ONCE_MEANT) and argument.relative and lengthened:
            self._end_at(verb, phrase, setting)
            return True
        # `dijanjikan A` looks ahead, but the promise is told
        promised = word == "dijanjikan" and (actor is not None or both)
        if (
            (mood.future and not promised)
            or (argument.relative and type_ == "started" and setting.date and self._is_to_begin(verb, phrase))
            or (phrase.planned and type_ in ("started", "ended", "announced"))
            or self._real.lies_ahead(setting, type_)
            or self._ground.word(verb - 1) in ONCE_MEANT
            or (type_ == "ended" and self._ends_later(verb))
            or (type_ == "ended" and self._ground.word(verb - 1) == "baru" and not self._real.lies_behind(setting))
        ):
            self._tell.future(verb, phrase, type_)
            return True
        if argument.relative and not argument.set_off and type_ == "ended" and lengthened:
            # `memperpanjang P yang berakhir T hingga T2`: the end that it would have had, and the one that it has
            self._end_at(verb, phrase, setting)
            return True
        born = self._ground.word(verb) == "lahir" and setting.date is None
        if argument.relative and (born or not (argument.set_off or setting.date)):
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
        if type_ == "ended" and word in self._words.words["term_over"] and setting.date is not None:
            # `P sepuluh hari habis pada T`: not broken before its time, so that its length counts back from its end
            span = self._ground.span(verb, verb + 1)
            self._told.facts.append(FactDraft("ends", phrase, span, "expired", time=setting.date))
        return True

    def _fronted(self, verb: int) -> ActorMention | None:
        """`Oleh A, P diumumkan`: whom the sentence opens with."""
        opening = self._ground.sentence(verb).start
        return self._ground.at(ActorMention, opening + 1) if self._ground.word(opening) == "oleh" else None

    def _is_topic(self, phrase: Phrase, type_: str) -> bool:
        """`Sidang tentang P ditunda`: what is put off is about the pause, not the pause."""
        about = (
            self._ground.word(phrase.outer - 1) in _ABOUT and phrase.outer > self._ground.sentence(phrase.first).start
        )
        return about and phrase.governor < 0 and type_ in ("suspended", "ended", "started", "extended")

    def _is_to_begin(self, verb: int, phrase: Phrase) -> bool:
        """`mengumumkan P yang berlaku T`: from when it is to hold, told with its making, no beginning."""
        outer = self._ground.syntax.verb_before(phrase.outer)
        if outer is None or phrase.outer - outer > 4 or "," in self._ground.gap(self._ground.clause(verb).first):
            return False
        voices = self._words.verbs.get(self._ground.word(outer), ())
        made = any(v.type in ("announced", "agreed", "demanded") and v.voice in ("active", "willing") for v in voices)
        return made and not self._ground.mood(verb).past

    def _is_aged(self, verb: int) -> bool:
        """`sudah beberapa hari berlaku`: how long it has held."""
        age = self._ground.before(TimeMention, verb)
        if age is None or age.type != "DURATION":
            return False
        return self._ground.word(self._ground.first_of(age) - 1) in ("sudah", "telah", "baru")

    def _delay(self, verb: int) -> TimeMention | None:
        """`mulai berlaku dalam 72 jam`, `berlaku 72 jam setelah penandatanganan`: a length to its beginning."""
        within = self._ground.word(verb + 1) == "dalam"
        time = self._ground.at(TimeMention, verb + 1 + within)
        if time is None or time.type != "DURATION":
            return None
        signed = self._ground.after(time)
        after = self._ground.word(signed) in ("setelah", "sesudah", "sejak", "usai") and (
            self._ground.word(signed + 1).removesuffix("nya") in _SIGNED
        )
        return time if after or (within and self._ground.word(verb - 1) in ("mulai", "akan")) else None

    def _start_after(self, verb: int, phrase: Phrase, length: TimeMention) -> None:
        """Its first day, reckoned from the day on which it was settled."""
        span = self._ground.span(verb, verb + 1)
        self._told.facts.append(self._tell.status(verb, phrase, "agreed"))
        days = _DAYS.fullmatch(length.value or "")
        settled = [e.date.value for e in self._told.events if e.type in ("agreed", "announced") and e.date is not None]
        if days is None or not settled or not _DAY.fullmatch(settled[-1] or ""):
            return
        later = int(days[1] or 0) + int(days[2] or 0) / 24 + 7 * int(days[3] or 0)
        try:
            first = date.fromisoformat(settled[-1] or "") + timedelta(days=later)
        except (OverflowError, ValueError):
            return  # beyond the calendar
        self._told.facts.append(FactDraft("starts", phrase, span, "after-delay", value=first.isoformat()))

    def _is_of_call(self, verb: int, phrase: Phrase) -> bool:
        """Whether a call for the pause, which opens the sentence, is what is done with."""
        opening = self._ground.sentence(verb).start
        call = self._words.nouns.get(self._ground.word(opening)) == "demanded"
        inner = self._ground.syntax.verb_before(phrase.outer)
        return call and inner is not None and opening < inner < phrase.outer < verb

    def _is_prolonged(self, verb: int) -> bool:
        """`ditambah L`, `ditambah lagi L`, `ditambah menjadi L`."""
        times = (self._ground.at(TimeMention, number) for number in range(verb + 1, verb + 4))
        return any(time is not None and time.type == "DURATION" for time in times)

    def _doer_before(self, phrase: Phrase) -> ActorMention | None:
        """`P, yang diumumkan A, diakhirinya`: who did the other thing to it."""
        done = [e.actor for e in self._told.events if e.phrase is phrase and e.actor is not None]
        return done[-1] if done else None

    def _run(self, verb: int, phrase: Phrase, setting: Setting) -> bool:
        """`P berjalan sampai T`, `P berjalan lancar`: it is there; when it began is another matter."""
        span = self._ground.span(verb, verb + 1)
        if setting.until is not None:
            self._told.facts.append(FactDraft("ends", phrase, span, "until", time=setting.until))
        if not phrase.wanted:
            self._told.facts.append(self._tell.status(verb, phrase, "in_force"))
        return True

    def _ends_later(self, verb: int) -> bool:
        """`berakhir dua bulan lagi`: a length from now."""
        length = self._ground.at(TimeMention, verb + 1)
        if length is None or length.type != "DURATION":
            return False
        return self._ground.word(self._ground.after(length)) == "lagi"

    def _end_at(self, verb: int, phrase: Phrase, setting: Setting) -> None:
        if setting.until is not None:
            span = self._ground.span(verb, verb + 1)
            self._told.facts.append(FactDraft("ends", phrase, span, "until", time=setting.until))

    def _is_lengthened(self, phrase: Phrase) -> bool:
        before = self._ground.syntax.verb_before(phrase.outer)
        voices = self._words.verbs.get(self._ground.word(before), ()) if before is not None else ()
        return any(voice.type == "extended" for voice in voices)

    def _ask_again(self, outer: int, phrase: Phrase, type_: str, verb: int) -> bool:
        # Only a pause that is there can be lengthened.
        phrase.definite = phrase.definite or type_ in ("extended", "ended", "suspended")
        told = self._demanded_at(outer, phrase)
        if told is None:
            self._tell.add(outer, phrase, "demanded", self._ground.subject(outer), inner=verb)
            if type_ == "extended" and self._ground.word(verb) != "diperbarui":
                self._told.facts.append(self._tell.status(verb, phrase, "in_force"))
            return True
        # `meminta P diperluas ke Z dan diperpanjang menjadi L`: one demand
        setting = self._settings.read(self._ground, verb, phrase)
        told.region, told.duration = told.region or setting.region, told.duration or setting.duration
        return True

    def _demanded_at(self, verb: int, phrase: Phrase) -> EventDraft | None:
        span = self._ground.span(verb, verb + 1)
        asked = (e for e in self._told.events if e.type == "demanded" and e.phrase is phrase and e.span == span)
        return next(asked, None)
