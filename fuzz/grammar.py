"""Articles by a small grammar of news: an outlet's head, paragraphs, clauses of who did what where and when."""

from __future__ import annotations

import random
from collections.abc import Mapping

# A symbol in braces is replaced by one of its expansions; every expansion is Indonesian that a reporter could write.
GRAMMAR: Mapping[str, tuple[str, ...]] = {
    "article": ("{head}{paragraph}", "{paragraph}\n\n{paragraph}", "{head}{paragraph}\n\n{paragraph}\n\n{foot}"),
    "head": ("{CITY}, {OUTLET} - ", "{OUTLET} – ", "{day}, {date} | {clock} WIB\n\n", "{CITY} - "),
    "foot": ("(end)", "Baca juga: {pause} di {place}", "Editor: {person}", "Sumber: {OUTLET}"),
    "paragraph": ("{sentence}", "{sentence} {sentence}", "{sentence} {sentence} {sentence}"),
    "sentence": (
        "{Clause}.", "{Clause}, {said}.", "“{Clause},” {said}.", "\"{Clause}\", {said} seperti dikutip {OUTLET}.",
        "Menurut {actor}, {clause}.", "{When} {clause}, sementara {clause}.", "{Clause}, tetapi {clause}.",
        "{actor} mengatakan bahwa {clause}.", "{Clause} ({when}).", "{actor}: “{Clause}. {Clause}.”",
    ),
    "clause": (
        "{pause} di {scope} {change} {when}", "{actor} {verb} {pause} {length} di {scope}",
        "{actor} dan {actor} menyepakati {pause} yang mengecualikan {scope}",
        "{pause} antara {actor} dan {actor} mulai berlaku {when} pukul {clock} waktu setempat",
        "{figure} {harm} dalam serangan {actor} di {place} {when}",
        "{harm_verb} {figure} dan melukai {figure} di {place}",
        "{pause} itu berlaku di {scope}, kecuali {scope}", "{actor} menuduh {actor} melanggar {pause} {when}",
        "{actor} menolak {pause} {length} karena {clause}", "{pause} ditengahi oleh {actor} dan {actor}",
    ),
    "pause": ("gencatan senjata", "jeda kemanusiaan", "gencatan senjata sementara", "kondisi tenang",
              "penghentian permusuhan",
              "gencatan senjata {length}", "kesepakatan gencatan senjata", "jeda pertempuran"),
    "change": ("diperpanjang {length}", "berakhir", "dilanggar", "diumumkan oleh {actor}", "runtuh", "dipulihkan"),
    "verb": ("mengumumkan", "menolak", "melanggar", "memperpanjang", "menyerukan", "mengakhiri", "membahas",
             "menghormati"),
    "said": ("kata {actor}", "ujar {person} {when}", "tutur dia", "tegasnya", "demikian {actor}, {when}"),
    "actor": ("{state}", "{group}", "{person}", "Menteri Luar Negeri {state} {person}", "pemerintah {state}",
              "tentara {state}", "juru bicara {group}", "kedua pihak", "utusan khusus PBB {person}", "ia", "mereka"),
    "scope": ("{place}", "seluruh {state}", "{place} dan {place}", "beberapa kawasan pinggiran {place}",
              "Provinsi {place}, {place}, serta {place}", "{group} dan {group}"),
    "figure": ("{number} orang", "sedikitnya {number} warga sipil", "lebih dari {number} tentara",
               "{number}-{number} anak",
               "puluhan orang", "{words} orang, termasuk {number} anak-anak", "{number} ribu pengungsi"),
    "harm": ("tewas", "terluka", "hilang", "mengungsi", "ditahan", "dilaporkan tewas", "disandera"),
    "harm_verb": ("serangan itu menewaskan", "ledakan menewaskan", "penembakan tersebut menewaskan"),
    "when": ("{day} ({number}/{number})", "pada {date}", "kemarin", "{day} lalu", "sejak {day}", "{number} hari lalu",
             "pekan depan", "hingga {date}", "{day} malam", "awal {month}", "selama {length}"),
    "When": ("Pada {date},", "{day} ({number}/{number}),", "Sejak {day},", "Dua hari kemudian"),
    "length": ("selama {number} jam", "{number} hari", "72 jam", "{words} pekan", "tiga bulan", "{number} x 24 jam"),
    "date": ("{number} {month} {year}", "{number} {month}", "{number}/{number}/{year}", "{month} {year}"),
    "clock": ("08.00", "23:59", "00.00", "{number}.{number}"),
    "place": ("Aleppo", "Homs", "Marib", "Kachin", "Donetsk", "Jalur Gaza", "Nagorno-Karabakh", "Aceh", "Marawi",
              "Port Sudan"),
    "CITY": ("JAKARTA", "KAIRO", "Moskow", "DAMASKUS"),
    "OUTLET": ("KOMPAS.com", "Antara", "AFP", "Reuters", "kantor berita {state}"),
    "state": ("Rusia", "Suriah", "Israel", "Arab Saudi", "Amerika Serikat", "Myanmar", "Kongo", "Filipina"),
    "group": ("Hamas", "Hizbullah", "M23", "Houthi", "Tentara Arakan", "Front Pembebasan Islam Moro (MILF)",
              "kelompok pemberontak"),
    "person": ("Budi Hartono", "Sari Dewi", "John Kerry", "Ahmad al-Rahman", "Dr. Maria Lestari", "U Thein Win"),
    "day": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "month": ("Januari", "Febuari", "Mei", "Agustus", "Oktober", "November", "Desember"),
    "year": ("2016", "2025", "1999", "2048"),
    "number": ("1", "2", "3", "10", "24", "48", "99", "250", "1.200", "12,5"),
    "words": ("dua", "belasan", "tiga puluh lima", "seratus", "beberapa", "sekitar dua ratus"),
}  # fmt: skip


def article(chance: random.Random, most: int) -> str:
    """A made-up article of at most so many characters, cut where it is longer."""
    return expand(chance, "article")[:most]


def expand(chance: random.Random, symbol: str, depth: int = 0) -> str:
    """The symbol with all that it stands for; below a depth of eight the first, plainest expansion is taken."""
    choices = GRAMMAR[symbol]
    chosen = choices[0] if depth > 8 else choices[int(chance.random() * len(choices))]
    parts = chosen.split("{")
    written = [parts[0]]
    for part in parts[1:]:
        name, _, rest = part.partition("}")
        written.append(_one(chance, name, depth + 1) + rest)
    return "".join(written)


def _one(chance: random.Random, name: str, depth: int) -> str:
    if name in GRAMMAR:
        return expand(chance, name, depth)
    # `Clause` is a clause that begins a sentence.
    text = expand(chance, name.lower(), depth)
    return text[:1].upper() + text[1:]
