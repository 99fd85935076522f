"""Which pause spoken of before a statement it takes up: the last one, the one that stands, or somebody's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ceasefire.mentions import ActorMention, EventMention, PauseMention
from ceasefire_id.statements.scene import Scene

__all__ = ["pause_before", "pause_near", "pause_of"]

#: events by which a pause becomes somebody's own
_TAKEN_UP: Final = frozenset(("announced", "agreed", "started", "extended", "confirmed"))
#: code points, and paragraphs, over which the pause spoken of last is looked for
_LOOK_BACK: Final = 4000
#: code points over which somebody's own pause is remembered
_MEMORY: Final = 12_000
_PARAGRAPHS: Final = 5


def pause_before(
    scene: Scene, position: int, *, paragraphs: int = _PARAGRAPHS, standing: bool = False
) -> PauseMention | None:
    """The pause spoken of last before a position, in this paragraph or those right before.

    With `standing` one that is neither over nor only wanted goes before the others, however near they are.
    """
    document = scene.document
    number = 0 if standing else max(0, document.paragraph_number(position) - paragraphs)
    begin = max(document.paragraphs[number].start if document.paragraphs else 0, position - _LOOK_BACK)
    found = [p for p in document.starting_in(PauseMention, begin, position) if p.makes_pause or p.definite]
    if not found:
        return None
    near = document.sentence_at(max(0, document.sentence_at(position).start - 2)).start
    if found[-1].span.start >= near and not standing:
        return found[-1]
    # Further back a tale of earlier pauses is passed over.
    current = [pause for pause in found if not _is_of_a_tale(scene, pause, found)] or found
    settled = [pause for pause in current if not pause.wanted] if standing else []
    return (settled or current)[-1]


def pause_of(scene: Scene, actor: ActorMention, position: int) -> PauseMention | None:
    """The last pause before a position that the article tells somebody to have declared, agreed to or begun."""
    told = scene.document.starting_in(EventMention, max(0, position - _MEMORY), position)
    return next(
        (event.pause for event in reversed(told) if event.type in _TAKEN_UP and _is_same(event.actor, actor)), None
    )


def _is_same(one: ActorMention | None, other: ActorMention) -> bool:
    """Whether two mentions name one actor in the same words or by the same identity."""
    if one is None:
        return False
    if one.identity is not None and one.identity == other.identity:
        return True
    names = one.name.casefold().split(), other.name.casefold().split()
    # `junta militer Myanmar`, then `junta`
    shorter, longer = sorted(names, key=len)
    return shorter == longer[: len(shorter)]


def _is_of_a_tale(scene: Scene, pause: PauseMention, found: Sequence[PauseMention]) -> bool:
    """Whether a pause is set off as an earlier one or told to be over, or points back at one that is."""
    place = next(number for number, other in enumerate(found) if other is pause)
    while place > 0 and found[place].definite and found[place].contrast is None:
        place -= 1
    return found[place].contrast == "earlier" or any(
        event.pause is found[place]
        for event in scene.document.starting_in(EventMention, found[0].span.start, found[-1].span.end + _LOOK_BACK)
        if event.type == "ended"
    )


def pause_near(scene: Scene, position: int) -> PauseMention | None:
    """The pause spoken of last before a position, else the first one behind it, in its paragraph or the next."""
    if (before := pause_before(scene, position)) is not None:
        return before
    document = scene.document
    following = document.paragraph_number(position) + 1
    last = document.paragraphs[min(following, len(document.paragraphs) - 1)]
    behind = document.starting_in(PauseMention, position, last.end)
    return next((pause for pause in behind if pause.makes_pause or pause.definite), None)
