"""The contract of each part, and what the pack does for the Indonesian reading."""

from __future__ import annotations

import pytest
from ceasefire import Reader, json_schema
from ceasefire.testing import check_extractor, check_format, factories, reader_with
from icalendar import Calendar

from ceasefire_mindanao.icalendar_format import CalendarFormat

INDONESIAN = ("id-language", "id-numbers", "id-dates", "id-names", "id-scope")
MINDANAO = ("mindanao-terms", "mindanao-names", "mindanao-suspensions", "mindanao-ics")
NAMES = ["BIFF menyerang Pikit dan Kamp Darapanan.", "Tim Pemantau Internasional (IMT) tiba di Tipo-Tipo."]
SUSPENSIONS = [
    "Filipina mengumumkan SOMO pada Senin.",
    "NPA mencabut penghentian sementara operasi militer (SOMO) itu.",
]


def test_the_names_keep_the_contract() -> None:
    check_extractor("mindanao-names", NAMES, givers=["mindanao-terms"], repeated=["Datu Datu Piang ", "IMT ", "Kamp "])


def test_the_suspensions_keep_the_contract() -> None:
    check_extractor(
        "mindanao-suspensions",
        SUSPENSIONS,
        givers=["mindanao-terms", *INDONESIAN],
        repeated=["mengumumkan SOMO ", "penghentian ", "SOMO itu "],
        language="id",
    )


def test_the_calendar_keeps_the_contract_and_is_one() -> None:
    check_format(CalendarFormat, validate=Calendar.from_ical)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return reader_with(*MINDANAO, *INDONESIAN)


def test_a_place_of_the_pack_goes_into_the_scope_of_a_pause(reader: Reader) -> None:
    text = "Filipina dan MILF menyepakati gencatan senjata di Datu Piang."
    (pause,) = reader.read(text, "2025-11-12").pauses
    assert [(part.region.name, part.region.geonames) for part in pause.scope.includes if part.region] == [
        ("Datu Piang", 1715382)
    ]
    without = reader_with(*INDONESIAN).read(text, "2025-11-12")
    assert [region.geonames for region in without.regions] == [None], (
        "the Indonesian reading knows it now: drop it here"
    )


def test_the_terms_are_in_the_schema(reader: Reader) -> None:
    schema = str(json_schema(reader.registry.vocabulary))
    assert "suspension" in schema
    assert "camp" in schema


def test_a_pause_in_a_calendar() -> None:
    text = "A ceasefire in Pikit holds from Monday to Friday."
    place = factories.region("Pikit", in_text=text)
    pause = factories.pause("ceasefire", in_text=text, includes=[factories.scope_part(place)])
    report = factories.report(text, pause, published="2025-11-12")
    assert "BEGIN:VEVENT" not in CalendarFormat().render(report, text), "no day is known"

    reader = reader_with(*MINDANAO, *INDONESIAN)
    text = "Gencatan senjata di Pikit mulai berlaku Senin (10/11) pukul 18.00 WIB dan berakhir Jumat (14/11)."
    read = Calendar.from_ical(CalendarFormat().render(reader.read(text, "2025-11-12"), text))
    (event,) = read.walk("VEVENT")
    assert str(event["summary"]).lower() == "gencatan senjata"
    assert str(event["location"]) == "Pikit"
    assert event["dtstart"].to_ical() == b"20251110T110000Z"
    assert event["dtstamp"].to_ical() == b"20251112T000000Z"


def test_days_of_a_calendar_end_with_the_day_after() -> None:
    reader = reader_with(*MINDANAO, *INDONESIAN)
    text = "Gencatan senjata di Pikit mulai berlaku 10 November 2025 dan berakhir 14 November 2025."
    (event,) = Calendar.from_ical(CalendarFormat().render(reader.read(text, "2025-11-12"), text)).walk("VEVENT")
    assert (event["dtstart"].to_ical(), event["dtend"].to_ical()) == (b"20251110", b"20251115")
