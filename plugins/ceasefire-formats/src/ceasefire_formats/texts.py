"""Whether a text is that of a report, and the code points that files of a format cannot hold.

What cannot be held is replaced one code point for one, so that every offset stays what it was.
"""

from __future__ import annotations

import hashlib
import re

from ceasefire import CeasefireError
from ceasefire.models import Report

__all__ = ["REPLACEMENT", "in_utf8", "is_text_of", "require_text"]

#: stands for a code point that cannot be held
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_SURROGATE = re.compile("[\ud800-\udfff]")


def is_text_of(report: Report, text: str) -> bool:
    """Whether `text` is the article that was read."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() == report.article.sha256


def require_text(report: Report, text: str) -> None:
    """Raise `CeasefireError` where `text` is not the article that was read."""
    if not is_text_of(report, text):
        raise CeasefireError(f"the text is not that of article {report.article.id!r}; give the one that was read")


def in_utf8(text: str) -> str:
    """The text with a replacement for each lone surrogate, which UTF-8 has no bytes for."""
    return _SURROGATE.sub(REPLACEMENT, text)
