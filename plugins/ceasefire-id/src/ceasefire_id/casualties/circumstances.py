"""Where and when the people of a figure were harmed, where its own sentence says so plainly."""

from __future__ import annotations

from typing import Final

from ceasefire.document import Document
from ceasefire.mentions import RegionMention, TimeMention
from ceasefire.models import Span
from ceasefire_id.casualties.reach import reach_of

__all__ = ["place_of", "time_of"]

_LOCATIVES: Final = frozenset({"di"})
#: words that may stand between `di` and the name of a place: `di pinggiran kota Aleppo`
_REACH: Final = 4


def place_of(document: Document, figure: Span) -> RegionMention | None:
    """The place named behind `di`: the first one after the figure in its sentence, else the last one before it."""
    near = _stretch(document, figure)
    before: RegionMention | None = None
    for region in document.starting_in(RegionMention, near.start, near.end):
        if not region.listed or not _is_locative(document, region, near):
            continue
        if region.span.start >= figure.end:
            return region
        before = region
    return before


def _is_locative(document: Document, region: RegionMention, near: Span) -> bool:
    words = document.words
    at = words.first_at(region.span.start)
    first = max(words.first_at(near.start), at - _REACH)
    for number in range(at - 1, first - 1, -1):
        if words.folded[number] in _LOCATIVES:
            return "," not in document.text[words.starts[number] : region.span.start]
    return False


def time_of(document: Document, figure: Span) -> TimeMention | None:
    """The day or the time of day of the sentence, where it gives but one and does not date the report by it."""
    near = _stretch(document, figure)
    told = [
        time
        for time in document.starting_in(TimeMention, near.start, near.end)
        if time.role == "told" and time.type in ("DATE", "TIME") and time.start is not None
    ]
    return told[0] if len(told) == 1 else None


def _stretch(document: Document, figure: Span) -> Span:
    words, near = document.words, reach_of(document, figure)
    return Span(words.starts[near.start], words.ends[near.stop - 1])
