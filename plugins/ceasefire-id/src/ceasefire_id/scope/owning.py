"""Whose a pause is that one side keeps alone: possessives behind it, and the group that points back at its declarer."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.drafts import FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import SIDES
from ceasefire_id.scope.pairs import are_one, is_side
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.telling import Told

__all__ = ["OwnerReader", "is_back"]

#: words right behind a pause by which it belongs to several named before, and how many those are at least
_MANY: Final = {"keduanya": 2, "ketiganya": 3, "keempatnya": 4, "mereka": 2}
#: how far back those are named, in words
_FAR: Final = 80
#: words in the offices of those who lead a group
_HEADS: Final = frozenset(("pemimpin", "pemimpinnya", "ketua", "ketuanya", "pimpinan", "pendiri", "presiden", "imam"))
#: groups that are spoken of by what they are
_GROUPS: Final = frozenset(
    (
        "gerilyawan",
        "organisasi",
        "gerakan",
        "pemberontak",
        "milisi",
        "kelompok",
        "faksi",
        "laskar",
        "pejuang",
        "militan",
    )
)
#: rules by which a pause is somebody's, and those by which a verb says who declared it
_OWNED: Final = frozenset(("owner", "unilateral"))
_BY_LEADER: Final = frozenset(("declarer", "in-stead", "by-mouth"))
_BACK: Final = frozenset(("itu", "tersebut", "tadi", "ini"))
#: what a declarer does with a pause of their own
_OWN: Final = frozenset(("announced", "started", "extended", "ended", "suspended"))


def is_back(ground: Ground, actor: ActorMention) -> bool:
    """`kelompok itu`, `milisi tersebut`: a group that only points back."""
    return actor.anaphor is not None and actor.kind in SIDES and ground.word(ground.after(actor) - 1) in _BACK


def _leads(actor: ActorMention) -> bool:
    """`pemimpin G X`, `ketua partai, X`: a person at the head of a group."""
    return actor.kind == "person" and bool(_HEADS.intersection((actor.office or "").casefold().split()))


class OwnerReader:
    """Adds facts of `declared_by` and `parties`; must be read when the sides of the other pauses are known."""

    def read(self, ground: Ground, phrases: list[Phrase], told: Told) -> None:
        """Add the owners of pauses kept alone, and name the groups that point back at who declared a pause."""
        for phrase in phrases:
            related = ground.word(phrase.outer - 1) == "yang"
            if phrase.owner is not None and (related or ground.word(phrase.stop) == "dengan"):
                # `A … gencatan senjatanya dengan B`, `A, yang gencatan senjatanya sendiri …`
                told.facts.append(FactDraft("parties", phrase, phrase.owner.span, "owner", actor=phrase.owner))
            if phrase.sepihak and (owners := self._owners(ground, phrase, told)):
                self._own(ground, phrase, owners, told)
        for phrase in phrases:
            self._of_group(ground, phrase, told)
        declared = [f for f in told.facts if f.slot == "declared_by" and f.actor is not None]
        self._give_owners(phrases, declared)
        self._name_groups(ground, told)
        self._leave_to_leaders(ground, told)
        if any(is_back(ground, e.actor) for e in told.events if e.actor is not None and e.type in _OWN):
            self._name_declarers(ground, declared, told)

    def _name_groups(self, ground: Ground, told: Told) -> None:
        """`P G. Para gerilyawan mengumumkannya`, `organisasi itu mengumumkan P`: the group that was named last."""
        meant: dict[int, ActorMention] = {}
        for fact in told.facts:
            actor = fact.actor if fact.slot == "declared_by" else None
            number = ground.first_of(actor) if actor is not None else 0
            if actor is None or id(actor) in meant or ground.word(number) not in _GROUPS | {"para"}:
                continue
            if not ground.document.text_of(actor.span).islower() and number > ground.sentence(number).start:
                continue
            back = ground.word(ground.after(actor) - 1) in _BACK or ground.word(ground.after(actor)) in _BACK
            if not (back or ground.word(number - 1) == "para" or ground.word(number) == "para"):
                continue
            named = ground.among(ActorMention, max(0, number - _FAR), number)
            groups = [m for m in named if m.kind == "armed_group" and m.name[:1].isupper() and m.anaphor is None]
            if groups:
                meant[id(actor)] = groups[-1]
        for fact in told.facts if meant else ():
            fact.actor = meant.get(id(fact.actor), fact.actor)
        for event in told.events if meant else ():
            event.actor = meant.get(id(event.actor), event.actor)

    def _of_group(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        """`Gencatan senjata G berlaku di Z`: of a group that is the only side there is."""
        if phrase.sepihak or phrase.kind is None or phrase.wanted or not ground.adjoins(phrase.stop):
            return
        group = ground.at(ActorMention, phrase.stop)
        if group is None or group.kind != "armed_group" or group.anaphor is not None:
            return
        end = ground.after(group)
        if ground.word(end) in ("dengan", "dan", "serta") or ground.marked(end, "-–/"):
            return
        if any(event.type in ("agreed", "negotiated", "demanded") for event in told.events):
            return
        if any(fact.slot in ("declared_by", "brokers") for fact in told.facts):
            return
        if all(are_one(side, group) for side in told.sides()):
            told.facts.append(FactDraft("declared_by", phrase, group.span, "owner", actor=group))
            told.facts.append(FactDraft("parties", phrase, group.span, "owner", actor=group))

    def _leave_to_leaders(self, ground: Ground, told: Told) -> None:
        """`G mencabut P sepihaknya. P itu diumumkan pemimpinnya, X`: X has declared it, G keeps it."""
        led = [f for f in told.facts if f.slot == "declared_by" and f.rule in _BY_LEADER and f.actor is not None]
        led = [f for f in led if f.actor is not None and _leads(f.actor)]
        dropped: set[int] = set()
        for fact in told.facts if led else ():
            if fact.slot != "declared_by" or fact.rule not in _OWNED or (fact.actor and fact.actor.kind == "person"):
                continue
            first = fact.phrase.first
            if any(f.phrase is fact.phrase or (f.phrase.definite and 0 < f.phrase.first - first < _FAR) for f in led):
                dropped.add(id(fact))
        if dropped:
            told.facts = [fact for fact in told.facts if id(fact) not in dropped]

    def _give_owners(self, phrases: list[Phrase], declared: list[FactDraft]) -> None:
        """What one alone declares of their own accord is theirs (`A mengumumkan P sepihak`)."""
        for phrase in phrases:
            if phrase.sepihak and phrase.owner is None:
                by = [fact.actor for fact in declared if fact.phrase is phrase]
                phrase.owner = by[0] if len(by) == 1 else None

    def _owners(self, ground: Ground, phrase: Phrase, told: Told) -> list[ActorMention]:
        """`P sepihak kelompok tersebut`, `P sepihak ketiganya`, `P sepihaknya`."""
        if ground.word(phrase.stop - 1) == "sepihaknya":
            return self._last_side(ground, phrase.outer, told)
        if not ground.adjoins(phrase.stop):
            return []
        if least := _MANY.get(ground.word(phrase.stop)):
            return self._last_list(ground, phrase.outer, least)
        following = ground.at(ActorMention, phrase.stop)
        if following is not None and is_back(ground, following):
            return self._last_side(ground, phrase.outer, told)
        return []

    def _last_side(self, ground: Ground, number: int, told: Told) -> list[ActorMention]:
        """The group named last, before others one that a pause is known to bind."""
        named = [m for m in ground.among(ActorMention, max(0, number - _FAR), number) if is_side(m) and not m.anaphor]
        groups = [m for m in named if m.kind == "armed_group"] or named
        bound = told.sides()
        known = [m for m in groups if any(are_one(m, side) for side in bound)]
        known = known or [side for side in bound if side.kind == "armed_group" and ground.first_of(side) < number]
        return (known or groups)[-1:]

    def _last_list(self, ground: Ground, number: int, least: int) -> list[ActorMention]:
        """The last list before a word that names so many sides."""
        for actor in reversed(ground.among(ActorMention, max(0, number - _FAR), number)):
            listed = [one for one in ground.coordinated(actor) if is_side(one) and one.anaphor is None]
            if len(listed) >= least:
                return listed
        return self._all_of_sentence(ground, number, least)

    def _all_of_sentence(self, ground: Ground, number: int, least: int) -> list[ActorMention]:
        """`A dan dua sekutunya, B serta C, …`: all groups of the last sentence that names just so many."""
        sentence = ground.sentence(number)
        while sentence.start > max(0, number - _FAR):
            sentence = ground.sentence(sentence.start - 1)
            named: dict[str, ActorMention] = {}
            for actor in ground.among(ActorMention, sentence.start, sentence.stop):
                if actor.kind == "armed_group" and actor.anaphor is None:
                    named.setdefault(actor.identity or actor.name, actor)
            if len(named) == least:
                return list(named.values())
        return []

    def _own(self, ground: Ground, phrase: Phrase, owners: list[ActorMention], told: Told) -> None:
        """Who owns it is bound by it; they declared it too where nobody else is said to have."""
        named = [f for f in told.facts if f.slot == "declared_by" and f.phrase is phrase and f.actor is not None]
        kept = [f for f in named if f.actor is not None and not is_back(ground, f.actor)]
        told.facts = [f for f in told.facts if f.phrase is not phrase or f.slot not in ("parties", "declared_by")]
        told.facts += kept or [FactDraft("declared_by", phrase, one.span, "owner", actor=one) for one in owners]
        told.facts += [FactDraft("parties", phrase, one.span, "owner", actor=one) for one in owners]
        for event in told.events:
            if event.type == "announced" and event.phrase is phrase and event.actor is None:
                event.actor = owners[0]

    def _name_declarers(self, ground: Ground, declared: list[FactDraft], told: Told) -> None:
        """`G mengumumkan P, tetapi kelompok itu mencabutnya`: the group is G, whoever was named between."""
        for event in told.events:
            actor = event.actor
            if actor is None or event.type not in _OWN or not is_back(ground, actor):
                continue
            before = [
                f.actor
                for f in declared
                if f.actor is not None
                and f.actor.kind == actor.kind
                and not is_back(ground, f.actor)
                and f.span < event.span
                and (f.phrase is event.phrase or event.phrase.definite)
            ]
            if before:
                event.actor = before[-1]
                for fact in told.facts:
                    if fact.actor is actor:
                        fact.actor = before[-1]
