"""Lists and ranges of times: what one member lends another before any is resolved.

`24-27 November` gives two days of one month, `Jumat dan Sabtu (7-8 November)` two weekdays with a day each,
`Januari-Maret 2025` two months of one year, `pukul 09.00 hingga 14.00 WIB` two clocks in one zone.
"""

from __future__ import annotations

import attrs

from ceasefire_id.dates.atoms import Lead, Parts, Phrase
from ceasefire_id.dates.calendar import LINK
from ceasefire_id.patterns import LazyPattern

__all__ = ["expanded", "linked"]

_LINK = LazyPattern(LINK, ignore_case=True)
_LIST_GAP = LazyPattern(rf"{LINK}(?:(?:hari|bulan|tahun|tanggal|pukul)\s)?", ignore_case=True)


def linked(text: str, first: Phrase, second: Phrase) -> bool:
    """Whether the two are neighbours in a list or the ends of a range."""
    return second.start - first.end <= 16 and _LIST_GAP.fullmatch(text, first.end, second.start) is not None


def expanded(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """The phrases with every member of a list on its own, each with what the others lend it."""
    found: list[Phrase] = []
    for phrase in phrases:
        if phrase.parts.leads:
            if phrase.parts.part and text[phrase.parts.leads[-1].end] == "/":
                # `tengah malam 9/10 November` is the night between two days, that of the first
                night = attrs.evolve(phrase.parts, day=phrase.parts.leads[-1].day, leads=())
                phrase = attrs.evolve(phrase, parts=night)
            elif "weekday" in phrase.kinds:
                _give_days(text, found, phrase)
                phrase = attrs.evolve(phrase, parts=attrs.evolve(phrase.parts, leads=()))
            else:
                found += _members(text, phrase)
                continue
        found.append(phrase)
    for at in range(len(found) - 2, -1, -1):
        if linked(text, found[at], found[at + 1]):
            # `18.00 atau 22.00 WIB` is one clock in two zones
            other_zone = "atau" in text[found[at].end : found[at + 1].start]
            found[at] = _borrowing(found[at], found[at + 1], other_zone=other_zone)
    return found


def _members(text: str, phrase: Phrase) -> list[Phrase]:
    """`24-27 November 2025`: the days before the last one, and the last one without them."""
    parts = phrase.parts
    found, start = [], phrase.start
    for lead in parts.leads:
        found.append(_member(phrase, lead, start))
        link = _LINK.match(text, lead.end, phrase.end)
        start = link.end() if link else lead.end
    last = attrs.evolve(phrase, start=start, parts=attrs.evolve(parts, leads=()))
    return [*found, last]


def _member(phrase: Phrase, lead: Lead, start: int) -> Phrase:
    parts = phrase.parts
    mine = Parts(
        day=lead.day,
        month=lead.month or parts.month,
        year=parts.year,
        years=parts.years,
        shift=parts.shift,
        mod=parts.mod,
    )
    return attrs.evolve(phrase, start=start, end=lead.end, rule="list", parts=mine, kinds=frozenset({"date"}))


def _give_days(text: str, before: list[Phrase], phrase: Phrase) -> None:
    """`Jumat dan Sabtu (7-8 November)`: the days before the last one belong to the weekdays before the last one."""
    following = phrase
    for at, lead in zip(range(len(before) - 1, -1, -1), reversed(phrase.parts.leads), strict=False):
        candidate = before[at]
        if candidate.parts.weekday is None or candidate.parts.day or not linked(text, candidate, following):
            return
        day = Parts(day=lead.day, month=lead.month or phrase.parts.month, year=phrase.parts.year)
        merged = candidate.parts.merged(day)
        if merged:
            before[at] = attrs.evolve(candidate, parts=merged)
        following = candidate


def _borrowing(first: Phrase, second: Phrase, *, other_zone: bool) -> Phrase:
    """The first of two linked phrases with what the second lends it."""
    mine, theirs = first.parts, second.parts
    if mine.month and mine.year is None and mine.years is None and theirs.month and mine.shift is None:
        year, years = theirs.year, theirs.years
        if (mine.month, mine.day or 1) > (theirs.month, theirs.day or 31):
            # `21 Desember hingga 30 April tahun depan`
            year, years = year and year - 1, None if years is None else years - 1
        return attrs.evolve(first, parts=attrs.evolve(mine, year=year, years=years, shift=theirs.shift))
    if mine.hour is not None and theirs.hour is not None and mine.zone is None and not other_zone:
        return attrs.evolve(first, parts=attrs.evolve(mine, zone=theirs.zone, zone_named=theirs.zone_named))
    return first
