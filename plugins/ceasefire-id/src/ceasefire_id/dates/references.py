"""Rules of vague references (`kini`, `saat itu`, `nanti`), of recurring times, and of bare years."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ceasefire.document import Document
from ceasefire.mentions import NumberMention
from ceasefire_id.dates.atoms import DIGITS, Atom, AtomRule, Parts
from ceasefire_id.dates.calendar import DAY, LINK, YEAR
from ceasefire_id.dates.lexemes import SPACE, WORD_END, Lexemes, beginnings, folded
from ceasefire_id.dates.values import length_value
from ceasefire_id.patterns import LazyPattern, alternatives

__all__ = ["Years", "reference_rules"]


def reference_rules(lexemes: Lexemes) -> list[AtomRule]:
    """References and sets."""
    values = {word: value for value, words in lexemes.words["references"].items() for word in words}
    sets = lexemes.words["sets"]
    adjectives: dict[str, str] = sets["adjectives"]
    others = rf"(?:(?:,{SPACE}|-|{SPACE}(?:dan|atau|hingga|sampai){SPACE}){lexemes.weekday}{WORD_END})*"
    plural = {f"{unit}-{unit}": value for unit, value in lexemes.units.items() if not value.startswith("T")}
    tens = lexemes.words["tens"]["words"]
    days = rf"(?:{DAY}{LINK}){{0,4}}{DAY}"
    per_units = alternatives(["hari", "pekan", "minggu", "bulan", "tahun"])

    first_before = LazyPattern(
        rf"(?<!\p{{L}}){alternatives(lexemes.words['first']['before'])}(?:{SPACE}[\p{{L}}-]+){{1,2}}{SPACE}$",
        ignore_case=True,
    )
    first_done = LazyPattern(
        rf"(?<!\p{{L}})(?<!pernah{SPACE})(?:(?:di|me|ber)\p{{Ll}}{{3,}}|\p{{Ll}}{{3,}}kan"
        rf"|{alternatives(lexemes.words['first']['verbs'])}){SPACE}$",
        ignore_case=True,
    )
    first_after = LazyPattern(rf"{SPACE}{alternatives(lexemes.words['first']['after'])}{WORD_END}", ignore_case=True)

    def reference(match: regex.Match[str]) -> Parts | None:
        words = folded(match["reference"])
        if words in {"dulu", "dahulu"} and is_first(match):
            return None
        # `masa depan kota itu` is a thing; `di masa depan` a time
        if words.startswith("masa ") and not _IN.search(match.string, max(0, match.start() - 8), match.start()):
            return None
        return Parts(value=values[words])

    def is_first(match: regex.Match[str]) -> bool:
        """`tunggu dulu,` in speech, `harus diperiksa dulu`, `kita lihat dulu`, `menunggu dulu agar` are "first"."""
        text, start = match.string, match.start()
        if first_done.search(text, max(0, start - 40), start):
            return True
        if _FIRST.match(text, match.end()) or first_before.search(text, max(0, start - 60), start):
            return True
        following = first_after.match(text, match.end())
        return following is not None and text[start].islower()

    def recurring(match: regex.Match[str]) -> Parts:
        unit = match["unit"]
        if unit:
            return Parts(value=length_value("1", lexemes.units[folded(unit)]))
        return Parts(value="P1W" if match["weekday"] else "P1D")

    def on_a_date(match: regex.Match[str]) -> Parts:
        return Parts(value="P1Y" if match["month"] else "P1M")

    return [
        AtomRule(
            "reference",
            "reference",
            beginnings(values),
            rf"(?P<reference>{alternatives(values)}){WORD_END}(?<!(?:lebih|terlebih){SPACE}(?:dulu|dahulu))",
            reference,
            "Kota itu ⟨kini⟩ sepi.",
            "Mereka lebih dulu menembak.",
        ),
        AtomRule(
            "tens",
            "length",
            tens,
            rf"{alternatives(tens)}{SPACE}(?P<unit>{lexemes.unit}){WORD_END}",
            lambda match: Parts(value=length_value("X", lexemes.units[folded(match["unit"])])),
            "Mereka bermusuhan ⟨berpuluh tahun⟩.",
        ),
        AtomRule(
            "days-of-hours",
            "length",
            {DIGITS},
            rf"(?P<days>\d)\s?[x×]\s?(?P<hours>\d\d?)\s?(?:\(\p{{L}}+(?:{SPACE}\p{{L}}+)?\)\s?)?jam{WORD_END}",
            lambda match: Parts(value=f"PT{int(match['days']) * int(match['hours'])}H"),
            "Mereka harus pergi dalam ⟨2x24 jam⟩.",
        ),
        AtomRule(
            "plural",
            "length",
            plural.keys(),
            rf"(?P<units>{alternatives(plural)}){SPACE}(?:mendatang|ke{SPACE}depan|terakhir|belakangan(?:{SPACE}ini)?){WORD_END}",
            lambda match: Parts(value=length_value("X", plural[folded(match["units"])])),
            "Bantuan akan masuk dalam ⟨hari-hari mendatang⟩.",
            "Hari-hari itu berat.",
        ),
        AtomRule(
            "set",
            "set",
            sets["each"],
            rf"{alternatives(sets['each'])}{SPACE}(?:(?P<weekday>(?:hari{SPACE})?{lexemes.weekday}{others}(?:{SPACE}{lexemes.part})?)"
            rf"|(?P<unit>{lexemes.unit})(?:nya)?|(?P<part>{lexemes.part})(?:{SPACE}hari)?){WORD_END}",
            recurring,
            "Bantuan dikirim ⟨setiap hari⟩.",
            "Setiap orang takut.",
        ),
        AtomRule(
            "set-date",
            "set",
            sets["each"],
            rf"{alternatives(sets['each'])}{SPACE}(?:(?:tanggal|tgl){SPACE}{days}(?:{SPACE}(?P<month>{lexemes.month}))?"
            rf"|{days}{SPACE}(?P<month>{lexemes.month})|(?:bulan{SPACE})?(?P<month>{lexemes.full_month})){WORD_END}"
            rf"(?!{SPACE}{YEAR})(?:{SPACE}{alternatives(sets['each'])}{SPACE}(?:bulan|tahun)(?:nya)?{WORD_END})?",
            on_a_date,
            "Iuran dibayar ⟨setiap tanggal 10⟩.",
            "Setiap tanggal di kalender itu dicoret.",
        ),
        AtomRule(
            "set",
            "set",
            sets["per"],
            rf"per{SPACE}(?P<unit>{per_units})(?:nya)?{WORD_END}(?P<weekday>\b\B)?",
            recurring,
            "Sebanyak 100 truk masuk ⟨per hari⟩.",
            "Kendaraan itu melaju 90 km per jam.",
        ),
        AtomRule(
            "set-adjective",
            "set",
            adjectives.keys(),
            rf"(?<=\p{{Ll}}{SPACE})(?P<adjective>{alternatives(adjectives)}){WORD_END}(?!{SPACE}(?-i:\p{{Lu}}))",
            lambda match: Parts(value=length_value("1", adjectives[folded(match["adjective"])])),
            "Komite itu menggelar rapat ⟨mingguan⟩.",
        ),
    ]


_FIRST = LazyPattern(r"[,.!?]?[\"”’']|[,.!?] ?[\"”’']")
_IN = LazyPattern(r"\b(?:di|pada|dari|ke|hingga|sampai)\s+$", ignore_case=True)


class Years:
    """Bare years, where the number layer takes them for dates: `pada 2003`, `2008-2009`, `2005 lalu`."""

    _YEAR = LazyPattern(YEAR)
    _RANGE = LazyPattern(rf"(?P<first>{YEAR})(?:\s?(?:--|[-–—])\s?|\s+\p{{L}}+\s+)(?P<second>{YEAR}|\d\d)")

    def atoms(self, document: Document) -> Iterator[Atom]:
        """All bare years."""
        for number in document.of(NumberMention):
            if number.measures != "date" or (number.min or 0) < 1000:
                continue
            start, end = number.bare.start, number.bare.end
            if document.text[start - 1 : start] == "/" or document.text[end : end + 1] == "/":
                continue  # the number of a document
            if self._YEAR.fullmatch(document.text, start, end):
                yield Atom("year", start, end, "year", Parts(year=int(document.text[start:end])))
            elif match := self._RANGE.fullmatch(document.text, start, end):
                first, digits = int(match["first"]), match["second"]
                second = int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)
                yield Atom("year", start, match.end("first"), "year-range", Parts(year=first))
                yield Atom("year", match.start("second"), end, "year-range", Parts(year=second))
