"""The words of pauses, events and scope, as the rules ask for them. Built once an extractor, from the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ceasefire_id import lexicon

__all__ = ["PauseWords"]


def _words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words)


@attrs.frozen
class PauseWords:
    """Nouns and verbs that speak of a pause, and what stands around them."""

    truce_heads: frozenset[str]
    truce_complements: frozenset[str]
    truce_fused: frozenset[str]
    pause_heads: frozenset[str]
    #: what follows `jeda`, as words, and the kind that it makes; longest first
    pause_complements: tuple[tuple[tuple[str, ...], str], ...]
    stop_heads: frozenset[str]
    stop_between: frozenset[str]
    stop_complements: tuple[tuple[tuple[str, ...], str], ...]
    calm_heads: frozenset[str]
    calm_complements: frozenset[str]
    calm_certain: frozenset[str]
    calm_days: frozenset[str]
    calm_of_days: frozenset[str]
    #: names of a pause that need no complement
    lone_heads: frozenset[str]
    #: what lessens fighting, a pause where its length is told
    lessening: frozenset[str]
    verbs: Mapping[str, frozenset[str]]
    around: Mapping[str, frozenset[str]]
    #: ordinal words and what they count
    numbers: Mapping[str, int]
    #: feasts and seasons, each with its forms
    occasions: Mapping[str, frozenset[str]]
    contrast: Mapping[str, frozenset[str]]
    back: Mapping[str, frozenset[str]]
    traps: Mapping[str, frozenset[str]]
    #: words that govern a pause, by how
    governing: Mapping[str, frozenset[str]]

    @classmethod
    def load(cls) -> PauseWords:
        """From `lexicon/pauses.toml`."""
        data = lexicon.load("pauses")
        nouns, stops, calm, around = data["nouns"], data["stops"], data["calm"], data["around"]
        return cls(
            truce_heads=_words(nouns["truce_heads"]),
            truce_complements=_words(nouns["truce_complements"]),
            truce_fused=_words(nouns["truce_fused"]),
            pause_heads=_words(nouns["pause_heads"]),
            pause_complements=_phrases(nouns["pause_complements"]),
            stop_heads=_words(stops["heads"]),
            stop_between=_words(stops["between"]),
            stop_complements=_phrases(stops["complements"]),
            calm_heads=_words(calm["heads"]),
            calm_complements=_words(calm["complements"]),
            calm_certain=_words(calm["certain"]),
            calm_days=_words(calm["days"]),
            calm_of_days=_words(calm["of_days"]),
            lone_heads=_words(nouns["lone_heads"]),
            lessening=_words(stops["lessening"]),
            verbs=_table(data["verbs"]),
            around={name: _words(words) for name, words in around.items() if isinstance(words, list)},
            numbers=around["numbers"],
            occasions=_table(around["occasions"]),
            contrast=_table(around["contrast"]),
            back=_table(data["back"]),
            traps=_table(data["traps"]),
            governing=_table(data["governing"]),
        )

    @property
    def heads(self) -> frozenset[str]:
        """The words at which a pause noun may begin."""
        nouns = self.truce_heads | self.truce_fused | self.pause_heads | self.lone_heads
        return nouns | self.stop_heads | self.lessening | self.calm_heads | self.calm_of_days


def _phrases(table: Mapping[str, str]) -> tuple[tuple[tuple[str, ...], str], ...]:
    phrases = ((tuple(phrase.split()), kind) for phrase, kind in table.items())
    return tuple(sorted(phrases, key=lambda item: (-len(item[0]), item[0])))


def _table(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {name: _words(words) for name, words in table.items()}
