"""Mentions, models and whole reports with defaults, so that a test shows only what matters.

Each takes the words first and then any field by name. They stand at `at`, or at the first place from there on in
`in_text` that holds them; else at the beginning::

    factories.time_mention("Monday", in_text=text, value="2025-11-10")
    factories.region("Strelsau", kind="province")

Identifiers need no care: `report` numbers what it is given, and takes in what that points at.
"""

from __future__ import annotations

import hashlib
from typing import Any, TypeVar

import attrs

from ceasefire import mentions, models
from ceasefire.dating import DEFAULT_TIMEZONE
from ceasefire.models import Span
from ceasefire.testing.numbering import numbered_report

__all__ = [
    "actor",
    "actor_mention",
    "article",
    "casualty",
    "casualty_mention",
    "diagnostic",
    "event_mention",
    "moment",
    "number_mention",
    "pause",
    "pause_event",
    "pause_fact_mention",
    "pause_mention",
    "reference",
    "region",
    "region_mention",
    "report",
    "scope_mention",
    "scope_part",
    "span_of",
    "stance_mention",
    "statement",
    "statement_mention",
    "time",
    "time_mention",
]

T = TypeVar("T")

#: the plugin and rule of what a test makes
_RULE = "test:made"


def span_of(words: str, in_text: str | None = None, at: int = 0) -> Span:
    """Where the words stand: at `at`, or at the first place from there on in `in_text` that holds them.

    Raises `ValueError` where there are no words or the text does not hold them.
    """
    if not words:
        raise ValueError("a span needs words")
    if in_text is not None:
        found = in_text.find(words, at)
        if found < 0:
            raise ValueError(f"the text does not hold {words!r}" + (f" from {at} on" if at else ""))
        at = found
    return Span(at, at + len(words))


def _made(kind: type[T], words: str, in_text: str | None, at: int, given: dict[str, Any], /, **defaults: Any) -> T:
    """Something of a kind at its place, with what is given in place of defaults."""
    names = {field.name for field in attrs.fields(kind)}  # type: ignore[arg-type]
    if unknown := sorted(set(given) - names):
        raise TypeError(f"a {kind.__name__} has no field {unknown[0]!r}; it has {', '.join(sorted(names))}")
    own: dict[str, Any] = {"text": words, "by": _RULE, "rule": _RULE, "id": "", **defaults}
    if "span" in names and "span" not in given:
        own["span"] = span_of(words, in_text, at)
    return kind(**{name: value for name, value in (own | given).items() if name in names})


# ---- mentions ----------------------------------------------------------------------------------------------------


def number_mention(
    words: str = "two", *, in_text: str | None = None, at: int = 0, **fields: Any
) -> mentions.NumberMention:
    """A `NumberMention`; its bare number is the whole of its words."""
    bare = fields.get("span") or span_of(words, in_text, at)
    return _made(mentions.NumberMention, words, in_text, at, fields, min=2, max=2, bare=bare)


def time_mention(
    words: str = "Monday", *, in_text: str | None = None, at: int = 0, **fields: Any
) -> mentions.TimeMention:
    """A `TimeMention`: a day without a value."""
    return _made(mentions.TimeMention, words, in_text, at, fields, type="DATE", value=None)


def actor_mention(
    words: str = "Ruritania", *, in_text: str | None = None, at: int = 0, **fields: Any
) -> mentions.ActorMention:
    """An `ActorMention` named by its words: a state."""
    return _made(mentions.ActorMention, words, in_text, at, fields, name=words, kind="state")


def region_mention(
    words: str = "Strelsau", *, in_text: str | None = None, at: int = 0, **fields: Any
) -> mentions.RegionMention:
    """A `RegionMention` named by its words: a city."""
    return _made(mentions.RegionMention, words, in_text, at, fields, name=words, kind="city")


def casualty_mention(
    words: str = "two people", *, in_text: str | None = None, at: int = 0, **fields: Any
) -> mentions.CasualtyMention:
    """A `CasualtyMention`: two people killed; its count is its first word."""
    span = fields.get("span") or span_of(words, in_text, at)
    count = Span(span.start, span.start + len(words.split()[0]))
    defaults = {"outcome": "killed", "victims": "people", "min": 2, "max": 2, "count": count}
    return _made(mentions.CasualtyMention, words, in_text, at, fields, **defaults)


def pause_mention(
    words: str = "ceasefire", *, in_text: str | None = None, at: int = 0, **fields: Any
) -> mentions.PauseMention:
    """A `PauseMention` labelled by its words: a ceasefire."""
    return _made(mentions.PauseMention, words, in_text, at, fields, label=words, kind="ceasefire")


def scope_mention(
    pause: mentions.PauseMention, words: str = "Strelsau", *, in_text: str | None = None, at: int = 0, **fields: Any
) -> mentions.ScopeMention:
    """A `ScopeMention`: what it names is included."""
    return _made(mentions.ScopeMention, words, in_text, at, fields, pause=pause, direction="include")


def event_mention(
    pause: mentions.PauseMention,
    words: str = "is announced",
    *,
    in_text: str | None = None,
    at: int = 0,
    **fields: Any,
) -> mentions.EventMention:
    """An `EventMention`: the pause is announced."""
    return _made(mentions.EventMention, words, in_text, at, fields, pause=pause, type="announced")


def pause_fact_mention(
    pause: mentions.PauseMention, words: str = "holds", *, in_text: str | None = None, at: int = 0, **fields: Any
) -> mentions.PauseFactMention:
    """A `PauseFactMention`: the pause is in force."""
    defaults = {"slot": "status"} | ({} if "slot" in fields else {"value": "in_force"})
    return _made(mentions.PauseFactMention, words, in_text, at, fields, pause=pause, **defaults)


def statement_mention(
    words: str = "We are ready", *, in_text: str | None = None, at: int = 0, **fields: Any
) -> mentions.StatementMention:
    """A `StatementMention` in direct speech, without a speaker."""
    return _made(mentions.StatementMention, words, in_text, at, fields, form="direct", speaker=None)


def stance_mention(
    statement: mentions.StatementMention, about: mentions.PauseMention, **fields: Any
) -> mentions.StanceMention:
    """A `StanceMention`, where its statement stands: it supports the pause."""
    given = {"span": statement.span, **fields}
    return _made(mentions.StanceMention, "", None, 0, given, statement=statement, about=about, stance="supports")


# ---- models ------------------------------------------------------------------------------------------------------


def time(words: str = "Monday", *, in_text: str | None = None, at: int = 0, **fields: Any) -> models.Time:
    """A `Time`: a day without a value."""
    defaults = dict.fromkeys(("value", "mod", "start", "end"))
    return _made(models.Time, words, in_text, at, fields, type="DATE", **defaults)


def reference(words: str, *, in_text: str | None = None, at: int = 0, **fields: Any) -> models.Reference:
    """A `Reference`: one place where something is named."""
    return _made(models.Reference, words, in_text, at, fields)


def actor(words: str = "Ruritania", *, in_text: str | None = None, at: int = 0, **fields: Any) -> models.Actor:
    """An `Actor` named once, by its words: a state."""
    defaults = dict.fromkeys(("country", "office", "member_of"))
    mentioned = _mentioned(words, in_text, at, fields)
    return _made(models.Actor, words, in_text, at, fields, name=words, kind="state", mentions=mentioned, **defaults)


def region(words: str = "Strelsau", *, in_text: str | None = None, at: int = 0, **fields: Any) -> models.Region:
    """A `Region` named once, by its words: a city."""
    defaults = dict.fromkeys(("country", "within", "geonames", "lat", "lon"))
    mentioned = _mentioned(words, in_text, at, fields)
    return _made(models.Region, words, in_text, at, fields, name=words, kind="city", mentions=mentioned, **defaults)


def casualty(words: str = "two people", *, in_text: str | None = None, at: int = 0, **fields: Any) -> models.Casualty:
    """A `Casualty`: two people killed. `min` and `max` set the bounds of its count."""
    bounds = models.Count(fields.pop("min", 2), fields.pop("max", 2), words.split()[0])
    defaults = dict.fromkeys(("source", "cause", "region", "time"))
    basics: dict[str, Any] = {"outcome": "killed", "victims": "people", "count": bounds, "blamed_on": ()}
    return _made(models.Casualty, words, in_text, at, fields, **basics, **defaults)


def scope_part(
    member: models.Region | models.Actor,
    words: str | None = None,
    *,
    in_text: str | None = None,
    at: int | None = None,
    **fields: Any,
) -> models.ScopePart:
    """A `ScopePart`: the whole of a region or an actor, at the place where that is named first if none is said."""
    sides: dict[str, Any] = {"region": None, "actor": None}
    sides["region" if isinstance(member, models.Region) else "actor"] = member
    named = member.mentions[0] if member.mentions else models.Reference(Span(0, 1), member.name)
    place = named.span.start if at is None else at
    return _made(models.ScopePart, words or named.text, in_text, place, fields, **sides, extent="whole", cue=None)


def pause_event(
    words: str = "is announced", *, in_text: str | None = None, at: int = 0, **fields: Any
) -> models.PauseEvent:
    """A `PauseEvent`: the pause is announced, nobody says by whom."""
    defaults: dict[str, Any] = dict.fromkeys(("by", "region", "duration", "date"))
    return _made(models.PauseEvent, words, in_text, at, fields, **{**defaults, "type": "announced", "times": ()})


def moment(value: str, time: models.Time | None = None) -> models.Moment:
    """A `Moment`."""
    return models.Moment(value, time)


def pause(words: str = "ceasefire", *, in_text: str | None = None, at: int = 0, **fields: Any) -> models.Pause:
    """A `Pause` labelled by its words: a ceasefire in force, of which nothing more is known.

    `includes` and `excludes` are the parts of its scope.
    """
    scope = models.Scope(tuple(fields.pop("includes", ())), tuple(fields.pop("excludes", ())))
    basics: dict[str, Any] = {"label": words, "kind": "ceasefire", "status": "in_force", "scope": scope}
    nothing = dict.fromkeys(("announced", "starts", "ends", "duration", "duration_time"))
    nobody = dict.fromkeys(("declared_by", "parties", "brokers", "events"), ())
    mentioned = _mentioned(words, in_text, at, fields)
    return _made(models.Pause, words, in_text, at, fields, **basics, **nothing, **nobody, mentions=mentioned)


def statement(
    words: str = "We are ready", *, in_text: str | None = None, at: int = 0, **fields: Any
) -> models.Statement:
    """A `Statement` in direct speech, without a speaker."""
    defaults: dict[str, Any] = dict.fromkeys(("speaker", "verb", "via", "date", "stance", "about"))
    return _made(models.Statement, words, in_text, at, fields, form="direct", **defaults)


def diagnostic(code: str = "made-up", message: str = "made up by a test", **fields: Any) -> models.Diagnostic:
    """A `Diagnostic`: a warning."""
    return models.Diagnostic(**{"level": "warning", "source": "test", "code": code, "message": message, **fields})


def article(text: str = "", **fields: Any) -> models.Article:
    """The `Article` of a text: undated, of Jakarta's time."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    defaults: dict[str, Any] = dict.fromkeys(("title", "url", "published"))
    made = {"id": digest[:16], "language": "id", "timezone": DEFAULT_TIMEZONE, "length": len(text), "sha256": digest}
    return models.Article(**{**defaults, **made, **fields})


def report(text: str = "", *items: object, **fields: Any) -> models.Report:
    """A `Report` of a text with these items and all that they point at, numbered in the order of the text.

    `fields` are those of the article. Raises `TypeError` for an item that reports do not list, `ValueError` for one
    whose words do not stand at its span.
    """
    return numbered_report(article(text, **fields), text, items)


def _mentioned(words: str, in_text: str | None, at: int, fields: dict[str, Any]) -> tuple[models.Reference, ...]:
    if "mentions" in fields:
        return ()
    return (models.Reference(span_of(words, in_text, at), words),)
