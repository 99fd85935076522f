"""The pause or its paper as the subject of coverage: `P mencakup Z`, `naskah itu tidak menjamah Z`, `P sebatas Z`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.gathered import Gathered
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.objects import ObjectReader
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.predication import Predicate, PredicateReader
from ceasefire_id.scope.scoping import RULES, ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["HoldingReader"]

#: prepositions after which a pause holds for somebody, not only somewhere
_FOR: Final = frozenset(("bagi", "untuk", "terhadap", "kepada", "pada"))
#: how many words with the names of the sides may stand between a pause and its verb
_BESIDE: Final = 9
#: how many words the name of a pause may have before `itu`
_OWN_NAME: Final = 4
_ALONE: Final = frozenset(("hanya", "cuma", "sekadar", "cuman", "sebatas"))
#: how far behind a verb the pause stands from which members are taken, in words
_FROM: Final = 12
#: how far before a verb `sama sekali` stands, in words
_STRESSED: Final = 5
_TURNS: Final = frozenset(("tetapi", "tapi", "namun", "melainkan", "dan"))
#: how many words may describe a paper
_DESCRIBED: Final = 4
#: words that may stand before the noun of a paper, and behind it
_OPENING: Final = frozenset(
    ("bahwa", "adapun", "namun", "tetapi", "tapi", "sedangkan", "sementara", "karena", "sebab", "dan")
)
_POINTING: Final = frozenset(
    ("itu", "tersebut", "ini", "tadi", "senjata", "memang", "sendiri", "tentang", "soal", "mengenai")
)


class HoldingReader:
    """Reads the members behind what is said of a pause."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker, predicates: PredicateReader) -> None:
        self._words = words
        self._maker = maker
        self._predicates = predicates
        self._objects = ObjectReader(words, maker)
        subject = words.subject
        self._negated_only = subject["negated_only"] | subject["forbids"] | subject["mentions"]
        self._out = subject["exclude"] | subject["allows"] | subject["shuts"] | subject["mute"]
        named = ("grants", "include", "applied", "loose", "widened", "given", "limits")
        self.cues = frozenset().union(self._negated_only, self._out, *(subject[name] for name in named))

    def at(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """The members at a cue."""
        words, word = self._words.subject, ground.word(cue)
        if ground.syntax.is_verb(cue) and ground.mood(cue).hypothetical:
            return []
        if ground.word(cue - 1) in ("jelas", "diketahui"):
            return []
        if word in words["only"] and ground.word(cue - 1) not in _ALONE:
            return []
        if word in words["mentions"] and not self._is_emphatic(ground, cue):
            return []
        bounded = word in words["limits"] | words["mute"] | words["grants"] | words["shuts"] or word == "sampai"
        if bounded and self._objects.start(ground, cue) < 0:
            return []
        predicate = self._predicates.at(ground, cue)
        negated = self._maker.is_negated(ground, cue) or self._by_no_clause(ground, cue)
        # `hanya melindungi Z`, `juga melindungi Z`
        alone = ground.word(cue - 1) in _ALONE and word not in words["limits"] | self._words.who["binds"]
        more = alone or (word in words["shared"] and predicate.joined) or self._binds_there(ground, cue)
        if negated if word in words["limits"] else word in self._negated_only and not (negated or more):
            # `tidak sebatas Z` leaves nothing out.
            return []
        include = (word not in self._out) != negated
        if self._is_wanted(ground, predicate, include):
            ground.document.drop(f"{RULES}:covers", ground.span(cue, cue + 1), "wanted, not so")
            return []
        phrase = self._pause_of(ground, arguments, predicate, include, known)
        return self._told(ground, phrase, cue, include) if phrase is not None else []

    def _by_no_clause(self, ground: Ground, cue: int) -> bool:
        """`Tak satu pun pasal menyebut Z`."""
        if ground.word(cue) not in self._words.subject["mentions"]:
            return False
        start = ground.sentence(cue).start
        return any(
            ground.word(n) in ("tidak", "tak") and ground.word(n + 1) in ("satu", "sebaris", "sepatah")
            for n in range(max(start, cue - _STRESSED - 3), cue)
        )

    def _is_emphatic(self, ground: Ground, cue: int) -> bool:
        """`sama sekali tidak menyebut Z`: a silence that is meant."""
        near = range(max(cue - _STRESSED - 2, ground.sentence(cue).start), cue + 2)
        return any(ground.word(number) in self._words.subject["stressed"] for number in near)

    def _binds_there(self, ground: Ground, cue: int) -> bool:
        """`mengikat semua milisi di Z`: people told by where they are, so the place is bound."""
        binds = ground.word(cue) in self._words.who["binds"] | self._words.subject["binding"]
        start = cue + 1
        return binds and self._maker.subjects.past_people(ground, start) > start + 1

    def _is_wanted(self, ground: Ground, predicate: Predicate, include: bool) -> bool:
        """`harus mencakup Z`, `berharap P mencakup Z`; of `mengusulkan P yang mencakup Z` the pause is wanted."""
        cue, words = predicate.cue, self._words.subject
        outer = None if predicate.relative else ground.syntax.verb_before(cue)
        wishing = outer is not None and ground.word(outer) in words["wishing"]
        if include and wishing and ground.word(cue) in words["include"] | words["widened"]:
            return True
        return any(ground.word(number) in words["wished"] for number in range(max(0, cue - 3), cue))

    def _told(self, ground: Ground, phrase: Phrase, cue: int, include: bool) -> list[ScopeDraft]:
        """The members behind a cue."""
        words, word = self._words.subject, ground.word(cue)
        rule = "covers" if include else "leaves-out"
        start = self._objects.start(ground, cue)
        if start < 0:
            if not include and word in words["applied"]:
                return self._not_there(ground, phrase, cue)
            return []
        actors = not include or word in words["include"] or ground.word(start - 1) in _FOR
        drafts = self._maker.after(ground, phrase, start, cue, include=include, rule=rule, actors=actors)
        if drafts and include and word in words["applied"] | words["loose"]:
            drafts += self._further(ground, phrase, drafts[-1], cue)
        if drafts and include:
            drafts += self._but_not(ground, phrase, drafts[-1], cue)
        if drafts and ground.word(cue - 1) in _ALONE and word not in words["limits"]:
            drafts += self._corrected(ground, phrase, drafts[-1], cue, include=include)
        if word in words["loose"]:
            talked_of = phrase.governor >= 0 and ground.word(phrase.governor) in self._words.pseudo["talking"]
            return [d for d in drafts if not talked_of and d.region is not None and not self._maker.is_talks(d.region)]
        if include and word in self._negated_only - words["shared"]:
            return [d for d in drafts if d.region is not None]
        if include and word in words["include"] | words["grants"] | words["limits"] | words["shared"]:
            return [d for d in drafts if d.actor is None or d.actor.kind == "armed_group"]
        return drafts

    def _but_not(self, ground: Ground, phrase: Phrase, last: ScopeDraft, cue: int) -> list[ScopeDraft]:
        """`mencakup Z1 tetapi tidak Z2`."""
        after = ground.words.first_at(last.span.end)
        if ground.word(after) not in ("tetapi", "tapi", "namun") or ground.word(after + 1) not in ("tidak", "bukan"):
            return []
        named = ground.named_at(after + 2)
        if named is None or isinstance(named, TimeMention):
            return []
        return self._maker.after(ground, phrase, after + 2, cue, include=False, rule="leaves-out", actors=True)

    def _further(self, ground: Ground, phrase: Phrase, last: ScopeDraft, cue: int) -> list[ScopeDraft]:
        """`diterapkan mula-mula di Z1, kemudian di Z2`."""
        after = self._objects.past_times(ground, ground.words.first_at(last.span.end))
        after += ground.word(after) == "dan"
        first = after
        while ground.word(after) in self._words.subject["next"]:
            after += 1
        after += after > first and ground.word(after) in ("di", "bagi", "untuk", "oleh", "ke")
        if after == first or not self._maker.is_place(ground, after - 1):
            return []
        return self._maker.after(ground, phrase, after, cue, include=True, rule="covers", actors=False)

    def _corrected(
        self, ground: Ground, phrase: Phrase, last: ScopeDraft, cue: int, *, include: bool
    ) -> list[ScopeDraft]:
        """`hanya mencakup Z1, bukan Z2`, `tidak hanya mencakup Z1, tetapi juga Z2`."""
        after = ground.words.first_at(last.span.end)
        also = ground.word(cue - 2) in ("tidak", "tak", "bukan")
        if "," not in ground.gap(after):
            return []
        if also and ground.word(after) in _TURNS and ground.word(after + 1) == "juga":
            return self._maker.after(ground, phrase, after + 2, cue, include=include, rule="covers", actors=False)
        if not also and include and ground.word(after) == "bukan":
            return self._maker.after(ground, phrase, after + 1, cue, include=False, rule="leaves-out", actors=True)
        return []

    # ---- the pause -----------------------------------------------------------------------------------------------

    def _pause_of(
        self, ground: Ground, arguments: Arguments, predicate: Predicate, include: bool, known: Gathered
    ) -> Phrase | None:
        """The subject of a cue; where it has none of its own, a paper or a pronoun, the pause spoken of."""
        cue, words = predicate.cue, self._words.subject
        clause = ground.clause(cue)
        saying = ground.syntax.verb_before(predicate.first)
        if self._is_paper(ground, max(clause.first, (saying or -1) + 1), predicate.first):
            return self._predicates.meant(ground, arguments, cue, known, reach=3)
        if (held := self._before_aside(ground, arguments, predicate)) is not None:
            return held
        if self._by_no_clause(ground, cue) and any(
            ground.word(n) in words["contents"] for n in range(clause.first, cue)
        ):
            return self._predicates.meant(ground, arguments, cue, known)
        if any(ground.word(cue) in words[name] for name in ("weak", "limits", "forbids", "allows")):
            return self._subject_beside(ground, arguments, predicate)
        if argument := arguments.subject(cue):
            return argument.phrase
        latest = arguments.latest(cue)
        if latest is not None and cue - latest.stop <= _BESIDE and not self._parted(ground, latest.stop, cue):
            # `P dengan B mencakup Z`
            return latest
        before = [ground.word(number) for number in range(clause.first, cue)]
        if ground.word(cue).endswith("nya") and ground.mood(cue).real:
            # `A dan B memperluasnya ke Z`
            return arguments.latest(cue)
        if self._is_of_plan(ground, cue):
            return self._maker.spoken_of(ground, arguments, cue, reach=2)
        if not words["pronouns"].isdisjoint(before):
            return arguments.latest(cue)
        if clause.link == "tanpa":
            return self._maker.spoken_of(ground, arguments, cue)
        told_alone = ground.word(cue) in words["applied"] and cue == ground.sentence(cue).start
        if (not include or told_alone) and all(word in self._words.member["auxiliaries"] for word in before):
            # `Berlaku di: Z1 dan Z2. Tidak berlaku di: Z3.`
            return self._maker.spoken_of(ground, arguments, cue)
        return self._taken_from(ground, arguments, cue) or self._left_out_by(ground, arguments, cue, known)

    def _left_out_by(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> Phrase | None:
        """`D mengecualikan Z`: of the pause spoken of."""
        if ground.word(cue) not in ("mengecualikan", "mengesampingkan") or not ground.mood(cue).real:
            return None
        if any(ground.word(number) == "dari" for number in range(cue, min(cue + _FROM, ground.sentence(cue).stop))):
            # `mengecualikan Z dari larangan terbang`
            return None
        return self._predicates.meant(ground, arguments, cue, known) if ground.subject(cue) is not None else None

    def _taken_from(self, ground: Ground, arguments: Arguments, cue: int) -> Phrase | None:
        """`D mengecualikan Z dari P`, `D memasukkan Z ke dalam P`: the pause behind the members."""
        words = self._words.subject
        if ground.word(cue) not in words["include"] | words["exclude"]:
            return None
        if ground.clause(cue).link in ("untuk", "agar", "supaya") or ground.mood(cue).future:
            return None
        following = arguments.between(cue, min(cue + _FROM, ground.sentence(cue).stop))
        if not following:
            return None
        before = following[0].outer - 1
        governed = ground.word(before) in ("dari", "dalam", "ke", "pada")
        verbs = ground.syntax.verbs_between(cue + 1, before)
        return following[0] if governed and not verbs else None

    def _before_aside(self, ground: Ground, arguments: Arguments, predicate: Predicate) -> Phrase | None:
        """`P, menurut X, akan diterapkan di Z`: the pause before what two commas set off."""
        set_off = "," in ground.gap(predicate.first) and not predicate.relative
        within = range(predicate.first + 1, predicate.cue)
        closed = any("," in ground.gap(number) for number in within)
        return arguments.holding(predicate.first - 1) if set_off and closed else None

    def _subject_beside(self, ground: Ground, arguments: Arguments, predicate: Predicate) -> Phrase | None:
        """The pause right before a predicate that others may have as well: `P melewatkan Z`, `P, tetapi sebatas Z`."""
        before = predicate.edge - 1
        if ground.word(before) in ("itu", "tersebut", "ini") and (named := self._by_name(ground, arguments, before)):
            return named
        if ground.word(before) == "ia":
            return arguments.latest(before)
        if (held := arguments.holding(before)) is not None and ground.adjoins(predicate.edge):
            argument = arguments.subject(predicate.cue)
            return held if argument is not None and argument.phrase is held else None
        if ground.word(predicate.cue) in self._words.subject["limits"] and (
            opening := self._opening_pause(ground, arguments, predicate)
        ):
            return opening
        turned = ground.word(before) in _TURNS or (before >= 0 and "," in ground.gap(predicate.edge))
        if not turned or ground.word(predicate.cue) not in self._words.subject["turned"]:
            return None
        here = arguments.between(ground.sentence(before).start, before)
        return here[-1] if here and not ground.subject(predicate.cue) else None

    def _opening_pause(self, ground: Ground, arguments: Arguments, predicate: Predicate) -> Phrase | None:
        """`P yang dibuat A dan B (hanya sebatas Z)`: the pause at the head of the sentence, a clause on it between."""
        start = ground.sentence(predicate.cue).start
        here = arguments.between(start, predicate.first)
        if not here or here[0].outer > start + 1:
            return None
        verbs = ground.syntax.verbs_between(here[0].stop, predicate.first)
        relative = all(ground.clause(verb).link == "yang" for verb in verbs)
        return here[0] if verbs and relative and "," not in ground.gap(predicate.first) else None

    def _by_name(self, ground: Ground, arguments: Arguments, end: int) -> Phrase | None:
        """`Jeda Natal itu (cuma untuk Z)`: the pause before a name of its own."""
        for number in range(end - 1, max(end - _BESIDE, 0) - 1, -1):
            # `P yang diminta K itu (khusus untuk Z)`
            if ground.word(number) == "yang" and (held := arguments.holding(number - 1)) is not None:
                return held
            if any(mark in ground.gap(number + 1) for mark in ",;:."):
                break
        for number in range(end - 1, max(end - _OWN_NAME, 0) - 1, -1):
            if (held := arguments.holding(number)) is not None:
                return held if number < end - 1 else None
            if not ground.text[ground.words.starts[number]].isupper() or not ground.adjoins(number + 1):
                return None
        return None

    def _is_paper(self, ground: Ground, first: int, end: int) -> bool:
        """`Naskah itu`, `isi dokumen Doha`, `teksnya`: whether the subject is what the pause is written in."""
        words, number = self._words.subject, first
        leading = (words["contents"] | _OPENING) - words["papers"]
        if ground.word(number) in _OPENING:
            number += 1
        if ground.word(number) in _FOR | {"di"} and (named := ground.named_at(number + 1)) is not None:
            # `Bagi Z ikrar itu (tidak berlaku)`
            number = ground.after(named)
        while number < end and ground.word(number) in leading:
            number += 1
        if number >= end or ground.word(number) not in words["papers"]:
            return False
        described = 0
        if ground.word(number + 1) == "yang" and ground.word(end - 1) in _POINTING:
            # `Naskah yang ditengahi K itu`
            return True
        while number < end:
            named = ground.named_at(number)
            if named is None and ground.word(number) not in words["papers"] | words["contents"] | _POINTING | _OPENING:
                # `kesepakatan lisan itu`, `naskah empat halaman tersebut, yang untuk sementara (hanya menyangkut Z)`
                described += 1
                if described > _DESCRIBED or (ground.syntax.is_verb(number) and ground.word(number - 1) != "yang"):
                    return False
            number = ground.after(named) if named is not None else number + 1
        return True

    def _is_of_plan(self, ground: Ground, cue: int) -> bool:
        """`Rencana yang disusun K itu meliputi Z`: the plan of the pause spoken of is the subject."""
        start = ground.sentence(cue).start
        return ground.word(start) in self._words.who["plans"] and ground.word(cue - 1) in ("itu", "tersebut", "ini")

    def _parted(self, ground: Ground, first: int, cue: int) -> bool:
        """Whether a verb, a mark or `yang` stands between a pause and a cue."""
        return any(
            ground.syntax.is_verb(n) or ground.word(n) == "yang" or ground.marked(n, ",;:.") for n in range(first, cue)
        )

    def _not_there(self, ground: Ground, phrase: Phrase, cue: int) -> list[ScopeDraft]:
        """`di Z P tidak berlaku`, `tetapi di Z tidak berlaku`, `Bagi G, P tidak berlaku`."""
        first = self._maker.part_start(ground, cue)
        for number in range(cue - 1, max(first, cue - 8) - 1, -1):
            word = ground.word(number)
            opens = number == first or ground.word(number - 1) in _OPENING
            if word == "di" or (word in _FOR and opens):
                end = phrase.outer if phrase.outer > number else cue
                return self._maker.after(
                    ground, phrase, number + 1, cue, include=False, rule="leaves-out", actors=word != "di", end=end
                )
        return []
