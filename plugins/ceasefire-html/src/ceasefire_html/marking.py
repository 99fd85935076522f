"""The article cut into paragraphs and nested marks.

Marks may overlap in any way; HTML elements may not. A mark that crosses the end of the one around it or of a paragraph
goes on in a second element, which says so.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator

import attrs

from ceasefire.models import Span

__all__ = ["Mark", "Piece", "paragraphs"]


@attrs.frozen
class Mark:
    """Words of the article that belong to an item of the report."""

    span: Span
    #: the layer in whose colours they stand
    layer: str
    #: the anchor of the item
    item: str
    #: the anchor of this mark, unique on the page
    anchor: str
    #: what goes outside where two marks have one span: the smaller
    rank: int


@attrs.frozen
class Piece:
    """A step through a paragraph: plain text, or the beginning or end of a mark."""

    text: str | None = None
    opens: Mark | None = None
    #: whether the mark goes on from an element before
    continued: bool = False


#: the end of the innermost mark that is open
_CLOSE = Piece()


def paragraphs(text: str, marks: Iterable[Mark]) -> Iterator[tuple[Piece, ...]]:
    """The paragraphs of `text` in turn; a line is a paragraph, empty ones are left out."""
    waiting = [_Waiting(mark.span.start, -mark.span.end, mark.rank, n, mark) for n, mark in enumerate(marks)]
    heapq.heapify(waiting)
    start = 0
    for line in text.split("\n"):
        pieces = tuple(_pieces(text, start, start + len(line.rstrip()), waiting))
        if any(piece.text and piece.text.strip() for piece in pieces):
            yield pieces
        start += len(line) + 1


@attrs.frozen(order=True)
class _Waiting:
    """A mark, or what is left of it."""

    start: int
    minus_end: int
    rank: int
    number: int
    mark: Mark = attrs.field(order=False)
    #: whether a part of it has been shown
    begun: bool = attrs.field(default=False, order=False)


def _pieces(text: str, start: int, end: int, waiting: list[_Waiting]) -> Iterator[Piece]:
    """The pieces of one paragraph; takes its marks off `waiting` and puts back what reaches beyond it."""
    open_ends: list[int] = []
    at = start

    def up_to(target: int) -> Iterator[Piece]:
        nonlocal at
        while open_ends and open_ends[-1] <= target:
            if at < open_ends[-1]:
                yield Piece(text[at : open_ends[-1]])
                at = open_ends[-1]
            open_ends.pop()
            yield _CLOSE
        if at < target:
            yield Piece(text[at:target])
            at = target

    while waiting and waiting[0].start < end:
        left = heapq.heappop(waiting)
        begins, ends = max(left.start, start), -left.minus_end
        yield from up_to(begins)
        limit = min(ends, open_ends[-1] if open_ends else end, end)
        if ends > limit:
            heapq.heappush(waiting, attrs.evolve(left, start=limit, begun=left.begun or limit > begins))
        if limit > begins:
            open_ends.append(limit)
            yield Piece(opens=left.mark, continued=left.begun)
    yield from up_to(end)
