"""An article under reading: its text, where its sentences and quotations are, and the mentions found so far.

A document looks at the text once: one pass finds all words and remembers where each stands, so a rule asks
`document.where("gencatan", "jeda")` and tries its pattern only there. Mentions are kept by type, sorted by
span; looking up what stands in a stretch costs a bisection, not a scan.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate
from typing import Any, TypeVar

import attrs
import regex

from ceasefire.language import Furniture, Language, Quotation
from ceasefire.mentions import Mention
from ceasefire.models import Span

__all__ = ["Considered", "Document", "Words"]

M = TypeVar("M", bound=Mention)
T = TypeVar("T")

# A word is a run of letters, digits and marks. An apostrophe joins runs (`Jum'at`), a hyphen does so before a
# small letter or a digit (`saat-saat`, `ke-18`) and parts them before a capital (`Israel-Hamas`, `al-Assad`);
# a point or comma joins digits (`2.202`, `08.00`).
_WORD = regex.compile(
    r"\d++(?:[.,]\d++)*+(?:-?\p{Ll}[\p{L}\p{M}\d]*+|\p{L}[\p{L}\p{M}\d]*+)?+"
    r"|[\p{L}\p{M}_][\p{L}\p{M}\d_]*+(?:(?:['’ʼ`](?=\p{L})|-(?=[\p{Ll}\d]))[\p{L}\p{M}\d_]++)*+"
)
# A byte order mark or a joiner before the first sign is no part of a sentence.
_PARAGRAPH = regex.compile(r"[^\s\ufeff\u200b-\u200f\u2060][^\r\n\u2028\u2029]*+")


class Words:
    """All words of a text: parallel lists of where each begins and ends and how it reads folded, and an index.

    Folding is `str.lower`, which may change a word's length; `starts` and `ends` are always of the text as given.
    """

    __slots__ = ("ends", "folded", "index", "starts")

    def __init__(self, text: str) -> None:
        #: first code point of each word
        self.starts: list[int] = []
        #: the code point after each word
        self.ends: list[int] = []
        #: each word in lower case
        self.folded: list[str] = []
        #: folded word to the numbers of the words that read so, ascending
        self.index: dict[str, list[int]] = {}
        starts, ends, folded, index = self.starts, self.ends, self.folded, self.index
        for number, match in enumerate(_WORD.finditer(text)):
            start, end = match.span()
            word = text[start:end].lower()
            starts.append(start)
            ends.append(end)
            folded.append(word)
            if word in index:
                index[word].append(number)
            else:
                index[word] = [number]

    def __len__(self) -> int:
        return len(self.starts)

    def numbers(self, words: Iterable[str] | frozenset[str]) -> list[int]:
        """The numbers of all words that read as one of `words` (folded), ascending."""
        present = self.index.keys() & words
        if len(present) == 1:
            return self.index[present.pop()]
        return sorted(number for word in present for number in self.index[word])

    def first_at(self, position: int) -> int:
        """The number of the first word that starts at or after `position`."""
        return bisect_left(self.starts, position)

    def last_before(self, position: int) -> int:
        """The number of the last word that ends at or before `position`; -1 if there is none."""
        return bisect_right(self.ends, position) - 1


@attrs.frozen
class _Shelf:
    """The mentions of one type, sorted by span, with their starts for bisection and the longest length."""

    mentions: list[Any] = attrs.field(factory=list)
    starts: list[int] = attrs.field(factory=list)
    longest: list[int] = attrs.field(factory=lambda: [0])

    def add(self, mentions: Iterable[Mention]) -> None:
        self.mentions.extend(mentions)
        self.mentions.sort(key=lambda m: (m.span.start, m.span.end, m.by))
        self.starts[:] = [m.span.start for m in self.mentions]
        self.longest[0] = max((len(m.span) for m in self.mentions), default=0)


class _Stretches:
    """Stretches of the text in the order of their starts, and how far those before each reach, for bisection."""

    __slots__ = ("_reach", "_starts")

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts = [span.start for span in spans]
        self._reach = list(accumulate((span.end for span in spans), max))

    def touching(self, start: int, end: int) -> Iterator[int]:
        """The numbers of those that may share a code point with `start` to `end`, the last one first."""
        number = bisect_left(self._starts, end) - 1
        while number >= 0 and self._reach[number] > start:
            yield number
            number -= 1


@attrs.frozen
class Considered:
    """Something that a rule looked at and did not take, with the reason."""

    #: plugin and rule
    by: str
    span: Span
    why: str


class Document:
    """An article under reading. Extractors read it; only the reader puts mentions on it."""

    def __init__(self, text: str, language: Language, published: date | None = None, timezone: str = "UTC") -> None:
        #: the article's text exactly as given
        self.text = text
        self.language = language
        #: the day of publication; null where nobody gave it
        self.published = published
        #: IANA name of the article's time zone
        self.timezone = timezone
        self.words = Words(text)
        self.paragraphs: tuple[Span, ...] = tuple(
            Span(m.start(), m.start() + len(m[0].rstrip())) for m in _PARAGRAPH.finditer(text)
        )
        self.furniture: tuple[Furniture, ...] = tuple(
            piece
            for number, paragraph in enumerate(self.paragraphs)
            for piece in sorted(language.furniture(text, paragraph, number == 0), key=lambda piece: piece.span)
        )
        self.sentences: tuple[Span, ...] = tuple(
            sentence for paragraph in self.paragraphs for sentence in language.sentences(text, paragraph)
        )
        self.quotations: tuple[Quotation, ...] = tuple(
            quotation for paragraph in self.paragraphs for quotation in language.quotations(text, paragraph)
        )
        self._paragraph_starts = [span.start for span in self.paragraphs]
        self._sentence_starts = [span.start for span in self.sentences]
        self._quoted = _Stretches([quotation.span for quotation in self.quotations])
        self._furnished = _Stretches([piece.span for piece in self.furniture])
        self._shelves: dict[type[Mention], _Shelf] = {}
        self._memory: dict[object, object] = {}
        #: what rules looked at and did not take; null unless the reading is traced
        self.considered: list[Considered] | None = None

    # ---- text ----------------------------------------------------------------------------------------------------

    def text_of(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]

    def where(self, *words: str) -> list[int]:
        """Where in the text any of these words (in lower case) starts, ascending."""
        starts = self.words.starts
        return [starts[number] for number in self.words.numbers(words)]

    def has(self, words: frozenset[str]) -> bool:
        """Whether any of these words (in lower case) stands in the text."""
        return not words.isdisjoint(self.words.index)

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds `position`; between two, the one before; the whole text where there is none."""
        number = self.sentence_number(position)
        return self.sentences[number] if number >= 0 else Span(0, len(self.text))

    def sentence_number(self, position: int) -> int:
        """The number of that sentence; -1 before the first."""
        return bisect_right(self._sentence_starts, position) - 1

    def paragraph_at(self, position: int) -> Span:
        """The paragraph that holds `position`; between two, the one before; the whole text where there is none."""
        number = self.paragraph_number(position)
        return self.paragraphs[number] if number >= 0 else Span(0, len(self.text))

    def paragraph_number(self, position: int) -> int:
        """The number of that paragraph; -1 before the first."""
        return bisect_right(self._paragraph_starts, position) - 1

    def quotation_at(self, position: int) -> Quotation | None:
        """The innermost quotation whose words hold `position`."""
        for number in self._quoted.touching(position, position + 1):
            if self.quotations[number].inner.start <= position < self.quotations[number].inner.end:
                return self.quotations[number]
        return None

    def in_furniture(self, span: Span, *kinds: str) -> bool:
        """Whether a span touches a piece of furniture (of one of `kinds`, or of any)."""
        for number in self._furnished.touching(span.start, span.end):
            piece = self.furniture[number]
            if piece.span.overlaps(span) and (not kinds or piece.kind in kinds):
                return True
        return False

    # ---- mentions ------------------------------------------------------------------------------------------------

    def of(self, kind: type[M]) -> Sequence[M]:
        """All mentions of a type, sorted by span."""
        shelf = self._shelves.get(kind)
        return shelf.mentions if shelf else ()

    def starting_in(self, kind: type[M], start: int, end: int) -> Sequence[M]:
        """The mentions of a type that start at `start` or later and before `end`, sorted by span."""
        shelf = self._shelves.get(kind)
        if not shelf:
            return ()
        return shelf.mentions[bisect_left(shelf.starts, start) : bisect_left(shelf.starts, end)]

    def within(self, kind: type[M], span: Span) -> list[M]:
        """The mentions of a type that lie wholly within `span`, sorted by span."""
        return [m for m in self.starting_in(kind, span.start, span.end) if m.span.end <= span.end]

    def overlapping(self, kind: type[M], span: Span) -> list[M]:
        """The mentions of a type that share a code point with `span`, sorted by span."""
        shelf = self._shelves.get(kind)
        if not shelf:
            return []
        first = bisect_left(shelf.starts, span.start - shelf.longest[0])
        last = bisect_left(shelf.starts, span.end)
        return [m for m in shelf.mentions[first:last] if m.span.end > span.start]

    def starting_at(self, kind: type[M], position: int) -> M | None:
        """The longest mention of a type that starts exactly at `position`."""
        found = self.starting_in(kind, position, position + 1)
        return found[-1] if found else None

    def ending_at(self, kind: type[M], position: int) -> M | None:
        """The longest mention of a type that ends exactly at `position`."""
        for mention in self.overlapping(kind, Span(position - 1, position)) if position > 0 else ():
            if mention.span.end == position:
                return mention
        return None

    def types(self) -> Iterator[type[Mention]]:
        """The mention types that stand on the document."""
        return iter(self._shelves)

    def add(self, mentions: Iterable[Mention]) -> None:
        """Put mentions on the document, each under its own type. For the reader; extractors return theirs."""
        by_type: dict[type[Mention], list[Mention]] = {}
        for mention in mentions:
            by_type.setdefault(type(mention), []).append(mention)
        for kind, batch in by_type.items():
            self._shelves.setdefault(kind, _Shelf()).add(batch)

    def drop(self, by: str, span: Span, why: str) -> None:
        """Note that a rule looked at a span and did not take it; costs nothing unless the reading is traced."""
        if self.considered is not None:
            self.considered.append(Considered(by, span, why))

    def remember(self, key: object, make: Callable[[Document], T]) -> T:
        """`make(self)`, computed once for this document: for an analysis that several extractors share."""
        memory: dict[Any, Any] = self._memory
        if key not in memory:
            memory[key] = make(self)
        found: T = memory[key]
        return found
