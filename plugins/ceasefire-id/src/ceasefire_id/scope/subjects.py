"""Members that stand before what is said of them: a list, `keduanya` behind one, or people told by where they are."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, RegionMention
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import SIDES, Member, MemberReader
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["SubjectReader"]

#: how far back places may stand that `keduanya` means, and how many words may stand between two of them
_FAR, _JOINT = 60, 3
#: how many words the object of fighting may have, and how many may stand between people and where they are
_BELOW, _PEOPLE = 14, 6
_MARKS: Final = (",", "")
_THESE: Final = frozenset(("itu", "tersebut", "tadi", "ini"))


class SubjectReader:
    """Reads the members that end right before a predicate."""

    def __init__(self, words: ScopeWords, members: MemberReader) -> None:
        self._words = words
        self._members = members
        adjunct = words.adjunct
        self._people = adjunct["people"]
        self._nouns = adjunct["parts"] | adjunct["heads"] | words.places["nouns"]
        self._joints = adjunct["joiners"] | adjunct["parts"] | adjunct["heads"]
        self._groups = adjunct["unnamed"]

    def before(self, ground: Ground, end: int, start: int) -> list[Member]:
        """The members that end right before a word, none of them before `start`."""
        return (
            self._own(ground, end)
            or self._fought(ground, end, start)
            or self._counted(ground, end, start)
            or self.of_people(ground, end, start)
            or self._members.before(ground, end, start, actors=True)
        )

    # ---- meant ---------------------------------------------------------------------------------------------------

    def _own(self, ground: Ground, end: int) -> list[Member]:
        """`A menegaskan negaranya (bukan pihak dalam P)`: whoever speaks of themselves."""
        claims = ground.word(end - 1) in self._words.member["claims"]
        verb = end - 1 if claims else ground.syntax.verb_before(end - 1)
        if not (claims or ground.word(end - 1) in self._words.who["own"]) or verb is None:
            return []
        actor = ground.subject(verb)
        return [Member(actor, end - 1, end, False)] if actor is not None and actor.kind in SIDES else []

    def _counted(self, ground: Ground, end: int, start: int) -> list[Member]:
        """`Z1, Z2: keduanya (masuk)`, `kedua kota itu (tercakup)`, `ketiga distrik L`: those listed before."""
        counted, number = self._words.counted, end - 1
        if (count := counted.get(ground.word(number))) is not None:
            return self.listed(ground, number, count)
        number -= ground.word(number) in _THESE
        while number > start and (place := ground.before(RegionMention, number + 1)) is not None:
            # `ketiga distrik L`
            number = ground.first_of(place)
            if (count := counted.get(ground.word(number) + "nya")) is not None:
                whole = Member(place, number, ground.after(place), False)
                return [*listed, whole] if (listed := self.listed(ground, number, count)) else []
            number -= 1
        while number > start and ground.word(number) in self._nouns | self._groups:
            number -= 1
        count = counted.get(ground.word(number) + "nya") or None if number + 1 < end else None
        return self.listed(ground, number, count) if count is not None else []

    def listed(self, ground: Ground, number: int, count: int) -> list[Member]:
        """The list of so many places, or armed groups, that was named last before a word; 0 is any number of them."""
        first = max(0, number - _FAR)
        named: list[RegionMention | ActorMention] = [*ground.among(RegionMention, first, number)]
        named += [actor for actor in ground.among(ActorMention, first, number) if actor.kind == "armed_group"]
        named.sort(key=lambda mention: mention.span)
        run: list[RegionMention | ActorMention] = []
        for mention in reversed(named):
            if run and not self._is_joined(ground, mention, run[-1]):
                if self._is_whole(run, count):
                    break
                run = []
            run.append(mention)
        if not self._is_whole(run, count):
            return []
        return [Member(mention, number, number + 1, False) for mention in reversed(run)]

    def _is_whole(self, run: list[RegionMention | ActorMention], count: int) -> bool:
        return len(run) == count or (count == 0 and len(run) > 1)

    def _is_joined(
        self, ground: Ground, first: RegionMention | ActorMention, second: RegionMention | ActorMention
    ) -> bool:
        """Whether nothing but a comma, a joint and words for a place stand between two names."""
        between = range(ground.after(first), ground.first_of(second))
        marks = [ground.gap(number).strip() for number in range(ground.after(first), ground.first_of(second) + 1)]
        if len(between) > _JOINT or any(mark not in _MARKS for mark in marks):
            return False
        joined = {ground.word(number) for number in between}
        return joined <= self._joints and ("," in marks or not joined.isdisjoint(("dan", "serta", "maupun")))

    def place_named(self, ground: Ground, number: int) -> list[Member]:
        """`Z: pesawat leluasa membomnya`: the place of the sentence that was named last before a word."""
        before = ground.among(RegionMention, ground.sentence(number).start, number)
        return [Member(before[-1], number, number + 1, False)] if before else []

    # ---- told by something else ----------------------------------------------------------------------------------

    def _fought(self, ground: Ground, end: int, start: int) -> list[Member]:
        """`operasi terhadap G di Z (tidak tersentuh P)`: group and place."""
        for number in range(max(start, end - _BELOW), end):
            fought = self.past_fighting(ground, number)
            if ground.word(number).removesuffix("nya") not in self._words.goes_on["nouns"] or fought == number:
                continue
            members = self._members.after(ground, fought, end, actors=True)
            if members and ground.word(members[-1].end) == "di":
                members += self._members.after(ground, members[-1].end, end, actors=False)
            return members if members and members[-1].end == end else []
        return []

    def past_fighting(self, ground: Ground, start: int) -> int:
        """`(bagi) operasi terhadap G`: where the name begins, else the start itself."""
        number = start + (ground.word(start) in ("bagi", "untuk", "pada", "dari"))
        nouns = self._words.goes_on["nouns"]
        number += number < len(ground.words) and ground.word(number).removesuffix("nya") in nouns
        while ground.word(number) in self._words.goes_on["kinds"]:
            number += 1
        if number > start and (whose := ground.at(ActorMention, number)) is not None:
            number = ground.after(whose)
        return number + 1 if number > start and ground.word(number) in self._words.goes_on["against"] else start

    def of_people(self, ground: Ground, end: int, start: int) -> list[Member]:
        """`Semua satuan di Z1 dan Z2 (wajib patuh)`: where the people are of whom a predicate tells."""
        for number in range(end - 1, start, -1):
            if ground.word(number) not in ("di", "dari"):
                if ground.marked(number, ";:") or (ground.syntax.is_verb(number) and ground.word(number - 1) != "yang"):
                    return []
                continue
            if not self._isof_people(ground, number, start):
                continue
            members = self._members.after(ground, number + 1, end, actors=False)
            closed = members and (members[-1].end == end or ground.word(members[-1].end) == "yang")
            return members if closed else []
        return []

    def _isof_people(self, ground: Ground, where: int, start: int) -> bool:
        """Whether a noun for people, and no name, stands before `di`."""
        for number in range(where - 1, max(start, where - _PEOPLE) - 1, -1):
            if ground.word(number).removesuffix("nya") in self._people:
                return True
            if ground.text[ground.words.starts[number]].isupper() or ground.marked(number + 1, ",;:"):
                return False
        return False

    def behind_with(self, ground: Ground, end: int) -> int:
        """`P, dengan Z (sebagai pengecualian)`: where the members begin that end before a word, or 0."""
        for number in range(end - 1, max(end - _BELOW, ground.sentence(end).start), -1):
            if ground.word(number) == "dengan":
                return number + 1
            if ground.syntax.is_verb(number) or ground.marked(number, ";:"):
                return 0
        return 0

    def past_people(self, ground: Ground, start: int) -> int:
        """`(bagi) satuan-satuan di Z`, `para penduduk Z`: where the place begins by which people are told, else the
        start itself.
        """
        if ground.word(start).removesuffix("nya") not in self._people | {"para", "semua", "seluruh"}:
            return start
        told = False
        for number in range(start, start + _PEOPLE):
            told = told or ground.word(number).removesuffix("nya") in self._people
            if told and number > start and ground.at(RegionMention, number) is not None:
                return number
            if told and ground.word(number) == "di":
                return number + 1
            if ground.syntax.is_verb(number) or ground.marked(number + 1, ",;:."):
                return start
        return start
