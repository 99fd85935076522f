"""`ceasefire tables`: what it writes, what it refuses, and that a run which fails leaves all as it was."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import ceasefire
from ceasefire.cli import main
from ceasefire_tables import TABLES, write_csv, write_sqlite

Run = Callable[..., Any]


@pytest.fixture
def reports(tmp_path: Path, seed_report: ceasefire.Report) -> Path:
    error = {"article": {"id": "rusak", "line": 2}, "error": {"code": "bad-json", "message": "the line is no JSON"}}
    file = tmp_path / "reports.jsonl"
    file.write_text(
        f"{ceasefire.to_json(seed_report)}\n{json.dumps(error)}\n{ceasefire.to_json(seed_report)}\n", "utf-8"
    )
    return file


def test_csv_into_a_folder(ceasefire_command: Run, reports: Path, tmp_path: Path) -> None:
    done = ceasefire_command("tables", "reports.jsonl", "-o", "deep/tables")
    assert done.returncode == 0
    assert done.stderr == (
        "deep/tables: 2 articles, 1 that could not be read, 1 with an id that an earlier one has, "
        "told apart as ID~2, ID~3\n"
    )
    names = {f"{table.name}.csv" for table in TABLES} | {"datapackage.json"}
    assert {file.name for file in (tmp_path / "deep" / "tables").iterdir()} == names
    assert [each.name for each in (tmp_path / "deep").iterdir()] == ["tables"]


def test_sqlite_by_the_name_of_the_output_and_from_standard_input(
    ceasefire_command: Run, reports: Path, tmp_path: Path
) -> None:
    assert ceasefire_command("tables", "-o", "r.sqlite3", stdin=reports.read_text("utf-8")).returncode == 0
    with closing(sqlite3.connect(tmp_path / "r.sqlite3")) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)


def test_no_reports_are_empty_tables(ceasefire_command: Run, tmp_path: Path) -> None:
    done = ceasefire_command("tables", "-o", "none", stdin="")
    assert (done.returncode, done.stderr) == (0, "none: 0 articles\n")
    assert (tmp_path / "none" / "pauses.csv").read_text("utf-8").startswith("article,pause,label,")


def test_its_own_output_is_replaced(ceasefire_command: Run, reports: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="PYARROW IS MISSING: no Parquet was written")
    for form in ("csv", "parquet", "csv"):
        assert ceasefire_command("tables", "reports.jsonl", "-o", "tables", "--format", form).returncode == 0
        suffixes = {file.suffix for file in (tmp_path / "tables").iterdir()}
        assert suffixes == {f".{form}", ".json"}
    for _ in range(2):
        assert ceasefire_command("tables", "reports.jsonl", "-o", "tables.db").returncode == 0


def test_an_empty_folder_the_current_one_and_a_link_are_written_into(
    ceasefire_command: Run, reports: Path, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    (tmp_path / "link").symlink_to(place)
    assert ceasefire_command("tables", "reports.jsonl", "-o", "link").returncode == 0
    assert (tmp_path / "link").is_symlink() and (place / "pauses.csv").exists()
    here = tmp_path / "here"
    here.mkdir()
    os.chdir(here)
    assert run_here("tables", "../reports.jsonl", "-o", ".") == 0
    assert (here / "pauses.csv").exists()
    assert {file.name for file in tmp_path.iterdir()} == {"place", "link", "here", "reports.jsonl"}


def run_here(*arguments: str) -> int:
    """The command line in the folder where the test is."""
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


def test_what_others_wrote_is_not_touched(ceasefire_command: Run, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "actors.csv").write_text("precious", "utf-8")
    done = ceasefire_command("tables", "reports.jsonl", "-o", "mine")
    assert (done.returncode, done.stderr) == (
        1,
        "ceasefire: mine: holds something else than such tables; name a new folder\n",
    )
    assert (tmp_path / "mine" / "actors.csv").read_text("utf-8") == "precious"
    write_csv([], tmp_path / "added")
    (tmp_path / "added" / "notes.txt").write_text("precious", "utf-8")
    assert ceasefire_command("tables", "reports.jsonl", "-o", "added").returncode == 1
    (tmp_path / "mine.db").write_text("precious", "utf-8")
    done = ceasefire_command("tables", "reports.jsonl", "-o", "mine.db")
    assert "was not written by this command" in done.stderr
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE a (b)")
    assert ceasefire_command("tables", "reports.jsonl", "-o", "other.db").returncode == 1
    assert "is the input too" in ceasefire_command("tables", "reports.jsonl", "-o", "reports.jsonl").stderr
    done = ceasefire_command("tables", "reports.jsonl", "-o", "mine/actors.csv")
    assert "is no folder; a SQLite file is called .sqlite" in done.stderr


@pytest.mark.parametrize("output", ["tables", "tables.db"])
def test_a_run_that_fails_leaves_what_was_there(
    output: str, ceasefire_command: Run, reports: Path, tmp_path: Path
) -> None:
    assert ceasefire_command("tables", "reports.jsonl", "-o", output).returncode == 0
    before = contents(tmp_path)
    with reports.open("a", encoding="utf-8") as file:
        file.write("{}\n")
    before["reports.jsonl"] = reports.read_bytes()
    done = ceasefire_command("tables", "reports.jsonl", "-o", output)
    assert done.returncode == 1
    assert done.stderr.startswith("ceasefire: reports.jsonl, line 4: $.schema is missing")
    assert contents(tmp_path) == before
    done = ceasefire_command("tables", "not-there.jsonl", "-o", output)
    assert (done.returncode, done.stderr) == (1, "ceasefire: not-there.jsonl: No such file or directory\n")
    assert contents(tmp_path) == before


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize(("form", "package"), [("parquet", "pyarrow")])
def test_a_package_that_is_missing_is_named(
    form: str, package: str, ceasefire_command: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    done = ceasefire_command("tables", "reports.jsonl", "-o", "tables", "--format", form)
    assert done.returncode == 1
    assert "pip install 'ceasefire-tables[parquet]'" in done.stderr
    assert not (tmp_path / "tables").exists()


def test_frames_name_the_package_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    from ceasefire_tables import to_pandas, to_polars

    for package, make in (("pandas", to_pandas), ("polars", to_polars)):
        monkeypatch.setitem(sys.modules, package, None)
        with pytest.raises(ceasefire.CeasefireError, match=package):
            make([])


def test_quotes_in_a_text_are_no_sql(tmp_path: Path, seed_report: ceasefire.Report) -> None:
    import attrs

    hostile = attrs.evolve(seed_report, article=attrs.evolve(seed_report.article, id="'); DROP TABLE articles; --"))
    write_sqlite([hostile], tmp_path / "a.db")
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        assert connection.execute("SELECT id FROM articles").fetchone() == ("'); DROP TABLE articles; --",)
