"""Numbers: whatever the grammar can spell reads back, and nothing is read inside a word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceasefire.mentions import NumberMention
from ceasefire.testing import check_gold, reader_with

READER = reader_with("id-language", "id-numbers")
DIGITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"))

numbers = st.one_of(st.integers(1, 2000), st.integers(1, 10**15 - 1))


def read(text: str) -> list[NumberMention]:
    return list(READER.read_with_document(text)[0].of(NumberMention))


def spelled(number: int) -> str:
    """The number in words, as schools teach it."""
    words = []
    for size, name in SCALES:
        count, number = divmod(number, size)
        if count == 1 and name == "ribu":
            words.append("seribu")
        elif count:
            words += [below_thousand(count), name]
    return " ".join([*words, below_thousand(number)]).strip()


def below_thousand(number: int) -> str:
    hundreds, number = divmod(number, 100)
    words = ["seratus"] if hundreds == 1 else [DIGITS[hundreds], "ratus"] if hundreds else []
    if number in (10, 11):
        words.append("sepuluh" if number == 10 else "sebelas")
    elif 12 <= number <= 19:
        words += [DIGITS[number - 10], "belas"]
    else:
        tens, ones = divmod(number, 10)
        words += [DIGITS[tens], "puluh"] if tens else []
        words += [DIGITS[ones]] if ones else []
    return " ".join(words)


@given(numbers)
def test_every_spelled_number_reads_back(number: int) -> None:
    words = spelled(number)
    text = f"Tercatat {words} orang mengungsi."
    (mention,) = read(text)
    assert (mention.min, mention.max) == (number, number)
    assert text[mention.bare.start : mention.bare.end] == words


@pytest.mark.parametrize(
    "gold",
    [
        "Sebanyak {2.202|number min=2202 max=2202 form=cardinal} warga pulang.",
        "Perang menewaskan {lebih dari 80|number min=81 max=none bare=80 bound=more} orang.",
        "Rapat {ketiga|number min=3 max=3 form=ordinal} itu dihadiri {sekitar 100|number min=90 max=110} utusan.",
    ],
)
def test_span_and_bounds(gold: str) -> None:
    check_gold(READER, gold)


@given(numbers)
def test_every_number_in_grouped_digits_reads_back(number: int) -> None:
    text = f"Sebanyak {number:,} orang mengungsi.".replace(",", ".")
    (mention,) = read(text)
    assert (mention.min, mention.max) == (number, number)


@given(st.integers(1, 999), st.integers(1, 9), st.sampled_from(SCALES))
def test_every_decimal_before_a_scale_reads_back(whole: int, decimal: int, scale: tuple[int, str]) -> None:
    (mention,) = read(f"Sebanyak {whole},{decimal} {scale[1]} orang mengungsi.")
    assert mention.min == mention.max == whole * scale[0] + decimal * scale[0] // 10


@given(st.integers(1, 10**9))
def test_bounds_keep_their_order(number: int) -> None:
    def bounds(phrase: str) -> tuple[int | None, int | None]:
        (mention,) = read(f"Perang menewaskan {phrase} orang.")
        return mention.min, mention.max

    assert bounds(f"lebih dari {number}") == (number + 1, None)
    assert bounds(f"sedikitnya {number}") == (number, None)
    assert bounds(f"hampir {number}") == (None, number - 1)
    assert bounds(f"paling banyak {number}") == (None, number)
    low, high = bounds(f"sekitar {number}")
    assert low is not None and high is not None and low <= number <= high
    assert 10 * low <= 9 * number < 10 * (low + 1) and 10 * (high - 1) < 11 * number <= 10 * high


@given(
    st.lists(st.sampled_from([*DIGITS[1:], "puluh", "ratus", "ribu", "belas", "koma", "setengah", "kedua"]), min_size=3)
)
def test_number_words_inside_a_word_are_none(words: list[str]) -> None:
    assert read(f"Desa {''.join(words).capitalize()} sepi.") == []


@given(st.text(max_size=400))
@settings(max_examples=200)
def test_any_text_gives_clean_mentions(text: str) -> None:
    end = 0
    for mention in read(text):
        assert end <= mention.span.start <= mention.bare.start < mention.bare.end <= mention.span.end <= len(text)
        assert mention.min is None or mention.max is None or mention.min <= mention.max
        end = mention.span.end


PIECES = """
    sekitar lebih dari 2.202 1,5 juta antara 10 dan - hingga puluhan ribu dua orang persen pukul tahun 2003 (24) , .
    sedikitnya beberapa seorang tidak ada korban
"""
pieces = st.sampled_from([*PIECES.split(), "\n"])


@given(st.lists(pieces, max_size=40))
@settings(max_examples=200)
def test_any_words_of_number_give_clean_mentions(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for mention in read(text):
        assert end <= mention.span.start <= mention.bare.start < mention.bare.end <= mention.span.end <= len(text)
        end = mention.span.end
