"""Actor mentions to actors."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from ceasefire.assembly.books import Book
from ceasefire.assembly.checks import Checker
from ceasefire.assembly.coreference import Cluster, cluster_actors
from ceasefire.assembly.overlaps import without_overlaps
from ceasefire.mentions import (
    ActorMention,
    CasualtyMention,
    EventMention,
    PauseFactMention,
    ScopeMention,
    StatementMention,
)
from ceasefire.models import Actor, Reference

__all__ = ["build_actors"]


def build_actors(checker: Checker) -> Book[Actor]:
    """All actors: those of whom a mention is listed, and those at whom a fact points; in the order of the text."""
    readings = without_overlaps(checker, checker.good(ActorMention))
    clusters = cluster_actors(checker, readings)
    pointed_at = {id(readings.stays(mention)) for mention in _pointed_at(checker)}
    every = {id(cluster): cluster for cluster in clusters.values()}.values()
    wanted = [c for c in every if any(m.listed or id(m) in pointed_at for m in c.mentions)]
    ordered = sorted(wanted, key=lambda cluster: (cluster.mentions[0].span.start, cluster.mentions[0].span.end))
    models: dict[int, Actor] = {}
    for number, cluster in enumerate(ordered, start=1):
        models[id(cluster)] = _model(checker, f"a{number}", cluster)
    for cluster in ordered:
        models[id(cluster)] = _with_membership(cluster, clusters, models)
    by_mention = {key: models[id(cluster)] for key, cluster in clusters.items() if id(cluster) in models}
    return Book(tuple(models[id(cluster)] for cluster in ordered), by_mention)


def _pointed_at(checker: Checker) -> Iterable[ActorMention]:
    document = checker.document
    for statement in document.of(StatementMention):
        yield from _given(statement.speaker, statement.via)
    for casualty in document.of(CasualtyMention):
        yield from _given(casualty.source, *casualty.blamed_on)
    for event in document.of(EventMention):
        yield from _given(event.actor)
    for fact in document.of(PauseFactMention):
        yield from _given(fact.actor)
    for part in document.of(ScopeMention):
        yield from _given(part.actor)


def _given(*mentions: ActorMention | None) -> Iterable[ActorMention]:
    return (mention for mention in mentions if mention is not None)


def _model(checker: Checker, id_: str, cluster: Cluster) -> Actor:
    fullest = cluster.fullest
    named = sorted(cluster.named, key=lambda m: m is not fullest)
    return Actor(
        id=id_,
        name=fullest.name,
        kind=fullest.kind,
        country=next((m.country for m in named if m.country), None),
        office=max((m.office for m in named if m.office), key=len, default=None),
        member_of=None,
        mentions=tuple(Reference(m.span, checker.text_of(m.span)) for m in cluster.mentions),
    )


def _with_membership(cluster: Cluster, clusters: dict[int, Cluster], models: dict[int, Actor]) -> Actor:
    """The actor with the body that it belongs to, where that is an actor of the report itself."""
    model = models[id(cluster)]
    for mention in cluster.named:
        body = clusters.get(id(mention.member_of)) if mention.member_of else None
        if body is not None and body is not cluster and id(body) in models:
            return attrs.evolve(model, member_of=attrs.evolve(models[id(body)], member_of=None))
    return model
