"""What answers a pause that is only wanted, in words that do not name it: war goes on, no talks, terms first, or yes.

`operasi akan dituntaskan sampai mereka menyerah`, `kami tidak akan duduk semeja dengan penjajah` and `keluar dulu dari
tanah kami` turn it down; `kami terima tanpa syarat` takes it up, and so does `kami akan melakukan hal serupa` of a
pause that somebody else has declared.
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import EventMention, PauseMention
from ceasefire_id.statements.antecedents import pause_before
from ceasefire_id.statements.camps import camp_of, in_full
from ceasefire_id.statements.moods import mood_of, who_of
from ceasefire_id.statements.said import REACH, Said

__all__ = ["follows_suit", "resolved"]

#: events after which a pause is no longer only wanted
_THERE: Final = frozenset(("announced", "agreed", "started", "extended", "violated", "confirmed", "suspended", "ended"))
#: words of an answer that is nothing but one
_SHORT: Final = 7
_VOWED: Final = ("future", "lasting")


def resolved(said: Said) -> tuple[str, PauseMention] | None:
    """The stance of a side that answers a call or an offer, and the pause that was called for."""
    if not said.has(
        "fight_on",
        "war_goes",
        "pressed",
        "crush",
        "give_in",
        "parley",
        "first",
        "accept",
        "decline",
        "objection",
        "negations",
    ):
        return None
    speaker = in_full(said.scene.document, said.draft.speaker)
    if speaker is None or camp_of(said, speaker) is None:
        return None  # only who fights can go on fighting
    if _accepts(said):
        stance = "supports"
    elif _declines(said) or _fights_on(said) or _talks_no_more(said) or _sets_terms_first(said):
        stance = "rejects"
    else:
        return None
    pause = pause_before(said.scene, said.draft.start, paragraphs=1)
    return (stance, pause) if pause is not None and _is_only_wanted(said, pause) else None


def follows_suit(said: Said) -> str | None:
    """`pasukannya akan melakukan hal serupa` takes up what others declared; negated it turns it down."""
    for number in said.where("same"):
        if not said.is_after(number, "likewise") or said.has("attack", "assault"):
            continue
        mood, negated = mood_of(said, number)
        ours = who_of(said, number) == "own" or said.verb in said.scene.speech.pledge
        if mood == "future" and negated:
            return "rejects"
        if mood in ("told", "future") and ours and not said.has("strikes_back"):
            return "supports"
    return None


def _is_only_wanted(said: Said, pause: PauseMention) -> bool:
    """Whether nothing before tells that the pause came about."""
    events = said.scene.document.starting_in(EventMention, 0, said.draft.start)
    return not any(event.pause is pause and event.type in _THERE for event in events)


def _fights_on(said: Said) -> bool:
    """`tentaranya akan terus maju`, `operasi itu akan dituntaskan`, `kami tidak akan berhenti sampai menang`."""
    for number in said.where("fight_on"):
        mood, negated = mood_of(said, number)
        vowed = mood in _VOWED and not negated and said.is_after(number, "futures", 3)
        if vowed and "untuk" not in said.before(number, 2) and who_of(said, number) == "own":
            return True
    if "terhadap" in said.words:
        return False  # `operasi terhadap G akan berlanjut`: whom a pause leaves out
    for number in said.where("war_goes"):
        mood, negated = mood_of(said, number)
        if mood in _VOWED and not negated and not said.cues["campaign"].isdisjoint(said.before(number, 2 * REACH)):
            return True
    for number in said.where("pressed"):
        waged = not said.cues["campaign"].isdisjoint(said.words[number + 1 : number + 3])
        if waged and mood_of(said, number) in (("future", False), ("told", False), ("lasting", False)):
            return who_of(said, number) == "own"
    if any(mood_of(said, n) == ("future", False) and who_of(said, n) == "own" for n in said.where("crush")):
        return True
    return any(mood_of(said, n) == ("future", True) and who_of(said, n) == "own" for n in said.where("give_in"))


def _talks_no_more(said: Said) -> bool:
    """`kami tidak akan berunding dengan teroris`, `tidak ada yang perlu dibicarakan`."""
    for number in said.where("parley"):
        nothing = "ada" in said.before(number, 3) and said.is_after(number, "negations")
        if nothing or (mood_of(said, number) == ("future", True) and who_of(said, number) == "own"):
            return True
    return False


def _sets_terms_first(said: Said) -> bool:
    """`keluar dulu dari tanah kami`, `mereka harus meletakkan senjata lebih dulu`."""
    return said.draft.form == "direct" and any(
        not said.cues["first"].isdisjoint(said.words[number + 1 : number + 2 + REACH])
        and said.is_subjectless(number) | (mood_of(said, number)[0] == "asked")
        for number in said.where("terms_met")
    )


def _accepts(said: Said) -> bool:
    """`kami terima tanpa syarat`, `ya, kami setuju`: an answer without an object."""
    if len(said.words) <= REACH and said.negates("objection"):
        return True
    return len(said.words) <= _SHORT and any(
        mood_of(said, number) in (("told", False), ("future", False)) and who_of(said, number) == "own"
        for number in said.where("accept")
    )


def _declines(said: Said) -> bool:
    """`kami tidak tertarik`, `tidak akan pernah`."""
    if len(said.words) > _SHORT:
        return False
    if said.words[0] in said.cues["negations"] and said.cues["nothing_more"].issuperset(said.words[1:]):
        return True
    return any(said.is_after(number, "negations") for number in said.where("decline")) or (
        said.words[-1] == "pernah" and said.has("negations") and len(said.words) <= REACH
    )
