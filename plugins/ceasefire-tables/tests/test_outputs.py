"""Every output holds the same cells, with the types that its standard has for them, and passes its standard's check."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import ceasefire
from ceasefire_tables import (
    TABLES,
    Table,
    Type,
    tabulate,
    to_arrow,
    to_pandas,
    to_polars,
    write_csv,
    write_parquet,
    write_sqlite,
)
from ceasefire_tables.cells import Cell
from ceasefire_tables.csvfiles import unguarded

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared" / "gold"
#: which articles of the gold may be looked at, and the first open ones of each writer
ARTICLES = (
    (SHARED, "seed/*.txt"),
    (SHARED, "real/*.txt"),
    (SHARED, "dev/*.txt"),
    (ROOT / "tests" / "articles", "open/*-01.txt"),
    (ROOT / "tests" / "articles", "open/ho-?-1.txt"),
)
CLOSED = {f"dev-{name}" for name in ("a-3", "b-4", "b-5", "b-6", "c-2", "c-3")}

Outcomes = list[ceasefire.Report | ceasefire.UnreadArticle]


@pytest.fixture(scope="session")
def read() -> Outcomes:
    """What is read in articles at hand that have gold; those of others only where they lie beside the checkout."""
    reader = ceasefire.Reader()
    reports: Outcomes = []
    for folder, names in ARTICLES:
        for file in sorted(folder.glob(names)):
            if file.stem not in CLOSED:
                published = json.loads(file.with_suffix(".gold.json").read_text("utf-8"))["published"]
                reports.append(reader.read(file.read_text("utf-8"), published, id=file.stem))
    assert reports
    return reports


@pytest.fixture(params=["samples", "articles"])
def given(request: pytest.FixtureRequest, outcomes: Outcomes) -> Outcomes:
    read: Outcomes = request.getfixturevalue("read") if request.param == "articles" else outcomes
    return read


def expected(outcomes: Outcomes) -> dict[str, list[tuple[Cell, ...]]]:
    rows: dict[str, list[tuple[Cell, ...]]] = {table.name: [] for table in TABLES}
    for table, cells in tabulate(outcomes):
        rows[table.name].append(cells)
    return rows


# ---- outputs -----------------------------------------------------------------------------------------------------


def test_csv_is_what_its_data_package_says(given: Outcomes, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="FRICTIONLESS IS MISSING: data packages were not checked")
    write_csv(given, tmp_path / "tables")
    checked = frictionless.validate(str(tmp_path / "tables" / "datapackage.json"))
    assert checked.valid, checked.flatten(["title", "rowNumber", "fieldName", "message"])
    assert [task.name for task in checked.tasks] == [table.name for table in TABLES]
    for name, rows in expected(given).items():
        assert from_csv(tmp_path / "tables", name) == [tuple(map(empty_as_null, row)) for row in rows], name


def from_csv(folder: Path, name: str) -> list[tuple[Cell, ...]]:
    table = next(table for table in TABLES if table.name == name)
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    assert tuple(header) == table.names
    return [tuple(map(typed, table.columns, row)) for row in rows]


def typed(column: Any, cell: str) -> Cell:
    if cell == "":
        return None
    match column.type:
        case Type.INTEGER:
            return int(cell)
        case Type.NUMBER:
            return float(cell)
        case Type.DATE:
            return date.fromisoformat(cell)
        case Type.INSTANT:
            return datetime.fromisoformat(cell)
    return unguarded(cell)


def empty_as_null(cell: Cell) -> Cell:
    """CSV does not tell an empty text from none."""
    return None if cell == "" else cell


def test_parquet_gives_the_rows_back_typed(given: Outcomes, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="PYARROW IS MISSING: no Parquet was written")
    from pyarrow import parquet

    write_parquet(given, tmp_path / "tables")
    in_memory = to_arrow(given)
    for table in TABLES:
        back = parquet.read_table(tmp_path / "tables" / f"{table.name}.parquet")
        assert rows_of(back.to_pydict(), table) == expected(given)[table.name]
        assert back.equals(in_memory[table.name])
        for column in table.columns:
            field = back.schema.field(column.name)
            assert field.metadata[b"description"].decode() == column.meaning
            assert field.nullable is not column.required
    assert str(parquet.read_schema(tmp_path / "tables" / "times.parquet").field("interval_start_utc").type) == (
        "timestamp[us, tz=UTC]"
    )


def rows_of(columns: dict[str, list[Any]], table: Table) -> list[tuple[Cell, ...]]:
    assert tuple(columns) == table.names
    return list(zip(*columns.values(), strict=True))


def test_sqlite_holds_the_rows_and_its_keys_lead_somewhere(given: Outcomes, tmp_path: Path) -> None:
    write_sqlite(given, tmp_path / "all.sqlite")
    with closing(sqlite3.connect(tmp_path / "all.sqlite")) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for table in TABLES:
            found = connection.execute(f"SELECT * FROM {table.name} ORDER BY rowid").fetchall()
            assert found == [tuple(map(in_sqlite, row)) for row in expected(given)[table.name]], table.name
            keys = {row[3]: (row[2], row[4]) for row in connection.execute(f"PRAGMA foreign_key_list({table.name})")}
            links = {c.name: (c.link.table, c.link.column) for c in table.columns if c.link}
            assert keys == links


def in_sqlite(cell: Cell) -> Cell:
    if isinstance(cell, datetime):
        return cell.isoformat().replace("+00:00", "Z")
    return cell.isoformat() if isinstance(cell, date) else cell


def test_pandas_frames(given: Outcomes) -> None:
    pandas = pytest.importorskip("pandas", reason="PANDAS IS MISSING: no frames of it were made")
    frames = to_pandas(given)
    for table in TABLES:
        frame = frames[table.name].astype(object)
        back = frame.where(frame.notna(), None).to_dict("list")
        rows = [tuple(map(python_of, row)) for row in rows_of(back, table)] if len(frame) else []
        assert rows == [tuple(map(at_midnight, row)) for row in expected(given)[table.name]], table.name
    assert isinstance(frames["times"]["interval_start_utc"].dtype, pandas.DatetimeTZDtype)
    assert str(frames["casualties"]["count_min"].dtype) == "Int64"


def python_of(cell: Any) -> Any:
    return cell.to_pydatetime() if hasattr(cell, "to_pydatetime") else cell


def at_midnight(cell: Cell) -> Cell:
    """A day as pandas has it."""
    is_day = isinstance(cell, date) and not isinstance(cell, datetime)
    return datetime(cell.year, cell.month, cell.day) if is_day and isinstance(cell, date) else cell


def test_polars_frames(given: Outcomes) -> None:
    polars = pytest.importorskip("polars", reason="POLARS IS MISSING: no frames of it were made")
    frames = to_polars(given)
    for table in TABLES:
        assert frames[table.name].rows() == expected(given)[table.name], table.name
    assert frames["times"].schema["interval_start_utc"] == polars.Datetime("us", "UTC")
    assert frames["unread"].schema["line"] == polars.Int64()


# ---- what the tables say -------------------------------------------------------------------------------------------


def records(outcomes: Iterable[ceasefire.Report | ceasefire.UnreadArticle], name: str) -> list[dict[str, Cell]]:
    return [dict(zip(t.names, cells, strict=True)) for t, cells in tabulate(outcomes) if t.name == name]


def test_the_seed_in_tables(seed_report: ceasefire.Report) -> None:
    names = {row["region"]: row["name"] for row in records([seed_report], "regions")}
    calm = records([seed_report], "pauses")[0]
    assert (calm["label"], calm["kind"], calm["status"]) == ("kondisi tenang", "calm", "extended")
    scope = [row for row in records([seed_report], "scope") if row["pause"] == calm["pause"]]
    assert [(row["direction"], names[row["region"]]) for row in scope] == [
        ("includes", "Damaskus"),
        ("includes", "Latakia"),
        ("excludes", "Aleppo"),
    ]
    figure = records([seed_report], "casualties")[0]
    assert (figure["count_min"], figure["count_max"], figure["count_text"]) == (251, None, "lebih dari 250")
    event = next(row for row in records([seed_report], "events") if row["type"] == "extended")
    times = {row["time"]: row["text"] for row in records([seed_report], "times")}
    (of_event,) = [row for row in records([seed_report], "event_times") if row["event"] == event["event"]]
    assert times[of_event["time"]] == "24 jam"
    moment = next(row for row in records([seed_report], "times") if row["value"] == "2016-02-27")
    assert moment["interval_start_utc"] == datetime.fromisoformat(str(moment["interval_start"])).astimezone(UTC)


def test_views_show_names(seed_report: ceasefire.Report, tmp_path: Path) -> None:
    write_sqlite([seed_report], tmp_path / "seed.db")
    with closing(sqlite3.connect(tmp_path / "seed.db")) as connection:
        connection.row_factory = sqlite3.Row
        pause = connection.execute("SELECT * FROM pause_overview WHERE kind = 'calm'").fetchone()
        assert (pause["includes"], pause["excludes"]) == ("Damaskus; Latakia", "Aleppo")
        assert pause["declared_by"] == seed_report.pauses[0].declared_by[0].name
        figures = connection.execute("SELECT count(*) FROM casualty_overview").fetchone()[0]
        assert figures == len(seed_report.casualties)
        events = connection.execute("SELECT count(*) FROM event_overview").fetchone()[0]
        assert events == sum(len(pause.events) for pause in seed_report.pauses)
        said = connection.execute("SELECT speaker FROM statement_overview WHERE text = 'Ini adalah saat-saat kritis'")
        assert said.fetchone()["speaker"] == "John Kerry"


def test_every_item_of_a_report_has_its_row(outcomes: Outcomes) -> None:
    reports = [outcome for outcome in outcomes if isinstance(outcome, ceasefire.Report)]
    counts = {name: len(rows) for name, rows in expected(outcomes).items()}
    for name in ("times", "actors", "regions", "casualties", "pauses", "statements", "diagnostics"):
        assert counts[name] == sum(len(getattr(report, name)) for report in reports)
    pauses = [pause for report in reports for pause in report.pauses]
    assert counts["scope"] == sum(len(pause.scope.includes) + len(pause.scope.excludes) for pause in pauses)
    assert counts["pause_actors"] == sum(len(p.declared_by) + len(p.parties) + len(p.brokers) for p in pauses)
    assert counts["casualty_blamed"] == 2
    assert counts["unread"] == 1
