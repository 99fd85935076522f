"""On which side of a war somebody stands, as far as names, offices and kinds tell."""

from __future__ import annotations

from typing import Final, Literal

from ceasefire.document import Document
from ceasefire.mentions import ActorMention
from ceasefire_id.cast import cast_of
from ceasefire_id.statements.said import Said

__all__ = ["SIDES", "bears_office", "camp_of", "in_full", "is_neutral", "is_other_side", "speaks_for_others"]

Camp = Literal["rebels", "state"]
#: kinds of actors that fight, and of speakers that blame nobody
SIDES: Final = frozenset(("military", "state", "armed_group", "government"))
_NEUTRAL: Final = frozenset(("monitor", "organisation", "civilians", "media"))
#: code points over which the one whom a pronoun stands for is looked for
_MEMORY: Final = 1500


def is_other_side(said: Said, actor: ActorMention, speaker: ActorMention) -> bool:
    """Whether an actor fights on another side than the speaker."""
    pronoun = actor.anaphor is not None and not actor.anaphor.descriptive
    if pronoun or actor.name.endswith("nya") or _is_named_in(actor, _names(speaker)):
        return False
    if actor.country and speaker.country and actor.country != speaker.country:
        return True
    one, other = camp_of(said, actor), camp_of(said, speaker)
    if other is None:
        return speaker.kind != "person" and one is not None
    # Of two in one state, or whose state the text leaves open, those under arms and the state are two sides.
    if one is None or one != other:
        return one is not None
    return actor.identity is not None and (one == "rebels" or _is_rival(said, actor, speaker))


def _is_rival(said: Said, actor: ActorMention, speaker: ActorMention) -> bool:
    """Whether an army with a name of its own faces the government that the speaker's office names."""
    named = actor.kind == "military" and "army" not in str(actor.identity)
    words = _names(speaker)
    return named and any(
        body.kind == "government" and body.anaphor is None and _is_named_in(body, words)
        for body in cast_of(said.scene.document)
    )


def camp_of(said: Said, actor: ActorMention) -> Camp | None:
    """Whether somebody belongs to a state or to those who fight it; null where the text does not say."""
    if actor.kind != "person":
        return "rebels" if actor.kind == "armed_group" else "state" if actor.kind in SIDES else None
    words = _names(actor)
    if words & said.cues["rebels"]:
        return "rebels"
    for body in cast_of(said.scene.document):
        if body.kind in ("armed_group", "government") and body.anaphor is None and _is_named_in(body, words):
            return "rebels" if body.kind == "armed_group" else "state"
    return "state" if words & said.cues["state_office"] else None


def in_full(document: Document, speaker: ActorMention | None) -> ActorMention | None:
    """The mention that gives the office of a person who is called by the name, by a pronoun or a noun alone."""
    if speaker is None or speaker.office:
        return speaker
    if speaker.anaphor is not None:
        start, kinds, heads = speaker.span.start, speaker.anaphor.kinds, speaker.anaphor.heads
        for mention in reversed(document.starting_in(ActorMention, max(0, start - _MEMORY), start)):
            fits = mention.anaphor is None and (not kinds or mention.kind in kinds)
            if fits and (not heads or heads & mention.heads):
                return in_full(document, mention)
        return speaker
    if speaker.kind != "person":
        return speaker
    last = speaker.name.split(" ")[-1]
    known = (m for m in cast_of(document) if m.office and m.kind == "person" and m.name.endswith(last))
    return next(known, speaker)


def _names(actor: ActorMention) -> frozenset[str]:
    """The words of an actor's office, or of its name where it has none, folded."""
    return frozenset((actor.office or actor.name).casefold().replace(",", " ").split())


def _is_named_in(body: ActorMention, words: frozenset[str]) -> bool:
    """Whether an office or a name holds that of a body, in full or short."""
    short = body.identity.rpartition(":")[2] if body.identity else ""
    return short in words or words.issuperset(body.name.casefold().split())


def bears_office(speaker: ActorMention, words: frozenset[str]) -> bool:
    return speaker.kind == "person" and not _names(speaker).isdisjoint(words)


def is_neutral(said: Said, speaker: ActorMention) -> bool:
    """Whether somebody only watches a fight: a monitor, a body of aid, an envoy of the UN."""
    return speaker.kind in _NEUTRAL or bears_office(speaker, said.cues["neutral_office"])


def speaks_for_others(said: Said) -> bool:
    """Whether the speaker is a body or speaks for one, and is no bystander: `Gubernur Kharkiv`, `perwira Houthi`."""
    speaker = in_full(said.scene.document, said.draft.speaker)
    if speaker is None or speaker.kind in ("civilians", "media"):
        return False
    if speaker.kind != "person":
        return True
    words = _names(speaker)
    return not words.isdisjoint(said.cues["posts"]) and words.isdisjoint(said.cues["small_posts"])
