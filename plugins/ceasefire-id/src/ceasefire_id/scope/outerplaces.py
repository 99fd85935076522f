"""The place with which a sentence opens: `Di Z, A melanggar P`, `Pada T di Z, P dilanggar`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import RegionMention, TimeMention
from ceasefire_id.scope.ground import Ground

__all__ = ["in_front_of"]

_TURNS: Final = frozenset(("namun", "tetapi", "tapi", "sementara", "sedangkan", "adapun"))
_BEFORE_TIMES: Final = frozenset(("pada", "hari"))


def in_front_of(ground: Ground, start: int, verb: int) -> list[RegionMention]:
    """The place that a comma parts from the rest of its sentence, which begins at a word, or none."""
    number = start + (ground.word(start) in _TURNS)
    time = ground.at(TimeMention, number + (ground.word(number) in _BEFORE_TIMES))
    if time is not None:
        number = ground.after(time)
    place = ground.at(RegionMention, number + 1) if ground.word(number) == "di" else None
    end = ground.after(place) if place is not None else verb
    if place is None or end >= verb:
        return []
    land = ground.at(RegionMention, end)
    if land is not None and ground.after(land) < verb and "," in ground.gap(ground.after(land)):
        # `Di Pokrovsk, Donetsk, A V`
        return [place]
    return [place] if "," in ground.gap(end) else []
