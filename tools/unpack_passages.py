#!/usr/bin/env python3
"""Unpack passages with gold, one a line of JSON, into the files that the scorer of the gold readings takes.

usage: python tools/unpack_passages.py FOLDER PASSAGES.jsonl...
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

#: layers that passages have no gold for
WITHOUT = ("times", "casualties")


def main(arguments: list[str]) -> int:
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder, *files = map(Path, arguments)
    unpack(folder, files)
    return 0


def unpack(folder: Path, files: Iterable[Path]) -> None:
    """Write `NAME.txt` and `NAME.gold.json` of each passage into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for line in (line for file in files for line in file.read_text("utf-8").splitlines()):
        gold = dict.fromkeys(WITHOUT, ()) | json.loads(line)
        (folder / f"{gold['id']}.txt").write_bytes(gold.pop("text").encode())
        (folder / f"{gold['id']}.gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
