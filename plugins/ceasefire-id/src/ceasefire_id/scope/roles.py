"""The role of a mediator: `dengan K sebagai penengah`, `penengahnya ialah K`, `K, sang penengah`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.brokering import Brokering
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import MEDIATORS, can_mediate
from ceasefire_id.scope.telling import Told

__all__ = ["RoleReader"]

#: how far before `sebagai penengah` stands `dengan X`, described between
_DESCRIBED: Final = 14
#: how far before a role stands what says that it is only offered, in words
_UNDONE: Final = 4
#: how far before `sebagai penengah` the relative clause begins
_RELATIVE: Final = 9
#: how far behind the noun of a role the copula stands
_EQUATED: Final = 16
#: how far behind `penengahnya` the name stands, and words before one that is not the name
_OWN: Final = 8
_BESIDE: Final = frozenset(("menurut", "kata", "dari", "untuk", "antara", "di"))
#: how far behind `penjamin P itu` the names stand
_OF_PAUSE: Final = 12


class RoleReader(Brokering):
    """Adds those to whom a text gives the role of a mediator."""

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add those who play the role."""
        for number in ground.words.numbers(self._words["mediators"]):
            self._role(ground, arguments, number, told)

    def _role(self, ground: Ground, arguments: Arguments, noun: int, told: Told) -> None:
        """`dengan K sebagai penengah`, `K menjadi perantara bersama L`, `penengah K`, `juru damai K`."""
        end = noun + 1
        if ground.word(noun) in self._words["role_heads"]:
            # `juru damai`, no `juru bicara`
            if ground.word(end).removesuffix("nya") not in self._words["peacemaking"]:
                return
            end += 1
        article = ground.word(noun - 1) in ("sang", "si")
        titled = ground.at(ActorMention, noun) or (ground.at(ActorMention, noun - 1) if article else None)
        named = titled is not None and (titled.name[:1].isupper() or _is_full(titled.name))
        if titled is not None and named and titled.kind == "person" and ground.after(titled) > end:
            # `penengah Z X`: the role is the office of who bears it
            self._titled(ground, arguments, noun, titled, told)
            return
        before = noun - 1
        while ground.word(before) in self._words["role_adjectives"]:
            before -= 1
        phrase = self._maker.near(ground, arguments, noun)
        if phrase is None or self._maker.is_negated(ground, noun) or self._maker.is_open(ground, noun):
            return
        if ground.word(before) in self._words["as"] or self._in_part(ground, before):
            actor, rule = self._acting(ground, noun, before, end), "role"
        else:
            actor, rule = self._taking(ground, noun, before), "role"
            if actor is None:
                actor, rule = self._named(ground, noun, end), "mediator"
        if actor is not None:
            self.add(ground, phrase, actor, rule, told)
            self.add_helpers(ground, phrase, end, rule, told)

    def _titled(self, ground: Ground, arguments: Arguments, noun: int, actor: ActorMention, told: Told) -> None:
        phrase = self._maker.near(ground, arguments, noun)
        if phrase is not None and not self._maker.is_negated(ground, noun) and not self._maker.is_open(ground, noun):
            self.add(ground, phrase, actor, "mediator", told)

    def _in_part(self, ground: Ground, number: int) -> bool:
        """`K, dalam peran (penengah), …`, `dalam kapasitasnya sebagai penengah`."""
        return ground.word(number) in self._words["parts"] and ground.word(number - 1) == "dalam"

    def _acting(self, ground: Ground, noun: int, before: int, end: int) -> ActorMention | None:
        """`Sebagai penengah, K …`, `K dipuji sebagai penengah`, `K, dalam peran penengah, …`."""
        before -= self._in_part(ground, before)
        if before == ground.sentence(noun).start:
            return ground.at(ActorMention, end) if "," in ground.gap(end) else None
        while ground.word(before - 1) in self._words["acting"]:
            before -= 1
        actor = self._behind_with(ground, before) or self.ending(ground, before)
        actor = actor or self._equated(ground, noun) or self._before_comma(ground, before)
        actor = actor or self._related(ground, before) or self._doing(ground, before, noun)
        return actor if actor is not None and not self._is_invited(ground, actor) else None

    def _doing(self, ground: Ground, before: int, noun: int) -> ActorMention | None:
        """`X dari Z bertindak (sebagai penengah)`, `X mengumumkan P setelah hilir mudik (sebagai penengah)`."""
        verb = ground.syntax.verb_after(before - 1)
        verb = verb if verb is not None and verb < noun else ground.syntax.verb_before(before)
        if verb is None or noun - verb > _DESCRIBED or not ground.mood(verb).real:
            return None
        undone = self._words["unready"] | self._words["refuses"]
        if any(
            ground.word(number) in undone for number in range(max(ground.sentence(noun).start, before - _UNDONE), noun)
        ):
            return None  # `menawarkan diri menjadi penengah`
        light = all(self._is_light(ground, number) for number in range(verb + 1, before))
        actor = ground.subject(verb) if light else None
        return actor if actor is not None and can_mediate(actor) else None

    def _is_light(self, ground: Ground, number: int) -> bool:
        """Whether a word only says when, or that somebody went to and fro."""
        return ground.word(number) in self._words["to_and_fro"] or any(
            time.span.end > ground.words.starts[number] for time in ground.times(number - 2, number + 1)
        )

    def _named(self, ground: Ground, noun: int, end: int) -> ActorMention | None:
        return (
            self._named_after(ground, end)
            or self._equated(ground, end - 1)
            or self._named_before(ground, noun)
            or self._of_pause(ground, end)
        )

    def _of_pause(self, ground: Ground, end: int) -> ActorMention | None:
        """`Penjamin P itu tiga negara: K, L, dan M`, `para penengah P, antara lain K`: who is named behind all that."""
        for number in range(end, min(end + _OF_PAUSE, ground.sentence(end - 1).stop)):
            if ground.syntax.is_verb(number):
                return None
            namely = ground.word(number) == "lain" and ground.word(number - 1) == "antara"
            if namely or ground.marked(number, ":("):
                named = ground.at(ActorMention, number + namely)
                return named if named is not None and can_mediate(named) else None
        return None

    def _taking(self, ground: Ground, noun: int, before: int) -> ActorMention | None:
        """`K memegang peran penengah`, `peran perantara dipegang K`: whoever plays the part."""
        if ground.word(before) not in self._words["parts"]:
            return None
        verb, after = ground.syntax.verb_before(before), ground.syntax.verb_after(noun)
        if verb is not None and verb == before - 1 and ground.word(verb) in self._words["plays"]:
            return ground.subject(verb) if ground.mood(verb).real else None
        if after is not None and after == noun + 1 and ground.word(after) in self._words["played"]:
            return ground.agent(after) if ground.mood(after).real else None
        return None

    def _equated(self, ground: Ground, noun: int) -> ActorMention | None:
        """`penengahnya ialah K`, `penengah kesepakatan itu adalah K`, `yang menjadi penengah ialah K`."""
        own = ground.word(noun).endswith("nya")
        number, stop = noun + 1, min(noun + _EQUATED, ground.sentence(noun).stop)
        while number < stop:
            if ground.word(number) in self._words["equals"]:
                return self._maker.agent_at(ground, number + 1 + (ground.word(number + 1) == "dari"))
            actor = ground.at(ActorMention, number) if own and number <= noun + _OWN else None
            if (
                actor is not None
                and can_mediate(actor)
                and not actor.anaphor
                and ground.word(number - 1) not in _BESIDE
            ):
                # `penengahnya tetap X`, `makelarnya, kata para diplomat, X`
                return actor
            if ground.marked(number, ";:" if own else ",;:") or ground.syntax.is_verb(number):
                return None
            named = ground.named_at(number)
            number = number + 1 if named is None else ground.after(named)
        return None

    def _named_after(self, ground: Ground, number: int) -> ActorMention | None:
        """`penengah K`, `mediator dari K`, `dua penengah, yakni K dan L`, `para mediator (K dan L)`."""
        if ground.word(number) in ("asal", "dari") and (origin := ground.named_at(number + 1)) is not None:
            # `fasilitator asal Z, X`
            person = ground.at(ActorMention, ground.after(origin))
            if person is not None and person.kind == "person" and ground.gap(ground.after(origin)).strip() in ("", ","):
                return person
        noun = ground.word(number - 1)
        own = "," in ground.gap(number) and (noun.endswith("nya") or ground.word(number - 2) in ("sang", "si"))
        actor = self._maker.agent_at(ground, number + (ground.word(number) == "dari"), past_comma=own)
        if actor is not None and (actor.anaphor is None or actor.anaphor.descriptive):
            return actor
        namely = ground.word(number) in ("yakni", "yaitu")
        if not namely and not ground.marked(number, "(:–"):
            return None
        named = ground.at(ActorMention, number + namely)
        return named if named is not None and named.kind in MEDIATORS else None

    def _named_before(self, ground: Ground, noun: int) -> ActorMention | None:
        """`K, sang penengah, …`, `K, penengah kesepakatan itu, …`."""
        first = noun
        while not ground.gap(first).strip() and ground.word(first - 1) in self._words["articles"]:
            first -= 1
        actor = ground.before(ActorMention, first) if ground.gap(first).strip() == "," else None
        return actor if actor is not None and actor.kind in MEDIATORS else None

    def _is_invited(self, ground: Ground, actor: ActorMention) -> bool:
        """`A meminta K menjadi penengah`: who is asked has not done it."""
        first = ground.first_of(actor)
        verb = ground.syntax.verb_before(first)
        return verb is not None and verb >= first - 2 and ground.word(verb) in self._words["invites"]

    def _before_comma(self, ground: Ground, end: int) -> ActorMention | None:
        """`K, tuan rumah pertemuan di Z, (menjadi penengah)`: who opens the sentence, described between commas."""
        opening = ground.at(ActorMention, ground.sentence(end).start) if "," in ground.gap(end) else None
        return opening if opening is not None and "," in ground.gap(ground.after(opening)) else None

    def _behind_with(self, ground: Ground, end: int) -> ActorMention | None:
        """`dengan X, utusan B, (sebagai penengah)`, `dengan X dari B (…)`: who is described, not what describes."""
        for number in range(end - 1, max(ground.sentence(end).start, end - _DESCRIBED), -1):
            if ground.word(number) != "dengan":
                continue
            actor = ground.at(ActorMention, number + 1)
            if actor is None or actor.kind != "person" or ground.syntax.verbs_between(number, end):
                return None
            after = ground.after(actor)
            described = "," in ground.gap(after) or ground.word(after) in ("dari", "asal")
            return actor if described and len(ground.coordinated(actor)) == 1 else None
        return None

    def _related(self, ground: Ground, end: int) -> ActorMention | None:
        """`K, yang sudah setahun hilir mudik (sebagai penengah)`: whom the relative clause is about."""
        for number in range(end - 1, max(ground.sentence(end).start, end - _RELATIVE), -1):
            if ground.word(number) == "yang":
                return ground.before(ActorMention, number)
            if "," in ground.gap(number) or ground.at(ActorMention, number) is not None:
                return None
        return None


def _is_full(name: str) -> bool:
    """`penengah Negeri Besar X Y`: whether a name that begins with a role says who bears it, not only for whom."""
    words = name.split()[1:]
    return len(words) > 2 and all(word[:1].isupper() for word in words)
