"""Resident memory of a process that reads more and more."""

from __future__ import annotations

import gc
import tracemalloc

import psutil

from ceasefire_benchmarks.fresh import run_fresh
from ceasefire_benchmarks.tables import Section, Table, mebibytes
from ceasefire_benchmarks.texts import collections, seed

__all__ = ["memory"]


def memory(gold: int, news: int) -> Section:
    """The steps of one fresh process, and what Python itself allots for one article."""
    rows = [(what, mebibytes(size)) for what, size in run_fresh(resident_steps, gold, news)]
    allotted = run_fresh(allotted_for_the_seed)
    said = (
        "Resident memory of one process as it goes on; nothing is kept between articles but compiled patterns and "
        f"lists. While the seed is read Python allots at most {mebibytes(allotted['peak'])} MiB for it, of which the "
        f"report keeps {allotted['kept'] / 1024:.0f} KiB."
    )
    return Section("Memory", said, (Table(("after", "MiB"), rows),))


def resident_steps(gold: int, news: int) -> list[tuple[str, int]]:
    """Bytes after each step; run in a fresh process."""
    process = psutil.Process()
    steps: list[tuple[str, int]] = []

    def step(what: str) -> None:
        gc.collect()
        steps.append((what, process.memory_info().rss))

    texts = collections(gold, news)
    step("the interpreter's start, with the articles")
    from ceasefire import Reader

    step("`import ceasefire`")
    reader = Reader(time_limit=None, article_time_limit=None)
    step("`Reader()`")
    for collection in texts:
        for times in ("", ", again"):
            if collection.texts:
                for text in collection.texts:
                    reader.read(text.text, text.published)
                step(f"{collection.name}, {len(collection.texts)} article(s){times}")
    return steps


def allotted_for_the_seed() -> dict[str, int]:
    """Bytes that Python allots while the seed is read, and those that its report keeps; run in a fresh process."""
    from ceasefire import Reader

    reader, article = Reader(), seed()
    reader.read(article.text, article.published)
    gc.collect()
    tracemalloc.start()
    report = reader.read(article.text, article.published)
    _, peak = tracemalloc.get_traced_memory()
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    del report
    return {"peak": peak, "kept": kept}
