"""Where two extractors read the same words as actors, or as regions, one reading stays.

A pack of names beside a reading of a language is the case: `Pikit` is a place of which the one knows no more than that,
the other the state and the coordinates.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from ceasefire.assembly.checks import Checker
from ceasefire.mentions import ActorMention, RegionMention

__all__ = ["without_overlaps"]

M = TypeVar("M", ActorMention, RegionMention)


def without_overlaps(checker: Checker, mentions: Iterable[M]) -> tuple[list[M], dict[int, M]]:
    """The mentions that stay, and for the `id()` of each other one that to which it gave way.

    The longer stays; of two as long the one with an identity, then the one whose extractor's name comes first. What one
    extractor gives stays as it is. `mentions` are sorted by span, then by `by`.
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
    return kept, gave_way


def _source(mention: M) -> str:
    return mention.by.partition(":")[0]


def _weight(mention: M) -> tuple[int, bool]:
    return len(mention.span), mention.identity is not None
