"""The format `json`: the whole report, as `ceasefire schema` describes it."""

from __future__ import annotations

from collections.abc import Iterable

from ceasefire.hookspecs import Format, hookimpl
from ceasefire.models import Report
from ceasefire.serialize import to_json

__all__ = ["JSONFormat", "formats"]


class JSONFormat:
    """A report as JSON, indented for the eye; `ceasefire batch` writes the same on one line."""

    name = "json"
    description = "the whole report as JSON, as `ceasefire schema` describes it"
    media_type = "application/json"

    def render(self, report: Report, text: str) -> str:
        """See `Format.render`."""
        return to_json(report, indent=2) + "\n"


@hookimpl
def formats() -> Iterable[Format]:
    """See `HookSpecs.formats`."""
    return [JSONFormat()]
