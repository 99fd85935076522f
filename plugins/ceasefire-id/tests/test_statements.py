"""The extractor of statements: what it gives, how it names its rules, whom it takes up, that it stays linear."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceasefire import Reader
from ceasefire.document import Document
from ceasefire.mentions import StatementMention
from ceasefire.models import Statement
from ceasefire.testing import check_gold, count_calls
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


def test_each_concept_of_stance_is_read_and_each_reading_has_a_concept() -> None:
    data = lexicon.load("stance_cues")
    found_in_code = {"absent", "refused", "without", "indispensable", "attack"}
    read = {concept for row in data["readings"] for concept in _listed(row["concept"])}
    assert read == set(data["concepts"]) | found_in_code


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def test_no_cue_of_stance_stands_twice_in_its_concept() -> None:
    for name, concept in lexicon.load("stance_cues")["concepts"].items():
        assert len(concept["words"]) == len(set(concept["words"])), name


def test_a_word_that_gives_no_stance_is_kept_for_the_trace() -> None:
    text = "Gencatan senjata berlaku Senin. Uni Eropa mengatakan gencatan senjata itu akan dipatuhi jika bantuan tiba."
    report = Reader(trace=True).read(text, published="2025-11-12")
    told = str(report.explain(report.statements[0].id))
    assert "id-statements:stance considered ⟨dipatuhi⟩" in told and "kept, future, by open" in told


LEXICON = sorted(path.stem for path in Path(lexicon.__file__).parent.glob("*.toml"))


@pytest.mark.parametrize("name", LEXICON)
def test_no_list_of_the_lexicon_holds_a_word_twice(name: str) -> None:
    for title, table in lexicon.load(name).items():
        for key, words in table.items() if isinstance(table, dict) else [(title, table)]:
            if isinstance(words, list) and all(isinstance(word, str) for word in words):
                assert len(words) == len(set(words)), f"{title}.{key}"


def test_stance_costs_no_more_in_a_long_text(reader: Reader) -> None:
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
