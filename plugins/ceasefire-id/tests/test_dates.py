"""Times: every date and clock in every form of the press reads back, whatever the text."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ceasefire.document import Document
from ceasefire.mentions import TimeMention
from ceasefire.testing import reader_with
from ceasefire_id.dates.atoms import AtomRule, AtomRules
from ceasefire_id.dates.calendar import calendar_rules, period_rules
from ceasefire_id.dates.days import clock_rules, day_rules, deictic_rules
from ceasefire_id.dates.lexemes import Lexemes
from ceasefire_id.dates.references import reference_rules
from ceasefire_id.language import Indonesian

READER = reader_with("id-language", "id-numbers", "id-dates")
INDONESIAN = Indonesian()
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
PUBLISHED = date(2025, 11, 12)

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
near_days = st.integers(-90, 60).map(lambda step: PUBLISHED + timedelta(days=step))


def read_all(text: str, published: date | None = PUBLISHED) -> tuple[list[TimeMention], list[str]]:
    document, report = READER.read_with_document(text, published)
    return list(document.of(TimeMention)), [note.code for note in report.diagnostics]


def read(text: str, published: date | None = PUBLISHED) -> list[TimeMention]:
    return read_all(text, published)[0]


# ---- dates and clocks read back ------------------------------------------------------------------------------------

WITH_YEAR = (
    "{d} {month} {y}",
    "tanggal {d} {month} {y}",
    "{weekday} {d} {month} {y}",
    "{weekday}, {d} {month} {y}",
    "hari {weekday}, {d} {month} {y}",
    "hari {weekday} tanggal {d} {month} {y}",
    "{weekday} ({d}/{m}/{y})",
    "{weekday} ({d:02}/{m:02}/{y})",
    "{weekday}, ({d}/{m}/{y})",
    "hari {weekday} ({d}/{m}/{y})",
    "{weekday} ({d} {month} {y})",
    "{y}-{m:02}-{d:02}",
    "{d:02}-{m:02}-{y}",
)
WITHOUT_YEAR = (
    "{weekday} ({d}/{m})",
    "{weekday} ({d:02}/{m:02})",
    "hari {weekday} ({d}/{m})",
    "{weekday} ({d} {month})",
    "{weekday} {d} {month}",
)


def written(form: str, day: date) -> str:
    parts = {"d": day.day, "m": day.month, "y": day.year, "month": MONTHS[day.month - 1]}
    return form.format(weekday=WEEKDAYS[day.weekday()], **parts)


@pytest.mark.parametrize("form", WITH_YEAR)
@given(day=days)
@settings(max_examples=60)
def test_every_date_reads_back(form: str, day: date) -> None:
    phrase = written(form, day)
    text = f"Naskah damai itu diteken pada {phrase} di ibu kota."
    mentions, codes = read_all(text)
    (mention,) = mentions
    assert text[mention.span.start : mention.span.end] == phrase
    assert (mention.type, mention.value, codes) == ("DATE", day.isoformat(), [])
    assert mention.start is not None and mention.end is not None
    assert datetime.fromisoformat(mention.start).date() == day


@pytest.mark.parametrize("form", WITHOUT_YEAR)
@given(day=near_days)
@settings(max_examples=60)
def test_dates_without_a_year_read_back_near_the_publication(form: str, day: date) -> None:
    phrase = written(form, day)
    (mention,) = read(f"Naskah damai itu dibahas pada {phrase} di ibu kota.")
    assert mention.value == day.isoformat()


@given(day=days, other=st.integers(1, 6))
def test_a_bracket_beats_its_weekday_and_says_so(day: date, other: int) -> None:
    assume(day.day > 12)  # else the month may come first
    weekday = WEEKDAYS[(day.weekday() + other) % 7]
    mentions, codes = read_all(f"Rapat digelar {weekday} ({day.day}/{day.month}/{day.year}).")
    assert [mention.value for mention in mentions] == [day.isoformat()]
    assert codes == ["weekday-disagrees"]


@given(
    day=days,
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
    zone=st.sampled_from(["", "WIB", "WITA", "WIT", "GMT"]),
)
def test_every_clock_reads_back(day: date, hour: int, minute: int, zone: str) -> None:
    phrase = f"{written('{weekday} ({d}/{m}/{y})', day)} pukul {hour:02}.{minute:02} {zone}".strip()
    text = f"Jeda berlaku {phrase}, kata utusan itu."
    (mention,) = read(text)
    offset = {"": "", "WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00", "GMT": "Z"}[zone]
    assert text[mention.span.start : mention.span.end] == phrase
    assert mention.value == f"{day.isoformat()}T{hour:02}:{minute:02}{offset}"


@given(
    first=st.integers(1, 27), length=st.integers(1, 4), month=st.sampled_from(range(12)), year=st.integers(1900, 2100)
)
def test_both_ends_of_a_range_of_days_read_back(first: int, length: int, month: int, year: int) -> None:
    last = min(first + length, 28)
    assume(first < last)
    mentions = read(f"Jeda berlaku {first}-{last} {MONTHS[month]} {year} saja.")
    assert [m.value for m in mentions] == [f"{year}-{month + 1:02}-{day:02}" for day in (first, last)]


@given(amount=st.integers(1, 500), unit=st.sampled_from(["detik", "menit", "jam", "hari", "pekan", "bulan", "tahun"]))
def test_every_length_reads_back(amount: int, unit: str) -> None:
    (mention,) = read(f"Jeda selama {amount} {unit} itu disepakati.")
    sign = {
        "detik": "T{}S",
        "menit": "T{}M",
        "jam": "T{}H",
        "hari": "{}D",
        "pekan": "{}W",
        "bulan": "{}M",
        "tahun": "{}Y",
    }
    assert (mention.type, mention.value) == ("DURATION", "P" + sign[unit].format(amount))


# ---- the publication date --------------------------------------------------------------------------------------------


@given(published=days, weekday=st.sampled_from(range(7)))
def test_a_bare_weekday_is_the_latest_one_not_after_the_publication(published: date, weekday: int) -> None:
    (mention,) = read(f"Kedua kubu bertemu pada {WEEKDAYS[weekday]}.", published)
    day = date.fromisoformat(mention.value or "")
    assert day.weekday() == weekday and timedelta(0) <= published - day < timedelta(days=7)


@given(published=days, weekday=st.sampled_from(range(7)))
def test_a_weekday_to_come_is_the_first_one_not_before_it(published: date, weekday: int) -> None:
    (mention,) = read(f"Kedua kubu akan bertemu pada {WEEKDAYS[weekday]}.", published)
    day = date.fromisoformat(mention.value or "")
    assert day.weekday() == weekday and timedelta(0) <= day - published < timedelta(days=7)


@pytest.mark.parametrize(
    "text",
    ["Mereka bertemu kemarin.", "Mereka bertemu Senin.", "Mereka bertemu pekan lalu.", "Mereka bertemu dua hari lalu."],
)
def test_without_a_publication_date_nothing_is_guessed(text: str) -> None:
    mentions, codes = read_all(text, None)
    assert [(m.value, m.start, m.end) for m in mentions] == [(None, None, None)]
    assert codes == ["no-anchor"]


def test_without_a_publication_date_full_dates_are_read() -> None:
    mentions, codes = read_all("Naskah diteken 27 Februari 2016, lalu dibaca 3 Maret dan pukul 18.00.", None)
    assert [m.value for m in mentions] == ["2016-02-27", "2016-03-03", "2016-03-03T18:00"]
    assert codes == []


def test_a_day_without_a_year_keeps_what_it_says() -> None:
    (mention,) = read("Naskah diteken 27 Februari.", None)
    assert (mention.value, mention.start) == ("XXXX-02-27", None)


def test_intervals_are_in_the_zone_that_the_text_names() -> None:
    local, named, moscow = read(
        "Rapat digelar Senin (10/11). Jeda berlaku pukul 05.00 GMT dan pukul 07.00 waktu Moskow."
    )
    assert (local.start, local.end) == ("2025-11-10T00:00:00+07:00", "2025-11-11T00:00:00+07:00")
    assert named.start == "2025-11-10T05:00:00+00:00"
    assert moscow.start == "2025-11-10T07:00:00+03:00"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Naskah itu beredar, dikutip dari Kantor Berita Nusa pada Senin (10/11).", "report"),
        ("“Kami siap,” kata Kolonel Darmo, Senin (10/11/2025).", "report"),
        ("Hal itu disampaikan dalam keterangan tertulis, Senin (10/11).", "report"),
        ("Militer setempat, Senin, mengatakan jalan itu aman.", "report"),
        ("Jeda itu diumumkan pada Senin (10/11).", "told"),
        ("Kolonel Darmo mengatakan pasukannya mundur pada Senin (10/11).", "told"),
        ("Pasar dibom pada Senin (10/11), kata warga.", "told"),
    ],
)
def test_times_that_date_the_report_are_told_apart(text: str, role: str) -> None:
    assert [mention.role for mention in read(text)] == [role]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Rapat digelar Selasa (10/11).", "weekday-disagrees"),
        ("Rapat digelar Minggu (11/9/2025).", "month-first"),
        ("Rapat digelar Senin (11/24).", "month-first"),
        ("Rapat digelar 30 Februari 2025.", "no-such-day"),
        ("Rapat digelar (11/9/2025).", "ambiguous-order"),
        ("Jeda berlaku pukul 18.00 waktu setempat.", "unnamed-zone"),
    ],
)
def test_doubts_are_told(text: str, code: str) -> None:
    assert read_all(text)[1] == [code]


# ---- any text -----------------------------------------------------------------------------------------------------


def check_clean(text: str, published: date | None) -> None:
    end = 0
    for mention in read(text, published):
        assert end <= mention.span.start < mention.span.end <= len(text)
        words = text[mention.span.start : mention.span.end]
        assert words == words.strip()
        before, after = text[: mention.span.start][-1:], text[mention.span.end :][:1]
        assert not (before.isalpha() and words[0].isalpha()) and not (words[-1].isalpha() and after.isalpha())
        if mention.start is not None and mention.end is not None:
            assert datetime.fromisoformat(mention.start) <= datetime.fromisoformat(mention.end)
        end = mention.span.end


@given(st.text(max_size=300), st.none() | days)
@settings(max_examples=150)
def test_any_text_gives_clean_mentions(text: str, published: date | None) -> None:
    check_clean(text, published)


PIECES = """
    hari Senin Minggu minggu (10/11) (10/11/2025) , malam pukul|18.00 24.00 WIB GMT lalu depan ini itu tadi
    dua kemudian sebelumnya 24-27|November 2025 akhir pekan pada hingga dan esok|harinya hari|yang|sama tahun Maret
    malam|Minggu setiap ( ) . - jam|9 30|Februari 1/13 99.99 tanggal waktu|setempat satu|jam sebulan
    abad|ke-20 akan sejak nanti besok
"""
pieces = st.sampled_from([*(piece.replace("|", " ") for piece in PIECES.split()), "\n"])


@given(st.lists(pieces, max_size=40), st.none() | days)
@settings(max_examples=300)
def test_any_words_of_time_give_clean_mentions(words: list[str], published: date | None) -> None:
    check_clean(" ".join(words), published)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1, 1, 3), date(9999, 12, 31), date(9999, 12, 28)])
def test_the_ends_of_the_calendar_break_nothing(day: date) -> None:
    text = (
        "Kemarin, besok, pekan lalu, akhir pekan depan, 500 tahun lalu, bulan lalu, Senin, malam Minggu, tahun depan."
    )
    assert len(read(text, day)) == 9


# ---- the rules document themselves --------------------------------------------------------------------------------

LEXEMES = Lexemes()
FAMILIES = (calendar_rules, period_rules, day_rules, clock_rules, deictic_rules, reference_rules)
RULES = [rule for family in FAMILIES for rule in family(LEXEMES)]


def found_by(rule: AtomRule, text: str) -> list[str]:
    document = Document(text, INDONESIAN)
    return [text[atom.start : atom.end] for atom in AtomRules([rule]).atoms(document)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}: {rule.example}")
def test_each_rule_reads_its_example_and_not_its_trap(rule: AtomRule) -> None:
    text = rule.example.replace("⟨", "").replace("⟩", "")
    marked = [piece.partition("⟩")[0] for piece in rule.example.split("⟨")[1:]]
    assert marked and found_by(rule, text) == marked
    assert found_by(rule, rule.trap) == []
