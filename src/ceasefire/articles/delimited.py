"""Articles as CSV: a row each, with the names of the fields in the first row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any, BinaryIO

import regex

from ceasefire.articles.fields import FIELDS, article_of
from ceasefire.articles.given import LONGEST, Given, InputOptions
from ceasefire.articles.text import encoding_of
from ceasefire.errors import ArticleError, SourceError
from ceasefire.streams import peeked

__all__ = ["from_csv"]

_DELIMITERS = ",;\t"
#: what the bytes become that are no text in the file's encoding
_UNDECODED = r"[\udc80-\udcff]"


def from_csv(stream: BinaryIO, name: str, options: InputOptions) -> Iterator[Given]:
    """The article of each row. Fields are parted by commas, semicolons or tabs, whichever the first row shows.

    Raises `SourceError` where the first row names no field `text` or one that articles do not have, and where
    quotation marks are such that rows cannot be told.
    """
    # The limit of the standard library is far below the length of an article. It is one for the whole process.
    csv.field_size_limit(LONGEST)
    head, stream = peeked(stream)
    text = io.TextIOWrapper(stream, encoding_of(head, options.encoding), errors="surrogateescape", newline="")
    try:
        first = text.readline()
        names = next(csv.reader([first], delimiter=_delimiter(first)), [])
        _check(names, name, options)
        yield from _rows(csv.reader(text, delimiter=_delimiter(first), strict=True), names, name, options)
    except UnicodeError as error:  # UTF-16 that is cut off
        raise SourceError(f"{name}: is not {text.encoding}: {error}") from None
    finally:
        text.detach()


def _delimiter(head: str) -> str:
    return max(_DELIMITERS, key=head.count)


def _check(names: list[str], source: str, options: InputOptions) -> None:
    fields = [options.fields.get(name, name) for name in names]
    if twice := next((field for field in fields if fields.count(field) > 1), None):
        raise SourceError(f"{source}: the column {twice!r} stands twice")
    unknown = [name for name, field in zip(names, fields, strict=True) if field not in FIELDS]
    if "text" not in fields:
        message = f"has no column 'text' but {', '.join(map(repr, names)) or 'none'}; name it with --field text=COLUMN"
        raise SourceError(f"{source}: {message}")
    if unknown and not options.ignore_extra:
        message = f"the column {unknown[0]!r} is no field of an article ({', '.join(FIELDS)})"
        raise SourceError(
            f"{source}: {message}; name it with --field FIELD=COLUMN, or pass over such with --ignore-extra"
        )


def _rows(rows: Any, names: list[str], source: str, options: InputOptions) -> Iterator[Given]:
    while True:
        start = rows.line_num + 2  # the first row was read before
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise SourceError(f"{source}, line {start}: the rest cannot be read as CSV: {error}") from None
        if any(cell.strip() for cell in row):
            yield _given(row, start, names, options)


def _given(row: list[str], line: int, names: list[str], options: InputOptions) -> Given:
    cells = {name: cell or None for name, cell in zip(names, row, strict=False)}
    id_ = next((cells[name] for name in cells if options.fields.get(name, name) == "id"), None)
    try:
        if len(row) != len(names):
            message = f"the row has {len(row)} cells and not {len(names)} as the first row"
            raise ArticleError(message, code="bad-row")
        if any(regex.search(_UNDECODED, cell) for cell in row):
            raise ArticleError("the row is not in the encoding of the file; see --encoding", code="bad-encoding")
        return Given(article_of(cells, options), id_, line)
    except ArticleError as error:
        return Given(error, id_, line)
