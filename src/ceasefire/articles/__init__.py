"""Articles from whatever users have: JSON Lines, CSV, text, HTML, web archives, and folders of such files.

Each kind has a module; all give `Given` articles one at a time, so memory does not grow with the number of articles.
Pages are taken apart where they are read, so that several jobs share that work too.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from ceasefire.articles.delimited import from_csv
from ceasefire.articles.folder import files_of, from_file, from_folder
from ceasefire.articles.given import Given, InputOptions
from ceasefire.articles.jsonlines import from_json_lines
from ceasefire.articles.kinds import KINDS, kind_by_content, kind_by_name
from ceasefire.errors import ArticleError
from ceasefire.reader import ArticleText
from ceasefire.reportlines import UnreadArticle
from ceasefire.streams import Source, Stream, named, open_stream, peeked

__all__ = ["KINDS", "Articles", "Given", "InputOptions", "read_articles"]


class Articles:
    """The articles of one input, to be gone through once."""

    def __init__(self, source: Source, kind: str | None = None, options: InputOptions | None = None) -> None:
        """`kind` is one of `KINDS`; by default the name tells it, or the first bytes do."""
        if kind is not None and kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}, not {kind!r}")
        self.source = source
        self.name = named(source)
        self.options = options or InputOptions()
        #: files of a folder and records of an archive that hold no article
        self.passed_over = 0
        self._kind = kind
        self._stream: Stream | None = None
        self._files = 0
        self._is_read = False

    @cached_property
    def folder(self) -> Path | None:
        """The folder that the source is, if it is one."""
        if isinstance(self.source, str | os.PathLike) and self.source != "-" and Path(self.source).is_dir():
            return Path(self.source)
        return None

    def __iter__(self) -> Iterator[Given]:
        """The articles, in the order of the input. Raises `OSError` and `SourceError`, after those before the fault."""
        for given in self._all():
            if given is None:
                self.passed_over += 1
            else:
                self._files += 1
                yield given

    def _all(self) -> Iterator[Given | None]:
        if self.folder is not None:
            yield from from_folder(self.folder, self.options)
            return
        with open_stream(self.source) as stream:
            self._stream = stream
            head, content = peeked(stream.bytes)
            kind = self._kind or kind_by_name(self.name) or kind_by_content(head)
            stream = Stream(content, stream.name, stream.opened)
            if kind == "jsonl":
                yield from from_json_lines(content, self.options)
            elif kind == "csv":
                yield from from_csv(content, self.name, self.options)
            else:
                yield from from_file(stream, kind, Path(self.name).stem, self.options)
            self._stream, self._is_read = None, True

    # ---- how far -----------------------------------------------------------------------------------------------

    @cached_property
    def size(self) -> int | None:
        """What `position` will be at the end: bytes, or files of a folder. Null where that is not known before."""
        if self.folder is not None:
            return sum(1 for _ in files_of(self.folder))
        if isinstance(self.source, str | os.PathLike) and self.source != "-":
            found = Path(self.source).stat()
            return found.st_size if stat.S_ISREG(found.st_mode) else None
        return None

    @property
    def position(self) -> int:
        """How far it has been read."""
        if self._is_read:
            return self.size or 0
        if self.folder is not None:
            return self._files + self.passed_over
        return self._stream.opened.tell() if self._stream is not None and self.size is not None else 0


def read_articles(
    source: Source,
    *,
    kind: str | None = None,
    fields: Mapping[str, str] | None = None,
    ignore_extra: bool = False,
    encoding: str = "utf-8",
    timezone: str = InputOptions().timezone,
    language: str = InputOptions().language,
) -> Iterator[ArticleText | UnreadArticle]:
    """The articles of a file, a folder or standard input (`-`), one at a time, for `Reader.read_many` or your own use.

    `kind`: `"jsonl"`, `"csv"`, `"text"`, `"html"`, `"warc"` or `"folder"`; by default the name tells it, or the first
    bytes do. What is compressed with gzip, zstd, xz or bzip2 is decompressed. `fields`: names that the input has for
    an article's fields, `{"body": "text"}`. `ignore_extra`: pass over what is no field. `encoding`: of text and CSV
    without a byte order mark. `timezone` and `language`: of articles that do not say.

    What cannot be read is an `UnreadArticle` in its place. Raises `SourceError` where the input as a whole cannot be
    used or is damaged, `OSError` where it cannot be opened.
    """
    options = InputOptions(dict(fields or {}), ignore_extra, encoding, timezone, language)
    for given in Articles(source, kind, options):
        try:
            yield given.article()
        except ArticleError as error:
            yield UnreadArticle.because(error, given.id, given.line)
