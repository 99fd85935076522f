"""Reports coded for peace research: a row a ceasefire, in the manner of the Civil Conflict Ceasefire dataset.

| module | what it holds |
| --- | --- |
| `columns` | the columns: meaning, values, and how each stands to the code book |
| `coded` | a coded ceasefire, and the row of text that it is written as and read from |
| `coding` | a report to coded ceasefires, by `sides`, `coverage`, `purpose` and `course`; `grounding` finds the words |
| `purposes.toml` | the Indonesian words that tell a purpose |
| `csvrows` | rows as CSV, and the table that describes them |
| `rowfiles` | many reports to rows; rows read back |
| `matching`, `days`, `sidenames.toml` | which rows are one ceasefire, and why |
| `merging`, `mergedtables` | the rows of one ceasefire as one, with sources and conflicts |
| `command` | `ceasefire code` and `ceasefire merge` |
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from ceasefire.hookspecs import Format, hookimpl

if TYPE_CHECKING:
    from click import Command

    from ceasefire.models import Report
    from ceasefire_cf.coded import CodedCeasefire, Value
    from ceasefire_cf.coding import Coder
    from ceasefire_cf.merging import MergedCeasefire, merge
    from ceasefire_cf.rowfiles import code_reports, read_rows

__all__ = [
    "CfFormat",
    "CodedCeasefire",
    "MergedCeasefire",
    "Value",
    "code_reports",
    "commands",
    "formats",
    "merge",
    "read_rows",
]

__version__ = "0.1.0.dev0"


class CfFormat:
    """A row a ceasefire, with the words that each cell was coded from."""

    name = "cf"
    description = "a row a ceasefire, coded for peace research, each cell with the words that it was coded from (CSV)"
    media_type = "text/csv"

    def __init__(self) -> None:
        self._coder: Coder | None = None

    def render(self, report: Report, text: str) -> str:
        """See `Format.render`. Raises `CeasefireError` where `text` is not the article that was read."""
        # Imported and compiled for who asks for it; two threads at once do it twice, which does no harm.
        from ceasefire_cf.coding import Coder
        from ceasefire_cf.csvrows import rendered
        from ceasefire_tables.keys import ArticleKeys

        self._coder = coder = self._coder or Coder()
        return rendered(coder.coded(ArticleKeys().keyed(report), text))


@hookimpl
def formats() -> Iterable[Format]:
    """See `HookSpecs.formats`."""
    return [CfFormat()]


@hookimpl
def commands() -> Iterable[Command]:
    """See `HookSpecs.commands`."""
    from ceasefire_cf.command import code, merge

    return [code, merge]


if not TYPE_CHECKING:  # every reader imports this package for its hooks, so what it offers is imported at its first use
    _HOMES = {
        "coded": ("CodedCeasefire", "Value"),
        "merging": ("MergedCeasefire", "merge"),
        "rowfiles": ("code_reports", "read_rows"),
    }

    def __getattr__(name: str) -> object:
        for home, names in _HOMES.items():
            if name in names:
                return getattr(import_module(f"{__name__}.{home}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
