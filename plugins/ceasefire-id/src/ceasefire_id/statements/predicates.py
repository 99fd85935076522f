"""Whether words are a clause or only a noun phrase: is there a predicate that no relative or purpose clause owns?"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import RegionMention
from ceasefire_id.patterns import LazyPattern
from ceasefire_id.statements.scene import Scene

__all__ = ["called_so", "main_predicate"]

#: whoever does something to what was named before: `penembaknya`
_DOER: Final = LazyPattern(r"pe[a-z]{4,}(?<!an)nya")
#: verbs in loose speech, nouns before `itu`
_NOUNS_TOO: Final = frozenset(
    ("usul", "kata", "minta", "kembali", "tanya", "jawab", "lapor", "tuntut", "usulan", "serang")
)


def main_predicate(scene: Scene, first: int, end: int) -> int | None:
    """The number of the word that is or opens the main predicate among the words from `first` to before `end`."""
    relative = False  # a relative or purpose clause is open and has not had its verb
    owned = False  # the last verb belonged to such a clause
    number = first
    while number < end:
        word = scene.word(number)
        if _opens_under(scene, number):
            relative = True
        elif word == "dalam" and scene.word(number + 1) in scene.speech.states and number > first:
            return number
        elif _verbal(scene, number) and not (word == "hanya" and "," in scene.gap(number)):
            if not relative:
                return number
            # The whole verb group belongs to the clause under `yang`, with verbs that `dan` joins to it.
            number = _group_end(scene, number, end)
            relative, owned = False, True
            continue
        elif owned and word in ("dan", "atau", "serta") and _verbal(scene, number + 1):
            relative = True
        elif word.endswith("lah") and scene.word(number + 1) == "yang":
            return number + 1  # `pihak itulah yang menyerang`
        elif word in ("dan", "serta", "lalu", "kemudian") and number > first and _verbal(scene, number + 1):
            return None  # the verb before the noun phrase goes on: `menyampaikan kritik dan meminta maaf`
        elif number > first and word in scene.speech.conditions and _says_how(scene, number, end):
            return number
        elif word in scene.speech.demonstratives and _opens_nominal(scene, number + 1, end):
            return number + 1
        elif number > first and "," in scene.gap(number):
            relative = False
        number += 1
    return None


def called_so(scene: Scene, first: int, end: int) -> bool:
    """Whether a noun follows a pronoun or `-nya` at once, and says what it is: `pelakunya milisi`."""
    # `lemahnya rupiah` and `adanya kesalahan` are things; who did it, or what came of it, is spoken of.
    opens = scene.word(first) in scene.speech.spoken_of or _DOER.fullmatch(scene.word(first)) is not None
    following = scene.word(first + 1)
    if not opens or first + 1 >= end or scene.gap(first + 1) != " " or following in scene.speech.no_predicate:
        return False
    barred = scene.speech.attributes | scene.speech.demonstratives | scene.speech.under | {"yang"}
    return following not in barred and not following[:1].isdigit()


def _says_how(scene: Scene, number: int, end: int) -> bool:
    """`garis depan di Z tenang sepanjang malam`: an adjective behind a place, or before a time, is what is said."""
    if scene.gap(number).strip():
        return False
    before = scene.document.starting_in(RegionMention, scene.start(max(0, number - 4)), scene.start(number))
    placed = bool(before) and scene.after(before[-1].span) == number
    timed = scene.word(number + 1) in ("sejak", "sepanjang", "selama") or scene.time_at(number + 1) is not None
    return placed or (timed and number + 1 < end)


def _opens_under(scene: Scene, number: int) -> bool:
    """Whether a word opens a clause that owns the next verb: `yang`, `untuk`, `dengan` before a verb."""
    word = scene.word(number)
    if word in ("sejak", "sebelum", "setelah", "hingga") and scene.time_at(number + 1) is not None:
        return False
    return word in scene.speech.under or (word in scene.speech.under_verb and _verbal(scene, number + 1))


def _verbal(scene: Scene, number: int) -> bool:
    word = scene.word(number)
    if word in _NOUNS_TOO and scene.word(number + 1) in scene.speech.demonstratives:
        return False
    return word in scene.speech.predicates or scene.syntax.is_verb(number)


def _group_end(scene: Scene, number: int, end: int) -> int:
    """After the auxiliaries, negations and the verb that begin at a word."""
    while number < end and scene.word(number) in scene.speech.predicates and not scene.syntax.is_verb(number):
        number += 1
    return number + 1 if number < end and scene.syntax.is_verb(number) else max(number, 1)


def _opens_nominal(scene: Scene, number: int, end: int) -> bool:
    """Whether a noun or adjective follows a closed noun phrase directly: `tuduhan itu dusta`."""
    if number >= end or "," in scene.gap(number) or scene.time_at(number) is not None:
        return False
    return scene.word(number) not in scene.speech.no_predicate and not scene.gap(number).strip("\"“”'‘ ")
