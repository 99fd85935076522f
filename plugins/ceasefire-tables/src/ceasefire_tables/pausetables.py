"""The tables of pauses, their scope and their events."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from ceasefire.models import Pause
from ceasefire_tables.columns import Column, Link, Row, Table, Type
from ceasefire_tables.keys import KeyedArticle
from ceasefire_tables.makers import article, count, key, link, place, span, text
from ceasefire_tables.rows import RULE, items, part_key, parts_of

__all__ = ["EVENTS", "EVENT_TIMES", "PAUSES", "PAUSE_ACTORS", "SCOPE"]


def _slot(name: str, meaning: str) -> tuple[Column, Column]:
    """A date of a pause and the time that it was read from."""

    def part(field: str) -> Callable[[Row], Any]:
        def value(row: Row) -> Any:
            slot = getattr(row.item, name)
            return None if slot is None else getattr(slot, field)

        return value

    return (
        text(name, f"{meaning}, as TIMEX3 writes it: a day, a day with a clock, or a month", part("value")),
        link(
            f"{name}_time",
            "times",
            "time",
            f"time from which {name} was read; null where it was reckoned",
            part("time"),
        ),
    )


PAUSES = Table(
    "pauses",
    "a stopping of fighting that the article speaks of: proposed, agreed, in force, broken or over",
    (
        article(),
        key("pause", "key of the pause, within its article"),
        text("label", "its fullest bare noun phrase"),
        text("kind", "kind of pause", of="pause_kind"),
        text("status", "as the article leaves it at its publication", of="pause_status"),
        *_slot("announced", "when it was announced"),
        *_slot("starts", "when it begins"),
        *_slot("ends", "the last day in force, or the clock at which it stops"),
        text("duration", "its length, ISO 8601"),
        link("duration_time", "times", "time", "time from which duration was read"),
        text("rule", "plugin and rule that read its first mention", attrgetter("item.by")),
    ),
    ("pause",),
    items("pauses"),
)


def _roles(pause: Pause) -> Iterator[tuple[str, Any]]:
    for role, actors in (("declarer", pause.declared_by), ("party", pause.parties), ("broker", pause.brokers)):
        yield from ((role, actor) for actor in actors)


PAUSE_ACTORS = Table(
    "pause_actors",
    "an actor's part in a pause",
    (
        article(),
        link("pause", "pauses", "pause", "the pause", attrgetter("owner"), required=True),
        count("place among the pause's actors"),
        Column(
            "role",
            Type.TEXT,
            "declarer: announced or imposed it; party: is bound to stop; broker: mediated",
            lambda row: row.item[0],
            required=True,
            values=("declarer", "party", "broker"),
        ),
        link("actor", "actors", "actor", "the actor", lambda row: row.item[1], required=True),
    ),
    ("pause", "n"),
    parts_of("pauses", _roles),
)


def _scope(pause: Pause) -> Iterator[tuple[str, Any]]:
    yield from (("includes", part) for part in pause.scope.includes)
    yield from (("excludes", part) for part in pause.scope.excludes)


def _of_part(name: str) -> Callable[[Row], Any]:
    return lambda row: getattr(row.item[1], name)


SCOPE = Table(
    "scope",
    "a region or an actor that a pause covers or leaves out",
    (
        article(),
        key("part", "key of the part", part_key("s")),
        link("pause", "pauses", "pause", "the pause", attrgetter("owner"), required=True),
        Column(
            "direction",
            Type.TEXT,
            "whether the pause covers it or leaves it out",
            lambda row: row.item[0],
            required=True,
            values=("includes", "excludes"),
        ),
        link("region", "regions", "region", "the region; null where it is an actor", _of_part("region")),
        link("actor", "actors", "actor", "the actor; null where it is a region", _of_part("actor")),
        text("extent", "whether the whole of it or a part", _of_part("extent"), of="extent"),
        *span("span", "its words", _of_part("span")),
        text("text", "its words, as the article has them", _of_part("text")),
        *span("cue", "the words that include or exclude it", _of_part("cue")),
        text("rule", RULE, _of_part("rule")),
    ),
    ("part",),
    parts_of("pauses", _scope),
)

EVENTS = Table(
    "events",
    "something that the article tells of a pause, in the order of the text",
    (
        article(),
        key("event", "key of the event", part_key("e")),
        link("pause", "pauses", "pause", "the pause", attrgetter("owner"), required=True),
        count("place among the pause's events"),
        text("type", "what happened", of="event_type"),
        link(
            "done_by",
            "actors",
            "actor",
            "who does it; of a breach, who is said to have broken it",
            attrgetter("item.by"),
        ),
        link("region", "regions", "region", "where"),
        text("duration", "length that the event's own clause gives, ISO 8601"),
        text("date", "when, as TIMEX3 writes it"),
        *place("the event"),
        text("rule", RULE),
    ),
    ("event",),
    parts_of("pauses", attrgetter("events")),
)


def _event_times(keyed: KeyedArticle) -> Iterator[Row]:
    for pause in keyed.report.pauses:
        for number_, event in enumerate(pause.events, start=1):
            owner = keyed.key_of(pause, f"e{number_}")
            yield from (Row(keyed, time, owner, n) for n, time in enumerate(event.times, start=1))


EVENT_TIMES = Table(
    "event_times",
    "a time from which the date or the duration of an event was read",
    (
        article(),
        text("event", "the event", attrgetter("owner"), required=True, link=Link("events", "event")),
        count("place among the event's times"),
        link("time", "times", "time", "the time", attrgetter("item"), required=True),
    ),
    ("event", "n"),
    _event_times,
)
