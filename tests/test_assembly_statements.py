"""What a statement is about and holds of it may be read by another extractor than the statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ceasefire import ExtractorError, Report
from ceasefire.mentions import PauseMention, StanceMention, StatementMention
from ceasefire.models import Span

TEXT = "Truce A holds, says X. Truce B is dead, says Y."
FIRST, SECOND = Span(0, 7), Span(23, 30)
SAID, THEN = Span(0, 13), Span(23, 38)


def truce(span: Span, identity: str) -> PauseMention:
    return PauseMention(span=span, by="pauses:noun", label=f"truce {identity}", kind="truce", identity=identity)


def said(span: Span, **fields: Any) -> StatementMention:
    return StatementMention(span=span, by="sayings:says", form="indirect", speaker=None, **fields)


def held(statement: StatementMention, about: PauseMention, stance: str | None) -> StanceMention:
    return StanceMention(span=statement.span, by="stances:view", statement=statement, about=about, stance=stance)


@pytest.fixture
def read(reader_with: Callable[..., Any], extractor: Any) -> Callable[..., Report]:
    """The report of these statements and stances, each kind given by an extractor of its own."""

    def read(pauses: list[Any], sayings: list[Any], stances: list[Any], **options: Any) -> Report:
        givers = [
            extractor("pauses", lambda _: pauses, gives=[PauseMention]),
            extractor("sayings", lambda _: sayings, gives=[StatementMention], uses=[PauseMention]),
            extractor("stances", lambda _: stances, gives=[StanceMention], needs=[StatementMention]),
        ]
        report: Report = reader_with(*givers, **{"strict": True, **options}).read(TEXT, "2025-11-12", language="en")
        return report

    return read


def told(report: Report) -> list[tuple[str | None, str | None]]:
    """What each statement is about, and its stance."""
    return [(s.about.label if s.about else None, s.stance) for s in report.statements]


def test_a_stance_read_apart_is_the_statements(read: Callable[..., Report]) -> None:
    pause, statement = truce(FIRST, "A"), said(SAID)
    assert told(read([pause], [statement], [held(statement, pause, "confirms")])) == [("truce A", "confirms")]


def test_it_stands_over_what_the_statement_itself_says(read: Callable[..., Report]) -> None:
    one, other = truce(FIRST, "A"), truce(SECOND, "B")
    statement, second = said(SAID, about=one, stance="confirms"), said(THEN, about=one, stance="demands")
    report = read([one, other], [statement, second], [held(statement, other, None)])
    assert told(report) == [("truce B", None), ("truce A", "demands")]


def test_statements_of_the_same_words_keep_their_own(read: Callable[..., Report]) -> None:
    one, other = truce(FIRST, "A"), truce(SECOND, "B")
    twins = [said(SAID), said(SAID)]
    stances = [held(twins[1], other, "rejects"), held(twins[0], one, "confirms")]
    assert told(read([one, other], twins, stances)) == [("truce A", "confirms"), ("truce B", "rejects")]


def test_a_stance_that_no_list_holds_is_said_and_left_out(read: Callable[..., Report]) -> None:
    pause, statement = truce(FIRST, "A"), said(SAID)
    wrong = held(statement, pause, "shrugs")
    report = read([pause], [statement], [wrong], strict=False)
    assert told(report) == [(None, None)]
    assert [(d.code, d.source, d.span) for d in report.diagnostics] == [("unknown-value", "stances", SAID)]
    with pytest.raises(ExtractorError, match="shrugs"):
        read([pause], [statement], [wrong])


def test_a_stance_on_what_nobody_gave_falls_with_it(read: Callable[..., Report]) -> None:
    pause, statement = truce(FIRST, "A"), said(SAID)
    report = read([pause], [statement], [held(statement, truce(SECOND, "B"), "rejects")], strict=False)
    assert told(report) == [(None, None)]
    assert [(d.level, d.source) for d in report.diagnostics] == [("error", "stances")]
