"""What is told of each pause mention, gathered before anybody asks which mentions are one pause."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import attrs

from ceasefire.assembly.books import Book
from ceasefire.assembly.checks import Checker
from ceasefire.assembly.coreference import fold_name
from ceasefire.mentions import EventMention, Mention, PauseFactMention, PauseMention, ScopeMention
from ceasefire.models import Actor, Region, Time

__all__ = ["ORIGINS", "WISHES", "Evidence", "gather"]

#: events by which a pause comes to be
ORIGINS = frozenset(("announced", "agreed", "started"))
#: events by which it is only wanted
WISHES = frozenset(("demanded", "negotiated"))
_MONTH = timedelta(days=31)
#: kinds of actors that act for the state that they belong to
_OF_A_STATE = frozenset(("state", "government", "military", "person"))


@attrs.define(eq=False)
class Evidence:
    """The events, facts and scope of one mention, and what can tell it from other pauses."""

    mention: PauseMention
    #: the words of its label, to compare
    words: frozenset[str] = attrs.field(init=False)
    events: list[EventMention] = attrs.field(factory=list)
    facts: list[PauseFactMention] = attrs.field(factory=list)
    scope: list[ScopeMention] = attrs.field(factory=list)
    declarers: set[str] = attrs.field(factory=set)
    parties: set[str] = attrs.field(factory=set)
    #: the one side whose it is said to be
    owners: set[str] = attrs.field(factory=set)
    included: list[Region] = attrs.field(factory=list)
    excluded: list[Region] = attrs.field(factory=list)
    #: days on which it was announced or settled, and on which it began
    origins: set[str] = attrs.field(factory=set)
    starts: set[str] = attrs.field(factory=set)
    #: days on which it was over, and on which it was asked for, talked about or refused
    overs: set[str] = attrs.field(factory=set)
    wishes: set[str] = attrs.field(factory=set)
    #: since when it is asked for at the most, where no day is given
    asked: set[str] = attrs.field(factory=set)
    lengths: set[str] = attrs.field(factory=set)
    #: regions that talks are to bring in
    sought: list[Region] = attrs.field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.words = frozenset(fold_name(" ".join(self.mention.heads) or self.mention.label))

    @property
    def numbers(self) -> set[str]:
        """Which in a row it is said to be."""
        return set() if self.mention.number is None else {f"{self.mention.number}."}

    @property
    def occasions(self) -> set[str]:
        """The feast or season that it is made for."""
        return set() if self.mention.occasion is None else {self.mention.occasion}

    @property
    def event_types(self) -> set[str]:
        """What has become of it."""
        return {event.type for event in self.events}

    @property
    def real(self) -> bool:
        """Whether it is told as settled, begun or ended, not merely wanted."""
        return not self.mention.wanted and any(e.type not in WISHES and e.type != "rejected" for e in self.events)

    @property
    def introduces(self) -> bool:
        """Whether it tells how a pause came to be or where it holds, not only what became of one that is there."""
        told = any(event.type in ORIGINS | WISHES for event in self.events)
        return told or bool(self.scope) or any(fact.slot != "status" for fact in self.facts)

    @property
    def plain(self) -> bool:
        """Whether it is simply spoken of as there, not pointed back at and not wanted."""
        return not self.mention.wanted and not self.mention.definite and self.mention.makes_pause

    def joined(self, other: Evidence) -> Evidence:
        """What is told of two mentions that are known to be one pause."""
        both = Evidence(
            self.mention,
            events=self.events + other.events,
            facts=self.facts + other.facts,
            scope=self.scope + other.scope,
        )
        for name in ("declarers", "parties", "owners", "origins", "starts", "overs", "wishes", "asked", "lengths"):
            getattr(both, name).update(getattr(self, name) | getattr(other, name))
        for name in ("included", "excluded", "sought"):
            getattr(both, name).extend(getattr(self, name) + getattr(other, name))
        return both


def gather(checker: Checker, times: Book[Time], actors: Book[Actor], regions: Book[Region]) -> dict[int, Evidence]:
    """The evidence of each mention, by the mention's `id()`."""
    found = {id(mention): Evidence(mention) for mention in checker.good(PauseMention)}
    for told in found.values():
        told.owners.update(_ids(actors, (told.mention.owner,)))
    since = _month_before(checker.document.published)
    for event in checker.good(EventMention):
        if evidence := found.get(id(event.pause)):
            evidence.events.append(event)
            _learn_event(evidence, event, times, actors, regions)
            if since and event.date is None and event.type in WISHES and event.pause.wanted:
                evidence.asked.add(since)
    for fact in checker.good(PauseFactMention):
        if evidence := found.get(id(fact.pause)):
            evidence.facts.append(fact)
            _learn_fact(evidence, fact, times, actors)
    for part in checker.good(ScopeMention):
        if evidence := found.get(id(part.pause)):
            evidence.scope.append(part)
            if region := regions.of(part.region):
                (evidence.included if part.direction == "include" else evidence.excluded).append(region)
    return found


def _month_before(published: date | None) -> str | None:
    """Since when a wish without a day was uttered: what was made before is not what it asks for."""
    if published is None or published < date.min + _MONTH:
        return None
    return (published - _MONTH).isoformat()


def _learn_event(
    evidence: Evidence, event: EventMention, times: Book[Time], actors: Book[Actor], regions: Book[Region]
) -> None:
    date = times.of(event.date)
    length = times.of(event.duration)
    if date and date.value and event.type in ORIGINS:
        (evidence.starts if event.type == "started" else evidence.origins).add(date.value[:10])
    if date and date.value and event.type == "ended":
        evidence.overs.add(date.value[:10])
    if date and date.value and (event.type in WISHES or event.type == "rejected") and not event.pause.definite:
        evidence.wishes.add(date.value[:10])
    if length and length.value and event.type != "extended":
        evidence.lengths.add(length.value)
    if event.type == "announced":
        evidence.declarers.update(_ids(actors, (event.actor,)))
    if event.type == "negotiated" and (region := regions.of(event.region)):
        evidence.sought.append(region)


def _learn_fact(evidence: Evidence, fact: PauseFactMention, times: Book[Time], actors: Book[Actor]) -> None:
    if fact.slot == "declared_by":
        evidence.declarers.update(_ids(actors, (fact.actor,)))
    elif fact.slot == "parties":
        evidence.parties.update(_ids(actors, (fact.actor,)))
    value = fact.value or ((time := times.of(fact.time)) and time.value) or ""
    if value and fact.slot == "starts":
        evidence.starts.add(value[:10])
    elif value and fact.slot == "announced":
        evidence.origins.add(value[:10])
    elif value and fact.slot == "duration":
        evidence.lengths.add(value)


def _ids(actors: Book[Actor], mentions: Iterable[Mention | None]) -> set[str]:
    return {_side(actor) for mention in mentions if (actor := actors.of(mention))}


def _side(actor: Actor) -> str:
    """Whom an actor stands for: a cabinet, an army and a minister for their state, everybody else for themselves."""
    return actor.country if actor.country and actor.kind in _OF_A_STATE else actor.id
