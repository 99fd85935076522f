"""Heads: a parser that reads a sentence once from left to right and never goes back.

The words not yet read stand in a queue, those begun in a stack. At each step the next word is taken up, or the
word on top of the stack is given its head: the next word (an arc to the left), or the word below it (to the right).
Which of the three it is, weights decide. (The arc-hybrid system of Kuhlmann, Gomez-Rodriguez and Satta, 2011.)
"""

from __future__ import annotations

from collections.abc import Sequence

from ceasefire_id.syntax.model import Model
from ceasefire_id.syntax.tokens import Grammar, Tokens

__all__ = ["LEFT", "RIGHT", "SHIFT", "State", "heads_of", "keys_of", "move_features"]

SHIFT, LEFT, RIGHT = 0, 1, 2
_NOMINAL = ("NOUN", "PROP", "PRON", "ia", "dia", "mere", "kami", "kita", "saya")


def keys_of(tokens: Tokens, tags: Sequence[str]) -> list[str]:
    """For each word what stands for it in features: itself in closed classes, else its tag and voice."""
    own = Grammar.load()["function_words"]
    keys: list[str] = []
    for word, form, tag in zip(tokens.words, tokens.forms, tags, strict=True):
        if word in own:
            keys.append(word)
        elif tag == "VERB" or (tag == "NOUN" and form.voice):
            keys.append(tag + "-" + (form.voice[:3] or "bare") + (form.suffix[:1] if tag == "VERB" else ""))
        else:
            keys.append(tag)
    return keys


class State:
    """How far the reading has come. Words are given by their number in the sentence; -1 is no word."""

    __slots__ = (
        "ahead",
        "cases",
        "heads",
        "keys",
        "leftmost",
        "lefts",
        "next",
        "objects",
        "rightmost",
        "rights",
        "size",
        "stack",
        "subjects",
        "tokens",
        "verbs",
    )

    def __init__(self, tokens: Tokens, keys: Sequence[str]) -> None:
        self.tokens = tokens
        self.keys = [*keys, ">", ">", ">"]
        self.size = size = len(tokens)
        self.stack: list[int] = []
        self.next = 0
        self.heads = [-1] * size
        self.leftmost = [-1] * (size + 1)
        self.rightmost = [-1] * (size + 1)
        self.lefts = [0] * (size + 1)
        self.rights = [0] * (size + 1)
        #: the first word before each that hangs on it and is no part of its name: mostly its preposition
        self.cases = [""] * (size + 1)
        #: whether each has a nominal without a preposition before it, behind it
        self.subjects = ["_"] * (size + 1)
        self.objects = ["_"] * (size + 1)
        #: what comes behind each word: the next verb, and the next sign before it
        self.ahead = _ahead(keys, tokens.gaps)
        #: how many verbs stand in the stack
        self.verbs = 0

    def legal(self) -> tuple[bool, bool, bool]:
        """Which moves may be made."""
        return self.next < self.size, bool(self.stack) and self.next < self.size, len(self.stack) > 1

    def done(self) -> bool:
        """Whether one word is left, the root."""
        return self.next >= self.size and len(self.stack) <= 1

    def move(self, move: int) -> None:
        """Make a move."""
        if move == SHIFT:
            self.stack.append(self.next)
            self.verbs += self.keys[self.next].startswith("VERB")
            self.next += 1
            return
        word = self.stack.pop()
        self.verbs -= self.keys[word].startswith("VERB")
        bare = not self.cases[word] and self.keys[word][:4] in _NOMINAL
        if move == LEFT:
            head = self.next
            self.lefts[head] += 1
            self.leftmost[head] = word if self.leftmost[head] < 0 else min(word, self.leftmost[head])
            key = self.keys[word]
            if key.islower():
                self.cases[head] = key
            if bare:
                self.subjects[head] = "s"
        else:
            head = self.stack[-1]
            self.rights[head] += 1
            self.rightmost[head] = word
            if bare:
                self.objects[head] = "o"
        self.heads[word] = head


def _ahead(keys: Sequence[str], gaps: Sequence[str]) -> list[str]:
    """For each word the next verb behind it, or what opens that verb's clause, and the first sign between."""
    found = ["."] * (len(keys) + 1)
    verb, sign = ".", ""
    for n in range(len(keys) - 1, -1, -1):
        found[n] = verb + sign
        if keys[n].startswith("VERB"):
            verb, sign = keys[n][:8], ""
        elif keys[n] in ("yang", "dan", "bahwa", "untuk") and verb != ".":
            verb = keys[n]
        if gaps[n]:
            sign = gaps[n][:1]
    return found


def heads_of(tokens: Tokens, keys: Sequence[str], model: Model) -> list[int]:
    """The head of each word, -1 for the root."""
    state = State(tokens, keys)
    get = model.moves.get
    while not state.done():
        may_shift, may_left, may_right = state.legal()
        if not (may_left or may_right):
            state.move(SHIFT)
            continue
        if not may_shift:
            state.move(RIGHT)
            continue
        shift = left = right = 0
        for feature in move_features(state):
            weights = get(feature)
            if weights is not None:
                shift += weights[0]
                left += weights[1]
                right += weights[2]
        if may_left and left > shift and (left >= right or not may_right):
            state.move(LEFT)
        elif may_right and right > shift:
            state.move(RIGHT)
        else:
            state.move(SHIFT)
    return state.heads


def move_features(state: State) -> list[str]:
    """What may tell the next move."""
    stack, keys, forms, gaps, cases = state.stack, state.keys, state.tokens.forms, state.tokens.gaps, state.cases
    size, b0 = state.size, state.next
    s0 = stack[-1] if stack else -1
    s1 = stack[-2] if len(stack) > 1 else -1
    s2 = stack[-3] if len(stack) > 2 else -1
    s0k = keys[s0] if s0 >= 0 else "<"
    s1k = keys[s1] if s1 >= 0 else "<"
    s2k = keys[s2] if s2 >= 0 else "<"
    b0k, b1k, b2k = keys[b0], keys[b0 + 1], keys[b0 + 2]
    s0w = forms[s0].lemma if s0 >= 0 else "<"
    s1w = forms[s1].lemma if s1 >= 0 else "<"
    b0w = forms[b0].lemma if b0 < size else ">"
    b1w = forms[b0 + 1].lemma if b0 + 1 < size else ">"
    s0c = cases[s0] if s0 >= 0 else ""
    s1c = cases[s1] if s1 >= 0 else ""
    b0c = cases[b0]
    gap = gaps[b0] if b0 < size else ">"
    after = gaps[b0 + 1] if b0 + 1 < size else ">"
    before = gaps[s0] if s0 >= 0 else "<"
    near = str(min(b0 - s0, 6)) if s0 >= 0 else "<"
    far = str(min(s0 - s1, 6)) if s1 >= 0 else "<"
    s0l = keys[state.leftmost[s0]] if s0 >= 0 and state.leftmost[s0] >= 0 else "_"
    s0r = keys[state.rightmost[s0]] if s0 >= 0 and state.rightmost[s0] >= 0 else "_"
    s1l = keys[state.leftmost[s1]] if s1 >= 0 and state.leftmost[s1] >= 0 else "_"
    s1r = keys[state.rightmost[s1]] if s1 >= 0 and state.rightmost[s1] >= 0 else "_"
    b0l = keys[state.leftmost[b0]] if state.leftmost[b0] >= 0 else "_"
    ahead, verbs = state.ahead[b0], min(state.verbs, 3)
    s0s, s0o = (state.subjects[s0], state.objects[s0]) if s0 >= 0 else ("", "")
    s1s, s1o = (state.subjects[s1], state.objects[s1]) if s1 >= 0 else ("", "")
    b0s = state.subjects[b0]
    comma = "," if any(gaps[s1 + 1 : s0 + 1]) and s1 >= 0 else "_"
    inner = "," if any(gaps[s0 + 1 : b0 + 1]) and s0 >= 0 else "_"
    return [
        f"a{s0k}|{b0k}",
        f"b{s0k}|{b0k}|{gap}",
        f"c{s0w}|{b0k}",
        f"d{s0k}|{b0w}",
        f"e{s0w}|{b0w}",
        f"f{s1k}|{s0k}|{b0k}",
        f"g{s0k}|{b0k}|{b1k}",
        f"h{s2k}|{s1k}|{s0k}",
        f"i{b0k}|{b1k}|{b2k}",
        f"j{s1k}|{s0k}|{comma}",
        f"k{s1w}|{s0k}",
        f"l{s1k}|{s0w}",
        f"m{s1w}|{s0w}",
        f"n{s0k}|{b0k}|{near}{inner}",
        f"o{s1k}|{s0k}|{far}{comma}",
        f"p{s1k}|{s0k}|{s0c}|{b0k}",
        f"q{s1w}|{s0c}|{s0k}",
        f"r{s1k}|{s1c}|{s0k}|{s0c}",
        f"s{s0k}|{s0c}|{b0k}|{b0c}",
        f"t{s0k}|{s0l}|{b0k}",
        f"u{s0k}|{s0r}|{b0k}",
        f"v{s1k}|{s1r}|{s0k}|{s0c}",
        f"w{s1k}|{s1l}|{s0k}|{b0k}",
        f"x{s0k}|{b0k}|{b0l}",
        f"y{s0k}|{gap}|{b0k}|{after}",
        f"z{s1k}|{before}|{s0k}|{gap}|{b0k}",
        f"A{s0w}",
        f"B{b0w}",
        f"C{b0k}|{b1w}",
        f"D{s0k}|{state.rights[s0] if s0 >= 0 else 0}{state.lefts[s0] if s0 >= 0 else 0}|{b0k}",
        f"E{b0k}|{state.lefts[b0]}|{s0k}",
        f"F{s1k}|{s0k}|{b0k}|{comma}{inner}|{gap}",
        f"G{s2k}|{s1k}|{s0k}|{b0k}",
        f"H{s0k}|{s0c}|{b0k}|{b1k}",
        f"I{s1k}|{s1c}|{s0c}|{b0k}|{inner}",
        f"J{s0k}|{b0k}|{ahead}|{verbs}",
        f"K{s1k}|{s0k}|{ahead}",
        f"L{s0k}|{b0k}|{b0l}|{s0l}",
        f"M{s0k}{s0s}{s0o}|{b0k}|{b0s}|{b0l}",
        f"N{s1k}{s1s}{s1o}|{s0k}{s0s}|{s0c}|{b0k}",
        f"O{s1k}{s1s}|{s1l}|{s0k}{s0s}|{s0l}|{comma}",
        f"P{s1k}{s1o}|{s0k}|{s0c}|{gap}",
        f"Q{b0k}{b0s}|{verbs}|{gap}|{b0l}",
    ]
