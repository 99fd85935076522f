"""The table of faults in the docs names every fault that is tested, with its code, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from faults.cases import LOADING, LOOPING, READING
from faults.test_other_gifts import LANGUAGES
from faults.test_time_limits import ENDLESS_IMPORTS

HERE = Path(__file__).parent
PAGE = (HERE.parents[1] / "docs" / "faults.md").read_text("utf-8")
#: file and case or test to the code that the page gives
ROWS = {
    (file, name): code.strip("` –")
    for code, file, name in re.findall(r"^\|.*\|([^|]*)\| `(\w+\.py)` `([\w-]+)` \|$", PAGE, re.MULTILINE)
}
CASES = {
    **{("test_loading.py", fault.name): fault.code for fault in LOADING},
    **{("test_reading.py", fault.name): fault.code for fault in READING},
    **{("test_time_limits.py", fault.name): fault.code for fault in LOOPING},
    **{("test_time_limits.py", name): "load-time-limit" for name in ENDLESS_IMPORTS},
    **{("test_other_gifts.py", name): code for name, (_, _, code, _) in LANGUAGES.items()},
}


def test_every_row_names_a_test() -> None:
    assert PAGE.count("\n| ") == len(ROWS) + 2 * PAGE.count("\n| --- ")


@pytest.mark.parametrize(("file", "name"), ROWS, ids=[" ".join(row) for row in ROWS])
def test_what_a_row_names_is_there(file: str, name: str) -> None:
    if name.startswith("test_"):
        assert f"\ndef {name}(" in (HERE / file).read_text("utf-8")
    else:
        assert CASES[file, name] == ROWS[file, name]


def test_no_case_is_missing_from_the_page() -> None:
    assert not CASES.keys() - ROWS.keys()


@pytest.mark.parametrize("code", sorted({*ROWS.values()} - {""}))
def test_every_code_of_the_page_is_one_of_core(code: str) -> None:
    core = HERE.parents[1] / "src" / "ceasefire"
    assert any(f'"{code}"' in path.read_text("utf-8") for path in core.rglob("*.py"))
