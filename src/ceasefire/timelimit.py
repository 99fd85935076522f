"""A limit on the time that a stretch of Python may take, in whatever thread it runs.

One thread a process watches over all the others. Setting a limit is a few microseconds' work, so that it can be
done for each extractor and each article.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["TimeLimitExceeded", "time_limit_on"]


class TimeLimitExceeded(BaseException):
    """Raised inside the stretch that takes too long. No `Exception`, so that a broad `except` does not swallow it."""


@contextmanager
def time_limit_on(seconds: float | None) -> Iterator[None]:
    """Raise `TimeLimitExceeded` within the block once `seconds` have passed; null sets no limit.

    Python delivers it between two bytecodes: a single call into C that never returns is not stopped. Patterns
    of `regex` that may run away take their own `timeout=`.
    """
    if seconds is None:
        yield
        return
    watch = _watchdog.watch_of_this_thread()
    outer = watch.deadline
    watch.set(min(time.monotonic() + seconds, outer))
    _watchdog.look_again_by(watch.deadline)
    try:
        yield
    except TimeLimitExceeded:
        watch.delivered()
        raise
    finally:
        watch.set(outer)
        _watchdog.look_again_by(outer)


_NEVER = float("inf")


class _Watch:
    """The deadline of one thread."""

    def __init__(self) -> None:
        self.deadline = _NEVER
        self._thread = threading.get_ident()
        self._lock = threading.Lock()
        self._raised = False

    def set(self, deadline: float) -> None:
        """Called by the watched thread, when a stretch begins and when it ends."""
        with self._lock:
            self.deadline = deadline
            pending, self._raised = self._raised, False
        if pending:
            _take_delivery()

    def delivered(self) -> None:
        """Called by the watched thread, when the exception has reached it."""
        with self._lock:
            self._raised = False

    def check(self, now: float) -> None:
        """Called by the watching thread."""
        with self._lock:
            if self.deadline <= now and not self._raised:
                self.deadline = _NEVER
                self._raised = True
                _raise_in(self._thread, TimeLimitExceeded)


def _take_delivery() -> None:
    """Let an exception that is on its way to this thread arrive here, not in what follows.

    Taking it back with `PyThreadState_SetAsyncExc(thread, NULL)` is no way: up to Python 3.12 that leaves the
    interpreter looking for it for ever after, slowly, and without end under a profiler.
    """
    try:
        for _ in range(100):
            time.sleep(0)
    except TimeLimitExceeded:
        pass


def _raise_in(thread: int, error: type[BaseException]) -> None:
    import ctypes

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))


class _Watchdog:
    """All watches of the process, and the thread that looks at them, which sleeps until the first deadline."""

    def __init__(self) -> None:
        self.start_anew()

    def start_anew(self) -> None:
        """Forget all: in the child of a fork no thread but the forking one goes on."""
        self._mine = threading.local()
        self._watches: dict[int, _Watch] = {}
        self._waking = threading.Condition()
        self._wakes_at = _NEVER
        self._thread: threading.Thread | None = None

    def watch_of_this_thread(self) -> _Watch:
        watch: _Watch | None = getattr(self._mine, "watch", None)
        if watch is None:
            watch = self._mine.watch = _Watch()
            with self._waking:
                living = {thread.ident for thread in threading.enumerate()}
                self._watches = {ident: old for ident, old in self._watches.items() if ident in living}
                self._watches[threading.get_ident()] = watch
        return watch

    def look_again_by(self, deadline: float) -> None:
        if deadline < self._wakes_at:
            with self._waking:
                if self._thread is None:
                    self._thread = threading.Thread(target=self._watch, name="ceasefire-time-limit", daemon=True)
                    self._thread.start()
                self._wakes_at = min(self._wakes_at, deadline)
                self._waking.notify()

    def _watch(self) -> None:
        with self._waking:
            while True:
                now = time.monotonic()
                for watch in self._watches.values():
                    watch.check(now)
                self._wakes_at = min((watch.deadline for watch in self._watches.values()), default=_NEVER)
                self._waking.wait(None if self._wakes_at == _NEVER else max(0.0, self._wakes_at - now))


_watchdog = _Watchdog()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_watchdog.start_anew)
