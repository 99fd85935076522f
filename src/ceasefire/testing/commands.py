"""The command line, run in this process: what tests of a plugin's commands, formats and options call."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from os import PathLike, fspath

__all__ = ["run_command"]


def run_command(*arguments: str | PathLike[str], stdin: str | bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run `ceasefire ARGUMENTS` in this process and give what it left.

    Nothing is a terminal there, and `stdin` is all of its standard input. What it writes is read as UTF-8; bytes that
    are none stand for themselves (`surrogateescape`). The status is what a shell would see.

    >>> run_command("schema").returncode
    0
    """
    from ceasefire.cli import main

    words = [fspath(argument) for argument in arguments]
    given = io.TextIOWrapper(io.BytesIO(stdin.encode() if isinstance(stdin, str) else stdin), encoding="utf-8")
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    status: object = 0
    with _stdin(given), redirect_stdout(out), redirect_stderr(err):
        try:
            main(words)
        except SystemExit as ended:
            status = ended.code
    return subprocess.CompletedProcess(["ceasefire", *words], _returncode(status), _text(out), _text(err))


@contextmanager
def _stdin(stream: io.TextIOWrapper) -> Iterator[None]:
    before, sys.stdin = sys.stdin, stream
    try:
        yield
    finally:
        sys.stdin = before


def _returncode(status: object) -> int:
    """As the interpreter makes it of what `SystemExit` carries."""
    return 0 if status is None else status if isinstance(status, int) else 1


def _text(stream: io.TextIOWrapper) -> str:
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8", "surrogateescape")
