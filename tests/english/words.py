"""What the rules of this reading share: the lexicon, patterns made of its words, and sentences that hold them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import regex

from ceasefire.document import Document
from ceasefire.models import Span

#: seconds after which a pattern that runs away is stopped
LIMIT = 5


def lexicon(table: str) -> dict[str, Any]:
    """One table of the lexicon."""
    found: dict[str, Any] = tomllib.loads((Path(__file__).parent / "lexicon.toml").read_text("utf-8"))[table]
    return found


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of some phrases, the longest first, a space in them being any white space within a line."""
    found = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return (
        "(?:" + "|".join(regex.escape(phrase, literal_spaces=True).replace(" ", r"[^\S\n]+") for phrase in found) + ")"
    )


def triggers(phrases: Iterable[str]) -> frozenset[str]:
    """The words with which phrases begin, as a document's index has them; a genitive is a word of its own there."""
    first = {regex.search(r"[\w-]+", phrase.lower())[0] for phrase in phrases}
    first |= {word for phrase in phrases for word in regex.findall(r"\w+", phrase.lower())[:1]}
    return frozenset(word + ending for word in first for ending in ("", "'s", "’s"))


def sentences_with(document: Document, words: frozenset[str]) -> Iterator[Span]:
    """The sentences in which one of some words stands, in order."""
    last = -1
    for start in document.where(*words):
        number = document.sentence_number(start)
        if number > last:
            last = number
            yield document.sentences[number]


def found(pattern: regex.Pattern[str], document: Document, span: Span) -> Iterator[regex.Match[str]]:
    """The matches of a pattern within a span."""
    return pattern.finditer(document.text, pos=span.start, endpos=span.end, timeout=LIMIT)
