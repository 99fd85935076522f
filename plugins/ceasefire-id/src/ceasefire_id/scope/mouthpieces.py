"""Who makes a pause known for somebody else: by whose mouth, in whose name, who reads out or passes on the paper.

`X, lewat juru bicara Y, mengumumkan P`, `Y, atas perintah X, mengumumkan P`, `Perintah X itu dibacakan Y`: X and Y have
both declared it. Read when the verbs of announcing are.
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, RegionMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import SIDES
from ceasefire_id.scope.pairs import are_one
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["MouthpieceReader"]

#: how far behind a paper its verb stands (`Perintah tersebut kemudian dibacakan Y`), and the pause that it is about
_NEAR: Final = 7
_ABOUT: Final = 9
#: how far back the pause of a paper was spoken of, in words
_BACK: Final = 60
_POINTED: Final = frozenset(("itu", "tersebut", "ini", "tadi"))
_JOINTS: Final = frozenset(("dan", "serta"))
#: words before a name in whose stead somebody speaks: `atas nama X`
_STEAD: Final = frozenset(("nama", "perintah", "instruksi", "arahan", "titah", "restu", "amanat"))
#: what is done with a paper that makes a pause known
_SIGNED: Final = frozenset(("ditandatangani", "diteken", "ditulis", "dikirim"))
#: nouns for the one who did it: `X menjadi orang yang mengumumkan P`
_ONES: Final = frozenset(("orang", "tokoh", "pihak", "sosok", "pertama", "pemimpin"))
_BEING: Final = frozenset(("menjadi", "adalah", "ialah", "merupakan", "jadi"))


class MouthpieceReader:
    """Adds facts of the slot `declared_by`."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words.who
        self._maker = maker

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add all who declare a pause beside, or for, those whom the verbs name."""
        announced = [event for event in told.events if event.type == "announced"]
        for event in announced:
            self._past_place(ground, event, told)
            self._became(ground, event, told)
        for number in ground.words.numbers(self._words["by_mouth"]):
            self._by_mouth(ground, number, announced, told)
        for number in ground.words.numbers(_STEAD | {"mewakili"}):
            self._in_stead(ground, arguments, number, announced, told)
        for verb in ground.words.numbers(self._words["read_out"] | self._words["issued"]):
            self._passed_on(ground, arguments, verb, told)
        for verb in ground.words.numbers(self._words["reads_out"]):
            self._passes_on(ground, arguments, verb, told)
        for noun in ground.words.numbers(self._words["decisions"]):
            self._owned(ground, arguments, noun, told)
        for verb in ground.words.numbers(self._words["answers"]):
            self._followed(ground, verb, announced, told)
        for verb in ground.words.numbers(self._words["tags"]):
            self._tagged(ground, arguments, verb, told)
        self._name(ground, told)

    def _declare(self, ground: Ground, phrase: Phrase, actor: ActorMention, rule: str, told: Told) -> None:
        """Add an actor, and those joined to it."""
        for one in ground.coordinated(actor):
            if one.kind in SIDES or one.kind == "person":
                told.facts.append(FactDraft("declared_by", phrase, one.span, rule, actor=one))

    # ---- beside a verb of announcing -----------------------------------------------------------------------------

    def _event_at(self, ground: Ground, number: int, announced: list[EventDraft]) -> EventDraft | None:
        """What the clause of a word announces: a verb before the word or behind it, no other one between."""
        sentence = ground.sentence(number)
        best: tuple[int, EventDraft] | None = None
        for event in announced:
            verb = ground.words.first_at(event.span.start)
            first, last = min(verb, number), max(verb, number)
            if verb not in sentence or ground.syntax.verbs_between(first + 1, last):
                continue
            if best is None or last - first < best[0]:
                best = (last - first, event)
        return best[1] if best is not None else None

    def _by_mouth(self, ground: Ground, number: int, announced: list[EventDraft], told: Told) -> None:
        """`X, lewat juru bicara Y, mengumumkan P`, `diumumkan X melalui Y`."""
        actor = ground.at(ActorMention, number + 1 + (ground.word(number + 1) in self._words["mouths"]))
        if actor is None or actor.kind != "person" or self._is_envoy(ground, actor):
            return
        event = self._event_at(ground, number, announced)
        if event is None or event.actor is None or are_one(event.actor, actor):
            return
        self._declare(ground, event.phrase, actor, "by-mouth", told)
        opening = number == ground.sentence(number).start
        if opening and ground.word(ground.first_of(event.actor)) in self._words["persons_meant"]:
            # `Lewat Y, dia memerintahkan P`: whoever it is, it is not Y
            persons = ground.among(ActorMention, max(0, number - _BACK), number)
            meant = next((m for m in reversed(persons) if m.kind == "person" and m.anaphor is None), None)
            for fact in told.facts if meant is not None else ():
                if fact.actor is event.actor:
                    fact.actor = meant
            event.actor = meant or event.actor

    def _is_envoy(self, ground: Ground, actor: ActorMention) -> bool:
        """`lewat penengah K`, `melalui utusan K`: by way of whom sides talk to each other."""
        words = [ground.word(number) for number in range(ground.first_of(actor), ground.after(actor))]
        return not self._words["envoys"].isdisjoint(words)

    def _in_stead(
        self, ground: Ground, arguments: Arguments, number: int, announced: list[EventDraft], told: Told
    ) -> None:
        """`Y, atas perintah X, mengumumkan P`, `diumumkan Y atas nama X`, `berhenti menembak atas perintah X dan Y`."""
        word = ground.word(number)
        if word != "mewakili" and ground.word(number - 1) not in ("atas", "dengan", "berdasarkan", "sesuai"):
            return
        actor = ground.at(ActorMention, number + 1 + (ground.word(number + 1) == "dari"))
        if actor is None or (actor.kind != "person" and word in ("nama", "mewakili")):
            return
        if ground.document.text_of(actor.span).islower():
            # `atas perintah komandan mereka`
            return
        event = self._event_at(ground, number, announced)
        if event is None and word not in ("nama", "mewakili", "restu"):
            phrase = self._stopped(ground, arguments, number)
            if phrase is not None:
                self._declare(ground, phrase, actor, "order", told)
        elif event is not None and (event.actor is None or not are_one(event.actor, actor)):
            self._declare(ground, event.phrase, actor, "in-stead", told)

    def _stopped(self, ground: Ground, arguments: Arguments, number: int) -> Phrase | None:
        """The pause of the clause, or, where it tells of a stop without naming it, of the next sentence."""
        if phrase := self._maker.here(ground, arguments, number):
            return phrase
        verb, following = ground.syntax.verb_before(number), ground.sentence(number).stop
        if verb is None or ground.word(verb) not in self._words["halts"] or following >= len(ground.words):
            return None
        found = arguments.between(following, ground.sentence(following).stop)
        return found[0] if found and found[0].definite and found[0].kind is not None else None

    def _past_place(self, ground: Ground, event: EventDraft, told: Told) -> None:
        """`diumumkan X di Z dan Y di W`: who is joined behind where the first one did it."""
        actor = event.actor
        number = ground.after(actor) if actor is not None else -1
        if actor is None or ground.word(number) not in ("di", "dari"):
            return
        place = ground.at(RegionMention, number + 1)
        joint = ground.after(place) if place is not None else -1
        other = ground.at(ActorMention, joint + 1) if ground.word(joint) in _JOINTS else None
        verb = ground.words.first_at(event.span.start)
        if other is None or (ground.first_of(actor) > verb and ground.syntax.is_verb(ground.after(other))):
            return
        if other.kind in SIDES or other.kind == "person":
            told.facts.append(FactDraft("declared_by", event.phrase, other.span, "announcement", actor=other))

    def _became(self, ground: Ground, event: EventDraft, told: Told) -> None:
        """`X menjadi orang yang mengumumkan P`, `Dua orang mengumumkan P: X dan Y`."""
        if event.actor is not None:
            return
        verb = ground.words.first_at(event.span.start)
        clause = ground.clause(verb)
        one = clause.first - 1
        if clause.link == "yang" and ground.word(verb).endswith("nya"):
            # `yang mengumumkannya X`
            event.actor = ground.at(ActorMention, verb + 1)
            return
        if clause.link == "yang" and ground.word(one) in _ONES:
            being = ground.syntax.verb_before(one)
            if being is not None and being >= one - 2 and ground.word(being) in _BEING:
                event.actor = ground.subject(being)
            return
        sentence = ground.sentence(verb)
        if {ground.word(n) for n in range(sentence.start, verb)}.isdisjoint(self._words["counting"]):
            return
        colon = next((n for n in range(verb + 1, sentence.stop) if ":" in ground.gap(n)), -1)
        for actor in ground.among(ActorMention, colon, sentence.stop) if colon > 0 else ():
            if actor.kind == "person" and ground.word(ground.first_of(actor) - 1) not in ("di", "dari"):
                told.facts.append(FactDraft("declared_by", event.phrase, actor.span, "enumerated", actor=actor))

    def _followed(self, ground: Ground, verb: int, announced: list[EventDraft], told: Told) -> None:
        """`X memerintahkannya pada T, disusul Y`: the other has done the same."""
        actor = ground.agent(verb)
        if actor is None or actor.kind not in SIDES | {"person"} or "," not in ground.gap(verb):
            return
        before = [e for e in announced if ground.words.first_at(e.span.start) in ground.sentence(verb)]
        before = [e for e in before if ground.words.first_at(e.span.start) < verb and e.actor is not None]
        if before and ground.syntax.verb_before(verb) == ground.words.first_at(before[-1].span.start):
            self._declare(ground, before[-1].phrase, actor, "followed", told)

    def _tagged(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`G akan menghentikan serangan, kata komandannya, X`: by whom a group makes its own pause known."""
        number = verb + 1
        actor = ground.at(ActorMention, number)
        inner = ground.syntax.verb_after(verb) if actor is None else None
        if inner is not None and inner <= verb + 3 and ground.word(inner) in self._words["read_out"] | _SIGNED:
            # `demikian pernyataan yang dibacakan juru bicaranya, Y`
            number, actor = inner + 1, ground.agent(inner)
        if actor is None or actor.kind != "person" or "," not in ground.gap(verb) or ground.quoted(verb - 1):
            return
        phrase = self._just_told(ground, arguments, verb, told)
        so = ground.word(verb) == "demikian"
        own = so or any(ground.word(n).endswith("nya") for n in (number, number + 1, number + 2))
        outside = so and (actor.country is not None or (actor.office or "").casefold().endswith("pbb"))
        if phrase is not None and own and not outside:
            self._declare(ground, phrase, self._named_behind(ground, actor) or actor, "tagged", told)

    def _just_told(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> Phrase | None:
        """The pause that the words before a verb of saying make known."""
        found = arguments.between(ground.sentence(verb).start, verb)
        own = [phrase for phrase in found if phrase.deed == "announced"]
        if not own and ground.word(verb) == "demikian":
            made = {id(event.phrase) for event in told.events if event.type == "announced"}
            own = [phrase for phrase in found if id(phrase) in made]
        return own[-1] if own else None

    # ---- papers --------------------------------------------------------------------------------------------------

    def _passed_on(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`Perintah itu dibacakan Y`, `Keputusan X tentang P disampaikan Y`, `Maklumat P dikeluarkan X`."""
        actor = ground.agent(verb)
        if actor is None or not ground.mood(verb).real:
            return
        first = max(ground.clause(verb).first, ground.sentence(verb).start)
        papers = [n for n in range(first, min(first + 4, verb)) if self._is_paper(ground, n)]
        if not papers or ground.clause(verb).link == "yang":
            return
        paper = papers[0]
        own = [p for p in arguments.between(paper, verb) if p.outer - paper <= _ABOUT]
        if not own and ground.word(verb) not in self._words["read_out"]:
            return
        phrase = own[0] if own else self._meant(ground, arguments, paper)
        if phrase is None or verb - max(paper, phrase.stop if own else 0) > _NEAR:
            return
        self._declare(ground, phrase, actor, "read-out", told)
        phrase.wanted = False
        giver = ground.at(ActorMention, paper + 1)
        if giver is not None and giver.kind == "person":
            self._declare(ground, phrase, giver, "paper", told)

    def _is_paper(self, ground: Ground, number: int) -> bool:
        return ground.word(number).removesuffix("nya") in self._words["decisions"]

    def _meant(self, ground: Ground, arguments: Arguments, paper: int) -> Phrase | None:
        """The pause of a paper that points back: `perintah itu`, `keputusannya`."""
        pointed = ground.word(paper).endswith("nya") or ground.word(paper + 1) in _POINTED
        found = arguments.between(max(0, paper - _BACK), paper) if pointed else []
        return found[-1] if found else None

    def _passes_on(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`Y membacakan perintah X tentang P`, `…, kata Y, menyampaikan perintah X tentang P`."""
        paper = verb + 1
        if not self._is_paper(ground, paper) or not ground.mood(verb).real:
            return
        paper += ground.word(paper + 1) == "bersama"
        giver = ground.at(ActorMention, paper + 1)
        start = paper + 1 if giver is None else ground.after(giver)
        found = arguments.between(start, min(start + _ABOUT, ground.sentence(verb).stop))
        if not found or found[0].generic:
            return
        reader = ground.subject(verb) or ground.before(ActorMention, verb)
        for actor in (reader, giver):
            if actor is not None:
                self._declare(ground, found[0], actor, "read-out", told)
                found[0].wanted = False

    def _owned(self, ground: Ground, arguments: Arguments, noun: int, told: Told) -> None:
        """`Perintah Jenderal X itu langsung berlaku`: whose decision the pause spoken of is."""
        actor = ground.at(ActorMention, noun + 1)
        if actor is None or actor.kind != "person" or noun != ground.sentence(noun).start:
            return
        end = ground.after(actor)
        pointed = ground.word(end) in _POINTED or ground.document.text_of(actor.span).endswith((" itu", " tersebut"))
        found = arguments.between(max(0, noun - _BACK), noun) if pointed else []
        if found and any(e.phrase is found[-1] and e.type == "announced" for e in told.events):
            self._declare(ground, found[-1], actor, "paper", told)

    # ---- names ---------------------------------------------------------------------------------------------------

    def _name(self, ground: Ground, told: Told) -> None:
        """`diumumkan ketua dewan mereka, X, …`: the name that commas set off, in the place of the description."""
        for fact in told.facts:
            if fact.slot != "declared_by" or fact.actor is None or fact.actor.kind != "person":
                continue
            named = self._named_behind(ground, fact.actor)
            if named is None:
                continue
            for event in told.events:
                if event.actor is fact.actor:
                    event.actor = named
            fact.actor = named

    def _named_behind(self, ground: Ground, actor: ActorMention) -> ActorMention | None:
        if not ground.document.text_of(actor.span)[:1].islower() or actor.office is not None:
            return None
        number = ground.after(actor)
        number += ground.word(number) in ("mereka", "itu") and not ground.gap(number).strip()
        named = ground.at(ActorMention, number) if ground.gap(number).strip() == "," else None
        if (
            named is None
            or named.kind != "person"
            or not ground.gap(ground.after(named)).strip().startswith((",", "."))
        ):
            return None
        return named
