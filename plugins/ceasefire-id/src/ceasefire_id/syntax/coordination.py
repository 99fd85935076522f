"""Sets: what stands together in a list, however its members are joined."""

from __future__ import annotations

from ceasefire_id.syntax.parse import Parse
from ceasefire_id.syntax.tokens import Grammar

__all__ = ["members_of"]


def members_of(parse: Parse, word: int) -> tuple[int, ...]:
    """The heads joined with a word, it among them: `A, B, dan C`, `kedua pihak, yakni A dan B`, `A (B dan C)`."""
    top, seen = word, {word}
    while _joins(parse, top) and parse.heads[top] not in seen:
        top = parse.heads[top]
        seen.add(top)
    found, waiting = {top}, [top]
    while waiting:
        one = waiting.pop()
        for child in parse.children[one]:
            if child not in found and _joins(parse, child):
                found.add(child)
                waiting.append(child)
    return tuple(sorted(found))


def _joins(parse: Parse, word: int) -> bool:
    """Whether a word is joined with its head, not only said of it."""
    label, head = parse.labels[word], parse.heads[word]
    if head < 0:
        return False
    if label == "conj":
        return True
    openers = Grammar.load()["set_openers"]
    opened = any(parse.tokens.words[child] in openers for child in parse.children[word] if child < word)
    if label in ("appos", "nmod", "parataxis", "acl", "obl"):
        return opened or (label == "appos" and "(" in parse.tokens.gaps[parse.subtree(word)[0]])
    return False
