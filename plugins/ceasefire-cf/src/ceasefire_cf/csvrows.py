"""Coded ceasefires as CSV, and the table that describes such rows."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

from ceasefire_cf.coded import CodedCeasefire, header, to_row
from ceasefire_cf.columns import CODED, CONTEXT, SPAN_SUFFIX
from ceasefire_tables import Column, Table, Type
from ceasefire_tables.cells import clean, day
from ceasefire_tables.csvfiles import write_rows

__all__ = ["CEASEFIRES", "cells", "rendered"]


def rendered(coded: Iterable[CodedCeasefire]) -> str:
    """Rows as CSV, with their header."""
    file = io.StringIO(newline="")
    write_rows(file, [header(), *map(cells, coded)])
    return file.getvalue()


def cells(coded: CodedCeasefire) -> tuple[str | None, ...]:
    """The row of a ceasefire without what no file in UTF-8 can hold."""
    return tuple(cell and clean(cell) for cell in to_row(coded))


def _column(number: int, name: str, meaning: str, **more: Any) -> Column:
    value: Callable[[Any], object] = lambda row: cells(row.item)[number]  # noqa: E731
    return Column(name, Type.TEXT, meaning, value, **more)


def _columns() -> Iterable[Column]:
    """In the order of `header`. A column of many values is open, since a cell holds several of them."""
    for name, meaning in CONTEXT.items():
        number = header().index(name)
        if name == "published":
            yield Column(name, Type.DATE, meaning, lambda row: day(row.item.context["published"] or None))
        else:
            yield _column(number, name, meaning, required=name in ("ceasefire", "article"))
    for column in CODED:
        told = f"{column.meaning}; several are parted by a semicolon" if column.many else column.meaning
        number = header().index(column.name)
        yield _column(number, column.name, told, values=() if column.many else column.values)
        spans = f"where {column.name} was coded from: start-end"
        yield _column(number + 1, f"{column.name}{SPAN_SUFFIX}", spans, unit="code points")


#: of rows as `cf` writes them
CEASEFIRES = Table(
    "ceasefires", "a ceasefire as one article tells of it", tuple(_columns()), ("ceasefire",), lambda _: ()
)
