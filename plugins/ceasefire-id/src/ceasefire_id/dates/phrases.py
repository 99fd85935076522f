"""Atoms that stand together as one time phrase: what may follow what, across a space, a comma or a bracket.

`Rabu (5/3) pukul 07.30 waktu setempat` is a weekday, a date in a bracket, a clock and a zone; a preposition
would end the phrase. Words that only go with others (`lalu`, zones, modifiers) are read here, at the place where
they can stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import attrs
import regex

from ceasefire.document import Document
from ceasefire_id.dates.atoms import Atom, Kind, Parts, Phrase
from ceasefire_id.dates.lexemes import REACH, SPACE, WORD_END, WRAPPED, Lexemes, folded
from ceasefire_id.dates.standing import Standing
from ceasefire_id.patterns import LazyPattern, alternatives

__all__ = ["Phrases"]

Join = Literal["space", "comma", "open"]

_OPEN = LazyPattern(r"\s?,?\s?\(\s?")
_CLOSE = LazyPattern(r"\s?\)")
_CLOCK_END = LazyPattern(
    rf"(?:\s?(?:--|[-–—])\s?|{SPACE}(?:hingga|sampai(?:{SPACE}dengan)?|dan|atau|s/d){SPACE})"
    rf"(?P<hour>\d{{1,2}})(?:[.:]\s?(?P<minute>\d\d))?(?![\d\p{{L}}]|[.,:/]\d)",
    ignore_case=True,
)

_DAYS: frozenset[Kind] = frozenset({"weekday", "date", "numeric", "days", "from_last", "amount", "ordinal"})
#: what may follow a piece of that kind
_AFTER: dict[Join, dict[Kind, frozenset[Kind]]] = {
    "space": {
        "weekday": frozenset({"part", "clock", "date", "numeric", "week", "days", "from_last"}),
        "date": frozenset({"part", "clock", "year", "month", "days"}),
        "numeric": frozenset({"part", "clock", "days", "week"}),
        "days": frozenset({"part", "clock", "weekday", "date", "days"}),
        "from_last": frozenset({"part", "clock"}),
        "amount": frozenset({"part", "clock"}),
        "part": frozenset({"weekday", "date", "clock", "week", "from_last", "days"}),
        "clock": frozenset({"part", "weekday", "date", "days", "from_last"}),
        "month": frozenset({"year"}),
    },
    "comma": {
        "weekday": frozenset({"date", "numeric", "clock", "days", "week"}),
        "date": frozenset({"clock"}),
        "numeric": frozenset({"clock"}),
        "days": frozenset({"weekday", "date", "clock"}),
        "from_last": frozenset({"weekday", "date", "clock"}),
        "amount": frozenset({"weekday", "date"}),
        "ordinal": frozenset({"weekday", "date"}),
        "part": frozenset({"date", "week"}),
        "clock": frozenset({"weekday", "date"}),
    },
    "open": dict.fromkeys((*_DAYS, "part", "clock", "week"), frozenset({"numeric", "date", "weekday"})),
}


class Phrases:
    """Joins atoms. Built once."""

    def __init__(self, lexemes: Lexemes) -> None:
        self._lexemes = lexemes
        self._shift = LazyPattern(rf"{SPACE}(?P<shift>{lexemes.shift}){WORD_END}", ignore_case=True)
        place = alternatives(lexemes.places)
        name = rf"(?!{lexemes.weekday}\b|{lexemes.full_month}\b)(?-i:\p{{Lu}}\p{{L}}*+)"
        self._zone = LazyPattern(
            rf"\s?(?P<zone>{lexemes.zone_word})(?P<plus>[+-]\d{{1,2}})?{WORD_END}"
            rf"|{SPACE}waktu{SPACE}(?:setempat|lokal|(?P<place>{place})|{name}(?:{SPACE}{name}){{0,2}}){WORD_END}",
            ignore_case=True,
        )
        self._part = LazyPattern(rf"{SPACE}(?P<part>{lexemes.part}){WORD_END}", ignore_case=True)
        self._after_clock = frozenset(lexemes.words["clock"]["after"])
        self._edge = LazyPattern(rf"{SPACE}{alternatives(lexemes.edges)}{SPACE}", ignore_case=True)
        self._rounding = LazyPattern(
            rf",?{SPACE}(?P<about>{alternatives(lexemes.words['clock']['about'])}){SPACE}", ignore_case=True
        )
        self._standing = Standing(lexemes)

    def of(self, document: Document, atoms: Sequence[Atom]) -> list[Phrase]:
        """All phrases, in the order of the text."""
        found: list[Phrase] = []
        at = 0
        while at < len(atoms):
            if atoms[at].kind == "none":
                at += 1
                continue
            phrase, at = self._build(document, atoms, at)
            if phrase is None:
                continue
            phrase = self._with_modifier(document, phrase)
            found.append(phrase)
            if "clock" in phrase.kinds:
                found += self._clock_end(document, phrase, atoms[at] if at < len(atoms) else None)
                while at < len(atoms) and atoms[at].start < found[-1].end:
                    at += 1
        return found

    # ---- joining -------------------------------------------------------------------------------------------------

    def _build(self, document: Document, atoms: Sequence[Atom], at: int) -> tuple[Phrase | None, int]:
        """The phrase that begins with the atom of that number, and the number of the next atom."""
        text, first = document.text, atoms[at]
        parts, end, kinds, last = first.parts, first.end, {first.kind}, first.kind
        bracketed = False
        zoned = False
        at += 1
        while True:
            tail = self._tail(text, end, kinds, parts)
            if tail and at < len(atoms) and atoms[at].start < tail[1]:
                # `Desember nanti`, but `Senin nanti malam`
                tail, at = (tail, at + 1) if atoms[at].end <= tail[1] else (None, at)
            if tail:
                parts, end, is_zone = tail
                zoned |= is_zone
                continue
            if at >= len(atoms):
                break
            following = _beside_day(text, atoms[at], last)
            join = _join(text, end, following.start)
            if join is None and following.kind == "part" and last in _DAYS:
                join = "space" if self._edge.fullmatch(text, end, following.start) else None
            if join is None and following.kind == "clock" and (about := self._about(text, end, following.start, parts)):
                parts, join = about, "space"
            if join is None:
                break
            before: Kind = "clock" if zoned and join == "comma" else last
            if following.kind not in _AFTER[join].get(before, ()):
                break
            if join == "open":
                bracket = self._bracket(text, atoms, at, parts)
                if bracket is None:
                    break
                parts, end, at, inside = bracket
                kinds |= inside
                bracketed, last = True, "numeric"
                continue
            merged = _together(parts, following.parts)
            if merged is None or (following.kind == "numeric" and not merged.year and "weekday" not in kinds):
                break
            parts, end, last = merged, following.end, following.kind
            kinds.add(following.kind)
            at += 1
        rule = _rule(first, kinds, bracketed=bracketed)
        phrase = Phrase(first.start, end, rule, frozenset(kinds), parts)
        return self._standing.accepted(document, phrase), at

    def _about(self, text: str, end: int, start: int, parts: Parts) -> Parts | None:
        """A day with the modifier of the clock after it: `Senin (10/11) sekitar pukul 09.00`."""
        about = self._rounding.fullmatch(text, end, start) if parts.hour is None else None
        if not about:
            return None
        mod = self._lexemes.modifiers.get(folded(about["about"]))
        return attrs.evolve(parts, mod=parts.mod or mod or None)

    def _bracket(
        self, text: str, atoms: Sequence[Atom], at: int, parts: Parts
    ) -> tuple[Parts, int, int, set[Kind]] | None:
        """The pieces in a bracket that opens before the atom of that number, if they are all that it holds."""
        first = atoms[at]
        merged = _together(parts, first.parts)
        inside: set[Kind] = {first.kind}
        end, at = first.end, at + 1
        while merged is not None:
            tail = self._tail(text, end, inside | {"numeric"}, merged)
            if tail:
                merged, end, _ = tail
                continue
            if close := _CLOSE.match(text, end, end + REACH):
                return merged, close.end(), at, inside
            following = atoms[at] if at < len(atoms) else None
            if following and _join(text, end, following.start) in {"space", "comma"}:
                merged = _together(merged, following.parts)
                inside.add(following.kind)
                end, at = following.end, at + 1
                continue
            if first.kind == "numeric" and inside == {"numeric"}:
                # a bracket that nobody closed
                return merged, end, at, inside
            return None
        return None

    def _tail(self, text: str, end: int, kinds: set[Kind], parts: Parts) -> tuple[Parts, int, bool] | None:
        """`lalu`, `mendatang`, a zone; the last says whether it is a zone."""
        if parts.value is not None or kinds & {"length", "set", "reference"}:
            return None
        far = end + REACH
        zoned = parts.zone is None and not kinds <= {"month", "year", "week"}
        if zoned and (match := self._zone.match(text, end, far)):
            merged = parts.merged(self._in_zone(match))
            return (merged, match.end(), True) if merged else None
        match = self._shift.match(text, end, far) if parts.shift is None else None
        if not match:
            return None
        kind = self._lexemes.shifts[folded(match["shift"])]
        word = folded(match["shift"])
        if not _may_shift(kind, word, kinds, parts):
            return None
        return attrs.evolve(parts, shift=kind), match.end(), False

    def _in_zone(self, match: regex.Match[str]) -> Parts:
        if not match["zone"]:
            return Parts(zone=self._lexemes.places.get(folded(match["place"] or ""), ""))
        offset = self._lexemes.zones[folded(match["zone"])]
        if match["plus"] and offset == "Z":
            offset = f"{match['plus'][0]}{int(match['plus'][1:]):02d}:00"
        return Parts(zone=offset, zone_named=True)

    def _clock_end(self, document: Document, phrase: Phrase, following: Atom | None) -> list[Phrase]:
        """The second clock of a range, which has no `pukul`: `pukul 08.00 hingga 16.00 WIB`."""
        text = document.text
        match = _CLOCK_END.match(text, phrase.end, phrase.end + REACH)
        if not match or (following and following.start < match.end()):
            return []
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        parts = Parts(hour=hour, minute=minute)
        start = match.start("hour")
        end = match.end()
        part = self._part.match(text, end, end + REACH)
        if part:
            parts, end = attrs.evolve(parts, part=folded(part["part"])), part.end()
        while tail := self._tail(text, end, {"clock"}, parts):
            parts, end, _ = tail
        if hour > 24 or minute > 59 or (match["minute"] is None and end == match.end() and self._counts(text, end)):
            return []
        return [Phrase(start, end, "clock-range", frozenset({"clock"}), parts)]

    def _counts(self, text: str, end: int) -> bool:
        """Whether what follows a bare number says that it counts something: `hingga 5 orang`."""
        following = _WORD_AFTER.match(text, end, end + REACH)
        return following is not None and following[1].lower() not in self._after_clock

    def _with_modifier(self, document: Document, phrase: Phrase) -> Phrase:
        """`awal` September, `sekitar` pukul 19.00, `setidaknya` Sabtu: before a time and in its span."""
        kinds = phrase.kinds
        if kinds & {"length", "set", "reference"}:
            return phrase
        words, text = document.words, document.text
        for size in (2, 1):
            first = words.last_before(phrase.start) - size + 1
            if first < 0 or _join(text, words.ends[first + size - 1], phrase.start) != "space":
                continue
            word = folded(text[words.starts[first] : words.ends[first + size - 1]])
            if word in self._lexemes.modifiers and self._may_modify(word, phrase):
                mod = self._lexemes.modifiers[word] or None
                parts = attrs.evolve(phrase.parts, mod=phrase.parts.mod or mod)
                return attrs.evolve(phrase, start=words.starts[first], parts=parts)
        return phrase

    def _may_modify(self, word: str, phrase: Phrase) -> bool:
        if word in self._lexemes.stretches:
            return not phrase.kinds & {"clock", "weekday", "days", "from_last"}
        return phrase.kinds == {"part"} if word in self._lexemes.edges else True


_THAT = LazyPattern(rf"{SPACE}(?:itu|tersebut)$", ignore_case=True)
_WORD_AFTER = LazyPattern(rf"{SPACE}(\p{{L}}+)")


def _join(text: str, end: int, start: int) -> Join | None:
    """How two pieces are joined."""
    gap = text[end:start]
    if gap == " ":
        return "space"
    if len(gap) > 4 or (("\n" in gap or "\r" in gap) and not _is_wrapped(text, end)):
        return None
    bare = gap.strip()
    if not bare:
        return "space" if gap else None
    if bare == ",":
        return "comma"
    return "open" if _OPEN.fullmatch(gap) else None


def _is_wrapped(text: str, end: int) -> bool:
    """Whether but one break follows, of a line so long that it is broken within a sentence."""
    gap = text[end : end + 3].replace("\r\n", "\n")
    line = text[max(0, end - WRAPPED) : end]
    return gap[0] == "\n" and not gap[1:2].isspace() and len(line) == WRAPPED and "\n" not in line


def _beside_day(text: str, atom: Atom, last: Kind) -> Atom:
    """`malam itu` after a day is its night; `itu` belongs to what the day is told of: `perang Rabu malam itu`."""
    if atom.kind != "from_last" or last not in {"weekday", "date", "numeric"} or atom.parts.part is None:
        return atom
    words = text[atom.start : atom.end]
    if not _THAT.search(words):
        return atom
    end = atom.start + len(_THAT.sub("", words))
    return Atom("part", atom.start, end, "part-of-day", Parts(part=atom.parts.part))


def _together(parts: Parts, other: Parts) -> Parts | None:
    """Both, where they do not contradict: a written day settles what `hari ini` or `kemarin` left open."""
    if parts.days is not None and other.days is not None and other.part is None:
        other = attrs.evolve(other, days=None)
    return parts.merged(other)


def _may_shift(kind: str, word: str, kinds: set[Kind], parts: Parts) -> bool:
    dated = bool(kinds & {"weekday", "date", "numeric", "month"})
    if kind in {"last", "next"}:
        if word in {"tadi", "nanti"}:
            return dated or bool(kinds & {"part", "clock", "days"})
        if "clock" in kinds:
            return False
        return dated or ("year" in kinds and parts.years is None) or ("part" in kinds and word == "lalu")
    if kind == "this":
        return bool(kinds & {"weekday", "month", "date", "year"}) and parts.years is None and "clock" not in kinds
    return kind in {"before", "after"} and "weekday" in kinds and parts.day is None


def _rule(first: Atom, kinds: set[Kind], *, bracketed: bool) -> str:
    if "weekday" in kinds and bracketed:
        return "weekday-bracket"
    if "weekday" in kinds and "date" in kinds:
        return "weekday-date"
    return f"{first.rule}-clock" if "clock" in kinds and first.kind != "clock" else first.rule
