"""Statement mentions to statements."""

from __future__ import annotations

from ceasefire.assembly.books import Book
from ceasefire.assembly.checks import Checker
from ceasefire.mentions import StanceMention, StatementMention
from ceasefire.models import Actor, Pause, Statement, Time

__all__ = ["build_statements"]


def build_statements(
    checker: Checker, times: Book[Time], actors: Book[Actor], pauses: Book[Pause]
) -> tuple[Statement, ...]:
    """All statements, in the order of the text; of two stances read of one statement the last stands."""
    stances = {id(mention.statement): mention for mention in checker.good(StanceMention)}
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
            stance=held.stance if (held := stances.get(id(mention))) else mention.stance,
            about=pauses.of(held.about if held else mention.about),
            by=mention.by,
        )
        for number, mention in enumerate(checker.good(StatementMention), start=1)
    )
