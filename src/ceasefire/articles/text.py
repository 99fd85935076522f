"""An article as plain text, and the encoding of text."""

from __future__ import annotations

import codecs
from typing import BinaryIO

from ceasefire.articles.given import LONGEST, Given, InputOptions, too_long
from ceasefire.dating import find_byline
from ceasefire.errors import ArticleError
from ceasefire.reader import ArticleText

__all__ = ["encoding_of", "from_text"]

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def encoding_of(head: bytes, otherwise: str) -> str:
    """The encoding that the byte order mark tells, where there is one."""
    return next((encoding for mark, encoding in _MARKS if head.startswith(mark)), otherwise)


def from_text(stream: BinaryIO, id: str, options: InputOptions) -> Given:
    """A file's text as one article, dated by its byline where it has one."""
    data = stream.read(LONGEST + 1)
    if len(data) > LONGEST:
        return Given(too_long("file"), id)
    encoding = encoding_of(data, options.encoding)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"the file is not {encoding.upper()} (byte {error.start}); see --encoding"
        return Given(ArticleError(message, code="bad-encoding"), id)
    if not text.strip():
        return Given(ArticleError("the file is empty", code="no-text"), id)
    byline = find_byline(text, options.timezone, options.language)
    published = byline.published if byline else None
    return Given(ArticleText(text, id, published, options.timezone, language=options.language), id)
