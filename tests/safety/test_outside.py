"""Reading touches no network, starts no program, writes nothing, and opens only its own data and what was given."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from safety.conftest import INDONESIAN, ROOT

SEED = ROOT / "seeds" / "suriah-2016-05-02.txt"

# In an interpreter of its own: an audit hook cannot be taken away. It notes, as the interpreter tells it, each file
# that is opened and each thing that reaches outside; code that is imported is what a program cannot do without.
WATCHED = """
import json, os, sys

OUTSIDE = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.", "webbrowser.",
           "ctypes.dlopen", "os.remove", "os.rename", "os.mkdir", "os.truncate", "shutil.", "ftplib.", "smtplib.")
CODE = (".py", ".pyc", ".so", ".pth", ".typed", "METADATA", "entry_points.txt", "RECORD", "WHEEL", "top_level.txt")
opened, outside = [], []

def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        path, mode = os.fsdecode(arguments[0]), arguments[1] or ""
        writes = any(letter in mode for letter in "wax+") or bool((arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR))
        if not (path.endswith(CODE) or "__pycache__" in path) or (writes and "__pycache__" not in path):
            opened.append(path)
    elif event.startswith(OUTSIDE):
        outside.append(f"{event} {arguments!r:.100}")

sys.dont_write_bytecode = True
sys.addaudithook(watch)
"""


def watched(code: str, *arguments: str) -> tuple[set[Path], list[str]]:
    """The files that code opened, and how it reached outside."""
    ending = "print(json.dumps([opened, outside]), file=sys.__stderr__)"
    run = subprocess.run(
        [sys.executable, "-c", f"{WATCHED}\n{textwrap.dedent(code)}\n{ending}", *arguments],
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    opened, outside = json.loads(run.stderr.splitlines()[-1])
    return {Path(path) for path in opened}, outside


def is_own(path: Path) -> bool:
    """Whether a file is data of Python or of a distribution, or of the system's time zones."""
    folders = (sys.prefix, sys.base_prefix, ROOT / "src", ROOT / "plugins")
    return "zoneinfo" in path.parts or any(path.is_relative_to(folder) for folder in folders)


def test_reading_opens_its_own_data_alone() -> None:
    opened, outside = watched(
        f"""
        text = {SEED.read_text("utf-8")!r}
        import ceasefire
        reader = ceasefire.Reader(only={INDONESIAN!r})
        ceasefire.to_json(reader.read(text, "Senin, 2 Mei 2016", timezone="Asia/Damascus"))
        del opened[:]
        # what was read once needs no file at all
        ceasefire.to_json(reader.read(text.upper(), "2016-05-03", timezone="Asia/Damascus"))
        assert opened == [], opened
        """
    )
    assert outside == []
    assert {path for path in opened if not is_own(path)} == set()


def test_a_reader_is_built_from_its_own_data_alone() -> None:
    opened, outside = watched(
        f"""
        import ceasefire
        ceasefire.to_json(ceasefire.Reader(only={INDONESIAN!r}).read("Jeda 72 jam berlaku sejak Senin.", "2016-05-02"))
        """
    )
    assert outside == []
    assert any(path.name == "gazetteer.tsv" for path in opened), "the watch sees nothing"
    assert {path for path in opened if not is_own(path)} == set()


@pytest.mark.parametrize("given", [["read", "{article}", "--published", "2016-05-02", "--format", "json"]])
def test_a_command_opens_what_it_is_given(tmp_path: Path, given: list[str]) -> None:
    article, target = tmp_path / "article.txt", tmp_path / "report.json"
    article.write_bytes(SEED.read_bytes())
    arguments = [word.format(article=article) for word in given]
    opened, outside = watched(
        """
        from ceasefire.cli import main
        try:
            main(sys.argv[1:])
        except SystemExit as end:
            assert not end.code, end.code
        """,
        *arguments,
        "--output",
        str(target),
        *(word for name in INDONESIAN for word in ("--only", name)),
    )
    assert [event for event in outside if "os.rename" not in event and "os.remove" not in event] == []
    assert target.exists()
    others = {path for path in opened if not is_own(path)}
    assert others <= {article, target, Path("/dev/null")} | {p for p in others if p.parent == tmp_path}
    assert article in opened


def test_the_watch_sees_what_is_forbidden(tmp_path: Path) -> None:
    opened, outside = watched(
        f"""
        import socket, subprocess
        open({str(tmp_path / "x")!r}, "w").close()
        try:
            socket.create_connection(("127.0.0.1", 9), timeout=0.1)
        except OSError:
            pass
        """
    )
    assert opened == {tmp_path / "x"}
    assert any(event.startswith("socket.connect") for event in outside)
