"""Many reports to a folder of pages: an index to search and filter, and a page an article.

The folder holds `index.html` and `articles/`; nothing in it needs a server or the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import attrs

from ceasefire import CeasefireError, UnreadArticle
from ceasefire.models import Report
from ceasefire_html.articles import ArticleTexts
from ceasefire_html.index import Entry, entry_of, render_index
from ceasefire_html.page import render_page

__all__ = ["Written", "write_site"]

#: what the index of an older run is known by
_MARK = '<meta name="generator" content="ceasefire-html">'
_NO_NAME = re.compile(r"[^a-z0-9]+")


@attrs.frozen
class Written:
    """What was put into the folder."""

    index: Path
    pages: int
    unread: int
    #: pages of which the article's text was not given
    without_text: int


def write_site(
    outcomes: Iterable[Report | UnreadArticle], folder: Path, *, texts: ArticleTexts | None = None, title: str
) -> Written:
    """Write the pages of all reports and the index. Pages of an earlier run in `folder` go.

    Raises `CeasefireError` where the folder holds something else, and `OSError` where it cannot be written.
    """
    pages = folder / "articles"
    old = _old_pages(folder)
    pages.mkdir(parents=True, exist_ok=True)
    index = folder / "index.html"
    # At once, so that a run which was interrupted can be begun again in the same folder.
    index.write_text(render_index([], [], title), "utf-8", newline="\n")
    entries: list[Entry] = []
    unread: list[UnreadArticle] = []
    without_text = 0
    for outcome in outcomes:
        if isinstance(outcome, UnreadArticle):
            unread.append(outcome)
            continue
        text = texts.of(outcome.article.sha256) if texts else None
        without_text += text is None
        name = _file_name(len(entries) + 1, outcome.article.id)
        (pages / name).write_text(render_page(outcome, text, back="../index.html"), "utf-8", newline="\n")
        old.discard(name)
        entries.append(entry_of(outcome, text, f"articles/{name}"))
    index.write_text(render_index(entries, unread, title), "utf-8", newline="\n")
    for name in old:
        (pages / name).unlink()
    return Written(index, len(entries), len(unread), without_text)


def _old_pages(folder: Path) -> set[str]:
    """The names of the pages that an earlier run left."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return set()
    index = folder / "index.html"
    if not index.is_file() or _MARK not in index.read_text("utf-8", errors="replace")[:2000]:
        raise CeasefireError(f"{folder}: is not empty and not of this command; name a new folder")
    return {page.name for page in (folder / "articles").glob("*.html")}


def _file_name(number: int, id_: str) -> str:
    """A name that any file system takes, whatever the id holds."""
    slug = _NO_NAME.sub("-", id_.lower()).strip("-")[:48].rstrip("-")
    return f"{number:05}-{slug}.html" if slug else f"{number:05}.html"
