"""Ctrl-C and the signals by which a system ends a command, so that no line is ever left half written."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["Interrupted", "Interrupts"]

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


class Interrupted(KeyboardInterrupt):
    """A signal asked for the end; `number` is the signal's."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.number = number


class Interrupts:
    """Signals become `Interrupted`, at once or, while something must be done whole, right after it."""

    def __init__(self) -> None:
        self._is_held = False
        self._came: int | None = None

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Within the block signals are answered. One that the caller's parent had switched off stays so (`nohup`)."""
        before = {}
        if threading.current_thread() is threading.main_thread():
            for number in (getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)):
                if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
                    before[number] = signal.signal(number, self._answer)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _answer(self, number: int, frame: FrameType | None) -> None:
        # Who asks twice does not want to wait, say for a pipe that nobody reads.
        if self._is_held and self._came is None:
            self._came = number
        else:
            raise Interrupted(number)

    @contextmanager
    def held(self) -> Iterator[None]:
        """What is done within the block is done whole."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
        if self._came is not None:
            raise Interrupted(self._came)
