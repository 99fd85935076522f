"""The article with its times marked as TimeML marks them; `document` has the writing."""

from __future__ import annotations

from collections.abc import Iterable

from ceasefire.hookspecs import Format, hookimpl
from ceasefire.models import Report

__all__ = ["TimeMLFormat", "formats"]


class TimeMLFormat:
    """The article with a TIMEX3 around each time, and its day of publication as document creation time."""

    name = "timeml"
    description = "TimeML: the article with a TIMEX3 around each time, and its day"
    media_type = "application/xml"

    def render(self, report: Report, text: str) -> str:
        """See `Format.render`. Raises `CeasefireError` where `text` is not the article that was read."""
        # What XML and digests need takes a while to import, so only who asks for a document pays.
        from ceasefire_formats.timeml.document import document

        return document(report, text)


@hookimpl
def formats() -> Iterable[Format]:
    """See `HookSpecs.formats`."""
    return [TimeMLFormat()]
