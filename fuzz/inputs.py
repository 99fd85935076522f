"""Input number n of a seed: a text, a publication date, and how the text was made."""

from __future__ import annotations

import random

import attrs

from fuzz import grammar
from fuzz.mutations import RUNS, mutate, without_pairs
from fuzz.sources import Sources

DATES = ("2025-11-12", "2016-05-02", "2024-02-29", "2000-01-01", "0001-01-01", "9999-12-31", None)

# Letters, signs and marks of many scripts, spaces, controls, private use, lone surrogates, beyond the basic plane.
BLOCKS = ((0x20, 0x7E), (0x0, 0x1F), (0x80, 0x24F), (0x300, 0x36F), (0x370, 0x7FF), (0x900, 0x97F), (0x1E00, 0x1FFF),
          (0x2000, 0x206F), (0x2150, 0x218F), (0x3000, 0x30FF), (0xD800, 0xDFFF), (0xE000, 0xE010), (0xFE00, 0xFE0F),
          (0xFF00, 0xFFEF), (0x1D400, 0x1D7FF), (0x1F300, 0x1F64F), (0x10FFF0, 0x10FFFF))  # fmt: skip


@attrs.frozen
class Input:
    """One article to read."""

    number: int
    kind: str
    text: str
    published: str | None


def make_input(sources: Sources, seed: int, number: int) -> Input:
    """The input of that number: nothing but seed, number and sources decides what it is."""
    chance = random.Random(f"{seed}/{number}")
    kind, make = KINDS[int(chance.random() * len(KINDS))]
    text = without_pairs(make(chance, sources, _length(chance)))
    return Input(number, kind, text, chance.choice(DATES))


def _length(chance: random.Random) -> int:
    """How long it may be: mostly a sentence, sometimes an article, seldom many."""
    luck = chance.random()
    highest = 7.5 if luck < 0.9 else 10 if luck < 0.99 else 12 if luck < 0.999 else 15
    return int(2 ** (4 + chance.random() * (highest - 4)))


def _from_grammar(chance: random.Random, sources: Sources, most: int) -> str:
    text = grammar.article(chance, most)
    return text if chance.random() < 0.5 else mutate(chance, text, 1)


def _from_sentences(chance: random.Random, sources: Sources, most: int) -> str:
    """Sentences of the corpora, their marked pieces exchanged for others of the same layer."""
    written: list[str] = []
    while sum(map(len, written)) < most:
        text, spans = chance.choice(sources.marked)
        at = 0
        for start, end, layer in spans:
            new = chance.choice(sources.pieces[layer]) if chance.random() < 0.6 else text[start:end]
            written.append(text[at:start] + new)
            at = end
        written.append(text[at:] + chance.choice((" ", " ", "\n\n", "")))
    return "".join(written)[:most]


def _stretch(chance: random.Random, sources: Sources, most: int) -> str:
    """A stretch of an article, or some sentences of the corpora."""
    if chance.random() < 0.5:
        text = chance.choice(sources.articles)
        start = int(chance.random() * max(1, len(text) - most))
        return (text * (1 + most // max(1, len(text))))[start : start + most]
    text = chance.choice(sources.sentences)
    while len(text) < most:
        text += " " + chance.choice(sources.sentences)
    return text[:most]


def _mutated(chance: random.Random, sources: Sources, most: int) -> str:
    return mutate(chance, _stretch(chance, sources, most), 1 + int(chance.random() * 4))


def _spliced(chance: random.Random, sources: Sources, most: int) -> str:
    """The head of one text and the tail of another, several times."""
    pieces = [_stretch(chance, sources, max(8, most // 3)) for _ in range(3)]
    return chance.choice(("", " ", "\n", ", ", "”", "dan")).join(
        piece[int(chance.random() * len(piece) / 2) :] for piece in pieces
    )


def _random_unicode(chance: random.Random, sources: Sources, most: int) -> str:
    lowest, highest = chance.choice(BLOCKS)
    own = [chr(chance.randint(lowest, highest)) for _ in range(1 + most // 8)]
    words = [word for word in chance.choice(sources.sentences).split(" ") if word]
    return "".join(chance.choice(own) if chance.random() < 0.6 else chance.choice(words) for _ in range(most // 3))


def _runs(chance: random.Random, sources: Sources, most: int) -> str:
    """One or two scraps over and over, between the halves of a sentence."""
    text = chance.choice(sources.sentences)
    cut = int(chance.random() * len(text))
    scrap = chance.choice(RUNS) + (chance.choice(RUNS) if chance.random() < 0.5 else "")
    if chance.random() < 0.3:
        scrap = chance.choice(text.split(" ")) + " "
    return text[:cut] + scrap * max(1, most // len(scrap)) + text[cut:]


KINDS = (
    ("grammar", _from_grammar), ("grammar", _from_grammar),
    ("exchanged", _from_sentences), ("exchanged", _from_sentences),
    ("mutated", _mutated), ("mutated", _mutated), ("mutated", _mutated),
    ("spliced", _spliced), ("unicode", _random_unicode), ("runs", _runs),
)  # fmt: skip
