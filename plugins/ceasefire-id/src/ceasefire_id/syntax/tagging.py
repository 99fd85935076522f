"""Parts of speech: what each word of a sentence is, told by its form, its neighbours and the weights of both."""

from __future__ import annotations

from collections.abc import Sequence

from ceasefire_id.syntax.model import Model
from ceasefire_id.syntax.tokens import Grammar, Tokens

__all__ = ["tag_features", "tags_of"]

_REMEMBERED = 20_000


def tags_of(tokens: Tokens, model: Model) -> list[str]:
    """The tag of each word, from left to right."""
    tags: list[str] = []
    sure = Grammar.load()["sure_verbs"]
    for i, word in enumerate(tokens.words):
        tag = "VERB" if word in sure else model.certain.get(word)
        if tag is None or (tokens.capitals[i] and i > 0):
            tag = model.tags.best(_place_features(tokens, i, tags), "NOUN", _of_word(tokens, i, model))
            tag = "NUM" if tag == "NOUN" and _counts(tokens, i) else tag
        tags.append(tag)
    return tags


def _counts(tokens: Tokens, i: int) -> bool:
    """A number right before a common word: `12 warga`."""
    following = i + 1
    if not tokens.words[i].isdigit() or following == len(tokens) or tokens.gaps[following]:
        return False
    return tokens.words[following].isalpha() and not tokens.capitals[following]


def tag_features(tokens: Tokens, i: int, before: Sequence[str]) -> list[str]:
    """What may tell the tag of word `i`; `before` are the tags of the words before it."""
    return _word_features(tokens, i) + _place_features(tokens, i, before)


def _of_word(tokens: Tokens, i: int, model: Model) -> dict[str, int]:
    """What the word's own form gives, remembered: an article says the same words again and again."""
    key = (tokens.words[i], tokens.capitals[i])
    found = model.known.get(key)
    if found is None:
        if len(model.known) > _REMEMBERED:
            model.known.clear()
        found = model.known[key] = model.tags.sums(_word_features(tokens, i))
    return found


def _word_features(tokens: Tokens, i: int) -> list[str]:
    word, form = tokens.words[i], tokens.forms[i]
    return [
        "b",
        "w=" + word,
        "l=" + form.lemma,
        "s3=" + word[-3:],
        "s2=" + word[-2:] + ("C" if tokens.capitals[i] else "c"),
        "p2=" + word[:2] + form.suffix,
        "p3=" + word[:3],
    ]


def _place_features(tokens: Tokens, i: int, before: Sequence[str]) -> list[str]:
    words = tokens.words
    word, last, following = words[i], len(words) - 1, i + 1
    one = before[i - 1] if i else "<"
    two = before[i - 2] if i > 1 else "<"
    next_word = words[following] if i < last else ">"
    next_voice = _shape(tokens, following) if i < last else ">"
    capital = "C" if tokens.capitals[i] else "c"
    place = "0" if i == 0 or tokens.gaps[i] in ('"', ':"', ',"') else "1"
    shape = _shape(tokens, i)
    return [
        "f=" + shape + capital + place,
        "f1=" + shape + one,
        "f+=" + shape + next_voice,
        "t1=" + one,
        "t2=" + two + one,
        "t1w=" + one + word,
        "w-=" + (words[i - 1] if i else "<"),
        "w+=" + next_word,
        "w+w=" + word + "|" + next_word,
        "c+=" + capital + ("C" if i < last and tokens.capitals[following] else "c") + place + one,
        "g=" + tokens.gaps[i] + "|" + (tokens.gaps[following] if i < last else ">") + shape,
        "v+=" + next_voice,
        "v++=" + (_shape(tokens, i + 2) if i + 2 <= last else ">") + next_voice,
    ]


def _shape(tokens: Tokens, i: int) -> str:
    word, form = tokens.words[i], tokens.forms[i]
    if word[0].isdigit():
        return "9" if word.replace(".", "").replace(",", "").isdigit() else "9a"
    return (form.voice or "-") + ("k" if form.known else "u") + form.clitic + form.suffix
