"""Times: calendar dates, weekdays, clocks, lengths, sets and references, resolved to TIMEX3 values.

`calendar`, `days`, `lengths` and `references` hold the rules that find the pieces (`atoms`); `phrases` joins them,
`standing` judges what may stand alone, `lists` shares what members of a list lend each other; `resolution` with
`anchors`, `named_days`, `weekday_dates`, `tense` and `hours` says what they denote, in `values`; `report` tells
which of them date the report. Words: `lexicon/times.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.document import Document
from ceasefire.hookspecs import Extractor, hookimpl
from ceasefire.mentions import Mention, NumberMention, TimeMention
from ceasefire.models import Diagnostic, Span
from ceasefire_id.dates.anchors import Resolved
from ceasefire_id.dates.atoms import Atom, AtomRules
from ceasefire_id.dates.calendar import calendar_rules, period_rules
from ceasefire_id.dates.days import clock_rules, day_rules, deictic_rules
from ceasefire_id.dates.lengths import Lengths
from ceasefire_id.dates.lexemes import Lexemes
from ceasefire_id.dates.lists import expanded
from ceasefire_id.dates.phrases import Phrases
from ceasefire_id.dates.references import Years, reference_rules
from ceasefire_id.dates.report import Reports
from ceasefire_id.dates.resolution import Resolution
from ceasefire_id.dates.tense import Tenses

__all__ = ["DatesExtractor", "extractors"]


class DatesExtractor:
    """Gives a `TimeMention` for each time expression; none overlaps another."""

    name = "id-dates"
    language = "id"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset({NumberMention})
    gives: frozenset[type[Mention]] = frozenset({TimeMention})

    def __init__(self) -> None:
        self._lexemes = Lexemes()
        families = (calendar_rules, period_rules, day_rules, clock_rules, deictic_rules, reference_rules)
        self._rules = AtomRules(rule for family in families for rule in family(self._lexemes))
        self._lengths = Lengths(self._lexemes)
        self._years = Years()
        self._phrases = Phrases(self._lexemes)
        self._tenses = Tenses(self._lexemes)
        self._reports = Reports(self._lexemes)

    def extract(self, document: Document) -> Iterator[TimeMention | Diagnostic]:
        """The times of the text, in its order, and what should be told about them."""
        phrases = expanded(document.text, self._phrases.of(document, self._atoms(document)))
        anchorless: list[Span] = []
        unnamed: list[Span] = []
        resolution = Resolution(document, phrases, self._lexemes, self._tenses, self._reports)
        for resolved in resolution.all():
            mention = self._mention(document, resolved)
            yield mention
            for note in resolved.notes:
                yield Diagnostic("warning", self.name, note.code, note.message, mention.span)
            parts = resolved.phrase.parts
            if resolved.stamp is None and parts.value is None and document.published is None:
                anchorless.append(mention.span)
            if resolved.type == "TIME" and resolved.start and parts.zone == "":
                unnamed.append(mention.span)
        if anchorless:
            message = f"no publication date: {len(anchorless)} times that count from it have no full value"
            yield Diagnostic("warning", self.name, "no-anchor", message, anchorless[0])
        if unnamed:
            message = f"local zones that nobody names: {len(unnamed)} intervals are in {document.timezone}"
            yield Diagnostic("info", self.name, "unnamed-zone", message, unnamed[0])

    def _atoms(self, document: Document) -> list[Atom]:
        """The pieces, in the order of the text; of two that overlap the one that begins first, or is longer."""
        found = [*self._rules.atoms(document), *self._lengths.atoms(document), *self._years.atoms(document)]
        found.sort(key=lambda atom: (atom.start, -atom.end))
        # what points at another article tells nothing of this one
        links = [piece.span for piece in document.furniture if piece.kind == "link"]
        kept: list[Atom] = []
        link = 0
        for atom in found:
            while link < len(links) and links[link].end <= atom.start:
                link += 1
            linked = link < len(links) and links[link].start <= atom.start
            if not linked and (not kept or atom.start >= kept[-1].end):
                kept.append(atom)
        return kept

    def _mention(self, document: Document, resolved: Resolved) -> TimeMention:
        phrase = resolved.phrase
        is_dated = resolved.stamp is not None and resolved.stamp.grain in {"day", "part", "clock"}
        is_report = is_dated and self._reports.dates(document, phrase.start, phrase.end)
        return TimeMention(
            span=Span(phrase.start, phrase.end),
            by=f"{self.name}:{phrase.rule}",
            type=resolved.type,
            value=resolved.value,
            mod=phrase.parts.mod,
            start=resolved.start,
            end=resolved.end,
            role="report" if is_report else "told",
        )


@hookimpl
def extractors() -> list[Extractor]:
    """The extractor of this plugin."""
    return [DatesExtractor()]
