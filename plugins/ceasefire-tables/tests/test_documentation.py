"""The page of tables names each of them, with its meaning and its key."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceasefire_tables import TABLES, Table

PAGE = Path(__file__).parents[3] / "docs" / "tables.md"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_table_is_documented(table: Table) -> None:
    key = ", ".join(f"`{name}`" for name in table.key)
    assert f"| `{table.name}` | {table.meaning} | {key} |" in PAGE.read_text("utf-8")
