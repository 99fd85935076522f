"""A name on its way out works, warns whoever uses it, and goes with the release that was told."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.version import Version

import ceasefire
from ceasefire.deprecation import DEPRECATED

PAGE = (Path(__file__).parents[2] / "docs" / "stability.md").read_text("utf-8")


@pytest.mark.parametrize("name", DEPRECATED)
def test_it_still_works_and_says_what_to_do_instead(name: str) -> None:
    module, _, attribute = name.rpartition(".")
    with pytest.warns(DeprecationWarning) as caught:
        value = getattr(importlib.import_module(module), attribute)
    assert value is not None
    (warning,) = caught
    assert str(warning.message) == str(DEPRECATED[name])
    assert warning.filename == __file__, "it must name the place that uses the name"


@pytest.mark.parametrize("name", DEPRECATED)
def test_it_is_told_once_for_each_place(name: str, tmp_path: Path) -> None:
    module = name.rpartition(".")[0]
    script = tmp_path / "stranger.py"
    script.write_text(f"import {module}\nfor _ in range(3):\n    assert {name}\n")
    run = subprocess.run([sys.executable, "-W", "default", script], capture_output=True, text=True, check=True)
    assert run.stderr.count(f"stranger.py:3: DeprecationWarning: {DEPRECATED[name]}\n") == 1
    assert run.stderr.count("DeprecationWarning") == 1


def test_an_old_name_can_still_be_imported_by_it() -> None:
    with pytest.warns(DeprecationWarning):
        from ceasefire.hookspecs import hookspec  # type: ignore[attr-defined]
    assert hookspec.project_name == "ceasefire"


def test_a_name_that_never_was_is_not_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'hookspecs'"):
        _ = importlib.import_module("ceasefire.hookspecs").hookspecs


@pytest.mark.parametrize("name", DEPRECATED)
def test_it_goes_after_one_minor_release(name: str) -> None:
    since, gone_in = Version(DEPRECATED[name].since), Version(DEPRECATED[name].gone_in)
    assert (gone_in.major, gone_in.minor) == (since.major, since.minor + 1)
    assert Version(ceasefire.__version__) < gone_in, "its time is over: take it out, and its line here"


@pytest.mark.parametrize("name", DEPRECATED)
def test_it_stands_in_the_docs(name: str) -> None:
    each = DEPRECATED[name]
    assert f"| `{name}` | {each.since} | {each.gone_in} | " in PAGE
