"""What looks like a pause and is none: trade and sport, what nobody did, what is only supposed."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, RegionMention
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.vocabulary import PauseWords

__all__ = ["SHARED", "TrapReader"]

#: words of fighting that trade and politics share
SHARED: Final = frozenset(("senjata", "perang", "konflik", "serangan", "permusuhan"))
#: so many different words of fighting make a text one of war
_ENOUGH: Final = 3
#: where a sentence says whose plan holds the pause, in words, and by which prepositions
_OPENING: Final = 6
_BY_PLAN: Final = frozenset(("menurut", "berdasarkan", "dalam", "sesuai", "di", "bawah", "dengan"))
_IF: Final = frozenset(("jika", "bila", "apabila", "kalau", "seandainya", "andai", "tanpa", "asalkan"))


#: what sets one wish against another
_BUT: Final = frozenset(("tetapi", "tapi", "namun", "melainkan", "sebaliknya"))


class TrapReader:
    """Leaves out noun phrases that name no pause."""

    def __init__(self, words: PauseWords, acts: frozenset[str], holds_within: frozenset[str]) -> None:
        self._holds_within = holds_within
        #: verbs by which somebody makes a pause
        self._acts = acts
        self._heads = words.truce_heads | words.pause_heads
        self._metaphors = words.traps["metaphors"]
        self._plans = words.around["plans"]
        self._hopes = words.around["hopes"]
        self._taken_up = words.around["taken_up"]
        self._trade = words.traps["trade"]
        fighting = words.traps["fighting"] - SHARED
        #: with the possessor too: `pasukannya`
        self._fighting = fighting | frozenset(f"{word}nya" for word in fighting)
        self._firms = words.traps["firms"]
        self._unmistakable = words.traps["unmistakable"]
        self._sorts = words.verbs["sorts"]
        self._certain = frozenset(("gencatan-senjata", "jeda-complement", "calm"))

    def without(self, ground: Ground, phrases: list[Phrase]) -> list[Phrase]:
        """The phrases that speak of fighting; what is only supposed or denied makes no pause by itself."""
        sure = any(phrase.rule in self._certain or phrase.kind == "cessation" for phrase in phrases)
        trades = self._trades(ground)
        kept = [phrase for phrase in phrases if self._is_of_fighting(ground, phrase, sure, trades)]
        standing = set(map(id, kept))
        for phrase in phrases:
            if id(phrase) not in standing:
                ground.document.drop("id-scope:trap", ground.span(phrase.first, phrase.end), "not of fighting")
        for phrase in kept:
            if phrase.generic or self._is_supposed(ground, phrase):
                phrase.makes_pause = False
                phrase.wanted = not self._under_condition(ground, phrase)
                phrase.definite = phrase.definite or not phrase.wanted
            due = ground.word(phrase.stop) in ("harus", "mesti", "seharusnya") and ground.adjoins(phrase.stop)
            phrase.wanted = phrase.wanted or (due and not phrase.definite)
            leads_to = ground.word(phrase.outer - 1) == "menuju" and not phrase.definite
            phrase.wanted = phrase.wanted or leads_to or self._is_hoped_for(ground, phrase)
            if not phrase.definite and self._is_planned(ground, phrase):
                phrase.planned = phrase.wanted = True
            if phrase.rule == "penghentian" and phrase.kind == "truce" and self._is_term(ground, phrase, kept):
                phrase.makes_pause = False
        return kept

    def _is_of_fighting(self, ground: Ground, phrase: Phrase, sure: bool, trades: bool) -> bool:
        if phrase.rule == "gencatan-senjata" and not trades and (phrase.occasion or self._text_fights(ground)):
            return True
        here = ground.sentence_words(phrase.first)
        if trades and self._is_placed(ground, phrase):
            return True
        if here & self._trade and here.isdisjoint(self._fighting) and not self._paragraph_fights(ground, phrase):
            return False
        if trades:
            # Beside a pause of trade one of fighting stands with fighting, or with the place where it holds.
            return not here.isdisjoint(self._fighting) or self._is_placed(ground, phrase)
        if phrase.rule == "penghentian" and here & self._firms and "militer" not in here:
            return False
        if ground.word(phrase.outer - 1) in self._acts and here.isdisjoint(self._trade) and phrase.rule != "gencatan":
            return True
        if phrase.rule in ("jeda", "gencatan"):
            return (sure and here.isdisjoint(self._trade)) or not here.isdisjoint(self._fighting | {"serangan"})
        if phrase.rule == "penghentian" and phrase.kind == "truce":
            if self._is_unmistakable(ground, phrase):
                return True
            held = ground.word(phrase.outer - 1) in self._holds_within and self._text_fights(ground)
            return held or self._paragraph_fights(ground, phrase) or self._names_fighters(ground, phrase)
        return True

    def _is_unmistakable(self, ground: Ground, phrase: Phrase) -> bool:
        """`moratorium saling serang`, `penghentian serangan udara`: no word of fighting is needed beside it."""
        stopped = {ground.word(number) for number in range(phrase.first, phrase.core)}
        return bool(stopped & self._unmistakable) or ground.word(phrase.core) in self._sorts

    def _trades(self, ground: Ground) -> bool:
        """Whether the text opens with something of trade or politics called a pause (`gencatan senjata dagang`)."""
        first = min(ground.words.numbers(self._heads), default=-1)
        following = {ground.word(first + 1), ground.word(first + 2)}
        return first >= 0 and not following.isdisjoint(self._metaphors) and ground.adjoins(first + 1)

    def _is_placed(self, ground: Ground, phrase: Phrase) -> bool:
        """`Di Z, gencatan senjata`, `gencatan senjata 30 hari di Z`: told of a place."""
        if phrase.rule != "gencatan-senjata":
            return False
        start = ground.sentence(phrase.first).start
        near = [n for n in (phrase.stop, start) if ground.word(n) in ("di", "di-")]
        return any(ground.at(RegionMention, n + 1) is not None for n in near)

    def fights(self, ground: Ground) -> bool:
        """Whether a text tells of fighting, by several words of it."""
        return self._text_fights(ground)

    def _text_fights(self, ground: Ground) -> bool:
        return len(self._fighting & ground.words.index.keys()) >= _ENOUGH

    def _paragraph_fights(self, ground: Ground, phrase: Phrase) -> bool:
        paragraph = ground.document.paragraph_at(ground.words.starts[phrase.first])
        first, end = ground.words.first_at(paragraph.start), ground.words.first_at(paragraph.end)
        return any(ground.word(n) in self._fighting for n in range(first, end))

    def _names_fighters(self, ground: Ground, phrase: Phrase) -> bool:
        """Whether its sentence names an armed group: `Houthi menawarkan penghentian serangan`."""
        sentence = ground.sentence(phrase.first)
        return any(actor.kind == "armed_group" for actor in ground.among(ActorMention, sentence.start, sentence.stop))

    def _is_supposed(self, ground: Ground, phrase: Phrase) -> bool:
        """`jika P tercapai`, `tidak ada P`, `belum ada P`."""
        before = [
            ground.word(n) for n in range(max(ground.sentence(phrase.first).start, phrase.outer - 4), phrase.outer)
        ]
        if phrase.governor >= 0 and ground.word(phrase.governor) == "pelanggaran":
            return False
        if before[-2:-1] == ["tanpa"] and before[-1] in self._acts:
            # `keluar tanpa meneken P`: it is there to be settled
            phrase.wanted = True
            return False
        if before[-1:] and before[-1] in _IF | {"tanpa"}:
            return True
        if "ada" in before[-2:] and {"tidak", "belum", "tak"} & set(before):
            return True
        return bool(_IF & set(before[-2:]))

    def _is_hoped_for(self, ground: Ground, phrase: Phrase) -> bool:
        """`berharap jeda itu berujung pada gencatan senjata yang langgeng`"""
        if phrase.contrast != "wider" or phrase.definite:
            return False
        before = range(ground.sentence(phrase.first).start, phrase.outer)
        return any(ground.word(number) in self._hopes for number in before)

    def _is_planned(self, ground: Ground, phrase: Phrase) -> bool:
        """`Rencana itu mencakup P`, `Berdasarkan usulan K, P dimulai …`: told of a plan that nobody has taken up."""
        sentence = ground.sentence(phrase.first)
        opening = range(sentence.start, min(sentence.start + _OPENING, phrase.outer))
        plan = next((n for n in opening if ground.word(n) in self._plans), None)
        if plan is None:
            return False
        before, here = ground.word(plan - 1), {ground.word(n) for n in sentence}
        opens = plan == sentence.start or before in _BY_PLAN or ground.word(plan - 2) in _BY_PLAN
        return opens and here.isdisjoint(self._taken_up)

    def _under_condition(self, ground: Ground, phrase: Phrase) -> bool:
        return any(ground.word(n) in _IF for n in range(max(0, phrase.outer - 2), phrase.outer))

    def _is_term(self, ground: Ground, phrase: Phrase, phrases: list[Phrase]) -> bool:
        """Whether another noun in its sentence names the pause of which it is a term."""
        sentence = ground.sentence(phrase.first)
        others = [other for other in phrases if other is not phrase and other.first in sentence]
        before = [other for other in others if other.first < phrase.first]
        if before and others[-1] is before[-1]:
            # `menolak gencatan senjata, tetapi menyetujui penghentian serangan`
            between = {ground.word(number) for number in range(before[-1].stop, phrase.outer)}
            return between.isdisjoint(_BUT)
        return bool(others)
