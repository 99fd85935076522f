"""What it costs to import, to build a `Reader`, and to read for the first time."""

from __future__ import annotations

import pickle
import time
from subprocess import CalledProcessError
from typing import Any

from ceasefire_benchmarks.clock import Spread
from ceasefire_benchmarks.fresh import run_code, run_fresh
from ceasefire_benchmarks.tables import Section, Table, count, milliseconds
from ceasefire_benchmarks.texts import seed

__all__ = ["startup"]

#: what core is made with; the goal was to be imported within 25 ms of them
_BASE = "attrs, pluggy, regex"
_IMPORTS = {"what core is made with": _BASE, "ceasefire": "ceasefire"}
_PEERS = {"dateparser": "dateparser.search", "spaCy": "spacy", "eyecite": "eyecite", "natasha": "natasha"}


def startup(rounds: int, *, peers: bool = True) -> Section:
    """Each figure from as many fresh interpreters as there are rounds, in turns."""
    imports, absent = _imports(rounds, {**_IMPORTS, **(_PEERS if peers else {})})
    base = imports.pop("what core is made with")
    rows = [(name, milliseconds(taken), f"{(taken.median - base.median) * 1e3:.0f}") for name, taken in imports.items()]
    rows.insert(0, (f"`import {_BASE}`", milliseconds(base), "0"))
    steps = [run_fresh(first_steps) for _ in range(rounds)]
    names = [name for name in steps[0] if name != "pickled bytes"]
    steps_rows = [(name, milliseconds(Spread(one[name] for one in steps))) for name in names]
    said = (
        "Processor time in fresh interpreters, without their own start. A pattern is compiled when it is first used, "
        "so the first article pays for those that it needs. Goals: the import within 25 ms of what core is made with, "
        f"a `Reader` in 60 ms. Pickled, for another process, a `Reader` has {count(steps[0]['pickled bytes'])} bytes: "
        "plugins are loaded there anew."
    )
    if absent:
        said += " Not there when this was measured: " + ", ".join(absent) + "."
    tables = (Table(("import", "ms", "more than the first, ms"), rows), Table(("in a fresh process", "ms"), steps_rows))
    return Section("Starting", said, tables)


def _imports(rounds: int, chosen: dict[str, str]) -> tuple[dict[str, Spread], list[str]]:
    taken: dict[str, list[float]] = {name: [] for name in chosen}
    absent: list[str] = []
    for number in range(rounds + 1):
        for name in [name for name in chosen if name not in absent]:
            try:
                seconds = run_code(_import_code(chosen[name]))
            except CalledProcessError:
                absent.append(name)
                continue
            if number:  # the first writes and reads files for all that follow
                taken[name].append(seconds)
    return {name: Spread(values) for name, values in taken.items() if name not in absent}, absent


def _import_code(modules: str) -> str:
    return f"import time; begun = time.process_time(); import {modules}; print(time.process_time() - begun)"


def first_steps() -> dict[str, Any]:
    """Seconds of each step of a process that reads; run in a fresh one."""
    taken: dict[str, Any] = {}
    article = seed()
    begun = time.process_time()

    def step(name: str) -> None:
        nonlocal begun
        now = time.process_time()
        taken[name] = now - begun
        begun = time.process_time()

    from ceasefire import Reader

    step("`import ceasefire`")
    reader = Reader()
    step("the first `Reader()`")
    Reader()
    step("the second `Reader()`")
    for name in ("the first reading of the seed", "the second", "the third"):
        reader.read(article.text, article.published)
        step(name)
    taken["pickled bytes"] = len(pickle.dumps(reader))
    return taken
