#!/usr/bin/env python3
"""List the licence of each distribution that the installed plugins need, and of each file of data that they ship.

usage: python tools/licences.py [--unknown]     # --unknown: only what states no licence; status 1 if there is any

Read from the metadata of what is installed; nothing is fetched. Data: each data file of the checkout's sources, with
what its first lines or a `LICENCE.md` beside it say of its source.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
#: what holds words, names and figures; templates, styles and scripts are code
DATA = (".toml", ".tsv", ".csv", ".json")
UNKNOWN = "says nothing"


def main(arguments: list[str]) -> int:
    rows = [*needed(), *data()]
    if "--unknown" in arguments:
        rows = [row for row in rows if row[2] == UNKNOWN]
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    for name, version, licence in rows:
        print(f"{name:{widths[0]}}  {version:{widths[1]}}  {licence}")
    return int("--unknown" in arguments and bool(rows))


def needed() -> list[tuple[str, str, str]]:
    """Name, version and licence of the distributions of this project and all that they need, extras included."""
    own = {canonicalize_name(dist.name) for dist in distributions() if dist.name.lower().startswith("ceasefire")}
    waiting, found = sorted(own), dict[str, Distribution]()
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue  # of an extra or a platform that is not installed here
        for text in found[name].requires or ():
            required = Requirement(text)
            # Of others only what they need without extras; of one's own the extras too.
            if name in own or required.marker is None or required.marker.evaluate({"extra": ""}):
                waiting.append(canonicalize_name(required.name))
    return [(name, dist.version, licence(dist)) for name, dist in sorted(found.items())]


def licence(dist: Distribution) -> str:
    """The SPDX expression, else the classifiers, else the first line of the old field."""
    metadata = dist.metadata
    if expression := metadata.get("License-Expression"):
        return str(expression)
    classifiers = [c.rpartition(" :: ")[2] for c in metadata.get_all("Classifier") or () if c.startswith("License ::")]
    if classifiers:
        return ", ".join(classifiers)
    return (metadata.get("License") or UNKNOWN).strip().splitlines()[0]


def data() -> list[tuple[str, str, str]]:
    """The files of data in the sources of all distributions, and where each says that it is from."""
    files = [file for folder in (ROOT / "src", *ROOT.glob("plugins/*/src")) for file in sorted(folder.rglob("*"))]
    kept = [file for file in files if file.suffix in DATA and "template" not in file.parts]
    return [(str(file.relative_to(ROOT)), "data", source(file)) for file in kept]


def source(file: Path) -> str:
    """What the comments at the head of a file say of its source, else the `LICENCE.md` beside it."""
    head = file.read_text("utf-8", "replace")[:4000] if file.suffix != ".json" else ""
    comments = []
    for line in head.splitlines():
        if not line.startswith("#"):
            break
        comments.append(line.lstrip("# "))
    said = " ".join(comments)
    if match := re.search(r"\b(?:[Ss]ources?:?|Learned from) (.*)", said):
        return match[1][:160]
    beside = file.with_name("LICENCE.md")
    if beside.exists():
        return next(line for line in beside.read_text("utf-8").splitlines() if line and not line.startswith("#"))[:160]
    return said[:160] or UNKNOWN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
