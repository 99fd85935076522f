"""Words that can open a clause, where they open a phrase without a verb instead: `sejak Desember`, `dengan tegas`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire_id.syntax.clauses import WordClasses

if TYPE_CHECKING:
    from ceasefire_id.syntax.shallow import Syntax

__all__ = ["PhraseOpenings"]

#: verbs of what two have with each other
_HOLDS: Final = frozenset(
    ("berlaku", "berakhir", "berlangsung", "berlanjut", "runtuh", "gagal", "batal", "buyar", "mulai")
) | frozenset(
    (
        "bergulir",
        "berjalan",
        "bertahan",
        "kandas",
        "ambruk",
        "bubar",
        "usai",
        "tamat",
        "habis",
        "buntu",
        "mandek",
        "macet",
    )
)

#: how many words say how something is done
_MANNER: Final = 4


class PhraseOpenings:
    """Asks of the words of one document. Words are given by their number."""

    def __init__(self, syntax: Syntax, classes: WordClasses) -> None:
        self._syntax = syntax
        self._classes = classes

    def opened_at(self, number: int, verb: int) -> bool:
        """Whether a word that can open a clause opens a phrase without a verb instead."""
        return (
            self._dates(number, verb)
            or self._is_company(number, verb)
            or self._is_manner(number, verb)
            or self._stands_in_front(number, verb)
        )

    def _is_company(self, number: int, verb: int) -> bool:
        """`setelah P dengan B berlaku`: with whom something is that holds or is done, no clause of B's own."""
        word = self._syntax.word(verb)
        if self._syntax.word(number) != "dengan" or not (word in _HOLDS or word.startswith("di")):
            return False
        other = (
            self._syntax.document.starting_at(ActorMention, self._syntax.document.words.starts[number + 1])
            if number + 1 < verb
            else None
        )
        if other is None:
            return False
        rest = range(self._syntax.document.words.first_at(other.span.end), verb)
        return all(self._syntax.word(n) in self._classes.auxiliaries | self._classes.negations for n in rest)

    def _stands_in_front(self, number: int, verb: int) -> bool:
        """`Setelah seruan K, A V`: a comma closes the phrase, and the subject stands between it and the verb."""
        for after in range(number + 2, verb):
            if "," not in self._syntax.gap(after):
                continue
            actor = self._syntax.document.starting_at(ActorMention, self._syntax.document.words.starts[after])
            if actor is None:
                continue
            if self._is_fronted(number, after):
                return True
            rest = range(self._syntax.document.words.first_at(actor.span.end), verb + 1)
            listed = any(self._syntax.word(n) in self._classes.coordinators or "," in self._syntax.gap(n) for n in rest)
            return not listed
        return False

    def _is_fronted(self, number: int, comma: int) -> bool:
        """`Untuk keempat kalinya, A dan B V`: a phrase at the head of a sentence that names nobody."""
        named = self._syntax.document.starting_at(ActorMention, self._syntax.document.words.starts[number + 1])
        heads = self._syntax.sentence_words(number).start == number
        return heads and named is None and not self._syntax.verbs_between(number + 1, comma)

    def _dates(self, number: int, verb: int) -> bool:
        """`A sejak Desember memberlakukan B`: the word governs a time, not a clause."""
        if number + 1 >= verb:
            return False
        time = self._syntax.document.starting_at(TimeMention, self._syntax.document.words.starts[number + 1])
        if time is None:
            return False
        after = range(self._syntax.document.words.first_at(time.span.end), verb)
        return all(self._syntax.word(n) in self._classes.auxiliaries | self._classes.negations for n in after)

    def _is_manner(self, number: int, verb: int) -> bool:
        """`A dengan suara bulat menerima P`: how it is done, no clause."""
        manner = self._syntax.word(number) == "dengan" and self._syntax.word(number + 1) in self._classes.manners
        return manner and number + 1 < verb <= number + _MANNER
