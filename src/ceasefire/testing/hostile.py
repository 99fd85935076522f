"""Texts that nobody writes and every extractor gets one day."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

__all__ = ["distortions", "hostile_texts"]

#: what rules count, quote, open and never close
_SCRAPS = (
    "(",
    '"',
    "“",
    "'",
    "-",
    ".",
    ",",
    "1",
    "1.",
    "1 ",
    "a ",
    "A. ",
    "“a ",
    "(a, ",
    "1/1/",
    "\n",
    "a\n",
    "\u00a0",
)


def hostile_texts() -> Iterator[str]:
    """Empty, broken and strange texts of any language, short enough to be read by the dozen."""
    yield from ("", " ", "\n\n", "\t \r\n", "\0", "\ufeff", "\ud800", "a\ud800b", "\u2028\u2029")
    yield from ("x" * 3000, "9" * 5000, "1." * 1500, "1,5 " * 400, "-" * 2000, "(" * 1500, '"' * 1501, "“" * 1500)
    # Digits that are no ASCII: `str.isdigit` holds of some that `int` refuses.
    yield from ("² ½ Ⅷ ٣ ３ ௧ 𝟗", "12²", "٣٤ 2016", "1\u0660", "10\u00a0000 10\u202f000")
    # Folding changes the length of these; spans are of the text as given.
    yield from ("İ" * 50, "ﬁ ß ŉ İ 2016", "İstanbul 3 Mei 2016 İ")
    # Marks without a base, right-to-left, joiners, beyond the basic plane.
    yield from ("\u0301\u0302a\u0303", "\u202eabc 2016\u202c", "a\u200bb\u200d 2\u00ad016", "🕊️ 👩‍👩‍👧 𝕬𝖇𝖈 " * 20)
    yield from ("<p>2016-05-02</p><script>alert(1)</script>", '{"text": "5 May 2016"}', "%s %d {0} {x} \\1 $1")
    yield from ("99/99/9999 31/02/2016 00/00/0000 2016-13-45T99:99", "-1 -0 +5 1e999 0x10 1_000 NaN inf")
    yield from (scrap * 200 for scrap in _SCRAPS)


def distortions(text: str) -> Iterator[str]:
    """The text as bad sources give it: other letter case, spaces, lines, normal form; cut short, turned about."""
    yield text.upper()
    yield text.lower()
    yield text.replace(" ", "\u00a0")
    yield text.replace(" ", "  ")
    yield text.replace(" ", "\r\n")
    yield text.replace(" ", "")
    yield unicodedata.normalize("NFD", text)
    yield " ".join(reversed(text.split(" ")))
    yield text[::-1]
    yield f"🕊️ İ {text}"
    yield text + text
    yield from (text[cut:] for cut in _cuts(len(text)))
    yield from (text[:cut] for cut in _cuts(len(text)))


def _cuts(length: int) -> range:
    """Some ten places within a text."""
    return range(1, length, max(1, length // 10))
