"""Whether built wheels and source distributions hold what they should, and nothing else.

`python .ci/contents.py DIST` compares the files in DIST with the sources of the root and of everything in `plugins/`.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.parser import HeaderParser
from pathlib import Path, PurePosixPath
from typing import Any

ROOT = Path(__file__).parents[1]


def main(dist: Path) -> int:
    """The number of faults, each printed."""
    faults: list[str] = []
    for project in (ROOT, *sorted(file.parent for file in ROOT.glob("plugins/*/pyproject.toml"))):
        declared = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))
        name = declared["project"]["name"].replace("-", "_")
        for pattern, check in ((f"{name}-[0-9]*.whl", wheel_faults), (f"{name}-[0-9]*.tar.gz", sdist_faults)):
            found = sorted(dist.glob(pattern))
            if len(found) != 1:
                faults.append(f"{pattern}: there are {len(found)} of it")
            for file in found:
                faults += [f"{file.name}: {fault}" for fault in check(file, project, declared)]
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"contents: {len(list(dist.glob('*.whl')))} wheels, {len(list(dist.glob('*.tar.gz')))} source distributions")
    return len(faults)


def wheel_faults(file: Path, project: Path, declared: dict[str, Any]) -> list[str]:
    """All files of its packages and no others; licence, description and entry points beside them."""
    with zipfile.ZipFile(file) as archive:
        held = set(archive.namelist())
        info = next(name.partition("/")[0] for name in held if name.endswith(".dist-info/METADATA"))
        metadata = HeaderParser().parsestr(archive.read(f"{info}/METADATA").decode())
    faults = []
    packages = declared["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    if forgotten := {f"src/{name}" for name in packages_in(project)} - set(packages):
        faults.append(f"packages that no wheel holds: {forgotten}")
    wanted = {str(PurePosixPath(name).relative_to("src")) for name in sources(project, *packages)}
    files = {name for name in held if not name.startswith(info)}
    faults += [f"lacks {name}" for name in sorted(wanted - files)]
    faults += [f"holds {name}, which is no source" for name in sorted(files - wanted)]
    faults += [f"{package} has no py.typed" for package in packages if f"{Path(package).name}/py.typed" not in held]
    beside = ["licenses/LICENSE", *(["entry_points.txt"] if "entry-points" in declared["project"] else [])]
    faults += [f"lacks {name}" for name in beside if f"{info}/{name}" not in held]
    for field in ("Summary", "License-Expression", "Requires-Python", "Author"):
        if not metadata[field]:
            faults.append(f"its metadata lack {field}")
    if not str(metadata.get_payload()).strip():
        faults.append("its metadata lack a description")
    return faults


def sdist_faults(file: Path, project: Path, declared: dict[str, Any]) -> list[str]:
    """What a wheel is built from, and nothing that a machine left behind."""
    with tarfile.open(file) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"pyproject.toml", "README.md", "LICENSE", "PKG-INFO", *sources(project, "src")}
    faults = [f"lacks {name}" for name in sorted(wanted - held)]
    left = ("__pycache__", ".venv", ".git/", ".pyc", ".mypy_cache", ".pytest_cache", ".hypothesis", "uv.lock")
    return faults + [f"holds {name}" for name in sorted(held) if any(part in name for part in left)]


def packages_in(project: Path) -> set[str]:
    """The packages in its `src`."""
    return {PurePosixPath(name).parts[1] for name in sources(project, "src") if name.count("/") > 1}


def sources(project: Path, *folders: str) -> set[str]:
    """The files of folders, relative to the project, that git knows or would add."""
    command = ["git", "-C", project, "ls-files", "--cached", "--others", "--exclude-standard", "--", *folders]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return {name for name in listed if (project / name).exists()}


if __name__ == "__main__":
    sys.exit(min(main(Path(sys.argv[1])), 1))
