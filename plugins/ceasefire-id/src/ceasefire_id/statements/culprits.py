"""Who is named as the one who did it, of an attack told before: `Hamas yang melepaskannya`, `itu ulah Houthi`.

The statement itself tells no attack; it only says whose it was. So an attack must have been told right before it, or
the words must speak of fire (`peluru pertama datang dari seberang`).
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.statements.camps import SIDES, camp_of, in_full, is_neutral, is_other_side
from ceasefire_id.statements.said import REACH, Said

__all__ = ["names_culprit"]

#: words between a culprit and what he is said to have done
_SUBJECT: Final = 4
#: sentences before, in which the attack is told
_SENTENCES: Final = 2


def names_culprit(said: Said) -> bool:
    """Whether the speaker, of one side, says that another side did what has just been told."""
    if not said.has("did_it", "culprit", "came", "provoke"):
        return False
    speaker = in_full(said.scene.document, said.draft.speaker)
    if speaker is None or is_neutral(said, speaker):
        return False
    for number in said.where("did_it"):
        if said.words[number - 1 : number] == ["yang"] and _is_foe(said, speaker, number - 1 - _SUBJECT, number):
            return _follows_attack(said)
    for number in said.where("culprit"):
        if said.is_after(number, "negations"):
            continue
        if _is_foe(said, speaker, number - _SUBJECT, number + 1 + _SUBJECT):
            return _follows_attack(said)
    for number in said.where("came"):
        noisy = not said.cues["noise"].isdisjoint(said.before(number, 2 * REACH))
        if noisy and said.words[number + 1 : number + 2] == ["dari"] and not said.is_after(number, "negations"):
            return _is_foe(said, speaker, number + 2, number + 2 + _SUBJECT)
    return any(
        said.words[number - 1 : number] == ["yang"] and _is_foe(said, speaker, number - 1 - _SUBJECT, number)
        for number in said.where("provoke")
    )


def _is_foe(said: Said, speaker: ActorMention, first: int, end: int) -> bool:
    """Whether somebody of another side is meant between two places: by name, as `musuh`, `seberang` or `mereka`."""
    first = max(0, first)
    for word in said.words[first:end]:
        bare = word.removesuffix("lah")
        if bare in said.cues["foes"] or bare in said.cues["over_there"]:
            return True
        if bare == "mereka" and said.draft.form == "direct":
            return True
        if bare in said.cues["rebels"] and camp_of(said, speaker) == "state":
            return True
    scene = said.scene
    begin, stop = scene.start(said.first + first), scene.start(min(said.first + end, said.first + len(said.words)))
    return any(
        actor.kind in SIDES and is_other_side(said, actor, speaker)
        for actor in scene.document.starting_in(ActorMention, begin, stop)
    )


def _follows_attack(said: Said) -> bool:
    """Whether the sentences right before tell of fire."""
    scene = said.scene
    begin = scene.document.sentence_at(said.draft.start).start
    for _ in range(_SENTENCES):
        begin = scene.document.sentence_at(max(0, begin - 2)).start
    told = scene.words.folded[scene.words.first_at(begin) : said.first]
    return not (said.cues["noise"] | said.cues["assault"] | said.cues["attacked"]).isdisjoint(told)
