"""Commands run in this process."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ceasefire.cli import main
from commands import ARTICLE, FINDER, Result


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command in this process."""

    def run(*arguments: str | Path, stdin: str | bytes = b"") -> Result:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        out, err = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="ascii", write_through=True))
            patch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="ascii", write_through=True))
            with pytest.raises(SystemExit) as left:
                main([str(argument) for argument in arguments])
            assert isinstance(left.value.code, int)
            return Result(left.value.code, out.getvalue(), err.getvalue().decode())

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "warta.txt"
    path.write_bytes(ARTICLE.encode())
    return path


@pytest.fixture
def finder(install: Any) -> tuple[str, ...]:
    """Options that load the finder alone."""
    install("finder", {"finder": "finder_plugin"}, finder_plugin=FINDER)
    return ("--only", "finder")
