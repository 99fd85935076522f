"""What a `conftest.py` can say of corpora."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ceasefire import Reader

__all__ = ["pytest_ceasefire_reader"]


@pytest.hookspec(firstresult=True)
def pytest_ceasefire_reader(config: pytest.Config, corpus: Path) -> Reader | None:
    """The reader for the cases of a corpus file; null leaves it to the next one.

    Called once a file. Where no `conftest.py` answers, the plugins of the option `ceasefire_plugins` read, or all that
    are installed, strictly.
    """
