"""All tables, column by column: the one definition from which every output takes names, types, meanings and values.

What fields mean is what `ceasefire.models` says of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any

from ceasefire.models import Pause
from ceasefire_tables.columns import Column, Link, Row, Table, Type
from ceasefire_tables.cells import at_least, at_most
from ceasefire_tables.keys import KeyedArticle
from ceasefire_tables.makers import article, count, date, key, link, moment, number, place, span, text, whole

__all__ = ["TABLES", "UNREAD", "table"]

Rows = Callable[[KeyedArticle], Iterable[Row]]
_RULE = "plugin and rule that read it"


def _items(layer: str) -> Rows:
    """A row an item of a layer of the report."""
    return lambda keyed: (Row(keyed, item, n=n) for n, item in enumerate(getattr(keyed.report, layer), start=1))


def _parts(layer: str, parts: Callable[[Any], Iterable[Any]]) -> Rows:
    """A row for each part of each item of a layer."""

    def rows(keyed: KeyedArticle) -> Iterator[Row]:
        for owner in getattr(keyed.report, layer):
            yield from (Row(keyed, part, owner, n) for n, part in enumerate(parts(owner), start=1))

    return rows


def _part_key(letter: str) -> Callable[[Row], str]:
    return lambda row: row.key(row.owner, f"{letter}{row.n}")


ARTICLES = Table(
    "articles",
    "an article that was read",
    (
        key("article", "the id, or for an id that an earlier article has, ID~2, ID~3 and so on", attrgetter("article.key")),
        text("id", "the id as it was given"),
        text("title", "headline"),
        text("url", "address"),
        text("language", "of the text, BCP 47"),
        date("published", "day of publication"),
        text("timezone", "zone in which the outlet counts its days, a name of the IANA time zone database"),
        whole("length", "length of the text", unit="code points"),
        text("sha256", "digest of the text in UTF-8, hexadecimal"),
    ),
    ("article",),
    lambda keyed: [Row(keyed, keyed.report.article)],
)

TIMES = Table(
    "times",
    "a time expression: one TIMEX3 of TimeML",
    (
        article(),
        key("time", "key of the time"),
        *place("the expression"),
        text("type", "DATE, TIME, DURATION or SET, as TIMEX3", of="time_type"),
        text("value", "what it denotes, as TIMEX3 writes it (ISO 8601 with additions)"),
        text("mod", "modifier, as TIMEX3", of="time_mod"),
        text("interval_start", "first instant of the interval that it denotes, ISO 8601 with offset", attrgetter("item.start")),
        text("interval_end", "instant after the interval's last one, ISO 8601 with offset", attrgetter("item.end")),
        moment("interval_start_utc", "the same as interval_start", attrgetter("item.start")),
        moment("interval_end_utc", "the same as interval_end", attrgetter("item.end")),
        text("rule", _RULE, attrgetter("item.by")),
    ),
    ("time",),
    _items("times"),
)

ACTORS = Table(
    "actors",
    "a person, state, force, group or body that does, says or suffers something",
    (
        article(),
        key("actor", "key of the actor, within its article"),
        text("name", "the fullest form that the article uses"),
        text("kind", "kind of actor", of="actor_kind"),
        text("country", "state that it is or belongs to, ISO 3166-1 alpha-2"),
        text("office", "office that the article gives a person"),
        link("member_of", "actors", "actor", "body that it is part of or speaks for"),
    ),
    ("actor",),
    _items("actors"),
)

REGIONS = Table(
    "regions",
    "a place that the article speaks of as land",
    (
        article(),
        key("region", "key of the region, within its article"),
        text("name", "the fullest form that the article uses"),
        text("kind", "kind of place", of="region_kind"),
        text("country", "state it lies in, ISO 3166-1 alpha-2; null where none or disputed"),
        link("within", "regions", "region", "larger place that the text names with it"),
        whole("geonames", "id in GeoNames"),
        number("lat", "latitude, WGS 84", unit="degrees north"),
        number("lon", "longitude, WGS 84", unit="degrees east"),
    ),
    ("region",),
    _items("regions"),
)

CASUALTIES = Table(
    "casualties",
    "a figure of people harmed",
    (
        article(),
        key("casualty", "key of the figure"),
        *place("the figure"),
        text("outcome", "what happened to them", of="outcome"),
        whole("count_min", "smallest number that the words allow; null is open", lambda row: at_least(row.item.count.min), unit="people"),
        whole("count_max", "largest number that the words allow; null is open", lambda row: at_most(row.item.count.max), unit="people"),
        text("count_text", "the words from which the bounds were read", attrgetter("item.count.text")),
        text("victims", "who was harmed", of="victims"),
        link("source", "actors", "actor", "who gives the figure"),
        text("cause", "what harmed them, in the article's words"),
        link("region", "regions", "region", "where"),
        link("time", "times", "time", "when"),
        text("rule", _RULE, attrgetter("item.by")),
    ),
    ("casualty",),
    _items("casualties"),
)

CASUALTY_BLAMED = Table(
    "casualty_blamed",
    "who is said to have harmed the people of a figure",
    (
        article(),
        link("casualty", "casualties", "casualty", "the figure", attrgetter("owner"), required=True),
        count("place among those blamed"),
        link("actor", "actors", "actor", "who is blamed", attrgetter("item"), required=True),
    ),
    ("casualty", "n"),
    _parts("casualties", attrgetter("blamed_on")),
)


# ---- pauses ------------------------------------------------------------------------------------------------------


def _slot(name: str, meaning: str) -> tuple[Column, Column]:
    """A date of a pause and the time that it was read from."""

    def part(field: str) -> Callable[[Row], Any]:
        def value(row: Row) -> Any:
            slot = getattr(row.item, name)
            return None if slot is None else getattr(slot, field)

        return value

    return (
        text(name, f"{meaning}, as TIMEX3 writes it: a day, a day with a clock, or a month", part("value")),
        link(f"{name}_time", "times", "time", f"time from which {name} was read; null where it was reckoned", part("time")),
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
    _items("pauses"),
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
    _parts("pauses", _roles),
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
        key("part", "key of the part", _part_key("s")),
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
        text("rule", _RULE, _of_part("rule")),
    ),
    ("part",),
    _parts("pauses", _scope),
)

EVENTS = Table(
    "events",
    "something that the article tells of a pause, in the order of the text",
    (
        article(),
        key("event", "key of the event", _part_key("e")),
        link("pause", "pauses", "pause", "the pause", attrgetter("owner"), required=True),
        count("place among the pause's events"),
        text("type", "what happened", of="event_type"),
        link("done_by", "actors", "actor", "who does it; of a breach, who is said to have broken it", attrgetter("item.by")),
        link("region", "regions", "region", "where"),
        text("duration", "length that the event's own clause gives, ISO 8601"),
        text("date", "when, as TIMEX3 writes it"),
        *place("the event"),
        text("rule", _RULE),
    ),
    ("event",),
    _parts("pauses", attrgetter("events")),
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

STATEMENTS = Table(
    "statements",
    "a stretch of speech or writing that the article attributes to somebody",
    (
        article(),
        key("statement", "key of the statement"),
        *place("what is said"),
        text("form", "between quotation marks or reported", of="form"),
        link("speaker", "actors", "actor", "who says it"),
        text("verb", "verb of saying, as the text has it"),
        link("via", "actors", "actor", "outlet through which it was heard"),
        link("time", "times", "time", "when it was said", attrgetter("item.date")),
        text("stance", "towards the pause in about", of="stance"),
        link("about", "pauses", "pause", "the pause that it is about"),
        text("rule", _RULE, attrgetter("item.by")),
    ),
    ("statement",),
    _items("statements"),
)


# ---- mentions, remarks, what failed ------------------------------------------------------------------------------


def _mentions(layer: str, item: str) -> Table:
    return Table(
        f"{item}_mentions",
        f"one place in the text where a {item} is named or pointed at",
        (
            article(),
            link(item, layer, item, f"the {item}", attrgetter("owner"), required=True),
            count(f"place among the {item}'s mentions"),
            *place("the mention"),
        ),
        (item, "n"),
        _parts(layer, attrgetter("mentions")),
    )


DIAGNOSTICS = Table(
    "diagnostics",
    "what the reader could not do, doubts, or did otherwise than one may expect",
    (
        article(),
        count("place among the article's diagnostics"),
        text("level", "how grave it is", of="level"),
        text("source", "the plugin, or ceasefire"),
        text("code", "a stable word for programs"),
        text("message", "one line for people"),
        *span("span", "what it is about", attrgetter("item.span")),
    ),
    ("article", "n"),
    _items("diagnostics"),
)

#: of articles that have no report, so of no article's rows
UNREAD = Table(
    "unread",
    "an article that could not be read",
    (
        count("place among the articles that could not be read"),
        text("id", "the id as it was given"),
        whole("line", "line of the input on which it stood", unit="from 1"),
        text("code", "a stable word for programs"),
        text("message", "one line for people"),
    ),
    ("n",),
    lambda keyed: (),
)

#: each after those that it points at
TABLES = (
    ARTICLES,
    TIMES,
    ACTORS,
    _mentions("actors", "actor"),
    REGIONS,
    _mentions("regions", "region"),
    CASUALTIES,
    CASUALTY_BLAMED,
    PAUSES,
    _mentions("pauses", "pause"),
    PAUSE_ACTORS,
    SCOPE,
    EVENTS,
    EVENT_TIMES,
    STATEMENTS,
    DIAGNOSTICS,
    UNREAD,
)


def table(name: str) -> Table:
    """The table of that name. Raises `LookupError` where there is none."""
    for each in TABLES:
        if each.name == name:
            return each
    raise LookupError(f"no table is called {name!r:.40}; there are {', '.join(each.name for each in TABLES)}")
