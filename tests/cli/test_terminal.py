"""What `ceasefire read` shows in a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest


def in_terminal(columns: int, *arguments: str | Path, **env: str) -> str:
    """What a command prints to a terminal of that width."""
    import fcntl
    import struct
    import termios

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LINES", "FORCE_COLOR")}
    with subprocess.Popen(
        [sys.executable, "-m", "ceasefire", *map(str, arguments)],
        stdout=follower, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
        env={**environment, "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", **env},
    ) as process:  # fmt: skip
        os.close(follower)
        seen = b""
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:
                break
            if not piece:
                break
            seen += piece
        process.wait(60)
    os.close(leader)
    return seen.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [80, 200])
def test_a_terminal_gets_colours_and_its_whole_width(
    article: Path, finder: tuple[str, ...], columns: int, tmp_path: Path
) -> None:
    import regex

    path = os.environ.get("PYTHONPATH", "")
    options = {"PYTHONPATH": os.pathsep.join([str(tmp_path / "finder"), path])}
    page = in_terminal(columns, "read", article, *finder, **options)
    assert "\x1b[" in page
    plain = regex.sub(r"\x1b\[[\d;]*m", "", page)
    assert "actor" in plain.splitlines()[5] or "time" in plain.splitlines()[5]
    widest = max(map(len, plain.splitlines()))
    assert widest <= columns
    assert widest > columns * 0.9
    colourless = in_terminal(columns, "read", article, *finder, NO_COLOR="1", **options)
    assert not regex.search(r"\x1b\[(?:\d+;)*(?:3|4|9|10)\d", colourless)
