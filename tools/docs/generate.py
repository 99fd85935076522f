"""The pages of the manual that are made from the sources: models, closed lists, hooks, rules, reference.

`mkdocs build` runs this through mkdocs-gen-files; nothing of it is written into `docs/`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import mkdocs_gen_files

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(Path(__file__).parent))

from closed_lists import closed_lists_page  # noqa: E402
from hooks import hook_pages  # noqa: E402
from models import models_page  # noqa: E402
from rules import rule_pages  # noqa: E402

#: modules of the public surface with a page of the reference, by its name
REFERENCE = {
    "ceasefire": "ceasefire",
    "models": "ceasefire.models",
    "mentions": "ceasefire.mentions",
    "document": "ceasefire.document",
    "referents": "ceasefire.referents",
    "language": "ceasefire.language",
    "vocabulary": "ceasefire.vocabulary",
    "hookspecs": "ceasefire.hookspecs",
    "testing": "ceasefire.testing",
    "factories": "ceasefire.testing.factories",
}


def _write(name: str, text: str) -> None:
    with mkdocs_gen_files.open(name, "w") as page:
        page.write(text)


def _outside(name: str) -> str:
    """A page of the repository's root, with its links into `docs/` as the manual has them."""
    return (ROOT / name).read_text("utf-8").replace("](docs/", "](")


_write("models.md", models_page(ROOT))
_write("closed-lists.md", closed_lists_page(ROOT))
for hook, text in hook_pages(ROOT).items():
    _write(f"hooks/{hook}.md", text)
for family, text in rule_pages(ROOT / "plugins" / "ceasefire-id" / "corpus").items():
    _write(f"rules/{family}.md", text)
for page, module in REFERENCE.items():
    inherited = "\n    options:\n      show_submodules: false\n" if page == "ceasefire" else "\n"
    _write(f"reference/{page}.md", f"# {module}\n\n::: {module}{inherited}")
_write("changelog.md", _outside("CHANGELOG.md"))
_write("contributing.md", _outside("CONTRIBUTING.md"))
