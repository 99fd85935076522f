"""`ceasefire tables`: the output of `ceasefire batch` to tables."""

from __future__ import annotations

from pathlib import Path

import click

import ceasefire
from ceasefire_tables.tabulation import Tally
from ceasefire_tables.writing import write_csv, write_parquet, write_sqlite

__all__ = ["tables"]

_WRITERS = {"csv": write_csv, "parquet": write_parquet, "sqlite": write_sqlite}
_DATABASES = {".sqlite", ".sqlite3", ".db"}

_EXAMPLES = """\b
Examples:
  ceasefire batch articles.jsonl -o reports.jsonl
  ceasefire tables reports.jsonl -o tables
  ceasefire tables reports.jsonl -o tables --format parquet
  ceasefire tables reports.jsonl -o reports.sqlite
"""


@click.command(epilog=_EXAMPLES)
@click.argument("source", metavar="[REPORTS.jsonl]", default="-")
@click.option("-o", "--output", required=True, metavar="DIR|FILE", type=click.Path(path_type=Path), help="Where to.")
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(_WRITERS)),
    help="What to write; sqlite where the output is called .sqlite, .sqlite3 or .db, else csv.",
)
def tables(source: str, output: Path, form: str | None) -> None:
    """Make tables of many reports: pauses, scope, events, casualties, statements, actors, regions, times and more.

    REPORTS.jsonl is what `ceasefire batch` writes; `-` is standard input. The output is a folder with a file a table
    and a datapackage.json that tells what the columns mean (csv, parquet), or one file (sqlite).
    """
    chosen = form or ("sqlite" if output.suffix.lower() in _DATABASES else "csv")
    if source != "-" and output.exists() and Path(source).exists() and output.samefile(source):
        raise click.UsageError(f"{output}: is the input too; write to another file")
    told(output, _WRITERS[chosen](ceasefire.read_reports(source), output))


def told(output: Path, tally: Tally) -> None:
    """Say on standard error what was written."""
    said = [f"{output}: {tally.articles:,} {'article' if tally.articles == 1 else 'articles'}"]
    if tally.unread:
        said.append(f"{tally.unread:,} that could not be read")
    if tally.repeated:
        said.append(f"{tally.repeated:,} with an id that an earlier one has, told apart as ID~2, ID~3")
    click.echo(", ".join(said), err=True)
