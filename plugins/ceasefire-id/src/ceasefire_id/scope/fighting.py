"""Fighting that goes on beside a pause, by which the text says whom and what the pause leaves out."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, RegionMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.gathered import Gathered
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import Member, can_be_member
from ceasefire_id.scope.predication import PredicateReader
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["FightingReader"]

_RULE: Final = "fighting-goes-on"
#: links of clauses that say when
_ONCE: Final = frozenset(
    (
        "setelah",
        "sesudah",
        "begitu",
        "usai",
        "seusai",
        "selepas",
        "ketika",
        "saat",
        "jika",
        "bila",
        "apabila",
        "kalau",
        "karena",
        "sejak",
    )
)


class FightingReader:
    """`tetap memerangi G`, `operasi terhadap G di Z tidak ikut dihentikan`, `G tetap menjadi sasaran`."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker, predicates: PredicateReader) -> None:
        self._words = words.goes_on
        self._maker = maker
        self._predicates = predicates
        #: `tetap kami kejar`: passives of which a pronoun is the agent
        self._stems = frozenset(word[2:] for word in self._words["passives"] if word.startswith("di"))
        self._agents = words.agents
        #: `membomnya`: what is fought was named before
        self._owned = frozenset(f"{verb}nya" for verb in self._words["verbs"])

    def read(self, ground: Ground, arguments: Arguments, known: Gathered) -> list[ScopeDraft]:
        """Those left out."""
        words, found = self._words, list[ScopeDraft]()
        for number in ground.words.numbers(words["targets"]):
            if ground.word(number - 1) in ("menjadi", "jadi") and ground.word(number - 2) in words["adverbs"]:
                start = self._maker.part_start(ground, number)
                found += self._left(ground, arguments, start, number - 2, number)
        for number in ground.words.numbers(words["verbs"] | self._owned):
            nearest = number - 1 - (ground.word(number - 1) in words["entitled"])
            before = {ground.word(nearest), ground.word(nearest - 1)}
            if ground.word(number - 1) in words["free"] or ground.word(number) in self._owned:
                found += self._freely(ground, arguments, known, number)
            elif ground.word(nearest) in words["adverbs"] and before & words["adverbs"] - {"akan"}:
                found += self._left(ground, arguments, number + 1, ground.clause(number).end, number)
        for found_at in ground.words.numbers(words["passives"] | self._stems):
            number = found_at - (ground.word(found_at) in self._stems)
            if number < found_at and ground.word(number) not in self._agents:
                continue
            near = {ground.word(number - 1), ground.word(number - 2)}
            if near & words["free"] or self._is_whenever(ground, number) or self._is_as_ever(ground, number):
                found += self._hunted(ground, arguments, known, number, places=True)
            elif (
                (near & words["adverbs"]) - {"akan", "masih"}
                or near == {"akan", "masih"}
                or ground.word(number + 1) == "terus"
            ):
                found += self._hunted(ground, arguments, known, number)
        for number in ground.words.numbers(words["continues"] | words["stops"]):
            found += self._going_on(ground, arguments, number)
        for number in ground.words.numbers(words["carries_on"]):
            near = {ground.word(number - 1), ground.word(number - 2)}
            if near & words["adverbs"] and ground.mood(number).negated is False:
                found += self._not_stopped(ground, arguments, number)
        for number in ground.words.numbers(words["not_stopped"]):
            if self._maker.is_negated(ground, number):
                found += self._not_stopped(ground, arguments, number)
        return found

    def _is_whenever(self, ground: Ground, verb: int) -> bool:
        """`digempur kapan pun`, `diserang sewaktu-waktu`."""
        after = ground.word(verb + 1)
        return after == "sewaktu-waktu" or (after == "kapan" and ground.word(verb + 2) in self._words["whenever"])

    def _is_as_ever(self, ground: Ground, verb: int) -> bool:
        """`tetap digerebek seperti sediakala`: with the fighting as before a place is left out, without it only hit."""
        steady = {ground.word(verb - 1), ground.word(verb - 2)} & self._words["adverbs"]
        after = verb + 1
        while after < verb + 4 and ground.word(after) not in ("seperti", "sebagaimana"):
            after += 1
        return bool(steady) and ground.word(after + 1) in self._words["as_ever"] and after < verb + 4

    def _freely(self, ground: Ground, arguments: Arguments, known: Gathered, verb: int) -> list[ScopeDraft]:
        """`bebas menggempur Z`, `leluasa menyerang G`, `tetap leluasa membomnya`: whom or what the pause leaves out."""
        words, owned = self._words, ground.word(verb) in self._owned
        near = {ground.word(verb - 1), ground.word(verb - 2)}
        phrase = self._predicates.meant(ground, arguments, verb, known, reach=2)
        if near.isdisjoint(words["free"]) or phrase is None or self._maker.is_negated(ground, verb):
            return []
        if owned or ground.word(verb + 1) == "keduanya":
            subjects = self._maker.subjects
            members = subjects.place_named(ground, verb) if owned else subjects.listed(ground, verb, 2)
            return self._maker.drafts(ground, phrase, members, verb, include=False, rule=_RULE)
        drafts = self._maker.after(ground, phrase, verb + 1, verb, include=False, rule=_RULE, actors=True)
        return [d for d in drafts if d.actor is None or d.actor.kind == "armed_group"]

    def _hunted(
        self, ground: Ground, arguments: Arguments, known: Gathered, verb: int, *, places: bool = False
    ) -> list[ScopeDraft]:
        """`G tetap diburu`, `G akan diburu terus`; with `places` `gudang di Z boleh diserang kapan saja`."""
        phrase, end = self._predicates.meant(ground, arguments, verb, known, reach=2), verb
        while ground.word(end - 1) in self._words["adverbs"] | self._words["free"]:
            end -= 1
        if ground.word(end - 1) == "dan" and (other := ground.syntax.verb_before(end - 1)) is not None:
            # `G tidak dilindungi P dan akan terus diburu di Z`
            end = self._predicates.at(ground, other).first
        if phrase is None or self._maker.is_open(ground, verb):
            return []
        drafts = self._maker.before(ground, phrase, end, verb, include=False, rule=_RULE)
        groups = [draft for draft in drafts if draft.actor is not None and draft.actor.kind == "armed_group"]
        if places:
            groups += [draft for draft in drafts if draft.region is not None]
        if groups and ground.word(verb + 1) == "di":
            groups += self._maker.after(ground, phrase, verb + 2, verb, include=False, rule=_RULE, actors=False)
        return groups

    def _going_on(self, ground: Ground, arguments: Arguments, verb: int) -> list[ScopeDraft]:
        """`operasi terhadap G akan berlanjut`, `operasi di Z tidak ikut dihentikan`."""
        words, first = self._words, self._subject_start(ground, verb)
        if first < 0:
            return []
        near = {ground.word(number) for number in range(max(first, verb - 4), verb)} | {ground.word(verb + 1)}
        steady = ground.word(verb + 1) in words["steadily"]
        stops = ground.word(verb) in words["stops"]
        pursued = self._is_pursued(ground, first)
        if not (self._maker.is_negated(ground, verb) if stops else steady or pursued or near & words["adverbs"]):
            return []
        against = any(ground.word(number) in words["against"] for number in range(first, verb))
        carried = ground.word(verb) in words["carried"]
        meant = steady and ground.word(first) in words["deliberate"]
        aimed = against and "akan" in near and self._is_aimed_at_place(ground, first, verb)
        against = against or pursued
        if not against and not (stops or carried or meant or "akan" in near):
            # `pertempuran di Z masih berlangsung`: nobody says that the pause leaves it out.
            return []
        start = ground.sentence(verb).start
        if ground.word(start) == "di" and first > start and "," in ground.gap(first):
            # `Di Z, operasi A terhadap G jalan terus`
            first = start
        return self._left(ground, arguments, first, verb, verb, places=aimed or not against)

    def _is_aimed_at_place(self, ground: Ground, first: int, verb: int) -> bool:
        """`serangan terhadap kota Z akan berlanjut`: no land, on which there is war."""
        return any(
            region.kind != "country" and not ground.at(ActorMention, ground.first_of(region))
            for region in ground.among(RegionMention, first, verb)
        )

    def _subject_start(self, ground: Ground, verb: int) -> int:
        """The noun of fighting before a verb, with whom or where it is against right after it, or -1."""
        words = self._words
        start = self._maker.part_start(ground, verb)
        for number in range(verb - 1, max(start, verb - 16) - 1, -1):
            if ground.word(number).removesuffix("nya") not in words["nouns"]:
                continue
            after = number + 1
            while ground.word(after) in words["kinds"]:
                after += 1
            if self._is_pursued(ground, number):
                return number
            if (whose := ground.at(ActorMention, after)) is not None:
                after = ground.after(whose)
            if (place := ground.before(RegionMention, number)) and ground.word(ground.first_of(place) - 1) == "di":
                # `di Z pertempuran tidak dihentikan`
                return ground.first_of(place) - 1
            return number if ground.word(after) in words["against"] or ground.word(after) == "di" else -1
        return -1

    def _is_pursued(self, ground: Ground, noun: int) -> bool:
        """`perburuan G`: whether an armed group is the object of a noun of fighting."""
        if ground.word(noun) not in self._words["pursuits"]:
            return False
        group = ground.at(ActorMention, noun + 1)
        return (group is not None and group.kind == "armed_group") or ground.at(RegionMention, noun + 1) is not None

    def _not_stopped(self, ground: Ground, arguments: Arguments, verb: int) -> list[ScopeDraft]:
        """`tidak akan menghentikan operasi terhadap G`, `tetap melanjutkan operasi terhadap G`."""
        number = verb + 1
        while ground.word(number).removesuffix("nya") in self._words["nouns"] | self._words["kinds"]:
            number += 1
        if number == verb + 1 or ground.word(number) not in self._words["against"]:
            return []
        return self._left(ground, arguments, number, ground.clause(verb).end, verb)

    def _left(
        self, ground: Ground, arguments: Arguments, first: int, end: int, cue: int, *, places: bool = False
    ) -> list[ScopeDraft]:
        """The armed groups among these words, and the places after `di` beside them."""
        groups = self._groups(ground, first, end)
        phrase = self._maker.spoken_of(ground, arguments, cue)
        if phrase is None and (groups or self._maker.is_negated(ground, cue)):
            phrase = self._maker.near(ground, arguments, cue)
        if phrase is None or self._maker.is_open(ground, cue):
            return []
        if self._is_over(ground, cue):
            ground.document.drop(f"id-scope:{_RULE}", ground.span(cue, cue + 1), "fighting after the pause")
            return []
        members = groups
        if not (members or places):
            ground.document.drop(f"id-scope:{_RULE}", ground.span(cue, cue + 1), "no armed group is named")
            return []
        for region in ground.among(RegionMention, first, end):
            number = ground.first_of(region)
            if self._is_where(ground, first, number) or self._is_pursued(ground, number - 1):
                members.append(Member(region, number, ground.after(region), False))
        if not members and any(ground.word(n) == "itu" for n in range(first, end)):
            where = next((n for n in range(first, end - 1) if ground.word(n) in ("ke", "di", "atas")), -1)
            members += self._maker.pointed_at(ground, where + 1) if where >= 0 else []
        return self._maker.drafts(ground, phrase, members, cue, include=False, rule=_RULE)

    def _groups(self, ground: Ground, first: int, end: int) -> list[Member]:
        """The armed groups among these words; `kedua kelompok itu` are those named last."""
        found: list[Member] = []
        for actor in ground.among(ActorMention, first, end):
            number = ground.first_of(actor)
            named = actor.kind == "armed_group" or (actor.kind == "person" and can_be_member(actor))
            governed = ground.word(number - 1) in self._words["against"] | {"dan", "serta"}
            if not named or not (governed or actor.kind == "armed_group"):
                continue
            if self._maker.is_bare(ground, actor):
                found += self._maker.pointed_at(ground, number)
            else:
                found.append(Member(actor, number, ground.after(actor), False))
        return found

    def _is_over(self, ground: Ground, cue: int) -> bool:
        """`akan melanjutkan serangan setelah jeda berakhir`: what comes once the pause is over."""
        sentence = ground.sentence(cue)
        return any(
            ground.word(number) in self._words["over"] and ground.clause(number).link in _ONCE
            for number in ground.syntax.verbs_between(sentence.start, sentence.stop)
        )

    def _is_where(self, ground: Ground, first: int, number: int) -> bool:
        """Whether `di`, and nothing but the words for a place, stands before a region; or a joiner after such one."""
        for before in range(number - 1, max(first, number - 5) - 1, -1):
            word = ground.word(before)
            if word in ("di", "pada", "ke") or word in self._words["against"]:
                return True
            if ground.at(RegionMention, before) is None and word not in self._words["places"]:
                return False
        return False
