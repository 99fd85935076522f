"""An article out of an HTML page: its text, its title, and the day on which it was published.

`trafilatura` tells the article from the rest of the page; it comes with the extra `ceasefire[web]`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import attrs

from ceasefire.dating import find_byline
from ceasefire.errors import ArticleError, PackageMissingError
from ceasefire.reader import ArticleText

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Page", "require_packages"]

#: a day later than any article's: what `htmldate` is told, which else takes the day on which it runs
_LAST_DAY = date(2100, 1, 1)


def require_packages(name: str, *packages: str) -> None:
    """Raise `PackageMissingError` where a package is missing that the input `name` needs."""
    if missing := [package for package in packages if find_spec(package) is None]:
        raise PackageMissingError(f"{name}: needs {' and '.join(missing)}; pip install 'ceasefire[web]'")


@attrs.frozen
class Page:
    """An HTML page as it came, from which the article is taken where it is read: with several jobs, by each of them."""

    data: bytes
    timezone: str
    language: str
    #: where it came from, unless it says so itself
    url: str | None = None
    #: the encoding that the server named
    charset: str | None = None
    #: the day on which it was fetched, so that no later one is taken for that of publication
    fetched: date | None = None

    def article(self, id: str | None) -> ArticleText:
        """The article. Raises `ArticleError` (`no-article`) where the page has none."""
        tree = _tree(self.data, self.charset)
        moment = None if tree is None else self._stated(tree)
        document = None if tree is None else _extracted(tree, self.url, self.fetched or _LAST_DAY)
        if document is None or not (document.text or "").strip():
            raise ArticleError("no article was found in the page", code="no-article")
        published = moment or document.date or self._from_byline(document.text)
        url = document.url or self.url
        return ArticleText(document.text, id, published, self.timezone, document.title, url, self.language)

    def _stated(self, tree: HtmlElement) -> str | None:
        """The moment of publication that the page states for machines, with its offset from UTC.

        `trafilatura` gives the day on which that moment falls where it was written down, which may be another than
        the outlet's.
        """
        for text in _moments(tree):
            with suppress(ValueError):
                moment = datetime.fromisoformat(text.strip())
                if moment.tzinfo is not None and not (self.fetched and moment.date() > self.fetched):
                    return moment.isoformat()
        return None

    def _from_byline(self, text: str) -> str | None:
        byline = find_byline(text, self.timezone, self.language)
        return byline.published.isoformat() if byline else None


# ---- trafilatura ---------------------------------------------------------------------------------------------------


@cache
def _quieten() -> None:
    """Where nobody has set up logging, its remarks on poor pages do not go to standard error."""
    import logging

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())


def _tree(data: bytes, charset: str | None) -> HtmlElement | None:
    from trafilatura.utils import load_html

    _quieten()
    content: bytes | str = data
    if charset:
        with suppress(LookupError, UnicodeDecodeError):
            content = data.decode(charset)
    tree: HtmlElement | None = load_html(content)
    return tree


def _extracted(tree: HtmlElement, url: str | None, last: date) -> Any:
    from trafilatura import bare_extraction

    dates = {"original_date": True, "extensive_search": False, "max_date": last.isoformat()}
    try:
        return bare_extraction(tree, url=url, with_metadata=True, include_comments=False, date_extraction_params=dates)
    except Exception as error:  # it was made for pages by the million and lets errors through on the odd one
        message = f"the page cannot be taken apart: {type(error).__name__}: {error}"
        raise ArticleError(message, code="bad-page") from None


# ---- moments -------------------------------------------------------------------------------------------------------

#: elements that state when a page was published, and the attribute that holds it
_STATED = (
    ("//meta[@property='article:published_time']", "content"),
    ("//meta[@itemprop='datePublished']", "content"),
    ("//time[@itemprop='datePublished' or @pubdate]", "datetime"),
)


def _moments(tree: HtmlElement) -> Iterator[str]:
    for path, attribute in _STATED:
        for element in tree.xpath(path):
            yield element.get(attribute) or ""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        with suppress(ValueError, RecursionError):
            yield from _published(json.loads(script.text or ""))


def _published(value: object) -> Iterator[str]:
    """`datePublished` wherever JSON-LD has it, the outermost first."""
    if isinstance(value, dict):
        if isinstance(stated := value.get("datePublished"), str):
            yield stated
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _published(inner)
