"""The texts of articles, by their digest: what `ceasefire batch` was given, to be shown beside what it read.

A report keeps the digest of its text and not the text. The articles are gone through once and laid down in a temporary
database on disk, so that neither their number nor their order matters.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from contextlib import AbstractContextManager
from types import TracebackType

from ceasefire import ArticleText, CeasefireError, UnreadArticle

__all__ = ["ArticleTexts"]


class ArticleTexts(AbstractContextManager["ArticleTexts"]):
    """The texts of articles; to be closed, or used in a `with`."""

    def __init__(self, articles: Iterable[ArticleText | UnreadArticle]) -> None:
        """Take the texts of `articles`, which `ceasefire.read_articles` gives; what could not be read is passed over.

        Raises what they raise, and `CeasefireError` where there is no article among them.
        """
        # Without a name, sqlite keeps the database in a file of its own that goes when it is closed.
        self._database = sqlite3.connect("")
        try:
            self._database.execute("CREATE TABLE text (digest TEXT PRIMARY KEY, content BLOB) WITHOUT ROWID")
            contents = (_bytes(article.text) for article in articles if isinstance(article, ArticleText))
            rows = ((hashlib.sha256(content).hexdigest(), content) for content in contents)
            self._database.executemany("INSERT OR IGNORE INTO text VALUES (?, ?)", rows)
            (count,) = self._database.execute("SELECT count(*) FROM text").fetchone()
            if not count:
                raise CeasefireError("there is no article in what --articles names; give what batch was given")
        except BaseException:
            self.close()
            raise

    def of(self, digest: str) -> str | None:
        """The text with this SHA-256, or none where no article has it."""
        row = self._database.execute("SELECT content FROM text WHERE digest = ?", (digest,)).fetchone()
        return row[0].decode("utf-8", "surrogatepass") if row else None

    def close(self) -> None:
        """Drop the database."""
        self._database.close()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _bytes(text: str) -> bytes:
    """What the digest of a report is of."""
    return text.encode("utf-8", "surrogatepass")
