"""What is coded of a report, from which words, and that the rows keep to their description."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ceasefire
from ceasefire.testing import check_format
from ceasefire.testing import factories as make
from ceasefire.testing.samples import full_report
from ceasefire_cf import CfFormat, code_reports, merge, read_rows
from ceasefire_cf.coded import join, parted
from ceasefire_cf.columns import CODED, CONTEXT, SPAN_SUFFIX
from ceasefire_cf.csvrows import CEASEFIRES, rendered
from ceasefire_cf.mergedtables import TABLES, rows_of
from ceasefire_tables.csvfiles import DIALECT, CsvFolder, unguarded
from ceasefire_tables.datapackage import TermsMet, describe, write_package

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared" / "gold"
#: which articles of the gold may be looked at, and the first open ones of each writer
ARTICLES = (
    (SHARED, "seed/*.txt"),
    (SHARED, "real/*.txt"),
    (SHARED, "dev/*.txt"),
    (ROOT / "tests" / "articles", "open/*-01.txt"),
    (ROOT / "tests" / "articles", "open/ho-?-1.txt"),
)
CLOSED = {f"dev-{name}" for name in ("a-3", "b-4", "b-5", "b-6", "c-2", "c-3")}

Rows = list[dict[str, str]]


def coded(report: ceasefire.Report, text: str) -> Rows:
    rows = csv.DictReader(io.StringIO(CfFormat().render(report, text), newline=""), strict=True)
    return [{name: unguarded(cell) for name, cell in row.items()} for row in rows]


def words(row: dict[str, str], column: str, text: str) -> list[list[str]]:
    """The words of each value of a column."""
    spans = row[f"{column}{SPAN_SUFFIX}"]
    return [[text[slice(*map(int, span.split("-")))] for span in each.split()] for each in spans.split("; ")]


# ---- the seed ----------------------------------------------------------------------------------------------------


def test_the_seed_coded(seed: tuple[ceasefire.Report, str]) -> None:
    report, text = seed
    calm, wide, _ = coded(report, text)
    found = {column.name: calm[column.name] for column in CODED if calm[column.name]}
    assert found == {
        "label": "kondisi tenang",
        "class": "calm",
        "status": "extended",
        "declaration_type": "unilateral",
        "coverage": "local",
        "places": "Damaskus; Latakia",
        "places_excluded": "Aleppo",
        "countries": "SY",
        "parties": "tentara Suriah",
        "declared_by": "tentara Suriah",
        "announced": "2016-04-29",
        "later_events": found["later_events"],
    }
    assert "extended in Damaskus; confirmed by tentara Suriah in Damaskus" in found["later_events"]
    assert words(calm, "announced", text) == [["Jumat"]]
    assert words(calm, "places_excluded", text) == [["Aleppo"]]
    assert words(calm, "declaration_type", text) == [["Tentara Suriah"]]
    assert (wide["mediators"], words(wide, "mediators", text)) == (
        "Rusia; Amerika Serikat",
        [["Moskow"], ["Washington"]],
    )
    assert wide["declaration_type"] == ""


def test_it_keeps_the_contract_of_formats(seed: tuple[ceasefire.Report, str]) -> None:
    check_format("cf", reports=[seed], fresh_interpreters=False)


def test_another_text_is_refused(seed: tuple[ceasefire.Report, str]) -> None:
    with pytest.raises(ceasefire.CeasefireError, match="the text has 3 code points, not"):
        CfFormat().render(seed[0], "abc")


# ---- all articles ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def articles(seed: tuple[ceasefire.Report, str]) -> list[tuple[ceasefire.Report, str]]:
    """Articles at hand that have gold, read; and one with names full of signs."""
    reader = ceasefire.Reader()
    found = [seed, full_report()]
    for folder, names in ARTICLES:
        for file in sorted(folder.glob(names)):
            if file.stem not in CLOSED:
                text = file.read_text("utf-8")
                published = json.loads(file.with_suffix(".gold.json").read_text("utf-8"))["published"]
                found.append((reader.read(text, published, id=file.stem), text))
    return found


def test_rows_are_what_their_schema_says(articles: list[tuple[ceasefire.Report, str]], tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="FRICTIONLESS IS MISSING: rows were not checked")
    resources = []
    for number, (report, text) in enumerate(articles):
        (tmp_path / f"{number}.csv").write_text(CfFormat().render(report, text), "utf-8", newline="")
        resource = describe(CEASEFIRES, f"{number}.csv", TermsMet(), dialect=DIALECT)
        resources.append({**resource, "name": f"rows-{number}"})
    write_package(tmp_path, resources)
    checked = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert checked.valid, checked.flatten(["title", "rowNumber", "fieldName", "message"])


def test_every_cell_has_words_of_the_article(articles: list[tuple[ceasefire.Report, str]]) -> None:
    for report, text in articles:
        rows = coded(report, text)
        assert len(rows) == len(report.pauses)
        for row in rows:
            for column in CODED:
                values = parted(row[column.name])
                if values:
                    grounds = words(row, column.name, text)
                    assert len(grounds) == len(values), (row["ceasefire"], column.name)
                    assert all(each and all(each) for each in grounds), (row["ceasefire"], column.name)
                else:
                    assert row[f"{column.name}{SPAN_SUFFIX}"] == ""


def test_rows_read_back_and_merged_are_what_their_schema_says(
    articles: list[tuple[ceasefire.Report, str]], tmp_path: Path
) -> None:
    frictionless = pytest.importorskip("frictionless", reason="FRICTIONLESS IS MISSING: tables were not checked")
    given = [outcome for _, outcome in code_reports(report for report, _ in articles)]
    rows = [row for of_article in given for row in of_article]
    (tmp_path / "rows.csv").write_text(rendered(rows), "utf-8", newline="")
    assert [row for _, row in read_rows(tmp_path / "rows.csv")] == rows
    sink = CsvFolder(tmp_path, TABLES)
    merged = list(merge(rows))
    for each in merged:
        for table, cells in rows_of(each):
            sink.add(table, cells)
    sink.finish()
    assert sorted(row.key for each in merged for row in each.rows) == sorted(row.key for row in rows)
    checked = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert checked.valid, checked.flatten(["title", "rowNumber", "fieldName", "message"])


# ---- what the text says ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def reader() -> ceasefire.Reader:
    return ceasefire.Reader()


@pytest.mark.parametrize(
    ("text", "purpose", "told"),
    [
        ("Kedua pihak menyepakati gencatan senjata tiga hari untuk mengevakuasi korban di Kota Lembah.", "humanitarian",
         "untuk mengevakuasi"),
        ("Panglima Tirta mengumumkan gencatan senjata sehari agar bantuan pangan dapat masuk.", "humanitarian",
         "agar bantuan"),
        ("Pemerintah mengumumkan gencatan senjata selama hari raya Idul Fitri.", "holiday", "selama hari raya"),
        ("Pemberontak menyatakan gencatan senjata Natal di pegunungan itu.", "holiday", "Natal"),
        ("Tentara menyatakan gencatan senjata menjelang pemilihan presiden.", "election",
         "menjelang pemilihan presiden"),
        ("Mediator mengusulkan gencatan senjata sepekan guna membuka perundingan.", "peace_process",
         "guna membuka perundingan"),
        ("Kedua kubu menyepakati gencatan senjata sehari untuk pertukaran tawanan.", "prisoner_exchange",
         "untuk pertukaran tawanan"),
    ],
)  # fmt: skip
def test_purposes(reader: ceasefire.Reader, text: str, purpose: str, told: str) -> None:
    row = coded(reader.read(text, "2024-03-08"), text)[0]
    assert row["purpose"] == purpose
    assert words(row, "purpose", text) == [[told]]


@pytest.mark.parametrize(
    "text",
    [
        "Gencatan senjata runtuh karena pemberontak menolak hadir untuk perundingan di Kota Lembah.",
        "Gencatan senjata berlaku. Para relawan berangkat untuk menyalurkan bantuan.",
        "Gencatan senjata itu bukan untuk bantuan, kata seorang pejabat.",
        "Gencatan senjata diumumkan sesudah para utusan bertemu untuk perundingan.",
        "Gencatan senjata berlaku di Natal, kata polisi.",
    ],
)
def test_what_is_no_purpose(reader: ceasefire.Reader, text: str) -> None:
    assert [row["purpose"] for row in coded(reader.read(text, "2024-03-08"), text)] == [""]


def test_purposes_are_not_sought_in_another_language(reader: ceasefire.Reader) -> None:
    text = "Pause untuk bantuan."
    report = make.report(text, make.pause("Pause", in_text=text), language="en")
    assert coded(report, text)[0]["purpose"] == ""


# ---- declaration, coverage, end ----------------------------------------------------------------------------------

TEXT = "Ruritania, its army, the Front, the League and King Rudolf spoke of a truce in Strelsau and Zenda on Monday."


def actor(words: str, **fields: Any) -> Any:
    return make.actor(words, in_text=TEXT, **fields)


STATE = actor("Ruritania", country="XR")
ARMY = actor("army", kind="military", country="XR")
FRONT = actor("Front", kind="armed_group", country="XR")
LEAGUE = actor("League", kind="organisation")
KING = actor("King Rudolf", kind="person", country="XR")
SPEAKER = actor("King Rudolf", kind="person", member_of=FRONT)
OTHER = actor("Strelsau", kind="state", country="XS")


def row_of(**fields: Any) -> dict[str, str]:
    pause = make.pause("truce", in_text=TEXT, **{"status": "in_force", **fields})
    return coded(make.report(TEXT, pause), TEXT)[0]


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        ("unilateral", {"declared_by": (FRONT,), "parties": (FRONT,)}),
        ("unilateral", {"declared_by": (SPEAKER,), "parties": (FRONT,)}),
        ("unilateral", {"declared_by": (KING,), "parties": (STATE,)}),
        ("unilateral", {"declared_by": (STATE, ARMY)}),
        ("bilateral", {"parties": (STATE, FRONT)}),
        ("bilateral", {"declared_by": (LEAGUE,), "parties": (STATE, FRONT)}),
        ("multilateral", {"parties": (STATE, FRONT, OTHER)}),
        ("", {"parties": (STATE, ARMY)}),
        ("", {"parties": (FRONT,)}),
        ("", {"declared_by": (LEAGUE,)}),
        ("", {"declared_by": (KING,), "brokers": (KING,)}),
        ("", {"declared_by": (LEAGUE, FRONT), "parties": (STATE,)}),
        ("", {"parties": (STATE, FRONT), "status": "proposed"}),
        ("", {"declared_by": (FRONT,), "parties": (FRONT,),
              "events": (make.pause_event("spoke", in_text=TEXT, type="agreed"),)}),
    ],
)  # fmt: skip
def test_declaration_type(expected: str, fields: dict[str, Any]) -> None:
    assert row_of(**fields)["declaration_type"] == expected


LAND = make.region("Ruritania", in_text=TEXT, kind="country", country="XR")
CITY = make.region("Strelsau", in_text=TEXT, country="XR")


@pytest.mark.parametrize(
    ("expected", "inside", "outside"),
    [
        ("nationwide", [make.scope_part(LAND)], []),
        ("local", [make.scope_part(LAND, extent="part")], []),
        ("local", [make.scope_part(LAND)], [make.scope_part(CITY)]),
        ("local", [make.scope_part(CITY)], []),
        ("local", [], [make.scope_part(CITY)]),
        ("nationwide", [make.scope_part(LAND)], [make.scope_part(FRONT)]),
        ("", [make.scope_part(FRONT)], []),
        ("", [], []),
    ],
)
def test_coverage(expected: str, inside: list[Any], outside: list[Any]) -> None:
    assert row_of(includes=inside, excludes=outside)["coverage"] == expected


def test_how_it_ended() -> None:
    monday = make.time(in_text=TEXT, value="2016-05-02")
    by_front = make.pause_event("spoke", in_text=TEXT, type="ended", by=FRONT, date="2016-05-02", times=(monday,))
    row = row_of(status="ended", events=(by_front,))
    assert (row["how_ended"], row["ended_on"], row["ended_by"]) == ("withdrawn", "2016-05-02", "Front")
    assert words(row, "ended_on", TEXT) == [["Monday"]]
    row = row_of(status="ended")
    assert (row["how_ended"], row["ended_on"], words(row, "how_ended", TEXT)) == ("ended", "", [["truce"]])
    assert row_of(status="violated", events=(by_front,))["how_ended"] == ""


def test_a_reckoned_date_has_the_words_that_it_was_reckoned_from() -> None:
    monday = make.time(in_text=TEXT, value="2016-05-02")
    row = row_of(starts=make.moment("2016-05-02", monday), ends=make.moment("2016-05-04"))
    assert words(row, "ends", TEXT) == [["Monday"]]


# ---- cells -------------------------------------------------------------------------------------------------------


@given(st.lists(st.text(st.sampled_from("ab;\\ \n'="))))
def test_values_of_a_cell_can_be_had_back(texts: list[str]) -> None:
    values = [text.strip() for text in texts if text.strip()]
    assert parted(join(values)) == values


def test_columns_are_as_many_as_told() -> None:
    assert len(CEASEFIRES.columns) == len(CONTEXT) + 2 * len(CODED)
    assert attrs.asdict(CODED[0])["name"] == "label"
