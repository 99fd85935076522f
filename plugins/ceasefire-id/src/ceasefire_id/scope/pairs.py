"""Two sides at a time: pairs that a text names, and what points back at them (`kedua pihak`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ceasefire.mentions import ActorMention, RegionMention
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import SIDES

__all__ = [
    "SAY_BOTH",
    "accuser_at",
    "are_apart",
    "are_armed",
    "are_kin",
    "are_one",
    "both_said_at",
    "is_side",
    "likeness",
    "pair_before",
    "pair_blamed",
    "pair_from",
    "pair_meant",
    "pair_of_capitals",
]

#: how far apart the two of a pair stand, and how far back `kedua pihak` looks for them, in words
_APART: Final = 6
_BACK: Final = 60
_JOINTS: Final = frozenset(("dan", "serta", "dengan", "versus", "vs"))
_SIDES_AT_WAR: Final = frozenset(("pihak", "kubu"))
_AT_WAR: Final = frozenset(
    ("bertikai", "berperang", "berkonflik", "berseteru", "bermusuhan", "bertempur", "berselisih")
)
#: with these `mereka` are those who keep a pause with each other
_AMONG: Final = frozenset(("antara", "mempertemukan", "mendamaikan"))
_SETTLE: Final = frozenset(
    ("menyepakati", "menyetujui", "meneken", "menandatangani", "bersepakat", "sepakat", "sepakati", "setujui", "teken")
)
#: words behind `dua negara` that show that the two are known
_POINTED: Final = frozenset(("itu", "tersebut", "tadi", "ini"))
#: with these it is more than the two, or one of them
_NOT_BOTH: Final = frozenset(("semua", "seluruh", "segenap", "setiap", "satu", "sejumlah", "kedua", "para", "belah"))
#: words at which `kedua pihak` and the like may begin
SAY_BOTH: Final = frozenset(("kedua", "keduanya", "dua", "mereka", "para", "pihak-pihak", "kubu-kubu", "pihak", "kubu"))
#: a pair right after these stands between the sides
_BETWEEN: Final = frozenset(
    (
        "ditengahi",
        "dimediasi",
        "difasilitasi",
        "diprakarsai",
        "dijembatani",
        "diperantarai",
        "disponsori",
        "digagas",
        "diusulkan",
        "mediasi",
        "penengahan",
        "fasilitasi",
        "prakarsa",
        "penengah",
        "mediator",
        "fasilitator",
    )
)


def are_kin(one: ActorMention, other: ActorMention) -> bool:
    """Whether two actors are of one side as far as their mentions tell: the same, of one state, one of the other."""
    if are_one(one, other) or (one.country and one.country == other.country):
        return True
    bodies = ((one.member_of, other), (other.member_of, one))
    return any(member is not None and member.name == body.name for member, body in bodies)


def are_apart(one: ActorMention, other: ActorMention) -> bool:
    """Whether two actors can fight each other: in a war within a state one of them is no organ of that state."""
    if are_one(one, other):
        return False
    return not are_kin(one, other) or "armed_group" in (one.kind, other.kind)


def are_armed(sides: Sequence[ActorMention]) -> bool:
    """Whether one of those who do a thing together is a group in arms, and the others bodies that can fight it."""
    return any(side.kind == "armed_group" for side in sides) and all(side.kind in SIDES for side in sides)


def are_one(one: ActorMention, other: ActorMention) -> bool:
    """Whether two mentions name one actor; two descriptions do where they end alike (`kelompok pemberontak`)."""
    if one.name == other.name or (one.identity and one.identity == other.identity):
        return True
    described = one.anaphor is not None and other.anaphor is not None
    return described and one.name.casefold().split()[-1:] == other.name.casefold().split()[-1:]


def likeness(actor: ActorMention) -> object:
    """What two mentions have alike of which `is_side`, `are_one` and `are_kin` say the same."""
    member = actor.member_of.name if actor.member_of is not None else None
    anaphor = actor.anaphor is not None and actor.anaphor.descriptive
    return actor.name, actor.kind, actor.identity, actor.country, member, actor.anaphor is not None, anaphor


def accuser_at(ground: Ground, number: int, blame: frozenset[str]) -> ActorMention | None:
    """Who blames somebody for the breach that is told at a word (`A menuduh B melanggar P`)."""
    verb = ground.syntax.verb_before(number)
    return ground.subject(verb) if verb is not None and ground.word(verb) in blame else None


def is_side(actor: ActorMention | None) -> bool:
    """Whether an actor can be a side of a fight and has a name or description of its own."""
    return actor is not None and actor.kind in SIDES and (actor.anaphor is None or actor.anaphor.descriptive)


def pair_from(ground: Ground, first: ActorMention) -> list[ActorMention]:
    """`A dan B`, `A pimpinan X dan B`, `A dengan B`: two sides of which the first is given."""
    number, before = ground.after(first), ground.first_of(first) - 1
    if not is_side(first) or ground.word(before) in ("dan", "serta") or _stands_between(ground, before):
        return []
    for joint in range(number, min(number + _APART, ground.sentence(ground.first_of(first)).stop)):
        if ground.syntax.is_verb(joint) or ground.marked(joint, ",;:"):
            return []
        if ground.word(joint) not in _JOINTS:
            continue
        other = ground.at(ActorMention, joint + 1)
        if other is None or not is_side(other) or are_one(first, other):
            return []
        return [first, other]
    return []


def _stands_between(ground: Ground, number: int) -> bool:
    """Whether the word makes mediators of those after it: `ditengahi A dan B`, `atas mediasi dari A dan B`."""
    return ground.word(number - (ground.word(number) in ("oleh", "dari"))) in _BETWEEN


def pair_before(
    ground: Ground,
    number: int,
    reach: int = _BACK,
    kinds: frozenset[str] = SIDES,
    others: Sequence[ActorMention] = (),
) -> list[ActorMention]:
    """The pair that was named last before a word, not more than `reach` words back, neither of them among `others`."""
    for actor in reversed(ground.among(ActorMention, max(0, number - reach), number)):
        if actor.kind not in kinds or not (pair := pair_from(ground, actor)):
            continue
        if all(one.kind in kinds and not any(are_one(one, other) for other in others) for one in pair):
            return pair
    return []


def both_said_at(ground: Ground, number: int, nouns: frozenset[str]) -> bool:
    """Whether `kedua pihak`, `keduanya`, `para pihak`, `pihak-pihak` or `pihak yang bertikai` stands at a word."""
    word, following = ground.word(number), ground.word(number + 1)
    if word == "kedua":
        return following in nouns
    if word == "dua":
        # `dua negara bertetangga itu`, `dua pihak yang berperang`
        pointed = any(ground.word(n) in _POINTED for n in range(number + 2, number + 4))
        return following in nouns and pointed
    if word == "mereka":
        # `P di antara mereka`, `P yang mereka teken`, `Mereka menyepakati P`
        return ground.word(number - 1) in _AMONG or following in _SETTLE
    if word == "para":
        return following in _SIDES_AT_WAR
    if word in _SIDES_AT_WAR:
        fighting = following == "yang" and ground.word(number + 2) in _AT_WAR
        return fighting and ground.word(number - 1) not in _NOT_BOTH
    return word in SAY_BOTH


def pair_blamed(ground: Ground, number: int, known: Sequence[ActorMention]) -> list[ActorMention]:
    """Who blame each other at a word (`kedua pihak saling tuding`): the pair named last, else the two sides known."""
    return pair_before(ground, number) or (list(known) if len(known) == 2 else [])


def pair_meant(
    ground: Ground, number: int, known: Sequence[ActorMention], brokers: Sequence[ActorMention]
) -> list[ActorMention]:
    """Whom `kedua pihak` at a word stands for: the pair named just before, else the sides known, else any pair before,
    else the last two named.
    """
    start = ground.sentence(number).start
    near = number - ground.sentence(max(0, start - 1)).start
    if pair := pair_before(ground, number, near, others=brokers):
        return pair
    if len(known) == 2:
        return list(known)
    if pair := pair_before(ground, number, others=brokers):
        return pair
    found: list[ActorMention] = []
    before = ground.sentence(number).start
    for actor in reversed(ground.among(ActorMention, max(0, before - _BACK // 2), before)):
        if is_side(actor) and not any(are_kin(actor, other) for other in (*found, *brokers)):
            found.insert(0, actor)
        if len(found) == 2:
            return found
    return []


def pair_of_capitals(ground: Ground, number: int) -> list[ActorMention]:
    """`antara Z1 dan Z2`, two places of two states: the states, or their governments, that the text names."""
    first, second = ground.at(RegionMention, number), None
    if first is not None and ground.word(ground.after(first)) == "dan":
        second = ground.at(RegionMention, ground.after(first) + 1)
    if first is None or second is None or first.country == second.country:
        return []
    named = [_of_country(ground, place.country) for place in (first, second)]
    return [actor for actor in named if actor is not None] if all(named) else []


def _of_country(ground: Ground, country: str | None) -> ActorMention | None:
    same = [m for m in ground.document.of(ActorMention) if country and m.country == country and m.anaphor is None]
    ranked = [m for kind in ("state", "government") for m in same if m.kind == kind]
    return ranked[0] if ranked else None
