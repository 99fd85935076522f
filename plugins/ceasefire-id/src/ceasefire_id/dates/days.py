"""Rules of days and their parts: weekdays, clocks, zones, parts of the day, `kemarin`, `hari itu`, ordinals."""

from __future__ import annotations

import regex

from ceasefire_id.dates.atoms import DIGITS, AtomRule, Parts
from ceasefire_id.dates.lexemes import SPACE, WORD_END, Lexemes, beginnings, folded
from ceasefire_id.patterns import alternatives

__all__ = ["clock_rules", "day_rules", "deictic_rules"]


def day_rules(lexemes: Lexemes) -> list[AtomRule]:
    """Weekdays and what shifts them."""

    def weekday(match: regex.Match[str]) -> Parts:
        return Parts(weekday=lexemes.weekdays[folded(match["weekday"])])

    def eve(match: regex.Match[str]) -> Parts:
        return Parts(weekday=lexemes.weekdays[folded(match["weekday"])], part="malam", eve=True)

    return [
        AtomRule(
            "weekday",
            "weekday",
            {*lexemes.weekdays, "hari"},
            rf"(?:hari{SPACE})?(?P<weekday>{lexemes.weekday}){WORD_END}",
            weekday,
            "Mereka bertemu pada ⟨hari Senin⟩.",
        ),
        AtomRule(
            "eve",
            "weekday",
            {"malam"},
            rf"malam{SPACE}(?P<weekday>{lexemes.weekday}){WORD_END}",
            eve,
            "Serangan terjadi pada ⟨malam Minggu⟩.",
            "Ia bermalam di Damaskus.",
        ),
    ]


def clock_rules(lexemes: Lexemes) -> list[AtomRule]:
    """Clocks, parts of the day, zones."""
    hours = {word: number for number, word in enumerate(lexemes.words["clock"]["hours"], start=1)}
    before = "|".join(lexemes.words["clock"]["before"])

    def in_digits(match: regex.Match[str]) -> Parts | None:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        return Parts(hour=hour, minute=minute) if hour <= 24 and minute < 60 else None

    def in_words(match: regex.Match[str]) -> Parts:
        hour = hours[folded(match["hour"])]
        return Parts(hour=hour - 1, minute=30) if match["half"] else Parts(hour=hour, minute=0)

    def part(match: regex.Match[str]) -> Parts:
        return Parts(part=folded(match["part"]))

    clock_words = {"pukul", "pkl", "pk", "jam"}
    return [
        AtomRule(
            "clock",
            "clock",
            clock_words,
            r"(?:pukul|pkl\.?|pk\.?|jam)(?:[^\S\r\n]{2,4}|\s)?(?P<hour>\d{1,2})(?:[.:]\s?(?P<minute>\d\d?))?(?![\d\p{L}]|[.,:]\d)",
            in_digits,
            "Jeda berlaku ⟨pukul 18.00⟩ waktu setempat.",
            "Pasukan itu dipukul mundur.",
        ),
        AtomRule(
            "clock",
            "clock",
            clock_words,
            rf"(?:pukul|jam){SPACE}(?P<half>setengah{SPACE})?(?P<hour>{alternatives(hours)}){WORD_END}",
            in_words,
            "Tembakan reda ⟨pukul enam⟩ pagi.",
        ),
        AtomRule(
            "clock-zone",
            "clock",
            {DIGITS},
            rf"(?P<hour>\d{{1,2}})(?:[.:]\s?(?P<minute>\d\d?))?(?=\s?(?:{lexemes.part}{SPACE})?(?:{lexemes.zone_word})\b)",
            in_digits,
            "Jeda berlaku pukul 18.00 waktu setempat (⟨15.00⟩ GMT).",
        ),
        AtomRule(
            "clock-zone",
            "clock",
            {DIGITS},
            rf"(?P<hour>\d{{1,2}})[.:]\s?(?P<minute>\d\d)(?=\s?(?:{lexemes.part}{SPACE})?waktu{SPACE})",
            in_digits,
            "Jeda berlaku ⟨18.00⟩ waktu setempat.",
        ),
        AtomRule(
            "clock-zone",
            "clock",
            {DIGITS},
            rf"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?=\s?{lexemes.zone_word}\b)",
            in_digits,
            "Jeda berlaku pukul 18.00 (⟨1500⟩ GMT).",
        ),
        AtomRule(
            "clock-part",
            "clock",
            {DIGITS},
            rf"(?<=\b(?:{before}){SPACE}|[(/])(?P<hour>1[0-2]|[1-9])(?:[.:](?P<minute>\d\d))?"
            rf"(?={SPACE}(?:pagi|siang|sore|petang|dini{SPACE}hari){WORD_END})",
            in_digits,
            "Jeda berlaku dari ⟨10⟩ pagi hingga ⟨4⟩ sore.",
            "Sebanyak 10 pagi-pagi sekali.",
        ),
        AtomRule(
            "part-of-day",
            "part",
            beginnings(lexemes.parts),
            rf"(?P<part>{lexemes.part}){WORD_END}",
            part,
            "Serangan terjadi Sabtu ⟨malam⟩.",
        ),
    ]


def deictic_rules(lexemes: Lexemes) -> list[AtomRule]:
    """Days from the publication (`kemarin`, `tadi malam`) and from the last day mentioned (`esok harinya`)."""
    days: dict[str, int] = lexemes.words["days"]
    from_last: dict[str, int] = lexemes.words["from_last"]
    near: dict[str, int] = lexemes.words["near"]
    ordinals = {word: number for number, word in enumerate(lexemes.words["ordinals"]["numbers"], start=1)}
    part = lexemes.part

    def near_part(match: regex.Match[str]) -> Parts:
        name, when = folded(match["part"]), folded(match["when"])
        # `tadi malam` is the night before
        past_night = when == "tadi" and lexemes.parts[name].code == "NI"
        return Parts(days=-1 if past_night else near[when], part=name)

    def that_part(match: regex.Match[str]) -> Parts:
        steps = {"sebelumnya": -1, "berikutnya": 1}.get(folded(match["when"]), 0)
        return Parts(from_last=steps, part=folded(match["part"]))

    return [
        AtomRule(
            "latest",
            "reference",
            {"kemarin"},
            rf"(?<={alternatives(lexemes.words['latest']['nouns'])}{SPACE})kemarin{WORD_END}(?!{SPACE}(?:{part}|dulu|lusa)\b|{SPACE}?\()",
            lambda match: Parts(value="PAST_REF"),
            "Mereka bersaing dalam pemilu ⟨kemarin⟩.",
            "Rapat kemarin malam batal.",
        ),
        AtomRule(
            "deictic",
            "days",
            beginnings(days),
            rf"(?<!\bhari{SPACE}(?=esok))(?P<days>{alternatives(days)}){WORD_END}",
            lambda match: Parts(days=days[folded(match["days"])]),
            "Bantuan tiba ⟨hari ini⟩.",
            "Hari itu warga kelaparan.",
        ),
        AtomRule(
            "deictic-part",
            "days",
            beginnings(lexemes.parts),
            rf"(?P<part>{part})(?:{SPACE}hari)?{SPACE}(?P<when>{alternatives(near)}){WORD_END}",
            near_part,
            "Bantuan tiba ⟨pagi tadi⟩.",
        ),
        AtomRule(
            "deictic-part",
            "days",
            near.keys() - {"ini"},
            rf"(?P<when>{alternatives(near.keys() - {'ini'})}){SPACE}(?P<part>{part}){WORD_END}",
            near_part,
            "Serangan terjadi ⟨tadi malam⟩.",
        ),
        AtomRule(
            "deictic-part",
            "days",
            {"semalam"},
            rf"(?<!(?:dalam|sehari){SPACE})semalam{WORD_END}(?!{SPACE}suntuk)",
            lambda match: Parts(days=-1, part="malam"),
            "Serangan terjadi ⟨semalam⟩.",
            "Ia berjaga semalam suntuk.",
        ),
        AtomRule(
            "anaphor",
            "from_last",
            beginnings(from_last),
            rf"(?P<phrase>{alternatives(from_last)}){WORD_END}",
            lambda match: Parts(from_last=from_last[folded(match["phrase"])]),
            "Jeda itu mulai berlaku ⟨esok harinya⟩.",
        ),
        AtomRule(
            "anaphor-part",
            "from_last",
            beginnings(lexemes.parts),
            rf"(?P<part>{part})(?:{SPACE}hari)?(?:{SPACE}(?P<when>itu|yang{SPACE}sama|tersebut|sebelumnya|berikutnya|harinya)){WORD_END}",
            that_part,
            "Jeda itu runtuh pada ⟨malam yang sama⟩.",
        ),
        AtomRule(
            "anaphor-part",
            "from_last",
            {"esok", "keesokan"},
            rf"(?:ke)?esok(?:an)?{SPACE}(?P<part>{part})nya{WORD_END}",
            lambda match: Parts(from_last=1, part=folded(match["part"])),
            "Jeda itu runtuh ⟨esok paginya⟩.",
            "Jeda itu runtuh esok pagi.",
        ),
        AtomRule(
            "part-of-day",
            "part",
            beginnings(lexemes.parts),
            rf"(?P<part>{part}){SPACE}hari{WORD_END}",
            lambda match: Parts(part=folded(match["part"])),
            "Tembakan terdengar pada ⟨malam hari⟩.",
        ),
        AtomRule(
            "ordinal-day",
            "ordinal",
            {"hari"},
            rf"hari{SPACE}(?:ke-?\s?(?P<digits>\d{{1,3}})|(?P<word>{alternatives(ordinals)})){WORD_END}"
            rf"(?!{SPACE}(?!{alternatives(lexemes.words['ordinals']['of'])}{WORD_END})\p{{L}})",
            lambda match: Parts(ordinal=int(match["digits"]) if match["digits"] else ordinals[folded(match["word"])]),
            "Gencatan senjata memasuki ⟨hari ketiga⟩.",
        ),
    ]
