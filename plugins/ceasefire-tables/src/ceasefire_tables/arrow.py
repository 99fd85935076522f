"""Tables as Arrow has them, for Parquet and for frames: typed columns whose fields tell their meaning and unit."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ceasefire import CeasefireError, Report, UnreadArticle
from ceasefire_tables.cells import Cell
from ceasefire_tables.columns import Column, Table, Type
from ceasefire_tables.datapackage import TermsMet, describe, write_package
from ceasefire_tables.definitions import TABLES
from ceasefire_tables.tabulation import tabulate

if TYPE_CHECKING:
    import pyarrow

__all__ = ["ParquetFolder", "arrow_schema", "to_arrow"]

#: rows of one table that are held before they are written
_GROUP = 10_000


def arrow_schema(table: Table) -> pyarrow.Schema:
    """The types of a table's columns. Raises `CeasefireError` where pyarrow is not installed."""
    arrow = _arrow()
    fields = [arrow.field(c.name, _type(arrow, c), not c.required, _metadata(c)) for c in table.columns]
    return arrow.schema(fields, {"description": table.meaning, "primary_key": ",".join(table.key)})


def _arrow() -> Any:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise CeasefireError("Parquet and Arrow need a package: pip install 'ceasefire-tables[parquet]'") from None
    return pyarrow


def _type(arrow: Any, column: Column) -> Any:
    return {
        Type.TEXT: arrow.string(),
        Type.INTEGER: arrow.int64(),
        Type.NUMBER: arrow.float64(),
        Type.DATE: arrow.date32(),
        Type.INSTANT: arrow.timestamp("us", tz="UTC"),
    }[column.type]


def _metadata(column: Column) -> dict[str, str]:
    told = {"description": column.meaning}
    if column.unit:
        told["unit"] = column.unit
    if column.link:
        told["references"] = f"{column.link.table}.{column.link.column}"
    return told


def to_arrow(outcomes: Iterable[Report | UnreadArticle]) -> dict[str, pyarrow.Table]:
    """All tables, by name, in memory. Raises `CeasefireError` where pyarrow is not installed."""
    schemas = {table.name: arrow_schema(table) for table in TABLES}
    rows: dict[str, list[tuple[Cell, ...]]] = {table.name: [] for table in TABLES}
    for table, cells in tabulate(outcomes):
        rows[table.name].append(cells)
    return {name: _filled(schema, rows.pop(name)) for name, schema in schemas.items()}


def _filled(schema: pyarrow.Schema, rows: list[tuple[Cell, ...]]) -> pyarrow.Table:
    columns = zip(*rows, strict=True) if rows else ([] for _ in schema)
    arrow = _arrow()
    arrays = [arrow.array(list(column), field.type) for column, field in zip(columns, schema, strict=True)]
    return arrow.Table.from_arrays(arrays, schema=schema)


class ParquetFolder:
    """A folder with a Parquet file a table, and the `datapackage.json` that describes them."""

    def __init__(self, folder: Path, tables: Iterable[Table]) -> None:
        self._folder = folder
        self._tables = tuple(tables)
        self._schemas = {table.name: arrow_schema(table) for table in self._tables}
        self._terms = TermsMet()
        self._waiting: dict[str, list[tuple[Cell, ...]]] = {table.name: [] for table in self._tables}
        self._writers: dict[str, Any] = {}
        try:
            for name, schema in self._schemas.items():
                writer = _arrow().parquet.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd")
                self._writers[name] = writer
        except BaseException:
            self.close()
            raise

    def add(self, table: Table, cells: tuple[Cell, ...]) -> None:
        """Take a row; it is written with others."""
        self._terms.meet(table, cells)
        waiting = self._waiting[table.name]
        waiting.append(cells)
        if len(waiting) >= _GROUP:
            self._write(table.name)

    def finish(self) -> None:
        """Write the rows that wait and what describes the tables, and close."""
        for name in self._waiting:
            self._write(name)
        self.close()
        resources = [describe(table, f"{table.name}.parquet", self._terms, format="parquet") for table in self._tables]
        write_package(self._folder, resources)

    def close(self) -> None:
        """Close all files."""
        for writer in self._writers.values():
            writer.close()

    def _write(self, name: str) -> None:
        self._writers[name].write_table(_filled(self._schemas[name], self._waiting[name]))
        self._waiting[name] = []
