"""The English corpus is read by the English plugin, which is not installed."""

from __future__ import annotations

from pathlib import Path

import pytest

import english
from ceasefire import Reader
from ceasefire.testing import reader_with


@pytest.fixture(scope="session")
def reader() -> Reader:
    return reader_with(english)


def pytest_ceasefire_reader(config: pytest.Config, corpus: Path) -> Reader:
    return reader_with(english)
