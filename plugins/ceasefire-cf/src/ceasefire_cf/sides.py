"""Who stops, and so whether a ceasefire is unilateral, bilateral or multilateral."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from ceasefire.models import Actor, Pause, Report, Span
from ceasefire_cf.coded import Value

__all__ = ["declaration_type"]

#: what may fight; a league, an outlet or an observatory only speaks of a pause
_FIGHTING = {"state", "military", "government", "armed_group", "person"}
_OF_A_STATE = {"state", "military", "government"}
#: as which nothing has been declared
_NOT_DECLARED = {"proposed", "rejected"}


def declaration_type(
    report: Report, pause: Pause, parties: tuple[Value, ...], declarers: tuple[Value, ...]
) -> tuple[Value, ...]:
    """How many sides declared it: none where nothing was declared, or where the text leaves it open.

    `parties` and `declarers` are the pause's, grounded. A state, its government and its forces are one side, and so are
    a body and who belongs to it. One side that is said to have *agreed* has a partner whom the text does not name. Of
    parties of one country that the text does not say to belong together it is left open whether they are one side.
    """
    if pause.status in _NOT_DECLARED:
        return ()
    brokers = {actor.id for actor in pause.brokers}
    actors, grounds = pause.parties, parties
    if not actors:
        actors, grounds = tuple(each for each in pause.declared_by if each.id not in brokers), declarers
    sides = _sides(report, actors)
    if len(sides) == 1 and len(_bodies(report, pause.parties)) > 1:
        return ()
    if len(sides) > 1:
        return (Value("bilateral" if len(sides) == 2 else "multilateral", _spans(grounds)),)
    agreed = any(event.type == "agreed" for event in pause.events)
    if len(sides) == 1 and not agreed and _declared_within(report, pause, sides):
        return (Value("unilateral", _spans(grounds)),)
    return ()


def _spans(values: Iterable[Value]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(span for value in values for span in value.spans))


def _declared_within(report: Report, pause: Pause, sides: set[Hashable]) -> bool:
    """Whether it was declared, and by nobody beyond these sides; a leader may declare for the state."""
    bodies = _bodies(report, pause.declared_by).values()
    return bool(bodies) and all(
        _side(body) in sides or (body.kind == "person" and body.country is not None and body.country in sides)
        for body in bodies
    )


def _sides(report: Report, actors: Iterable[Actor]) -> set[Hashable]:
    """What tells the sides apart to which actors belong."""
    return {_side(body) for body in _bodies(report, actors).values()}


def _side(body: Actor) -> Hashable:
    return body.country if body.kind in _OF_A_STATE and body.country else body.id


def _bodies(report: Report, actors: Iterable[Actor]) -> dict[str, Actor]:
    """The outermost bodies that could fight to which actors belong, by their ids."""
    known = {actor.id: actor for actor in report.actors}
    bodies = [_body(actor, known) for actor in actors]
    fighting = [body for body in bodies if body.kind in _FIGHTING]
    # A leader whose body the text does not give is no side beside others.
    return {body.id: body for body in [body for body in fighting if body.kind != "person"] or fighting}


def _body(actor: Actor, known: dict[str, Actor]) -> Actor:
    """The outermost body that an actor belongs to and that could fight."""
    passed = {actor.id}
    while (outer := actor.member_of) is not None and outer.id not in passed and outer.kind in _FIGHTING:
        passed.add(outer.id)
        actor = known.get(outer.id, outer)
    return actor
