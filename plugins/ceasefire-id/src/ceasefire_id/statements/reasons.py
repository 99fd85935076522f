"""What somebody says a pause is for who has just made or asked for one: `"Ini kami lakukan demi warga," kata S`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import EventMention, PauseMention
from ceasefire_id.statements.attitudes import is_by_speaker
from ceasefire_id.statements.said import REACH, Said

__all__ = ["reason_given"]

#: events by which a side makes a pause its own
_OWN: Final = frozenset(("announced", "agreed", "extended", "confirmed", "demanded", "started"))


def reason_given(said: Said) -> PauseMention | None:
    """The pause that the speaker's side has just announced, kept or asked for, and gives a reason for."""
    if not said.has("for_sake", "undertaken", "wanting") or said.has("turns", "wish", "strikes_back"):
        return None
    if not (_is_deed(said) or (said.draft.form == "direct" and _is_purpose(said))):
        return None
    document, position = said.scene.document, said.draft.start
    own = document.sentence_at(position).start
    begin = max(document.sentence_at(max(0, own - 2)).start, document.paragraph_at(position).start)
    told = document.starting_in(EventMention, begin, position)
    if not told or told[-1].type not in _OWN or not is_by_speaker(said, document.sentence_at(told[-1].span.start)):
        return None
    return told[-1].pause


def _is_deed(said: Said) -> bool:
    """`ini dilakukan`, `langkah itu kami ambil`, `ini bukti`: what has just been told is what was done."""
    opens = said.words[: REACH + 2]
    return not said.cues["deictic"].isdisjoint(opens[:3]) and not said.cues["undertaken"].isdisjoint(opens)


def _is_purpose(said: Said) -> bool:
    """`demi anak-anak kami`, `kami ingin rakyat berpuasa dengan tenang`: what a pause gives to others."""
    if said.has("for_sake"):
        return True
    return any(
        said.is_after(number, "own", 2)
        and not said.cues["those_spared"].isdisjoint(said.words[number + 1 : number + 3])
        for number in said.where("wanting")
    )
