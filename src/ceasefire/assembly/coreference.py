"""Which actor mentions are one actor.

Three steps, from the surest on: the same identity or the same name; the short form of a person's name
(`Kerry` of `John Kerry`); pronouns and short descriptions, each of which brings with it what it can stand for.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import attrs

from ceasefire.assembly.checks import Checker
from ceasefire.assembly.overlaps import Readings
from ceasefire.mentions import ActorMention, Anaphor, StatementMention

__all__ = ["Cluster", "cluster_actors", "fold_name"]

PERSON = "person"
#: an antecedent stands among so many mentions before, so that time grows with the length of the text
_REACH = 200
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
    #: where the mentions of a person begin, ascending
    starts: list[int] = attrs.field(factory=list)
    #: kinds, heads, states and numbers of those that name it themselves
    kinds: set[str] = attrs.field(factory=set)
    heads: set[str] = attrs.field(factory=set)
    countries: set[str] = attrs.field(factory=set)
    numbers: set[str] = attrs.field(factory=set)

    def add(self, mention: ActorMention) -> None:
        """Take a mention in."""
        if mention.anaphor is None or not self.mentions:
            self.kinds.add(mention.kind)
            self.heads |= mention.heads
            self.numbers.add(mention.number)
            if mention.country:
                self.countries.add(mention.country)
        self.mentions.append(mention)

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
        cluster.add(mention)
        self.of[id(mention)] = cluster
        return cluster


def cluster_actors(checker: Checker, readings: Readings[ActorMention]) -> dict[int, Cluster]:
    """The cluster of each mention, by the mention's `id()`; an anaphor that stands for nobody known has none."""
    mentions = readings.kept
    clusters = _Clusters()
    plain = [m for m in mentions if m.anaphor is None]
    _join_by_name((m for m in plain if m.kind != PERSON), clusters, readings)
    _join_persons((m for m in plain if m.kind == PERSON), clusters)
    anaphora = _Anaphora(checker, readings, clusters)
    for mention in mentions:
        if mention.anaphor is not None:
            anaphora.join(mention, mention.anaphor)
    for cluster in clusters.all:
        cluster.mentions.sort(key=lambda m: (m.span.start, m.span.end))
    of = clusters.of
    of.update((loser, of[id(stays)]) for loser, stays in readings.gave_way.items() if id(stays) in of)
    return of


def _join_by_name(plain: Iterable[ActorMention], clusters: _Clusters, readings: Readings[ActorMention]) -> None:
    """Join by identity, and by equal name where not two identities keep them apart."""
    by_identity: dict[str, Cluster] = {}
    by_name: dict[tuple[str, ...], Cluster] = {}
    for mention in plain:
        key = fold_name(mention.name)
        identity = readings.identity(mention)
        cluster = by_identity.get(identity) if identity else None
        if cluster is None:
            namesake = by_name.get(key)
            if namesake and not (identity and namesake.identity):
                cluster = namesake
        cluster = clusters.put(mention, cluster)
        if identity:
            by_identity[identity] = cluster
            cluster.identity = identity
        by_name.setdefault(key, cluster)


# ---- persons ---------------------------------------------------------------------------------------------------------


def _join_persons(persons: Iterable[ActorMention], clusters: _Clusters) -> None:
    """Full names first, then each shorter one, which joins the person named before it, the latest first, else after."""
    known: list[Cluster] = []
    by_words = sorted(
        ((_bare(m.name), m) for m in persons), key=lambda pair: (-len(pair[0]), pair[1].span.start, pair[1].span.end)
    )
    for words, mention in by_words:
        fitting = [cluster for cluster in known if _is_form_of(words, cluster.person)]
        if not fitting:
            # `Tito` of `Muhammad Tito Karnavian`, where that can be only one.
            inner = [cluster for cluster in known if _is_inside(words, cluster.person)]
            fitting = inner if len(inner) == 1 else []
        start = mention.span.start
        before = [c for c in fitting if c.starts[0] < start]
        chosen: Cluster | None = None
        if before:
            chosen = max(before, key=lambda c: c.starts[bisect_left(c.starts, start) - 1])
        elif fitting:
            chosen = min(fitting, key=lambda c: c.starts[0])
        cluster = clusters.put(mention, chosen)
        insort(cluster.starts, start)
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


def _is_inside(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether all words of a name stand in a longer one, in the same order."""
    rest = iter(full)
    return len(short) < len(full) and all(word in rest for word in short)


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

    def __init__(self, checker: Checker, readings: Readings[ActorMention], clusters: _Clusters) -> None:
        self._checker = checker
        self._document = checker.document
        self._clusters = clusters
        self._mentions = readings.kept
        self._starts = [m.span.start for m in self._mentions]
        statements = self._document.of(StatementMention)
        speakers = (s.speaker for s in statements if s.speaker is not None)
        self._speakers = {id(readings.stays(speaker)) for speaker in speakers}
        self._said = [s.span for s in statements]
        self._said_starts = [span.start for span in self._said]

    def join(self, mention: ActorMention, anaphor: Anaphor) -> None:
        """Put a mention into the cluster that it stands for, or leave it out and say so."""
        order = self._by_salience if anaphor.nearest == "speaker" else self._by_nearness
        cluster = next((c for c in order(mention) if _can_stand_for(anaphor, c)), None)
        if cluster is None and anaphor.country and not anaphor.descriptive:
            # The text may give somebody's state only here: `the Swedish diplomat`.
            stateless = attrs.evolve(anaphor, country=None)
            cluster = next((c for c in order(mention) if not c.countries and _can_stand_for(stateless, c)), None)
        if cluster is None and anaphor.heads and not anaphor.descriptive:
            # Somebody of whom the text has told no office yet: `Smith ... the prime minister`.
            plain = attrs.evolve(anaphor, heads=frozenset(), country=None)
            untold = (c for c in order(mention) if not (c.heads or c.countries))
            cluster = next((c for c in untold if _can_stand_for(plain, c)), None)
        if cluster is None and anaphor.descriptive:
            cluster = self._named_later(mention, anaphor)
        if cluster is not None or anaphor.descriptive:
            self._clusters.put(mention, cluster)
            return
        words = self._checker.text_of(mention.span)
        self._checker.note("info", "unresolved-reference", f"whom {words!r} stands for is not known", mention.span)

    def _before(self, mention: ActorMention) -> Sequence[ActorMention]:
        end = bisect_left(self._starts, mention.span.start)
        return self._mentions[max(0, end - _REACH) : end]

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
            for candidate in sorted(group, key=lambda m: (id(m) not in self._speakers, m.span.start, m.span.end)):
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
        number = bisect_right(self._said_starts, start) - 1
        return number if number >= 0 and start < self._said[number].end else None

    def _named_later(self, mention: ActorMention, anaphor: Anaphor) -> Cluster | None:
        """`the government` before `the interim government`: the only actor named later for whom the words can stand."""
        found: Cluster | None = None
        first = bisect_left(self._starts, mention.span.end)
        for candidate in self._mentions[first : first + _REACH]:
            cluster = self._clusters.of.get(id(candidate)) if candidate.anaphor is None else None
            if cluster is None or cluster is found or not _can_stand_for(anaphor, cluster):
                continue
            if found is not None:
                return None
            found = cluster
        return found


def _can_stand_for(anaphor: Anaphor, cluster: Cluster) -> bool:
    if anaphor.kinds and anaphor.kinds.isdisjoint(cluster.kinds):
        return False
    if anaphor.heads and anaphor.heads.isdisjoint(cluster.heads):
        return False
    if anaphor.country and anaphor.country not in cluster.countries:
        return False
    return anaphor.number is None or anaphor.number in cluster.numbers
