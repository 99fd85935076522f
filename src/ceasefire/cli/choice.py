"""The options by which a command chooses among the plugins, and the reader that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from ceasefire.errors import RegistryError
from ceasefire.reader import Reader

__all__ = ["build_reader", "names", "plugin_options"]

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


def build_reader(disable: Iterable[str], only: Iterable[str], *, strict: bool = False, trace: bool = False) -> Reader:
    """The reader with the plugins chosen. A name that nothing bears is wrong use."""
    try:
        return Reader(disable=names(disable), only=names(only) or None, strict=strict, trace=trace)
    except RegistryError as error:
        if error.code == "unknown-name":
            raise click.UsageError(f"{error}; see `ceasefire plugins`") from None
        raise


def names(given: Iterable[str]) -> list[str]:
    """The names that an option holds, given several times or with commas."""
    return [name for text in given for name in map(str.strip, text.split(",")) if name]
