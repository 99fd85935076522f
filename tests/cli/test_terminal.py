"""What commands show in a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import regex


def in_terminal(columns: int, *arguments: str | Path, streams: tuple[str, ...] = ("stdout",), **env: str) -> str:
    """What a command prints to a terminal of that width, to which those of its streams lead."""
    import fcntl
    import struct
    import termios

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LINES", "FORCE_COLOR")}
    with subprocess.Popen(
        [sys.executable, "-m", "ceasefire", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        **{name: follower if name in streams else subprocess.DEVNULL for name in ("stdout", "stderr")},
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


# ---- a pause -------------------------------------------------------------------------------------------------------

# A plugin that finds a pause with a scope, so that this test needs no language.
SCOPE = """
from ceasefire import hookimpl
from ceasefire.mentions import *
from ceasefire.models import Span

class Finder:
    name, language = "scopes", "*"
    needs = uses = frozenset()
    gives = frozenset({ActorMention, RegionMention, PauseMention, ScopeMention})

    def extract(self, document):
        def at(word):
            start = document.text.index(word)
            return {"span": Span(start, start + len(word)), "by": "scopes:word"}
        pause = PauseMention(**at("Jeda"), label="jeda", kind="truce")
        yield pause
        for side, word in (("include", "Homs"), ("include", "Hama"), ("exclude", "Aleppo")):
            region = RegionMention(**at(word), name=word, kind="city")
            yield region
            yield ScopeMention(**at(word), pause=pause, direction=side, region=region,
                               extent="part" if word == "Hama" else "whole")
        yield ActorMention(**at("Sari"), name="Sari", kind="person", listed=True)

@hookimpl
def extractors():
    return [Finder()]
"""


@pytest.fixture
def scoped(install: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    monkeypatch.setenv("PYTHONPATH", str(install("scopes", {"scopes": "scopes_plugin"}, scopes_plugin=SCOPE)))
    (tmp_path / "a.txt").write_text("Jeda berlaku di Homs dan Hama, kata Sari, tanpa Aleppo.")
    return ["read", str(tmp_path / "a.txt"), "--published", "2016-05-02", "--only", "scopes"]


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_what_is_inside_and_outside_a_pause_stands_side_by_side(scoped: list[str], columns: int) -> None:
    page = regex.sub(r"\x1b\[[\d;]*m", "", in_terminal(columns, *scoped))
    assert regex.search(r"inside +outside", page)
    assert regex.search(r"\+ Homs +− Aleppo", page)
    assert regex.search(r"\+ Hama \(in part\)", page)


def test_layers_differ_without_colour(scoped: list[str]) -> None:
    page = in_terminal(80, *scoped, NO_COLOR="1")
    legend = next(line for line in page.splitlines() if regex.search(r"actor.* {3}.*pause", line))
    styles = regex.findall(r"\x1b\[([\d;]+)m(\w+)\x1b", legend)
    assert {name for _, name in styles} == {"actor", "region", "pause"}
    assert len({style for style, _ in styles}) == 3


# ---- batch ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [80, 200])
def test_a_bar_shows_how_far_a_batch_is(tmp_path: Path, columns: int) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(b'{"text": "Jeda."}\nno json\n' * 300)
    arguments = ("batch", source, "-o", tmp_path / "out.jsonl", "--only", "json")
    shown = regex.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", in_terminal(columns, *arguments, streams=("stderr",)))
    assert regex.search(r"%.* articles +[\d,]+/s", shown)
    assert all(len(line) <= columns for part in shown.splitlines()[:-2] for line in part.split("\r"))
    assert "ceasefire: 600 articles in " in shown.splitlines()[-1]
    assert "\x1b" not in in_terminal(columns, *arguments, "--quiet", streams=("stderr",))
    both = in_terminal(columns, *arguments[:2], "--only", "json", streams=("stdout", "stderr"))
    assert "/s" not in both  # reports and a bar would spoil one another
    assert both.count('"schema"') == 300
