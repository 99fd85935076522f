"""Reports as tidy tables.

| module | what it holds |
| --- | --- |
| `columns`, `makers` | what a table and a column are; short forms to write them down |
| `definitions`, `pausetables`, `rows` | all tables, column by column: the one definition that every output follows |
| `keys`, `cells` | stable keys of articles and items; values of a report as values of a column |
| `tabulation` | reports to rows, one report at a time |
| `csvfiles`, `datapackage` | CSV without formulas; its description as a Frictionless data package |
| `arrow`, `frames` | Parquet and Arrow; data frames of pandas and polars |
| `database`, `views.sql` | SQLite with keys and views |
| `writing`, `command` | files that are whole or not there; `ceasefire tables` |
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from ceasefire.hookspecs import hookimpl

if TYPE_CHECKING:
    from click import Command

    from ceasefire_tables.arrow import to_arrow
    from ceasefire_tables.columns import Column, Link, Table, Type
    from ceasefire_tables.definitions import TABLES, table
    from ceasefire_tables.frames import to_pandas, to_polars
    from ceasefire_tables.tabulation import Tally, tabulate
    from ceasefire_tables.writing import write_csv, write_parquet, write_sqlite

__all__ = [
    "TABLES",
    "Column",
    "Link",
    "Table",
    "Tally",
    "Type",
    "commands",
    "table",
    "tabulate",
    "to_arrow",
    "to_pandas",
    "to_polars",
    "write_csv",
    "write_parquet",
    "write_sqlite",
]

__version__ = "0.1.0.dev0"


@hookimpl
def commands() -> Iterable[Command]:
    """See `HookSpecs.commands`."""
    from ceasefire_tables.command import tables

    return [tables]


if not TYPE_CHECKING:  # every reader imports this package for its hooks, so what it offers is imported at its first use
    _HOMES = {
        "arrow": ("to_arrow",),
        "columns": ("Column", "Link", "Table", "Type"),
        "definitions": ("TABLES", "table"),
        "frames": ("to_pandas", "to_polars"),
        "tabulation": ("Tally", "tabulate"),
        "writing": ("write_csv", "write_parquet", "write_sqlite"),
    }

    def __getattr__(name: str) -> object:
        for home, names in _HOMES.items():
            if name in names:
                return getattr(import_module(f"{__name__}.{home}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
