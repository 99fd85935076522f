"""Hopes and doubts that the pause just told of will last, where only `ini` or nothing names it: `Semoga awet`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import PauseMention
from ceasefire_id.statements.antecedents import pause_before
from ceasefire_id.statements.context import is_just_told
from ceasefire_id.statements.said import NO_READING, REACH, Reading, Said

__all__ = ["endures", "is_bare_no"]

#: words of an answer that there is nothing
_SHORT: Final = 9


def endures(said: Said) -> Reading:
    """`Mudah-mudahan ini langgeng` supports a pause, `Entah sampai kapan ini bertahan` is only about it."""
    if not said.has("lasts") or said.scene.document.within(PauseMention, said.draft.span):
        return NO_READING
    for number in said.where("lasts"):
        if not _is_of_it(said, number):
            continue
        if not is_just_told(said) or (pause := pause_before(said.scene, said.draft.start, paragraphs=1)) is None:
            return NO_READING
        before = said.before(number, 2 * REACH)
        hoped = not (said.cues["wishes"] | said.cues["prays"]).isdisjoint([*before, said.verb])
        return ("supports" if hoped and said.cues["negations"].isdisjoint(before) else None), pause
    return NO_READING


def _is_of_it(said: Said, number: int) -> bool:
    """Whether `ini` or nobody is its subject: `semoga bertahan`, `sampai kapan ini akan bertahan`."""
    light = said.scene.speech.adverbs | said.cues["futures"] | said.cues["negations"] | said.cues["wishes"]
    light |= said.cues["prays"] | said.cues["intents"] | said.cues["own"] | said.cues["deictic"] | said.cues["unsure"]
    opening = number
    while opening > 0 and not said.opens_sentence(opening):
        opening -= 1
        if said.words[opening] not in light:
            return False
    hedged = said.cues["wishes"] | said.cues["prays"] | said.cues["unsure"]
    return not hedged.isdisjoint([*said.words[opening:number], said.verb])


def is_bare_no(said: Said) -> bool:
    """`Belum ada apa-apa di atas meja`, `Tidak ada`: asked about a pause, somebody knows of none."""
    opens = said.words[:3]
    return len(said.words) <= _SHORT and "ada" in opens and not said.cues["negations"].isdisjoint(opens)
