"""Whether the clause of a bare weekday or date tells what is past or what is still to come.

Words near the time decide: `akan dimulai Kamis`, `hingga Sabtu`, `sepakat berhenti menembak mulai Selasa` against
`telah berakhir Jumat`, `mengatakan pada Minggu`. The nearest word counts, to the left first, no farther than the
clause goes.
"""

from __future__ import annotations

from typing import Literal

from ceasefire.document import Document
from ceasefire_id.dates.lexemes import Lexemes
from ceasefire_id.patterns import LazyPattern

__all__ = ["Tense", "Tenses"]

Tense = Literal["past", "future", "planned"]

#: how many words to either side may decide
_REACH = 14
#: how many words before a beginning its sentence may say that it was settled
_SENTENCE = 40
_STOP = LazyPattern(r"[.;:!?\"“”()]|\n")


class Tenses:
    """Tells tense. Built once."""

    def __init__(self, lexemes: Lexemes) -> None:
        words = lexemes.words["tense"]
        self._past = frozenset(words["past"])
        self._future = frozenset(words["future"])
        self._planned, self._due = frozenset(words["planned"]), frozenset(words["due"])
        self._saying = frozenset(words["saying"])
        self._bounds = frozenset(words["bounds"])
        self._starting = frozenset(words["starting"])
        self._agreed = frozenset(words["agreed"])
        self._events = frozenset(words["events"])
        self._counted = frozenset(words["counted"])
        self._after = frozenset(words["after"])
        self._breaks = frozenset(words["breaks"])
        self._light = frozenset(words["light"])
        self._over = frozenset(words["over"])
        self._foregone = frozenset(words["foregone"])
        self._until, self._since = frozenset(words["until"]), frozenset(words["since"])
        self._lasting = frozenset(words["lasting"])

    def of(self, document: Document, start: int, end: int) -> Tense | None:
        """The tense of the clause around the time from `start` to `end`; null where no word tells it.

        `planned` is a future that cannot be long over (`dijadwalkan pada Juni`, `pengiriman Januari`).
        """
        left = self._words_before(document, start)
        if left and left[0] in self._due:
            return "planned"
        if left and left[0] in self._events:
            return "past" if self._future.isdisjoint(self._clause(left)) else "future"
        bound = next((word for word in left[:2] if word not in self._light), "")
        if left[1:2] == ["baru"] and left[0] in self._over:
            return "future"  # `P itu baru usai Jumat`
        if left[:1] == ["dari"] and self._is_settled(document, start):
            # `mengumumkan P dari 24 Desember sampai 4 Januari`: the verb tells when it was said
            return None
        if bound in self._bounds:
            return self._of_bound(left)
        if bound in self._starting and (not self._agreed.isdisjoint(left) or self._is_settled(document, start)):
            # `P yang dimulai Senin itu` is there
            return "past" if self._is_pointed_at(document, end) else "future"
        if self._is_inserted(document, start, end):
            return "past"
        for word in left:
            if word in self._saying or word in self._past:
                return "past"
            if word in self._future:
                if not self._foregone.isdisjoint(self._clause(left)):
                    return "past"
                return "planned" if word in self._planned else "future"
            if word in self._breaks:
                break
        return self._to_the_right(document, end)

    def _is_pointed_at(self, document: Document, end: int) -> bool:
        """Whether `itu` closes the noun phrase in whose relative clause the time stands."""
        number = document.words.first_at(end)
        gap = document.text[end : document.words.starts[number]] if number < len(document.words) else "."
        return gap.isspace() and document.words.folded[number] in ("itu", "tersebut")

    def _is_settled(self, document: Document, start: int) -> bool:
        """`A, Kamis (5/1), memerintahkan …, mulai Jumat`: told farther off, behind brackets and commas."""
        words = document.words
        last = words.last_before(start)
        first = max(words.first_at(document.sentence_at(start).start), last - _SENTENCE)
        for number in range(last, first - 1, -1):
            if words.folded[number] in self._agreed:
                return True
            if words.folded[number] in self._after:
                return False
        return False

    def _of_bound(self, left: list[str]) -> Tense | None:
        """`hingga Sabtu` is still to come, unless its clause tells what has happened until then."""
        until = left[0] in self._until
        if until and len(left) <= 2:
            return None
        clause = self._clause(left[1:])
        if not self._future.isdisjoint(clause) or (until and not self._agreed.isdisjoint(clause)):
            return "future"
        over = not until and not self._after.isdisjoint(clause)
        lasted = not self._lasting.isdisjoint(clause) and not self._since.isdisjoint(clause)
        return "past" if over or lasted or not self._counted.isdisjoint(clause) else "future"

    def _clause(self, words: list[str]) -> list[str]:
        """The words up to where another clause begins, nearest first."""
        for number, word in enumerate(words):
            if word in self._breaks or word in self._saying:
                return words[:number]
        return words

    def _is_inserted(self, document: Document, start: int, end: int) -> bool:
        """`Kartel itu, Rabu, memperkirakan`: between commas, before an active verb or one of saying."""
        text, words = document.text, document.words
        if text[start - 2 : start] != ", " or text[end : end + 2] != ", ":
            return False
        following = words.first_at(end)
        if following >= len(words):
            return False
        word = words.folded[following]
        return word.startswith("me") or word in self._saying

    def _to_the_right(self, document: Document, end: int) -> Tense | None:
        words, text = document.words, document.text
        at = words.first_at(end)
        position = end
        for number in range(at, min(at + _REACH, len(words))):
            gap = text[position : words.starts[number]]
            word = words.folded[number]
            if _STOP.search(gap) or word == "dan" or ("," in gap and number > at):
                return None
            if word in self._saying or word in self._past:
                return "past"
            if word in self._future:
                # `A pada Minggu menyerukan P`: the call was made then
                return "past" if number == at and word.startswith("me") and word != "mendatang" else "future"
            if word in self._breaks:
                return None
            position = words.ends[number]
        return None

    def _words_before(self, document: Document, start: int) -> list[str]:
        """The words of the clause to the left, nearest first."""
        words, text = document.words, document.text
        number = words.last_before(start)
        position = start
        found: list[str] = []
        while number >= 0 and len(found) < _REACH:
            if _STOP.search(text, words.ends[number], position):
                break
            found.append(words.folded[number])
            position = words.starts[number]
            number -= 1
        return found
