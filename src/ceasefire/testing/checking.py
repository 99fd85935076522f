"""One sentence read and compared with its gold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from ceasefire.dating import DEFAULT_TIMEZONE
from ceasefire.document import Document
from ceasefire.models import Report
from ceasefire.testing.comparison import Difference, FieldDifference, compare_listed, compare_marked
from ceasefire.testing.errors import CorpusError, ReadingDiffers
from ceasefire.testing.markup import Mark, parse_gold
from ceasefire.testing.readings import Source, got_listed, got_marked
from ceasefire.testing.rendering import told

if TYPE_CHECKING:
    from ceasefire.reader import Reader
    from ceasefire.testing.corpus import Case

__all__ = ["check_case", "check_gold"]


def check_gold(
    reader: Reader,
    gold: str,
    published: str | date | datetime | None = None,
    *,
    layers: Iterable[str] = (),
    source: Source = "report",
    timezone: str = DEFAULT_TIMEZONE,
    language: str = "id",
) -> None:
    """Read a sentence whose gold is marked in it (`ceasefire.testing.markup`), and compare span, words and fields.

    Every layer that a mark names must give just what is marked, nothing else; so must those in `layers`, which need
    no mark: a sentence with a trap has none. `source="mentions"` compares the mentions of extractors, not the items
    of the report. Raises `ReadingDiffers`, an `AssertionError` that shows the sentence and what differs;
    `MarkupError` or `CorpusError` where the gold itself is wrong.
    """
    __tracebackhide__ = True
    parsed = parse_gold(gold)
    named = _layers(parsed.marks, layers)
    if not named:
        raise CorpusError("the sentence has no mark, so nothing would be compared; name the layers that must be empty")
    document, report = reader.read_with_document(parsed.text, published, timezone=timezone, language=language)
    differences = [d for layer in named for d in _marked(document, report, layer, source, parsed.marks)]
    if differences:
        raise ReadingDiffers(told("", parsed.text, differences), tuple(differences))


def check_case(reader: Reader, case: Case) -> None:
    """Read a case of a corpus and compare it, layer by layer.

    Raises `ReadingDiffers`, an `AssertionError` that shows the sentence and what differs; `CorpusError` for a layer
    or field that there is not.
    """
    __tracebackhide__ = True
    document, report = reader.read_with_document(
        case.text, case.published, timezone=case.timezone, language=case.language
    )
    try:
        differences = list(_differences(case, document, report))
    except CorpusError as error:
        raise CorpusError(f"{case.place}: {error}") from None
    if differences:
        raise ReadingDiffers(told(case.place, case.text, differences), tuple(differences))


def _differences(case: Case, document: Document, report: Report) -> Iterator[Difference]:
    for layer, wanted in case.expected.items():
        yield from compare_listed(layer, wanted, got_listed(document, report, layer), case.text)
    for layer in _layers(case.marks, case.layers):
        yield from _marked(document, report, layer, case.source, case.marks)
    if case.rule:
        yield from _rule(case, document, report)


def _layers(marks: Iterable[Mark], further: Iterable[str]) -> list[str]:
    """Each layer once, those of marks first."""
    return list(dict.fromkeys([*(mark.layer for mark in marks), *further]))


def _marked(
    document: Document, report: Report, layer: str, source: Source, marks: Iterable[Mark]
) -> Iterator[Difference]:
    wanted = [mark for mark in marks if mark.layer == layer]
    yield from compare_marked(layer, wanted, got_marked(document, report, layer, source), document.text)


def _rule(case: Case, document: Document, report: Report) -> Iterator[Difference]:
    """The first item of the case's first layer against the rule that must have read it."""
    if case.expected:
        layer = next(iter(case.expected))
        got = got_listed(document, report, layer)
    else:
        layer = _layers(case.marks, case.layers)[0]
        got = got_marked(document, report, layer, case.source)
    first = got[0] if got else None
    if first is None or first.by != case.rule:
        field = FieldDifference("rule", case.rule, first.by if first else None, agrees=False)
        yield Difference(layer, first.called if first else f"by {case.rule}", first, None, (field,))
