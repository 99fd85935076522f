"""What only tells whom a pause leaves out, how far it reaches and how long it lasts: about it, without a stance."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ceasefire.mentions import PauseMention, TimeMention
from ceasefire_id.statements.antecedents import pause_before
from ceasefire_id.statements.said import NO_READING, REACH, Reading, Said

__all__ = ["bounds"]

#: code points over which a length is remembered
_MEMORY: Final = 12_000


def bounds(said: Said) -> Reading:
    """What only tells whom the pause before leaves out, what is done about breaches, or who mediates: no stance."""
    if (measured := _by_its_length(said)) is not None:
        return None, measured
    left_out = said.negates("member") or said.has("excepted") or _lies_outside(said) or _has_no_term(said)
    operations = said.has("fighting") and (
        said.negates("stopped") or (said.has("goes_on") and "terhadap" in said.words)
    )
    breaches = any(
        (said.is_after(number, "supposed") or said.words[number + 1 : number + 3] == ["apa", "pun"])
        and said.words[number + 1 : number + 2] not in (["hukum"], ["hak"], ["ham"])
        for number in said.where("breach")
    )
    if not (left_out or operations or breaches or said.has("mediating")):
        return NO_READING
    pause = pause_before(said.scene, said.draft.start, paragraphs=1)
    return (None, pause) if pause else NO_READING


def _by_its_length(said: Said) -> PauseMention | None:
    """`"Sepuluh hari terlalu singkat"`: the pause of the length that the statement opens with."""
    scene = said.scene
    length = scene.time_at(said.first)
    if length is None or length.type != "DURATION" or length.value is None:
        return None
    document, start = scene.document, said.draft.start
    for pause in reversed(document.starting_in(PauseMention, max(0, start - _MEMORY), start)):
        number = scene.words.first_at(pause.span.start)
        end = scene.after(pause.span) + REACH
        if _gives(document.starting_in(TimeMention, scene.start(number), scene.start(end)), length):
            return pause
    if said.cues["falls_short"].isdisjoint(said.words):
        return None
    # `meriam diam selama tiga jam`: the length is told of the pause elsewhere than at its name.
    for time in reversed(document.starting_in(TimeMention, document.paragraphs[0].start, start)):
        if _gives([time], length):
            return pause_before(scene, document.sentence_at(time.span.start).end)
    return None


def _gives(times: Iterable[TimeMention], length: TimeMention) -> bool:
    return any(time.type == "DURATION" and time.value == length.value for time in times)


def _lies_outside(said: Said) -> bool:
    """`Lahij berada di luar naskah itu`, `di luar jangkauan kesepakatan`."""
    if any(said.words[number + 1 : number + 2] == ["lain"] for number in said.where("matter")):
        return said.is_subject_place(len(said.words))  # `Rakhine soal lain`
    return any(
        said.words[number - 1] == "di" and not said.cues["deals"].isdisjoint(said.words[number + 1 : number + 4])
        for number in said.where("outside")
        if number > 0
    )


def _has_no_term(said: Said) -> bool:
    """`tidak ada batas waktunya`."""
    return any(
        said.is_after(number, "negations")
        and not said.cues["times_of_end"].isdisjoint(said.words[number + 1 : number + 2])
        for number in said.where("term")
    )
