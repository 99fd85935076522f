"""Cues after the members: `Z dikecualikan`, `G tidak ikut`, `Z berada di luar kesepakatan`, `Z tercakup dalam P`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import RegionMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import Member
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.scoping import RULES, ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["MembershipReader"]

_IS: Final = frozenset(("hanyalah", "adalah", "ialah", "hanya", "yakni", "yaitu", "meliputi"))
_ASKED: Final = frozenset(("agar", "supaya", "untuk"))
#: how far after a cue the pause may be named
_REACH: Final = 6


class MembershipReader:
    """Reads members that stand before what says that they belong to a pause or not."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words
        self._maker = maker
        member = words.member
        self._cues = (
            member["exclude"] | member["taken_out"] | member["include"] | member["within"] | member["negated_only"]
        )

    def read(self, ground: Ground, arguments: Arguments) -> list[ScopeDraft]:
        """The members at all such cues."""
        found: list[ScopeDraft] = []
        for cue in ground.words.numbers(self._cues):
            found += self._at_cue(ground, arguments, cue)
        for cue in ground.words.numbers(self._words.member["beyond"]):
            found += self._beyond(ground, arguments, cue)
        for cue in ground.words.numbers(self._words.member["suspends"]):
            found += self._suspended(ground, arguments, cue)
        return found

    def _at_cue(self, ground: Ground, arguments: Arguments, cue: int) -> list[ScopeDraft]:
        member, word = self._words.member, ground.word(cue)
        negated = self._maker.is_negated(ground, cue)
        if word in member["negated_only"] and not negated:
            return []
        include = (word not in member["exclude"] | member["taken_out"]) != negated
        if self._is_left_open(ground, cue, negated, include):
            return []
        if ground.clause(cue).link == "yang" and ground.syntax.is_verb(cue):
            return self._defined(ground, arguments, cue, include)
        phrase, after = self._complement(ground, arguments, cue)
        if after < 0:
            return []
        if phrase is None and word in member["taken_out"]:
            return []
        if phrase is None:
            # `wilayah itu tercakup` needs no complement; `Z termasuk` does.
            meant = self._region_meant(ground, self._subject_end(ground, cue)) is not None
            if include and not meant and word not in member["include"]:
                return []
            phrase = self._subject_of(ground, arguments, cue, after)
        if phrase is None:
            return []
        rule = "included" if include else "excepted" if word in member["exclude"] else "not-included"
        if follow := self._after(ground, phrase, after, cue, include, rule):
            return follow
        if not include and after == cue + 1 and not self._ends(ground, after):
            return []
        drafts = self._named_before(ground, phrase, cue, include, rule)
        if after == cue + 1:
            # A state that takes no part in something may only be absent from the talks.
            return [d for d in drafts if d.actor is None or d.actor.kind != "state"]
        return drafts

    def _is_left_open(self, ground: Ground, cue: int, negated: bool, include: bool) -> bool:
        """A question, a demand, or something yet to come."""
        if self._maker.is_open(ground, cue):
            return True
        if not ground.syntax.is_verb(cue):
            return False
        mood = ground.mood(cue)
        asked = ground.clause(cue).link in _ASKED
        return mood.hypothetical or asked or (mood.future and include and not negated)

    # ---- which pause ---------------------------------------------------------------------------------------------

    def _complement(self, ground: Ground, arguments: Arguments, cue: int) -> tuple[Phrase | None, int]:
        """The pause that the cue's own complement names (`dalam kesepakatan itu`), and where the text goes on.

        `-1` where the complement is something else (`tidak ikut berunding`, `tidak masuk Uni Eropa`).
        """
        number = cue + 1
        while ground.word(number) in self._words.member["light"] and ground.gap(number).isspace():
            number += 1
        if ground.word(number) in _IS:
            return None, number
        if (phrase := arguments.holding(number)) and ground.adjoins(number):
            return phrase, phrase.stop
        if ground.word(number) in self._words.member["deals"] and ground.gap(number).isspace():
            stop = number + 1
            if phrase := arguments.holding(stop):
                # `cakupan gencatan senjata`
                return phrase, phrase.stop
            stop += ground.word(stop) in ("itu", "ini", "tersebut")
            return self._maker.spoken_of(ground, arguments, cue) or arguments.latest(cue), stop
        governed = number > cue + 1 and ground.word(cue + 1) in ("dalam", "ke", "di", "dari")
        if governed and not self._ends(ground, number):
            return None, -1
        return (None, -1) if ground.syntax.is_verb(number) and ground.gap(number).isspace() else (None, number)

    def _subject_of(self, ground: Ground, arguments: Arguments, cue: int, after: int) -> Phrase | None:
        """The pause of a cue that names none: its subject where members follow, else the one spoken of."""
        if ground.word(cue) in self._words.member["within"] and not self._ends(ground, after):
            argument = arguments.subject(cue)
            return argument.phrase if argument else None
        return self._maker.spoken_of(ground, arguments, cue, reach=2)

    def _ends(self, ground: Ground, number: int) -> bool:
        """Whether the clause is over at a word."""
        if number >= len(ground.words) or ground.gap(number).strip(" \u00a0"):
            return True
        return ground.word(number) in self._words.adjunct["terminators"] | self._words.member["closing"]

    # ---- members -------------------------------------------------------------------------------------------------

    def _after(
        self, ground: Ground, phrase: Phrase, after: int, cue: int, include: bool, rule: str
    ) -> list[ScopeDraft]:
        """`tidak termasuk Z`, `tidak termasuk di dalamnya Z`, `yang termasuk dalam P adalah Z`."""
        copula = ground.word(after) in _IS
        heads = cue == ground.sentence(cue).start and after > cue + 1
        if not copula and ((include and not heads) or ground.gap(after).strip(" \u00a0:")):
            return []
        return self._maker.after(ground, phrase, after + copula, cue, include=include, rule=rule, actors=True)

    def _defined(self, ground: Ground, arguments: Arguments, cue: int, include: bool) -> list[ScopeDraft]:
        """`yang dikecualikan hanyalah Z`, `wilayah yang tercakup dalam P adalah Z`; else a relative clause on Z."""
        phrase, after = self._complement(ground, arguments, cue)
        if after < 0:
            return []
        if phrase is None and ground.word(after) not in _IS and (include or not self._ends(ground, after)):
            return []
        phrase = phrase or self._maker.spoken_of(ground, arguments, cue)
        if phrase is None:
            return []
        rule = "included" if include else "excepted"
        if ground.word(after) in _IS:
            return self._maker.after(ground, phrase, after + 1, cue, include=include, rule=rule, actors=True)
        relative = ground.clause(cue).first
        if self._is_described_place(ground, relative):
            return self._maker.place_before(ground, phrase, relative - 1, cue, include=include, rule=rule)
        return self._maker.before(ground, phrase, relative, cue, include=include, rule=rule)

    def _is_described_place(self, ground: Ground, relative: int) -> bool:
        """`di Z, wilayah yang tidak tercakup`: a bare noun behind a comma says again what was named before it."""
        nouns = self._words.adjunct["parts"] | self._words.adjunct["heads"]
        return ground.word(relative - 1) in nouns and "," in ground.gap(relative - 1)

    def _named_before(self, ground: Ground, phrase: Phrase, cue: int, include: bool, rule: str) -> list[ScopeDraft]:
        end = self._shared_subject_end(ground, self._subject_end(ground, cue))
        if back := self._region_meant(ground, end):
            number = end - 1
            member = Member(back, number, number + 1, False)
            return self._maker.drafts(ground, phrase, [member], cue, include=include, rule="that-place")
        return self._maker.before(ground, phrase, end, cue, include=include, rule=rule)

    def _shared_subject_end(self, ground: Ground, end: int) -> int:
        """`G tidak dilibatkan dalam perundingan dan tidak terikat P`: the subject of the verb before."""
        if ground.word(end - 1) not in ("dan", "serta", "sehingga"):
            return end
        verb = ground.syntax.verb_before(end - 1)
        if verb is None or ground.clause(verb).link == "yang":
            return end
        return self._subject_end(ground, verb)

    def _subject_end(self, ground: Ground, cue: int) -> int:
        """Where the subject of a cue ends: before its negations, auxiliaries and light verbs."""
        number = cue
        while ground.word(number - 1) in self._words.member["auxiliaries"] and ground.gap(number).isspace():
            number -= 1
        return number

    def _region_meant(self, ground: Ground, end: int) -> RegionMention | None:
        """`wilayah itu tercakup`: the place named last."""
        nouns = self._words.adjunct["parts"] | self._words.adjunct["heads"]
        if ground.word(end - 1) not in ("itu", "tersebut") or ground.word(end - 2) not in nouns:
            return None
        before = [m for m in ground.document.of(RegionMention) if m.span.end <= ground.words.starts[end - 1]]
        return before[-1] if before else None

    # ---- dropped -------------------------------------------------------------------------------------------------

    def _suspended(self, ground: Ground, arguments: Arguments, cue: int) -> list[ScopeDraft]:
        """`membekukan bagian G dalam dekret itu`, `mencoret G dari P`: a side that is dropped stands left out."""
        part = ground.word(cue + 1) in ("bagian", "keikutsertaan", "nama")
        if not part and ground.word(cue) not in self._words.member["strikes"]:
            return []
        named = arguments.between(cue, min(cue + _REACH, ground.sentence(cue).stop))
        phrase = named[0] if named else arguments.latest(cue)
        if phrase is None or not ground.mood(cue).real:
            return []
        start = cue + 1 + part
        return self._maker.after(ground, phrase, start, cue, include=False, rule="dropped", actors=True)

    # ---- outside a deal ------------------------------------------------------------------------------------------

    def _beyond(self, ground: Ground, arguments: Arguments, cue: int) -> list[ScopeDraft]:
        """`Z berada di luar P`, `G bukan bagian (dari) P`, `G tidak menjadi bagian kesepakatan`."""
        outside = ground.word(cue) == "luar"
        if outside and ground.word(cue - 1) != "di":
            return []
        taking = ground.word(cue - 1) in ("ambil", "mengambil") and self._maker.is_negated(ground, cue)
        regarded = ground.word(cue - 1) == "sebagai" and self._maker.is_negated(ground, cue)
        told = taking or regarded or ground.word(cue - 1) in ("bukan", "bukanlah", "menjadi")
        if not outside and not told:
            return []
        number = cue + 1 + (ground.word(cue + 1) in ("dari", "dalam", "pada"))
        phrase = arguments.holding(number)
        if phrase is None and ground.word(number) in self._words.member["deals"] and ground.gap(number).isspace():
            phrase = arguments.holding(number + 1) or self._maker.spoken_of(ground, arguments, cue)
            phrase = phrase or arguments.latest(cue)
        elif phrase is None and outside and self._ends(ground, number):
            # `Z dibiarkan di luar`
            left = ground.word(cue - 2) in self._words.member["left"]
            phrase = self._maker.spoken_of(ground, arguments, cue) if left else None
        if phrase is None or self._maker.is_open(ground, cue):
            return []
        left_out = outside or ground.word(cue - 1) != "menjadi" or self._maker.is_negated(ground, cue)
        if outside and ground.word(cue - 2) in ("tidak", "bukan"):
            ground.document.drop(f"{RULES}:outside", ground.span(cue, cue + 1), "negated")
            return []
        end = self._subject_end(ground, cue - 1)
        return self._maker.before(
            ground, phrase, end, cue, include=not left_out, rule="outside" if outside else "part-of"
        )
