"""Keys of articles and items that stay the same from run to run and are unique over all articles of one."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

import attrs

from ceasefire.models import Report
from ceasefire_tables.cells import clean

__all__ = ["ArticleKeys", "KeyedArticle"]

#: what parts the pieces of a key, escaped within a piece as in a URL
_ESCAPED = str.maketrans({"%": "%25", "#": "%23", "/": "%2F"})


@attrs.frozen
class KeyedArticle:
    """A report and the key of its article."""

    key: str
    report: Report

    def key_of(self, item: Any, *below: object) -> str:
        """`warta-17#p1` for the pause p1 of warta-17, `warta-17#p1/e3` for its third event.

        A `#` or `/` within an item's id is escaped, so that the key tells the article from what follows the last `#`.
        """
        own = clean(item.id).translate(_ESCAPED)
        return "/".join([f"{self.key}#{own}", *map(str, below)])


class ArticleKeys:
    """Gives each article its key: its id, or for one whose id was given before, `ID~2`, `ID~3` and so on.

    An empty id becomes the first 16 digits of the text's digest, as the reader does it. Of each key some bytes are
    kept, not the key.
    """

    def __init__(self) -> None:
        #: digest of a key in use to the number that the next article of that id may have
        self._next: dict[bytes, int] = {}
        #: how many articles had an id that was given before
        self.repeated = 0

    def keyed(self, report: Report) -> KeyedArticle:
        """The report with a key that no report before it has."""
        wanted = clean(report.article.id) or report.article.sha256[:16]
        key, number = wanted, self._next.get(_digest(wanted), 1)
        if number > 1:
            self.repeated += 1
            while _digest(key := f"{wanted}~{number}") in self._next:
                number += 1
            self._next[_digest(key)] = 2
        self._next[_digest(wanted)] = number + 1
        return KeyedArticle(key, report)


def _digest(key: str) -> bytes:
    return blake2b(key.encode(), digest_size=12).digest()
