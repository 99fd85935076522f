"""The driver that fuzzes: repeatable, resumable, able to notice each kind of failure; and a short run of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import ceasefire
from ceasefire.mentions import TimeMention
from ceasefire.models import Span
from fuzz.campaign import Campaign, kept_failures
from fuzz.costs import ENOUGH
from fuzz.inputs import Input, make_input
from fuzz.sources import Sources, load_sources
from safety.conftest import INDONESIAN, ROOT


@pytest.fixture(scope="module")
def sources() -> Sources:
    return load_sources()


def nothing(_: Any) -> None:
    pass


def test_a_short_run_finds_nothing(sources: Sources, tmp_path: Path) -> None:
    campaign = Campaign(tmp_path, sources, seed=2, limit=30, only=INDONESIAN)
    campaign.run(75, nothing)
    assert list(kept_failures(tmp_path)) == []
    assert campaign.state.done == 75
    assert campaign.state.deep == 3
    assert set(campaign.state.by_kind) == {"grammar", "exchanged", "mutated", "spliced", "unicode", "runs"}


def test_an_input_is_its_seed_and_its_number(sources: Sources) -> None:
    again = load_sources()
    for number in range(300):
        assert make_input(again, 5, number) == make_input(sources, 5, number)
    assert make_input(sources, 5, 3) != make_input(sources, 6, 3)
    assert len({make_input(sources, 5, number).text for number in range(300)}) > 290


def test_a_run_goes_on_where_it_stopped(sources: Sources, tmp_path: Path) -> None:
    whole, parted = tmp_path / "whole", tmp_path / "parted"
    Campaign(whole, sources, seed=3, limit=30, only=["id-language"]).run(60, nothing)
    for until in (20, 60):
        Campaign(parted, sources, seed=3, limit=30, only=["id-language"]).run(until, nothing)
    states = [json.loads((folder / "state.json").read_text()) for folder in (whole, parted)]
    for state in states:
        del state["seconds"], state["costs"]
    assert states[0] == states[1]
    with pytest.raises(ValueError, match="another seed"):
        Campaign(parted, sources, seed=4, limit=30)


class Faulty:
    """An extractor that does wrong where a text asks for it."""

    name = "faulty"
    language = "*"
    needs: frozenset[type] = frozenset()
    uses: frozenset[type] = frozenset()
    gives = frozenset({TimeMention})
    calls = 0

    def extract(self, document: Any) -> Any:
        if "raise" in document.text:
            raise ValueError("as asked")
        if "loop" in document.text:
            while True:
                pass
        if "waver" in document.text:
            Faulty.calls += 1
            yield TimeMention(span=Span(0, 1 + Faulty.calls), by="faulty:x", type="DATE", value="2025-11-12")


class Plugin:
    @ceasefire.hookimpl
    def extractors(self) -> list[Any]:
        return [Faulty()]


@pytest.mark.parametrize(
    ("text", "failure"),
    [
        ("raise", "extractor faulty raised ValueError: as asked"),
        ("loop", "extractor faulty was stopped"),
        ("waver waver", "a second reading gives another report"),
    ],
)
def test_it_notices(sources: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, failure: str) -> None:
    whole = ceasefire.Reader

    def with_faulty(**options: Any) -> ceasefire.Reader:
        return whole(**{**options, "only": ["faulty"], "plugins": {"faulty": Plugin()}})

    monkeypatch.setattr(ceasefire, "Reader", with_faulty)
    campaign = Campaign(tmp_path, sources, seed=1, limit=0.2)
    campaign.try_one(Input(0, "mutated", text, None))
    (kept,) = kept_failures(tmp_path)
    assert re.search(failure, kept["failure"]), kept
    assert kept["text"] == text


def test_it_notices_what_costs_too_much(sources: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    campaign = Campaign(tmp_path, sources, seed=1, limit=30, only=["id-language"])
    report, _ = campaign._read(Input(0, "runs", "x", None))
    costs = iter([*[100.0] * ENOUGH, 500.0, *[2000.0] * 5])
    monkeypatch.setattr(campaign, "_read", lambda given: (report, next(costs)))
    for number in range(1, ENOUGH + 3):
        campaign.try_one(Input(number, "runs", "x", None))
    (kept,) = kept_failures(tmp_path)
    assert kept["number"] == ENOUGH + 2
    assert kept["failure"].startswith("out of proportion: ")


def test_the_commands(tmp_path: Path) -> None:
    def fuzz(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "fuzz", *arguments]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)

    run = fuzz("run", "--seed", "9", "--inputs", "30", "--folder", str(tmp_path), "--only", "id-language", "--quiet")
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("Seed 9: 30 inputs (")
    assert fuzz("report", "--folder", str(tmp_path)).stdout == run.stdout
    assert "published" in fuzz("show", "--seed", "9", "12").stdout
    other = fuzz("run", "--seed", "8", "--inputs", "30", "--folder", str(tmp_path))
    assert other.returncode == 2
    assert "give another folder" in other.stderr
