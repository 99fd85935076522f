"""A limit on time that strikes where much must be freed: freeing takes long, and the next ring comes within it."""

from __future__ import annotations

import signal
import time

import pytest

from ceasefire import timelimit

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="NO ALARM ON THIS SYSTEM")


def never_ends() -> None:
    while True:
        pass


def holds_much_and_never_ends() -> object:
    # On the stack of values, not in a variable: freed while the exception passes, not with its traceback.
    return ([[number] for number in range(300_000)], never_ends())


def test_it_strikes_once_and_nothing_after_the_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timelimit, "_SNOOZE", 0.002)  # far less than it takes to free the lists
    for _ in range(5):
        with pytest.raises(timelimit.TimeLimitExceeded) as caught, timelimit.time_limit_on(0.2):
            holds_much_and_never_ends()
        ends = time.monotonic() + 0.05
        while time.monotonic() < ends:
            pass
        assert caught.value.__traceback__ is not None  # held, so that nothing ends the alarm by being forgotten
        assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
