"""Reports as pages to look at.

| module | what it holds |
| --- | --- |
| `environment` | Jinja, told to make whatever text it is given harmless; the page's content security policy |
| `items` | what the page says of each item of a report, and which items belong together |
| `marking` | the article cut into paragraphs and nested marks |
| `scales` | days, counts and degrees of the earth to places on the paper |
| `timelines`, `intervals`, `maps` | what the drawings show, in numbers; `outlines` has the countries |
| `page` | one report to one page |
| `index`, `site`, `articles` | many reports to a folder of pages, the page that lists them, the texts of articles |
| `command` | `ceasefire page` |

`templates/` has the HTML, `assets/` the style and the scripts, `data/` the country outlines.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ceasefire.hookspecs import Format, hookimpl
from ceasefire.models import Report

if TYPE_CHECKING:
    from click import Command

__all__ = ["HtmlFormat", "commands", "formats"]

__version__ = "0.1.0.dev0"


class HtmlFormat:
    """One self-contained page that shows a report beside its article."""

    name = "html"
    description = "a page to look at: the marked article, pauses with map and time line, figures, statements"
    media_type = "text/html"

    def render(self, report: Report, text: str) -> str:
        """See `Format.render`. Raises `CeasefireError` where `text` is not the article that was read."""
        # Jinja takes a while to import, so only who asks for a page pays.
        from ceasefire_html.page import render_page

        return render_page(report, text)


@hookimpl
def formats() -> Iterable[Format]:
    """See `HookSpecs.formats`."""
    return [HtmlFormat()]


@hookimpl
def commands() -> Iterable[Command]:
    """See `HookSpecs.commands`."""
    from ceasefire_html.command import page

    return [page]
