"""Verbs with a pause as their object: `menyepakati P`, `menolak P`, `sepakat memperpanjang P`, `mencabutnya`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.strikers import strike
from ceasefire_id.scope.verbs import Verbs
from ceasefire_id.scope.vocabulary import Voice

__all__ = ["ActiveVerbs"]

#: how many verbs a verb of asking may govern one after another
_GOVERNED: Final = 3

#: verbs by which somebody gives their word
_PLEDGING: Final = frozenset(("berjanji", "bersumpah", "berkomitmen", "berikrar", "menyanggupi", "bertekad"))

#: passive verbs of accusing, and how far before the breach they stand
_ACCUSED: Final = frozenset(("dituduh", "dituding", "disebut", "dikatakan", "disalahkan", "didakwa", "terbukti"))
_ACCUSED_WITHIN: Final = 6
#: what is counted of a pause that goes on
_COUNTED: Final = frozenset(("hari", "pekan", "minggu", "bulan", "tahun", "jam"))

#: what a noun between a verb of making known and the pause makes of it; nothing of the pause itself
_NONE: Final = "none"
_ATTITUDES: Final = {
    "komitmen": "confirmed",
    "kepatuhan": "confirmed",
    "kesetiaan": "confirmed",
    "kesediaan": "agreed",
    "kesanggupan": "agreed",
    "persetujuan": "agreed",
    "penerimaan": "agreed",
    "penolakan": "rejected",
    "keberatan": "rejected",
    "dukungan": _NONE,
    "harapan": _NONE,
    "keprihatinan": _NONE,
    "kekecewaan": _NONE,
    "keraguan": _NONE,
    "kesiapan": "confirmed",
}


class ActiveVerbs(Verbs):
    """Reads active verbs, `sepakat` and its like, and those with the pause as their `-nya`."""

    def read(self, verb: int, voice: Voice) -> bool:
        """Whether the verb in this voice has a pause; what it tells is added."""
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
        if phrase is None and voice.type == "extended" and self._real.is_unwilling(verb):
            # `habis karena A enggan memperpanjang`
            phrase = self._ended_here(verb)
        if self._ground.word(verb) == "menambahkan" and self._ground.at(TimeMention, verb + 1) is None:
            # only `menambahkan L pada P`
            return False
        if phrase is None or (voice.voice == "from" and self._ground.word(phrase.outer - 1) != "dari"):
            return False
        if self._real.has_clause(verb, phrase, voice):
            return voice.type == "demanded" and self._ask(phrase)
        following = self._ground.word(verb + 1)
        saying = following == "bahwa" or (
            (
                following in ("akan", "siap", "tidak", "tak", "belum")
                or (following == "untuk" and self._ground.word(verb + 2) in ("tidak", "tak"))
            )
            and phrase.rule != "stop-verb"
        )
        if voice.type == "announced" and not saying and self._tells_change(verb, phrase):
            return False
        if voice.type in ("announced", "confirmed") and (saying or self._real.asks_to_keep(verb, phrase)):
            return False
        if voice.voice == "willing" and self._real.asks_to_keep(verb, phrase):
            self._tell.add(verb, phrase, "confirmed", self._ground.subject(verb))
            return True
        type_ = self._type(voice.type, phrase)
        if voice.type == "announced" and phrase.governor < 0:
            type_ = self._attitude(verb, phrase) or type_
            phrase.wanted = phrase.wanted or (type_ == _NONE and not phrase.definite)
        if self._ground.word(verb) == "memasuki" and self._is_counted(verb, phrase):
            # `memasuki pekan kelima P`: it has held so long
            self._told.facts.append(self._tell.status(verb, phrase, "in_force"))
            return True
        if type_ is None or type_ == _NONE or (voice.voice == "willing" and self._changes(verb, phrase)):
            return False
        if self._is_carried_out(verb, phrase, type_):
            return True
        if voice.voice == "willing" and self._real.still(verb) and phrase.governor < 0:
            # `tetap berkomitmen pada P`
            self._tell.add(verb, phrase, "confirmed", self._ground.subject(verb))
            return True
        if type_ == "started" and voice.voice == "pronoun" and (pledged := self._pledged(verb)) is not None:
            # `berjanji (akan) melaksanakannya`
            self._tell.add(verb, phrase, "confirmed", self._ground.subject(pledged), pledged)
            return True
        relative = self._ground.clause(verb).link == "yang"
        mood = self._ground.mood(verb)
        actor = self._arguments.equated(verb) or self._accused(verb, type_) or self._ground.subject(verb)
        struck = strike(self._ground, verb, self._words.words["attack_nouns"]) if type_ == "violated" else None
        actor, place = struck or (actor, None)
        if self._real.is_denied(verb) or self._real.is_possible(verb) or self._real.is_effort(verb):
            self._drop(verb, "denied, possible or tried only")
            phrase.definite = phrase.definite or type_ in ("extended", "ended", "violated")
            phrase.wanted = phrase.wanted or (not phrase.definite and type_ in ("agreed", "announced", "started"))
            return True
        if type_ != "confirmed" and self._is_asked_for(verb, phrase, type_):
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
            return self._keeping.heeding(verb, phrase, actor)
        if mood.negated and self._ground.word(verb - 1) in self._words.words["objects"]:
            # `tidak keberatan memperpanjang P`
            phrase.definite = phrase.definite or type_ == "extended"
            return True
        if mood.negated or self._real.is_unwilling(verb):
            return self._keeping.negated(verb, phrase, type_, actor)
        if type_ == "demanded" and phrase.first > verb and self._real.asks_to_keep(verb, phrase):
            return True
        if self._real.is_wish(verb, type_, phrase):
            phrase.wanted = phrase.wanted or (
                not phrase.definite and type_ in ("agreed", "started", "announced", "confirmed")
            )
            phrase.definite = phrase.definite or type_ in ("extended", "ended", "violated")
            return True
        if type_ == "confirmed" and self._ground.word(verb).removesuffix("nya") in self._words.words["keep"]:
            return self._keeping.keeping(verb, phrase, actor, self._words.words["pledge"])
        if mood.hypothetical or (mood.future and type_ != "confirmed"):
            self._tell.future(verb, phrase, type_)
            return True
        if type_ == "announced" and self._keeps(verb, phrase):
            type_ = "confirmed"
        self._tell.add(verb, phrase, type_, actor, place=place)
        if type_ == "suspended" and "bagian" in (self._ground.word(n) for n in range(verb + 1, phrase.outer)):
            # It holds on for the others.
            self._told.facts.append(self._tell.status(verb, phrase, "in_force"))
        return True

    def _tells_change(self, verb: int, phrase: Phrase) -> bool:
        """`mengumumkan pada T bahwa P diperpanjang`: the inner verb tells what becomes of a pause that is there."""
        link = next((n for n in range(verb + 2, phrase.outer) if self._ground.word(n) == "bahwa"), -1)
        inner = self._ground.syntax.verb_after(phrase.stop - 1) if link >= 0 else None
        if inner is None or not self._ground.mood(inner).real:
            return False
        voices = self._words.verbs.get(self._ground.word(inner), ())
        return any(voice.type in ("extended", "ended", "suspended") and voice.voice != "active" for voice in voices)

    def _accused(self, verb: int, type_: str) -> ActorMention | None:
        """`B dituduh (A) melanggar P`: B."""
        outer = self._ground.syntax.verb_before(verb) if type_ == "violated" else None
        if outer is None or verb - outer > _ACCUSED_WITHIN or self._ground.word(outer) not in _ACCUSED:
            return None
        return self._ground.subject(outer)

    def _is_counted(self, verb: int, phrase: Phrase) -> bool:
        """Whether a day or week that is counted stands between a verb and the pause."""
        between = [self._ground.word(n) for n in range(verb + 1, phrase.outer)]
        return any(word in _COUNTED for word in between)

    def _pledged(self, verb: int) -> int | None:
        """The verb by which somebody gives their word to do what a verb says."""
        outer = self._ground.syntax.verb_before(verb)
        near = outer is not None and verb - outer <= _GOVERNED
        return outer if near and self._ground.word(outer or 0) in _PLEDGING else None

    def _attitude(self, verb: int, phrase: Phrase) -> str | None:
        """`menyatakan komitmennya pada P` gives the word, `menyatakan penolakannya atas P` refuses."""
        stated = [_ATTITUDES.get(self._ground.word(n).removesuffix("nya")) for n in range(verb + 1, phrase.outer)]
        return next((type_ for type_ in stated if type_ is not None), None)

    def _ended_here(self, verb: int) -> Phrase | None:
        """The pause whose end the same sentence has told."""
        sentence = self._ground.sentence(verb)
        over = [
            event
            for event in self._told.events
            if event.type == "ended" and self._ground.words.first_at(event.span.start) in sentence
        ]
        return over[-1].phrase if over else None

    def _is_asked_for(self, verb: int, phrase: Phrase, type_: str) -> bool:
        """`mendesak B menyepakati P`, `meminta B menahan diri dan memperbarui P`: the outer verb has told the event."""
        outer = self._ground.syntax.verb_before(verb)
        for _ in range(_GOVERNED):
            if outer is None:
                return False
            if self._real.is_asked(outer, phrase, type_) and self._arguments.object(outer) is phrase:
                return True
            outer = self._ground.syntax.verb_before(outer)
        return False

    def _keeps(self, verb: int, phrase: Phrase) -> bool:
        """`menyatakan tentaranya akan berhenti menembak` of what was agreed before: a pledge, no announcement."""
        settled = any(event.type == "agreed" for event in self._told.events)
        said = self._ground.word(verb) in ("menyatakan", "menegaskan") and self._ground.word(phrase.first - 1) == "akan"
        return settled and said and phrase.rule == "stop-verb" and phrase.definite

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
