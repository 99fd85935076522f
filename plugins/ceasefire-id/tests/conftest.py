"""What the tests of the Indonesian reading share: a reader with its plugins and no others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasefire import Reader

PLUGINS = ("id-language", "id-numbers", "id-dates", "id-names", "id-casualties", "id-scope", "id-statements")


@pytest.fixture(scope="session")
def reader(ceasefire_reader_with: Callable[..., Reader]) -> Reader:
    """Reads Indonesian, strictly, whatever else is installed."""
    return ceasefire_reader_with(*PLUGINS)
