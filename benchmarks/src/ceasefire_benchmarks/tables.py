"""Tables of Markdown, and figures as a reader takes them in."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ceasefire_benchmarks.clock import Spread

__all__ = ["Section", "Table", "count", "mebibytes", "milliseconds", "percent", "times"]


@attrs.frozen
class Table:
    """Rows under heads. The first columns are text, the others are figures."""

    heads: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    text_columns: int = 1

    def markdown(self) -> str:
        lines = [
            self.heads,
            tuple("---" if n < self.text_columns else "---:" for n in range(len(self.heads))),
            *self.rows,
        ]
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)


@attrs.frozen
class Section:
    """What was measured of one question: a heading, what is to be known, tables."""

    title: str
    said: str
    tables: tuple[Table, ...]

    def markdown(self) -> str:
        return "\n\n".join((f"## {self.title}", self.said, *(table.markdown() for table in self.tables)))


def milliseconds(seconds: Spread) -> str:
    """The median, and between which figures half of the rounds lies."""
    low, high = seconds.quartiles
    return f"{_digits(seconds.median * 1e3)} ({_digits(low * 1e3)} to {_digits(high * 1e3)})"


def times(ratio: Spread) -> str:
    """A ratio in the same way."""
    low, high = ratio.quartiles
    return f"{_digits(ratio.median)} ({_digits(low)} to {_digits(high)})"


def percent(share: float) -> str:
    return f"{share * 100:.1f} %"


def count(number: float) -> str:
    return f"{number:,.0f}"


def mebibytes(size: float) -> str:
    return f"{size / 2**20:.1f}"


def _digits(value: float) -> str:
    """Three significant digits, in full."""
    if value >= 100:
        return f"{value:,.0f}"
    if value >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if value >= 1 else f"{value:.3f}"
