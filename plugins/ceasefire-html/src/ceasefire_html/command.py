"""`ceasefire page`: the output of `ceasefire batch` to a folder of pages."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

import ceasefire

__all__ = ["page"]

_EXAMPLES = """\b
Examples:
  ceasefire batch articles.jsonl -o reports.jsonl
  ceasefire page reports.jsonl --articles articles.jsonl -o pages
"""


@click.command(epilog=_EXAMPLES)
@click.argument("source", metavar="[REPORTS.jsonl]", default="-")
@click.option(
    "-o", "--output", required=True, metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="The folder."
)
@click.option(
    "--articles",
    metavar="IN.jsonl",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What batch was given (JSON Lines, or gzip): the texts, without which pages show only what was read.",
)
@click.option("--title", default="Articles", show_default=True, help="The heading of the index.")
def page(source: str, output: Path, articles: Path | None, title: str) -> None:
    """Make pages of many reports: an index with filters and a time line of pauses, and a page an article.

    REPORTS.jsonl is what `ceasefire batch` writes; `-` is standard input. Open DIR/index.html in any browser.
    """
    from ceasefire_html.articles import ArticleTexts
    from ceasefire_html.site import write_site

    with ExitStack() as stack:
        texts = stack.enter_context(ArticleTexts(articles)) if articles else None
        written = write_site(ceasefire.read_reports(source), output, texts=texts, title=title)
    said = [f"{written.index}: {written.pages} {'article' if written.pages == 1 else 'articles'}"]
    if written.unread:
        said.append(f"{written.unread} that could not be read")
    if written.without_text:
        said.append(f"{written.without_text} without their text, which --articles gives")
    click.echo(", ".join(said), err=True)
