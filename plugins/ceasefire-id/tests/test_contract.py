"""Each extractor keeps the contract of extractors, with those beside it whose mentions it needs and uses."""

from __future__ import annotations

import attrs
import pytest

from ceasefire.testing import check_extractor

NUMBERS, TIMES = ("id-language", "id-numbers"), ("id-language", "id-numbers", "id-dates")
NAMES = (*TIMES, "id-names")
SAYINGS = (*NAMES, "id-statements")


@attrs.frozen
class Trial:
    """An extractor and what it is tried with."""

    name: str
    #: the plugins beside it
    givers: tuple[str, ...]
    #: sentences in which it finds something
    texts: tuple[str, ...]
    #: pieces of text that tempt it to work in vain
    repeated: tuple[str, ...]

    def check(self) -> None:
        check_extractor(
            self.name,
            self.texts,
            givers=self.givers,
            repeated=self.repeated,
            published="2025-11-12",
            language="id",
        )


TRIALS = [
    Trial(
        "id-numbers",
        ("id-language",),
        (
            "Sedikitnya 1.200 orang mengungsi, lebih dari dua puluh lima di antaranya anak-anak.",
            "Antara 10 dan 15 rumah rusak; sepertiga warga pergi, hampir 40 persen, atau puluhan ribu jiwa.",
        ),
        ("dua puluh ", "1.000 ", "sekitar ", "antara 1 dan ", "2 202 ", "satu koma ", "hampir, ", "sekitar 5 hingga "),
    ),
    Trial(
        "id-dates",
        NUMBERS,
        (
            "Jeda 72 jam dimulai Senin (10/11) pukul 18.00 WIB dan berakhir dua hari kemudian.",
            "Naskah itu diteken 27 Februari 2016, dibahas setiap pekan sejak akhir tahun lalu, kata Darmo, Selasa.",
        ),
        (
            *("Senin (", "10/11/", "1, ", "malam ", "dua hari ", "pukul 18.00 hingga ", "hari yang sama ", "Senin, "),
            *("dua jam kemudian ", "Januari, ", "setiap hari pukul 9 mulai ", "Kata Darmo, Senin (10/11). "),
        ),
    ),
    Trial(
        "id-names",
        TIMES,
        (
            "Menteri Luar Negeri Rusia Sergei Lavrov menuduh Kyiv melanggar jeda di Donetsk, Ukraina timur.",
            "Pasukan Dukungan Cepat (RSF) mundur dari Khartoum. Kelompok itu meminta waktu kepada PBB.",
        ),
        ("Menteri Luar Negeri ", "di Di ", "(AS) ", "al-", "Presiden ", "kota Aleppo, ", "Tripoli dan "),
    ),
    Trial(
        "id-casualties",
        SAYINGS,
        (
            "Roket menewaskan sedikitnya 12 warga sipil dan melukai puluhan lainnya di Idlib pada Senin (10/11).",
            "Sekitar 30 tentara gugur dan lima orang hilang, kata juru bicara militer Turki.",
        ),
        ("tewas ", "12 orang ", "orang 12 tewas ", "menewaskan ", "5 orang dan ", "termasuk 3 anak, "),
    ),
    Trial(
        "id-scope",
        SAYINGS,
        (
            "Gencatan senjata 72 jam di Idlib dan sebagian Hama dimulai Senin (10/11). Jeda itu tidak mencakup Homs.",
            "Rusia dan Turki mengumumkan gencatan senjata di Aleppo. Kedua pihak memperpanjang jeda itu dua hari.",
            "Hamas menyatakan menolak gencatan senjata itu. Presiden Mesir mendukung gencatan senjata di Gaza.",
        ),
        ("gencatan senjata ", "jeda di Idlib, ", "tidak mencakup ", "jeda itu diperpanjang ", "antara Rusia dan "),
    ),
    Trial(
        "id-statements",
        NAMES,
        (
            "“Kami menunggu,” kata Presiden Kolombia Gustavo Petro. Ia mengatakan perundingan ditunda.",
            "Hamas menyatakan menolak gencatan senjata itu, seperti dikutip dari Reuters, Senin (10/11).",
        ),
        (
            *("mengatakan ", "Rusia mengatakan, ", '"Ya," kata dia. ', "kata dia, ", "menurut dia, "),
            *("dan mengatakan ", "“a "),
        ),
    ),
]


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.name)
def test_it_keeps_its_contract(trial: Trial) -> None:
    trial.check()
