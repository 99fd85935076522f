"""What the tests of coding share: the seed, the command line, rows by hand."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import ceasefire
from ceasefire.cli import main
from ceasefire_cf.coded import CodedCeasefire, Value
from ceasefire_cf.columns import CODED, CONTEXT

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="session")
def seed() -> tuple[ceasefire.Report, str]:
    report = ceasefire.from_json((SEEDS / "suriah-2016-05-02.json").read_text("utf-8"))
    return report, (SEEDS / "suriah-2016-05-02.txt").read_text("utf-8")


@attrs.frozen
class Done:
    """How a command ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """The command line, with `tmp_path` as the folder in which it is called."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path, stdin: str = "") -> Done:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Done(int(ended.value.code or 0), said.out, said.err)

    return run


@pytest.fixture(scope="session")
def row() -> Callable[..., CodedCeasefire]:
    """A row with the cells named, of an article named; several values are parted by a bar."""

    def make(article: str, published: str = "", **cells: str) -> CodedCeasefire:
        context = dict.fromkeys(CONTEXT, "") | {
            "ceasefire": f"{article}#p1",
            "article": article,
            "published": published,
        }
        values = {c.name: tuple(Value(each) for each in cells.get(c.name, "").split("|") if each) for c in CODED}
        return CodedCeasefire(context, values)

    return make
