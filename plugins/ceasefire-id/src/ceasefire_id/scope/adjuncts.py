"""What narrows or widens the scope told before it: `kecuali Z`, `selain Z`, `termasuk Z`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import RegionMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.gathered import Gathered
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.predication import PredicateReader
from ceasefire_id.scope.scoping import RULES, ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["AdjunctReader"]

_SAYING: Final = frozenset(("kata", "ujar", "tutur", "ucap", "tegas", "menurut", "demikian", "begitu"))
_OPENING: Final = frozenset(("namun", "tetapi", "tapi", "dan", "jadi", "artinya"))


class AdjunctReader:
    """Reads members behind a pause that has its place."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker, predicates: PredicateReader) -> None:
        self._words = words
        self._maker = maker
        self._predicates = predicates
        subject, member = words.subject, words.member
        #: by these words a clause tells of covering, or of peace
        self._covering = member["include"] | member["within"] | member["negated_only"] | member["enclosed"]
        self._covering |= words.adjunct["calmed"] | subject["applied"] | subject["include"]
        self._places = words.adjunct["parts"] | words.adjunct["whole"] | words.adjunct["heads"]

    def read(self, ground: Ground, arguments: Arguments, known: Gathered) -> list[ScopeDraft]:
        """The members at all such cues."""
        adjunct, found = self._words.adjunct, list[ScopeDraft]()
        for number in ground.words.numbers(adjunct["exclude"]):
            found += self._at_cue(ground, arguments, number, known)
        for number in ground.words.numbers(adjunct["include"]):
            found += self._among_others(ground, arguments, number)
        return found

    # ---- exceptions ----------------------------------------------------------------------------------------------

    def _at_cue(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """`P berlaku …, kecuali di Z`."""
        word, sentence = ground.word(cue), ground.sentence(cue)
        if fronted := self._fronted(ground, arguments, cue, known):
            return fronted
        if word == "luar" and not self._is_outside(ground, cue):
            return []
        if word == "selain" and sentence.start == cue:
            return self._besides(ground, arguments, cue)
        beside = arguments.holding(cue - 1) is not None and ground.adjoins(cue)
        if word == "tanpa" and not (beside or (ground.at(RegionMention, cue + 1) and "," in ground.gap(cue))):
            return []
        before = arguments.between(sentence.start, cue)
        if not before and any(ground.word(n) in self._words.subject["extents"] for n in range(sentence.start, cue)):
            # `Cakupannya seluruh Z1, di luar G`
            before = [latest] if (latest := arguments.latest(cue)) is not None else []
        if not before and ground.word(sentence.start) in ("di", "dengan", word):
            # `Di Z1, kecuali di Z2, P …`
            before = arguments.between(cue, sentence.stop)[:1]
        if not before and (phrase := self._meant_by_rest(ground, arguments, sentence.start, cue, known)) is not None:
            # `Semua front sunyi, kecuali di Z`
            before = [phrase]
        if not before:
            return self._granted(ground, arguments, cue)
        # `tak terkecuali Z`
        include = ground.word(cue - 1) in ("tak", "tidak")
        drafts = self._maker.after(ground, before[-1], cue + 1, cue, include=include, rule="except", actors=True)
        if word == "tanpa" and beside:
            return [d for d in drafts if d.actor is None or d.actor.kind == "armed_group"]
        if (
            drafts
            and word not in ("tanpa", "minus")
            and self._opens_clause(ground, ground.words.first_at(drafts[-1].span.end))
        ):
            ground.document.drop(f"{RULES}:except", ground.span(cue, cue + 1), "a condition, not an exception")
            return []
        return drafts

    def _fronted(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """`Minus Z, semua front sunyi`, `Di luar G, semua pihak dilindungi olehnya`, `Tanpa Z, kata X`."""
        first = cue - (ground.word(cue - 1) in ("di", "dengan"))
        sentence = ground.sentence(cue)
        if first != sentence.start and ground.word(first - 1) not in _OPENING:
            return []
        comma = next((n for n in range(cue + 2, sentence.stop) if "," in ground.gap(n)), -1)
        while comma > 0 and (ground.named_at(comma) or ground.word(comma) in ("dan", "serta")):
            # `Selain Z1, Z2, dan Z3, semua …`
            comma = next((n for n in range(comma + 1, sentence.stop) if "," in ground.gap(n)), -1)
        if comma < 0:
            return []
        alone = ground.word(comma) in _SAYING
        if not alone and ground.word(comma) not in self._words.adjunct["universal"]:
            return []
        here = arguments.between(comma, sentence.stop)
        phrase = here[0] if here else self._meant_by_rest(ground, arguments, comma, sentence.stop, known)
        if phrase is None and alone:
            phrase = self._predicates.meant(ground, arguments, cue, known)
        if phrase is None:
            return []
        return self._maker.after(ground, phrase, cue + 1, cue, include=False, rule="except", actors=True, end=comma)

    def _meant_by_rest(
        self, ground: Ground, arguments: Arguments, first: int, end: int, known: Gathered
    ) -> Phrase | None:
        """The pause spoken of, where these words tell that all are covered or at peace."""
        words = [ground.word(number) for number in range(first, end)]
        if self._words.adjunct["universal"].isdisjoint(words) or self._covering.isdisjoint(words):
            return None
        return self._predicates.meant(ground, arguments, first, known, reach=2)

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
        """`Selain Z1, P juga berlaku di Z2`: both are covered; `Selain G, P juga tidak mencakup H`: neither is."""
        sentence = ground.sentence(cue)
        following = arguments.between(cue, sentence.stop)
        if not following:
            return []
        words = self._words.subject
        verb = ground.syntax.verb_after(following[0].stop - 1)
        near = {ground.word(verb - 1), ground.word(verb - 2)} if verb is not None else set[str]()
        also, negated = not near.isdisjoint(("juga", "pun", "pula")), not near.isdisjoint(("tidak", "tak"))
        if verb is None or not also or ground.word(verb) not in words["applied"] | words["include"]:
            return []
        return self._maker.after(
            ground,
            following[0],
            cue + 1 + (ground.word(cue + 1) in words["to"]),
            cue,
            include=not negated,
            rule="besides",
            actors=negated,
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
        words = self._words.subject
        phrase, held = before[-1], words["applied"] | words["include"] | words["loose"]
        between = range(phrase.stop, cue)
        if any(ground.syntax.is_verb(n) and ground.word(n) not in held for n in between):
            return []
        places = any(ground.at(RegionMention, n) or ground.word(n) in self._places for n in between)
        if not places:
            return []
        return self._maker.after(ground, phrase, cue + 1, cue, include=True, rule="among-others", actors=False)
