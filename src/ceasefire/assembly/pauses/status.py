"""In what state an article leaves a pause."""

from __future__ import annotations

from collections.abc import Sequence

from ceasefire.assembly.pauses.arithmetic import is_over, precedes
from ceasefire.assembly.pauses.evidence import WISHES, Evidence
from ceasefire.mentions import PauseFactMention
from ceasefire.models import PauseEvent

__all__ = ["decide_status"]

#: states in which a pause cannot be once its last day is over
_STANDING = frozenset(("agreed", "in_force", "extended"))
_REVIVING = frozenset(("started", "agreed", "extended"))


def decide_status(
    told: Sequence[Evidence], events: Sequence[PauseEvent], ends: str | None, published: str | None, earlier: bool
) -> str:
    """A value of the closed list `pause_status`, by the guideline's order of decision."""
    own = (fact for evidence in told if evidence.mention.identity is not None for fact in evidence.facts)
    decided = [fact.value for fact in own if fact.slot == "status" and fact.value]
    if decided:
        # The extractor has weighed the whole text; that the days are over is reckoned here.
        over = ends and published and is_over(ends, published)
        return "ended" if over and decided[-1] in _STANDING else decided[-1]
    types = {event.type for event in events}
    said = {fact.value for evidence in told for fact in evidence.facts if fact.slot == "status"}
    # A pledge before the first day does not begin it.
    ahead = any(f.slot == "starts" and _lies_after(f, published) for evidence in told for f in evidence.facts)
    begun = bool(types & {"started", "extended", "violated"}) or "violated" in said
    begun = begun or ("in_force" in said and not ahead)
    if _has_ended(events) or "ended" in said:
        return "ended"
    dated = any(fact.slot == "starts" for evidence in told for fact in evidence.facts)
    dated = dated and not (types and types <= WISHES | {"rejected"})
    settled = begun or dated or bool(types & {"agreed", "announced"}) or "agreed" in said
    if ends and published and settled and is_over(ends, published):
        return "ended"
    if any(event.type == "suspended" and event.region is None for event in events) and "in_force" not in said:
        return "suspended"
    wanted_only = (
        not any(evidence.plain for evidence in told)
        and any(e.mention.wanted for e in told)
        and not types - WISHES - {"rejected", "violated"}
    )
    if ("violated" in types or "violated" in said) and not wanted_only:
        return "violated"
    if "extended" in types or "extended" in said:
        return "extended"
    # Who gives the word to keep what was settled does not begin it.
    pledged = "confirmed" in types and not ahead and not types & {"announced", "agreed"}
    if begun or pledged:
        return "ended" if earlier and "in_force" not in said else "in_force"
    if "proposed" in said:
        return "proposed"
    if "rejected" in types and "demanded" in types and not types & {"agreed", "announced"}:
        return "rejected"
    if types & {"agreed", "announced"} or "agreed" in said:
        return _refused(events) or "agreed"
    if "rejected" in types:
        return "rejected"
    if wanted_only or types & WISHES:
        return "proposed"
    if any(f.slot in ("declared_by", "brokers", "starts") for evidence in told for f in evidence.facts):
        return "agreed"
    return "ended" if earlier else "in_force"


def _has_ended(events: Sequence[PauseEvent]) -> bool:
    """Whether an event ends it and none told later, or dated later, revives it."""
    endings = [n for n, event in enumerate(events) if event.type == "ended"]
    if not endings:
        return False
    ending = events[endings[-1]]
    for number, event in enumerate(events):
        if event.type not in _REVIVING:
            continue
        if event.date and ending.date:
            if precedes(ending.date, event.date):
                return False
        elif number > endings[-1] and event.date is None and event.type != "agreed":
            return False
    return True


def _lies_after(fact: PauseFactMention, published: str | None) -> bool:
    """Whether a fact's day is certainly after the publication."""
    value = fact.value or (fact.time.value if fact.time is not None else None)
    return bool(value and published and value[:1].isdigit() and precedes(published[:10], value))


def _refused(events: Sequence[PauseEvent]) -> str | None:
    """`rejected` where one side took a proposal up and another refused it, not what was asked for thereafter."""
    told = [event.type for event in events]
    if "agreed" in told and "demanded" in told[told.index("agreed") :]:
        after = told[told.index("agreed") :]
        told = told[: told.index("agreed") + after.index("demanded")]
        events = events[: len(told)]
    taken_up = any(event.type == "agreed" for event in events)
    refused = any(event.type == "rejected" for event in events)
    announced = any(event.type == "announced" for event in events)
    return "rejected" if taken_up and refused and not announced else None
