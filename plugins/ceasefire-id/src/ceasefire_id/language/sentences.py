"""Where sentences end.

A stop, question or exclamation mark, with the closing marks after it, ends a sentence where white space and
then a capital, a figure or an opening mark follow; also where the space is missing (`telepon.Juru bicara`).
Not after an abbreviation or an initial, not inside a figure, a clock or a bracket. A stop before a closing mark
ends nothing where the sentence goes on in a small letter (`"Kami siap." kata dia.`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from ceasefire.models import Span
from ceasefire_id import lexicon
from ceasefire_id.language.quotations import find_quotations
from ceasefire_id.patterns import LazyPattern

__all__ = ["SentenceSplitter"]

_STOP: Final = LazyPattern(r"""[.!?…]++(?:\s?[”’»"')\]](?!\w))*+""")
_BRACKET: Final = LazyPattern(r"\([^()\n]{1,300}+\)|\[[^\[\]\n]{1,300}+\]")
#: the word that a stop follows, looked for backwards over at most this many characters
_REACH: Final = 14
_WORD_BEFORE: Final = LazyPattern(r"(?:[\p{L}\d]+\.)*[\p{L}\d]+$")
#: the platform X closes a sentence: `tulis N di X. Z mengatakan`
_PLATFORM: Final = LazyPattern(r"\b(?:di|platform|akun|sosial|lewat|melalui)\s+X$")
_CLOCK_BEFORE: Final = LazyPattern(r"(?:pukul|pkl|jam)\.?\s*\d{1,2}$", ignore_case=True)
_TWO_DIGITS: Final = LazyPattern(r"\d{2}(?!\d)")
_ITEM_NUMBER: Final = LazyPattern(r"(?:\d{1,2}|[a-zA-Z])\.")
_QUOTES: Final = frozenset("“”„‟\"«»‘’'")
_OPENING: Final = frozenset("“„«‘\"'”([")


class SentenceSplitter:
    """Splits paragraphs into sentences."""

    def __init__(self) -> None:
        words = lexicon.load("language")["abbreviations"].values()
        self._abbreviations = frozenset(chain.from_iterable(words))

    def split(self, text: str, paragraph: Span) -> Iterator[Span]:
        """The sentences of a paragraph, without the white space between them."""
        start = paragraph.start
        brackets = [match.span() for match in _BRACKET.finditer(text, paragraph.start, paragraph.end)]
        openings: set[int] | None = None
        bracket = 0
        for match in _STOP.finditer(text, paragraph.start, paragraph.end):
            stop, end = match.start(), match.end()
            while bracket < len(brackets) and brackets[bracket][1] <= stop:
                bracket += 1
            if bracket < len(brackets) and brackets[bracket][0] < stop:
                continue
            if any(text[position] in _QUOTES for position in range(stop + 1, end)):
                if openings is None:
                    openings = {quotation.span.start for quotation in find_quotations(text, paragraph)}
                end = _without_opening_mark(text, stop, end, openings)
            following = end
            while following < paragraph.end and text[following].isspace():
                following += 1
            if following >= paragraph.end:
                break
            if self._ends(text, start, stop, end, following):
                yield Span(start, end)
                start = following
        if start < paragraph.end:
            yield Span(start, paragraph.end)

    def _ends(self, text: str, start: int, stop: int, end: int, following: int) -> bool:
        """Whether the stop at `stop`, with its closing marks up to `end`, ends the sentence that begins at `start`."""
        next_character = text[following]
        # A letter of a script without case begins a sentence like a capital.
        begins = (next_character.isalnum() and not next_character.islower()) or next_character in _OPENING
        if not begins:
            return False
        if following == end and not _is_glued(text, stop, end):
            return False
        if text[stop] != "." or end - stop > 1:
            return True
        before = text[max(start, stop - _REACH) : stop]
        if _ITEM_NUMBER.fullmatch(text, start, stop + 1):
            return False
        word = _WORD_BEFORE.search(before)
        if word and self._is_abbreviation(word[0]) and not _PLATFORM.search(before):
            return False
        if next_character.isdigit() and _CLOCK_BEFORE.search(before) and _TWO_DIGITS.match(text, following):
            return False
        # `18.00. (1600 GMT)`: a bracket with a figure belongs to the figure before it.
        in_bracket = text[following + 1 : following + 2]
        return not (next_character == "(" and before[-1:].isdigit() and in_bracket.isdigit())

    def _is_abbreviation(self, word: str) -> bool:
        """A listed one, an initial (`R`), or a run of initials (`R.S.F`)."""
        parts = word.split(".")
        if all(len(part) == 1 and part.isupper() for part in parts):
            return True
        return word.lower() in self._abbreviations or parts[-1].lower() in self._abbreviations


def _without_opening_mark(text: str, stop: int, end: int, openings: set[int]) -> int:
    """Where the sentence ends if a quotation mark after the stop opens the next one (`impor."Kami`)."""
    for position in range(stop + 1, end):
        if position in openings:
            while text[position - 1].isspace():
                position -= 1
            return position
    return end


def _is_glued(text: str, stop: int, end: int) -> bool:
    """Whether a sentence begins right after a stop without a space: two small letters or a figure, stop, `Xx`."""
    before, after = text[max(0, stop - 2) : stop], text[end : end + 3]
    tight = (before.isalpha() and before.islower()) or before[-1:].isdigit() or before[-1:] in (")", "%")
    if len(before) < 2 or not tight:
        return False
    letters = after[1:] if after[:1] in _QUOTES else after[:2]
    return len(letters) >= 2 and letters[0].isupper() and (letters[1].islower() or letters[1].isspace())
