"""Who makes the attack that is the subject of a verb, and where: `Serangan A di Z melanggar P`."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from ceasefire.mentions import ActorMention, RegionMention
from ceasefire_id.scope.ground import Ground

__all__ = ["strike"]

#: how far from the start of its clause such a noun stands, in words (`Gelombang serangan A`)
_OPENING: Final = 4
#: words between an attack and its place, and those behind which whoever follows is its victim
_WHERE: Final = frozenset(("di", "ke", "terhadap"))
_AGAINST: Final = _WHERE | {"atas", "kepada", "pada"}


def strike(
    ground: Ground, verb: int, nouns: AbstractSet[str]
) -> tuple[ActorMention | None, RegionMention | None] | None:
    """Who makes the attack with which the clause of a verb opens, and where; None where it opens with none."""
    first = ground.sentence(verb).start if ground.syntax.verb_before(verb) is None else ground.clause(verb).first
    noun = next((n for n in range(first, min(first + _OPENING, verb)) if ground.word(n) in nouns), None)
    if noun is None or any("," in ground.gap(n) for n in range(noun + 1, verb + 1)):
        return None
    by = next((n for n in range(noun + 1, verb - 1) if ground.word(n) == "oleh"), None)
    where = next((n for n in range(noun + 1, verb - 1) if ground.word(n) in _WHERE), None)
    place = ground.at(RegionMention, where + 1) if where is not None else None
    if by is not None:
        return ground.at(ActorMention, by + 1), place
    if ground.word(noun + 1) in _AGAINST:
        return None, place
    # `serangan udara A`, `serangan dari A`
    return ground.at(ActorMention, noun + 1) or ground.at(ActorMention, noun + 2), place
