"""Where and for whom a pause holds, and whom it leaves out: cues, their direction and their reach."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, RegionMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["CoverageReader"]

_NEGATIONS: Final = frozenset(("tidak", "tak", "bukan", "belum"))
#: actors that an exclusion or inclusion can name
_SIDES: Final = frozenset(("armed_group", "military", "state", "government", "organisation"))


class CoverageReader:
    """Reads the members of a pause's scope at cues."""

    def __init__(self, words: ScopeWords) -> None:
        self._words = words
        subject, member, adjunct = words.subject, words.member, words.adjunct
        self._subject_cues = subject["include"] | subject["exclude"] | subject["applied"] | subject["widened"]
        self._member_cues = member["exclude"] | member["include"] | member["within"]
        self._adjunct_cues = adjunct["exclude"] | adjunct["include"]
        self._between = adjunct["parts"] | adjunct["whole"] | adjunct["heads"]

    def read(self, ground: Ground, arguments: Arguments, phrases: list[Phrase]) -> list[ScopeDraft]:
        """All members, in no particular order."""
        found: list[ScopeDraft] = []
        for phrase in phrases:
            found += self._beside(ground, phrase)
        for number in ground.words.numbers(self._subject_cues):
            found += self._at_subject_cue(ground, arguments, number)
        for number in ground.words.numbers(self._member_cues):
            found += self._at_member_cue(ground, arguments, number)
        for number in ground.words.numbers(self._adjunct_cues):
            found += self._at_adjunct_cue(ground, arguments, number)
        found += self._goes_on(ground, arguments)
        for phrase in phrases:
            found += self._in_front(ground, phrase)
        for number in ground.words.numbers(self._words.subject["stops"]):
            found += self._stopped_there(ground, arguments, number)
        return found

    # ---- beside the noun -----------------------------------------------------------------------------------------

    def _beside(self, ground: Ground, phrase: Phrase) -> list[ScopeDraft]:
        """`P di Z1 dan Z2`, `P Z`."""
        if phrase.kind is None:
            return []
        found = []
        if (phrase.place is not None and phrase.place.kind != "city") or (
            phrase.place and not self._is_talks(phrase.place)
        ):
            found.append(self._member(ground, phrase, phrase.place, phrase.stop - 1, phrase.stop, True, "beside"))
        if phrase.governor >= 0 and ground.word(phrase.governor) in self._words.pseudo["talking"]:
            return found
        number = phrase.stop
        if ground.word(number) == "sebagian":
            number += 1
        while (time := ground.at(TimeMention, number)) is not None or ground.word(number) in ("selama", "pada"):
            number = ground.after(time) if time is not None else number + 1
        named_twice = phrase.same_as is not None and ground.gap(number).strip() == ","
        if (
            ground.word(number) == "di"
            and (ground.adjoins(number) or named_twice)
            and not self._is_broken(ground, phrase)
            and not self._is_settled(ground, phrase)
        ):
            found += self._members(ground, phrase, number + 1, number, include=True, rule="in", actors=False)
        return found

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
        if verb is None or ground.word(verb) in self._words.pseudo["ceremony"]:
            return []
        inside = ground.word(start + 1) != "luar"
        return self._members(
            ground, phrase, start + 1, start, include=inside, rule="in-front", actors=False, end=phrase.outer
        )

    def _stopped_there(self, ground: Ground, arguments: Arguments, verb: int) -> list[ScopeDraft]:
        """`P menghentikan serangan di seluruh Z`."""
        argument = arguments.subject(verb)
        if argument is None or not ground.mood(verb).real:
            return []
        for number in range(verb + 1, min(verb + 6, ground.sentence(verb).stop)):
            if "," in ground.gap(number):
                break
            if ground.word(number) == "di":
                return self._members(
                    ground, argument.phrase, number + 1, number, include=True, rule="stops-there", actors=False
                )
        return []

    def _is_broken(self, ground: Ground, phrase: Phrase) -> bool:
        """`melanggar P di Z`: the place is that of the breach."""
        near = {ground.word(n) for n in range(max(0, phrase.outer - 2), phrase.outer)}
        return not near.isdisjoint(("melanggar", "pelanggaran", "mencederai", "langgar"))

    def _is_settled(self, ground: Ground, phrase: Phrase) -> bool:
        """Whether a verb of signing or announcing right before the noun makes the place that of the ceremony."""
        before = ground.word(phrase.outer - 1)
        return before in ("menandatangani", "meneken", "penandatanganan", "merundingkan", "membahas")

    # ---- cues ----------------------------------------------------------------------------------------------------

    def _at_subject_cue(self, ground: Ground, arguments: Arguments, cue: int) -> list[ScopeDraft]:
        words, word = self._words.subject, ground.word(cue)
        if ground.syntax.is_verb(cue) and ground.mood(cue).hypothetical:
            return []
        argument = arguments.subject(cue)
        phrase = argument.phrase if argument else self._pronoun(ground, arguments, cue)
        if phrase is None:
            return []
        negated = self._is_negated(ground, cue)
        if ground.word(cue - 1) in ("jelas", "diketahui"):
            return []
        start = cue + 1
        include = word not in words["exclude"]
        if word in words["applied"]:
            while isinstance(named := ground.named_at(start), TimeMention) or ground.word(start) in (
                "sejak",
                "mulai",
                "juga",
                "hanya",
            ):
                start = ground.after(named) if named is not None else start + 1
            if ground.word(start) not in words["to"] or isinstance(ground.named_at(start + 1), TimeMention):
                return []
            start += 1
        elif word in words["widened"]:
            if ground.word(start) not in words["widened_to"]:
                return []
            start += 1
        elif ground.word(start) in self._words.pseudo["terms"]:
            return []
        return self._members(
            ground,
            phrase,
            start,
            cue,
            include=include != negated,
            rule="covers" if include != negated else "leaves-out",
            actors=word in words["applied"] or word in words["exclude"] or negated,
        )

    def _pronoun(self, ground: Ground, arguments: Arguments, cue: int) -> Phrase | None:
        """`ia mencakup`: the pause of the sentence or of the one before."""
        clause = ground.clause(cue)
        before = [ground.word(n) for n in range(clause.first, cue)]
        return arguments.latest(cue) if "ia" in before or "perintah" in before else None

    def _at_member_cue(self, ground: Ground, arguments: Arguments, cue: int) -> list[ScopeDraft]:
        """`Z dikecualikan`, `Z tidak termasuk dalam P`, `yang dikecualikan hanyalah Z`, `memasukkan` is talk."""
        word, member = ground.word(cue), self._words.member
        clause, sentence = ground.clause(cue), ground.sentence(cue)
        negated = self._is_negated(ground, cue)
        include = (word not in member["exclude"]) != negated
        if (
            word in member["exclude"]
            and clause.link == "yang"
            and ground.word(cue + 1) in ("hanyalah", "adalah", "ialah", "hanya")
        ):
            phrase = arguments.latest(cue)
            return (
                self._members(ground, phrase, cue + 2, cue, include=False, rule="excepted", actors=True)
                if phrase
                else []
            )
        if word in member["within"] and clause.link in ("agar", "supaya", "untuk"):
            return []
        if word in member["within"] and ground.word(cue + 1) not in ("dalam", "di", "ke"):
            if not negated:
                return []
            argument = arguments.subject(cue)
            phrase = argument.phrase if argument else None
            return (
                self._members(ground, phrase, cue + 1, cue, include=False, rule="not-included", actors=True)
                if phrase
                else []
            )
        back = self._region_meant(ground, clause.first, cue)
        if back is not None and word in member["include"] | member["exclude"]:
            phrase = arguments.latest(cue)
            return [self._member(ground, phrase, back, cue, cue, include, "that-place", cue)] if phrase else []
        named = arguments.between(cue + 1, min(cue + 6, sentence.stop))
        phrase = named[0] if named else arguments.latest(cue)
        if phrase is None or (word in member["within"] and not named):
            return []
        first = max(clause.first, sentence.start) if ground.syntax.is_verb(cue) else sentence.start
        if named and ground.word(named[0].stop) in ("adalah", "ialah", "meliputi", "yakni", "yaitu") and include:
            return self._members(ground, phrase, named[0].stop + 1, cue, include=True, rule="included", actors=True)
        if ground.syntax.mood(cue).hypothetical or (ground.syntax.mood(cue).future and not negated and include):
            return []
        return self._members(
            ground,
            phrase,
            first,
            cue,
            include=include,
            rule="included" if include else "excepted",
            actors=True,
            end=cue,
        )

    def _region_meant(self, ground: Ground, first: int, cue: int) -> RegionMention | None:
        """`wilayah itu tercakup`: the place named last."""
        if (
            ground.word(cue - 1) != "itu"
            or ground.word(cue - 2) not in self._words.adjunct["parts"] | self._words.adjunct["heads"]
        ):
            return None
        before = [m for m in ground.document.of(RegionMention) if m.span.end <= ground.words.starts[cue]]
        return before[-1] if before else None

    def _at_adjunct_cue(self, ground: Ground, arguments: Arguments, cue: int) -> list[ScopeDraft]:
        """`P berlaku …, kecuali di Z`."""
        word, start = ground.word(cue), cue + 1
        if word == "luar" and ground.word(cue - 1) != "di":
            return []
        if word == "termasuk" or (word == "selain" and ground.sentence(cue).start == cue):
            return []
        phrase = next((p for p in reversed(arguments.between(ground.sentence(cue).start, cue))), None)
        if phrase is None:
            return []
        following = ground.named_at(
            start + (ground.word(start) in ("di", "untuk", "bagi", "terhadap", "dari", "para", "kelompok"))
        )
        if following is None and ground.word(start) not in self._between | self._words.adjunct["parts"] | {
            "di",
            "bagi",
            "terhadap",
        }:
            return []
        return self._members(ground, phrase, start, cue, include=False, rule="except", actors=True)

    # ---- fighting that goes on -----------------------------------------------------------------------------------

    def _goes_on(self, ground: Ground, arguments: Arguments) -> list[ScopeDraft]:
        """`tetap memerangi G`, `operasi terhadap G akan berlanjut`, `G tetap menjadi sasaran`."""
        words = self._words.goes_on
        found: list[ScopeDraft] = []
        for number in ground.words.numbers(words["targets"]):
            if ground.word(number - 1) == "menjadi" and ground.word(number - 2) in words["adverbs"]:
                found += self._left_to_fight(ground, arguments, self._part_start(ground, number), number - 2, number)
        for number in ground.words.numbers(words["verbs"]):
            before = {ground.word(number - 1), ground.word(number - 2)}
            if before & (words["adverbs"] - {"akan"}) and ground.word(number - 1) in words["adverbs"]:
                stop = ground.clause(number).end
                found += self._left_to_fight(ground, arguments, number + 1, stop, number)
        for number in ground.words.numbers(words["continues"]):
            clause = ground.clause(number)
            subject = {ground.word(n) for n in range(clause.first, number)}
            if subject & words["nouns"] and subject & {"terhadap", "melawan", "di"} and subject & words["adverbs"]:
                found += self._left_to_fight(ground, arguments, clause.first, number, number)
        return found

    def _part_start(self, ground: Ground, cue: int) -> int:
        """Where the part of the sentence begins that holds the cue: after a colon or a word like `sedangkan`."""
        sentence = ground.sentence(cue)
        for number in range(cue, sentence.start, -1):
            if (
                any(mark in ground.gap(number) for mark in ";:")
                or ground.word(number) in self._words.adjunct["terminators"]
            ):
                return number
        return sentence.start

    def _left_to_fight(self, ground: Ground, arguments: Arguments, first: int, end: int, cue: int) -> list[ScopeDraft]:
        phrase = self._spoken_of(ground, arguments, cue)
        if phrase is None:
            return []
        found = self._members(ground, phrase, first, cue, include=False, rule="fighting-goes-on", actors=True, end=end)
        kept = [draft for draft in found if draft.actor is None or draft.actor.kind == "armed_group"]
        named = {id(draft.region) for draft in kept}
        for region in ground.among(RegionMention, first, end):
            number = ground.first_of(region)
            if kept and id(region) not in named and ground.word(number - 1) == "di":
                kept.append(
                    self._member(ground, phrase, region, number, ground.after(region), False, "fighting-goes-on", cue)
                )
        return kept

    def _spoken_of(self, ground: Ground, arguments: Arguments, cue: int) -> Phrase | None:
        """The pause of the same sentence or of the one before."""
        sentence = ground.sentence(cue)
        here = arguments.between(sentence.start, sentence.stop)
        if here:
            return here[0]
        before = ground.sentence(sentence.start - 1) if sentence.start else sentence
        near = arguments.between(before.start, before.stop)
        return near[-1] if near else None

    # ---- members -------------------------------------------------------------------------------------------------

    def _is_negated(self, ground: Ground, cue: int) -> bool:
        near = [ground.word(n) for n in range(max(0, cue - 3), cue)]
        return any(word in _NEGATIONS for word in near)

    def _is_talks(self, region: RegionMention) -> bool:
        return region.name.casefold() in self._words.pseudo["talks"]

    def _members(
        self,
        ground: Ground,
        phrase: Phrase,
        start: int,
        cue: int,
        *,
        include: bool,
        rule: str,
        actors: bool,
        end: int | None = None,
    ) -> list[ScopeDraft]:
        """The list of names from `start` on: names joined by commas and `dan`, with the words for a part."""
        found: list[ScopeDraft] = []
        stop = ground.sentence(start).stop if end is None and start < len(ground.words) else end or start
        number, first, gap = start, start, 0
        while number < stop:
            word = ground.word(number)
            if (found or number == start) and any(mark in ground.gap(number) for mark in ";:"):
                break
            if found and (";" in ground.gap(number) or word in self._words.adjunct["terminators"]):
                break
            region, actor = ground.at(RegionMention, number), ground.at(ActorMention, number) if actors else None
            if region is not None and (actor is None or len(region.span) >= len(actor.span)):
                if not (self._is_talks(region) and rule == "in"):
                    found.append(self._member(ground, phrase, region, first, ground.after(region), include, rule, cue))
                number = first = ground.after(region)
                gap = 0
            elif actor is not None and actor.kind in _SIDES:
                bracketed = bool(found) and "(" in ground.gap(number)  # another name of the one before
                if actor.anaphor is None and not bracketed and (actor.listed or actor.kind != "organisation"):
                    found.append(self._side(ground, phrase, actor, include, rule, cue))
                number = first = ground.after(actor)
                gap = 0
            elif word in self._words.adjunct["joiners"] or word in self._between or (end is not None and not found):
                if (
                    found
                    and word in self._words.adjunct["joiners"]
                    and gap == 0
                    and "," not in ground.gap(number)
                    and word in ("di", "pada")
                ):
                    break
                number += 1
            elif end is None and not found and gap < 2 and word in ("yang", "dan", "juga", "hanya", "semua"):
                number, gap = number + 1, gap + 1
            else:
                break
        return found

    def _member(
        self,
        ground: Ground,
        phrase: Phrase,
        region: RegionMention,
        first: int,
        end: int,
        include: bool,
        rule: str,
        cue: int = -1,
    ) -> ScopeDraft:
        parts = {ground.word(n) for n in range(first, ground.first_of(region))} & self._words.adjunct["parts"]
        start = next(
            (n for n in range(first, ground.first_of(region)) if ground.word(n) in self._words.adjunct["parts"]),
            ground.first_of(region),
        )
        return ScopeDraft(
            phrase=phrase,
            span=ground.span(start, max(ground.after(region), start + 1)),
            rule=rule,
            include=include,
            region=region,
            part=bool(parts),
            cue=ground.span(cue, cue + 1) if cue >= 0 else None,
        )

    def _side(
        self, ground: Ground, phrase: Phrase, actor: ActorMention, include: bool, rule: str, cue: int
    ) -> ScopeDraft:
        return ScopeDraft(
            phrase=phrase, span=actor.span, rule=rule, include=include, actor=actor, cue=ground.span(cue, cue + 1)
        )
