"""Days that a noun of a pause names: `hari ketiga P`, `penandatanganan P`, `naskah P bertanggal T`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from ceasefire.mentions import ActorMention, FactSlot, RegionMention, TimeMention
from ceasefire.models import Span
from ceasefire_id.patterns import LazyPattern
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["NounDayReader"]

_LAST: Final = ("terakhir", "penghabisan", "pamungkas")
_DAY: Final = LazyPattern(r"\d{4}-\d{2}-\d{2}")
#: how many words may stand between such a noun and its day
_REACH: Final = 14


class NounDayReader:
    """Reads the days of such nouns."""

    def __init__(self, words: EventWords, numbers: Mapping[str, int]) -> None:
        table = words.words
        self._signing, self._filler = table["signing_nouns"], table["day_filler"]
        self._copulas, self._entering = table["day_copulas"], table["day_entering"]
        self._light = table["day_light"]
        self._numbers = numbers
        self._cues = self._signing | {"hari", "bertanggal", "tertanggal", "bertarikh"}

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add the days of all pauses that have such a noun."""
        if not ground.document.has(self._cues):
            return
        for phrase in arguments.phrases:
            self._read_noun(ground, phrase, told)
            self._read_borne(ground, phrase, told)
        for number in ground.words.numbers(self._entering):
            self._read_entered(ground, arguments, number, told)

    def _read_noun(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        """`Hari pertama P jatuh pada T`, `T, hari kedua P`, `sejak penandatanganan P pada T`."""
        at = phrase.outer - 1
        while ground.word(at) in self._filler and ground.adjoins(at + 1):
            at -= 1
        count = self._count(ground, at) if ground.word(at - 1) == "hari" else None
        signed = ground.word(at) in self._signing and ground.adjoins(at + 1)
        if count is None and not signed:
            return
        if 0 <= phrase.governor < at or (phrase.governor > at and not signed):
            # `hari pertama perundingan P`
            return
        first = at if signed else at - 1
        time = self._day_of(ground, first, phrase.stop)
        if time is None:
            return
        if signed:
            told.facts.append(FactDraft("announced", phrase, time.span, "signing", time=time))
        elif count is not None:
            self._tell(phrase, time, count, told)

    def _read_borne(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        """`Naskah P bertanggal T`."""
        if ground.word(phrase.stop) in ("bertanggal", "tertanggal", "bertarikh"):
            time = ground.at(TimeMention, phrase.stop + 1)
            if time is not None and self._is_day(time):
                told.facts.append(FactDraft("announced", phrase, time.span, "signing", time=time))

    def _read_entered(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> None:
        """`P memasuki hari keempat`: on the day that is named, or that of the publication."""
        count = self._count(ground, number + 2) if ground.word(number + 1) == "hari" else None
        argument = arguments.subject(number) if count is not None and count > 1 else None
        if argument is None or count is None or argument.phrase.governor >= 0 or not ground.mood(number).real:
            return
        sentence = ground.sentence(number)
        days = [time for time in ground.times(sentence.start, sentence.stop) if self._is_day(time)]
        if days:
            self._tell(argument.phrase, days[0], count, told)
        elif ground.document.published is not None:
            span = ground.span(number, number + 1)
            self._begin(argument.phrase, ground.document.published.isoformat(), count, span, told)

    def _tell(self, phrase: Phrase, time: TimeMention, count: int, told: Told) -> None:
        if count in (0, 1):
            slot: FactSlot = "starts" if count else "ends"
            told.facts.append(FactDraft(slot, phrase, time.span, "day-of-pause", time=time))
        else:
            self._begin(phrase, (time.value or "")[:10], count, time.span, told)

    def _begin(self, phrase: Phrase, day: str, count: int, span: Span, told: Told) -> None:
        """The first day of a pause whose day of that number is known."""
        try:
            began = date.fromisoformat(day) - timedelta(days=count - 1)
        except (OverflowError, ValueError):
            return
        told.facts.append(FactDraft("starts", phrase, span, "day-of-pause", value=began.isoformat()))

    def _count(self, ground: Ground, number: int) -> int | None:
        """Which day an ordinal counts; 0 for the last."""
        word = ground.word(number)
        if word in _LAST:
            return 0
        digits = word.removeprefix("ke").lstrip("-\u2010\u2011")
        return (
            int(digits) if word.startswith("ke") and digits.isdecimal() and len(digits) < 4 else self._numbers.get(word)
        )

    def _day_of(self, ground: Ground, first: int, stop: int) -> TimeMention | None:
        """The day beside a noun phrase: before it behind a comma or a copula, or behind it with little between."""
        before = ground.before(TimeMention, first)
        if before is not None and "," in ground.gap(first) and self._is_day(before):
            return before
        sentence = ground.sentence(first)
        if ground.word(first - 1) in self._copulas:
            near = [t for t in ground.times(max(sentence.start, first - _REACH), first) if self._is_day(t)]
            return near[-1] if near else None
        number = stop
        while number < min(stop + _REACH, sentence.stop):
            time = ground.at(TimeMention, number)
            if time is not None:
                # `Setelah penandatanganan P, Senin (20/5) A V`: the day of what A did
                after = ground.after(time)
                loose = "," in ground.gap(number) and not ground.gap(after).strip(" )") and after < sentence.stop
                return time if self._is_day(time) and not loose else None
            named = ground.at(RegionMention, number) or ground.at(ActorMention, number)
            if named is None and ground.word(number) not in self._light:
                return None
            if ground.marked(number, ";.:"):
                return None
            number = ground.after(named) if named is not None else number + 1
        return None

    def _is_day(self, time: TimeMention) -> bool:
        return time.type in ("DATE", "TIME") and _DAY.match(time.value or "") is not None
