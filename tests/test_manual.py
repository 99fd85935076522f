"""The manual builds with warnings as errors, and holds a page for each hook, model and rule family."""

from __future__ import annotations

import html
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import attrs
import pytest

from ceasefire import mentions, models
from ceasefire.hookspecs import HookSpecs
from ceasefire.vocabulary import BUILT_IN

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if importlib.util.find_spec("mkdocs_gen_files") is None:
        pytest.skip("THE MANUAL WAS NOT BUILT: `uv sync --group docs` brings what builds it")
    built = tmp_path_factory.mktemp("manual")
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}  # about a version that is not allowed
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", built],
        cwd=ROOT, env={**os.environ, **quiet}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return built


def test_each_hook_has_a_page_with_an_example(site: Path) -> None:
    hooks = [name for name, value in vars(HookSpecs).items() if hasattr(value, "ceasefire_spec")]
    for hook in hooks:
        page = (site / "hooks" / f"{hook}.html").read_text("utf-8")
        assert "An example" in page and "hookimpl" in page


def test_each_model_is_explained_with_an_example(site: Path) -> None:
    page = (site / "models.html").read_text("utf-8")
    for name in models.__all__:
        assert f'id="{name.lower()}"' in page
    assert "Aleppo" in page


def test_each_value_of_a_closed_list_stands_on_a_page(site: Path) -> None:
    page = (site / "closed-lists.html").read_text("utf-8")
    for name, values in BUILT_IN.items():
        assert f'id="{name}"' in page
        assert f'href="closed-lists.html#{name}"' in (site / "models.html").read_text("utf-8")
        for value, meaning in values.items():
            assert f"<td><code>{value}</code></td>\n<td>{html.escape(meaning, quote=False)}</td>" in page


@pytest.mark.parametrize("module", [models, mentions])
def test_each_field_stands_in_the_reference(site: Path, module: ModuleType) -> None:
    page = (site / "reference" / f"{module.__name__.partition('.')[2]}.html").read_text("utf-8")
    for kind in (getattr(module, name) for name in module.__all__):
        for field in attrs.fields(kind) if attrs.has(kind) else ():
            home = next(base for base in reversed(kind.__mro__) if field.name in vars(base).get("__annotations__", ()))
            assert f'id="{home.__module__}.{home.__name__}.{field.name}"' in page


def test_each_rule_family_has_a_page(site: Path) -> None:
    families = (ROOT / "plugins" / "ceasefire-id" / "corpus").iterdir()
    for family in (folder for folder in families if folder.name != "gaps"):
        page = (site / "rules" / f"{family.name}.html").read_text("utf-8")
        assert page.count("<li>") > 50 and "trap:" in page


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert 'src="http' not in text and '<link rel="stylesheet" href="http' not in text, page.name
