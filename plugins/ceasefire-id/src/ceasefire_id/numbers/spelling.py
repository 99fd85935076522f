"""Number words to numbers: a list of words in, what its longest numeral denotes out. Knows no text and no spans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

__all__ = ["Spelling"]


class Spelling:
    """The grammar of number words: `dua ratus lima puluh ribu tiga`, `dua setengah juta`, `satu koma lima juta`."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self.digits: Mapping[str, int] = lexicon["digits"]
        self.fused: Mapping[str, int] = lexicon["fused"]
        self.scales: Mapping[str, int] = lexicon["scales"]
        self.dozens: Mapping[str, int] = lexicon["dozens"]
        self.parts: Mapping[str, Decimal] = {word: Decimal(part) for word, part in lexicon["parts"].items()}
        #: written as one word: `duabelas`, `duapuluh`, `duaratus`
        self.glued: Mapping[str, Mapping[str, int]] = {
            name: {f"{word}{name}": add + digit * size for word, digit in self.digits.items() if digit}
            for name, add, size in (("belas", 10, 1), ("puluh", 0, 10), ("ratus", 0, 100))
        }
        glued = {word for words in self.glued.values() for word in words}
        #: words with which a numeral begins
        self.beginnings = frozenset({*self.digits, *self.fused, *self.parts, *glued, "selusin"})
        #: all words that a numeral is made of
        self.words = (
            self.beginnings | self.scales.keys() | self.dozens.keys() | {"belas", "puluh", "ratus", "koma", "perempat"}
        )

    def read(self, words: Sequence[str]) -> tuple[int, int, int] | None:
        """What the longest numeral at the beginning of `words` denotes, how many words it has, its highest scale.

        Null where the words begin no numeral that is a whole number.
        """
        total, at, ceiling, highest = 0, 0, 10**15, 1
        while at < len(words):
            group = self._group(words, at)
            if group is None:
                break
            value, scale, end = group
            if scale >= ceiling or value * scale != int(value * scale):
                break
            total, at, highest = total + int(value * scale), end, max(highest, scale)
            if scale == 1:
                break
            ceiling = scale
        return (total, at, highest) if at else None

    def _group(self, words: Sequence[str], at: int) -> tuple[Decimal, int, int] | None:
        """A number below a thousand and the scale after it: `350 ribu` without digits; then where it ends."""
        fused = self.fused.get(words[at], 0)
        if fused >= 1000:
            return Decimal(1), fused, at + 1
        if words[at] in self.dozens and words[at] in self.beginnings:
            return Decimal(1), self.dozens[words[at]], at + 1
        if words[at] in self.parts:
            value, end = self.parts[words[at]], at + 1
        else:
            whole, end = self._below_thousand(words, at)
            if end == at:
                return None
            value, end = self._with_fraction(words, end, whole)
        following = _at(words, end)
        if following in self.dozens and following not in self.beginnings:
            return value, self.dozens[following], end + 1
        scale = self.scales.get(following)
        return (value, scale, end + 1) if scale else (value, 1, end)

    def _with_fraction(self, words: Sequence[str], at: int, whole: int) -> tuple[Decimal, int]:
        """`dua setengah juta`, `tiga perempat juta`, `satu koma lima juta`; as it is where no scale follows."""
        if _at(words, at) == "perempat" and _at(words, at + 1) in self.scales:
            return whole * self.parts["seperempat"], at + 1
        if _at(words, at) in self.parts and _at(words, at + 1) in self.scales:
            return whole + self.parts[words[at]], at + 1
        if _at(words, at) == "koma":
            end, decimals = at + 1, ""
            while _at(words, end) in self.digits:
                decimals, end = decimals + str(self.digits[words[end]]), end + 1
            if decimals and _at(words, end) in self.scales:
                return Decimal(f"{whole}.{decimals}"), end
        return Decimal(whole), at

    def _below_thousand(self, words: Sequence[str], at: int) -> tuple[int, int]:
        """`tiga ratus dua puluh lima`; the second is where it ends, `at` where there is none."""
        hundreds, at = self._multiple(words, at, "ratus", 100)
        tens, at = self._multiple(words, at, "puluh", 10)
        if not tens:
            word = _at(words, at)
            if self.fused.get(word) in {10, 11}:
                return hundreds + self.fused[word], at + 1
            if word in self.glued["belas"]:
                return hundreds + self.glued["belas"][word], at + 1
            if word in self.digits and _at(words, at + 1) == "belas":
                return hundreds + 10 + self.digits[word], at + 2
        word = _at(words, at)
        if word in self.digits and _at(words, at + 1) not in {"puluh", "ratus", "belas"}:
            return hundreds + tens + self.digits[word], at + 1
        return hundreds + tens, at

    def _multiple(self, words: Sequence[str], at: int, name: str, size: int) -> tuple[int, int]:
        """`seratus` or `lima ratus`; 0 where there is none."""
        word = _at(words, at)
        if self.fused.get(word) == size and size == 100:
            return size, at + 1
        if word in self.glued[name]:
            return self.glued[name][word], at + 1
        if word in self.digits and _at(words, at + 1) == name:
            return self.digits[word] * size, at + 2
        return 0, at


def _at(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""
