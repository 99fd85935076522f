"""`ceasefire batch`: one article a line in, one report a line out, in the same order."""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Iterator
from typing import Any, BinaryIO

import attrs
import click

from ceasefire.errors import ArticleError
from ceasefire.parallel import read_in_order
from ceasefire.reader import ArticleText, Reader
from ceasefire.serialize import to_json

__all__ = ["batch"]


@attrs.frozen
class _Line:
    """Where an article stood, to name it should it fail."""

    number: int
    id: object


@click.command()
@click.argument("source", metavar="[IN.jsonl]", type=click.File("rb"), default="-")
@click.option("-o", "--output", metavar="OUT.jsonl", type=click.File("wb"), default="-")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to read with.")
def batch(source: BinaryIO, output: BinaryIO, jobs: int) -> None:
    """Read one article a line, write one report a line."""
    waiting: deque[_Line] = deque()
    failed = False
    for outcome in read_in_order(Reader(), _articles(source, waiting), jobs):
        line = waiting.popleft()
        if isinstance(outcome, ArticleError):
            failed = True
            written = _failure(line, outcome)
        else:
            written = to_json(outcome)
        output.write(written.encode() + b"\n")
    sys.exit(int(failed))


def _articles(source: BinaryIO, waiting: deque[_Line]) -> Iterator[ArticleText | ArticleError]:
    for number, line in enumerate(source, start=1):
        if not line.strip():
            continue
        fields: Any = None
        article: ArticleText | ArticleError
        try:
            fields = _fields(line)
            article = ArticleText.from_mapping(fields)
        except ArticleError as error:
            article = error
        waiting.append(_Line(number, fields.get("id") if isinstance(fields, dict) else None))
        yield article


def _fields(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except ValueError as error:
        raise ArticleError(f"the line is no JSON: {error}", code="bad-json") from None
    if not isinstance(fields, dict):
        raise ArticleError("the line is no JSON object", code="bad-json")
    return fields


def _failure(line: _Line, error: ArticleError) -> str:
    return json.dumps(
        {"article": {"id": line.id, "line": line.number}, "error": {"code": error.code, "message": str(error)}},
    )
