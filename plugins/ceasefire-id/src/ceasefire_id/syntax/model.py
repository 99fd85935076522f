"""The weights of the tagger, the parser and the labeller: sums of small integers, one line a feature.

`weights.tsv` is made by `tools/measure_syntax.py train`; its first lines say from what, and under which licence.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import attrs

__all__ = ["Model", "Weights"]


@attrs.frozen
class Weights:
    """One linear classifier."""

    features: dict[str, tuple[tuple[str, int], ...]]

    def sums(self, features: Iterable[str]) -> dict[str, int]:
        """The sums of these features by class."""
        return self._summed({}, features)

    def best(self, features: Iterable[str], default: str, before: dict[str, int] | None = None) -> str:
        """The class with the highest sum, what was summed `before` counted in; among equals the first that was met."""
        scores = self._summed(dict(before) if before else {}, features)
        return max(scores, key=scores.__getitem__) if scores else default

    def _summed(self, scores: dict[str, int], features: Iterable[str]) -> dict[str, int]:
        get = self.features.get
        for feature in features:
            found = get(feature)
            if found:
                for name, weight in found:
                    scores[name] = scores.get(name, 0) + weight
        return scores


@attrs.frozen
class Model:
    """The three classifiers, and the words whose tag is always the same."""

    tags: Weights
    #: for each feature the weights of shifting, of an arc to the left, of an arc to the right
    moves: dict[str, tuple[int, int, int]]
    labels: Weights
    certain: dict[str, str]
    #: what the form of a word alone gives the tagger, by word and capital; emptied where it grows long
    known: dict[tuple[str, bool], dict[str, int]] = attrs.field(factory=dict, init=False)

    @classmethod
    @cache
    def load(cls) -> Model:
        """From `weights.tsv` beside this module."""
        return cls.parse(files("ceasefire_id.syntax").joinpath("weights.tsv").read_text("utf-8").splitlines())

    @classmethod
    def parse(cls, lines: Iterable[str]) -> Model:
        """From the lines of a file of weights."""
        tags: dict[str, tuple[tuple[str, int], ...]] = {}
        labels: dict[str, tuple[tuple[str, int], ...]] = {}
        moves: dict[str, tuple[int, int, int]] = {}
        certain: dict[str, str] = {}
        for line in lines:
            if not line or line.startswith("# "):
                continue
            part, feature, rest = line.split("\t")
            if part == "move":
                shift, left, right = rest.split()
                moves[feature] = (int(shift), int(left), int(right))
            elif part == "word":
                certain[feature] = rest
            else:
                pairs = (pair.rpartition("=") for pair in rest.split(" "))
                (tags if part == "tag" else labels)[feature] = tuple((name, int(weight)) for name, _, weight in pairs)
        return cls(Weights(tags), moves, Weights(labels), certain)
