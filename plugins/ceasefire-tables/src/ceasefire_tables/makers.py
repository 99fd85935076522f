"""Short forms in which the tables are written down. A column's value is the item's field of its name, unless told."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from ceasefire.models import Span
from ceasefire_tables.cells import clean, day, instant
from ceasefire_tables.columns import Column, Link, Row, Type

__all__ = ["article", "count", "date", "key", "link", "moment", "number", "place", "span", "text", "whole"]

Value = Callable[[Row], Any] | None


def text(name: str, meaning: str, value: Value = None, *, of: str | None = None, **more: Any) -> Column:
    """A text; `of` names its closed list."""
    get = value or _field(name)

    def cleaned(row: Row) -> str | None:
        found = get(row)
        return None if found is None else clean(found)

    return Column(name, Type.TEXT, meaning, cleaned, closed_list=of, **more)


def whole(name: str, meaning: str, value: Value = None, **more: Any) -> Column:
    """A whole number."""
    return Column(name, Type.INTEGER, meaning, value or _field(name), **more)


def number(name: str, meaning: str, value: Value = None, **more: Any) -> Column:
    """A number with a fraction."""
    return Column(name, Type.NUMBER, meaning, value or _field(name), **more)


def date(name: str, meaning: str, value: Value = None) -> Column:
    """A day."""
    get = value or _field(name)
    return Column(name, Type.DATE, meaning, lambda row: day(get(row)))


def moment(name: str, meaning: str, value: Callable[[Row], Any]) -> Column:
    """A moment in UTC."""
    return Column(name, Type.INSTANT, meaning, lambda row: instant(value(row)), unit="UTC")


# ---- keys and links ----------------------------------------------------------------------------------------------


def article() -> Column:
    """The article that a row was read in."""
    return Column("article", Type.TEXT, "key of the article", _article, True, link=Link("articles", "article"))


def key(name: str, meaning: str, value: Value = None) -> Column:
    """The key of the row itself."""
    return Column(name, Type.TEXT, meaning, value or (lambda row: row.key(row.item)), required=True)


def link(name: str, table: str, column: str, meaning: str, value: Value = None, *, required: bool = False) -> Column:
    """The key of an item in another table."""
    get = value or _field(name)

    def keyed(row: Row) -> str | None:
        found = get(row)
        return None if found is None else row.key(found)

    return Column(name, Type.TEXT, meaning, keyed, required, link=Link(table, column))


def count(meaning: str) -> Column:
    """The place of an item among those of its owner."""
    return Column("n", Type.INTEGER, meaning, attrgetter("n"), required=True, unit="from 1")


# ---- places in the text ------------------------------------------------------------------------------------------


def span(prefix: str = "span", what: str = "the words", get: Value = None) -> tuple[Column, Column]:
    """Where words stand: two columns."""
    of = get or (lambda row: row.item.span)

    def edge(name: str, meaning: str, end: bool) -> Column:
        def value(row: Row) -> int | None:
            found: Span | None = of(row)
            return None if found is None else found.end if end else found.start

        return Column(f"{prefix}_{name}", Type.INTEGER, meaning, value, get is None, unit="code points")

    return (
        edge("start", f"first code point of {what} in the article's text, counted from 0", False),
        edge("end", f"code point after the last one of {what}", True),
    )


def place(what: str) -> tuple[Column, Column, Column]:
    """Where an item stands, and in which words."""
    return *span(), text("text", f"the words of {what}, as the article has them")


def _field(name: str) -> Callable[[Row], Any]:
    return lambda row: getattr(row.item, name)


def _article(row: Row) -> str | None:
    return None if row.article is None else row.article.key
