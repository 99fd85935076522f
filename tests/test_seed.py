"""The seed article is read rightly in every layer, and as the kept report says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import ceasefire

SEEDS = Path(__file__).parents[1] / "seeds"
SCORER = Path(__file__).parents[2] / "shared" / "tools" / "score.py"
GOLD = SCORER.parents[1] / "gold"


@pytest.fixture(scope="module")
def report() -> ceasefire.Report:
    text = (SEEDS / "suriah-2016-05-02.txt").read_text("utf-8")
    return ceasefire.read(text, published="2016-05-02")


def test_the_kept_report_is_what_is_read(report: ceasefire.Report) -> None:
    kept = json.loads((SEEDS / "suriah-2016-05-02.json").read_text("utf-8"))
    read = json.loads(ceasefire.to_json(report))
    assert {k: v for k, v in read.items() if k != "article"} == {k: v for k, v in kept.items() if k != "article"}


def test_the_calm_holds_in_damascus_and_latakia_and_leaves_aleppo_out(report: ceasefire.Report) -> None:
    calm = next(pause for pause in report.pauses if pause.kind == "calm")
    assert calm.status == "extended"
    assert [actor.name.casefold() for actor in calm.declared_by] == ["tentara suriah"]
    assert [part.region.name for part in calm.scope.includes if part.region] == ["Damaskus", "Latakia"]
    assert [part.region.name for part in calm.scope.excludes if part.region] == ["Aleppo"]
    assert calm.announced is not None
    assert calm.announced.value == "2016-04-29"


@pytest.mark.skipif(not SCORER.exists(), reason="the gold readings are not beside this checkout")
def test_every_layer_of_the_seed_is_right() -> None:
    command = f"{sys.executable} -m ceasefire batch"
    run = subprocess.run(
        [sys.executable, SCORER, GOLD / "seed", "--command", command, "--json"], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    wrong = {layer: score for layer, score in json.loads(run.stdout).items() if score < 1}
    assert not wrong
