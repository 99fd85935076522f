"""The lines of an `.ann` file, by brat's rules (https://brat.nlplab.org/standoff.html).

An annotation stands on one line, and brat parts lines wherever Unicode does. So words that run over the end of a line
are given as brat's own editor gives them: in one fragment a line, which together are the words without the line ends.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ceasefire.models import Span
from ceasefire_formats.texts import in_utf8

__all__ = ["Standoff", "storable"]

_NOT_STORABLE = re.compile(r"[^a-zA-Z0-9_-]")


def storable(name: str) -> str:
    """A type or value as brat stores it: what is no Latin letter, digit, hyphen or underscore becomes an underscore."""
    return _NOT_STORABLE.sub("_", name)


class Standoff:
    """The annotations of one text, in the order in which they are added."""

    def __init__(self, text: str) -> None:
        self._text = in_utf8(text)
        self._numbers: Counter[str] = Counter()
        self._lines: list[str] = []
        #: relations and attributes that are there: the same told twice is one to brat
        self._told: set[str] = set()
        self._triggers: dict[tuple[str, Span], str] = {}

    def __str__(self) -> str:
        """The file's content."""
        return "".join(f"{line}\n" for line in self._lines)

    def entity(self, type: str, span: Span) -> str:
        """A stretch of the text of some type. Raises `ValueError` where there is no word in it."""
        fragments = list(self._fragments(span))
        if not fragments:
            raise ValueError(f"no word stands at {span.start}-{span.end}")
        places = ";".join(f"{each.start} {each.end}" for each in fragments)
        words = " ".join(self._text[each.start : each.end] for each in fragments)
        return self._add("T", f"{type} {places}\t{words}")

    def trigger(self, type: str, span: Span) -> str:
        """The words that tell an event; two events of one type on the same words share it, as brat asks."""
        if (type, span) not in self._triggers:
            self._triggers[type, span] = self.entity(type, span)
        return self._triggers[type, span]

    def event(self, type: str, trigger: str, arguments: Iterable[tuple[str, str]]) -> str:
        """An event with its arguments, roles and ids; a role that comes again is numbered (`When`, `When2`)."""
        roles: Counter[str] = Counter()
        written = []
        for role, target in arguments:
            roles[role] += 1
            written.append(f" {role}{roles[role] if roles[role] > 1 else ''}:{target}")
        return self._add("E", f"{type}:{trigger}{''.join(written)}")

    def relation(self, type: str, one: str, other: str) -> None:
        """A relation from one annotation to another."""
        self._once("R", f"{type} Arg1:{one} Arg2:{other}")

    def attribute(self, type: str, target: str, value: str) -> None:
        """A value of a closed list."""
        self._once("A", f"{type} {target} {storable(value)}")

    def note(self, target: str, words: str) -> None:
        """What is known beyond; shown when one points at the annotation."""
        # Tabs part the fields of a line, and there are more line ends than one.
        self._add("#", f"AnnotatorNotes {target}\t{' '.join(in_utf8(words).split())}")

    def equivalent(self, ids: Iterable[str]) -> None:
        """Entities that are one and the same thing; one alone says nothing."""
        if len(members := list(ids)) > 1:
            self._lines.append(f"*\tEquiv {' '.join(members)}")

    def _fragments(self, span: Span) -> Iterable[Span]:
        """The parts of a span between line ends that have a word."""
        at = span.start
        for line in self._text[span.start : span.end].splitlines(keepends=True):
            words = line.strip()
            if words:
                start = at + line.index(words)
                yield Span(start, start + len(words))
            at += len(line)

    def _once(self, prefix: str, content: str) -> None:
        if content not in self._told:
            self._told.add(content)
            self._add(prefix, content)

    def _add(self, prefix: str, content: str) -> str:
        self._numbers[prefix] += 1
        id = f"{prefix}{self._numbers[prefix]}"
        self._lines.append(f"{id}\t{content}")
        return id
