"""The reading of articles with gold readings does not fall below what it has reached.

The articles belong to others and lie beside a checkout where they are at hand; elsewhere these tests skip. No weights
are fitted to them; those under `tests/articles/open`, to which they are, would say nothing of how others are read.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
SCORER = SHARED / "tools" / "score.py"

#: F1 a layer where times, names and figures are those of plain news
PLAIN = {
    "times.span": 0.97,
    "times.strict": 0.93,
    "times.value": 0.95,
    "casualties.found": 0.95,
    "casualties.figure": 0.93,
    "casualties.victims": 0.92,
    "casualties.source": 0.85,
    "actors": 0.91,
    "actors.kind": 0.90,
    "regions": 0.95,
    "regions.country": 0.95,
    "statements.found": 0.95,
    "statements.speaker": 0.92,
}
#: F1 a layer, by set of articles; the slots of pauses are what the fitted decisions fill
FLOORS = {
    "real": {**PLAIN, "pauses.slots": 0.46},
    "dev": {**PLAIN, "pauses.slots": 0.69},
    "hard": {
        "times.span": 0.95,
        "times.strict": 0.92,
        "times.value": 0.91,
        "casualties.found": 0.90,
        "casualties.figure": 0.86,
        "casualties.victims": 0.82,
        "casualties.source": 0.80,
        "actors": 0.83,
        "actors.kind": 0.80,
        "regions": 0.91,
        "regions.country": 0.89,
        "statements.found": 0.86,
        "statements.speaker": 0.82,
        "pauses.slots": 0.52,
    },
}


@pytest.mark.parametrize("name", FLOORS)
def test_no_layer_falls(name: str) -> None:
    folder = SHARED / "gold" / name
    if not (SCORER.exists() and folder.is_dir()):
        pytest.skip("the gold readings are not beside this checkout")
    command = f"{sys.executable} -m ceasefire batch"
    run = subprocess.run(
        [sys.executable, SCORER, folder, "--command", command, "--json"], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    scores = json.loads(run.stdout)
    fallen = {layer: scores[layer] for layer, floor in FLOORS[name].items() if scores[layer] < floor}
    assert not fallen
