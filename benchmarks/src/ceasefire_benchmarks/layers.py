"""Which layer, which rule family and which function the time of a reading goes to.

A profiler that hooks into each call, such as `cProfile`, makes small functions look dear; so the stack is looked at
every few milliseconds of processor time, and what stands there is counted.
"""

from __future__ import annotations

import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import attrs

from ceasefire import Reader
from ceasefire.testing import count_calls
from ceasefire_benchmarks.clock import in_turns
from ceasefire_benchmarks.comparison import GOAL
from ceasefire_benchmarks.tables import Section, Table, count, percent
from ceasefire_benchmarks.texts import Collection

__all__ = ["Samples", "layers", "looking", "place"]

#: seconds of processor time between two looks; systems look no more often than every 1 to 4 ms
_EVERY = 0.001
#: modules of the Indonesian plugin that are no extractor's own
_SHARED = {"language", "lexicon", "patterns", "syntax"}
#: core's modules, by the layer that they are told as
_CORE = {
    "assembly": "assembly",
    "document": "document",
    "opening": "document",
    "extraction": "checks",
    "mentionforms": "checks",
}


#: families and functions that are told one by one
_TOLD = 25
#: calls of a function that does nothing, to learn what one costs
_OFTEN = 100_000


@attrs.frozen
class Samples:
    """How often each place was seen."""

    #: by layer and rule family (a module)
    families: Counter[tuple[str, str]] = attrs.field(factory=Counter)
    #: by function
    functions: Counter[str] = attrs.field(factory=Counter)

    @property
    def total(self) -> int:
        return self.families.total()

    def share(self, layer: str, family: str | None = None) -> float:
        """Of all samples, those of a layer or of one of its families."""
        seen = sum(n for (a, b), n in self.families.items() if a == layer and family in (None, b))
        return seen / max(1, self.total)


def layers(collections: tuple[Collection, ...], seconds: float) -> Section:
    """Shares by layer, by rule family and by function, on each collection that is there."""
    reader = Reader(time_limit=None, article_time_limit=None, strict=True)
    found = {each.name: _sampled(reader, each, seconds) for each in collections if each.texts}
    names = tuple(found)
    seen = {pair for samples in found.values() for pair in samples.families}
    order = sorted(seen, key=lambda pair: -sum(found[name].share(*pair) for name in names))
    kinds = sorted({layer for layer, _ in seen}, key=lambda layer: -sum(found[name].share(layer) for name in names))
    by_layer = [(layer, *(percent(found[name].share(layer)) for name in names)) for layer in kinds]
    told = order[:_TOLD]
    by_family = [
        (f"{layer}: `{family}`", *(percent(found[name].share(layer, family)) for name in names))
        for layer, family in told
    ]
    rest = {name: 1 - sum(found[name].share(*pair) for pair in told) for name in names}
    by_family.append((f"the {len(order) - len(told)} others", *(percent(max(0.0, rest[name])) for name in names)))
    sampled = ", ".join(f"{found[name].total:,} on {name}" for name in names)
    said = (
        f"The stack was looked at every few milliseconds of processor time ({sampled}). A rule family is a module; "
        "what it calls of modules that all share counts as its own. Times of C code, patterns above all, stand at its "
        "caller. The third table has the functions in which the time is spent themselves, without what they call in "
        "Python."
    )
    tables = [Table(("layer", *names), by_layer), Table(("rule family", *names), by_family), _functions(found)]
    said += "\n\n" + _calls(reader, collections[0])
    return Section("Where the time goes", said, tuple(tables))


def _functions(found: dict[str, Samples]) -> Table:
    shares = {
        name: {function: n / samples.total for function, n in samples.functions.items()}
        for name, samples in found.items()
    }
    every = {function for of_one in shares.values() for function in of_one}
    dearest = sorted(every, key=lambda function: -sum(of_one.get(function, 0.0) for of_one in shares.values()))[:_TOLD]
    rows = [(f"`{function}`", *(percent(shares[name].get(function, 0.0)) for name in found)) for function in dearest]
    return Table(("function, by itself", *found), rows)


def _calls(reader: Reader, collection: Collection) -> str:
    text = collection.texts[0]
    calls = count_calls(lambda: reader.read(text.text, text.published))
    goal = len(text.text) / GOAL
    empty = in_turns({"empty": _do_nothing_often}, 5)["empty"].median / _OFTEN
    return (
        f"One reading of the {collection.name} makes **{count(calls)} calls** of functions, in Python and in C: "
        f"{calls / len(text.text):.1f} a character. The goal leaves {goal * 1e3:.1f} ms for them all, "
        f"{goal / calls * 1e9:.0f} ns each; a call of a Python function that does nothing takes {empty * 1e9:.0f} ns "
        "here."
    )


def _do_nothing_often() -> None:
    def nothing() -> None:
        pass

    for _ in range(_OFTEN):
        nothing()


def _sampled(reader: Reader, collection: Collection, seconds: float) -> Samples:
    samples = Samples()
    for text in collection.texts:  # patterns are compiled at first use
        reader.read(text.text, text.published)
    begun = time.process_time()
    with looking(samples):
        while time.process_time() - begun < seconds:
            for text in collection.texts:
                reader.read(text.text, text.published)
    return samples


@contextmanager
def looking(samples: Samples) -> Iterator[None]:
    """Look at the stack of this process, its main thread, all through the block."""

    def look(_: int, frame: FrameType | None) -> None:
        stack = []
        while frame is not None:
            stack.append((frame.f_globals.get("__name__", ""), frame.f_code.co_qualname))
            frame = frame.f_back
        found = place([module for module, _ in reversed(stack)])
        if found is not None:
            samples.families[found] += 1
            module, function = next(pair for pair in stack if pair[0].startswith("ceasefire"))
            samples.functions[f"{module.removeprefix('ceasefire_id.')}.{function}"] += 1

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def place(stack: list[str]) -> tuple[str, str] | None:
    """Layer and rule family of a stack of modules, outermost first; null outside of a reading."""
    parts = [module.split(".") for module in stack]
    if ["ceasefire", "reader"] not in parts:
        return None
    for package, *rest in parts:
        if package == "ceasefire_id" and rest and rest[0] not in _SHARED:
            own = [name for name in stack if name.startswith(f"ceasefire_id.{rest[0]}")]
            return f"id-{rest[0]}", own[-1].removeprefix("ceasefire_id.")
    core = [
        (index, _CORE[rest[0]])
        for index, (package, *rest) in enumerate(parts)
        if package == "ceasefire" and rest and rest[0] in _CORE
    ]
    if not core:
        return "reader", "reader"
    layer = core[0][1]
    own = [stack[index] for index, of_layer in core if of_layer == layer]
    return layer, own[-1].removeprefix("ceasefire.")
