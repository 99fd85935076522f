"""The day of an event that stands far from its verb: `menyetujui P yang dibawa K, Selasa (12/8)`.

What commas set off at the end of a sentence dates its main verb, whatever relative clauses and purposes stand between;
so does what they set off before the subject (`Dalam rekaman yang dikirim ke radio, Jumat (16/8), A mengumumkan P`), and
the day of the paper by which something is told (`Lewat selebaran bertanggal 3 April, A mengumumkan P`).
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.bounds import BoundReader
from ceasefire_id.scope.drafts import EventDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["DateReader"]

#: prepositions and nouns between a comma and its day
_BEFORE: Final = frozenset(("pada", "hari", "tanggal"))
#: clauses that a comma closes, behind which the main clause goes on
_ASIDE: Final = frozenset(("yang", "untuk", "agar", "supaya", "guna", "demi"))
#: events of a relative clause that may have the day behind it as theirs
_OWN: Final = frozenset(("announced", "agreed", "started", "ended", "extended"))
#: papers bear their day
_BEARING: Final = frozenset(("bertanggal", "tertanggal", "bertarikh"))
#: words of a vow, and verbs of saying with the speaker behind them
_VOWS: Final = frozenset(("akan", "bakal", "hendak"))
_SAID: Final = frozenset(("kata", "ujar", "tutur", "ucap", "ungkap", "lapor", "papar", "tegas", "jelas", "demikian"))
_CLOSING: Final = (",", ".", ";", ")", "–", "—", "\n")


class DateReader:
    """Gives days to the events that have none."""

    def __init__(self, words: EventWords) -> None:
        self._bounds = BoundReader(words)
        self._types = {word: frozenset(voice.type for voice in voices) for word, voices in words.verbs.items()}

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Date the events of all verbs."""
        undated = [event for event in told.events if event.date is None]
        if not undated:
            return
        taken = {id(time) for event in told.events for time in (event.date, event.duration) if time is not None}
        taken |= {id(fact.time) for fact in told.facts if fact.time is not None}
        for event in undated:
            verb = ground.words.first_at(event.span.start)
            if not self._has_day(ground, ground.sentence(verb), taken):
                continue
            time = self._trailing(ground, arguments, event, verb, taken) or self._fronted(ground, verb, taken)
            if time is not None:
                event.date = time

    def _has_day(self, ground: Ground, sentence: range, taken: set[int]) -> bool:
        return any(
            self._is_day(ground, time, taken, reported=True) for time in ground.times(sentence.start, sentence.stop)
        )

    def _trailing(
        self, ground: Ground, arguments: Arguments, event: EventDraft, verb: int, taken: set[int]
    ) -> TimeMention | None:
        """The first day behind the verb that commas set off, nothing between but what hangs on its clause."""
        stop = ground.sentence(verb).stop
        # `A akan berhenti menembak mulai T1, kata X, T2`: the saying makes it known
        vowed = event.type == "announced" and event.phrase.rule == "stop-verb" and ground.word(verb - 1) in _VOWS
        for time in ground.times(verb + 1, stop):
            first = ground.first_of(time)
            while ground.word(first - 1) in _BEFORE:
                first -= 1
            if not self._is_day(ground, time, taken, reported=vowed) or "," not in ground.gap(first):
                continue
            closed = self._closes(ground, time, stop)
            return time if closed and self._hangs_on(ground, arguments, event, verb, first) else None
        return None

    def _hangs_on(self, ground: Ground, arguments: Arguments, event: EventDraft, verb: int, end: int) -> bool:
        """Whether no other main clause begins between the verb and a word."""
        for number in ground.syntax.verbs_between(verb + 1, end):
            if arguments.holding(number) is not None or number < event.phrase.first:
                continue
            if self._bounds.is_cue(ground.word(number)) or ground.word(number) in _SAID:
                continue
            if ground.clause(number).link not in _ASIDE:
                return False
            # `lewat surat yang dibacakan A, T`: what the relative clause is about is no pause
            relative = ground.clause(number).link == "yang" and arguments.holding(ground.clause(number).first - 1)
            if relative and not _OWN.isdisjoint(self._types.get(ground.word(number), ())):
                return False
        return not any(ground.marked(number, ";:") for number in range(verb + 1, end + 1))

    def _fronted(self, ground: Ground, verb: int, taken: set[int]) -> TimeMention | None:
        """The day that commas set off right before the verb's subject, or that the paper bears."""
        sentence = ground.sentence(verb)
        subject = ground.subject(verb)
        first = ground.first_of(subject) if subject is not None else verb
        if not sentence.start < first <= verb or "," not in ground.gap(first):
            return None
        time = ground.before(TimeMention, first)
        number = ground.first_of(time) if time is not None else 0
        borne = ground.word(number - 1) in _BEARING
        if time is None or number <= sentence.start or not self._is_day(ground, time, taken, reported=borne):
            return None
        apposed = "," in ground.gap(number) and ground.before(ActorMention, number) is None
        return time if borne or apposed else None

    def _is_day(self, ground: Ground, time: TimeMention, taken: set[int], *, reported: bool = False) -> bool:
        """Whether it is a day or finer that nothing else has, no bound of what holds, and not that of the report."""
        value = time.value or ""
        if id(time) in taken or (time.role == "report" and not reported) or time.type not in ("DATE", "TIME"):
            return False
        number = ground.first_of(time)
        return value[:4].isdigit() and len(value) >= len("2025-01") and not self._bounds.is_cue(ground.word(number - 1))

    def _closes(self, ground: Ground, time: TimeMention, stop: int) -> bool:
        """Whether a mark follows."""
        after = ground.after(time)
        return after >= stop or ground.gap(after).lstrip().startswith(_CLOSING)
