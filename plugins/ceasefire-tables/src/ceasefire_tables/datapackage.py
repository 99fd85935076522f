"""What describes tables for programs: a data package of Frictionless Data, with a table schema a table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ceasefire.vocabulary import BUILT_IN
from ceasefire_tables.cells import Cell
from ceasefire_tables.columns import Column, Table, Type

__all__ = ["FILE_NAME", "GENERATOR", "TermsMet", "describe", "schema", "write_package"]

FILE_NAME = "datapackage.json"
#: by which a folder is known to be ours
GENERATOR = "ceasefire-tables"

_TYPES = {
    Type.TEXT: "string",
    Type.INTEGER: "integer",
    Type.NUMBER: "number",
    Type.DATE: "date",
    Type.INSTANT: "datetime",
}


class TermsMet:
    """The values of closed lists that rows hold and core does not: terms of plugins."""

    def __init__(self) -> None:
        self._met: dict[str, set[str]] = {}

    def meet(self, table: Table, cells: tuple[Cell, ...]) -> None:
        """Note the terms of a row."""
        for column, cell in zip(table.columns, cells, strict=True):
            if column.closed_list is not None and cell is not None and cell not in BUILT_IN[column.closed_list]:
                self._met.setdefault(column.closed_list, set()).add(str(cell))

    def values(self, column: Column) -> tuple[str, ...]:
        """All values that a column may have; none where it is open."""
        if column.closed_list is None:
            return column.values
        return (*BUILT_IN[column.closed_list], *sorted(self._met.get(column.closed_list, ())))


def schema(table: Table, terms: TermsMet) -> dict[str, Any]:
    """A table as a Table Schema."""
    links = [(column.name, column.link) for column in table.columns if column.link is not None]
    described: dict[str, Any] = {
        "fields": [_field(column, terms) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if links:
        # A table points at itself by the empty name.
        described["foreignKeys"] = [
            {
                "fields": [name],
                "reference": {"resource": "" if link.table == table.name else link.table, "fields": [link.column]},
            }
            for name, link in links
        ]
    return described


def _field(column: Column, terms: TermsMet) -> dict[str, Any]:
    meaning = f"{column.meaning} ({column.unit})" if column.unit else column.meaning
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.type], "description": meaning}
    if column.unit:
        field["unit"] = column.unit
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if values := terms.values(column):
        constraints["enum"] = list(values)
    if constraints:
        field["constraints"] = constraints
    return field


def describe(
    table: Table, file: str, terms: TermsMet, *, dialect: Mapping[str, Any] | None = None, format: str = "csv"
) -> dict[str, Any]:
    """A table as a resource of a data package."""
    media_type = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}[format]
    resource: dict[str, Any] = {
        "name": table.name,
        "path": file,
        "description": table.meaning,
        "profile": "tabular-data-resource",
        "format": format,
        "mediatype": media_type,
        "schema": schema(table, terms),
    }
    if dialect is not None:
        resource |= {"encoding": "utf-8", "dialect": dict(dialect)}
    return resource


def write_package(folder: Path, resources: Iterable[Mapping[str, Any]], name: str = "ceasefire-tables") -> None:
    """Write the description of a folder of tables into it."""
    package = {
        "profile": "tabular-data-package",
        "name": name,
        "description": "What ceasefire read in news articles. A cell without a value is empty; a text that begins like "
        "a formula has an apostrophe before it.",
        "generator": GENERATOR,
        "resources": list(resources),
    }
    text = json.dumps(package, ensure_ascii=False, indent=2)
    (folder / FILE_NAME).write_text(f"{text}\n", "utf-8", newline="\n")
