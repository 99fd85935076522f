"""Casualty mentions to casualties."""

from __future__ import annotations

from ceasefire.assembly.books import Book
from ceasefire.assembly.checks import Checker
from ceasefire.mentions import ActorMention, CasualtyMention, StatementMention
from ceasefire.models import Actor, Casualty, Count, Region, Span, Time

__all__ = ["build_casualties"]


def build_casualties(
    checker: Checker, times: Book[Time], actors: Book[Actor], regions: Book[Region]
) -> tuple[Casualty, ...]:
    """All figures, in the order of the text."""
    return tuple(
        Casualty(
            id=f"c{number}",
            span=mention.span,
            text=checker.text_of(mention.span),
            outcome=mention.outcome,
            count=Count(mention.min, mention.max, checker.text_of(mention.count)),
            victims=mention.victims,
            source=actors.of(mention.source or _speaker(checker, mention.span)),
            cause=mention.cause,
            blamed_on=tuple(actor for blamed in mention.blamed_on if (actor := actors.of(blamed))),
            region=regions.of(mention.region),
            time=times.of(mention.time),
            by=mention.by,
        )
        for number, mention in enumerate(checker.good(CasualtyMention), start=1)
    )


def _speaker(checker: Checker, span: Span) -> ActorMention | None:
    """Who speaks in the innermost statement around the figure whose speaker is named."""
    around = [s for s in checker.document.overlapping(StatementMention, span) if s.speaker and s.span.covers(span)]
    return min(around, key=lambda s: len(s.span)).speaker if around else None
