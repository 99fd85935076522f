"""What the corpus cannot show: whole texts, mentions, speed of leaving alone what speaks of no pause."""

from __future__ import annotations

import pytest

from ceasefire import Reader
from ceasefire.mentions import PauseMention, ScopeMention
from ceasefire_id.scope.vocabulary import EventWords, PauseWords, ScopeWords


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(strict=True)


def test_every_mention_stands_in_the_text(reader: Reader) -> None:
    text = "Gencatan senjata di Idlib dan sebagian Hama dimulai Senin. Jeda itu tidak mencakup Homs."
    document, _ = reader.read_with_document(text, "2025-11-12")
    assert [document.text_of(m.span) for m in document.of(PauseMention)] == ["Gencatan senjata", "Jeda"]
    assert [document.text_of(m.span) for m in document.of(ScopeMention)] == ["Idlib", "sebagian Hama", "Homs"]
    assert [m.extent for m in document.of(ScopeMention)] == ["whole", "part", "whole"]
    cue = document.of(ScopeMention)[-1].cue
    assert cue is not None
    assert document.text_of(cue) == "mencakup"


def test_a_text_without_a_pause_word_gives_nothing(reader: Reader) -> None:
    document, report = reader.read_with_document("Presiden meresmikan jembatan di Solo pada Senin.", "2025-11-12")
    assert not document.of(PauseMention)
    assert report.pauses == ()


def test_two_pauses_of_one_text_are_told_apart(reader: Reader) -> None:
    text = (
        "Gencatan senjata antara Thailand dan Kamboja dimulai Senin (10/11). "
        "Tentara Thailand menuduh Kamboja melanggar gencatan senjata itu.\n\n"
        "Gencatan senjata sebelumnya runtuh pada 3 Oktober. PBB menyerukan gencatan senjata permanen."
    )
    report = reader.read(text, "2025-11-12")
    assert [pause.status for pause in report.pauses] == ["violated", "ended", "proposed"]


def test_link_lines_name_no_pause(reader: Reader) -> None:
    text = "Pasukan Ukraina maju di Kherson.\n\nBaca juga: Gencatan Senjata Paskah Berakhir"
    assert reader.read(text, "2025-11-12").pauses == ()


def test_no_verb_is_told_in_one_voice_twice() -> None:
    words = EventWords.load()
    for verb, voices in words.verbs.items():
        assert len({(voice.type, voice.voice) for voice in voices}) == len(voices), verb


def test_the_lexicon_is_folded() -> None:
    pauses, scope = PauseWords.load(), ScopeWords.load()
    words = pauses.heads | frozenset().union(*pauses.around.values(), *scope.subject.values(), *scope.adjunct.values())
    assert all(word == word.lower() for word in words)
