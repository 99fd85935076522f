"""The options by which a command chooses among the plugins and bounds them, and the reader that comes of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, redirect_stdout
from typing import Any, TextIO, TypeVar

import click

from ceasefire.errors import RegistryError
from ceasefire.reader import DEFAULT_ARTICLE_TIME_LIMIT, DEFAULT_TIME_LIMIT, Reader

__all__ = ["build_reader", "limit_option", "names", "plugin_options", "prints_aside"]

#: how many times as long as one extractor all of them together may take
_TOGETHER = DEFAULT_ARTICLE_TIME_LIMIT / DEFAULT_TIME_LIMIT

F = TypeVar("F", bound=Callable[..., Any])


def plugin_options(command: F) -> F:
    """`--disable` and `--only`, each any number of times or with commas."""
    only = click.option(
        "--only", multiple=True, metavar="NAME", help="Load only this plugin; again, or with commas, for more."
    )
    disable = click.option(
        "--disable", multiple=True, metavar="NAME", help="Leave out this plugin or extractor; again for more."
    )
    return disable(only(command))


def limit_option(command: F) -> F:
    """`--time-limit`, for commands that read."""
    limit = click.option(
        "--time-limit",
        type=click.FloatRange(min=0),
        default=DEFAULT_TIME_LIMIT,
        show_default=True,
        metavar="SECONDS",
        help="Stop an extractor after so long on one article, all of them after five times that; 0: never.",
    )
    return limit(command)


def build_reader(
    disable: Iterable[str],
    only: Iterable[str],
    time_limit: float = DEFAULT_TIME_LIMIT,
    *,
    strict: bool = False,
    trace: bool = False,
) -> Reader:
    """The reader with the plugins chosen. A name that nothing bears is wrong use."""
    try:
        with prints_aside():
            return Reader(
                disable=names(disable),
                only=names(only) or None,
                strict=strict,
                trace=trace,
                time_limit=time_limit or None,
                article_time_limit=time_limit * _TOGETHER or None,
            )
    except RegistryError as error:
        if error.code == "unknown-name":
            raise click.UsageError(f"{error}; see `ceasefire plugins`") from None
        raise


def prints_aside() -> AbstractContextManager[TextIO]:
    """What plugins print goes to standard error meanwhile, as standard output is that of the report."""
    return redirect_stdout(sys.stderr)


def names(given: Iterable[str]) -> list[str]:
    """The names that an option holds, given several times or with commas."""
    return [name for text in given for name in map(str.strip, text.split(",")) if name]
