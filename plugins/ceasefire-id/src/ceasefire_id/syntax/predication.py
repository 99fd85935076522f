"""What a clause says: a predicate with those that take part in it, and whether it is told as a fact."""

from __future__ import annotations

from typing import Literal

import attrs

__all__ = ["Factuality", "Kind", "Modality", "Predication", "Tense"]

Kind = Literal["main", "relative", "complement", "adverbial", "reported", "quoted", "coordinate"]
Modality = Literal["", "possible", "necessary"]
Tense = Literal["", "past", "present", "future"]


@attrs.frozen
class Factuality:
    """Whether what a predication says is so. What a governing clause makes of it is counted in."""

    negated: bool = False
    #: what the negation is said of: `predicate` (`tidak V`), `all` (`tidak semua X V`: some do not), `subject`
    #: (`tak seorang pun V`), `contrast` (`bukan A melainkan B`: the predicate holds, of B, and `negated` is false),
    #: `raised` (`tidak yakin bahwa P`); empty without one
    negation: str = ""
    modality: Modality = ""
    #: under `jika` and its like
    condition: bool = False
    wish: bool = False
    #: somebody asks, orders or forbids it
    demand: bool = False
    #: of the future, planned or promised
    plan: bool = False
    #: told by somebody, not by the article
    reported: bool = False
    question: bool = False
    tense: Tense = ""
    #: `tidak lagi`, `berhenti V`: it was so, and is so no more
    no_longer: bool = False

    @property
    def real(self) -> bool:
        """Told as something that has happened or happens."""
        unreal = self.negated or self.condition or self.wish or self.demand or self.plan or self.question
        return not (unreal or self.modality)


@attrs.frozen
class Predication:
    """Words are given by their number in the document."""

    #: the predicate
    word: int
    #: its stem
    lemma: str
    voice: str
    #: head word of the subject, shared ones counted in
    subject: int | None
    object: int | None
    #: who does what a passive says
    agent: int | None
    #: preposition and head word; the time without a preposition has an empty one
    obliques: tuple[tuple[str, int], ...]
    #: the words of its clause, `end` not included
    first: int
    end: int
    kind: Kind
    #: the word that opens it, or empty
    link: str
    #: predicate word of the clause that governs it
    parent: int | None
    factuality: Factuality
    #: the noun that says what a light verb leaves open: `serangan` of `melakukan serangan`
    light_noun: int | None = None

    def oblique(self, *prepositions: str) -> int | None:
        """The head word behind the first of these prepositions."""
        return next((word for preposition, word in self.obliques if preposition in prepositions), None)
