"""An article under reading: words, sentences, quotations, mentions by type and place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasefire.document import Document, Words
from ceasefire.language import Furniture, PlainLanguage, Quotation
from ceasefire.mentions import NumberMention, TimeMention
from ceasefire.models import Span
from ceasefire.testing import count_calls


def document(text: str, language: Any = None) -> Document:
    return Document(text, language or PlainLanguage())


def time_at(start: int, end: int, by: str = "x:y") -> TimeMention:
    return TimeMention(span=Span(start, end), by=by, type="DATE", value=None)


# ---- words -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gencatan senjata, 24 jam.", ["gencatan", "senjata", "24", "jam"]),
        ("saat-saat ke-18 anak-anaknya", ["saat-saat", "ke-18", "anak-anaknya"]),
        ("Israel-Hamas al-Assad", ["israel", "hamas", "al", "assad"]),
        ("Jum'at Jum’at Qur`an", ["jum'at", "jum’at", "qur`an"]),
        ("'dikutip'", ["dikutip"]),
        ("2.202 08.00 1,5 250-an 3x", ["2.202", "08.00", "1,5", "250-an", "3x"]),
        ("2.202. 5,", ["2.202", "5"]),
        ("e\u0301cole ÉCOLE", ["e\u0301cole", "école"]),
        ("", []),
        ("– “…” 🕊", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    found = Words(text)
    assert found.folded == words
    assert len(found) == len(words)
    assert [text[a:b].lower() for a, b in zip(found.starts, found.ends, strict=True)] == words


def test_a_word_that_folding_lengthens_keeps_its_place() -> None:
    words = Words("İstanbul Senin")
    assert (words.starts, words.ends) == ([0, 9], [8, 14])


def test_words_are_found_by_what_they_read_and_where_they_stand() -> None:
    words = Words("jeda itu Jeda ITU damai")
    assert words.numbers(["jeda"]) == [0, 2]
    assert words.numbers({"itu", "jeda", "perang"}) == [0, 1, 2, 3]
    assert words.numbers([]) == []
    assert [words.first_at(p) for p in (0, 1, 5, 99)] == [0, 1, 1, 5]
    assert [words.last_before(p) for p in (0, 4, 8, 99)] == [-1, 0, 1, 4]
    found = document("jeda itu Jeda ITU damai")
    assert found.where("jeda", "damai") == [0, 9, 18]
    assert found.where("perang") == []
    assert found.has(frozenset({"perang", "damai"}))
    assert not found.has(frozenset({"perang"}))


# ---- text --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\n\n \t\n"])
def test_paragraphs_are_lines_without_white_space_around_them(line_end: str) -> None:
    text = f"  Satu. Dua! {line_end}\tTiga?  {line_end}"
    found = document(text)
    assert [found.text_of(span) for span in found.paragraphs] == ["Satu. Dua!", "Tiga?"]
    assert [found.text_of(span) for span in found.sentences] == ["Satu.", "Dua!", "Tiga?"]


def test_sentences_and_paragraphs_at_a_place() -> None:
    text = "\n Satu. Dua. \n\n Tiga."
    found = document(text)
    two, three = text.index("Dua"), text.index("Tiga")
    assert found.sentence_at(0) == Span(0, len(text))
    assert found.text_of(found.sentence_at(two + 1)) == "Dua."
    assert found.text_of(found.sentence_at(two + 4)) == "Dua."
    assert found.text_of(found.sentence_at(three)) == "Tiga."
    assert [found.sentence_number(p) for p in (0, 2, two, three)] == [-1, 0, 1, 2]
    assert found.text_of(found.paragraph_at(two)) == "Satu. Dua."
    assert [found.paragraph_number(p) for p in (0, 2, three, 99)] == [-1, 0, 1, 1]
    assert document("").sentence_at(0) == Span(0, 0)


@attrs.frozen
class Bracketed(PlainLanguage):
    """Quotations are in brackets and may nest; a line of stars is furniture."""

    code = "x-brackets"

    def quotations(self, text: str, paragraph: Span) -> Iterable[Quotation]:
        opened, found = [], []
        for at in range(paragraph.start, paragraph.end):
            if text[at] == "[":
                opened.append(at)
            elif text[at] == "]" and opened:
                start = opened.pop()
                found.append(Quotation(Span(start, at + 1), Span(start + 1, at)))
        return sorted(found, key=lambda quotation: quotation.span)

    def furniture(self, text: str, paragraph: Span, first: bool) -> Iterable[Furniture]:
        if text[paragraph.start] == "*":
            yield Furniture(paragraph, "link")
        elif first:
            yield Furniture(Span(paragraph.start, paragraph.start + 1), "dateline")


def test_the_innermost_quotation_at_a_place() -> None:
    text = "a [b [c] d [e] f] g"
    found = document(text, Bracketed())

    def inner(words: str) -> str | None:
        quotation = found.quotation_at(text.index(words))
        return found.text_of(quotation.inner) if quotation else None

    assert [inner(each) for each in "abcdefg"] == [
        None,
        "b [c] d [e] f",
        "c",
        "b [c] d [e] f",
        "e",
        "b [c] d [e] f",
        None,
    ]
    assert found.quotation_at(text.index("[b")) is None


@given(st.text(alphabet="[] a\n", max_size=60))
def test_the_innermost_quotation_is_the_last_that_holds_the_place(text: str) -> None:
    found = document(text, Bracketed())
    for position in range(len(text)):
        holding = [q for q in found.quotations if q.inner.start <= position < q.inner.end]
        assert found.quotation_at(position) == (holding[-1] if holding else None)


def test_furniture() -> None:
    text = "Kota. Jeda\n* Baca\nJeda"
    found = document(text, Bracketed())
    assert found.in_furniture(Span(0, 4))
    assert found.in_furniture(Span(0, 4), "dateline", "credit")
    assert not found.in_furniture(Span(0, 4), "link")
    assert not found.in_furniture(Span(6, 10))
    assert found.in_furniture(Span(12, 13))
    assert not found.in_furniture(Span(18, 22))


def test_the_plain_language_pairs_quotation_marks_within_a_paragraph() -> None:
    found = document('"Satu" kata “dua “tiga” empat\n"lima')
    assert [found.text_of(quotation.inner) for quotation in found.quotations] == ["Satu", "tiga"]
    assert found.furniture == ()


# ---- mentions ----------------------------------------------------------------------------------------------------


def test_mentions_are_kept_by_type_and_sorted_by_span() -> None:
    found = document("0123456789")
    number = NumberMention(span=Span(1, 2), by="x:n", min=1, max=1, bare=Span(1, 2))
    late, long, short = time_at(6, 8), time_at(2, 5), time_at(2, 3)
    found.add([late, number])
    found.add([long, short])
    assert found.of(TimeMention) == [short, long, late]
    assert found.of(NumberMention) == [number]
    assert set(found.types()) == {TimeMention, NumberMention}
    assert document("").of(TimeMention) == ()


def test_mentions_are_found_by_place() -> None:
    found = document("0123456789")
    first, second, third = time_at(0, 6), time_at(2, 4), time_at(4, 6)
    found.add([third, second, first])
    assert found.within(TimeMention, Span(2, 6)) == [second, third]
    assert found.overlapping(TimeMention, Span(5, 9)) == [first, third]
    assert found.overlapping(TimeMention, Span(6, 9)) == []
    assert found.starting_in(TimeMention, 2, 4) == [second]
    assert found.starting_at(TimeMention, 2) is second
    assert found.starting_at(TimeMention, 3) is None
    assert found.ending_at(TimeMention, 6) is first
    assert found.ending_at(TimeMention, 4) is second
    assert found.ending_at(TimeMention, 0) is None
    assert found.within(NumberMention, Span(0, 9)) == found.overlapping(NumberMention, Span(0, 9)) == []


SPANS = st.tuples(st.integers(0, 29), st.integers(1, 8)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_looking_up_by_bisection_is_looking_through_all(spans: list[Span], wanted: Span) -> None:
    found = document("x" * 40)
    mentions = sorted((time_at(span.start, span.end) for span in spans), key=lambda mention: mention.span)
    found.add(mentions[::2])
    found.add(mentions[1::2])
    assert found.of(TimeMention) == mentions or not mentions
    assert list(found.overlapping(TimeMention, wanted)) == [m for m in mentions if m.span.overlaps(wanted)]
    assert list(found.within(TimeMention, wanted)) == [m for m in mentions if wanted.covers(m.span)]


def test_what_several_extractors_share_is_worked_out_once() -> None:
    found, calls = document("x"), list[str]()

    def analyse(document: Document) -> int:
        calls.append(document.text)
        return len(calls)

    assert [found.remember("key", analyse), found.remember("key", analyse)] == [1, 1]
    assert found.remember("other", analyse) == 2


# ---- time --------------------------------------------------------------------------------------------------------

HOSTILE = {
    "digits": "1", "points": "1.", "quotes": '"', "opening quotes": "“", "quoted words": '"a" ', "apostrophes": "a'",
    "hyphens": "a-", "lines": "Jeda itu\n", "blank lines": "\r\n", "spaces": " ", "one sentence": "kata dia ",
    "full stops": ".", "sentences": "Ya. ", "marks": "e\u0301", "NUL": "\0", "emoji": "🕊️", "letters": "a",
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_megabyte_of_anything_takes_work_by_its_length(kind: str) -> None:
    def build_and_ask(length: int) -> None:
        found = document((HOSTILE[kind] * length)[:length])
        for position in range(0, length, length // 50):
            found.quotation_at(position)
            found.sentence_at(position)
            found.in_furniture(Span(position, position + 1))

    def calls(length: int) -> int:
        return count_calls(lambda: build_and_ask(length))

    assert calls(1_000_000) < 12 * calls(100_000)
