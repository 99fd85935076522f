"""Plugins that were built against 0.1 and are kept as they were installed then work with what there is now."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import distributions
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest

from ceasefire import Reader, RegistryError, hookimpl
from ceasefire.hookspecs import CONTRACT_VERSION

INSTALLED = Path(__file__).parent / "built_for_0_1"
NAMES = ["conscripts", "monitor-days", "plain-words", "tally", "time-list"]
ONLY = ("--only", ",".join(NAMES))
TEXT = "The pause ends on D+3, a Monday. 40 men pressed into service.\nSee also: Monday news"

Run = Callable[..., str]


@pytest.fixture(scope="module")
def ceasefire() -> Run:
    """The output of a command that ends well, with these plugins installed beside whatever else is."""

    def run(*arguments: str, stdin: str = "") -> str:
        done = subprocess.run(
            [sys.executable, "-W", "error::DeprecationWarning:__main__", "-m", "ceasefire", *arguments],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(INSTALLED)},
            timeout=120,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
        return done.stdout

    return run


def test_they_are_as_they_were_built() -> None:
    found = {distribution.name: distribution for distribution in distributions(path=[str(INSTALLED)])}
    assert sorted(found) == [f"ceasefire-{name}" for name in NAMES]
    for distribution in found.values():
        for file in distribution.files or ():
            if file.hash:
                digest = hashlib.new(file.hash.mode, Path(str(file.locate())).read_bytes()).digest()
                assert base64.urlsafe_b64encode(digest).decode().rstrip("=") == file.hash.value, file


def test_all_are_listed(ceasefire: Run) -> None:
    listed = ceasefire("plugins", *ONLY)
    for name, gives in {
        "conscripts": "extractor conscripts, term outcome conscripted",
        "monitor-days": "extractor monitor-days",
        "plain-words": "extractor plain-mondays, language x-plain",
        "tally": "command tally",
        "time-list": "format time-list",
    }.items():
        assert any(
            line.split()[:3] == [name, f"ceasefire-{name}", "0.1.0"] and gives in line for line in listed.splitlines()
        )


def test_the_extractor_and_the_format(ceasefire: Run) -> None:
    read = ("read", "-", "--published", "2016-05-02", "--language", "en", "--format", "time-list", "--strict", *ONLY)
    assert ceasefire(*read, stdin=TEXT) == "D+3\t2016-05-05\tmonitor-days:code\n"


def test_the_vocabulary(ceasefire: Run) -> None:
    read = ("read", "-", "--published", "2016-05-02", "--language", "en", "--format", "json", "--strict", *ONLY)
    report = json.loads(ceasefire(*read, stdin=TEXT))
    assert [(c["outcome"], c["count"]["min"]) for c in report["casualties"]] == [("conscripted", 40)]
    jsonschema.validate(report, json.loads(ceasefire("schema", *ONLY)))


def test_the_language(ceasefire: Run) -> None:
    read = ("read", "-", "--published", "2016-05-02", "--language", "x-plain", "--format", "time-list", *ONLY)
    assert ceasefire(*read, stdin=TEXT) == "D+3\t2016-05-05\tmonitor-days:code\nMonday\t\tplain-mondays:day\n"


def test_the_command(ceasefire: Run, tmp_path: Path) -> None:
    articles = [
        {"text": TEXT, "published": "2016-05-02", "language": "x-plain"},
        {"text": "Nothing.", "language": "en"},
    ]
    reports = tmp_path / "reports.jsonl"
    lines = "".join(json.dumps(article) + "\n" for article in articles)
    ceasefire("batch", "--quiet", "-o", str(reports), *ONLY, stdin=lines)
    assert ceasefire("tally", str(reports)) == "reports=2 unread=0 times=2 pauses=0 statements=0\n"


def demanding(contract: object) -> SimpleNamespace:
    @hookimpl
    def terms() -> list[Any]:
        return []

    return SimpleNamespace(requires_contract=contract, terms=terms)


@pytest.mark.parametrize("contract", [None, ">=1.0,<2", "~=1.0", "==1.*", ">=1", f"=={CONTRACT_VERSION}"])
def test_a_demand_that_is_met(contract: object) -> None:
    assert Reader(plugins={"mine": demanding(contract)}, only=["mine"], strict=True).registry.problems == ()


@pytest.mark.parametrize(
    ("contract", "code", "says"),
    [
        ("<1", "unmet-contract", "plugin mine: it requires the plugin contract <1, and this one is 1.0"),
        (">=1.99", "unmet-contract", "plugin mine: it requires the plugin contract >=1.99, and this one is 1.0"),
        ("one", "plugin-failed", "plugin mine: its requires_contract is 'one', not a version specifier such as"),
        (1, "plugin-failed", "plugin mine: its requires_contract is 1, not a version specifier"),
    ],
)
def test_a_demand_that_is_not_met(contract: Any, code: str, says: str) -> None:
    plugins = {"mine": demanding(contract)}
    (problem,) = Reader(plugins=plugins, only=["mine"]).registry.problems
    assert (problem.level, problem.source, problem.code) == ("error", "mine", code)
    assert problem.message.startswith(says)
    with pytest.raises(RegistryError, match=r"^plugin mine: it"):
        Reader(plugins=plugins, only=["mine"], strict=True)
