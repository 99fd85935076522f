"""The weights of the tagger, the parser and the labeller, one line a feature.

`weights.tsv` is made by `tools/measure_syntax.py train`; its first lines say from what, and under which licence.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import attrs

from ceasefire_id.syntax.labelling import LABEL_GROUPS
from ceasefire_id.syntax.parsing import MOVE_GROUPS, MOVES
from ceasefire_id.syntax.tagging import TAG_GROUPS
from ceasefire_id.syntax.weights import Weights

__all__ = ["Model"]


@attrs.frozen
class Model:
    """The three classifiers, and the words whose tag is always the same."""

    tags: Weights
    moves: Weights
    labels: Weights
    certain: Mapping[str, str]

    @classmethod
    @cache
    def load(cls) -> Model:
        """From `weights.tsv` beside this module."""
        return cls.parse(files("ceasefire_id.syntax").joinpath("weights.tsv").read_text("utf-8"))

    @classmethod
    def parse(cls, text: str) -> Model:
        """From a file of weights: comments, then all lines of a part together."""
        while text.startswith("# "):
            text = text.partition("\n")[2]
        # taken apart in whole columns, since the file is long and a reading waits for it
        cells = text.rstrip("\n").replace("\n", "\t").split("\t")
        parts, features, rows = cells[::3], cells[1::3], cells[2::3]
        tables: dict[str, dict[str, str]] = {"word": {}, "tag": {}, "move": {}, "label": {}}
        start = 0
        while start < len(rows):
            part = parts[start]
            end = start + parts[start:].count(part)
            tables[part] = dict(zip(features[start:end], rows[start:end], strict=True))
            start = end
        return cls(
            Weights(tables["tag"], TAG_GROUPS),
            Weights(tables["move"], MOVE_GROUPS, MOVES),
            Weights(tables["label"], LABEL_GROUPS),
            tables["word"],
        )
