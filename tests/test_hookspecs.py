"""The contract is documented and tested whole, and the pages about it are true."""

from __future__ import annotations

import contextlib
import io
import tomllib
from pathlib import Path
from typing import Any

import pytest
import regex

import ceasefire
from ceasefire import hookspecs, vocabulary
from ceasefire.hookspecs import Extractor, Format, HookSpecs
from ceasefire.language import Language

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "plugins.md").read_text("utf-8")
TESTS = "".join(path.read_text("utf-8") for path in sorted(Path(__file__).parent.rglob("test_*.py")))
HOOKS = sorted(name for name, value in vars(HookSpecs).items() if hasattr(value, "ceasefire_spec"))


def test_these_are_the_hooks() -> None:
    assert HOOKS == ["commands", "extractors", "formats", "languages", "terms"]


@pytest.mark.parametrize("hook", HOOKS)
def test_each_hook_is_documented_and_tested(hook: str) -> None:
    assert getattr(HookSpecs, hook).__doc__
    assert f"\n| `{hook}` | " in PAGE, "docs/plugins.md has no row for it"
    assert f"def {hook}(" in PAGE, "docs/plugins.md has no example of it"
    assert f"def {hook}(" in TESTS, "no test implements it"
    assert f"plugin({hook}=" in TESTS, "no test hands one over"


@pytest.mark.parametrize("protocol", [Extractor, Format, Language])
def test_each_member_of_what_a_hook_gives_is_documented(protocol: type) -> None:
    members = {*protocol.__annotations__, *(name for name in vars(protocol) if not name.startswith("_"))}
    row = next(line for line in PAGE.splitlines() if f".{protocol.__name__}`: things with" in line)
    assert members == set(regex.findall(r"`(\w+)`", row.partition("things with")[2]))


def test_each_closed_list_gives_each_value_a_meaning() -> None:
    assert all(meaning for values in vocabulary.BUILT_IN.values() for meaning in values.values())


def test_the_public_names_are_there() -> None:
    for module in (ceasefire, hookspecs, vocabulary):
        assert list(module.__all__) == sorted(module.__all__)
        assert all(hasattr(module, name) for name in module.__all__)


# ---- the examples ------------------------------------------------------------------------------------------------

BLOCKS = regex.findall(r"```(\w+)\n(.*?)```", PAGE, regex.DOTALL)
EXAMPLES = [code for kind, code in BLOCKS if kind == "python"]


def test_the_examples_run_and_print_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shared: dict[str, Any] = {"__name__": "docs_plugins"}
    for code in EXAMPLES:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, "docs/plugins.md", "exec"), shared)
        shown = regex.findall(r"^# (.*)", code, regex.MULTILINE)
        assert printed.getvalue().splitlines() == shown


def test_the_corpus_of_the_page_holds(install: Any, tmp_path: Path) -> None:
    from ceasefire.testing import check_case, load_corpus

    install("monitor-days", {"monitor-days": "monitor_days"}, monitor_days=EXAMPLES[0])
    corpus = next(code for kind, code in BLOCKS if kind == "toml" and "[[case]]" in code)
    (tmp_path / "corpus.toml").write_text(f'[defaults]\npublished = "2016-05-02"\n\n{corpus}', "utf-8")
    reader = ceasefire.Reader(only=["monitor-days"], strict=True)
    cases = load_corpus(tmp_path)
    assert len(cases) == 2
    for case in cases:
        check_case(reader, case)


def test_the_toml_of_the_page_is_toml() -> None:
    assert all(tomllib.loads(code) for kind, code in BLOCKS if kind == "toml")
