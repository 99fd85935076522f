"""The members of scope told of so far, found by where they stand, however many a text has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase

__all__ = ["Gathered"]


class Gathered:
    """Members in the order in which they were found, by sentence and by where their words end."""

    def __init__(self, ground: Ground, drafts: Iterable[ScopeDraft] = ()) -> None:
        self._ground = ground
        self._all: list[ScopeDraft] = []
        self._by_sentence: dict[int, list[ScopeDraft]] = {}
        self._by_end: dict[int, list[ScopeDraft]] = {}
        #: by the number of the last word by which they are told
        self._by_last: dict[int, list[tuple[int, ScopeDraft]]] = {}
        self.add(drafts)

    def __bool__(self) -> bool:
        return bool(self._all)

    def __iter__(self) -> Iterator[ScopeDraft]:
        return iter(self._all)

    def add(self, drafts: Iterable[ScopeDraft]) -> None:
        """Take further members in, behind the others."""
        words = self._ground.words
        for draft in drafts:
            number = min(words.first_at(draft.span.start), len(words) - 1)
            self._by_sentence.setdefault(self._ground.sentence(number).start, []).append(draft)
            self._by_end.setdefault(draft.span.end, []).append(draft)
            self._by_last.setdefault(words.last_before(last_of(draft)), []).append((len(self._all), draft))
            self._all.append(draft)

    def pause_told_in(self, sentence: range) -> Phrase | None:
        """The pause of the member that was found last among those that a cue has named in a sentence."""
        words = self._ground.words
        if sentence.start >= len(words):
            return None
        first, end = words.starts[sentence.start], words.ends[sentence.stop - 1]
        for draft in reversed(self._by_sentence.get(sentence.start, ())):
            if first <= draft.span.start < end and draft.cue is not None:
                return draft.phrase
        return None

    def ending_at(self, position: int) -> ScopeDraft | None:
        """The member whose words end at a position; of several the one that was found last."""
        found = self._by_end.get(position)
        return found[-1] if found else None

    def told_near(self, number: int, reach: int) -> list[ScopeDraft]:
        """The members told of before a word, at most so many words before it, in the order in which they were found."""
        words = self._ground.words
        near, end = words.starts[max(0, number - reach)], words.starts[number]
        found = [pair for last in range(max(0, number - reach) - 1, number + 1) for pair in self._by_last.get(last, ())]
        found.sort(key=lambda pair: pair[0])
        return [draft for _, draft in found if near <= last_of(draft) < end and draft.span.start < end]


def last_of(draft: ScopeDraft) -> int:
    """Where the words end by which a member is told, be they its own or its cue's."""
    return max(draft.span.end, draft.cue.end if draft.cue is not None else 0)
