"""Processes that apply one function to batches of items, and a parent that outlives the death of any of them.

Each process has a pipe of its own, so the parent knows which batch a dead one had in hand, and nothing is shared that
a dead one could leave locked.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

import attrs

from ceasefire.errors import CeasefireError

__all__ = ["Raised", "Worker", "WorkerDied", "first_to_answer"]

T = TypeVar("T")
R = TypeVar("R")

#: seconds in which an idle process must end by itself
_PATIENCE = 5.0


class WorkerDied(Exception):
    """The process ended: it was killed, or what it read made it crash."""


@attrs.frozen
class Raised:
    """Stands in place of an outcome: what the function raised."""

    error: BaseException


class Worker(Generic[T, R]):
    """A process that holds the function and answers batches in the order in which they were sent."""

    def __init__(self, payload: bytes) -> None:
        """Start a process; `payload` is the pickled function."""
        # "spawn" starts a clean process: forking one that has threads may deadlock.
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, payload), daemon=True)
        with _without_interrupts():
            self._process.start()
        theirs.close()
        self._is_ready = False
        #: what was sent and not answered, the first of it in hand
        self.waiting: deque[tuple[int, Sequence[T]]] = deque()

    def send(self, number: int, batch: Sequence[T]) -> None:
        """Hand a batch over. A process that is dead will be found so by `receive`."""
        self.waiting.append((number, batch))
        with suppress(OSError):
            self._connection.send(batch)

    def receive(self) -> tuple[int, list[R | Raised]]:
        """The number of the first batch that waits, and its outcomes; the last of them may be a `Raised`.

        Raises `WorkerDied`, and `CeasefireError` for a process that could not even start.
        """
        try:
            if not self._is_ready:
                self._begin()
            outcomes: list[R | Raised] = self._connection.recv()
        except (EOFError, OSError):
            raise WorkerDied from None
        number, _ = self.waiting.popleft()
        return number, outcomes

    def _begin(self) -> None:
        try:
            failure = self._connection.recv()
        except (EOFError, OSError):
            message = "a reading process could not start: it was killed, or died; see `Reader.read_many`"
            raise CeasefireError(message) from None
        if failure is not None:
            raise CeasefireError(f"a reading process could not start: {failure}")
        self._is_ready = True

    def end(self) -> None:
        """End the process: at once where it has work in hand, else in its own time."""
        if self.waiting:
            self._process.kill()
        else:
            with suppress(OSError):
                self._connection.send(None)
        self._connection.close()
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()

    @property
    def connection(self) -> Connection:
        """To wait on."""
        return self._connection


def first_to_answer(workers: Sequence[Worker[T, R]]) -> Worker[T, R]:
    """Wait until one of them has answered or died."""
    ready = wait([worker.connection for worker in workers])
    return next(worker for worker in workers if worker.connection in ready)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """A process started within does not see Ctrl-C, which a terminal sends to parent and children alike.

    The parent ends its processes itself. The mask of signals is inherited, so there is no moment without it.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Whatever process is the first to be started brings this one with it, and that takes the mask away.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# ---- in the process ------------------------------------------------------------------------------------------------


def _serve(connection: Connection, payload: bytes) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where there is no mask
    sys.stdout = sys.stderr  # what plugins print must not come between what the parent writes
    try:
        function: Callable[[Any], Any] = pickle.loads(payload)
    except Exception as error:
        connection.send(f"{type(error).__name__}: {error}")
        return
    connection.send(None)
    inbox: queue.SimpleQueue[Sequence[Any] | None] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, inbox), daemon=True).start()
    while (batch := inbox.get()) is not None:
        _answer(connection, _outcomes(function, batch))


def _receive(connection: Connection, inbox: queue.SimpleQueue[Sequence[Any] | None]) -> None:
    """Take batches off the pipe as they come, so that the parent never waits until one has been taken.

    Null is the last. A pipe that ends without it is that of a dead parent: nobody waits for what is in hand.
    """
    while True:
        try:
            batch = connection.recv()
        except (EOFError, OSError):
            os._exit(1)
        inbox.put(batch)
        if batch is None:
            return


def _outcomes(function: Callable[[Any], Any], batch: Sequence[Any]) -> list[Any]:
    outcomes: list[Any] = []
    for item in batch:
        try:
            outcomes.append(function(item))
        except Exception as error:
            outcomes.append(Raised(_portable(error)))
            break
    return outcomes


def _portable(error: Exception) -> Exception:
    """The error, or one of ours that tells it where it cannot pass between processes."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return CeasefireError(f"{type(error).__name__}: {error}")
    return error


def _answer(connection: Connection, outcomes: list[Any]) -> None:
    try:
        connection.send(outcomes)
    except OSError:
        os._exit(1)
    except Exception as error:
        connection.send([Raised(CeasefireError(f"what was read cannot be pickled: {error}"))])
