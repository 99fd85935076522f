"""Parts of speech: what each word of a sentence is, told by its form, its neighbours and the weights of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ceasefire_id.syntax.tokens import Grammar, Tokens
from ceasefire_id.syntax.weights import Group, Key, Weights

__all__ = ["TAG_GROUPS", "shapes_of", "tag_keys", "tags_of"]


def tags_of(tokens: Tokens, weights: Weights, certain: Mapping[str, str]) -> list[str]:
    """The tag of each word, from left to right; `certain` has the words whose tag is always the same."""
    tags: list[str] = []
    shapes = shapes_of(tokens)
    sure = Grammar.load()["sure_verbs"]
    for i, word in enumerate(tokens.words):
        tag = "VERB" if word in sure else certain.get(word)
        if tag is None or (tokens.capitals[i] and i > 0):
            tag = weights.best(tag_keys(tokens, shapes, i, tags), "NOUN")
            tag = "NUM" if tag == "NOUN" and _counts(tokens, i) else tag
        tags.append(tag)
    return tags


def _counts(tokens: Tokens, i: int) -> bool:
    """A number right before a common word: `12 warga`."""
    following = i + 1
    if not tokens.words[i].isdigit() or following == len(tokens) or tokens.gaps[following]:
        return False
    return tokens.words[following].isalpha() and not tokens.capitals[following]


# ---- what may tell the tag of a word -----------------------------------------------------------------------------


def shapes_of(tokens: Tokens) -> list[str]:
    """What the form of each word tells beside its stem; two signs more stand for what is behind the sentence."""
    shapes = []
    for word, form in zip(tokens.words, tokens.forms, strict=True):
        if word[0].isdigit():
            shapes.append("9" if word.replace(".", "").replace(",", "").isdigit() else "9a")
        else:
            shapes.append((form.voice or "-") + ("k" if form.known else "u") + form.clitic + form.suffix)
    return [*shapes, ">", ">"]


def tag_keys(tokens: Tokens, shapes: Sequence[str], i: int, before: Sequence[str]) -> tuple[Key, ...]:
    """A key for each of `TAG_GROUPS`; `before` are the tags of the words before word `i`."""
    words, gaps, form = tokens.words, tokens.gaps, tokens.forms[i]
    word, following, inside = words[i], i + 1, i + 1 < len(words)
    one = before[i - 1] if i else "<"
    two = before[i - 2] if i > 1 else "<"
    capital = "C" if tokens.capitals[i] else "c"
    next_capital = "C" if inside and tokens.capitals[following] else "c"
    place = "0" if i == 0 or gaps[i] in ('"', ':"', ',"') else "1"
    shape, next_word = shapes[i], words[following] if inside else ">"
    return (
        (word, form.lemma, form.suffix, capital),
        (shape, capital, place, one, two),
        (shape, shapes[following], shapes[i + 2] if inside else ">"),
        (word, words[i - 1] if i else "<", one),
        (word, next_word),
        (capital, next_capital, place, one),
        (gaps[i], gaps[following] if inside else ">", shape),
    )


def _word(word: str, lemma: str, suffix: str, capital: str) -> Sequence[str]:
    return (
        "b",
        f"w={word}",
        f"l={lemma}",
        f"s3={word[-3:]}",
        f"s2={word[-2:]}{capital}",
        f"p2={word[:2]}{suffix}",
        f"p3={word[:3]}",
    )


def _shape(shape: str, capital: str, place: str, one: str, two: str) -> Sequence[str]:
    return f"f={shape}{capital}{place}", f"f1={shape}{one}", f"t1={one}", f"t2={two}{one}"


def _next_shapes(shape: str, following: str, after: str) -> Sequence[str]:
    return f"f+={shape}{following}", f"v+={following}", f"v++={after}{following}"


def _behind(word: str, before: str, one: str) -> Sequence[str]:
    return f"t1w={one}{word}", f"w-={before}"


def _ahead(word: str, following: str) -> Sequence[str]:
    return f"w+={following}", f"w+w={word}|{following}"


def _capitals(capital: str, following: str, place: str, one: str) -> Sequence[str]:
    return (f"c+={capital}{following}{place}{one}",)


def _signs(gap: str, following: str, shape: str) -> Sequence[str]:
    return (f"g={gap}|{following}{shape}",)


TAG_GROUPS: Final[Sequence[Group]] = (_word, _shape, _next_shapes, _behind, _ahead, _capitals, _signs)
