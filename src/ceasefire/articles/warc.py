"""Articles out of web archives (WARC, ISO 28500), read with `warcio`, which comes with the extra `ceasefire[web]`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

from ceasefire.articles.given import LONGEST, Given, InputOptions, too_long
from ceasefire.articles.pages import Page, require_packages
from ceasefire.errors import ArticleError, SourceError

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

__all__ = ["from_warc"]

_HTML = ("text/html", "application/xhtml+xml")


def from_warc(stream: BinaryIO, name: str, options: InputOptions) -> Iterator[Given | None]:
    """The pages that were fetched with success, by their addresses; null stands for every other record.

    Raises `SourceError` where the archive is damaged, after all records before the damage.
    """
    require_packages(name, "warcio", "trafilatura")
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    count = 0
    try:
        for record in ArchiveIterator(_Told(stream, name)):
            count += 1
            yield _given(record, options) if _is_page(record) else None
    except (ArchiveLoadFailed, ValueError) as error:
        message = f"{name}: is no WARC" if count == 0 else f"{name}: is damaged after record {count}"
        raise SourceError(f"{message} ({' '.join(str(error).split())})") from None


class _Told:
    """A stream whose end inside compressed data is told; `warcio` takes it for the end of the archive."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream, self._name = stream, name

    def read(self, size: int = -1) -> bytes:
        # `read1` gives what comes before the damage, where `read` would raise and give nothing.
        read: Callable[[int], bytes] = getattr(self._stream, "read1", self._stream.read)
        try:
            return read(size)
        except EOFError as error:
            raise SourceError(f"{self._name}: what is compressed is damaged or cut off ({error})") from None


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type == "response":
        headers = record.http_headers
        return headers is not None and headers.get_statuscode() == "200" and _media_type(headers) in _HTML
    return record.rec_type == "resource" and _media_type(record.rec_headers) in _HTML


def _media_type(headers: Any) -> str:
    return str(headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _given(record: ArcWarcRecord, options: InputOptions) -> Given:
    address = record.rec_headers.get_header("WARC-Target-URI")
    try:
        data = record.content_stream().read(LONGEST + 1)
    except SourceError:
        raise
    except Exception as error:  # whatever decompresses the body may raise
        return Given(ArticleError(f"the page cannot be unpacked: {error}", code="bad-page"), address)
    if len(data) > LONGEST:
        return Given(too_long("page"), address)
    if record.raw_stream.limit > 0:
        return Given(ArticleError("the page is cut off", code="damaged"), address)
    page = Page(data, options.timezone, options.language, address, _charset(record), _day(record))
    return Given(page, address)


def _charset(record: ArcWarcRecord) -> str | None:
    headers = record.http_headers or record.rec_headers
    _, found, charset = str(headers.get_header("Content-Type") or "").lower().partition("charset=")
    return charset.partition(";")[0].strip(" \"'") or None if found else None


def _day(record: ArcWarcRecord) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(str(record.rec_headers.get_header("WARC-Date"))[:10])
    return None
