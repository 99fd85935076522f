"""Which pause a verb is about: its object, its subject, or the one that an earlier clause left to it."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

import attrs

from ceasefire.mentions import ActorMention, RegionMention, TimeMention
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["Argument", "Arguments"]


#: verbs that may stand before their subject (`tercapai P`, `habis masa berlakunya`)
_INVERTED: Final = frozenset(("terjadi", "tercapai", "dicapai", "berlaku", "diumumkan", "habis")) | frozenset(
    ("disepakati", "ditandatangani", "diteken", "diberlakukan", "dimulai", "berakhir")
)
#: words that open another clause, whose pause is no object of the verb before
_CLAUSES: Final = frozenset(
    ("setelah", "sesudah", "sejak", "sebelum", "ketika", "meski", "meskipun", "seusai", "selepas", "karena", "jika")
)
#: links of a clause that may leave out the pause spoken of in the sentence before
_AFTERWARDS: Final = frozenset(("setelah", "sesudah", "sejak", "begitu", "usai", "seusai"))
#: verbs that a pause can have as their subject, and nobody else
_LASTING: Final = frozenset(
    ("berlaku", "berakhir", "dimulai", "berlangsung", "diperpanjang", "diberlakukan", "diumumkan", "dimaklumkan")
) | frozenset(
    ("dideklarasikan", "disepakati", "diteken", "ditandatangani", "dicapai", "tercapai", "ditengahi", "dimediasi")
)
#: words before whose work a pause is
_WORK_OF: Final = frozenset(("buah", "hasil", "atas", "berkat", "lewat", "dengan"))
#: with these the pause is the `-nya` of the verb before (`menganggapnya berakhir`)
_JUDGED: Final = frozenset(("menganggapnya", "menyatakannya", "menilainya", "menyebutnya"))
#: nouns before a pause that change nothing of what a verb tells of it (`nasib P dirundingkan`)
_HEADS: Final = frozenset(
    ("nasib", "soal", "perihal", "isi", "rincian", "teks", "naskah", "umur", "usia", "masa", "jangka", "tenggat")
) | frozenset(("waktu", "berlaku", "pelaksanaan", "penerapan", "pemberlakuan", "batas", "draf", "dokumen", "surat"))
#: words between a pause and the first of its two sides
_AMONG: Final = frozenset(("antara", "di", "faksi", "kelompok"))
#: with these a day is that on which something was to be (`Semestinya berlaku T, P baru dimulai T`)
_MEANT: Final = frozenset(("mestinya", "harusnya", "dianya", "mula", "tadinya", "awalnya"))
#: verbs of saying that stand with their speaker between commas
_SAID: Final = frozenset(
    ("kata", "ujar", "tutur", "ucap", "ungkap", "lanjut", "tegas", "tulis", "lapor", "jelas", "papar")
)
#: how far before its sentence a pause stands of which a clause without a subject tells
_SPOKEN_OF: Final = 30
#: prepositions by which a pause is no object of the verb before
_BY_WAY: Final = frozenset(
    ("lewat", "melalui", "via", "berkat", "sesuai", "berdasarkan", "berdasar", "selama", "menyusul")
)
#: how far a paper stands from its verb, and what it holds from the word that says so
_PAPER: Final = 12


@attrs.frozen
class Argument:
    """The pause that a verb is about, and how it was found."""

    phrase: Phrase
    #: in a relative clause on the pause
    relative: bool = False
    #: that clause is set off by a comma
    set_off: bool = False


class Arguments:
    """Finds the pause of a verb among the phrases of a document."""

    def __init__(self, ground: Ground, phrases: list[Phrase], words: EventWords) -> None:
        self._light = words.words["between"]
        self._adverbs = words.words["adverbs"]
        #: adverbs, and words that say whose work a pause is (`P buah prakarsa K, yang diteken T`)
        self._brought = self._adverbs | words.words["mediation"] | _WORK_OF
        self._papers = words.words["papers"]
        self._holds_within = words.words["holds_within"]
        self._copulas = words.words["copulas"]
        self._ground = ground
        #: all phrases, ascending
        self.phrases = phrases
        self._named = ground.inside((TimeMention, RegionMention))
        self._acting = ground.inside((ActorMention,))
        self._firsts = [phrase.first for phrase in phrases]
        self._outers = {phrase.outer: phrase for phrase in phrases}
        #: by the noun or nominalised verb before them that tells something of them (`dimulainya P`)
        self._governed = {phrase.governor: phrase for phrase in phrases if phrase.governor >= 0}
        self._inside = {n: phrase for phrase in phrases for n in range(phrase.outer, phrase.stop)}

    def holding(self, number: int) -> Phrase | None:
        """The phrase that holds a word."""
        return self._inside.get(number)

    def between(self, first: int, end: int) -> list[Phrase]:
        """The phrases whose noun phrase begins among these words."""
        return self.phrases[bisect_left(self._firsts, first) : bisect_left(self._firsts, end)]

    def latest(self, number: int) -> Phrase | None:
        """The last phrase before a word."""
        at = bisect_left(self._firsts, number) - 1
        return self.phrases[at] if at >= 0 else None

    # ---- objects -------------------------------------------------------------------------------------------------

    def object(self, verb: int) -> Phrase | None:
        """The pause that follows a verb, by itself or among what a paper holds."""
        return self._direct(verb) or self._within_paper(verb)

    def _within_paper(self, verb: int) -> Phrase | None:
        """`menyepakati Rencana Enam Butir pada T, yang mencakup A, P, dan B`."""
        ground = self._ground
        stop = ground.sentence(verb).stop
        if not any(ground.word(n) in self._papers for n in range(verb + 1, min(verb + 4, stop))):
            return None
        for number in range(verb + 2, min(verb + _PAPER, stop)):
            if ground.word(number) in self._holds_within and ground.word(number - 1) == "yang":
                found = self.between(number + 1, min(number + _PAPER, stop))
                inner = ground.syntax.verb_after(number)
                return found[0] if found and (inner is None or inner > found[0].first) else None
            if ground.syntax.is_verb(number) or ";" in ground.gap(number):
                return None
        return None

    def _direct(self, verb: int) -> Phrase | None:
        """The pause that follows a verb with nothing between but light words, names and times."""
        ground, number, strange = self._ground, verb + 1, 0
        stop = ground.sentence(verb).stop
        while number < stop:
            if phrase := self._outers.get(number):
                # `menyudahi pertempuran lewat P`: by way of it something else is done
                return None if ground.word(number - 1) in _BY_WAY else phrase
            if number in self._inside:
                return self._inside[number]
            if ground.marked(number, ";:") or (strange and "," in ground.gap(number)):
                return None
            named = ground.named_at(number)
            if named is not None:
                after = ground.after(named)
                if "," in ground.gap(number) and isinstance(named, ActorMention) and ground.syntax.is_verb(after):
                    # `ketika tentara meninggalkan Z, A mengumumkan P`: the main clause begins
                    return None
                number = after
                continue
            if ground.word(number) in _CLAUSES:
                return None
            if ground.word(number) not in self._light:
                if ground.syntax.is_verb(number):
                    # `mengumumkan dimulainya P`: a verb made a noun
                    return self._governed.get(number) if ground.word(number).endswith("nya") else None
                strange += 1
                if strange > 2:
                    return None
            number += 1
        return None

    def equated(self, verb: int) -> ActorMention | None:
        """Whom `yang V ialah X` names."""
        ground = self._ground
        if ground.clause(verb).link != "yang":
            return None
        headless = ";" in ground.gap(ground.clause(verb).first) and ground.word(verb).endswith("nya")
        if headless and (named := ground.at(ActorMention, verb + 1)) is not None:
            # `…; yang mengusulkannya A`
            return named
        for number in range(verb + 1, min(verb + 8, ground.sentence(verb).stop)):
            if ground.word(number) in self._copulas:
                return ground.at(ActorMention, number + 1)
        return None

    # ---- subjects ------------------------------------------------------------------------------------------------

    def subject(self, verb: int) -> Argument | None:
        """The pause that a passive or intransitive verb speaks of."""
        ground = self._ground
        clause, sentence = ground.clause(verb), ground.sentence(verb)
        if clause.link == "yang":
            own = self._outers.get(clause.first) or self._inside.get(clause.first)
            if own is None and ground.word(clause.first) == "yang":
                # `G, yang gencatan senjatanya sendiri baru dirundingkan`
                own = self._outers.get(clause.first + 1)
            if own is not None:
                # `Yang pertama runtuh`, `P yang baru diperluas`
                return Argument(own)
            if clause.first == sentence.start or ";" in ground.gap(clause.first):
                # `…; yang diteken T barulah Q`: of something that follows
                return None
            return self._antecedent(clause.first, verb, sentence) or self._in_paper(clause.first, verb)
        held = self._inside.get(clause.first)
        if held is not None and clause.link == "tanpa" and not self._has_other_subject(held.stop, verb):
            # `P tanpa syarat diumumkan D`: the word opens no clause
            return Argument(held)
        explicit = self.between(clause.first, verb)
        if explicit:
            return self._explicit(explicit, clause.first, verb)
        inverted = ground.word(verb) in _INVERTED or ground.word(verb).endswith("lah")
        if inverted and (phrase := self._outers.get(verb + 1)):
            return Argument(phrase)
        if clause.link == "dengan" and (held := self._with_side(clause.first, verb)):
            return Argument(held)
        if (held := self.parted(verb) or self._fronted(verb, sentence)) is not None:
            return Argument(held)
        if self._has_other_subject(clause.first, verb):
            return self._resumed(clause.first, verb, sentence)
        # `setelah mulai berlaku`: one predicate
        led = ground.word(verb - 1) == "mulai" and ground.syntax.is_verb(verb - 1)
        link = ground.clause(verb - 1).link if led else clause.link
        if link in ("setelah", "sejak", "sebelum", "usai", "seusai", "begitu", "saat", "ketika", "sesudah"):
            following = self.between(verb + 1, min(verb + 14, sentence.stop))
            if clause.first == sentence.start and following:
                return Argument(following[0])
            if (spoken := self._spoken_of(verb, sentence)) is not None:
                return Argument(spoken)
        before = self.between(sentence.start, clause.first)
        judged = ground.syntax.verb_before(verb)
        if not before and judged is not None and verb - judged <= 3 and ground.word(judged) in _JUDGED:
            latest = self.latest(verb)
            return Argument(latest) if latest is not None else None
        if not before and clause.link in _AFTERWARDS and ground.word(verb) in _LASTING:
            # `P dijanjikan A. Beberapa menit setelah mulai berlaku, …`
            latest = self.latest(clause.first)
            spoken_of = latest is not None and sentence.start and latest.first in ground.sentence(sentence.start - 1)
            return Argument(latest) if latest is not None and spoken_of else None
        # The subject of an earlier verb goes on: the first pause of the sentence part, not one named in passing.
        for phrase in reversed(before):
            if not self._parted(phrase.stop, verb):
                return self._implied(phrase, verb)
        return None

    def parted(self, verb: int) -> Phrase | None:
        """`P, dengan A sebagai penjamin, V`: the pause that opens the sentence, parted by commas from its verb."""
        ground, sentence = self._ground, self._ground.sentence(verb)
        opening = next(iter(self.between(sentence.start, verb)), None)
        if opening is None or opening.plural or opening.outer - sentence.start > 1:
            return None
        number = verb
        while number > opening.stop and self._is_adverb(number - 1) and not ground.gap(number).strip():
            number -= 1
        comma = next((n for n in range(opening.stop, number + 1) if "," in ground.gap(n)), number)
        if "," not in ground.gap(number) or comma >= number:
            return None
        complement = range(opening.stop, comma)
        inside = ground.syntax.verbs_between(opening.stop, number)
        light = all(self._in_any_name(n) or self._is_adverb(n) or ground.word(n) in _AMONG for n in complement)
        aside = all(ground.clause(n).link == "yang" or ground.word(n) in _SAID for n in inside)
        return opening if light and aside and not any(ground.marked(n, ";:") for n in range(comma, number)) else None

    def _fronted(self, verb: int, sentence: range) -> Phrase | None:
        """`Tercapai pada T di Z, P V`: a predicate without a subject in front of the pause."""
        ground = self._ground
        before = range(sentence.start, verb)
        if any(not self._is_adverb(n) or ground.word(n).removeprefix("se") in _MEANT for n in before):
            return None
        stop = ground.syntax.verb_after(verb) or sentence.stop
        comma = next((n for n in range(verb + 1, stop + 1) if "," in ground.gap(n)), None)
        light = comma is not None and all(self.is_light(n) or ground.word(n) in _AMONG for n in range(verb + 1, comma))
        return self._outers.get(comma) if comma is not None and light else None

    def _spoken_of(self, verb: int, sentence: range) -> Phrase | None:
        """`Namun, sejam setelah mulai berlaku T, X V`: the pause of the sentence before, where only it can be meant."""
        ground = self._ground
        if ground.word(verb) not in _LASTING or self.between(sentence.start, verb):
            return None
        comma = next((n for n in range(verb + 1, sentence.stop) if "," in ground.gap(n)), None)
        if comma is None or not {ground.word(n) for n in range(comma, comma + 4)}.isdisjoint(
            ("itu", "ini", "tersebut")
        ):
            return None
        latest = self.latest(verb)
        return latest if latest is not None and sentence.start - latest.first <= _SPOKEN_OF else None

    def _in_paper(self, relative: int, verb: int) -> Argument | None:
        """`Kerangka damai yang diteken A dan B, T, memuat P`: what is done to the paper is done to P."""
        ground, stop = self._ground, self._ground.sentence(verb).stop
        if not any(ground.word(number) in self._papers for number in range(max(0, relative - 3), relative)):
            return None
        for number in range(verb + 2, stop):
            if ground.word(number) in self._holds_within:
                found = self.between(number + 1, min(number + _PAPER, stop))
                return Argument(found[0], relative=True, set_off=True) if found else None
        return None

    def _with_side(self, first: int, verb: int) -> Phrase | None:
        """`P dengan B tidak diperpanjang`, `P, dengan B sebagai penengah, gagal`: no clause, P is the subject."""
        between = range(first + 1, verb)
        light = all(self._in_any_name(n) or self._ground.word(n) in self._adverbs for n in between)
        set_off = "," in self._ground.gap(first) and "," in self._ground.gap(verb)
        phrase = self.latest(first) if light or set_off else None
        if phrase is None:
            return None
        # `P A dengan B`, `P antara A dengan B`
        sides = all(self._in_any_name(n) or self._ground.word(n) in _AMONG for n in range(phrase.stop, first))
        return phrase if phrase.stop == first or (light and sides and first - phrase.stop <= _PAPER) else None

    def _resumed(self, first: int, verb: int, sentence: range) -> Argument | None:
        """`P yang V1 oleh X V2`: the second verb goes on with what the relative clause was about."""
        ground = self._ground
        inner = ground.syntax.verb_before(verb)
        while inner is not None and ground.clause(inner).link != "yang":
            inner = ground.syntax.verb_before(inner)
        if inner is None:
            return None
        strange = [
            n for n in range(inner + 1, verb) if not self._in_any_name(n) and ground.word(n) not in self._adverbs
        ]
        comma = bool(strange) and "," in ground.gap(first)
        if first > inner + 1 and (comma or ground.word(first) in ("tetapi", "namun", "tapi", "sedangkan")):
            return None
        relative = self._antecedent(ground.clause(inner).first, inner, sentence)
        if relative is None or len(strange) > 3:
            return None
        return Argument(relative.phrase)

    def _implied(self, phrase: Phrase, verb: int) -> Argument:
        """A verb without a subject: inside a relative clause that an earlier verb began, or after it."""
        words = {self._ground.word(n) for n in range(phrase.stop, verb)}
        return Argument(phrase, relative="yang" in words and self._ground.word(verb - 1) == "dan", set_off=True)

    def _parted(self, start: int, verb: int) -> bool:
        """Whether a semicolon lies between, or a main clause with an actor of its own just before the verb."""
        ground = self._ground
        return any(";" in ground.gap(n) for n in range(start, verb + 1))

    def _explicit(self, found: list[Phrase], first: int, verb: int) -> Argument | None:
        ground = self._ground
        last = found[-1]
        joined = ground.word(last.outer - 1) == "dan" and last.governor < 0
        if joined and all(ground.word(n) in self._adverbs | {"pun"} for n in range(last.stop, verb)):
            # `A menampik perpanjangan itu dan jeda berakhir`: what stands before `dan` is the first clause's
            return Argument(last)
        for phrase in found:
            head = phrase.outer - 1
            first = next(
                (n for n in range(phrase.outer, first, -1) if ":" in ground.gap(n) or "," in ground.gap(n)), first
            )
            if 0 <= phrase.governor <= phrase.outer:
                return Argument(phrase)
            light = self._adverbs | _HEADS
            before = [n for n in range(first, head + 1) if ground.word(n) not in light and not self._in_name(n)]
            if not before or self._is_placed(first, phrase.outer):
                return Argument(phrase)
        return None

    def _is_placed(self, first: int, end: int) -> bool:
        """`bahwa di wilayah lain P tetap dijalankan`: nothing but a place stands before the pause."""
        first += self._ground.word(first) == "bahwa"
        words = [self._ground.word(number) for number in range(first, end)]
        return words[:1] == ["di"] and words[-1] in ("lain", "lainnya", "itu", "sana", "situ", "tersebut")

    def _in_name(self, number: int) -> bool:
        """Whether a word lies in a time or in a region."""
        return number in self._named

    def _has_other_subject(self, first: int, verb: int) -> bool:
        return any(not self._is_adverb(n) and not self._in_name(n) for n in range(first, verb))

    def _is_adverb(self, number: int) -> bool:
        """An adverb, or the number of `tiga kali`."""
        return self._ground.word(number) in self._adverbs or self._ground.word(number + 1) == "kali"

    def _antecedent(self, relative: int, verb: int, sentence: range) -> Argument | None:
        """The pause before `yang`, with nothing between but where, how long and between whom."""
        ground = self._ground
        before = self.between(sentence.start, relative)
        if not before:
            return None
        phrase = before[-1]
        number = phrase.stop
        set_off = "," in ground.gap(relative)
        between = range(number, relative)
        if any(ground.syntax.is_verb(n) for n in between) and not set_off:
            return None
        strange = [
            n
            for n in between
            if not self._in_any_name(n) and ground.word(n) not in self._brought and "(" not in ground.gap(n)
        ]
        if len(strange) > 4:
            taken_up = ground.word(verb) in ("ditolak", "diterima") and set_off and "," not in ground.gap(phrase.stop)
            return Argument(phrase, relative=True, set_off=True) if taken_up else None
        lasting = ground.word(verb) in _LASTING
        if set_off and between and ground.before(ActorMention, relative) is not None and strange and not lasting:
            return None
        return Argument(phrase, relative=True, set_off=set_off)

    def is_light(self, number: int) -> bool:
        """Whether a word is of a name or a time, or only says how, where and between whom."""
        return self._in_any_name(number) or self._is_adverb(number)

    def _in_any_name(self, number: int) -> bool:
        return number in self._named or number in self._acting
