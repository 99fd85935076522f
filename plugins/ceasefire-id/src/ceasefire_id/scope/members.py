"""Lists of members beside a cue of scope: `Z1, Z2, dan sebagian Z3`, with what describes one of them left aside.

A list is read forwards from the cue (`mencakup …`), or backwards from it where its members are the subject
(`… dikecualikan`). A description set off by commas (`G1, afiliasi G2 di negara itu, dan G3`) or by brackets names no
member; the words for a part are dropped from the name.
"""

from __future__ import annotations

from typing import Final

import attrs

from ceasefire.mentions import ActorMention, RegionMention
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["MEDIATORS", "SIDES", "Member", "MemberReader", "can_be_member", "can_mediate"]

#: kinds of actors that a pause can cover or leave out
SIDES: Final = frozenset(("armed_group", "military", "state", "government"))
#: kinds of actors that stand between others
MEDIATORS: Final = frozenset(("state", "organisation", "person", "government"))
_AND: Final = frozenset(("dan", "serta", "maupun", "atau", "juga", "hingga", "sampai"))
#: how many words may stand before a name, and how many may describe a member
_LEAD, _DESCRIPTION = 7, 14
#: words of a clause that describes, among the first few after its comma
_RELATIVES: Final = frozenset(("yang", "tempat", "mana"))
_OPENING: Final = 5
_DESCRIBING: Final = frozenset(("yang", "tempat", "pimpinan", "asuhan", "di", "dari"))
_HYPHENS: Final = frozenset(("-", "–"))
_PART_MARKS: Final = (";", ".", "!", "?", "“", "”", '"')


def can_mediate(actor: ActorMention) -> bool:
    """Whether an actor can stand between others: troops only where they keep a peace."""
    return actor.kind in MEDIATORS or (actor.kind == "military" and "perdamaian" in actor.name.casefold().split())


def can_be_member(actor: ActorMention) -> bool:
    """Whether a pause can cover an actor or leave it out: a side, or a bare name of which nothing tells what it is."""
    unknown = actor.kind == "person" and not actor.listed and actor.office is None and actor.anaphor is None
    return actor.kind in SIDES or (unknown and actor.country is None)


@attrs.frozen
class Member:
    """One name of a list: where it begins with its part words, and where it ends, as word numbers."""

    name: RegionMention | ActorMention
    first: int
    end: int
    part: bool


class MemberReader:
    """Reads lists of regions and actors."""

    def __init__(self, words: ScopeWords) -> None:
        adjunct = words.adjunct
        self._light = adjunct["parts"] | adjunct["whole"] | adjunct["heads"] | adjunct["joiners"] | adjunct["counts"]
        self._parts = adjunct["parts"]
        self._introducers = adjunct["introducers"]
        self._counts = adjunct["counts"]
        self._unnamed = adjunct["counts"] | adjunct["unnamed"]
        self._held = adjunct["held"]
        self._locators = adjunct["locators"]
        self._troops = words.subject["troops"]
        self._terminators = adjunct["terminators"] | adjunct["exclude"] | adjunct["not"]
        self._openers = adjunct["openers"] | adjunct["terminators"]

    # ---- forwards ------------------------------------------------------------------------------------------------

    def after(self, ground: Ground, start: int, end: int, *, actors: bool) -> list[Member]:
        """The members of the list that begins at a word, up to but not including `end`."""
        found: list[Member] = []
        number, closed = start, False
        while number < end and (member := self._member_at(ground, number, end, actors, first=not found)) is not None:
            if not self._continues(ground, number, member, found, closed):
                # `Z1 dan Z2 di dekat L serta Z3`
                beside = ground.word(number) == "di" and found and isinstance(found[-1].name, RegionMention)
                number = self._past_description(ground, number, end, actors, set_off=False) if beside else -1
                if number < 0:
                    break
                continue
            closed = closed or (bool(found) and ground.word(number) in _AND)
            if not (found and self._is_description(ground, number, member)):
                found.append(member)
            number = self._next(ground, member.end, end, actors)
            if number < 0:
                break
        found = self._without_locator(ground, start, found)
        return [m for m in found if not (isinstance(m.name, ActorMention) and self.is_bare(ground, m.name))]

    def _without_locator(self, ground: Ground, start: int, found: list[Member]) -> list[Member]:
        """`Z, L`: of two places that only a comma parts the second says where the first one lies; in `tiga kota di L,
        yakni Z1, Z2, dan Z3` the first does.
        """
        if len(found) > 1 and ground.word(found[0].end) in ("yakni", "yaitu"):
            lead = range(start, ground.words.first_at(found[0].name.span.start))
            return found[1:] if any(ground.word(number) in self._counts for number in lead) else found
        if len(found) != 2 or not all(isinstance(member.name, RegionMention) for member in found):
            return found
        between = range(found[0].end, found[1].first)
        introduced = ground.marked(start, ":(") or ground.word(start - 1) in ("yakni", "yaitu")
        joined = any(ground.word(n) in _AND for n in between) or found[1].first != found[0].end
        return found if joined or introduced or "," not in ground.gap(found[1].first) else found[:1]

    def is_bare(self, ground: Ground, actor: ActorMention) -> bool:
        """`kedua kelompok tersebut`, `kelompok`: words that name nobody."""
        last = ground.word(ground.after(actor) - 1)
        if last in self._troops and " " not in actor.name:
            # `pasukannya`
            return True
        if actor.anaphor is not None and last in ("itu", "tersebut"):
            # `kelompok itu`: core knows whom it stands for
            return False
        if actor.anaphor is not None and not (actor.anaphor.descriptive and " " in actor.name):
            return True
        words = {ground.word(number) for number in range(ground.first_of(actor), ground.after(actor))}
        return words <= self._unnamed

    def _continues(self, ground: Ground, number: int, member: Member, found: list[Member], closed: bool) -> bool:
        """A place governed by a preposition of its own, right after a member, says where that one is; so does one
        behind the comma after `Z1 dan Z2`.
        """
        if (
            closed
            and "," in ground.gap(number)
            and (ground.word(number) not in _AND or self._is_subject(ground, member.end))
        ):
            # `Z1 dan Z2, …`, `Z1 dan Z2, dan Z3 dikecualikan`
            return False
        if found and self._is_locating(ground, number, member):
            return False
        if found and ground.word(number) == "di" and ground.word(number + 1) in self._locators:
            # `di Z1, di pinggiran Z2`
            return False
        if not found or ground.word(number) not in ("di", "pada", "dari") or ground.gap(number).strip(" )"):
            return True
        return not isinstance(member.name, RegionMention) or ground.word(number - 1) in _AND

    def _is_subject(self, ground: Ground, end: int) -> bool:
        """Whether a predicate begins at a word."""
        return ground.syntax.is_verb(end) or ground.word(end) in ("tidak", "tak", "belum", "tetap", "ikut", "turut")

    def _is_locating(self, ground: Ground, number: int, member: Member) -> bool:
        """`Z, (kota pelabuhan di L)`: a noun behind a comma that says where a place lies."""
        words = [ground.word(n) for n in range(number, ground.words.first_at(member.name.span.start))]
        behind_comma = (
            "," in ground.gap(number) and bool(words) and words[0] not in _AND | {"di", "pada", "bagi", "untuk"}
        )
        return behind_comma and "di" in words[1:]

    def _is_description(self, ground: Ground, number: int, member: Member) -> bool:
        """`G, sayap bersenjata H, …`: a second actor that only says who the first one is; `Z, ibu kota L`."""
        name = member.name
        if isinstance(name, RegionMention):
            return ground.word(number) == "ibu" and ground.word(number + 1) == "kota" and "," in ground.gap(number)
        return isinstance(name, ActorMention) and name.name[:1].islower() and ground.word(number) not in _AND

    def _member_at(self, ground: Ground, number: int, end: int, actors: bool, first: bool) -> Member | None:
        """The name at a word or behind the light words that begin there."""
        start, introduced = number, False
        while number < min(end, start + _LEAD):
            if number > start and not self._passes(ground, number, first and introduced):
                return None
            if name := self._name_at(ground, number, actors):
                words = range(start, number)
                part = next((n for n in words if ground.word(n) in self._parts), number)
                return Member(name, part, ground.after(name), any(ground.word(n) in self._parts for n in words))
            word = ground.word(number)
            if word == "yang" and (past := self._past_holder(ground, number, end)):
                number, start = past, past - (number - start)
                continue
            if word not in self._light and not (first and word in self._introducers):
                return None
            introduced = True
            number += 1
        return None

    def _past_holder(self, ground: Ground, number: int, end: int) -> int:
        """`(wilayah) yang dikuasai G di Z`: where `di Z` begins, or 0."""
        if ground.word(number + 1) not in self._held:
            return 0
        number += 2 + (ground.word(number + 2) == "oleh")
        holder = ground.at(ActorMention, number)
        after = ground.after(holder) if holder is not None else number + 1
        return after if after < end and ground.word(after) == "di" and ground.gap(after).isspace() else 0

    def _passes(self, ground: Ground, number: int, introduced: bool) -> bool:
        """Whether what stands before a word keeps it in one phrase; a list may be introduced by a mark."""
        mark = ground.gap(number).strip(" \u00a0\n“”\"'‘’")
        return not mark or (introduced and mark in (":", "(", "–", "—", "--", "-", ","))

    def _name_at(self, ground: Ground, number: int, actors: bool) -> RegionMention | ActorMention | None:
        region = ground.at(RegionMention, number)
        actor = ground.at(ActorMention, number) if actors else None
        if region is not None and (actor is None or len(region.span) >= len(actor.span)):
            return region
        return actor if actor is not None and can_be_member(actor) else None

    def _next(self, ground: Ground, number: int, end: int, actors: bool) -> int:
        """Where the next member may begin after one that ends at a word, or -1."""
        mark = ground.gap(number).strip(" \u00a0\n“”\"'‘’")
        if mark == "(":
            number = self._past_bracket(ground, number, end)
            mark = ground.gap(number).strip(" \u00a0\n“”\"'‘’").lstrip(")") if number < end else "."
        if number >= end:
            return -1
        word = ground.word(number)
        if mark in _HYPHENS and self._is_line(ground, number):
            return number
        if word in self._terminators or mark not in ("", ","):
            return -1
        if word in ("yakni", "yaitu") and self._member_at(ground, number + 1, end, actors, first=True):
            return number + 1
        if self._member_at(ground, number, end, actors, first=False) and (mark == "," or word in self._light):
            return number
        return self._past_description(ground, number, end, actors, set_off=mark == ",")

    def _is_line(self, ground: Ground, number: int) -> bool:
        """`garis Z1-Z2`: towns that a hyphen joins, not states."""
        first, second = ground.before(RegionMention, number), ground.at(RegionMention, number)
        return all(region is not None and region.kind != "country" for region in (first, second))

    def _past_bracket(self, ground: Ground, number: int, end: int) -> int:
        for after in range(number + 1, min(number + _DESCRIPTION, end)):
            if ")" in ground.gap(after):
                return after
        return end

    def _past_description(self, ground: Ground, number: int, end: int, actors: bool, *, set_off: bool) -> int:
        """Past what describes a member: to the `dan` behind the next comma, or behind `di pihak Z`."""
        where = not set_off and ground.word(number) in ("di", "dari")
        if not set_off and not where:
            return -1
        for after in range(number + 1, min(number + _DESCRIPTION, end)):
            mark = ground.gap(after)
            if any(stop in mark for stop in _PART_MARKS) or (set_off and ground.word(after) in self._terminators):
                return -1
            closed = "," in mark if set_off else "," in mark or ground.word(after) in _AND
            if closed and ground.word(after) in _AND and self._member_at(ground, after, end, actors, first=False):
                return after
            if "," in mark and set_off and self._name_at(ground, after, actors) and self._goes_on(ground, after, end):
                return after
        return -1

    def _goes_on(self, ground: Ground, number: int, end: int) -> bool:
        """Whether a list goes on after a description: a last member with `dan` stands ahead, before any verb."""
        for after in range(number, min(number + _DESCRIPTION, end)):
            if ground.syntax.is_verb(after):
                return False
            if ground.word(after) in ("dan", "serta") and "," in ground.gap(after):
                return True
        return False

    # ---- backwards -----------------------------------------------------------------------------------------------

    def before(self, ground: Ground, cue: int, start: int, *, actors: bool) -> list[Member]:
        """The members of the list that ends right before a cue, none of them before `start`."""
        end, set_off = cue, False
        while end > start:
            end = self._before_bracket(ground, end, start)
            first = self._stretch(ground, end, start)
            if not set_off and self._only_describes(ground, first, end, start):
                end, set_off = first, True
                continue
            members = self._described(ground, first, end, actors) or self._covering(ground, first, end, actors)
            if members and not set_off and self._is_apposition(ground, first, end, start, members):
                end, set_off = first, True
                continue
            if members:
                joined = members[0].first == first or members[0].first - first <= _LEAD
                if joined and first > start and "," in ground.gap(first):
                    return self._earlier(ground, first, start, actors) + members
                return members
            if set_off or first <= start or "," not in ground.gap(end) or "," not in ground.gap(first):
                return []
            # What stands between two commas describes the members before it.
            end, set_off = first, True
        return []

    def _only_describes(self, ground: Ground, first: int, end: int, start: int) -> bool:
        """`Z, tempat G mengepung Y, …`, `G, kelompok yang menguasai Y, …`: a clause between two commas."""
        if first <= start or "," not in ground.gap(first) or "," not in ground.gap(end):
            return False
        opening = {ground.word(number) for number in range(first, min(first + _OPENING, end))}
        return self._name_at(ground, first, actors=True) is None and not opening.isdisjoint(_RELATIVES)

    def _is_apposition(self, ground: Ground, first: int, end: int, start: int, members: list[Member]) -> bool:
        """`Z, kota terbesar di L, …`: a noun between two commas that only ends in a name says again what stands
        before it.
        """
        if first <= start or "," not in ground.gap(first) or "," not in ground.gap(end):
            return False
        if members[0].first == first and not (ground.word(first) == "ibu" and ground.word(first + 1) == "kota"):
            return False
        if ground.word(first) in self._introducers:
            # `kelompok yang dicap K, antara lain G1 dan G2, …`
            return False
        named = ground.before(RegionMention, first) or ground.before(ActorMention, first)
        return named is not None and ground.word(first) not in _AND | self._openers

    def _earlier(self, ground: Ground, end: int, start: int, actors: bool) -> list[Member]:
        """Members before a comma that goes on a list (`A, B, dan C`)."""
        if ground.word(end) in self._terminators or not any(
            ground.word(n) in ("dan", "serta", "maupun") for n in range(end, end + _LEAD)
        ):
            return []
        end = self._before_bracket(ground, end, start)
        first = self._stretch(ground, end, start)
        members = self._covering(ground, first, end, actors)
        if not members and first > start and "," in ground.gap(first):
            # `Z1, medan tempur terberat, dan Z2`: a description between the two
            end = self._before_bracket(ground, first, start)
            first = self._stretch(ground, end, start)
            members = self._covering(ground, first, end, actors)
        if members and first > start and "," in ground.gap(first):
            return self._earlier(ground, first, start, actors) + members
        return members

    def _before_bracket(self, ground: Ground, end: int, start: int) -> int:
        """`G (Abbr)`: where the bracket opens that closes before a word, else the word itself."""
        if not ground.gap(end).lstrip().startswith(")"):
            return end
        return next((n for n in range(end - 1, max(start, end - 8), -1) if "(" in ground.gap(n)), end)

    def _described(self, ground: Ground, first: int, end: int, actors: bool) -> list[Member]:
        """`wilayah Z yang dikuasai G`, `G pimpinan X`, `G di Z`: the list before what describes it without a comma."""
        relative = next((n for n in range(first + 1, end) if ground.word(n) in _DESCRIBING), None)
        members = self._covering(ground, first, relative, actors) if relative is not None else []
        if members and relative is not None and ground.word(relative) in ("di", "dari"):
            # A group is described by where it is, and a town right before it by where that one lies.
            lies = relative == members[-1].end
            return members if lies or isinstance(members[-1].name, ActorMention) else []
        return members

    def _stretch(self, ground: Ground, end: int, start: int) -> int:
        """Where the words begin that no comma or other mark parts from `end`."""
        number = end - 1
        while number > start and not ground.gap(number).strip(" \u00a0\n“”\"'‘’()-–"):
            number -= 1
        return max(number, start)

    def _covering(self, ground: Ground, first: int, end: int, actors: bool) -> list[Member]:
        """The longest list among these words that reaches to their end."""
        for number in range(first, end):
            if not (self._begins(ground, number, actors) and self._is_head(ground, first, number)):
                continue
            members = self.after(ground, number, end, actors=actors)
            if members and members[-1].end == end:
                return members
            if members and self._closes_in_bracket(ground, members[-1].end, end):
                return members
        return []

    def _closes_in_bracket(self, ground: Ground, number: int, end: int) -> bool:
        """`G (Abbr)`: whether nothing but a bracket stands between two words."""
        opens = number < end and "(" in ground.gap(number)
        return opens and ground.gap(end).lstrip().startswith(")")

    def _is_head(self, ground: Ground, first: int, number: int) -> bool:
        """Whether no noun or preposition governs a list: `jalan ke kota Z` is no Z."""
        if number == first or ground.word(number - 1) in self._openers:
            return True
        # Of `wilayah yang diduduki A` A is no member.
        relative = any(ground.word(n) == "yang" for n in range(first, number - 1))
        return ground.syntax.is_verb(number - 1) and not relative

    def _begins(self, ground: Ground, number: int, actors: bool) -> bool:
        return self._name_at(ground, number, actors) is not None or ground.word(number) in self._light
