"""What extractors find: small frozen facts tied to a span of the text.

An extractor says "here the text names a length of 24 hours", "here somebody extends a pause, by this name, in
this place". A mention may point at other mentions; it points at the objects themselves, which must stand on
the same document. Core *assembles* mentions into the models of a report and knows no language: whatever a
pronoun can stand for, or that a capital stands for its state, comes with the mention.

All fields are keyword-only: `TimeMention(span=Span(0, 3), by="monitor-days:code", type="DATE", value=None)`.

Whoever adds a language writes mentions only. A plugin may define further mention types (subclasses of
`Mention`, decorated with `@attrs.frozen(kw_only=True)`) for other extractors to use; core leaves those aside when
it assembles, so they reach no report.
"""

from __future__ import annotations

from typing import Literal

import attrs

from ceasefire.models import Span

__all__ = [
    "ActorMention",
    "Anaphor",
    "CasualtyMention",
    "Contrast",
    "EventMention",
    "FactSlot",
    "Mention",
    "NumberMention",
    "PauseFactMention",
    "PauseMention",
    "RegionMention",
    "ScopeMention",
    "StanceMention",
    "StatementMention",
    "TimeMention",
]


@attrs.frozen(kw_only=True)
class Mention:
    """The base of all mentions. Its fields, and those of every mention type, are keyword-only."""

    #: where in the text
    span: Span
    #: plugin and rule, `"id-dates:calendar"`, or plugin and what it decided, `"id-scope:includes"`; the reader refuses
    #: a mention whose plugin is not the one that gave it
    by: str


@attrs.frozen(kw_only=True)
class NumberMention(Mention):
    """A number in digits or words, with the bound that the words beside it put on it.

    The span covers the number with its bound, not what it counts.
    """

    #: smallest and largest whole number that the words allow; null is open
    min: int | None
    max: int | None
    #: the number without its bound
    bare: Span
    #: how it is used; only a `cardinal` counts things
    form: Literal["cardinal", "ordinal", "fraction", "share"] = "cardinal"
    #: what it measures where its unit or frame says so (`"money"`, `"distance"`, `"age"`, ...); null is a plain count
    measures: str | None = None
    #: how the words beside it widen it (over, at least, about, under, at most); null where they do not
    bound: Literal["more", "least", "about", "less", "most"] | None = None


@attrs.frozen(kw_only=True)
class TimeMention(Mention):
    """A time expression with its TIMEX3 reading, resolved as far as the text and the publication date allow."""

    #: closed list `time_type`
    type: str
    #: TIMEX3 value; null where the anchor is missing
    value: str | None
    #: closed list `time_mod`
    mod: str | None = None
    #: the interval that it denotes, ISO 8601 with offset; null where it has none
    start: str | None = None
    end: str | None = None
    #: `"report"` where it dates the report (`dikutip dari X pada Senin`), not what is told
    role: Literal["told", "report"] = "told"


@attrs.frozen(kw_only=True)
class Anaphor:
    """What a pronoun or a short description can stand for. Core looks for it among the actors named before it."""

    #: actor kinds that it can stand for; empty is any
    kinds: frozenset[str] = frozenset()
    #: head nouns of which the actor must have one (`"pejabat"`); empty is any
    heads: frozenset[str] = frozenset()
    #: the state that the actor must belong to
    country: str | None = None
    #: whether it stands for one or for many; null is either
    number: Literal["one", "many"] | None = None
    #: whether it is the last one who spoke or the last one named
    nearest: Literal["speaker", "named"] = "named"
    #: whether its own words name somebody where nobody fits: `pemerintah` does, `dia` does not
    descriptive: bool = False


@attrs.frozen(kw_only=True)
class ActorMention(Mention):
    """A name, description or pronoun of somebody who does, says or suffers something."""

    #: the name that this mention gives, in full where an alias is known (`Moskow` that acts gives `Rusia`)
    name: str
    #: closed list `actor_kind`
    kind: str
    country: str | None = None
    office: str | None = None
    member_of: ActorMention | None = None
    #: mentions of one identity are one actor whatever they are called (`"state:RU"`)
    identity: str | None = None
    #: nouns by which the text can pick the actor up again (`"pejabat"`, `"menteri"`, `"kementerian"`), folded
    heads: frozenset[str] = frozenset()
    #: whether it is one being or many
    number: Literal["one", "many"] = "one"
    #: set where the mention only stands for an actor named elsewhere
    anaphor: Anaphor | None = None
    #: false where the mention alone makes no actor of the report (a state inside a title, an addressee);
    #: it still joins an actor that another mention makes, or makes one where a fact points at it
    listed: bool = True


@attrs.frozen(kw_only=True)
class RegionMention(Mention):
    """A name of a place, spoken of as land."""

    name: str
    #: closed list `region_kind`
    kind: str
    country: str | None = None
    within: RegionMention | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    #: mentions of one identity are one region whatever they are called (`"geonames:170063"`)
    identity: str | None = None
    #: false where the mention alone makes no region of the report
    listed: bool = True


@attrs.frozen(kw_only=True)
class CasualtyMention(Mention):
    """A figure of people harmed. Without a source of its own it takes the speaker of the statement it stands in."""

    #: closed list `outcome`
    outcome: str
    #: closed list `victims`
    victims: str
    min: int | None
    max: int | None
    #: the words of the bounds
    count: Span
    source: ActorMention | None = None
    cause: str | None = None
    blamed_on: tuple[ActorMention, ...] = ()
    region: RegionMention | None = None
    time: TimeMention | None = None


#: how a noun phrase sets its pause off from others that the text speaks of
Contrast = Literal["earlier", "current", "wider", "other"]


@attrs.frozen(kw_only=True)
class PauseMention(Mention):
    """A noun phrase (or a verb) that speaks of a pause in the fighting. The span is its bare noun phrase."""

    #: the bare noun phrase; empty where only a verb tells the pause
    label: str
    #: the words of the label that tell pauses apart (`"cessation"`, `"hostilities"`, not `"of"`); empty is all of them
    heads: frozenset[str] = frozenset()
    #: closed list `pause_kind`; null where the words do not say (a back reference)
    kind: str | None = None
    #: points back at a pause already spoken of (`jeda itu`)
    definite: bool = False
    #: `sebelumnya`, `terbaru`, `yang lebih luas` beside it
    contrast: Contrast | None = None
    #: the pause that the extractor knows it to be, whatever else is said (an apposition, a pronoun)
    same_as: PauseMention | None = None
    #: mentions of one identity are one pause, those of two are two, whatever they are called: set by an extractor that
    #: has itself decided which of its mentions are one pause; identities of two extractors have nothing in common
    identity: str | None = None
    #: a time that names it: `gencatan senjata Februari`
    dated: TimeMention | None = None
    #: which in a row it is said to be: `gencatan senjata ke-15`, `yang ketiga`
    number: int | None = None
    #: the feast or season that it is made for: `gencatan senjata Natal`
    occasion: str | None = None
    #: the one side whose it is said to be: `the rebels' truce`, `its truce`
    owner: ActorMention | None = None
    #: asked for, negotiated or hoped for where it stands, not told as there
    wanted: bool = False
    #: false where it makes a pause only together with others (hypothetical, generic)
    makes_pause: bool = True


@attrs.frozen(kw_only=True)
class ScopeMention(Mention):
    """A region or an actor that a pause covers or leaves out. The span is the member's with its part words."""

    pause: PauseMention
    direction: Literal["include", "exclude"]
    region: RegionMention | None = None
    actor: ActorMention | None = None
    #: closed list `extent`
    extent: str = "whole"
    #: the words that include or exclude it
    cue: Span | None = None
    #: what weighed most where a scorer decided, the heaviest first; kept only where the reading is traced
    reasons: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class EventMention(Mention):
    """A clause that tells something of a pause. The span is the clause's telling words."""

    #: closed list `event_type`
    type: str
    pause: PauseMention
    actor: ActorMention | None = None
    #: the actor is whoever speaks in the statement around it
    by_speaker: bool = False
    region: RegionMention | None = None
    duration: TimeMention | None = None
    date: TimeMention | None = None
    #: what weighed most where a scorer decided, the heaviest first; kept only where the reading is traced
    reasons: tuple[str, ...] = ()


#: what a `PauseFactMention` can tell of a pause
FactSlot = Literal["declared_by", "parties", "brokers", "announced", "starts", "ends", "duration", "status"]


@attrs.frozen(kw_only=True)
class PauseFactMention(Mention):
    """A fact about a pause that is no event: who declared it, whom it binds, when it starts, that it holds."""

    pause: PauseMention
    slot: FactSlot
    #: for `declared_by`, `parties`, `brokers`
    actor: ActorMention | None = None
    #: for `announced`, `starts`, `ends`, `duration`; an `ends` with neither time nor value says that there is none
    time: TimeMention | None = None
    #: for `status`: a value of the closed list `pause_status`; for times: a value got by plain arithmetic
    value: str | None = None
    #: what weighed most where a scorer decided, the heaviest first; kept only where the reading is traced
    reasons: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class StatementMention(Mention):
    """A stretch of speech or writing that the text attributes to somebody. The span is the words attributed."""

    #: closed list `form`
    form: str
    speaker: ActorMention | None
    #: the verb of saying
    verb: Span | None = None
    via: ActorMention | None = None
    date: TimeMention | None = None
    #: closed list `stance`
    stance: str | None = None
    about: PauseMention | None = None


@attrs.frozen(kw_only=True)
class StanceMention(Mention):
    """What a statement is about, and what it holds of it, read by another extractor than the statement.

    It stands over what the statement itself says. The span is the statement's.
    """

    statement: StatementMention
    about: PauseMention
    #: closed list `stance`
    stance: str | None = None
    #: what weighed most where a scorer decided, the heaviest first; kept only where the reading is traced
    reasons: tuple[str, ...] = ()
