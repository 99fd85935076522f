"""Times that date the report and not what it tells: `dikutip dari X pada Senin`, `kata Y, Selasa (11/11)`."""

from __future__ import annotations

from ceasefire.document import Document
from ceasefire_id.dates.lexemes import Lexemes
from ceasefire_id.patterns import LazyPattern

__all__ = ["Reports"]

#: words between the verb and its time: the outlet, the speaker with an office
_REACH = 12
#: commas between them: `kata utusan PBB, X, dalam jumpa pers, Sabtu`
_COMMAS = 3
_STOP = LazyPattern(r"[.;:!?\"“”]|\n")


class Reports:
    """Tells them. Built once."""

    def __init__(self, lexemes: Lexemes) -> None:
        words = lexemes.words["report"]
        self._relays = frozenset(words["relays"])
        self._inverted = frozenset(words["inverted"])
        self._spoken = frozenset(words["spoken"])
        self._addressed = frozenset(words["addressed"])
        self._through = frozenset(words["through"])
        self._statements = frozenset(words["statements"])
        self._breaks = frozenset([*lexemes.words["tense"]["breaks"], *words["breaks"]])

    def dates(self, document: Document, start: int, end: int) -> bool:
        """Whether the time from `start` to `end` hangs on a relay or on a verb of saying."""
        words, text = document.words, document.text
        number, position, commas = words.last_before(start), start, 0
        between: list[str] = []
        for _ in range(_REACH):
            if number < 0 or _STOP.search(text, words.ends[number], position):
                break
            commas += text.count(",", words.ends[number], position)
            word = words.folded[number]
            if word in self._relays or (word in self._inverted and commas <= _COMMAS):
                return True
            if word in self._spoken:
                # `ujarnya, Senin`, `mengatakan pada Minggu`; after more words the time is another clause's
                return self._addressed.issuperset(between) and (commas == 0 or word.endswith("nya"))
            if word in self._statements and number and words.folded[number - 1] in self._through:
                return True
            if word in self._breaks or commas > _COMMAS:
                break
            between.append(word)
            position = words.starts[number]
            number -= 1
        return self._between_commas(document, start, end)

    def is_saying(self, document: Document, end: int) -> bool:
        """Whether a verb of saying is the first word after what ends at `end`."""
        number = document.words.first_at(end)
        return number < len(document.words) and document.words.folded[number] in self._inverted | self._spoken

    def _between_commas(self, document: Document, start: int, end: int) -> bool:
        """`Militer X, Senin, mengatakan`."""
        words, text = document.words, document.text
        following = words.first_at(end)
        if following >= len(words) or text[start - 2 : start] != ", ":
            return False
        return text[end : words.starts[following]] == ", " and words.folded[following] in self._spoken
