"""How the weights are learned: averaged perceptrons over sentences with known trees, the parser with an oracle that
knows the best move from wherever its own mistakes have led it.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from ceasefire_id.syntax.labelling import LABEL_GROUPS, children_of, label_keys
from ceasefire_id.syntax.parsing import LEFT, MOVE_GROUPS, MOVES, SHIFT, State, keys_of, move_keys
from ceasefire_id.syntax.tagging import TAG_GROUPS, shapes_of, tag_keys, tags_of
from ceasefire_id.syntax.tokens import Tokens
from ceasefire_id.syntax.weights import Weights, features_of

__all__ = ["Tree", "train"]

_FOLDS: Final = 5
#: how often a word must be seen, always with one tag, to be certain of it
_CERTAIN: Final = 12
#: features that are met less often are not learned
_OFTEN: Final = 12


@attrs.frozen
class Tree:
    """A sentence with what is known of it."""

    tokens: Tokens
    tags: Sequence[str]
    heads: Sequence[int]
    labels: Sequence[str]


class _Perceptron:
    """Weights under training: sums, and their averages over all steps."""

    def __init__(self) -> None:
        self.weights: dict[str, dict[str, float]] = defaultdict(dict)
        self._totals: dict[str, dict[str, float]] = defaultdict(dict)
        self._since: dict[str, dict[str, int]] = defaultdict(dict)
        #: how often each feature is met in a first round; the rare ones tell of single sentences, and are not learned
        self._met: Counter[str] = Counter()
        self._common: frozenset[str] | None = None
        self._step = 0

    def scores(self, features: Iterable[str]) -> dict[str, float]:
        scores: dict[str, float] = {}
        for feature in features:
            for name, weight in self.weights.get(feature, {}).items():
                scores[name] = scores.get(name, 0) + weight
        return scores

    def settle(self, often: int) -> None:
        """End the first round: learn from what was met often, from the beginning."""
        self._common = frozenset(feature for feature, times in self._met.items() if times >= often)
        self.weights.clear()
        self._totals.clear()
        self._since.clear()
        self._step = 0

    def update(self, features: Iterable[str], right: str, wrong: str) -> None:
        self._step += 1
        if self._common is None:
            self._met.update(features)
        if right == wrong:
            return
        for feature in features:
            if self._common is not None and feature not in self._common:
                continue
            self._add(feature, right, 1)
            self._add(feature, wrong, -1)

    def _add(self, feature: str, name: str, by: float) -> None:
        weight = self.weights[feature].get(name, 0)
        since = self._since[feature].get(name, 0)
        self._totals[feature][name] = self._totals[feature].get(name, 0) + (self._step - since) * weight
        self._since[feature][name] = self._step
        self.weights[feature][name] = weight + by

    def averaged(self, scale: float, least: int) -> dict[str, dict[str, int]]:
        """Whole numbers; those under `least` are dropped."""
        result: dict[str, dict[str, int]] = {}
        for feature, weights in self.weights.items():
            kept = {}
            for name, weight in weights.items():
                total = self._totals[feature].get(name, 0) + (self._step - self._since[feature][name]) * weight
                whole = round(total / max(self._step, 1) * scale)
                if abs(whole) >= least:
                    kept[name] = whole
            if kept:
                result[feature] = kept
        return result


def train(trees: Sequence[Tree], rounds: int = 6, least: int = 4, scale: float = 10) -> Iterator[str]:
    """The lines of a file of weights. The parser learns from tags as the tagger gives them to sentences unseen."""
    tagged: list[list[str]] = [[] for _ in trees]
    for fold in range(_FOLDS):
        others = [tree for n, tree in enumerate(trees) if n % _FOLDS != fold]
        rows, certain = _tagger(others, rounds, least, scale)
        tagger = Weights(rows, TAG_GROUPS)
        for n in range(fold, len(trees), _FOLDS):
            tagged[n] = tags_of(trees[n].tokens, tagger, certain)
    rows, certain = _tagger(trees, rounds, least, scale)
    keys = [keys_of(tree.tokens, tags) for tree, tags in zip(trees, tagged, strict=True)]
    moves = _moves(trees, keys, rounds, least, scale)
    labels = _labels(trees, keys, rounds, least, scale)
    yield from (f"word\t{word}\t{tag}" for word, tag in sorted(certain.items()))
    yield from (f"tag\t{feature}\t{row}" for feature, row in sorted(rows.items()))
    for feature, weights in sorted(moves.items()):
        yield f"move\t{feature}\t" + " ".join(str(weights.get(move, 0)) for move in MOVES)
    yield from (f"label\t{feature}\t{_row(weights)}" for feature, weights in sorted(labels.items()))


def _row(weights: Mapping[str, int]) -> str:
    return " ".join(f"{name}={weight}" for name, weight in sorted(weights.items()))


def _tagger(
    trees: Sequence[Tree], rounds: int, least: int, scale: float
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The weights of its features as they are written, and the words that are always the same."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for word, tag in zip(tree.tokens.words, tree.tags, strict=True):
            seen[word][tag] += 1
    certain = {
        word: tags.most_common(1)[0][0]
        for word, tags in seen.items()
        if tags.total() >= _CERTAIN and tags.most_common(1)[0][1] == tags.total()
    }
    perceptron, order, dice = _Perceptron(), list(trees), random.Random(1)
    for turn in range(rounds + 1):
        if turn == 1:
            perceptron.settle(_OFTEN)
        dice.shuffle(order)
        for tree in order:
            before: list[str] = []
            shapes = shapes_of(tree.tokens)
            for i, tag in enumerate(tree.tags):
                features = features_of(TAG_GROUPS, tag_keys(tree.tokens, shapes, i, before))
                scores = perceptron.scores(features)
                guess = max(sorted(scores), key=scores.__getitem__) if scores else "NOUN"
                perceptron.update(features, tag, guess)
                before.append(guess)
    return {feature: _row(weights) for feature, weights in perceptron.averaged(scale, least).items()}, certain


def _moves(
    trees: Sequence[Tree], keys: Sequence[Sequence[str]], rounds: int, least: int, scale: float
) -> dict[str, dict[str, int]]:
    perceptron, order, dice = _Perceptron(), list(range(len(trees))), random.Random(1)
    for turn in range(rounds + 1):
        if turn == 1:
            perceptron.settle(_OFTEN)
        dice.shuffle(order)
        for n in order:
            _read_once(trees[n], keys[n], perceptron, dice, explore=turn > 1)
    return perceptron.averaged(scale, least)


def _read_once(tree: Tree, keys: Sequence[str], perceptron: _Perceptron, dice: random.Random, *, explore: bool) -> None:
    state = State(tree.tokens, keys)
    while not state.done():
        legal = [move for move, may in enumerate(state.legal()) if may]
        if legal == [SHIFT]:
            state.move(SHIFT)
            continue
        features = features_of(MOVE_GROUPS, move_keys(state))
        scores = perceptron.scores(features)
        costs = {move: _cost(state, tree.heads, move) for move in legal}
        best = min(costs.values())
        right = max((m for m in legal if costs[m] == best), key=lambda m: scores.get(MOVES[m], 0))
        guess = max(legal, key=lambda m: scores.get(MOVES[m], 0))
        if costs[guess] == best:
            right = guess
        perceptron.update(features, MOVES[right], MOVES[guess])
        state.move(guess if explore and dice.random() < 0.9 else right)


def _cost(state: State, gold: Sequence[int], move: int) -> int:
    """How many right arcs can no longer be drawn after a move."""
    stack, b0 = state.stack, state.next
    if move == SHIFT:
        lost = sum(1 for word in stack if gold[word] == b0)
        return lost + (1 if gold[b0] in stack[:-1] else 0)
    s0 = stack[-1]
    lost = sum(1 for word in range(b0, state.size) if gold[word] == s0)
    if gold[s0] < 0:
        return lost + 1
    if move == LEFT:
        wanted = gold[s0] > b0 or (len(stack) > 1 and gold[s0] == stack[-2])
    else:
        wanted = gold[s0] >= b0
    return lost + (1 if wanted else 0)


def _labels(
    trees: Sequence[Tree], keys: Sequence[Sequence[str]], rounds: int, least: int, scale: float
) -> dict[str, dict[str, int]]:
    examples = []
    for tree, names in zip(trees, keys, strict=True):
        children = children_of(tree.heads)
        for i, head in enumerate(tree.heads):
            if head >= 0:
                keys_of_word = label_keys(tree.tokens, names, tree.heads, children, i)
                examples.append((features_of(LABEL_GROUPS, keys_of_word), tree.labels[i]))
    perceptron, dice = _Perceptron(), random.Random(1)
    for turn in range(rounds + 1):
        if turn == 1:
            perceptron.settle(_OFTEN)
        dice.shuffle(examples)
        for features, label in examples:
            scores = perceptron.scores(features)
            guess = max(sorted(scores), key=scores.__getitem__) if scores else "nmod"
            perceptron.update(features, label, guess)
    return perceptron.averaged(scale, least)
