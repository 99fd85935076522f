"""Pauses that recur between two clocks: `P berlaku setiap hari dari pukul 13.00 sampai 16.00`.

Such a pause has the length of one, the first day's first clock as its start, and no end.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from ceasefire.mentions import TimeMention
from ceasefire_id.patterns import LazyPattern
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.telling import Told

__all__ = ["RecurrenceReader"]

_DAILY: Final = "P1D"
_CLOCK: Final = LazyPattern(r"\d{4}-\d{2}-\d{2}T(\d{2}):(\d{2})(Z|[+-]\d{2}:\d{2})?")
_DAY: Final = LazyPattern(r"\d{4}-\d{2}-\d{2}")
#: how many words lie between the first clock and the second (`pukul 08.00 dan pukul 14.00`)
_APART: Final = 2
#: words that join two clocks, or stand before the second
_TO: Final = frozenset(("sampai", "hingga", "dan", "s.d", "ke"))
_SINCE: Final = frozenset(("mulai", "sejak", "terhitung", "per", "dari"))


class RecurrenceReader:
    """Reads clocks between which a pause holds every day."""

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add the bounds of all pauses that recur."""
        for every in ground.document.of(TimeMention):
            if every.type != "SET" or every.value != _DAILY:
                continue
            sentence = ground.sentence(ground.first_of(every))
            clocks = self._clocks(ground, sentence)
            phrase = self._phrase(arguments, ground.first_of(every), sentence)
            if clocks is not None and phrase is not None:
                self._tell(ground, phrase, clocks, told)

    def _phrase(self, arguments: Arguments, number: int, sentence: range) -> Phrase | None:
        here = arguments.between(sentence.start, sentence.stop)
        before = [phrase for phrase in here if phrase.first <= number]
        return before[-1] if before else here[0] if here else None

    def _clocks(self, ground: Ground, sentence: range) -> tuple[TimeMention, TimeMention] | None:
        """Two clocks of which the second follows the first at once."""
        times = ground.times(sentence.start, sentence.stop)
        for first, second in pairwise(t for t in times if t.type == "TIME" and _CLOCK.match(t.value or "")):
            between = range(ground.after(first), ground.first_of(second))
            if len(between) <= _APART and all(ground.word(n) in _TO for n in between):
                return first, second
        return None

    def _tell(self, ground: Ground, phrase: Phrase, clocks: tuple[TimeMention, TimeMention], told: Told) -> None:
        first, last = (_CLOCK.match(clock.value or "") for clock in clocks)
        if not first or not last:
            return
        span = clocks[0].span
        minutes = (int(last[1]) - int(first[1])) * 60 + int(last[2]) - int(first[2])
        hours, rest = divmod(minutes % (24 * 60), 60)
        length = "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")
        told.facts.append(FactDraft("ends", phrase, span, "no-end"))
        if minutes:
            told.facts.append(FactDraft("duration", phrase, span, "recurs", value=length))
        if (day := self._first_day(ground, phrase, clocks[0], told)) is not None:
            clock = f"T{first[1]}:{first[2]}{first[3] or ''}"
            told.facts.append(FactDraft("starts", phrase, span, "recurs", value=day + clock))

    def _first_day(self, ground: Ground, phrase: Phrase, clock: TimeMention, told: Told) -> str | None:
        """The day from which its sentence says that it holds, else the one on which it began."""
        sentence = ground.sentence(ground.first_of(clock))
        for time in ground.times(sentence.start, sentence.stop):
            if _DAY.fullmatch(time.value or "") and ground.word(ground.first_of(time) - 1) in _SINCE:
                return time.value
        begun = [e.date.value for e in told.events if e.type == "started" and e.phrase is phrase and e.date is not None]
        return next((value[:10] for value in begun if value and _DAY.match(value)), None)
