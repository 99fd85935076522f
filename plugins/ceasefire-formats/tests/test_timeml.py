"""TimeML: valid by a schema, the article unchanged, the times of the report and no others."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from lxml import etree

import ceasefire
from ceasefire.testing import check_format, empty_report, factories
from ceasefire_formats.timeml import TimeMLFormat

Read = tuple[ceasefire.Report, str]


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(Path(__file__).with_name("timeml.xsd"))))


def parsed(report: ceasefire.Report, text: str) -> etree._Element:
    return etree.fromstring(TimeMLFormat().render(report, text).encode())


def article_in(root: etree._Element) -> str:
    """What stands in TEXT once the tags are off."""
    return "".join(root.find("TEXT").itertext())


def test_all_articles_are_valid_and_their_texts_unchanged(read_articles: list[Read], schema: etree.XMLSchema) -> None:
    for report, text in read_articles:
        root = parsed(report, text)
        assert schema.validate(root), f"{report.article.id}: {schema.error_log}"
        assert article_in(root) == text, report.article.id


def test_strange_texts_are_valid_and_keep_their_length(strange_articles: list[Read], schema: etree.XMLSchema) -> None:
    for report, text in strange_articles:
        root = parsed(report, text)
        assert schema.validate(root), f"{text!r:.80}: {schema.error_log}"
        assert len(article_in(root)) == len(text)
        assert len(root.find("TEXT")) == len(report.times)


def test_every_time_of_a_report_is_marked_with_its_value(read_articles: list[Read]) -> None:
    for report, text in read_articles:
        marked = parsed(report, text).find("TEXT").findall("TIMEX3")
        unresolved = {"DATE": "XXXX-XX-XX", "TIME": "XXXX-XX-XXTXX:XX", "DURATION": "PXX", "SET": "PXX"}
        wanted = [
            (time.id, time.text, time.type, time.value or unresolved[time.type], time.mod) for time in report.times
        ]
        got = [(each.get("tid"), each.text, each.get("type"), each.get("value"), each.get("mod")) for each in marked]
        assert got == wanted, report.article.id


def test_the_day_of_publication_is_the_document_creation_time(seed: Read) -> None:
    (day,) = parsed(*seed).find("DCT")
    assert (day.get("value"), day.get("functionInDocument"), day.text) == ("2016-05-02", "CREATION_TIME", "2016-05-02")


def test_an_undated_article_has_an_unknown_creation_time(schema: etree.XMLSchema) -> None:
    root = parsed(*empty_report())
    assert root.find("DCT")[0].get("value") == "XXXX-XX-XX"
    assert schema.validate(root)


def test_line_ends_and_markup_of_the_text_come_back_as_they_were() -> None:
    text = 'Satu\r\ndua\rtiga & <TIMEX3 tid="t9">empat</TIMEX3> ]]> \u2028\x85\ttab\n'
    assert article_in(parsed(factories.report(text), text)) == text


def test_what_xml_cannot_hold_is_replaced_one_for_one_and_told(schema: etree.XMLSchema) -> None:
    text = "Jeda\0 sejak \x1bSenin\ud800 \uffff.\n"
    monday = factories.time("Senin", in_text=text, value="2016-05-02")
    written = TimeMLFormat().render(factories.report(text, monday), text)
    root = etree.fromstring(written.encode())
    assert schema.validate(root)
    assert article_in(root) == "Jeda\ufffd sejak \ufffdSenin\ufffd \ufffd.\n"
    (told,) = root.xpath("comment()")
    assert "U+0000 at 4, U+001B at 12, U+D800 at 18, U+FFFF at 20" in told.text


def test_times_that_overlap_are_told_and_not_nested(schema: etree.XMLSchema) -> None:
    text = "hari Senin (2/5) pagi"
    whole = factories.time("hari Senin (2/5)", in_text=text, value="2016-05-02")
    within = factories.time("Senin", in_text=text, value="2016-05-02")
    crossing = factories.time("(2/5) pagi", in_text=text, value="2016-05-02TMO")
    root = parsed(factories.report(text, whole, within, crossing), text)
    assert schema.validate(root)
    assert [each.text for each in root.find("TEXT")] == ["hari Senin (2/5)"]
    assert [comment.text for comment in root.xpath("comment()")] == [
        " time t2 at 5-10 is not marked: it overlaps the one before it ",
        " time t3 at 11-21 is not marked: it overlaps the one before it ",
    ]


def test_a_type_and_a_modifier_that_timeml_lacks_are_told(schema: etree.XMLSchema) -> None:
    text = "sewindu atau sewaktu-waktu"
    strange = factories.time("sewindu", in_text=text, type="CYCLE--X", value="P8Y")
    modified = factories.time("sewaktu-waktu", in_text=text, value="FUTURE_REF", mod="PERHAPS")
    root = parsed(factories.report(text, strange, modified), text)
    assert schema.validate(root)
    assert [(each.text, each.get("mod")) for each in root.find("TEXT")] == [("sewaktu-waktu", None)]
    told = [comment.text for comment in root.xpath("comment()")]
    assert "CYCLE‐‐X" in told[0] and "PERHAPS" in told[1]


def test_ids_that_timeml_does_not_take_are_numbered_anew(schema: etree.XMLSchema) -> None:
    text = "Senin dan Selasa"
    report = factories.report(text, factories.time("Senin", in_text=text), factories.time("Selasa", in_text=text))
    renamed = attrs.evolve(report, times=tuple(attrs.evolve(time, id=f"x {time.id}") for time in report.times))
    root = parsed(renamed, text)
    assert schema.validate(root)
    assert [each.get("tid") for each in root.find("TEXT")] == ["t1", "t2"]


def test_another_text_is_refused(seed: Read) -> None:
    with pytest.raises(ceasefire.CeasefireError, match="not that of article"):
        TimeMLFormat().render(seed[0], seed[1] + " ")


def test_the_schema_refuses_what_is_no_timeml(schema: etree.XMLSchema) -> None:
    good = "<TimeML><DOCID/><DCT><TIMEX3 tid='t0' type='DATE' value='2016'/></DCT><TEXT/></TimeML>"
    assert schema.validate(etree.fromstring(good))
    for bad in ("type='DAY'", "value='2 Mei'", "value='2016-13-01'", "tid='0'", "mod='ABOUT'"):
        name = bad.partition("=")[0]
        attributes = {"tid": "tid='t0'", "type": "type='DATE'", "value": "value='2016'", name: bad}
        element = f"<TIMEX3 {' '.join(attributes.values())}/>"
        assert not schema.validate(etree.fromstring(f"<TimeML><DOCID/><DCT>{element}</DCT><TEXT/></TimeML>")), bad


def test_it_keeps_the_contract_of_formats(seed: Read, schema: etree.XMLSchema) -> None:
    def validate(written: str) -> None:
        schema.assertValid(etree.fromstring(written.encode()))

    check_format(TimeMLFormat, validate=validate, reports=[seed])
