"""What is set into a sentence from outside: brackets, and tags of speech (`..., kata X, Selasa, ...`).

They break a clause for the eye, not for the sense. Each is read as a sentence of its own, and hung on its host.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from ceasefire_id.syntax.tokens import Grammar, Tokens

__all__ = ["Layout", "Part", "layout_of"]

#: how many words a tag of speech in the middle of a sentence may have
_TAG: Final = 14
_LONGEST: Final = 30


@attrs.frozen
class Part:
    """Words that are read together."""

    #: `core`, `bracket`, `speech`
    kind: str
    numbers: Sequence[int]
    #: the word before it; -1 at the head of the sentence
    after: int


@attrs.frozen
class Layout:
    """The core of a sentence, and what is set into it."""

    core: Part
    inserted: Sequence[Part]


def layout_of(tokens: Tokens) -> Layout:
    """How a sentence is laid out."""
    inserted: list[Part] = []
    taken: set[int] = set()
    size = len(tokens)
    i = 0
    while i < size:
        if "(" in tokens.gaps[i] and ")" not in tokens.gaps[i].partition("(")[2]:
            end = next((n for n in range(i + 1, min(size, i + _LONGEST)) if ")" in tokens.gaps[n]), None)
            if end is None and size - i <= _LONGEST:
                end = size
            if end is not None and end - i < size:
                inserted.append(Part("bracket", range(i, end), i - 1))
                taken.update(range(i, end))
                i = end
                continue
        end = _speech_end(tokens, i)
        if end is not None and end - i < size:
            inserted.append(Part("speech", range(i, end), i - 1))
            taken.update(range(i, end))
            i = end
            continue
        i += 1
    core = [n for n in range(size) if n not in taken]
    if not core:
        return Layout(Part("core", range(size), -1), ())
    return Layout(Part("core", core, -1), inserted)


def _speech_end(tokens: Tokens, i: int) -> int | None:
    """Where a tag of speech that begins at `i` ends; null where none begins."""
    grammar = Grammar.load()
    word = tokens.words[i]
    if i == 0 or word not in grammar["tags_of_speech"]:
        return None
    gap = tokens.gaps[i]
    if not ("," in gap or '"' in gap or "?" in gap or "." in gap):
        return None
    size = len(tokens)
    own = word.endswith("nya")
    following = i + 1
    plain = following < size and not own and not tokens.gaps[following] and not tokens.capitals[following]
    if plain and tokens.forms[following].voice in ("active", "passive"):
        return None
    if word in ("demikian", "tambah", "lanjut", "jelas", "tegas", "terang", "sebut") and (
        following < size
        and not tokens.capitals[following]
        and '"' not in gap
        and word != "demikian"
        and tokens.words[following] not in ("dia", "ia", "mereka", "juru", "jurubicara", "presiden", "menteri")
    ):
        return None
    end = following
    while end < size and end - i < _LONGEST:
        signs = tokens.gaps[end]
        if '"' in signs or ";" in signs or ":" in signs:
            return end
        if "," in signs and not _goes_on(tokens, end):
            return end
        if tokens.words[end] in grammar["subordinators"] and tokens.words[end] not in grammar["prepositions"]:
            return end
        end += 1
    return end


def _goes_on(tokens: Tokens, comma: int) -> bool:
    """Whether behind a comma the tag of speech goes on: a name in apposition, a day, a bracket with a date."""
    return tokens.words[comma] in Grammar.load()["tag_continues"]
