"""Reports as standoff annotations of brat, the rapid annotation tool.

| module | what it holds |
| --- | --- |
| `annotations` | the lines of an `.ann` file, by brat's rules, whatever they are about |
| `layers`, `nearness` | a report as such lines; which of two things' mentions stand nearest |
| `configuration` | which types, arguments and values there are: `annotation.conf`, `visual.conf` |
| `collection`, `command` | many reports to a folder that brat opens: `ceasefire brat` |
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ceasefire.hookspecs import Format, hookimpl
from ceasefire.models import Report

if TYPE_CHECKING:
    from click import Command

__all__ = ["BratFormat", "commands", "formats"]


class BratFormat:
    """The `.ann` file that stands beside the article's `.txt`."""

    name = "brat"
    description = "brat standoff (.ann): entities, relations, events, attributes"
    media_type = "text/plain"

    def render(self, report: Report, text: str) -> str:
        """See `Format.render`. Raises `CeasefireError` where `text` is not the article that was read."""
        from ceasefire_formats.brat.layers import standoff

        return standoff(report, text)


@hookimpl
def formats() -> Iterable[Format]:
    """See `HookSpecs.formats`."""
    return [BratFormat()]


@hookimpl
def commands() -> Iterable[Command]:
    """See `HookSpecs.commands`."""
    from ceasefire_formats.brat.command import brat

    return [brat]
