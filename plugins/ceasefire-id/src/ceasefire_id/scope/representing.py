"""For whom somebody signs: delegates, leaders and ministers stand for the side that the text names with them."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.cast import cast_of
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.pairs import is_side

__all__ = ["fully", "only_government", "side_of"]

#: with these begins what stands for itself, though it is the government of a state
_CABINETS: Final = frozenset(("pemerintah", "pemerintahan", "junta", "rezim", "otoritas"))
#: how far before `ketuanya` the side is named, in words
_NEAR: Final = 30
#: words inside an office, with the side behind them, by which it is not the side that acts (`utusan PBB untuk Z`)
_ABOUT: Final = frozenset(("untuk", "di", "urusan", "bidang"))


def side_of(ground: Ground, actor: ActorMention) -> ActorMention:
    """The side for which a person or an organ of a state acts; anybody else stands for themselves."""
    if actor.kind == "government":
        return _state_of_organ(ground, actor) or actor
    if actor.kind != "person":
        return actor
    told = _told_behind(ground, actor) or _named_in_office(ground, actor) or _owner(ground, actor)
    told = told or _own_cabinet(ground, actor) or _headed(ground, actor)
    full = fully(ground, actor) if told is None else actor
    return told or (side_of(ground, full) if full is not actor else actor)


def fully(ground: Ground, actor: ActorMention) -> ActorMention:
    """The mention of a person that says most: with the state, where this one is only a short name."""
    if actor.kind != "person" or actor.country is not None:
        return actor
    last = actor.name.split()[-1]
    persons = (m for m in cast_of(ground.document) if m.kind == "person")
    return next((m for m in persons if m.country and last in m.name.split()), actor)


def _state_of_organ(ground: Ground, actor: ActorMention) -> ActorMention | None:
    """`Kabinet Z`, `Kementerian Pertahanan Z`, `Kremlin`: the state, or else the cabinet, that the text names."""
    if actor.country is None or actor.name.casefold().split()[0] in _CABINETS:
        return None
    same = [m for m in cast_of(ground.document) if m.country == actor.country and m.anaphor is None]
    states = (m for m in same if m.kind == "state" and m.listed)
    cabinets = (m for m in same if m.kind == "government" and m.name.casefold().split()[0] in _CABINETS)
    return next(states, None) or next(cabinets, None)


def _headed(ground: Ground, actor: ActorMention) -> ActorMention | None:
    """`Presiden X` without a state: the one cabinet of the text."""
    office = (actor.office or "").casefold().split()
    return only_government(ground) if actor.country is None and office[:1] in (["presiden"], ["perdana"]) else None


def only_government(ground: Ground) -> ActorMention | None:
    """The one cabinet that a text names in full: a head of state without a state speaks for it."""
    named = [m for m in cast_of(ground.document) if m.kind == "government" and m.country and not m.anaphor]
    return named[0] if len({m.country for m in named}) == 1 else None


def _told_behind(ground: Ground, actor: ActorMention) -> ActorMention | None:
    """`X dari pihak B`, `X atas nama B`, `X, mewakili B`."""
    number = ground.side_behind(actor)
    side = ground.at(ActorMention, number) if number else None
    if side is None or not is_side(side):
        return None
    by_capital = side.kind == "state" and side.name not in ground.document.text_of(side.span)
    return (_own_cabinet(ground, side, but=side) if by_capital else None) or side


def _named_in_office(ground: Ground, actor: ActorMention) -> ActorMention | None:
    """`kepala delegasi B X`, `juru runding B`: the side with the longest name, read elsewhere, that the words hold."""
    words = [ground.word(n) for n in range(ground.first_of(actor), ground.after(actor))]
    best: tuple[int, ActorMention] | None = None
    for side in cast_of(ground.document):
        if not is_side(side) or side.anaphor is not None:
            continue
        own = [ground.word(n) for n in range(ground.first_of(side), ground.after(side))]
        if len(own) >= len(words) or (best is not None and len(own) <= best[0]):
            continue
        place = next((n for n in range(1, len(words) - len(own) + 1) if words[n : n + len(own)] == own), 0)
        if place and words[place - 1] not in _ABOUT:
            best = (len(own), side)
    if best is None or best[1].kind != "state" or best[1].listed:
        return best[1] if best else None
    # `utusan Z`, where the text speaks of the government of Z
    return _own_cabinet(ground, best[1]) or best[1]


def _owner(ground: Ground, actor: ActorMention) -> ActorMention | None:
    """`ketuanya, X`, `juru bicaranya`: the side named last before."""
    first = ground.first_of(actor)
    if not any(ground.word(n).endswith("nya") for n in range(first, min(first + 3, ground.after(actor)))):
        return None
    before = [m for m in ground.among(ActorMention, max(0, first - _NEAR), first) if is_side(m) and m.anaphor is None]
    return before[-1] if before else None


def _own_cabinet(ground: Ground, actor: ActorMention, but: ActorMention | None = None) -> ActorMention | None:
    """A government for whoever signs for it, where the text names it and not its state."""
    if actor.country is None:
        return None
    same = [m for m in cast_of(ground.document) if m.country == actor.country and m.anaphor is None]
    if any(m.kind == "state" and m.listed and m is not but for m in same):
        return None
    return next((m for m in same if m.kind == "government" and m.name.casefold().startswith("pemerintah")), None)
