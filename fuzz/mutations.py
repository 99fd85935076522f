"""What befalls texts on their way: bad encodings, lost punctuation, pasted rubbish."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable

Mutation = Callable[[random.Random, str], str]

ZERO_WIDTH = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad")
SPACES = ("\u00a0", "\u202f", "\u2007", "\u3000", "\t", "  ", "\u2028", "\u0085", "\v", "\f")
MARKS = ("\u0301", "\u0308", "\u0323", "\u20dd", "\u0489")
EMOJI = ("🕊️", "👩‍👩‍👧", "🇮🇩", "😡", "\U000e0061")
RUNS = ("9", "0", "1.", "1,", "1/", "12 ", "“", '"', "'", "”", "(", ")", "[", "(a ", "-", "–", ".", ",", "\n", " ",
        "A. ", "dan ", "x", "Senin ", "(10/11) ", "tidak ", "di ", "\u0301", "İ", "²")  # fmt: skip
ODD = ("\0", "\ud800", "\udfff", "\u202e", "\u200f", "\x1b[31m", "عربي", "١٢", "½", "ﬁ", "𝟗", "\uffff", "<b>",
       "&amp;", "%s")  # fmt: skip
AROUND = (("\u202e", "\u202c"), ("(", ")"), ("“", "”"), ('"', '"'), ("((((", "))"), ("<p>", "</p>"))
PUNCTUATION = str.maketrans(dict.fromkeys(".,;:“”\"'‘’()[]-–—?!/…"))


def mutate(chance: random.Random, text: str, times: int) -> str:
    """The text after so many mutations; no surrogate pair is left, which is refused as input."""
    for _ in range(times):
        text = MUTATIONS[int(chance.random() * len(MUTATIONS))](chance, text)
    return without_pairs(text)


def without_pairs(text: str) -> str:
    """The text with surrogate pairs joined to the code points that they mean."""
    if text.isascii() or not any("\ud800" <= sign <= "\udbff" for sign in text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _place(chance: random.Random, text: str) -> int:
    return int(chance.random() * (len(text) + 1))


def _slice(chance: random.Random, text: str) -> tuple[int, int]:
    start = _place(chance, text)
    return start, min(len(text), start + int(chance.random() * 40))


def _put(text: str, at: int, new: str) -> str:
    return text[:at] + new + text[at:]


def _insert(choices: tuple[str, ...]) -> Mutation:
    return lambda chance, text: _put(text, _place(chance, text), chance.choice(choices))


def _sprinkle(choices: tuple[str, ...]) -> Mutation:
    """One of these now and then, after any sign."""

    def sprinkled(chance: random.Random, text: str) -> str:
        new, share = chance.choice(choices), chance.choice((0.03, 0.2))
        return "".join(sign + new if chance.random() < share else sign for sign in text)

    return sprinkled


def _spaces_become(choices: tuple[str, ...]) -> Mutation:
    return lambda chance, text: text.replace(" ", chance.choice(choices))


def _delete(chance: random.Random, text: str) -> str:
    start, end = _slice(chance, text)
    return text[:start] + text[end:]


def _double(chance: random.Random, text: str) -> str:
    start, end = _slice(chance, text)
    return _put(text, end, text[start:end])


def _move(chance: random.Random, text: str) -> str:
    start, end = _slice(chance, text)
    rest = text[:start] + text[end:]
    return _put(rest, _place(chance, rest), text[start:end])


def _run(chance: random.Random, text: str) -> str:
    return _put(text, _place(chance, text), chance.choice(RUNS) * chance.choice((3, 10, 40, 150)))


def _shuffle(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def _change_case(chance: random.Random, text: str) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def _normalise(chance: random.Random, text: str) -> str:
    form = "NFD" if chance.random() < 0.5 else "NFKD"
    return unicodedata.normalize(form, text)  # type: ignore[arg-type]


def _change_digits(chance: random.Random, text: str) -> str:
    return "".join(str(int(chance.random() * 10)) if "0" <= sign <= "9" else sign for sign in text)


def _wrap(chance: random.Random, text: str) -> str:
    before, after = chance.choice(AROUND)
    start, end = _slice(chance, text)
    return text[:start] + before + text[start:end] + after + text[end:]


MUTATIONS: tuple[Mutation, ...] = (
    lambda _, text: text.replace("\n", "\r\n"),
    lambda _, text: text.replace(" ", "\n"),
    lambda _, text: text.replace("\n", " "),
    lambda _, text: text.replace(" ", ""),
    lambda _, text: text.translate(PUNCTUATION),
    _spaces_become(SPACES),
    _sprinkle(ZERO_WIDTH),
    _sprinkle(MARKS),
    _insert(ZERO_WIDTH),
    _insert(SPACES),
    _insert(EMOJI),
    _insert(ODD),
    _insert(("\n", "\n\n", "\r\n", "\r", ".", ",", "“", "”", '"', "(", ")", "'", " - ", "1", "0", "/")),
    _delete, _double, _move, _run, _shuffle, _change_case, _normalise, _change_digits, _wrap,
    _delete, _double, _move, _run,
)  # fmt: skip
