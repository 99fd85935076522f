"""Whether a predicate about members says that they are covered, left out, or neither."""

from __future__ import annotations

from typing import Final

from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.predication import Predicate
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["COPULAS", "PolarityReader"]

#: words behind a predicate by which its members follow it
COPULAS: Final = frozenset(
    (
        "hanyalah",
        "baru",
        "tinggal",
        "adalah",
        "ialah",
        "hanya",
        "yakni",
        "yaitu",
        "meliputi",
        "cuma",
        "antara",
        "terdapat",
        "tercatat",
    )
)
_ASKED: Final = frozenset(("agar", "supaya", "untuk"))
#: what a member no longer is that withdraws
_BOUND: Final = frozenset(("terikat", "tunduk"))
#: how far behind a predicate the words stand that put it off
_YET: Final = 6


class PolarityReader:
    """Reads what the words around a cue of membership make of it."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words
        self._maker = maker
        member = words.member
        #: with `-nya` these have the pause as their agent
        owned = member["include"] | member["exclude"] | member["within"]
        self.owned = frozenset(f"{word}nya" for word in owned if word.startswith("di"))
        self.owned |= {f"{word}nya" for word in member["sharing"] if word.startswith("me")}
        self.out = member["exclude"] | member["taken_out"] | member["passed"]
        #: passives of which `kami` is the agent: `belum kami hitung`
        self.stems = words.stems

    def word(self, ground: Ground, cue: int) -> str:
        """A cue without the `-nya` of its agent."""
        word = ground.word(cue)
        if word in self.stems:
            return f"di{word}"
        return word.removesuffix("nya") if word in self.owned else word

    def at(self, ground: Ground, predicate: Predicate) -> bool | None:
        """Whether the members are covered; nothing where the predicate does not say it in this form."""
        member, word = self._words.member, self.word(ground, predicate.cue)
        before = {ground.word(number) for number in range(predicate.first, predicate.cue)}
        if "lagi" in before and predicate.negated and word in member["alone_bound"]:
            # `G tidak lagi terikat P` is bound no more: the pause is over for it.
            return None
        if word in self.out and before & member["formerly"]:
            return None
        if "baru" in before and word not in self.out and self._is_yet_to_come(ground, predicate, before):
            # `Z baru akan dimasukkan pekan depan`
            return False
        negated = predicate.negated or self._maker.is_negated(ground, predicate.cue)
        if word in _BOUND and negated and ground.word(predicate.cue - 1) == "lagi":
            # `tidak lagi terikat P`: who withdraws was in it
            return None
        if word in member["negated_only"] | member["unmoved"] | member["mentioned"] and not negated:
            sharing = before & {"ikut", "turut"} or word in member["sharing"] or self._is_cleft(ground, predicate)
            told = (word in member["shared"] and sharing) or self.is_bound(ground, predicate)
            return True if told else None
        return (word not in self.out) != negated

    def _is_yet_to_come(self, ground: Ground, predicate: Predicate, before: set[str]) -> bool:
        """`baru akan`, `baru … setelah`, `baru … pekan depan`: not before something else."""
        if predicate.relative or predicate.negated:
            return False
        following = range(predicate.cue + 1, min(predicate.cue + _YET, ground.sentence(predicate.cue).stop))
        later = any(ground.word(number) in self._words.member["later"] for number in following)
        return later or not before.isdisjoint(("akan", "bakal"))

    def is_bound(self, ground: Ground, predicate: Predicate) -> bool:
        """`Z dilindungi kesepakatan itu`, `Z ikut dalam P`: a deal as the complement says what a place shares."""
        member, number = self._words.member, predicate.cue + 1
        if predicate.negated or self.word(ground, predicate.cue) not in member["negated_only"]:
            return False
        while ground.word(number) in member["light"] and ground.adjoins(number):
            number += 1
        return ground.word(number) in member["deals"] and ground.adjoins(number)

    def _is_cleft(self, ground: Ground, predicate: Predicate) -> bool:
        """`Yang terlindung baru Z`, `Z termasuk yang pertama menikmatinya`."""
        before = {ground.word(number) for number in range(predicate.first, predicate.cue)}
        return predicate.relative and (
            self.is_copula(ground, predicate.cue + 1) or not before.isdisjoint(self._words.member["ordinals"])
        )

    def is_left_open(self, ground: Ground, predicate: Predicate, include: bool) -> bool:
        """A question, a demand, or something yet to come."""
        cue = predicate.cue
        if self._maker.is_open(ground, cue):
            return True
        outer = ground.syntax.verb_before(predicate.first)
        if outer is not None and ground.word(outer) in self._words.subject["wishing"]:
            return True
        if not ground.syntax.is_verb(cue):
            return False
        mood = ground.mood(cue)
        clause = ground.clause(cue)
        # `untuk pertama kalinya Z tercantum` asks for nothing.
        asked = clause.link in _ASKED and ground.word(clause.first + 1) != "pertama"
        return mood.hypothetical or asked or (mood.future and include and not predicate.negated)

    def is_copula(self, ground: Ground, number: int) -> bool:
        """Whether members follow a predicate at a word."""
        return ground.word(number) in COPULAS or ":" in ground.gap(number)
