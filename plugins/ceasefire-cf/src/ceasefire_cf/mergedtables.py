"""Merged ceasefires as tables: `ceasefires`, the `sources` that tell of each, and the `codings` of each source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ceasefire_cf.coded import join
from ceasefire_cf.columns import CODED, CONTEXT
from ceasefire_cf.merging import MergedCeasefire
from ceasefire_tables import Column, Link, Table, Type
from ceasefire_tables.cells import Cell, day
from ceasefire_tables.columns import Row

__all__ = ["TABLES", "rows_of"]


def _column(name: str, meaning: str, type: Type = Type.TEXT, **more: Any) -> Column:
    return Column(name, type, meaning, lambda row: row.item[name], **more)


def _merged_columns() -> Iterator[Column]:
    yield _column("ceasefire", "key of the row: that of its earliest source", required=True)
    yield _column("sources", "how many articles tell of it", Type.INTEGER, required=True, unit="articles")
    yield _column("first_published", "day of the first of them", Type.DATE)
    yield _column("last_published", "day of the last of them", Type.DATE)
    for column in CODED:
        yield _column(column.name, f"{column.meaning}; several are parted by a semicolon")
    yield _column("conflicts", "columns in which articles contradict each other; codings has who says what")


def _no_rows(_: object) -> tuple[Row, ...]:
    return ()


CEASEFIRES = Table(
    "ceasefires", "a ceasefire as all articles tell of it", tuple(_merged_columns()), ("ceasefire",), _no_rows
)

SOURCES = Table(
    "sources",
    "a ceasefire in one article: a row that was merged",
    (
        _column("row", "key of the row that was merged", required=True),
        _column("ceasefire", "what it was merged into", required=True, link=Link("ceasefires", "ceasefire")),
        *(
            _column(name, CONTEXT[name], Type.DATE if name == "published" else Type.TEXT)
            for name in ("article", "published", "title", "url")
        ),
    ),
    ("row",),
    _no_rows,
)

CODINGS = Table(
    "codings",
    "a value of one source, and where in its article it was coded from",
    (
        _column("row", "the source", required=True, link=Link("sources", "row")),
        _column("column", "what was coded", required=True, values=tuple(column.name for column in CODED)),
        _column("n", "place among the values of that column", Type.INTEGER, required=True, unit="from 1"),
        _column("value", "the value", required=True),
        _column("spans", "where it was coded from: start-end, parted by blanks", unit="code points"),
    ),
    ("row", "column", "n"),
    _no_rows,
)

TABLES = (CEASEFIRES, SOURCES, CODINGS)


def rows_of(merged: MergedCeasefire) -> Iterator[tuple[Table, tuple[Cell, ...]]]:
    """The rows of all tables that a merged ceasefire fills."""
    published = sorted(filter(None, (row.context["published"] for row in merged.rows)))
    cells = {name: join(values) or None for name, values in merged.cells.items()}
    yield _filled(
        CEASEFIRES,
        {
            "ceasefire": merged.key,
            "sources": len(merged.rows),
            "first_published": day(published[0]) if published else None,
            "last_published": day(published[-1]) if published else None,
            **cells,
            "conflicts": "; ".join(merged.conflicts) or None,
        },
    )
    for row in merged.rows:
        context = {name: row.context[name] or None for name in ("article", "title", "url")}
        about = {"row": row.key, "ceasefire": merged.key, "published": day(row.context["published"] or None)}
        yield _filled(SOURCES, about | context)
        for column in CODED:
            for n, value in enumerate(row.cells[column.name], start=1):
                spans = " ".join(f"{span.start}-{span.end}" for span in value.spans) or None
                coding = {"row": row.key, "column": column.name, "n": n, "value": value.text, "spans": spans}
                yield _filled(CODINGS, coding)


def _filled(table: Table, item: dict[str, Any]) -> tuple[Table, tuple[Cell, ...]]:
    return table, tuple(item[name] for name in table.names)
