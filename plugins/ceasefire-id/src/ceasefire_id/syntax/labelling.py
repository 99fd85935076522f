"""Relations: what each word is to its head."""

from __future__ import annotations

from collections.abc import Sequence

from ceasefire_id.syntax.model import Model
from ceasefire_id.syntax.tokens import Tokens

__all__ = ["label_features", "labels_of"]


def labels_of(tokens: Tokens, keys: Sequence[str], heads: Sequence[int], model: Model) -> list[str]:
    """The relation of each word to its head."""
    children = children_of(heads)
    return [
        model.labels.best(label_features(tokens, keys, heads, children, i), "nmod") if head >= 0 else "root"
        for i, head in enumerate(heads)
    ]


def children_of(heads: Sequence[int]) -> list[list[int]]:
    """For each word those that hang on it, ascending."""
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head >= 0:
            children[head].append(i)
    return children


def label_features(
    tokens: Tokens, keys: Sequence[str], heads: Sequence[int], children: Sequence[Sequence[int]], i: int
) -> list[str]:
    """What may tell the relation of word `i`."""
    head = heads[i]
    way = "L" if i < head else "R"
    far = min(abs(i - head), 5)
    key, head_key = keys[i], keys[head]
    form, head_form = tokens.forms[i], tokens.forms[head]
    own, siblings = children[i], children[head]
    first = keys[own[0]] if own and own[0] < i else "_"
    second = keys[own[1]] if len(own) > 1 and own[1] < i else "_"
    last = keys[own[-1]] if own and own[-1] > i else "_"
    at = siblings.index(i)
    before = keys[siblings[at - 1]] if at else "_"
    after = keys[siblings[at + 1]] if at + 1 < len(siblings) else "_"
    gap = tokens.gaps[own[0] if own and own[0] < i else i]
    grand = keys[heads[head]] if heads[head] >= 0 else "<"
    opening = keys[children[head][0]] if siblings[0] < head else "_"
    case = "C" if tokens.capitals[i] else "c"
    head_case = "C" if tokens.capitals[head] else "c"
    side = way + ("n" if far == 1 else "f")
    return [
        f"a{way}{key}|{head_key}",
        f"b{way}{key}|{head_key}|{first}",
        f"c{side}{form.lemma}|{head_key}",
        f"d{side}{key}|{head_form.lemma}",
        f"e{way}{form.lemma}|{head_form.lemma}",
        f"f{way}{key}|{head_key}|{first}|{second}",
        f"g{way}{key}|{head_key}|{gap}|{first}",
        f"h{side}{key}|{head_key}|{far}",
        f"i{way}{key}|{head_key}|{before}",
        f"j{way}{key}|{head_key}|{after}",
        f"k{way}{key}|{head_key}|{grand}",
        f"l{way}{key}|{head_key}|{last}",
        f"m{way}{key}{case}|{head_key}{head_case}|{gap}",
        f"n{way}{key}|{head_key}|{opening}|{first}",
        f"o{way}{form.lemma}|{first}",
        f"p{way}{key}|{first}|{form.voice}{form.clitic}|{head_form.voice}{head_form.clitic}",
        f"q{key}",
        f"r{side}{case}{head_case}{gap}",
    ]
