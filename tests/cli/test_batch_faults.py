"""What goes wrong around `ceasefire batch`: signals, full disks, closed pipes, dead processes, giant lines."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from commands import NO_PLUGIN
from fakes import FATEFUL


@pytest.fixture
def fateful(install: Any, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    monkeypatch.setenv("PYTHONPATH", str(install("fateful", {"fateful": "fateful_plugin"}, fateful_plugin=FATEFUL)))
    return ("--only", "fateful")


@contextmanager
def running(*arguments: str | Path, **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "ceasefire", "batch", *map(str, arguments)]
    with subprocess.Popen(command, **{"stderr": subprocess.PIPE, "stdin": subprocess.PIPE, **options}) as process:
        yield process
        if process.poll() is None:
            process.kill()


@pytest.fixture(autouse=True)
def heeded_hangup() -> Iterator[None]:
    """Whoever tests under `nohup` hands down that SIGHUP is ignored, which a child would rightly keep to."""
    before = signal.getsignal(signal.SIGHUP)
    if before is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    if before is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, before)


def lines(*texts: str) -> bytes:
    return b"".join(json.dumps({"id": str(n), "text": text}).encode() + b"\n" for n, text in enumerate(texts))


def wait_for(holds: Callable[[], bool]) -> None:
    for _ in range(1200):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("it did not come to be")


def count(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.exists() else 0


def ids(path: Path) -> list[str]:
    return [json.loads(line)["article"]["id"] for line in path.read_bytes().split(b"\n")[:-1]]


# ---- signals -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_with_a_whole_line(
    tmp_path: Path, fateful: tuple[str, ...], number: signal.Signals, jobs: str
) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(lines(*["x"] * 40, *["sleep 0.2"] * 20, "sleep 60"))
    with running(source, "-o", target, *fateful, "--jobs", jobs, start_new_session=True) as process:
        wait_for(lambda: count(target) >= 30)
        os.killpg(process.pid, number)  # as a terminal does: to the parent and all its children
        _, err = process.communicate(timeout=60)
    assert process.returncode == 128 + number
    told = err.decode()
    assert told.startswith("ceasefire: interrupted after ")
    assert told.endswith("; --resume goes on from there\n")
    assert told.count("\n") == 1, told
    assert target.read_bytes().endswith(b"}\n")
    done = ids(target)
    assert done == [str(number) for number in range(len(done))]
    assert 30 <= len(done) < 61


def test_it_can_be_interrupted_while_it_waits_for_input(tmp_path: Path) -> None:
    with running("-o", tmp_path / "out.jsonl", *NO_PLUGIN) as process:
        assert process.stdin is not None
        process.stdin.write(lines("x", "x"))
        process.stdin.flush()
        wait_for(lambda: count(tmp_path / "out.jsonl") == 2)  # lines that were piped in do not wait for more
        process.send_signal(signal.SIGINT)
        process.wait(60)
        assert process.returncode == 130


# ---- where the output goes -----------------------------------------------------------------------------------------

needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="NO /dev/full: A FULL DISK IS NOT TESTED")


@needs_full
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_full_disk_is_told(jobs: str) -> None:
    with running("-o", "/dev/full", *NO_PLUGIN, "--jobs", jobs) as process:
        _, err = process.communicate(lines(*["x"] * 50), timeout=60)
    assert (process.returncode, err.count(b"\n")) == (1, 1)
    assert b"ceasefire: /dev/full: No space left on device" in err
    with Path("/dev/full").open("wb") as full, running(*NO_PLUGIN, stdout=full) as process:
        _, err = process.communicate(lines(*["x"] * 50), timeout=60)
    assert (process.returncode, err) == (1, b"ceasefire: standard output: No space left on device\n")


def test_a_disk_that_fills_up_leaves_whole_lines(tmp_path: Path, run: Any) -> None:
    pytest.importorskip("resource", reason="NO LIMITS OF FILE SIZE ON THIS SYSTEM")
    target = tmp_path / "out.jsonl"
    source = tmp_path / "in.jsonl"
    source.write_bytes(lines(*["x" * 50] * 50))
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (7000, 7000));"
        "from ceasefire.cli import main; main(sys.argv[1:])"
    )
    arguments = ("batch", source, "-o", target, *NO_PLUGIN)
    result = run("-c", code, *arguments)
    assert result.returncode == 1
    assert b"out.jsonl: File too large; it ends with a whole line, and --resume goes on from there" in result.stderr
    assert 6000 < target.stat().st_size < 7000
    assert target.read_bytes().endswith(b"}\n")
    assert run("-m", "ceasefire", *arguments, "--resume").returncode == 0
    assert ids(target) == [str(number) for number in range(50)]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_closed_pipe_ends_it_without_a_word(tmp_path: Path, jobs: str) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(lines(*["x"] * 3000))
    with running(source, *NO_PLUGIN, "--jobs", jobs, stdout=subprocess.PIPE, stdin=None) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        err = process.stderr.read()
    assert (process.returncode, err) == (1, b"")


def test_output_onto_the_input_is_refused_whichever_way(command: Any, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(lines("x"))
    with source.open("ab") as appended, running(source, *NO_PLUGIN, stdout=appended) as process:
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (
        2,
        b"ceasefire: standard output: is the input too; write to another file\n",
    )
    with source.open("rb") as stdin, running("-o", source, *NO_PLUGIN, stdin=stdin) as process:
        _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert source.read_bytes() == lines("x")
    (tmp_path / "a.txt").write_text("x")
    result = command("batch", tmp_path, "-o", tmp_path / "out.txt", *NO_PLUGIN)
    assert result.status == 2
    assert "out.txt: would be read as an article of" in result.told
    assert command("batch", tmp_path, "-o", tmp_path / "out.jsonl", *NO_PLUGIN).status == 0


def test_nothing_to_nowhere_is_not_its_own_input() -> None:
    nowhere = Path(os.devnull)
    with (
        nowhere.open("rb") as stdin,
        nowhere.open("wb") as stdout,
        running(*NO_PLUGIN, stdin=stdin, stdout=stdout) as process,
    ):
        process.communicate(timeout=60)
    assert process.returncode == 0


def test_an_input_that_is_not_there_costs_no_output(command: Any, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("precious\n")
    result = command("batch", tmp_path / "none.jsonl", "-o", target, *NO_PLUGIN)
    assert (result.status, target.read_text()) == (1, "precious\n")
    assert result.told == f"{tmp_path / 'none.jsonl'}: No such file or directory"


# ---- processes and sizes -------------------------------------------------------------------------------------------


def test_an_article_that_kills_its_process_leaves_an_error_in_its_place(
    tmp_path: Path, fateful: tuple[str, ...]
) -> None:
    target = tmp_path / "out.jsonl"
    with running("-o", target, *fateful, "--jobs", "2") as process:
        _, err = process.communicate(lines(*["x"] * 9, "die", *["x"] * 9), timeout=120)
    assert process.returncode == 1
    assert err.endswith(b"; 1 could not be read: process-died 1\n")
    assert ids(target) == [str(number) for number in range(19)]
    record = json.loads(target.read_bytes().split(b"\n")[9])
    assert record["article"] == {"id": "9", "line": 10}
    assert record["error"]["code"] == "process-died"


def test_a_line_of_100_megabytes_costs_little(tmp_path: Path, run: Any) -> None:
    source = tmp_path / "in.jsonl"
    with source.open("wb") as file:
        file.write(lines("x") + b'{"text": "')
        for _ in range(100):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n' + lines("x"))
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_DATA, (300 << 20, 300 << 20));"
        "from ceasefire.cli import main; main(sys.argv[1:])"
    )
    result = run("-c", code, "batch", source, *NO_PLUGIN)
    told = [json.loads(line) for line in result.stdout.decode().split("\n")[:-1]]
    assert [line.get("error", {}).get("code") for line in told] == [None, "too-long", None]
    assert told[1]["error"]["message"] == "the line has more than 32 MiB, which no article has"
