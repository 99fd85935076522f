"""The page of closed lists: each value with its meaning, and the fields of models and mentions that hold it."""

from __future__ import annotations

import re
from pathlib import Path

from fields import classes_of, fields_of

from ceasefire.vocabulary import BUILT_IN

__all__ = ["closed_lists_page", "with_links"]

_NAMED = re.compile(r"closed list `(\w+)`")

_HEAD = """# The closed lists

Kinds, statuses, outcomes and the like are closed lists: a report holds no other values, so whoever reads reports can
rely on them. These are core's, as `ceasefire.vocabulary.BUILT_IN` has them. A plugin adds values with the hook
[`terms`](hooks/terms.md); `ceasefire schema` prints those that hold where you are. An extractor that gives another
value has that mention left out, with the diagnostic `unknown-value`.
"""


def closed_lists_page(root: Path) -> str:
    """The page in Markdown. Raises `ValueError` for a list that no field says it holds."""
    holders = _holders(root)
    parts = [_HEAD]
    for name, values in BUILT_IN.items():
        if not holders[name]:
            raise ValueError(f"no field says that it holds the closed list {name!r}")
        parts.append(f"## `{name}`\n\nIn {', '.join(f'`{holder}`' for holder in holders[name])}.\n")
        parts += ["| value | meaning |", "| --- | --- |"]
        parts += [f"| `{value}` | {meaning} |" for value, meaning in values.items()]
        parts.append("")
    return "\n".join(parts)


def with_links(meaning: str) -> str:
    """What a field's comment says, each closed list that it names linked to its place on the page."""
    return _NAMED.sub(r"closed list [`\1`](closed-lists.md#\1)", meaning)


def _holders(root: Path) -> dict[str, list[str]]:
    """Each list with the fields of models and mentions whose comments say that they hold its values."""
    found: dict[str, list[str]] = {name: [] for name in BUILT_IN}
    for module in ("models", "mentions"):
        source = (root / "src" / "ceasefire" / f"{module}.py").read_text("utf-8")
        for model in classes_of(source):
            for field in fields_of(model, source):
                for name in _NAMED.findall(field.meaning):
                    found[name].append(f"{model.name}.{field.name}")
    return found
