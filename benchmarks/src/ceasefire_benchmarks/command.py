"""The one command.

uv run --project benchmarks --extra peers ceasefire-benchmarks           # all of it, printed
uv run --project benchmarks ceasefire-benchmarks --only layers growth    # a part, without the others
uv run --project benchmarks --extra peers ceasefire-benchmarks --write docs/performance.md
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

import attrs

from ceasefire_benchmarks.comparison import compare
from ceasefire_benchmarks.contenders import contenders, versions
from ceasefire_benchmarks.growth import growth_with_length, growth_with_plugins
from ceasefire_benchmarks.layers import layers
from ceasefire_benchmarks.memory import memory
from ceasefire_benchmarks.page import circumstances, load, written_into
from ceasefire_benchmarks.startup import startup
from ceasefire_benchmarks.tables import Section
from ceasefire_benchmarks.texts import collections
from ceasefire_benchmarks.throughput import throughput

__all__ = ["main"]


@attrs.frozen
class Plan:
    """How much is measured."""

    rounds: int
    #: articles of each, at most
    gold: int
    news: int
    #: processor time a collection for the shares of layers
    sampled_seconds: float
    lengths: tuple[int, ...]
    idle_plugins: tuple[int, ...]
    articles: int
    peers: bool


def plan(rounds: int, *, quick: bool, peers: bool) -> Plan:
    """The whole of it, or a try that takes seconds and whose figures mean little."""
    if quick:
        return Plan(1, 2, 2, 0.3, (1, 3), (0, 3), 4, peers)
    return Plan(rounds, 1000, 40, 8.0, (1, 10, 100, 1000), (0, 1, 10, 50), 300, peers)


def questions(chosen: Plan) -> dict[str, Callable[[], Section]]:
    """What can be measured, by name, in the order of the page."""
    texts = collections(chosen.gold, chosen.news)
    fewer = max(1, chosen.rounds // 2)
    return {
        "comparison": lambda: compare(contenders(peers=chosen.peers), texts, chosen.rounds),
        "layers": lambda: layers(texts, chosen.sampled_seconds),
        "startup": lambda: startup(fewer, peers=chosen.peers),
        "memory": lambda: memory(chosen.gold, chosen.news),
        "length": lambda: growth_with_length(chosen.lengths),
        "plugins": lambda: growth_with_plugins(chosen.idle_plugins, fewer),
        "processes": lambda: throughput((1, 2), chosen.articles, max(1, chosen.rounds // 5)),
    }


def main(arguments: list[str] | None = None) -> int:
    """Measure, print as it goes, and write the page where one is given."""
    given = _parsed(arguments)
    chosen = questions(plan(given.rounds, quick=given.quick, peers=not given.without_peers))
    before, sections = load(), []
    for name in given.only or chosen:
        sections.append(chosen[name]())
        print(sections[-1].markdown(), end="\n\n", flush=True)
    told = circumstances(before, versions(contenders(peers=not given.without_peers)))
    print(told)
    if given.write is not None:
        page = given.write.read_text("utf-8")
        given.write.write_text(written_into(page, sections, told), "utf-8")
    return 0


def _parsed(arguments: list[str] | None) -> argparse.Namespace:
    names = list(questions(plan(1, quick=True, peers=False)))
    parser = argparse.ArgumentParser(prog="ceasefire-benchmarks", description="What reading with ceasefire costs.")
    parser.add_argument("--only", nargs="+", choices=names, help="measure these only")
    parser.add_argument("--rounds", type=int, default=15, help="turns of each contender on the seed (default: 15)")
    parser.add_argument("--without-peers", action="store_true", help="ours alone")
    parser.add_argument("--quick", action="store_true", help="seconds in place of minutes; the figures mean little")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the tables between the marks of this page")
    given = parser.parse_args(arguments)
    if given.rounds < 1:
        parser.error("--rounds must be at least 1")
    if given.write is not None and given.only:
        parser.error("--write takes the whole of it; leave --only out")
    if given.write is not None and not given.write.is_file():
        parser.error(f"there is no page {given.write}")
    if given.write is not None:
        try:
            written_into(given.write.read_text("utf-8"), (), "")  # told before minutes of measuring, not after
        except ValueError as error:
            parser.error(f"{given.write}: {error}")
    return given


if __name__ == "__main__":
    sys.exit(main())
