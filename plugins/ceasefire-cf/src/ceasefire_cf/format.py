"""`--format cf`: the ceasefires of one article as CSV, and the table that describes such rows."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

from ceasefire.models import Report
from ceasefire_cf.coded import CodedCeasefire, header, to_row
from ceasefire_cf.coding import Coder
from ceasefire_cf.columns import CODED, CONTEXT, SPAN_SUFFIX
from ceasefire_tables import Column, Table, Type
from ceasefire_tables.cells import clean, day
from ceasefire_tables.csvfiles import write_rows
from ceasefire_tables.keys import ArticleKeys

__all__ = ["CEASEFIRES", "CfFormat"]


class CfFormat:
    """A row a ceasefire."""

    name = "cf"
    description = "a row a ceasefire, coded for peace research, each cell with the words that it was coded from (CSV)"
    media_type = "text/csv"

    def __init__(self) -> None:
        self._coder: Coder | None = None

    def render(self, report: Report, text: str) -> str:
        """See `Format.render`. Raises `CeasefireError` where `text` is not the article that was read."""
        # Patterns are compiled for who asks for them; two threads at once do it twice, which does no harm.
        self._coder = coder = self._coder or Coder()
        rows = coder.coded(ArticleKeys().keyed(report), text)
        file = io.StringIO(newline="")
        write_rows(file, [header(), *map(cells, rows)])
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
