"""Verbs that tell events of a pause: announced, begun, agreed, broken, wanted, over.

Which verbs are looked at, and in which voice, is decided here; `actives` and `passives` read them.
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire_id.scope.actives import ActiveVerbs
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.passives import PassiveVerbs
from ceasefire_id.scope.setting import SettingReader
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.verbs import Verbs
from ceasefire_id.scope.vocabulary import EventWords, Voice

__all__ = ["EventReader"]

#: what may follow `usai` where it is the verb
_AFTER_CLOSE: Final = frozenset(("pada", "tanpa", "di", "dan", "sudah", "dengan", "lebih"))

#: what breaks out where a verb of breaking stands before it
_WARS: Final = frozenset(("perang", "konflik", "kerusuhan", "pemberontakan", "perlawanan", "suara"))


#: what is done to borders and roads too, and the words before it where it is done to a pause
_OPENED: Final = frozenset(("dibuka", "ditutup"))
_OPENING: Final = frozenset(("direncanakan", "dijadwalkan", "rencananya", "akan", "resmi", "dan"))

#: what happens to a paper too when it is written out
_DRAFTED: Final = frozenset(("rampung", "selesai", "usai"))

#: what a noun tells before a verb that says little (`penolakan P disampaikan A`), and a beginning only before these
_TOLD_BY_NOUN: Final = frozenset(
    ("negotiated", "extended", "demanded", "violated", "agreed", "announced", "rejected", "ended")
)
_COMING_ABOUT: Final = frozenset(("dimulai", "terjadi", "berlangsung"))


class EventReader:
    """Reads the events at verbs."""

    def __init__(self, words: EventWords, settings: SettingReader) -> None:
        self._words = words
        self._settings = settings
        light = words.words["light_active"] | words.words["light_passive"]
        self._triggers = frozenset(words.verbs) | frozenset(words.idioms) | light

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add the events and facts of all verbs that have a pause as subject or object."""
        verbs = _Verbs(self._words, ground, arguments, self._settings, told)
        for number in ground.words.numbers(self._triggers):
            verbs.read(number)


class _Verbs(Verbs):
    """Looks at the verbs of one document and hands them on by their voice."""

    def __init__(
        self, words: EventWords, ground: Ground, arguments: Arguments, settings: SettingReader, told: Told
    ) -> None:
        super().__init__(words, ground, arguments, settings, told)
        self._light = words.words["light_active"] | words.words["light_passive"]
        self._actives = ActiveVerbs(words, ground, arguments, settings, told)
        self._passives = PassiveVerbs(words, ground, arguments, settings, told)

    def read(self, verb: int) -> None:
        """What one verb tells, if anything."""
        word = self._ground.word(verb)
        if self._arguments.holding(verb):
            return
        if word == "terjadi" and self._arguments.holding(verb + 1) is None:
            self._read_light(verb)
            return
        if word == "mulai" and (
            self._ground.word(verb - 1) in ("terhitung", "dihitung")
            or self._ground.syntax.verb_after(verb) == verb + 1
            or "efektif" in (self._ground.word(verb - 1), self._ground.word(verb + 1))
            or self._is_preposition(verb)
        ):
            return
        if word in ("usai", "selesai") and not self._closes(verb, word):
            return
        if word in _DRAFTED and self._is_of_paper(verb):
            return
        here = self._arguments.between(self._ground.clause(verb).first, verb)
        if word == "gugur" and not here and self._arguments.parted(verb) is None:
            # Soldiers fall too.
            return
        if word == "berlaku" and self._ground.word(verb - 1) == "masa":
            return
        if word in ("urung", "gagal") and self._begins(verb + 1):
            return
        idiom = self._words.idioms.get(word, {}).get(self._ground.word(verb + 1))
        if idiom is not None and self._ground.adjoins(verb + 1):
            self._read_voice(verb, Voice(idiom, "intransitive"))
            return
        if word in self._words.words["coming"] and self._read_origin(verb):
            return
        if word == "lewat" and not self._is_outlived(verb):
            return
        if word in self._words.words["of_things"] and not self._is_of_pause(verb):
            if word in self._light:
                self._read_light(verb)
            return
        if any(self._read_voice(verb, voice) for voice in self._words.verbs.get(word, ())):
            return
        if word in self._light:
            self._read_light(verb)

    def _read_origin(self, verb: int) -> bool:
        """`P bermula dari usul K`: whether the verb tells who proposed it, not that it began."""
        ground = self._ground
        number = verb + 2 + (ground.word(verb + 2) == "sebuah")
        if ground.word(verb + 1) != "dari" or ground.word(number) not in self._words.words["offers"]:
            return False
        argument, maker = self._arguments.subject(verb), ground.at(ActorMention, number + 1)
        if argument is None or argument.phrase.governor >= 0 or not ground.mood(verb).real:
            return argument is not None and argument.phrase.governor < 0
        self._tell.add(verb, argument.phrase, "demanded", maker)
        return True

    def _is_of_paper(self, verb: int) -> bool:
        """`Naskah P sudah rampung`: the paper is ready, nothing is over."""
        argument = self._arguments.subject(verb)
        return (
            argument is not None and self._ground.word(argument.phrase.outer - 1) in self._words.words["signed_papers"]
        )

    def _is_of_pause(self, verb: int) -> bool:
        """Whether nobody but the pause can be what broke or died: `P antara A dan B di Z pecah`, not `pecah perang`."""
        argument = self._arguments.subject(verb)
        if self._ground.word(verb) in _OPENED and self._ground.word(verb - 1) not in _OPENING:
            return False
        if self._ground.word(verb - 1) in self._words.words["arms"]:
            # `baku tembak pecah`
            return False
        if argument is None or self._ground.word(verb + 1) in self._words.words["attack_nouns"] | _WARS:
            return False
        if argument.relative or argument.phrase.stop > verb:
            return True
        start = max(argument.phrase.stop, self._ground.clause(verb).first)
        return all(self._arguments.is_light(number) for number in range(start, verb))

    def _is_outlived(self, verb: int) -> bool:
        """Whether `lewat` is the verb of `masa berlakunya lewat`, no preposition."""
        before = self._arguments.holding(verb - 1)
        return before is not None and before.rule in ("lifetime", "possessed")

    def _begins(self, verb: int) -> bool:
        """Whether what follows `gagal` did not come about, so that nothing ends (`gagal dicapai`)."""
        voices = self._words.verbs.get(self._ground.word(verb), ())
        return any(voice.type in ("started", "agreed") and voice.voice != "active" for voice in voices)

    def _closes(self, number: int, word: str) -> bool:
        """Whether `usai` is a pause's verb: no preposition (`usai rapat`), nor of its bound (`P sampai panen usai`)."""
        if not {self._ground.word(n) for n in range(number - 3, number)}.isdisjoint(("sampai", "hingga")):
            return False
        if word == "selesai":
            return True
        following = self._ground.word(number + 1)
        named = self._ground.at(TimeMention, number + 1)
        return bool(self._ground.gap(number + 1).strip()) or named is not None or following in _AFTER_CLOSE

    def _is_preposition(self, number: int) -> bool:
        """`memberlakukan P mulai T`: the verb before has the pause as its object."""
        before = self._ground.syntax.verb_before(number)
        phrase = self._arguments.holding(number - 1)
        if phrase is not None and self._ground.at(TimeMention, number + 1) and self._ground.syntax.verb_after(number):
            return True
        if phrase is not None and phrase.rule == "stop-verb":
            # `berhenti menembak mulai T`
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
            return self._actives.read(verb, voice)
        argument = self._arguments.subject(verb) if voice.voice != "talks" else None
        if argument is None or (voice.voice == "own" and not self._is_done(verb)):
            return False
        return self._passives.read(verb, voice, argument)

    def _is_done(self, verb: int) -> bool:
        """Whether `diumumkannya` is the verb (`yang diumumkannya pada T`), not the noun of `sejak diumumkannya P`."""
        before, following = self._ground.word(verb - 1), self._ground.word(verb + 1)
        told = (
            before in ("yang", "dan", "lalu", "kemudian", "baru", "telah", "sudah", "resmi") or following == "sendiri"
        )
        # `P itu dicabutnya T`
        told = told or self._arguments.holding(verb - 1) is not None
        return told and self._arguments.holding(verb + 1) is None

    def _read_light(self, verb: int) -> None:
        """`menggelar perundingan P`, `pelanggaran P dilaporkan`: the noun tells the event."""
        words, word = self._words.words, self._ground.word(verb)
        active = word in words["light_active"]
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
        if (
            type_ == "extended"
            and word in words["coming"]
            and self._ground.word(phrase.governor - 1) in words["offers"]
        ):
            # `usul perpanjangan itu datang dari K`
            type_ = "demanded"
        if type_ in _TOLD_BY_NOUN or (type_ == "started" and word in _COMING_ABOUT):
            # of `A mencatat pelanggaran P` somebody else is the culprit
            own = active and (type_ != "violated" or word == "melakukan")
            actor = self._ground.subject(verb) if own else self._tell.owner(phrase)
            if actor is None and type_ == "rejected":
                actor = self._ground.agent(verb)
            if actor is None and type_ == "negotiated":
                beside = phrase.stop + (self._ground.word(phrase.stop) == "antara")
                actor = self._ground.at(ActorMention, beside)
            if word in words["coming"] and self._ground.word(verb + 1) == "dari":
                if phrase.rule == "act":
                    # `Usul itu datang dari K` is told by the offer.
                    return
                actor = actor or self._ground.at(ActorMention, verb + 2)
            self._tell.add(verb, phrase, type_, actor)
            following = {self._ground.word(n) for n in range(verb + 1, verb + 5)}
            if type_ == "negotiated" and "tanpa" in following and following & self._words.words["vain"]:
                self._told.facts.append(self._tell.status(verb, phrase, "proposed"))
