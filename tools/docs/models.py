"""The page of models: each class with its fields, what they mean, and what they hold in the seed article's reading."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["models_page"]

_HEAD = """# The models

What a report is made of. Each table gives the meaning of a field and what it holds in the reading of the article that
comes with the project (`seeds/suriah-2016-05-02.txt`), as JSON writes it: there a field that holds another model gives
that model's id. Values of closed lists are those of [`ceasefire.vocabulary`](reference/vocabulary.md).
"""

#: in which list of the report, and where in an item of it, an example of a model stands
_EXAMPLES: dict[str, tuple[str, ...]] = {
    "Article": ("article",),
    "Time": ("times",),
    "Actor": ("actors",),
    "Region": ("regions",),
    "Casualty": ("casualties",),
    "Count": ("casualties", "count"),
    "Pause": ("pauses",),
    "Scope": ("pauses", "scope"),
    "ScopePart": ("pauses", "scope", "excludes"),
    "Moment": ("pauses", "announced"),
    "PauseEvent": ("pauses", "events"),
    "Statement": ("statements",),
    "Reference": ("actors", "mentions"),
    "Span": ("times", "span"),
}


def models_page(root: Path) -> str:
    """The page in Markdown. Raises `ValueError` for a field without a meaning."""
    source = (root / "src" / "ceasefire" / "models.py").read_text("utf-8")
    report = json.loads((root / "seeds" / "suriah-2016-05-02.json").read_text("utf-8"))
    comments = _comments(source)
    parts = [_HEAD]
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            parts.append(_section(node, comments, list(_examples(report, _EXAMPLES.get(node.name, ())))))
    return "\n".join(parts)


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


def _section(node: ast.ClassDef, comments: dict[int, str], examples: list[Any]) -> str:
    lines = [f"## {node.name}\n", f"{ast.get_docstring(node) or ''}\n"]
    fields = [item for item in node.body if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)]
    if fields:
        lines += ["| field | type | meaning | in the seed article |", "| --- | --- | --- | --- |"]
    for field in fields:
        assert isinstance(field.target, ast.Name)
        name = field.target.id
        if name.startswith("_"):
            continue
        meaning = comments.get(field.lineno, "")
        kind = ast.unparse(field.annotation).replace("|", "\\|")
        lines.append(f"| `{name}` | `{kind}` | {meaning} | {_example(examples, name)} |")
    return "\n".join(lines) + "\n"


def _examples(value: Any, path: tuple[str, ...]) -> Iterator[Any]:
    """All models at a path of the report, in its order."""
    if isinstance(value, list):
        for item in value:
            yield from _examples(item, path)
    elif not path:
        if value is not None:
            yield value
    elif isinstance(value, dict):
        yield from _examples(value.get(path[0]), path[1:])


def _example(examples: list[Any], name: str) -> str:
    """The first value of a field that says something."""
    values = [example.get(name) for example in examples if isinstance(example, dict)]
    value = next((v for v in values if v not in (None, [], "")), None)
    if value is None:
        return ""
    shown = json.dumps(value, ensure_ascii=False)
    return f"`{shown}`" if len(shown) <= 70 else f"`{shown[:66]} …`"
