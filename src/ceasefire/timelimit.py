"""A limit on the time that a stretch of Python may take, in whatever thread it runs."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["TimeLimitExceeded", "time_limit_on"]


class TimeLimitExceeded(BaseException):
    """Raised inside the stretch that takes too long. No `Exception`, so that a broad `except` does not swallow it."""


class _Watch:
    """Raises in the watched thread when the time is over, unless the stretch has ended by then."""

    def __init__(self, seconds: float) -> None:
        self._thread = threading.get_ident()
        self._lock = threading.Lock()
        self._over = False
        self._timer = threading.Timer(seconds, self._expire)
        self._timer.daemon = True
        self._timer.start()

    def _expire(self) -> None:
        with self._lock:
            if not self._over:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(self._thread), ctypes.py_object(TimeLimitExceeded)
                )

    def end(self) -> None:
        with self._lock:
            self._over = True
        self._timer.cancel()


@contextmanager
def time_limit_on(seconds: float | None) -> Iterator[None]:
    """Raise `TimeLimitExceeded` within the block once `seconds` have passed; null sets no limit.

    Python delivers it between two bytecodes: a single call into C that never returns is not stopped. Patterns
    of `regex` that may run away take their own `timeout=`.
    """
    if seconds is None:
        yield
        return
    watch = _Watch(seconds)
    try:
        yield
    finally:
        watch.end()
