"""The extractor of statements: what it gives, how it names its rules, whom it takes up, that it stays linear."""

from __future__ import annotations

import pytest

from ceasefire import Reader
from ceasefire.document import Document
from ceasefire.mentions import ActorMention, StatementMention
from ceasefire.models import Statement
from ceasefire.testing import count_calls
from ceasefire_id import lexicon
from ceasefire_id.language import Indonesian
from ceasefire_id.statements import StatementExtractor
from ceasefire_id.statements.vocabulary import Speech


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def read(reader: Reader, text: str) -> tuple[Statement, ...]:
    return reader.read(text, published="2025-11-12").statements


def test_spans_are_the_words_attributed(reader: Reader) -> None:
    text = "“Kami menunggu,” kata Presiden Kolombia Gustavo Petro. Ia mengatakan perundingan ditunda."
    for statement in read(reader, text):
        assert text[statement.span.start : statement.span.end] == statement.text
        assert not statement.text.startswith((" ", "“")) and not statement.text.endswith((" ", ",", ".", "”"))


def test_a_statement_names_its_verb_its_time_and_its_rule(reader: Reader) -> None:
    (statement,) = read(reader, "Turki mengatakan pada Senin (10/11) bahwa perbatasan dibuka dua jam sehari.")
    assert statement.verb == "mengatakan"
    assert statement.date is not None and statement.date.value == "2025-11-10"
    assert statement.by == "id-statements:reported-say"


def test_the_outlet_of_a_quotation_is_its_via(reader: Reader) -> None:
    text = "“Kami menunggu,” kata Presiden Kolombia Gustavo Petro, seperti dikutip dari Reuters, Senin (10/11)."
    (statement,) = read(reader, text)
    assert statement.via is not None and statement.via.name == "Reuters"


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
    assert read(reader, 'Baca juga: Hamas mengatakan "Kami Siap"') == ()


def test_it_gives_nothing_but_statements_and_keeps_nothing() -> None:
    extractor = StatementExtractor()
    assert extractor.gives == {StatementMention}
    assert extractor.needs == {ActorMention}
    document = Document("Hamas mengatakan pertukaran itu ditunda.", Indonesian())
    assert list(extractor.extract(document)) == list(extractor.extract(document))


def test_no_word_stands_in_two_classes_that_exclude_one_another() -> None:
    speech = Speech.load()
    for one, other in (("say", "tell"), ("demand", "propose"), ("accuse", "deny"), ("safe", "quoted"), ("say", "act")):
        assert getattr(speech, one).isdisjoint(getattr(speech, other)), (one, other)


@pytest.mark.parametrize("name", ["speech", "stance", "language"])
def test_no_list_of_the_lexicon_holds_a_word_twice(name: str) -> None:
    for table in lexicon.load(name).values():
        for key, words in table.items():
            assert len(words) == len(set(words)), key


@pytest.mark.parametrize(
    "unit",
    ["mengatakan ", "Rusia mengatakan, ", '"Ya," kata dia. ', "kata dia, ", "menurut dia, ", "dan mengatakan ", "“a "],
)
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    extractor = StatementExtractor()

    def calls(length: int) -> int:
        document = Document((unit * length)[:length], Indonesian())
        return count_calls(lambda: list(extractor.extract(document)))

    assert calls(40_000) < 5 * calls(10_000)
