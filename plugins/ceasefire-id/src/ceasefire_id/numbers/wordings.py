"""Numbers that no numeral spells: ordinals, fractions, `tidak ada`, `salah satu`, and idioms that count nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from ceasefire.document import Document
from ceasefire.mentions import NumberMention
from ceasefire.models import Span
from ceasefire_id.numbers.numerals import Numerals, word_after
from ceasefire_id.patterns import LazyPattern, alternatives

__all__ = ["Wordings"]

#: no wording is longer; a pattern that looks no farther stays quick on long texts
_REACH = 80
_ORDINAL_DIGITS = LazyPattern(r"ke-?\s?(\d{1,4})\b", ignore_case=True)


class Wordings:
    """Reads them. Built once from the lexicon."""

    def __init__(self, lexicon: Mapping[str, Any], numerals: Numerals) -> None:
        self._ordinals: Mapping[str, int] = lexicon["ordinals"]
        self._collective = frozenset(lexicon["collective"]["nouns"])
        self._spelling = numerals.spelling
        zero = lexicon["zero"]
        self._zero = LazyPattern(
            rf"{alternatives(zero['persons'])}\b|{alternatives(zero['words'])}(?=\s+{alternatives(zero['nouns'])}\b)",
            ignore_case=True,
        )
        self._idiom = LazyPattern(rf"{alternatives(lexicon['idioms']['phrases'])}\b", ignore_case=True)
        fractions = frozenset(lexicon["fractions"]["words"])
        self._fractional = fractions | {f"{word}nya" for word in fractions}
        self._fraction = LazyPattern(
            rf"(?:{alternatives(numerals.spelling.digits)}\s+)?+{alternatives(fractions)}(?:nya)?\b"
            rf"(?!\s+{alternatives(numerals.scales)}\b)",
            ignore_case=True,
        )
        self._zero_words = frozenset(phrase.split()[0] for phrase in (*zero["words"], *zero["persons"]))
        self._idiom_words = frozenset(phrase.split()[0] for phrase in lexicon["idioms"]["phrases"])
        #: words with which one of these begins
        self.triggers = (
            self._ordinals.keys() | self._fractional | self._zero_words | self._idiom_words | {"salah", "ke"}
        )

    def at(self, document: Document, number: int) -> NumberMention | None:
        """The number that begins with the word of that number, unless it is a numeral."""
        word, start = document.words.folded[number], document.words.starts[number]
        if word in self._ordinals or word == "ke" or word.startswith("ke-"):
            return self._ordinal(document, number, start)
        if word in self._zero_words and (match := self._zero.match(document.text, start, start + _REACH)):
            return _mention("zero", Span(start, match.end()), 0, 0)
        if word == "salah":
            return self._one_of(document, number, start)
        following = word_after(document, number)
        if word in self._fractional or following in self._fractional:
            match = self._fraction.match(document.text, start, start + _REACH)
            return _mention("fraction", Span(start, match.end()), None, None, form="fraction") if match else None
        return None

    def idiom_at(self, document: Document, number: int) -> int | None:
        """Where an idiom that counts nothing ends, if the word of that number begins one: `satu sama lain`."""
        if document.words.folded[number] not in self._idiom_words:
            return None
        start = document.words.starts[number]
        match = self._idiom.match(document.text, start, start + _REACH)
        return match.end() if match else None

    def _ordinal(self, document: Document, number: int, start: int) -> NumberMention | None:
        """`kedua`, `kedua belas`, `ke-18`; a collective before what it counts: `kedua pihak`."""
        words = document.words
        if match := _ORDINAL_DIGITS.match(document.text, start, start + _REACH):
            value, span = int(match[1]), Span(start, match.end())
            return _mention("ordinal", span, value, value, form="ordinal")
        word = words.folded[number]
        if word not in self._ordinals:
            return None
        run = [word.removeprefix("ke")]
        while (following := word_after(document, number + len(run) - 1)) in {"belas", "puluh"} or (
            run[-1] == "puluh" and following in self._spelling.digits
        ):
            run.append(following)
        read = self._spelling.read(run) if len(run) > 1 else None
        value, length = (read[0], read[1]) if read else (self._ordinals[word], 1)
        last = number + length - 1
        span = Span(start, words.ends[last])
        if value > 1 and word_after(document, last) in self._collective:
            return _mention("collective", span, value, value)
        return _mention("ordinal", span, value, value, form="ordinal")

    def _one_of(self, document: Document, number: int, start: int) -> NumberMention | None:
        """`salah satu`, `salah seorang`, `salah satunya`."""
        if word_after(document, number) not in {"satu", "seorang", "satunya"}:
            return None
        return _mention("one-of", Span(start, document.words.ends[number + 1]), 1, 1)


def _mention(
    rule: str,
    span: Span,
    smallest: int | None,
    largest: int | None,
    form: Literal["cardinal", "ordinal", "fraction"] = "cardinal",
) -> NumberMention:
    return NumberMention(span=span, by=f"id-numbers:{rule}", min=smallest, max=largest, bare=span, form=form)
