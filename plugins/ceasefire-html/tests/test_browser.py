"""Pages in a real browser: clicked and tabbed through, without an error and without a request."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from ceasefire.models import Actor, Article, Reference, Report, Span
from ceasefire_html import HtmlFormat
from ceasefire_html.site import write_site

Open = Callable[..., Page]
DESK, PHONE = {"width": 1360, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens HTML as a file. At the end nothing may have been logged, thrown or asked for but pages of this folder."""
    told: list[str] = []
    contexts = []

    def open_page(html: str | Path, **options: Any) -> Page:
        if isinstance(html, str):
            path = tmp_path / "page.html"
            path.write_text(html, "utf-8")
        else:
            path = html
        context = browser.new_context(**{"viewport": DESK, "reduced_motion": "reduce", **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: told.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: told.append(f"error: {error}"))
        page.on("dialog", lambda dialog: told.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: request.is_navigation_request() or told.append(f"request: {request.url}"))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert told == []


@pytest.fixture(scope="module")
def seed_page(seed_report: Report, seed_text: str) -> str:
    return HtmlFormat().render(seed_report, seed_text)


def mark(page: Page, layer: str, words: str) -> Any:
    return page.locator(f".m.{layer}[tabindex]", has_text=words).first


# ---- one article -------------------------------------------------------------------------------------------------


def test_the_pointer_shows_what_words_say(open_page: Open, seed_page: str) -> None:
    page = open_page(seed_page)
    panel = page.locator("#inspector")
    expect(panel).to_be_hidden()
    mark(page, "casualty", "lebih dari 250 orang").hover()
    expect(panel).to_contain_text("≥ 251 people")
    expect(panel).to_contain_text("kelompok pemantau")
    expect(panel).to_contain_text("id-casualties:")
    panel.hover()
    page.wait_for_timeout(400)
    expect(panel).to_be_visible()
    page.mouse.move(5, 5)
    expect(panel).to_be_hidden()


def test_the_keyboard_does_all_that_the_pointer_does(open_page: Open, seed_page: str) -> None:
    page = open_page(seed_page)
    panel = page.locator("#inspector")
    first = page.locator(".m[tabindex]").first
    page.locator(".text").focus()
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    expect(panel).to_contain_text("Rusia")
    page.keyboard.press("Tab")
    expect(panel).to_contain_text("statement")
    page.keyboard.press("Enter")
    expect(panel.locator("a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(page.locator(".m[tabindex]").nth(1)).to_be_focused()


def test_every_mark_is_reached_by_the_tab_key(open_page: Open, seed_page: str) -> None:
    page = open_page(seed_page)
    page.locator(".text").focus()
    marks = page.locator(".m[tabindex]").evaluate_all("marks => marks.map(mark => mark.id)")
    reached = []
    for _ in marks:
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id"))
    assert reached == marks


def test_a_pause_lights_what_belongs_to_it(open_page: Open, seed_page: str, seed_report: Report) -> None:
    page = open_page(seed_page)
    page.locator("#card-p1 > header").hover()
    active, linked = page.locator(".m.active"), page.locator(".m.linked")
    calm = seed_report.pauses[0]
    assert {mention.text for mention in calm.mentions} == set(active.all_inner_texts())
    layers = {word for names in linked.evaluate_all("all => all.map(each => each.className)") for word in names.split()}
    assert {"event", "scope", "statement", "region"} <= layers


def test_a_link_leads_to_the_words_and_shows_them(open_page: Open, seed_page: str) -> None:
    page = open_page(seed_page)
    page.locator("#card-p1 .outside a", has_text="Aleppo").first.click()
    expect(page.locator(".m:focus")).to_have_text("Aleppo")
    expect(page.locator("#inspector")).to_contain_text("city")
    page.locator("#inspector a", has_text="Suriah").first.click()
    expect(page.locator("#inspector")).to_contain_text("country")


def test_a_layer_can_be_switched_off(open_page: Open, seed_page: str) -> None:
    page = open_page(seed_page)
    region = page.locator(".m.region").first
    assert region.evaluate("mark => getComputedStyle(mark).borderBottomStyle") == "dashed"
    page.get_by_label("regions").uncheck()
    assert region.evaluate("mark => getComputedStyle(mark).borderBottomStyle") == "none"
    assert page.locator(".m.region[tabindex='0']").count() == 0
    page.get_by_label("regions").check()
    assert page.locator(".m.region[tabindex='0']").count() > 0


def test_dark_follows_the_system_and_the_switch(open_page: Open, seed_page: str) -> None:
    ink = "getComputedStyle(document.body).color"
    dark, light = open_page(seed_page, color_scheme="dark"), open_page(seed_page, color_scheme="light")
    assert dark.evaluate(ink) != light.evaluate(ink)
    in_the_dark = dark.evaluate(ink)
    light.get_by_label("Dark").check()
    assert light.evaluate(ink) == in_the_dark
    light.reload()
    assert light.evaluate(ink) == in_the_dark, "the choice is kept"


def test_a_phone_scrolls_in_one_direction_only(open_page: Open, seed_page: str) -> None:
    page = open_page(seed_page, viewport=PHONE, has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    mark(page, "region", "Aleppo").tap()
    panel = page.locator("#inspector")
    expect(panel).to_contain_text("Aleppo")
    box = panel.bounding_box()
    assert box and box["x"] == 0 and round(box["y"] + box["height"]) == PHONE["height"]


def test_without_scripts_everything_can_be_read(open_page: Open, seed_page: str) -> None:
    page = open_page(seed_page, java_script_enabled=False)
    expect(page.locator("#card-p1")).to_be_visible()
    page.locator("#items summary").first.click()
    expect(page.locator("#p1")).to_be_visible()


def test_print_shows_the_findings_and_no_controls(open_page: Open, seed_page: str) -> None:
    page = open_page(seed_page, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".themes")).to_be_hidden()
    expect(page.locator("#card-p1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_object_to(open_page: Open, seed_page: str, scheme: str) -> None:
    page = open_page(seed_page, color_scheme=scheme)
    for summary in page.locator("#items summary").all():
        summary.click()
    mark(page, "pause", "gencatan").focus()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


# ---- hostile text ------------------------------------------------------------------------------------------------


def test_a_hostile_megabyte_is_inert(open_page: Open) -> None:
    line = "Jeda </script><script>document.title='owned'</script></style><img src=x onerror=alert(1)> \u202ex\u202c \0 "
    text = "\n".join([line * 12] * (1_000_000 // (len(line) * 12)))
    starts = [match.start() for match in re.finditer("Jeda", text)][::4]
    mentions = tuple(Reference(Span(at, at + 20), text[at : at + 20]) for at in starts)
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = Article("x", None, None, "id", None, "Asia/Jakarta", len(text), digest)
    report = Report(article, actors=(Actor("a1", "Jeda", "person", None, None, None, mentions),))
    page = open_page(HtmlFormat().render(report, text))
    assert page.title().startswith("Jeda </script>")
    assert page.locator(".text script, .text img").count() == 0
    assert page.locator(".m.actor").count() == len(mentions) > 1000
    mark(page, "actor", "Jeda").focus()
    expect(page.locator("#inspector")).to_contain_text("person")


# ---- many articles -----------------------------------------------------------------------------------------------


@pytest.fixture
def index(tmp_path: Path, seed_report: Report) -> Path:
    def report(id: str, **changes: Any) -> Report:
        return attrs.evolve(seed_report, article=attrs.evolve(seed_report.article, id=id, title=id), **changes)

    violated = tuple(attrs.evolve(pause, status="violated") for pause in seed_report.pauses[:1])
    return write_site(
        [
            report("satu"),
            report("dua", pauses=violated, statements=()),
            report("tiga", pauses=(), statements=()),
        ],
        tmp_path / "site",
        title="Berita",
    ).index


def test_the_index_is_searched_and_filtered(open_page: Open, index: Path) -> None:
    page = open_page(index)
    entries, rows = page.locator(".articles > li:visible"), page.locator(".line li:visible")
    expect(entries).to_have_count(3)
    page.get_by_label("Search").fill("DUA")
    expect(entries).to_have_count(1)
    expect(page.get_by_role("status")).to_have_text("1 article of 3")
    page.get_by_role("button", name="Show all").click()
    expect(entries).to_have_count(3)
    page.get_by_label("with a pause").check()
    expect(entries).to_have_count(2)
    page.get_by_label("Status of a pause").select_option("violated")
    assert page.locator(".line li:visible .badge").all_inner_texts() == ["violated"] * rows.count()
    page.locator("#from").fill("2017-01-01")
    expect(entries).to_have_count(0)


def test_the_line_of_pauses_is_fitted_to_what_is_left(open_page: Open, index: Path) -> None:
    page = open_page(index)
    ticks = page.locator("#ticks text")
    before = ticks.all_text_contents()
    page.get_by_label("Kind of a pause").select_option("calm")
    assert ticks.all_text_contents() != before
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".line li[hidden]")).to_have_count(0)
    assert ticks.all_text_contents() == before, "the script reckons as the page was written"


def test_from_the_index_to_an_article_and_back(open_page: Open, index: Path) -> None:
    page = open_page(index)
    page.get_by_role("link", name="satu", exact=True).click()
    expect(page.locator("h1")).to_have_text("satu")
    page.get_by_role("link", name="← All articles").click()
    expect(page.locator("h1")).to_have_text("Berita")


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark", "viewport": PHONE}])
def test_axe_finds_nothing_to_object_to_in_the_index(open_page: Open, index: Path, options: dict[str, Any]) -> None:
    page = open_page(index, **options)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
