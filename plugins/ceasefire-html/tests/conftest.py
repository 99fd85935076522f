"""What the tests of pages share: the seed's report and text, a page taken apart, a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest
from playwright.sync_api import Browser, sync_playwright

import ceasefire

ROOT = Path(__file__).parents[3]
SEEDS = ROOT / "seeds"
#: the report of a right reading of the seed article: what is made of a report is tried, not what is read
RIGHT = ROOT / "tests" / "articles" / "seed" / "suriah-2016-05-02.report.json"
_VOID = {"meta", "link", "input", "br", "hr", "img"}


@pytest.fixture(scope="session")
def seed_text() -> str:
    return (SEEDS / "suriah-2016-05-02.txt").read_text("utf-8")


@pytest.fixture(scope="session")
def seed_report() -> ceasefire.Report:
    return ceasefire.from_json(RIGHT.read_text("utf-8"))


@attrs.define
class Element:
    """An element of a page, with all text in it."""

    tag: str
    attributes: dict[str, str | None]
    inside: tuple[Element, ...]
    text: str = ""

    def has_class(self, name: str) -> bool:
        return name in (self.attributes.get("class") or "").split()


class Parts(HTMLParser):
    """A page, element by element. Fails where an element is closed that is not the one open."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(page)
        self.close()
        assert not self._open, f"left open: {[element.tag for element in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs), tuple(self._open))
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs), tuple(self._open)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open and self._open[-1].tag == tag, f"</{tag}> closes {self._open[-1:]}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def of(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    def with_class(self, name: str) -> list[Element]:
        return [element for element in self.elements if element.has_class(name)]


@pytest.fixture(scope="session")
def parts() -> type[Parts]:
    return Parts


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium; closed with the module, since playwright keeps an event loop for as long as it runs."""
    found = [path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))]
    if not found:
        pytest.skip("NO CHROMIUM ON THIS MACHINE: pages were not opened; .ci/chromium installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found[0], args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()
