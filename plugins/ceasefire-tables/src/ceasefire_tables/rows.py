"""What the rows of a table are about: the items of a report, or the parts of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ceasefire_tables.columns import Row
from ceasefire_tables.keys import KeyedArticle

__all__ = ["RULE", "items", "part_key", "parts_of"]

Rows = Callable[[KeyedArticle], Iterable[Row]]
#: the meaning of a column
RULE = "plugin and rule that read it"


def items(layer: str) -> Rows:
    """A row an item of a layer of the report."""
    return lambda keyed: (Row(keyed, item, n=n) for n, item in enumerate(getattr(keyed.report, layer), start=1))


def parts_of(layer: str, parts: Callable[[Any], Iterable[Any]]) -> Rows:
    """A row for each part of each item of a layer."""

    def rows(keyed: KeyedArticle) -> Iterator[Row]:
        for owner in getattr(keyed.report, layer):
            yield from (Row(keyed, part, owner, n) for n, part in enumerate(parts(owner), start=1))

    return rows


def part_key(letter: str) -> Callable[[Row], str]:
    return lambda row: row.key(row.owner, f"{letter}{row.n}")
