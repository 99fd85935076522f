"""Noun phrases that a head noun opens: `juru bicara Kementerian Pertahanan Rusia, Igor Konashenkov`, `kota Aleppo`.

A phrase is its head (`heads`), further nouns in small letters and names in capitals (`complements`), and for persons
the name in apposition (`appositions`); it ends at the first function word, verb, number or time. What it names is
decided elsewhere.
"""

from __future__ import annotations

import attrs

from ceasefire_id.names.drafts import ActorDraft
from ceasefire_id.names.gazetteer import Match
from ceasefire_id.names.vocabulary import Head

__all__ = ["Familiar", "Phrase"]


@attrs.define
class Phrase:
    """A phrase as word numbers: `first` included, `end` not."""

    #: with article or quantifier
    first: int
    #: without article
    start: int
    #: without quantifier
    head_start: int
    head: Head
    head_end: int
    #: with demonstrative
    end: int
    #: end of the words of the name, without demonstrative
    core_end: int
    #: end of head and complement, without apposition
    own_end: int = 0
    #: known names inside, in order
    matches: list[Match] = attrs.field(factory=list)
    #: places where the person works or the body sits, which are spoken of as land
    places: list[Match] = attrs.field(factory=list)
    #: of a person phrase, where the person's name stands
    name: tuple[int, int] | None = None
    #: of other phrases, whether capitals that no list knows stand inside
    unknown: bool = False
    #: nouns in small letters after the head
    nouns: int = 0
    #: `itu`, `tersebut` closes it, or `sang` opens it
    definite: bool = False
    #: `-nya` closes the head
    possessed: bool = False
    #: a quantifier opens it
    quantified: bool = False
    #: `para`, `sejumlah`, a number opens it
    plural: bool = False
    #: a number opens it
    counted: bool = False
    #: `semua`, `setiap`, `kedua` opens it
    universal: bool = False
    #: where a bracket that closes the phrase ends, which is no part of it
    bracket_end: int = 0
    #: the person works at what closes the phrase (`peneliti di Institut X`)
    works: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is its head alone."""
        return not (self.matches or self.unknown or self.name or self.nouns)


@attrs.define
class Familiar:
    """What the text has said so far of names: it grows as the scan goes on."""

    #: names that the text itself has given to an actor (`Pasukan Dukungan Cepat (RSF)`), as written
    aliases: dict[str, ActorDraft] = attrs.field(factory=dict)
    #: words of the persons' names met so far, folded
    persons: set[str] = attrs.field(factory=set)
