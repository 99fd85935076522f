"""What a pause is, whom it binds, where it holds and when: from the evidence of all its mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from ceasefire.assembly.books import Book
from ceasefire.assembly.checks import Checker
from ceasefire.assembly.pauses.arithmetic import as_slot, end_of, long_over, precedes, put_off, start_of, surely_over
from ceasefire.assembly.pauses.clusters import PLAIN, Cluster
from ceasefire.assembly.pauses.evidence import ORIGINS, WISHES, Evidence
from ceasefire.assembly.pauses.status import decide_status
from ceasefire.mentions import PauseFactMention, PauseMention, ScopeMention
from ceasefire.models import Actor, Moment, Pause, PauseEvent, Reference, Region, Scope, ScopePart, Time

__all__ = ["build_pause"]

Books: TypeAlias = tuple[Book[Time], Book[Actor], Book[Region]]

#: the kinds from the most specific one on
_SPECIFIC = ("humanitarian", "calm")
#: kinds of actors that stop their own fire when they declare a pause
_ARMED = frozenset(("state", "military", "armed_group", "government"))
#: kinds of actors that only tell of a pause
_TELL = frozenset(("media", "monitor", "civilians"))
#: kinds of actors that stand for their state
_ITS_OWN = frozenset(("person", "government", "military"))


def build_pause(
    checker: Checker, id_: str, cluster: Cluster, told: Sequence[Evidence], events: tuple[PauseEvent, ...], books: Books
) -> Pause:
    """The model of one cluster."""
    times, actors, regions = books
    facts = sorted(
        (fact for evidence in told for fact in evidence.facts), key=lambda fact: (fact.span.start, fact.span.end)
    )
    kind = _kind(cluster)
    naming = _naming(cluster.mentions, kind)
    declared = _unique(
        [
            *_actors_of(facts, "declared_by", actors),
            *(e.by for e in events if e.type == "announced" and e.by and e.by.kind not in _TELL),
        ]
    )
    brokers = _without_envoys(_unique(_actors_of(facts, "brokers", actors)))
    scope = _scope(checker, told, actors, regions)
    duration, duration_time = _duration(facts, events, times)
    starts = _finer(_moment(facts, "starts", times), events)
    published = checker.document.published.isoformat() if checker.document.published else None
    ends = _ends(facts, events, times, starts, duration, published)
    over = ends.value if ends else None
    if over is None and starts and duration and published and surely_over(starts.value, duration, published):
        over = starts.value
    settled = _moment(facts, "announced", times) or _moment_of(events, ("agreed", "announced"))
    if starts is None and settled is None:
        # Where the day on which it was settled is told, the length may count from then.
        starts = _counted_back(facts, events, times, ends, duration)
    if over is None and starts is None and settled and duration and published:
        open_ended = any(event.type in ("extended", "started", "violated", "demanded") for event in events)
        over = settled.value if not open_ended and long_over(settled.value, duration, published) else None
    status = decide_status(told, events, over, published, cluster.contrast == "earlier")
    parties = _parties(checker, facts, events, declared, brokers, scope, actors, status)
    if len(parties) == 1 and parties[0].kind == "organisation":
        # A body of states that settles a pause alone makes it for others.
        declared, parties = _unique([*declared, *parties]), ()
    announced = _moment(facts, "announced", times)
    # Whom it does not bind may refuse what two have settled.
    settled_by_two = len(parties) > 1 and not any(e.type == "rejected" and e.by in (None, *parties) for e in events)
    if announced is None and ((status == "rejected" and settled_by_two) or status not in ("proposed", "rejected")):
        # Who takes up what others leave open settles nothing.
        announced = _moment_of(events, ("announced", "agreed"))
    announced = announced or _moment_of(events, ("announced",))
    return Pause(
        id=id_,
        label=naming.label or checker.text_of(naming.span),
        kind=kind,
        status=status,
        declared_by=declared,
        parties=parties,
        brokers=brokers,
        scope=scope,
        announced=announced,
        starts=starts,
        ends=ends,
        duration=duration,
        duration_time=duration_time,
        events=events,
        mentions=tuple(Reference(m.span, checker.text_of(m.span)) for m in cluster.mentions),
        by=cluster.mentions[0].by,
    )


# ---- names -------------------------------------------------------------------------------------------------------


def _kind(cluster: Cluster) -> str:
    """The most specific kind that any mention gives."""
    kinds = {m.kind for m in cluster.mentions}
    return next((kind for kind in _SPECIFIC if kind in kinds), cluster.kind or PLAIN)


def _naming(mentions: Sequence[PauseMention], kind: str) -> PauseMention:
    """The mention that names the pause: the first of its kind that points at nothing before it."""
    ranked = sorted(mentions, key=lambda m: (not m.label, m.kind != kind, m.definite, m.span.start))
    return ranked[0]


# ---- who ---------------------------------------------------------------------------------------------------------


def _actors_of(facts: Iterable[PauseFactMention], slot: str, actors: Book[Actor]) -> list[Actor]:
    return [actor for fact in facts if fact.slot == slot and (actor := actors.of(fact.actor))]


def _unique(found: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple({actor.id: actor for actor in found}.values())


def _parties(
    checker: Checker,
    facts: Sequence[PauseFactMention],
    events: Sequence[PauseEvent],
    declared: tuple[Actor, ...],
    brokers: tuple[Actor, ...],
    scope: Scope,
    actors: Book[Actor],
    status: str,
) -> tuple[Actor, ...]:
    """Whom it binds: the sides told; with one other side, or none, those too who declared it or broke it off."""
    sides = _sides(_actors_of(facts, "parties", actors), actors)
    if len(sides) < 2:
        own = () if _is_for_others(declared, scope) else _own_fire(declared, brokers, actors)
        over = [e.by for e in events if e.type == "ended" and e.by is not None and e.by.kind in _ARMED]
        if not brokers and (not own or any(actor.kind == "person" for actor in declared)):
            own = _unique(over) or own
        elif sides and not own:
            # Whoever breaks off a pause with somebody has kept it, whoever stood between the two.
            own = tuple(actor for actor in _unique(over) if actor not in brokers)
        sides = _sides([*own, *sides], actors)
    left_out = {part.actor.id for part in scope.excludes if part.actor is not None}
    for fact in facts:
        actor = actors.of(fact.actor) if fact.slot == "parties" else None
        if actor is not None and actor.id in left_out:
            checker.decide(fact, "left out of the pause, so no party")
    sides = tuple(actor for actor in sides if actor.id not in left_out)
    others = tuple(actor for actor in sides if actor not in brokers)
    sides = others if len(others) > 1 else sides
    types = {event.type for event in events}
    never = types <= {"demanded", "negotiated", "rejected", "agreed"}
    if (
        len(sides) == 1
        and not declared
        and never
        and ("rejected" in types or (status == "proposed" and "agreed" in types))
    ):
        # Accepted by one and rejected, or left open, by another it binds nobody.
        return ()
    return sides


def _without_envoys(brokers: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Mediators, without those who act for a state among them."""
    states = {actor.country for actor in brokers if actor.kind == "state" and actor.country}
    return tuple(actor for actor in brokers if actor.kind != "person" or actor.country not in states)


def _own_fire(declared: tuple[Actor, ...], brokers: tuple[Actor, ...], actors: Book[Actor]) -> tuple[Actor, ...]:
    """Who declares a pause alone stops their own fire; a head of state stops that of the state."""
    own = [actor for actor in declared if actor.kind in _ARMED and actor not in brokers]
    if own and any(actor.kind == "organisation" for actor in declared):
        # A state that declares a pause together with a body of states makes it for others.
        own = [actor for actor in own if actor.kind != "state"]
        return tuple(own)
    if own or brokers:
        return tuple(own)
    heads = [actor for actor in declared if actor.kind == "person" and actor.office]
    sides = [_army_of(side, actors) if side.kind == "person" else side for side in _sides(heads, actors)]
    return tuple(side for side in sides if side is not None)


def _is_for_others(declared: tuple[Actor, ...], scope: Scope) -> bool:
    """Whether several states together declare a pause that holds in the country of none of them."""
    countries = {actor.country for actor in declared if actor.kind == "state"}
    places = {part.region.country for part in scope.includes if part.region is not None and part.region.country}
    return len(declared) > 1 and len(countries) == len(declared) and bool(places) and countries.isdisjoint(places)


def _army_of(head: Actor, actors: Book[Actor]) -> Actor | None:
    """The one army of a head of state where no state or cabinet is named; none where there are several."""
    armies = [actor for actor in actors.models if actor.kind == "military" and actor.country == head.country]
    return armies[0] if head.country and len(armies) == 1 else None


def _sides(named: Iterable[Actor], actors: Book[Actor]) -> tuple[Actor, ...]:
    """Who is bound where these sign: a minister signs for his state, a cabinet adds nothing to it."""
    states = {actor.country: actor for actor in actors.models if actor.kind == "state" and actor.country}
    named = tuple(named)
    own = {actor.country for actor in named if actor.kind in ("government", "military")}
    signed = (actor for actor in named if actor.kind != "person" or actor.country is None or actor.country not in own)
    sides = _unique(
        states.get(actor.country, actor) if actor.kind == "person" and actor.country else actor for actor in signed
    )
    bound = {actor.country for actor in sides if actor.kind == "state"}
    sides = tuple(actor for actor in sides if actor.kind not in _ITS_OWN or actor.country not in bound)
    bodies = tuple(actor for actor in sides if actor.kind != "person")
    told = {actor.country for actor in bodies} | {None}
    return tuple(a for a in sides if a.kind != "person" or a.country not in told) if len(bodies) > 1 else sides


# ---- where -------------------------------------------------------------------------------------------------------


def _scope(checker: Checker, told: Sequence[Evidence], actors: Book[Actor], regions: Book[Region]) -> Scope:
    """Each member once; one that is left out by a later mention than the one that took it in stands left out."""
    includes: dict[str, ScopePart] = {}
    excludes: dict[str, ScopePart] = {}
    said: dict[int, ScopeMention] = {}
    for mention in _scope_mentions(checker, told):
        part = _part(checker, mention, actors, regions)
        member = part.region or part.actor
        if member is None:
            checker.decide(mention, "its member is no region and no actor of the report")
            continue
        said[id(part)] = mention
        (includes if mention.direction == "include" else excludes).setdefault(member.id, part)
    for member_id in sorted(excludes.keys() & includes.keys()):
        later = excludes[member_id].span > includes[member_id].span
        dropped = (includes if later else excludes).pop(member_id)
        checker.decide(said[id(dropped)], f"{'left out' if later else 'taken in'} by a later mention")
    return Scope(tuple(includes.values()), tuple(excludes.values()))


def _scope_mentions(checker: Checker, told: Sequence[Evidence]) -> list[ScopeMention]:
    """In the order of the text; what somebody wants for a pause that is there is not what it covers."""
    there = False
    found: list[ScopeMention] = []
    for evidence in told:
        there = there or evidence.real or evidence.plain
        if not there or not evidence.mention.wanted:
            found += evidence.scope
            continue
        for mention in evidence.scope:
            checker.decide(mention, "only wanted for a pause that is there")
    return sorted(found, key=lambda mention: (mention.span.start, mention.span.end))


def _part(checker: Checker, mention: ScopeMention, actors: Book[Actor], regions: Book[Region]) -> ScopePart:
    region = regions.of(mention.region)
    return ScopePart(
        region=region,
        actor=None if region else actors.of(mention.actor),
        extent=mention.extent,
        span=mention.span,
        text=checker.text_of(mention.span),
        cue=mention.cue,
        rule=mention.by,
    )


# ---- when --------------------------------------------------------------------------------------------------------


def _moment(facts: Iterable[PauseFactMention], slot: str, times: Book[Time]) -> Moment | None:
    """What the first fact of a slot says; of two on one day the one with a clock."""
    found = [moment for fact in facts if fact.slot == slot and (moment := _as_moment(fact, times))]
    if not found:
        return None
    same_day = [moment for moment in found if moment.value[:10] == found[0].value[:10]]
    return max(same_day, key=lambda moment: len(moment.value))


def _as_moment(fact: PauseFactMention, times: Book[Time]) -> Moment | None:
    if fact.value:
        return Moment(as_slot(fact.value), None)
    time = times.of(fact.time)
    return Moment(as_slot(time.value), time) if time and time.value and time.value[0].isdigit() else None


def _moment_of(events: Sequence[PauseEvent], types: Sequence[str]) -> Moment | None:
    for type_ in types:
        for event in events:
            if event.type == type_ and event.date and event.date[0].isdigit():
                event = _with_clock(event, events)
                assert event.date is not None
                time = next((time for time in event.times if time.value == event.date), None)
                return Moment(as_slot(event.date), time)
    return None


def _with_clock(event: PauseEvent, events: Sequence[PauseEvent]) -> PauseEvent:
    """Of all events of a type on one day the first that gives the clock."""
    day = as_slot(event.date or "")
    same = (e for e in events if e.type == event.type and e.date and as_slot(e.date).startswith(day))
    return next((e for e in same if len(as_slot(e.date or "")) > len(day)), event)


def _finer(said: Moment | None, events: Sequence[PauseEvent]) -> Moment | None:
    """When it starts: what is said of it, or the day of its beginning, whichever gives the clock."""
    begun = _moment_of(events, ("started",))
    if said is None or begun is None:
        return said or begun
    clocks = [e for e in events if e.type == "started" and e.date and as_slot(e.date)[:10] == said.value[:10]]
    clocked = _moment_of([e for e in clocks if len(as_slot(e.date or "")) > len(said.value)], ("started",))
    return clocked or said


def _duration(
    facts: Sequence[PauseFactMention], events: Sequence[PauseEvent], times: Book[Time]
) -> tuple[str | None, Time | None]:
    """The first length that is the pause's own; an extension's is not."""
    for fact in facts:
        if fact.slot == "duration" and (fact.value or fact.time):
            time = times.of(fact.time)
            value = fact.value or (time.value if time else None)
            if value:
                return value, time
    wished = {event.type for event in events} <= WISHES | {"rejected"}
    for event in events:
        if event.duration and (event.type in ORIGINS or (wished and event.type == "demanded")):
            return event.duration, next((time for time in event.times if time.value == event.duration), None)
    return None, None


def _ends(
    facts: Sequence[PauseFactMention],
    events: Sequence[PauseEvent],
    times: Book[Time],
    starts: Moment | None,
    duration: str | None,
    published: str | None,
) -> Moment | None:
    """What the words say of an end beats arithmetic; a collapse beats what the end was to be."""
    over = [event for event in events if event.type == "ended" and event.date and event.date[0].isdigit()]
    if over:
        return _moment_of(over[-1:], ("ended",))
    if any(fact.slot == "ends" and not fact.value and fact.time is None for fact in facts):
        return None  # it recurs, or is said to have no end
    said = [moment for fact in facts if fact.slot == "ends" and (moment := _as_moment(fact, times))]
    if said:
        return (
            max(said, key=lambda moment: moment.value[:10])
            if len({m.value[:10] for m in said}) > 1
            else max(said, key=lambda moment: len(moment.value))
        )
    value = end_of(starts.value, duration) if starts and duration else None
    brief = [event for event in events if event.type == "ended" and event.duration not in (None, duration)]
    if starts and brief and (broken := end_of(starts.value, brief[-1].duration or "")):
        # `bubar dalam 90 menit`
        return Moment(broken[:10], None)
    value = _lengthened(value, events)
    if value and published and any(e.type == "ended" for e in events) and precedes(published, as_slot(value)):
        return None  # it was over before its length was
    return Moment(value, None) if value else None


def _counted_back(
    facts: Sequence[PauseFactMention],
    events: Sequence[PauseEvent],
    times: Book[Time],
    ends: Moment | None,
    duration: str | None,
) -> Moment | None:
    """When it began, by its length and the end that it was to have; not where it broke or was lengthened."""
    if ends is None or duration is None or any(event.type == "extended" for event in events):
        return None
    said = (_as_moment(fact, times) for fact in facts if fact.slot == "ends")
    if not any(moment is not None and moment.value == ends.value for moment in said):
        return None
    value = start_of(ends.value, duration)
    return Moment(value, None) if value else None


def _lengthened(end: str | None, events: Sequence[PauseEvent]) -> str | None:
    """The end put off by the lengths of all extensions; null where one of them has none."""
    lengths = {event.duration for event in events if event.type == "extended"}
    told = [event for event in events if event.type == "extended"]
    if not told or end is None:
        return end
    if None in lengths or len(lengths) != len(told):
        # without a length, or told twice
        return None
    for length in (event.duration for event in told):
        end = put_off(end, length or "") if end else None
    return end
