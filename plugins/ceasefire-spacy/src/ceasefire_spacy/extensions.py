"""What a document and its spans know of a report: `doc._.ceasefire` and its like.

A `Doc` keeps only what msgpack writes, or it could not be saved or handed to another process. So it keeps the report as
its JSON, and the report is made of that when it is asked for; the last few are remembered.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import attrs
from spacy.language import Language
from spacy.tokens import Doc, Span

import ceasefire
from ceasefire.models import Report
from ceasefire_spacy.layers import LAYERS, Item, places

__all__ = ["ARTICLE", "PREFIX", "REPORT", "make_doc", "register_extensions"]

#: what the keys of `doc.spans` begin with
PREFIX = "ceasefire/"
#: the keys of `doc.user_data`
REPORT = "ceasefire.report"
ARTICLE = "ceasefire.article"
#: reports that are remembered; one is asked for over and over while its document is at hand
_REMEMBERED = 32


def register_extensions() -> None:
    """Make `doc._.ceasefire`, `doc._.ceasefire_misaligned` and `span._.ceasefire` known.

    The component does so itself; call it where documents are loaded that a pipeline elsewhere has read.
    """
    Doc.set_extension("ceasefire", getter=_report, force=True)
    Doc.set_extension("ceasefire_misaligned", getter=_misaligned, force=True)
    Span.set_extension("ceasefire", getter=_item, force=True)


def make_doc(
    nlp: Language,
    text: str,
    published: str | date | None = None,
    *,
    id: str | None = None,
    title: str | None = None,
    url: str | None = None,
    timezone: str | None = None,
) -> Doc:
    """A document that knows when it was published, to be given to `nlp` or `nlp.pipe`.

    `published`, `timezone` (IANA) go before those of the component; `id`, `title` and `url` stand in the report.
    """
    doc = nlp.make_doc(text)
    given = {"published": published, "id": id, "title": title, "url": url, "timezone": timezone}
    doc.user_data[ARTICLE] = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in given.items()
        if value is not None
    }
    return doc


@attrs.frozen
class _Known:
    report: Report
    items: Mapping[str, Item]


@lru_cache(maxsize=_REMEMBERED)
def _known(json: str) -> _Known:
    report = ceasefire.from_json(json)
    return _Known(report, {place.id: place.item for place in places(report)})


def _of(doc: Doc) -> _Known | None:
    json = doc.user_data.get(REPORT)
    return None if json is None else _known(json)


def _report(doc: Doc) -> Report | None:
    """The report; none where no component has read the document."""
    known = _of(doc)
    return known.report if known else None


def _item(span: Span) -> Item | None:
    """What a span of one of the layers stands for; none for any other span."""
    known = _of(span.doc)
    return known.items.get(span.id_) if known else None


def _misaligned(doc: Doc) -> dict[str, list[dict[str, Any]]]:
    """Layer by layer the places whose ends are no ends of tokens: id, start, end, and what became of them."""
    groups = ((layer, doc.spans.get(PREFIX + layer)) for layer in LAYERS)
    return {layer: told for layer, group in groups if group is not None and (told := group.attrs.get("misaligned"))}
