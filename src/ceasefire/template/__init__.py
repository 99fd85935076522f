"""A plugin's distribution written from a template: what `ceasefire new-plugin` leaves.

`names` says what a plugin and its distribution are called and refuses what cannot be; `files/` holds the files, whose
`%{name}` and the like this module fills in.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from string import Template

from packaging.version import Version

import ceasefire
from ceasefire.errors import CeasefireError
from ceasefire.hookspecs import CONTRACT_VERSION
from ceasefire.template.names import NewPlugin

__all__ = ["FolderTakenError", "contents", "write"]

#: what is written, by the template it is made of; in paths and in the files the names are filled in
_FILES = {
    "pyproject.toml": "pyproject.toml",
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "workflow.yml": ".github/workflows/check.yml",
    "plugin.py": "src/%{module}/__init__.py",
    "rule.py": "src/%{module}/day_codes.py",
    "py.typed": "src/%{module}/py.typed",
    "corpus.toml": "corpus/day_codes.toml",
    "test_plugin.py": "tests/test_%{module}.py",
}
#: what may stand in a folder beforehand
_HARMLESS = frozenset({".git"})


class FolderTakenError(CeasefireError):
    """The folder for the new distribution holds something already, or is a file."""


class _Template(Template):
    """Fields as `%{name}`: neither Python, TOML, Markdown nor a workflow of GitHub writes anything so."""

    delimiter = "%"


def contents(plugin: NewPlugin) -> Iterator[tuple[str, str]]:
    """Path, relative to the distribution's folder, and text of each file."""
    fields = {
        "name": plugin.name,
        "distribution": plugin.distribution,
        "module": plugin.module,
        "versions": _versions(ceasefire.__version__),
        "contract": f">={CONTRACT_VERSION},<{int(CONTRACT_VERSION.partition('.')[0]) + 1}",
    }
    folder = files(__name__).joinpath("files")
    for source, path in _FILES.items():
        text = folder.joinpath(f"{source}.template").read_text("utf-8")
        yield _Template(path).substitute(fields), _Template(text).substitute(fields)


def write(plugin: NewPlugin, folder: Path) -> list[Path]:
    """Write the distribution into `folder`, which is made where it is not there, and give the files.

    Raises `FolderTakenError` where anything but a repository stands there already; nothing is written then.
    """
    if folder.exists() and not folder.is_dir():
        raise FolderTakenError(f"{folder} is a file; name a folder that is not there yet with --directory")
    if folder.exists() and any(found.name not in _HARMLESS for found in folder.iterdir()):
        raise FolderTakenError(f"{folder} is there already and not empty; name another folder with --directory")
    made = []
    for path, text in contents(plugin):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        made.append(file)
    return made


def _versions(version: str) -> str:
    """The versions of ceasefire for which what is written with this one is promised to work."""
    this = Version(version)
    following = f"{this.major + 1}" if this.major else f"0.{this.minor + 1}"
    return f">={version},<{following}"
