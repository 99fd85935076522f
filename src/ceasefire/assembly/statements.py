"""Statement mentions to statements."""

from __future__ import annotations

from ceasefire.assembly.books import Book
from ceasefire.assembly.checks import Checker
from ceasefire.mentions import StatementMention
from ceasefire.models import Actor, Pause, Statement, Time

__all__ = ["build_statements"]


def build_statements(
    checker: Checker, times: Book[Time], actors: Book[Actor], pauses: Book[Pause]
) -> tuple[Statement, ...]:
    """All statements, in the order of the text."""
    return tuple(
        Statement(
            id=f"s{number}",
            span=mention.span,
            text=checker.text_of(mention.span),
            form=mention.form,
            speaker=actors.of(mention.speaker),
            verb=checker.text_of(mention.verb) if mention.verb else None,
            via=actors.of(mention.via),
            date=times.of(mention.date),
            stance=mention.stance,
            about=pauses.of(mention.about),
            by=mention.by,
        )
        for number, mention in enumerate(checker.good(StatementMention), start=1)
    )
