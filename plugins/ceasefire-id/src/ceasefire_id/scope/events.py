"""Verbs that tell events of a pause: announced, begun, agreed, broken, wanted, over."""

from __future__ import annotations

from typing import Final

import attrs

from ceasefire.mentions import ActorMention, TimeMention
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
_BACKGROUND: Final = frozenset(("setelah", "sejak", "sebelum", "usai", "seusai", "sesudah", "begitu", "ketika", "saat", "selepas"))
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
            if word == "menyatakan" and ground.word(number + 1) in ("bahwa", "akan", "siap"):
                continue
            for voice in self._words.verbs.get(word, ()):
                if self._read_voice(ground, arguments, number, voice, told):
                    break
            else:
                if word in self._light:
                    self._read_light(ground, arguments, number, told)

    # ---- one verb ------------------------------------------------------------------------------------------------

    def _read_voice(self, ground: Ground, arguments: Arguments, verb: int, voice: Voice, told: Told) -> bool:
        """Whether the verb in this voice has a pause; what it tells is added."""
        if voice.voice in ("active", "willing", "talks", "from"):
            return self._read_active(ground, arguments, verb, voice, told)
        argument = arguments.subject(verb)
        if argument is None:
            return False
        return self._read_passive(ground, verb, voice, argument, told)

    def _read_active(self, ground: Ground, arguments: Arguments, verb: int, voice: Voice, told: Told) -> bool:
        phrase = arguments.object(verb)
        if phrase is None and ground.word(verb).endswith("nya"):
            phrase = arguments.latest(verb)
        if phrase is None or (voice.voice == "from" and ground.word(phrase.outer - 1) != "dari"):
            return False
        type_ = self._type(ground, voice.type, phrase)
        if type_ is None:
            return False
        relative = ground.clause(verb).link == "yang"
        mood = ground.mood(verb)
        actor = ground.subject(verb)
        if voice.type == "brokered":
            self._broker(ground, phrase, verb, actor, told)
            if relative or not mood.real:
                return True
            type_, actor = "agreed", None
        if mood.negated:
            return self._negated(ground, verb, phrase, type_, actor, told)
        if self._is_wish(ground, verb, type_, phrase):
            phrase.wanted = True
            return True
        if type_ == "confirmed" and ground.word(verb) in ("mematuhi", "menghormati", "menaati") and not mood.future:
            return self._obeying(ground, verb, phrase, actor, told)
        if mood.hypothetical or (mood.future and type_ != "confirmed"):
            self._future(ground, verb, phrase, type_, told)
            return True
        self._add(ground, verb, phrase, type_, actor, told)
        return True

    def _read_passive(self, ground: Ground, verb: int, voice: Voice, argument: Argument, told: Told) -> bool:
        phrase, mood = argument.phrase, ground.mood(verb)
        actor = ground.syntax.agent(verb) if voice.voice == "passive" else None
        type_ = self._type(ground, voice.type, phrase) if not argument.relative else voice.type
        if voice.type == "brokered":
            self._broker(ground, phrase, verb, actor, told)
            return True
        if type_ is None:
            return False
        if self._is_applied(ground, verb, voice):
            told.facts.append(self._status(ground, verb, phrase, "in_force") if mood.real and type_ == "started" else
                              self._status(ground, verb, phrase, "agreed"))
            return True
        if mood.negated:
            return self._negated(ground, verb, phrase, type_, actor, told)
        if self._still(ground, verb) and type_ == "started":
            told.facts.append(self._status(ground, verb, phrase, "in_force"))
            return True
        setting = self._settings.read(ground, verb, phrase)
        if mood.hypothetical:
            return True
        if mood.future or self._lies_ahead(ground, setting, type_):
            self._future(ground, verb, phrase, type_, told)
            return True
        if argument.relative and not (argument.set_off or setting.date):
            self._identify(ground, verb, phrase, type_, actor, told)
            return True
        outer = ground.syntax.verb_before(verb)
        if actor is None and outer is not None and ground.word(outer) == "mengumumkan":
            actor = ground.subject(outer)
        self._add(ground, verb, phrase, type_, actor, told)
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
        if type_ in ("demanded", "negotiated", "confirmed"):
            return False
        link = ground.clause(verb).link
        before = ground.syntax.verb_before(verb)
        outer = ground.word(before) if before is not None else ""
        if outer in ("sepakat", "setuju", "bersepakat", "bersedia") and before is not None and verb - before <= 3:
            return False
        wanting = {ground.word(n) for n in range(max(0, verb - 3), verb)} & self._words.words["wanting"]
        return link in _INTENT or bool(wanting) or ground.word(verb - 1) in _INTENT

    def _lies_ahead(self, ground: Ground, setting: Setting, type_: str) -> bool:
        """Whether the clause dates it after the day of publication."""
        published = ground.document.published
        if published is None or setting.date is None or not setting.date.value:
            return False
        return type_ in ("started", "ended") and setting.date.value[:10] > published.isoformat()

    # ---- what is added -------------------------------------------------------------------------------------------

    def _add(
        self, ground: Ground, verb: int, phrase: Phrase, type_: str, actor: ActorMention | None, told: Told
    ) -> None:
        setting = self._settings.read(ground, verb, phrase)
        link = ground.clause(verb).link
        if link in _BACKGROUND and not (actor or setting.date):
            told.facts.append(self._status(ground, verb, phrase, "in_force" if type_ == "started" else "agreed"))
            return
        if type_ == "demanded" and not phrase.definite:
            phrase.wanted = True
        if type_ == "negotiated" and not phrase.definite:
            phrase.wanted = True
        length = setting.duration or (phrase.length if verb < phrase.first or type_ == "started" else None)
        date = setting.date
        if type_ == "extended" and date is not None and date.value and self._is_after_publication(ground, date):
            setting.until, date = setting.until or date, None
        told.events.append(
            EventDraft(
                type=type_, phrase=phrase, span=ground.span(verb, verb + 1), rule=f"verb-{type_}", actor=actor,
                by_speaker=actor is None and type_ in ("demanded", "confirmed"), region=setting.region,
                duration=length, date=date,
            )
        )
        self._add_facts(ground, verb, phrase, type_, actor, setting, told)

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
        if type_ in ("announced",) and actor is not None:
            for one in ground.coordinated(actor)[1:]:
                told.facts.append(FactDraft("declared_by", phrase, span, "declarer", actor=one))
        both = type_ == "agreed" or (type_ == "extended" and ground.word(verb) in ("menyetujui", "menyepakati", "sepakat"))
        if both and actor is not None:
            for one in ground.coordinated(actor):
                told.facts.append(FactDraft("parties", phrase, span, "signatory", actor=one))

    def _broker(
        self, ground: Ground, phrase: Phrase, verb: int, actor: ActorMention | None, told: Told
    ) -> None:
        for one in ground.coordinated(actor) if actor else ():
            told.facts.append(FactDraft("brokers", phrase, ground.span(verb, verb + 1), "broker", actor=one))
        told.facts.append(self._status(ground, verb, phrase, "agreed"))

    def _identify(
        self, ground: Ground, verb: int, phrase: Phrase, type_: str, actor: ActorMention | None, told: Told
    ) -> None:
        """A relative clause that only says which pause is meant."""
        span = ground.span(verb, verb + 1)
        if type_ == "announced" and actor is not None:
            told.facts += [FactDraft("declared_by", phrase, span, "declarer", actor=a) for a in ground.coordinated(actor)]
        if type_ == "agreed" and actor is not None:
            told.facts += [FactDraft("parties", phrase, span, "signatory", actor=a) for a in ground.coordinated(actor)]
        status = {"started": "in_force", "violated": "violated", "ended": "ended", "announced": "agreed", "agreed": "agreed"}
        if type_ in status:
            told.facts.append(self._status(ground, verb, phrase, status[type_]))
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
