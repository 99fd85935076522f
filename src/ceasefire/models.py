"""What a report is made of.

All models are frozen and compared by value, spans included. A field holds the model itself
(`pause.scope.excludes[0].region.name`); in JSON it holds that model's id. Offsets everywhere count Unicode
code points of the article's text exactly as it was given; `start` is included, `end` is not, and
`text[span.start:span.end] == item.text` holds for every item that has both. Closed lists (`kind`, `status`,
`outcome`, ...) are those of `ceasefire.vocabulary`. The meaning of each field is that of the annotation
guideline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ceasefire.errors import CeasefireError

if TYPE_CHECKING:
    from ceasefire.trace import Explanation, Trace

__all__ = [
    "Actor",
    "Article",
    "Casualty",
    "Count",
    "Diagnostic",
    "Moment",
    "Pause",
    "PauseEvent",
    "Reference",
    "Region",
    "Report",
    "Scope",
    "ScopePart",
    "Span",
    "Statement",
    "Time",
]


@attrs.frozen(order=True)
class Span:
    """A stretch of the article's text, in code points."""

    #: the first code point, counted from 0
    start: int
    #: the code point after the last one
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


@attrs.frozen
class Reference:
    """One place in the text where an actor, a region or a pause is named or pointed at."""

    span: Span
    text: str


@attrs.frozen
class Article:
    """What was read. The text itself is not kept; its length and digest are."""

    #: the caller's name for it, or the first 16 digits of `sha256`
    id: str
    title: str | None
    url: str | None
    #: BCP 47, `"id"` for Indonesian
    language: str
    #: the day of publication, ISO 8601, or null where nobody gave it
    published: str | None
    #: IANA name of the zone in which the outlet counts its days
    timezone: str
    #: of the text, in code points
    length: int
    #: of the text in UTF-8, hexadecimal
    sha256: str


@attrs.frozen
class Time:
    """A time expression: one TIMEX3 of TimeML, with the interval that it denotes."""

    id: str
    span: Span
    text: str
    #: closed list `time_type`: DATE, TIME, DURATION or SET
    type: str
    #: a TIMEX3 value (ISO 8601 with TimeML's additions), or null where its anchor is missing
    value: str | None
    #: closed list `time_mod`: APPROX, START, MID, END, ...
    mod: str | None
    #: first instant of the interval, ISO 8601 with offset, in the article's zone or the one that the text names
    start: str | None
    #: the instant after its last one
    end: str | None
    #: plugin and rule that read it, `"id-dates:calendar"`, or plugin and what it decided
    by: str


@attrs.frozen
class Actor:
    """A person, state, force, group, organisation or office that does, says or suffers something."""

    id: str
    #: the fullest form that the article uses
    name: str
    #: closed list `actor_kind`
    kind: str
    #: ISO 3166-1 alpha-2 of the state that it is or belongs to
    country: str | None
    #: the office that the article gives a person: `"Menteri Luar Negeri Amerika Serikat"`
    office: str | None
    #: the body that it is part of or speaks for
    member_of: Actor | None
    mentions: tuple[Reference, ...]


@attrs.frozen
class Region:
    """A place that the article speaks of as land."""

    id: str
    name: str
    #: closed list `region_kind`
    kind: str
    #: ISO 3166-1 alpha-2 of the state it lies in; null where none or disputed
    country: str | None
    #: the larger place that the text names with it
    within: Region | None
    #: GeoNames id
    geonames: int | None
    #: degrees north, WGS 84
    lat: float | None
    #: degrees east, WGS 84
    lon: float | None
    mentions: tuple[Reference, ...]


@attrs.frozen
class Count:
    """The whole numbers that the words allow, both ends included; null is open."""

    min: int | None
    max: int | None
    #: the words that the bounds were read from
    text: str


@attrs.frozen
class Casualty:
    """A figure of people harmed."""

    id: str
    span: Span
    text: str
    #: closed list `outcome`
    outcome: str
    count: Count
    #: closed list `victims`
    victims: str
    #: who gives the figure
    source: Actor | None
    #: what harmed them, in the article's words
    cause: str | None
    #: who is said to have harmed them
    blamed_on: tuple[Actor, ...]
    region: Region | None
    time: Time | None
    by: str


@attrs.frozen
class ScopePart:
    """A region or an actor that a pause covers or leaves out; exactly one of the two is set."""

    region: Region | None
    actor: Actor | None
    #: closed list `extent`: whole or part
    extent: str
    span: Span
    text: str
    #: the words that include or exclude it
    cue: Span | None
    #: plugin and rule
    rule: str


@attrs.frozen
class Scope:
    """Where and for whom a pause holds."""

    includes: tuple[ScopePart, ...]
    excludes: tuple[ScopePart, ...]


@attrs.frozen
class Moment:
    """When something about a pause happens. `time` is null where arithmetic gave the value."""

    value: str
    time: Time | None


@attrs.frozen
class PauseEvent:
    """Something that the article tells of a pause."""

    #: closed list `event_type`
    type: str
    #: who does it; of a breach, who is said to have broken it
    by: Actor | None
    region: Region | None
    #: ISO 8601, where the event's own clause gives it
    duration: str | None
    #: TIMEX3 value
    date: str | None
    span: Span
    text: str
    #: the times that `duration` and `date` were read from
    times: tuple[Time, ...]
    #: plugin and rule
    rule: str


@attrs.frozen
class Pause:
    """One stopping of fighting, made of all its mentions."""

    id: str
    #: its fullest bare noun phrase
    label: str
    #: closed list `pause_kind`
    kind: str
    #: closed list `pause_status`, as the article leaves it
    status: str
    declared_by: tuple[Actor, ...]
    #: whom it binds to stop
    parties: tuple[Actor, ...]
    brokers: tuple[Actor, ...]
    scope: Scope
    announced: Moment | None
    starts: Moment | None
    #: the last day in force, or the clock at which it stops
    ends: Moment | None
    #: ISO 8601
    duration: str | None
    #: the time that `duration` was read from
    duration_time: Time | None
    events: tuple[PauseEvent, ...]
    mentions: tuple[Reference, ...]
    #: plugin and rule of its first mention
    by: str


@attrs.frozen
class Statement:
    """A stretch of speech or writing that the article attributes to somebody."""

    id: str
    span: Span
    text: str
    #: closed list `form`: direct or indirect
    form: str
    speaker: Actor | None
    #: the verb of saying, as the text has it
    verb: str | None
    #: the outlet through which it was heard
    via: Actor | None
    #: when it was said
    date: Time | None
    #: closed list `stance`, towards `about`
    stance: str | None
    about: Pause | None
    by: str


@attrs.frozen
class Diagnostic:
    """What the reader could not do, doubts, or did otherwise than one may expect."""

    #: closed list `level`
    level: str
    #: the plugin, or `"ceasefire"`
    source: str
    #: a stable word for programs: `"weekday-disagrees"`
    code: str
    #: one line for people
    message: str
    span: Span | None = None


@attrs.frozen
class Report:
    """All that was read in one article. Lists stand in the order of the text."""

    article: Article
    times: tuple[Time, ...] = ()
    actors: tuple[Actor, ...] = ()
    regions: tuple[Region, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    pauses: tuple[Pause, ...] = ()
    statements: tuple[Statement, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    #: how the reading came about, where the reader was told to keep it; no part of the report's value or its JSON
    trace: Trace | None = attrs.field(default=None, eq=False, repr=False)

    def explain(self, what: Time | Actor | Region | Casualty | Pause | Statement | str) -> tuple[Explanation, ...]:
        """The chain that led to an item, to the item with that id, or to all that was read in words that hold `what`.

        Raises `CeasefireError` where there is no such item or word, or the reader kept no trace.
        """
        if self.trace is None:
            raise CeasefireError("no trace was kept; read the article with Reader(trace=True)")
        return self.trace.explain(self, what)
