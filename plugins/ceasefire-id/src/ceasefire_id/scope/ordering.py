"""Orders to one's own troops to keep a pause: `D memerintahkan pasukannya menjalankan P` declares it.

An order to keep what was agreed before declares nothing, and none of the two begins a pause.
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import SIDES
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.setting import SettingReader
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["OrderReader"]

#: what tells of a pause that was there before the order
_SETTLED: Final = frozenset(("announced", "agreed"))
#: how far behind the order what is ordered stands, in words
_REACH: Final = 9


class OrderReader:
    """Adds who orders a pause, and the troops whom the order binds."""

    def __init__(self, words: ScopeWords, settings: SettingReader) -> None:
        self._words = words.who
        self._settings = settings

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add what all orders tell."""
        for verb in ground.words.numbers(self._words["commands"]):
            inner = ground.syntax.verb_after(verb)
            if inner is None or inner - verb > _REACH or ground.word(inner) not in self._words["carries_out"]:
                continue
            phrase, actor = arguments.object(inner), ground.subject(verb)
            if phrase is None or actor is None or not ground.mood(verb).real or phrase.first < inner:
                continue
            self._order(ground, verb, inner, phrase, actor, told)

    def _order(self, ground: Ground, verb: int, inner: int, phrase: Phrase, actor: ActorMention, told: Told) -> None:
        begun = ground.span(inner, inner + 1)
        own = [event for event in told.events if event.span == begun]
        told.events = [event for event in told.events if event.span != begun]
        told.facts = [fact for fact in told.facts if fact.span != begun or fact.slot in ("starts", "ends", "duration")]
        if phrase.definite or any(e.phrase is phrase and (e.span < begun or e.type in _SETTLED) for e in told.events):
            return
        span = ground.span(verb, verb + 1)
        phrase.wanted = False
        date = self._settings.read(ground, verb, phrase).date
        order = EventDraft("announced", phrase, span, "order", actor=actor, duration=phrase.length, date=date)
        order.region = self._settings.read(ground, inner, phrase).region
        told.events.append(order)
        for event in own:
            if event.date is not None and "," in ground.gap(ground.first_of(event.date)):
                # `memerintahkan pasukannya menjalankan P, Senin (20/5)`: the day of the order
                order.date = event.date
            elif event.date is not None:
                told.facts.append(FactDraft("starts", phrase, begun, "ordered-start", time=event.date))
        told.facts.append(FactDraft("declared_by", phrase, actor.span, "order", actor=actor))
        side = self._troops(ground, verb, inner) or actor
        told.facts.append(FactDraft("parties", phrase, side.span, "order", actor=side))

    def _troops(self, ground: Ground, verb: int, inner: int) -> ActorMention | None:
        """The troops between the order and what they are to do."""
        named = ground.among(ActorMention, verb + 1, inner)
        return next((one for one in named if one.kind in SIDES and one.anaphor is None), None)
