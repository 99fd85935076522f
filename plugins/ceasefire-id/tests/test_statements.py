"""The extractor of statements: what it gives, how it names its rules, whom it takes up, that it stays linear."""

from __future__ import annotations

import pytest

from ceasefire import Reader
from ceasefire.models import Statement
from ceasefire.testing import check_gold
from ceasefire_id import lexicon
from ceasefire_id.statements.vocabulary import Speech


def read(reader: Reader, text: str) -> tuple[Statement, ...]:
    return reader.read(text, published="2025-11-12").statements


@pytest.mark.parametrize(
    "gold",
    [
        # The span is the words attributed, without marks and stops.
        '“{Kami menunggu|statement form=direct speaker="Gustavo Petro"},” kata Presiden Kolombia Gustavo Petro. '
        'Ia mengatakan {perundingan ditunda|statement form=indirect speaker="Gustavo Petro"}.',
        # A statement names its verb, its time and its rule.
        "Turki mengatakan pada Senin (10/11) bahwa "
        "{perbatasan dibuka dua jam sehari|statement verb=mengatakan date=2025-11-10 by=id-statements:reported-say}.",
        # The outlet of a quotation is its via.
        "“{Kami menunggu|statement via=Reuters},” kata Presiden Kolombia Gustavo Petro, seperti dikutip dari Reuters.",
    ],
)
def test_statements_in_their_sentences(reader: Reader, gold: str) -> None:
    check_gold(reader, gold, "2025-11-12")


def test_the_agent_of_a_passive_calls_it_so(reader: Reader) -> None:
    (statement,) = read(reader, 'Rancangan itu dikecam Hizbullah sebagai "penyerahan diri" dan dilupakan.')
    assert statement.by == "id-statements:lead-passive" and statement.form == "direct"
    assert statement.speaker is not None and statement.speaker.name == "Hizbullah"


def test_a_charge_needs_a_pause_and_another_side(reader: Reader) -> None:
    charge = "Juru bicara Hizbullah Mohammad Afif mengatakan tentara Israel menembaki dua desa."
    assert [s.stance for s in read(reader, charge)] == [None]
    assert [s.stance for s in read(reader, f"Gencatan senjata mulai berlaku Senin. {charge}")] == ["accuses"]
    own = "Gencatan senjata mulai berlaku Senin. Junta mengatakan pasukannya menembaki dua desa."
    assert [s.stance for s in read(reader, own)] == [None]


def test_a_clitic_takes_up_a_person_rather_than_a_body(reader: Reader) -> None:
    text = (
        "Presiden Kolombia Gustavo Petro mengatakan perundingan ditunda. PBB menyatakan jalan ke kota itu terputus.\n"
        "“Kami menunggu jawaban mereka,” ujarnya."
    )
    assert [s.speaker.name for s in read(reader, text) if s.speaker] == ["Gustavo Petro", "PBB", "Gustavo Petro"]


def test_an_outlet_that_closes_another_one_s_clause_is_no_speaker(reader: Reader) -> None:
    text = "Hamas mengatakan pertukaran itu ditunda, kata kantor berita Anadolu."
    (statement,) = read(reader, text)
    assert statement.speaker is not None and statement.speaker.name == "Hamas"
    assert statement.via is not None and statement.via.name == "Anadolu"


def test_furniture_says_nothing(reader: Reader) -> None:
    check_gold(reader, 'Baca juga: Hamas mengatakan "Kami Siap"', layers=["statement"])


def test_no_word_stands_in_two_classes_that_exclude_one_another() -> None:
    speech = Speech.load()
    for one, other in (("say", "tell"), ("demand", "propose"), ("accuse", "deny"), ("safe", "quoted"), ("say", "act")):
        assert getattr(speech, one).isdisjoint(getattr(speech, other)), (one, other)


@pytest.mark.parametrize("name", ["speech", "stance", "language"])
def test_no_list_of_the_lexicon_holds_a_word_twice(name: str) -> None:
    for table in lexicon.load(name).values():
        for key, words in table.items():
            assert len(words) == len(set(words)), key
