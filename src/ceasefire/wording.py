"""Words for what code of strangers gives and raises. Its `__repr__` or `__str__` may fail too, so both are guarded."""

from __future__ import annotations

import traceback
from pathlib import PurePath

__all__ = ["place_of", "shown", "told"]


def shown(value: object, length: int = 80) -> str:
    """A value as Python writes it, on one line and not longer than `length`."""
    try:
        text = repr(value)
    except Exception as error:
        text = f"a {type(value).__name__} that cannot be shown ({type(error).__name__})"
    return " ".join(text.split())[:length]


def told(error: BaseException, length: int = 300) -> str:
    """An exception on one line, of bearable length."""
    try:
        words = " ".join(str(error).split())
    except Exception:
        words = "its message cannot be shown"
    return f"{type(error).__name__}: {words}"[:length].rstrip(": ")


def place_of(error: BaseException, home: str) -> str:
    """Where it was raised: file, line and function, of the innermost frame in the module `home` or one beside it.

    `home` is the dotted name of the module that was called. What failed may be a library that this module called; the
    line that called it says more to the module's author.
    """
    package = home.partition(".")[0]
    frames = list(traceback.walk_tb(error.__traceback__))
    if not frames:
        return "no place known"
    own = [pair for pair in frames if str(pair[0].f_globals.get("__name__", "")).partition(".")[0] == package]
    frame, line = (own or frames)[-1]
    return f"{PurePath(frame.f_code.co_filename).name}:{line} in {frame.f_code.co_name}"
