"""Every sentence of the corpus gives what it must, and nothing where it must give nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceasefire import Reader
from ceasefire.testing import Case, check_case, load_corpus

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(strict=True)


@pytest.mark.parametrize("case", load_corpus(CORPUS), ids=lambda case: case.name)
def test_case(reader: Reader, case: Case) -> None:
    check_case(reader, case)
