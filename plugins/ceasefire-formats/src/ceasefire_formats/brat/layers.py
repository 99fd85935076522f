"""A report as annotations of brat: which of its items become entities, relations, events and attributes.

An actor, region or pause is an entity wherever it is mentioned; its mentions are equivalent. A relation joins the two
mentions that stand nearest to each other. What brat has no place for (values of times, bounds of figures, rules)
stands in notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ceasefire.models import Actor, Casualty, Moment, Pause, Reference, Region, Report, ScopePart, Span, Statement, Time
from ceasefire_formats.brat.annotations import Standoff
from ceasefire_formats.brat.configuration import event_type
from ceasefire_formats.brat.nearness import Place, Places, nearest_pair
from ceasefire_formats.texts import require_text

__all__ = ["standoff"]


def standoff(report: Report, text: str) -> str:
    """The `.ann` file of a report. Raises `CeasefireError` where `text` is not the article that was read."""
    require_text(report, text)
    layers = _Layers(text)
    for time in report.times:
        layers.time(time)
    for actor in report.actors:
        layers.actor(actor)
    for region in report.regions:
        layers.region(region)
    for pause in report.pauses:
        layers.pause(pause)
    for casualty in report.casualties:
        layers.casualty(casualty)
    for statement in report.statements:
        layers.statement(statement)
    # Only now is everything there that they may lead to.
    for actor in report.actors:
        layers.to("Member_of", actor, (actor.member_of,))
    for region in report.regions:
        layers.to("Within", region, (region.within,))
    for pause in report.pauses:
        layers.relations_of_pause(pause)
    for casualty in report.casualties:
        layers.relations_of_casualty(casualty)
    for statement in report.statements:
        layers.relations_of_statement(statement)
    return str(layers.standoff)


_Item = Time | Actor | Region | Pause | Casualty | Statement


class _Layers:
    """The items of one report as they become annotations."""

    def __init__(self, text: str) -> None:
        self.standoff = Standoff(text)
        self._text = text
        #: the annotations of each item, by kind and id, with their places
        self._places: dict[tuple[type, str], Places] = {}

    # ---- entities ------------------------------------------------------------------------------------------------

    def time(self, time: Time) -> None:
        self._entities(time, "Time", (time.span,), {"Time_type": time.type, "Time_mod": time.mod})
        self._note(time, value=time.value, start=time.start, end=time.end, by=time.by)

    def actor(self, actor: Actor) -> None:
        self._entities(actor, "Actor", _spans(actor.mentions), {"Actor_kind": actor.kind})
        self._note(actor, name=actor.name, country=actor.country, office=actor.office)

    def region(self, region: Region) -> None:
        self._entities(region, "Region", _spans(region.mentions), {"Region_kind": region.kind})
        place = None if region.lat is None or region.lon is None else f"{region.lat} {region.lon}"
        self._note(region, name=region.name, country=region.country, geonames=region.geonames, lat_lon=place)

    def pause(self, pause: Pause) -> None:
        attributes = {"Pause_kind": pause.kind, "Pause_status": pause.status}
        self._entities(pause, "Pause", _spans(pause.mentions), attributes)
        days = {name: _day(getattr(pause, name)) for name in ("announced", "starts", "ends")}
        self._note(pause, label=pause.label, **days, duration=pause.duration, by=pause.by)

    def casualty(self, casualty: Casualty) -> None:
        attributes = {"Outcome": casualty.outcome, "Victims": casualty.victims}
        self._entities(casualty, "Casualty", (casualty.span,), attributes)
        count = casualty.count
        self._note(casualty, min=count.min, max=count.max, count=count.text, cause=casualty.cause, by=casualty.by)

    def statement(self, statement: Statement) -> None:
        attributes = {"Form": statement.form, "Stance": statement.stance}
        self._entities(statement, "Statement", (statement.span,), attributes)
        self._note(statement, verb=statement.verb, by=statement.by)

    # ---- what leads from one to another --------------------------------------------------------------------------

    def relations_of_pause(self, pause: Pause) -> None:
        self.to("Declared_by", pause, pause.declared_by)
        self.to("Party", pause, pause.parties)
        self.to("Broker", pause, pause.brokers)
        for relation, moment in (
            ("Announced_on", pause.announced),
            ("Starts_on", pause.starts),
            ("Ends_on", pause.ends),
        ):
            self.to(relation, pause, (moment.time if moment else None,))
        self.to("Lasts", pause, (pause.duration_time,))
        for relation, type, parts in (
            ("Covers", "Inside", pause.scope.includes),
            ("Leaves_out", "Outside", pause.scope.excludes),
        ):
            for part in parts:
                self._scope(pause, relation, type, part)
        for event in pause.events:
            roles = (
                ("Of", (pause,)),
                ("By", (event.by,)),
                ("In", (event.region,)),
                ("When", event.times),
            )
            named = [(role, id) for role, items in roles for id in self._nearest(items, event.span)]
            type = event_type(event.type)
            if self._has_words(event.span):
                told = self.standoff.event(type, self.standoff.trigger(type, event.span), named)
                self.standoff.note(told, _listed(date=event.date, duration=event.duration, rule=event.rule))

    def relations_of_casualty(self, casualty: Casualty) -> None:
        self.to("Source", casualty, (casualty.source,))
        self.to("Blamed_on", casualty, casualty.blamed_on)
        self.to("Harmed_in", casualty, (casualty.region,))
        self.to("Harmed_on", casualty, (casualty.time,))

    def relations_of_statement(self, statement: Statement) -> None:
        self.to("Speaker", statement, (statement.speaker,))
        self.to("Via", statement, (statement.via,))
        self.to("Said_on", statement, (statement.date,))
        self.to("About", statement, (statement.about,))

    def to(self, relation: str, item: _Item, others: Iterable[_Item | None]) -> None:
        """Relations from an item to the others, each between the two mentions that stand nearest to each other."""
        for other in others:
            pair = nearest_pair(self._of(item), self._of(other)) if other is not None else None
            if pair:
                self.standoff.relation(relation, pair[0].id, pair[1].id)

    def _scope(self, pause: Pause, relation: str, type: str, part: ScopePart) -> None:
        if not self._has_words(part.span):
            return
        id = self.standoff.entity(type, part.span)
        self.standoff.attribute("Extent", id, part.extent)
        self.standoff.note(id, _listed(rule=part.rule))
        for mention in self._nearest((pause,), part.span):
            self.standoff.relation(relation, mention, id)
        for mention in self._nearest((part.region, part.actor), part.span):
            self.standoff.relation("Names", id, mention)

    # ---- places --------------------------------------------------------------------------------------------------

    def _entities(self, item: _Item, type: str, spans: Iterable[Span], attributes: Mapping[str, str | None]) -> None:
        places = self._places.setdefault((item.__class__, item.id), Places())
        for span in spans:
            if self._has_words(span):
                id = self.standoff.entity(type, span)
                places.add(Place(span, id))
                for name, value in attributes.items():
                    if value is not None:
                        self.standoff.attribute(name, id, value)
        self.standoff.equivalent(place.id for place in places)

    def _note(self, item: _Item, **fields: object) -> None:
        for place in self._of(item):
            self.standoff.note(place.id, _listed(id=item.id, **fields))
            break

    def _of(self, item: _Item) -> Places:
        return self._places.get((item.__class__, item.id), Places())

    def _nearest(self, items: Iterable[_Item | None], span: Span) -> Iterator[str]:
        """The annotation of each item's mention that stands nearest to the span."""
        for item in items:
            place = self._of(item).nearest(span) if item is not None else None
            if place:
                yield place.id

    def _has_words(self, span: Span) -> bool:
        return bool(self._text[span.start : span.end].strip())


def _spans(mentions: Iterable[Reference]) -> list[Span]:
    return [mention.span for mention in mentions]


def _day(moment: Moment | None) -> str | None:
    return moment.value if moment else None


def _listed(**fields: object) -> str:
    """Fields that are set, as a note tells them."""
    return "; ".join(f"{name} {value}" for name, value in fields.items() if value is not None)
