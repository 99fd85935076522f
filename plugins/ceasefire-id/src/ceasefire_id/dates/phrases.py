"""Atoms that stand together as one time phrase: what may follow what, across a space, a comma or a bracket.

`Kamis (20/10) pukul 08.00 waktu setempat` is a weekday, a date in a bracket, a clock and a zone; a preposition
would end the phrase. Words that only go with others (`lalu`, zones, modifiers) are read here, at the place where
they can stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import attrs
import regex

from ceasefire.document import Document
from ceasefire_id.dates.atoms import Atom, Kind, Parts
from ceasefire_id.dates.lexemes import SPACE, WORD_END, Lexemes, folded
from ceasefire_id.grammar import alternatives

__all__ = ["Phrase", "Phrases"]

Join = Literal["space", "comma", "open"]

_FLAGS = regex.IGNORECASE | regex.V1
_OPEN = regex.compile(r"\s?,?\s?\(\s?", regex.V1)
_CLOSE = regex.compile(r"\s?\)", regex.V1)
_CLOCK_END = regex.compile(
    rf"(?:\s?(?:--|[-–—])\s?|{SPACE}(?:hingga|sampai(?:{SPACE}dengan)?|dan|atau|s/d){SPACE})"
    rf"(?P<hour>\d{{1,2}})(?:[.:]\s?(?P<minute>\d\d))?(?![\d\p{{L}}]|[.,:/]\d)",
    _FLAGS,
)

_DAYS: frozenset[Kind] = frozenset({"weekday", "date", "numeric", "days", "from_last", "amount", "ordinal"})
#: what may follow a piece of that kind
_AFTER: dict[Join, dict[Kind, frozenset[Kind]]] = {
    "space": {
        "weekday": frozenset({"part", "clock", "date", "numeric", "week", "days", "from_last"}),
        "date": frozenset({"part", "clock", "year", "days"}),
        "numeric": frozenset({"part", "clock", "days"}),
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
    "open": {kind: frozenset({"numeric", "date", "weekday"}) for kind in (*_DAYS, "part", "clock", "week")},  # type: ignore[dict-item]
}


@attrs.frozen
class Phrase:
    """One time expression in the text, not yet resolved."""

    start: int
    end: int
    #: of its first piece, or of the piece that tells most
    rule: str
    kinds: frozenset[Kind]
    parts: Parts
    #: the day stands in a bracket or is written out, so it settles the weekday
    bracketed: bool = False
    #: it opens its sentence
    first: bool = False


class Phrases:
    """Joins atoms. Built once."""

    def __init__(self, lexemes: Lexemes) -> None:
        self._lexemes = lexemes
        words = lexemes.words
        self._shift = regex.compile(rf"{SPACE}(?P<shift>{lexemes.shift}){WORD_END}", _FLAGS)
        place = alternatives(lexemes.places)
        name = rf"(?!{lexemes.weekday}\b|{lexemes.full_month}\b)(?-i:\p{{Lu}}\p{{L}}*+)"
        self._zone = regex.compile(
            rf"\s?(?P<zone>{lexemes.zone_word})(?P<plus>[+-]\d{{1,2}})?{WORD_END}"
            rf"|{SPACE}waktu{SPACE}(?:setempat|lokal|(?P<place>{place})|{name}(?:{SPACE}{name}){{0,2}}){WORD_END}",
            _FLAGS,
        )
        self._named_before = frozenset(words["weekday_names"]["after"])
        self._named_after = frozenset(words["weekday_names"]["before"])
        self._prepositions = frozenset(words["prepositions"]["words"])
        self._gerakan = frozenset(words["things"]["names"])

    def of(self, document: Document, atoms: Sequence[Atom]) -> list[Phrase]:
        """All phrases, in the order of the text."""
        found: list[Phrase] = []
        at = 0
        while at < len(atoms):
            phrase, at = self._build(document, atoms, at)
            if phrase is None:
                continue
            phrase = self._with_modifier(document, phrase)
            found.append(phrase)
            if "clock" in phrase.kinds:
                found.extend(self._clock_end(document, phrase, atoms[at] if at < len(atoms) else None))
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
            if tail := self._tail(text, end, kinds, parts):
                parts, end, is_zone = tail
                zoned |= is_zone
                continue
            if at >= len(atoms):
                break
            following = atoms[at]
            join = _join(text, end, following.start)
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
            if merged is None or following.kind == "numeric" and merged.year is None and "weekday" not in kinds:
                break
            parts, end, last = merged, following.end, following.kind
            kinds.add(following.kind)
            at += 1
        rule = "weekday-bracket" if bracketed and "weekday" in kinds else _rule(first, kinds)
        phrase = Phrase(first.start, end, rule, frozenset(kinds), parts, bracketed or "date" in kinds)
        return self._accepted(document, phrase, first), at

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
            if close := _CLOSE.match(text, end):
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
        match = self._zone.match(text, end) if parts.zone is None and not kinds <= {"month", "year", "week"} else None
        if match:
            merged = parts.merged(self._in_zone(match))
            return (merged, match.end(), True) if merged else None
        match = self._shift.match(text, end) if parts.shift is None else None
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
        match = _CLOCK_END.match(text, phrase.end)
        if not match or (following and following.start < match.end()):
            return []
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        parts = Parts(hour=hour, minute=minute)
        start = match.start("hour")
        end = match.end()
        part = regex.compile(rf"{SPACE}(?P<part>{self._lexemes.part}){WORD_END}", _FLAGS).match(text, end)
        if part:
            parts, end = attrs.evolve(parts, part=folded(part["part"])), part.end()
        while tail := self._tail(text, end, {"clock"}, parts):
            parts, end, _ = tail
        if hour > 24 or minute > 59 or (match["minute"] is None and end == match.end() and _word_follows(text, end)):
            return []
        return [Phrase(start, end, "clock-range", frozenset({"clock"}), parts)]

    # ---- what may stand alone ------------------------------------------------------------------------------------

    def _accepted(self, document: Document, phrase: Phrase, first: Atom) -> Phrase | None:
        """The phrase, or null where its words are no time in this place."""
        text, parts, kinds = document.text, phrase.parts, phrase.kinds
        before = document.words.last_before(phrase.start)
        word_before = document.words.folded[before] if before >= 0 else ""
        gap = text[document.words.ends[before] : phrase.start] if before >= 0 else "\n"
        opens = document.sentence_at(phrase.start).start >= phrase.start - 2 or "\n" in gap
        phrase = attrs.evolve(phrase, first=opens)
        if kinds == {"numeric"}:
            return phrase if self._numeric_alone(text, phrase) else None
        if kinds == {"part"}:
            return self._part_alone(text, phrase, word_before, gap)
        if kinds == {"month"} and not self._month_alone(text, phrase, first, before, document, gap):
            return None
        if "weekday" in kinds:
            return self._weekday(text, phrase, word_before, gap)
        if kinds == {"year"} and parts.year and _LAW.search(text, max(0, phrase.start - 40), phrase.start):
            return None
        if kinds == {"date"} and gap.isspace() and word_before in self._gerakan:
            return None
        return phrase

    def _numeric_alone(self, text: str, phrase: Phrase) -> bool:
        """`(10/11/2025)`: a date in digits without a weekday needs a bracket or a year."""
        around = text[max(0, phrase.start - 1) : phrase.start] + text[phrase.end : phrase.end + 1]
        if around == "()":
            return text[phrase.end + 1 : phrase.end + 3] != " ["
        return (
            text[phrase.start - 1 : phrase.start].strip() == ""
            and _FULL_YEAR.search(text, phrase.start, phrase.end) is not None
        )

    def _part_alone(self, text: str, phrase: Phrase, word_before: str, gap: str) -> Phrase | None:
        """`tengah malam`, `dini hari`, `malam hari`; a bare `malam` only after a preposition."""
        words = folded(text[phrase.start : phrase.end])
        if " " in words or words == "dinihari" or phrase.parts.shift or phrase.parts.zone is not None:
            return phrase
        if gap.isspace() and word_before in self._prepositions:
            return phrase
        return None

    def _month_alone(self, text: str, phrase: Phrase, first: Atom, before: int, document: Document, gap: str) -> bool:
        """A month without day and year is one where it cannot be a name."""
        parts = phrase.parts
        if parts.year is not None or parts.shift or parts.months is not None or parts.years is not None:
            return True
        shown = text[phrase.start : phrase.end]
        if shown.lower().startswith("bulan"):
            return True
        if not shown[0].isupper() or _capital_follows(text, phrase.end):
            return False
        if before < 0 or not gap.isspace() or "\n" in gap:
            return True
        word = text[document.words.starts[before] : document.words.ends[before]]
        return word.islower() or folded(word) in self._prepositions or folded(word) in self._lexemes.modifiers

    def _weekday(self, text: str, phrase: Phrase, word_before: str, gap: str) -> Phrase | None:
        """A weekday that is none in a name (`salat Jumat`), or where `minggu` is a week."""
        alone = phrase.kinds == {"weekday"}
        if alone and gap.isspace() and word_before in self._named_before:
            return None
        following = _WORD_AFTER.match(text, phrase.end)
        if alone and following and following[1].lower() in self._named_after:
            return None
        shown = text[phrase.start : phrase.end]
        if phrase.parts.weekday != 6 or not _MINGGU.match(shown) or not alone:
            return phrase
        if shown[0].isupper():
            if phrase.first and phrase.parts.shift in {"last", "next", "this"}:
                steps = {"last": -1, "this": 0, "next": 1}[phrase.parts.shift]
                return attrs.evolve(phrase, parts=Parts(weeks=steps), kinds=frozenset({"week"}), rule="from-now")
            return phrase
        return phrase if word_before == "pada" and gap.isspace() and not phrase.parts.shift else None

    def _with_modifier(self, document: Document, phrase: Phrase) -> Phrase:
        """`awal` September, `sekitar` pukul 19.00, `setidaknya` Sabtu: before a time and in its span."""
        kinds = phrase.kinds
        if kinds & {"length", "set", "reference"}:
            return phrase
        words, text = document.words, document.text
        for size in (2, 1):
            first = words.last_before(phrase.start) - size + 1
            if first < 0 or text[words.ends[first + size - 1] : phrase.start] != " ":
                continue
            word = folded(text[words.starts[first] : words.ends[first + size - 1]])
            if word in self._lexemes.modifiers and self._may_modify(word, phrase):
                mod = self._lexemes.modifiers[word] or None
                parts = attrs.evolve(phrase.parts, mod=phrase.parts.mod or mod)
                return attrs.evolve(phrase, start=words.starts[first], parts=parts)
        return phrase

    def _may_modify(self, word: str, phrase: Phrase) -> bool:
        if word in {"awal", "pertengahan", "akhir", "penghujung", "ujung"}:
            return not phrase.kinds & {"clock", "weekday", "days", "from_last"}
        if word in {"menjelang", "jelang", "selepas", "lewat"}:
            return (
                phrase.kinds == {"part"} or "part" in phrase.kinds and "clock" not in phrase.kinds and word == "jelang"
            )
        return not phrase.kinds & {"amount"} or word not in {"tepat"}


#: `Nomor 5 Tahun 2017` names a law
_LAW = regex.compile(
    rf"(?:\b(?:nomor|no\.?|uu|perpres|pp|permen\w*|pmk|perda|keppres|inpres|perppu)[^\S\r\n]?\d+)(?:{SPACE}tahun)?{SPACE}$",
    _FLAGS,
)
_WORD_AFTER = regex.compile(rf"{SPACE}(\p{{L}}+)", regex.V1)
_FULL_YEAR = regex.compile(r"\d{4}$", regex.V1)
_MINGGU = regex.compile(r"minggu", _FLAGS)


def _join(text: str, end: int, start: int) -> Join | None:
    """How two pieces are joined."""
    gap = text[end:start]
    if gap == " ":
        return "space"
    if len(gap) > 4 or "\n" in gap or "\r" in gap:
        return None
    bare = gap.strip()
    if not bare:
        return "space" if gap else None
    if bare == ",":
        return "comma"
    return "open" if _OPEN.fullmatch(gap) else None


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


def _rule(first: Atom, kinds: set[Kind]) -> str:
    if "weekday" in kinds and "date" in kinds:
        return "weekday-date"
    if "clock" in kinds:
        return (
            "clock"
            if first.kind == "clock" and first.rule != "clock-zone"
            else f"{first.rule}-clock"
            if first.kind != "clock"
            else first.rule
        )
    return first.rule


def _capital_follows(text: str, end: int) -> bool:
    match = _WORD_AFTER.match(text, end)
    return bool(match) and match[1][0].isupper()


def _word_follows(text: str, end: int) -> bool:
    match = _WORD_AFTER.match(text, end)
    return bool(match) and match[1].lower() not in {
        "setiap",
        "tiap",
        "dan",
        "pada",
        "agar",
        "untuk",
        "tadi",
        "nanti",
        "di",
    }
