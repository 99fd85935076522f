"""The page of models: each class with its fields, what they mean, and what they hold in the seed article's reading."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from closed_lists import with_links
from fields import Field, classes_of, fields_of

__all__ = ["models_page"]

_HEAD = """# The models

What a report is made of. Each table gives the meaning of a field and what it holds in the reading of the article that
comes with the project (`seeds/suriah-2016-05-02.txt`), as JSON writes it: there a field that holds another model gives
that model's id. The values of the [closed lists](closed-lists.md) have a page of their own.
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
    """The page in Markdown."""
    source = (root / "src" / "ceasefire" / "models.py").read_text("utf-8")
    report = json.loads((root / "seeds" / "suriah-2016-05-02.json").read_text("utf-8"))
    parts = [_HEAD]
    for node in classes_of(source):
        parts.append(_section(node, fields_of(node, source), list(_examples(report, _EXAMPLES.get(node.name, ())))))
    return "\n".join(parts)


def _section(node: ast.ClassDef, fields: list[Field], examples: list[Any]) -> str:
    lines = [f"## {node.name}\n", f"{ast.get_docstring(node) or ''}\n"]
    if fields:
        lines += ["| field | type | meaning | in the seed article |", "| --- | --- | --- | --- |"]
    for field in fields:
        kind = field.type.replace("|", "\\|")
        lines.append(f"| `{field.name}` | `{kind}` | {with_links(field.meaning)} | {_example(examples, field.name)} |")
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
