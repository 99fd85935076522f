"""The page of one article: what stands on it, that it is whole in itself, and that no text can become anything else."""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import html5lib
import pytest

import ceasefire
from ceasefire.models import Actor, Article, Diagnostic, Reference, Report, Span
from ceasefire.testing import check_format, full_report
from ceasefire_html import HtmlFormat
from ceasefire_html.items import LAYERS

HOSTILE = (
    "<script>document.title='owned'</script></style></script><style>*{display:none}</style>"
    "<img src=x onerror=alert(1)> \"' onmouseover=alert(1) {{ 7*7 }} {% raw %} <!-- ]]> &amp; "
    "\u202egnorw\u202c \u2066x\u2069 \0 \x1b[31m \x85"
)


@pytest.fixture(scope="module")
def seed_page(seed_report: Report, seed_text: str) -> str:
    return HtmlFormat().render(seed_report, seed_text)


def report_on(text: str, **fields: Any) -> Report:
    """A report on a text; `fields` are those of the article or of the report."""
    known = attrs.fields_dict(Article)
    article = {
        "id": "x",
        "title": None,
        "url": None,
        "language": "id",
        "published": "2016-05-02",
        "timezone": "Asia/Jakarta",
        "length": len(text),
        "sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    }
    article |= {name: value for name, value in fields.items() if name in known}
    return Report(Article(**article), **{name: value for name, value in fields.items() if name not in known})


# ---- what stands on it -------------------------------------------------------------------------------------------


def test_the_article_stands_there_word_for_word(parts: Any, seed_page: str, seed_text: str) -> None:
    page = parts(seed_page)
    (text,) = page.with_class("text")
    shown = [paragraph.text for paragraph in page.of("p") if text in paragraph.inside]
    assert shown == [line.rstrip() for line in seed_text.split("\n") if line.strip()]


def test_every_item_is_marked_where_it_stands(parts: Any, seed_page: str, seed_report: Report) -> None:
    marks = [mark for mark in parts(seed_page).with_class("m") if "id" in mark.attributes]
    words = {(mark.attributes["class"].split()[1], mark.text) for mark in marks}
    wanted = {("time", time.text) for time in seed_report.times}
    wanted |= {("actor", mention.text) for actor in seed_report.actors for mention in actor.mentions}
    wanted |= {("region", mention.text) for region in seed_report.regions for mention in region.mentions}
    wanted |= {("casualty", casualty.text) for casualty in seed_report.casualties}
    wanted |= {("pause", mention.text) for pause in seed_report.pauses for mention in pause.mentions}
    wanted |= {("event", event.text) for pause in seed_report.pauses for event in pause.events}
    wanted |= {
        ("scope", p.text) for pause in seed_report.pauses for p in (*pause.scope.includes, *pause.scope.excludes)
    }
    assert wanted - words == set()


def test_an_item_is_told_with_its_fields_its_rule_and_its_sources(parts: Any, seed_page: str) -> None:
    page = parts(seed_page)
    (figure,) = [item for item in page.with_class("item") if item.has_class("casualty") and "250" in item.text]
    said = " ".join(figure.text.split())
    assert "count ≥ 251 people" in said
    assert "source kelompok pemantau" in said
    assert "rule id-casualties:" in said


def test_a_pause_leads_to_its_scope_its_events_and_what_is_said_of_it(
    parts: Any, seed_page: str, seed_report: Report
) -> None:
    page = parts(seed_page)
    card = next(card for card in page.with_class("card") if "kondisi tenang" in card.text)
    inside, outside = (" ".join(side.text.split()) for side in page.with_class("side") if card in side.inside)
    assert inside.startswith("● Inside Damaskus") and "Latakia" in inside
    assert outside.startswith("✕ Outside Aleppo")
    (told,) = [item for item in page.with_class("item") if item.attributes["id"] == card.attributes["data-item"]]
    linked = set(told.attributes["data-linked"].split())
    about = {f"s{n}" for n, said in enumerate(seed_report.statements, 1) if said.about == seed_report.pauses[0]}
    assert about and about | {"p1-e1", "p1-inside1", "p1-outside1"} <= linked


def test_every_link_on_the_page_leads_somewhere(parts: Any, seed_page: str) -> None:
    page = parts(seed_page)
    anchors = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(anchors) == len(set(anchors))
    assert {link.attributes["href"].removeprefix("#") for link in page.of("a")} <= set(anchors)
    assert {link.attributes["data-ref"] for link in page.of("a") if "data-ref" in link.attributes} <= set(anchors)


def test_a_diagnostic_is_shown(parts: Any) -> None:
    found = Diagnostic("warning", "id-dates", "weekday-disagrees", "the weekday disagrees", Span(0, 5))
    page = parts(HtmlFormat().render(report_on("Senin itu hujan.", diagnostics=(found,)), "Senin itu hujan."))
    (item,) = page.with_class("item")
    assert "the weekday disagrees" in item.text and "weekday-disagrees" in item.text
    assert [mark.text for mark in page.with_class("m")] == ["Senin"]


def test_an_article_in_which_nothing_was_read_says_so(parts: Any) -> None:
    (main,) = parts(HtmlFormat().render(report_on("Hujan."), "Hujan.")).of("main")
    assert "No pause, no casualty figure and no statement was read" in main.text


# ---- whole in itself ---------------------------------------------------------------------------------------------


def test_the_page_asks_for_nothing_and_allows_only_its_own_style_and_script(parts: Any, seed_page: str) -> None:
    page = parts(seed_page)
    assert not [
        element for element in page.elements if "src" in element.attributes or element.tag in ("link", "iframe")
    ]
    assert not [element for element in page.elements if "style" in element.attributes]
    assert "@import" not in seed_page
    (policy,) = [meta.attributes["content"] for meta in page.of("meta") if "http-equiv" in meta.attributes]
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (element,) = page.of(tag)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_the_same_report_gives_the_same_page_in_every_process() -> None:
    script = (
        "import hashlib, pathlib, ceasefire, ceasefire_html\n"
        "folder = pathlib.Path('seeds')\n"
        "report = ceasefire.from_json((folder / 'suriah-2016-05-02.json').read_text('utf-8'))\n"
        "text = (folder / 'suriah-2016-05-02.txt').read_text('utf-8')\n"
        "print(hashlib.sha256(ceasefire_html.HtmlFormat().render(report, text).encode()).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=Path(__file__).parents[3],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_reading_without_a_page_does_not_import_jinja() -> None:
    script = "import sys, ceasefire; ceasefire.Reader(); sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_another_text_than_the_one_that_was_read_is_refused(seed_report: Report, seed_text: str) -> None:
    with pytest.raises(ceasefire.CeasefireError, match="the text is not that of article 'suriah-2016-05-02'"):
        HtmlFormat().render(seed_report, seed_text + " ")


# ---- hostile text ------------------------------------------------------------------------------------------------


def hostile_page() -> str:
    everywhere = (Reference(Span(0, len(HOSTILE)), HOSTILE), Reference(Span(3, 40), HOSTILE[3:40]))
    report = report_on(
        HOSTILE,
        id=HOSTILE,
        title=HOSTILE,
        url="javascript:alert(1)//" + HOSTILE,
        language='id" onload="alert(1)',
        published=HOSTILE,
        timezone=HOSTILE,
        actors=(Actor(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, None, everywhere),),
        diagnostics=(Diagnostic(HOSTILE, HOSTILE, HOSTILE, HOSTILE, Span(2, 60)),),
    )
    return HtmlFormat().render(report, HOSTILE)


def test_hostile_text_becomes_no_markup(parts: Any) -> None:
    page = parts(hostile_page())
    assert len(page.of("script")) == len(page.of("style")) == 1
    assert not page.of("img")
    assert not [name for element in page.elements for name in element.attributes if name.startswith("on")]
    assert not [link for link in page.of("a") if "javascript" in (link.attributes["href"] or "")]
    assert "{{ 7*7 }}" in page.with_class("text")[0].text


def test_what_steers_a_browser_is_shown_and_not_sent() -> None:
    page = hostile_page()
    assert not set(page) & set("\0\x1b\x85\u202e\u202c\u2066\u2069")
    assert "␀" in page and "␛" in page and "\ufffd" in page


def test_half_a_surrogate_pair_can_be_written() -> None:
    text = "Jeda \ud83d itu."
    page = HtmlFormat().render(report_on(text), text)
    assert "Jeda \ufffd itu." in page.encode("utf-8").decode("utf-8")


@pytest.mark.parametrize("url", ["https://contoh.example/berita?a=1&b=2", "http://contoh.example"])
def test_an_address_of_the_web_is_a_link(parts: Any, url: str) -> None:
    page = parts(HtmlFormat().render(report_on("Hujan.", url=url), "Hujan."))
    (link,) = [link for link in page.of("a") if not (link.attributes["href"] or "").startswith("#")]
    assert link.attributes["href"] == url
    assert "noreferrer" in (link.attributes["rel"] or "")


# ---- the contract of formats -------------------------------------------------------------------------------------


def test_the_format_keeps_its_contract() -> None:
    check_format("html", validate=html5lib.HTMLParser(strict=True).parse)


def test_the_pages_are_valid_html(seed_page: str) -> None:
    for page in (seed_page, hostile_page()):
        html5lib.HTMLParser(strict=True).parse(page)


def test_every_list_of_a_report_is_shown(parts: Any) -> None:
    report, text = full_report()
    page = parts(HtmlFormat().render(report, text))
    layers = {name for item in page.with_class("item") for name in str(item.attributes["class"]).split()} - {"item"}
    assert layers == {layer.name for layer in LAYERS}
