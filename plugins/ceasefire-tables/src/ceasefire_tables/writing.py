"""Tables to a folder or a file that takes its name only when it is whole."""

from __future__ import annotations

import json
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Protocol

from ceasefire import CeasefireError, Report, UnreadArticle
from ceasefire_tables.cells import Cell
from ceasefire_tables.columns import Table
from ceasefire_tables.datapackage import FILE_NAME, GENERATOR
from ceasefire_tables.definitions import TABLES
from ceasefire_tables.tabulation import Tally, tabulate

__all__ = ["Sink", "new_file", "new_folder", "write_csv", "write_parquet", "write_sqlite"]

Outcomes = Iterable[Report | UnreadArticle]


class Sink(Protocol):
    """Where rows go."""

    def add(self, table: Table, cells: tuple[Cell, ...]) -> None:
        """Take a row."""

    def finish(self) -> None:
        """Make what was written whole, and close it."""

    def close(self) -> None:
        """Let go of all files; what was not finished is of no use."""


def write_csv(outcomes: Outcomes, folder: str | Path) -> Tally:
    """Write a CSV file a table into a folder, and a `datapackage.json` that describes them.

    The folder must be new, empty, or one that this function or `write_parquet` wrote. It is replaced when all is
    written; when something fails it is left as it was. Raises what `outcomes` raises, `CeasefireError` for a folder
    that holds something else, and `OSError` where it cannot be written.
    """
    from ceasefire_tables.csvfiles import CsvFolder

    return _to_folder(outcomes, Path(folder), CsvFolder)


def write_parquet(outcomes: Outcomes, folder: str | Path) -> Tally:
    """Write a Parquet file a table into a folder; as `write_csv`. Needs pyarrow."""
    from ceasefire_tables.arrow import ParquetFolder

    return _to_folder(outcomes, Path(folder), ParquetFolder)


def write_sqlite(outcomes: Outcomes, path: str | Path) -> Tally:
    """Write one SQLite file with all tables and views. Replaces a file only where this function wrote it."""
    from ceasefire_tables.database import Database, is_ours

    with new_file(Path(path), is_ours) as made:
        return _fill(partial(Database, made), outcomes)


def _to_folder(outcomes: Outcomes, folder: Path, sink: Callable[[Path, Iterable[Table]], Sink]) -> Tally:
    with new_folder(folder) as made:
        return _fill(partial(sink, made), outcomes)


def _fill(sink_of: Callable[[Iterable[Table]], Sink], outcomes: Outcomes) -> Tally:
    tally = Tally()
    sink = sink_of(TABLES)
    try:
        for table, cells in tabulate(outcomes, tally):
            sink.add(table, cells)
        sink.finish()
    finally:
        sink.close()
    return tally


# ---- what takes its name when it is whole --------------------------------------------------------------------------


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A folder to write in, which takes the place of `folder` at the end; on an error that one stays as it was.

    Raises `CeasefireError` where `folder` is none, or holds something that this package did not write.
    """
    _check_folder(folder)
    home = folder.resolve()  # a link to a folder stays one
    home.parent.mkdir(parents=True, exist_ok=True)
    made = home.parent / f".{home.name}-{secrets.token_hex(4)}"
    made.mkdir()
    try:
        yield made
        if home.exists():
            _fill_with(home, made)
        else:
            made.rename(home)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _fill_with(home: Path, made: Path) -> None:
    """Put the files of `made` in the place of those of `home`, the description last."""
    old = {file.name for file in home.iterdir()}
    new = sorted((file.name for file in made.iterdir()), key=lambda name: name == FILE_NAME)
    for name in new:
        (made / name).replace(home / name)
    for name in old.difference(new):
        (home / name).unlink()
    made.rmdir()


def _check_folder(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise CeasefireError(f"{folder}: is no folder; a SQLite file is called .sqlite, .sqlite3 or .db")
    held = {each.name for each in folder.iterdir()}
    if held and held != _written_before(folder) | {FILE_NAME}:
        raise CeasefireError(f"{folder}: holds something else than such tables; name a new folder")


def _written_before(folder: Path) -> set[str]:
    """The names of the files that an earlier run wrote into a folder, as its description has them."""
    try:
        package = json.loads((folder / FILE_NAME).read_text("utf-8"))
        if package["generator"] == GENERATOR:
            return {resource["path"] for resource in package["resources"]}
    except (OSError, ValueError, LookupError, TypeError):
        pass
    return set()


@contextmanager
def new_file(path: Path, is_ours: Callable[[Path], bool]) -> Iterator[Path]:
    """A file to write, which takes the place of `path` at the end; on an error that one stays as it was.

    Raises `CeasefireError` where `path` is no file, or one that `is_ours` does not know.
    """
    if path.exists() and not (path.is_file() and (path.stat().st_size == 0 or is_ours(path))):
        raise CeasefireError(f"{path}: is there and was not written by this command; name a new file")
    path = path.resolve()  # a link to a file stays one
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as folder:
        made = Path(folder) / path.name
        yield made
        made.replace(path)
