"""The tree of one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from ceasefire_id.syntax.labelling import children_of, labels_of
from ceasefire_id.syntax.layout import layout_of
from ceasefire_id.syntax.model import Model
from ceasefire_id.syntax.parsing import heads_of, keys_of
from ceasefire_id.syntax.tagging import tags_of
from ceasefire_id.syntax.tokens import Tokens

__all__ = ["Parse", "parse_of"]


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
        own = tokens if len(part.numbers) == size else tokens.part(part.numbers)
        part_tags = tags_of(own, model)
        keys = keys_of(own, part_tags)
        part_heads = heads_of(own, keys, model)
        part_labels = labels_of(own, keys, part_heads, model)
        for at, number in enumerate(part.numbers):
            tags[number], labels[number] = part_tags[at], part_labels[at]
            heads[number] = part.numbers[part_heads[at]] if part_heads[at] >= 0 else -1
            if part_heads[at] < 0:
                if part.kind == "core":
                    root = number
                else:
                    bracket = part.kind == "bracket" and part.after >= 0
                    heads[number] = part.after if bracket else root
                    labels[number] = "appos" if bracket and tags[number] in ("NOUN", "PROPN") else "parataxis"
    return Parse(tokens, tags, heads, labels, children_of(heads))
