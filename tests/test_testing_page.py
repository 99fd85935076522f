"""The page about testing shows a package that holds: laid out, its tests pass and print what the page says."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import regex

import ceasefire.testing
from ceasefire.testing import factories

pytest_plugins = ["pytester"]

PAGE = (Path(__file__).parents[1] / "docs" / "testing.md").read_text("utf-8")
BLOCKS = regex.findall(r"^```\w+\n(# ([\w/]+\.\w+)\n.*?)^```$", PAGE, regex.M | regex.S)
FILES = {name: code for code, name in BLOCKS}
OUTPUTS = regex.findall(r"^```text\n(.*?)^```$", PAGE, regex.M | regex.S)


@pytest.fixture
def package(pytester: pytest.Pytester, install: Any, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """The page's package, installed, without the files that a test adds."""
    folder = install("monitor-days", {"monitor-days": "monitor_days"}, monitor_days=FILES["monitor_days.py"])
    monkeypatch.setenv("PYTHONPATH", str(folder), prepend=os.pathsep)
    add(pytester, "pyproject.toml", "corpus/days.toml", "tests/test_monitor_days.py")
    return pytester


def add(pytester: pytest.Pytester, *names: str) -> None:
    for name in names:
        file = pytester.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(FILES[name], "utf-8")


def test_the_package_passes_as_shown(package: pytest.Pytester) -> None:
    result = package.runpytest_subprocess("-v")
    passed = [regex.sub(r" +\[ *\d+%\]$", "", line) for line in result.outlines if " PASSED" in line]
    assert passed == OUTPUTS[0].splitlines()


def test_a_failure_looks_as_shown(package: pytest.Pytester) -> None:
    add(package, "corpus/wrong.toml")
    result = package.runpytest_subprocess("corpus/wrong.toml")
    told = result.stdout.str().replace(f"{package.path}/", "")
    assert OUTPUTS[1] in told


def test_a_gap_is_counted_as_shown(package: pytest.Pytester) -> None:
    add(package, "corpus/gaps/weeks.toml")
    result = package.runpytest_subprocess("tests", "corpus")
    result.stdout.fnmatch_lines([f"*{OUTPUTS[2].strip()} in *"])


def test_each_further_file_passes(package: pytest.Pytester) -> None:
    further = set(FILES) - {"monitor_days.py", "corpus/wrong.toml"}
    add(package, *sorted(further))
    result = package.runpytest_subprocess("-W", "error")
    result.assert_outcomes(passed=len([name for name in further if name.startswith("tests/")]) + 6, xfailed=1)


@pytest.mark.parametrize("name", ceasefire.testing.__all__)
def test_the_page_tells_of_each_public_name(name: str) -> None:
    assert regex.search(rf"`(?:ceasefire\.testing\.)?{name}\b", PAGE)


@pytest.mark.parametrize("module", [ceasefire.testing, factories])
def test_public_names_are_there_and_documented(module: Any) -> None:
    assert list(module.__all__) == sorted(module.__all__)
    assert all(getattr(module, name).__doc__ for name in module.__all__)
