"""One sentence as the tagger and the parser see it: its words, their forms, and the signs between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

import attrs

from ceasefire_id import lexicon
from ceasefire_id.syntax.morphology import Form, Morphology

__all__ = ["Grammar", "Tokens", "signs_of"]

#: signs that tell something of the structure, as one sign each
_SIGNS: Final = {
    ",": ",", ";": ";", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")", "-": "-", "–": "-", "—": "-", "/": "/",
    '"': '"', "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "'": "'",
    ".": ".", "!": ".", "?": "?", "%": "%", "$": "$",
}  # fmt: skip


@cache
def signs_of(gap: str) -> str:
    """The signs in what stands between two words, each once, in their order."""
    found = ""
    for character in gap:
        sign = _SIGNS.get(character, "")
        if sign and sign not in found:
            found += sign
    return found


@attrs.frozen
class Grammar:
    """The closed lists of `lexicon/grammar.toml`."""

    lists: dict[str, frozenset[str]]
    tables: dict[str, dict[str, str]]

    @classmethod
    @cache
    def load(cls) -> Grammar:
        """From `lexicon/grammar.toml`."""
        data = lexicon.load("grammar")
        lists = {name: frozenset(words) for name, words in data.items() if isinstance(words, list)}
        tables = {name: dict(table) for name, table in data.items() if isinstance(table, dict)}
        return cls(lists, tables)

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.lists[name]


@attrs.frozen
class Tokens:
    """The words of a sentence. The sign before word `i` is `gaps[i]`; `gaps[0]` is that at its head."""

    words: Sequence[str]
    #: whether each begins with a capital
    capitals: Sequence[bool]
    gaps: Sequence[str]
    forms: Sequence[Form]
    #: the signs behind the last word
    closing: str = ""

    @classmethod
    def of(cls, words: Sequence[str], capitals: Iterable[bool], gaps: Sequence[str], closing: str = "") -> Tokens:
        """From folded words and the text between them."""
        form = Morphology.load().form
        return cls(
            words, tuple(capitals), [signs_of(gap) for gap in gaps], [form(word) for word in words], signs_of(closing)
        )

    def part(self, numbers: Sequence[int]) -> Tokens:
        """Some of the words as a sentence of their own; the signs between are those before each that is left."""
        return Tokens(
            [self.words[n] for n in numbers],
            [self.capitals[n] for n in numbers],
            [self.gaps[n] for n in numbers],
            [self.forms[n] for n in numbers],
        )

    def __len__(self) -> int:
        return len(self.words)
