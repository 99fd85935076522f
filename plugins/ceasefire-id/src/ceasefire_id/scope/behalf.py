"""For whom somebody acts, told right behind the name: `X dari pihak B`, `X yang mewakili B`, `X untuk B`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ceasefire.mentions import ActorMention

if TYPE_CHECKING:
    from ceasefire_id.scope.ground import Ground

__all__ = ["side_named_behind"]

#: words between somebody and the side for which they act
_FOR: Final = frozenset(("dari", "mewakili"))
#: kinds of those for whom somebody can be said to sign (`X untuk B`)
_SIDES: Final = frozenset(("armed_group", "military", "state", "government"))
#: nouns for a side of talks
_PARTIES: Final = frozenset(("pihak", "kubu", "delegasi"))


def side_named_behind(ground: Ground, mention: ActorMention) -> int:
    """The word at which the side begins; 0 where nobody is told."""
    if mention.kind != "person":
        return 0
    number = ground.past_bracket(ground.after(mention))
    number += ground.word(number) == "yang" and ground.word(number + 1) == "mewakili"
    start = number + 1 + (ground.word(number) == "atas" and ground.word(number + 1) == "nama")
    acts = ground.word(number) in _FOR or start == number + 2
    side = ground.at(ActorMention, start)
    if ground.word(number) == "untuk":
        # `X untuk pihak B`, `X untuk B`
        acts = ground.word(start) in _PARTIES or (side is not None and side.kind in _SIDES)
    return start if acts and side is not None else 0
