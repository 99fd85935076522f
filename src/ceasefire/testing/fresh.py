"""The same work in interpreters of another hash seed, date and time zone; `work` is what runs there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

import attrs

__all__ = ["CIRCUMSTANCES", "Circumstances", "work_elsewhere"]

_PROGRAM = (
    "import json, sys; request = json.load(sys.stdin); sys.path[:] = request['path']; "
    "from ceasefire.testing.fresh import work; work(request)"
)


@attrs.frozen
class Circumstances:
    """What must not matter."""

    seed: int
    #: ISO 8601, UTC
    moment: str
    #: hours ahead of UTC
    zone: int

    def __str__(self) -> str:
        return f"with hash seed {self.seed} on {self.moment[:10]}, {self.zone:+} hours from UTC"

    @property
    def environment(self) -> dict[str, str]:
        """Seed and zone as the environment says them: POSIX counts hours behind UTC, and needs no files of zones."""
        return {"PYTHONHASHSEED": str(self.seed), "TZ": f"ZZZ{-self.zone:+}"}


#: a century's last hour, and a leap day after 32 bits of seconds have run out, at both ends of the earth
CIRCUMSTANCES = (
    Circumstances(1, "1999-12-31T23:30:00+00:00", -10),
    Circumstances(4242, "2044-02-29T09:00:00+00:00", 14),
)


def work_elsewhere(task: str, request: dict[str, Any]) -> list[tuple[Circumstances, list[str] | str]]:
    """What each text or report gives in each of `CIRCUMSTANCES`, or what went wrong there, in words.

    `task` is the name of a function `module:name` that takes the request and returns a list of texts. Raises
    `RuntimeError` where `time-machine` is not installed.
    """
    if find_spec("time_machine") is None:
        raise RuntimeError("fresh interpreters need time-machine; install ceasefire[testing]")
    whole = {**request, "path": sys.path, "task": task}
    # All are started before the first is waited for.
    running = [(circumstances, _start(circumstances)) for circumstances in CIRCUMSTANCES]
    return [
        (circumstances, _result(process, {**whole, "moment": circumstances.moment}))
        for circumstances, process in running
    ]


def _start(circumstances: Circumstances) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", _PROGRAM],
        env={**os.environ, **circumstances.environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def _result(process: subprocess.Popen[bytes], request: dict[str, Any]) -> list[str] | str:
    output, errors = process.communicate(json.dumps(request).encode())
    if process.returncode:
        told = errors.decode(errors="replace").strip().splitlines()
        return told[-1] if told else f"it ended with status {process.returncode}"
    given: list[str] = json.loads(output)
    return given


def work(request: dict[str, Any]) -> None:
    """Do the task of a request at its moment, and print what that gives."""
    from datetime import datetime
    from importlib import import_module

    import time_machine

    module, _, name = request["task"].partition(":")
    output = sys.stdout
    # What the tested code prints must not mix with the result.
    sys.stdout = sys.stderr
    # The clock is set before the tested code is imported: it may look at it there. A moment with a zone would set that
    # zone too, so it is told in seconds.
    with time_machine.travel(datetime.fromisoformat(request["moment"]).timestamp(), tick=True):
        given: Sequence[str] = getattr(import_module(module), name)(request)
    output.write(json.dumps(given))
