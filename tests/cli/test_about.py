"""`ceasefire plugins`, `formats` and `schema`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema

from commands import NO_PLUGIN


def test_plugins_lists_what_is_installed_in_what_order_it_runs_and_what_failed(
    command: Any, finder: tuple[str, ...], install: Any
) -> None:
    install("broken", {"broken": "broken_plugin"}, broken_plugin="import frobnicate")
    result = command("plugins", *finder)
    assert result.status == 0
    lines = result.out.decode().splitlines()
    assert lines[3].split() == ["finder", "finder", "1.2", "extractor", "finder,", "format", "loud"]
    assert lines[-1].split() == ["finder", "*", "actor", "pause", "time", "–", "–"]
    result = command("plugins", *finder, "--only", "broken")
    assert result.status == 1
    assert "FAILED: ModuleNotFoundError: No module named 'frobnicate'" in result.out.decode()


def test_plugins_of_core_alone(command: Any) -> None:
    result = command("plugins", *NO_PLUGIN)
    assert result.status == 0
    assert "no plugin with an extractor is in use" in result.out.decode()


def test_formats_lists_those_of_core_and_of_plugins(command: Any, finder: tuple[str, ...]) -> None:
    lines = command("formats", *finder).out.decode().splitlines()
    assert [line.split()[:3] for line in lines[1:]] == [
        ["json", "application/json", "json"],
        ["loud", "text/plain", "finder"],
        ["text", "text/plain", "text"],
    ]


def test_schema_prints_a_schema_that_reports_meet(command: Any, finder: tuple[str, ...], article: Path) -> None:
    schema = command("schema").json
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(command("read", article, "-f", "json", *finder).json)
