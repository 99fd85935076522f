"""`check_format`: core's own formats pass, and each way of breaking the contract is named."""

from __future__ import annotations

import csv
import io
import os
import socket
from contextlib import suppress
from typing import Any

import pytest

import ceasefire
from ceasefire import Report
from ceasefire.testing import ContractError, check_format, empty_report, full_report


class Names:
    """Sound: names and kinds of actors as CSV."""

    name = "names"
    description = "names and kinds of all actors"
    media_type = "text/csv; charset=utf-8"

    def render(self, report: Report, text: str) -> str:
        table = io.StringIO()
        writer = csv.writer(table)
        writer.writerow(["name", "kind"])
        writer.writerows(self.rows(report))
        return table.getvalue()

    def rows(self, report: Report) -> list[list[str]]:
        return [[actor.name, actor.kind] for actor in report.actors]


def faults_of(made: Any, **options: Any) -> str:
    with pytest.raises(ContractError) as caught:
        check_format(made, **{"fresh_interpreters": False, **options})
    return "\n".join(caught.value.faults)


def test_core_s_formats_keep_their_contract() -> None:
    check_format("json", read_back=ceasefire.from_json)
    check_format("text")


def test_a_sound_format_passes_in_fresh_interpreters_too() -> None:
    check_format(Names)


def test_the_full_report_has_everything() -> None:
    report, text = full_report()
    assert ceasefire.from_json(ceasefire.to_json(report)) == report
    lists = [report.times, report.actors, report.regions, report.casualties, report.pauses, report.statements]
    assert all(lists) and report.diagnostics
    for item in (*report.times, *report.casualties, *report.statements):
        assert text[item.span.start : item.span.end] == item.text
    assert empty_report()[0].article.length == 0


class JoinsByHand(Names):
    def render(self, report: Report, text: str) -> str:
        return "name,kind\r\n" + "".join(f"{name},{kind}\r\n" for name, kind in self.rows(report))


class FailsOnNothing(Names):
    def render(self, report: Report, text: str) -> str:
        return super().render(report, text) + report.actors[0].name


class GivesBytes(Names):
    def render(self, report: Report, text: str) -> Any:
        return super().render(report, text).encode()


class AsksForAStyleSheet(Names):
    def render(self, report: Report, text: str) -> str:
        with suppress(Exception):
            socket.create_connection(("localhost", 9))
        return super().render(report, text)


class Numbers(Names):
    def __init__(self) -> None:
        self.count = 0

    def rows(self, report: Report) -> list[list[str]]:
        self.count += 1
        return [*super().rows(report), ["rendered", str(self.count)]]


class KeepsItsTable(Names):
    def rows(self, report: Report) -> list[list[str]]:
        self.report = report
        return [self.row(number) for number in range(len(report.actors))]

    def row(self, number: int) -> list[str]:
        actor = self.report.actors[number] if number < len(self.report.actors) else None
        return [actor.name, actor.kind] if actor else ["", ""]


class InTheOrderOfASet(Names):
    def rows(self, report: Report) -> list[list[str]]:
        return [[kind, ""] for kind in {actor.kind for actor in report.actors}]


class SaysWhere(Names):
    def rows(self, report: Report) -> list[list[str]]:
        return [[os.environ.get("TZ", "no zone"), ""]]


class TwoLines(Names):
    description = "names\nand kinds"
    media_type = "csv"


@pytest.mark.parametrize(
    ("made", "fault"),
    [
        (JoinsByHand, "on the full report: what it wrote is not valid"),
        (FailsOnNothing, "on the empty report: it raised IndexError"),
        (GivesBytes, "it gave a bytes, not text"),
        (AsksForAStyleSheet, "the outside world: socket."),
        (Numbers, "rendered otherwise a second time"),
        (KeepsItsTable, "when another report was rendered meanwhile"),
    ],
)
def test_each_fault_is_named(made: Any, fault: str) -> None:
    assert fault in faults_of(made)


@pytest.mark.parametrize("made", [InTheOrderOfASet, SaysWhere])
def test_what_depends_on_the_interpreter_is_named(made: Any) -> None:
    check_format(made, fresh_interpreters=False)
    assert "rendered otherwise with hash seed" in faults_of(made, fresh_interpreters=True)


def test_what_describes_it_is_checked() -> None:
    faults = faults_of(TwoLines, validate=lambda text: None)
    assert "more than one line" in faults and "media type 'csv' is none" in faults


def test_reading_back_must_give_the_same_report() -> None:
    assert "read back it is another report" in faults_of("json", read_back=lambda text: empty_report()[0])
    assert "cannot be read back: KeyError" in faults_of("json", read_back=lambda text: {}[text])  # type: ignore[index]


def test_a_report_of_one_s_own_is_tried_too() -> None:
    class Dated(Names):
        def rows(self, report: Report) -> list[list[str]]:
            assert report.article.published != "2025-11-12"
            return []

    own = ceasefire.Reader(only=[]).read("A text.", "2025-11-12", id="mine")
    check_format(Dated, fresh_interpreters=False)
    assert "on mine: it raised AssertionError" in faults_of(Dated, reports=[(own, "A text.")])


def test_an_unknown_media_type_needs_a_check() -> None:
    made = type("Book", (Names,), {"media_type": "application/epub"})
    with pytest.raises(ValueError, match="give validate= or read_back="):
        check_format(made)


@pytest.mark.parametrize(
    ("media_type", "good", "bad"),
    [
        ("application/json", '{"a": 1}', '{"a": NaN}'),
        ("application/geo+json", "[]", "["),
        ("application/x-ndjson", '{"a": "\u2028"}\n{}\n', "{}\n\n{}"),
        ("application/xml", "<a/>", "<a>"),
        ("image/svg+xml", "<a/>", "<a>&nbsp;</a>"),
        ("text/csv", 'a,b\r\n"1,5",2\r\n', "a,b\r\n1,5,2\r\n"),
        ("text/tab-separated-values", "a\tb\n1\t2\n", "a\tb\n1\n"),
    ],
)
def test_validity_by_media_type(media_type: str, good: str, bad: str) -> None:
    def writes(output: str) -> type:
        return type("Made", (Names,), {"media_type": media_type, "render": lambda self, report, text: output})

    check_format(writes(good), fresh_interpreters=False)
    assert "is not valid" in faults_of(writes(bad))
