"""Mentions to models, a module a model, without a word of any language.

Order: times, then actors (with coreference) and regions, on which casualties, pauses and statements rest.
"""

from __future__ import annotations

from ceasefire.assembly.actors import build_actors
from ceasefire.assembly.casualties import build_casualties
from ceasefire.assembly.checks import Checker
from ceasefire.assembly.pauses import build_pauses
from ceasefire.assembly.regions import build_regions
from ceasefire.assembly.statements import build_statements
from ceasefire.assembly.times import build_times
from ceasefire.document import Document
from ceasefire.models import Article, Diagnostic, Report
from ceasefire.vocabulary import Vocabulary

__all__ = ["assemble"]


def assemble(
    document: Document, article: Article, vocabulary: Vocabulary, diagnostics: list[Diagnostic], *, strict: bool = False
) -> Report:
    """The report of a document whose mentions are complete.

    A mention with a value that its closed list does not hold is left out with a diagnostic (with `strict`,
    `ExtractorError`), and so is whatever points at it.
    """
    checker = Checker(document, vocabulary, diagnostics, strict)
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
    )
