"""How the cost grows with the length of a text and with plugins that have nothing to do."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any

import psutil

from ceasefire import Reader, hookimpl
from ceasefire.document import Document
from ceasefire.hookspecs import Extractor
from ceasefire.mentions import Mention
from ceasefire.testing import count_calls
from ceasefire_benchmarks.clock import Spread, in_turns
from ceasefire_benchmarks.fresh import run_fresh
from ceasefire_benchmarks.layers import Samples, looking
from ceasefire_benchmarks.tables import Section, Table, mebibytes, milliseconds
from ceasefire_benchmarks.texts import seed

__all__ = ["growth_with_length", "growth_with_plugins"]

#: calls are counted up to here; counting makes each call several times as dear
_COUNTED = 100
#: seconds that short texts are read for, so that the clock has something to measure
_LEAST = 3.0
#: rule families that are told
_TOLD = 10


def growth_with_length(times: Iterable[int]) -> Section:
    """The seed, so many times over as one article."""
    lengths = [(number, run_fresh(read_repeated, number)) for number in times]
    first = _microseconds(lengths[0][1])
    rows = []
    for number, told in lengths:
        each = _microseconds(told)
        calls = f"{told['calls'] / told['characters']:.1f}" if told["calls"] else "–"
        figures = (
            f"{told['seconds'] * 1e3:,.1f}",
            f"{each:.2f}",
            f"{each / first:.2f}",
            calls,
            mebibytes(told["more"]),
        )
        rows.append((f"{number:,} times, {told['characters']:,} characters", *figures))
    said = (
        "The seed again and again as one article, each length in a process of its own, without time limits. Such a "
        "text names the same actors and pauses all the time, which is harder for coreference than other long texts "
        "are. Calls a character do not depend on the machine; memory is what the first reading adds to the resident "
        "one. What grows faster than the text is in the second table: the rule families that cost most in the longest "
        "one."
    )
    heads = ("length", "ms", "µs a character", "against the first", "calls a character", "memory, MiB")
    return Section("Longer texts", said, (Table(heads, rows), _growing([told for _, told in lengths], times)))


def _growing(lengths: list[dict[str, Any]], times: Iterable[int]) -> Table:
    dearest = sorted(lengths[-1]["shares"], key=lambda family: -lengths[-1]["shares"][family])[:_TOLD]
    rows = [
        (f"`{family}`", *(f"{told['shares'].get(family, 0.0) * _microseconds(told):.3f}" for told in lengths))
        for family in dearest
    ]
    return Table(("rule family, µs a character", *(f"{number:,} times" for number in times)), rows)


def _microseconds(told: dict[str, Any]) -> float:
    return float(told["seconds"] / told["characters"] * 1e6)


def read_repeated(times: int) -> dict[str, Any]:
    """Seconds, calls, memory and shares of rule families of the seed, so many times over; run in a fresh process."""
    article = seed()
    text = "\n\n".join([article.text] * times)
    reader = Reader(time_limit=None, article_time_limit=None, strict=True)
    reader.read(article.text, article.published)  # compiles the patterns
    before = psutil.Process().memory_info().rss
    taken: list[float] = []
    samples = Samples()
    with looking(samples):
        while not taken or sum(taken) < _LEAST:
            begun = time.process_time()
            report = reader.read(text, article.published)
            taken.append(time.process_time() - begun)
            if len(taken) == 1:
                more = psutil.Process().memory_info().rss - before
            del report
    calls = count_calls(lambda: reader.read(text, article.published)) if times <= _COUNTED else 0
    shares = {family: seen / samples.total for (_, family), seen in samples.families.items()}
    figures = {"seconds": Spread(taken).median, "characters": len(text), "calls": calls, "more": max(0, more)}
    return {**figures, "shares": shares}


# ---- plugins -------------------------------------------------------------------------------------------------------


class IdleExtractor:
    """Looks for words that no article has, as a plugin for another subject does."""

    language = "id"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset()
    gives: frozenset[type[Mention]] = frozenset()

    def __init__(self, name: str) -> None:
        self.name = name
        self._triggers = frozenset(f"{name}-{number}" for number in range(20))

    def extract(self, document: Document) -> Iterable[Mention]:
        """Nothing, after a look for its words."""
        return () if not document.has(self._triggers) else []


class IdlePlugin:
    """A plugin with one such extractor."""

    def __init__(self, name: str) -> None:
        self.name = name

    @hookimpl
    def extractors(self) -> list[Extractor]:
        return [IdleExtractor(self.name)]


def growth_with_plugins(numbers: Iterable[int], rounds: int) -> Section:
    """The seed read, and a `Reader` built, with so many plugins more."""
    article = seed()
    plugins = {number: {f"idle-{n}": IdlePlugin(f"idle-{n}") for n in range(number)} for number in numbers}
    readers = {number: Reader(plugins=given, strict=True) for number, given in plugins.items()}
    reading = in_turns({str(n): _reading(reader, article) for n, reader in readers.items()}, rounds)
    building = in_turns({str(n): _building(given) for n, given in plugins.items()}, rounds)
    calls = {n: count_calls(_reading(reader, article)) for n, reader in readers.items()}
    fewest = min(calls.values())
    rows = [
        (str(n), milliseconds(reading[str(n)]), f"{calls[n] - fewest:,}", milliseconds(building[str(n)]))
        for n in readers
    ]
    said = (
        "Each further plugin has one extractor with twenty words that the article does not have. They take turns in "
        "one process; *building* is of a `Reader` that is not the first in it."
    )
    heads = ("idle plugins", "reading the seed, ms", "calls more", "building, ms")
    return Section("More plugins", said, (Table(heads, rows),))


def _reading(reader: Reader, article: Any) -> Any:
    return lambda: reader.read(article.text, article.published)


def _building(plugins: dict[str, IdlePlugin]) -> Any:
    return lambda: Reader(plugins=plugins)
