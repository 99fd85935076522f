"""Which actor mentions are one actor.

Three steps, from the surest on: the same identity or the same name; the short form of a person's name
(`Kerry` of `John Kerry`); pronouns and short descriptions, each of which brings with it what it can stand for.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import attrs

from ceasefire.assembly.checks import Checker
from ceasefire.mentions import ActorMention, Anaphor, StatementMention

__all__ = ["Cluster", "cluster_actors", "fold_name"]

PERSON = "person"
#: words of a name that may be left out (`al`, `de`) have at most so many letters
_PARTICLE = 2
#: words as long as that may differ in one letter and be the same name (`Zelensky`, `Zelenskyy`)
_LONG = 6


def fold_name(name: str) -> tuple[str, ...]:
    """A name as words to compare: case, diacritics, hyphens and apostrophes do not matter."""
    folded = name.casefold()
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return tuple(folded.replace("-", " ").replace("’", "'").replace("'", "").split())


@attrs.define(eq=False)
class Cluster:
    """The mentions of one actor, in the order of the text."""

    mentions: list[ActorMention] = attrs.field(factory=list)
    #: what its mentions go by
    identity: str | None = None
    #: its name as a person's, particles left out; empty of others
    person: tuple[str, ...] = ()

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
    _join_by_name((m for m in plain if m.kind != PERSON), clusters)
    _join_persons((m for m in plain if m.kind == PERSON), clusters)
    anaphora = _Anaphora(checker, mentions, clusters)
    for mention in mentions:
        if mention.anaphor is not None:
            anaphora.join(mention, mention.anaphor)
    for cluster in clusters.all:
        cluster.mentions.sort(key=lambda m: m.span)
    return clusters.of


def _join_by_name(plain: Iterable[ActorMention], clusters: _Clusters) -> None:
    """Join by identity, and by equal name where not two identities keep them apart."""
    by_identity: dict[str, Cluster] = {}
    by_name: dict[tuple[str, ...], Cluster] = {}
    for mention in plain:
        key = fold_name(mention.name)
        cluster = by_identity.get(mention.identity) if mention.identity else None
        if cluster is None:
            namesake = by_name.get(key)
            if namesake and not (mention.identity and namesake.identity):
                cluster = namesake
        cluster = clusters.put(mention, cluster)
        if mention.identity:
            by_identity[mention.identity] = cluster
            cluster.identity = mention.identity
        by_name.setdefault(key, cluster)


# ---- persons ---------------------------------------------------------------------------------------------------------


def _join_persons(persons: Iterable[ActorMention], clusters: _Clusters) -> None:
    """Full names first, then each shorter one, which joins the person named before it, the latest first, else after."""
    known: list[Cluster] = []
    by_words = sorted(((_bare(m.name), m) for m in persons), key=lambda pair: (-len(pair[0]), pair[1].span))
    for words, mention in by_words:
        fitting = [cluster for cluster in known if _is_form_of(words, cluster.person)]
        before = [c for c in fitting if c.mentions[0].span.start < mention.span.start]
        chosen: Cluster | None = None
        if before:
            chosen = max(before, key=lambda c: max(m.span for m in c.mentions if m.span.start < mention.span.start))
        elif fitting:
            chosen = min(fitting, key=lambda c: c.mentions[0].span)
        cluster = clusters.put(mention, chosen)
        if chosen is None:
            cluster.person = words
            known.append(cluster)


def _bare(name: str) -> tuple[str, ...]:
    """The words of a person's name without particles, unless it has no others."""
    words = fold_name(name)
    return tuple(word for word in words if len(word) > _PARTICLE) or words


def _is_form_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name is a surname or first name of a longer one, or the same but for a letter."""
    size = len(short)
    if size > len(full):
        return False
    return all(map(_alike, short, full[-size:])) or all(map(_alike, short, full[:size]))


def _alike(one: str, other: str) -> bool:
    """Whether two words are the same but for one letter where they are long."""
    if one == other:
        return True
    if min(len(one), len(other)) < _LONG or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    return (
        one[start + 1 :] == other[start + 1 :] or one[start:] == other[start + 1 :] or one[start + 1 :] == other[start:]
    )


# ---- anaphora --------------------------------------------------------------------------------------------------------


class _Anaphora:
    """Finds whom a pronoun or a short description stands for, among the actors named before it."""

    def __init__(self, checker: Checker, mentions: Sequence[ActorMention], clusters: _Clusters) -> None:
        self._checker = checker
        self._document = checker.document
        self._clusters = clusters
        self._mentions = mentions
        self._starts = [m.span.start for m in mentions]
        statements = self._document.of(StatementMention)
        self._speakers = {id(s.speaker) for s in statements if s.speaker is not None}
        self._said = [s.span for s in statements]

    def join(self, mention: ActorMention, anaphor: Anaphor) -> None:
        """Put a mention into the cluster that it stands for, or leave it out and say so."""
        candidates = self._by_salience(mention) if anaphor.nearest == "speaker" else self._by_nearness(mention)
        possible = list(dict.fromkeys(candidates))
        cluster = next((c for c in possible if _can_stand_for(anaphor, c)), None)
        if cluster is None and anaphor.country and not anaphor.descriptive:
            # The text may give somebody's state only here: `diplomat Swedia itu`.
            stateless = attrs.evolve(anaphor, country=None)
            cluster = next((c for c in possible if not _countries(c) and _can_stand_for(stateless, c)), None)
        if cluster is None and anaphor.heads and not anaphor.descriptive:
            # Somebody of whom the text has told no office yet: `Netanyahu ... Perdana Menteri Israel itu`.
            plain = attrs.evolve(anaphor, heads=frozenset(), country=None)
            untold = (c for c in possible if not any(m.heads or m.country for m in c.named))
            cluster = next((c for c in untold if _can_stand_for(plain, c)), None)
        if cluster is None and anaphor.descriptive:
            cluster = self._named_later(mention, anaphor)
        if cluster is not None or anaphor.descriptive:
            self._clusters.put(mention, cluster)
            return
        words = self._checker.text_of(mention.span)
        self._checker.note("info", "unresolved-reference", f"whom {words!r} stands for is not known", mention.span)

    def _before(self, mention: ActorMention) -> Sequence[ActorMention]:
        return self._mentions[: bisect_left(self._starts, mention.span.start)]

    def _by_nearness(self, mention: ActorMention) -> Iterator[Cluster]:
        """The actors named before, the last one first."""
        for candidate in reversed(self._before(mention)):
            cluster = self._clusters.of.get(id(candidate))
            if cluster is not None:
                yield cluster

    def _by_salience(self, mention: ActorMention) -> Iterator[Cluster]:
        """Sentence by sentence backwards, in each who speaks first; last of all those who are only spoken of."""
        inside = self._around(mention)
        spoken_of: list[Cluster] = []
        sentence_of = self._document.sentence_number
        for _, group in groupby(reversed(self._before(mention)), key=lambda m: sentence_of(m.span.start)):
            for candidate in sorted(group, key=lambda m: (id(m) not in self._speakers, m.span)):
                cluster = self._clusters.of.get(id(candidate))
                if cluster is None:
                    continue
                if id(candidate) not in self._speakers and self._around(candidate) != inside:
                    spoken_of.append(cluster)
                else:
                    yield cluster
        yield from spoken_of

    def _around(self, mention: ActorMention) -> int | None:
        """The number of the statement in whose words a mention stands."""
        start = mention.span.start
        return next((n for n, span in enumerate(self._said) if span.start <= start < span.end), None)

    def _named_later(self, mention: ActorMention, anaphor: Anaphor) -> Cluster | None:
        """`pemerintah` before `pemerintah sementara`: the only actor named later for whom the words can stand."""
        found: Cluster | None = None
        for candidate in self._mentions[bisect_left(self._starts, mention.span.end) :]:
            cluster = self._clusters.of.get(id(candidate)) if candidate.anaphor is None else None
            if cluster is None or cluster is found or not _can_stand_for(anaphor, cluster):
                continue
            if found is not None:
                return None
            found = cluster
        return found


def _countries(cluster: Cluster) -> set[str]:
    return {m.country for m in cluster.named if m.country}


def _can_stand_for(anaphor: Anaphor, cluster: Cluster) -> bool:
    named = cluster.named
    if anaphor.kinds and not any(m.kind in anaphor.kinds for m in named):
        return False
    if anaphor.heads and not any(anaphor.heads & m.heads for m in named):
        return False
    if anaphor.country and not any(m.country == anaphor.country for m in named):
        return False
    return anaphor.number is None or any(m.number == anaphor.number for m in named)
