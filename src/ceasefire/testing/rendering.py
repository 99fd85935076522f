"""Differences in words: the sentence with what was wanted and read marked under it, then each item by itself.

::

    Jeda 72 jam berlaku sejak Senin (10/11).
                              ^^^^^ read
                              ^^^^^^^^^^^^^ wanted

    time "Senin (10/11)": read as "Senin", by id-dates:weekday
        value   wanted 2025-11-10
                read   2025-11-03
    time "72 jam": not read
    time "kemarin": read and not wanted, by id-dates:deictic
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from ceasefire.models import Span
from ceasefire.testing.comparison import Difference, FieldDifference
from ceasefire.testing.values import written

__all__ = ["told"]

#: columns of a line of the sentence
_WIDTH = 100
_INDENT = "    "


def told(heading: str, text: str, differences: Sequence[Difference]) -> str:
    """All differences of one sentence, for a reader who does not program."""
    lines = [heading, ""] if heading else []
    lines += [_INDENT + line for line in _marked(text, _pointers(differences))]
    lines.append("")
    for difference in differences:
        lines += [_INDENT + line for line in _item(difference)]
    return "\n".join(lines)


# ---- the items ---------------------------------------------------------------------------------------------------


def _item(difference: Difference) -> Iterator[str]:
    got, wanted = difference.got, difference.wanted
    by = f", by {got.by}" if got and got.by else ""
    if got is None:
        yield f"{difference.layer} {_quoted(wanted)}: not read{_stated(difference.fields)}"
        return
    if wanted is None:
        yield f"{difference.layer} {_quoted(got.called)}: read and not wanted{by}"
        return
    moved = difference.wanted_span is not None and got.span is not None and got.span != difference.wanted_span
    where = f"read as {_quoted(difference.read)}" if moved else "read otherwise"
    yield f"{difference.layer} {_quoted(wanted)}: {where}{by}"
    faulty = [field for field in difference.fields if not field.agrees]
    width = max((len(field.name) for field in faulty), default=0)
    for field in faulty:
        yield f"{_INDENT}{field.name:{width}}   wanted {written(field.wanted)}"
        yield f"{_INDENT}{'':{width}}   read   {written(field.got)}"


def _quoted(words: str | None) -> str:
    return '"' + " ".join((words or "").split()) + '"'


def _stated(fields: Sequence[FieldDifference]) -> str:
    stated = [f"{field.name}={written(field.wanted)}" for field in fields if field.name not in ("text", "name")]
    return f" (wanted {', '.join(stated)})" if stated else ""


# ---- the sentence ------------------------------------------------------------------------------------------------


@attrs.frozen
class _Pointer:
    """A stretch to mark under the sentence."""

    span: Span
    word: str


def _pointers(differences: Sequence[Difference]) -> list[_Pointer]:
    pointers: dict[tuple[Span, str], _Pointer] = {}
    for difference in differences:
        spans = {
            "wanted": difference.wanted_span,
            "read": difference.got.span if difference.got else None,
        }
        if spans["wanted"] == spans["read"]:
            spans = {"differs": spans["read"]}
        for word, span in spans.items():
            if span is not None:
                pointers[span, word] = _Pointer(span, word)
    return sorted(pointers.values(), key=lambda pointer: (pointer.span, pointer.word))


def _marked(text: str, pointers: Sequence[_Pointer]) -> Iterator[str]:
    """The text in lines, and under each line the stretches that lie in it, each with its word where it ends."""
    for line in _lines(text):
        # Signs without a width of their own would shift what stands under them, so each takes one column.
        yield "".join(sign if sign.isprintable() else " " for sign in text[line.start : line.end])
        for pointer in pointers:
            if pointer.span.overlaps(line):
                begin, end = max(pointer.span.start, line.start), min(pointer.span.end, line.end)
                word = f" {pointer.word}" if pointer.span.end <= line.end else ""
                yield " " * (begin - line.start) + "^" * (end - begin) + word


def _lines(text: str) -> Iterator[Span]:
    """The stretches of a text that are shown as lines: paragraphs, and within them as many words as fit."""
    start = 0
    for paragraph in text.splitlines(keepends=True):
        end = start + len(paragraph.rstrip("\r\n"))
        at = start
        while end - at > _WIDTH:
            gap = text.rfind(" ", at, at + _WIDTH)
            to = gap + 1 if gap > at else at + _WIDTH
            yield Span(at, to)
            at = to
        if end > at:
            yield Span(at, end)
        start += len(paragraph)
