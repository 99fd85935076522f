"""A limit on the time that a stretch of foreign code may take, in whatever thread it runs.

In the main thread of a process an alarm of the operating system rings. Python answers it between two bytecodes, and so
do patterns of `re` and `regex`, sleeps, locks and sockets: all of them are stopped. Elsewhere (in other threads, on
Windows, where somebody else has set the alarm) one thread a process watches over all the others and Python delivers
its exception between two bytecodes only: a pattern that runs away there needs its own `timeout=`, which `regex` has.
A call into C that never looks up (`10 ** 10 ** 10`) is stopped nowhere.

Setting a limit is a few microseconds' work, so that it can be done for each extractor and each article.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["TimeLimitExceeded", "time_limit_on"]


class TimeLimitExceeded(BaseException):
    """Raised inside the stretch that takes too long. No `Exception`, so that a broad `except` does not swallow it."""


@contextmanager
def time_limit_on(seconds: float | None) -> Iterator[None]:
    """Raise `TimeLimitExceeded` within the block once `seconds` have passed; null sets no limit."""
    if seconds is None:
        yield
    elif _alarm_is_free():
        with _alarm(seconds):
            yield
    else:
        with _watch(seconds):
            yield


#: where code runs between the end of a stretch and the end of its alarm
_LEAVING = frozenset((__file__, contextmanager.__code__.co_filename))

#: seconds after which it is raised again: a bare `except:` may have swallowed the first
_SNOOZE = 0.25


# ---- the alarm of the main thread ----------------------------------------------------------------------------------


def _alarm_is_free() -> bool:
    """Whether this thread may set the alarm, and nobody else uses it."""
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
        and signal.getitimer(signal.ITIMER_REAL)[0] == 0
    )


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    armed = True

    def ring(number: int, frame: FrameType | None) -> None:
        # A ring that is on its way when the stretch ends must not strike what follows. Nor may one strike between the
        # stretch and the line that ends the ringing, or it would go on for ever: freeing what the stretch held may take
        # longer than a snooze, so that the next ring is answered there.
        if armed and not (frame and frame.f_code.co_filename in _LEAVING):
            raise TimeLimitExceeded

    try:
        signal.signal(signal.SIGALRM, ring)
        signal.setitimer(signal.ITIMER_REAL, seconds, _SNOOZE)
        yield
    finally:
        armed = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


# ---- the watch over other threads ----------------------------------------------------------------------------------


@contextmanager
def _watch(seconds: float) -> Iterator[None]:
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
        self._on_the_way = 0

    def set(self, deadline: float) -> None:
        """Called by the watched thread, when a stretch begins and when it ends."""
        with self._lock:
            self.deadline = deadline
            pending, self._on_the_way = self._on_the_way, 0
        if pending:
            _take_delivery()

    def delivered(self) -> None:
        """Called by the watched thread, when the exception has reached it."""
        with self._lock:
            self._on_the_way = max(0, self._on_the_way - 1)

    def check(self, now: float) -> None:
        """Called by the watching thread."""
        with self._lock:
            if self.deadline <= now:
                self.deadline = now + _SNOOZE
                self._on_the_way += 1
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
