"""One call interrupted by another at chosen moments: what threads do by chance, done on purpose."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

__all__ = ["count_moments", "interrupted"]

T = TypeVar("T")

#: seconds to wait for an interruption that a lock holds up; it then goes on beside the interrupted call
_PATIENCE = 0.5


def count_moments(act: Callable[[], object]) -> int:
    """The calls and returns, in Python and in C, within `act`: the moments at which it can be interrupted."""
    count = 0

    def watch(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        count += 1

    _profiled(watch, act)
    return count


def interrupted(act: Callable[[], T], at: int, other: Callable[[], object]) -> T:
    """What `act` gives when `other` runs, in a thread of its own, at the `at`th moment of `act`, counted from 1.

    Raises what either raises.
    """
    count = 0
    failures: list[BaseException] = []

    def run_other() -> None:
        try:
            other()
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=run_other, daemon=True)

    def watch(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        count += 1
        if count == at:
            sys.setprofile(None)
            thread.start()
            thread.join(_PATIENCE)

    given = _profiled(watch, act)
    if thread.ident is not None:
        thread.join()
    if failures:
        raise failures[0]
    return given


def _profiled(watch: Callable[[Any, str, Any], None], act: Callable[[], T]) -> T:
    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        return act()
    finally:
        sys.setprofile(before)
