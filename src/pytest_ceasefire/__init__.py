"""The pytest plugin of `ceasefire`: collects corpora, and lends tests a reader with just the plugins that they name
and the command line.

pytest loads this in every project of an environment that has `ceasefire`. So it is a package of its own, which
imports nothing of `ceasefire` before a corpus is collected or a fixture asked for: a project without corpora pays
nothing, and coverage sees `ceasefire` imported after it has begun to measure.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import subprocess

    from ceasefire import Reader

CORPORA = pytest.StashKey[list[Path]]()
READERS = pytest.StashKey["dict[tuple[object, ...] | None, Reader]"]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare `ceasefire_corpora` and `ceasefire_plugins`."""
    parser.addini(
        "ceasefire_corpora",
        "folders and TOML files of sentences with gold, relative to the ini-file; each case is a test",
        type="paths",
        default=[],
    )
    parser.addini(
        "ceasefire_plugins",
        "the plugins of ceasefire that read corpora, and that ceasefire_reader has; all installed ones where not given",
        type="args",
        default=[],
    )


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Declare `pytest_ceasefire_reader`."""
    from pytest_ceasefire import hooks

    pluginmanager.add_hookspecs(hooks)


def pytest_configure(config: pytest.Config) -> None:
    """Look where corpora are. They join `testpaths`, so that a bare `pytest` runs them."""
    config.addinivalue_line(
        "markers", "ceasefire_plugins(*plugins): what the fixture ceasefire_reader reads with, by name or as objects"
    )
    corpora = [Path(path).resolve() for path in config.getini("ceasefire_corpora")]
    for path in corpora:
        if not path.exists():
            raise pytest.UsageError(f"ceasefire_corpora: there is no {path}")
    config.stash[CORPORA] = corpora
    config.stash[READERS] = {}
    if config.args_source == pytest.Config.ArgsSource.TESTPATHS:
        collected = [(config.rootpath / argument).resolve() for argument in config.args]
        config.args += [str(path) for path in corpora if not any(path.is_relative_to(other) for other in collected)]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A TOML file that is a corpus or lies in one."""
    if file_path.suffix != ".toml":
        return None
    if not any(file_path.resolve().is_relative_to(corpus) for corpus in parent.config.stash[CORPORA]):
        return None
    from ceasefire.testing.collecting import CorpusFile

    return CorpusFile.from_parent(parent, path=file_path)


@pytest.hookimpl(trylast=True)
def pytest_ceasefire_reader(config: pytest.Config, corpus: Path) -> Reader:
    """See `hooks`."""
    return _reader_of_option(config)


def _reader_of_option(config: pytest.Config) -> Reader:
    """With the plugins of the option `ceasefire_plugins`, or with all installed ones where it names none."""
    named = config.getini("ceasefire_plugins")
    return _reader(config, tuple(named) if named else None)


def _reader(config: pytest.Config, plugins: tuple[object, ...] | None) -> Reader:
    """A strict reader with these plugins, or with all installed ones, built once."""
    from ceasefire import Reader
    from ceasefire.testing import reader_with

    readers = config.stash[READERS]
    # A reader holds its plugins, so the identity of an object stays its own.
    key = plugins and tuple(plugin if isinstance(plugin, str) else id(plugin) for plugin in plugins)
    if key not in readers:
        readers[key] = Reader(strict=True) if plugins is None else reader_with(*plugins)
    return readers[key]


@pytest.fixture(scope="session")
def ceasefire_reader_with(pytestconfig: pytest.Config) -> Callable[..., Reader]:
    """Makes a strict reader with just the plugins given, as `ceasefire.testing.reader_with`, and keeps it."""

    def make(*plugins: object) -> Reader:
        return _reader(pytestconfig, plugins)

    return make


@pytest.fixture
def ceasefire_reader(request: pytest.FixtureRequest) -> Reader:
    """A strict reader with the plugins of the mark `ceasefire_plugins`, else of the option of that name, else all."""
    mark = request.node.get_closest_marker("ceasefire_plugins")
    return _reader(request.config, mark.args) if mark else _reader_of_option(request.config)


@pytest.fixture
def ceasefire_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs `ceasefire` in this process, as `ceasefire.testing.run_command`, with `tmp_path` as the current folder."""
    from ceasefire.testing import run_command

    monkeypatch.chdir(tmp_path)
    return run_command
