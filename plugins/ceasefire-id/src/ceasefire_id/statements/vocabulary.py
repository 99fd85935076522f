"""The words of saying, as sets."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from ceasefire_id import lexicon

__all__ = ["Speech"]


def _possessed(words: Iterable[str]) -> frozenset[str]:
    return frozenset(f"{word}nya" for word in words)


@attrs.frozen
class Speech:
    """The lists of `speech.toml`, and the unions of them that rules ask for."""

    say: frozenset[str]
    tell: frozenset[str]
    hope: frozenset[str]
    pledge: frozenset[str]
    demand: frozenset[str]
    accuse: frozenset[str]
    propose: frozenset[str]
    warn: frozenset[str]
    refuse: frozenset[str]
    deny: frozenset[str]
    nouns: frozenset[str]
    utter: frozenset[str]
    name: frozenset[str]
    #: verbs of opinion that hold their object, before what it is called
    calling: frozenset[str]
    act: frozenset[str]
    reads: frozenset[str]
    deeds: frozenset[str]
    passive_accuse: frozenset[str]
    passive_say: frozenset[str]
    passive_again: frozenset[str]
    passive_name: frozenset[str]
    #: tags after a quotation or a clause, and those that are so only after a quotation
    safe: frozenset[str]
    quoted: frozenset[str]
    #: of those, the ones that close a clause before somebody's name
    after_clause: frozenset[str]
    idioms: frozenset[str]
    closing: frozenset[str]
    according: frozenset[str]
    based: frozenset[str]
    documents: frozenset[str]
    impersonal: frozenset[str]
    credit: frozenset[str]
    adverbs: frozenset[str]
    negations: frozenset[str]
    unreal: frozenset[str]
    #: nouns for a person of whom the text says no office
    people: frozenset[str]
    #: words that open an office or an address in capitals
    titles: frozenset[str]
    prepositions: frozenset[str]
    channels: frozenset[str]
    media: frozenset[str]
    attributes: frozenset[str]
    addressees: frozenset[str]
    chains: frozenset[str]
    contrasts: frozenset[str]
    tails: frozenset[str]
    hollow: frozenset[str]
    feelings: frozenset[str]
    determiners: frozenset[str]
    under: frozenset[str]
    under_verb: frozenset[str]
    predicates: frozenset[str]
    demonstratives: frozenset[str]
    #: before a noun that says what they are
    spoken_of: frozenset[str]
    #: what somebody named is, in apposition
    offices: frozenset[str]
    #: adjectives of a place
    conditions: frozenset[str]
    no_predicate: frozenset[str]
    states: frozenset[str]
    terms: frozenset[str]
    #: first words of nouns for a pause in the fighting
    pauses: frozenset[str]
    after_clause_possessed: frozenset[str]
    #: each tag with `-nya`
    safe_possessed: frozenset[str]
    quoted_possessed: frozenset[str]
    #: verbs of telling with an object of their own
    tell_possessed: frozenset[str]
    #: words at which a reported clause may end though no mark stands before them
    joints: frozenset[str]
    #: active verbs whose subject speaks in a clause that follows
    reporting: frozenset[str]
    #: of those, the ones that a conjunction can join to a reported clause as words of the same speaker
    chained: frozenset[str]
    #: active verbs whose subject speaks, with or without words
    voicing: frozenset[str]

    @classmethod
    def load(cls) -> Speech:
        """The vocabulary as the lexicon has it."""
        tables = lexicon.load("speech")
        lists = {name: frozenset(words) for table in tables.values() for name, words in table.items()}
        reporting = frozenset().union(
            *(
                lists[name]
                for name in ("say", "tell", "hope", "pledge", "demand", "propose", "accuse", "deny", "refuse")
            )
        )
        return cls(
            **lists,
            after_clause_possessed=_possessed(lists["after_clause"]),
            safe_possessed=_possessed(lists["safe"]),
            quoted_possessed=_possessed(lists["quoted"]),
            tell_possessed=_possessed(lists["tell"]),
            joints=lists["chains"] | lists["contrasts"] | {"dalam", "lewat", "melalui"},
            reporting=reporting,
            chained=reporting - lists["deeds"] - lists["propose"] - lists["pledge"] - lists["refuse"],
            voicing=reporting
            | lists["name"]
            | lists["act"]
            | _possessed(lists["tell"] | lists["refuse"] | lists["deny"] | {"mendukung", "menyambut"}),
        )
