"""An article as an input gave it, with what names it should it fail."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from ceasefire.articles.pages import Page
from ceasefire.dating import DEFAULT_TIMEZONE
from ceasefire.errors import ArticleError
from ceasefire.reader import DEFAULT_LANGUAGE, ArticleText

__all__ = ["LONGEST", "Given", "InputOptions", "too_long"]

#: bytes of a line, file or page beyond which it is no article, and is not even held in memory
LONGEST = 32 * 1024 * 1024


@attrs.frozen
class InputOptions:
    """How an input is to be understood."""

    #: the fields of an article by the names that the input has for them
    fields: Mapping[str, str] = MappingProxyType({})
    #: whether to pass over what is no field of an article, in place of refusing it
    ignore_extra: bool = False
    #: of text and CSV that do not begin with a byte order mark
    encoding: str = "utf-8"
    #: of articles that do not say
    timezone: str = DEFAULT_TIMEZONE
    #: of articles that do not say, BCP 47
    language: str = DEFAULT_LANGUAGE


@attrs.frozen
class Given:
    """One article of an input: itself, the page that holds it, or why there is none."""

    content: ArticleText | Page | ArticleError
    id: str | None
    #: where it begins, from 1; null where the input has no lines
    line: int | None = None

    def article(self) -> ArticleText:
        """The article. Raises `ArticleError` where there is none, or none is found in the page."""
        if isinstance(self.content, ArticleError):
            raise self.content
        return self.content.article(self.id) if isinstance(self.content, Page) else self.content

    @property
    def weight(self) -> int:
        """Its size in characters or bytes."""
        match self.content:
            case Page(data):
                return len(data)
            case ArticleText(text):
                return len(text)
        return 0


def too_long(what: str) -> ArticleError:
    """Why something of more than `LONGEST` bytes is not read."""
    return ArticleError(f"the {what} has more than {LONGEST >> 20} MiB, which no article has", code="too-long")
