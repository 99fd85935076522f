"""A limit on time that strikes where much must be freed: freeing takes long, and the next ring comes within it."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="NO ALARM ON THIS SYSTEM")

#: In a process of its own: such frequent rings would also strike what test tools hang into the collection of garbage.
RUN = """
import signal
import time

from ceasefire import timelimit


def never_ends():
    while True:
        pass


def holds_much_and_never_ends():
    # On the stack of values, not in a variable: freed while the exception passes, not with its traceback.
    return ([[number] for number in range(300_000)], never_ends())


timelimit._SNOOZE = 0.002  # far less than it takes to free the lists
for _ in range(5):
    try:
        with timelimit.time_limit_on(0.2):
            holds_much_and_never_ends()
    except timelimit.TimeLimitExceeded as error:
        caught = error  # held, so that nothing ends the alarm by being forgotten
    ends = time.monotonic() + 0.05
    while time.monotonic() < ends:
        pass
    assert caught.__traceback__ is not None
    assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    del caught
print("struck five times")
"""


def test_it_strikes_once_and_nothing_after_the_block() -> None:
    run = subprocess.run([sys.executable, "-c", RUN], capture_output=True, text=True, check=False, timeout=120)
    assert (run.stdout, run.stderr) == ("struck five times\n", "")
