"""Numerals in a text: digits as the Indonesian press writes them, number words, vague words, mixtures.

No bound and no unit is looked at here; `Numeral.low` and `high` are the whole numbers that the numeral allows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ceasefire.document import Document
from ceasefire_id.numbers.spelling import Spelling
from ceasefire_id.patterns import LazyPattern

__all__ = ["Numeral", "Numerals", "joined", "word_after", "word_before"]

#: longer runs of digits count nothing (telephones, identifiers)
_LONGEST_RUN = 15
#: no numeral below a thousand trillion has more words
_LONGEST_WORDS = 40

_DIGITS = LazyPattern(r"(?P<whole>\d++)(?P<groups>(?:[.,]\d++)*+)(?:-?(?P<ending>\p{L}[\p{L}\d]*+))?+")
_GROUP = LazyPattern(r"[.,]\d++")


@attrs.frozen
class Numeral:
    """A number in the text, without its bound."""

    #: smallest and largest whole number; `high` is null where it is open
    low: int
    high: int | None
    #: numbers of its first and last word
    first: int
    last: int
    #: where it ends in the text: before a unit that is glued to its digits
    end: int
    #: what `ribu`, `juta` in it multiply by; 1 where nothing does
    scale: int = 1
    #: digits alone, nothing that groups thousands: it may be a year, a label, a clock
    plain: bool = False
    #: how many of its digits are decimals (`08.30`, `1,5`); then `digits` are all of them
    decimals: int = 0
    digits: int = 0
    #: `puluhan`, `beberapa`
    vague: bool = False
    #: the unit glued to the digits (`10km`), in lower case
    glued: str = ""

    def times(self, scale: int) -> int:
        """The number as a scale after it would make it: `1,5` with `juta` of the number that it stands before."""
        return self.digits * scale // 10**self.decimals if self.decimals else self.low * scale


class Numerals:
    """Reads numerals. Built once from the lexicon."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self.spelling = Spelling(lexicon)
        self.scales: Mapping[str, int] = lexicon["scales"]
        self.persons: Mapping[str, int] = lexicon["persons"]
        self.vague: Mapping[str, tuple[int, ...]] = {word: tuple(ends) for word, ends in lexicon["vague"].items()}
        self.multiples: Mapping[str, int] = {"puluh": 10, "ratus": 100, **self.scales}
        self.vague_scales: Mapping[str, int] = {f"{word}an": value for word, value in self.scales.items()}
        digits = lexicon["digits"]
        self.pairs: Mapping[str, tuple[int, int]] = {
            f"{low}-{high}": (digits[low], digits[high])
            for low in digits
            for high in digits
            if digits[low] < digits[high]
        }
        #: words other than digits with which a numeral begins
        self.triggers = self.spelling.beginnings | self.persons.keys() | self.vague.keys() | self.pairs.keys()

    def at(self, document: Document, first: int) -> Numeral | None:
        """The longest numeral that begins with the word of that number."""
        word = document.words.folded[first]
        if word[0].isdecimal():
            return self._digits(document, first)
        end = document.words.ends[first]
        if word in self.persons:
            return Numeral(self.persons[word], self.persons[word], first, first, end)
        if word in self.vague:
            ends = self.vague[word]
            if len(ends) > 1:
                return self._multiplied(document, first, ends[0], ends[1], vague=True)
            # `sejumlah 12 orang` is twelve
            following = word_after(document, first)
            return None if following[:1].isdecimal() else Numeral(ends[0], None, first, first, end, vague=True)
        if word in self.pairs:
            return self._multiplied(document, first, *self.pairs[word], vague=False)
        return self._words(document, first)

    def _words(self, document: Document, first: int) -> Numeral | None:
        run, last = [document.words.folded[first]], first
        while len(run) < _LONGEST_WORDS and word_after(document, last) in self.spelling.words:
            last += 1
            run.append(document.words.folded[last])
        read = self.spelling.read(run)
        if read is None:
            return None
        value, length, scale = read
        last, high = first + length - 1, value
        about = self.vague_scales.get(word_after(document, last))
        if about and scale == 1:
            # `dua ribuan`
            value, high, last, scale = value * about, (value + 1) * about - 1, last + 1, about
        return Numeral(value, high, first, last, document.words.ends[last], scale)

    def _multiplied(self, document: Document, first: int, low: int, high: int, *, vague: bool) -> Numeral:
        """`puluhan`, `puluhan ribu`, `beberapa ratus ribu`, `dua-tiga ribu`."""
        last, scale = first, 1
        while multiple := self.multiples.get(word_after(document, last)):
            if scale >= 1000:
                break
            # the words allow all that is not the next such number
            low, high = low * multiple, ((high + 1) * multiple - 1 if vague else high * multiple)
            last, scale = last + 1, scale * multiple
        return Numeral(low, high, first, last, document.words.ends[last], scale, vague=vague)

    # ---- digits --------------------------------------------------------------------------------------------------

    def _digits(self, document: Document, first: int) -> Numeral | None:
        match = _DIGITS.fullmatch(document.words.folded[first])
        if not match:
            return None
        whole, groups, ending = match["whole"], match["groups"], match["ending"] or ""
        last, end = first, document.words.ends[first]
        spaced = "" if groups or ending else self._spaced_thousands(document, first, whole)
        if spaced:
            whole, last = whole + spaced, first + len(spaced) // 3
        scaler = ending or word_after(document, last)
        scale = self.scales.get(scaler) or self.vague_scales.get(scaler) or 1
        if scale > 1 and not ending:
            last += 1
        value = _value(whole, groups, scaled=scale > 1)
        if value is None:
            return None
        digits, decimals = value
        low, rest = divmod(digits * scale, 10**decimals)
        high, glued = low + (rest > 0), ""
        if ending == "an":
            high = low + _last_place(low) - 1
        elif scaler in self.vague_scales:
            high = low + scale - 1
        elif ending and scale == 1:
            glued, end = ending, end - len(ending)
        if last > first:
            end = document.words.ends[last]
        plain = scale == 1 and not groups and not spaced and not ending
        return Numeral(low, high, first, last, end, scale, plain, decimals, digits, glued=glued)

    def _spaced_thousands(self, document: Document, first: int, whole: str) -> str:
        """The digits after a space in `2 202`, one space and three digits each."""
        words, last, found = document.words, first, ""
        if len(whole) > 3 or whole.startswith("0"):
            return ""
        while joined(document, last) and words.starts[last + 1] == words.ends[last] + 1:
            group = words.folded[last + 1]
            if len(group) != 3 or not group.isdecimal():
                break
            found, last = found + group, last + 1
        return found


def _value(whole: str, groups: str, *, scaled: bool) -> tuple[int, int] | None:
    """The digits as one whole number, and how many of them are decimals. Null where no number is written so.

    A point or comma groups thousands where three digits follow (`2.202`; `1,500` in the English way), but a
    comma before `juta` is decimal (`1,250 juta`). Other separators are decimal.
    """
    parts = _GROUP.findall(groups)
    digits = whole + "".join(part[1:] for part in parts)
    if len(digits) > _LONGEST_RUN:
        return None
    if not parts:
        return int(digits), 0
    decimals = 0
    grouping = parts
    if len(parts[-1]) != 4 or (len(parts) == 1 and scaled and parts[0][0] == ","):
        decimals, grouping = len(parts[-1]) - 1, parts[:-1]
    if grouping and (len(whole) > 3 or any(len(part) != 4 for part in grouping)):
        return None
    return int(digits), decimals


def _last_place(number: int) -> int:
    """What the last digit that is not 0 counts: 10 for 250, 100 for 300; at least 10."""
    place = 10
    while number and number % (place * 10) == 0:
        place *= 10
    return place


# ---- neighbouring words ------------------------------------------------------------------------------------------


def joined(document: Document, number: int) -> bool:
    """Whether white space within a line, and nothing else, parts the word of that number from the next one."""
    words = document.words
    if not 0 <= number < len(words) - 1:
        return False
    gap = document.text[words.ends[number] : words.starts[number + 1]]
    return gap == " " or (gap.isspace() and "\n" not in gap and "\r" not in gap)


def word_after(document: Document, number: int) -> str:
    """The word after the word of that number where only space parts them, else nothing."""
    return document.words.folded[number + 1] if joined(document, number) else ""


def word_before(document: Document, number: int) -> str:
    """The word before the word of that number where only space parts them, else nothing."""
    return document.words.folded[number - 1] if joined(document, number - 1) else ""
