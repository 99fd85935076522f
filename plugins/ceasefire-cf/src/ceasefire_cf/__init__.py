"""Reports coded for peace research: a row a ceasefire, in the manner of the Civil Conflict Ceasefire dataset.

| module | what it holds |
| --- | --- |
| `columns` | the columns: meaning, values, and how each stands to the code book |
| `coded` | a coded ceasefire, and the row of text that it is written as and read from |
| `coding` | a report to coded ceasefires, by `sides`, `coverage`, `purpose` and `course`; `grounding` finds the words |
| `purposes.toml` | the Indonesian words that tell a purpose |
| `format` | the format `cf`, and the table that describes its rows |
| `rowfiles` | many reports to rows; rows read back |
| `matching`, `days` | which rows are one ceasefire, and why |
| `merging`, `mergedtables` | the rows of one ceasefire as one, with sources and conflicts |
| `command` | `ceasefire code` and `ceasefire merge` |
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ceasefire.hookspecs import Format, hookimpl

if TYPE_CHECKING:
    from click import Command

    from ceasefire_cf.format import CfFormat

__all__ = ["CfFormat", "commands", "formats"]

__version__ = "0.1.0.dev0"


@hookimpl
def formats() -> Iterable[Format]:
    """See `HookSpecs.formats`."""
    from ceasefire_cf.format import CfFormat

    return [CfFormat()]


@hookimpl
def commands() -> Iterable[Command]:
    """See `HookSpecs.commands`."""
    from ceasefire_cf.command import code, merge

    return [code, merge]
