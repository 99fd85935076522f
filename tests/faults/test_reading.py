"""Extractors that fail while they read: each is named with its plugin and rule, and costs only what it got wrong."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from ceasefire import ExtractorError, Reader
from faults.cases import READING, SOUND, TEXT, Fault

NAMES = [fault.name for fault in READING]
#: what names the rule, not the plugin: a value is compared with its closed list when the report is put together
BY_RULE = {"leaves-a-closed-list"}
#: what a strict reader never comes to, as it ends at the first fault
FIRST_FAULT = {"fails-very-often": "gave 5, which is no mention"}


@pytest.fixture(scope="module")
def world(shared_world: Any) -> Any:
    """All of them beside one that works."""
    return shared_world.ship(SOUND, *(fault.ships for fault in READING))


@pytest.fixture(scope="module")
def report(world: Any) -> dict[str, Any]:
    return dict(world.read(TEXT))


def test_all_are_listed_and_nothing_is_wrong_with_them_yet(world: Any) -> None:
    run = world.run("plugins")
    assert run.returncode == 0
    assert all(f"extractor x-{fault.name}\n" in run.stdout for fault in READING)


def test_what_the_sound_one_gives_stands_beside_all_of_them(report: dict[str, Any]) -> None:
    assert ("secund", "x-sound:day") in [(time["text"], time["by"]) for time in report["times"]]


@pytest.mark.parametrize("fault", READING, ids=NAMES)
def test_a_fault_of_reading_stands_in_the_report(report: dict[str, Any], fault: Fault) -> None:
    told = [d for d in report["diagnostics"] if d["source"] == fault.source and d["code"] == fault.code]
    assert told
    assert {d["level"] for d in told} == {"error"}
    assert fault.says in told[0]["message"]
    assert f"extractor x-{fault.name}" in told[0]["message"] or fault.name in BY_RULE
    assert all("\n" not in d["message"] and len(d["message"]) < 600 for d in told)


@pytest.mark.parametrize("fault", READING, ids=NAMES)
def test_what_came_before_a_fault_counts(on_path: Any, fault: Fault) -> None:
    times = Reader(only=[fault.name, "sound"]).read(TEXT).times
    flooded = fault.code == "too-many"
    assert [time.text for time in times] == (["secund"] if flooded else ["primo", "secund"])


@pytest.mark.parametrize("fault", READING, ids=NAMES)
def test_a_fault_of_reading_is_the_end_of_a_strict_reading(on_path: Any, fault: Fault) -> None:
    says = FIRST_FAULT.get(fault.name, fault.says)
    with pytest.raises(ExtractorError, match=re.escape(says)) as caught:
        Reader(only=[fault.name, "sound"], strict=True).read(TEXT)
    assert f"extractor x-{fault.name} of plugin {fault.name} " in str(caught.value) or fault.name in BY_RULE


def test_a_strict_command_ends_in_one_line(world: Any) -> None:
    run = world.run("read", "-", "--strict", "--only", "raises,sound", stdin=TEXT)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (1, "", 1)
    assert run.stderr.startswith("ceasefire: extractor x-raises of plugin raises raised RuntimeError: no more of this")
    assert "(fault_raises.py:" in run.stderr


def test_a_batch_over_processes_goes_on(world: Any) -> None:
    lines = "".join(f"{json.dumps({'id': str(number), 'text': TEXT})}\n" for number in range(3))
    run = world.run("batch", "--jobs", "2", stdin=lines)
    assert run.returncode == 0
    reports = [json.loads(line) for line in run.stdout.splitlines()]
    assert [report["article"]["id"] for report in reports] == ["0", "1", "2"]
    assert all(len(report["diagnostics"]) >= len(READING) for report in reports)
