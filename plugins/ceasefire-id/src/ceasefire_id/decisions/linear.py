"""A linear scorer: each feature adds its weight to each label, the sum decides.

The weights stand in `weights/NAME.tsv`: a line with the labels, then a line a feature with its weight for each label.
Lines that begin with `#` say how the file was made, and from which score on a candidate is taken.
`tools/fit_decisions.py` writes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from importlib import resources
from itertools import repeat
from math import exp

import attrs

__all__ = ["Linear", "load"]

#: the feature that every candidate has
BIAS = "bias"


@attrs.frozen(slots=False)
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
        if len(self.labels) == 1:
            return [self.score(features)]
        rows = [*filter(None, map(self.weights.get, features)), self._bias]
        return [*map(sum, zip(*rows, strict=True))]

    def score(self, features: Iterable[str]) -> float:
        """The score of the first label: for scorers that say yes or no."""
        # asked thousands of times an article, so without a loop of its own
        return sum(map(self._first.get, features, repeat(0.0))) + self._bias[0]

    def probability(self, features: Iterable[str]) -> float:
        """How likely the first label is, between 0 and 1."""
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, self.score(features)))))

    def best(self, features: Iterable[str]) -> tuple[str, float]:
        """The label with the highest score, the first of equals, and that score."""
        scores = self.scores(features)
        top = max(scores)
        return self.labels[scores.index(top)], top

    def reasons(self, features: Iterable[str], label: str, most: int = 5) -> list[tuple[str, float]]:
        """The features that weighed most for or against a label, the heaviest first."""
        column = self.labels.index(label)
        weighed = [(f, self.weights[f][column]) for f in dict.fromkeys(features) if f in self.weights]
        return sorted((pair for pair in weighed if pair[1]), key=lambda pair: (-abs(pair[1]), pair[0]))[:most]

    @cached_property
    def _first(self) -> dict[str, float]:
        return {feature: row[0] for feature, row in self.weights.items()}

    @cached_property
    def _bias(self) -> tuple[float, ...]:
        return self.weights.get(BIAS, (0.0,) * len(self.labels))


@cache
def load(name: str) -> Linear:
    """The scorer of a name, read once a process. Raises `ValueError` with file and line where the file is broken."""
    text = resources.files(__package__).joinpath("weights", f"{name}.tsv").read_text("utf-8")
    lines = text.splitlines()
    labels: tuple[str, ...] = ()
    weights: dict[str, tuple[float, ...]] = {}
    threshold = 0.0
    for number, line in enumerate(lines, 1):
        try:
            if line.startswith("# threshold: "):
                threshold = float(line.removeprefix("# threshold: "))
            elif line.startswith("#") or not line:
                continue
            elif labels:
                cells = line.split("\t")
                weights[cells[0]] = _row(cells[1:], len(labels))
            else:
                labels = _labels(line.split("\t")[1:])
                whole = _table(lines[number:], len(labels))
                if whole is not None:
                    return Linear(name, labels, whole, threshold)
        except ValueError as fault:
            raise ValueError(f"weights/{name}.tsv, line {number}: {fault}") from None
    if not labels:
        raise ValueError(f"weights/{name}.tsv, line 1: no line names the labels")
    return Linear(name, labels, weights, threshold)


class _Numbers(dict[str, float]):
    """Weights as they are written: a few thousand numbers are all that the files hold."""

    def __missing__(self, cell: str) -> float:
        found = self[cell] = float(cell or 0)
        return found


def _table(lines: Sequence[str], labels: int) -> dict[str, tuple[float, ...]] | None:
    """All weights, taken apart in columns, which is fast; null where lines must be looked at one by one."""
    cells, width = "\t".join(lines).split("\t"), labels + 1
    if {line.count("\t") for line in lines} != {labels} or any(line[0] == "#" for line in lines):
        return None
    number = _Numbers().__getitem__
    try:
        columns = [map(number, cells[n::width]) for n in range(1, width)]
        return dict(zip(cells[::width], zip(*columns, strict=True), strict=True))
    except ValueError:
        return None


def _labels(cells: Sequence[str]) -> tuple[str, ...]:
    if not all(cells) or len(set(cells)) < len(cells) or not cells:
        raise ValueError(f"the labels are {', '.join(cells) or 'none'}")
    return tuple(cells)


def _row(cells: Sequence[str], labels: int) -> tuple[float, ...]:
    if len(cells) != labels:
        raise ValueError(f"{len(cells)} weights for {labels} labels")
    return tuple(float(cell or 0) for cell in cells)
