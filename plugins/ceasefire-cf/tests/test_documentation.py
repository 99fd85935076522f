"""The page of coding names each column, with its meaning, its values, and how it stands to the code book."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceasefire_cf.columns import CODED, CodedColumn

PAGE = Path(__file__).parents[3] / "docs" / "coding.md"


@pytest.mark.parametrize("column", CODED, ids=lambda column: column.name)
def test_each_column_is_documented(column: CodedColumn) -> None:
    row = next(line for line in PAGE.read_text("utf-8").splitlines() if line.startswith(f"| `{column.name}` |"))
    _, _, meaning, follows, _ = (cell.strip() for cell in row.split("|"))
    assert meaning.startswith(column.meaning)
    assert follows == column.follows.value
    if meaning != column.meaning:
        assert meaning == f"{column.meaning}: {', '.join(f'`{value}`' for value in column.values)}"
