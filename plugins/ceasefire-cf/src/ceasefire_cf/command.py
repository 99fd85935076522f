"""`ceasefire code` and `ceasefire merge`: many reports to coded rows, and rows to ceasefires."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

import ceasefire
from ceasefire.articleoptions import article_options, fields_by_name
from ceasefire_cf.coded import CodedCeasefire, header
from ceasefire_cf.csvrows import cells
from ceasefire_cf.mergedtables import TABLES, rows_of
from ceasefire_cf.merging import merge as merged_rows
from ceasefire_cf.rowfiles import code_reports, read_rows
from ceasefire_tables.csvfiles import CsvFolder, write_rows
from ceasefire_tables.writing import new_file, new_folder

__all__ = ["code", "merge"]

_CODE_EXAMPLES = """\b
Examples:
  ceasefire batch articles.jsonl -o reports.jsonl
  ceasefire code reports.jsonl --articles articles.jsonl -o rows.csv
"""
_MERGE_EXAMPLES = """\b
Examples:
  ceasefire merge rows.csv -o ceasefires
  ceasefire merge north.csv south.csv -o ceasefires --days 2
"""


@click.command(epilog=_CODE_EXAMPLES)
@click.argument("source", metavar="[REPORTS.jsonl]", default="-")
@click.option("-o", "--output", default="-", metavar="FILE", help="A new CSV file, or - for standard output.")
@click.option("--articles", metavar="IN", help="What batch was given; the texts tell most purposes.")
@article_options
def code(
    source: str, output: str, articles: str | None, kind: str | None, fields: tuple[str, ...], encoding: str
) -> None:
    """Code the ceasefires of many reports for peace research: a row each, with the words that each cell was coded from.

    REPORTS.jsonl is what `ceasefire batch` writes; `-` is standard input. --articles takes whatever batch takes, with
    the same --input, --field and --encoding. A file that is there is not overwritten, since coders correct rows.
    """
    named = fields_by_name(fields)
    given = None
    if articles is not None:
        given = ceasefire.read_articles(articles, kind=kind, fields=named, ignore_extra=True, encoding=encoding)
    unread = rows = 0
    with _rows_to(output) as file:
        write_rows(file, [header()])
        for outcome, coded in code_reports(ceasefire.read_reports(source), given):
            unread += isinstance(outcome, ceasefire.UnreadArticle)
            rows += len(coded)
            write_rows(file, map(cells, coded))
    said = [f"{'standard output' if output == '-' else output}: {_counted(rows, 'row')}"]
    if unread:
        said.append(f"{_counted(unread, 'article')} that could not be read")
    click.echo(", ".join(said), err=True)


@contextmanager
def _rows_to(output: str) -> Iterator[IO[str]]:
    if output == "-":
        # Without this a stream of text makes two of the line ends that CSV has.
        sys.stdout.reconfigure(newline="")  # type: ignore[union-attr]
        yield sys.stdout
        return
    if Path(output).exists():
        raise click.UsageError(f"{output}: is there, and may hold what coders corrected; name a new file")
    with new_file(Path(output), lambda _: False) as made, made.open("w", encoding="utf-8", newline="") as file:
        yield file


@click.command(epilog=_MERGE_EXAMPLES)
@click.argument("sources", metavar="ROWS.csv...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, metavar="DIR", type=click.Path(path_type=Path), help="The folder.")
@click.option(
    "--days",
    default=1,
    show_default=True,
    type=click.IntRange(0, 31),
    help="How far apart dates of one may lie.",
)
def merge(sources: tuple[Path, ...], output: Path, days: int) -> None:
    """Merge the rows of one ceasefire over many articles: same parties, places and dates.

    ROWS.csv is what `ceasefire code` or `ceasefire read --format cf` wrote, corrected or not. DIR has ceasefires.csv (a
    row a ceasefire, with the columns in which articles contradict each other), sources.csv (the rows that were merged),
    codings.csv (each value of each source, with its words), and a datapackage.json that describes them.
    """
    rows = _all_rows(sources)
    count = conflicting = 0
    with new_folder(output) as folder:
        sink = CsvFolder(folder, TABLES)
        try:
            for merged in merged_rows(rows, days):
                count += 1
                conflicting += bool(merged.conflicts)
                for table, row in rows_of(merged):
                    sink.add(table, row)
            sink.finish()
        finally:
            sink.close()
    told = f"{output}: {_counted(len(rows), 'row')}, {_counted(count, 'ceasefire')}, {conflicting:,} with conflicts"
    click.echo(told, err=True)


def _all_rows(sources: tuple[Path, ...]) -> list[CodedCeasefire]:
    """The rows of all files. Raises `CeasefireError` where two of one key differ; the same row twice is one."""
    found: dict[str, tuple[CodedCeasefire, str]] = {}
    for source in sources:
        for line, row in read_rows(source):
            place = f"{source}, line {line}"
            before, where = found.setdefault(row.key, (row, place))
            if before != row:
                raise ceasefire.CeasefireError(f"{place}: the row {row.key!r:.80} stands otherwise in {where}")
    return [row for row, _ in found.values()]


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
