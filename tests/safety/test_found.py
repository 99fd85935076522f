"""What fuzzing found: each case is the shape of a text over which a rule once failed or read something else."""

from __future__ import annotations

from typing import Any

import pytest

import ceasefire
from fuzz.soundness import check_sound

FAILED: dict[str, tuple[str, str | None]] = {
    "a length cut off at the end of the text": ("Junta menawarkan gencatan senjata selama", "2025-11-12"),
    "an end beyond the year 9999": ("Gencatan senjata tiga bulan berlaku sejak Ahad.", "9999-12-31"),
    "a beginning before the year 1": ("Gencatan senjata yang berusia tiga hari itu goyah.", "0001-01-01"),
    "counting hours back before the year 1": (
        "Pemberontak mengakhiri gencatan senjata pada pukul 03.00, delapan jam setelah jeda itu dimulai.",
        "0001-01-01",
    ),
    "a village that is only a word": ("Warga Desa½ Batu Lintang mengungsi.", None),
    "a want cut off at the end": ("Presiden mengatakan gencatan senjata dibutuhkan di Sudan. Tanpa ", "2016-05-02"),
    "a capital with a dot in a word of time": ("Klub itu belum menang musim inİ.", "2025-11-12"),
    "a comparison cut off at the end": ("Kedua negara membahas gencatan senjata yang lebih ", "2025-11-12"),
    "a commission without a name at the end": ("Anggota\x07Dewan. denda\x1bKomisi", "2025-11-12"),
    "a numbered school at the end": ("Kepala SMPN 3 Sukamaju, ", "2025-11-12"),
    "how long it lasts cut off at the end": ("Mali menerima gencatan senjata itu. Masa berlakunya ", "2025-11-12"),
    "a pause that is the last word": ("Qatar berharap jeda itu lama. Gencatan senjata", "2025-11-12"),
    "an unknown place with a comma at the end": ("Gencatan senjata mencakup Ralungga, ", "2025-11-12"),
}


@pytest.mark.parametrize("case", FAILED)
def test_it_is_read(reader: ceasefire.Reader, case: str) -> None:
    text, published = FAILED[case]
    check_sound(reader.read(text, published), text)


def test_a_pause_is_named_after_a_statement_in_small_letters(reader: ceasefire.Reader) -> None:
    text = (
        "menteri itu pada hari minggu menyerukan gencatan senjata segera. kabul dan taliban meneken gencatan senjata,"
        " lalu memperpanjangnya sepekan. rusia berunding dengan turki untuk memasukkan idlib dalam gencatan senjata"
        " di suriah."
    )
    for end in range(len(text)):
        check_sound(reader.read(text[:end], "2024-02-29"), text[:end])


SENTENCES = (
    '"Kami tidak ikut," ujar juru bicara M23, Willy Ngoma. Menurut Ngoma, jalan ke kota itu ditutup.',
    "Jeda itu berlaku Kamis (6/11) pukul 08.00 waktu setempat.",
    "Kerusuhan terjadi pada 2014, 2016 dan 2018.",
    "Batalion itu kehilangan 27 serdadu dalam sepekan.",
    "Gencatan senjata di Kachin diteken Selasa (4/11). Rakhine dibiarkan di luar.",
    "Gencatan senjata di Hodeidah, Taiz, dan Marib mulai berlaku Selasa (11/11).",
)
WHITE_SPACE = {"no-break": "\u00a0", "narrow": "\u202f", "tab": "\t", "two": "  "}


@pytest.mark.parametrize("space", WHITE_SPACE)
@pytest.mark.parametrize("text", SENTENCES)
def test_any_white_space_within_a_line_is_a_space(reader: ceasefire.Reader, text: str, space: str) -> None:
    other = text.replace(" ", WHITE_SPACE[space])
    assert _reading(reader, other) == _reading(reader, text)


@pytest.mark.parametrize("mark", ["\ufeff", "\u200b", "\u200e"])
@pytest.mark.parametrize("text", ["Baku tembak pecah setelah jeda berakhir Minggu.", "Di Mali, tentara berkuasa."])
def test_a_byte_order_mark_is_no_part_of_the_first_sentence(reader: ceasefire.Reader, text: str, mark: str) -> None:
    assert _reading(reader, mark + text) == _reading(reader, text)


def test_windows_line_ends_change_nothing(reader: ceasefire.Reader) -> None:
    text = "KAIRO, Antara - Jeda 72 jam dimulai Senin (10/11).\n\n" + "\n\n".join(SENTENCES)
    assert _reading(reader, text.replace("\n", "\r\n")) == _reading(reader, text)


def _reading(reader: ceasefire.Reader, text: str) -> Any:
    """What was read, with one space for white space, without places in the text."""
    return _plain(ceasefire.to_dict(reader.read(text, "2025-11-12")))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if key not in ("span", "cue", "article", "message")}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return " ".join(value.split()) if isinstance(value, str) else value
