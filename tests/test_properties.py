"""Whatever text comes in at the public door, what comes out holds together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import regex
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import ceasefire
from ceasefire.models import Report
from fuzz.soundness import check_sound, check_written

SEED = (Path(__file__).parents[1] / "seeds" / "suriah-2016-05-02.txt").read_text("utf-8")
VALIDATOR = jsonschema.Draft202012Validator(ceasefire.json_schema(ceasefire.Reader().registry.vocabulary))

# Words that rules start at, and what news has between them.
WORDS = """
gencatan senjata jeda kemanusiaan kondisi tenang kesepakatan diperpanjang dilanggar mengumumkan menolak
selama 24 jam sejak Senin (10/11) 27 Febuari 2016 pukul 08.00 WIB kemarin pekan lalu tiga hari awal
Rusia Suriah Aleppo Hamas Israel Damaskus PBB John Kerry tentara pemberontak pejabat dia mereka itu
menewaskan lebih dari 250 orang warga sipil luka-luka ratusan 1.200 belasan dua tewas sandera
kata mengatakan bahwa menurut dilansir ujarnya yang tapi mengecualikan kecuali di seluruh dan serta
. , “ ” " ' ( ) - – : … ?
"""
PIECES = [*WORDS.split(), " ", "\n", "\r\n", "\n\n"]
ODD = [
    *(
        "\0",
        "\ud800",
        "\udfff",
        "e\u0301",
        "\u202e",
        "\u200f",
        "\u200b",
        "\ufeff",
        "\u2028",
        "\u0085",
        "\x1b[31m",
        "\t",
    ),
    *("🕊️", "\U0001f469\u200d\U0001f467", "İ", "ﬁ", "عربي", "١٢", "²", "½"),
    *("9" * 400, "a" * 3000, "(" * 200, "“" * 100),
]


def _without_pairs(text: str) -> str:
    """A high surrogate before a low one is refused as input; everything else must be read."""
    return regex.sub("[\ud800-\udbff](?=[\udc00-\udfff])", "", text)


@st.composite
def made_up(draw: st.DrawFn) -> str:
    """Words of news in any order, now and then something odd."""
    pieces = draw(st.lists(st.sampled_from(PIECES) | st.sampled_from(ODD) | st.text(max_size=5), max_size=40))
    return _without_pairs(draw(st.sampled_from([" ", "", "\n", ", "])).join(pieces))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A stretch of the seed with pieces taken out, doubled, moved and replaced."""
    start = draw(st.integers(0, len(SEED) - 200))
    text = SEED[start : start + draw(st.integers(50, 800))]
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        to = min(len(text), at + draw(st.integers(0, 40)))
        change = draw(st.sampled_from(["out", "twice", "odd", "end", "case"]))
        piece = text[at:to]
        new = {"out": "", "twice": piece * 2, "odd": draw(st.sampled_from(ODD)), "end": "", "case": piece.swapcase()}
        text = text[:at] + new[change] + text[to:] + (piece if change == "end" else "")
    changed = [
        text,
        unicodedata.normalize("NFD", text),
        text.replace("\n", "\r\n"),
        text.translate({ord(mark): None for mark in ".,“”\"'()-:"}),
        text.upper(),
        text.lower(),
        " ".join(text.split()),
        text.replace(" ", ""),
    ]
    return _without_pairs(draw(st.sampled_from(changed)))


DATES = st.sampled_from(["2016-05-02", "2025-12-31", "2024-02-29", "0001-01-01", "9999-12-31", None])


@pytest.fixture(scope="module")
def reader() -> ceasefire.Reader:
    return ceasefire.Reader()


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=150)
@given(text=made_up() | mutated(), published=DATES)
@example(text="", published=None)
@example(text=SEED, published="2016-05-02")
@example(text=SEED[::-1], published="2016-05-02")
def test_any_text_gives_a_sound_report(reader: ceasefire.Reader, text: str, published: str | None) -> None:
    report = reader.read(text, published)
    check_sound(report, text)
    written = check_written(report, reader.registry.vocabulary, VALIDATOR)
    assert ceasefire.to_json(reader.read(text, published)) == written


@given(st.binary(max_size=200) | st.text(max_size=200))
@settings(max_examples=200)
def test_what_is_no_report_is_refused_with_faults(data: bytes | str) -> None:
    with pytest.raises(ceasefire.JSONError) as caught:
        ceasefire.from_json(data)
    assert caught.value.faults


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(data=st.data())
def test_a_report_with_anything_in_any_place_is_a_report_or_refused(
    reports: st.SearchStrategy[Report], data: st.DataObject
) -> None:
    written: Any = ceasefire.to_dict(data.draw(reports))
    holder = written
    while True:
        keys: Iterable[Any] = range(len(holder)) if isinstance(holder, list) else sorted(holder)
        if not keys:
            break
        key = data.draw(st.sampled_from(list(keys)))
        if isinstance(holder[key], (dict, list)) and data.draw(st.booleans()):
            holder = holder[key]
            continue
        holder[key] = data.draw(JSON)
        break
    try:
        report = ceasefire.from_dict(written, vocabulary=ceasefire.Reader(only=[]).registry.vocabulary)
    except ceasefire.JSONError as error:
        assert all(fault.path.startswith("$") for fault in error.faults)
    else:
        assert ceasefire.to_dict(report) == written
