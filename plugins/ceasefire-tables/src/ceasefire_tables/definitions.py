"""All tables, column by column: the one definition from which every output takes names, types, meanings and values.

What fields mean is what `ceasefire.models` says of them.
"""

from __future__ import annotations

from operator import attrgetter

from ceasefire_tables.cells import at_least, at_most
from ceasefire_tables.columns import Row, Table
from ceasefire_tables.makers import article, count, date, key, link, moment, number, place, span, text, whole
from ceasefire_tables.pausetables import EVENT_TIMES, EVENTS, PAUSE_ACTORS, PAUSES, SCOPE
from ceasefire_tables.rows import RULE, items, parts_of

__all__ = ["TABLES", "UNREAD", "table"]

ARTICLES = Table(
    "articles",
    "an article that was read",
    (
        key(
            "article",
            "the id, or for an id that an earlier article has, ID~2, ID~3 and so on",
            attrgetter("article.key"),
        ),
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
        text(
            "interval_start",
            "first instant of the interval that it denotes, ISO 8601 with offset",
            attrgetter("item.start"),
        ),
        text("interval_end", "instant after the interval's last one, ISO 8601 with offset", attrgetter("item.end")),
        moment("interval_start_utc", "the same as interval_start", attrgetter("item.start")),
        moment("interval_end_utc", "the same as interval_end", attrgetter("item.end")),
        text("rule", RULE, attrgetter("item.by")),
    ),
    ("time",),
    items("times"),
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
    items("actors"),
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
    items("regions"),
)

CASUALTIES = Table(
    "casualties",
    "a figure of people harmed",
    (
        article(),
        key("casualty", "key of the figure"),
        *place("the figure"),
        text("outcome", "what happened to them", of="outcome"),
        whole(
            "count_min",
            "smallest number that the words allow; null is open",
            lambda row: at_least(row.item.count.min),
            unit="people",
        ),
        whole(
            "count_max",
            "largest number that the words allow; null is open",
            lambda row: at_most(row.item.count.max),
            unit="people",
        ),
        text("count_text", "the words from which the bounds were read", attrgetter("item.count.text")),
        text("victims", "who was harmed", of="victims"),
        link("source", "actors", "actor", "who gives the figure"),
        text("cause", "what harmed them, in the article's words"),
        link("region", "regions", "region", "where"),
        link("time", "times", "time", "when"),
        text("rule", RULE, attrgetter("item.by")),
    ),
    ("casualty",),
    items("casualties"),
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
    parts_of("casualties", attrgetter("blamed_on")),
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
        text("rule", RULE, attrgetter("item.by")),
    ),
    ("statement",),
    items("statements"),
)


# ---- mentions, remarks, what failed ------------------------------------------------------------------------------


def _mentions(layer: str, item: str) -> Table:
    return Table(
        f"{item}_mentions",
        f"one place in the text where {'an' if item == 'actor' else 'a'} {item} is named or pointed at",
        (
            article(),
            link(item, layer, item, f"the {item}", attrgetter("owner"), required=True),
            count(f"place among the {item}'s mentions"),
            *place("the mention"),
        ),
        (item, "n"),
        parts_of(layer, attrgetter("mentions")),
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
    items("diagnostics"),
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
