"""Which predicate of harm governs a quantity: to its right, to its left, or a noun of harm before it.

The walk to the right passes over whatever may stand between a subject and its predicate (nationality, place,
time, adverbs, an aside between commas, a relative clause) and stops at any other verb, at a word that opens
another clause, and at punctuation.
"""

from __future__ import annotations

from typing import Literal

import attrs

from ceasefire.document import Document
from ceasefire.mentions import NumberMention, RegionMention, TimeMention
from ceasefire_id.casualties.phrases import spaced
from ceasefire_id.casualties.quantities import Quantity
from ceasefire_id.casualties.vocabulary import Harm, Vocabulary
from ceasefire_id.patterns import LazyPattern
from ceasefire_id.syntax import syntax_of

__all__ = ["Link", "Predicates"]

#: words between a subject and its predicate
_REACH = 18
_ASIDE_REACH = 14
#: words between a capture and the release told after it
_FREED_REACH = 8
#: what a harm must be to tell that nobody suffered it
_BODILY = frozenset(("killed", "wounded", "missing"))
_TOUCHING = LazyPattern(r"""(?:[^\S\n\r]|["'“‘(])*+""")
_STOP = LazyPattern(r"[;!?…\n\r]|\.(?!\d)")
_COMMA = LazyPattern(r"[,:]|\s[-–—]+\s")

#: how a predicate was reached: `near`, behind `yang`, or over `dan` and another noun
How = Literal["near", "relative", "joined"]


@attrs.frozen
class Link:
    """A quantity's outcomes and the predicate that gives them."""

    outcomes: tuple[str, ...]
    harm: Harm
    #: number of the predicate's first word
    at: int
    #: words between the two
    distance: int
    how: How = "near"


class Predicates:
    """Finds the predicate of a quantity."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    # ---- to the right --------------------------------------------------------------------------------------------

    def after(self, document: Document, quantity: Quantity, victims: str | None, end: int) -> Link | None:
        """The state or passive predicate of which a quantity is the subject; `end` is the word after its sentence."""
        return _RightWalk(self._vocabulary, document, quantity, victims, end).run()

    # ---- to the left ---------------------------------------------------------------------------------------------

    def before(self, document: Document, quantity: Quantity, victims: str | None, start: int) -> Link | None:
        """The active verb or noun of harm right before a quantity; `start` is the first word of its sentence."""
        vocabulary, words = self._vocabulary, document.words
        at = quantity.first
        if at - 2 >= start and words.folded[at - 1] in vocabulary.upon and spaced(document, at - 2):
            # `penahanan terhadap 3 orang`
            found = vocabulary.harms.before(document, at - 1)
            return (
                self._link_before(document, found[0], found[1], start, 0) if found and found[0].kind == "noun" else None
            )
        if self._is_forced(document, quantity):
            return Link(("displaced",), Harm("displaced", "active", persons_only=False), at - 1, 0)
        while at - 1 >= start and at > quantity.first - 4:
            if not _touches(document, at):
                return None
            if found := vocabulary.harms.before(document, at):
                harm, first = found
                if harm.kind != "state" and harm.fits(victims, captives=self._of_captives(document, quantity)):
                    return self._link_before(document, harm, first, start, quantity.first - at)
                return None
            if words.folded[at - 1] not in vocabulary.between:
                return None
            at -= 1
        return None

    def _of_captives(self, document: Document, quantity: Quantity) -> bool:
        return speaks_of_captives(self._vocabulary, document, quantity)

    def _is_forced(self, document: Document, quantity: Quantity) -> bool:
        """`memaksa dua juta warga pergi`."""
        words, end = document.words, quantity.last + 1
        if end + 1 < len(words) and words.folded[end] in self._vocabulary.others:
            end += 1
        return (
            quantity.first > 0
            and end < len(words)
            and words.folded[quantity.first - 1] in self._vocabulary.forcing
            and words.folded[end] in self._vocabulary.forced
        )

    def _link_before(self, document: Document, harm: Harm, first: int, start: int, distance: int) -> Link | None:
        """That verb, with one that shares its object: `menewaskan dan melukai 20 orang`."""
        outcomes: tuple[str, ...] = (harm.outcome,)
        if (
            harm.kind == "active"
            and first - 2 >= start
            and document.words.folded[first - 1] in self._vocabulary.joining
        ):
            other = self._vocabulary.harms.before(document, first - 1)
            if other and other[0].kind == "active" and other[0].outcome != harm.outcome:
                outcomes, first = (other[0].outcome, harm.outcome), other[1]
        if self.is_unreal(document, first, start, harm.outcome):
            return None
        return Link(outcomes, harm, first, distance)

    def is_unreal(self, document: Document, first: int, start: int, outcome: str) -> bool:
        """Whether the words before a verb deny it, or make a harm one that only may come. Freeings to come count."""
        vocabulary, words = self._vocabulary, document.words
        for number in range(first - 1, max(start, first - 4) - 1, -1):
            word = words.folded[number]
            if not spaced(document, number) or (word not in vocabulary.closed and word not in vocabulary.modal):
                return False
            if word in vocabulary.negations:
                return True
            if outcome != "released" and (word in vocabulary.modal or word in vocabulary.purpose):
                return True
        return False


def speaks_of_captives(vocabulary: Vocabulary, document: Document, quantity: Quantity) -> bool:
    """Whether the sentence of a quantity, or the one before it in its paragraph, names captives."""
    words = document.words
    at = words.starts[quantity.first]
    number, paragraph = document.sentence_number(at), document.paragraph_at(at)
    first = document.sentences[max(number - 1, 0)].start
    first = words.first_at(first if first >= paragraph.start else document.sentences[number].start)
    last = words.first_at(document.sentences[number].end)
    return not vocabulary.captives.isdisjoint(words.folded[first:last])


def _touches(document: Document, number: int) -> bool:
    """Whether nothing but white space, an opening quotation mark or bracket parts a word from the one before it."""
    words = document.words
    gap = document.text[words.ends[number - 1] : words.starts[number]]
    return gap == " " or bool(_TOUCHING.fullmatch(gap))


class _RightWalk:
    """One walk from a quantity to its predicate."""

    def __init__(
        self, vocabulary: Vocabulary, document: Document, quantity: Quantity, victims: str | None, end: int
    ) -> None:
        self._vocabulary = vocabulary
        self._victims = victims
        self._document = document
        self._words = document.words
        self._syntax = syntax_of(document)
        self._quantity = quantity
        self._end = min(end, quantity.last + 1 + _REACH)
        self._how: How = "near"
        self._verbs = 0
        self._denied = False
        self._modal = False
        #: whether what may come is no more than to come
        self._coming = False
        self._relative: Link | None = None
        #: the word where an aside is over
        self._aside_end = -1

    def run(self) -> Link | None:
        """The link; of a relative clause and a predicate after it the latter wins."""
        at = self._quantity.last + 1
        while at < self._end:
            following = self._step(at)
            if isinstance(following, Link):
                if following.how != "relative" or self._relative:
                    return following
                self._relative, self._how, self._verbs = following, "relative", 0
                phrase = self._vocabulary.harms.at(self._document, following.at)
                at = phrase[1] if phrase else following.at + 1
                continue
            if following is None:
                break
            at = following
        return self._relative

    def _step(self, at: int) -> Link | int | None:
        """Where to go on from the word of that number; null is nowhere."""
        words, vocabulary = self._words, self._vocabulary
        gap = self._document.text[words.ends[at - 1] : words.starts[at]]
        if gap != " " and at != self._aside_end:
            if _STOP.search(gap):
                return None
            if _COMMA.search(gap) or "(" in gap:
                return self._past_aside(at) if not self._relative else None
        if time := self._document.starting_at(TimeMention, words.starts[at]):
            return max(at + 1, words.first_at(time.span.end))
        if found := vocabulary.harms.at(self._document, at):
            harm, end = found
            if harm.kind == "state" and not self._is_name(at):
                return self._meet(harm, at, end)
            if harm.kind == "active" and self._how != "relative":
                return None
        if self._how == "relative" and self._verbs and vocabulary.heads.at(self._document, at):
            # somebody else suffers: `enam orang yang menolong korban tewas`
            return None
        word = words.folded[at]
        if self._leaves_home(at):
            return self._meet(Harm("displaced", "state", persons_only=False), at, at + 1)
        if word in vocabulary.negations:
            self._denied = True
        elif word in vocabulary.modal:
            self._coming = word in vocabulary.coming and (self._coming or not self._modal)
            self._modal = True
        if word in vocabulary.relatives:
            self._how = "relative" if self._how == "near" and not self._relative else self._how
            return at + 1
        if word in vocabulary.hedges:
            return at + 1
        if self._syntax.is_verb(at):
            self._verbs += 1
            return at + 1 if self._how == "relative" and self._verbs < 2 and not self._relative else None
        if word in vocabulary.coordinators:
            return self._over_coordinator(at)
        if (
            word in vocabulary.since
            and at + 1 < self._end
            and self._document.starting_at(TimeMention, words.starts[at + 1])
        ):
            return at + 1
        if word in vocabulary.leading and vocabulary.harms.at(self._document, at + 1):
            return at + 1
        if self._relative and word == "oleh" and self._words.folded[at - 1].startswith("di"):
            # `sembilan orang yang disandera oleh milisi X dibebaskan`
            return at + 1
        if word in vocabulary.subordinators or word in vocabulary.causes or word in vocabulary.plain_verbs:
            return None
        if self._is_number(at):
            return None
        return at + 1

    def _is_name(self, at: int) -> bool:
        """Whether the word has a capital that no headline gives it: `di Rumah Sakit Syahid`."""
        text, last = self._document.text, self._words.starts[self._quantity.last]
        return text[self._words.starts[at]].isupper() and text[last].islower()

    def _leaves_home(self, at: int) -> bool:
        """`32 ribu orang meninggalkan Catatumbo`, `200 warga dipindahkan`: said of inhabitants, not of travellers."""
        if self._quantity.head not in self._vocabulary.inhabitants or at + 1 >= self._end:
            return False
        if self._vocabulary.moved.at(self._document, at):
            return True
        if self._words.folded[at] not in self._vocabulary.leaving:
            return False
        start = self._words.starts[at + 1]
        named = self._document.text[start].isupper() and self._document.text[self._words.starts[at]].islower()
        return named or self._document.starting_at(RegionMention, start) is not None

    def _over_coordinator(self, at: int) -> int | None:
        """`20 warga Palestina dan Israel tewas`; another quantity is looked at on its own."""
        if self._relative or self._is_number(at + 1):
            return None
        if self._how == "near":
            self._how = "joined"
        return at + 1

    def _is_number(self, at: int) -> bool:
        """Whether a number that counts stands there; one behind a capital belongs to a name (`SMPN 33`)."""
        if at == self._quantity.last + 2 and self._words.folded[at - 1] in self._vocabulary.out_of:
            return False
        if at >= len(self._words) or self._document.text[self._words.starts[at - 1]].isupper():
            return False
        found = self._document.starting_in(NumberMention, self._words.starts[at], self._words.ends[at])
        return any(number.form == "cardinal" and number.measures is None for number in found)

    def _meet(self, harm: Harm, at: int, end: int) -> Link | int | None:
        """A state predicate: the link that it gives, unless it does not fit the quantity."""
        words = self._words
        freed = self._relative is not None and "captured" in self._relative.outcomes
        captives = harm.of_captives and speaks_of_captives(self._vocabulary, self._document, self._quantity)
        fits = freed or harm.fits(self._victims, captives=captives)
        if not fits or (end < self._end and words.folded[end] in harm.unless):
            return end
        zero = self._quantity.number.max == 0
        if zero and self._quantity.bare and harm.outcome not in _BODILY:
            # `tidak ada yang ditahan`: money as well
            return None
        agreed = self._coming and words.folded[at] in self._vocabulary.agreed
        if (self._denied and not zero) or (self._modal and harm.outcome != "released" and not agreed):
            return None
        outcomes = [harm.outcome]
        while chained := self._chained(end):
            other, end = chained
            if other.outcome not in outcomes:
                outcomes.append(other.outcome)
        if outcomes == ["captured"] and self._is_freed_then(end):
            outcomes.append("released")
        elif len(outcomes) > 1 and not {"killed", "wounded", "missing"}.issuperset(outcomes):
            outcomes = outcomes[:1]
        return Link(tuple(outcomes), harm, at, at - self._quantity.last - 1, self._how)

    def _is_freed_then(self, at: int) -> bool:
        """`18 prajurit ditangkap di kota itu dan akan dilepaskan`."""
        words, vocabulary = self._words, self._vocabulary
        for number in range(at, min(self._end, at + _FREED_REACH)):
            if not spaced(self._document, number - 1) or self._is_number(number):
                return False
            if words.folded[number] in vocabulary.joining:
                while number + 1 < self._end and words.folded[number + 1] in vocabulary.hedges - vocabulary.negations:
                    number += 1
                found = vocabulary.harms.at(self._document, number + 1)
                return found is not None and found[0].kind == "state" and found[0].outcome == "released"
        return False

    def _chained(self, at: int) -> tuple[Harm, int] | None:
        """A second predicate of the same figure: `12 orang tewas dan luka-luka`, not `12 tewas dan 30 luka`."""
        if at >= self._end or self._words.folded[at] not in self._vocabulary.joining:
            return None
        found = self._vocabulary.harms.at(self._document, at + 1)
        if not found or found[0].kind != "state" or self._is_number(found[1]):
            return None
        return found

    def _past_aside(self, at: int) -> int | None:
        """The word after an aside between commas or brackets, where a predicate of harm follows it."""
        document, words = self._document, self._words
        limit = min(self._end, at + _ASIDE_REACH)
        for number in range(at + 1, limit):
            gap = document.text[words.ends[number - 1] : words.starts[number]]
            if _STOP.search(gap):
                return None
            if (")" in gap or _COMMA.search(gap)) and self._predicate_follows(number):
                self._aside_end = number
                return number
        return None

    def _predicate_follows(self, at: int) -> bool:
        """Whether a state predicate begins here, behind adverbs or not."""
        while at < self._end:
            found = self._vocabulary.harms.at(self._document, at)
            if found:
                return found[0].kind == "state"
            word = self._words.folded[at]
            if word in self._vocabulary.relatives or word not in self._vocabulary.hedges:
                return False
            at += 1
        return False
