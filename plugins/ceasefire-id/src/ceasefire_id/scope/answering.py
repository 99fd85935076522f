"""Answers to a pause that name it not again: `A setuju, B menolak`, `A memberi lampu hijau`, `diteken A, disusul B`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, FactSlot, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.pairs import are_one, is_side
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.setting import SettingReader
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["AnswerReader"]

#: how far before the answer a pause may have been spoken of, in words
_FAR: Final = 45
#: what is told of a pause before others say yes or no to it
_ANSWERED: Final = frozenset(("demanded", "announced", "agreed", "rejected", "negotiated"))
_BOTH: Final = frozenset(("kedua", "keduanya"))
#: how far before what is vowed the vow stands, in words
_VOWED: Final = 4


class AnswerReader:
    """Reads who agrees to, refuses, takes up or vows to carry out the pause spoken of last."""

    def __init__(self, words: EventWords, settings: SettingReader) -> None:
        self._words = words.words
        self._settings = settings

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add the events, and whom an agreement binds."""
        for word in ("accepts", "refuses"):
            for number in ground.words.numbers(self._words[word]):
                self._bare(ground, arguments, number, "agreed" if word == "accepts" else "rejected", told)
        for number in ground.words.numbers(self._words["assents"] | self._words["dissents"]):
            self._given(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["fulfils"]):
            self._vowed(ground, arguments, number, told)
        for number in ground.words.numbers(self._words["follows"]):
            self._followed(ground, number, told)
        for number in ground.words.numbers(self._words["follows_suit"]):
            self._follows_suit(ground, number, told)

    def _agree(self, ground: Ground, arguments: Arguments, word: int, told: Told) -> None:
        """`A tidak berkeberatan dengan P`, `A tidak keberatan.`"""
        closed = self._is_closed(ground, word + 1) and ground.word(word + 1) not in self._words["answers_to"]
        phrase = self._proposed(ground, word, told) if closed else self._complement(ground, arguments, word + 1)
        actor = ground.subject(word)
        if phrase is not None and actor is not None and not ground.mood(word).future:
            self._tell(ground, word, "agreed", phrase, actor, told)

    def _complement(self, ground: Ground, arguments: Arguments, number: int) -> Phrase | None:
        """`persetujuan atas P`: the pause that an answer names."""
        if ground.word(number) not in self._words["answers_to"]:
            return None
        found = arguments.between(number + 1, number + 4)
        return found[0] if found else None

    def _bare(self, ground: Ground, arguments: Arguments, verb: int, type_: str, told: Told) -> None:
        """`K mengusulkan P. A setuju, B menolak.`: a verb that closes its clause, right after a proposal."""
        if type_ == "rejected" and ground.word(verb) in self._words["objects"] and ground.mood(verb).negated:
            # `tidak keberatan (dengan P)`
            self._agree(ground, arguments, verb, told)
            return
        if not self._is_closed(ground, verb + 1):
            return
        phrase = self._proposed(ground, verb, told)
        actor = ground.subject(verb)
        if phrase is None or actor is None or not self._is_told(ground, verb, told):
            return
        if not self._has_answered(ground, verb, type_, actor, told):
            self._tell(ground, verb, type_, phrase, actor, told)

    def _given(self, ground: Ground, arguments: Arguments, noun: int, told: Told) -> None:
        """`A memberikan persetujuannya`, `A menyampaikan penolakan`, `A memberi lampu hijau`."""
        verb = ground.syntax.verb_before(noun)
        if verb is None or verb != noun - 1 or ground.word(verb) not in self._words["gives"]:
            return
        dissents = ground.word(noun) in self._words["dissents"]
        if ground.word(noun) == "lampu" and ground.word(noun + 1) not in ("hijau", "merah"):
            return
        dissents = dissents or ground.word(noun + 1) == "merah"
        end = noun + 1 + (ground.word(noun) == "lampu") + (ground.word(noun + 1) in ("mereka", "masing-masing"))
        phrase = self._complement(ground, arguments, end)
        if phrase is None and self._is_closed(ground, end):
            latest = arguments.latest(verb)
            phrase = latest if latest is not None and verb - latest.stop <= _FAR else None
        if phrase is None or not self._is_told(ground, verb, told):
            return
        self._tell(ground, verb, "rejected" if dissents else "agreed", phrase, ground.subject(verb), told)

    def _vowed(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`A berjanji akan melaksanakannya`."""
        vow = next((n for n in range(verb - 1, verb - _VOWED, -1) if ground.word(n) in self._words["pledge"]), -1)
        phrase = arguments.latest(verb)
        actor = ground.subject(vow) if vow >= 0 else None
        if phrase is None or phrase.wanted or actor is None or verb - phrase.stop > _FAR or not ground.mood(vow).real:
            return
        span = ground.span(verb, verb + 1)
        told.events = [event for event in told.events if event.span != span]
        told.events.append(EventDraft("confirmed", phrase, span, "vow", actor=actor))
        if is_side(actor) or actor.kind == "person":
            told.facts.append(FactDraft("parties", phrase, actor.span, "vow", actor=actor))

    def _followed(self, ground: Ground, verb: int, told: Told) -> None:
        """`P diteken A, disusul B`: B did what A did."""
        actor = ground.at(ActorMention, verb + 1 + (ground.word(verb + 1) == "oleh"))
        sentence = ground.sentence(verb)
        if actor is None or not is_side(actor) or "," not in ground.gap(verb):
            return
        done = [
            event
            for event in told.events
            if event.type == "agreed" and sentence.start <= ground.words.first_at(event.span.start) < verb
        ]
        if done and done[-1].actor is not None and not are_one(done[-1].actor, actor):
            self._tell(ground, verb, "agreed", done[-1].phrase, actor, told)

    def _follows_suit(self, ground: Ground, verb: int, told: Told) -> None:
        """`A mengumumkan P; B menyusul dua hari kemudian`: B did what A did, and is bound as A is."""
        if not self._is_closed(ground, verb + 1) or "," in ground.gap(verb) or ground.word(verb + 1) == "dengan":
            return
        actor = ground.subject(verb)
        start = ground.sentence(verb).start
        first = ground.sentence(start - 1).start if start else start
        done = [
            event
            for event in told.events
            if event.type in ("agreed", "announced") and first <= ground.words.first_at(event.span.start) < verb
        ]
        if not done or done[-1].actor is None or actor is None or not self._is_told(ground, verb, told):
            return
        if not is_side(actor) or are_one(done[-1].actor, actor):
            return
        type_, phrase = done[-1].type, done[-1].phrase
        self._tell(ground, verb, type_, phrase, actor, told)
        if type_ == "announced":
            slots: tuple[FactSlot, ...] = ("declared_by", "parties")
            told.facts += [FactDraft(slot, phrase, actor.span, "follows-suit", actor=actor) for slot in slots]

    def _tell(
        self, ground: Ground, verb: int, type_: str, phrase: Phrase, actor: ActorMention | None, told: Told
    ) -> None:
        both = next((n for n in range(verb - 1, max(-1, verb - 5), -1) if ground.word(n) in _BOTH), -1)
        opening = ground.sentence(verb).start
        if (
            both < 0
            and actor is None
            and ground.word(opening) in _BOTH
            and "," in ground.gap(verb - 1) + ground.gap(verb)
        ):
            # `Kedua seteru, yang lama berperang, telah menyampaikan persetujuan`
            both = opening
        if actor is None and both < 0:
            return
        date = self._settings.read(ground, verb, phrase).date
        span = ground.span(verb, verb + 1)
        told.events.append(
            EventDraft(type_, phrase, span, "answer", actor=actor, date=date, both=both if actor is None else -1)
        )
        if type_ == "agreed" and actor is not None:
            told.facts += [
                FactDraft("parties", phrase, one.span, "answer", actor=one)
                for one in ground.coordinated(actor)
                if is_side(one)
            ]

    def _is_closed(self, ground: Ground, number: int) -> bool:
        """Whether nothing but a mark, a time or how it is done follows."""
        if ground.gap(number).strip():
            return True
        return ground.word(number) in self._words["closing"] or ground.at(TimeMention, number) is not None

    def _has_answered(self, ground: Ground, verb: int, type_: str, actor: ActorMention, told: Told) -> bool:
        """`A menyambut tawaran itu dan menyatakan setuju`: one answer."""
        start = ground.sentence(verb).start
        return any(
            event.type == type_
            and event.actor is not None
            and are_one(event.actor, actor)
            and start <= ground.words.first_at(event.span.start) < verb
            for event in told.events
        )

    def _is_told(self, ground: Ground, verb: int, told: Told) -> bool:
        mood, span = ground.mood(verb), ground.span(verb, verb + 1)
        real = mood.real and not mood.future and not mood.negated
        return real and not any(event.span == span for event in told.events)

    def _proposed(self, ground: Ground, verb: int, told: Told) -> Phrase | None:
        """The pause that the sentence, or the one before, tells as proposed, or as made known by another."""
        sentence = ground.sentence(verb)
        start = ground.sentence(sentence.start - 1).start if sentence.start > 0 else sentence.start
        proposed = [
            event
            for event in told.events
            if event.type in _ANSWERED and start <= ground.words.first_at(event.span.start) < verb
        ]
        return proposed[-1].phrase if proposed else None
