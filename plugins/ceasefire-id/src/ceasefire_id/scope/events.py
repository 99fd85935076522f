"""Verbs that tell events of a pause: announced, begun, agreed, broken, wanted, over."""

from __future__ import annotations

from typing import Final

import attrs

from ceasefire.mentions import ActorMention, FactSlot, TimeMention
from ceasefire_id.scope.arguments import Argument, Arguments
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.setting import Setting, SettingReader
from ceasefire_id.scope.vocabulary import EventWords, Voice

__all__ = ["EventReader", "Told"]

#: words that open a clause of what is intended, not told
_INTENT: Final = frozenset(("untuk", "agar", "supaya", "guna", "demi", "jika", "bila", "apabila", "kalau", "tanpa"))
#: clauses that tell an event only where they add who, a date or a clock
_BACKGROUND: Final = frozenset(("meski", "meskipun", "walau", "walaupun", "kendati", "setelah", "sejak", "sebelum", "usai", "seusai", "sesudah", "begitu", "ketika", "saat", "selepas"))
#: what a noun before the pause makes of a verb: (verb's type, noun's type) to the event's type
_THROUGH: Final = {
    ("agreed", "extended"): "extended", ("announced", "extended"): "extended", ("started", "extended"): "extended",
    ("confirmed", "extended"): "confirmed", ("demanded", "extended"): "demanded", ("rejected", "extended"): "rejected",
    ("negotiated", "extended"): "negotiated", ("agreed", "demanded"): "agreed", ("rejected", "demanded"): "rejected",
    ("demanded", "demanded"): "demanded", ("announced", "demanded"): "demanded", ("started", "negotiated"): "negotiated",
    ("negotiated", "negotiated"): "negotiated", ("extended", "negotiated"): "negotiated", ("agreed", "ended"): "ended",
    ("announced", "ended"): "ended", ("announced", "violated"): "violated", ("demanded", "announced"): "demanded",
    ("announced", "agreed"): "agreed", ("confirmed", "agreed"): "confirmed", ("announced", "announced"): "announced",
}


#: words between a pause and the verb of a reported clause
_BEFORE_INNER: Final = frozenset(("hanya", "akan", "telah", "sudah", "masih", "tetap", "tidak", "belum", "harus", "juga", "mulai", "itu"))


@attrs.define
class Told:
    """What the verbs of a document tell."""

    events: list[EventDraft] = attrs.field(factory=list)
    facts: list[FactDraft] = attrs.field(factory=list)


class EventReader:
    """Reads the events at verbs."""

    def __init__(self, words: EventWords, settings: SettingReader) -> None:
        self._words = words
        self._settings = settings
        self._light = words.words["light_active"] | words.words["light_passive"]
        self.triggers = frozenset(words.verbs) | self._light

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add the events and facts of all verbs that have a pause as subject or object."""
        for number in ground.words.numbers(self.triggers):
            word = ground.word(number)
            if arguments.holding(number) or (word == "mulai" and ground.syntax.verb_after(number) == number + 1):
                continue
            if word == "mulai" and self._is_preposition(ground, arguments, number):
                continue
            for voice in self._words.verbs.get(word, ()):
                if self._read_voice(ground, arguments, number, voice, told):
                    break
            else:
                if word in self._light:
                    self._read_light(ground, arguments, number, told)

    def _is_preposition(self, ground: Ground, arguments: Arguments, number: int) -> bool:
        """`memberlakukan P mulai T`: the verb before has the pause as its object."""
        before = ground.syntax.verb_before(number)
        if before is not None and ground.at(TimeMention, number + 1) and ground.word(before) in self._words.verbs:
            return True
        following = ground.at(TimeMention, number + 1) or ground.at(TimeMention, number + 2)
        return following is not None and before is not None and arguments.object(before) is not None

    # ---- one verb ------------------------------------------------------------------------------------------------

    def _read_voice(self, ground: Ground, arguments: Arguments, verb: int, voice: Voice, told: Told) -> bool:
        """Whether the verb in this voice has a pause; what it tells is added."""
        if voice.voice in ("active", "willing", "talks", "from", "pronoun"):
            return self._read_active(ground, arguments, verb, voice, told)
        argument = arguments.subject(verb)
        if argument is None:
            return False
        return self._read_passive(ground, verb, voice, argument, told)

    def _read_active(self, ground: Ground, arguments: Arguments, verb: int, voice: Voice, told: Told) -> bool:
        phrase = arguments.latest(verb) if voice.voice == "pronoun" else arguments.object(verb)
        if voice.voice == "pronoun" and ground.syntax.is_verb(verb + 1) and not ground.gap(verb + 1).strip():
            return False
        if phrase is None or (voice.voice == "from" and ground.word(phrase.outer - 1) != "dari"):
            return False
        if self._has_clause(ground, verb, phrase, voice):
            return voice.type == "demanded" and self._ask(phrase)
        type_ = self._type(ground, voice.type, phrase)
        if type_ is None:
            return False
        relative = ground.clause(verb).link == "yang"
        mood = ground.mood(verb)
        actor = ground.subject(verb)
        if (type_ == "violated" and self._is_denied(ground, verb)) or self._is_possible(ground, verb):
            return True
        before = ground.syntax.verb_before(verb)
        if before is not None and type_ != "confirmed" and self._is_asked(ground, before, phrase, type_) and arguments.object(before) is phrase:
            return True
        if voice.type == "brokered":
            self._broker(ground, phrase, verb, actor, told)
            if relative or not mood.real:
                return True
            type_, actor = "agreed", None
        if mood.negated:
            return self._negated(ground, verb, phrase, type_, actor, told)
        if type_ == "demanded" and phrase.first > verb and self._asks_to_keep(ground, verb, phrase):
            return True
        if self._is_wish(ground, verb, type_, phrase):
            phrase.wanted = phrase.wanted or (not phrase.definite and type_ in ("agreed", "started", "announced", "confirmed"))
            phrase.definite = phrase.definite or type_ in ("extended", "ended", "violated")
            return True
        if type_ == "confirmed" and ground.word(verb) in ("mematuhi", "menghormati", "menaati") and not mood.future:
            return self._obeying(ground, verb, phrase, actor, told)
        if mood.hypothetical or (mood.future and type_ != "confirmed"):
            self._future(ground, verb, phrase, type_, told)
            return True
        self._add(ground, verb, phrase, type_, actor, told)
        return True

    def _has_clause(self, ground: Ground, verb: int, phrase: Phrase, voice: Voice) -> bool:
        """Whether the pause is the subject of a reported clause, not the verb's own object (`menyatakan P berakhir`)."""
        if voice.type not in ("announced", "confirmed", "demanded") or phrase.first < verb:
            return False
        number = phrase.stop
        while ground.word(number) in _BEFORE_INNER:
            number += 1
        clean = all(not ground.gap(n).strip(" \u00a0\"“”") for n in range(phrase.stop, number + 1))
        return clean and ground.syntax.is_verb(number) and ground.word(number) in self.triggers | {"harus"}

    def _asks_to_keep(self, ground: Ground, verb: int, phrase: Phrase) -> bool:
        """`meminta A menghormati P`: no demand; `memperbarui P` asks for one that was there."""
        between = {ground.word(n) for n in range(verb + 1, phrase.outer)}
        if between & self._words.words["renew"]:
            phrase.definite = True
        if between & self._words.words["keep"]:
            phrase.definite = True
            return True
        return False

    def _ask(self, phrase: Phrase) -> bool:
        phrase.wanted = phrase.wanted or not phrase.definite
        return False

    def _is_possible(self, ground: Ground, verb: int) -> bool:
        """`dapat diperpanjang`, `bisa gagal`: told as possible only."""
        return any(ground.word(n) in ("dapat", "bisa", "boleh", "mungkin", "harus", "perlu", "sulit") for n in range(max(0, verb - 2), verb))

    def _is_denied(self, ground: Ground, verb: int) -> bool:
        before = ground.syntax.verb_before(verb)
        return before is not None and ground.word(before) in self._words.words["deny"]

    def _read_passive(self, ground: Ground, verb: int, voice: Voice, argument: Argument, told: Told) -> bool:
        phrase, mood = argument.phrase, ground.mood(verb)
        actor = ground.agent(verb) if voice.voice == "passive" else None
        type_ = self._type(ground, voice.type, phrase) if not argument.relative else voice.type
        if voice.type == "brokered":
            self._broker(ground, phrase, verb, actor, told)
            return True
        if type_ is None:
            return False
        if self._is_applied(ground, verb, voice):
            told.facts.append(self._status(ground, verb, phrase, "agreed"))
            return True
        if ground.word(verb) == "diwarnai" and ground.word(verb + 1) != "pelanggaran":
            return True
        outer = self._outer(ground, verb, phrase)
        if outer is not None and not argument.relative and self._is_asked(ground, outer, phrase, type_):
            return self._ask_again(ground, outer, phrase, told)
        if mood.negated:
            return self._negated(ground, verb, phrase, type_, actor, told)
        if self._still(ground, verb) and type_ == "started":
            told.facts.append(self._status(ground, verb, phrase, "in_force"))
            if outer is not None and ground.word(outer) in self._words.words["say"]:
                self._add(ground, verb, phrase, "confirmed", ground.subject(outer), told)
            return True
        setting = self._settings.read(ground, verb, phrase)
        if ground.word(verb) == "berlangsung" and setting.duration is not None and not mood.negated:
            return self._lasting(ground, verb, phrase, setting, told)
        if mood.hypothetical or (self._is_possible(ground, verb) and type_ != "demanded"):
            return True
        if mood.future or self._lies_ahead(ground, setting, type_) or (type_ == "ended" and ground.word(verb - 1) == "baru"):
            self._future(ground, verb, phrase, type_, told)
            return True
        if argument.relative and not (argument.set_off or setting.date):
            self._identify(ground, verb, phrase, type_, actor, told)
            return True
        if actor is None and outer is not None and ground.word(outer) in self._words.words["proclaim"]:
            self._add(ground, verb, phrase, type_, ground.subject(outer), told, outer)
        else:
            self._add(ground, verb, phrase, type_, actor, told)
        return True

    def _outer(self, ground: Ground, verb: int, phrase: Phrase) -> int | None:
        """The verb under which the pause and its verb stand (`mengatakan P masih berlaku`, `menyatakannya berakhir`)."""
        before = ground.syntax.verb_before(verb)
        if before is None or ground.clause(verb).link in _BACKGROUND:
            return None
        if ground.word(before).endswith("nya") or phrase.first > verb:
            return before
        return ground.syntax.verb_before(phrase.outer)

    def _is_asked(self, ground: Ground, outer: int, phrase: Phrase, type_: str) -> bool:
        """`meminta P diperpanjang`, `menyerukan agar P diberlakukan`: asked for, not told."""
        if type_ in ("demanded", "rejected", "violated"):
            return False
        voices = self._words.verbs.get(ground.word(outer), ())
        return any(v.type == "demanded" and v.voice == "active" for v in voices) and phrase.first > outer

    def _ask_again(self, ground: Ground, outer: int, phrase: Phrase, told: Told) -> bool:
        self._add(ground, outer, phrase, "demanded", ground.subject(outer), told)
        return True

    def _lasting(self, ground: Ground, verb: int, phrase: Phrase, setting: Setting, told: Told) -> bool:
        """`P berlangsung L, hingga T`: its length and its bounds, no beginning."""
        span = ground.span(verb, verb + 1)
        told.facts.append(FactDraft("duration", phrase, span, "lasting", time=setting.duration))
        if setting.date is not None:
            told.facts.append(FactDraft("starts", phrase, span, "lasting", time=setting.date))
        if setting.until is not None:
            told.facts.append(FactDraft("ends", phrase, span, "until", time=setting.until))
        told.facts.append(self._status(ground, verb, phrase, "ended" if ground.word(verb - 1) == "hanya" else "in_force"))
        return True

    def _read_light(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`menggelar perundingan P`, `pelanggaran P dilaporkan`: the noun tells the event."""
        words = self._words.words
        active = ground.word(verb) in words["light_active"]
        if active:
            phrase = arguments.object(verb)
        else:
            argument = arguments.subject(verb)
            phrase = argument.phrase if argument and not argument.relative else None
        if phrase is None or phrase.governor < 0 or not ground.mood(verb).real:
            return
        type_ = self._words.nouns.get(ground.word(phrase.governor))
        if type_ in ("negotiated", "extended", "demanded", "violated", "agreed"):
            actor = ground.subject(verb) if active and type_ != "violated" else self._owner(ground, phrase)
            self._add(ground, verb, phrase, type_, actor, told)

    # ---- what it amounts to --------------------------------------------------------------------------------------

    def _type(self, ground: Ground, type_: str, phrase: Phrase) -> str | None:
        """The event that a verb tells of a pause under a noun (`perpanjangan P`); none where the two do not go together."""
        noun = self._words.nouns.get(ground.word(phrase.governor)) if phrase.governor >= 0 else None
        return type_ if noun is None else _THROUGH.get((type_, noun))

    def _owner(self, ground: Ground, phrase: Phrase) -> ActorMention | None:
        """Whose `pelanggaran`, `seruan`, `usulan` it is: after `oleh`, or between the noun and the pause."""
        if between := ground.among(ActorMention, phrase.governor + 1, phrase.first):
            return between[0]
        if ground.word(phrase.stop) == "oleh":
            return ground.at(ActorMention, phrase.stop + 1)
        return None

    def _is_applied(self, ground: Ground, verb: int, voice: Voice) -> bool:
        """`berlaku di Z`, `diterapkan untuk Z`: of scope, unless a date follows."""
        if voice.type != "started" or ground.word(verb - 1) == "mulai":
            return False
        clause = ground.clause(verb)
        dated = any(t.type in ("DATE", "TIME") for t in ground.times(verb + 1, clause.end))
        following = ground.word(verb + 1)
        return following in ("di", "bagi", "untuk", "terhadap", "kepada", "pada") and not dated and not (
            following == "pada" and isinstance(ground.named_at(verb + 2), TimeMention)
        )

    def _still(self, ground: Ground, verb: int) -> bool:
        return ground.word(verb - 1) in self._words.words["still"]

    def _is_wish(self, ground: Ground, verb: int, type_: str, phrase: Phrase) -> bool:
        """Whether a verb of wanting governs it, or its clause says what is intended."""
        if type_ in ("demanded", "negotiated"):
            return False
        link = ground.clause(verb).link
        before = ground.syntax.verb_before(verb)
        outer = ground.word(before) if before is not None else ""
        if outer in ("sepakat", "setuju", "bersepakat", "bersedia") and before is not None and verb - before <= 3:
            return False
        wanting = {ground.word(n) for n in range(max(0, verb - 3), verb)} & self._words.words["wanting"]
        if link in _INTENT or bool(wanting) or ground.word(verb - 1) in _INTENT:
            phrase.makes_pause = phrase.makes_pause and type_ != "confirmed"
            return True
        return False

    def _lies_ahead(self, ground: Ground, setting: Setting, type_: str) -> bool:
        """Whether the clause dates it after the day of publication."""
        published = ground.document.published
        if published is None or setting.date is None or not setting.date.value:
            return False
        return type_ in ("started", "ended") and setting.date.value[:10] > published.isoformat()

    # ---- what is added -------------------------------------------------------------------------------------------

    def _add(
        self, ground: Ground, verb: int, phrase: Phrase, type_: str, actor: ActorMention | None, told: Told,
        outer: int | None = None,
    ) -> None:
        """Add an event with its setting, and the facts that come with it."""
        setting = self._settings.read(ground, verb, phrase)
        if outer is not None and setting.date is None:
            setting.date = self._settings.read(ground, outer, phrase).date
        link = ground.clause(verb).link
        if link in _BACKGROUND and not (actor or setting.date):
            told.facts.append(self._status(ground, verb, phrase, "in_force" if type_ == "started" else "agreed"))
            return
        if type_ == "demanded" and not phrase.definite:
            phrase.wanted = True
        if type_ == "negotiated" and not phrase.definite:
            phrase.wanted = True
        length = setting.duration or (phrase.length if verb < phrase.first or type_ == "started" else None)
        date = None if setting.date is setting.since and type_ in ("announced", "agreed") else setting.date
        if type_ == "extended" and date is not None and date.value and self._is_after_publication(ground, date):
            setting.until, date = setting.until or date, None
        several = setting.dates if type_ == "extended" and len(setting.dates) > 1 else (date,)
        for one in self._doers(ground, verb, type_, actor):
            for day in several:
                told.events.append(
                    EventDraft(
                        type=type_, phrase=phrase, span=ground.span(verb, verb + 1), rule=f"verb-{type_}", actor=one,
                        by_speaker=one is None and type_ in ("demanded", "confirmed"), region=setting.region,
                        duration=length, date=day,
                    )
                )
        self._add_facts(ground, verb, phrase, type_, actor, setting, told)

    def _doers(self, ground: Ground, verb: int, type_: str, actor: ActorMention | None) -> list[ActorMention | None]:
        """Each side its own breach where both accuse; else the first of those joined."""
        if actor is None:
            return [None]
        joined = ground.coordinated(actor)
        mutual = type_ == "violated" and any(ground.word(n) == "saling" for n in range(max(0, verb - 6), verb))
        return [*joined] if mutual else [joined[0]]

    def _is_after_publication(self, ground: Ground, date: TimeMention) -> bool:
        published = ground.document.published
        return published is not None and (date.value or "")[:10] > published.isoformat()

    def _add_facts(
        self, ground: Ground, verb: int, phrase: Phrase, type_: str, actor: ActorMention | None, setting: Setting,
        told: Told,
    ) -> None:
        span = ground.span(verb, verb + 1)
        if setting.until is not None and type_ in ("announced", "agreed", "started", "extended"):
            told.facts.append(FactDraft("ends", phrase, span, "until", time=setting.until))
        if setting.since is not None and type_ in ("announced", "agreed"):
            told.facts.append(FactDraft("starts", phrase, span, "since", time=setting.since))
        imposed = type_ == "started" and ground.word(verb) in ("memberlakukan", "menerapkan")
        if (type_ == "announced" or imposed) and actor is not None:
            for one in ground.coordinated(actor):
                told.facts.append(FactDraft("declared_by", phrase, span, "declarer", actor=one))
        both = type_ == "agreed" or ground.word(verb) == "memulai" or (type_ == "extended" and ground.word(verb) in ("menyetujui", "menyepakati", "sepakat"))
        if both and actor is not None:
            for one in ground.coordinated(actor):
                told.facts.append(FactDraft("parties", phrase, span, "signatory", actor=one))

    def _broker(
        self, ground: Ground, phrase: Phrase, verb: int, actor: ActorMention | None, told: Told
    ) -> None:
        for one in ground.coordinated(actor) if actor else ():
            told.facts.append(FactDraft("brokers", phrase, ground.span(verb, verb + 1), "broker", actor=one))
        told.facts.append(self._status(ground, verb, phrase, "agreed"))
        date = self._settings.read(ground, verb, phrase).date
        if date is not None and ground.clause(verb).link == "yang":
            told.facts.append(FactDraft("announced", phrase, ground.span(verb, verb + 1), "dated", time=date))

    def _identify(
        self, ground: Ground, verb: int, phrase: Phrase, type_: str, actor: ActorMention | None, told: Told
    ) -> None:
        """A relative clause that only says which pause is meant."""
        span = ground.span(verb, verb + 1)
        if type_ == "announced" and actor is not None:
            told.facts += [FactDraft("declared_by", phrase, span, "declarer", actor=a) for a in ground.coordinated(actor)]
        if type_ == "agreed" and actor is not None:
            told.facts += [FactDraft("parties", phrase, span, "signatory", actor=a) for a in ground.coordinated(actor)]
        if type_ == "agreed" and ground.word(verb + 1) == "dengan" and (other := ground.at(ActorMention, verb + 2)):
            told.facts += [FactDraft("parties", phrase, span, "signatory", actor=a) for a in ground.coordinated(other)]
        status = {"started": "in_force", "violated": "violated", "ended": "ended", "announced": "agreed", "agreed": "agreed"}
        if type_ in status:
            told.facts.append(self._status(ground, verb, phrase, status[type_]))
        setting = self._settings.read(ground, verb, phrase)
        if type_ in ("announced", "agreed") and (date := setting.since or setting.date) is not None:
            slot: FactSlot = "starts" if setting.since is not None else "announced"
            told.facts.append(FactDraft(slot, phrase, span, "dated", time=date))
            if setting.until is not None:
                told.facts.append(FactDraft("ends", phrase, span, "until", time=setting.until))
        if type_ in ("demanded", "negotiated"):
            phrase.wanted = True

    def _future(self, ground: Ground, verb: int, phrase: Phrase, type_: str, told: Told) -> None:
        """What is yet to come fills slots."""
        setting = self._settings.read(ground, verb, phrase)
        span = ground.span(verb, verb + 1)
        if type_ == "started":
            if setting.date is not None:
                told.facts.append(FactDraft("starts", phrase, span, "yet-to-start", time=setting.date))
            if setting.duration is not None:
                told.facts.append(FactDraft("duration", phrase, span, "length", time=setting.duration))
            if setting.until is not None:
                told.facts.append(FactDraft("ends", phrase, span, "until", time=setting.until))
            told.facts.append(self._status(ground, verb, phrase, "agreed"))
        elif type_ == "ended" and (end := setting.date or setting.until):
            told.facts.append(FactDraft("ends", phrase, span, "yet-to-end", time=end))
        elif type_ in ("agreed", "announced", "negotiated") and not phrase.definite:
            phrase.wanted = True

    def _negated(
        self, ground: Ground, verb: int, phrase: Phrase, type_: str, actor: ActorMention | None, told: Told
    ) -> bool:
        near = {ground.word(n) for n in range(max(0, verb - 4), verb)}
        if "belum" in near or "bukan" in near:
            phrase.wanted = phrase.wanted or (not phrase.definite and type_ in ("agreed", "started"))
            return True
        if type_ in ("agreed",) and not ground.quoted(verb) and actor is not None:
            phrase.wanted = not phrase.definite
            self._add(ground, verb, phrase, "rejected", actor, told)
        elif type_ == "extended" and not near & {"akan"}:
            self._add(ground, verb, phrase, "ended", None, told)
        elif type_ in ("agreed", "started"):
            phrase.wanted = phrase.wanted or not phrase.definite
            phrase.makes_pause = phrase.definite and phrase.makes_pause
        return True

    def _obeying(self, ground: Ground, verb: int, phrase: Phrase, actor: ActorMention | None, told: Told) -> bool:
        """To keep a pause is no event; to pledge it is."""
        before = ground.syntax.verb_before(verb)
        outer = ground.word(before) if before is not None else ""
        if outer in ("berjanji", "bersumpah", "berkomitmen", "siap") and before is not None and verb - before <= 4:
            self._add(ground, verb, phrase, "confirmed", ground.subject(before), told)
        else:
            told.facts.append(self._status(ground, verb, phrase, "in_force"))
        return True

    def _status(self, ground: Ground, verb: int, phrase: Phrase, value: str) -> FactDraft:
        return FactDraft("status", phrase, ground.span(verb, verb + 1), f"status-{value.replace('_', '-')}", value=value)
