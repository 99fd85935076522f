"""What the rules of this reading share: the lexicon, and patterns made of its words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import regex

#: seconds after which a pattern that runs away is stopped
LIMIT = 5


def lexicon(table: str) -> dict[str, Any]:
    """One table of the lexicon."""
    found: dict[str, Any] = tomllib.loads((Path(__file__).parent / "lexicon.toml").read_text("utf-8"))[table]
    return found


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of some phrases, the longest first, a space in them being any white space within a line."""
    found = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return (
        "(?:" + "|".join(regex.escape(phrase).replace(r"\ ", " ").replace(" ", r"[^\S\n]+") for phrase in found) + ")"
    )
