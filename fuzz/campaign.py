"""A run over many inputs: reads each within a time bound, checks the report, keeps what failed, and goes on where it
stopped.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

import attrs
import jsonschema

import ceasefire
from ceasefire.models import Report
from fuzz.costs import Costs
from fuzz.inputs import Input, make_input
from fuzz.soundness import Unsound, check_sound, check_written
from fuzz.sources import Sources

#: every so many-th report is also written, read back, held against the schema and read a second time
DEEP_EVERY = 25
#: inputs between two writings of the state
CHECKPOINT = 1000
#: failures of one kind that are kept with their text; all are counted
KEPT = 20


@attrs.define
class State:
    """How far a run is and what it found; a JSON file between two runs."""

    seed: int
    sources: str
    done: int = 0
    by_kind: dict[str, int] = attrs.field(factory=dict)
    #: characters read
    characters: int = 0
    #: seconds of processor time for reading alone
    seconds: float = 0.0
    deep: int = 0
    costs: Costs = attrs.field(factory=Costs)
    #: how often each failure came, by its message
    failures: dict[str, int] = attrs.field(factory=dict)

    def to_data(self) -> dict[str, Any]:
        return {**attrs.asdict(self, recurse=False), "costs": self.costs.to_data()}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> State:
        return cls(**{**data, "costs": Costs.from_data(data["costs"])})


class Campaign:
    """One run in a folder of its own: `state.json`, `failures.jsonl`, and `at`, the number of the input in hand."""

    def __init__(self, folder: Path, sources: Sources, seed: int, *, limit: float, only: Collection[str] = ()) -> None:
        """Takes up what the folder holds; reads with the plugins `only`, all where none is named.

        Raises `ValueError` where the folder holds a run of another seed or other sources.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._state_file = folder / "state.json"
        self._sources = sources
        self._reader = ceasefire.Reader(only=only or None, strict=True, time_limit=limit, article_time_limit=limit)
        self._vocabulary = self._reader.registry.vocabulary
        self._validator = jsonschema.Draft202012Validator(ceasefire.json_schema(self._vocabulary))
        self.state = State(seed, sources.digest)
        if self._state_file.exists():
            self.state = State.from_data(json.loads(self._state_file.read_text("utf-8")))
            if (self.state.seed, self.state.sources) != (seed, sources.digest):
                raise ValueError(f"{folder} holds a run of another seed or of other texts; give another folder")

    def run(self, until: int, told: Callable[[State], None]) -> None:
        """Read inputs up to that number, `told` after each thousand."""
        self._warm_up()
        fatal = self._left_in_hand()
        with (self.folder / "at").open("w") as at:
            while self.state.done < until:
                number = self.state.done
                at.seek(0)
                at.write(f"{number:12}")
                at.flush()
                if number == fatal:
                    self._keep(make_input(self._sources, self.state.seed, number), "the process died")
                else:
                    self.try_one(make_input(self._sources, self.state.seed, number))
                self.state.done += 1
                if self.state.done % CHECKPOINT == 0 or self.state.done == until:
                    self._save()
                    told(self.state)
        (self.folder / "at").unlink()

    def try_one(self, given: Input) -> None:
        """Read one input and check what comes of it; failures are kept, not raised."""
        state = self.state
        state.by_kind[given.kind] = state.by_kind.get(given.kind, 0) + 1
        state.characters += len(given.text)
        try:
            report, cost = self._read(given)
            check_sound(report, given.text)
            if given.number % DEEP_EVERY == 0:
                self._look_deeper(given, report)
        except Exception as error:
            self._keep(given, _called(error))
            return
        state.seconds += cost / 1e6
        usual = state.costs.of(len(given.text))
        if usual.is_dear(cost):
            # Something else on the machine, or a pattern compiled at its first use: only what stays dear counts.
            cost = min(cost, *(self._read(given)[1] for _ in range(4)))
            if usual.is_dear(cost):
                self._keep(given, f"out of proportion: {cost / usual.quantile(0.5):.0f} times the usual")
        usual.add(cost, given.number)

    def _read(self, given: Input) -> tuple[Report, float]:
        """The report, and what it cost in microseconds of processor time."""
        before = time.thread_time_ns()
        report = self._reader.read(given.text, given.published)
        return report, (time.thread_time_ns() - before) / 1000

    def _look_deeper(self, given: Input, report: Report) -> None:
        self.state.deep += 1
        written = check_written(report, self._vocabulary, self._validator)
        if ceasefire.to_json(self._reader.read(given.text, given.published)) != written:
            raise Unsound("a second reading gives another report")

    def _keep(self, given: Input, message: str) -> None:
        kind = message.partition(":")[0] if message.startswith("out of proportion") else message
        count = self.state.failures[kind] = self.state.failures.get(kind, 0) + 1
        if count > KEPT:
            return
        with (self.folder / "failures.jsonl").open("a", encoding="ascii") as file:
            file.write(json.dumps({"failure": message, **attrs.asdict(given)}) + "\n")

    def _warm_up(self) -> None:
        """Read what inputs are made of, so that what is compiled at its first use is compiled."""
        for text in (*self._sources.sentences[::5], *self._sources.articles):
            self._reader.read(text, "2025-11-12")

    def _left_in_hand(self) -> int | None:
        """The input that a run before this one died over, if it kills another process too."""
        at = self.folder / "at"
        if not at.exists() or not (number := at.read_text().strip()).isdigit():
            return None
        given = make_input(self._sources, self.state.seed, int(number))
        code = "import json, sys, ceasefire; g = json.load(sys.stdin); ceasefire.read(g['text'], g['published'])"
        child = subprocess.run([sys.executable, "-c", code], input=json.dumps(attrs.asdict(given)).encode())
        return given.number if child.returncode < 0 else None

    def _save(self) -> None:
        new = self._state_file.with_suffix(".new")
        new.write_text(json.dumps(self.state.to_data()), "utf-8")
        new.replace(self._state_file)


def _called(error: Exception) -> str:
    """The failure's name: equal for inputs that fail in the same way at the same place."""
    if isinstance(error, (ceasefire.ExtractorError, Unsound)):
        return str(error)[:200]  # says where by itself
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" ({Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno})" if place else ""
    return f"{type(error).__name__}: {str(error)[:120]}{where}"


def kept_failures(folder: Path) -> Iterator[dict[str, Any]]:
    """What failed, with its text; once, where a run was interrupted and came to it again."""
    file = folder / "failures.jsonl"
    written = file.read_text("ascii").splitlines() if file.exists() else []
    yield from {failure["number"]: failure for failure in map(json.loads, written)}.values()
