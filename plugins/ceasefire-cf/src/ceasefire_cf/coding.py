"""A report to coded ceasefires: a row for each pause that the article speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire import CeasefireError, Report
from ceasefire.models import Pause
from ceasefire_cf import course
from ceasefire_cf.coded import CodedCeasefire, Value
from ceasefire_cf.columns import CODED
from ceasefire_cf.coverage import actors_of, countries, coverage, places_of
from ceasefire_cf.grounding import label_span, named
from ceasefire_cf.purpose import Purposes
from ceasefire_cf.sides import declaration_type
from ceasefire_tables.keys import KeyedArticle

__all__ = ["Coder"]


class Coder:
    """Codes the pauses of reports."""

    def __init__(self) -> None:
        self._purposes = Purposes()

    def coded(self, article: KeyedArticle, text: str | None) -> Iterator[CodedCeasefire]:
        """The ceasefires of an article, in the order of the text.

        Without its text a purpose is coded only where the ceasefire's kind tells it. Raises `CeasefireError` for a text
        of another length than the one that was read.
        """
        about = article.report.article
        if text is not None and len(text) != about.length:
            raise CeasefireError(f"article {about.id!r:.80}: the text has {len(text)} code points, not {about.length}")
        context = {
            "article": article.key,
            "published": about.published or "",
            "title": about.title or "",
            "url": about.url or "",
        }
        for pause in article.report.pauses:
            cells = self._cells(article.report, pause, text)
            # Terms of plugins fall outside closed columns; what a column cannot say it leaves empty.
            kept = {
                column.name: tuple(v for v in cells[column.name] if not column.values or v.text in column.values)
                for column in CODED
            }
            yield CodedCeasefire({"ceasefire": article.key_of(pause), **context}, kept)

    def _cells(self, report: Report, pause: Pause, text: str | None) -> dict[str, tuple[Value, ...]]:
        anchors = [mention.span for mention in pause.mentions] + [event.span for event in pause.events]
        parties, declarers = named(pause.parties, anchors), named(pause.declared_by, anchors)
        return {
            "label": (Value(pause.label, label_span(pause)),),
            "class": (Value(pause.kind, label_span(pause)),),
            "status": course.status(pause),
            "declaration_type": declaration_type(report, pause, parties, declarers),
            "purpose": self._purposes.of(report, pause, text),
            "coverage": coverage(pause),
            "places": places_of(pause.scope.includes),
            "places_excluded": places_of(pause.scope.excludes),
            "actors_excluded": actors_of(pause.scope.excludes),
            "countries": countries(pause, parties),
            "parties": parties,
            "declared_by": declarers,
            "mediators": named(pause.brokers, anchors),
            "announced": course.moment(pause, "announced"),
            "starts": course.moment(pause, "starts"),
            "ends": course.moment(pause, "ends"),
            "duration": course.duration(pause),
            "how_ended": course.how_ended(pause),
            "ended_on": course.ended_on(pause),
            "ended_by": course.ended_by(pause),
            "violated_by": course.violated_by(pause),
            "later_events": course.later_events(pause),
        }
