"""From when to when, and how long, a pause holds, where a clause says so far from its noun.

`mengumumkan P untuk menghormati X, mulai T hingga T`, `P yang mengikat semua satuannya mulai T`, `P itu dibatasi L`:
what no reader of verbs and noun phrases has taken is given to the pause that its clause is about.
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import FactSlot
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.bounds import Bound, BoundReader
from ceasefire_id.scope.drafts import FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.telling import ONCE_MEANT, Told
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["TermReader"]

#: what happens to a pause that has bounds, and the slot that such an event's day fills
_BOUNDED: Final = frozenset(("announced", "agreed", "started", "demanded", "brokered", "confirmed"))
#: clauses that say why or whereto, behind which the clause before them goes on after a comma
_ASIDE: Final = frozenset(("yang", "untuk", "agar", "supaya", "guna", "demi", "dengan"))
#: words of an exception, behind which what was said before it goes on after a comma
_EXCEPTING: Final = frozenset(("tetapi", "namun", "tapi"))
#: slots that events fill by themselves
_BY_EVENT: Final[dict[str, FactSlot]] = {"started": "starts", "ended": "ends"}


class TermReader:
    """Reads the bounds and lengths that are left."""

    def __init__(self, words: EventWords) -> None:
        self._bounds = BoundReader(words)
        self._holding = words.words["term_verbs"]
        self._keeping = words.words["holding"]
        self._designed = words.words["designed"] | ONCE_MEANT
        self._parting = words.words["term_parting"]
        self._types = {word: frozenset(voice.type for voice in voices) for word, voices in words.verbs.items()}
        self._undoing = frozenset(word for word, type_ in words.nouns.items() if type_ not in _BOUNDED)

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add what is left of all sentences that speak of a pause."""
        taken = {id(event.date) for event in told.events if event.date is not None}
        # the length of what is wanted is that of the pause, that of an extension is not
        told_of = (event for event in told.events if event.type not in ("demanded", "agreed", "announced"))
        taken |= {id(event.duration) for event in told_of if event.duration is not None}
        taken |= {id(fact.time) for fact in told.facts if fact.time is not None}
        filled = {(id(fact.phrase), fact.slot) for fact in told.facts}
        filled |= {(id(e.phrase), _BY_EVENT[e.type]) for e in told.events if e.type in _BY_EVENT and e.date is not None}
        done = -1
        for phrase in arguments.phrases:
            sentence = ground.sentence(phrase.first)
            if sentence.start == done:
                continue
            done = sentence.start
            for bound in self._bounds.read(ground, sentence, taken):
                pause = self._pause_of(ground, arguments, sentence, bound)
                if pause is None or (id(pause), bound.slot) in filled:
                    continue
                filled.add((id(pause), bound.slot))
                told.facts.append(FactDraft(bound.slot, pause, bound.time.span, "term", time=bound.time))

    # ---- whose it is ---------------------------------------------------------------------------------------------

    def _pause_of(self, ground: Ground, arguments: Arguments, sentence: range, bound: Bound) -> Phrase | None:
        before = [phrase for phrase in arguments.between(sentence.start, bound.first) if not phrase.plural]
        if not before:
            return self._fronted(ground, arguments, sentence, bound)
        start = bound.first
        if any(";" in ground.gap(number) for number in range(before[-1].stop, bound.first + 1)):
            return None
        set_off = "," in ground.gap(start)
        for verb in reversed(ground.syntax.verbs_between(sentence.start, start)):
            if self._bounds.is_cue(ground.word(verb)):
                continue
            if ground.mood(verb).negated:
                return None
            held = arguments.holding(verb)
            if held is not None:
                return held if self._is_bounded(ground, held) else None
            behind = [phrase for phrase in before if phrase.first > verb]
            if behind:
                return self._as_object(ground, behind[-1], verb, bound)
            argument = arguments.subject(verb)
            if not self._parting.isdisjoint(ground.word(number) for number in range(verb + 1, bound.first)):
                # `P disepakati setelah perang selama L`
                return None
            if argument is not None and self._lets(ground.word(verb)) and self._is_bounded(ground, argument.phrase):
                kept = bound.slot == "ends" and ground.word(verb) in self._keeping
                # `P masih dihormati hingga T`: so far
                return None if kept and not self._is_meant(ground, verb) else argument.phrase
            if not (set_off and ground.clause(verb).link in _ASIDE):
                return None
        return self._as_noun(ground, before[-1], bound)

    def _fronted(self, ground: Ground, arguments: Arguments, sentence: range, bound: Bound) -> Phrase | None:
        """`Selama L mulai T, P diterapkan di Z`: the first verb of the sentence has the pause as its subject."""
        verbs = ground.syntax.verbs_between(sentence.start, sentence.stop)
        verb = next((number for number in verbs if not self._bounds.is_cue(ground.word(number))), None)
        if verb is None or verb < bound.end:
            return None
        argument = arguments.subject(verb)
        holds = ground.word(verb) in self._holding or "started" in self._types.get(ground.word(verb), ())
        return argument.phrase if argument is not None and holds else None

    def _as_object(self, ground: Ground, phrase: Phrase, verb: int, bound: Bound) -> Phrase | None:
        """`mengumumkan P bagi Z, mulai T`."""
        if not self._lets(ground.word(verb)):
            return None
        return self._as_noun(ground, phrase, bound)

    def _as_noun(self, ground: Ground, phrase: Phrase, bound: Bound) -> Phrase | None:
        """The phrase, unless the words between belong to something else (`P setelah perang selama L`)."""
        between = {ground.word(number) for number in range(phrase.stop, bound.first)}
        if "," in ground.gap(bound.first):
            # `P terhadap A, tetapi tidak terhadap B, mulai T`
            between -= _EXCEPTING
        if between & self._parting or not self._is_bounded(ground, phrase):
            return None
        # `P kelima sejak T` counts from then on.
        counted = phrase.number is not None and bound.slot == "starts"
        return None if counted else phrase

    def _is_bounded(self, ground: Ground, phrase: Phrase) -> bool:
        return phrase.governor < 0 or ground.word(phrase.governor) not in self._undoing

    def _is_meant(self, ground: Ground, verb: int) -> bool:
        """`semestinya bertahan hingga T`, `akan dihormati sampai T`."""
        return ground.mood(verb).future or ground.word(verb - 1) in self._designed

    def _lets(self, word: str) -> bool:
        """Whether a verb tells of a pause that has bounds behind it."""
        return word in self._holding or not _BOUNDED.isdisjoint(self._types.get(word, ()))
