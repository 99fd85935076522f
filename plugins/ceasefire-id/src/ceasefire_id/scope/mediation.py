"""Who mediated a pause: verbs and nouns of mediation, the role of a mediator."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import MEDIATORS
from ceasefire_id.scope.pairs import are_kin, both_said_at, pair_from
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["MediationReader"]

#: words before `tangan` that say that somebody stepped in
_STEPS: Final = frozenset(("turun", "campur"))
#: how far before `sebagai penengah` stands `dengan X`, described between
_DESCRIBED: Final = 14
#: how far before `sebagai penengah` the relative clause begins
_RELATIVE: Final = 9
#: how far behind `perundingan itu` its verb stands
_NEAR: Final = 5
#: kinds of actors by way of whom sides talk to each other
_GO_BETWEENS: Final = frozenset(("state", "organisation"))
#: how far behind the noun of a role the copula stands
_EQUATED: Final = 6
#: how far before `dipimpin` the talks stand
_LED: Final = 12


class MediationReader:
    """Adds the facts of the slot `brokers`."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words.who
        self._maker = maker

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add those who mediated."""
        for number in ground.words.numbers(self._words["mediators"]):
            self._role(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["mediation"]):
            self._through(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["mediates"]):
            self._mediates(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["persuades"]):
            self._persuades(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["mediated"]):
            self._mediated(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["mediates_talks"]):
            self._mediates_talks(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["reconciles"]):
            self._reconciles(ground, arguments, number, told)
        for number in ground.words.numbers(_STEPS):
            self._steps_in(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["by_way"]):
            self._by_way(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["led"]):
            self._led(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["leads"]):
            self._leads(ground, arguments, number, told)

    def _add(self, ground: Ground, phrase: Phrase, actor: ActorMention, rule: str, told: Told) -> None:
        told.facts += [
            FactDraft("brokers", phrase, one.span, rule, actor=one)
            for one in self._listed(ground, actor)
            if one.kind in MEDIATORS
        ]

    def _listed(self, ground: Ground, actor: ActorMention) -> list[ActorMention]:
        """Those joined to an actor; in `Atas mediasi K, A dan B …`, at the head of a sentence, a comma ends them."""
        after, sentence = ground.after(actor), ground.sentence(ground.first_of(actor))
        opens = ground.word(sentence.start) in self._words["through"] | self._words["mediated"]
        told = ground.syntax.verbs_between(sentence.start + 3, ground.first_of(actor))
        if not opens or told or "," not in ground.gap(after):
            return ground.coordinated(actor)
        joined = ground.coordinated(actor)
        last = ground.first_of(joined[-1])
        # `K, L, dan M` goes on over its commas; `K, A dan B` has none before the last.
        return joined if "," in ground.gap(last - 1) and ground.word(last - 1) in ("dan", "serta") else [actor]

    # ---- nouns ---------------------------------------------------------------------------------------------------

    def _role(self, ground: Ground, arguments: Arguments, noun: int, told: Told) -> None:
        """`dengan K sebagai penengah`, `K bertindak sebagai penengah`, `penengah K`, `mediator dari K`."""
        end = noun + 1
        if ground.word(noun) == "juru":
            # `juru damai`, no `juru bicara`
            if ground.word(end) not in self._words["peacemaking"]:
                return
            end += 1
        before = noun - 1
        while ground.word(before) in self._words["role_adjectives"]:
            before -= 1
        phrase = self._maker.near(ground, arguments, noun)
        if phrase is None or self._maker.is_negated(ground, noun) or self._maker.is_open(ground, noun):
            return
        if ground.word(before) in self._words["as"] and before == ground.sentence(noun).start:
            # `Sebagai penengah, K …`
            actor = ground.at(ActorMention, end) if "," in ground.gap(end) else None
            if actor is not None:
                self._add(ground, phrase, actor, "role", told)
        elif actor := self._taking(ground, noun, before):
            self._add(ground, phrase, actor, "role", told)
        elif ground.word(before) in self._words["as"]:
            while ground.word(before - 1) in self._words["acting"]:
                before -= 1
            actor = self._behind_with(ground, before) or self._ending(ground, before)
            actor = actor or self._equated(ground, noun) or self._before_comma(ground, before)
            actor = actor or self._related(ground, before)
            if actor is not None and not self._is_invited(ground, actor):
                self._add(ground, phrase, actor, "role", told)
        elif actor := (
            self._named_after(ground, end) or self._equated(ground, end - 1) or self._named_before(ground, noun)
        ):
            self._add(ground, phrase, actor, "mediator", told)

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
        for number in range(noun + 1, min(noun + _EQUATED, ground.sentence(noun).stop)):
            if ground.word(number) in self._words["equals"]:
                return self._maker.agent_at(ground, number + 1)
            if ground.marked(number, ",;:") or ground.syntax.is_verb(number):
                return None
        return None

    def _named_after(self, ground: Ground, number: int) -> ActorMention | None:
        """`penengah K`, `mediator dari K`, `dua penengah, yakni K dan L`, `para mediator (K dan L)`."""
        if ground.word(number) in ("asal", "dari") and (origin := ground.named_at(number + 1)) is not None:
            # `fasilitator asal Z, X`
            person = ground.at(ActorMention, ground.after(origin))
            if person is not None and person.kind == "person" and ground.gap(ground.after(origin)).strip() in ("", ","):
                return person
        own = "," in ground.gap(number) and ground.word(number - 1).endswith("nya")
        if actor := self._maker.agent_at(ground, number + (ground.word(number) == "dari"), past_comma=own):
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

    def _through(self, ground: Ground, arguments: Arguments, noun: int, told: Told) -> None:
        """`hasil mediasi K`, `atas prakarsa K`, `berkat jasa baik K`."""
        before = noun - 1
        while ground.word(before) in self._words["mediation"] | self._words["efforts"]:
            before -= 1
        beside = ground.word(noun) in self._words["mediation_beside"] and self._closes_pause(ground, arguments, noun)
        if not beside and self._words["through"].isdisjoint((ground.word(before), ground.word(noun - 1))):
            return
        after = noun + 1
        while ground.word(after) in self._words["role_adjectives"] | {"dari", "oleh"}:
            after += 1
        thanked = self._thanked(ground, noun, after)
        phrase = (self._maker.near if thanked else self._maker.here)(ground, arguments, noun)
        actor = thanked or self._maker.agent_at(ground, after)
        if phrase is not None and actor is not None:
            self._add(ground, phrase, actor, "mediation", told)

    def _closes_pause(self, ground: Ground, arguments: Arguments, noun: int) -> bool:
        """`P mediasi K`: nothing parts the noun from the pause."""
        return arguments.holding(noun - 1) is not None and ground.adjoins(noun)

    def _thanked(self, ground: Ground, noun: int, after: int) -> ActorMention | None:
        """`berterima kasih kepada K atas mediasinya`, `memuji K atas jasa baik mereka`."""
        own = ground.word(noun).endswith("nya") or ground.word(after) in self._words["theirs"]
        return self._ending(ground, noun - 1) if own and ground.word(noun - 1) == "atas" else None

    def _ending(self, ground: Ground, end: int) -> ActorMention | None:
        """The actor before a word, a comma or a bracket between them or not; of `K, selaku ketua Z,` K."""
        actor = ground.before(ActorMention, end) if ground.gap(end).strip() in ("", ",", ")", "),") else None
        as_what = ground.first_of(actor) - 1 if actor is not None else -1
        if as_what > 0 and ground.word(as_what) in ("sebagai", "selaku") and "," in ground.gap(as_what):
            return ground.before(ActorMention, as_what)
        return actor

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

    def _steps_in(self, ground: Ground, arguments: Arguments, noun: int, told: Told) -> None:
        """`setelah K turun tangan`, `K campur tangan`: beside a pause of this sentence or of the next."""
        actor = ground.before(ActorMention, noun)
        if ground.word(noun + 1) != "tangan" or actor is None or actor.kind not in _GO_BETWEENS:
            return
        following = ground.sentence(noun).stop
        phrase = self._maker.here(ground, arguments, noun)
        if phrase is None and following < len(ground.words):
            found = arguments.between(following, ground.sentence(following).stop)
            phrase = found[0] if found and found[0].kind is not None else None
        if phrase is not None and not phrase.wanted and not any(are_kin(actor, side) for side in _sides(told)):
            self._add(ground, phrase, actor, "steps-in", told)

    # ---- verbs ---------------------------------------------------------------------------------------------------

    def _mediates(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K menjembatani P`."""
        phrase, actor, mood = arguments.object(verb), ground.subject(verb), ground.mood(verb)
        if phrase is not None and actor is not None and not (mood.negated or mood.hypothetical):
            self._add(ground, phrase, actor, "mediates", told)

    def _persuades(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K membujuk A dan B menerima P`."""
        actor, following = ground.subject(verb), ground.syntax.verb_after(verb)
        side = ground.syntax.object(verb)
        phrase = arguments.object(following) if following is not None else None
        if actor is None or side is None or phrase is None or not ground.mood(verb).real:
            return
        if ground.word(following or 0) in self._words["with"] and not are_kin(actor, side):
            self._add(ground, phrase, actor, "persuades", told)

    def _reconciles(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K mendamaikan A dan B`, `K mempertemukan kedua pihak`, `K turun tangan menengahi`, beside a pause."""
        actor, mood = ground.subject(verb), ground.mood(verb)
        phrase = self._maker.here(ground, arguments, verb)
        if phrase is None or actor is None or phrase.wanted or not mood.real:
            return
        first = ground.at(ActorMention, verb + 1)
        pair = pair_from(ground, first) if first is not None else []
        alone = ground.gap(verb + 1).strip()[:1] in (".", ",", ";")
        if not (pair or alone or both_said_at(ground, verb + 1, self._words["both"])):
            return
        if not any(are_kin(actor, side) for side in pair):
            self._add(ground, phrase, actor, "reconciles", told)
            told.facts += [FactDraft("parties", phrase, side.span, "reconciles", actor=side) for side in pair]

    def _by_way(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> None:
        """`lewat K, A dan B menyepakati P`, `P dirundingkan melalui K`: a state or body by way of which it was done."""
        actor = ground.at(ActorMention, number + 1)
        phrase = self._maker.here(ground, arguments, number)
        if actor is None or phrase is None or actor.kind not in _GO_BETWEENS:
            return
        opens = number == ground.sentence(number).start
        verb = ground.syntax.verb_after(number) if opens else ground.syntax.verb_before(number)
        if verb is None or ground.word(verb) not in self._words["settles"] or not ground.mood(verb).real:
            return
        doers = (ground.subject(verb), ground.agent(verb))
        if not any(are_kin(actor, side) for side in (*doers, *_sides(told)) if side is not None):
            self._add(ground, phrase, actor, "by-way", told)

    def _mediates_talks(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K, yang menengahi perundingan, …`."""
        mood, actor = ground.mood(verb), ground.subject(verb)
        if ground.word(verb + 1) not in self._words["talks"] | {"pertemuan"} or actor is None or not mood.real:
            return
        phrase = self._maker.near(ground, arguments, verb)
        if phrase is not None:
            self._add(ground, phrase, actor, "mediates", told)
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
        self._add(ground, phrase, actor, "mediated", told)

    def _framed(self, ground: Ground, arguments: Arguments, verb: int) -> Phrase | None:
        """`Dengan dimediasi K, …`, `A dan B meneken P dalam perundingan yang difasilitasi K`: the pause beside it."""
        clause = ground.clause(verb)
        length = ground.before(TimeMention, clause.first)
        noun = clause.first - 1 if length is None else ground.first_of(length) - 1
        talks = clause.link == "yang" and ground.word(noun) in self._words["talks"]
        opens = clause.link in ("dengan", "sejak", "setelah") and verb - clause.first <= 2
        opens = opens or verb == ground.sentence(verb).start
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
        if phrase is not None and actor is not None and not any(are_kin(actor, side) for side in _sides(told)):
            self._add(ground, phrase, actor, "leads-talks", told)

    def _leads(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K, yang memimpin perundingan itu`: who leads the talks of others."""
        phrase, actor = self._maker.near(ground, arguments, verb), ground.subject(verb)
        led = any(ground.word(number) in self._words["talks"] for number in (verb + 1, verb + 2))
        if not led or phrase is None or actor is None or not ground.mood(verb).real:
            return
        delegates = ground.word(verb + 1) not in self._words["talks"]
        if not delegates and not any(are_kin(actor, side) for side in _sides(told)):
            self._add(ground, phrase, actor, "leads-talks", told)


def _sides(told: Told) -> list[ActorMention]:
    return [fact.actor for fact in told.facts if fact.slot == "parties" and fact.actor is not None]
