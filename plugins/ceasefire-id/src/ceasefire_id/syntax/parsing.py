"""Heads: a parser that reads a sentence once from left to right and never goes back.

The words not yet read stand in a queue, those begun in a stack. At each step the next word is taken up, or the
word on top of the stack is given its head: the next word (an arc to the left), or the word below it (to the right).
Which of the three it is, weights decide. (The arc-hybrid system of Kuhlmann, Gomez-Rodriguez and Satta, 2011.)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ceasefire_id.syntax.tokens import Grammar, Tokens
from ceasefire_id.syntax.weights import Group, Key, Weights

__all__ = ["LEFT", "MOVES", "MOVE_GROUPS", "RIGHT", "SHIFT", "State", "heads_of", "keys_of", "move_keys"]

SHIFT, LEFT, RIGHT = 0, 1, 2
#: the classes of the weights of moves
MOVES: Final = ("0", "1", "2")
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
    """How far the reading has come. Words are given by their number in the sentence; -1 is no word.

    What is kept for each word has a place more, for the end of the sentence, and at -1 what stands for no word.
    """

    __slots__ = (
        "ahead",
        "cases",
        "gaps",
        "heads",
        "keys",
        "left_keys",
        "lefts",
        "next",
        "objects",
        "right_keys",
        "rights",
        "signs",
        "size",
        "stack",
        "stems",
        "subjects",
        "verbs",
    )

    def __init__(self, tokens: Tokens, keys: Sequence[str]) -> None:
        self.keys = [*keys, ">", ">", ">", "<"]
        self.stems = [*(form.lemma for form in tokens.forms), ">", ">", "<"]
        self.gaps = [*tokens.gaps, ">", ">"]
        self.size = size = len(tokens)
        self.stack: list[int] = []
        self.next = 0
        self.heads = [-1] * size
        #: the first of those before each, and the last of those behind it, that hang on it
        self.left_keys = ["_"] * (size + 2)
        self.right_keys = ["_"] * (size + 2)
        self.lefts = [0] * (size + 1)
        self.rights = [0] * (size + 1)
        #: the first word before each that hangs on it and is no part of its name: mostly its preposition
        self.cases = [""] * (size + 2)
        #: whether each has a nominal without a preposition before it, behind it
        self.subjects = [*["_"] * (size + 1), ""]
        self.objects = [*["_"] * (size + 1), ""]
        #: what comes behind each word: the next verb, and the next sign before it
        self.ahead = _ahead(keys, tokens.gaps)
        #: how many words, up to each, have a sign before them
        self.signs = _counted(tokens.gaps)
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
            self.verbs += self.keys[self.next][:4] == "VERB"
            self.next += 1
            return
        word = self.stack.pop()
        key = self.keys[word]
        self.verbs -= key[:4] == "VERB"
        bare = not self.cases[word] and key[:4] in _NOMINAL
        if move == LEFT:
            head = self.next
            self.lefts[head] += 1
            self.left_keys[head] = key
            if key.islower():
                self.cases[head] = key
            if bare:
                self.subjects[head] = "s"
        else:
            head = self.stack[-1]
            self.rights[head] += 1
            self.right_keys[head] = key
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


def _counted(gaps: Sequence[str]) -> list[int]:
    found = [0]
    for gap in gaps:
        found.append(found[-1] + (gap != ""))
    return [*found, found[-1]]


def heads_of(tokens: Tokens, keys: Sequence[str], weights: Weights) -> list[int]:
    """The head of each word, -1 for the root."""
    state = State(tokens, keys)
    while not state.done():
        may_shift, may_left, may_right = state.legal()
        if not (may_left or may_right):
            state.move(SHIFT)
            continue
        if not may_shift:
            state.move(RIGHT)
            continue
        shift, left, right = weights.sums(move_keys(state))
        if may_left and left > shift and (left >= right or not may_right):
            state.move(LEFT)
        elif may_right and right > shift:
            state.move(RIGHT)
        else:
            state.move(SHIFT)
    return state.heads


# ---- what may tell the next move ---------------------------------------------------------------------------------
# s0, s1, s2 are the words of the stack from its top, b0, b1, b2 the next words; of each k is the key, w the stem,
# c the case, l and r the keys of what hangs on it, s and o whether it has a subject and an object.


def move_keys(state: State) -> tuple[Key, ...]:
    """A key for each of `MOVE_GROUPS`; a word stands in the stack."""
    stack, keys, stems, gaps, cases = state.stack, state.keys, state.stems, state.gaps, state.cases
    lefts, subjects, objects, signs = state.left_keys, state.subjects, state.objects, state.signs
    b0, s0 = state.next, stack[-1]
    s1 = stack[-2] if len(stack) > 1 else -1
    s2 = stack[-3] if len(stack) > 2 else -1
    s0k, s1k, s2k = keys[s0], keys[s1], keys[s2]
    b0k, b1k, b2k = keys[b0], keys[b0 + 1], keys[b0 + 2]
    s0w, b0w = stems[s0], stems[b0]
    s0c, s1c, b0c = cases[s0], cases[s1], cases[b0]
    s0l, s1l, b0l = lefts[s0], lefts[s1], lefts[b0]
    s0s, s1s, s1o, b0s = subjects[s0], subjects[s1], objects[s1], subjects[b0]
    gap = gaps[b0]
    near = b0 - s0 if b0 - s0 < 6 else 6
    inner = "," if signs[b0 + 1] > signs[s0 + 1] else "_"
    far: int | str = "<"
    comma = "_"
    if s1 >= 0:
        far = s0 - s1 if s0 - s1 < 6 else 6
        comma = "," if signs[s0 + 1] > signs[s1 + 1] else "_"
    verbs = state.verbs if state.verbs < 3 else 3
    return (
        (s0k, b0k, gap, near, inner, gaps[b0 + 1]),
        (s0w, s0k, b0k, b0w),
        (s2k, s1k, s0k, b0k),
        (s0k, b0k, b1k, s0c, b0c),
        (b0k, b1k, b2k, b0w, stems[b0 + 1]),
        (s1k, s0k, comma, far),
        (s1k, s0k, b0k, comma, inner, gap, gaps[s0]),
        (stems[s1], s1k, s0w, s0k, s0c),
        (s1k, s1c, s0k, s0c, b0k, inner),
        (s0k, s0l, state.right_keys[s0], b0k, b0l),
        (s1k, s1l, state.right_keys[s1], s0k, s0c, b0k),
        (s0k, state.rights[s0], state.lefts[s0], b0k, state.lefts[b0]),
        (s1k, s0k, b0k, state.ahead[b0], verbs),
        (s0k, s0s, objects[s0], b0k, b0s, b0l),
        (s1k, s1s, s1o, s0k, s0s, s0c, b0k),
        (s1k, s1s, s1l, s0k, s0s, s0l, comma),
        (s1k, s1o, s0k, s0c, gap),
        (b0k, b0s, verbs, gap, b0l),
    )


def _meeting(s0k: str, b0k: str, gap: str, near: int, inner: str, after: str) -> Sequence[str]:
    return f"a{s0k}|{b0k}", f"b{s0k}|{b0k}|{gap}", f"n{s0k}|{b0k}|{near}{inner}", f"y{s0k}|{gap}|{b0k}|{after}"


def _meeting_stems(s0w: str, s0k: str, b0k: str, b0w: str) -> Sequence[str]:
    return f"c{s0w}|{b0k}", f"d{s0k}|{b0w}", f"e{s0w}|{b0w}", f"A{s0w}"


def _stacked(s2k: str, s1k: str, s0k: str, b0k: str) -> Sequence[str]:
    return f"f{s1k}|{s0k}|{b0k}", f"h{s2k}|{s1k}|{s0k}", f"G{s2k}|{s1k}|{s0k}|{b0k}"


def _following(s0k: str, b0k: str, b1k: str, s0c: str, b0c: str) -> Sequence[str]:
    return f"g{s0k}|{b0k}|{b1k}", f"s{s0k}|{s0c}|{b0k}|{b0c}", f"H{s0k}|{s0c}|{b0k}|{b1k}"


def _queued(b0k: str, b1k: str, b2k: str, b0w: str, b1w: str) -> Sequence[str]:
    return f"i{b0k}|{b1k}|{b2k}", f"B{b0w}", f"C{b0k}|{b1w}"


def _below(s1k: str, s0k: str, comma: str, far: int | str) -> Sequence[str]:
    return f"j{s1k}|{s0k}|{comma}", f"o{s1k}|{s0k}|{far}{comma}"


def _signs(s1k: str, s0k: str, b0k: str, comma: str, inner: str, gap: str, before: str) -> Sequence[str]:
    return f"z{s1k}|{before}|{s0k}|{gap}|{b0k}", f"F{s1k}|{s0k}|{b0k}|{comma}{inner}|{gap}"


def _stems_below(s1w: str, s1k: str, s0w: str, s0k: str, s0c: str) -> Sequence[str]:
    return f"k{s1w}|{s0k}", f"l{s1k}|{s0w}", f"m{s1w}|{s0w}", f"q{s1w}|{s0c}|{s0k}"


def _cases(s1k: str, s1c: str, s0k: str, s0c: str, b0k: str, inner: str) -> Sequence[str]:
    return (
        f"p{s1k}|{s0k}|{s0c}|{b0k}",
        f"r{s1k}|{s1c}|{s0k}|{s0c}",
        f"I{s1k}|{s1c}|{s0c}|{b0k}|{inner}",
    )


def _hanging(s0k: str, s0l: str, s0r: str, b0k: str, b0l: str) -> Sequence[str]:
    return f"t{s0k}|{s0l}|{b0k}", f"u{s0k}|{s0r}|{b0k}", f"x{s0k}|{b0k}|{b0l}", f"L{s0k}|{b0k}|{b0l}|{s0l}"


def _hanging_below(s1k: str, s1l: str, s1r: str, s0k: str, s0c: str, b0k: str) -> Sequence[str]:
    return f"v{s1k}|{s1r}|{s0k}|{s0c}", f"w{s1k}|{s1l}|{s0k}|{b0k}"


def _counts(s0k: str, rights: int, lefts: int, b0k: str, b0_lefts: int) -> Sequence[str]:
    return f"D{s0k}|{rights}{lefts}|{b0k}", f"E{b0k}|{b0_lefts}|{s0k}"


def _farther(s1k: str, s0k: str, b0k: str, ahead: str, verbs: int) -> Sequence[str]:
    return f"J{s0k}|{b0k}|{ahead}|{verbs}", f"K{s1k}|{s0k}|{ahead}"


def _served(s0k: str, s0s: str, s0o: str, b0k: str, b0s: str, b0l: str) -> Sequence[str]:
    return (f"M{s0k}{s0s}{s0o}|{b0k}|{b0s}|{b0l}",)


def _served_below(s1k: str, s1s: str, s1o: str, s0k: str, s0s: str, s0c: str, b0k: str) -> Sequence[str]:
    return (f"N{s1k}{s1s}{s1o}|{s0k}{s0s}|{s0c}|{b0k}",)


def _subjects(s1k: str, s1s: str, s1l: str, s0k: str, s0s: str, s0l: str, comma: str) -> Sequence[str]:
    return (f"O{s1k}{s1s}|{s1l}|{s0k}{s0s}|{s0l}|{comma}",)


def _objects(s1k: str, s1o: str, s0k: str, s0c: str, gap: str) -> Sequence[str]:
    return (f"P{s1k}{s1o}|{s0k}|{s0c}|{gap}",)


def _served_next(b0k: str, b0s: str, verbs: int, gap: str, b0l: str) -> Sequence[str]:
    return (f"Q{b0k}{b0s}|{verbs}|{gap}|{b0l}",)


MOVE_GROUPS: Final[Sequence[Group]] = (
    _meeting,
    _meeting_stems,
    _stacked,
    _following,
    _queued,
    _below,
    _signs,
    _stems_below,
    _cases,
    _hanging,
    _hanging_below,
    _counts,
    _farther,
    _served,
    _served_below,
    _subjects,
    _objects,
    _served_next,
)
