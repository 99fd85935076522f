"""What reading costs, by the length of the text: medians, the dearest inputs, and which are out of proportion."""

from __future__ import annotations

import math
from typing import Any

import attrs

#: an input is out of proportion when it costs more than so many times the median of its class
FACTOR = 10
#: so many inputs of a class must have been read before its median counts
ENOUGH = 200
#: steps of the histogram: each bucket is a tenth wider than the one before
_STEP = math.log(1.1)
_KEPT = 5


def class_of(length: int) -> int:
    """The class of a length, by its power of two: 6 for 64 to 127 characters."""
    return max(0, length.bit_length() - 1)


@attrs.define
class Class:
    """What inputs of one class of lengths cost, in microseconds of processor time."""

    count: int = 0
    #: inputs by bucket of cost
    histogram: dict[int, int] = attrs.field(factory=dict)
    #: the dearest, as (microseconds, number of the input)
    dearest: list[tuple[float, int]] = attrs.field(factory=list)

    def add(self, cost: float, number: int) -> None:
        self.count += 1
        bucket = int(math.log(max(cost, 1.0)) / _STEP)
        self.histogram[bucket] = self.histogram.get(bucket, 0) + 1
        if len(self.dearest) < _KEPT or cost > self.dearest[-1][0]:
            self.dearest = sorted([*self.dearest, (cost, number)], reverse=True)[:_KEPT]

    def quantile(self, share: float) -> float:
        """The cost that so large a share of the inputs does not exceed."""
        passed = 0
        for bucket in sorted(self.histogram):
            passed += self.histogram[bucket]
            if passed >= share * self.count:
                return math.exp((bucket + 0.5) * _STEP)
        return 0.0

    def is_dear(self, cost: float) -> bool:
        """Whether a cost is out of proportion to the usual one."""
        return self.count >= ENOUGH and cost > FACTOR * self.quantile(0.5)


@attrs.define
class Costs:
    """The classes that inputs fell into."""

    classes: dict[int, Class] = attrs.field(factory=dict)

    def of(self, length: int) -> Class:
        return self.classes.setdefault(class_of(length), Class())

    def to_data(self) -> dict[str, Any]:
        return {str(number): attrs.asdict(found) for number, found in sorted(self.classes.items())}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Costs:
        return cls({int(number): _class(fields) for number, fields in data.items()})


def _class(fields: dict[str, Any]) -> Class:
    histogram = {int(bucket): count for bucket, count in fields["histogram"].items()}
    return Class(fields["count"], histogram, [(cost, number) for cost, number in fields["dearest"]])
