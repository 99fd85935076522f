"""`ceasefire geojson`: the output of `ceasefire batch` as one collection of features."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import attrs
import click

import ceasefire
from ceasefire import UnreadArticle
from ceasefire_formats.geojson.features import features

__all__ = ["geojson"]

_EXAMPLES = """\b
Examples:
  ceasefire batch articles.jsonl -o reports.jsonl
  ceasefire geojson reports.jsonl -o places.geojson
"""


@click.command(epilog=_EXAMPLES)
@click.argument("source", metavar="[REPORTS.jsonl]", default="-")
@click.option("-o", "--output", default="-", metavar="FILE", help="Write there, not to standard output.")
def geojson(source: str, output: str) -> None:
    """Put the places of many reports on one map: a FeatureCollection (RFC 7946).

    REPORTS.jsonl is what `ceasefire batch` writes; `-` is standard input. A feature's id begins with that of its
    article.
    """
    tally = _Tally()
    with _opened(output) as target:
        target.write('{"type": "FeatureCollection", "features": [')
        for number, feature in enumerate(_features(source, tally)):
            target.write(",\n" if number else "\n")
            target.write(json.dumps(feature, ensure_ascii=False, allow_nan=False))
        target.write("\n]}\n")
    if tally.unread:
        click.echo(f"ceasefire: {tally.unread} of {tally.reports + tally.unread} articles could not be read", err=True)


@contextmanager
def _opened(output: str) -> Iterator[IO[str]]:
    """Where to write. A file is there whole or not at all; a lone surrogate becomes the escape that JSON has for it."""
    if output == "-":
        yield click.open_file("-", "w", encoding="utf-8", errors="backslashreplace")
        return
    path = Path(output)
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with unfinished.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as target:
            yield target
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


@attrs.define
class _Tally:
    """How many articles there were."""

    reports: int = 0
    unread: int = 0


def _features(source: str, tally: _Tally) -> Iterator[dict[str, object]]:
    for outcome in ceasefire.read_reports(source):
        if isinstance(outcome, UnreadArticle):
            tally.unread += 1
            continue
        tally.reports += 1
        for feature in features(outcome):
            yield {**feature, "id": f"{outcome.article.id}/{feature['id']}"}
