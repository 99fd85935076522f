"""Many articles over one process and over two."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable

from ceasefire_benchmarks.clock import Spread
from ceasefire_benchmarks.fresh import run_fresh
from ceasefire_benchmarks.tables import Section, Table, count
from ceasefire_benchmarks.texts import seed

__all__ = ["throughput"]


def throughput(jobs: Iterable[int], articles: int, rounds: int) -> Section:
    """The seed, so many times as articles of their own, over so many processes, in turns."""
    numbers = tuple(jobs)
    clock: dict[int, list[float]] = {number: [] for number in numbers}
    processor: dict[int, list[float]] = {number: [] for number in numbers}
    for _ in range(rounds):
        for number in numbers:
            before = os.times()
            clock[number].append(run_fresh(read_all, number, articles))
            after = os.times()
            used = after.children_user + after.children_system - before.children_user - before.children_system
            processor[number].append(used)
    one = Spread(clock[numbers[0]]).median
    rows = [
        (
            str(number),
            f"{Spread(clock[number]).median:.2f}",
            count(articles / Spread(clock[number]).median),
            f"{one / Spread(clock[number]).median:.2f}",
            f"{Spread(processor[number]).median:.2f}",
        )
        for number in numbers
    ]
    said = (
        f"{articles} articles, each the seed, by `Reader.read_many(jobs=…)`, medians of {rounds} rounds in turns. The "
        "wall counts from the call to the last report, the start of the processes included; processor time is of all "
        "of them with their whole start. The wall says how two processes share a machine only where nobody else uses "
        "it; the goal was 1.9 times as fast on two."
    )
    heads = ("processes", "wall, s", "articles a second", "times as fast", "processors, s")
    return Section("More processes", said, (Table(heads, rows),))


def read_all(jobs: int, articles: int) -> float:
    """Seconds of the wall until all are read; run in a fresh process."""
    from ceasefire import ArticleText, Reader

    article, reader = seed(), Reader()
    texts = (ArticleText(article.text, id=str(n), published=article.published) for n in range(articles))
    begun = time.perf_counter()
    for _ in reader.read_many(texts, jobs=jobs):
        pass
    return time.perf_counter() - begun
