"""Reports to rows, one report at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

import attrs

from ceasefire import CeasefireError, Report, UnreadArticle
from ceasefire_tables.cells import Cell
from ceasefire_tables.columns import Column, Row, Table
from ceasefire_tables.definitions import TABLES, UNREAD
from ceasefire_tables.keys import ArticleKeys

__all__ = ["Tally", "tabulate"]


@attrs.define
class Tally:
    """What was tabulated so far."""

    articles: int = 0
    unread: int = 0
    #: articles whose id an earlier one has
    repeated: int = 0


def tabulate(
    outcomes: Iterable[Report | UnreadArticle], tally: Tally | None = None
) -> Iterator[tuple[Table, tuple[Cell, ...]]]:
    """Each row of each table with its cells, article by article; `ceasefire.read_reports` gives outcomes.

    Only one report is held at a time, and 12 bytes of each article's key. Raises what `outcomes` raises, and
    `CeasefireError` where a report holds a value that its column cannot (a day of publication that is none).
    """
    tally = tally if tally is not None else Tally()
    keys = ArticleKeys()
    for outcome in outcomes:
        if isinstance(outcome, UnreadArticle):
            tally.unread += 1
            yield UNREAD, _cells(UNREAD, Row(None, outcome, n=tally.unread))
            continue
        keyed = keys.keyed(outcome)
        tally.articles, tally.repeated = tally.articles + 1, keys.repeated
        for table in TABLES:
            for row in table.rows(keyed):
                yield table, _cells(table, row)


def _cells(table: Table, row: Row) -> tuple[Cell, ...]:
    return tuple(_cell(table, column, row) for column in table.columns)


def _cell(table: Table, column: Column, row: Row) -> Cell:
    try:
        return cast("Cell", column.value(row))
    except CeasefireError as error:
        article = "" if row.article is None else f"article {row.article.key!r:.80}, "
        raise CeasefireError(f"{article}{table.name}.{column.name}: {error}") from None
