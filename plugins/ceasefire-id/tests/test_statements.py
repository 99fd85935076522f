"""The extractor of statements: what it gives, how it names its rules, whom it takes up, that it stays linear."""

from __future__ import annotations

from pathlib import Path

import pytest

import ceasefire
from ceasefire import Reader
from ceasefire.document import Document
from ceasefire.mentions import StatementMention
from ceasefire.models import Statement
from ceasefire.testing import check_gold, count_calls, reader_with
from ceasefire_id import lexicon
from ceasefire_id.language import Indonesian
from ceasefire_id.statements import StatementExtractor
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


# ---- what a statement holds of a pause -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("Presiden Rusia Vladimir Putin mengatakan gencatan senjata masih berlaku.", "Vladimir Putin", "confirms"),
        ("Uni Afrika mendesak tentara Sudan dan RSF menyepakati gencatan senjata.", "Uni Afrika", "demands"),
        (
            "Gencatan senjata antara Israel dan Hamas berlaku sejak Senin (10/11). "
            '"Kami mendukung gencatan senjata ini," kata Presiden Mesir Abdel Fattah al-Sisi.',
            "Abdel Fattah al-Sisi",
            "supports",
        ),
        (
            '"Kami menolak gencatan senjata," kata Perdana Menteri Israel Benjamin Netanyahu.',
            "Benjamin Netanyahu",
            "rejects",
        ),
        (
            "Gencatan senjata antara Armenia dan Azerbaijan mulai berlaku Senin (10/11). "
            "Armenia menuduh Azerbaijan melanggar gencatan senjata itu.",
            "Armenia",
            "accuses",
        ),
    ],
)
def test_who_holds_what_of_a_pause(text: str, speaker: str, stance: str) -> None:
    report = ceasefire.read(text, "2025-11-12")
    (statement,) = report.statements
    assert statement.speaker is not None and (statement.speaker.name, statement.stance) == (speaker, stance)
    assert statement.about is report.pauses[0]


@pytest.mark.parametrize(
    "text",
    [
        # No pause is spoken of, so nothing is held of one.
        "Juru bicara Hizbullah Mohammad Afif mengatakan tentara Israel menembaki dua desa.",
        "Menteri Perdagangan China Wang Wentao mengatakan gencatan senjata tarif dengan AS akan diperpanjang 90 hari.",
        # One is, but the statement is about trade.
        "Gencatan senjata mulai berlaku Senin. Menteri Perdagangan Mesir mengatakan ekspor kapas naik.",
    ],
)
def test_what_is_about_no_pause_holds_nothing_of_one(reader: Reader, text: str) -> None:
    assert [(s.stance, s.about) for s in read(reader, text)] == [(None, None)]


def test_stance_is_told_with_its_pause_and_by_whom_it_was_read() -> None:
    text = "Gencatan senjata berlaku sejak Senin. Armenia menuduh Azerbaijan melanggar gencatan senjata itu."
    report = Reader(trace=True).read(text, published="2025-11-12")
    told = str(report.explain(report.statements[0].id))
    assert "id-scope:stance read" in told and "stance accuses" in told


def test_statements_are_read_without_the_reading_of_pauses() -> None:
    reader = reader_with("id-language", "id-numbers", "id-dates", "id-names", "id-statements")
    (statement,) = read(reader, "Presiden Rusia Vladimir Putin mengatakan gencatan senjata masih berlaku.")
    assert statement.speaker is not None and statement.speaker.name == "Vladimir Putin"
    assert (statement.stance, statement.about) == (None, None)


# ---- who speaks --------------------------------------------------------------------------------------------------


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


LEXICON = sorted(path.stem for path in Path(lexicon.__file__).parent.glob("*.toml"))


@pytest.mark.parametrize("name", LEXICON)
def test_no_list_of_the_lexicon_holds_a_word_twice(name: str) -> None:
    for title, table in lexicon.load(name).items():
        for key, words in table.items() if isinstance(table, dict) else [(title, table)]:
            if isinstance(words, list) and all(isinstance(word, str) for word in words):
                assert len(words) == len(set(words)), f"{title}.{key}"


def test_statements_cost_no_more_in_a_long_text(reader: Reader) -> None:
    unit = (
        "Gencatan senjata berakhir Senin. Rusia mengatakan jeda itu dilanggar Ukraina. “Ini awal yang baik,” kata "
        "Presiden Turki Recep Tayyip Erdogan. Junta menuduh tentara menembaki desa. “Itu bohong,” kata Hamas.\n"
    )
    extractor = StatementExtractor()

    def calls(times: int) -> int:
        given, _ = reader.read_with_document(unit * times, "2025-11-12")
        document = Document(unit * times, Indonesian())
        for kind in given.types():
            if kind is not StatementMention:
                document.add(given.of(kind))
        return count_calls(lambda: list(extractor.extract(document)))

    assert calls(40) < 5 * calls(10)
