"""What was decided, as mentions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from ceasefire.mentions import (
    ActorMention,
    EventMention,
    Mention,
    PauseFactMention,
    PauseMention,
    RegionMention,
    ScopeMention,
    StanceMention,
    TimeMention,
)
from ceasefire.models import Span
from ceasefire_id.scope.antecedents import Arrangement
from ceasefire_id.scope.outcome import Happening, Outcome
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.view import Name, View

__all__ = ["Giver"]

_SCOPE = ("includes", "excludes")


class Giver:
    """Makes the mentions of one extractor."""

    def __init__(self, name: str) -> None:
        self._name = name

    def give(self, view: View, outcome: Outcome) -> list[Mention]:
        """All mentions; those of pauses, at which the others point, first."""
        made: list[Mention] = []
        first: dict[int, PauseMention] = {}
        for arrangement in outcome.pauses:
            for phrase in arrangement.phrases:
                mention = self._pause(view, phrase, arrangement)
                first.setdefault(arrangement.number, mention)
                made.append(mention)
        made += (self._event(view, event, first[event.pause.number]) for event in outcome.events)
        for (number, role), names in outcome.roles.items():
            for name in names:
                made.append(self._fact(name, role, first[number], outcome.reasons.get((number, role, name.first), ())))
        for number, status in outcome.status.items():
            by, pause = f"{self._name}:status", first[number]
            made.append(PauseFactMention(span=pause.span, by=by, pause=pause, slot="status", value=status))
        made += self._opinions(outcome, first)
        return made

    def _opinions(self, outcome: Outcome, first: dict[int, PauseMention]) -> Iterator[Mention]:
        for saying, about, stance in outcome.opinions:
            if about is not None:
                yield StanceMention(
                    span=saying.mention.span,
                    by=f"{self._name}:stance",
                    statement=saying.mention,
                    about=first[about.number],
                    stance=stance,
                )

    def _pause(self, view: View, phrase: Phrase, arrangement: Arrangement) -> PauseMention:
        span = Span(view.words.starts[phrase.first], view.words.ends[max(phrase.end, phrase.first + 1) - 1])
        return PauseMention(
            span=span,
            by=f"{self._name}:{phrase.rule}",
            label=phrase.label or view.document.text_of(span),
            kind=phrase.kind,
            definite=phrase.definite,
            contrast=phrase.contrast,
            dated=phrase.dated,
            number=phrase.number,
            occasion=phrase.occasion,
            owner=phrase.owner,
            wanted=phrase.wanted,
            identity=str(arrangement.number),
        )

    def _event(self, view: View, event: Happening, pause: PauseMention) -> EventMention:
        return EventMention(
            span=Span(view.words.starts[event.word], view.words.ends[event.word]),
            by=f"{self._name}:event",
            type=event.type,
            pause=pause,
            actor=_actor(event.by),
            region=_region(event.region),
            duration=_time(event.duration),
            date=_time(event.date),
            reasons=event.reasons,
        )

    def _fact(self, name: Name, role: str, pause: PauseMention, reasons: tuple[str, ...]) -> Mention:
        span, by = name.mention.span, f"{self._name}:{role}"
        if role in _SCOPE:
            direction: Literal["include", "exclude"] = "include" if role == "includes" else "exclude"
            return ScopeMention(
                span=span,
                by=by,
                pause=pause,
                direction=direction,
                region=_region(name),
                actor=_actor(name),
                reasons=reasons,
            )
        slot: Any = role  # the other roles are slots
        return PauseFactMention(
            span=span, by=by, pause=pause, slot=slot, actor=_actor(name), time=_time(name), reasons=reasons
        )


def _actor(name: Name | None) -> ActorMention | None:
    mention = name.mention if name is not None else None
    return mention if isinstance(mention, ActorMention) else None


def _region(name: Name | None) -> RegionMention | None:
    mention = name.mention if name is not None else None
    return mention if isinstance(mention, RegionMention) else None


def _time(name: Name | None) -> TimeMention | None:
    mention = name.mention if name is not None else None
    return mention if isinstance(mention, TimeMention) else None
