"""Tables as data frames of pandas and polars, with the types of their columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ceasefire import CeasefireError, Report, UnreadArticle
from ceasefire_tables.cells import Cell
from ceasefire_tables.columns import Table, Type
from ceasefire_tables.definitions import TABLES
from ceasefire_tables.tabulation import tabulate

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = ["to_pandas", "to_polars"]

#: types that tell a missing value from any other
_PANDAS = {
    Type.TEXT: "string",
    Type.INTEGER: "Int64",
    Type.NUMBER: "Float64",
    Type.DATE: "datetime64[s]",
    Type.INSTANT: "datetime64[us, UTC]",
}


def to_pandas(outcomes: Iterable[Report | UnreadArticle]) -> dict[str, pandas.DataFrame]:
    """All tables, by name. Text is `string`, whole numbers are `Int64`, days `datetime64[s]`, moments in UTC.

    Raises `CeasefireError` where pandas is not installed.
    """
    try:
        import pandas
    except ImportError:
        raise CeasefireError("frames of pandas need a package: pip install 'ceasefire-tables[pandas]'") from None
    made = {}
    for table, columns in _columns(outcomes):
        series = {
            column.name: pandas.Series(cells, dtype=_PANDAS[column.type])
            for column, cells in zip(table.columns, columns, strict=True)
        }
        made[table.name] = pandas.DataFrame(series)
    return made


def to_polars(outcomes: Iterable[Report | UnreadArticle]) -> dict[str, polars.DataFrame]:
    """All tables, by name: String, Int64, Float64, Date, and Datetime in microseconds and UTC.

    Raises `CeasefireError` where polars is not installed.
    """
    try:
        import polars
    except ImportError:
        raise CeasefireError("frames of polars need a package: pip install 'ceasefire-tables[polars]'") from None
    types: dict[Type, Any] = {
        Type.TEXT: polars.String(),
        Type.INTEGER: polars.Int64(),
        Type.NUMBER: polars.Float64(),
        Type.DATE: polars.Date(),
        Type.INSTANT: polars.Datetime("us", "UTC"),
    }
    made = {}
    for table, columns in _columns(outcomes):
        schema = {column.name: types[column.type] for column in table.columns}
        made[table.name] = polars.DataFrame(dict(zip(table.names, columns, strict=True)), schema=schema)
    return made


def _columns(outcomes: Iterable[Report | UnreadArticle]) -> Iterable[tuple[Table, list[list[Cell]]]]:
    """Each table with the cells of each of its columns."""
    held: dict[str, list[list[Cell]]] = {table.name: [[] for _ in table.columns] for table in TABLES}
    for table, cells in tabulate(outcomes):
        for column, cell in zip(held[table.name], cells, strict=True):
            column.append(cell)
    return [(table, held[table.name]) for table in TABLES]
