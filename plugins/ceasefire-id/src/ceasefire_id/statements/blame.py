"""Whether a statement blames another side for fighting while a pause runs, and whether it answers such a charge.

A side is blamed where it is the subject of an attack (`pasukan A menembaki Z`) and the speaker belongs to another
one, or where the speaker's own side is attacked (`posisi kami ditembaki`). Those who only watch blame nobody.
"""

from __future__ import annotations

from typing import Final

from ceasefire.document import Document
from ceasefire.mentions import ActorMention, EventMention, PauseMention
from ceasefire_id.statements.antecedents import pause_before
from ceasefire_id.statements.camps import SIDES, camp_of, in_full, is_neutral, is_other_side
from ceasefire_id.statements.said import Said

__all__ = ["blames", "no_attack", "running"]

#: events after which a pause can be broken
_RUNNING: Final = frozenset(("started", "extended", "violated", "announced", "agreed", "confirmed"))
#: letters of a noun that can be put into focus with `-lah`; `ini` and `itu` are shorter
_FOCUS: Final = 4
#: words between the one who attacks and the verb
_SUBJECT_REACH: Final = 5


def blames(said: Said) -> bool:
    """Whether the speaker tells of an attack by another side."""
    speaker = in_full(said.scene.document, said.draft.speaker)
    if speaker is None or is_neutral(said, speaker):
        return False
    if _is_attacked(said):
        return True
    if said.is_own_act("attack"):
        return False
    attacks = [n for n in said.where("attack") if not said.is_after(n, "negations", 3)]
    attacks = [n for n in attacks if not said.is_after(n, "supposed")]
    attacks += [n for n in said.where("sends") if not said.cues["sent"].isdisjoint(said.words[n + 1 : n + 4])]
    attacks += [place for place in said.where("undone") if said.is_after(place, "negations", 3)]
    if _foe_attacks(said, attacks):
        return True
    for actor in said.scene.document.within(ActorMention, said.draft.span):
        if actor.kind not in SIDES or not is_other_side(said, actor, speaker):
            continue
        begin, end = said.place(actor.span)
        if any(end <= attack <= end + _SUBJECT_REACH and _adjoin(said, end, attack) for attack in attacks):
            return True
        from_there = begin > 1 and said.words[begin - 1] in ("dari", "oleh", "posisi")
        shots = [place for place in said.where("attack") if not said.words[place].startswith("me")]
        if from_there and any(begin - 7 <= place < begin for place in [*shots, *said.where("attacked")]):
            return True
    return False


def no_attack(said: Said) -> bool:
    """`pasukan kami tidak menembak`, `tidak ada satu pun bentrokan`."""
    shots = [*said.where("attack"), *said.where("attacked"), *said.where("shots")]
    return any(said.is_after(n, "negations", _SUBJECT_REACH + 2) and not said.is_after(n, "stop") for n in shots)


def running(said: Said) -> PauseMention | None:
    """The pause spoken of last, if the article has told that it began."""
    began = said.scene.document.remember("ceasefire_id.statements.running", _first_running)
    pause = pause_before(said.scene, said.draft.start)
    return pause if pause is not None and (began < said.draft.end or _is_there(said, pause)) else None


def _is_there(said: Said, pause: PauseMention) -> bool:
    """Whether a pause is spoken of as one that is there, though nothing tells how it came about."""
    if pause.wanted or not pause.makes_pause:
        return False
    events = said.scene.document.starting_in(EventMention, 0, said.draft.start)
    return all(event.type == "violated" for event in events)


def _first_running(document: Document) -> int:
    """Where the article first tells that a pause began; behind its end where it never does."""
    events = document.of(EventMention)
    # Where nothing reads events, a pause that is spoken of is taken to run.
    return min((e.span.start for e in events if e.type in _RUNNING), default=len(document.text) + 1) if events else 0


# ---- who attacks -----------------------------------------------------------------------------------------------------


def _is_attacked(said: Said) -> bool:
    """`posisi kami dihujani mortir`, `pasukannya ditembaki`; after a charge also `yang diserang adalah Z`."""
    speaker = in_full(said.scene.document, said.draft.speaker)
    forces = {"tentara", "militer", "pasukan"} if speaker and camp_of(said, speaker) == "state" else set()
    return any(
        said.charged is not None
        or forces.intersection(said.before(place, 3))
        or said.is_after(place, "own")
        or any(word.endswith("nya") for word in said.before(place, 3))
        for place in said.where("attacked")
        if not said.is_after(place, "supposed") and not said.is_after(place, "negations", _SUBJECT_REACH + 2)
    )


def _foe_attacks(said: Said, attacks: list[int]) -> bool:
    """`mereka menembakkan mortir`, `pemberontaklah yang lebih dulu menyerang`."""
    speaker = in_full(said.scene.document, said.draft.speaker)
    speaks_for = camp_of(said, speaker) if speaker else None
    for place in attacks:
        joined = said.words[place - 1 : place] in (["dan"], ["lalu"], ["tetapi"], ["tapi"], ["sambil"])
        for word in said.before(place, 2 * _SUBJECT_REACH if joined else _SUBJECT_REACH):
            bare = word.removesuffix("lah")
            if bare != word and len(bare) > _FOCUS and said.charged is not None:
                return True  # `tentaralah yang menyerang`
            if bare in said.cues["foes"] or (bare == "mereka" and said.draft.form == "direct"):
                return True
            if bare in said.cues["rebels"] and speaks_for == "state":
                return True
    return False


def _adjoin(said: Said, end: int, attack: int) -> bool:
    """Whether nothing but adverbs, numbers and the like stands between a subject and its verb."""
    between = range(end, attack)
    syntax, first = said.scene.syntax, said.first
    return not any(syntax.is_verb(first + place) or "," in said.scene.gap(first + place) for place in between)
