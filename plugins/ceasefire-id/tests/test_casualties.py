"""Figures of people harmed: what a corpus of sentences does not say."""

from __future__ import annotations

import pytest

from ceasefire import Reader
from ceasefire.mentions import CasualtyMention, NumberMention
from ceasefire.models import Casualty, Span
from ceasefire_id import lexicon
from ceasefire_id.casualties import CasualtiesExtractor
from ceasefire_id.casualties.quantities import widened


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def figures(reader: Reader, text: str) -> tuple[Casualty, ...]:
    return reader.read(text, "2025-11-12").casualties


def test_extractor_needs_numbers_and_gives_casualties() -> None:
    extractor = CasualtiesExtractor()
    assert extractor.needs == {NumberMention}
    assert extractor.gives == {CasualtyMention}


@pytest.mark.parametrize(
    ("bound", "limits"),
    [
        ("least", (43, None)),
        ("more", (44, None)),
        ("less", (None, 42)),
        ("most", (None, 43)),
        ("about", (38, 48)),
    ],
)
def test_bound_reaching_over_widens_outward(bound: str, limits: tuple[int | None, int | None]) -> None:
    assert widened(bound, 43, 43) == limits


def test_count_is_the_number_with_its_bound(reader: Reader) -> None:
    (figure,) = figures(reader, "Sebanyak lebih dari 80 orang militan tewas.")
    assert figure.text == "lebih dari 80 orang militan"
    assert figure.count.text == "lebih dari 80"


def test_two_outcomes_of_one_quantity_share_their_span(reader: Reader) -> None:
    killed, wounded = figures(reader, "Roket itu menewaskan dan melukai ratusan warga.")
    assert killed.span == wounded.span
    assert (killed.outcome, wounded.outcome) == ("killed", "wounded")
    assert killed.id != wounded.id


def test_figure_carries_its_place_and_time(reader: Reader) -> None:
    (figure,) = figures(reader, "Bom menewaskan lima warga di Aleppo pada Senin (10/11).")
    assert figure.region is not None
    assert figure.region.name == "Aleppo"
    assert figure.time is not None
    assert figure.time.value == "2025-11-10"


def test_day_of_the_report_is_not_the_day_of_the_harm(reader: Reader) -> None:
    (figure,) = figures(reader, "Bom menewaskan lima warga, dikutip dari SANA, Senin (10/11).")
    assert figure.time is None


@pytest.mark.parametrize(
    "text", ["", " ", "Tewas.", "12", "12 orang", "orang 12 tewas 12", "menewaskan", "\n\n5\n tewas"]
)
def test_stubs_do_not_fail(reader: Reader, text: str) -> None:
    figures(reader, text)


def test_spans_hold_their_text_behind_odd_spaces(reader: Reader) -> None:
    text = "Sedikitnya\u00a012\u00a0orang tewas  dan  30 lainnya\u00a0terluka."
    for figure in figures(reader, text):
        assert text[figure.span.start : figure.span.end] == figure.text
    assert [figure.count.min for figure in figures(reader, text)] == [12, 30]


def test_links_of_other_articles_give_no_figures(reader: Reader) -> None:
    text = "Perundingan berlanjut.\n\nBaca juga: Ledakan di Kabul, 12 Orang Tewas\n\nDelegasi tiba Rabu."
    assert figures(reader, text) == ()


def test_no_word_is_both_a_thing_and_a_person() -> None:
    words = lexicon.load("casualties")
    persons = {noun for nouns in words["heads"].values() for noun in nouns}
    assert persons.isdisjoint(words["things"]["words"])


def test_no_noun_is_of_two_kinds_of_victims() -> None:
    seen: dict[str, str] = {}
    for victims, nouns in lexicon.load("casualties")["heads"].items():
        for noun in nouns:
            assert seen.setdefault(noun, victims) == victims, noun


def test_no_verb_tells_two_outcomes() -> None:
    words = lexicon.load("casualties")
    seen: dict[str, str] = {}
    for side in ("state", "active"):
        for outcome, tables in words[side].items():
            for verb in (verb for verbs in tables.values() for verb in verbs):
                assert seen.setdefault(verb, outcome) == outcome, verb


def test_mention_points_at_the_number(reader: Reader) -> None:
    text = "Sekitar 30 tentara gugur."
    document, report = reader.read_with_document(text, "2025-11-12")
    (mention,) = document.of(CasualtyMention)
    assert mention.count == Span(0, 10)
    assert report.casualties[0].by == mention.by
