"""What the corpus cannot show: whole texts, mentions, speed of leaving alone what speaks of no pause."""

from __future__ import annotations

from ceasefire import Reader
from ceasefire.testing import check_gold
from ceasefire_id.scope.vocabulary import EventWords, PauseWords, ScopeWords


def test_every_mention_stands_in_the_text(reader: Reader) -> None:
    gold = (
        "{Gencatan senjata|pause} di {Idlib|scope extent=whole} dan {sebagian Hama|scope extent=part} dimulai Senin. "
        "{Jeda|pause} itu tidak mencakup {Homs|scope extent=whole direction=exclude cue=mencakup}."
    )
    check_gold(reader, gold, "2025-11-12", source="mentions")


def test_a_text_without_a_pause_word_gives_nothing(reader: Reader) -> None:
    text = "Presiden meresmikan jembatan di Solo pada Senin."
    check_gold(reader, text, "2025-11-12", layers=["pause"])
    check_gold(reader, text, "2025-11-12", layers=["pause", "scope", "event", "fact"], source="mentions")


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
    check_gold(reader, text, "2025-11-12", layers=["pause"])


def test_no_verb_is_told_in_one_voice_twice() -> None:
    words = EventWords.load()
    for verb, voices in words.verbs.items():
        assert len({(voice.type, voice.voice) for voice in voices}) == len(voices), verb


def test_the_lexicon_is_folded() -> None:
    pauses, scope = PauseWords.load(), ScopeWords.load()
    words = pauses.heads | frozenset().union(*pauses.around.values(), *scope.subject.values(), *scope.adjunct.values())
    assert all(word == word.lower() for word in words)
