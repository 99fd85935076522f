"""Whose a pause is: `gencatan senjata sepihak NPA`, `A mengakhiri gencatan senjatanya`. It tells two pauses apart."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.pairs import is_side
from ceasefire_id.scope.phrases import Phrase

__all__ = ["owner_of"]

#: nouns of pauses with the possessive
_POSSESSED: Final = frozenset(
    ("senjatanya", "jedanya", "gencatannya", "permusuhannya", "serangannya", "operasinya", "moratoriumnya")
)
#: words behind an owner that make it one side of two
_PAIRING: Final = frozenset(("dengan", "dan", "serta", "melawan", "versus", "vs", "bersama", "maupun", "atau"))
#: before a pause that is only the time in which somebody else acts
_DURING: Final = frozenset(
    ("selama", "sejak", "saat", "tengah", "dalam", "meski", "meskipun", "walau", "sebelum", "setelah")
)
#: how far back the owner of `-nya` is looked for, in words
_FAR: Final = 40


def owner_of(ground: Ground, phrase: Phrase) -> ActorMention | None:
    """The one side whose pause a phrase names; null where it names none, or two."""
    if ground.word(phrase.end - 1) in _POSSESSED or ground.word(phrase.core - 1) in _POSSESSED:
        return _possessor(ground, phrase)
    return _named_behind(ground, phrase)


def _possessor(ground: Ground, phrase: Phrase) -> ActorMention | None:
    """Who acts on it (`A melanggar P-nya`), else the side named last."""
    if ground.word(phrase.outer - 1) == "yang":
        # `A tidak menyertakan B, yang gencatan senjatanya sendiri …`
        related = ground.before(ActorMention, phrase.outer - 1)
        return related if related is not None and _is_owner(ground, related) else None
    sentence = ground.sentence(phrase.outer)
    verb = ground.syntax.verb_before(phrase.outer)
    subject = ground.subject(verb) if verb is not None and verb >= sentence.start else None
    if subject is not None and _is_owner(ground, subject):
        return subject
    before = ground.among(ActorMention, max(0, phrase.outer - _FAR), phrase.outer)
    sides = [actor for actor in before if _is_owner(ground, actor)]
    return sides[-1] if sides else None


def _named_behind(ground: Ground, phrase: Phrase) -> ActorMention | None:
    """`P pemerintah`, `P sepihak NPA`; a state behind a plain noun may be where it holds."""
    at = phrase.stop
    if phrase.definite or not ground.adjoins(at):
        return None
    actor = ground.at(ActorMention, at)
    if actor is None or not _is_owner(ground, actor) or (actor.kind == "state" and not phrase.sepihak):
        return None
    following = ground.after(actor)
    if ground.gap(following).strip() in ("-", "–") or _is_paired(ground, following):
        return None
    acts = ground.word(phrase.outer - 1) in _DURING and ground.syntax.is_verb(following)
    return None if acts else actor


def _is_paired(ground: Ground, number: int) -> bool:
    """Whether another side follows (`dengan B`, not `dengan menduduki Z`)."""
    return ground.word(number) in _PAIRING and any(ground.at(ActorMention, n) for n in (number + 1, number + 2))


def _is_owner(ground: Ground, actor: ActorMention) -> bool:
    """Whether one side or its leader is named, not a list of them."""
    return (is_side(actor) or actor.kind == "person") and len(ground.coordinated(actor)) == 1
