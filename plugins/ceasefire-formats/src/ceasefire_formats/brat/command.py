"""`ceasefire brat`: the output of `ceasefire batch` to a collection that brat opens."""

from __future__ import annotations

from pathlib import Path

import click

import ceasefire
from ceasefire.articleoptions import article_options, fields_by_name

__all__ = ["brat"]

_EXAMPLES = """\b
Examples:
  ceasefire batch articles.jsonl -o reports.jsonl
  ceasefire brat reports.jsonl --articles articles.jsonl -o collection
"""


@click.command(epilog=_EXAMPLES)
@click.argument("source", metavar="[REPORTS.jsonl]", default="-")
@click.option(
    "-o", "--output", required=True, metavar="DIR", type=click.Path(path_type=Path), help="A new or empty folder."
)
@click.option("--articles", required=True, metavar="IN", help="What batch was given, in the same order.")
@article_options
def brat(source: str, output: Path, articles: str, kind: str | None, fields: tuple[str, ...], encoding: str) -> None:
    """Make a collection for the brat annotation tool: of each article its text (.txt) and its annotations (.ann).

    REPORTS.jsonl is what `ceasefire batch` writes, or some of its lines; `-` is standard input. annotation.conf and
    visual.conf say which types and values there are, and how they look.
    """
    from ceasefire_formats.brat.collection import write_collection

    named = fields_by_name(fields)
    written = write_collection(
        ceasefire.read_reports(source),
        ceasefire.read_articles(articles, kind=kind, fields=named, ignore_extra=True, encoding=encoding),
        output,
        ceasefire.Reader().registry.vocabulary,
    )
    said = [f"{output}: {written.documents} {'article' if written.documents == 1 else 'articles'}"]
    if written.unread:
        said.append(f"{written.unread} that could not be read")
    click.echo(", ".join(said), err=True)
