"""The article cut into nested marks: whatever the spans, the text stays and elements nest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ceasefire.models import Span
from ceasefire_html.marking import Mark, Piece, paragraphs

TEXT = "Jeda itu rapuh.\n\n  Kata mereka, “tidak ada jeda”. \nSelesai"


def mark(start: int, end: int, number: int = 1, rank: int = 0) -> Mark:
    return Mark(Span(start, end), "layer", f"i{number}", f"m{number}", rank)


def told(*marks: Mark, text: str = TEXT) -> list[str]:
    """The paragraphs, each mark in brackets with its number; a mark that goes on has a `~`."""
    return ["".join(map(_told, pieces)) for pieces in paragraphs(text, marks)]


def _told(piece: Piece) -> str:
    if piece.opens:
        return f"[{piece.opens.item[1:]}{'~' if piece.continued else ''}:"
    return "]" if piece.text is None else piece.text


def test_a_mark_within_a_mark() -> None:
    assert told(mark(0, 8, 1), mark(5, 8, 2))[0] == "[1:Jeda [2:itu]] rapuh."


def test_marks_of_one_span_nest_by_rank() -> None:
    assert told(mark(0, 4, 1, rank=2), mark(0, 4, 2, rank=1))[0] == "[2:[1:Jeda]] itu rapuh."


def test_a_mark_that_crosses_another_goes_on_after_it() -> None:
    assert told(mark(0, 8, 1), mark(5, 14, 2))[0] == "[1:Jeda [2:itu]][2~: rapuh]."


def test_a_mark_goes_on_in_the_next_paragraph() -> None:
    assert told(mark(9, 23, 1))[:2] == ["Jeda itu [1:rapuh.]", "[1~:  Kata] mereka, “tidak ada jeda”."]


def test_a_mark_that_begins_with_the_end_of_a_line_begins_on_the_next() -> None:
    assert told(mark(15, 23, 1))[:2] == ["Jeda itu rapuh.", "[1:  Kata] mereka, “tidak ada jeda”."]


def test_a_mark_on_nothing_but_the_end_of_a_line_shows_nothing() -> None:
    assert told(mark(15, 17, 1))[0] == "Jeda itu rapuh."


@given(
    st.text(alphabet="ab \n\r\u2028", max_size=40).flatmap(
        lambda text: st.tuples(
            st.just(text),
            st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)), st.integers(0, 2)), max_size=8),
        )
    )
)
def test_text_is_kept_and_elements_nest_whatever_the_spans(case: tuple[str, list[tuple[int, int, int]]]) -> None:
    text, spans = case
    marks = [mark(min(a, b), max(a, b), n, rank) for n, (a, b, rank) in enumerate(spans) if a != b]
    shown = list(paragraphs(text, marks))
    lines = ["".join(piece.text or "" for piece in pieces) for pieces in shown]
    assert lines == [line.rstrip() for line in text.split("\n") if line.strip()]
    marked = dict.fromkeys((each.item for each in marks), "")
    for pieces in shown:
        open_marks: list[str] = []
        for piece in pieces:
            if piece.opens:
                open_marks.append(piece.opens.item)
            elif piece.text is None:
                open_marks.pop()
            else:
                for item in open_marks:
                    marked[item] += piece.text
        assert not open_marks
    for each in marks:
        assert "".join(marked[each.item].split()) == "".join(text[each.span.start : each.span.end].split())
