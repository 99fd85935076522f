"""What is read of pauses in plain sentences, and what no case of a corpus can say: whole texts, order, silence."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest

import ceasefire
from ceasefire import Reader
from ceasefire.document import Document
from ceasefire.mentions import Mention
from ceasefire.models import Actor, Diagnostic, Pause
from ceasefire.testing import check_gold, reader_with
from ceasefire_id.language import Indonesian
from ceasefire_id.scope import ScopeExtractor

DAY = "2025-11-12"
PLUGINS = ("id-language", "id-numbers", "id-dates", "id-names", "id-casualties", "id-scope", "id-statements")

#: three pauses: one that is broken, one of before, one that is asked for
ARTICLE = (
    "Gencatan senjata antara Thailand dan Kamboja mulai berlaku pada Senin (10/11) di Preah Vihear. "
    "Tentara Thailand menuduh Kamboja melanggar gencatan senjata itu.\n\n"
    "Gencatan senjata sebelumnya runtuh pada 3 Oktober. PBB menyerukan gencatan senjata permanen."
)


def only_pause(text: str) -> Pause:
    (pause,) = ceasefire.read(text, DAY).pauses
    return pause


def names(actors: Iterable[Actor]) -> list[str]:
    return [actor.name for actor in actors]


# ---- plain sentences ---------------------------------------------------------------------------------------------


def test_who_announces_a_pause_of_their_own() -> None:
    pause = only_pause("Junta mengumumkan gencatan senjata sepihak.")
    assert (pause.label, pause.kind, pause.status) == ("gencatan senjata sepihak", "ceasefire", "agreed")
    assert names(pause.declared_by) == names(pause.parties) == ["Junta"] and not pause.brokers


def test_two_sides_and_the_day_on_which_it_begins() -> None:
    pause = only_pause("Gencatan senjata antara Thailand dan Kamboja mulai berlaku pada Senin (10/11).")
    assert names(pause.parties) == ["Thailand", "Kamboja"] and not pause.declared_by
    assert pause.status == "in_force" and pause.starts is not None and pause.starts.value == "2025-11-10"


def test_who_stands_between_the_sides() -> None:
    pause = only_pause("Turki menengahi gencatan senjata antara Pakistan dan Afghanistan.")
    assert names(pause.brokers) == ["Turki"] and names(pause.parties) == ["Pakistan", "Afghanistan"]


@pytest.mark.parametrize(
    ("text", "status", "event", "by"),
    [
        ("RSF melanggar gencatan senjata di Khartoum.", "violated", "violated", "RSF"),
        ("Hamas menolak gencatan senjata.", "rejected", "rejected", "Hamas"),
        ("Antonio Guterres menyerukan gencatan senjata segera di Sudan.", "proposed", "demanded", "Antonio Guterres"),
        ("Gencatan senjata antara Israel dan Hamas runtuh pada Minggu (9/11).", "ended", "ended", None),
        ("Gencatan senjata di Libya diperpanjang dua pekan hingga 24 November.", "extended", "extended", None),
    ],
)
def test_what_becomes_of_a_pause(text: str, status: str, event: str, by: str | None) -> None:
    pause = only_pause(text)
    assert pause.status == status
    assert [(e.type, e.by.name if e.by else None) for e in pause.events] == [(event, by)]


def test_where_it_holds_and_whom_it_leaves_out() -> None:
    scope = only_pause("Gencatan senjata di seluruh Suriah tidak berlaku bagi ISIS.").scope
    assert [part.region.name for part in scope.includes if part.region] == ["Suriah"]
    assert [part.actor.name for part in scope.excludes if part.actor] == ["ISIS"]


def test_those_who_fight_stop_without_a_noun_for_it() -> None:
    pause = only_pause("Pertempuran di Goma menewaskan 20 orang. M23 dan tentara Kongo sepakat menghentikan tembakan.")
    assert names(pause.parties) == ["M23", "tentara Kongo"] and pause.kind == "truce"


def test_a_charge_takes_up_the_pause_of_the_sentence_before() -> None:
    pause = only_pause(ARTICLE.partition("\n\n")[0])
    assert names(pause.parties) == ["Thailand", "Kamboja"]
    assert [event.type for event in pause.events] == ["started", "violated"]


# ---- silence -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Presiden meresmikan jembatan di Solo pada Senin.",
        # Trade has truces of its own.
        "Jeda tarif 90 hari antara China dan Amerika Serikat diperpanjang pada Senin (10/11).",
        "China dan Amerika Serikat sepakat menunda kenaikan tarif impor. Ekspor baja naik pada Senin (10/11).",
        "Pabrik semen itu menghentikan operasi mesinnya selama dua pekan.",
        "Film Gencatan Senjata tayang di bioskop pada Jumat (14/11).",
    ],
)
def test_other_news_gives_nothing(reader: Reader, text: str) -> None:
    check_gold(reader, text, DAY, layers=["pause", "scope", "event"])
    check_gold(reader, text, DAY, layers=["pause", "scope", "event", "fact", "stance"], source="mentions")


def test_link_lines_name_no_pause(reader: Reader) -> None:
    text = "Pasukan Ukraina maju di Kherson.\n\nBaca juga: Gencatan Senjata Paskah Berakhir"
    check_gold(reader, text, DAY, layers=["pause"])


# ---- whole texts -------------------------------------------------------------------------------------------------


def test_every_mention_stands_in_the_text(reader: Reader) -> None:
    document, _ = reader.read_with_document(ARTICLE, DAY)
    mentions = [mention for kind in ScopeExtractor.gives for mention in document.of(kind)]
    assert mentions
    for mention in mentions:
        words = ARTICLE[mention.span.start : mention.span.end]
        assert words and words == words.strip()


def test_pauses_of_one_text_are_told_apart(reader: Reader) -> None:
    assert [pause.status for pause in reader.read(ARTICLE, DAY).pauses] == ["violated", "ended", "proposed"]


def test_the_order_in_which_things_are_found_changes_nothing(reader: Reader) -> None:
    given, report = reader.read_with_document(ARTICLE, DAY)
    found = [mention for kind in given.types() if kind not in ScopeExtractor.gives for mention in given.of(kind)]
    extractor = ScopeExtractor()

    def read(mentions: list[Mention]) -> list[Mention | Diagnostic]:
        document = Document(ARTICLE, Indonesian(), given.published)
        for mention in mentions:
            document.add([mention])
        return [*extractor.extract(document)]

    once = read(found)
    assert once and report.pauses
    for seed in range(4):
        order = random.Random(seed)
        assert [*map(repr, read(order.sample(found, len(found))))] == [*map(repr, once)]
        assert reader_with(*order.sample(PLUGINS, len(PLUGINS))).read(ARTICLE, DAY) == report


def test_what_follows_an_article_does_not_reach_back(reader: Reader) -> None:
    alone = reader.read(ARTICLE, DAY)
    followed = reader.read(f"{ARTICLE}\n\nHarga beras naik pada Oktober, kata seorang pedagang.", DAY)
    assert [(p.label, p.status, names(p.parties)) for p in followed.pauses] == [
        (p.label, p.status, names(p.parties)) for p in alone.pauses
    ]
