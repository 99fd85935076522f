"""What tests of safety share."""

from __future__ import annotations

from pathlib import Path

import pytest

import ceasefire

ROOT = Path(__file__).parents[2]
INDONESIAN = ("id-language", "id-numbers", "id-dates", "id-names", "id-casualties", "id-scope", "id-statements")


@pytest.fixture(scope="session")
def reader() -> ceasefire.Reader:
    """The Indonesian reading, raising where an extractor fails."""
    return ceasefire.Reader(only=INDONESIAN, strict=True)
