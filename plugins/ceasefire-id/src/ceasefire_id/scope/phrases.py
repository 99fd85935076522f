"""Noun phrases that name a pause: heads with their complements, what stands before and after them."""

from __future__ import annotations

from typing import Final

import attrs

from ceasefire.mentions import ActorMention, Contrast, PauseMention, RegionMention, TimeMention
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.heads import HeadReader
from ceasefire_id.scope.vocabulary import PauseWords

__all__ = ["ANSWERING", "Phrase", "PhraseReader"]

#: words between a wish and the pause that is wished for (`harapan akan P`)
_TOWARDS: Final = frozenset(("akan", "untuk", "tentang", "mengenai", "soal", "bagi", "menuju"))


_DURING: Final = frozenset(("selama", "masa", "tengah", "sejak", "sepanjang"))
#: verbs by which somebody answers a pause, with one of their own behind `dengan`, and how far before
ANSWERING: Final = frozenset(
    ("membalas", "membalasnya", "menjawab", "menjawabnya", "dibalas", "dijawab", "menyambutnya")
)
_ANSWERED_WITHIN: Final = 4


@attrs.define(eq=False)
class Phrase:
    """One phrase that speaks of a pause, in the making. Places are word numbers."""

    #: the bare noun phrase, as the label holds it
    first: int
    end: int
    #: with the wrappers and articles before it
    outer: int
    #: with the determiner and the relative words after it
    stop: int
    rule: str
    kind: str | None
    definite: bool = False
    generic: bool = False
    wanted: bool = False
    contrast: Contrast | None = None
    #: a length that the noun phrase holds (`jeda 72 jam`)
    length: TimeMention | None = None
    #: a date that names it (`gencatan senjata Februari`)
    dated: TimeMention | None = None
    #: the noun that governs it (`perundingan`, `pelanggaran`), as a word number; -1 where none does
    governor: int = -1
    #: the place named right after it without a preposition
    place: RegionMention | None = None
    sepihak: bool = False
    #: of pauses in general, or of several: nothing is told of one
    plural: bool = False
    same_as: Phrase | None = None
    makes_pause: bool = True
    mention: PauseMention | None = None
    #: where head and complement end, adjectives left out; -1 where there is no noun
    core: int = -1
    #: the words of its label where they do not stand at it (`yang pertama`)
    label: str | None = None
    #: which in a row it is said to be, and the feast or season that it is made for
    number: int | None = None
    occasion: str | None = None
    #: the one side whose it is said to be
    owner: ActorMention | None = None
    #: said to be like one told of before (`serupa`, `seperti itu`)
    like: bool = False
    #: what a plan, a draft or an offer holds: nothing that is told of it has happened
    planned: bool = False
    #: the type of the event that a verb of stopping tells by itself
    deed: str | None = None

    def holds(self, number: int) -> bool:
        """Whether a word lies in it, wrappers included."""
        return self.outer <= number < self.stop


class PhraseReader:
    """Reads the noun phrase that begins at a head."""

    def __init__(self, words: PauseWords, governors: frozenset[str], grave: frozenset[str]) -> None:
        #: adjectives between such a noun and its preposition (`pelanggaran serius atas P`)
        self._grave = grave
        self._words = words
        self._heads = HeadReader(words)
        #: nouns that take a pause as their complement and tell something of it
        self._governors = governors

    def read(self, ground: Ground) -> list[Phrase]:
        """All noun phrases of pauses outside the furniture, ascending."""
        found: list[Phrase] = []
        for number in ground.words.numbers(self._words.heads):
            if ground.word(number) in self._words.calm_of_days:
                # `“hari tenang”`
                number -= ground.word(number - 1) in self._words.calm_days
            if found and number < found[-1].stop:
                continue
            core = self._heads.read(ground, number)
            if core is None or ground.document.in_furniture(ground.span(number, number + 1)):
                continue
            end, kind, rule = core
            if phrase := self._phrase(ground, number, end, kind, rule):
                if found and self._is_apposition(ground, found[-1], phrase):
                    phrase.same_as = found[-1]
                elif found and self._is_predicate(ground, found[-1], phrase):
                    phrase.same_as, phrase.definite = found[-1], True
                found.append(phrase)
        return found

    def _is_apposition(self, ground: Ground, before: Phrase, phrase: Phrase) -> bool:
        """`“kondisi tenang”, atau jeda dalam pertempuran`: a second name."""
        link = before.stop
        if link + 1 != phrase.outer or ground.word(link) not in self._words.around["or"]:
            return False
        return "," in ground.gap(link) or ground.word(link) == "alias"

    def _is_predicate(self, ground: Ground, before: Phrase, phrase: Phrase) -> bool:
        """`P1 menjadi jeda terakhir`: what the second says is said of the first."""
        copula = phrase.outer - 1
        if copula < before.stop or ground.word(copula) not in ("menjadi", "adalah", "ialah", "merupakan"):
            return False
        return all(
            ground.at(TimeMention, n) is not None
            or any(t.span.end > ground.words.starts[n] for t in ground.times(before.stop, n))
            for n in range(before.stop, copula)
        )

    # ---- around the head -----------------------------------------------------------------------------------------

    def _phrase(self, ground: Ground, number: int, end: int, kind: str, rule: str) -> Phrase | None:
        if rule == "gencatan" and ground.word(end) not in self._words.around["determiners"]:
            # `melanggar gencatan`, `selama gencatan`: the one spoken of
            if ground.word(number - 1) not in self._words.around["undoing"] | _DURING or not ground.adjoins(number):
                return None
            return Phrase(number, end, number, end, rule, "truce", definite=True, core=end)
        phrase = Phrase(first=number, end=end, outer=number, stop=end, rule=rule, kind=kind, core=end)
        phrase.plural = ground.word(number) in self._words.around["plural"] or (
            ground.word(number - 1) in self._words.around["several"] and ground.adjoins(number)
        )
        season = rule == "gencatan-senjata" and ground.word(end) == "musim"
        if ground.word(end) in self._words.traps["complements"] and ground.adjoins(end) and not season:
            return None
        if ground.word(end - 1) == "kekerasan" and ground.word(end) in self._words.traps["domestic"]:
            return None
        if not self._look_before(ground, phrase):
            return None
        if ground.word(end - 1) in ("senjatanya", "jedanya"):
            # `mengumumkan P-nya sendiri` makes another one, `melanggar P-nya sendiri` does not
            own = ground.word(end) == "sendiri"
            phrase.definite = not own or ground.word(phrase.outer - 1) in self._words.around["undoing"]
            phrase.contrast = None if phrase.definite else "other"
        self._look_after(ground, phrase)
        self._look_at_predicate(ground, phrase)
        if phrase.contrast is None and not phrase.definite and self._answers(ground, phrase.outer - 1):
            phrase.contrast = "other"
        if rule in ("jeda", "gencatan") and phrase.definite:
            # a bare short form that points back says nothing of the kind
            phrase.kind = "truce"
        return phrase

    def _answers(self, ground: Ground, number: int) -> bool:
        """`B membalasnya dengan P`, `dibalas B dengan P`: one of B's own."""
        if ground.word(number) != "dengan":
            return False
        verb = ground.syntax.verb_before(number)
        return verb is not None and number - verb <= _ANSWERED_WITHIN and ground.word(verb) in ANSWERING

    def _look_before(self, ground: Ground, phrase: Phrase) -> bool:
        """Take in wrappers and articles; false where the phrase only names an office or a place."""
        around = self._words.around
        number = phrase.first - 1
        sentence = ground.sentence(phrase.first)
        while number >= sentence.start and ground.adjoins(number + 1):
            word = ground.word(number)
            if word in around["wrappers"]:
                if word in around["label_wrappers"]:
                    phrase.first = number
                phrase.outer = number
            elif word in around["wishes"]:
                phrase.wanted = phrase.wanted or phrase.governor < 0
                phrase.outer = number
                if phrase.governor < 0:
                    phrase.governor = number
            elif word in around["indefinites"]:
                phrase.outer = number
            elif word in around["generic"]:
                phrase.generic = True
                phrase.outer = number
            elif word in around["offices"] and number + 1 == phrase.outer:
                return False
            else:
                break
            number -= 1
        if phrase.governor < 0 and number >= sentence.start:
            phrase.governor = self._governor(ground, number, sentence)
        wishing = around["wishes"] | {"siap"}
        hoped = number > sentence.start and ground.word(number) in _TOWARDS and ground.word(number - 1) in wishing
        hoped = hoped or (0 <= phrase.governor < number - 1 and ground.word(phrase.governor) in wishing)
        phrase.wanted = phrase.wanted or hoped
        self._length_before(ground, phrase)
        return True

    def _governor(self, ground: Ground, number: int, sentence: range) -> int:
        """A noun like `perpanjangan` or `pelanggaran` that stands before it, a preposition between them or not."""
        if ground.word(number) in self._words.around["linking"]:
            length = ground.before(TimeMention, number)
            # `perundingan tujuh jam mengenai P`
            number = ground.first_of(length) - 1 if length is not None and length.type == "DURATION" else number - 1
            if ground.word(number) in self._grave:
                number -= 1
            if (owner := self._owned(ground, number)) is not None:
                number = owner
        return number if number >= sentence.start and ground.word(number) in self._governors else -1

    def _owned(self, ground: Ground, number: int) -> int | None:
        """`seruan dunia (akan P)`, `tawaran Mesir (untuk P)`: the noun before whose it is, which ends at a word."""
        actor = ground.before(ActorMention, number + 1)
        noun = (ground.first_of(actor) if actor is not None else number) - 1
        wishes = self._words.around["wishes"] & self._governors
        return noun if ground.word(noun) in wishes and not ground.syntax.is_verb(number) else None

    def _goes_on(self, ground: Ground, number: int) -> bool:
        """`yang sedang berjalan`, `yang masih berlaku`, `yang ada`."""
        if ground.word(number) in ("sedang", "tengah", "masih", "kini", "saat"):
            number += 2 if ground.word(number) == "saat" else 1
        return ground.word(number) in self._words.around["ongoing"]

    def _length_before(self, ground: Ground, phrase: Phrase) -> None:
        """`72 jam gencatan senjata` of a headline."""
        length = ground.before(TimeMention, phrase.outer)
        if length is not None and length.type == "DURATION" and ground.adjoins(phrase.outer):
            phrase.length = length
            phrase.outer = ground.first_of(length)

    def _look_after(self, ground: Ground, phrase: Phrase) -> None:
        """Take in adjectives, a length, a naming date, a place, the determiner."""
        around, contrast = self._words.around, self._words.contrast
        number = phrase.end
        while number < len(ground.words) and ground.adjoins(number):
            word = ground.word(number)
            time, region = ground.at(TimeMention, number), ground.at(RegionMention, number)
            if time is not None and time.type == "DURATION" and phrase.length is None:
                phrase.length, number = time, ground.after(time)
            elif time is not None and time.type == "DATE" and phrase.dated is None and _names_a_pause(ground, time):
                phrase.dated = time
                phrase.stop = number = ground.after(time)
                continue
            elif region is not None and phrase.place is None and word not in around["modifiers"]:
                phrase.place = region
                phrase.stop = number = ground.after(region)
                continue
            elif word == "tanpa" and ground.word(number + 1) in ("syarat", "batas"):
                number += 3 if ground.word(number + 2) == "waktu" else 2
                number += 2 * (f"{ground.word(number)} {ground.word(number + 1)}" == "apa pun")
            elif likens := self._likens(ground, number):
                phrase.like, phrase.stop = True, number + likens
                return
            elif word in around["determiners"]:
                phrase.definite, phrase.stop = True, number + 1
                return
            elif word in _ADVERBS and ground.syntax.is_verb(number + 1):
                break
            elif word == "baru" and (
                ground.word(number + 1) in _ONLY or ground.at(TimeMention, number + 1) is not None
            ):
                # `P baru akan dimulai`, `P baru dua hari`
                break
            elif (word == "kedua" and ground.word(number + 1) in _SIDES) or ground.at(ActorMention, number) is not None:
                # `P kedua pihak`, `P sepihak Perdana Menteri X`
                break
            elif word == "bersama" and ground.at(ActorMention, number + 1) is not None:
                # `P bersama B`
                break
            elif word == "sendiri" and (phrase.definite or not ground.word(number - 1).endswith("nya")):
                break
            elif (word in around["modifiers"] or _counts(word)) and not (word == "terakhir" and time):
                number += 1
                phrase.sepihak = phrase.sepihak or word in ("sepihak", "sepihaknya")
                of_stage = ground.word(number - 2) in ("tahap", "fase")
                for name, cues in contrast.items():
                    if word in cues and not of_stage:
                        phrase.contrast = name  # type: ignore[assignment]  # the table's names are those of Contrast
            else:
                break
            phrase.stop = number
            if (ground.gap(number - 1).isspace() and phrase.end >= number - 1) or time is phrase.length:
                phrase.end = number
        phrase.stop = max(phrase.stop, phrase.end)
        self._look_at_relative(ground, phrase, number)

    def _likens(self, ground: Ground, number: int) -> int:
        """How many words say that it is like one told of: `serupa`, `seperti itu`; 0 where none does."""
        word = ground.word(number)
        if word in self._words.around["like"]:
            return 1
        pointed = word in self._words.around["such"] and ground.word(number + 1) in ("itu", "ini", "tersebut")
        return 2 if pointed else 0

    def _look_at_predicate(self, ground: Ground, phrase: Phrase) -> None:
        """`Ini gencatan senjata kedua` says something of the pause spoken of; `Ini bukan P pertama` names none."""
        before = phrase.outer - 1
        denied = ground.word(before) == "bukan"
        before -= denied
        opens = before == ground.sentence(phrase.first).start
        if opens and ground.word(before) in ("ini", "inilah", "itulah", "itu") and ground.gap(phrase.outer).isspace():
            phrase.definite, phrase.contrast, phrase.makes_pause = True, None, not denied

    def _look_at_relative(self, ground: Ground, phrase: Phrase, number: int) -> None:
        """`yang lebih luas`, `yang rapuh`, `apa pun`."""
        length = ground.at(TimeMention, number + 1) if ground.word(number) == "selama" else None
        if length is not None and ground.word(ground.after(length)) in self._words.around["determiners"]:
            phrase.definite, phrase.length, phrase.stop = True, phrase.length or length, ground.after(length) + 1
            return
        pair = f"{ground.word(number)} {ground.word(number + 1)}"
        if ground.word(number) == "yang" and ground.word(number + 1) in ("rapuh", "goyah", "baru", "permanen", "penuh"):
            phrase.stop = number + 2
        if ground.word(number) == "yang" and self._goes_on(ground, number + 1):
            phrase.definite = True
        if pair in ("apa pun", "mana pun") or ground.word(number) == "apapun":
            phrase.generic = True
        elif pair == "yang lebih" or (
            ground.word(number) == "yang" and ground.word(number + 1) in self._words.contrast["wider"]
        ):
            phrase.contrast = "wider"
            phrase.stop = min(number + (3 if pair == "yang lebih" else 2), len(ground.words))


#: with these behind it `kedua` counts those who keep it
_SIDES = frozenset(
    (
        "pihak",
        "belah",
        "kubu",
        "negara",
        "kelompok",
        "seteru",
        "musuh",
        "negeri",
        "tetangga",
        "faksi",
        "partai",
        "laskar",
        "suku",
        "kampung",
        "milisi",
        "tentara",
        "pasukan",
    )
)


#: before a verb they say how it is done, and of `baru` that it has just been
_ADVERBS = frozenset(("segera", "resmi", "langsung", "baru", "kembali", "lama"))
_ONLY = frozenset(("akan", "saja", "sempat", "bisa", "dapat", "efektif", "mulai", "resmi"))


def _counts(word: str) -> bool:
    """`ke-15`"""
    return word.startswith("ke") and word[2:].lstrip("-\u2010\u2011").isdecimal()


def _names_a_pause(ground: Ground, time: TimeMention) -> bool:
    """Whether a date right after the noun names it: a day with its month, a month, a year; no weekday, no `kemarin`."""
    value = time.value or ""
    words = ground.text[time.span.start : time.span.end]
    return value[:1].isdigit() and "W" not in value and words[:1].isalnum() and not _is_weekday(words)


def _is_weekday(words: str) -> bool:
    first = words.split()[0].casefold().strip("(")
    return first in _DAYS or words.casefold() in _LOOSE


_DAYS = frozenset(
    ("senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad", "hari", "tanggal", "pukul")
)
_LOOSE = frozenset(("kemarin", "besok", "lusa", "hari ini", "semalam", "bulan ini", "tahun ini"))
