"""What a table is: columns with a type, a meaning and the way to their value. Every output is driven by this alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any

import attrs

from ceasefire_tables.keys import KeyedArticle

__all__ = ["Column", "Link", "Row", "Table", "Type"]


class Type(Enum):
    """The types of columns, each with one counterpart in every output."""

    TEXT = "text"
    #: a whole number of 64 bits
    INTEGER = "integer"
    NUMBER = "number"
    #: a day
    DATE = "date"
    #: a moment, in UTC
    INSTANT = "instant"


@attrs.frozen
class Row:
    """What one row is about, and the article around it."""

    #: null for an article that could not be read
    article: KeyedArticle | None
    item: Any
    #: what the item belongs to: the pause of an event
    owner: Any = None
    #: the item's place among those of its owner, from 1
    n: int = 0

    def key(self, *parts: object) -> str:
        """The key of an item of this article: `key(pause)`, and below it `key(pause, "e3")`."""
        assert self.article is not None
        return self.article.key_of(*parts)


@attrs.frozen
class Link:
    """The column of another table to which the values of a column belong."""

    table: str
    column: str


@attrs.frozen
class Column:
    """One column."""

    name: str
    type: Type
    #: one line for people, with the unit where there is one
    meaning: str
    value: Callable[[Row], object]
    required: bool = False
    #: the closed list of `ceasefire.vocabulary` that holds its values
    closed_list: str | None = None
    #: its values, where they are closed but no list of `ceasefire.vocabulary`
    values: tuple[str, ...] = ()
    #: as UCUM writes it, or in words
    unit: str | None = None
    link: Link | None = None


@attrs.frozen
class Table:
    """One table."""

    name: str
    #: one line for people: what a row is
    meaning: str
    columns: tuple[Column, ...]
    #: the names of the columns that tell a row from all others
    key: tuple[str, ...]
    #: what the rows of one report are about
    rows: Callable[[KeyedArticle], Iterable[Row]]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)
