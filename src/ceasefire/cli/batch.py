"""`ceasefire batch`: many articles in, one report a line out, in the order of the input."""

from __future__ import annotations

import codecs
import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

import attrs
import click

from ceasefire.articleoptions import article_options, fields_by_name
from ceasefire.articles import Articles, Given, InputOptions
from ceasefire.articles.kinds import FILE_KINDS, kind_by_name
from ceasefire.cli.choice import build_reader, limit_option, plugin_options, prints_aside
from ceasefire.cli.files import Unreadable, Unwritable
from ceasefire.cli.interrupts import Interrupted, Interrupts
from ceasefire.cli.lines import is_same_file, lines_before, open_lines
from ceasefire.cli.progress import Tally, shown, tell
from ceasefire.dating import DEFAULT_TIMEZONE, zone
from ceasefire.errors import ArticleError
from ceasefire.parallel import DIED, Outcome, map_in_order
from ceasefire.reader import DEFAULT_LANGUAGE, Reader
from ceasefire.reportlines import UnreadArticle, to_line
from ceasefire.streams import is_compressed

__all__ = ["batch"]

_EXAMPLES = """\b
Examples:
  ceasefire batch articles.jsonl -o reports.jsonl --jobs 4
  ceasefire batch articles.csv --field text=body --ignore-extra -o reports.jsonl
  ceasefire batch crawl.warc.gz -o reports.jsonl --jobs 4 --resume
  zcat articles.jsonl.gz | ceasefire batch > reports.jsonl
"""


@click.command(epilog=_EXAMPLES)
@click.argument("source", metavar="[IN]", default="-")
@click.option("-o", "--output", default="-", metavar="OUT.jsonl", help="Write there, not to standard output.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read.")
@click.option("--resume", is_flag=True, help="Go on where an interrupted run left the output.")
@article_options
@click.option("--ignore-extra", is_flag=True, help="Pass over fields that articles do not have.")
@click.option(
    "--timezone", default=DEFAULT_TIMEZONE, show_default=True, metavar="ZONE", help="Of articles that do not say."
)
@click.option(
    "--language", default=DEFAULT_LANGUAGE, show_default=True, metavar="CODE", help="Of articles that do not say."
)
@click.option("-q", "--quiet", is_flag=True, help="Neither a progress bar nor a summary.")
@plugin_options
@limit_option
@click.pass_context
def batch(
    context: click.Context,
    source: str,
    output: str,
    jobs: int,
    resume: bool,
    kind: str | None,
    fields: tuple[str, ...],
    ignore_extra: bool,
    encoding: str,
    timezone: str,
    language: str,
    quiet: bool,
    disable: tuple[str, ...],
    only: tuple[str, ...],
    time_limit: float,
) -> None:
    """Read many articles, write one report a line, in the order of the input.

    IN is JSON Lines, CSV, a text, an HTML page, a web archive (WARC) or a folder of text, pages and archives, also
    compressed (gzip, zstd, xz, bzip2), or standard input. A line of JSON Lines is {"id", "text", "published",
    "timezone", "title", "url", "language"}, and so are the columns of CSV; only "text" is required. An article that
    cannot be read leaves an "error" in its place; the run goes on, and ends with status 1.
    """
    options = InputOptions(fields_by_name(fields), ignore_extra, _encoding(encoding), _timezone(timezone), language)
    _refuse_own_input(source, output)
    can_resume = output != "-" and not is_compressed(output)
    if resume and not can_resume:
        raise click.UsageError("--resume needs an output file, not compressed: -o OUT.jsonl")
    reader = build_reader(disable, only, time_limit)
    for problem in reader.registry.problems:
        tell(problem.message)
    run = _Run(reader, Articles(source, kind, options), output, jobs)
    try:
        run.go(resume=resume, quiet=quiet)
    except Interrupted as interrupted:
        tell(f"interrupted after {run.tally.told()}{'; --resume goes on from there' if can_resume else ''}")
        context.exit(128 + interrupted.number)
    if not quiet:
        run.tell()
    context.exit(int(bool(run.tally.errors)))


@attrs.define
class _Run:
    """One run: from the input, over the processes, to the output."""

    reader: Reader
    articles: Articles
    output: str
    jobs: int
    tally: Tally = attrs.field(factory=Tally)
    #: how many articles bear an id that an earlier one bears, and the first of them
    repeated: int = 0
    first_repeated: Given | None = None

    def go(self, *, resume: bool, quiet: bool) -> None:
        """Read all that is left to read."""
        interrupts = Interrupts()
        with interrupts.watched():
            given = _begun(self._seen(_openable(self.articles)))
            start = self._skipped(given) if resume else 0
            with (
                open_lines(self.output, interrupts, start=start) as target,
                shown(self.articles, self.tally, wanted=not quiet, beside=self.output) as bar,
                closing(self._lines(given)) as lines,
            ):
                self.tally.start()
                for line, code in lines:
                    target.write(line)
                    self.tally.add(code)
                    if bar is not None:
                        bar.move()

    def _lines(self, given: Iterator[Given]) -> Generator[tuple[bytes, str | None], None, None]:
        yield from map_in_order(_Line(self.reader), given, self.jobs, died=_died, weight=lambda each: each.weight)

    def _seen(self, articles: Iterable[Given]) -> Iterator[Given]:
        """The articles, while those whose ids were given before are counted. Of an id only its hash is kept."""
        seen: set[int] = set()
        for given in articles:
            if given.id is not None:
                mark = hash(given.id)
                if mark in seen:
                    self.repeated += 1
                    self.first_repeated = self.first_repeated or given
                seen.add(mark)
            yield given

    def _skipped(self, given: Iterator[Given]) -> int:
        """Where the lines of an earlier run end in the output; their articles are taken off the input."""
        end = 0
        for line in lines_before(self.output, given):
            self.tally.add_before(line.code)
            end = line.end
        return end

    def tell(self) -> None:
        """What came of it, on standard error."""
        tell(self.tally.told())
        if (over := self.articles.passed_over) > 0:
            what = "file or record was" if over == 1 else "files or records were"
            tell(f"{over:,} {what} passed over: not text, page or archive")
        if (first := self.first_repeated) is not None:
            where = f" on line {first.line}" if first.line else ""
            has = "article has an id" if self.repeated == 1 else "articles have ids"
            tell(f"{self.repeated:,} {has} that an earlier one has, the first of them {first.id!r:.80}{where}")


@attrs.frozen
class _Line:
    """The line that an article becomes, and the code of its error."""

    reader: Reader

    def __call__(self, given: Given) -> tuple[bytes, str | None]:
        try:
            with prints_aside():
                outcome = Outcome(self.reader, keep_going=True)(given.article())
            if not isinstance(outcome, ArticleError):
                return to_line(outcome), None
        except ArticleError as error:
            outcome = error
        except ValueError as error:
            outcome = ArticleError(f"the report cannot be written: {error}", code="reader-failed")
        return _unread(given, outcome)


def _unread(given: Given, error: ArticleError) -> tuple[bytes, str]:
    return to_line(UnreadArticle.because(error, given.id, given.line)), error.code


def _died(given: Given) -> tuple[bytes, str]:
    return _unread(given, DIED)


# ---- input and output ----------------------------------------------------------------------------------------------


def _openable(articles: Articles) -> Iterator[Given]:
    """The articles. Raises `Unreadable` where the input cannot be opened or read."""
    try:
        yield from articles
    except OSError as error:
        raise Unreadable(f"{articles.name}: {error.strerror or error}") from None


def _begun(articles: Iterator[Given]) -> Iterator[Given]:
    """The same; the first is taken at once, so that an input which cannot be used costs no output."""
    return chain([first for first in [next(articles, None)] if first is not None], articles)


def _refuse_own_input(source: str, output: str) -> None:
    if is_same_file(output, source):
        shown = "standard output" if output == "-" else output
        raise Unwritable(f"{shown}: is the input too; write to another file")
    if output != "-" and source != "-" and Path(source).is_dir() and kind_by_name(output) in FILE_KINDS:
        folder, target = (Path(os.path.realpath(path)) for path in (source, output))
        if folder in target.parents:
            raise Unwritable(f"{output}: would be read as an article of {source}; write it elsewhere, or as .jsonl")


# ---- options -------------------------------------------------------------------------------------------------------


def _encoding(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        raise click.UsageError(f"--encoding {name}: is not known; say utf-8, windows-1252 or the like") from None


def _timezone(name: str) -> str:
    try:
        zone(name)
    except ArticleError as error:
        raise click.UsageError(str(error)) from None
    return name
