"""A world into which distributions are put as pip would, and in which `ceasefire` runs as a process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest


class World:
    """A folder of installed distributions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ship(self, *shipments: Mapping[str, Mapping[str, str]]) -> World:
        """Install distributions, given as the sources of their entry points' modules."""
        for distribution, plugins in [pair for each in shipments for pair in each.items()]:
            info = self.folder / f"{distribution.replace('-', '_')}-1.2.dist-info"
            info.mkdir()
            (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.2\n")
            points = []
            for name, source in plugins.items():
                parts = [name] if name == distribution else [distribution, name]
                module = "_".join(["fault", *parts]).replace("-", "_")
                (self.folder / f"{module}.py").write_text(source)
                points.append(f"{name} = {module}\n")
            (info / "entry_points.txt").write_text(f"[ceasefire]\n{''.join(points)}")
        return self

    def run(self, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """`ceasefire ARGUMENTS` in a process of its own, with what is installed here."""
        return self.python("-m", "ceasefire", *arguments, stdin=stdin)

    def read(self, text: str) -> dict[str, Any]:
        """The report on a text, read by all that is installed here."""
        run = self.run("read", "-", "--format", "json", stdin=text)
        assert run.returncode == 0
        assert "Traceback" not in run.stderr
        report: dict[str, Any] = json.loads(run.stdout)
        return report

    def python(self, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(self.folder), "COLUMNS": "1000"},
            timeout=120,
            check=False,
        )


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture(scope="module")
def shared_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """One for all tests of a module."""
    return World(tmp_path_factory.mktemp("world"))


@pytest.fixture
def on_path(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """The same world, seen by this process too, which has imported none of its modules yet."""
    for name in [name for name in sys.modules if name.startswith("fault_")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(str(world.folder))
    return world
