"""Processor time, taken in turns, told as medians with their spread.

`timeit` takes one statement after the other and `pyperf` one process after the other; on a machine whose speed changes
from minute to minute, contenders must take turns in one process for their ratio to mean something.
"""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Mapping

import attrs

__all__ = ["Spread", "in_turns", "ratios"]


@attrs.frozen
class Spread:
    """Figures of several rounds."""

    values: tuple[float, ...] = attrs.field(converter=tuple[float, ...])

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def quartiles(self) -> tuple[float, float]:
        """Between them lies half of the rounds."""
        if len(self.values) < 2:
            return self.median, self.median
        low, _, high = statistics.quantiles(self.values, n=4, method="inclusive")
        return low, high


def in_turns(acts: Mapping[str, Callable[[], object]], rounds: int, least: float = 0.05) -> dict[str, Spread]:
    """Seconds of the processor that each act takes, over so many rounds in which each has its turn.

    A turn repeats a short act until it has lasted `least` seconds. Each act is done before, unmeasured. Who
    begins changes from round to round, so that nobody always follows the same other.
    """
    for act in acts.values():
        act()
    repeats = {name: max(1, math.ceil(least / max(_seconds(act, 1), 1e-6))) for name, act in acts.items()}
    taken: dict[str, list[float]] = {name: [] for name in acts}
    names = list(acts)
    for number in range(rounds):
        begin = number % len(names)
        for name in names[begin:] + names[:begin]:
            taken[name].append(_seconds(acts[name], repeats[name]))
    return {name: Spread(values) for name, values in taken.items()}


def ratios(one: Spread, other: Spread) -> Spread:
    """How many times the other each round took."""
    return Spread(a / b for a, b in zip(one.values, other.values, strict=True))


def _seconds(act: Callable[[], object], repeats: int) -> float:
    """Of one act out of several in a row."""
    begun = time.process_time()
    for _ in range(repeats):
        act()
    return (time.process_time() - begun) / repeats
