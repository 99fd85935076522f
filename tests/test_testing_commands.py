"""The command line as plugin authors test it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from ceasefire.testing import run_command

Command = Callable[..., CompletedProcess[str]]


def test_a_command_gives_what_it_wrote_and_its_status() -> None:
    done = run_command(
        *["read", "-", "--only", "json", "--format", "json", "--published", "2016-05-02"], stdin="Jeda „72 jam“."
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.args[:3] == ["ceasefire", "read", "-"]
    assert '"language": "id"' in done.stdout
    done = run_command("read", "-", "--format", "no-such-format", stdin="Jeda.")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no-such-format" in done.stderr


def test_the_streams_of_the_process_are_its_own_again() -> None:
    before = sys.stdin, sys.stdout, sys.stderr
    run_command("--help")
    run_command("no-such-command")
    assert (sys.stdin, sys.stdout, sys.stderr) == before


def test_bytes_that_are_no_text_are_an_input(tmp_path: Path) -> None:
    done = run_command("batch", "--only", "json", stdin=b'{"text": "\xff"}\n')
    assert done.returncode == 1
    assert "bad-encoding" in done.stdout


def test_the_fixture_runs_in_a_folder_of_the_test(ceasefire_command: Command, tmp_path: Path) -> None:
    (tmp_path / "warta.txt").write_text("Jeda.", "utf-8")
    done = ceasefire_command("read", Path("warta.txt"), "--only", "json", "--format", "json", "-o", "laporan.json")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "laporan.json").exists()
