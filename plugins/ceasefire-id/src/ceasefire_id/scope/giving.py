"""Drafts to mentions."""

from __future__ import annotations

from collections.abc import Iterable

from ceasefire.mentions import EventMention, Mention, PauseFactMention, PauseMention, ScopeMention
from ceasefire_id.scope.drafts import EventDraft, FactDraft, ScopeDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.telling import Told

__all__ = ["Giver"]


class Giver:
    """Makes the mentions of one extractor."""

    def __init__(self, name: str) -> None:
        self._name = name

    def give(self, ground: Ground, phrases: list[Phrase], told: Told, scope: list[ScopeDraft]) -> list[Mention]:
        """All mentions; the pauses that others point at first."""
        happening = {id(event.phrase) for event in told.events}
        lengthened: dict[int, Phrase | None] = {}
        for phrase in sorted(phrases, key=lambda phrase: phrase.same_as is not None):
            if phrase.rule == "extension" and id(phrase) not in happening:
                # What is told beside it is told of the pause that it would lengthen.
                before = [p for p in phrases if p.first < phrase.first and p.rule != "extension"]
                lengthened[id(phrase)] = before[-1] if before else None
                continue
            phrase.mention = self._pause(ground, phrase, id(phrase) in happening)
        for fact in told.facts:
            fact.phrase = lengthened.get(id(fact.phrase)) or fact.phrase
        mentions: list[Mention] = [phrase.mention for phrase in phrases if phrase.mention is not None]
        mentions += self._all(self._event(draft) for draft in told.events)
        mentions += self._all(self._fact(draft) for draft in told.facts)
        mentions += self._all(self._scope(draft) for draft in scope)
        return mentions

    def _all(self, made: Iterable[Mention | None]) -> Iterable[Mention]:
        return (mention for mention in made if mention is not None)

    def _pause(self, ground: Ground, phrase: Phrase, happening: bool) -> PauseMention:
        span = ground.span(phrase.first, phrase.end)
        makes = phrase.makes_pause and (happening or phrase.rule != "penghentian" or phrase.kind != "truce")
        return PauseMention(
            span=span,
            by=f"{self._name}:{phrase.rule}",
            label=phrase.label or ground.document.text_of(span),
            kind=phrase.kind,
            definite=phrase.definite,
            contrast=phrase.contrast,
            same_as=phrase.same_as.mention if phrase.same_as else None,
            dated=phrase.dated,
            number=phrase.number,
            occasion=phrase.occasion,
            owner=phrase.owner,
            wanted=phrase.wanted,
            makes_pause=makes,
        )

    def _event(self, draft: EventDraft) -> EventMention | None:
        if draft.phrase.mention is None:
            return None
        return EventMention(
            span=draft.span,
            by=f"{self._name}:{draft.rule}",
            type=draft.type,
            pause=draft.phrase.mention,
            actor=draft.actor,
            by_speaker=draft.by_speaker,
            region=draft.region,
            duration=draft.duration,
            date=draft.date,
        )

    def _fact(self, draft: FactDraft) -> PauseFactMention | None:
        if draft.phrase.mention is None:
            return None
        return PauseFactMention(
            span=draft.span,
            by=f"{self._name}:{draft.rule}",
            pause=draft.phrase.mention,
            slot=draft.slot,
            actor=draft.actor,
            time=draft.time,
            value=draft.value,
        )

    def _scope(self, draft: ScopeDraft) -> ScopeMention | None:
        if draft.phrase.mention is None:
            return None
        return ScopeMention(
            span=draft.span,
            by=f"{self._name}:{draft.rule}",
            pause=draft.phrase.mention,
            direction="include" if draft.include else "exclude",
            region=draft.region,
            actor=draft.actor,
            extent="part" if draft.part else "whole",
            cue=draft.cue,
        )
