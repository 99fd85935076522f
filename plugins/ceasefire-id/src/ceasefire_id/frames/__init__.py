"""Frames as data: which lemma evokes what, checked when loaded.

A frame stands in one of the TOML files beside this module, under its name: the lemmas that evoke it, verb and noun
alike, a sentence in which it is told of a pause, and a trap in which one of its lemmas tells of something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

import attrs
import tomli

__all__ = ["Frame", "FrameError", "frames", "frames_by_lemma", "read"]

_FILES: Final = ("course", "sides", "fighting", "speech")
_FIELDS: Final = ("lemmas", "example", "trap")


class FrameError(ValueError):
    """A frame that cannot be used; the message gives file and line."""


@attrs.frozen
class Frame:
    """What some lemmas evoke. A lemma with `+` behind it notes the affix or word by which it means this."""

    name: str
    lemmas: tuple[str, ...]
    example: str
    trap: str


def read(text: str, file: str) -> tuple[Frame, ...]:
    """The frames of one file. Raises `FrameError` where one is not whole, or names a lemma twice."""
    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError as fault:
        raise FrameError(f"{file}: {fault}") from None
    found = []
    for name, table in data.items():
        where = f"{file}, line {_line_of(text, name)}: frame {name!r}"
        if not isinstance(table, dict) or set(table) != set(_FIELDS):
            raise FrameError(f"{where} must have {', '.join(_FIELDS)} and nothing else")
        lemmas = table["lemmas"]
        if not isinstance(lemmas, list) or not lemmas or not all(isinstance(lemma, str) and lemma for lemma in lemmas):
            raise FrameError(f"{where} must have a list of lemmas")
        if twice := sorted({lemma for lemma in lemmas if lemmas.count(lemma) > 1}):
            raise FrameError(f"{where} names {twice[0]!r} twice")
        if not all(isinstance(table[field], str) and table[field] for field in ("example", "trap")):
            raise FrameError(f"{where} must have a sentence as its example and one as its trap")
        found.append(Frame(name, tuple(lemmas), table["example"], table["trap"]))
    return tuple(found)


def _line_of(text: str, name: str) -> int:
    lines = text.splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.strip() == f"[{name}]"), 1)


@cache
def frames() -> tuple[Frame, ...]:
    """All frames that ship with the plugin."""
    folder = resources.files(__package__)
    return tuple(
        frame
        for file in _FILES
        for frame in read(folder.joinpath(f"{file}.toml").read_text("utf-8"), f"frames/{file}.toml")
    )


@cache
def frames_by_lemma() -> Mapping[str, tuple[str, ...]]:
    """The names of the frames that a lemma evokes, by lemma."""
    found: dict[str, dict[str, None]] = {}
    for frame in frames():
        for lemma in frame.lemmas:
            found.setdefault(lemma.partition("+")[0], {})[frame.name] = None
    return {lemma: tuple(names) for lemma, names in found.items()}
