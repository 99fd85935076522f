"""Rules as this distribution writes them: a named pattern with its triggers, an example and a trap beside it.

A rule is tried only where one of its trigger words stands, at the place where that word begins; what the match
means is decided elsewhere, by the code that reads the named groups. Patterns are composed of atoms by
`str.format`-free concatenation (f-strings), with `(?V1)` semantics of `regex`, and compiled when the extractor
is built, not at import.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs
import regex

from ceasefire.document import Document

__all__ = ["Rule", "RuleSet", "alternatives"]


@attrs.frozen
class Rule:
    """One construction of the language."""

    #: the second part of `by`: `"weekday-bracket"`
    name: str
    #: words, in lower case, one of which the match begins with
    triggers: frozenset[str] = attrs.field(converter=frozenset)
    #: a pattern of `regex`, matched at the trigger, ignoring case unless it says `(?-i:...)`
    pattern: str
    #: a sentence that it reads, with the match between ⟨ and ⟩
    example: str
    #: a sentence with the trigger in which it must not match
    trap: str = ""


class RuleSet:
    """Rules compiled together, longest match first among those that begin at one place."""

    def __init__(self, rules: Iterable[Rule], flags: int = regex.IGNORECASE | regex.V1) -> None:
        self.rules = tuple(rules)
        self._compiled = tuple((rule, regex.compile(rule.pattern, flags)) for rule in self.rules)
        self._triggers = frozenset(word for rule in self.rules for word in rule.triggers)

    def matches(self, document: Document) -> Iterator[tuple[Rule, regex.Match[str]]]:
        """At each trigger of the text the longest match, ascending; of equal ones that of the first rule."""
        text = document.text
        for number in document.words.numbers(self._triggers):
            start, word = document.words.starts[number], document.words.folded[number]
            best: tuple[Rule, regex.Match[str]] | None = None
            for rule, pattern in self._compiled:
                if word not in rule.triggers:
                    continue
                match = pattern.match(text, start)
                if match and match.end() > start and (best is None or match.end() > best[1].end()):
                    best = rule, match
            if best:
                yield best


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of these words or phrases, longest first, white space in them being any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(regex.escape(word, literal_spaces=True).replace(" ", r"\s+") for word in ordered) + ")"
