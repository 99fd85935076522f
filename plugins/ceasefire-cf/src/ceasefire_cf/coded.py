"""A coded ceasefire: values with the words that they were coded from, and a row of text that holds them.

Several values of one cell are parted by `; `, and their spans, in the column beside it, likewise; a `;` or `\\` within
a value has a `\\` before it. Spans are `start-end` in code points of the article's text, `end` not included; the spans
of one value are parted by a blank. A value that was reckoned from others has the spans of those.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs
import regex

from ceasefire import CeasefireError
from ceasefire.models import Span
from ceasefire_cf.columns import CODED, CONTEXT, SPAN_SUFFIX, CodedColumn

__all__ = ["CodedCeasefire", "Value", "from_row", "header", "to_row"]


@attrs.frozen
class Value:
    """One coded value."""

    text: str
    #: the words that it was coded from; none where a person who corrected a row gave none
    spans: tuple[Span, ...] = ()


@attrs.frozen
class CodedCeasefire:
    """One ceasefire as one article tells of it."""

    #: as `columns.CONTEXT`; an empty text is null
    context: Mapping[str, str]
    #: the values of each coded column; none where the text does not say
    cells: Mapping[str, tuple[Value, ...]]

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return self.context["ceasefire"]

    @property
    def article(self) -> str:
        """The id of its article."""
        return self.context["article"]

    def texts(self, column: str) -> tuple[str, ...]:
        """The values of a column."""
        return tuple(value.text for value in self.cells[column])


def header() -> tuple[str, ...]:
    """The names of all columns, each coded one followed by that of its spans."""
    return (*CONTEXT, *(name for column in CODED for name in (column.name, f"{column.name}{SPAN_SUFFIX}")))


def to_row(coded: CodedCeasefire) -> tuple[str | None, ...]:
    """The row of a ceasefire, in the order of `header`; null where a cell is empty."""
    cells = [coded.context[name] for name in CONTEXT]
    for column in CODED:
        values = coded.cells[column.name]
        cells.append(join(value.text for value in values))
        cells.append("; ".join(" ".join(f"{span.start}-{span.end}" for span in value.spans) for value in values))
    return tuple(cell or None for cell in cells)


def from_row(row: Mapping[str, str]) -> CodedCeasefire:
    """The ceasefire of a row. Raises `CeasefireError` where a cell is not written as above."""
    for name in ("ceasefire", "article"):
        if not row[name].strip():
            raise CeasefireError(f"{name} is empty")
    context = {name: row[name] for name in CONTEXT}
    cells = {column.name: _values(column, row[column.name], row[f"{column.name}{SPAN_SUFFIX}"]) for column in CODED}
    return CodedCeasefire(context, cells)


def _values(column: CodedColumn, texts: str, spans: str) -> tuple[Value, ...]:
    found = parted(texts)
    if not column.many and len(found) > 1:
        raise CeasefireError(f"{column.name} has {len(found)} values, but may have one; write \\; for a ; within it")
    for text in found:
        if column.values and text not in column.values:
            raise CeasefireError(f"{column.name} {text!r:.40} is none of {', '.join(column.values)}")
    of_each = [_spans(column, each) for each in spans.split(";")] if spans.strip() else []
    if of_each and len(of_each) != len(found):
        raise CeasefireError(f"{column.name} has {len(found)} values, but spans for {len(of_each)}")
    return tuple(Value(text, of_each[number] if of_each else ()) for number, text in enumerate(found))


def _spans(column: CodedColumn, text: str) -> tuple[Span, ...]:
    if not regex.fullmatch(r"\s*(?:\d+-\d+\s*)*", text):
        raise CeasefireError(f"{column.name}{SPAN_SUFFIX} {text!r:.40} is not written as 10-15 20-22")
    return tuple(Span(*map(int, each.split("-"))) for each in text.split())


def join(texts: Iterable[str]) -> str:
    """Several values as one cell."""
    return "; ".join(regex.sub(r"[\\;]", r"\\\g<0>", text) for text in texts)


def parted(cell: str) -> list[str]:
    """The values of a cell."""
    found = regex.findall(r"(?:[^\\;]|\\.|\\$)+", cell, flags=regex.DOTALL)
    return [regex.sub(r"\\(.)", r"\1", text.strip()) for text in found if text.strip()]
