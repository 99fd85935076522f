"""Quantities of persons: a number with its bound, and the noun that says who is counted."""

from __future__ import annotations

import attrs

from ceasefire.document import Document
from ceasefire.mentions import ActorMention, NumberMention
from ceasefire.models import Span
from ceasefire_id.casualties.phrases import spaced
from ceasefire_id.casualties.vocabulary import Vocabulary
from ceasefire_id.syntax import syntax_of

__all__ = ["Quantity", "QuantityReader", "widened"]

_VICTIMS_OF_KIND = {"military": "soldiers", "armed_group": "fighters"}


@attrs.frozen
class Quantity:
    """A number and what it counts, in words of the document: `first` and `last` are numbers of words."""

    number: NumberMention
    span: Span
    first: int
    last: int
    #: closed list `victims`; null where the noun is left out or unknown
    victims: str | None
    #: its nouns, folded, classifiers first (`jenazah`, `prajuritnya`); empty where they are left out
    heads: tuple[str, ...]
    #: whether the noun is known to be of persons; a noun that is not is a guess
    known: bool

    @property
    def bare(self) -> bool:
        """Whether the noun is left out."""
        return not self.heads

    @property
    def head(self) -> str:
        """The noun that decides; empty where it is left out."""
        return self.heads[-1] if self.heads else ""


class QuantityReader:
    """Reads the quantities of a stretch of a document."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def read(self, document: Document, sentence: Span) -> list[Quantity]:
        """All that may be figures of persons, in order."""
        found: list[Quantity] = []
        for number in document.starting_in(NumberMention, sentence.start, sentence.end):
            if number.form != "cardinal" or number.measures is not None:
                continue
            if document.text[number.span.end : number.span.end + 1].isalpha():
                continue
            if found and number.span.start < found[-1].span.end:
                continue
            if quantity := self._quantity(document, number):
                found.append(quantity)
        return found

    def _quantity(self, document: Document, number: NumberMention) -> Quantity | None:
        words = document.words
        first, last = words.first_at(number.span.start), words.last_before(number.span.end)
        fused = words.folded[last] in ("seorang", "seseorang")
        if found := self.noun(document, last):
            victims, heads, end = found
        elif wider := self._out_of(document, last):
            victims, heads, end = wider
        elif fused and self._is_another(document, last):
            # `menangkap seorang lagi`: one more of those just counted
            return Quantity(number, number.span, first, last, None, (), known=True)
        elif fused:
            # `seorang kurator`: whoever is so counted is a person
            unknown = not self._is_left_out(document, last)
            end = last + 1 if unknown else last
            victims, heads = "people", (words.folded[end] if unknown else "orang",)
        elif self._is_left_out(document, last):
            if self._names(document, first) or self._counts_acts(document, last):
                return None
            return Quantity(number, number.span, first, last, None, (), known=True)
        else:
            head, end = words.folded[last + 1], last + 1
            if head in self._vocabulary.things or self._vocabulary.heads.at(document, end + 1):
                return None
            return Quantity(number, Span(number.span.start, words.ends[end]), first, end, None, (head,), known=False)
        return Quantity(number, Span(number.span.start, words.ends[end]), first, end, victims, heads, known=True)

    def noun(self, document: Document, last: int) -> tuple[str, tuple[str, ...], int] | None:
        """The nouns of persons after the word of that number: their victims, the nouns, the number of the last word."""
        vocabulary, words = self._vocabulary, document.words
        found: tuple[str, tuple[str, ...], int] | None = None
        at = last
        while spaced(document, at) and (match := vocabulary.heads.at(document, at + 1)):
            victims, end = match
            head = " ".join(words.folded[at + 1 : end]).removesuffix("nya")
            if head in vocabulary.group_heads and (group := self._group(document, end) or self._side(document, at + 1)):
                victims = group
            if found and head in vocabulary.lives | vocabulary.harmed:
                victims = found[0]
            found, at = (victims, (*(found[1] if found else ()), head), end - 1), end - 1
            if head not in vocabulary.classifiers:
                break
        return found

    def _group(self, document: Document, number: int) -> str | None:
        """Victims by the group whose members are counted: `dua anggota Hizbullah`."""
        words = document.words
        if number < len(words) and words.folded[number] in self._vocabulary.local and spaced(document, number):
            number += 1
        if number >= len(words) or not spaced(document, number - 1):
            return None
        if self._vocabulary.aid.at(document, number):
            return "aid_workers"
        if victims := self._vocabulary.groups.get(words.folded[number]):
            return victims
        actor = document.starting_at(ActorMention, words.starts[number])
        return _VICTIMS_OF_KIND.get(actor.kind) if actor else None

    def _side(self, document: Document, number: int) -> str | None:
        """Victims by the side that a whole phrase names: `anggota Al-Qaeda`, read as one."""
        actor = document.starting_at(ActorMention, document.words.starts[number])
        longer = actor is not None and actor.span.end > document.words.ends[number]
        return _VICTIMS_OF_KIND.get(actor.kind) if actor is not None and longer else None

    def _out_of(self, document: Document, last: int) -> tuple[str, tuple[str, ...], int] | None:
        """`16 dari 20 tahanan`: one figure."""
        words = document.words
        if not spaced(document, last) or words.folded[last + 1] != "dari" or last + 2 >= len(words):
            return None
        for second in document.starting_in(NumberMention, words.starts[last + 2], words.ends[last + 2]):
            if second.form == "cardinal" and second.measures is None:
                return self.noun(document, words.last_before(second.span.end))
        return None

    def _is_another(self, document: Document, last: int) -> bool:
        return spaced(document, last) and document.words.folded[last + 1] in self._vocabulary.others

    def _names(self, document: Document, first: int) -> bool:
        """Whether a bare number belongs to the name before it: `SMPN 33`, `Brigade 36`."""
        words = document.words
        if not spaced(document, first - 1) or not document.text[words.starts[first - 1]].isupper():
            return False
        if document.sentence_at(words.starts[first]).start == words.starts[first - 1]:
            return False
        return (
            self._vocabulary.harms.before(document, first) is None
            and words.folded[first - 1] not in self._vocabulary.closed
        )

    def _counts_acts(self, document: Document, last: int) -> bool:
        """`338 eksekusi`: acts are counted, not people."""
        found = self._vocabulary.harms.at(document, last + 1) if spaced(document, last) else None
        return found is not None and found[0].kind == "noun"

    def _is_left_out(self, document: Document, last: int) -> bool:
        """Whether the word after the number is no noun."""
        vocabulary, words = self._vocabulary, document.words
        if not spaced(document, last):
            return True
        word, start = words.folded[last + 1], words.starts[last + 1]
        if word in vocabulary.closed or word in vocabulary.others or vocabulary.among.at(document, last + 1):
            return True
        if vocabulary.harms.at(document, last + 1) or syntax_of(document).is_verb(last + 1):
            return True
        return document.text[start].isupper() and not document.text[words.starts[last]].isupper()


def widened(bound: str, low: int, high: int) -> tuple[int | None, int | None]:
    """The whole numbers that a bound on another figure of the same verb leaves to this one."""
    if bound == "least":
        return low, None
    if bound == "more":
        return low + 1, None
    if bound == "less":
        return None, high - 1
    if bound == "most":
        return None, high
    return low * 9 // 10, -(-high * 11 // 10)
