"""A predicate of coverage with what belongs to it: negations, adverbs, times and asides before the verb.

Coverage is a predication with three roles: the pause, the predicate with its polarity, and the members. `holding`
reads it where the pause is the subject, `membership` where the members are; both ask here where the predicate
begins, whether it is negated and which pause is meant where it names none.
"""

from __future__ import annotations

from typing import Final

import attrs

from ceasefire.mentions import TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.gathered import Gathered, last_of
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["Predicate", "PredicateReader"]

#: how long an aside between two commas may be, in words
_ASIDE: Final = 9
_NEGATIONS: Final = frozenset(
    ("tidak", "tak", "belum", "bukan", "bukanlah", "tanpa", "menolak", "enggan", "ogah", "emoh", "gagal")
)
#: by which a predicate says that its members are covered like others
_JOINED: Final = frozenset(("ikut", "turut", "juga", "pula"))
#: how many words a sentence has that is hardly one
_BLUNT: Final = 2
#: how far behind `dalam` a paper stands at the head of a sentence, in words
_PAPER: Final = 3
#: how far back members may be told of whose pause is meant, in words
_TOLD: Final = 90
_THESE: Final = frozenset(("itu", "tersebut", "ini", "tadi"))
_BEFORE_TIMES: Final = frozenset(("pada", "sejak", "hingga", "sampai", "untuk", "sampai"))


@attrs.frozen
class Predicate:
    """A cue of coverage and where its predicate begins, as word numbers."""

    cue: int
    first: int
    negated: bool
    #: `ikut dilindungi`, `juga dicakup`
    joined: bool
    #: `yang` stands before it
    relative: bool

    @property
    def edge(self) -> int:
        """Where the predicate begins with its `yang`."""
        return self.first - self.relative


class PredicateReader:
    """Reads the words of a predicate before its cue, and the pause that it is about."""

    def __init__(self, words: ScopeWords) -> None:
        self._adverbs = words.member["auxiliaries"] - {"yang"}
        self._asides = words.member["asides"]
        self._adverbials = frozenset(tuple(phrase.split()) for phrase in words.member["adverbials"])
        self._adverbial_ends = frozenset(phrase[-1] for phrase in self._adverbials)
        self._deals = words.member["deals"]
        self._stems, self._agents = words.stems, words.agents

    def at(self, ground: Ground, cue: int) -> Predicate:
        """The predicate of a cue."""
        first = self._first(ground, cue)
        before = {ground.word(number) for number in range(first, cue)}
        return Predicate(
            cue=cue,
            first=first,
            negated=not before.isdisjoint(_NEGATIONS),
            joined=not before.isdisjoint(_JOINED),
            relative=ground.word(first - 1) == "yang" and ground.sentence(cue).start < first,
        )

    def _first(self, ground: Ground, cue: int) -> int:
        """`(tidak ikut) dilindungi`, `(kala itu belum) tersentuh`, `(, menurut X, tidak) dinaungi`."""
        number, start = cue, ground.sentence(cue).start
        if ground.word(cue) in self._stems and ground.word(cue - 1) in self._agents:
            # `Z belum (kami hitung)`
            number -= 1
        while number > start:
            if "," in ground.gap(number):
                aside = self._aside(ground, number, start)
                if not aside:
                    break
                number = aside
            elif ground.adjoins(number) and ground.word(number - 1) in self._adverbs:
                number -= 1
            elif ground.word(number - 1) in self._adverbial_ends and (length := self._adverbial(ground, number)):
                number -= length
            elif (time := ground.before(TimeMention, number)) is not None and ground.adjoins(number):
                number = ground.first_of(time)
                number -= ground.word(number - 1) in _BEFORE_TIMES
            else:
                break
        return number

    def in_a_paper(self, ground: Ground, predicate: Predicate) -> bool:
        """`Dalam naskah itu Z tidak disebut`: whether the sentence begins with the paper in which something is."""
        start = ground.sentence(predicate.cue).start
        opens = ground.word(start) in ("dalam", "di", "pada")
        opening = range(start + 1 + (ground.word(start + 1) == "dalam"), start + _PAPER)
        return opens and any(
            ground.word(number) in self._deals
            and (ground.word(number).endswith("nya") or ground.word(number + 1) in _THESE | self._deals)
            for number in opening
        )

    def _adverbial(self, ground: Ground, end: int) -> int:
        """`Z (kali ini) tercakup`: how many words the adverb has that ends before a word, or 0."""
        for length in (2, 3, 4):
            if tuple(ground.word(number) for number in range(end - length, end)) in self._adverbials:
                return length
        return 0

    def _aside(self, ground: Ground, end: int, start: int) -> int:
        """`Z, menurut X, tidak tercakup`: where the aside begins that a comma ends before a word, or 0."""
        for number in range(end - 1, max(start, end - _ASIDE), -1):
            if "," in ground.gap(number):
                return number if ground.word(number) in self._asides else 0
        return 0

    def shared_subject_end(self, ground: Ground, end: int) -> int:
        """`G tidak dilibatkan dalam perundingan dan (tidak terikat P)`, `Z, yang terkepung dan (di luar P)`: where the
        subject ends that a predicate shares with the verb before.
        """
        while ground.word(end - 1) in ("karena", "oleh", "itu") and ground.word(end - 2) in ("dan", "karena", "oleh"):
            # `dan karena itu tidak tersentuh P`
            end -= 1
        if ground.word(end - 1) not in ("dan", "serta", "sehingga", "karena", "sebab", "lantaran"):
            return end
        verb = ground.syntax.verb_before(end - 1)
        if verb is None:
            return end
        if ground.clause(verb).link == "yang":
            relative = ground.clause(verb).first
            return relative if "," in ground.gap(relative) else end
        return self.at(ground, verb).first

    def meant(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered, reach: int = 1) -> Phrase | None:
        """The pause that a predicate is about where it names none: that of its sentence, of the members told of last,
        of the `reach` sentences before, or the one whose paper they speak of.
        """
        sentence = ground.sentence(cue)
        if before := arguments.between(sentence.start, cue):
            return before[-1]
        if told := known.pause_told_in(sentence):
            return told
        here = arguments.between(cue, sentence.stop)
        if here and not any(";" in ground.gap(number) for number in range(cue + 1, here[0].first + 1)):
            return here[0]
        if any(ground.word(number) in self._deals for number in range(sentence.start, cue)):
            reach += 1
        while reach > 0:
            if sentence.start == 0:
                return None
            sentence = ground.sentence(sentence.start - 1)
            # `Z? Belum.`
            reach -= len(sentence) > _BLUNT
            if near := arguments.between(sentence.start, sentence.stop):
                return near[-1]
            if told := known.pause_told_in(sentence):
                return told
            if not self._deals.isdisjoint(ground.sentence_words(sentence.start)):
                return arguments.latest(sentence.start)
        goes_on = known.told_near(cue, _TOLD)
        # What goes on telling of scope means the pause of the scope told before.
        return max(goes_on, key=last_of).phrase if goes_on else None
