"""Figures of people harmed: what a corpus of sentences does not say."""

from __future__ import annotations

import pytest

from ceasefire import Reader
from ceasefire.mentions import CasualtyMention
from ceasefire.models import Casualty, Span
from ceasefire.testing import check_gold
from ceasefire_id import lexicon
from ceasefire_id.casualties.quantities import widened


def figures(reader: Reader, text: str) -> tuple[Casualty, ...]:
    return reader.read(text, "2025-11-12").casualties


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


@pytest.mark.parametrize(
    "gold",
    [
        # The count is the number with its bound.
        'Sebanyak {lebih dari 80 orang militan|casualty count.text="lebih dari 80" min=81} tewas.',
        # A figure has its place and its time.
        "Bom menewaskan {lima warga|casualty region=Aleppo time=2025-11-10} di Aleppo pada Senin (10/11).",
        # The day of the report is not the day of the harm.
        "Bom menewaskan {lima warga|casualty time=none}, dikutip dari SANA, Senin (10/11).",
        # Two outcomes of one quantity share their span.
        "Roket itu menewaskan dan melukai {ratusan warga|casualty outcome=killed|casualty outcome=wounded}.",
        # Odd spaces.
        "{Sedikitnya\u00a012\u00a0orang|casualty min=12} tewas  dan  {30|casualty min=30} lainnya\u00a0terluka.",
    ],
)
def test_figures_in_their_sentences(reader: Reader, gold: str) -> None:
    check_gold(reader, gold, "2025-11-12")


def test_links_of_other_articles_give_no_figures(reader: Reader) -> None:
    text = "Perundingan berlanjut.\n\nBaca juga: Ledakan di Kabul, 12 Orang Tewas\n\nDelegasi tiba Rabu."
    check_gold(reader, text, "2025-11-12", layers=["casualty"])


def test_two_outcomes_of_one_quantity_are_two_items(reader: Reader) -> None:
    killed, wounded = figures(reader, "Roket itu menewaskan dan melukai ratusan warga.")
    assert killed.id != wounded.id


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
