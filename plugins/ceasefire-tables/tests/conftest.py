"""What the tests of tables share: the seed's report, a report with everything, the command line."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import ceasefire
from ceasefire.cli import main
from ceasefire.testing.samples import full_report

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="session")
def seed_report() -> ceasefire.Report:
    return ceasefire.from_json((SEEDS / "suriah-2016-05-02.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def outcomes(seed_report: ceasefire.Report) -> list[ceasefire.Report | ceasefire.UnreadArticle]:
    """The seed, a report with every field set somewhere and names full of signs, and an article that failed."""
    failed = ceasefire.UnreadArticle("rusak", 3, "bad-json", "=the line is no JSON")
    return [seed_report, full_report()[0], failed]


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
