"""Sentences, quotations and page furniture of Indonesian, on invented sentences."""

from __future__ import annotations

import pytest

from ceasefire.document import Document
from ceasefire.testing import count_calls
from ceasefire_id.language import Indonesian

INDONESIAN = Indonesian()


def read(text: str) -> Document:
    return Document(text, INDONESIAN)


def sentences(text: str) -> list[str]:
    document = read(text)
    return [document.text_of(span) for span in document.sentences]


def quotations(text: str) -> list[tuple[str, bool]]:
    document = read(text)
    return [(document.text_of(quotation.inner), quotation.closed) for quotation in document.quotations]


def furniture(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(piece.kind, document.text_of(piece.span)) for piece in document.furniture]


@pytest.mark.parametrize(
    "parts",
    [
        # Abbreviations, ranks, initials and degrees end nothing.
        ["Tn. Sastro tiba di Bekal.", "Rumah No. 5 rusak."],
        ["Mayjen. Darmo dan Prof. Lestari berunding.", "Mereka sepakat."],
        ["R. Darmo, S.H. menandatangani naskah itu.", "Pasukan R.S.F. mundur."],
        # Figures and clocks.
        ["Jeda berlaku pukul 08.00 waktu setempat.", "Lebih dari 2.202 orang pulang."],
        ["Jeda berakhir pukul 18.00. (1600 GMT) tanpa perpanjangan.", "Kota itu sunyi."],
        ["Jeda mulai pukul 08. 30 pagi ini."],
        ["Perang pecah pada 2011.", "15 tahun kemudian jeda diteken."],
        # Brackets hold their stops.
        ["Naskah itu (hal. 4. Pasal dua) dibacakan.", "Semua diam."],
        # A stop before a closing mark belongs to the sentence, and so does its tag.
        ["“Kami siap.” kata Lestari.", "“Kami menunggu,” ujarnya."],
        ['"Apakah jeda bertahan?" tanya seorang warga.', "Tak ada jawaban."],
        ["“Kami siap.", "Kami menunggu,” kata Lestari."],
        ["Ia menutup pidatonya.", "”Kami siap. ”"],
        # The space after the stop is missing.
        ["Ia bicara melalui telepon.", "Juru bicara itu diam."],
        ["Jeda masih berlaku.", '"Kami siap," katanya.'],
        ["Situs damai.or.id dan KOMPAS. com memuatnya."],
    ],
    ids=lambda parts: parts[0][:40],
)
def test_sentences(parts: list[str]) -> None:
    glued = {"Ia bicara melalui telepon.", "Jeda masih berlaku."}
    text = parts[0] + ("" if parts[0] in glued else " ") + " ".join(parts[1:])
    assert sentences(text.rstrip()) == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Kami siap," kata Lestari.', [("Kami siap,", True)]),
        ("“Kami siap,” kata Lestari.", [("Kami siap,", True)]),
        ("„Kami siap“, kata Lestari. „Ya“", [("Kami siap", True), ("Ya", True)]),
        ("”Kami siap,” kata Lestari.", [("Kami siap,", True)]),
        ("«Kami siap,» kata Lestari.", [("Kami siap,", True)]),
        ("''Kami siap,'' kata Lestari.", [("Kami siap,", True)]),
        ("'Kami siap,' kata Lestari.", [("Kami siap,", True)]),
        # Mixed kinds, missing or stray spaces.
        ('“Kami siap," kata Lestari.', [("Kami siap,", True)]),
        ("Mereka bergerak sebagai” satu barisan ” ke utara.", [(" satu barisan ", True)]),
        ("Di sana berlaku “masa tenang”selama sehari.", [("masa tenang", True)]),
        # Nested.
        ("“Ia bilang ‘ya’ kemarin,” kata Lestari.", [("Ia bilang ‘ya’ kemarin,", True), ("ya", True)]),
        ('"Ia bilang "ya" kemarin," kata Lestari.', [('Ia bilang "ya" kemarin,', True), ("ya", True)]),
        # A mark that is never closed: to the end of the paragraph, or up to the next quotation.
        ("Ia berkata, “Kami siap. Kami menunggu\nKota itu sunyi.", [("Kami siap. Kami menunggu", False)]),
        (
            '"Kami siap, kata Lestari. "Kami kuat," ujarnya.',
            [("Kami siap, kata Lestari.", False), ("Kami kuat,", True)],
        ),
        # Apostrophes and stray marks enclose nothing.
        ("Pada Jum'at di Sana'a dan Ma’arib 'Abdu tiba.", []),
        ('Kami siap," kata Lestari. Layar 14" pecah lagi.', []),
        ('Kami siap," kata Lestari. Kota itu sunyi.', []),
    ],
)
def test_quotations(text: str, expected: list[tuple[str, bool]]) -> None:
    assert quotations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("REPUBLIKA.CO.ID, KAIRO -- Mesir siap.", [("dateline", "REPUBLIKA.CO.ID, KAIRO --")]),
        ("Jakarta, CNN Indonesia -- Mesir siap.", [("dateline", "Jakarta, CNN Indonesia --")]),
        ("Kairo (ANTARA) - Mesir siap.", [("dateline", "Kairo (ANTARA) -")]),
        ("KABUL (Reuters) – Taliban siap.", [("dateline", "KABUL (Reuters) –")]),
        ("GAZA, KOMPAS.com - Hamas siap.", [("dateline", "GAZA, KOMPAS.com -")]),
        ("GAZA: Hamas siap.", [("dateline", "GAZA:")]),
        ("Jayapura (Kompas/AAP) - Polisi siap.", [("dateline", "Jayapura (Kompas/AAP) -")]),
        ("Amman/Kairo, Senin (Kompas/UPI) - Polisi siap.", [("dateline", "Amman/Kairo, Senin (Kompas/UPI) -")]),
        ("Sorong, Radar - Polisi siap.", [("dateline", "Sorong, Radar -")]),
        ("Kupang, 3 Mei - Polisi siap.", [("dateline", "Kupang, 3 Mei -")]),
        ("Lae, Papua Nugini - Polisi siap.", [("dateline", "Lae, Papua Nugini -")]),
        ("Baca juga: Jeda Baru di Utara", [("link", "Baca juga: Jeda Baru di Utara")]),
        ("SCROLL TO CONTINUE WITH CONTENT", [("link", "SCROLL TO CONTINUE WITH CONTENT")]),
        ("Mesir siap. (Baca juga: Jeda Baru)", [("link", "(Baca juga: Jeda Baru)")]),
        ("Kota itu sunyi. (AFP/Reuters)", [("credit", "(AFP/Reuters)")]),
        ("Kota itu sunyi. [xyz/abc]", [("credit", "[xyz/abc]")]),
        ("Pasukan di perbatasan (Foto: AFP) bersiap.", [("credit", "(Foto: AFP)")]),
        ("Sumber: kantor berita", [("credit", "Sumber: kantor berita")]),
        # The story itself.
        ("Israel - yang menyerang lebih dulu - menarik diri.", []),
        ("Pertemuan digelar kemarin (10/11)", []),
        ("Lihat saja, kata warga, betapa sunyi kota itu.", []),
        ("Sumber diplomatik menyebut jeda rapuh.", []),
    ],
)
def test_furniture(text: str, expected: list[tuple[str, str]]) -> None:
    assert furniture(text) == expected


def test_a_capital_before_a_dash_is_a_dateline_only_at_the_start() -> None:
    assert furniture("JAKARTA - Presiden tiba.") == [("dateline", "JAKARTA -")]
    assert furniture("Mesir siap.\nJAKARTA - Presiden tiba.") == []


@pytest.mark.parametrize(
    "unit", ['"', '"a ', "“a ", "a” ", "'a ", ".", "A. ", "08. ", "(a. ", ".”", "ab.Cd", "Baca juga: "]
)
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    def calls(length: int) -> int:
        return count_calls(lambda: Document((unit * length)[:length].rstrip(), INDONESIAN))

    assert calls(80_000) < 5 * calls(20_000)
