"""The predications of a sentence, read off its tree."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ceasefire_id.syntax.factuality import factuality_of
from ceasefire_id.syntax.parse import Parse
from ceasefire_id.syntax.predication import Factuality, Kind, Predication
from ceasefire_id.syntax.roles import Roles
from ceasefire_id.syntax.tokens import Grammar

__all__ = ["Builder"]


class Builder:
    """Makes the predications of one sentence, whose first word has the number `start` in the document."""

    def __init__(self, parse: Parse, start: int, quoted: Sequence[bool]) -> None:
        self.parse, self.start, self._quoted = parse, start, quoted
        self.roles = Roles(parse)
        self._grammar = Grammar.load()
        self._asked = "?" in "".join(parse.tokens.gaps[1:]) + parse.tokens.closing
        self._facts: dict[int, Factuality] = {}

    def build(self) -> list[Predication]:
        """All, in the order of their predicates."""
        return [self._predication(word) for word in self.roles.predicates]

    def parent(self, word: int) -> int | None:
        """The predicate of the clause over a predicate's; for what a tag of speech reports, the tag's verb."""
        if word == self._tag():
            return None
        for head in self.parse.above(word):
            if self.roles.is_predicate(head):
                return head
        if self.parse.heads[word] < 0:
            return self._tag()
        return None

    def _tag(self) -> int | None:
        """The verb of saying beside the sentence: `..., kata X`."""
        root = next((n for n, head in enumerate(self.parse.heads) if head < 0), None)
        if root is None:
            return None
        for child in self.parse.children_as(root, "parataxis"):
            if self.parse.tokens.words[child] in self._grammar["tags_of_speech"] and self.roles.is_predicate(child):
                return child
        return None

    def link(self, word: int) -> str:
        """The word that opens a clause."""
        parse, words = self.parse, self.parse.tokens.words
        for child in parse.children[word]:
            if child > word:
                break
            if words[child] == "yang" or parse.labels[child] in ("mark", "cc"):
                return words[child]
            if parse.labels[child] in ("case", "advmod") and words[child] in self._grammar["subordinators"]:
                return words[child]
        return ""

    def factuality(self, word: int) -> Factuality:
        """The factuality of a predicate, its parents' counted in."""
        if word in self._facts:
            return self._facts[word]
        self._facts[word] = Factuality()
        parent = self.parent(word)
        speech = parent is not None and self.parse.heads[word] < 0
        above = self.factuality(parent) if parent is not None and not speech else None
        found = factuality_of(self.roles, word, self.link(word), above, parent, asked=self._is_asked(word))
        if speech and not found.reported:
            found = factuality_of_speech(found)
        self._facts[word] = found
        return found

    def _is_asked(self, word: int) -> bool:
        return self._asked and (self.parse.heads[word] < 0)

    def _kind(self, word: int, link: str, parent: int | None) -> Kind:
        label = self.parse.labels[word]
        if label == "acl:relcl" or link == "yang":
            return "relative"
        if label == "conj":
            return "coordinate"
        if label in ("ccomp", "xcomp", "csubj"):
            said = parent is not None and self.parse.tokens.forms[parent].lemma in self._grammar["sayings"]
            if said:
                return (
                    "quoted" if self._quoted[word] and parent is not None and not self._quoted[parent] else "reported"
                )
            return "complement"
        if label == "advcl":
            return "adverbial"
        if label == "acl":
            return "complement"
        if label == "root" and parent is not None:
            return "quoted" if self._quoted[word] else "reported"
        return "main"

    def _extent(self, word: int) -> tuple[int, int]:
        """The words of a clause: what hangs on its predicate, but clauses beside it."""
        parse = self.parse
        without = frozenset(
            child
            for child in parse.children[word]
            if parse.labels[child] == "parataxis" or (parse.labels[child] == "conj" and self.roles.is_predicate(child))
        )
        words = parse.subtree(word, without)
        return words[0], words[-1] + 1

    def _light_noun(self, word: int) -> int | None:
        """The noun of a light verb: its object, or the subject of its passive."""
        parse = self.parse
        if parse.tokens.words[word] not in self._grammar["light_verbs"]:
            return None
        passive = self.roles.voice(word) not in ("active",)
        noun = self.roles.subject(word) if passive else self.roles.object(word)
        return noun if noun is not None and parse.tags[noun] in ("NOUN", "PROPN") else None

    def _predication(self, word: int) -> Predication:
        roles, start = self.roles, self.start
        link, parent = self.link(word), self.parent(word)
        first, end = self._extent(word)
        form = self.parse.tokens.forms[word]
        return Predication(
            word=start + word,
            lemma=form.lemma,
            voice=roles.voice(word),
            subject=self._shift(roles.subject(word)),
            object=self._shift(roles.object(word)),
            agent=self._shift(roles.agent(word)),
            obliques=tuple((preposition, start + n) for preposition, n in roles.obliques(word)),
            first=start + first,
            end=start + end,
            kind=self._kind(word, link, parent),
            link=link,
            parent=self._shift(parent),
            factuality=self.factuality(word),
            light_noun=self._shift(self._light_noun(word)),
        )

    def _shift(self, word: int | None) -> int | None:
        return None if word is None else self.start + word


def factuality_of_speech(found: Factuality) -> Factuality:
    """Of a sentence that a tag of speech gives to somebody."""
    return attrs.evolve(found, reported=True)
