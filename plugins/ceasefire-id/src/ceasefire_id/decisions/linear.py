"""A linear scorer: each feature adds its weight to each label, the sum decides.

The weights stand in `weights/NAME.tsv`: a line with the labels, then a line a feature with its weight for each label.
Lines that begin with `#` say how the file was made, and from which score on a candidate is taken.
`tools/fit_decisions.py` writes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from math import exp

import attrs

__all__ = ["Linear", "load"]

#: the feature that every candidate has
BIAS = "bias"


@attrs.frozen
class Linear:
    """One scorer. Scores are sums of weights: comparable between candidates of one scorer, in log-odds."""

    name: str
    labels: tuple[str, ...]
    #: weights by feature, one for each label in the order of `labels`
    weights: Mapping[str, tuple[float, ...]]
    #: the score from which on a candidate is taken
    threshold: float = 0.0

    def scores(self, features: Iterable[str]) -> list[float]:
        """The score of each label."""
        known = self.weights.get
        rows = [row for feature in features if (row := known(feature)) is not None]
        if BIAS in self.weights:
            rows.append(self.weights[BIAS])
        return [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * len(self.labels)

    def score(self, features: Iterable[str]) -> float:
        """The score of the first label: for scorers that say yes or no."""
        return self.scores(features)[0]

    def probability(self, features: Iterable[str]) -> float:
        """How likely the first label is, between 0 and 1."""
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, self.score(features)))))

    def best(self, features: Iterable[str]) -> tuple[str, float]:
        """The label with the highest score, the first of equals, and that score."""
        scores = self.scores(features)
        top = max(range(len(scores)), key=lambda n: (scores[n], -n))
        return self.labels[top], scores[top]

    def reasons(self, features: Iterable[str], label: str, most: int = 5) -> list[tuple[str, float]]:
        """The features that weighed most for or against a label, the heaviest first."""
        column = self.labels.index(label)
        weighed = [(f, self.weights[f][column]) for f in dict.fromkeys(features) if f in self.weights]
        return sorted((pair for pair in weighed if pair[1]), key=lambda pair: (-abs(pair[1]), pair[0]))[:most]


@cache
def load(name: str) -> Linear:
    """The scorer of a name, read once a process. Raises `ValueError` with file and line where the file is broken."""
    text = resources.files(__package__).joinpath("weights", f"{name}.tsv").read_text("utf-8")
    labels: tuple[str, ...] = ()
    weights: dict[str, tuple[float, ...]] = {}
    threshold = 0.0
    for number, line in enumerate(text.splitlines(), 1):
        cells = line.split("\t")
        try:
            if line.startswith("# threshold: "):
                threshold = float(line.removeprefix("# threshold: "))
            elif line.startswith("#") or not line:
                continue
            elif labels:
                weights[cells[0]] = _row(cells[1:], len(labels))
            else:
                labels = _labels(cells[1:])
        except ValueError as fault:
            raise ValueError(f"weights/{name}.tsv, line {number}: {fault}") from None
    if not labels:
        raise ValueError(f"weights/{name}.tsv, line 1: no line names the labels")
    return Linear(name, labels, weights, threshold)


def _labels(cells: Sequence[str]) -> tuple[str, ...]:
    if not all(cells) or len(set(cells)) < len(cells) or not cells:
        raise ValueError(f"the labels are {', '.join(cells) or 'none'}")
    return tuple(cells)


def _row(cells: Sequence[str], labels: int) -> tuple[float, ...]:
    if len(cells) != labels:
        raise ValueError(f"{len(cells)} weights for {labels} labels")
    return tuple(float(cell or 0) for cell in cells)
