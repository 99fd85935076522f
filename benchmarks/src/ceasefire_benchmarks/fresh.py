"""Functions run in interpreters of their own: what starting costs is seen only once in a process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__ = ["run_code", "run_fresh"]

_PACKAGE = Path(__file__).parents[1]


def run_code(code: str) -> Any:
    """What the code prints, as JSON, in a fresh interpreter. Raises `CalledProcessError` where it fails."""
    paths = [str(_PACKAGE), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    # -P: a file that lies in the folder where this is started must not stand for a module of the library
    command = [sys.executable, "-P", "-W", "ignore", "-c", code]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def run_fresh(function: Callable[..., Any], *arguments: Any) -> Any:
    """What a function of this package gives in a fresh interpreter; arguments and outcome must be JSON."""
    module, name = function.__module__, function.__qualname__
    return run_code(
        f"import json; from {module} import {name}; print(json.dumps({name}(*json.loads({json.dumps(arguments)!r}))))"
    )
