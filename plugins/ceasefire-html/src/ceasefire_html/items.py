"""What the page says of each item of a report, and which items belong together.

An item is whatever the page can point at: a time, an actor, a region, a figure, a pause, a part of its scope, an event
of it, a statement, a diagnostic. Each has an anchor of its own, made here and not taken from the report, so that a
report from anywhere cannot choose what stands in an attribute.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from ceasefire.models import (
    Actor,
    Casualty,
    Count,
    Diagnostic,
    Moment,
    Pause,
    PauseEvent,
    Reference,
    Region,
    Report,
    ScopePart,
    Span,
    Statement,
    Time,
)
from ceasefire_html.marking import Mark

__all__ = ["LAYERS", "Field", "Item", "Items", "Layer", "Words", "bounds"]


@attrs.frozen
class Layer:
    """One kind of mark in the article."""

    name: str
    #: one, many
    one: str
    many: str
    #: outermost first, where several marks have one span
    rank: int


#: in the order of the legend
LAYERS = (
    Layer("pause", "pause", "pauses", 4),
    Layer("event", "event", "events", 2),
    Layer("scope", "scope", "scope", 3),
    Layer("casualty", "casualty figure", "casualty figures", 5),
    Layer("statement", "statement", "statements", 1),
    Layer("actor", "actor", "actors", 6),
    Layer("region", "region", "regions", 7),
    Layer("time", "time", "times", 8),
    Layer("diagnostic", "diagnostic", "diagnostics", 0),
)
_Identified = Time | Actor | Region | Casualty | Pause | Statement
_RANKS = {layer.name: layer.rank for layer in LAYERS}


@attrs.frozen
class Words:
    """A run of words on the page; `to` is the anchor of the item that they name."""

    text: str
    to: str | None = None
    #: whether they are the article's own
    quoted: bool = False


@attrs.frozen
class Field:
    """One thing that is known of an item."""

    name: str
    values: tuple[Words, ...]


@attrs.frozen
class Item:
    """All that the page says of one item."""

    anchor: str
    layer: str
    title: str
    #: its place in a closed list, where it has one
    tag: str
    fields: tuple[Field, ...]
    spans: tuple[Span, ...]
    #: plugin and rule
    rule: str | None

    @property
    def known(self) -> dict[str, Field]:
        """Its fields by their names."""
        return {field.name: field for field in self.fields}

    @property
    def named(self) -> Iterator[str]:
        """The anchors of the items that its fields name."""
        return (words.to for field in self.fields for words in field.values if words.to)


class Items:
    """The items of one report, by anchor and by layer."""

    def __init__(self, report: Report) -> None:
        kinds: tuple[tuple[str, Sequence[_Identified]], ...] = (
            ("t", report.times),
            ("a", report.actors),
            ("r", report.regions),
            ("c", report.casualties),
            ("p", report.pauses),
            ("s", report.statements),
        )
        self._anchors = {
            item.id: f"{letter}{number}" for letter, items in kinds for number, item in enumerate(items, start=1)
        }
        self.all = {item.anchor: item for item in self._of(report)}
        self._layers: dict[str, list[Item]] = {}
        for item in self.all.values():
            self._layers.setdefault(item.layer, []).append(item)
        linked: dict[str, set[str]] = {anchor: set() for anchor in self.all}
        for item in self.all.values():
            for other in item.named:
                linked[item.anchor].add(other)
                linked[other].add(item.anchor)
        #: for each anchor those of the items that belong to it
        self.linked = {anchor: " ".join(sorted(others)) for anchor, others in linked.items()}

    def anchor(self, item: _Identified) -> str:
        """The anchor of an item that has an id."""
        return self._anchors[item.id]

    def of(self, layer: str) -> tuple[Item, ...]:
        """The items of one layer, in the order of the report."""
        return tuple(self._layers.get(layer, ()))

    def marks(self) -> Iterator[Mark]:
        """Where the items stand in the article."""
        for item in self.all.values():
            for number, span in enumerate(item.spans, start=1):
                yield Mark(span, item.layer, item.anchor, f"m-{item.anchor}-{number}", _RANKS[item.layer])

    # ---- one item a kind -----------------------------------------------------------------------------------------

    def _of(self, report: Report) -> Iterator[Item]:
        for pause in report.pauses:
            yield self._pause(pause)
            anchor = self.anchor(pause)
            yield from (self._event(pause, event, f"{anchor}-e{n}") for n, event in enumerate(pause.events, start=1))
            for side, parts in (("inside", pause.scope.includes), ("outside", pause.scope.excludes)):
                yield from (
                    self._part(pause, part, side, f"{anchor}-{side}{n}") for n, part in enumerate(parts, start=1)
                )
        yield from map(self._casualty, report.casualties)
        yield from map(self._statement, report.statements)
        yield from map(self._actor, report.actors)
        yield from map(self._region, report.regions)
        yield from map(self._time, report.times)
        yield from (self._diagnostic(item, f"d{n}") for n, item in enumerate(report.diagnostics, start=1))

    def _time(self, time: Time) -> Item:
        interval = " to before ".join(filter(None, (time.start, time.end)))
        fields = _fields(
            ("value", time.value or "unresolved"), ("modifier", time.mod), ("type", time.type), ("interval", interval)
        )
        return Item(self.anchor(time), "time", time.text, time.value or "unresolved", fields, (time.span,), time.by)

    def _actor(self, actor: Actor) -> Item:
        fields = _fields(
            ("office", actor.office),
            ("country", actor.country),
            ("member of", actor.member_of),
            ("called", _called(actor.mentions, but=actor.name)),
            anchors=self,
        )
        return Item(self.anchor(actor), "actor", actor.name, actor.kind, fields, _spans(actor.mentions), None)

    def _region(self, region: Region) -> Item:
        place = None if region.lat is None or region.lon is None else f"{region.lat:.2f}°, {region.lon:.2f}°"
        fields = _fields(
            ("within", region.within),
            ("country", region.country),
            ("latitude, longitude", place),
            ("GeoNames", None if region.geonames is None else str(region.geonames)),
            ("called", _called(region.mentions, but=region.name)),
            anchors=self,
        )
        return Item(self.anchor(region), "region", region.name, region.kind, fields, _spans(region.mentions), None)

    def _casualty(self, casualty: Casualty) -> Item:
        fields = _fields(
            ("count", f"{bounds(casualty.count)} {casualty.victims}"),
            ("read from", Words(casualty.count.text, quoted=True)),
            ("source", casualty.source or "nobody named"),
            ("cause", casualty.cause and Words(casualty.cause, quoted=True)),
            ("blamed on", casualty.blamed_on),
            ("where", casualty.region),
            ("when", casualty.time),
            anchors=self,
        )
        anchor, tag = self.anchor(casualty), casualty.outcome
        return Item(anchor, "casualty", casualty.text, tag, fields, (casualty.span,), casualty.by)

    def _pause(self, pause: Pause) -> Item:
        fields = _fields(
            ("kind", pause.kind),
            ("declared by", pause.declared_by),
            ("binds", pause.parties),
            ("brokered by", pause.brokers),
            ("inside", pause.scope.includes),
            ("outside", pause.scope.excludes),
            ("announced", pause.announced),
            ("starts", pause.starts),
            ("ends", pause.ends),
            ("lasts", pause.duration and (Words(pause.duration), *self._read_from(pause.duration_time))),
            ("called", _called(pause.mentions, but=pause.label)),
            anchors=self,
        )
        title = pause.label or "pause"
        return Item(self.anchor(pause), "pause", title, pause.status, fields, _spans(pause.mentions), pause.by)

    def _event(self, pause: Pause, event: PauseEvent, anchor: str) -> Item:
        fields = _fields(
            ("of", pause),
            ("by", event.by),
            ("where", event.region),
            ("on", event.date),
            ("for", event.duration),
            ("read from", tuple(words for time in event.times for words in self._read_from(time))),
            anchors=self,
        )
        return Item(anchor, "event", event.text, event.type, fields, (event.span,), event.rule)

    def _part(self, pause: Pause, part: ScopePart, side: str, anchor: str) -> Item:
        fields = _fields(("of", pause), ("named", part.region or part.actor), ("extent", part.extent), anchors=self)
        spans = (part.span, part.cue) if part.cue else (part.span,)
        return Item(anchor, "scope", part.text, side, fields, spans, part.rule)

    def _statement(self, statement: Statement) -> Item:
        fields = _fields(
            ("speaker", statement.speaker or "nobody named"),
            ("form", statement.form),
            ("verb", statement.verb and Words(statement.verb, quoted=True)),
            ("stance", statement.stance),
            ("about", statement.about),
            ("via", statement.via),
            ("said", statement.date),
            anchors=self,
        )
        speaker = statement.speaker.name if statement.speaker else "somebody"
        return Item(
            self.anchor(statement),
            "statement",
            speaker,
            statement.stance or statement.form,
            fields,
            (statement.span,),
            statement.by,
        )

    def _diagnostic(self, diagnostic: Diagnostic, anchor: str) -> Item:
        fields = _fields(("source", diagnostic.source), ("code", diagnostic.code))
        spans = (diagnostic.span,) if diagnostic.span else ()
        return Item(anchor, "diagnostic", diagnostic.message, diagnostic.level, fields, spans, None)

    # ---- words that name items -----------------------------------------------------------------------------------

    def words(self, value: object) -> tuple[Words, ...]:
        """What the page prints for the value of a field."""
        match value:
            case None | "" | ():
                return ()
            case str():
                return (Words(value),)
            case Words():
                return (value,)
            case tuple():
                return tuple(words for each in value for words in self.words(each))
            case Actor() | Region():
                return (Words(value.name, self.anchor(value)),)
            case Pause():
                return (Words(value.label or "pause", self.anchor(value)),)
            case Time():
                return (Words(value.value or "unresolved"), *self._read_from(value))
            case Moment():
                return (Words(value.value), *(self._read_from(value.time) or (Words("reckoned"),)))
            case ScopePart():
                named = self.words(value.region or value.actor) or (Words(value.text),)
                return tuple(
                    attrs.evolve(words, text=f"{words.text} (in part)") if value.extent == "part" else words
                    for words in named
                )
        raise TypeError(f"a field cannot hold {type(value).__name__}")

    def _read_from(self, time: Time | None) -> tuple[Words, ...]:
        return (Words(time.text, self.anchor(time), quoted=True),) if time else ()


def bounds(count: Count) -> str:
    """`250`, `≥ 251`, `2–9`; `?` where both ends are open."""
    least = None if count.min is None else f"{count.min:,}"
    most = None if count.max is None else f"{count.max:,}"
    if least and most:
        return least if least == most else f"{least}–{most}"
    return f"≥ {least}" if least else f"≤ {most}" if most else "?"


def _fields(*pairs: tuple[str, object], anchors: Items | None = None) -> tuple[Field, ...]:
    """The fields that have a value."""
    words = anchors.words if anchors else _plain
    return tuple(Field(name, values) for name, value in pairs if (values := words(value)))


def _plain(value: object) -> tuple[Words, ...]:
    return (Words(str(value)),) if value else ()


def _spans(mentions: Iterable[Reference]) -> tuple[Span, ...]:
    return tuple(mention.span for mention in mentions)


def _called(mentions: Iterable[Reference], but: str) -> tuple[Words, ...]:
    """The different words that the article has for something, in order."""
    called = dict.fromkeys(" ".join(mention.text.split()) for mention in mentions)
    return tuple(Words(words, quoted=True) for words in called if words != but)
