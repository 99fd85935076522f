"""Time mentions to times, one to one."""

from __future__ import annotations

from ceasefire.assembly.books import Book
from ceasefire.assembly.checks import Checker
from ceasefire.mentions import TimeMention
from ceasefire.models import Time

__all__ = ["build_times"]


def build_times(checker: Checker) -> Book[Time]:
    """All times, in the order of the text. Of two that overlap the longer stays (each is annotated once)."""
    by_mention: dict[int, Time] = {}
    models: list[Time] = []
    for mention in _without_overlaps(checker.good(TimeMention)):
        model = Time(
            id=f"t{len(models) + 1}",
            span=mention.span,
            text=checker.text_of(mention.span),
            type=mention.type,
            value=mention.value,
            mod=mention.mod,
            start=mention.start,
            end=mention.end,
            by=mention.by,
        )
        models.append(model)
        by_mention[id(mention)] = model
    return Book(tuple(models), by_mention)


def _without_overlaps(mentions: list[TimeMention]) -> list[TimeMention]:
    kept: list[TimeMention] = []
    for mention in mentions:
        if kept and kept[-1].span.overlaps(mention.span):
            if len(mention.span) > len(kept[-1].span):
                kept[-1] = mention
        else:
            kept.append(mention)
    return kept
