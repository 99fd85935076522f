"""Arms that fall silent: the beginning of a pause, told without its noun.

Guns are its subject (`senapan diam sejak T`, `meriam di Z membisu pada T`, `penembakan dihentikan pukul T`), or the
object of those who hold them (`pasukan kedua kubu meletakkan senjata`). It is told of a pause spoken of before, or
of one that the same sentence names behind it; and of a beginning only where the clause dates it.
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, RegionMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.reality import Reality
from ceasefire_id.scope.setting import Setting, SettingReader
from ceasefire_id.scope.telling import Teller, Told
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["SilenceReader"]

#: how far before its verb an arm stands, names and times counted as one
_REACH: Final = 6
#: how long an aside between commas may be, in words
_ASIDE: Final = 8
#: words by which a silence is yet to come
_DUE: Final = frozenset(("harus", "wajib", "mesti", "akan", "bakal"))
#: adverbs by which the silence is no new one
_AGAIN: Final = frozenset(("kembali", "tetap", "masih", "terus", "belum", "jarang", "sempat"))
#: words between an arm and its verb that say whose it is or where it stands
_WHOSE: Final = frozenset(
    (
        "di",
        "dari",
        "milik",
        "para",
        "kedua",
        "pihak",
        "kubu",
        "sisi",
        "zona",
        "sana",
        "seberang",
        "sepanjang",
        "semua",
        "garis",
        "depan",
        "antara",
        "dan",
        "udara",
        "darat",
        "lintas",
        "perbatasan",
    )
)
#: who orders arms to be silent does not yet silence them, unless the order has a day
_ORDERED: Final = frozenset(("diperintahkan", "dinyatakan", "dipastikan"))
#: words by which the same sentence names the pause behind its silence
_SINCE: Final = frozenset(("setelah", "sesudah", "usai", "sesuai", "berkat", "seiring", "menyusul", "begitu", "karena"))


class SilenceReader:
    """Reads arms that fall silent."""

    def __init__(self, words: EventWords, settings: SettingReader) -> None:
        self._words = words
        self._settings = settings
        self._arms = words.words["arms"]
        self._silent = words.words["silent"]

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add the beginnings of all such clauses."""
        for verb in ground.words.numbers(self._silent):
            noun = self._arm(ground, verb)
            if noun is not None and (phrase := self._meant(ground, arguments, noun, verb)):
                self._tell(ground, verb, phrase, told)
        self._read_laid_down(ground, arguments, told)

    # ---- arms that are silent ------------------------------------------------------------------------------------

    def _arm(self, ground: Ground, verb: int) -> int | None:
        """The arm that falls silent, with nothing between but whose it is, where, and how."""
        number, stop = verb - 1, ground.sentence(verb).start
        light = self._words.words["adverbs"] | _WHOSE | _ORDERED
        for _ in range(_REACH):
            if number < stop or ground.word(number) in _AGAIN:
                return None
            if ground.word(number) in self._arms:
                return number
            aside = self._aside(ground, number + 1, stop)
            named = self._name_before(ground, number + 1)
            if aside:
                number = aside - 1
            elif named is not None:
                number = ground.first_of(named) - 1
            elif ground.word(number) in light and not ground.gap(number + 1).strip():
                number -= 1
            else:
                return None
        return None

    def _aside(self, ground: Ground, end: int, stop: int) -> int:
        """`Pertempuran di Z, kota di tepi sungai, berhenti`: where the aside begins that a comma ends, or 0."""
        if "," not in ground.gap(end):
            return 0
        return next((n for n in range(end - 1, max(stop, end - _ASIDE), -1) if "," in ground.gap(n)), 0)

    def _name_before(self, ground: Ground, number: int) -> ActorMention | RegionMention | TimeMention | None:
        """The name or time that ends right before a word."""
        return (
            ground.before(ActorMention, number)
            or ground.before(RegionMention, number)
            or ground.before(TimeMention, number)
        )

    def _meant(self, ground: Ground, arguments: Arguments, noun: int, verb: int) -> Phrase | None:
        phrase = arguments.latest(noun)
        if phrase is None:
            following = arguments.between(verb + 1, ground.sentence(verb).stop)
            phrase = following[0] if following else None
            between = {ground.word(n) for n in range(verb + 1, phrase.outer)} if phrase is not None else set()
            if between.isdisjoint(_SINCE):
                return None
            if phrase is not None and not phrase.plural:
                # `berhenti setelah A menerima usul P`: it came about
                phrase.wanted = False
        return None if phrase is None or phrase.wanted or phrase.holds(noun) else phrase

    def _tell(self, ground: Ground, verb: int, phrase: Phrase, told: Told) -> None:
        setting = self._settings.read(ground, verb, phrase)
        mood = ground.mood(verb)
        due = ground.word(verb - 1) in _DUE
        if setting.date is None or mood.negated or (mood.hypothetical and not due):
            return
        span = ground.span(verb, verb + 1)
        outer = ground.syntax.verb_before(verb)
        if mood.future or due:
            if outer is not None and ground.word(outer) in self._words.words["proclaim"]:
                actor = ground.subject(outer)
                dated = self._settings.read(ground, outer, phrase).date
                told.events.append(
                    EventDraft("announced", phrase, ground.span(outer, outer + 1), "silence", actor=actor, date=dated)
                )
            if not any(e.type == "started" and e.date is not None for e in told.events):
                told.facts.append(FactDraft("starts", phrase, span, "silence", time=setting.date))
            return
        if not self._is_begun(ground, verb, told):
            told.events.append(
                EventDraft(
                    "started",
                    phrase,
                    span,
                    "silence",
                    region=setting.region or setting.listed,
                    duration=setting.duration,
                    date=setting.date,
                )
            )
        self._add_bounds(ground, verb, phrase, setting, told)

    def _is_begun(self, ground: Ground, verb: int, told: Told) -> bool:
        """Whether a verb of the same sentence has told the beginning."""
        sentence = ground.sentence(verb)
        return any(e.type == "started" and ground.words.first_at(e.span.start) in sentence for e in told.events)

    def _add_bounds(self, ground: Ground, verb: int, phrase: Phrase, setting: Setting, told: Told) -> None:
        span = ground.span(verb, verb + 1)
        told.facts.append(FactDraft("starts", phrase, span, "silence", time=setting.date))
        if setting.duration is not None:
            told.facts.append(FactDraft("duration", phrase, span, "silence", time=setting.duration))
        if setting.until is not None:
            told.facts.append(FactDraft("ends", phrase, span, "until", time=setting.until))

    # ---- arms that are laid down ---------------------------------------------------------------------------------

    def _read_laid_down(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """`pasukan kedua kubu meletakkan senjata`: told of a pause spoken of before, it has begun."""
        words, real = self._words.words, Reality(ground, self._words)
        tell = Teller(ground, self._settings, told)
        for verb in ground.words.numbers(words["silence"]):
            phrase = arguments.latest(verb)
            if ground.word(verb + 1) not in words["silenced"] or phrase is None or phrase.wanted:
                continue
            held = arguments.holding(verb)
            if held is not None and held.contrast == "earlier":
                continue  # `Tahun lalu mereka juga sepakat meletakkan senjata`
            link = ground.clause(verb).link
            if not ground.mood(verb).real or real.is_possible(verb) or link in ("untuk", "agar", "supaya"):
                continue
            before = ground.syntax.verb_before(verb)
            if before is not None and before != verb - 1 and ground.word(before) in words["asking"]:
                continue
            tell.begin(verb, phrase, ground.subject(verb))
