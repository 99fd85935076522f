"""The day of a verb that stands outside its clause: before the subject, in front of another clause, behind one."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import RegionMention, TimeMention
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase

__all__ = ["before_last", "before_subject", "in_front", "of_outer", "past_relative"]

#: links of a clause that says how the outer verb is done, and how far behind that one it stands
_MANNER: Final = frozenset(("dengan", "seraya", "sambil", "sembari", "ketika", "saat"))
_NEAR_OUTER: Final = 9
#: what opens a clause set between the day and the main verb
_ASIDE: Final = frozenset(
    ("setelah", "sesudah", "usai", "seusai", "selepas", "menyusul", "ketika", "saat", "karena", "untuk")
)
#: how many words a relative clause has between a pause and the day behind it
_WITHIN: Final = 9


def _set_off_last(ground: Ground, number: int) -> TimeMention | None:
    """A day between a comma and the mark behind it."""
    time = ground.at(TimeMention, number)
    if time is None or time.type not in ("DATE", "TIME") or not ground.gap(ground.after(time)).strip():
        return None
    return time if (time.value or "")[:1].isdigit() else None


def before_last(ground: Ground, verb: int, end: int) -> int:
    """`A menerima P yang diumumkan B, T`: the day behind the comma is that of the outer verb."""
    outer = ground.syntax.verb_before(ground.clause(verb).first)
    if outer is None or ground.word(outer) in ("mulai",):
        return end
    place = ground.before(RegionMention, end)
    for number in range(verb + 1, min(end + 1, ground.sentence(verb).stop)):
        if "," in ground.gap(number) and _set_off_last(ground, number) is not None:
            return number if place is None or ground.after(place) != number else end
    return end


def past_relative(ground: Ground, phrase: Phrase) -> TimeMention | None:
    """The day behind a relative clause that says which pause is meant (`menampik P yang disodorkan B, T`)."""
    inner = ground.syntax.verb_after(phrase.stop - 1)
    if inner is None or ground.clause(inner).link != "yang":
        return None
    first = ground.clause(inner).first
    if first - phrase.stop > _WITHIN or "," in ground.gap(first):
        return None
    stop = min(inner + _WITHIN, ground.sentence(inner).stop)
    for number in range(inner + 1, stop):
        if ground.syntax.is_verb(number):
            return None
        if "," in ground.gap(number):
            return _set_off_last(ground, number)
    return None


def before_subject(ground: Ground, verb: int) -> TimeMention | None:
    """`..., dan pada T X, sang penengah, mengumumkan P`: the time stands before whom commas part from the verb."""
    if "," not in ground.gap(verb) or (subject := ground.subject(verb)) is None:
        return None
    time = ground.before(TimeMention, ground.first_of(subject))
    dated = time is not None and time.type in ("DATE", "TIME") and (time.value or "")[:1].isdigit()
    # the day of a dateline is none of the sentence's
    here = time is not None and ground.first_of(time) >= ground.sentence(verb).start
    return time if dated and here else None


def of_outer(ground: Ground, verb: int, first: int, link: str) -> TimeMention | None:
    """`A membalas, T, dengan mengumumkan P`, `A, T, menjadi yang mengumumkan P`: the day of the outer verb."""
    outer = ground.syntax.verb_before(first)
    cleft = link == "yang" and outer is not None and ground.word(outer) in ("menjadi", "adalah")
    if outer is None or first - outer > _NEAR_OUTER or not (cleft or (link in _MANNER and first == verb - 1)):
        return None
    start = ground.sentence(verb).start
    times = [t for t in ground.times(max(start, outer - _NEAR_OUTER), first) if t.type in ("DATE", "TIME")]
    return times[-1] if times and (times[-1].value or "")[:1].isdigit() else None


def in_front(ground: Ground, verb: int) -> TimeMention | None:
    """`Pada T di Z, setelah V1, A V`: the day with which the sentence opens is the main verb's."""
    start, clause = ground.sentence(verb).start, ground.clause(verb)
    time = ground.at(TimeMention, start) or ground.at(TimeMention, start + 1)
    place = ground.at(RegionMention, start + 1) if time is None and ground.word(start) == "di" else None
    if place is not None:
        # `Di Z, T, usai berunding, A V`
        time = ground.at(TimeMention, ground.after(place))
    if clause.link or time is None or time.type not in ("DATE", "TIME") or not (time.value or "")[:1].isdigit():
        return None
    before = ground.syntax.verbs_between(start, verb)
    aside = all(ground.clause(other).link in _ASIDE for other in before)
    after = ground.after(time)
    return time if before and aside and ground.clause(before[0]).first >= after else None
