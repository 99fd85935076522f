"""Who does as another did with a pause, without a verb of its own: `begitu pula B`, `B menyusul`, `B tidak`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.pairs import are_one, is_side
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["AlikeReader"]

#: the answers that another may give too, and what somebody answers who does not
_ANSWERS: Final = {"agreed": "rejected", "rejected": "agreed"}
_TOO: Final = frozenset(("pula", "juga", "pun", "halnya"))
#: words between clauses of which the second leaves out its verb
_PARTING: Final = frozenset(("sedangkan", "sementara", "adapun", "dan", "lalu", "tetapi", "tapi", "namun", "kemudian"))
#: words between who did it too and when
_BEFORE_WHEN: Final = frozenset(
    ("baru", "lebih", "dulu", "dahulu", "sudah", "telah", "pada", "sejak", "juga", "belakangan")
)
#: how many of those words there are at most
_ADVERBS: Final = 4


class AlikeReader:
    """Reads clauses that leave out what somebody did, since another did it just before."""

    def __init__(self, words: EventWords) -> None:
        self._likewise = words.words["likewise"]
        self._same = words.words["same"]
        self._opposite = words.words["opposite"]
        self._closing = words.words["closing"]
        self._triggers = self._likewise | self._same | self._opposite

    def read(self, ground: Ground, told: Told) -> None:
        """Add what they did as well, or did not."""
        answers = [event for event in told.events if event.type in _ANSWERS and event.actor is not None]
        if not answers:
            return
        for number in ground.words.numbers(self._triggers):
            if number in (at := ground.sentence(number)) and (done := self._done(ground, answers, at, number)):
                self._read(ground, number, done, told)
        for event in answers:
            self._gapped(ground, event, told)

    def _done(self, ground: Ground, answers: list[EventDraft], sentence: range, number: int) -> EventDraft | None:
        """The answer told last before a word, in its sentence or the one before."""
        start = ground.sentence(sentence.start - 1).start if sentence.start else 0
        done = [e for e in answers if start <= ground.words.first_at(e.span.start) < number]
        return done[-1] if done else None

    def _read(self, ground: Ground, number: int, done: EventDraft, told: Told) -> None:
        word, opening = ground.word(number), number == ground.sentence(number).start or bool(ground.gap(number).strip())
        if word in self._likewise and opening and ground.word(number + 1) in _TOO:
            following = number + 2 + (ground.word(number + 2) in ("dengan", "sikap", "jawaban", "halnya"))
            self._add(ground, done, done.type, ground.at(ActorMention, following), number, told)
            return
        doer = ground.before(ActorMention, number - (ground.word(number - 1) in _TOO | {"sudah", "telah", "langsung"}))
        if doer is None or not self._opens(ground, doer) or not self._is_closed(ground, number, word):
            return
        if word in self._opposite:
            self._add(ground, done, _ANSWERS[done.type], doer, number, told)
        elif word in self._same or ground.word(number - 1) in _TOO:
            self._add(ground, done, done.type, doer, number, told)

    def _opens(self, ground: Ground, doer: ActorMention) -> bool:
        """Whether who did it too opens a clause."""
        first = ground.first_of(doer)
        first -= ground.word(first - 1) == "pihak"
        return (
            first == ground.sentence(first).start
            or bool(ground.gap(first).strip())
            or ground.word(first - 1) in _PARTING
        )

    def _is_closed(self, ground: Ground, number: int, word: str) -> bool:
        """Whether nothing follows but a mark, or when."""
        number += 1 + (word == "sama" and ground.word(number + 1) in ("saja", "halnya"))
        if ground.gap(number).strip():
            return True
        number += ground.word(number) in ("pada", "sejak", "sekitar")
        return word not in self._opposite and ground.at(TimeMention, number) is not None

    def _gapped(self, ground: Ground, event: EventDraft, told: Told) -> None:
        """`A menerimanya pada T1, sedangkan B baru pada T2`: no verb behind B, but a day."""
        verb = ground.words.first_at(event.span.start)
        stop = ground.sentence(verb).stop
        first = next(
            (n for n in range(verb + 1, min(verb + 14, stop)) if ground.gap(n).strip(") ") in (",", ";")), stop
        )
        first += first < stop and ground.word(first) in _PARTING
        doer = ground.at(ActorMention, first) if first < stop else None
        if doer is None:
            return
        number = start = ground.after(doer)
        while ground.word(number) in _BEFORE_WHEN and number < start + _ADVERBS:
            number += 1
        day = ground.at(TimeMention, number) if number > start else None
        if (
            day is None
            or day.type == "DURATION"
            or not (ground.gap(after := ground.after(day)).strip() or after >= stop)
        ):
            return
        self._add(ground, event, event.type, doer, first, told, day)

    def _add(
        self,
        ground: Ground,
        done: EventDraft,
        type_: str,
        doer: ActorMention | None,
        number: int,
        told: Told,
        day: TimeMention | None = None,
    ) -> None:
        if doer is None or not (is_side(doer) or doer.kind == "person"):
            return
        same = [e for e in told.events if e.phrase is done.phrase and e.type == type_ and e.actor is not None]
        if any(e.actor is not None and are_one(e.actor, doer) for e in same):
            return
        if day is None:
            day = ground.at(TimeMention, number + 1 + (ground.word(number + 1) == "pada"))
            day = day if day is not None and day.type != "DURATION" else None
        told.events.append(
            EventDraft(type_, done.phrase, ground.span(number, number + 1), "alike", actor=doer, date=day)
        )
        if type_ == "agreed":
            told.facts += [
                FactDraft("parties", done.phrase, one.span, "alike", actor=one)
                for one in ground.coordinated(doer)
                if is_side(one)
            ]
