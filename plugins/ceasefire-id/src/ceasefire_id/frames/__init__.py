"""Frames as data: which lemma evokes what, checked when loaded."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

import tomli

__all__ = ["frames_by_lemma"]

_FILES: Final = ("course", "sides", "fighting", "speech")


@cache
def frames_by_lemma() -> Mapping[str, tuple[str, ...]]:
    """The frames that a lemma evokes, by lemma."""
    found: dict[str, list[str]] = {}
    for file in _FILES:
        text = resources.files(__package__).joinpath(f"{file}.toml").read_text("utf-8")
        for name, frame in tomli.loads(text).items():
            for lemma in frame["lemmas"]:
                found.setdefault(lemma.partition("+")[0], []).append(name)
    return {lemma: tuple(dict.fromkeys(names)) for lemma, names in found.items()}
