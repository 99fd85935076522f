"""What commands ask of an input of articles, core's own and those of plugins: kind, names of fields, encoding."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from ceasefire.articles.fields import FIELDS
from ceasefire.articles.kinds import KINDS

__all__ = ["article_options", "fields_by_name"]

C = TypeVar("C", bound=Callable[..., Any])


def article_options(command: C) -> C:
    """Give a click command `--input`, `--field` and `--encoding`, as its parameters `kind`, `fields`, `encoding`.

    `kind` and `encoding` go to `ceasefire.read_articles` as they are, `fields` by way of `fields_by_name`.
    """
    options = (
        click.option("--input", "kind", type=click.Choice(KINDS), help="What IN is, where its name does not tell it."),
        click.option(
            "--field", "fields", multiple=True, metavar="FIELD=NAME", help="What IN calls a field of an article."
        ),
        click.option("--encoding", default="utf-8", show_default=True, help="Of text and CSV."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def fields_by_name(given: Iterable[str]) -> dict[str, str]:
    """The fields of an article by the names that the input has for them, from `FIELD=NAME` as a user gives it.

    Anything else is a `click.UsageError` that says what may stand there.
    """
    names = {}
    for text in given:
        field, equals, name = text.partition("=")
        if not (equals and name) or field not in FIELDS:
            raise click.UsageError(f"--field {text}: must be FIELD=NAME, with a FIELD of {', '.join(FIELDS)}")
        names[name] = field
    return names
