"""What stands beside a numeral and changes which numbers it allows: bounds before and after, ranges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import attrs

from ceasefire.document import Document
from ceasefire_id.numbers.numerals import Numeral, Numerals, joined, word_after, word_before
from ceasefire_id.patterns import LazyPattern

__all__ = ["Bound", "Bounds", "Kind", "Range", "allowed"]

#: how a bound changes the number: `lebih dari`, `sedikitnya`, `sekitar`, `hampir`, `paling banyak`
Kind = Literal["more", "least", "about", "less", "most"]

_SIGNS: Mapping[str, Kind] = {"±": "about", "~": "about", ">": "more", "<": "less", "≥": "least", "≤": "most"}
_DASH = LazyPattern(r"\s?(?:--|[-–—])\s?")


@attrs.frozen
class Bound:
    """A bound and its stretch of the mention, empty where the bound lends itself from outside."""

    kind: Kind
    start: int
    end: int


@attrs.frozen
class Range:
    """Two numerals that are the ends of one number."""

    low: int
    high: int | None
    #: where it begins: at `antara` where that opens it
    start: int
    second: Numeral


class Bounds:
    """Finds bounds and ranges. Built once from the lexicon."""

    def __init__(self, lexicon: Mapping[str, Any], numerals: Numerals) -> None:
        bounds, ranges = lexicon["bounds"], lexicon["ranges"]
        self._spoken = _by_last_word(bounds["spoken"])
        self._until = frozenset(bounds["until"]["words"])
        self._verbs: dict[str, Kind] = {word: kind for kind, words in bounds["verbs"].items() for word in words}
        self._between = frozenset(bounds["between"]["words"])
        self._adverbial = frozenset(bounds["adverbial"]["words"])
        self._more_after = frozenset(bounds["after"]["more"])
        self._may_follow = frozenset(bounds["after"]["next"])
        self._links = frozenset(ranges["links"])
        self._between_words, self._ends = frozenset(ranges["between"]), frozenset(ranges["ends"])
        self._numerals = numerals

    # ---- before --------------------------------------------------------------------------------------------------

    def before(self, document: Document, first: int, *, counts: bool) -> Bound | None:
        """The bound before the word of that number; `counts` allows those that elsewhere are prepositions of time."""
        words, text = document.words, document.text
        start = words.starts[first]
        sign = text[max(0, start - 2) : start].strip()[-1:]
        if sign in _SIGNS:
            return Bound(_SIGNS[sign], text.rindex(sign, 0, start), start)
        at = first - 1
        while at >= 0 and words.folded[at] in self._between and joined(document, at):
            at -= 1
        if at < 0 or not _touches(document, at):
            return None
        if found := self._spoken_ending(document, at):
            return found
        word = words.folded[at]
        if word in self._verbs:
            return Bound(self._verbs[word], start, start)
        if counts and word in self._until and joined(document, at):
            return Bound("most", words.starts[at], start)
        return self._adverb(document, at, start)

    def _spoken_ending(self, document: Document, at: int) -> Bound | None:
        words = document.words
        for phrase, kind in self._spoken.get(words.folded[at], ()):
            begin = at - len(phrase) + 1
            if begin >= 0 and tuple(words.folded[begin : at + 1]) == phrase and _all_joined(document, begin, at):
                outer = begin - 1
                # `setidaknya lebih dari 20` is one bound, the inner one; the outer one adds nothing
                if outer >= 0 and _touches(document, outer):
                    stacked = self._spoken_ending(document, outer)
                    if stacked and stacked.kind in {"least", "about", "less"}:
                        return Bound(kind, stacked.start, words.ends[at])
                return Bound(kind, words.starts[begin], words.ends[at])
        return None

    def _adverb(self, document: Document, at: int, start: int) -> Bound | None:
        """`sedikitnya telah menewaskan 20 orang`: the adverb of the verb bounds the figure."""
        steps = 0
        while at >= 0 and document.words.folded[at] in self._adverbial and joined(document, at) and steps < 3:
            at, steps = at - 1, steps + 1
        if not steps or at < 0 or not joined(document, at):
            return None
        bound = self._spoken_ending(document, at)
        return Bound("least", start, start) if bound and bound.kind == "least" else None

    # ---- after ---------------------------------------------------------------------------------------------------

    def after(self, document: Document, last: int, end: int) -> Bound | None:
        """`300 lebih`, `1.100+`, `300 orang lebih`: after the word of that number, which ends at `end`."""
        text, words = document.text, document.words
        if text.startswith("+", end):
            return Bound("more", end, end + 1)
        following = word_after(document, last)
        if or_more := self._or_more(document, last, end):
            return or_more
        if following in self._more_after and word_after(document, last + 1) != "dari":
            return Bound("more", end, words.ends[last + 1])
        if following and word_after(document, last + 1) in self._more_after:
            beyond = word_after(document, last + 2)
            if beyond in self._may_follow or not joined(document, last + 2):
                return Bound("more", end, end)
        return None

    def _or_more(self, document: Document, last: int, end: int) -> Bound | None:
        """`300 atau lebih`, `300 orang atau lebih`."""
        for skipped in (0, 1):
            at = last + skipped
            if word_after(document, at) == "atau" and word_after(document, at + 1) in self._more_after:
                return Bound("least", end, end if skipped else document.words.ends[at + 2])
            if not joined(document, at):
                return None
        return None

    # ---- ranges --------------------------------------------------------------------------------------------------

    def range_from(self, document: Document, numeral: Numeral) -> Range | None:
        """`10-12`, `10 hingga 12`, `antara 10 dan 12`, `350 sampai 400 ribu`; the second end must be the greater."""
        words = document.words
        if numeral.last + 1 >= len(words):
            return None
        opened = word_before(document, numeral.first) in self._between_words
        link = word_after(document, numeral.last)
        if link in self._links or (opened and link in self._ends):
            if not joined(document, numeral.last + 1):
                return None
            at = numeral.last + 2
        elif not link and _DASH.fullmatch(document.text, numeral.end, words.starts[numeral.last + 1]):
            at = numeral.last + 1
        else:
            return None
        second = self._numerals.at(document, at)
        if second is None or second.high is None:
            return None
        low = numeral.low
        if numeral.scale == 1 and second.scale > 1 and low < 1000 and numeral.times(second.scale) < second.low:
            low = numeral.times(second.scale)
        if low >= second.low:
            return None
        start = words.starts[numeral.first - 1] if opened else words.starts[numeral.first]
        return Range(low, second.high, start, second)


def allowed(kind: Kind, low: int, high: int | None) -> tuple[int | None, int | None]:
    """The whole numbers that a bound allows of a number; about is ten per cent either way, rounded outward."""
    if kind == "more":
        return low + 1, None
    if kind == "least":
        return low, None
    top = low if high is None else high
    if kind == "less":
        return None, top - 1
    if kind == "most":
        return None, top
    return low * 9 // 10, -(-top * 11 // 10)


def _by_last_word(kinds: Mapping[Kind, Iterable[str]]) -> dict[str, list[tuple[tuple[str, ...], Kind]]]:
    """Phrases by their last word, longest first, so that `tak kurang dari` is found before `kurang dari`."""
    found: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
    for kind, phrases in kinds.items():
        for phrase in phrases:
            split = tuple(phrase.split())
            found.setdefault(split[-1], []).append((split, kind))
    for candidates in found.values():
        candidates.sort(key=lambda candidate: -len(candidate[0]))
    return found


def _touches(document: Document, number: int) -> bool:
    """Whether the word of that number stands before the next one, a comma allowed between them."""
    words = document.words
    gap = document.text[words.ends[number] : words.starts[number + 1]]
    return gap == " " or (gap.strip() in {"", ","} and "\n" not in gap and "\r" not in gap and bool(gap))


def _all_joined(document: Document, first: int, last: int) -> bool:
    return all(joined(document, number) for number in range(first, last))
