"""How real what a word of a statement tells is, whether it is negated, and whose doing it is."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, Literal

from ceasefire.mentions import ActorMention
from ceasefire_id.statements.said import Said

__all__ = ["MOOD_REACH", "Who", "mood_of", "who_of"]

Who = Literal["own", "other", "both", "open"]
#: words before a cue that negate it, and that set its mood
_NEGATION: Final = 4
MOOD_REACH: Final = 9
_BOUNDARY: Final = ",;:.!?"


def mood_of(said: Said, place: int) -> tuple[str, bool]:
    """How real what a word tells is, and whether it is negated."""
    cues, speech = said.cues, said.scene.speech
    segment = _segment(said, place)
    near = segment[-_NEGATION:]
    negated = not cues["negations"].isdisjoint(near) or "jangan" in segment or _none_at_all(segment)
    negated = negated or any(pair in (("tidak", "akan"), ("tak", "akan")) for pair in pairwise(segment))
    if not segment and said.words[place] in cues["command"]:
        return "asked", negated  # a bare verb that opens the clause
    if _is_condition(said, place - len(segment), place):
        return "supposed", negated
    if "jangan" in segment or not cues["duties"].isdisjoint(segment):
        return "asked", negated
    if said.is_hoped or not cues["wishes"].isdisjoint(segment):
        return "hoped", negated
    if said.is_asked:
        return "asked", negated
    if not cues["hopes"].isdisjoint(segment):
        return "hoped", negated
    if segment[-1:] == ["belum"] or (segment[-2:-1] == ["belum"] and segment[-1] in ("ikut", "juga", "sempat", "lagi")):
        return "awaited", negated
    if "belum" in near and "pernah" not in near:
        return "unready", negated
    if negated and "pernah" in near:
        return "never", negated
    if not cues["supposed"].isdisjoint(near):
        return "supposed", negated
    on_terms = said.words[0] in cues["terms"] and place - len(segment) > 0
    if on_terms or not cues["intents"].isdisjoint(segment) or said.verb in speech.pledge:
        return "future", negated
    if not cues["lasting"].isdisjoint(near):
        return "lasting", negated
    return "told", negated


def who_of(said: Said, place: int) -> Who:
    """Whose doing it is."""
    cues = said.cues
    segment = _segment(said, place)
    after = said.words[place + 1 : place + 4]
    following = ""
    for word in reversed(segment):
        if word in cues["own"]:
            return "own"
        if word in cues["all_sides"]:
            return "both"
        if word == "kedua" and following in cues["sides"]:
            return "both"  # `kedua pasukan menahan diri`
        following = word
    if any(word.endswith("nya") and word.removesuffix("nya").split("-")[-1] in cues["bodies"] for word in segment):
        return "own"
    if "kami" in after and not {"oleh", "pihak"}.isdisjoint(after):
        return "own"
    if _is_of_ranks(said, place - len(segment)) and said.is_of_forces:
        return "own"
    if "mereka" in segment:
        return "own" if said.draft.form == "indirect" else "other"
    subject = _actor_before(said, place - len(segment), place)
    if subject is not None:
        if said.is_speaker(subject):
            return "both" if _is_joined(said, subject, place) else "own"
        return "both" if not cues["jointly"].isdisjoint(segment[-_NEGATION:]) else "other"
    if said.draft.form == "indirect" and said.is_subjectless(place):
        # `B dinilai S tidak mematuhi P`: who does it stands before the passive.
        return "other" if said.draft.rule == "passive" and said.verb in said.scene.speech.passive_say else "own"
    return "open"


def _segment(said: Said, place: int) -> list[str]:
    """The words of the clause before a place, back to the last comma or stop, or to where the statement begins."""
    scene, first = said.scene, place
    while first > 0 and place - first < MOOD_REACH:
        if scene.marked(said.first + first, _BOUNDARY):
            break
        first -= 1
    return said.words[first:place]


def _is_of_ranks(said: Said, first: int) -> bool:
    """Whether forces without a name open the clause: `pasukan tetap berada di pos`."""
    number = said.first + first
    ranked = said.words[first : first + 1] != [] and said.words[first] in said.cues["ranks"]
    return ranked and not said.scene.capital(number + 1)


def _none_at_all(segment: list[str]) -> bool:
    """`tidak satu pun anggota kami`, `tak seorang pun`"""
    return any(
        segment[number - 2] in ("tidak", "tak", "tiada") and segment[number] == "pun"
        for number in range(2, len(segment))
    )


def _is_condition(said: Said, first: int, place: int) -> bool:
    """Whether a word of condition opens the clause; before a time it only dates: `selama 72 jam`."""
    scene = said.scene
    return any(
        said.words[number] in said.cues["conditions"]
        and scene.time_at(said.first + number + 1) is None
        and said.words[number - 1 : number] != ["di"]  # `di sepanjang perbatasan`
        for number in range(first, place)
    )


def _is_joined(said: Said, subject: ActorMention, place: int) -> bool:
    """Whether somebody else stands beside a subject: `Pakistan dan Taliban sepakat`."""
    scene = said.scene
    number = scene.after(subject.span)
    joined = scene.word(number) in ("dan", "serta", "maupun") and number < said.first + place
    return joined and scene.actor_at(number + 1) is not None


def _actor_before(said: Said, first: int, place: int) -> ActorMention | None:
    """The first actor named between two places."""
    scene = said.scene
    start, stop = scene.start(said.first + first), scene.start(said.first + place)
    named = scene.document.starting_in(ActorMention, start, stop)
    return next((actor for actor in named if actor.kind not in ("media", "civilians")), None)
