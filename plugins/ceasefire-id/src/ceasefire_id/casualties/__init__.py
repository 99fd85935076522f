"""Figures of people harmed: who is counted, how many, and what happened to them.

`quantities` reads a number with the noun that it counts, `predicates` finds the verb that governs it, `totals` the
noun of a total, `links` its neighbours, `uncounted` what is no figure; `figures` weighs them; `sources` says who
counted, `circumstances` where and when. Words: `lexicon/casualties.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.document import Document
from ceasefire.hookspecs import Extractor, hookimpl
from ceasefire.mentions import (
    ActorMention,
    CasualtyMention,
    Mention,
    NumberMention,
    RegionMention,
    StatementMention,
    TimeMention,
)
from ceasefire.models import Span
from ceasefire_id.casualties.circumstances import place_of, time_of
from ceasefire_id.casualties.figures import Figure, FigureReader
from ceasefire_id.casualties.sources import Sources
from ceasefire_id.casualties.vocabulary import Vocabulary

__all__ = ["CasualtiesExtractor", "extractors"]


class CasualtiesExtractor:
    """Gives a `CasualtyMention` for each figure and outcome."""

    name = "id-casualties"
    language = "id"
    needs: frozenset[type[Mention]] = frozenset({NumberMention})
    uses: frozenset[type[Mention]] = frozenset({ActorMention, RegionMention, TimeMention, StatementMention})
    gives: frozenset[type[Mention]] = frozenset({CasualtyMention})

    def __init__(self) -> None:
        vocabulary = Vocabulary()
        self._figures = FigureReader(vocabulary)
        self._sources = Sources(vocabulary)

    def extract(self, document: Document) -> Iterator[CasualtyMention]:
        """The figures of the text, in its order."""
        for figure in self._figures.read(document):
            if not document.in_furniture(figure.quantity.span, "link", "credit"):
                yield from self._mentions(document, figure)

    def _mentions(self, document: Document, figure: Figure) -> Iterator[CasualtyMention]:
        span = figure.quantity.span
        source = self._sources.of(document, span)
        region, time = place_of(document, span), time_of(document, span)
        smallest, largest = figure.limits
        for outcome in figure.outcomes:
            yield CasualtyMention(
                span=span,
                by=f"{self.name}:{figure.rule}",
                outcome=outcome,
                victims=figure.victims or "people",
                min=smallest,
                max=largest,
                source=source,
                region=region,
                time=time,
                count=Span(figure.quantity.number.span.start, figure.quantity.number.span.end),
            )


@hookimpl
def extractors() -> list[Extractor]:
    """The extractor of this plugin."""
    return [CasualtiesExtractor()]
