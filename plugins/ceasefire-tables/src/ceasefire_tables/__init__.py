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
from typing import TYPE_CHECKING

from ceasefire.hookspecs import hookimpl
from ceasefire_tables.arrow import to_arrow
from ceasefire_tables.columns import Column, Link, Table, Type
from ceasefire_tables.definitions import TABLES, table
from ceasefire_tables.frames import to_pandas, to_polars
from ceasefire_tables.tabulation import Tally, tabulate
from ceasefire_tables.writing import write_csv, write_parquet, write_sqlite

if TYPE_CHECKING:
    from click import Command

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
