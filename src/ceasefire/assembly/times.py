"""Time mentions to times: one to one where they do not overlap, the longest of those that do."""

from __future__ import annotations

from collections.abc import Iterable

from ceasefire.assembly.books import Book
from ceasefire.assembly.checks import Checker
from ceasefire.mentions import TimeMention
from ceasefire.models import Time

__all__ = ["build_times"]


def build_times(checker: Checker) -> Book[Time]:
    """All times, in the order of the text. Of two that overlap the longer stays, of equal ones the first.

    A mention that gave way became the time that it gave way to, so what points at it loses nothing.
    """
    by_mention: dict[int, Time] = {}
    models: list[Time] = []
    for longest, others in _without_overlaps(checker.good(TimeMention)):
        model = Time(
            id=f"t{len(models) + 1}",
            span=longest.span,
            text=checker.text_of(longest.span),
            type=longest.type,
            value=longest.value,
            mod=longest.mod,
            start=longest.start,
            end=longest.end,
            by=longest.by,
        )
        models.append(model)
        by_mention.update((id(mention), model) for mention in (longest, *others))
    return Book(tuple(models), by_mention)


def _without_overlaps(mentions: Iterable[TimeMention]) -> list[tuple[TimeMention, list[TimeMention]]]:
    """Each mention that stays, with those that gave way to it. `mentions` are sorted by span."""
    kept: list[tuple[TimeMention, list[TimeMention]]] = []
    for mention in mentions:
        if not kept or not kept[-1][0].span.overlaps(mention.span):
            kept.append((mention, []))
            continue
        standing, others = kept[-1]
        if len(mention.span) > len(standing.span):
            kept[-1] = (mention, [*others, standing])
        else:
            others.append(mention)
    return kept
