"""What was wanted of a sentence against what was read in it: which item answers which, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

import attrs

from ceasefire.models import Span
from ceasefire.testing.markup import Mark
from ceasefire.testing.readings import Got
from ceasefire.testing.values import agrees, field_of, plain

__all__ = ["Difference", "FieldDifference", "compare_listed", "compare_marked"]


@attrs.frozen
class FieldDifference:
    """A stated field, as it was wanted and as it was read; they may agree."""

    name: str
    wanted: Any
    got: Any
    agrees: bool


@attrs.frozen
class Difference:
    """Something wanted that was read otherwise or not at all, or something read that was not wanted."""

    layer: str
    #: what was wanted, in words; null where nothing was
    wanted: str | None
    #: what was read; null where nothing was
    got: Got | None
    #: where the wanted words stand; null where the corpus does not say or the text has no such words
    wanted_span: Span | None
    fields: tuple[FieldDifference, ...] = ()
    #: the words that were read; null where nothing was or it has no one place
    read: str | None = None


# ---- marks: by span ----------------------------------------------------------------------------------------------


def compare_marked(layer: str, marks: Sequence[Mark], got: Sequence[Got], text: str) -> list[Difference]:
    """Marks against what was read in one layer: span, words and fields together.

    Each mark is answered by what has its span and most of its fields, one to one. What is left over on both sides
    and overlaps is shown together, as a span gone wrong.
    """
    left = list(got)
    answers: dict[int, Got] = {}
    for fits in (_wholly, _by_span, _nearly):
        for number, mark in enumerate(marks):
            if number not in answers and (found := fits(mark, left, text)):
                left.remove(found)
                answers[number] = found
    differences = []
    for number, mark in enumerate(marks):
        answer = answers.get(number)
        fields = tuple(_fields(mark.fields, answer, text))
        if answer is None or answer.span != mark.span or not all(field.agrees for field in fields):
            words = text[mark.span.start : mark.span.end]
            differences.append(Difference(layer, words, answer, mark.span, fields, _words(answer, text)))
    return differences + [Difference(layer, None, surplus, None, (), _words(surplus, text)) for surplus in left]


def _words(got: Got | None, text: str) -> str | None:
    return text[got.span.start : got.span.end] if got and got.span else None


def _wholly(mark: Mark, left: Sequence[Got], text: str) -> Got | None:
    return next((g for g in left if g.span == mark.span and _faults(mark, g, text) == 0), None)


def _by_span(mark: Mark, left: Sequence[Got], text: str) -> Got | None:
    same = [g for g in left if g.span == mark.span]
    return min(same, key=lambda g: _faults(mark, g, text), default=None)


def _nearly(mark: Mark, left: Sequence[Got], text: str) -> Got | None:
    def shared(got: Got) -> int:
        return 0 if got.span is None else min(got.span.end, mark.span.end) - max(got.span.start, mark.span.start)

    overlapping = [g for g in left if shared(g) > 0]
    return max(overlapping, key=shared, default=None)


def _faults(mark: Mark, got: Got, text: str) -> int:
    return sum(not agrees(value, field_of(got.item, name, text), text) for name, value in mark.fields.items())


# ---- lists: in the order of the text -----------------------------------------------------------------------------


def compare_listed(layer: str, wanted: Sequence[Mapping[str, Any]], got: Sequence[Got], text: str) -> list[Difference]:
    """A list of tables against what was read in one layer, in the order of the text; only stated fields count."""
    if len(wanted) == len(got):
        pairs: list[tuple[Mapping[str, Any] | None, Got | None]] = list(zip(wanted, got, strict=True))
    else:
        pairs = list(_aligned(wanted, got))
    differences = []
    after = 0
    for want, answer in pairs:
        span = None if want is None else _where(want, text, after)
        after = span.start if span else after
        fields = tuple(_fields(want or {}, answer, text))
        if want is None or answer is None or not all(field.agrees for field in fields):
            called = None if want is None else _called(want)
            differences.append(Difference(layer, called, answer, span, fields, _words(answer, text)))
    return differences


def _aligned(
    wanted: Sequence[Mapping[str, Any]], got: Sequence[Got]
) -> Iterator[tuple[Mapping[str, Any] | None, Got | None]]:
    """Pairs of what seems to be the same; what has no match stands alone."""
    matcher = SequenceMatcher(None, [_called(want) for want in wanted], [g.called for g in got], autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind == "equal" or (kind == "replace" and last - first == end - begin):
            yield from zip(wanted[first:last], got[begin:end], strict=True)
        else:
            yield from ((want, None) for want in wanted[first:last])
            yield from ((None, answer) for answer in got[begin:end])


def _called(want: Mapping[str, Any]) -> str:
    return str(next((want[field] for field in ("text", "name", "label", "code") if field in want), dict(want)))


def _where(want: Mapping[str, Any], text: str, after: int) -> Span | None:
    """The words of a wanted item, the first time that they stand after the one before."""
    words = want.get("text", want.get("name", want.get("label")))
    if not isinstance(words, str) or not words:
        return None
    start = text.find(words, after)
    start = text.find(words) if start < 0 else start
    return Span(start, start + len(words)) if start >= 0 else None


def _fields(wanted: Mapping[str, Any], got: Got | None, text: str) -> Iterator[FieldDifference]:
    for name, value in wanted.items():
        actual = None if got is None else field_of(got.item, name, text)
        yield FieldDifference(name, value, plain(actual, text), got is not None and agrees(value, actual, text))
