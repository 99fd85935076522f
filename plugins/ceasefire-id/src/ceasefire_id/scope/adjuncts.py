"""What narrows or widens the scope told before it: `kecuali Z`, `termasuk Z`, `bukan di Z`, `begitu pula Z`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import RegionMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.scoping import RULES, ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["AdjunctReader"]

#: how far before `begitu pula` the member stands that it is like, in words
_LIKEWISE: Final = 20
#: the rules that say of members that a pause covers them or not
_PREDICATED: Final = frozenset(("covers", "leaves-out", "included", "not-included", "excepted", "outside", "part-of"))


class AdjunctReader:
    """Reads members behind a pause that has its place, and those that are like or unlike the ones before."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words
        self._maker = maker
        self._places = words.adjunct["parts"] | words.adjunct["whole"] | words.adjunct["heads"]

    def read(self, ground: Ground, arguments: Arguments, known: list[ScopeDraft]) -> list[ScopeDraft]:
        """The members at all such cues; `known` are those that other cues have given."""
        adjunct, found = self._words.adjunct, list[ScopeDraft]()
        for number in ground.words.numbers(adjunct["exclude"]):
            found += self._at_cue(ground, arguments, number)
        for number in ground.words.numbers(adjunct["include"]):
            found += self._among_others(ground, arguments, number)
        for number in ground.words.numbers(adjunct["not"]):
            found += self._but_not(ground, arguments, number)
        for number in ground.words.numbers(adjunct["likewise"]):
            found += self._likewise(ground, arguments, known + found, number)
        for number in ground.words.numbers(adjunct["otherwise"]):
            found += self._otherwise(ground, known + found, number)
        for number in ground.words.numbers(adjunct["fate"]):
            found += self._of_same_fate(ground, known + found, number)
        for number in ground.words.numbers(adjunct["not"] | adjunct["not_yet"]):
            found += self._unlike(ground, known + found, number)
        return found

    # ---- exceptions ----------------------------------------------------------------------------------------------

    def _at_cue(self, ground: Ground, arguments: Arguments, cue: int) -> list[ScopeDraft]:
        """`P berlaku …, kecuali di Z`."""
        word, sentence = ground.word(cue), ground.sentence(cue)
        if word == "luar" and not self._is_outside(ground, cue):
            return []
        if word == "selain" and sentence.start == cue:
            return self._besides(ground, arguments, cue)
        if word == "tanpa" and not (ground.at(RegionMention, cue + 1) and "," in ground.gap(cue)):
            return []
        before = arguments.between(sentence.start, cue)
        if not before and any(ground.word(n) in self._words.subject["coverage"] for n in range(sentence.start, cue)):
            # `Cakupannya seluruh Z1, di luar G`
            before = [latest] if (latest := arguments.latest(cue)) is not None else []
        if not before and ground.word(sentence.start) in ("di", "dengan", word):
            # `Di Z1, kecuali di Z2, P …`
            before = arguments.between(cue, sentence.stop)[:1]
        if not before:
            return self._granted(ground, arguments, cue)
        # `tak terkecuali Z`
        include = ground.word(cue - 1) in ("tak", "tidak")
        drafts = self._maker.after(ground, before[-1], cue + 1, cue, include=include, rule="except", actors=True)
        if drafts and self._opens_clause(ground, ground.words.first_at(drafts[-1].span.end)):
            ground.document.drop(f"{RULES}:except", ground.span(cue, cue + 1), "a condition, not an exception")
            return []
        return drafts

    def _granted(self, ground: Ground, arguments: Arguments, cue: int) -> list[ScopeDraft]:
        """`Pengecualian hanya diberikan untuk G`."""
        verb = ground.syntax.verb_after(cue)
        if ground.word(cue) != "pengecualian" or verb is None or verb - cue > 3 or not ground.mood(verb).real:
            return []
        phrase = self._maker.spoken_of(ground, arguments, cue)
        if phrase is None or ground.word(verb + 1) not in self._words.subject["to"]:
            return []
        return self._maker.after(ground, phrase, verb + 2, cue, include=False, rule="except", actors=True)

    def _besides(self, ground: Ground, arguments: Arguments, cue: int) -> list[ScopeDraft]:
        """`Selain Z1, P juga berlaku di Z2`: both are covered."""
        sentence = ground.sentence(cue)
        following = arguments.between(cue, sentence.stop)
        if not following:
            return []
        words = self._words.subject
        verb = ground.syntax.verb_after(following[0].stop - 1)
        also = verb is not None and ground.word(verb - 1) == "juga"
        if verb is None or not also or ground.word(verb) not in words["applied"] | words["include"]:
            return []
        return self._maker.after(
            ground,
            following[0],
            cue + 1 + (ground.word(cue + 1) == "di"),
            cue,
            include=True,
            rule="besides",
            actors=False,
            end=following[0].outer,
        )

    def _is_outside(self, ground: Ground, cue: int) -> bool:
        """`di seluruh Z1 di luar Z2`: right behind a place or a verb of holding."""
        before = cue - 2
        return ground.word(cue - 1) == "di" and (
            ground.before(RegionMention, before + 1) is not None
            or ground.word(before) in self._words.subject["applied"]
        )

    def _opens_clause(self, ground: Ground, number: int) -> bool:
        """`kecuali junta menyerang`: a verb follows, so it is a condition."""
        while ground.word(number) in ("tidak", "lebih", "kembali", "dulu", "juga", "mulai"):
            number += 1
        return ground.syntax.is_verb(number) and ground.gap(number).isspace()

    # ---- parts and contrasts -------------------------------------------------------------------------------------

    def _among_others(self, ground: Ground, arguments: Arguments, cue: int) -> list[ScopeDraft]:
        """`P di sepanjang perbatasan, termasuk Z1 dan Z2`: places within the one that the pause has."""
        before = arguments.between(ground.sentence(cue).start, cue)
        if before and any(";" in ground.gap(number) for number in range(before[-1].stop, cue)):
            return []
        if not before or "," not in ground.gap(cue) or self._maker.is_negated(ground, cue):
            return []
        phrase, held = before[-1], self._words.subject["applied"] | self._words.subject["include"]
        between = range(phrase.stop, cue)
        if any(ground.syntax.is_verb(n) and ground.word(n) not in held for n in between):
            return []
        places = any(ground.at(RegionMention, n) or ground.word(n) in self._places for n in between)
        if not places:
            return []
        return self._maker.after(ground, phrase, cue + 1, cue, include=True, rule="among-others", actors=False)

    def _but_not(self, ground: Ground, arguments: Arguments, cue: int) -> list[ScopeDraft]:
        """`hanya berlaku bagi G1, tidak bagi G2`, `berlaku di Z1, bukan di Z2`."""
        words, sentence = self._words.subject, ground.sentence(cue)
        turned = ground.word(cue - 1) in ("tetapi", "tapi", "namun")
        if ground.word(cue + 1) not in words["to"] or "," not in ground.gap(cue - turned):
            return []
        verb = ground.syntax.verb_before(cue)
        loose = words["loose"] if ground.word(cue + 1) in ("untuk", "bagi") else frozenset[str]()
        if verb is None or ground.word(verb) not in words["applied"] | loose or verb < sentence.start:
            return []
        argument = arguments.subject(verb)
        if argument is None:
            return []
        return self._maker.after(ground, argument.phrase, cue + 2, cue, include=False, rule="leaves-out", actors=True)

    def _likewise(self, ground: Ground, arguments: Arguments, found: list[ScopeDraft], number: int) -> list[ScopeDraft]:
        """`begitu pula Z`, `demikian juga dengan G`: as the member named last before it; `tidak demikian halnya dengan
        Z` leaves out.
        """
        if ground.word(number + 1) not in ("pula", "juga", "halnya"):
            return self._so_too(ground, found, number)
        near = ground.words.starts[max(0, number - _LIKEWISE)]
        before = [d for d in found if near <= d.span.start < ground.words.starts[number]]
        if ground.word(number - 1) in ("tidak", "tak"):
            phrase = self._maker.spoken_of(ground, arguments, number)
            start = number + 2 + (ground.word(number + 2) in ("dengan", "di"))
            if phrase is None:
                return []
            return self._maker.after(ground, phrase, start, number, include=False, rule="likewise", actors=True)
        if not before:
            return []
        last = max(before, key=lambda draft: draft.span.start)
        start = number + 2 + (ground.word(number + 2) in ("dengan", "untuk", "bagi", "di"))
        return self._maker.after(
            ground, last.phrase, start, number, include=last.include, rule="likewise", actors=not last.include
        )

    def _so_too(self, ground: Ground, found: list[ScopeDraft], number: int) -> list[ScopeDraft]:
        """`G tidak terikat; H pun demikian`."""
        if ground.word(number - 1) not in ("pun", "juga") or not ground.gap(number + 1).strip():
            return []
        near = ground.words.starts[max(0, number - _LIKEWISE)]
        told = [d for d in found if near <= d.span.start < ground.words.starts[number] and d.rule in _PREDICATED]
        if not told:
            return []
        last = max(told, key=lambda draft: draft.span.start)
        return self._maker.before(ground, last.phrase, number - 1, number, include=last.include, rule="likewise")

    def _of_same_fate(self, ground: Ground, found: list[ScopeDraft], number: int) -> list[ScopeDraft]:
        """`Z bernasib sama`, `Z bernasib lain`: as the member named last before it, or the opposite."""
        same = ground.word(number + 1) in ("sama", "serupa")
        if not same and ground.word(number + 1) not in ("lain", "sebaliknya", "berbeda"):
            return []
        near = ground.words.starts[max(0, number - _LIKEWISE)]
        told = [d for d in found if near <= d.span.start < ground.words.starts[number] and d.rule in _PREDICATED]
        if not told:
            return []
        last = max(told, key=lambda draft: draft.span.start)
        end = number - (ground.word(number - 1) in ("juga", "pun"))
        return self._maker.before(ground, last.phrase, end, number, include=last.include == same, rule="fate")

    def _otherwise(self, ground: Ground, found: list[ScopeDraft], number: int) -> list[ScopeDraft]:
        """`Lain halnya dengan Z`, `beda nasib di Z`: the opposite of the members that a predicate names before it."""
        start = number + 1
        while ground.word(start) in self._words.adjunct["matter"]:
            start += 1
        if start == number + 1 or ground.word(start) not in ("dengan", "di", "bagi", "untuk"):
            return []
        near = ground.words.starts[max(0, number - _LIKEWISE)]
        told = [d for d in found if near <= d.span.start < ground.words.starts[number] and d.rule in _PREDICATED]
        if not told:
            return []
        last = max(told, key=lambda draft: draft.span.start)
        drafts = self._maker.after(
            ground, last.phrase, start + 1, number, include=not last.include, rule="otherwise", actors=last.include
        )
        return [d for d in drafts if d.actor is None or d.actor.kind == "armed_group"]

    def _unlike(self, ground: Ground, found: list[ScopeDraft], number: int) -> list[ScopeDraft]:
        """`Z1 tercakup; Z2 tidak.`: the opposite of the member named last before it."""
        if not ground.gap(number + 1).lstrip().startswith((".", ";")):
            return []
        near = ground.words.starts[max(0, number - _LIKEWISE)]
        before = [d for d in found if d.include and d.cue and near <= d.cue.start < ground.words.starts[number]]
        if not before:
            return []
        last = max(before, key=lambda draft: draft.span.start)
        return self._maker.before(ground, last.phrase, number, number, include=False, rule="unlike")
