"""What asks for a pause, or for more of one, without naming it: `Kalau di laut bisa, mengapa di langit tidak?`"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import PauseMention, TimeMention
from ceasefire_id.statements.antecedents import pause_before
from ceasefire_id.statements.blame import running
from ceasefire_id.statements.moods import mood_of
from ceasefire_id.statements.said import Said

__all__ = ["asks_for_more"]

#: words of a question that leaves out its verb
_ELLIPTICAL: Final = 7
#: where a cry stands
_OPENING: Final = 3


def asks_for_more(said: Said) -> PauseMention | None:
    """The pause that a question or a cry asks for, or that is to be longer or wider."""
    if said.has("enlarged") and _asks_to_enlarge(said):
        return running(said) or pause_before(said.scene, said.draft.start)
    asks = said.draft.form == "direct" or said.verb in ("bertanya", "mempertanyakan")
    if not asks or not said.has("asks", "urges"):
        return None
    if not (_asks_why_not(said) or (_urges(said) and _is_wanted(said))):
        return None
    return pause_before(said.scene, said.draft.start, paragraphs=1)


def _asks_to_enlarge(said: Said) -> bool:
    """`meminta Rakhine dimasukkan`, `mendesak kedua jenderal menambah sepuluh hari itu menjadi sebulan`."""
    scene = said.scene
    for number in said.where("enlarged"):
        if mood_of(said, number) != ("asked", False):
            continue
        if said.words[number].startswith("di"):
            return not said.cues["scope_of"].isdisjoint(said.words[number:]) or said.is_subject_place(number)
        times = scene.document.starting_in(TimeMention, scene.start(said.first + number), said.draft.end)
        if any(time.type == "DURATION" for time in times[:1]):
            return True
    return False


def _asks_why_not(said: Said) -> bool:
    """`mengapa tidak di semuanya?`, `kenapa hanya tiga jam?`: no verb, so what is meant has just been told."""
    scene = said.scene
    for number in said.where("asks"):
        end = number + 1
        while end < len(said.words) and not scene.marked(said.first + end, "?.!,;"):
            end += 1
        asked = said.words[number + 1 : end]
        limits = not said.cues["falls_short"].isdisjoint(asked)
        verbs = scene.syntax.verbs_between(said.first + number + 1, said.first + end)
        if limits and len(asked) <= _ELLIPTICAL and not verbs:
            return True
    return False


def _urges(said: Said) -> bool:
    """`Apa lagi yang ditunggu?`, `Cukup sudah`, `Berapa anak lagi yang harus mati?`."""
    text = f" {' '.join(said.words)} "
    return any(f" {phrase} " in text for phrase in said.cues["how_long"]) or (
        said.words[0] in said.cues["enough"] and not said.cues["enough_of"].isdisjoint(said.words)
    )


def _is_wanted(said: Said) -> bool:
    """Whether the pause spoken of last is one that is asked for, not one that is there."""
    pause = pause_before(said.scene, said.draft.start, paragraphs=1)
    return pause is not None and pause.wanted
