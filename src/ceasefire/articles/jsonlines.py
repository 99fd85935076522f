"""Articles as JSON Lines: one object a line, with the fields of an `ArticleText`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from ceasefire.articles.fields import article_of
from ceasefire.articles.given import LONGEST, Given, InputOptions, too_long
from ceasefire.errors import ArticleError

__all__ = ["from_json_lines"]

_BOM = b"\xef\xbb\xbf"


def from_json_lines(stream: BinaryIO, options: InputOptions) -> Iterator[Given]:
    """The article of each line; empty lines are passed over."""
    for number, line in enumerate(_lines(stream), start=1):
        if line is None:
            yield Given(too_long("line"), None, number)
        elif line.strip():
            yield _given(line.removeprefix(_BOM) if number == 1 else line, number, options)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines, null in place of one that is too long, of which no more than that length is ever held."""
    while line := stream.readline(LONGEST + 1):
        if len(line) <= LONGEST or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LONGEST)
        yield None


def _given(line: bytes, number: int, options: InputOptions) -> Given:
    fields: Mapping[str, Any] = {}
    try:
        fields = _object(line)
        article = article_of(fields, options)
    except ArticleError as error:
        names = [name for name in fields if options.fields.get(name, name) == "id"]
        id_ = fields[names[0]] if names else None
        return Given(error, id_ if isinstance(id_, str) else None, number)
    return Given(article, article.id, number)


def _object(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line.decode(), object_pairs_hook=_without_repetition)
    except UnicodeDecodeError as error:
        raise ArticleError(f"the line is not UTF-8 (byte {error.start})", code="bad-encoding") from None
    except RecursionError:
        raise ArticleError("the line is nested too deeply", code="bad-json") from None
    except ValueError as error:
        raise ArticleError(f"the line is no JSON: {error}", code="bad-json") from None
    if not isinstance(fields, dict):
        raise ArticleError(f"the line must be a JSON object, not {type(fields).__name__}", code="bad-json")
    return fields


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for key, value in pairs:
        if key in fields:
            raise ArticleError(f"the key {key!r} stands twice", code="duplicate-key")
        fields[key] = value
    return fields
