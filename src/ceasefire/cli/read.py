"""`ceasefire read`: one article, for a person or in any format."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import attrs
import click
from rich.console import Console

from ceasefire.articles.kinds import kind_by_name
from ceasefire.articles.pages import Page, require_packages
from ceasefire.cli.choice import build_reader, limit_option, plugin_options, prints_aside
from ceasefire.cli.files import Unreadable, open_input, open_output, read_text
from ceasefire.dating import DEFAULT_TIMEZONE, find_byline
from ceasefire.errors import ArticleError, CeasefireError
from ceasefire.formats.reading import Reading
from ceasefire.formats.text import TextFormat
from ceasefire.hookspecs import Format
from ceasefire.models import Report
from ceasefire.reader import DEFAULT_LANGUAGE, ArticleText, Reader
from ceasefire.timelimit import TimeLimitExceeded, time_limit_on
from ceasefire.wording import shown, told

__all__ = ["read"]

_FROM_PAGE = "as its page says"
_OVERRIDES = "--published DATE overrides it"

_EXAMPLES = """\b
Examples:
  ceasefire read article.txt --published 2016-05-02
  ceasefire read article.txt --published "Senin, 2 Mei 2016"
  ceasefire read article.txt --published 2016-05-02 --explain Aleppo
  ceasefire read page.html
  ceasefire read - --format json --output report.json < article.txt
"""


@click.command(epilog=_EXAMPLES)
@click.argument("file")
@click.option("--published", metavar="DATE", help="Day of publication: 2016-05-02, or as people write it.")
@click.option(
    "--timezone", default=DEFAULT_TIMEZONE, show_default=True, metavar="ZONE", help="IANA zone of the outlet."
)
@click.option("--language", default=DEFAULT_LANGUAGE, show_default=True, metavar="CODE", help="BCP 47 code.")
@click.option(
    "-f", "--format", "form", default="text", show_default=True, metavar="NAME", help="See `ceasefire formats`."
)
@click.option("-o", "--output", default="-", metavar="FILE", help="Write there, not to standard output.")
@click.option("--explain", metavar="ID|WORD", help="Show how an item, or what was read in such words, came about.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing on standard error but errors.")
@plugin_options
@limit_option
@click.option("--strict", is_flag=True, help="Fail where a plugin fails.")
def read(
    file: str,
    published: str | None,
    timezone: str,
    language: str,
    form: str,
    output: str,
    explain: str | None,
    quiet: bool,
    disable: tuple[str, ...],
    only: tuple[str, ...],
    time_limit: float,
    strict: bool,
) -> None:
    """Read one article; FILE is its text in UTF-8, its HTML page, or `-` for standard input."""
    reader = build_reader(disable, only, time_limit, strict=strict, trace=explain is not None)
    chosen = reader.registry.formats.get(form)
    if chosen is None:
        raise click.UsageError(f"no format is called {form!r}; there are {', '.join(sorted(reader.registry.formats))}")
    with open_input(file) as source:
        article = _article(source, file, timezone, language)
        text = article.text
        notes = [] if form == "text" else [problem.message for problem in reader.registry.problems]
        if published is None:
            published, note = _own_day(article)
            notes.append(note)
        report = _report(reader, attrs.evolve(article, published=published))
        if explain is not None:
            rendered = _explained(report, explain)
        else:
            rendered = "" if _is_shown(chosen, output) else _rendered(reader, chosen, report, text)
        with open_output(output, source) as target:
            for note in notes if not quiet else ():
                print(f"ceasefire: {note}", file=sys.stderr)
            if rendered:
                target.write(rendered.encode("utf-8", "backslashreplace"))
            else:
                _show(report, text)


def _article(source: BinaryIO, file: str, timezone: str, language: str) -> ArticleText:
    """The article that a file of text or a page holds, dated where a page says its day."""
    name = None if file == "-" else Path(file).stem
    if kind_by_name(file) != "html":
        return ArticleText(read_text(source, file), name, timezone=timezone, language=language)
    require_packages(file, "trafilatura")
    try:
        return Page(source.read(), timezone, language).article(name)
    except ArticleError as error:
        raise Unreadable(f"{file}: {error}") from None
    except OSError as error:
        raise Unreadable(f"{file}: {error.strerror}") from None


def _own_day(article: ArticleText) -> tuple[str | None, str]:
    """The day that the article's page or byline tells, and a line that says so, or that there is none."""
    if article.published is not None:
        return str(article.published), f"taken as published on {article.published}, {_FROM_PAGE}; {_OVERRIDES}"
    byline = find_byline(article.text, article.timezone, article.language)
    if byline is None:
        return None, "the article is undated, so times such as a weekday stay unresolved; --published DATE dates it"
    day = byline.published.isoformat()
    return day, f"taken as published on {day}, from the line {byline.text!r}; {_OVERRIDES}"


def _report(reader: Reader, article: ArticleText) -> Report:
    try:
        with prints_aside():
            return reader.read_article(article)
    except ArticleError as error:
        if error.code in ("bad-date", "bad-timezone"):
            raise click.UsageError(str(error)) from None
        raise


def _explained(report: Report, what: str) -> str:
    try:
        return "\n\n".join(map(str, report.explain(what))) + "\n"
    except CeasefireError as error:
        raise click.ClickException(str(error)) from None


def _rendered(reader: Reader, form: Format, report: Report, text: str) -> str:
    called = f"the format {form.name} of plugin {reader.registry.owners['format', form.name]}"
    try:
        with prints_aside(), time_limit_on(reader.time_limit):
            rendered = form.render(report, text)
    except TimeLimitExceeded:
        raise click.ClickException(f"{called} was stopped after {reader.time_limit:g} s") from None
    except (Exception, SystemExit) as error:
        raise click.ClickException(f"{called} failed: {told(error)}") from error
    if not isinstance(rendered, str):
        raise click.ClickException(f"{called} gave {shown(rendered)}, not text")
    return rendered


def _is_shown(form: Format, output: str) -> bool:
    """Whether the reading goes to a terminal, in its colours and as wide as it is."""
    return isinstance(form, TextFormat) and output == "-" and Console().is_terminal


def _show(report: Report, text: str) -> None:
    Console(highlight=False).print(Reading(report, text))
