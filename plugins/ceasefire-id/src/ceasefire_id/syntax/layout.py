"""What is set into a sentence: brackets, tags of speech, relative clauses between commas, a clause in front of it.

They break a clause for the eye, not for the sense. Each is read as a sentence of its own, and hung on its host.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

import attrs

from ceasefire_id.syntax.tokens import Grammar, Tokens

__all__ = ["Layout", "Part", "layout_of"]

_LONGEST: Final = 30
#: how many words a name has
_NAME: Final = 5
#: how far the comma may be that ends a clause in front
_FRONT: Final = 40


@attrs.frozen
class Part:
    """Words that are read together."""

    kind: Literal["core", "bracket", "speech", "relative", "front"]
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
    inserted = list(_parts(tokens))
    taken = {n for part in inserted for n in part.numbers}
    core = [n for n in range(len(tokens)) if n not in taken]
    if not core:
        return Layout(Part("core", range(len(tokens)), -1), ())
    return Layout(Part("core", core, -1), inserted)


def _parts(tokens: Tokens) -> Iterator[Part]:
    size, i = len(tokens), 0
    end = _front_end(tokens)
    if end is not None:
        yield Part("front", range(end), -1)
        i = end
    while i < size:
        kind: Literal["bracket", "speech", "relative"] = "bracket"
        end = _bracket_end(tokens, i)
        if end is None:
            kind, end = "speech", _speech_end(tokens, i)
        if end is None:
            kind, end = "relative", _relative_end(tokens, i)
        if end is None or end - i >= size:
            i += 1
            continue
        yield Part(kind, range(i, end), i - 1)
        i = end


def _bracket_end(tokens: Tokens, i: int) -> int | None:
    """Where a bracket that opens at `i` ends."""
    if "(" not in tokens.gaps[i] or ")" in tokens.gaps[i].partition("(")[2]:
        return None
    size = len(tokens)
    end = next((n for n in range(i + 1, min(size, i + _LONGEST)) if ")" in tokens.gaps[n]), None)
    return size if end is None and size - i <= _LONGEST else end


def _speech_end(tokens: Tokens, i: int) -> int | None:
    """Where a tag of speech that begins at `i` ends; null where none begins."""
    grammar, word = Grammar.load(), tokens.words[i]
    if i == 0 or word not in grammar["tags_of_speech"] or not set(tokens.gaps[i]) & set(',"?.'):
        return None
    size, following = len(tokens), i + 1
    own = word.endswith("nya")
    lower = following < size and not tokens.gaps[following] and not tokens.capitals[following]
    if lower and not own and tokens.forms[following].voice in ("active", "passive"):
        return None
    if lower and word in grammar["adverbial_tags"] and tokens.words[following] not in grammar["speakers"]:
        return None
    end = following
    while end < size and end - i < _LONGEST:
        signs, next_word = tokens.gaps[end], tokens.words[end]
        goes_on = next_word in grammar["tag_continues"] or _is_name(tokens, end)
        if set(signs) & set('";:') or ("," in signs and not goes_on):
            return end
        if next_word in grammar["subordinators"] and next_word not in grammar["prepositions"]:
            return end
        end += 1
    return end


def _is_name(tokens: Tokens, first: int) -> bool:
    """Whether from here to the next comma there are names alone: `kata juru bicara itu, Budi Santoso, kepada X`."""
    for n in range(first, min(len(tokens), first + _NAME)):
        if not tokens.capitals[n]:
            return False
        if n + 1 == len(tokens) or "," in tokens.gaps[n + 1]:
            return True
    return False


def _relative_end(tokens: Tokens, i: int) -> int | None:
    """Where a relative clause between commas that begins at `i` ends: its host goes on behind it with its verb."""
    if i == 0 or tokens.words[i] != "yang" or "," not in tokens.gaps[i]:
        return None
    for end in range(i + 2, min(len(tokens), i + _LONGEST)):
        if "," in tokens.gaps[end] and _verb_within(tokens, i, end):
            return end if _opens_predicate(tokens, end) else None
        if set(tokens.gaps[end]) & set('";:('):
            return None
    return None


def _front_end(tokens: Tokens) -> int | None:
    """Where a clause in front of the sentence ends: `Setelah P berakhir, A V`."""
    grammar = Grammar.load()
    if len(tokens) < 5 or tokens.words[0] not in grammar["front_openers"]:
        return None
    for end in range(2, min(len(tokens) - 1, _FRONT)):
        if set(tokens.gaps[end]) & set('";:'):
            return None
        joined = tokens.words[end] in grammar["coordinators"] or tokens.words[end] == "yang"
        if "," in tokens.gaps[end] and not joined and _verb_within(tokens, 1, end):
            return end if _verb_within(tokens, end, len(tokens)) else None
    return None


def _verb_within(tokens: Tokens, first: int, end: int) -> bool:
    return any(_is_verb(tokens, n) for n in range(first, end))


def _is_verb(tokens: Tokens, n: int) -> bool:
    form = tokens.forms[n]
    if tokens.capitals[n] and n:
        return False
    return (
        form.voice in ("active", "passive", "middle", "accidental") or tokens.words[n] in Grammar.load()["bare_verbs"]
    )


def _opens_predicate(tokens: Tokens, n: int) -> bool:
    """Whether at `n` a predicate begins, with its auxiliaries and its negation."""
    grammar = Grammar.load()
    small = grammar["before_verbs"] | grammar["negations"]
    while n < len(tokens) - 1 and tokens.words[n] in small:
        n += 1
    return _is_verb(tokens, n)
