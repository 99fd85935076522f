"""Articles out of a folder: text files, HTML pages and web archives in it and in all folders below."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from ceasefire.articles.given import LONGEST, Given, InputOptions, too_long
from ceasefire.articles.kinds import FILE_KINDS, kind_by_name
from ceasefire.articles.pages import Page, require_packages
from ceasefire.articles.text import from_text
from ceasefire.articles.warc import from_warc
from ceasefire.errors import ArticleError, PackageMissingError, SourceError
from ceasefire.streams import Stream, open_stream

__all__ = ["files_of", "from_file", "from_folder"]


def files_of(folder: Path) -> Iterator[Path]:
    """The files of a folder and the folders below, by name; those that begin with a dot are left out."""
    for where, folders, files in os.walk(folder, onerror=_fail):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(where, name) for name in sorted(files) if not name.startswith("."))


def _fail(error: OSError) -> None:
    raise error


def from_folder(folder: Path, options: InputOptions) -> Iterator[Given | None]:
    """The articles of each file, by the file's path within the folder; null stands for what is none.

    A file that cannot be opened or is damaged is an article that cannot be read.
    """
    for path in files_of(folder):
        name = path.relative_to(folder).as_posix()
        kind = kind_by_name(path.name)
        if kind not in FILE_KINDS:
            yield None
            continue
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                raise OSError(None, "Is no regular file")
            with open_stream(path) as stream:
                yield from from_file(stream, kind, name, options)
        except PackageMissingError:
            raise
        except OSError as error:
            yield Given(ArticleError(f"{name}: {error.strerror or error}", code="unreadable"), name)
        except SourceError as error:
            yield Given(ArticleError(str(error), code="damaged"), name)


def from_file(stream: Stream, kind: str, name: str, options: InputOptions) -> Iterator[Given | None]:
    """What a file of text, HTML or WARC gives."""
    if kind == "warc":
        yield from from_warc(stream.bytes, stream.name, options)
    elif kind == "html":
        require_packages(stream.name, "trafilatura")
        data = stream.bytes.read(LONGEST + 1)
        page = Page(data, options.timezone, options.language)
        yield Given(too_long("page") if len(data) > LONGEST else page, name)
    else:
        yield from_text(stream.bytes, name, options)
