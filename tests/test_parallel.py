"""Many articles over processes: order, bounded memory, and what happens when a process dies."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import ceasefire
from ceasefire import ArticleError, CeasefireError, Reader, Report
from ceasefire.errors import Fault
from fakes import FATEFUL


@pytest.fixture
def fateful(install: Any, monkeypatch: pytest.MonkeyPatch) -> Reader:
    folder = install("fateful", {"fateful": "fateful_plugin"}, fateful_plugin=FATEFUL)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return Reader(only=["fateful"])


def told(outcomes: Any) -> list[str | None]:
    return [outcome.article.id if isinstance(outcome, Report) else outcome.code for outcome in outcomes]


def articles(*texts: str) -> list[dict[str, str]]:
    return [{"id": str(number), "text": text} for number, text in enumerate(texts)]


def test_the_order_stays_where_articles_take_unlike_times(fateful: Reader) -> None:
    given = articles("sleep 0.5", *["x"] * 30, "sleep 0.3", *["x"] * 30)
    assert told(fateful.read_many(given, jobs=3)) == [article["id"] for article in given]


def test_an_article_that_kills_its_process_costs_only_itself(fateful: Reader) -> None:
    given = articles(*["x"] * 6, "die", *["x"] * 20, "die", "x")
    expected = [article["id"] if article["text"] == "x" else "process-died" for article in given]
    assert told(fateful.read_many(given, jobs=2, errors="return")) == expected
    with pytest.raises(ArticleError, match="a reading process died over it, twice"):
        list(fateful.read_many(given, jobs=2))


def test_what_a_killed_process_had_in_hand_is_read_by_another(fateful: Reader, tmp_path: Path) -> None:
    given = articles(*["x"] * 5, f"die-once {tmp_path / 'mark'}", *["x"] * 9)
    assert told(fateful.read_many(given, jobs=2)) == [article["id"] for article in given]
    assert (tmp_path / "mark").exists()


def test_what_the_source_raises_comes_after_all_that_it_gave_before(fateful: Reader) -> None:
    def source() -> Iterator[dict[str, str]]:
        yield from articles("sleep 0.2", *["x"] * 12)
        raise RuntimeError("the disk is gone")

    seen = []
    with pytest.raises(RuntimeError, match="the disk is gone"):
        for report in fateful.read_many(source(), jobs=2):
            seen.append(report)
    assert len(seen) == 13


def test_few_heavy_articles_are_held_at_once(fateful: Reader) -> None:
    taken = 0

    def source() -> Iterator[dict[str, str]]:
        nonlocal taken
        for number in range(40):
            taken += 1
            yield {"id": str(number), "text": "x" * 3_000_000}

    reports = fateful.read_many(source(), jobs=2)
    next(reports)
    assert taken <= 7
    reports.close()  # type: ignore[attr-defined]


def test_a_process_that_cannot_start_is_told(install: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    install("gone", {"gone": "gone_plugin"}, gone_plugin=FATEFUL.replace("fateful", "gone"))
    reader = Reader(only=["gone"])
    monkeypatch.syspath_prepend("/nowhere")
    monkeypatch.setattr(sys, "path", [entry for entry in sys.path if not entry.endswith("gone")])
    with pytest.raises(CeasefireError, match="a reading process could not start: RegistryError: no plugin is called"):
        list(reader.read_many([{"text": "x"}], jobs=2))


def test_errors_pass_between_processes() -> None:
    for error in (
        ArticleError("no text", code="no-text"),
        ceasefire.DateError("no date"),
        ceasefire.JSONError((Fault("$.article", "is missing"),)),
        ceasefire.RegistryError("twice", code="name-taken"),
        ceasefire.ReportLineError("is no JSON", "x.jsonl", 3),
    ):
        copy = pickle.loads(pickle.dumps(error))
        assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))


MAIN = """
import sys
from ceasefire import Reader

if __name__ == "__main__":
    list(Reader(only=["fateful"]).read_many([{"text": f"tell {sys.argv[1]}"}], jobs=2))
"""


def wait_for(holds: Callable[[], bool]) -> None:
    for _ in range(600):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("it did not come to be")


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="NO /proc ON THIS SYSTEM: WHETHER A PROCESS LIVES IS NOT SEEN")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.usefixtures("fateful")
def test_no_process_outlives_its_parent(tmp_path: Path, number: int) -> None:
    script, mark = tmp_path / "main.py", tmp_path / "mark"
    script.write_text(textwrap.dedent(MAIN))
    with subprocess.Popen([sys.executable, str(script), str(mark)], stderr=subprocess.PIPE) as parent:
        wait_for(lambda: mark.exists() and mark.read_text() != "")
        child = int(mark.read_text())
        assert is_running(child)
        os.kill(parent.pid, number)
        parent.wait(30)
    wait_for(lambda: not is_running(child))
