"""The reading of articles with gold readings does not fall below what it has reached.

The articles belong to others and lie beside a checkout where they are at hand; elsewhere these tests skip.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
SCORER = SHARED / "tools" / "score.py"

#: F1 a layer over the real and the developing articles together
FLOORS = {
    "times.span": 0.97,
    "times.strict": 0.93,
    "times.value": 0.95,
    "casualties.found": 0.95,
    "casualties.figure": 0.93,
    "casualties.victims": 0.92,
    "casualties.source": 0.85,
    "actors": 0.88,
    "actors.kind": 0.84,
    "regions": 0.92,
    "regions.country": 0.90,
}


@pytest.mark.skipif(not SCORER.exists(), reason="the gold readings are not beside this checkout")
def test_no_layer_falls() -> None:
    folders = [SHARED / "gold" / name for name in ("real", "dev")]
    command = f"{sys.executable} -m ceasefire batch"
    run = subprocess.run(
        [sys.executable, SCORER, *folders, "--command", command, "--json"], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    scores = json.loads(run.stdout)
    fallen = {layer: scores[layer] for layer, floor in FLOORS.items() if scores[layer] < floor}
    assert not fallen
