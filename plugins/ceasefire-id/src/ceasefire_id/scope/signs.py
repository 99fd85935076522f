"""What tells of a pause beside its verbs: nouns, `bertahan`, `berlaku seketika`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import ANSWERING, Phrase
from ceasefire_id.scope.reality import Reality
from ceasefire_id.scope.saying import source_of
from ceasefire_id.scope.setting import SettingReader
from ceasefire_id.scope.strikers import strike
from ceasefire_id.scope.telling import Teller, Told
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["SignReader"]

#: words before an end that has not come
_AHEAD: Final = frozenset(("menjelang", "sebelum", "jika", "bila", "kalau", "kemungkinan", "ancaman", "risiko"))
#: what before `ada` refuses
_NEVER: Final = frozenset((("tidak", "akan"), ("tak", "akan"), ("tidak", "pernah")))
#: verbs of how long a pause was there
_AGED: Final = frozenset(("berumur", "berusia"))
#: what is said of an end that has not come
_FEARED: Final = frozenset(
    ("dikhawatirkan", "ditakutkan", "diperkirakan", "diramalkan", "dicegah", "dihindari", "diharapkan")
)
#: nouns of what somebody offers, words that say which one, and verbs by which it is theirs
_OFFERS: Final = frozenset(("tawaran", "usul", "usulan", "inisiatif", "prakarsa", "ajakan", "gagasan", "permintaan"))
_WHICH: Final = frozenset(("pertama", "awal", "itu", "semula", "kedua", "balasan", "tersebut"))
_COMING: Final = frozenset(("datang", "berasal", "muncul", "lahir"))
#: words that say that a pause holds from the moment it is made known
_AT_ONCE: Final = frozenset(("seketika", "segera", "langsung", "serta-merta", "juga"))
#: `saat itu juga`
_THAT_TIME: Final = frozenset(("saat", "detik", "ketika", "menit", "waktu"))


#: verbs by which a pause gets somebody's assent
_GETTING: Final = frozenset(("mendapat", "mendapatkan", "memperoleh", "mengantongi", "beroleh", "menerima"))


#: who says that he himself is not bound, and how far before the verb
_OWN: Final = frozenset(
    ("bahwa", "pihaknya", "dirinya", "kelompoknya", "pasukannya", "mereka", "merasa", "ia", "sama", "sekali")
)
_REFUSING: Final = frozenset(("menolak", "enggan", "emoh", "ogah"))
_SAID_WITHIN: Final = 5


class SignReader:
    """Reads the signs of a document after its verbs."""

    def __init__(self, words: EventWords, settings: SettingReader) -> None:
        self._words = words
        self._settings = settings

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add the events and facts of all signs."""
        signs = _Signs(self._words, ground, arguments, self._settings, told)
        signs.read_nouns()
        signs.read_holding()
        signs.read_age()
        signs.read_unbound()
        signs.read_absence()
        signs.read_assent()
        signs.read_at_once()
        signs.read_origin()
        signs.read_answers()


class _Signs:
    """Reads the signs of one document. Verbs and nouns are word numbers."""

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

    def read_nouns(self) -> None:
        """`seiring tercapainya P`: a noun tells an event where its clause dates it."""
        told = {id(event.phrase) for event in self._told.events}
        for phrase in self._arguments.phrases:
            type_ = self._words.nouns.get(self._ground.word(phrase.governor)) if phrase.governor >= 0 else None
            if type_ not in ("agreed", "ended", "started", "violated") or id(phrase) in told:
                continue
            verb = self._ground.syntax.verb_before(phrase.governor)
            if type_ == "violated":
                if (
                    verb is not None
                    and self._ground.word(verb) in self._words.words["call"]
                    and self._ground.mood(verb).real
                ):
                    struck = strike(self._ground, verb, self._words.words["attack_nouns"])
                    actor, place = struck or (None, None)
                    actor = self._tell.owner(phrase) or actor
                    self._tell.add(verb, phrase, "violated", actor, noun=phrase.governor, place=place)
                continue
            if (
                verb is not None
                and self._ground.mood(verb).real
                and self._settings.read(self._ground, verb, phrase).date
            ):
                self._tell.add(verb, phrase, type_, self._tell.owner(phrase), noun=phrase.governor)
            elif type_ == "agreed" and self._ground.word(phrase.governor).endswith("nya"):
                self._told.facts.append(self._tell.status(phrase.governor, phrase, "agreed"))
            elif verb is None and self._is_told_by_noun(phrase):
                self._tell.add(phrase.governor, phrase, type_, self._tell.owner(phrase), noun=phrase.governor)
            elif type_ == "ended" and self._has_come(phrase.governor, verb):
                self._told.facts.append(self._tell.status(phrase.governor, phrase, "ended"))

    def _is_told_by_noun(self, phrase: Phrase) -> bool:
        """`Runtuhnya P di Z pada T memaksa warga pergi`: the subject of the sentence, and dated."""
        ground, noun = self._ground, phrase.governor
        verb = ground.syntax.verb_after(phrase.stop - 1)
        stop = verb if verb is not None else ground.sentence(noun).stop
        dated = any(time.type in ("DATE", "TIME") for time in ground.times(phrase.stop, stop))
        return dated and noun == ground.sentence(noun).start and (verb is None or ground.mood(verb).real)

    def _has_come(self, noun: int, verb: int | None) -> bool:
        """Whether `runtuhnya P` is told as come: not feared, prevented or ahead."""
        before = self._ground.word(noun - 1)
        if before in ("sejak", "setelah", "sesudah", "usai", "pasca", "akibat", "karena"):
            return True
        after = self._ground.syntax.verb_after(noun)
        if after is not None and self._ground.word(after) in _FEARED:
            return False
        return verb is None and noun - self._ground.sentence(noun).start <= 1 and before not in _AHEAD

    def read_holding(self) -> None:
        """`S mengatakan P masih dipegang`: who says that it holds confirms it; `P bertahan hanya sejam`: it is over."""
        for verb in self._ground.words.numbers(self._words.words["holding"]):
            argument = self._arguments.subject(verb)
            if argument is None or argument.relative or self._real.is_possible(verb):
                continue
            mood, outer = self._ground.mood(verb), self._real.outer(verb, argument.phrase)
            if self._is_brief(verb) and not mood.future:
                self._tell.add(verb, argument.phrase, "ended", None)
                continue
            source = source_of(self._ground, verb, outer, self._words.words["say"])
            if mood.real and source is not None and (source.governs or self._real.still(verb)):
                by = source.verb if source.governs else None
                self._tell.add(verb, argument.phrase, "confirmed", source.actor, by)

    def _is_brief(self, verb: int) -> bool:
        """`bertahan hanya sejam`, `tidak bertahan lama`, `berumur pendek`: told of a pause that is over."""
        following = self._ground.word(verb + 1)
        if self._ground.word(verb) == "bertahan" and self._ground.mood(verb).negated:
            return following in ("lama", "lebih", "sampai", "hingga")
        only = following in ("hanya", "cuma", "singkat", "sebentar", "pendek")
        return only and self._ground.word(verb) in ("bertahan", *_AGED)

    def read_age(self) -> None:
        """`P hanya berumur tiga jam`, `P berumur pendek`."""
        for verb in self._ground.words.numbers(_AGED):
            argument = self._arguments.subject(verb)
            only = self._ground.word(verb - 1) in ("hanya", "cuma") or self._is_brief(verb)
            if argument is not None and not argument.relative and only and not self._ground.mood(verb).future:
                self._tell.add(verb, argument.phrase, "ended", None)

    def read_unbound(self) -> None:
        """`A menyatakan tidak lagi terikat P`: who is bound by it no more has ended it."""
        for verb in self._ground.words.numbers(frozenset(("terikat", "tunduk"))):
            near = {self._ground.word(n) for n in (verb - 2, verb - 1, verb + 1)}
            stop = min(verb + 6, self._ground.sentence(verb).stop)
            phrases = self._arguments.between(verb + 1, stop)
            if "lagi" not in near and self._refuses_to_be(verb):
                outer = self._ground.syntax.verb_before(verb)
                phrase = phrases[0] if phrases else self._arguments.latest(verb)
                actor = self._ground.subject(outer) if outer is not None else None
                if phrase is not None and actor is not None:
                    self._tell.add(outer or verb, phrase, "rejected", actor)
                continue
            if not ("lagi" in near and near & {"tidak", "tak"} and phrases):
                continue
            outer = self._ground.syntax.verb_before(verb)
            actor = self._ground.subject(verb) or (self._ground.subject(outer) if outer is not None else None)
            self._tell.add(verb, phrases[0], "ended", actor, outer)

    def _refuses_to_be(self, verb: int) -> bool:
        """`A menolak terikat`, `A menyatakan (pihaknya) tidak terikat oleh P`: said by A, not told of A."""
        outer = self._ground.syntax.verb_before(verb)
        if outer is None or verb - outer > _SAID_WITHIN or not self._ground.mood(outer).real:
            return False
        if self._ground.word(outer) in _REFUSING:
            return verb - outer == 1
        own = {self._ground.word(n) for n in range(outer + 1, verb)}
        stated = self._ground.word(outer) in self._words.words["say"] and self._ground.word(verb - 1) in (
            "tidak",
            "tak",
        )
        return stated and (own <= _OWN | {"tidak", "tak"})

    def read_answers(self) -> None:
        """`B membalasnya dengan gencatan senjata tujuh hari`: B announces one of its own."""
        for verb in self._ground.words.numbers(ANSWERING):
            stop = min(verb + 5, self._ground.sentence(verb).stop)
            with_ = next((n for n in range(verb + 1, stop) if self._ground.word(n) == "dengan"), None)
            phrase = self._arguments.holding(with_ + 1) if with_ is not None else None
            if phrase is None or phrase.contrast != "other" or not self._ground.mood(verb).real:
                continue
            passive = self._ground.word(verb).startswith("di")
            actor = self._ground.agent(verb) if passive else self._ground.subject(verb)
            if actor is not None:
                self._tell.add(verb, phrase, "announced", actor)

    def read_absence(self) -> None:
        """`tidak akan ada P`: who says so refuses it, unless that was told before."""
        for verb in self._ground.words.numbers(frozenset(("ada",))):
            phrase = self._arguments.holding(verb + 1)
            before = (self._ground.word(verb - 2), self._ground.word(verb - 1))
            if phrase is None or before not in _NEVER or any(event.type == "rejected" for event in self._told.events):
                continue
            outer = self._ground.syntax.verb_before(verb)
            actor = self._ground.subject(outer) if outer is not None else None
            if actor is None and not self._ground.quoted(verb):
                continue
            phrase.makes_pause = phrase.wanted = True
            self._told.events.append(
                EventDraft(
                    "rejected",
                    phrase,
                    self._ground.span(verb, verb + 1),
                    "never",
                    actor=actor,
                    by_speaker=actor is None,
                )
            )

    def read_assent(self) -> None:
        """`memberikan lampu hijau bagi P`, `P mendapat restu dari K`: to agree to it."""
        for number in self._ground.words.numbers(frozenset(("hijau", "restu", "persetujuan"))):
            first = number - 1 if self._ground.word(number) == "hijau" else number
            if self._ground.word(first - 1) in _GETTING:
                self._get_assent(first - 1, number)
                continue
            verb, phrase = self._ground.syntax.verb_before(first), self._arguments.object(number)
            if verb is None or phrase is None or first - verb > 2 or not self._ground.mood(verb).real:
                continue
            if self._ground.word(verb) in ("memberi", "memberikan", "menyalakan"):
                self._tell.add(verb, phrase, "agreed", self._ground.subject(verb))

    def _get_assent(self, verb: int, noun: int) -> None:
        argument = self._arguments.subject(verb)
        if argument is None or argument.relative or not self._ground.mood(verb).real:
            return
        giver = self._ground.at(ActorMention, noun + 1 + (self._ground.word(noun + 1) in ("dari", "penuh")))
        self._tell.add(verb, argument.phrase, "agreed", giver)

    def _made_before(self, verb: int) -> list[EventDraft]:
        """`Jeda itu berlaku seketika`: who made it known did so in the paragraph before at the latest."""
        here = self._ground.document.paragraph_number(self._ground.words.starts[verb])
        return [
            event
            for event in self._told.events
            if event.type in ("announced", "agreed")
            and event.date is not None
            and self._ground.words.first_at(event.span.start) < verb
            and here - self._ground.document.paragraph_number(event.span.start) <= 1
        ]

    def read_at_once(self) -> None:
        """`mengumumkan P yang berlaku seketika`: it begins on the day on which it is made known."""
        for number in self._ground.words.numbers(_AT_ONCE):
            verb = self._at_once(number)
            if self._ground.word(verb) not in ("berlaku", "efektif", "diberlakukan"):
                continue
            sentence = self._ground.sentence(verb)
            first = self._ground.sentence(sentence.start - 1).start if sentence.start > 0 else sentence.start
            made = [
                event
                for event in self._told.events
                if event.type in ("announced", "agreed")
                and event.date is not None
                and first <= self._ground.words.first_at(event.span.start) < sentence.stop
            ]
            made = made or self._made_before(verb)
            if made:
                span = self._ground.span(min(verb, number), max(verb, number) + 1)
                self._told.facts.append(FactDraft("starts", made[-1].phrase, span, "at-once", time=made[-1].date))

    def _at_once(self, number: int) -> int:
        """The word that should be the verb: `langsung berlaku`, `berlaku seketika`, `berlaku saat itu juga`."""
        word = self._ground.word(number)
        if word == "juga":
            that = self._ground.word(number - 1) == "itu" and self._ground.word(number - 2) in _THAT_TIME
            return number - 3 - (self._ground.word(number - 3) == "pada") if that else -1
        behind = word in ("seketika", "serta-merta") and self._ground.word(number + 1) not in ("berlaku", "efektif")
        return number - 1 if behind else number + 1

    def read_origin(self) -> None:
        """`Tawaran pertama datang dari A pada T`: who offered the pause spoken of before."""
        for noun in self._ground.words.numbers(_OFFERS):
            verb = noun + 1
            while self._ground.word(verb) in _WHICH:
                verb += 1
            held = self._arguments.holding(noun)
            phrase = held or self._arguments.latest(noun)
            if self._ground.word(verb) not in _COMING or self._ground.word(verb + 1) != "dari" or phrase is None:
                continue
            actor = self._ground.at(ActorMention, verb + 2)
            pointed = held is None or held.rule == "act"
            if actor is None or not pointed or not self._ground.mood(verb).real:
                continue
            span, date = self._ground.span(verb, verb + 1), self._settings.read(self._ground, verb, phrase).date
            following = self._ground.at(TimeMention, self._ground.after(actor))
            self._told.events.append(
                EventDraft("demanded", phrase, span, "origin", actor=actor, date=date or _day(following))
            )


def _day(time: TimeMention | None) -> TimeMention | None:
    """`dari A, T, dan B menerimanya`: the day right behind who offered."""
    return time if time is not None and time.type in ("DATE", "TIME") and (time.value or "")[:1].isdigit() else None
