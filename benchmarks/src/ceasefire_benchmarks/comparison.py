"""Ours beside the others, on each collection, in one process and in turns."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ceasefire_benchmarks.clock import Spread, in_turns, ratios
from ceasefire_benchmarks.contenders import OURS, Contender, prepare
from ceasefire_benchmarks.tables import Section, Table, count, milliseconds, times
from ceasefire_benchmarks.texts import Collection, Text

__all__ = ["GOAL", "compare"]

#: characters a second that were aimed at, with all layers on
GOAL = 2_000_000


def compare(contenders: tuple[Contender, ...], collections: tuple[Collection, ...], rounds: int) -> Section:
    """A table a collection. Those of many articles get fewer rounds."""
    prepared = prepare(contenders)
    said = [
        "All in one process, in turns; processor time, the median over the rounds and, in brackets, between which "
        "figures half of them lies. *Ours, times* is how many times as long ceasefire takes. Nobody of the others does "
        "the same work: the ratios say what layers cost."
    ]
    if prepared.absent:
        said.append("Not there when this was measured: " + "; ".join(prepared.absent) + ".")
    tables = []
    for collection in collections:
        if not collection.texts:
            said.append(f"*{collection.name}* ({collection.what}) was not at hand.")
            continue
        is_one = len(collection.texts) == 1
        turns = rounds if is_one else min(rounds, max(3, rounds // 3))
        chosen = [each for each in prepared.readers if is_one or not each.is_for_one_article]
        acts = {each.name: _over(prepared.readers[each], collection) for each in chosen}
        with _no_garbage_of_others():
            taken = in_turns(acts, turns)
        tables.append(_table(chosen, collection, taken))
        said.append(_distance(collection, taken[OURS], turns))
    return Section("Beside others", "\n\n".join(said), tuple(tables))


@contextmanager
def _no_garbage_of_others() -> Iterator[None]:
    """What all contenders hold, taken together, is much: without this each would pay for looking through all of it."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _over(read: Callable[[Text], object], collection: Collection) -> Callable[[], object]:
    def all_of_it() -> None:
        for text in collection.texts:
            read(text)

    return all_of_it


def _distance(collection: Collection, ours: Spread, turns: int) -> str:
    speed = collection.length / ours.median
    size = "" if len(collection.texts) == 1 else f"{len(collection.texts)} articles, "
    return (
        f"*{collection.name}* ({collection.what}; {size}{collection.length:,} characters; rounds: {turns}): "
        f"**{count(speed)} characters a second**; the goal of {GOAL:,} is {GOAL / speed:.1f} times as much."
    )


def _table(chosen: list[Contender], collection: Collection, taken: dict[str, Spread]) -> Table:
    rows = [
        (
            each.name,
            each.does,
            milliseconds(taken[each.name]),
            count(collection.length / taken[each.name].median),
            times(ratios(taken[OURS], taken[each.name])) if each.name != OURS else "1",
        )
        for each in chosen
    ]
    return Table(
        (f"on {collection.name}", "what it does", "ms", "characters a second", "ours, times"), rows, text_columns=2
    )
