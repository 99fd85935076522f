"""What all commands have in common."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import ceasefire
from commands import ARTICLE, NO_PLUGIN

# ---- all commands --------------------------------------------------------------------------------------------------


def test_help_and_version(command: Any) -> None:
    assert command("--version").out == f"ceasefire, version {ceasefire.__version__}\n".encode()
    for name in ("read", "batch", "plugins", "formats", "schema"):
        assert command(name, "--help").status == 0
        assert name in command().out.decode()
    for arguments in (("--help",), ("read", "-h"), ("batch", "-h")):
        assert b"Examples:\n    ceasefire " in command(*arguments).out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["frob"], "No such command 'frob'"),
        (["read"], "Missing argument 'FILE'"),
        (["read", "-", "--frob"], "No such option"),
        (["read", "-", "x"], "Got unexpected extra argument (x)"),
        (["batch", "--jobs", "0"], "0 is not in the range x>=1"),
        (["batch", "--jobs", "many"], "'many' is not a valid integer"),
        (["read", "-", "--only", "frob"], "no plugin is called 'frob'; there are"),
        (["batch", "--disable", "frob"], "no plugin is called 'frob'"),
        (["plugins", "--disable", "frob"], "no plugin is called 'frob'"),
    ],
)
def test_wrong_use_is_one_line_and_status_2(command: Any, arguments: list[str], message: str) -> None:
    result = command(*arguments, stdin=ARTICLE)
    assert (result.status, result.out) == (2, b"")
    assert message in result.told


# ---- processes -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["read", "-"], ["batch"], ["schema"], ["--help"]])
def test_a_closed_pipe_is_no_fault(arguments: list[str], tmp_path: Path) -> None:
    many = b"".join(b'{"text": "x"}\n' for _ in range(3000))
    given = tmp_path / "given"
    given.write_bytes(many)
    with (
        given.open("rb") as stdin,
        subprocess.Popen(
            [sys.executable, "-m", "ceasefire", *arguments], stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process,
    ):
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read().decode()
    assert "Traceback" not in told
    assert "Exception ignored" not in told
    assert "roken pipe" not in told


def test_a_fault_of_our_own_is_one_line_too(command: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: Any, **options: Any) -> None:
        raise AssertionError("what nobody\nforesaw")

    monkeypatch.setattr("ceasefire.assembly.assemble", broken)
    result = command("read", "-", *NO_PLUGIN, stdin="x")
    assert result.status == 1
    assert "this is a fault of ceasefire, please report it: AssertionError" in result.told
    result = command("batch", *NO_PLUGIN, stdin='{"text": "x"}')
    assert result.lines[0]["error"]["code"] == "reader-failed"
