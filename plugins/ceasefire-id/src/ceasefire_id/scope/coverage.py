"""Where and for whom a pause holds, and whom it leaves out: cues, their direction and their reach.

This module reads what stands beside the noun and after verbs of holding; `membership` what stands before a cue,
`fighting` what goes on beside a pause, `members` the lists.
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import RegionMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.fighting import FightingReader
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import Member
from ceasefire_id.scope.membership import MembershipReader
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.scoping import RULES, ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["CoverageReader"]

#: prepositions after which a pause holds for somebody, not only somewhere
_FOR: Final = frozenset(("bagi", "untuk", "terhadap", "kepada", "pada"))
#: how far before `begitu pula` the member stands that it is like, in words
_LIKEWISE: Final = 20
#: how many words with the names of the sides may stand between a pause and its verb
_BESIDE: Final = 9
_BREACHES: Final = frozenset(("melanggar", "pelanggaran", "mencederai", "langgar"))
_SETTLING: Final = frozenset(("menandatangani", "meneken", "penandatanganan", "merundingkan", "membahas"))


class CoverageReader:
    """Reads the members of a pause's scope at cues."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words
        self._maker = maker
        self._membership = MembershipReader(words, maker)
        self._fighting = FightingReader(words, maker)
        subject, adjunct = words.subject, words.adjunct
        self._subject_cues = frozenset().union(
            *(subject[name] for name in ("include", "exclude", "negated_only", "applied", "loose", "widened"))
        )
        self._adjunct_cues = adjunct["exclude"]
        self._included_places = adjunct["parts"] | adjunct["whole"] | adjunct["heads"]

    def read(self, ground: Ground, arguments: Arguments, phrases: list[Phrase]) -> list[ScopeDraft]:
        """All members, in no particular order."""
        found: list[ScopeDraft] = []
        for phrase in phrases:
            found += self._beside(ground, phrase)
            found += self._in_front(ground, phrase)
        for number in ground.words.numbers(self._subject_cues):
            found += self._at_subject_cue(ground, arguments, number)
        for number in ground.words.numbers(self._adjunct_cues):
            found += self._at_adjunct_cue(ground, arguments, number)
        for number in ground.words.numbers(self._words.adjunct["include"]):
            found += self._among_others(ground, arguments, number)
        for number in ground.words.numbers(self._words.adjunct["not"]):
            found += self._but_not(ground, arguments, number)
        for number in ground.words.numbers(self._words.subject["stops"]):
            found += self._stopped_there(ground, arguments, number)
        found += self._membership.read(ground, arguments)
        found += self._fighting.read(ground, arguments)
        for number in ground.words.numbers(self._words.adjunct["likewise"]):
            found += self._likewise(ground, found, number)
        return found

    def _likewise(self, ground: Ground, found: list[ScopeDraft], number: int) -> list[ScopeDraft]:
        """`begitu pula Z`, `demikian juga dengan G`: as the member named last before it."""
        if ground.word(number + 1) not in ("pula", "juga", "halnya"):
            return []
        near = ground.words.starts[max(0, number - _LIKEWISE)]
        before = [d for d in found if near <= d.span.start < ground.words.starts[number]]
        if not before:
            return []
        last = max(before, key=lambda draft: draft.span.start)
        start = number + 2 + (ground.word(number + 2) in ("dengan", "untuk", "bagi", "di"))
        return self._maker.after(
            ground, last.phrase, start, number, include=last.include, rule="likewise", actors=not last.include
        )

    # ---- beside the noun -----------------------------------------------------------------------------------------

    def _beside(self, ground: Ground, phrase: Phrase) -> list[ScopeDraft]:
        """`P di Z1 dan Z2`, `P Z`, `P sepihak terhadap G`."""
        if phrase.kind is None and phrase.rule != "stop-verb":
            return []
        found: list[ScopeDraft] = []
        if (place := phrase.place) is not None and (place.kind != "city" or not self._is_talks(place)):
            member = Member(place, phrase.stop - 1, phrase.stop, False)
            found += self._maker.drafts(ground, phrase, [member], -1, include=True, rule="beside")
        if phrase.governor >= 0 and ground.word(phrase.governor) in self._words.pseudo["talking"]:
            return found
        number = phrase.stop
        if ground.word(number) == "sebagian":
            number += 1
        while (time := ground.at(TimeMention, number)) is not None or ground.word(number) in ("selama", "pada"):
            feast = ground.at(TimeMention, number + 1) is None and ground.word(number) == "selama"
            number = ground.after(time) if time is not None else number + 1 + feast
        named_twice = phrase.same_as is not None and ground.gap(number).strip() == ","
        if (
            not (ground.adjoins(number) or named_twice)
            or self._follows(ground, phrase, _BREACHES)
            or ground.word(phrase.outer - 1) in _SETTLING
        ):
            return found
        if ground.word(number) == "di":
            drafts = self._maker.after(ground, phrase, number + 1, number, include=True, rule="in", actors=False)
            found += [d for d in drafts if d.region is not None and not self._is_talks(d.region)]
        elif self._is_towards(ground, phrase, number):
            found += self._maker.after(ground, phrase, number + 1, number, include=True, rule="towards", actors=True)
        return found

    def _is_towards(self, ground: Ground, phrase: Phrase, number: int) -> bool:
        """`P sepihak terhadap G`, `penghentian serangan ke Z`: against whom fire is stopped."""
        stopping = phrase.rule == "penghentian"
        if ground.word(number) == "ke":
            return stopping
        return ground.word(number) in ("terhadap", "atas") and (phrase.sepihak or stopping)

    def _follows(self, ground: Ground, phrase: Phrase, words: frozenset[str]) -> bool:
        """`melanggar P di Z`: the place is that of the breach."""
        return any(ground.word(number) in words for number in range(max(0, phrase.outer - 2), phrase.outer))

    def _in_front(self, ground: Ground, phrase: Phrase) -> list[ScopeDraft]:
        """`Di Z, P …` at the head of a sentence, unless the verb is one of announcing or signing."""
        sentence = ground.sentence(phrase.first)
        start = sentence.start + (ground.word(sentence.start) in ("adapun", "sementara", "sedangkan", "namun"))
        if (
            phrase.kind is None
            or ground.word(start) != "di"
            or not 2 <= phrase.outer - start <= 6
            or "," not in ground.gap(phrase.outer)
        ):
            return []
        verb = ground.syntax.verb_after(phrase.stop - 1)
        while verb is not None and ground.clause(verb).link == "yang":
            # `Di Z, jeda yang disepakati A hanya berlangsung sepekan`
            verb = ground.syntax.verb_after(verb)
        if verb is None or ground.word(verb) in self._words.pseudo["ceremony"]:
            return []
        include = not (self._maker.is_negated(ground, verb) and ground.word(verb) in self._words.subject["applied"])
        if ground.word(start + 1) == "luar":
            # `Di luar Z, P …`
            include, start = not include, start + 1
        return self._maker.after(
            ground, phrase, start + 1, start, include=include, rule="in-front", actors=False, end=phrase.outer
        )

    def _stopped_there(self, ground: Ground, arguments: Arguments, verb: int) -> list[ScopeDraft]:
        """`P menghentikan serangan di seluruh Z`, `P menghentikan operasi terhadap G`."""
        argument = arguments.subject(verb)
        if argument is None or not ground.mood(verb).real:
            return []
        for number in range(verb + 1, min(verb + 6, ground.sentence(verb).stop)):
            if "," in ground.gap(number):
                break
            if ground.word(number) == "di" or ground.word(number) in self._words.goes_on["against"]:
                actors = ground.word(number) != "di"
                return self._maker.after(
                    ground, argument.phrase, number + 1, number, include=True, rule="stops-there", actors=actors
                )
        return []

    def _is_talks(self, region: RegionMention) -> bool:
        return region.name.casefold() in self._words.pseudo["talks"]

    # ---- after a verb of holding ---------------------------------------------------------------------------------

    def _at_subject_cue(self, ground: Ground, arguments: Arguments, cue: int) -> list[ScopeDraft]:
        words, word = self._words.subject, ground.word(cue)
        if ground.syntax.is_verb(cue) and ground.mood(cue).hypothetical:
            return []
        if ground.word(cue - 1) in ("jelas", "diketahui"):
            return []
        negated = self._maker.is_negated(ground, cue)
        if word in words["negated_only"] and not negated:
            return []
        if any(ground.word(number) in words["wished"] for number in range(max(0, cue - 3), cue)):
            ground.document.drop(f"{RULES}:covers", ground.span(cue, cue + 1), "wanted, not so")
            return []
        include = (word not in words["exclude"]) != negated
        phrase = self._pause_of(ground, arguments, cue, include)
        if phrase is None:
            return []
        rule = "covers" if include else "leaves-out"
        start = self._object_start(ground, cue)
        if start < 0:
            if not include and word in words["applied"]:
                return self._not_there(ground, phrase, cue)
            return []
        drafts = self._maker.after(
            ground,
            phrase,
            start,
            cue,
            include=include,
            rule=rule,
            actors=not include or word in words["include"] or ground.word(start - 1) in _FOR,
        )
        if word in words["loose"]:
            talked_of = phrase.governor >= 0 and ground.word(phrase.governor) in self._words.pseudo["talking"]
            return [d for d in drafts if not talked_of and d.region is not None and not self._is_talks(d.region)]
        if include and word in words["include"]:
            return [d for d in drafts if d.actor is None or d.actor.kind == "armed_group"]
        return drafts

    def _pause_of(self, ground: Ground, arguments: Arguments, cue: int, include: bool) -> Phrase | None:
        """The subject of a cue; where it has none of its own, or a pronoun, the pause spoken of."""
        if argument := arguments.subject(cue):
            return argument.phrase
        latest = arguments.latest(cue)
        if latest is not None and cue - latest.stop <= _BESIDE and not self._parted(ground, latest.stop, cue):
            # `P dengan B mencakup Z`
            return latest
        clause = ground.clause(cue)
        before = [ground.word(number) for number in range(clause.first, cue)]
        if "ia" in before or "perintah" in before:
            return arguments.latest(cue)
        if clause.link == "tanpa":
            return self._maker.spoken_of(ground, arguments, cue)
        if not include and all(word in self._words.member["auxiliaries"] for word in before):
            return self._maker.spoken_of(ground, arguments, cue)
        return None

    def _parted(self, ground: Ground, first: int, cue: int) -> bool:
        """Whether a verb, a mark or `yang` stands between a pause and a cue."""
        return any(
            ground.syntax.is_verb(n) or ground.word(n) == "yang" or any(mark in ground.gap(n) for mark in ",;:.")
            for n in range(first, cue)
        )

    def _object_start(self, ground: Ground, cue: int) -> int:
        """Where the members of a cue begin, or -1 where its object is something else."""
        words, word, start = self._words.subject, ground.word(cue), cue + 1
        if word in words["applied"] | words["loose"]:
            while isinstance(named := ground.named_at(start), TimeMention) or ground.word(start) in words["passing"]:
                start = ground.after(named) if named is not None else start + 1
            if (
                start >= ground.sentence(cue).stop
                or ground.word(start) not in words["to"]
                or isinstance(ground.named_at(start + 1), TimeMention)
            ):
                return -1
            return start + 1
        if word in words["widened"]:
            return start + 1 if ground.word(start) in words["widened_to"] else -1
        return -1 if ground.word(start) in self._words.pseudo["terms"] else start

    def _not_there(self, ground: Ground, phrase: Phrase, cue: int) -> list[ScopeDraft]:
        """`di Z P tidak berlaku`, `tetapi di Z tidak berlaku`."""
        first = self._maker.part_start(ground, cue)
        for number in range(cue - 1, max(first, cue - 8) - 1, -1):
            if ground.word(number) == "di":
                end = phrase.outer if phrase.outer > number else cue
                return self._maker.after(
                    ground, phrase, number + 1, cue, include=False, rule="leaves-out", actors=False, end=end
                )
        return []

    # ---- after the pause and its place ---------------------------------------------------------------------------

    def _at_adjunct_cue(self, ground: Ground, arguments: Arguments, cue: int) -> list[ScopeDraft]:
        """`P berlaku …, kecuali di Z`."""
        word, sentence = ground.word(cue), ground.sentence(cue)
        if word == "luar" and not self._is_outside(ground, arguments, cue):
            return []
        if word == "selain" and sentence.start == cue:
            return self._besides(ground, arguments, cue)
        before = arguments.between(sentence.start, cue)
        if not before:
            return []
        drafts = self._maker.after(ground, before[-1], cue + 1, cue, include=False, rule="except", actors=True)
        if drafts and self._opens_clause(ground, ground.words.first_at(drafts[-1].span.end)):
            ground.document.drop(f"{RULES}:except", ground.span(cue, cue + 1), "a condition, not an exception")
            return []
        return drafts

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

    def _is_outside(self, ground: Ground, arguments: Arguments, cue: int) -> bool:
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

    def _among_others(self, ground: Ground, arguments: Arguments, cue: int) -> list[ScopeDraft]:
        """`P di sepanjang perbatasan, termasuk Z1 dan Z2`: places within the one that the pause has."""
        before = arguments.between(ground.sentence(cue).start, cue)
        if not before or "," not in ground.gap(cue) or self._maker.is_negated(ground, cue):
            return []
        phrase, held = before[-1], self._words.subject["applied"] | self._words.subject["include"]
        between = range(phrase.stop, cue)
        if any(ground.syntax.is_verb(n) and ground.word(n) not in held for n in between):
            return []
        places = any(ground.at(RegionMention, n) or ground.word(n) in self._included_places for n in between)
        if not places:
            return []
        return self._maker.after(ground, phrase, cue + 1, cue, include=True, rule="among-others", actors=False)

    def _but_not(self, ground: Ground, arguments: Arguments, cue: int) -> list[ScopeDraft]:
        """`hanya berlaku bagi G1, tidak bagi G2`, `berlaku di Z1, bukan di Z2`."""
        words, sentence = self._words.subject, ground.sentence(cue)
        if ground.word(cue + 1) not in words["to"] or "," not in ground.gap(cue):
            return []
        verb = ground.syntax.verb_before(cue)
        if verb is None or ground.word(verb) not in words["applied"] or verb < sentence.start:
            return []
        argument = arguments.subject(verb)
        if argument is None:
            return []
        return self._maker.after(ground, argument.phrase, cue + 2, cue, include=False, rule="leaves-out", actors=True)
