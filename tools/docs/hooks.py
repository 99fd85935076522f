"""A page a hook: its specification, and the section of the plugin page that shows it at work."""

from __future__ import annotations

import ast
import re
from pathlib import Path

__all__ = ["hook_pages"]

#: the section of `docs/plugins.md` with the example of each hook
_SECTIONS = {
    "extractors": "An extractor",
    "formats": "A format",
    "terms": "Terms: another value of a closed list",
    "languages": "A language",
    "commands": "A command",
}


def hook_pages(root: Path) -> dict[str, str]:
    """The pages by hook. Raises `KeyError` for a hook of which the plugin page has no section."""
    tree = ast.parse((root / "src" / "ceasefire" / "hookspecs.py").read_text("utf-8"))
    specs = next(n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == "HookSpecs")
    sections = _sections((root / "docs" / "plugins.md").read_text("utf-8"))
    return {
        hook.name: _page(hook, sections[_SECTIONS[hook.name]])
        for hook in specs.body
        if isinstance(hook, ast.FunctionDef)
    }


def _sections(page: str) -> dict[str, str]:
    parts = re.split(r"^## (.+)$", page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _page(hook: ast.FunctionDef, section: str) -> str:
    given = ast.unparse(hook.returns) if hook.returns else "None"
    # The section keeps its own headings one level down and its links one folder up.
    shown = re.sub(r"\]\((?!https?:|#)", "](../", section)
    return (
        f"# `{hook.name}`\n\n```python\n@ceasefire.hookimpl\ndef {hook.name}() -> {given}: ...\n```\n\n"
        f"{ast.get_docstring(hook)}\n\n## An example\n{shown}"
        "\n[Write and ship a plugin](../plugins.md) shows how a plugin is packaged.\n"
    )
