"""Relations: what each word is to its head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ceasefire_id.syntax.tokens import Tokens
from ceasefire_id.syntax.weights import Group, Key, Weights

__all__ = ["LABEL_GROUPS", "children_of", "label_keys", "labels_of"]


def labels_of(tokens: Tokens, keys: Sequence[str], heads: Sequence[int], weights: Weights) -> list[str]:
    """The relation of each word to its head."""
    children = children_of(heads)
    return [
        weights.best(label_keys(tokens, keys, heads, children, i), "nmod") if head >= 0 else "root"
        for i, head in enumerate(heads)
    ]


def children_of(heads: Sequence[int]) -> list[list[int]]:
    """For each word those that hang on it, ascending."""
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head >= 0:
            children[head].append(i)
    return children


# ---- what may tell the relation of a word ------------------------------------------------------------------------


def label_keys(
    tokens: Tokens, keys: Sequence[str], heads: Sequence[int], children: Sequence[Sequence[int]], i: int
) -> tuple[Key, ...]:
    """A key for each of `LABEL_GROUPS`, of word `i`."""
    head = heads[i]
    way, apart = ("L", head - i) if i < head else ("R", i - head)
    far = apart if apart < 5 else 5
    side = way + ("n" if far == 1 else "f")
    key, head_key = keys[i], keys[head]
    form, head_form = tokens.forms[i], tokens.forms[head]
    own, siblings = children[i], children[head]
    first, second, last, gap = "_", "_", "_", tokens.gaps[i]
    if own:
        gap = tokens.gaps[own[0] if own[0] < i else i]
        first = keys[own[0]] if own[0] < i else "_"
        second = keys[own[1]] if len(own) > 1 and own[1] < i else "_"
        last = keys[own[-1]] if own[-1] > i else "_"
    at = siblings.index(i)
    before = keys[siblings[at - 1]] if at else "_"
    after = keys[siblings[at + 1]] if at + 1 < len(siblings) else "_"
    grand = keys[heads[head]] if heads[head] >= 0 else "<"
    opening = keys[siblings[0]] if siblings[0] < head else "_"
    case = "C" if tokens.capitals[i] else "c"
    head_case = "C" if tokens.capitals[head] else "c"
    return (
        (way, key, head_key, first, second, gap),
        (side, form.lemma, head_key),
        (side, key, head_form.lemma),
        (way, form.lemma, head_form.lemma),
        (way, form.lemma, first),
        (side, key, head_key, far),
        (way, key, head_key, before, after),
        (way, key, head_key, grand, last),
        (side, key, head_key, case, head_case, gap),
        (way, key, head_key, opening, first),
        (way, key, first, form.voice, form.clitic, head_form.voice, head_form.clitic),
    )


def _words(way: str, key: str, head: str, first: str, second: str, gap: str) -> Sequence[str]:
    return (
        f"a{way}{key}|{head}",
        f"b{way}{key}|{head}|{first}",
        f"f{way}{key}|{head}|{first}|{second}",
        f"g{way}{key}|{head}|{gap}|{first}",
        f"q{key}",
    )


def _stem(side: str, lemma: str, head: str) -> Sequence[str]:
    return (f"c{side}{lemma}|{head}",)


def _head_stem(side: str, key: str, lemma: str) -> Sequence[str]:
    return (f"d{side}{key}|{lemma}",)


def _stems(way: str, lemma: str, head: str) -> Sequence[str]:
    return (f"e{way}{lemma}|{head}",)


def _stem_opened(way: str, lemma: str, first: str) -> Sequence[str]:
    return (f"o{way}{lemma}|{first}",)


def _distance(side: str, key: str, head: str, far: int) -> Sequence[str]:
    return (f"h{side}{key}|{head}|{far}",)


def _siblings(way: str, key: str, head: str, before: str, after: str) -> Sequence[str]:
    return f"i{way}{key}|{head}|{before}", f"j{way}{key}|{head}|{after}"


def _around(way: str, key: str, head: str, grand: str, last: str) -> Sequence[str]:
    return f"k{way}{key}|{head}|{grand}", f"l{way}{key}|{head}|{last}"


def _capitals(side: str, key: str, head: str, case: str, head_case: str, gap: str) -> Sequence[str]:
    return f"m{side[0]}{key}{case}|{head}{head_case}|{gap}", f"r{side}{case}{head_case}{gap}"


def _opening(way: str, key: str, head: str, opening: str, first: str) -> Sequence[str]:
    return (f"n{way}{key}|{head}|{opening}|{first}",)


def _voices(
    way: str, key: str, first: str, voice: str, clitic: str, head_voice: str, head_clitic: str
) -> Sequence[str]:
    return (f"p{way}{key}|{first}|{voice}{clitic}|{head_voice}{head_clitic}",)


LABEL_GROUPS: Final[Sequence[Group]] = (
    _words,
    _stem,
    _head_stem,
    _stems,
    _stem_opened,
    _distance,
    _siblings,
    _around,
    _capitals,
    _opening,
    _voices,
)
