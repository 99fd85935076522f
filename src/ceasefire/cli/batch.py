"""`ceasefire batch`: one article a line in, one report a line out, in the order of the input."""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Iterator
from typing import Any, BinaryIO

import attrs
import click

from ceasefire.cli.choice import build_reader, plugin_options
from ceasefire.cli.files import Unreadable, open_input, open_output
from ceasefire.errors import ArticleError
from ceasefire.parallel import read_in_order
from ceasefire.reader import ArticleText
from ceasefire.serialize import to_json
from ceasefire.serialize.writing import escape

__all__ = ["batch"]

_EXAMPLES = """\b
Examples:
  ceasefire batch articles.jsonl -o reports.jsonl --jobs 4
  zcat articles.jsonl.gz | ceasefire batch > reports.jsonl
"""


@attrs.frozen
class _Line:
    """Where an article stood, to name it should it fail."""

    number: int
    id: str | None


@click.command(epilog=_EXAMPLES)
@click.argument("source", metavar="[IN.jsonl]", default="-")
@click.option("-o", "--output", default="-", metavar="OUT.jsonl", help="Write there, not to standard output.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read.")
@plugin_options
@click.pass_context
def batch(
    context: click.Context, source: str, output: str, jobs: int, disable: tuple[str, ...], only: tuple[str, ...]
) -> None:
    """Read one article a line, write one report a line.

    A line is {"id", "text", "published", "timezone", "title", "url", "language"}; only "text" is required. A line
    that cannot be read leaves an "error" in its place; the run goes on, and ends with status 1.
    """
    reader = build_reader(disable, only)
    for problem in reader.registry.problems:
        print(f"ceasefire: {problem.message}", file=sys.stderr)
    waiting: deque[_Line] = deque()
    failed = False
    with open_input(source) as lines, open_output(output, lines) as target:
        for outcome in read_in_order(reader, _articles(lines, source, waiting), jobs, keep_going=True):
            line = waiting.popleft()
            if isinstance(outcome, ArticleError):
                failed = True
                target.write(_failure(line, outcome).encode() + b"\n")
            else:
                target.write(to_json(outcome).encode() + b"\n")
        target.flush()
    context.exit(int(failed))


def _articles(lines: BinaryIO, name: str, waiting: deque[_Line]) -> Iterator[ArticleText | ArticleError]:
    """What each line holds; `waiting` grows by its place, to be taken off when its outcome comes."""
    try:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                id_, article = _article(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)
                waiting.append(_Line(number, id_))
                yield article
    except OSError as error:
        raise Unreadable(f"{name}: {error.strerror}") from None


def _article(line: bytes) -> tuple[str | None, ArticleText | ArticleError]:
    """The id of the article, where the line tells it, and the article or why there is none."""
    id_: str | None = None
    try:
        fields = _fields(line)
        id_ = fields["id"] if isinstance(fields.get("id"), str) else None
        return id_, ArticleText.from_mapping(fields)
    except ArticleError as error:
        return id_, error


def _fields(line: bytes) -> dict[str, Any]:
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


def _failure(line: _Line, error: ArticleError) -> str:
    failure = {
        "article": {"id": line.id, "line": line.number},
        "error": {"code": error.code, "message": " ".join(str(error).split())},
    }
    return escape(json.dumps(failure, ensure_ascii=False))
