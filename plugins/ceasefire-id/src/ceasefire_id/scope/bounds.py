"""Times that say from when, until when or how long: by the words before them, and as the two ends of a range."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from ceasefire.mentions import FactSlot, TimeMention
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["Bound", "BoundReader"]

_DASHES: Final = frozenset(("-", "–", "—"))
#: what may follow a length that is no length of what goes on
_RECKONED: Final = frozenset(
    ("lalu", "terakhir", "sebelum", "setelah", "sesudah", "menjelang", "kemudian", "berselang", "silam", "sebelumnya")
)


@attrs.frozen
class Bound:
    """One time with the slot that it fills."""

    slot: FactSlot
    time: TimeMention
    #: the words from its cue to behind it
    first: int
    end: int


class BoundReader:
    """Finds bounds among the times of a sentence."""

    def __init__(self, words: EventWords) -> None:
        table = words.words
        self._since, self._until = table["since"], table["until"]
        self._lasting, self._measures = table["lasting"], table["measures"]
        self._ranges, self._light = table["ranges"], table["term_light"]
        self._cues = self._since | self._until

    def is_cue(self, word: str) -> bool:
        """Whether a word stands before a bound, though it may look like a verb."""
        return word in self._since or word in self._until

    def read(self, ground: Ground, sentence: range, taken: set[int]) -> Iterator[Bound]:
        """The bounds of a sentence, in the order of the text."""
        begun: Bound | None = None
        for time in ground.times(sentence.start, sentence.stop):
            number = ground.first_of(time)
            if time.role == "report":
                continue
            bound = self._second(ground, time, number, begun) or self._bound(ground, time, number, sentence)
            begun = bound
            if bound is not None and id(time) not in taken:
                yield bound

    def _bound(self, ground: Ground, time: TimeMention, number: int, sentence: range) -> Bound | None:
        cue = number - 1
        while cue > sentence.start and ground.word(cue) in self._light and not ground.marked(cue + 1, ",;:"):
            cue -= 1
        if cue < sentence.start or ground.marked(cue + 1, ";:"):
            return None
        word, end = ground.word(cue), ground.after(time)
        if time.type == "DURATION":
            return self._length(ground, time, cue, end, sentence)
        if time.type not in ("DATE", "TIME") or not (time.value or "")[:4].isdigit():
            return None
        slot: FactSlot | None = "starts" if word in self._since else "ends" if word in self._until else None
        if slot is None:
            ranged = word in self._ranges or "(" in ground.gap(number) or ground.marked(number, ",")
            if not (ranged and self._opens_range(ground, end)):
                return None
            slot = "starts"
            cue = number if word not in self._ranges else cue
        while cue > sentence.start and ground.word(cue - 1) in self._cues and not ground.marked(cue, ",;:"):
            cue -= 1
        return Bound(slot, time, cue, end)

    def _opens_range(self, ground: Ground, end: int) -> bool:
        """Whether another time follows at once, joined to it as the end of a range."""
        if ground.gap(end).strip() in _DASHES:
            return ground.at(TimeMention, end) is not None
        return ground.word(end) in self._until | {"dan"} and ground.at(TimeMention, end + 1) is not None

    def _second(self, ground: Ground, time: TimeMention, number: int, begun: Bound | None) -> Bound | None:
        """The other end of a range: `8-10 Mei`, `antara T dan T`."""
        if begun is None or begun.slot != "starts" or time.type not in ("DATE", "TIME"):
            return None
        dashed = begun.end == number and ground.gap(number).strip() in _DASHES
        joined = begun.end == number - 1 and ground.word(number - 1) in self._until
        paired = begun.end == number - 1 and ground.word(number - 1) == "dan" and ground.word(begun.first) == "antara"
        valued = (time.value or "")[:4].isdigit()
        return Bound("ends", time, begun.first, ground.after(time)) if valued and (dashed or joined or paired) else None

    def _length(self, ground: Ground, time: TimeMention, cue: int, end: int, sentence: range) -> Bound | None:
        """`selama L`, `untuk jangka waktu L`, `berjangka L`."""
        if ground.word(end) in _RECKONED or "X" in (time.value or "X"):
            return None
        while cue > sentence.start and ground.word(cue) in self._measures and not ground.marked(cue, ",;:"):
            if ground.word(cue) in self._lasting:
                break
            cue -= 1
        return Bound("duration", time, cue, end) if ground.word(cue) in self._lasting else None
