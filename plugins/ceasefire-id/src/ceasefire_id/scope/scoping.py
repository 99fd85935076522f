"""What the readers of scope share: which pause a cue speaks of, whether it is negated, members to drafts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ceasefire.mentions import ActorMention, RegionMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import Member, MemberReader, can_mediate
from ceasefire_id.scope.pairs import pair_before
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.subjects import SubjectReader
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["RULES", "ScopeMaker"]

#: what the names of the rules of scope begin with
RULES: Final = "id-scope"
#: how many words may describe an agent before its name
_DESCRIPTION: Final = 4
#: how far back a sentence that names no pause may look for its pause, in words
_FAR: Final = 90
_NEGATIONS: Final = frozenset(("tidak", "tak", "bukan", "belum", "tanpa"))
_ALONE: Final = frozenset(("hanya", "cuma", "sekadar", "saja"))
#: words before the names of those described before, and how far behind the description they stand
_BY_NAME: Final = frozenset(("termasuk", "seperti", "yakni", "yaitu", "misalnya", "terutama", "lain", "antaranya"))
_BELOW: Final = 14
_BACK: Final = frozenset(("itu", "tersebut", "tadi"))
#: what kind of place a noun points back at; any other points at whatever was named last
_KINDS: Final = {"negara": "country", "negeri": "country", "kota": "city", "provinsi": "province"}
_GROUPS: Final = frozenset(("armed_group",))
_QUESTIONS: Final = frozenset(("apakah", "jika", "bila", "kalau", "apabila", "seandainya", "asalkan", "entah"))


class ScopeMaker:
    """Makes the drafts of a cue: the members that a list beside it names, for the pause that it speaks of."""

    def __init__(self, words: ScopeWords) -> None:
        self._words = words
        self._members = MemberReader(words)
        self._ends_list = words.adjunct["terminators"] | words.adjunct["exclude"] - {"luar"}
        self.subjects = SubjectReader(words, self._members)

    # ---- members -------------------------------------------------------------------------------------------------

    def after(
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
        """The members of the list that begins at a word."""
        if start >= len(ground.words):
            return []
        stop = ground.sentence(start).stop if end is None else end
        fought = self.subjects.past_fighting(ground, start)
        members = self.pointed_at(ground, start) or self._members.after(ground, fought, stop, actors=actors)
        members = members or self.named_below(ground, start, stop, actors=actors)
        if not members and (place := self.subjects.past_people(ground, start)) != start:
            members = self._members.after(ground, place, stop, actors=False)
        if fought > start and members and ground.word(members[-1].end) == "di":
            # Who fights on against a group in a place fights on in the place.
            members += self._members.after(ground, members[-1].end, stop, actors=False)
        if not members:
            ground.document.drop(f"{RULES}:{rule}", ground.span(cue, cue + 1), "no name follows the cue")
        return self.drafts(ground, phrase, members, cue, include=include, rule=rule)

    def _is_stretch(self, ground: Ground, number: int) -> bool:
        """`sepanjang garis batas, dari Z1 sampai Z2`: between the two it holds in both."""
        first = ground.at(RegionMention, number + 1) if ground.word(number) == "dari" else None
        if first is None:
            return False
        joint = ground.after(first)
        return ground.word(joint) in ("sampai", "hingga") and ground.at(RegionMention, joint + 1) is not None

    def is_bare(self, ground: Ground, actor: ActorMention) -> bool:
        """`kedua kelompok tersebut`: words that name nobody."""
        return self._members.is_bare(ground, actor)

    def named_below(self, ground: Ground, start: int, stop: int, *, actors: bool) -> list[Member]:
        """`bagi kelompok yang masuk daftar hitam, termasuk G1 dan G2`: the names behind what describes them."""
        adjunct = self._words.adjunct
        if not any(
            ground.word(start) in adjunct[name] for name in ("unnamed", "parts", "heads", "whole", "counts", "people")
        ):
            return []
        for number in range(start + 1, min(start + _BELOW, stop)):
            if ground.marked(number, ";:") or ground.word(number) in self._ends_list:
                return []
            if ground.word(number) in _BY_NAME or self._is_stretch(ground, number):
                return self._members.after(ground, number + 1, stop, actors=actors)
        return []

    def pointed_at(self, ground: Ground, start: int) -> list[Member]:
        """`di sana`, `di negeri itu`: the place named last; `kedua kelompok tadi`: the two groups named last."""
        whole = ground.word(start) in ("seluruh", "semua", "segenap", "seantero", "penjuru")
        number = start + whole
        noun = ground.word(number)
        if whole and noun in ("negeri", "negara") and ground.at(RegionMention, number + 1) is None:
            return self._last_place(ground, start, number + 1, "country")
        if noun in ("sana", "situ"):
            return self._last_place(ground, start, number + 1, None)
        nouns = self._words.adjunct["heads"] | self._words.adjunct["parts"]
        if noun in nouns and ground.at(RegionMention, number) is None:
            # `di daerah itu`, `di kota pelabuhan itu`
            described = ground.word(number + 1) in nouns and ground.adjoins(number + 1)
            if ground.word(number + 1 + described) in _BACK:
                return self._last_place(ground, start, number + 2 + described, _KINDS.get(noun))
        if noun == "kedua" and any(ground.word(n) in _BACK for n in range(number + 2, number + 5)):
            pair = pair_before(ground, number, number, kinds=_GROUPS)
            return [Member(actor, start, number + 2, False) for actor in pair]
        return []

    def _last_place(self, ground: Ground, first: int, end: int, kind: str | None) -> list[Member]:
        sentence = ground.words.starts[ground.sentence(first).start]
        for region in reversed(ground.document.of(RegionMention)):
            if region.span.end > ground.words.starts[first]:
                continue
            # A town may be known as the province that it gives its name to.
            near = region.span.start >= sentence and region.kind != "country" and kind != "country"
            if self._is_settled_in(ground, region):
                continue
            if near or kind in (None, region.kind):
                return [Member(region, first, end, False)]
        return []

    def _is_settled_in(self, ground: Ground, region: RegionMention) -> bool:
        """`diteken di Z`, `disepakati di Z, L`: whether a place is only where hands were shaken."""
        number = ground.first_of(region)
        if region.within is None and (lies := ground.before(RegionMention, number)) is not None:
            number = ground.first_of(lies)
        if ground.word(number - 1) != "di":
            return False
        verb = ground.syntax.verb_before(number)
        return verb is not None and ground.word(verb) in self._words.pseudo["ceremony"]

    def before(
        self, ground: Ground, phrase: Phrase, end: int, cue: int, *, include: bool, rule: str
    ) -> list[ScopeDraft]:
        """The members of the list that ends right before a word."""
        members = self.subjects.before(ground, end, ground.sentence(cue).start)
        if not members:
            ground.document.drop(f"{RULES}:{rule}", ground.span(cue, cue + 1), "no name stands before the cue")
        return self.drafts(ground, phrase, members, cue, include=include, rule=rule)

    def place_before(
        self, ground: Ground, phrase: Phrase, end: int, cue: int, *, include: bool, rule: str
    ) -> list[ScopeDraft]:
        """The places that end right before a word: of `Z, L` only Z, which lies in L."""
        start = end
        while start > ground.sentence(cue).start and ground.word(start - 1) not in ("di", "ke", "dari", "dan"):
            start -= 1
        members = self._members.after(ground, start, end, actors=False)
        return self.drafts(ground, phrase, members, cue, include=include, rule=rule)

    def list_before(
        self, ground: Ground, phrase: Phrase, end: int, cue: int, *, include: bool, rule: str
    ) -> list[ScopeDraft]:
        """The places of `… Z1 dan Z2` that end right before a word, whatever governs them."""
        place, start = ground.before(RegionMention, end), end
        while place is not None:
            start = ground.first_of(place)
            joint = start - (ground.word(start - 1) in ("dan", "serta"))
            place = ground.before(RegionMention, joint) if joint < start or "," in ground.gap(start) else None
        members = self._members.after(ground, start, end, actors=False) if start < end else []
        return self.drafts(ground, phrase, members, cue, include=include, rule=rule)

    def drafts(
        self, ground: Ground, phrase: Phrase, members: Iterable[Member], cue: int, *, include: bool, rule: str
    ) -> list[ScopeDraft]:
        """Members to drafts."""
        return [
            ScopeDraft(
                phrase=phrase,
                span=ground.span(member.first, max(member.end, member.first + 1)),
                rule=rule,
                include=include,
                region=member.name if isinstance(member.name, RegionMention) else None,
                actor=None if isinstance(member.name, RegionMention) else member.name,
                part=member.part,
                cue=ground.span(cue, cue + 1) if cue >= 0 else None,
            )
            for member in members
        ]

    # ---- cues ----------------------------------------------------------------------------------------------------

    def spoken_of(self, ground: Ground, arguments: Arguments, cue: int, reach: int = 1) -> Phrase | None:
        """The pause of the same sentence, the last one before the cue, or of the `reach` sentences before."""
        sentence = ground.sentence(cue)
        if before := arguments.between(sentence.start, cue):
            return before[-1]
        if here := arguments.between(cue, sentence.stop):
            return here[0]
        for _ in range(reach):
            if sentence.start == 0:
                return None
            sentence = ground.sentence(sentence.start - 1)
            if near := arguments.between(sentence.start, sentence.stop):
                return near[-1]
        return None

    def agent_at(self, ground: Ground, number: int, *, past_comma: bool = False) -> ActorMention | None:
        """Who can stand between others at a word, or behind what describes them (`ditengahi blok regional K`)."""
        for after in range(number, number + _DESCRIPTION):
            parted = ground.marked(after, ",;:.") and not (past_comma and after == number)
            if parted or ground.syntax.is_verb(after):
                return None
            if actor := ground.at(ActorMention, after):
                person = ground.at(ActorMention, ground.after(actor)) if actor.kind == "state" else None
                if person is not None and person.kind == "person" and ground.gap(ground.after(actor)) == " ":
                    # `juru damai K X`
                    return person
                return actor if can_mediate(actor) else None
            if ground.word(after) not in self._words.who["descriptions"]:
                return None
        return None

    def here(self, ground: Ground, arguments: Arguments, number: int) -> Phrase | None:
        """The pause of the sentence, told by name: the last one before a word, else the first one after it."""
        sentence = ground.sentence(number)
        before = [p for p in arguments.between(sentence.start, number) if p.kind is not None or p.definite]
        if before and not any(";" in ground.gap(n) for n in range(before[-1].stop, number)):
            return before[-1]
        after = arguments.between(number, sentence.stop)
        if after and not any(";" in ground.gap(n) for n in range(number, after[0].first + 1)):
            return after[0]
        return None

    def near(self, ground: Ground, arguments: Arguments, number: int) -> Phrase | None:
        """The pause of the sentence, else the last one spoken of not far before."""
        if here := self.here(ground, arguments, number):
            return here
        latest = arguments.latest(number)
        return latest if latest is not None and number - latest.stop <= _FAR else None

    def is_negated(self, ground: Ground, cue: int) -> bool:
        """Whether a negation stands among the three words before, no mark between."""
        for number in range(cue - 1, max(-1, cue - 4), -1):
            if ground.marked(number + 1, ",;:."):
                return False
            if ground.word(number) in _NEGATIONS:
                # `tidak hanya mencakup Z` covers it.
                return ground.word(number + 1) not in _ALONE
        return False

    def is_open(self, ground: Ground, cue: int) -> bool:
        """Whether a question or a condition holds the cue."""
        sentence = ground.sentence(cue)
        return any(ground.word(number) in _QUESTIONS for number in range(max(sentence.start, cue - 12), cue))

    def part_start(self, ground: Ground, cue: int) -> int:
        """Where the part of the sentence begins that holds the cue: after a colon or a word like `sedangkan`."""
        sentence = ground.sentence(cue)
        for number in range(cue, sentence.start, -1):
            if ground.marked(number, ";:") or ground.word(number) in self._words.adjunct["terminators"]:
                return number
        return sentence.start

    # ---- places --------------------------------------------------------------------------------------------------

    def is_place(self, ground: Ground, number: int) -> bool:
        """Whether a place, or a word for a part of one, follows a preposition."""
        adjunct, after = self._words.adjunct, number + 1
        return (
            ground.at(RegionMention, after) is not None
            or ground.word(after) in adjunct["parts"] | adjunct["whole"] | adjunct["heads"]
        )

    def is_talks(self, region: RegionMention) -> bool:
        """Whether a place is a city of diplomacy."""
        return region.name.casefold() in self._words.pseudo["talks"]
