"""The words of pauses, events and scope, as the rules ask for them. Built once an extractor, from the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

import attrs

from ceasefire_id import lexicon

__all__ = ["EventWords", "PauseWords", "Saying", "ScopeWords", "Voice"]


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


#: how long a passive is at least whose stem is looked for
_STEM: Final = 6
#: what `-nya` makes of a verb: the pause is meant by it (`mengumumkannya`), or who did it (`diumumkannya`)
_SUFFIXED: Final = {"active": "pronoun", "passive": "own"}


@attrs.frozen
class Voice:
    """What a verb tells of a pause, and where the pause stands."""

    type: str
    #: `active`, `willing`: the pause is the object; `passive`, `intransitive`: the subject; `from`: after `dari`;
    #: `pronoun`: it is the `-nya` of the verb; `own`: it is the subject, and the `-nya` who does it
    voice: str


@attrs.frozen
class EventWords:
    """Verbs and nouns that tell events."""

    #: each verb and its voices, the likeliest first
    verbs: Mapping[str, tuple[Voice, ...]]
    #: each noun and its type
    nouns: Mapping[str, str]
    #: active verbs by which somebody makes a pause
    acts: frozenset[str]
    words: Mapping[str, frozenset[str]]
    #: the first of two words that tell an event together, with what each second word tells
    idioms: Mapping[str, Mapping[str, str]]

    @property
    def endings(self) -> frozenset[str]:
        """Verbs without an object that tell the end of a pause: `runtuh`."""
        return frozenset(word for word, voices in self.verbs.items() if Voice("ended", "intransitive") in voices)

    @classmethod
    @cache
    def load(cls) -> EventWords:
        """From `lexicon/pause_events.toml`, worked out once."""
        data = lexicon.load("pause_events")
        verbs: dict[str, tuple[Voice, ...]] = {}
        nouns: dict[str, str] = {}
        for type_, voices in data.items():
            if type_ in ("words", "idioms"):
                continue
            for voice, words in voices.items():
                for word in words:
                    if voice == "nominal":
                        nouns[word] = type_
                    else:
                        verbs[word] = (*verbs.get(word, ()), Voice(type_, voice))
                        if voice in ("passive", "intransitive"):
                            # `Berakhirlah P`
                            verbs[word + "lah"] = (*verbs.get(word + "lah", ()), Voice(type_, voice))
                        if voice in _SUFFIXED:
                            verbs[word + "nya"] = (*verbs.get(word + "nya", ()), Voice(type_, _SUFFIXED[voice]))
        acts = frozenset(
            word
            for word, voices in verbs.items()
            if voices[0].type in ("announced", "agreed") and voices[0].voice == "active"
        )
        return cls(verbs, nouns, acts, _table(data["words"]), _idioms(data["idioms"]))


def _idioms(table: Mapping[str, Iterable[str]]) -> dict[str, dict[str, str]]:
    idioms: dict[str, dict[str, str]] = {}
    for type_, phrases in table.items():
        for phrase in phrases:
            first, second = phrase.split()
            idioms.setdefault(first, {})[second] = type_
    return idioms


@attrs.frozen
class Saying:
    """A phrase of words that stand in for one another (`menunggu|menanti giliran`)."""

    #: what it says: the name of its table in the lexicon
    says: str
    words: tuple[frozenset[str], ...]
    #: which of them it is looked for by
    key: int


@attrs.frozen
class ScopeWords:
    """Cues of scope, and words of sides and mediators."""

    subject: Mapping[str, frozenset[str]]
    member: Mapping[str, frozenset[str]]
    adjunct: Mapping[str, frozenset[str]]
    pseudo: Mapping[str, frozenset[str]]
    #: places told apart from the pause
    places: Mapping[str, frozenset[str]]
    goes_on: Mapping[str, frozenset[str]]
    #: who is bound, who mediates
    who: Mapping[str, frozenset[str]]
    #: words by which a list is meant again, and how many it has
    counted: Mapping[str, int]
    #: sayings of being covered or left out, by the words by which they are looked for
    sayings: Mapping[str, tuple[Saying, ...]]

    #: who may stand before the stem of a passive, and those stems: `belum kami hitung`
    agents: frozenset[str]
    stems: frozenset[str]

    @classmethod
    def load(cls) -> ScopeWords:
        """From `lexicon/scope_cues.toml` and `lexicon/scope_sayings.toml`."""
        data = lexicon.load("scope_cues")
        said = lexicon.load("scope_sayings")
        tables = {name: _table(table) for name, table in data.items()}
        member = tables["member"]
        passives = member["exclude"] | member["passed"] | member["include"] | member["within"] | member["negated_only"]
        return cls(
            **tables,
            counted=said["counted"],
            sayings=_sayings(said["standing"]),
            agents=tables["member"]["agents"],
            stems=frozenset(word[2:] for word in passives if word.startswith("di") and len(word) > _STEM),
        )


def _sayings(tables: Mapping[str, Iterable[str]]) -> dict[str, tuple[Saying, ...]]:
    """All sayings, by each word by which one is looked for."""
    common, found = frozenset(tables["common"]), dict[str, tuple[Saying, ...]]()
    for name, phrases in tables.items():
        for phrase in phrases if name != "common" else ():
            words = tuple(frozenset(group.split("|")) for group in phrase.split())
            key = next((number for number, group in enumerate(words) if group.isdisjoint(common)), len(words) - 1)
            for word in words[key]:
                found[word] = (*found.get(word, ()), Saying(name, words, key))
    return found
