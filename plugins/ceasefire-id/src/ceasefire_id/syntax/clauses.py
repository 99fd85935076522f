"""What the shallow syntax is made of: clauses, the mood of a verb, and the classes of words that tell them."""

from __future__ import annotations

import attrs

from ceasefire_id import lexicon

__all__ = ["Clause", "Mood", "WordClasses"]


@attrs.frozen
class Clause:
    """The stretch that a finite verb heads, as word numbers: `first` included, `end` not.

    Where two verbs follow one another with no word or mark that parts their clauses (`mengatakan jeda berakhir`),
    the words between them are in both: the object of the first may be the subject of the second.
    """

    first: int
    end: int
    #: number of the verb
    verb: int
    #: the word that opens it (`"bahwa"`, `"yang"`, `"setelah"`, `"dan"`), or empty
    link: str


@attrs.frozen
class Mood:
    """What the words before a verb say of its reality."""

    negated: bool
    future: bool
    past: bool
    #: under a condition or a question
    hypothetical: bool

    @property
    def real(self) -> bool:
        """Told as something that has happened or happens."""
        return not (self.negated or self.future or self.hypothetical)


@attrs.frozen
class WordClasses:
    """The closed lists of `lexicon/syntax.toml`."""

    subordinators: frozenset[str]
    coordinators: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]
    negations: frozenset[str]
    futures: frozenset[str]
    pasts: frozenset[str]
    conditions: frozenset[str]
    prepositions: frozenset[str]
    bare_verbs: frozenset[str]
    not_verbs: frozenset[str]
    manners: frozenset[str]

    @classmethod
    def load(cls) -> WordClasses:
        """From `lexicon/syntax.toml`."""
        return cls(**{name: frozenset(words) for name, words in lexicon.load("syntax").items()})
