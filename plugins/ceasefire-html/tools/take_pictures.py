"""Take the pictures of `docs/page.md` in the system's Chromium: the seed's page, and the index of invented articles.

uv run python plugins/ceasefire-html/tools/take_pictures.py
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import ceasefire
from ceasefire_html import HtmlFormat
from ceasefire_html.articles import ArticleTexts
from ceasefire_html.site import write_site

ROOT = Path(__file__).parents[3]
PICTURES = ROOT / "docs" / "pictures"
DESK, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 780}


def seed() -> str:
    """The page of the seed article, from its kept report."""
    report = ceasefire.from_json((ROOT / "seeds" / "suriah-2016-05-02.json").read_text("utf-8"))
    return HtmlFormat().render(report, (ROOT / "seeds" / "suriah-2016-05-02.txt").read_text("utf-8"))


def invented() -> Iterator[dict[str, str]]:
    """The articles that were invented for tests, as `ceasefire batch` takes them."""
    for gold in sorted((ROOT / "tests" / "articles" / "open").glob("*.gold.json")):
        known = json.loads(gold.read_text("utf-8"))
        text = gold.with_name(gold.name.replace(".gold.json", ".txt")).read_text("utf-8")
        yield {"id": known["id"], "published": known["published"], "text": text}


def site(folder: Path) -> Path:
    """The index of those articles."""
    articles = folder / "articles.jsonl"
    articles.write_text("".join(f"{json.dumps(article)}\n" for article in invented()), "utf-8")
    with ArticleTexts(ceasefire.read_articles(articles)) as texts:
        reports = ceasefire.Reader().read_many(invented())
        return write_site(reports, folder / "site", texts=texts, title="Ceasefires in the news").index


def opened(browser: Browser, path: Path, scheme: str, size: dict[str, int]) -> Page:
    """A page, as somebody with that screen sees it."""
    page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(path.as_uri())
    return page


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        article = Path(folder) / "seed.html"
        article.write_text(seed(), "utf-8")
        index = site(Path(folder))
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = opened(browser, article, "light", DESK)
        page.locator("#card-p1 > header").hover()
        page.screenshot(path=PICTURES / "page-desk.png")
        page = opened(browser, article, "dark", DESK)
        page.locator(".m.casualty").first.focus()
        page.screenshot(path=PICTURES / "page-dark.png")
        page = opened(browser, article, "light", PHONE)
        page.locator("#card-p1").evaluate("card => card.scrollIntoView()")
        page.wait_for_timeout(300)
        page.screenshot(path=PICTURES / "page-phone.png")
        page = opened(browser, index, "light", DESK)
        page.get_by_label("Country").select_option("PH")
        page.screenshot(path=PICTURES / "index-desk.png")
        browser.close()
    for picture in sorted(PICTURES.glob("*.png")):
        print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
