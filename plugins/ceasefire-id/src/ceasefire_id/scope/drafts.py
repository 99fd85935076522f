"""What the rules find before the pauses that it is told of are mentions."""

from __future__ import annotations

import attrs

from ceasefire.mentions import ActorMention, FactSlot, RegionMention, TimeMention
from ceasefire.models import Span
from ceasefire_id.scope.phrases import Phrase

__all__ = ["EventDraft", "FactDraft", "ScopeDraft"]


@attrs.define(eq=False)
class EventDraft:
    """An event in the making."""

    type: str
    phrase: Phrase
    span: Span
    rule: str
    actor: ActorMention | None = None
    by_speaker: bool = False
    region: RegionMention | None = None
    duration: TimeMention | None = None
    date: TimeMention | None = None
    #: the word number of `kedua` where `kedua pihak` does it, until it is known who they are; -1 elsewhere
    both: int = -1


@attrs.define(eq=False)
class FactDraft:
    """A fact in the making."""

    slot: FactSlot
    phrase: Phrase
    span: Span
    rule: str
    actor: ActorMention | None = None
    time: TimeMention | None = None
    value: str | None = None


@attrs.define(eq=False)
class ScopeDraft:
    """A member of a pause's scope in the making."""

    phrase: Phrase
    span: Span
    rule: str
    include: bool
    region: RegionMention | None = None
    actor: ActorMention | None = None
    part: bool = False
    cue: Span | None = None
