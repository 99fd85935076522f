"""The tree of one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from ceasefire_id.syntax.labelling import children_of, labels_of
from ceasefire_id.syntax.layout import Part, layout_of
from ceasefire_id.syntax.model import Model
from ceasefire_id.syntax.parsing import heads_of, keys_of
from ceasefire_id.syntax.repair import repair
from ceasefire_id.syntax.tagging import tags_of
from ceasefire_id.syntax.tokens import Tokens

__all__ = ["Parse", "parse_of"]

_NOMINAL: Final = frozenset(("NOUN", "PROPN", "PRON", "NUM", "X"))
_CLAUSES: Final = frozenset(("VERB", "AUX"))


@attrs.frozen
class Parse:
    """Words are given by their number in the sentence; -1 is the head of the root."""

    tokens: Tokens
    tags: Sequence[str]
    heads: Sequence[int]
    labels: Sequence[str]
    children: Sequence[Sequence[int]]

    def subtree(self, word: int, without: frozenset[int] = frozenset()) -> list[int]:
        """A word and all that hangs on it, but what hangs on words of `without`."""
        found, waiting = [], [word]
        while waiting:
            one = waiting.pop()
            found.append(one)
            waiting += [child for child in self.children[one] if child not in without]
        return sorted(found)

    def above(self, word: int) -> Iterator[int]:
        """The heads over a word, the nearest first."""
        while (word := self.heads[word]) >= 0:
            yield word

    def children_as(self, word: int, *labels: str) -> list[int]:
        """Those that hang on a word as one of `labels`."""
        return [child for child in self.children[word] if self.labels[child] in labels]


def parse_of(tokens: Tokens) -> Parse:
    """Read a sentence: its core and each part set into it for themselves."""
    layout, model = layout_of(tokens), Model.load()
    size = len(tokens)
    tags, heads, labels = ["X"] * size, [-1] * size, ["root"] * size
    root = -1
    for part in (layout.core, *layout.inserted):
        own = tokens if len(part.numbers) == size else _closed(tokens, part)
        part_tags = tags_of(own, model.tags, model.certain)
        keys = keys_of(own, part_tags)
        part_heads = heads_of(own, keys, model.moves)
        part_labels = labels_of(own, keys, part_heads, model.labels)
        for at, number in enumerate(part.numbers):
            tags[number], labels[number] = part_tags[at], part_labels[at]
            heads[number] = part.numbers[part_heads[at]] if part_heads[at] >= 0 else -1
            if part_heads[at] < 0:
                if part.kind == "core":
                    root = number
                else:
                    heads[number], labels[number] = _hung(part, tags[number], tags, heads, root)
    repair(tokens, tags, heads, labels)
    return Parse(tokens, tags, heads, labels, children_of(heads))


def _closed(tokens: Tokens, part: Part) -> Tokens:
    """The words of a part, without the signs that set others off from them: `A, kata X, V` reads `A V`."""
    own = tokens.part(part.numbers)
    gaps = [
        gap if at == 0 or part.numbers[at - 1] == number - 1 else ""
        for at, (number, gap) in enumerate(zip(part.numbers, own.gaps, strict=True))
    ]
    return attrs.evolve(own, gaps=gaps)


def _hung(part: Part, tag: str, tags: Sequence[str], heads: Sequence[int], root: int) -> tuple[int, str]:
    """On what the root of a part hangs, and as what."""
    if part.kind == "front":
        return root, "advcl"
    if part.kind == "speech" or part.after < 0:
        return root, "parataxis"
    host = part.after
    while tags[host] not in _CLAUSES and 0 <= heads[host] < host and tags[heads[host]] in _NOMINAL:
        host = heads[host]
    if part.kind == "relative":
        return host, "acl:relcl"
    return host, "appos" if tag in _NOMINAL else "parataxis"
