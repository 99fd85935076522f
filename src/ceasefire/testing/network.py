"""Notices whoever reaches for the network or starts a program."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

__all__ = ["OutsideWorldUsed", "shut_off"]

#: audit events of the interpreter that mean the network or another program
_OUTSIDE = frozenset(
    {
        *("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto"),
        *("socket.bind", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.startfile"),
        *("urllib.Request", "webbrowser.open"),
    }
)


class OutsideWorldUsed(Exception):
    """What runs shut off reached for the network or started a program."""


@contextmanager
def shut_off() -> Iterator[None]:
    """Refuse the network and other programs to this thread within the block.

    What is tried fails at once, and the block raises `OutsideWorldUsed` at its end even where the failure was caught.
    """
    watch = _install()
    watch.tried = []
    try:
        yield
        if watch.tried:
            raise OutsideWorldUsed(watch.tried[0])
    finally:
        watch.tried = None


class _Watch(threading.local):
    #: what this thread tried while shut off; null while it is not
    tried: list[str] | None = None

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _OUTSIDE and self.tried is not None:
            self.tried.append(f"{event} {arguments!r:.80}")
            raise OutsideWorldUsed(self.tried[-1])


@cache
def _install() -> _Watch:
    """The one hook of this process: the interpreter never lets go of one."""
    watch = _Watch()
    sys.addaudithook(watch)
    return watch
