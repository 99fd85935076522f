"""`ceasefire batch --resume` after an end at any point: no line lost, none doubled."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from commands import NO_PLUGIN


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Articles with and without ids, and lines that cannot be read."""
    lines = []
    for number in range(400):
        match number % 7:
            case 3:
                lines.append(json.dumps({"text": f"Jeda {number}. " * (number % 50 + 1)}))
            case 5:
                lines.append(f"no json {number}")
            case 6:
                lines.append(json.dumps({"id": str(number), "text": "x", "published": "soon"}))
            case _:
                lines.append(json.dumps({"id": str(number), "text": f"Jeda {number}. " * (number % 90 + 1)}))
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(lines))
    return path


@pytest.fixture
def whole(command: Any, source: Path) -> bytes:
    """What a run gives that is not interrupted."""
    return command("batch", source, *NO_PLUGIN).out  # type: ignore[no-any-return]


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_a_run_that_is_killed_at_random_points_ends_as_one_that_is_not(
    source: Path, whole: bytes, tmp_path: Path, jobs: str
) -> None:
    target = tmp_path / "out.jsonl"
    points = random.Random(int(jobs))
    arguments = [
        sys.executable,
        "-m",
        "ceasefire",
        "batch",
        source,
        "-o",
        target,
        *NO_PLUGIN,
        "--jobs",
        jobs,
        "--resume",
    ]
    kills = 0
    for _ in range(60):
        until = (target.stat().st_size if target.exists() else 0) + points.randrange(len(whole) // 2)
        with subprocess.Popen(list(map(str, arguments)), stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and (not target.exists() or target.stat().st_size < until):
                time.sleep(0.001)
            process.send_signal(signal.SIGKILL)
        assert target.read_bytes() in (whole[: target.stat().st_size], b"")
        if process.returncode != -signal.SIGKILL:
            break
        kills += 1
    assert process.returncode == 1  # some lines cannot be read
    assert kills >= 2
    assert target.read_bytes() == whole


def test_whatever_of_the_output_is_there_the_rest_is_added(
    command: Any, source: Path, whole: bytes, tmp_path: Path
) -> None:
    target = tmp_path / "out.jsonl"
    points = random.Random(1)
    for cut in (0, 1, *(points.randrange(len(whole)) for _ in range(12)), len(whole) - 1, len(whole)):
        target.write_bytes(whole[:cut])
        result = command("batch", source, "-o", target, *NO_PLUGIN, "--resume")
        assert target.read_bytes() == whole
        before = whole[:cut].count(b"\n")
        assert result.status == 1
        done, more = result.told.partition(" in ")[0].split(" more")[0].rpartition(" done before, ")[::2]
        assert (int(done or 0), int(more.split()[0])) == (before, 400 - before)
        assert "114 could not be read: bad-json 57, bad-date 57" in result.told


def test_without_an_output_it_begins(command: Any, source: Path, whole: bytes, tmp_path: Path) -> None:
    command("batch", source, "-o", tmp_path / "out.jsonl", *NO_PLUGIN, "--resume")
    assert (tmp_path / "out.jsonl").read_bytes() == whole


def test_standard_input_is_taken_up_again(command: Any, source: Path, whole: bytes, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_bytes(whole[:5000])
    command("batch", "-o", target, *NO_PLUGIN, "--resume", stdin=source.read_bytes())
    assert target.read_bytes() == whole


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda lines: lines[1:], "line 1: is about '0', and the input has '1' there; is it the same input?"),
        (lambda lines: [lines[0].replace("Jeda", "Perang"), *lines[1:]], "line 1: is about '0', and the input has '0'"),
        (lambda lines: [*lines[:3], lines[10], *lines[4:]], "and the input has one without an id there"),
        (lambda lines: [*lines[:5], lines[4]], "line 6: is about None, and the input has '4' there"),
        (lambda lines: lines[:7], "line 8: the input has no article for it; is it the same input?"),
    ],
)
def test_an_output_of_another_input_is_not_touched(
    command: Any, source: Path, whole: bytes, tmp_path: Path, change: Any, message: str
) -> None:
    target = tmp_path / "out.jsonl"
    target.write_bytes(whole[:9000])
    source.write_text("\n".join(change(source.read_text().split("\n"))))
    result = command("batch", source, "-o", target, *NO_PLUGIN, "--resume")
    assert result.status == 2
    assert message in result.told
    assert target.read_bytes() == whole[:9000]


def test_a_file_that_is_no_output_is_not_touched(command: Any, source: Path, tmp_path: Path) -> None:
    for content in ("diary\n", "[1]\n", '{"article": {"id": "0"}}\n'):
        (tmp_path / "diary").write_text(content)
        result = command("batch", source, "-o", tmp_path / "diary", *NO_PLUGIN, "--resume")
        assert (result.status, (tmp_path / "diary").read_text()) == (2, content)
        assert "line 1: is no line that `ceasefire batch` wrote, so --resume cannot go on" in result.told
