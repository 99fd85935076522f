"""Whether words are a clause or only a noun phrase: is there a predicate that no relative or purpose clause owns?"""

from __future__ import annotations

from typing import Final

from ceasefire_id.statements.scene import Scene

__all__ = ["main_predicate"]

#: open a clause whose verb is not the one that is looked for
_UNDER: Final = frozenset(
    ("yang", "untuk", "guna", "demi", "agar", "supaya", "setelah", "sebelum", "sejak", "ketika", "saat", "karena",
     "jika", "bila", "sambil", "seraya", "sehingga", "usai", "meski", "meskipun", "walau", "sementara",
     "sedangkan", "bahwa")
)  # fmt: skip
#: open such a clause only right before a verb
_UNDER_VERB: Final = frozenset(
    (
        "dengan",
        "tanpa",
        "hingga",
        "sampai",
        "selama",
        "dalam",
        "dari",
        "pentingnya",
        "perlunya",
        "sulitnya",
        "bahayanya",
    )
)
#: a predicate by themselves, or before anything
_MARKERS: Final = frozenset(
    ("adalah", "ialah", "merupakan", "bukan", "tidak", "tak", "belum", "akan", "telah", "sudah", "masih", "harus", "bisa",
     "dapat", "perlu", "wajib", "siap", "ingin", "sedang", "tengah", "tetap", "hanya", "bukanlah", "tidaklah",
     "ada", "kini", "semakin", "makin", "sangat", "mungkin", "tiada", "boleh", "bakal", "juga", "hanyalah", "terlalu",
     "sempat", "pernah", "mulai", "terus", "belumlah", "bertanggung", "cukup", "begitu", "justru", "sepakat", "setuju",
     "mustahil", "berhak", "layak", "rawan", "penting", "aman", "terkendali", "mampu", "gagal", "terbuka")
)  # fmt: skip
_DEMONSTRATIVES: Final = frozenset(("itu", "ini", "tersebut"))
#: may follow a noun phrase that a demonstrative closes, and make no predicate of it
_NO_PREDICATE: Final = frozenset(
    ("di", "ke", "dari", "pada", "kepada", "dalam", "dan", "atau", "serta", "oleh", "untuk", "bagi", "yang", "terhadap",
     "dengan", "tentang", "melalui", "lewat", "saat", "ketika", "setelah", "sebelum", "sejak", "hingga", "sampai", "atas",
     "secara", "seperti", "karena", "tanpa", "selama", "sebagai", "kecuali", "menurut", "usai", "lagi", "pula", "bersama", "antara")
)  # fmt: skip
_STATES: Final = frozenset(("keadaan", "kondisi", "bahaya", "perjalanan", "proses", "status", "tahap", "kendali"))


def main_predicate(scene: Scene, first: int, end: int) -> int | None:
    """The number of the word that is or opens the main predicate among the words from `first` to before `end`."""
    relative = False  # a relative or purpose clause is open and has not had its verb
    owned = False  # the last verb belonged to such a clause
    number = first
    while number < end:
        word = scene.word(number)
        if word in _UNDER:
            relative = True
        elif word in _UNDER_VERB and _verbal(scene, number + 1):
            relative = True
        elif word == "dalam" and scene.word(number + 1) in _STATES and number > first:
            return number
        elif word in _MARKERS or scene.syntax.is_verb(number):
            if not relative:
                return number
            # The whole verb group belongs to the clause under `yang`, with verbs that `dan` joins to it.
            number = _group_end(scene, number, end)
            relative, owned = False, True
            continue
        elif owned and word in ("dan", "atau", "serta") and _verbal(scene, number + 1):
            relative = True
        elif word in _DEMONSTRATIVES and number > first and _opens_nominal(scene, number + 1, end):
            return number + 1
        elif number > first and "," in scene.gap(number):
            relative = False
        number += 1
    return None


def _verbal(scene: Scene, number: int) -> bool:
    return scene.word(number) in _MARKERS or scene.syntax.is_verb(number)


def _group_end(scene: Scene, number: int, end: int) -> int:
    """After the auxiliaries, negations and the verb that begin at a word."""
    while number < end and scene.word(number) in _MARKERS and not scene.syntax.is_verb(number):
        number += 1
    return number + 1 if number < end and scene.syntax.is_verb(number) else max(number, 1)


def _opens_nominal(scene: Scene, number: int, end: int) -> bool:
    """Whether a noun or adjective follows a closed noun phrase directly: `tuduhan itu dusta`."""
    if number >= end or "," in scene.gap(number) or scene.time_at(number) is not None:
        return False
    return scene.word(number) not in _NO_PREDICATE and not scene.gap(number).strip("\"“”'‘ ")
