"""What a phrase can count from: the times resolved so far, and those that stand next to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

import attrs

from ceasefire.document import Document
from ceasefire_id.dates.atoms import Phrase
from ceasefire_id.dates.lists import linked
from ceasefire_id.dates.named_days import Note
from ceasefire_id.dates.values import Grain, Stamp
from ceasefire_id.patterns import LazyPattern

__all__ = ["Anchors", "Resolved"]

#: a preposition, comma or bracket between a clock and the day that it belongs to
_ON = LazyPattern(r"\s+(?:pada|di)\s+|,?\s+\(?", ignore_case=True)
_BACKWARDS = frozenset(
    {"setelah", "sesudah", "sejak", "usai", "seusai", "sebelum", "menyusul", "dari", "akibat", "atas"}
)
_UNTIL = frozenset({"hingga", "sampai"})
_FINE: frozenset[Grain] = frozenset({"day", "part", "clock"})
#: just before the first day of something
_BEGINNINGS = frozenset({"berlaku", "mulai", "dimulai", "sejak", "diberlakukan", "memberlakukan", "berlakunya"})

#: just before a weekday on which something began that was told of before
_BEGUN = frozenset({"berlaku", "mulai", "dimulai", "diberlakukan", "efektif", "dijalankan", "diterapkan"})

#: how many phrases back an anchor can stand; so time grows with the text, not faster
_FARTHEST_BACK = 200
#: how many phrases ahead a text may say from when it counts
_FARTHEST_FORWARD = 20
#: how many phrases around a recurring clock may say how often and from when
_NEIGHBOURS = 6


@attrs.frozen
class Resolved:
    """What a phrase denotes."""

    phrase: Phrase
    type: str
    value: str | None
    stamp: Stamp | None = None
    #: the day that the phrase itself names, before a clock such as 24.00 goes beyond it
    day: date | None = None
    start: str | None = None
    end: str | None = None
    notes: tuple[Note, ...] = ()


class Anchors:
    """Looks around a phrase, given by its number."""

    def __init__(
        self, document: Document, phrases: Sequence[Phrase], resolve: Callable[[int], Resolved | None]
    ) -> None:
        self._document = document
        self._phrases = phrases
        self._resolve = resolve
        #: what is resolved so far, by number
        self.found: dict[int, Resolved | None] = {}

    # ---- before --------------------------------------------------------------------------------------------------

    def before(self, at: int, start: int = 0) -> Iterator[Resolved]:
        """Resolved phrases before that one which begin at `start` or later, nearest first."""
        for number in range(at - 1, max(-1, at - 1 - _FARTHEST_BACK), -1):
            if self._phrases[number].start < start:
                return
            resolved = self.found.get(number)
            if resolved:
                yield resolved

    def last_day(self, at: int) -> date | None:
        """The last day mentioned; the publication where none was."""
        return next((before.day for before in self.before(at) if before.day), self._document.published)

    def said_on(self, at: int) -> date | None:
        """The last day that the sentence names before that phrase."""
        start = self._document.sentence_at(self._phrases[at].start).start
        return next((before.day for before in self.before(at, start) if before.day), None)

    def told_before(self, at: int) -> date | None:
        """The day that the paragraph names last before that phrase, where the phrase says when something began."""
        words, phrase = self._document.words, self._phrases[at]
        last = words.last_before(phrase.start)
        if last < 0 or words.folded[last - (words.folded[last] in ("pada", "hari"))] not in _BEGUN:
            return None
        start = self._document.paragraph_at(phrase.start).start
        named = (before for before in self.before(at, start) if before.day)
        return next((before.day for before in named if before.phrase.parts.day is not None), None)

    def last_start(self, at: int) -> date | None:
        """The first day of the last time mentioned, be it a day, a month or a year; else the publication."""
        grains = _FINE | {"month", "year"}
        stamps = (before.stamp for before in self.before(at))
        return next((stamp.day for stamp in stamps if stamp and stamp.grain in grains), self._document.published)

    def last_clock(self, at: int) -> Stamp | None:
        """The last clock mentioned in the paragraph."""
        start = self._document.paragraph_at(self._phrases[at].start).start
        stamps = (before.stamp for before in self.before(at, start))
        return next((stamp for stamp in stamps if stamp and stamp.grain == "clock"), None)

    def first_day_of_something(self, at: int) -> date | None:
        """The last day mentioned on which something began (`mulai berlaku pada`, `sejak`), else the next one."""
        for earlier in self.before(at):
            if earlier.day and self._is_beginning(earlier.phrase):
                return earlier.day
        for number in range(at + 1, min(len(self._phrases), at + 1 + _FARTHEST_FORWARD)):
            phrase = self._phrases[number]
            if (phrase.parts.day or phrase.parts.weekday is not None) and self._is_beginning(phrase):
                resolved = self._resolve(number)
                return resolved.day if resolved else None
        return None

    def _is_beginning(self, phrase: Phrase) -> bool:
        """Whether something begins on it: `mulai berlaku Jumat`, `dari 7 hingga 9 Mei`."""
        words = self._document.words
        last = words.last_before(phrase.start)
        if not _BEGINNINGS.isdisjoint(words.folded[max(0, last - 2) : last + 1]):
            return True
        return last >= 0 and words.folded[last] == "dari"

    def year_named(self, at: int) -> int | None:
        """The year that the sentence names before that phrase."""
        named = self.naming_year(at)
        return named.year if named is not None else None

    def naming_year(self, at: int) -> date | None:
        """The first day of the time with which the sentence names that year."""
        start = self._document.sentence_at(self._phrases[at].start).start
        for before in self.before(at, start):
            parts = before.phrase.parts
            if before.stamp and (parts.year is not None or parts.years is not None):
                return before.stamp.day
        return None

    def goes_back(self, at: int) -> bool:
        """Whether that phrase says from when or after what (`setelah serangan 3 Maret`), which may lie before."""
        words = self._document.words
        last = words.last_before(self._phrases[at].start)
        return not _BACKWARDS.isdisjoint(words.folded[max(0, last - 2) : last + 1])

    def is_bound(self, at: int) -> bool:
        """Whether that phrase says until when (`hingga 3 Agustus`)."""
        number = self._document.words.last_before(self._phrases[at].start)
        return number >= 0 and self._document.words.folded[number] in _UNTIL

    def day_before_bound(self, at: int) -> date | None:
        """The last day that the sentence names before that phrase, where the phrase is a bound (`hingga 3 Agustus`)."""
        start = self._phrases[at].start
        if not self.is_bound(at):
            return None
        sentence = self._document.sentence_at(start).start
        days = (before.day for before in self.before(at, sentence) if before.phrase.parts.month is not None)
        return next((day for day in days if day is not None), None)

    def last_year(self, at: int) -> int | None:
        """The year of the last time mentioned; else that of the publication."""
        last = next((before.stamp.day for before in self.before(at) if before.stamp), self._document.published)
        return last.year if last else None

    # ---- the day of a clock --------------------------------------------------------------------------------------

    def day_of_clock(self, at: int) -> date | None:
        """The day of a clock that names none: that of its own phrase, its sentence, its paragraph, the publication."""
        following = self.following_day(at) or self._first_day_of_recurrence(at)
        if following:
            return following
        start = self._document.paragraph_at(self._phrases[at].start).start
        return next((before.day for before in self.before(at, start) if before.day), self._document.published)

    def _first_day_of_recurrence(self, at: int) -> date | None:
        """Of a clock that recurs (`setiap hari`), the day from which it does, where its sentence says so after it."""
        words, sentence = self._document.words, self._document.sentence_at(self._phrases[at].start)
        around = self._phrases[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]
        if not any("set" in phrase.kinds and sentence.start <= phrase.start < sentence.end for phrase in around):
            return None
        for number in range(at + 1, min(at + _NEIGHBOURS, len(self._phrases))):
            phrase = self._phrases[number]
            if phrase.start >= sentence.end:
                return None
            before = words.last_before(phrase.start)
            begins = not _BEGINNINGS.isdisjoint(words.folded[max(0, before - 1) : before + 1])
            if begins and (phrase.parts.day is not None or phrase.parts.weekday is not None):
                resolved = self._resolve(number)
                return resolved.day if resolved else None
        return None

    def following_day(self, at: int) -> date | None:
        """The day after a preposition: `pukul 13.00 pada 9 November`; that of the second end of a range."""
        if at + 1 >= len(self._phrases):
            return None
        text, phrase, following = self._document.text, self._phrases[at], self._phrases[at + 1]
        parts = following.parts
        if parts.day is None and parts.weekday is None and parts.days is None:
            return None
        # a day with a clock of its own lends its day only within a range
        on = linked(text, phrase, following) if parts.hour is not None else self._is_on(phrase, following)
        if not on:
            return None
        resolved = self._resolve(at + 1)
        return resolved.day if resolved else None

    def _is_on(self, phrase: Phrase, following: Phrase) -> bool:
        return _ON.fullmatch(self._document.text, phrase.end, following.start) is not None

    # ---- neighbours ----------------------------------------------------------------------------------------------

    def linked_before(self, at: int) -> Resolved | None:
        """The phrase before that one, where the two are linked in a list or range."""
        if at == 0 or not linked(self._document.text, self._phrases[at - 1], self._phrases[at]):
            return None
        return self.found.get(at - 1)

    def linked_after(self, at: int) -> Phrase | None:
        """The phrase after that one, where the two are linked in a list or range."""
        if at + 1 >= len(self._phrases) or not linked(self._document.text, self._phrases[at], self._phrases[at + 1]):
            return None
        return self._phrases[at + 1]

    def opens_range(self, at: int) -> bool:
        """Whether that phrase is the first end of a range: `Jumat hingga Minggu`."""
        gap = self._document.text[self._phrases[at].end : self._phrases[at + 1].start].strip()
        return gap.startswith(("hingga", "sampai", "-", "–"))

    def beside(self, at: int) -> date | None:
        """The day just before that phrase, a comma between: `Jumat (29/11), hari ketiga`."""
        before = self.found.get(at - 1)
        if before is None or before.day is None:
            return None
        gap = self._document.text[before.phrase.end : self._phrases[at].start].strip()
        return before.day if gap in {",", "atau", "("} else None
