"""The fields of the classes in a source, with what the comments above them say."""

from __future__ import annotations

import ast
from dataclasses import dataclass

__all__ = ["Field", "classes_of", "fields_of"]


@dataclass(frozen=True)
class Field:
    """One field of a class."""

    name: str
    #: its annotation as the source has it
    type: str
    #: the comment that begins with `#:`, on one line; empty where there is none
    meaning: str


def classes_of(source: str) -> list[ast.ClassDef]:
    """The public classes of a source, in its order."""
    return [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]


def fields_of(node: ast.ClassDef, source: str) -> list[Field]:
    """The public fields of a class of that source."""
    comments = _comments(source)
    return [
        Field(item.target.id, ast.unparse(item.annotation), comments.get(item.lineno, ""))
        for item in node.body
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name) and not item.target.id.startswith("_")
    ]


def _comments(source: str) -> dict[int, str]:
    """The comment that begins with `#:` above each line, by the number of the line below it."""
    found: dict[int, str] = {}
    held: list[str] = []
    for number, line in enumerate(source.splitlines(), start=1):
        if line.strip().startswith("#:"):
            held.append(line.strip().removeprefix("#:").strip())
        elif held:
            found[number] = " ".join(held)
            held = []
    return found
