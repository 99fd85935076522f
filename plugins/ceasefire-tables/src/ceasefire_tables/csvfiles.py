"""Tables as CSV (RFC 4180), in which nothing that a text holds becomes a formula of a spreadsheet.

A spreadsheet takes a cell for a formula that begins with `=`, `+`, `-` or `@`. Where a text does, perhaps after white
space, an apostrophe is put before it, and so is where it begins with a tab or a line end. The same is done to a text
that has apostrophes before such a sign, so that `unguarded` gives every text back as it was. Numbers are left alone.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

from ceasefire_tables.cells import Cell, as_text
from ceasefire_tables.columns import Table
from ceasefire_tables.datapackage import TermsMet, describe, write_package

__all__ = ["DIALECT", "CsvFolder", "guarded", "unguarded", "write_rows"]

# The wide forms are those that spreadsheets of East Asia take for the narrow ones.
_RISKY = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")

#: RFC 4180, as a data package tells it
DIALECT: dict[str, Any] = {
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
}


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if _RISKY.match(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if text.startswith("'") and _RISKY.match(text, 1) else text


def write_rows(file: IO[str], rows: Iterable[Iterable[Cell]]) -> None:
    """Write rows to a file that was opened with `newline=""`."""
    # The line ends of RFC 4180 also make the module quote a text that holds either sign of them.
    csv.writer(file, lineterminator="\r\n").writerows(map(_written, row) for row in rows)


def _written(value: Cell) -> str | int | float | None:
    plain = as_text(value)
    return guarded(plain) if isinstance(plain, str) else plain


class CsvFolder:
    """A folder with a CSV file a table, and the `datapackage.json` that describes them."""

    def __init__(self, folder: Path, tables: Iterable[Table]) -> None:
        self._folder = folder
        self._tables = tuple(tables)
        self._files: dict[str, IO[str]] = {}
        self._terms = TermsMet()
        try:
            for table in self._tables:
                # For as long as the folder is written, so closed in `close`.
                file = (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="")
                self._files[table.name] = file
                write_rows(file, [table.names])
        except BaseException:
            self.close()
            raise

    def add(self, table: Table, cells: tuple[Cell, ...]) -> None:
        """Write a row."""
        self._terms.meet(table, cells)
        write_rows(self._files[table.name], [cells])

    def finish(self) -> None:
        """Write what describes the tables, and close."""
        self.close()
        resources = [describe(table, f"{table.name}.csv", self._terms, dialect=DIALECT) for table in self._tables]
        write_package(self._folder, resources)

    def close(self) -> None:
        """Close all files."""
        for file in self._files.values():
            file.close()
