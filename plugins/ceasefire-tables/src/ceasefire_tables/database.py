"""Tables as one SQLite file, with primary and foreign keys, and views in which names stand for keys.

Names of tables and columns are ours; whatever was read in an article goes in as a parameter.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from ceasefire import CeasefireError
from ceasefire_tables.cells import Cell, as_text
from ceasefire_tables.columns import Column, Table, Type

__all__ = ["APPLICATION_ID", "Database", "is_ours"]

#: by which SQLite's own header tells a database of this program: "csfr" in ASCII
APPLICATION_ID = 0x63736672
#: rises when tables or columns change
_VERSION = 1

_TYPES = {
    Type.TEXT: "TEXT",
    Type.INTEGER: "INTEGER",
    Type.NUMBER: "REAL",
    Type.DATE: "TEXT",
    Type.INSTANT: "TEXT",
}


def is_ours(path: Path) -> bool:
    """Whether a file is a database that this program wrote."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            (found,) = connection.execute("PRAGMA application_id").fetchone()
    except sqlite3.DatabaseError:
        return False
    return bool(found == APPLICATION_ID)


class Database:
    """A SQLite file under construction; `finish` makes it whole."""

    def __init__(self, path: Path, tables: Iterable[Table]) -> None:
        self._connection = sqlite3.connect(path)
        # One for all rows: a connection remembers every cursor that it made.
        self._cursor = self._connection.cursor()
        try:
            # The file takes its name only when it is whole, so nothing is to be rolled back.
            self._connection.executescript(
                f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = {APPLICATION_ID};"
                f"PRAGMA user_version = {_VERSION};"
            )
            self._inserts = {}
            for table in tables:
                self._connection.executescript(_definition(table))
                marks = ", ".join("?" * len(table.columns))
                self._inserts[table.name] = f'INSERT INTO "{table.name}" VALUES ({marks})'
        except BaseException:
            self.close()
            raise

    def add(self, table: Table, cells: tuple[Cell, ...]) -> None:
        """Insert a row."""
        self._cursor.execute(self._inserts[table.name], tuple(map(as_text, cells)))

    def finish(self) -> None:
        """Make indexes and views, check all keys, and close. Raises `CeasefireError` where a key leads nowhere."""
        self._connection.commit()
        self._connection.executescript(files("ceasefire_tables").joinpath("views.sql").read_text("utf-8"))
        lost = self._connection.execute("PRAGMA foreign_key_check").fetchone()
        if lost is not None:
            raise CeasefireError(f"a row of {lost[0]} points at a row of {lost[2]} that is not there")
        self._connection.execute("PRAGMA optimize")
        self._connection.commit()
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _definition(table: Table) -> str:
    """What creates a table, with the meaning of each column as a comment, which SQLite keeps."""
    lines = [_column(column) for column in table.columns]
    lines.append((f"PRIMARY KEY ({', '.join(map(_name, table.key))})", ""))
    lines += [
        (f"FOREIGN KEY ({_name(column.name)}) REFERENCES {_name(link.table)} ({_name(link.column)})", "")
        for column in table.columns
        if (link := column.link) is not None
    ]
    body = "\n".join(
        f"  {line}{',' if number < len(lines) else ''}{f'  -- {told}' if told else ''}"
        for number, (line, told) in enumerate(lines, start=1)
    )
    indexes = "".join(
        f"\nCREATE INDEX {_name(f'{table.name}_{column.name}')} ON {_name(table.name)} ({_name(column.name)});"
        for column in table.columns
        if column.link is not None and column.name != table.key[0]
    )
    return f"CREATE TABLE {_name(table.name)} (  -- {table.meaning}\n{body}\n);{indexes}"


def _column(column: Column) -> tuple[str, str]:
    rule = " NOT NULL" if column.required else ""
    if column.values:
        allowed = ", ".join(f"'{value}'" for value in column.values)
        rule += f" CHECK ({_name(column.name)} IN ({allowed}))"
    told = f"{column.meaning} ({column.unit})" if column.unit else column.meaning
    return f"{_name(column.name)} {_TYPES[column.type]}{rule}", told


def _name(name: str) -> str:
    return f'"{name}"'
