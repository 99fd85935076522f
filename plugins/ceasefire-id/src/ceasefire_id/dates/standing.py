"""What may stand alone as a time, and what its words are instead: a name, a law, an age, a week, a connective."""

from __future__ import annotations

import attrs

from ceasefire.document import Document
from ceasefire_id.dates.atoms import Parts, Phrase
from ceasefire_id.dates.lexemes import REACH, SPACE, Lexemes, folded
from ceasefire_id.patterns import LazyPattern, alternatives

__all__ = ["Standing"]

_WORD_AFTER = LazyPattern(r"[^\S\r\n]+(\p{L}+)")
_FULL_YEAR = LazyPattern(r"\d{4}$")
_MINGGU = LazyPattern(r"minggu", ignore_case=True)
_STEPS = {"last": -1, "this": 0, "next": 1}


@attrs.frozen
class _Before:
    """The word before a phrase, as written, and what parts the two."""

    word: str
    gap: str

    def joined(self) -> str:
        """The word in lower case, where only space parts it from the phrase; else nothing."""
        return self.word.lower() if self.gap.isspace() and "\n" not in self.gap else ""


class Standing:
    """Judges phrases in their place. Built once."""

    def __init__(self, lexemes: Lexemes) -> None:
        words = lexemes.words
        self._modifiers = lexemes.modifiers
        self._prepositions = frozenset(words["prepositions"]["words"])
        self._names_before = frozenset(words["weekday_names"]["after"])
        self._programmes = frozenset(words["weekday_names"]["programmes"])
        self._names_after = frozenset(words["weekday_names"]["before"])
        self._dating = frozenset(words["prepositions"]["dating"])
        self._nights = frozenset(words["part_names"]["before"])
        self._dated_names = frozenset(words["things"]["dated"])
        laws = alternatives(words["things"]["laws"])
        self._law = LazyPattern(rf"\b{laws}\.?[^\S\r\n]?\d+(?:{SPACE}tahun)?{SPACE}$", ignore_case=True)

    def accepted(self, document: Document, phrase: Phrase) -> Phrase | None:
        """The phrase as it is to be read, or null where its words are no time in this place."""
        text, parts, kinds = document.text, phrase.parts, phrase.kinds
        before = _before(document, phrase)
        opens = document.sentence_at(phrase.start).start >= phrase.start - 2 or "\n" in before.gap
        phrase = attrs.evolve(phrase, first=opens)
        if "weekday" in kinds:
            return self._weekday(text, phrase, before)
        if kinds == {"numeric"}:
            return phrase if _is_date_in_digits(text, phrase, before.joined()) else None
        if kinds == {"part"}:
            return phrase if self._is_part(text, phrase, before) else None
        if kinds == {"month"}:
            return phrase if self._is_month(text, phrase, before) else None
        if kinds == {"year"} and parts.year and self._law.search(text, max(0, phrase.start - 40), phrase.start):
            return None
        if kinds == {"reference"} and not self._is_reference(text, phrase, before):
            return None
        if kinds == {"date"} and before.joined() in self._dated_names:
            return None  # `Gerakan 23 Maret`
        return phrase

    def _is_reference(self, text: str, phrase: Phrase, before: _Before) -> bool:
        """`kekinian` is "now" where it stands apart, and an adjective after a noun."""
        if folded(text[phrase.start : phrase.end]) != "kekinian":
            return True
        return not before.joined() or before.joined() in self._prepositions

    def _is_part(self, text: str, phrase: Phrase, before: _Before) -> bool:
        """`tengah malam`, `dini hari`, `malam hari`; a bare `malam` only after a preposition."""
        words = folded(text[phrase.start : phrase.end])
        if " " in words or words == "dinihari" or phrase.parts.shift or phrase.parts.zone is not None:
            return True
        following = _WORD_AFTER.match(text, phrase.end, phrase.end + REACH)
        if following and (following[1][0].isupper() or following[1] in self._nights):
            return False  # `malam Natal`, `malam takbiran`
        return before.joined() in self._prepositions

    def _is_month(self, text: str, phrase: Phrase, before: _Before) -> bool:
        """A month without day and year is one where it cannot be a name."""
        parts, shown = phrase.parts, text[phrase.start : phrase.end]
        if (
            parts.year is not None
            or parts.shift
            or parts.week_of_month
            or parts.months is not None
            or parts.unit
            or parts.years is not None
        ):
            return True
        if shown.lower().startswith("bulan"):
            return True
        following = _WORD_AFTER.match(text, phrase.end, phrase.end + REACH)
        word = before.joined()
        if not shown[0].isupper():
            return False
        if following and following[1][0].isupper():
            # `pada Desember TNI menarik diri`; but `Menteri Juli Hartono`
            return word in self._dating
        return not word or before.word.islower() or word in self._prepositions or word in self._modifiers

    def _weekday(self, text: str, phrase: Phrase, before: _Before) -> Phrase | None:
        """A weekday that is none in a name (`salat Jumat`), or where `minggu` is a week."""
        if phrase.kinds != {"weekday"}:
            return phrase
        following = _WORD_AFTER.match(text, phrase.end, phrase.end + REACH)
        if before.joined() in self._names_before or (following and following[1].lower() in self._names_after):
            return None
        if before.joined() in self._programmes and following and following[1][0].isupper():
            return None  # `program Senin Sehat`
        shown = text[phrase.start : phrase.end]
        if phrase.parts.weekday != 6 or not _MINGGU.match(shown):
            return phrase
        if shown[0].isupper():
            steps = _STEPS.get(phrase.parts.shift or "")
            if not phrase.first or steps is None:
                return phrase
            # `Minggu lalu` that opens a sentence
            return attrs.evolve(phrase, parts=Parts(weeks=steps), kinds=frozenset({"week"}), rule="from-now")
        return phrase if before.joined() == "pada" and not phrase.parts.shift else None


def _before(document: Document, phrase: Phrase) -> _Before:
    number = document.words.last_before(phrase.start)
    if number < 0:
        return _Before("", "\n")
    start, end = document.words.starts[number], document.words.ends[number]
    return _Before(document.text[start:end], document.text[end : phrase.start])


def _is_date_in_digits(text: str, phrase: Phrase, word_before: str) -> bool:
    """`(10/11/2025)`: a date in digits without a weekday needs a bracket, a year, `tanggal`, `pada` or `lalu`."""
    if not text[phrase.start].isdecimal():
        return True
    day, month = phrase.parts.day or 0, phrase.parts.month or 0
    if phrase.parts.shift or (word_before == "pada" and not day < month <= 10):
        return True  # `pada 1/3 wilayah` is a fraction
    if text[phrase.start - 1 : phrase.start] == "(" and text[phrase.end : phrase.end + 1] == ")":
        return text[phrase.end + 1 : phrase.end + 3] != " ["  # a credit
    alone = phrase.start == 0 or text[phrase.start - 1].isspace()
    return alone and _FULL_YEAR.search(text, phrase.start, phrase.end) is not None
