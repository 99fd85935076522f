#!/usr/bin/env python3
"""Print the table of `docs/accuracy.md`: F1 a layer, a column a set of articles.

usage: python tools/accuracy_table.py SCORER COLUMN=SOURCE...

SCORER is the scorer of the gold readings, a program that takes folders of gold and prints F1 by layer with `--json`.
A SOURCE is one folder of gold or several with commas between, read now with the `ceasefire` of this interpreter, or
a JSON file of figures that were kept: those of `tests/articles/unseen`, taken before anybody who writes rules saw the
articles. A folder may hold passages in JSON Lines (`tools/unpack_passages.py`), which have no gold for times and
casualties: those rows stay empty.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from unpack_passages import WITHOUT, unpack


def main(arguments: list[str]) -> int:
    if len(arguments) < 2 or not all("=" in column for column in arguments[1:]):
        print(__doc__, file=sys.stderr)
        return 2
    scorer, *columns = arguments
    named = dict(column.split("=", 1) for column in columns)
    figures = {name: figures_of(source, Path(scorer)) for name, source in named.items()}
    print(f"| layer | {' | '.join(figures)} |")
    print(f"| --- |{' ---: |' * len(figures)}")
    for layer in next(iter(figures.values())):
        cells = (f"{column[layer]:.3f}" if layer in column else "–" for column in figures.values())
        print(f"| {layer} | {' | '.join(cells)} |")
    return 0


def figures_of(source: str, scorer: Path) -> dict[str, float]:
    """F1 by layer, as kept in a file or as the articles of folders are read now."""
    if source.endswith(".json"):
        kept: dict[str, float] = json.loads(Path(source).read_text("utf-8"))
        return kept
    with tempfile.TemporaryDirectory() as unpacked:
        folders = [Path(folder) for folder in source.split(",")]
        passages = [file for folder in folders for file in sorted(folder.glob("*.jsonl"))]
        unpack(Path(unpacked), passages)
        command = f"{sys.executable} -m ceasefire batch --quiet"
        run = subprocess.run(
            [sys.executable, scorer, *folders, unpacked, "--json", "--command", command],
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        )
    scored: dict[str, float] = json.loads(run.stdout)
    if passages:
        return {layer: f1 for layer, f1 in scored.items() if layer.partition(".")[0] not in WITHOUT}
    return scored


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
