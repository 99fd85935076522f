"""What is outside a deal, no part of it or dropped: `Z berada di luar kesepakatan`, `G bukan pihak dalam P`."""

from __future__ import annotations

from typing import Final

from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.gathered import Gathered
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.predication import PredicateReader
from ceasefire_id.scope.scoping import RULES, ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["BeyondReader"]

#: how far after a cue the pause may be named
_REACH: Final = 6
#: how many words a list between `dengan` and `di dalamnya` may have
_LIST: Final = 10
#: `P, dengan Z di dalamnya`
_INSIDE: Final = "dalamnya"
#: `membubuhkan tanda tangan pada P`
_BY_HAND: Final = frozenset(("tanda", "tangan", "paraf", "atas"))
_OUTSIDE: Final = frozenset(("luar", "luarnya"))


class BeyondReader:
    """Reads members of what is said to be outside of, or no part of, a pause."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker, predicates: PredicateReader) -> None:
        self._words = words
        self._maker = maker
        self._predicates = predicates
        self.cues = words.member["beyond"] | words.member["suspends"] | words.member["closed"] | {_INSIDE}
        self.cues |= words.member["signing"]

    def at(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """The members at a cue."""
        if ground.word(cue) in self._words.member["beyond"]:
            return self._beyond(ground, arguments, cue, known)
        if ground.word(cue) in self._words.member["signing"]:
            return self._unsigned(ground, arguments, cue, known)
        if ground.word(cue) == _INSIDE:
            return self._inside(ground, arguments, cue, known)
        if ground.word(cue) in self._words.member["closed"]:
            return self._closed(ground, arguments, cue, known)
        return self._suspended(ground, arguments, cue)

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

    def _unsigned(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """`G tidak ikut menandatangani P`, `G tidak diajak bergabung`: who has put no hand to it."""
        first, member = cue, self._words.member
        while ground.word(first - 1) in member["asked"]:
            first -= 1
        predicate = self._predicates.at(ground, first)
        said = {ground.word(number) for number in range(predicate.first, first)}
        if not predicate.negated or predicate.relative or "belum" in said or self._maker.is_open(ground, cue):
            return []
        number = cue + 1
        while ground.word(number) in member["light"] | _BY_HAND and ground.adjoins(number):
            number += 1
        named = arguments.holding(number)
        if named is None and ground.word(number) not in member["deals"] and not self._ends(ground, number):
            return []
        phrase = named or self._predicates.meant(ground, arguments, cue, known)
        if phrase is None:
            return []
        end = self._predicates.shared_subject_end(ground, predicate.first)
        drafts = self._maker.before(ground, phrase, end, cue, include=False, rule="part-of")
        return [d for d in drafts if d.actor is not None and d.actor.kind == "armed_group"]

    def _inside(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """`P, kali ini dengan Z di dalamnya`: what a pause takes in."""
        if ground.word(cue - 1) != "di" or not self._ends(ground, cue + 1) or self._maker.is_open(ground, cue):
            return []
        start = next((n for n in range(cue - 2, max(cue - _LIST, 0), -1) if ground.word(n) == "dengan"), -1)
        phrase = self._predicates.meant(ground, arguments, cue, known) if start > 0 else None
        if phrase is None or ground.syntax.verbs_between(start, cue):
            return []
        return self._maker.after(
            ground, phrase, start + 1, cue, include=True, rule="part-of", actors=False, end=cue - 1
        )

    def _closed(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """`Pintu tertutup bagi G`, `P tertutup untuk G`: whom a pause does not let in."""
        door = ground.word(cue - 1) in self._words.member["doors"] or arguments.holding(cue - 1) is not None
        if not door or ground.word(cue + 1) not in ("bagi", "untuk") or self._maker.is_open(ground, cue):
            return []
        phrase = self._predicates.meant(ground, arguments, cue, known)
        if phrase is None:
            return []
        drafts = self._maker.after(ground, phrase, cue + 2, cue, include=False, rule="closed", actors=True)
        return [d for d in drafts if d.actor is not None and d.actor.kind == "armed_group"]

    # ---- outside a deal ------------------------------------------------------------------------------------------

    def _beyond(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """`Z berada di luar P`, `G bukan bagian (dari) P`, `G tidak menjadi bagian kesepakatan`."""
        outside = ground.word(cue) in _OUTSIDE
        if outside and ground.word(cue - 1) != "di":
            return []
        predicate = self._predicates.at(ground, cue - 1)
        leading = ground.word(cue - 1)
        taking = leading in ("ambil", "mengambil", "sebagai", "antara") and self._maker.is_negated(
            ground, cue - (leading == "antara")
        )
        if not outside and not (taking or leading in ("bukan", "bukanlah", "menjadi")):
            return []
        phrase = self._named(ground, arguments, cue, known, outside)
        if phrase is None or self._maker.is_open(ground, cue):
            return []
        left_out = outside or leading != "menjadi" or self._maker.is_negated(ground, cue)
        if outside and ground.word(cue - 2) in ("tidak", "bukan"):
            ground.document.drop(f"{RULES}:outside", ground.span(cue, cue + 1), "negated")
            return []
        rule = "outside" if outside else "part-of"
        leaver = ground.syntax.verb_before(cue)
        if outside and leaver is not None and ground.word(leaver) in self._words.member["leaves"]:
            # `P membiarkan Z di luar`
            return self._maker.after(
                ground, phrase, leaver + 1, cue, include=False, rule=rule, actors=True, end=cue - 1
            )
        if outside and cue - 1 == ground.sentence(cue).start:
            return self._inverted(ground, arguments, phrase, cue)
        end = self._predicates.shared_subject_end(ground, predicate.edge)
        found = self._maker.before(ground, phrase, end, cue, include=not left_out, rule=rule)
        if outside and (inside := self._inside_before(ground, cue)) >= 0:
            found += self._maker.before(ground, phrase, inside - 1, inside, include=True, rule="part-of")
        return found

    def _inside_before(self, ground: Ground, outside: int) -> int:
        """`Z1 di dalam, Z2 di luar`: where `dalam` stands in the part before, or -1."""
        for number in range(outside - 2, max(ground.sentence(outside).start, outside - _LIST), -1):
            if ground.word(number) == "dalam" and ground.word(number - 1) == "di":
                return number
            if ground.syntax.is_verb(number) or ground.marked(number, ";."):
                return -1
        return -1

    def _inverted(self, ground: Ground, arguments: Arguments, phrase: Phrase, cue: int) -> list[ScopeDraft]:
        """`Di luar kesepakatan itu tinggal Z`, `Di luar P: Z1 dan Z2`."""
        held = arguments.holding(cue + 1)
        after = held.stop if held is not None else cue + 2 + (ground.word(cue + 2) in ("itu", "tersebut", "ini"))
        copula = ground.word(after) in ("tinggal", "adalah", "ialah", "hanya", "masih", "tersisa")
        if not copula and ":" not in ground.gap(after):
            return []
        after += copula + (copula and ground.word(after + 1) in ("ada", "tersisa", "tinggal"))
        return self._maker.after(ground, phrase, after, cue, include=False, rule="outside", actors=True)

    def _named(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered, outside: bool) -> Phrase | None:
        """The pause outside which, or of which, somebody is; or that spoken of (`Z dibiarkan di luar`)."""
        number = cue + 1 + (ground.word(cue + 1) in ("dari", "dalam", "pada", "di"))
        if phrase := arguments.holding(number):
            return phrase
        deals = self._words.member["deals"]
        if ground.word(number) in deals and ground.gap(number).isspace():
            meant = arguments.holding(number + 1) or self._predicates.meant(ground, arguments, cue, known)
            return meant or arguments.latest(cue)
        if ground.word(cue + 1) in ("darinya", "daripadanya"):
            return self._predicates.meant(ground, arguments, cue, known)
        ends = number == cue + 1 and self._ends(ground, number)
        left = ground.word(cue - 2) in self._words.member["left"] | self._words.member["leaves"]
        leaver = ground.syntax.verb_before(cue)
        left = left or (leaver is not None and ground.word(leaver) in self._words.member["leaves"])
        left = left or self._inside_before(ground, cue) >= 0
        signing = ground.word(cue) in self._words.member["signatories"] | {"luarnya"}
        return self._predicates.meant(ground, arguments, cue, known) if ends and (left or signing) else None

    def _ends(self, ground: Ground, number: int) -> bool:
        """Whether the clause is over at a word."""
        if number >= len(ground.words) or ground.gap(number).strip(" \u00a0"):
            return True
        return ground.word(number) in self._words.adjunct["terminators"] | self._words.member["closing"]
