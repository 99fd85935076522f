"""Hostile and odd values: formulas, ids, numbers and days that a column cannot hold."""

from __future__ import annotations

import csv
import sqlite3
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ceasefire
from ceasefire.testing import factories as make
from ceasefire_tables import TABLES, Tally, Type, tabulate, write_csv, write_parquet, write_sqlite
from ceasefire_tables.cells import Cell, instant
from ceasefire_tables.csvfiles import guarded, unguarded

Write = Callable[[Iterator[ceasefire.Report], Path], Tally]
SIGNS = st.text(st.sampled_from("'=+-@\t\r\n ab,\"＝;"), max_size=6)


@given(st.one_of(SIGNS, st.text()))
def test_a_guarded_text_is_no_formula_and_can_be_had_back(text: str) -> None:
    written = guarded(text)
    assert written.lstrip()[:1] not in ("=", "+", "-", "@", "＝", "＋", "－", "＠")
    assert written[:1] not in ("\t", "\r", "\n")
    assert unguarded(written) == text


@pytest.mark.parametrize("text", ["Aleppo", "a=b", "'Ain al-Arab", "''", "10-20", ""])
def test_a_harmless_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


def test_no_text_in_csv_is_a_formula_and_numbers_stay_numbers(
    outcomes: list[ceasefire.Report | ceasefire.UnreadArticle], tmp_path: Path
) -> None:
    write_csv(outcomes, tmp_path / "tables")
    seen = set()
    for table in TABLES:
        with (tmp_path / "tables" / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column in table.columns:
                    if column.type is Type.TEXT:
                        assert row[column.name][:1] not in tuple("=+-@\t\r") or row[column.name] == ""
                seen.add(row.get("lat"))
    assert "-6.2" in seen


# ---- keys --------------------------------------------------------------------------------------------------------


def rows(name: str, *reports: ceasefire.Report) -> list[dict[str, Cell]]:
    return [dict(zip(t.names, cells, strict=True)) for t, cells in tabulate(reports) if t.name == name]


def report_called(id: str) -> ceasefire.Report:
    text = "Ruritania"
    return make.report(text, make.actor(in_text=text), id=id)


def test_articles_of_one_id_are_told_apart() -> None:
    ids = ["a", "a", "a~2", "b", "a", "", ""]
    tally = Tally()
    keys = [c[0] for t, c in tabulate(map(report_called, ids), tally) if t.name == "articles"]
    digest = report_called("").article.sha256[:16]
    assert keys == ["a", "a~2", "a~2~2", "b", "a~3", digest, f"{digest}~2"]
    assert tally == Tally(articles=7, unread=0, repeated=4)
    assert [row["id"] for row in rows("articles", *map(report_called, ids))] == ids


def test_keys_tell_article_and_item_whatever_ids_hold() -> None:
    odd = [report_called("a#b"), report_called("a")]
    odd[1] = attrs.evolve(odd[1], actors=tuple(attrs.evolve(actor, id="b#a1/m") for actor in odd[1].actors))
    assert [row["actor"] for row in rows("actors", *odd)] == ["a#b#a1", "a#b%23a1%2Fm"]


def test_keys_are_the_same_in_every_run(seed_report: ceasefire.Report) -> None:
    assert rows("events", seed_report) == rows("events", seed_report)
    assert rows("events", seed_report)[0]["event"] == f"{seed_report.article.id}#p1/e1"


# ---- what a column cannot hold -----------------------------------------------------------------------------------


def test_bounds_beyond_64_bits_stay_true(tmp_path: Path) -> None:
    text = "two people"
    report = make.report(text, make.casualty(in_text=text, min=10**30, max=10**31))
    (row,) = rows("casualties", report)
    assert (row["count_min"], row["count_max"]) == (2**63 - 1, None)
    write_sqlite([report], tmp_path / "a.db")


def test_half_a_code_point_and_nul_are_written(tmp_path: Path) -> None:
    text = "a\ud83db\0c"
    report = make.report(text, make.actor(text, in_text=text), id="x\udc00")
    (row,) = rows("actors", report)
    assert (row["actor"], row["name"]) == ("x\ufffd#a1", "a\ufffdb\0c")
    write_csv([report], tmp_path / "csv")
    write_sqlite([report], tmp_path / "a.db")
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        assert connection.execute("SELECT name FROM actors").fetchone() == ("a\ufffdb\0c",)


def test_a_moment_beyond_the_calendar_is_kept_as_text() -> None:
    assert instant("9999-12-31T23:00:00-07:00") is None
    assert instant("10000-01-01T00:00:00+07:00") is None
    assert instant("2016-05-02T00:00:00+07:00") == datetime(2016, 5, 1, 17, tzinfo=UTC)
    text = "Monday"
    report = make.report(text, make.time(in_text=text, start="9999-12-31T23:00:00-07:00"))
    (row,) = rows("times", report)
    assert (row["interval_start"], row["interval_start_utc"]) == ("9999-12-31T23:00:00-07:00", None)


@pytest.mark.parametrize("published", ["2 Mei 2016", "2016-05", "2016-02-31"])
def test_a_day_that_is_none_is_told_with_its_article(published: str) -> None:
    report = make.report("Ruritania", id="w-1", published=published)
    with pytest.raises(ceasefire.CeasefireError, match=r"article 'w-1', articles\.published: .* is no day"):
        list(tabulate([report]))


def test_terms_of_plugins_pass(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="FRICTIONLESS IS MISSING: data packages were not checked")
    text = "two people"
    report = make.report(text, make.casualty(in_text=text, outcome="conscripted"))
    write_csv([report], tmp_path / "tables")
    assert frictionless.validate(str(tmp_path / "tables" / "datapackage.json")).valid


# ---- many --------------------------------------------------------------------------------------------------------


def test_one_report_at_a_time() -> None:
    asked = []

    def reports() -> Iterator[ceasefire.Report]:
        for number in range(3):
            asked.append(number)
            yield report_called(str(number))

    given = tabulate(reports())
    next(given)
    assert asked == [0]


@pytest.mark.parametrize("write", [write_csv, write_sqlite, write_parquet])
def test_memory_does_not_grow_with_the_input(
    write: Write, seed_report: ceasefire.Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if write is write_parquet:
        pytest.importorskip("pyarrow", reason="PYARROW IS MISSING: no Parquet was written")
        monkeypatch.setattr("ceasefire_tables.arrow._GROUP", 100)

    def peak(count: int) -> int:
        reports = (
            attrs.evolve(seed_report, article=attrs.evolve(seed_report.article, id=str(number)))
            for number in range(count)
        )
        tracemalloc.start()
        try:
            write(reports, tmp_path / f"out-{count}")
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(1)  # modules are imported, which does not count
    # Rows that were held would take some 40 kB a report; Python keeps some thousand freed tuples for new ones.
    few, many = peak(30), peak(150)
    assert many - few < 1_500_000
