"""The public surface is the one that is recorded: a change is seen, meant, and written into the changelog."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

import pytest

from stability import surface

RENEW = "uv run python tests/stability/surface.py"


@pytest.mark.parametrize("what", ["surface", "schema"])
def test_the_public_surface_is_the_recorded_one(what: str) -> None:
    record: Path = surface.SURFACE if what == "surface" else surface.SCHEMA
    kept, found = record.read_text("utf-8"), getattr(surface, what)()
    if kept != found:
        changes = difflib.unified_diff(kept.splitlines(), found.splitlines(), "recorded", "found", lineterm="", n=1)
        told = "\n".join(changes)
        pytest.fail(f"{told}\n\nIf that is meant, write it into CHANGELOG.md and run\n  {RENEW}", pytrace=False)


def test_the_record_sees_a_changed_name_and_a_changed_default(monkeypatch: pytest.MonkeyPatch) -> None:
    import ceasefire

    before = surface.surface()
    monkeypatch.setitem(ceasefire.read.__kwdefaults__, "language", "en")
    monkeypatch.setattr(ceasefire, "__all__", [name for name in ceasefire.__all__ if name != "to_json"])
    changes = set(before.splitlines()) - set(surface.surface().splitlines())
    assert len(changes) == 2
    assert any(line.startswith("  def read(") for line in changes)
    assert any(line.startswith("  def to_json(") for line in changes)


def test_the_renewing_command_is_there() -> None:
    assert Path(surface.__file__).relative_to(Path(__file__).parents[2]).as_posix() == RENEW.split()[-1]
    assert sys.modules["stability.surface"] is surface
