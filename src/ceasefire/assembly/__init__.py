"""Mentions to models, a module a model, without a word of any language.

Order: times, then actors (with coreference) and regions, on which casualties, pauses and statements rest.
"""

from __future__ import annotations

from typing import Any

from ceasefire.assembly.actors import build_actors
from ceasefire.assembly.books import Book
from ceasefire.assembly.casualties import build_casualties
from ceasefire.assembly.checks import Checker
from ceasefire.assembly.pauses import build_pauses
from ceasefire.assembly.regions import build_regions
from ceasefire.assembly.statements import build_statements
from ceasefire.assembly.times import build_times
from ceasefire.document import Document
from ceasefire.mentions import CasualtyMention, StatementMention
from ceasefire.models import Actor, Article, Casualty, Diagnostic, Pause, Region, Report, Statement, Time
from ceasefire.trace import Trace
from ceasefire.vocabulary import Vocabulary

__all__ = ["assemble"]


def assemble(
    document: Document,
    article: Article,
    vocabulary: Vocabulary,
    diagnostics: list[Diagnostic],
    *,
    strict: bool = False,
    trace: bool = False,
) -> Report:
    """The report of a document whose mentions are complete.

    A mention with a value that its closed list does not hold is left out with a diagnostic (with `strict`,
    `ExtractorError`), and so is whatever points at it. With `trace` the report can explain itself.
    """
    checker = Checker(document, vocabulary, diagnostics, strict, [] if trace else None)
    times = build_times(checker)
    actors = build_actors(checker)
    regions = build_regions(checker)
    casualties = build_casualties(checker, times, actors, regions)
    pauses = build_pauses(checker, times, actors, regions)
    statements = build_statements(checker, times, actors, pauses)
    return Report(
        article=article,
        times=times.models,
        actors=actors.models,
        regions=regions.models,
        casualties=casualties,
        pauses=pauses.models,
        statements=statements,
        diagnostics=tuple(diagnostics),
        trace=_trace(checker, times, actors, regions, pauses, statements, casualties) if trace else None,
    )


def _trace(
    checker: Checker,
    times: Book[Time],
    actors: Book[Actor],
    regions: Book[Region],
    pauses: Book[Pause],
    statements: tuple[Statement, ...],
    casualties: tuple[Casualty, ...],
) -> Trace:
    """Which mention became which item, with all that was decided."""
    books: tuple[Book[Any], ...] = (times, actors, regions, pauses)
    items: dict[int, str] = {mention: model.id for book in books for mention, model in book.by_mention.items()}
    # Statements and casualties are made of one mention each, in order.
    items.update((id(m), s.id) for m, s in zip(checker.good(StatementMention), statements, strict=True))
    items.update((id(m), c.id) for m, c in zip(checker.good(CasualtyMention), casualties, strict=True))
    return Trace(checker.document, items, tuple(checker.decisions or ()))
