"""Which actor mentions are one actor.

Three steps, from the surest on: the same identity or the same name; the short form of a person's name
(`Kerry` of `John Kerry`); pronouns and short descriptions, each of which brings with it what it can stand for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from ceasefire.assembly.checks import Checker
from ceasefire.mentions import ActorMention, StatementMention

__all__ = ["Cluster", "cluster_actors", "fold_name"]

PERSON = "person"


def fold_name(name: str) -> tuple[str, ...]:
    """A name as words to compare: case, hyphens and apostrophes do not matter."""
    return tuple(name.casefold().replace("-", " ").replace("’", "'").replace("'", "").split())


@attrs.define(eq=False)
class Cluster:
    """The mentions of one actor, in the order of the text."""

    mentions: list[ActorMention] = attrs.field(factory=list)

    @property
    def named(self) -> list[ActorMention]:
        """Those that name or describe it themselves."""
        return [m for m in self.mentions if m.anaphor is None] or self.mentions[:1]

    @property
    def fullest(self) -> ActorMention:
        """The mention with the fullest name: most words, then longest, then first."""
        return max(self.named, key=lambda m: (len(fold_name(m.name)), len(m.name), -m.span.start))


@attrs.define
class _Clusters:
    """All clusters under construction."""

    all: list[Cluster] = attrs.field(factory=list)
    of: dict[int, Cluster] = attrs.field(factory=dict)

    def put(self, mention: ActorMention, cluster: Cluster | None) -> Cluster:
        if cluster is None:
            cluster = Cluster()
            self.all.append(cluster)
        cluster.mentions.append(mention)
        self.of[id(mention)] = cluster
        return cluster


def cluster_actors(checker: Checker, mentions: Sequence[ActorMention]) -> dict[int, Cluster]:
    """The cluster of each mention, by the mention's `id()`; an anaphor that stands for nobody known has none."""
    clusters = _Clusters()
    plain = [m for m in mentions if m.anaphor is None]
    short = _join_by_name(plain, clusters)
    _join_short_names(short, clusters)
    speakers = sorted(
        (s.speaker for s in checker.document.of(StatementMention) if s.speaker is not None),
        key=lambda m: m.span.start,
    )
    for mention in mentions:
        if mention.anaphor is not None:
            _join_anaphor(checker, mention, mentions, speakers, clusters)
    for cluster in clusters.all:
        cluster.mentions.sort(key=lambda m: m.span)
    return clusters.of


def _join_by_name(plain: Iterable[ActorMention], clusters: _Clusters) -> list[ActorMention]:
    """Join by identity and by equal name; gives back the persons' names that may be short forms of others."""
    by_identity: dict[str, Cluster] = {}
    by_name: dict[tuple[str, ...], Cluster] = {}
    later: list[ActorMention] = []
    for mention in sorted(plain, key=lambda m: (-len(fold_name(m.name)), m.span)):
        key = fold_name(mention.name)
        cluster = by_identity.get(mention.identity) if mention.identity else by_name.get(key)
        if cluster is None and mention.identity is None and mention.kind == PERSON and len(key) == 1:
            later.append(mention)
            continue
        cluster = clusters.put(mention, cluster)
        if mention.identity:
            by_identity[mention.identity] = cluster
        by_name.setdefault(key, cluster)
    return later


def _join_short_names(short: Iterable[ActorMention], clusters: _Clusters) -> None:
    """`Kerry` joins `John Kerry`: the person named before it, the latest first, else the first one named after it."""
    for mention in sorted(short, key=lambda m: m.span):
        key = fold_name(mention.name)
        fitting = [
            (candidate, cluster)
            for cluster in clusters.all
            for candidate in cluster.mentions
            if candidate.kind == PERSON and candidate.number == mention.number and _is_short_for(key, fold_name(candidate.name))
        ]
        before = [c for c in fitting if c[0].span.start < mention.span.start]
        chosen = max(before, key=lambda c: c[0].span) if before else min(fitting, key=lambda c: c[0].span, default=None)
        clusters.put(mention, chosen[1] if chosen else None)


def _is_short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name is a surname or first name of a longer one, or the same."""
    return full[-len(short) :] == short or full[: len(short)] == short


def _join_anaphor(
    checker: Checker,
    mention: ActorMention,
    mentions: Sequence[ActorMention],
    speakers: Sequence[ActorMention],
    clusters: _Clusters,
) -> None:
    before = [m for m in mentions if m.span.end <= mention.span.start]
    spoke = [m for m in speakers if m.span.end <= mention.span.start]
    assert mention.anaphor is not None
    orders = (spoke, before) if mention.anaphor.nearest == "speaker" else (before, spoke)
    for candidates in orders:
        for candidate in reversed(candidates):
            cluster = clusters.of.get(id(candidate))
            if cluster is not None and _can_stand_for(mention, cluster):
                clusters.put(mention, cluster)
                return
    if mention.anaphor.descriptive:
        clusters.put(mention, None)
    else:
        text = checker.text_of(mention.span)
        checker.note("info", "unresolved-reference", f"whom {text!r} stands for is not known", mention.span)


def _can_stand_for(mention: ActorMention, cluster: Cluster) -> bool:
    anaphor = mention.anaphor
    assert anaphor is not None
    named = cluster.named
    if anaphor.kinds and not any(m.kind in anaphor.kinds for m in named):
        return False
    if anaphor.heads and not any(anaphor.heads & m.heads for m in named):
        return False
    if anaphor.country and not any(m.country == anaphor.country for m in named):
        return False
    return anaphor.number is None or any(m.number == anaphor.number for m in named)
