"""How much work something takes, counted, not timed."""

from __future__ import annotations

from collections.abc import Callable
from cProfile import Profile

__all__ = ["count_calls"]


def count_calls(act: Callable[[], object]) -> int:
    """The calls of functions, in Python and in C, that `act` makes in this thread.

    Seconds depend on the machine and on who else uses it; this count does not, so a test can assert that ten times
    the text costs at most so many times the calls. What a single call into C takes (a pattern that runs away) is not
    seen.
    """
    profile = Profile()
    profile.runcall(act)
    return sum(entry.callcount for entry in profile.getstats())
