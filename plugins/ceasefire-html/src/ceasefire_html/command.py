"""`ceasefire page`: the output of `ceasefire batch` to a folder of pages."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

import ceasefire
from ceasefire.articleoptions import article_options, fields_by_name

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
    "--articles", metavar="IN", help="What batch was given; without the texts, pages show only what was read."
)
@article_options
@click.option("--title", default="Articles", show_default=True, help="The heading of the index.")
def page(
    source: str,
    output: Path,
    articles: str | None,
    kind: str | None,
    fields: tuple[str, ...],
    encoding: str,
    title: str,
) -> None:
    """Make pages of many reports: an index with filters and a time line of pauses, and a page an article.

    REPORTS.jsonl is what `ceasefire batch` writes; `-` is standard input. A report does not hold its article:
    --articles takes whatever batch takes, with the same --input, --field and --encoding.
    """
    from ceasefire_html.articles import ArticleTexts
    from ceasefire_html.site import write_site

    named = fields_by_name(fields)
    with ExitStack() as stack:
        texts = None
        if articles is not None:
            given = ceasefire.read_articles(articles, kind=kind, fields=named, ignore_extra=True, encoding=encoding)
            texts = stack.enter_context(ArticleTexts(given))
        written = write_site(ceasefire.read_reports(source), output, texts=texts, title=title)
    said = [f"{written.index}: {written.pages} {'article' if written.pages == 1 else 'articles'}"]
    if written.unread:
        said.append(f"{written.unread} that could not be read")
    if written.without_text:
        said.append(f"{written.without_text} without their text, which --articles gives")
    click.echo(", ".join(said), err=True)
