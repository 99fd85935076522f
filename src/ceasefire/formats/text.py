"""The format `text`: a reading for a person."""

from __future__ import annotations

import io
from collections.abc import Iterable

from ceasefire.hookspecs import Format, hookimpl
from ceasefire.models import Report

__all__ = ["TextFormat", "formats"]

#: columns of a reading that is no terminal's
_WIDTH = 100


class TextFormat:
    """A reading for a person, without colour. `ceasefire read` shows the same in the colours of the terminal."""

    name = "text"
    description = "a reading for a person"
    media_type = "text/plain"

    def render(self, report: Report, text: str) -> str:
        """See `Format.render`."""
        # rich takes some 100 ms to import, so only who shows a reading pays.
        from rich.console import Console

        from ceasefire.formats.reading import Reading

        page = io.StringIO()
        console = Console(file=page, width=_WIDTH, color_system=None, force_terminal=False, highlight=False)
        console.print(Reading(report, text))
        return "".join(f"{line.rstrip()}\n" for line in page.getvalue().split("\n")).rstrip("\n") + "\n"


@hookimpl
def formats() -> Iterable[Format]:
    """See `HookSpecs.formats`."""
    return [TextFormat()]
