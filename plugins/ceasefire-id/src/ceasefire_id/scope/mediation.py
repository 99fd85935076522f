"""Who mediated a pause, told by verbs: `P yang ditengahi K`, `K mendamaikan A dan B`, `K memimpin perundingan itu`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.brokering import Brokering
from ceasefire_id.scope.drafts import FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.merits import MeritReader
from ceasefire_id.scope.pairs import are_kin, both_said_at, pair_from
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.roles import RoleReader
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["MediationReader"]

#: how far behind `perundingan itu` its verb stands
_NEAR: Final = 5
#: how far before `dipimpin` the talks stand
_LED: Final = 12

#: with these before a verb of asking what is asked came about
_PREVAILING: Final = frozenset(("berhasil", "sukses"))


class MediationReader(Brokering):
    """Adds those who mediated, by what they did and by what `roles` and `merits` give them."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        super().__init__(words, maker)
        self._roles = RoleReader(words, maker)
        self._merits = MeritReader(words, maker)

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add those who mediated."""
        self._roles.read(ground, arguments, told)
        self._merits.read(ground, arguments, told)
        for number in ground.words.numbers(self._words["mediates"]):
            self._mediates(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["persuades"] | self._words["brings"] | self._words["calls_on"]):
            self._persuades(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["mediated"]):
            self._mediated(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["mediates_talks"]):
            self._mediates_talks(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["reconciles"]):
            self._reconciles(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["led"]):
            self._led(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["leads"]):
            self._leads(ground, arguments, number, told)

    def _mediates(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K menjembatani P`."""
        phrase, actor, mood = arguments.object(verb), ground.subject(verb), ground.mood(verb)
        if phrase is not None and actor is not None and not (mood.negated or mood.hypothetical):
            self.add(ground, phrase, actor, "mediates", told)

    def _persuades(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K membujuk A dan B menerima P`, `K mengantar A dan B ke P`."""
        actor, side = ground.subject(verb), ground.syntax.object(verb)
        if actor is None or side is None or not ground.mood(verb).real or are_kin(actor, side):
            return
        brought = ground.after(ground.coordinated(side)[-1])
        phrase = arguments.holding(brought + 1) if ground.word(brought) in self._words["brought_to"] else None
        if phrase is None and (ground.word(verb) in self._words["persuades"] or self._prevails(ground, verb)):
            following = ground.syntax.verb_after(verb)
            taken = following is not None and ground.word(following) in self._words["with"]
            phrase = arguments.object(following) if following is not None and taken else None
        if phrase is None:
            return
        self.add(ground, phrase, actor, "persuades", told)
        if self._prevails(ground, verb):
            phrase.wanted = False
            span = ground.span(verb, verb + 1)
            for event in told.events:
                if event.span == span and event.type == "demanded":
                    event.type, event.actor = "agreed", side
        pair = ground.coordinated(side)
        if len(pair) == 2:
            told.facts += [FactDraft("parties", phrase, one.span, "persuades", actor=one) for one in pair]

    def _prevails(self, ground: Ground, verb: int) -> bool:
        """`K berhasil mendorong A dan B menyepakati P`."""
        return ground.word(verb) in self._words["calls_on"] and ground.word(verb - 1) in _PREVAILING

    def _reconciles(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K mendamaikan A dan B`, `K mempertemukan kedua pihak`, `K turun tangan menengahi`, beside a pause."""
        actor, mood = self.doer(ground, verb), ground.mood(verb)
        phrase = self._maker.here(ground, arguments, verb)
        if phrase is None and actor is not None and mood.real:
            phrase = self._beside(ground, arguments, verb)
        if phrase is None or actor is None or phrase.wanted or not mood.real or self._is_unready(ground, verb):
            return
        first = ground.at(ActorMention, verb + 1)
        pair = pair_from(ground, first) if first is not None else []
        alone = ground.gap(verb + 1).strip()[:1] in (".", ",", ";")
        two = ground.word(verb + 1) == "dua" and ground.word(verb + 2) in self._words["both"]
        persons = first is not None and first.kind == "person" and len(ground.coordinated(first)) > 1
        told_of = ground.word(verb + 1) in self._words["at_table"]
        if not (pair or persons or alone or two or told_of or both_said_at(ground, verb + 1, self._words["both"])):
            return
        if not any(are_kin(actor, side) for side in pair):
            self.add(ground, phrase, actor, "reconciles", told)
            told.facts += [FactDraft("parties", phrase, side.span, "reconciles", actor=side) for side in pair]

    def _beside(self, ground: Ground, arguments: Arguments, verb: int) -> Phrase | None:
        """`K mendamaikan dua seteru. A dan B meneken P.`: the pause of the sentence before, or of the next."""
        phrase = self._maker.spoken_of(ground, arguments, verb)
        following = ground.sentence(verb).stop
        if phrase is None and following < len(ground.words):
            found = arguments.between(following, ground.sentence(following).stop)
            phrase = found[0] if found and found[0].kind is not None else None
        return phrase

    def _is_unready(self, ground: Ground, verb: int) -> bool:
        """`menawarkan diri menengahi`, `siap mempertemukan A dan B`: nothing is done yet."""
        return any(ground.word(number) in self._words["unready"] for number in range(max(0, verb - 3), verb))

    def _mediates_talks(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K, yang menengahi perundingan, …`."""
        mood, actor = ground.mood(verb), self.doer(ground, verb)
        if ground.word(verb + 1) not in self._words["talks"] | {"pertemuan"} or actor is None or not mood.real:
            return
        phrase = self._maker.near(ground, arguments, verb)
        if phrase is not None:
            self.add(ground, phrase, actor, "mediates", told)
            first = ground.at(ActorMention, verb + 2 + (ground.word(verb + 2) in ("antara", "delegasi")))
            pair = pair_from(ground, first) if first is not None else []
            told.facts += [FactDraft("parties", phrase, side.span, "mediates", actor=side) for side in pair]

    def _mediated(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`P yang dirundingkan K`, `perjanjian yang ditengahi blok regional K`."""
        argument = arguments.subject(verb)
        phrase = argument.phrase if argument is not None else self._framed(ground, arguments, verb)
        if phrase is None or ground.mood(verb).negated or ground.mood(verb).hypothetical:
            return
        actor = self._maker.agent_at(ground, verb + 1 + (ground.word(verb + 1) == "oleh"))
        if actor is None:
            return
        if ground.word(verb) in self._words["negotiated"] and (
            (actor.kind != "organisation" and len(ground.coordinated(actor)) > 1)
            or any(are_kin(actor, event.actor) for event in told.events if event.type == "violated" and event.actor)
        ):
            # `yang dirundingkan A dan B`: two who talk to each other
            return
        self.add(ground, phrase, actor, "mediated", told)

    def _framed(self, ground: Ground, arguments: Arguments, verb: int) -> Phrase | None:
        """`Dengan dimediasi K, …`, `A dan B meneken P dalam perundingan yang difasilitasi K`: the pause beside it."""
        clause = ground.clause(verb)
        length = ground.before(TimeMention, clause.first)
        noun = clause.first - 1 if length is None else ground.first_of(length) - 1
        talks = clause.link == "yang" and ground.word(noun) in self._words["talks"]
        opens = clause.link in ("dengan", "sejak", "setelah") and verb - clause.first <= 2
        opens = opens or verb == ground.sentence(verb).start
        if clause.link == "yang" and ground.word(noun) in self._words["papers_meant"]:
            # `Naskah yang ditengahi K`: the paper of the pause spoken of
            return self._maker.near(ground, arguments, verb)
        if talks or opens:
            return self._maker.here(ground, arguments, verb)
        # `Perundingan itu dimediasi K`: that by which the pause spoken of came about
        start = ground.sentence(verb).start
        pointed = ground.word(start) in self._words["talks"] and ground.word(start + 1) in ("itu", "tersebut", "ini")
        return self._maker.spoken_of(ground, arguments, verb) if pointed and verb - start <= _NEAR else None

    def _led(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`perundingan itu dipimpin K dari B`: who leads the talks of others."""
        first = max(self._maker.part_start(ground, verb), verb - _LED)
        talks = [number for number in range(first, verb) if ground.word(number) in self._words["talks"]]
        if not talks:
            return
        between = any(ground.word(number) == "antara" for number in range(talks[-1], verb))
        if not between and ground.among(ActorMention, talks[-1], verb):
            # `seusai perundingan delegasi A dipimpin K`: who leads one side
            return
        phrase = self._maker.near(ground, arguments, verb)
        actor = self._maker.agent_at(ground, verb + 1 + (ground.word(verb + 1) == "oleh"))
        if phrase is not None and actor is not None and not self.is_side(ground, actor, told):
            self.add(ground, phrase, actor, "leads-talks", told)

    def _leads(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K, yang memimpin perundingan itu`: who leads the talks of others."""
        phrase, actor = self._maker.near(ground, arguments, verb), ground.subject(verb)
        led = any(ground.word(number) in self._words["talks"] for number in (verb + 1, verb + 2))
        if not led or phrase is None or actor is None or not ground.mood(verb).real:
            return
        delegates = ground.word(verb + 1) not in self._words["talks"] | self._words["efforts"] | {"putaran", "jalannya"}
        if not delegates and not self.is_side(ground, actor, told):
            self.add(ground, phrase, actor, "leads-talks", told)
