"""Rules of the calendar: days in words and digits, months, years, decades, quarters, seasons, weeks."""

from __future__ import annotations

from itertools import pairwise

import regex

from ceasefire_id.dates.atoms import DIGITS, AtomRule, Lead, Parts
from ceasefire_id.dates.lexemes import SPACE, WORD_END, Lexemes, folded
from ceasefire_id.patterns import LazyPattern, alternatives

__all__ = ["calendar_rules", "period_rules"]

DAY = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)"
YEAR = r"(?:(?:19|20)\d\d|2100)(?![\d]|[.,]\d)"
#: between the days of a list or range; the next day must follow
LINK = (
    rf"(?:\s?(?:--|[-–—/])\s?|{SPACE}(?:dan|hingga|sampai(?:{SPACE}dengan)?|s/d|atau|serta){SPACE}"
    rf"|,{SPACE}(?:dan{SPACE})?)"
)


def calendar_rules(lexemes: Lexemes) -> list[AtomRule]:
    """Days, months and years by name or number."""

    def leads(match: regex.Match[str], last: int | None) -> tuple[Lead, ...] | None:
        """The days before the last one; null where they do not ascend, so that they are no list of days."""
        found = []
        for text, (start, end) in zip(match.captures("lead"), match.spans("lead"), strict=True):
            day, _, month = text.partition("/")
            found.append(Lead(start, end, int(day), int(month) if month else None))
        days = [lead.day for lead in found if lead.month is None] + ([last] if last else [])
        return tuple(found) if all(a < b for a, b in pairwise(days)) else None

    def named_day(match: regex.Match[str]) -> Parts | None:
        day = int(match["day"])
        before = leads(match, day)
        if before is None:
            return None
        return Parts(day=day, month=lexemes.months[folded(match["month"])], year=_year(match["year"]), leads=before)

    def numeric_day(match: regex.Match[str]) -> Parts | None:
        day, month, year = int(match["day"]), int(match["month"]), _year(match["year"])
        before = leads(match, None)
        if before is None or not (1 <= day <= 31 and 1 <= month <= 31 and min(day, month) <= 12):
            return None
        return Parts(day=day, month=month, year=year, leads=before)

    def misspelt_day(match: regex.Match[str]) -> Parts | None:
        """A month with one letter wrong, left out or too many; the short names are too near to other words."""
        word = folded(match["month"])
        meant = None if word in lexemes.months else long_months.fullmatch(word)
        if not meant:
            return None
        number = lexemes.full_months[meant.lastgroup or ""]
        return Parts(day=int(match["day"]), month=number, year=_year(match["year"]))

    def month(match: regex.Match[str]) -> Parts:
        return Parts(month=lexemes.months[folded(match["month"])], year=_year(match["year"]))

    def decade(match: regex.Match[str]) -> Parts:
        digits = match["decade"]
        year = int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) > 20 else 2000)
        return Parts(year=year, period="decade")

    named = "|".join(f"(?P<{name}>(?:{name}){{e<=1}})" for name in lexemes.full_months if len(name) >= 5)
    long_months = LazyPattern(named)
    month_words = lexemes.months.keys()
    # alone an abbreviation may be any word
    month_alone = [word for word in month_words if len(word) > 4 or word in lexemes.full_months]
    return [
        AtomRule(
            "calendar",
            "date",
            {DIGITS, "tanggal", "tgl"},
            rf"(?:(?:tanggal|tgl\.?){SPACE})?(?:(?P<lead>{DAY}){LINK}){{0,6}}(?P<day>{DAY}){SPACE}"
            rf"(?P<month>{lexemes.month}){WORD_END}(?:(?:\.|,)?{SPACE}(?:tahun{SPACE})?(?P<year>{YEAR}))?",
            named_day,
            "Kesepakatan diteken pada ⟨27 Februari 2016⟩.",
            "Sebanyak 27 orang tewas.",
        ),
        AtomRule(
            "calendar-day",
            "date",
            {"tanggal"},
            rf"tanggal{SPACE}(?P<day>{DAY})(?!\s?[-–/.]\s?\d){WORD_END}",
            lambda match: Parts(day=int(match["day"])),
            "Mereka bertemu lagi pada ⟨tanggal 15⟩.",
            "Tanggal pertemuan belum pasti.",
        ),
        AtomRule(
            "calendar-misspelt",
            "date",
            {DIGITS, "tanggal"},
            rf"(?:tanggal{SPACE})?(?P<day>{DAY}){SPACE}"
            rf"(?:(?P<month>(?-i:\p{{Lu}}\p{{Ll}}{{5,9}}))|(?P<month>\p{{L}}{{4,10}})(?={SPACE}{YEAR})){WORD_END}"
            rf"(?:{SPACE}(?P<year>{YEAR}))?",
            misspelt_day,
            "Kesepakatan diteken pada ⟨27 Febriari 2016⟩.",
            "Sebanyak 27 Palestina tewas.",
        ),
        AtomRule(
            "calendar-stamp",
            "date",
            month_words,
            rf"(?P<month>{lexemes.month})\.?{SPACE}(?P<day>{DAY})(?:st|nd|rd|th)?,{SPACE}(?P<year>{YEAR})(?P<lead>\b\B)?",
            named_day,
            "Diperbarui ⟨November 12, 2025⟩.",
        ),
        AtomRule(
            "numeric",
            "numeric",
            {DIGITS, "tanggal", "tgl"},
            rf"(?:(?:tanggal|tgl\.?){SPACE})?"
            r"(?:(?P<lead>\d{1,2}(?:/\d{1,2})?)\s?(?:--|[-–—])\s?)?(?P<day>\d{1,2})/\s?(?P<month>\d{1,2})"
            r"(?:/\s?(?P<year>(?:19|20)\d\d|2100|\d\d))?(?![\d/])",
            numeric_day,
            "Pertemuan digelar Senin (⟨10/11/2025⟩).",
            "Senapan 40/45 disita.",
        ),
        AtomRule(
            "numeric-full",
            "date",
            {DIGITS},
            r"(?P<lead>\b\B)?(?P<day>\d{1,2})(?P<sign>[-.])(?P<month>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d|2100)(?![\d-])",
            numeric_day,
            "Diterbitkan ⟨10-11-2025⟩.",
        ),
        AtomRule(
            "iso",
            "date",
            {DIGITS},
            r"(?P<lead>\b\B)?(?P<year>(?:19|20)\d\d|2100)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
            numeric_day,
            "Diperbarui ⟨2025-11-12⟩.",
        ),
        AtomRule(
            "month",
            "month",
            {*month_words, "bulan"},
            rf"(?:bulan{SPACE})?(?P<month>{lexemes.month})\.?{WORD_END},?{SPACE}(?:tahun{SPACE})?(?P<year>{YEAR})",
            month,
            "Perang pecah pada ⟨Februari 2022⟩.",
        ),
        AtomRule(
            "month",
            "month",
            {*month_alone, "bulan"},
            rf"(?:bulan{SPACE})?(?P<month>{alternatives(month_alone)})"
            rf"{WORD_END}(?P<year>\b\B)?",
            month,
            "Kota itu jatuh pada ⟨Juli⟩.",
        ),
        AtomRule(
            "year",
            "year",
            {"tahun"},
            rf"tahun{SPACE}(?P<year>{YEAR}){WORD_END}",
            lambda match: Parts(year=int(match["year"])),
            "Perang itu pecah pada ⟨tahun 2011⟩.",
        ),
        AtomRule(
            "decade",
            "decade",
            {DIGITS, "tahun", "era", "dekade", "dasawarsa"},
            rf"(?:(?:tahun|era|dekade|dasawarsa){SPACE})?(?P<decade>(?:19|20)\d0|(?<=tahun{SPACE}|era{SPACE})\d0)-?an{WORD_END}",
            decade,
            "Konflik itu berakar pada ⟨1990-an⟩.",
        ),
    ]


def period_rules(lexemes: Lexemes) -> list[AtomRule]:
    """Weeks, months and years from that of the publication; quarters, halves, seasons, centuries."""
    periods = lexemes.words["periods"]
    ordinals: dict[str, int] = periods["ordinals"]
    seasons: dict[str, str] = periods["seasons"]
    numbers = alternatives(ordinals)
    kinds = alternatives([*periods["quarter"], *periods["half"]])
    where = (
        rf"(?:{SPACE}tahun{SPACE}(?P<shift>{lexemes.shift})|(?:\s?[-–/]\s?|{SPACE})(?:tahun{SPACE})?(?P<year>{YEAR}))"
    )
    season_where = (
        rf"(?:{SPACE}(?P<of>tahun{SPACE})?(?P<shift>{lexemes.shift})"
        rf"|{SPACE}(?:tahun{SPACE})?(?P<year>{YEAR})(?:/\d{{2,4}})?)"
    )

    # `pekan kemarin`; elsewhere `kemarin` is a day
    from_now_shifts = {**lexemes.shifts, "kemarin": "last"}
    from_now_shift = alternatives(from_now_shifts)

    def from_now(match: regex.Match[str]) -> Parts | None:
        shift = from_now_shifts[folded(match["shift"])]
        steps = {"last": -1, "this": 0, "next": 1}.get(shift)
        unit = folded(match["unit"])
        if steps is None:
            return Parts(shift=shift, unit=lexemes.units[unit])
        if unit in {"pekan", "minggu"}:
            return Parts(weeks=steps, weekend=bool(match["weekend"]))
        return Parts(months=steps) if unit == "bulan" else Parts(years=steps)

    def part_of_now(match: regex.Match[str]) -> Parts:
        mod, unit = lexemes.modifiers.get(folded(match["modifier"]), "MID"), folded(match["unit"])
        if unit == "pekan":
            return Parts(mod=mod, weeks=0)
        return Parts(mod=mod, months=0) if unit == "bulan" else Parts(mod=mod, years=0)

    def part_of_year(match: regex.Match[str]) -> Parts:
        kind = "Q" if folded(match["kind"]) in periods["quarter"] else "H"
        word = folded(match["number"])
        number = int(word) if word.isdecimal() else ordinals[word]
        return Parts(period=f"{kind}{number}", year=_year(match["year"]), years=_steps(lexemes, match["shift"]))

    def week_of_month(match: regex.Match[str]) -> Parts | None:
        word = folded(match["number"] or "")
        week = -1 if match["last"] else int(word) if word.isdecimal() else ordinals[word]
        if match["month"]:
            return Parts(week_of_month=week, month=lexemes.months[folded(match["month"])], year=_year(match["year"]))
        steps = _steps(lexemes, match["shift"])
        return Parts(week_of_month=week, months=steps) if steps is not None else None

    def season(match: regex.Match[str]) -> Parts:
        return Parts(
            period=seasons[folded(match["season"])],
            year=_year(match["year"]),
            years=_steps(lexemes, match["shift"]),
            unit="Y" if match["of"] else None,  # `musim panas tahun ini`, counted by years, not by summers
        )

    return [
        AtomRule(
            "from-now",
            "week",
            {"pekan", "minggu", "akhir"},
            rf"(?P<weekend>akhir{SPACE})?(?P<unit>pekan|(?-i:minggu)){SPACE}(?P<shift>{from_now_shift}){WORD_END}",
            from_now,
            "Perundingan berlangsung ⟨pekan lalu⟩.",
            "Ia lalu pergi.",
        ),
        AtomRule(
            "weekend",
            "week",
            {"akhir"},
            rf"akhir{SPACE}(?:pekan|(?-i:minggu)){WORD_END}",
            lambda match: Parts(weekend=True),
            "Mereka bertemu pada ⟨akhir pekan⟩.",
        ),
        AtomRule(
            "part-of-now",
            "year",
            {"awal", "tengah", "pertengahan", "akhir", "penghujung"},
            rf"(?P<modifier>awal|tengah|pertengahan|akhir|penghujung){SPACE}(?P<unit>(?<!akhir{SPACE})pekan|bulan|tahun){WORD_END}"
            rf"(?!{SPACE}(?:{lexemes.shift}|{YEAR}|{lexemes.month}){WORD_END})",
            part_of_now,
            "Sidang digelar ⟨akhir tahun⟩.",
            "Mereka bertahan hingga akhir.",
        ),
        AtomRule(
            "from-now",
            "month",
            {"bulan"},
            rf"(?P<unit>bulan){SPACE}(?P<shift>{from_now_shift}){WORD_END}(?P<weekend>\b\B)?",
            from_now,
            "Sidang digelar ⟨bulan depan⟩.",
        ),
        AtomRule(
            "from-now",
            "year",
            {"tahun"},
            rf"(?P<unit>tahun){SPACE}(?P<shift>{from_now_shift}){WORD_END}(?P<weekend>\b\B)?",
            from_now,
            "Perang pecah ⟨tahun lalu⟩.",
        ),
        AtomRule(
            "part-of-year",
            "period",
            {*periods["quarter"], *periods["half"]},
            rf"(?P<kind>{kinds}){SPACE}(?:(?P<number>{numbers}){WORD_END}{where}?|(?:ke-)?(?P<number>[1-4]){where})",
            part_of_year,
            "Ekonomi menyusut pada ⟨kuartal pertama 2025⟩.",
        ),
        AtomRule(
            "season",
            "period",
            {"musim"},
            rf"musim{SPACE}(?P<season>{alternatives(seasons)}){season_where}{WORD_END}",
            season,
            "Pengungsi menghadapi ⟨musim dingin ini⟩.",
            "Musim dingin menyulitkan pengungsi.",
        ),
        AtomRule(
            "sports-season",
            "year",
            {"musim"},
            rf"musim{SPACE}(?P<shift>ini|lalu|depan){WORD_END}",
            lambda match: Parts(years=_steps(lexemes, match["shift"])),
            "Klub itu belum menang ⟨musim ini⟩.",
            "Musim hujan ini panjang.",
        ),
        AtomRule(
            "week-of-month",
            "month",
            {"pekan", "minggu"},
            rf"(?:pekan|(?-i:minggu)){SPACE}(?:(?P<number>{numbers})|ke-?\s?(?P<number>[1-5])|(?P<last>terakhir)){SPACE}"
            rf"(?:bulan{SPACE})?(?:(?P<month>{lexemes.month}){WORD_END}(?:{SPACE}(?:tahun{SPACE})?(?P<year>{YEAR}))?"
            rf"|(?<=bulan{SPACE})(?P<shift>{lexemes.shift}){WORD_END})",
            week_of_month,
            "Perundingan dibuka ⟨pekan pertama November⟩.",
            "Pekan pertama perang itu berat.",
        ),
        AtomRule(
            "decade-length",
            "length",
            {"dekade", "dasawarsa"},
            rf"(?:dekade|dasawarsa){SPACE}(?:terakhir|belakangan(?:{SPACE}ini)?|mendatang|ke{SPACE}depan){WORD_END}",
            lambda match: Parts(value="P10Y"),
            "Konflik itu memburuk dalam ⟨dekade terakhir⟩.",
        ),
        AtomRule(
            "century",
            "reference",
            {"abad"},
            rf"abad{SPACE}ke-?\s?(?P<century>\d\d?){WORD_END}",
            lambda match: Parts(value=f"{int(match['century']) - 1:02d}"),
            "Masjid itu dibangun pada ⟨abad ke-13⟩.",
        ),
    ]


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    year = int(digits)
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def _steps(lexemes: Lexemes, word: str | None) -> int | None:
    if word is None:
        return None
    return {"last": -1, "this": 0, "next": 1}.get(lexemes.shifts[folded(word)])
