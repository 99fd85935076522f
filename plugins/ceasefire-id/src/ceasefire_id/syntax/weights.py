"""Linear classifiers over small whole weights, made to be asked often.

Features come in groups. What the features of a group add up to is remembered by what they are made of, since texts
put the same together again and again. The weights for all classes are kept in one integer, a field for each class:
one addition adds them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import getitem
from struct import Struct
from typing import Final, TypeAlias

__all__ = ["ZERO", "Group", "Key", "Weights", "features_of"]

Key: TypeAlias = tuple[str | int, ...]
#: makes the features of a group out of its key
Group: TypeAlias = Callable[..., Sequence[str]]

#: how many sums of a group are remembered; emptied where there are more
_REMEMBERED: Final = 8_000
_BITS: Final = 32
#: how a sum of nothing stands in its field, since fields know no sign
ZERO: Final = 1 << (_BITS - 1)


def features_of(groups: Iterable[Group], keys: Iterable[Key]) -> list[str]:
    """The features of all groups, as they are learned."""
    return [feature for group, key in zip(groups, keys, strict=True) for feature in group(*key)]


class Weights:
    """One classifier: for each feature its weights as they are written, `ADJ=12 NOUN=-3`, or `12 0 -3` for `names`."""

    def __init__(self, rows: Mapping[str, str], groups: Sequence[Group], names: Sequence[str] = ()) -> None:
        self.rows, self.groups = rows, groups
        self.names = names or sorted({pair.rpartition("=")[0] for pair in set(" ".join(rows.values()).split())})
        packed = _Packed(self.names)
        self._sums = [_Sums(group, rows, packed) for group in groups]
        self._fields = Struct(f"<{len(self.names)}I")
        self._zero = sum(ZERO << _BITS * n for n in range(len(self.names)))

    def sums(self, keys: Sequence[Key]) -> Sequence[int]:
        """The sum for each class, counted from `ZERO`; `keys` has one key for each group."""
        total = self._zero + sum(map(getitem, self._sums, keys))
        return self._fields.unpack(total.to_bytes(self._fields.size, "little"))

    def best(self, keys: Sequence[Key], default: str) -> str:
        """The class with the highest sum; among equals the first that was met."""
        sums = self.sums(keys)
        top = max(sums, default=ZERO)
        if top > ZERO and sums.count(top) == 1:
            return self.names[sums.index(top)]
        scores: dict[str, int] = {}
        for row in filter(None, map(self.rows.get, features_of(self.groups, keys))):
            for name, weight in _pairs(row, self.names):
                scores[name] = scores.get(name, 0) + weight
        return max(scores, key=scores.__getitem__) if scores else default


class _Packed(dict[str, int]):
    """Weights as they are written, in one integer."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = names
        self._places = {name: _BITS * n for n, name in enumerate(names)}

    def __missing__(self, row: str) -> int:
        found = self[row] = sum(weight << self._places[name] for name, weight in _pairs(row, self._names))
        return found


class _Sums(dict[Key, int]):
    """What the features of one group add up to, by its key."""

    def __init__(self, group: Group, rows: Mapping[str, str], packed: Mapping[str, int]) -> None:
        super().__init__()
        self._group, self._row, self._weights = group, rows.get, packed.__getitem__

    def __missing__(self, key: Key) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[key] = sum(map(self._weights, filter(None, map(self._row, self._group(*key)))))
        return found


def _pairs(row: str, names: Sequence[str]) -> list[tuple[str, int]]:
    cells = row.split(" ")
    if "=" not in row:
        return [(name, int(cell)) for name, cell in zip(names, cells, strict=True)]
    return [(name, int(weight)) for name, _, weight in (cell.rpartition("=") for cell in cells)]
