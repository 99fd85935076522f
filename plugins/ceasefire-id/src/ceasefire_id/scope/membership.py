"""Members as the subject of coverage: `Z dikecualikan`, `G tidak ikut`, `Z masuk hitungan`, `yang dinaungi ialah Z`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, RegionMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.gathered import Gathered
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import Member
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.polarity import COPULAS, PolarityReader
from ceasefire_id.scope.predication import Predicate, PredicateReader
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["MembershipReader"]

_THIS: Final = frozenset(("ini", "itu"))
_NAMELY: Final = frozenset(("yakni", "yaitu", "termasuk", "seperti"))
_ONLY: Final = frozenset(("tinggal", "hanya", "cuma", "sekadar", "hanyalah"))
#: by which a state is spoken of as land
_COVERED: Final = frozenset(("termasuk", "tersentuh", "disentuh", "terjangkau", "dijangkau", "terjamah"))
#: how many words may name those among whom a member is
_AMONG: Final = 8
#: how far behind `hanya` its `yang` may stand, in words
_WITHIN: Final = 10


class MembershipReader:
    """Reads members that stand before what says that they belong to a pause or not, or behind it in a cleft."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker, predicates: PredicateReader) -> None:
        self._words = words
        self._maker = maker
        self._predicates = predicates
        member = words.member
        self._polarities = PolarityReader(words, maker)
        self._owned, self._out = self._polarities.owned, self._polarities.out
        #: without the pause as their complement these say nothing of it
        self._only_named = member["taken_out"] | member["sharing"] | member["mentioned"]
        self.cues = frozenset().union(
            self._out,
            self._owned,
            self._polarities.stems,
            *(member[name] for name in ("include", "within", "negated_only", "mentioned", "struck", "unmoved")),
        )

    def at(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """The members at a cue."""
        if ground.word(cue + 1) in self._words.member["suspensions"]:
            return self._struck(ground, arguments, cue, known)
        predicate = self._predicates.at(ground, cue)
        if ground.word(cue) in self._polarities.stems and ground.word(cue - 1) not in self._words.agents:
            return []
        include = self._polarities.at(ground, predicate)
        if include is None or self._polarities.is_left_open(ground, predicate, include):
            return []
        phrase, after = self._complement(ground, arguments, predicate, known)
        if after < 0:
            return []
        rule = (
            "included" if include else "excepted" if self._polarities.word(ground, cue) in self._out else "not-included"
        )
        if predicate.relative and self._is_defining(ground, predicate, after):
            defined = self._defined(ground, arguments, predicate, known, include, rule)
            # Of `G, yang terikat perjanjian damai` nobody says that this pause covers them.
            bound = include and self._polarities.is_bound(ground, predicate)
            return [d for d in defined if d.region is not None or not bound]
        if phrase is None and not self._may_imply(ground, predicate, include, after):
            return []
        phrase = phrase or self._implied(ground, arguments, predicate, known, after)
        if phrase is None:
            return []
        if follow := self._after(ground, phrase, predicate, after, include, rule):
            return follow
        if predicate.relative:
            return []
        drafts = self._named_before(ground, phrase, predicate, include, rule)
        if drafts:
            drafts += self._besides(ground, phrase, predicate, include, rule)
        return self._that_can_be(ground, predicate, drafts, include, alone=after == cue + 1)

    def _that_can_be(
        self, ground: Ground, predicate: Predicate, drafts: list[ScopeDraft], include: bool, *, alone: bool
    ) -> list[ScopeDraft]:
        """Those of the members of which a cue, alone or with its complement, can say that they are covered or not."""
        member, word = self._words.member, self._polarities.word(ground, predicate.cue)
        if word in member["mentioned"]:
            return [d for d in drafts if d.actor is None or d.actor.kind == "armed_group"]
        if include and self._polarities.is_bound(ground, predicate) and not predicate.joined:
            return [d for d in drafts if d.region is not None and d.region.kind != "country"]
        entered = alone and not predicate.joined and word in member["within"]
        if include and (entered or word in member["sharing"]):
            return [d for d in drafts if d.region is not None]
        if alone and word not in member["include"] | member["exclude"] | _COVERED:
            # A state that takes no part in something may only be absent from the talks.
            return [d for d in drafts if d.actor is None or d.actor.kind != "state"]
        return drafts

    def _struck(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """`wilayah yang tidak terkena pembekuan, termasuk Z`: where a suspended pause holds on, or does not."""
        after = cue + 1
        if ground.word(cue) not in self._words.member["struck"]:
            return []
        predicate = self._predicates.at(ground, cue)
        include = predicate.negated
        phrase = self._predicates.meant(ground, arguments, cue, known)
        after += 1 + (ground.word(after + 1) in ("itu", "tersebut", "ini"))
        if phrase is None or self._maker.is_open(ground, cue):
            return []
        rule = "included" if include else "excepted"
        if "," in ground.gap(after) and ground.word(after) in _NAMELY:
            return self._maker.after(ground, phrase, after + 1, cue, include=include, rule=rule, actors=True)
        return self._maker.before(ground, phrase, predicate.edge, cue, include=include, rule=rule)

    # ---- which pause ---------------------------------------------------------------------------------------------

    def _complement(
        self, ground: Ground, arguments: Arguments, predicate: Predicate, known: Gathered
    ) -> tuple[Phrase | None, int]:
        """The pause that the cue's own complement names (`dalam kesepakatan itu`), and where the text goes on.

        `-1` where the complement is something else (`tidak ikut berunding`, `luput dari serangan`).
        """
        cue = predicate.cue
        if ground.word(cue) in self._owned:
            return self._maker.near(ground, arguments, cue), cue + 1
        number = self._past_agent(ground, predicate)
        while ground.word(number) in self._words.member["light"] and ground.adjoins(number):
            number += 1
        if ground.word(number) in COPULAS:
            return None, number
        if self._is_ground_of(ground, arguments, number):
            number += 3 if ground.word(number + 1) == "yang" else 1
        if (phrase := arguments.holding(number)) and ground.adjoins(number):
            return phrase, phrase.stop
        if after := self._past_benefit(ground, cue, number):
            return self._predicates.meant(ground, arguments, cue, known), after
        if ground.word(number) in self._words.member["deals"] and ground.adjoins(number):
            stop = number + 1
            if (phrase := arguments.holding(stop)) and ";" not in ground.gap(stop):
                # `cakupan gencatan senjata`
                return phrase, phrase.stop
            stop += ground.word(stop) in ("itu", "ini", "tersebut")
            return self._predicates.meant(ground, arguments, cue, known) or arguments.latest(cue), stop
        if after := self._among_such(ground, cue, number):
            return self._predicates.meant(ground, arguments, cue, known, reach=2), after
        governed = number > cue + 1 and ground.word(cue + 1) in ("dalam", "ke", "di", "dari")
        if governed and not self._ends(ground, number):
            return None, -1
        return (None, -1) if ground.syntax.is_verb(number) and ground.gap(number).isspace() else (None, number)

    def _among_such(self, ground: Ground, cue: int, number: int) -> int:
        """`termasuk di antara kelompok L yang terikat`: behind those of whom the same is said, or 0."""
        member = self._words.member
        if ground.word(number) != "antara" or ground.word(cue) not in member["within"]:
            return 0
        for after in range(number + 1, number + _AMONG):
            if ground.gap(after).strip():
                return 0
            if ground.word(after) == "yang":
                return after + 2 if ground.word(after + 1) in member["enclosed"] | member["include"] else 0
        return 0

    def _is_ground_of(self, ground: Ground, arguments: Arguments, number: int) -> bool:
        """`tidak tergolong (wilayah) jeda`: whether a noun for ground stands before the pause or its paper."""
        if ground.word(number) not in self._words.places["nouns"] or not ground.adjoins(number):
            return False
        if ground.word(number + 1) == "yang" and ground.word(number + 2) in self._words.member["enclosed"]:
            # `tidak tergolong daerah yang diliput P`
            return True
        return arguments.holding(number + 1) is not None or ground.word(number + 1) in self._words.member["deals"]

    def _past_benefit(self, ground: Ground, cue: int, number: int) -> int:
        """`memperoleh perlindungan penuh`, `tidak mendapat keringanan apa pun`: behind what a pause gives, or 0."""
        member = self._words.member
        felt = ground.word(number).endswith("nya") and not ground.syntax.is_verb(number)
        if self._polarities.word(ground, cue) not in member["sharing"] or not (
            felt or ground.word(number) in member["benefits"]
        ):
            return 0
        number += 1
        while ground.word(number) in member["whole_benefits"] and ground.adjoins(number):
            number += 1
        return number if self._ends(ground, number) else 0

    def _past_agent(self, ground: Ground, predicate: Predicate) -> int:
        """`Z dikecualikan (oleh) D dari P`: behind who does it, where a subject stands before the verb."""
        number = predicate.cue + 1
        opens = predicate.first == ground.sentence(predicate.cue).start
        if opens or not ground.word(predicate.cue).startswith("di"):
            return number
        agent = ground.at(ActorMention, number + (ground.word(number) == "oleh"))
        after = ground.after(agent) if agent is not None and agent.kind != "armed_group" else number
        return after if ground.word(after) in ("dari", "dalam", "ke", "pada") else number

    def _may_imply(self, ground: Ground, predicate: Predicate, include: bool, after: int) -> bool:
        """Whether a predicate may leave the pause unsaid: `dikecualikan`, `ikut dimasukkan`, `tidak dilindungi`."""
        member, word = self._words.member, self._polarities.word(ground, predicate.cue)
        if word in self._only_named:
            alone = word in member["alone"] or (
                word in member["mentioned"] and self._predicates.in_a_paper(ground, predicate)
            )
            return alone and not include and self._ends(ground, after)
        if not include or word in member["include"]:
            return (
                word not in member["passed"] or self._ends(ground, after) or self._polarities.is_copula(ground, after)
            )
        formerly = not member["formerly"].isdisjoint(ground.sentence_words(predicate.cue))
        meant = formerly or self._region_meant(ground, predicate.first) is not None
        behind = ground.word(predicate.cue + 1) in ("pula", "juga", "serta") or self._adds(ground, predicate, after)
        entered = word in member["entered"] and after == predicate.cue + 1 and self._ends(ground, after)
        return (
            entered
            or ground.word(predicate.first + 1) == "dalamnya"
            or meant
            or predicate.joined
            or behind
            or (predicate.relative and self._polarities.is_copula(ground, after))
        )

    def _adds(self, ground: Ground, predicate: Predicate, after: int) -> bool:
        """`Z1 mendapat perlindungan, Z2 termasuk.`: behind other members, at the end."""
        cue = predicate.cue
        return (
            ground.word(cue) in ("termasuk", "tercakup")
            and after == cue + 1
            and self._ends(ground, after)
            and any(
                "," in ground.gap(number) for number in range(max(cue - _WITHIN, ground.sentence(cue).start + 1), cue)
            )
        )

    def _implied(
        self, ground: Ground, arguments: Arguments, predicate: Predicate, known: Gathered, after: int
    ) -> Phrase | None:
        """The pause of a cue that names none: its subject where members follow, else the one spoken of."""
        cue = predicate.cue
        within = ground.word(cue) in self._words.member["within"] and not self._polarities.is_copula(ground, after)
        formerly = not self._words.member["formerly"].isdisjoint(ground.sentence_words(cue))
        points = ground.word(predicate.first - 1) in _THIS and predicate.first - 1 == ground.sentence(cue).start
        if points:
            # `Ini tidak termasuk G`
            return self._predicates.meant(ground, arguments, cue, known)
        if within and not self._ends(ground, after) and not predicate.joined and not formerly:
            argument = arguments.subject(cue)
            return argument.phrase if argument else None
        return self._predicates.meant(ground, arguments, cue, known, reach=2)

    def _ends(self, ground: Ground, number: int) -> bool:
        """Whether the clause is over at a word."""
        if number >= len(ground.words) or ground.gap(number).strip(' \u00a0"“”'):
            return True
        if isinstance(ground.named_at(number), TimeMention):
            return True
        member = self._words.member
        return ground.word(number) in self._words.adjunct["terminators"] | member["closing"] | member["later"]

    # ---- members behind ------------------------------------------------------------------------------------------

    def _after(
        self, ground: Ground, phrase: Phrase, predicate: Predicate, after: int, include: bool, rule: str
    ) -> list[ScopeDraft]:
        """`tidak termasuk Z`, `Turut dinaungi Z`, `yang termasuk dalam P adalah Z`."""
        copula = ground.word(after) in COPULAS
        opens = predicate.first == ground.sentence(predicate.cue).start
        within = ground.word(predicate.first + 1) == "dalamnya"
        heads = opens and (after > predicate.cue + 1 or predicate.joined or within)
        marked = opens and ":" in ground.gap(after)
        if not (copula or marked) and ((include and not heads) or ground.gap(after).strip(" \u00a0:")):
            return []
        start = after + copula
        start += copula and ground.word(start) == "lain"
        return self._maker.after(ground, phrase, start, predicate.cue, include=include, rule=rule, actors=True)

    def _is_defining(self, ground: Ground, predicate: Predicate, after: int) -> bool:
        """Whether `yang` opens a cleft or a relative clause on the members."""
        return ground.syntax.is_verb(predicate.cue) or self._polarities.is_copula(ground, after)

    def _defined(
        self,
        ground: Ground,
        arguments: Arguments,
        predicate: Predicate,
        known: Gathered,
        include: bool,
        rule: str,
    ) -> list[ScopeDraft]:
        """`yang dikecualikan hanyalah Z`, `hanya Z yang tercakup`, `wilayah yang tidak tercakup, yakni Z`; else a
        relative clause on Z.
        """
        cue, relative = predicate.cue, predicate.edge
        phrase, after = self._complement(ground, arguments, predicate, known)
        denied = ground.word(after) in ("bukan", "bukanlah")
        copula = denied or self._polarities.is_copula(ground, after)
        first = not self._words.member["ordinals"].isdisjoint(ground.word(n) for n in range(predicate.first, cue))
        only = first or self._is_singled_out(ground, relative)
        namely = "," in ground.gap(after) and ground.word(after) in _NAMELY
        only = only or self._before_copula(ground, relative) != relative
        described = self._described_from(ground, relative)
        named = copula or only or namely or described
        if phrase is None and not named and (include or not self._ends(ground, after)):
            return []
        phrase = phrase or self._predicates.meant(ground, arguments, cue, known)
        if phrase is None:
            return []
        rule = "included" if include else "excepted"
        if copula:
            found = self._besides(ground, phrase, predicate, include, rule)
            start, include = after + (denied or ground.word(after) in COPULAS), include != denied
            return found + self._maker.after(ground, phrase, start, cue, include=include, rule=rule, actors=True)
        if namely and ground.before(RegionMention, relative) is None:
            return self._maker.after(ground, phrase, after + 1, cue, include=include, rule=rule, actors=True)
        if described:
            if described == relative - 1:
                return self._maker.place_before(ground, phrase, described, cue, include=include, rule=rule)
            return self._maker.list_before(ground, phrase, described, cue, include=include, rule=rule)
        end = self._before_copula(ground, relative)
        if ground.word(end) == "sebagai" and (start := self._maker.subjects.behind_with(ground, end)) > 0:
            # `dengan G sebagai satu-satunya yang tidak dicakup`
            return self._maker.after(ground, phrase, start, cue, include=include, rule=rule, actors=True, end=end)
        return self._maker.before(ground, phrase, end, cue, include=include, rule=rule)

    def _before_copula(self, ground: Ground, relative: int) -> int:
        """`Z menjadi satu-satunya kota (yang tidak tercakup)`: where Z ends, else where the clause begins."""
        member, adjunct, number = self._words.member, self._words.adjunct, relative
        nouns = member["nominal"] | adjunct["parts"] | adjunct["heads"]
        while ground.word(number - 1) in nouns and ground.adjoins(number):
            number -= 1
        if ground.word(number - 1) not in member["copulas"]:
            return relative
        return self._predicates.at(ground, number - 1).first

    def _is_singled_out(self, ground: Ground, relative: int) -> bool:
        """`Hanya Z yang tercakup`."""
        start = max(ground.sentence(relative).start, relative - _WITHIN)
        return any(ground.word(number) in _ONLY for number in range(start, relative))

    def _besides(
        self, ground: Ground, phrase: Phrase, predicate: Predicate, include: bool, rule: str
    ) -> list[ScopeDraft]:
        """`Selain Z1, yang ikut dinaungi adalah Z2`, `Tidak hanya Z1, Z2 pun dicakup`: Z1 as well."""
        start = ground.sentence(predicate.cue).start
        only = ground.word(start) in ("tidak", "tak", "bukan") and ground.word(start + 1) in _ONLY
        comma = next((n for n in range(predicate.edge, start, -1) if "," in ground.gap(n)), -1)
        if not (only or ground.word(start) == "selain") or comma < 0:
            return []
        start += only
        return self._maker.after(
            ground,
            phrase,
            start + 1,
            predicate.cue,
            include=include,
            rule=rule,
            actors=not include,
            end=comma,
        )

    def _described_from(self, ground: Ground, relative: int) -> int:
        """`Z1 dan Z2, (dua kota yang tidak tercakup)`: where what describes the places begins, behind a comma, or 0."""
        adjunct, number = self._words.adjunct, relative - 1
        if ground.word(number) not in adjunct["parts"] | adjunct["heads"] | self._words.places["nouns"]:
            return 0
        while ground.gap(number).isspace() and (
            ground.word(number - 1) in adjunct["counts"] | adjunct["several"] | adjunct["parts"] | adjunct["heads"]
        ):
            number -= 1
        return number if "," in ground.gap(number) else 0

    # ---- members before ------------------------------------------------------------------------------------------

    def _named_before(
        self, ground: Ground, phrase: Phrase, predicate: Predicate, include: bool, rule: str
    ) -> list[ScopeDraft]:
        cue = predicate.cue
        end = self._predicates.shared_subject_end(ground, predicate.first)
        if ground.word(cue) in self._words.member["unmoved"]:
            fought = range(ground.sentence(cue).start, end)
            if all(ground.word(number) not in self._words.goes_on["nouns"] for number in fought):
                return []
        if back := self._region_meant(ground, end):
            number = end - 1
            member = Member(back, number, number + 1, False)
            return self._maker.drafts(ground, phrase, [member], cue, include=include, rule="that-place")
        return self._maker.before(ground, phrase, end, cue, include=include, rule=rule)

    def _region_meant(self, ground: Ground, end: int) -> RegionMention | None:
        """`wilayah itu tercakup`: the place named last."""
        nouns = self._words.adjunct["parts"] | self._words.adjunct["heads"]
        if ground.word(end - 1) not in ("itu", "tersebut", "ini", "tadi") or ground.word(end - 2) not in nouns:
            return None
        before = [m for m in ground.document.of(RegionMention) if m.span.end <= ground.words.starts[end - 1]]
        if ground.word(end - 1) == "ini":
            # `pegunungan ini` where Pegunungan Z is spoken of
            before = [m for m in before if m.name.casefold().startswith(ground.word(end - 2))]
        return before[-1] if before else None
