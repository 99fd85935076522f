"""By whose work a pause came about: `hasil mediasi K`, `buah lawatan K`, `lewat pintu K`, `K turun tangan`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.brokering import Brokering
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.pairs import are_kin
from ceasefire_id.scope.representing import side_of
from ceasefire_id.scope.telling import Told

__all__ = ["MeritReader"]

#: words before `tangan` that say that somebody stepped in
_STEPS: Final = frozenset(("turun", "campur"))
#: how far before a noun that commas set off the pause stands (`P di Z, gagasan K`)
_APPOSED: Final = 12
#: kinds of actors by way of whom sides talk to each other
_GO_BETWEENS: Final = frozenset(("state", "organisation"))


class MeritReader(Brokering):
    """Adds those by whose work, good offices or channels a pause came about."""

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add those who worked for it."""
        for number in ground.words.numbers(self._words["mediation"] | self._words["merits"]):
            self._through(ground, arguments, number, told)
        for number in ground.words.numbers(_STEPS):
            self._steps_in(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["by_way"]):
            self._by_way(ground, arguments, number, told)

    def _through(self, ground: Ground, arguments: Arguments, noun: int, told: Told) -> None:
        """`hasil mediasi K`, `atas prakarsa K`, `berkat jasa baik K`."""
        before, passed = noun - 1, set()
        while ground.word(before) in self._words["mediation"] | self._words["efforts"] | self._words["merits"]:
            passed.add(ground.word(before))
            before -= 1
        beside = ground.word(noun) in self._words["mediation_beside"] and self._closes_pause(ground, arguments, noun)
        if ground.word(noun) in self._words["merits"]:
            # `setelah lawatan K` says when, `buah lawatan K` by whom
            opened = not self._words["merit_of"].isdisjoint((ground.word(before), *passed))
        else:
            opened = not self._words["through"].isdisjoint((ground.word(before), *passed))
        if not (beside or opened):
            return
        after = noun + 1
        while ground.word(after) in self._words["role_adjectives"] | {"dari", "oleh"}:
            after += 1
        thanked = self._thanked(ground, noun, after)
        actor = thanked or self._maker.agent_at(ground, after)
        near = self._maker.near(ground, arguments, noun) if thanked else None
        phrase = near or self.here(ground, arguments, noun, told)
        if phrase is not None and actor is not None:
            self.add(ground, phrase, actor, "mediation", told)

    def _closes_pause(self, ground: Ground, arguments: Arguments, noun: int) -> bool:
        """`P mediasi K`: nothing parts the noun from the pause."""
        if arguments.holding(noun - 1) is not None and ground.adjoins(noun):
            return True
        # `P di Z, prakarsa K, V`
        found = arguments.between(max(ground.sentence(noun).start, noun - _APPOSED), noun)
        return bool(found) and "," in ground.gap(noun) and not ground.syntax.verbs_between(found[-1].stop, noun)

    def _thanked(self, ground: Ground, noun: int, after: int) -> ActorMention | None:
        """`berterima kasih kepada K atas mediasinya`, `memuji K atas jasa baik mereka`."""
        own = ground.word(noun).endswith("nya") or ground.word(after) in self._words["theirs"]
        return self.ending(ground, noun - 1) if own and ground.word(noun - 1) == "atas" else None

    def _steps_in(self, ground: Ground, arguments: Arguments, noun: int, told: Told) -> None:
        """`setelah K turun tangan`, `K campur tangan`: beside a pause of this sentence or of the next."""
        actor = ground.before(ActorMention, noun)
        if ground.word(noun + 1) != "tangan" or actor is None or actor.anaphor is not None:
            return
        if actor.kind not in _GO_BETWEENS and (actor.kind != "person" or side_of(ground, actor) is not actor):
            return
        following = ground.sentence(noun).stop
        phrase = self._maker.here(ground, arguments, noun)
        if phrase is None and following < len(ground.words):
            found = arguments.between(following, ground.sentence(following).stop)
            phrase = found[0] if found and found[0].kind is not None else None
        if phrase is not None and not phrase.wanted and not self.is_side(ground, actor, told):
            self.add(ground, phrase, actor, "steps-in", told)

    def _by_way(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> None:
        """`lewat K, A dan B menyepakati P`, `P dirundingkan melalui K`: a state or body by way of which it was done."""
        channel = ground.word(number + 1) in self._words["channels"]
        actor = ground.at(ActorMention, number + 1 + channel)
        phrase = self.here(ground, arguments, number, told)
        if actor is None or phrase is None or actor.kind not in _GO_BETWEENS:
            return
        opens = number == ground.sentence(number).start
        verb = ground.syntax.verb_after(number) if opens else ground.syntax.verb_before(number)
        if verb is None or ground.word(verb) not in self._words["settles"] or not ground.mood(verb).real:
            return
        own = any(side is not None and are_kin(actor, side) for side in (ground.subject(verb), ground.agent(verb)))
        if not own and not self.is_side(ground, actor, told):
            self.add(ground, phrase, actor, "by-way", told)
