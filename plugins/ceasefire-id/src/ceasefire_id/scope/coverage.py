"""Where and for whom a pause holds, and whom it leaves out: cues, their direction and their reach.

This module reads what stands beside the noun and after verbs of holding; `adjuncts` what narrows or widens that,
`membership` what stands before a cue, `fighting` what goes on beside a pause, `members` the lists.
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, RegionMention, TimeMention
from ceasefire_id.scope.adjuncts import AdjunctReader
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.fighting import FightingReader
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import SIDES, Member
from ceasefire_id.scope.membership import MembershipReader
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.scoping import RULES, ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["CoverageReader"]

#: prepositions after which a pause holds for somebody, not only somewhere
_FOR: Final = frozenset(("bagi", "untuk", "terhadap", "kepada", "pada"))
#: how far behind the head of the sentence the pause stands in `Di Z, P …`, in words
_FRONT: Final = 12
#: how many words with the names of the sides may stand between a pause and its verb
_BESIDE: Final = 9
#: how far before `dihentikan` the fighting stands that is stopped, in words
_STOPPED: Final = 5
_BREACHES: Final = frozenset(("melanggar", "pelanggaran", "mencederai", "langgar"))
_SETTLING: Final = frozenset(("menandatangani", "meneken", "penandatanganan", "merundingkan", "membahas"))


class CoverageReader:
    """Reads the members of a pause's scope at cues."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words
        self._maker = maker
        self._membership = MembershipReader(words, maker)
        self._fighting = FightingReader(words, maker)
        self._adjuncts = AdjunctReader(words, maker)
        subject = words.subject
        self._subject_cues = frozenset().union(
            *(subject[name] for name in ("include", "exclude", "negated_only", "applied", "loose", "widened", "given"))
        )

    def read(self, ground: Ground, arguments: Arguments, phrases: list[Phrase]) -> list[ScopeDraft]:
        """All members, in no particular order."""
        found: list[ScopeDraft] = []
        for phrase in phrases:
            found += self._beside(ground, phrase)
            found += self._in_front(ground, phrase) or self._imposed_there(ground, phrase)
            found += self._everywhere(ground, phrase)
        for number in ground.words.numbers(self._subject_cues):
            found += self._at_subject_cue(ground, arguments, number)
        for number in ground.words.numbers(self._words.subject["coverage"]):
            found += self._told_of_coverage(ground, arguments, number)
        for number in ground.words.numbers(self._words.subject["stops"]):
            found += self._stopped_there(ground, arguments, number)
        found += self._membership.read(ground, arguments)
        found += self._fighting.read(ground, arguments)
        found += self._adjuncts.read(ground, arguments, found)
        return [draft for draft in found if not self._is_taken_back(ground, draft)]

    def _told_of_coverage(self, ground: Ground, arguments: Arguments, number: int) -> list[ScopeDraft]:
        """`Cakupannya seluruh Z`, `wilayah cakupan P adalah Z`: without a verb."""
        phrase = arguments.latest(number)
        start = number + 1 + (ground.word(number + 1) in ("adalah", "ialah", "yakni", "hanya"))
        if phrase is None or ground.syntax.is_verb(start) or not ground.adjoins(number + 1):
            return []
        return self._maker.after(ground, phrase, start, number, include=True, rule="coverage", actors=False)

    def _is_taken_back(self, ground: Ground, draft: ScopeDraft) -> bool:
        """`mula-mula menyebut Z dikecualikan, tetapi kemudian meralat keterangannya`."""
        if draft.include or not ground.document.has(self._words.adjunct["corrects"]):
            return False
        number = ground.words.first_at(draft.span.start)
        following = range(number, ground.sentence(number).stop)
        corrected = any(ground.word(n) in self._words.adjunct["corrects"] for n in following)
        if corrected:
            ground.document.drop(f"{RULES}:leaves-out", draft.span, "taken back by who said it")
        return corrected

    # ---- beside the noun -----------------------------------------------------------------------------------------

    def _beside(self, ground: Ground, phrase: Phrase) -> list[ScopeDraft]:
        """`P di Z1 dan Z2`, `P Z`, `P sepihak terhadap G`."""
        if (phrase.kind is None and phrase.rule != "stop-verb") or ground.word(phrase.outer - 1) == "bukan":
            return []
        found: list[ScopeDraft] = []
        if (place := phrase.place) is not None and (place.kind != "city" or not self._is_talks(place)):
            member = Member(place, phrase.stop - 1, phrase.stop, False)
            found += self._maker.drafts(ground, phrase, [member], -1, include=True, rule="beside")
        if phrase.governor >= 0 and ground.word(phrase.governor) in self._words.pseudo["talking"]:
            return found
        number = self._past_times_and_sides(ground, phrase)
        named_twice = phrase.same_as is not None and ground.gap(number).strip() == ","
        if not (ground.adjoins(number) or named_twice) or self._follows(ground, phrase, _BREACHES):
            return found
        settling = ground.word(phrase.outer - 1) in _SETTLING
        if ground.word(number) == "di" or (ground.word(number) in ("untuk", "bagi") and self._is_place(ground, number)):
            lifted = ground.word(phrase.outer - 1) in self._words.goes_on["lifts"]
            drafts = self._maker.after(ground, phrase, number + 1, number, include=not lifted, rule="in", actors=False)
            found += [d for d in drafts if d.region is not None and not self._is_ceremony(d.region, settling)]
        elif self._is_towards(ground, phrase, number) and not settling:
            against = phrase.rule != "stop-verb"
            found += self._maker.after(ground, phrase, number + 1, number, include=True, rule="towards", actors=against)
        return found

    def _past_times_and_sides(self, ground: Ground, phrase: Phrase) -> int:
        """Behind `sebagian`, `selama L`, `antara A dan B`, `dengan B` right after a pause."""
        number, stop = phrase.stop, ground.sentence(phrase.first).stop
        while ground.word(number).removesuffix("nya") in self._words.goes_on["kinds"]:
            # `penghentian operasi tempur`, `menangguhkan serangan udaranya`
            number += 1
        if ground.word(number) == "sebagian":
            number += 1
        while number < stop:
            time = ground.at(TimeMention, number)
            side = ground.at(ActorMention, number + 1) if ground.word(number) in ("antara", "dengan") else None
            if side is not None and ground.word(ground.after(ground.coordinated(side)[-1])) == "dan":
                # `antara A dan B`, B unknown
                side = None
            if time is not None:
                number = ground.after(time)
            elif side is not None and not phrase.sepihak:
                number = ground.past_bracket(ground.after(ground.coordinated(side)[-1]))
            elif ground.word(number) == "antara" and (place := self._behind_sides(ground, number, stop)):
                number = place
            elif ground.word(number) in ("selama", "pada"):
                feast = ground.at(TimeMention, number + 1) is None and ground.word(number) == "selama"
                number += 1 + feast
            else:
                break
        return min(number, stop)

    def _behind_sides(self, ground: Ground, number: int, stop: int) -> int:
        """`antara suku A dan B di Z`, nobody known: where `di` stands, or 0."""
        joined = False
        for after in range(number + 1, min(number + _BESIDE, stop)):
            if ground.syntax.is_verb(after) or any(mark in ground.gap(after) for mark in ",;:"):
                return 0
            joined = joined or ground.word(after) == "dan"
            if ground.word(after) == "di":
                return after if joined else 0
        return 0

    def _is_place(self, ground: Ground, number: int) -> bool:
        """Whether a place, or a word for a part of one, follows a preposition."""
        adjunct, after = self._words.adjunct, number + 1
        return (
            ground.at(RegionMention, after) is not None
            or ground.word(after) in adjunct["parts"] | adjunct["whole"] | adjunct["heads"]
        )

    def _is_ceremony(self, region: RegionMention, settling: bool) -> bool:
        """Whether a place is that of the talks: a city of diplomacy, or a city or state where a pause is signed."""
        return self._is_talks(region) or (settling and region.kind in ("city", "country"))

    def _is_towards(self, ground: Ground, phrase: Phrase, number: int) -> bool:
        """`P sepihak terhadap G`, `penghentian serangan ke Z`: against whom fire is stopped."""
        stopping = phrase.rule in ("penghentian", "stop-verb")
        if ground.word(number) == "ke":
            return stopping
        alone = ground.word(number) == "dengan" and phrase.sepihak
        return alone or (ground.word(number) in ("terhadap", "atas") and (phrase.sepihak or stopping))

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
            or not 2 <= phrase.outer - start <= _FRONT
            or "," not in ground.gap(phrase.outer)
            or any(
                ground.word(verb) not in self._words.adjunct["exclude"]
                for verb in ground.syntax.verbs_between(start, phrase.outer)
            )
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

    def _imposed_there(self, ground: Ground, phrase: Phrase) -> list[ScopeDraft]:
        """`Di Z, D memberlakukan P`."""
        start, verb = ground.sentence(phrase.first).start, ground.syntax.verb_before(phrase.outer)
        if verb is None or ground.word(start) != "di" or phrase.outer - verb > 2 or not ground.mood(verb).real:
            return []
        closed = any("," in ground.gap(number) for number in range(start + 2, verb))
        if not closed or ground.word(verb) not in self._words.subject["imposes"]:
            return []
        if ground.syntax.verbs_between(start, verb):
            return []
        return self._maker.after(
            ground, phrase, start + 1, start, include=True, rule="in-front", actors=False, end=verb
        )

    def _everywhere(self, ground: Ground, phrase: Phrase) -> list[ScopeDraft]:
        """`D mengumumkan P lewat televisi pada T, hingga T, di seluruh Z`: what is said in one place holds in all."""
        verb, stop = ground.syntax.verb_before(phrase.outer), ground.sentence(phrase.first).stop
        if verb is None or phrase.outer - verb > 3 or ground.word(verb) not in self._words.subject["makes"]:
            return []
        for number in range(phrase.stop, stop - 1):
            if ground.syntax.is_verb(number) or any(mark in ground.gap(number) for mark in ";:"):
                return []
            if ground.word(number) == "di" and ground.word(number + 1) in self._words.adjunct["whole"]:
                return self._maker.after(
                    ground, phrase, number + 1, number, include=True, rule="everywhere", actors=False
                )
        return []

    def _stopped_there(self, ground: Ground, arguments: Arguments, verb: int) -> list[ScopeDraft]:
        """`P menghentikan serangan di seluruh Z`, `P menghentikan operasi terhadap G`."""
        argument = arguments.subject(verb) if not ground.word(verb).startswith("di") else None
        phrase = argument.phrase if argument is not None else self._stopped_by(ground, arguments, verb)
        if phrase is None or not ground.mood(verb).real:
            return []
        towards = self._words.goes_on["against"] if argument is not None else frozenset[str]()
        number, strange = verb, 0
        while number + 1 < ground.sentence(verb).stop and strange < _STOPPED:
            time = ground.at(TimeMention, number + 1)
            number = ground.after(time) if time is not None else number + 1
            strange += time is None
            if "," in ground.gap(number):
                break
            if ground.word(number) == "di" or ground.word(number) in towards:
                actors = ground.word(number) != "di"
                return self._maker.after(
                    ground, phrase, number + 1, number, include=True, rule="stops-there", actors=actors
                )
        return []

    def _stopped_by(self, ground: Ground, arguments: Arguments, verb: int) -> Phrase | None:
        """The pause spoken of, where sides stop fighting: `A dan B wajib menghentikan serangan di Z`, `tembakan
        dihentikan di Z`.
        """
        passive = ground.word(verb).startswith("di")
        if arguments.holding(verb) is not None or ground.clause(verb).link not in ("", "dan", "serta", "bahwa"):
            return None
        nouns, outer = self._words.goes_on["nouns"], ground.syntax.verb_before(verb)
        if outer is not None and ground.word(outer) in self._words.subject["wishing"]:
            return None
        if {ground.word(verb - 1), ground.word(verb - 2)} & self._words.subject["wished"]:
            return None
        near = range(max(ground.clause(verb).first, verb - _STOPPED), verb) if passive else range(verb + 1, verb + 3)
        if all(ground.word(number) not in nouns for number in near):
            return None
        actor = None if passive else ground.subject(verb)
        if not passive and (actor is None or actor.kind not in SIDES):
            return None
        return self._maker.spoken_of(ground, arguments, verb, reach=2)

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
        outer = ground.syntax.verb_before(cue)
        wishing = (
            not negated and word in words["include"] and outer is not None and ground.word(outer) in words["wishing"]
        )
        if wishing or any(ground.word(number) in words["wished"] for number in range(max(0, cue - 3), cue)):
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
        if self._is_of_plan(ground, cue):
            return self._maker.spoken_of(ground, arguments, cue, reach=2)
        if not self._words.subject["pronouns"].isdisjoint(before):
            return arguments.latest(cue)
        if clause.link == "tanpa":
            return self._maker.spoken_of(ground, arguments, cue)
        if not include and all(word in self._words.member["auxiliaries"] for word in before):
            return self._maker.spoken_of(ground, arguments, cue)
        return None

    def _is_of_plan(self, ground: Ground, cue: int) -> bool:
        """`Rencana yang disusun K itu meliputi Z`: the plan of the pause spoken of is the subject."""
        start = ground.sentence(cue).start
        return ground.word(start) in self._words.who["plans"] and ground.word(cue - 1) in ("itu", "tersebut", "ini")

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
        if word in words["widened"] and ground.word(start) in words["widened_to"]:
            return start + 1
        if word in words["given"] and (there := self._listed_there(ground, start)):
            return there
        if word in words["given"]:
            return start + 1 if ground.word(start) in ("untuk", "bagi") and self._is_place(ground, start) else -1
        if word in words["widened"]:
            return -1
        return -1 if ground.word(start) in self._words.pseudo["terms"] else start

    def _listed_there(self, ground: Ground, start: int) -> int:
        """`P yang diumumkan D di Z1 dan Z2`: several places, so none where it was made known; or 0."""
        doer = ground.at(ActorMention, start)
        number = ground.past_bracket(ground.after(ground.coordinated(doer)[-1])) if doer is not None else start
        first = ground.at(RegionMention, number + 1) if ground.word(number) == "di" else None
        if first is None:
            return 0
        joint = ground.after(first)
        listed = ground.word(joint) in ("dan", "serta") or "," in ground.gap(joint)
        several = listed and ground.at(RegionMention, joint + (ground.word(joint) in ("dan", "serta"))) is not None
        return number + 1 if several else 0

    def _not_there(self, ground: Ground, phrase: Phrase, cue: int) -> list[ScopeDraft]:
        """`di Z P tidak berlaku`, `tetapi di Z tidak berlaku`, `Bagi G, P tidak berlaku`."""
        first = self._maker.part_start(ground, cue)
        for number in range(cue - 1, max(first, cue - 8) - 1, -1):
            word = ground.word(number)
            if word == "di" or (word in _FOR and number == first):
                end = phrase.outer if phrase.outer > number else cue
                return self._maker.after(
                    ground, phrase, number + 1, cue, include=False, rule="leaves-out", actors=word != "di", end=end
                )
        return []
