"""Plugins that fail while they are loaded or put in order: each is named, and costs only itself."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from ceasefire import Reader, RegistryError
from faults.cases import LOADING, SOUND, TEXT, Fault, plugin_names

NAMES = [fault.name for fault in LOADING]


@pytest.fixture(scope="module")
def world(shared_world: Any) -> Any:
    """All of them beside one that works."""
    return shared_world.ship(SOUND, *(fault.ships for fault in LOADING))


@pytest.fixture(scope="module")
def listed(world: Any) -> str:
    run = world.run("plugins")
    assert (run.returncode, run.stderr) == (1, "")
    return str(run.stdout)


@pytest.fixture(scope="module")
def report(world: Any) -> dict[str, Any]:
    return dict(world.read(TEXT))


def test_the_sound_one_reads_beside_all_of_them(report: dict[str, Any], listed: str) -> None:
    assert [time["text"] for time in report["times"]] == ["secund"]
    assert re.search(r"^  sound +sound 1\.2 +extractor x-sound$", listed, re.MULTILINE)


@pytest.mark.parametrize("fault", LOADING, ids=NAMES)
def test_a_fault_of_loading_is_listed(listed: str, fault: Fault) -> None:
    _, _, problems = listed.partition("\nproblems\n")
    assert [line for line in problems.splitlines() if f"plugin {fault.name}: " in line and fault.says in line]


@pytest.mark.parametrize("fault", LOADING, ids=NAMES)
def test_a_fault_of_loading_stands_in_the_report(report: dict[str, Any], fault: Fault) -> None:
    told = [d for d in report["diagnostics"] if d["source"] == fault.source and d["code"] == fault.code]
    assert [d["level"] for d in told] == ["error"]
    assert f"plugin {fault.name}: " in told[0]["message"]
    assert fault.says in told[0]["message"]
    assert "\n" not in told[0]["message"]


@pytest.mark.parametrize("fault", LOADING, ids=NAMES)
def test_a_fault_of_loading_is_the_end_of_a_strict_reader(on_path: Any, fault: Fault) -> None:
    with pytest.raises(RegistryError, match=re.escape(fault.says)) as caught:
        Reader(only=[*plugin_names(fault), "sound"], strict=True)
    assert f"plugin {fault.name}: " in str(caught.value)


def test_strict_reading_ends_in_one_line(world: Any) -> None:
    run = world.run("read", "-", "--strict", stdin=TEXT)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (1, "", 1)
    assert all(fault.says in run.stderr for fault in LOADING)


def test_a_batch_tells_them_once(world: Any) -> None:
    run = world.run("batch", stdin=f"{json.dumps({'text': TEXT})}\n" * 2)
    assert run.returncode == 0
    assert [len(json.loads(line)["times"]) for line in run.stdout.splitlines()] == [1, 1]
    assert run.stderr.count("RuntimeError: no model found") == 1
