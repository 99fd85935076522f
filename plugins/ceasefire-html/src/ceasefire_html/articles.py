"""The texts of articles, by their digest: what `ceasefire batch` was given, to be shown beside what it read.

A report keeps the digest of its text and not the text. The file is gone through once; after that only the place of each
line is kept, so that memory grows by some hundred bytes an article, not by its length.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, cast

from ceasefire import CeasefireError

__all__ = ["ArticleTexts"]


class ArticleTexts(AbstractContextManager["ArticleTexts"]):
    """Articles in a file of JSON Lines, plain or compressed with gzip; to be closed, or used in a `with`."""

    def __init__(self, path: Path) -> None:
        """Raises `CeasefireError` where no line of the file holds an article, and `OSError` where it cannot be read."""
        self._file = _open(path)
        self._places: dict[str, int] = {}
        try:
            self._find()
        except (EOFError, gzip.BadGzipFile) as error:
            self.close()
            raise CeasefireError(f"{path}: what is compressed is damaged or cut off ({error})") from None
        if not self._places:
            self.close()
            raise CeasefireError(f'{path}: no line is an article; give the JSON Lines with "text" that batch was given')

    def _find(self) -> None:
        self._file.seek(0)
        place = 0
        for line in self._file:
            text = _text_of(line)
            if text is not None:
                self._places[_digest(text)] = place
            place += len(line)

    def of(self, digest: str) -> str | None:
        """The text with this SHA-256, or none where the file has no such article."""
        place = self._places.get(digest)
        if place is None:
            return None
        self._file.seek(place)
        return _text_of(self._file.readline())

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _open(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        is_compressed = file.read(2) == b"\x1f\x8b"
    return cast("BinaryIO", gzip.open(path)) if is_compressed else path.open("rb")


def _text_of(line: bytes) -> str | None:
    """The article of a line; none where the line holds no article, which `batch` has told already."""
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    text = fields.get("text") if isinstance(fields, dict) else None
    return text if isinstance(text, str) else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
