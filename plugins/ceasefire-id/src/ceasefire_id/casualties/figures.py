"""From the quantities of a sentence to its figures: which predicate, noun, whole or neighbour gives each its outcome.

Order of trust: a noun that is harm itself (`12 jenazah`), a predicate near on the right, an active verb on the
left, a total, a neighbour that shares its predicate, a predicate further right, the whole of which it is a part.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import attrs

from ceasefire.document import Document
from ceasefire.models import Span
from ceasefire_id.casualties.estimates import is_estimated
from ceasefire_id.casualties.links import Links
from ceasefire_id.casualties.predicates import Link, Predicates
from ceasefire_id.casualties.quantities import Quantity, QuantityReader, widened
from ceasefire_id.casualties.totals import Totals
from ceasefire_id.casualties.uncounted import Uncounted
from ceasefire_id.casualties.vocabulary import CAPTIVES, Vocabulary

__all__ = ["Figure", "FigureReader"]

#: quantities that one looks back over for a whole or a noun
_BACK: Final = 12


@attrs.frozen
class Figure:
    """A quantity of people harmed."""

    quantity: Quantity
    outcomes: tuple[str, ...]
    rule: str
    #: whom it counts, as far as its own words and its total say
    victims: str | None
    #: number of the word that gives the outcome; null where a neighbour does
    at: int | None = None
    #: a part of another figure
    part: bool = False
    #: a bound that reaches over from a figure before
    bound: str | None = None

    @property
    def limits(self) -> tuple[int | None, int | None]:
        """Smallest and largest number that the words allow."""
        low, high = self.quantity.number.min, self.quantity.number.max
        if self.bound and low is not None and high is not None:
            return widened(self.bound, low, high)
        return low, high


@attrs.define
class _Sentence:
    """A sentence at work: its words, its quantities, and the figures made of them so far, one place each."""

    document: Document
    start: int
    end: int
    quantities: list[Quantity]
    figures: list[Figure | None]
    #: the last figure of the sentence before that is no part, while the text still speaks of it
    before: Figure | None
    #: numbers of the words of the predicates that have a figure; a verb of amount may have two
    taken: set[int] = attrs.field(factory=set)

    def put(self, index: int, figure: Figure) -> None:
        """Make a quantity a figure."""
        self.figures[index] = figure
        if figure.at is not None and figure.rule != "total":
            self.taken.add(figure.at)

    def near_before(self, index: int) -> range:
        """The places of the quantities before one, nearest first, as far back as a sentence hangs together."""
        return range(index - 1, max(-1, index - 1 - _BACK), -1)

    def victims(self, index: int) -> str | None:
        """Whom a quantity counts; one that leaves its noun out counts whom the one before it counts.

        Some of those just said to be captured are prisoners, whatever else they are.
        """
        previous = self.figures[index - 1] if index else None
        if self.quantities[index].bare and previous and "captured" in previous.outcomes:
            return "prisoners"
        for place in self.near_before(index + 1):
            quantity = self.quantities[place]
            if quantity.victims or not quantity.bare:
                return quantity.victims
        return None


class FigureReader:
    """Reads the figures of a document, sentence by sentence."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._quantities = QuantityReader(vocabulary)
        self._predicates = Predicates(vocabulary)
        self._totals = Totals(vocabulary)
        self._links = Links(vocabulary)
        self._uncounted = Uncounted(vocabulary)

    def read(self, document: Document) -> list[Figure]:
        """All figures, in order, with the victims that neighbours give them."""
        found: list[Figure] = []
        before: Figure | None = None
        told = -2
        words = document.words
        harms = words.numbers(self._vocabulary.triggers)
        for number, sentence in enumerate(document.sentences if harms else ()):
            if told != number - 1:
                before = None
            if before is None and not _any_within(harms, words.first_at(sentence.start), words.first_at(sentence.end)):
                continue
            first = words.first_at(sentence.start)
            quantities = [
                quantity
                for quantity in self._distinct(document, self._quantities.read(document, sentence))
                if not self._uncounted.holds(document, quantity, first)
            ]
            if not quantities:
                continue
            figures = [
                attrs.evolve(figure, bound="about")
                if figure.bound is None and is_estimated(document, self._vocabulary, figure.quantity, first)
                else figure
                for figure in self._sentence(document, sentence, quantities, before)
            ]
            found += figures
            whole = [figure for figure in figures if not figure.part]
            if figures:
                before, told = (whole[-1] if whole else before), number
        return found

    def _distinct(self, document: Document, quantities: list[Quantity]) -> list[Quantity]:
        """Without those that only say who the one before is."""
        return [
            quantity
            for index, quantity in enumerate(quantities)
            if not (index and self._links.repeats(document, quantities[index - 1], quantity))
        ]

    def _sentence(
        self, document: Document, sentence: Span, quantities: list[Quantity], before: Figure | None
    ) -> list[Figure]:
        words = document.words
        work = _Sentence(
            document,
            words.first_at(sentence.start),
            words.first_at(sentence.end),
            quantities,
            [None] * len(quantities),
            before,
        )
        far = [self._directly(work, index) for index in range(len(quantities))]
        for index, link in enumerate(far):
            if link and link.how == "relative" and link.distance == 1 and index and work.figures[index] is None:
                # `menerima 14 mayat dan 20 orang yang cedera`: its own clause tells it.
                work.figures[index] = self._further(work, index, link)
        self._share_from_left(work)
        self._share_from_right(work)
        for index, link in enumerate(far):
            if work.figures[index] is None:
                work.figures[index] = self._further(work, index, link)
        self._share_from_right(work)
        for index in range(len(quantities)):
            if work.figures[index] is None:
                work.figures[index] = self._part(work, index)
        self._share_from_left(work)
        for index, quantity in enumerate(quantities):
            if work.figures[index] is None:
                work.figures[index] = self._by_noun(work, quantity)
        return self._with_victims(work)

    # ---- each on its own -----------------------------------------------------------------------------------------

    def _directly(self, work: _Sentence, index: int) -> Link | None:
        """Put the figure that a quantity's own noun, predicate or total makes; else give a predicate further away."""
        quantity, victims = work.quantities[index], work.victims(index)
        document = work.document
        if self._links.is_agent(document, quantity, work.start) or self._links.is_one_of(document, quantity):
            return None
        for noun in quantity.heads:
            if outcome := self._vocabulary.firm.get(noun):
                work.put(index, Figure(quantity, (outcome,), "noun", quantity.victims))
                return None
        left = self._predicates.before(document, quantity, victims, work.start)
        if left and left.at in work.taken:
            left = None
        if left and left.harm.kind == "noun":
            work.put(index, Figure(quantity, left.outcomes, "noun-before", quantity.victims, left.at))
            return None
        right = self._predicates.after(document, quantity, victims, work.end)
        if right and not self._links.may_suffer(document, quantity, right):
            right = None
        if right and right.how == "near" and right.distance and self._uncounted.is_base(document, quantity):
            return None
        if self._links.is_load(document, quantity, work.start):
            # `menampung 250 jiwa yang mengungsi`
            return right if right and right.how == "relative" else None
        if left and not self._links.may_suffer(document, quantity, left):
            left = None
        if right and right.how == "near" and not (left and self._links.outweighs(quantity, left, right)):
            work.put(index, Figure(quantity, right.outcomes, "predicate", quantity.victims, right.at))
        elif left:
            work.put(index, Figure(quantity, left.outcomes, "active", quantity.victims, left.at))
        elif quantity.known and (total := self._totals.of(document, quantity, work.start, work.taken)):
            outcomes = total.outcomes or self._outcomes_before(work, index)
            if outcomes:
                own = quantity.victims or total.victims or ("people" if total.outcomes else None)
                work.put(index, Figure(quantity, outcomes, "total", own, total.at))
        return right

    def _further(self, work: _Sentence, index: int, link: Link | None) -> Figure | None:
        """The figure that a predicate behind `yang` or over `dan` makes."""
        quantity = work.quantities[index]
        if link is None or self._links.opens_part(work.document, quantity, work.start):
            return None
        return Figure(quantity, link.outcomes, link.how, quantity.victims, link.at)

    def _by_noun(self, work: _Sentence, quantity: Quantity) -> Figure | None:
        """What the noun says where no verb does: `dua juta pengungsi`, `tidak ada korban`."""
        if quantity.number.max == 0:
            return (
                Figure(quantity, ("killed",), "zero", quantity.victims)
                if quantity.head in self._vocabulary.harmed
                or self._links.has_no_victim(work.document, quantity, work.end)
                else None
            )
        outcome = self._vocabulary.loose.get(quantity.head)
        if (
            not outcome
            or self._links.is_one_of(work.document, quantity)
            or self._links.returns(work.document, quantity, work.start, work.end)
        ):
            return None
        return Figure(quantity, (outcome,), "noun", quantity.victims)

    # ---- by a neighbour ------------------------------------------------------------------------------------------

    def _share_from_left(self, work: _Sentence) -> None:
        """`menewaskan 20 tentara dan 5 warga`: the verb reaches on, and so does its bound."""
        for index, quantity in enumerate(work.quantities):
            if work.figures[index] or self._links.is_part(work.document, quantity, work.start):
                continue
            previous = work.figures[index - 1] if index else None
            if previous is None:
                link = None if index else self._links.object_after_name(work.document, quantity, work.start)
                if link and not self._predicates.is_unreal(work.document, link.at, work.start, link.outcomes[0]):
                    work.figures[index] = Figure(quantity, link.outcomes, "listed", quantity.victims, link.at)
                continue
            if previous.rule in ("predicate", "relative", "joined") or not quantity.known:
                continue
            if self._links.continues(work.document, previous.quantity, quantity) and not self._links.acts(
                work.document, quantity, work.end
            ):
                bound = previous.quantity.number.bound or previous.bound
                work.figures[index] = Figure(
                    quantity,
                    previous.outcomes,
                    "listed",
                    quantity.victims,
                    part=previous.part,
                    bound=_own_or(quantity, bound),
                )

    def _share_from_right(self, work: _Sentence) -> None:
        """`20 tentara dan lima warga tewas`: the predicate reaches back, the bound forward."""
        for index in range(len(work.quantities) - 2, -1, -1):
            quantity, following = work.quantities[index], work.figures[index + 1]
            if work.figures[index] or following is None or following.part or not quantity.known:
                continue
            outcomes = self._reaching_back(work, index, following)
            if "missing" in outcomes and quantity.victims in CAPTIVES:
                continue  # `daftar 600 tahanan dan 30 orang hilang`
            either = (quantity, following.quantity)
            if not outcomes or any(self._links.is_part(work.document, one, work.start) for one in either):
                continue
            if index and self._ends_parts(work, index):
                continue
            if self._links.continues(work.document, quantity, following.quantity) and self._links.is_subject(
                work.document, quantity, work.start
            ):
                work.figures[index] = Figure(quantity, outcomes, "shared", quantity.victims)
                if bound := _own_or(following.quantity, quantity.number.bound):
                    work.figures[index + 1] = attrs.evolve(following, bound=bound)

    def _ends_parts(self, work: _Sentence, index: int) -> bool:
        """Whether a quantity closes a list of parts that a comma parts from what follows.

        `24 orang tewas, termasuk enam perempuan dan seorang prajurit, serta 134 terluka`
        """
        document, before, here = work.document, work.quantities[index - 1], work.quantities[index]
        told = work.figures[index - 2] if index > 1 else None
        if told is None or not self._links.is_part(document, before, work.start):
            return False
        return self._links.continues(document, before, here) and self._links.is_parted(document, here)

    def _reaching_back(self, work: _Sentence, index: int, following: Figure) -> tuple[str, ...]:
        """What the predicate of the next figure says of this one: `25 sandera dan delapan jenazah dikembalikan`."""
        if following.rule in ("predicate", "relative", "joined", "shared"):
            return following.outcomes
        if following.rule != "noun":
            return ()
        link = self._predicates.after(work.document, following.quantity, work.victims(index), work.end)
        return link.outcomes if link and link.how == "near" else ()

    def _part(self, work: _Sentence, index: int) -> Figure | None:
        """`termasuk tiga anak`, `dua di antaranya balita`: the outcome of the whole."""
        quantity = work.quantities[index]
        document = work.document
        among = self._links.among(document, quantity, work.start)
        opened = self._links.opens_part(document, quantity, work.start)
        told = not quantity.bare or opened == ":" or self._links.is_told_on(document, quantity)
        if not (among or (opened and quantity.known and told)):
            return None
        # `Jumlah itu mencakup 20 anak.` takes up the sentence before.
        across = bool(among) or (opened is not None and self._links.points_back(document, quantity, work.start))
        outcomes = self._outcomes_before(work, index, across=across)
        if not outcomes and opened in self._vocabulary.open_parts:
            harm = self._links.harm_before(document, quantity, work.start)
            outcomes = (harm.outcome,) if harm else ()
        if not outcomes:
            return None
        victims = quantity.victims
        if among and (noun := self._links.noun_of_part(document, quantity)):
            victims = noun
        return Figure(quantity, outcomes, "part", victims, part=True)

    def _outcomes_before(self, work: _Sentence, index: int, *, across: bool = True) -> tuple[str, ...]:
        """The outcomes of the last figure that is no part, in the sentence or the one before."""
        for place in work.near_before(index):
            figure = work.figures[place]
            if figure and not figure.part:
                return figure.outcomes
        return work.before.outcomes if across and work.before else ()

    # ---- whom it counts ------------------------------------------------------------------------------------------

    def _with_victims(self, work: _Sentence) -> list[Figure]:
        """The figures, each with its victims: those of the figure that it continues where it names none."""
        found: list[Figure] = []
        last: Figure | None = None
        for index, figure in enumerate(work.figures):
            if figure is None:
                continue
            victims = figure.victims
            if victims is None and figure.quantity.bare:
                victims = self._victims_before(work, index, last)
            complete = attrs.evolve(figure, victims=victims or "people")
            found.append(complete)
            if not figure.part:
                last = complete
        return found

    def _victims_before(self, work: _Sentence, index: int, last: Figure | None) -> str | None:
        """Whom a figure without a noun counts: the last figure's, or those of whom it counts some or others."""
        if last:
            return last.victims
        if self._links.among(work.document, work.quantities[index], work.start):
            for place in work.near_before(index):
                if victims := work.quantities[place].victims:
                    return victims
        elif not self._links.counts_others(work.document, work.quantities[index]):
            return None
        return work.before.victims if work.before else None


def _any_within(ascending: Sequence[int], first: int, end: int) -> bool:
    """Whether one of these lies from `first` up to, not including, `end`."""
    at = bisect_left(ascending, first)
    return at < len(ascending) and ascending[at] < end


def _own_or(quantity: Quantity, bound: str | None) -> str | None:
    """The bound that reaches over from a neighbour, where the number has none of its own."""
    number = quantity.number
    return bound if number.bound is None and number.min == number.max and number.min else None
