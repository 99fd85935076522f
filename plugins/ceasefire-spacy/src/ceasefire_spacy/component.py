"""One document in, the same document out with its report and the spans of its items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, get_args

from spacy.tokens import Doc, Span, SpanGroup

import ceasefire
from ceasefire_spacy.extensions import ARTICLE, PREFIX, REPORT, register_extensions
from ceasefire_spacy.layers import LAYERS, Place, places

__all__ = ["Alignment", "CeasefireComponent"]

#: what to do with words whose ends are no ends of tokens: take the tokens that they touch, only those that lie wholly
#: in them, or none
Alignment = Literal["expand", "contract", "strict"]


class CeasefireComponent:
    """Reads documents with the plugins of `ceasefire` that are installed."""

    def __init__(
        self,
        name: str = "ceasefire",
        *,
        language: str = "id",
        published: str | None = None,
        timezone: str = "Asia/Jakarta",
        alignment: str = "expand",
        disable: Sequence[str] = (),
        only: Sequence[str] | None = None,
        strict: bool = False,
    ) -> None:
        """`published`: the day of all documents that `make_doc` gave none. `disable`, `only`, `strict`: see `Reader`.

        Raises `ValueError` where `alignment` is none of `Alignment`, and `DateError` where the date is none.
        """
        if alignment not in get_args(Alignment):
            raise ValueError(f"alignment must be one of {', '.join(get_args(Alignment))}, not {alignment!r}")
        self.name = name
        self._alignment = alignment
        self._given = {"language": language, "published": published, "timezone": timezone}
        self._reader = ceasefire.Reader(disable=disable, only=only, strict=strict)
        # A wrong date of all documents is told now and not with the first of them.
        ceasefire.Reader(only=[]).read("", published, timezone=timezone, language=language)
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Read the document. Raises `ArticleError` where its date or time zone cannot be used."""
        report = self._reader.read(doc.text, **{**self._given, **doc.user_data.get(ARTICLE, {})})
        doc.user_data[REPORT] = ceasefire.to_json(report)
        by_layer: dict[str, list[Place]] = {layer: [] for layer in LAYERS}
        for place in places(report):
            by_layer[place.layer].append(place)
        for layer, found in by_layer.items():
            doc.spans[PREFIX + layer] = self._group(doc, layer, found)
        return doc

    def _group(self, doc: Doc, layer: str, found: Iterable[Place]) -> SpanGroup:
        spans: list[Span] = []
        misaligned: list[dict[str, Any]] = []
        for place, span in self._aligned(doc, found):
            if span is not None:
                spans.append(span)
            if span is None or (span.start_char, span.end_char) != (place.span.start, place.span.end):
                became = None if span is None else [span.start_char, span.end_char]
                told = {"id": place.id, "start": place.span.start, "end": place.span.end, "became": became}
                misaligned.append(told)
        return SpanGroup(doc, name=PREFIX + layer, spans=spans, attrs={"misaligned": misaligned})

    def _aligned(self, doc: Doc, found: Iterable[Place]) -> Iterator[tuple[Place, Span | None]]:
        for place in found:
            span = doc.char_span(
                place.span.start,
                place.span.end,
                label=place.label,
                span_id=place.id,
                alignment_mode=self._alignment,
            )
            yield place, span if span else None
