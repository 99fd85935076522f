"""Quantities of persons that are no figures of people harmed.

One person whom the text names, somebody indefinite, the base of a share, the bodies and people of a study, the
patients of a doctor's day.
"""

from __future__ import annotations

from ceasefire.document import Document
from ceasefire.mentions import ActorMention, RegionMention, TimeMention
from ceasefire.models import Span
from ceasefire_id.casualties.phrases import spaced
from ceasefire_id.casualties.quantities import Quantity
from ceasefire_id.casualties.vocabulary import Vocabulary
from ceasefire_id.patterns import LazyPattern
from ceasefire_id.syntax import syntax_of

__all__ = ["Uncounted"]

#: words between the noun of a person and the name
_MODIFIERS = 6
#: words before a figure that may open a share: `dari total`
_SHARE = LazyPattern(r"(?:%|persen)\s+dari(?:\s+(?:total|seluruh|sekitar|jumlah))*\s+$", ignore_case=True)
_SHARE_REACH = 40
#: a name or initials after a comma, up to an age, another comma or the end
_NAME = LazyPattern(r"\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,4}(?=\s?\(\d{1,3}(?:\s+tahun)?\)|\s?,|\.(?:\s|$))")
_AGE = LazyPattern(r"\s?\(\d{1,3}(?:\s+tahun)?\)|,\s\d{1,3}(?:,|\s+tahun)")
_REACH = 80


class Uncounted:
    """Tells them. Built once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def holds(self, document: Document, quantity: Quantity, start: int) -> bool:
        """Whether a quantity, in the sentence that begins with the word `start`, counts nobody harmed."""
        return (
            document.words.folded[quantity.first] in self._vocabulary.indefinite
            or self._is_named(document, quantity)
            or self._says_who(document, quantity)
            or self._is_offspring(document, quantity)
            or self._is_studied(document, quantity, start)
            or self._is_treated_daily(document, quantity)
        )

    def is_base(self, document: Document, quantity: Quantity) -> bool:
        """Whether a share is taken of it: `83 persen dari 5,5 juta penduduk`."""
        start = quantity.span.start
        return _SHARE.search(document.text, max(0, start - _SHARE_REACH), start) is not None

    def _is_named(self, document: Document, quantity: Quantity) -> bool:
        """`seorang warga bernama Umar`, `seorang sopir, Umar (40), tewas`."""
        if quantity.number.max != 1 or quantity.number.min != 1 or quantity.bare:
            return False
        words, syntax, vocabulary = document.words, syntax_of(document), self._vocabulary
        for at in range(quantity.last + 1, min(len(words), quantity.last + 2 + _MODIFIERS)):
            gap = document.text[words.ends[at - 1] : words.starts[at]]
            if gap == ", ":
                return self._is_name(document, at)
            word = words.folded[at]
            if not spaced(document, at - 1) or word in vocabulary.relatives or word in vocabulary.coordinators:
                return False
            if word in vocabulary.naming:
                return True
            if vocabulary.harms.at(document, at) or (syntax.is_verb(at) and word not in vocabulary.hedges):
                return False
        return False

    def _says_who(self, document: Document, quantity: Quantity) -> bool:
        """`Salik, seorang pengungsi di Pikit`: it only says who the person before the comma is."""
        first = quantity.first
        if quantity.number.max != 1 or quantity.bare or first == 0:
            return False
        end = document.words.ends[first - 1]
        if document.text[end : document.words.starts[first]] != ", ":
            return False
        at = document.words.starts[first - 1]
        named = document.overlapping(ActorMention, Span(at, end))
        return any(actor.kind == "person" and actor.span.end == end and actor.name[0].isupper() for actor in named)

    def _is_offspring(self, document: Document, quantity: Quantity) -> bool:
        """`ibu lima anak`: what somebody has, not who is harmed."""
        words, first = document.words, quantity.first
        kin = quantity.head in self._vocabulary.offspring and first > 0 and spaced(document, first - 1)
        return kin and words.folded[first - 1] in self._vocabulary.parents

    def _is_name(self, document: Document, at: int) -> bool:
        """Whether the name of a person, and nothing but it, stands from the word of that number up to a mark."""
        start = document.words.starts[at]
        name = _NAME.match(document.text, start, start + _REACH)
        if not name or document.starting_at(TimeMention, start):
            return False
        if _AGE.match(document.text, name.end()):
            return True
        actor = document.starting_at(ActorMention, start)
        if actor:
            return actor.kind == "person"
        initials = name[0].isupper() and len(name[0]) <= 3
        return document.starting_at(RegionMention, start) is None and (initials or " " in name[0])

    def _is_studied(self, document: Document, quantity: Quantity, start: int) -> bool:
        """`studi itu menemukan zat X pada delapan jasad`."""
        words, vocabulary = document.words, self._vocabulary
        if quantity.first <= start or words.folded[quantity.first - 1] not in vocabulary.samples:
            return False
        return not vocabulary.studies.isdisjoint(words.folded[start : quantity.first])

    def _is_treated_daily(self, document: Document, quantity: Quantity) -> bool:
        """`merawat 50 pasien dalam sehari`."""
        if quantity.head not in self._vocabulary.patients:
            return False
        words = document.words
        return not self._vocabulary.daily.isdisjoint(words.folded[quantity.last + 1 : quantity.last + 3])
