"""How a quantity hangs together with its neighbours: continues one, is a part of one, or acts and suffers nothing."""

from __future__ import annotations

from ceasefire.document import Document
from ceasefire.mentions import TimeMention
from ceasefire_id.casualties.phrases import spaced
from ceasefire_id.casualties.predicates import Link
from ceasefire_id.casualties.quantities import Quantity, QuantityReader
from ceasefire_id.casualties.vocabulary import Harm, Vocabulary
from ceasefire_id.patterns import LazyPattern
from ceasefire_id.syntax import syntax_of

__all__ = ["Links"]

_STOP = LazyPattern(r"[;!?…\n\r()]|\.(?!\d)")
_LIST = LazyPattern(r"\s*[:(]\s*")
#: words before the figure in a sentence that only takes up a total
_OPENING = 5
#: words between two figures that share a predicate
_REACH = 12


class Links:
    """Tells how quantities hang together."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._quantities = QuantityReader(vocabulary)

    # ---- whether it can suffer -----------------------------------------------------------------------------------

    def may_suffer(self, document: Document, quantity: Quantity, link: Link) -> bool:
        """Whether a predicate of harm can be of this quantity, as sure as its noun is."""
        if quantity.bare:
            if link.at == quantity.last + 1 and self._vocabulary.wounds.at(document, link.at):
                return False
            if link.harm.persons_only or self.counts_others(document, quantity):
                return link.distance <= 5
            return link.distance <= 2
        return quantity.known or (link.harm.persons_only and link.how == "near")

    def outweighs(self, quantity: Quantity, left: Link, right: Link) -> bool:
        """Whether the verb before tells the outcome, not the one after.

        It does but for `merawat 30 korban luka` and where it leads to death (`menganiaya dua remaja hingga tewas`).
        """
        if quantity.head in self._vocabulary.harmed and right.distance == 0:
            return False
        return "killed" in left.outcomes or "killed" not in right.outcomes

    def is_agent(self, document: Document, quantity: Quantity, start: int) -> bool:
        """Whether the word before denies it, or makes it one that acts."""
        if quantity.first <= start or not spaced(document, quantity.first - 1):
            return False
        before = document.words.folded[quantity.first - 1]
        if before in self._vocabulary.negations or self._is_none_of(document, quantity.first, start):
            return True
        if before not in self._vocabulary.agents or quantity.head in self._vocabulary.harmed:
            return False
        if before == "dengan" and self._is_end_of_it(document, quantity):
            return False
        found = self._vocabulary.harms.before(document, quantity.first - 1)
        if self._vocabulary.harms.before(document, quantity.first):
            # `mengungsi bersama 40 keluarga lain`
            return False
        return not (found and found[0].kind == "noun")

    def _is_end_of_it(self, document: Document, quantity: Quantity) -> bool:
        """`perang itu berakhir dengan 30 tewas`, `dengan 23 mayat di jalan`: what came of it, nobody who acts."""
        if any(head in self._vocabulary.firm for head in quantity.heads):
            return True
        following = quantity.last + 1
        found = self._vocabulary.harms.at(document, following) if following < len(document.words) else None
        return found is not None and found[0].kind == "state" and spaced(document, quantity.last)

    def _is_none_of(self, document: Document, first: int, start: int) -> bool:
        """`tak satu pun dari 20 tentara itu`."""
        words, vocabulary = document.words, self._vocabulary
        if words.folded[first - 1] not in vocabulary.out_of:
            return False
        return not vocabulary.negations.isdisjoint(words.folded[max(start, first - 4) : first - 1])

    def has_no_victim(self, document: Document, quantity: Quantity, end: int) -> bool:
        """`tidak ada anggota pasukan itu yang menjadi korban`."""
        words = document.words
        for number in range(quantity.last + 1, min(end, quantity.last + _REACH) - 2):
            if words.folded[number : number + 3] == ["yang", "menjadi", "korban"]:
                return True
        return False

    def is_load(self, document: Document, quantity: Quantity, start: int) -> bool:
        """Whether the word before makes it the size of a population, a team or a load."""
        if quantity.first <= start or quantity.head in self._vocabulary.harmed:
            return False
        return document.words.folded[quantity.first - 1] in self._vocabulary.loads

    def acts(self, document: Document, quantity: Quantity, end: int) -> bool:
        """Whether a verb follows of which it is the subject."""
        words, syntax, vocabulary = document.words, syntax_of(document), self._vocabulary
        for number in range(quantity.last + 1, min(end, quantity.last + 6)):
            if not spaced(document, number - 1):
                return False
            word = words.folded[number]
            if word in vocabulary.relatives or word in vocabulary.around:
                return False
            if word in vocabulary.coordinators or word in vocabulary.subordinators:
                return False
            if syntax.is_verb(number) and word not in vocabulary.hedges:
                return True
        return False

    def is_subject(self, document: Document, quantity: Quantity, start: int) -> bool:
        """Whether no verb right before makes it an object of its own: `menyerang 20 warga`."""
        syntax, words = syntax_of(document), document.words
        before = quantity.first - 1
        if before >= start and words.folded[before] in self._vocabulary.out_of and spaced(document, before):
            return False
        while before >= start and spaced(document, before) and words.folded[before] in self._vocabulary.between:
            before -= 1
        if before < start or not spaced(document, before) or not syntax.is_verb(before):
            return True
        return words.folded[before] in self._vocabulary.telling or words.folded[before] in self._vocabulary.hedges

    def returns(self, document: Document, quantity: Quantity, start: int, end: int) -> bool:
        """Whether they go home: `5.000 pengungsi kembali ke rumah`."""
        first, last = max(start, quantity.first - 4), min(end, quantity.last + 10)
        return not self._vocabulary.returning.isdisjoint(document.words.folded[first:last])

    # ---- neighbours ----------------------------------------------------------------------------------------------

    def continues(self, document: Document, earlier: Quantity, later: Quantity) -> bool:
        """Whether only what tells the earlier one more precisely, and a comma or `dan`, stand between the two."""
        words, vocabulary = document.words, self._vocabulary
        if later.first - earlier.last - 1 > _REACH:
            return False
        joined = "," in document.text[words.ends[later.first - 1] : words.starts[later.first]]
        at = later.first - 1
        while (
            at > earlier.last
            and words.folded[at] in vocabulary.between
            and words.folded[at] not in vocabulary.coordinators
        ):
            at -= 1
        if at > earlier.last and words.folded[at] in vocabulary.coordinators:
            joined = True
        return joined and self._is_quiet(document, earlier.last + 1, later.first)

    def _is_quiet(self, document: Document, first: int, end: int) -> bool:
        """Whether no verb, no harm, no other clause and no full stop stand among these words, nor before `end`."""
        words, syntax, vocabulary = document.words, syntax_of(document), self._vocabulary
        number = first
        while number < end:
            if _STOP.search(document.text, words.ends[number - 1], words.starts[number]):
                return False
            word = words.folded[number]
            if time := document.starting_at(TimeMention, words.starts[number]):
                number = max(number + 1, words.first_at(time.span.end))
                continue
            if (
                word in vocabulary.subordinators
                or word in vocabulary.relatives
                or vocabulary.harms.at(document, number)
            ):
                return False
            if word in vocabulary.plain_verbs or (syntax.is_verb(number) and word not in vocabulary.between):
                return False
            number += 1
        return not _STOP.search(document.text, words.ends[end - 1], words.starts[end])

    def object_after_name(self, document: Document, quantity: Quantity, start: int) -> Link | None:
        """The active verb whose first object is a name or a bare plural: `menewaskan komandan itu dan lima orang`."""
        words, vocabulary = document.words, self._vocabulary
        before = quantity.first - 1
        if before < start or words.folded[before] not in vocabulary.coordinators or not quantity.known:
            return None
        for end in range(before, max(start, before - _REACH), -1):
            found = vocabulary.harms.before(document, end)
            if found and found[0].kind == "active":
                quiet = self._is_quiet(document, end, quantity.first)
                return (
                    Link((found[0].outcome,), found[0], found[1], quantity.first - end)
                    if quiet and end < before
                    else None
                )
            if found or syntax_of(document).is_verb(end - 1):
                return None
        return None

    # ---- parts ---------------------------------------------------------------------------------------------------

    def opens_part(self, document: Document, quantity: Quantity, start: int) -> str | None:
        """The word or mark that makes it a part of the figure before: `termasuk`, `yakni`, `masing-masing`, a colon."""
        words, vocabulary = document.words, self._vocabulary
        at = quantity.first
        if at > start and (mark := _LIST.fullmatch(document.text, words.ends[at - 1], words.starts[at])):
            return mark[0].strip()
        while at > start:
            if vocabulary.parts.before(document, at):
                return words.folded[at - 1]
            if words.folded[at - 1] not in vocabulary.amid:
                return None
            at -= 1
        return None

    def among(self, document: Document, quantity: Quantity, start: int) -> bool:
        """Whether words after or before say that it counts some of those just counted: `dua di antaranya`."""
        vocabulary = self._vocabulary
        if (
            quantity.last + 1 < len(document.words)
            and spaced(document, quantity.last)
            and vocabulary.among.at(document, quantity.last + 1)
        ):
            return True
        if self.is_one_of(document, quantity):
            return document.text_of(quantity.number.span).lower().endswith("satunya")
        return any(vocabulary.whole.at(document, number) for number in range(start, min(start + 3, quantity.first)))

    def is_one_of(self, document: Document, quantity: Quantity) -> bool:
        """`salah satu korban` picks one out and counts nobody; only a part can be so counted (`salah satunya`)."""
        return document.words.folded[quantity.first] == "salah"

    def is_part(self, document: Document, quantity: Quantity, start: int) -> bool:
        """Whether its own words make it a part of another figure."""
        return self.among(document, quantity, start) or self.opens_part(document, quantity, start) is not None

    def points_back(self, document: Document, quantity: Quantity, start: int) -> bool:
        """Whether its sentence opens with what was counted before: `Jumlah itu mencakup`, `Di antaranya`."""
        words, vocabulary = document.words, self._vocabulary
        if quantity.first - start > _OPENING:
            return False
        told = words.folded[start] in vocabulary.bare_total and words.folded[start + 1] in vocabulary.pointing
        return told or vocabulary.parts.at(document, start) is not None

    def is_parted(self, document: Document, quantity: Quantity) -> bool:
        """Whether a comma stands behind a quantity, with the nationality of those counted between them or not."""
        words, at = document.words, quantity.last + 1
        while at < len(words) and document.text[words.starts[at]].isupper() and spaced(document, at - 1):
            at += 1
        return at < len(words) and document.text[words.ends[at - 1] : words.starts[at]].startswith(",")

    def is_told_on(self, document: Document, quantity: Quantity) -> bool:
        """Whether `yang` follows a number that leaves its noun out: `termasuk dua yang ditemukan`."""
        following = quantity.last + 1
        return following < len(document.words) and document.words.folded[following] in self._vocabulary.relatives

    def noun_of_part(self, document: Document, quantity: Quantity) -> str | None:
        """The victims that follow `di antaranya [adalah]`."""
        words, vocabulary = document.words, self._vocabulary
        found = vocabulary.among.at(document, quantity.last + 1) if quantity.last + 1 < len(words) else None
        at = found[1] if found else quantity.last + 1
        while at < len(words) and words.folded[at] in vocabulary.being:
            at += 1
        if at < len(words) and words.folded[at] in vocabulary.one:
            at += 1
        noun = self._quantities.noun(document, at - 1) if at < len(words) else None
        return noun[0] if noun and noun[0] != "families" else None

    def repeats(self, document: Document, earlier: Quantity, later: Quantity) -> bool:
        """Whether it only says of whom the earlier one is: `satu di antaranya seorang bidan`, `12 jiwa dari 3 KK`."""
        words = document.words
        if later.first == earlier.last + 2 and words.folded[later.first - 1] in self._vocabulary.out_of:
            return True
        if words.folded[later.first] not in self._vocabulary.one or later.first - earlier.last > 5:
            return False
        found = self._vocabulary.among.at(document, earlier.last + 1)
        return bool(found and found[1] <= later.first and later.first - found[1] <= 1)

    def harm_before(self, document: Document, quantity: Quantity, start: int) -> Harm | None:
        """The last predicate of harm before it in its sentence: its whole has no number."""
        for end in range(quantity.first, max(start, quantity.first - 20), -1):
            found = self._vocabulary.harms.before(document, end)
            # `jenazah-jenazah itu, di antaranya 11 bayi`
            if found and (found[0].kind != "noun" or "-" in document.words.folded[found[1]]):
                return found[0]
        return None

    def counts_others(self, document: Document, quantity: Quantity) -> bool:
        """Whether `lainnya` or `lagi` follows, so that it continues what was counted before."""
        words = document.words
        following = quantity.last + 1
        return (
            following < len(words)
            and spaced(document, quantity.last)
            and words.folded[following] in self._vocabulary.others
        )
