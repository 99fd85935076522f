"""Logistic regression over named features, and the file that its weights are kept in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from ceasefire_id.decisions.linear import BIAS, Linear

__all__ = ["fit", "fit_groups", "threshold_of", "write"]

#: a weight smaller than that decides nothing
_LEAST = 0.05
#: a feature seen less often teaches nothing that carries over
_OFTEN = 3


class _Space:
    """The features of some rows, by number."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        counts = Counter(feature for row in rows for feature in set(row))
        self.index = {f: n for n, f in enumerate(sorted(f for f, count in counts.items() if count >= _OFTEN))}

    def matrix(self, rows: Sequence[Sequence[str]]) -> csr_matrix:
        pointers, columns = [0], []
        for row in rows:
            columns += sorted({self.index[f] for f in row if f in self.index})
            pointers.append(len(columns))
        return csr_matrix((np.ones(len(columns)), columns, pointers), shape=(len(rows), len(self.index)))


def fit(
    name: str, rows: Sequence[Sequence[str]], labels: Sequence[object], c: float, weights: Sequence[float] | None = None
) -> Linear:
    """A scorer fitted to rows; of two labels it has one, the larger, of more it has all. `c` is the inverse of L2."""
    space = _Space(rows)
    two = len(set(labels)) == 2
    model = LogisticRegression(C=c, solver="liblinear" if two else "lbfgs", max_iter=400, random_state=0)
    model.fit(space.matrix(rows), labels, sample_weight=weights)
    names = (str(model.classes_[1]),) if two else tuple(map(str, model.classes_))
    table = {
        feature: tuple(round(float(w), 3) + 0.0 for w in model.coef_[:, n])
        for feature, n in space.index.items()
        if np.abs(model.coef_[:, n]).max() >= _LEAST
    }
    table[BIAS] = tuple(round(float(b), 3) for b in model.intercept_)
    return Linear(name, names, table)


def fit_groups(name: str, groups: Sequence[tuple[Sequence[Sequence[str]], bool]], c: float) -> Linear:
    """A scorer of groups of rows: a group is one name with all its mentions, any of which may be the one that tells."""
    rows = [row for group, _ in groups for row in group]
    labels = [int(yes) for group, yes in groups for _ in group]
    weights = [1 / len(group) if yes else 1.0 for group, yes in groups for _ in group]
    if len(set(labels)) < 2:
        return Linear(name, ("1",), {BIAS: (-9.0,)})
    return fit(name, rows, labels, c, weights)


def threshold_of(scored: Sequence[tuple[float, bool]], share: float) -> float:
    """The score from which on F1 is best over what was scored by a model that had not seen it, drawn towards 0.

    News tells such things more seldom than texts made to be thick with them, so only a share of the guess is kept.
    """
    ordered = sorted(scored, key=lambda pair: -pair[0])
    positives, right, best, at = sum(yes for _, yes in scored), 0, 0.0, 0.0
    for count, (score, yes) in enumerate(ordered, 1):
        right += yes
        f1 = 2 * right / (count + positives) if positives else 0.0
        if f1 > best:
            best, at = f1, score
    return round(at * share, 2)


def write(scorer: Linear, folder: Path, made: str) -> None:
    """Keep a scorer as `NAME.tsv`, its features in order."""
    lines = [f"# {made}", f"# threshold: {scorer.threshold}", "\t".join(("feature", *scorer.labels))]
    for feature in sorted(scorer.weights):
        lines.append("\t".join((feature, *(f"{w:g}" if w else "" for w in scorer.weights[feature]))))
    (folder / f"{scorer.name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
