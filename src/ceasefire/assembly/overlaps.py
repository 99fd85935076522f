"""Where two extractors read the same words as actors, or as regions, one reading stays.

A pack of names beside a reading of a language is the case: `Pikit` is a place of which the one knows no more than that,
the other the state and the coordinates.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

import attrs

from ceasefire.assembly.checks import Checker
from ceasefire.mentions import ActorMention, RegionMention

__all__ = ["Readings", "without_overlaps"]

M = TypeVar("M", ActorMention, RegionMention)


@attrs.frozen
class Readings(Generic[M]):
    """The mentions of a type of which each has its words for itself."""

    kept: list[M]
    #: to which a mention gave way, by the `id()` of the one that did
    gave_way: dict[int, M]
    #: by what identity another one goes, because both were read in the very same words
    aliases: dict[str, str]

    def stays(self, mention: M) -> M:
        """The mention itself, or that to which it gave way."""
        return self.gave_way.get(id(mention), mention)

    def identity(self, mention: M) -> str | None:
        """The one identity of all that go by this one's."""
        return self.aliases.get(mention.identity, mention.identity) if mention.identity else None


def without_overlaps(checker: Checker, mentions: Iterable[M]) -> Readings[M]:
    """What stays, and what gave way to what.

    The longer stays; of two as long the one with an identity, then the one that says more, then the one whose
    extractor's name comes first. What one extractor gives stays as it is. `mentions` are sorted by span, then by `by`.
    """
    kept: list[M] = []
    others: list[tuple[M, M]] = []
    for mention in mentions:
        standing = kept[-1] if kept else None
        if standing is None or not standing.span.overlaps(mention.span) or _source(standing) == _source(mention):
            kept.append(mention)
        elif _weight(mention) > _weight(standing):
            kept[-1] = mention
            others.append((standing, mention))
        else:
            others.append((mention, standing))
    gave_way: dict[int, M] = {}
    for loser, winner in reversed(others):  # a winner may itself have given way later
        stays = gave_way.get(id(winner), winner)
        gave_way[id(loser)] = stays
        checker.decide(loser, f"gave way to what {stays.by} read in the same words")
    return Readings(kept, gave_way, _aliases(others))


def _aliases(others: Iterable[tuple[M, M]]) -> dict[str, str]:
    """Identities that two extractors gave to the very same words, each with the one that stands for all of them."""
    roots: dict[str, str] = {}

    def root(identity: str) -> str:
        while identity in roots:
            identity = roots[identity]
        return identity

    for loser, winner in others:
        if loser.span == winner.span and loser.identity and winner.identity:
            one, other = root(loser.identity), root(winner.identity)
            if one != other:
                roots[one] = other
    return {identity: root(identity) for identity in roots}


def _source(mention: M) -> str:
    return mention.by.partition(":")[0]


def _weight(mention: M) -> tuple[int, bool, int]:
    return len(mention.span), mention.identity is not None, _told(mention)


def _told(mention: ActorMention | RegionMention) -> int:
    """How much a mention says beyond its words: a state and coordinates of a place, the full name of a short one."""
    if isinstance(mention, RegionMention):
        return sum(known is not None for known in (mention.country, mention.geonames, mention.lat))
    return int(len(mention.name) > len(mention.span))
