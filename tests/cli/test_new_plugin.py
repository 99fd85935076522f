"""`ceasefire new-plugin`: what it refuses, and that what it writes is tested, built, installed and used as it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import ceasefire
from ceasefire.template import contents
from ceasefire.template.names import named
from commands import Result

ROOT = Path(__file__).parents[2]
Command = Callable[..., Result]
#: what a developer's environment says to uv, Python and pytest is not for the processes below
_NOT_PASSED_ON = ("UV_PROJECT_ENVIRONMENT", "UV_PYTHON", "VIRTUAL_ENV", "PYTHONPATH", "PYTEST_ADDOPTS")


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    yield


# ---- names and folders -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["monitor-days", "ceasefire-monitor-days"])
def test_the_name_may_be_the_plugin_s_or_the_distribution_s(command: Command, name: str) -> None:
    done = command("new-plugin", name)
    assert (done.status, done.err) == (0, "")
    project = tomllib.loads(Path("ceasefire-monitor-days/pyproject.toml").read_text("utf-8"))
    assert project["project"]["name"] == "ceasefire-monitor-days"
    assert project["project"]["entry-points"]["ceasefire"] == {"monitor-days": "ceasefire_monitor_days"}
    for line in done.out.decode().splitlines():
        if line.startswith("wrote "):
            assert Path(line.removeprefix("wrote ")).is_file()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Monitor Days", "'monitor-days' would do"),
        ("monitor_days", "'monitor-days' would do"),
        ("3-days", "'days' would do"),
        ("../days", "'days' would do"),
        ("días", "small letters"),
        ("", "small letters"),
        ("ceasefire-", "small letters"),
        ("-x", "No such option"),
        ("x" * 100, "at most 60"),
        ("json", "there is a plugin json already, of ceasefire"),
    ],
)
def test_a_name_that_cannot_be(command: Command, name: str, says: str) -> None:
    done = command("new-plugin", name)
    assert done.status == 2
    assert says in done.told
    assert list(Path().iterdir()) == []


def test_a_name_that_an_installed_plugin_bears(command: Command, install: Any) -> None:
    install("days-of-others", {"monitor-days": "days_of_others"}, days_of_others="")
    done = command("new-plugin", "monitor-days", "--directory", "mine")
    assert done.status == 2
    assert "there is a plugin monitor-days already, of days-of-others 1.2" in done.told
    assert not Path("mine").exists()


def test_a_name_that_an_installed_distribution_or_a_module_bears(command: Command, install: Any) -> None:
    install("ceasefire-days", {"other": "other_days"}, other_days="", ceasefire_hours="")
    assert "there is a distribution ceasefire-days already" in command("new-plugin", "days").told
    assert "there is a module ceasefire_hours already" in command("new-plugin", "hours").told


def test_a_name_of_this_project_that_need_not_be_installed(command: Command) -> None:
    assert "there is a distribution ceasefire-id already" in command("new-plugin", "id").told


def test_a_folder_that_is_there(command: Command) -> None:
    Path("mine").mkdir()
    (Path("mine") / "notes.txt").write_text("keep me")
    done = command("new-plugin", "monitor-days", "--directory", "mine")
    assert (done.status, done.told) == (
        2,
        "mine is there already and not empty; name another folder with --directory",
    )
    assert [path.name for path in Path("mine").rglob("*")] == ["notes.txt"]
    done = command("new-plugin", "monitor-days", "--directory", "mine/notes.txt")
    assert (done.status, done.told) == (
        2,
        "mine/notes.txt is a file; name a folder that is not there yet with --directory",
    )


def test_a_fresh_repository_is_no_obstacle(command: Command) -> None:
    (Path("deep") / "mine" / ".git").mkdir(parents=True)
    assert command("new-plugin", "monitor-days", "--directory", "deep/mine").status == 0
    assert (Path("deep") / "mine" / "pyproject.toml").is_file()


def test_a_folder_that_cannot_be_written(command: Command) -> None:
    Path("file").write_text("")
    done = command("new-plugin", "monitor-days", "--directory", "file/mine")
    assert done.status == 1
    assert "Not a directory" in done.told


# ---- what is written ---------------------------------------------------------------------------------------------


def test_it_demands_what_this_version_promises() -> None:
    files = dict(contents(named("days")))
    (demand, _) = tomllib.loads(files["pyproject.toml"])["project"]["dependencies"]
    assert demand.startswith(f"ceasefire>={ceasefire.__version__},<")
    assert not any("%{" in text or "%{" in path for path, text in files.items())


def uv(*arguments: str | Path, folder: Path, wheels: Path) -> subprocess.CompletedProcess[str]:
    """Run uv without a network where its cache does, with one where it does not."""
    passed_on = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
    environment = {**passed_on, "UV_FIND_LINKS": str(wheels), "UV_NO_PROGRESS": "1", "COLUMNS": "200"}
    for offline in ({"UV_OFFLINE": "1"}, {}):
        done = subprocess.run(
            ["uv", *map(str, arguments)],
            cwd=folder,
            env={**environment, **offline},
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        if done.returncode == 0:
            break
    return done


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    """A folder with core's wheel."""
    if shutil.which("uv") is None:
        pytest.skip("NO uv: WHAT ceasefire new-plugin WRITES IS NOT BUILT AND INSTALLED")
    folder = tmp_path / "wheels"
    folder.mkdir()
    built = uv(
        "build", "--wheel", "--python", sys.executable, "--out-dir", folder, ROOT, folder=tmp_path, wheels=folder
    )
    if built.returncode:
        pytest.skip(f"uv BUILDS NO WHEEL HERE (NO NETWORK?): {built.stderr}")
    return folder


def bare(folder: Path, wheels: Path, *wanted: str | Path) -> Path:
    """The commands of a new environment with these installed."""
    assert uv("venv", "--python", sys.executable, folder, folder=wheels, wheels=wheels).returncode == 0
    done = uv("pip", "install", "--python", folder, *wanted, folder=wheels, wheels=wheels)
    assert done.returncode == 0, done.stderr
    return folder / ("Scripts" if os.name == "nt" else "bin")


def told(*arguments: str | Path, stdin: str = "") -> str:
    passed_on = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
    done = subprocess.run(
        [*map(str, arguments)], input=stdin, env=passed_on, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_new_plugin_is_tested_built_installed_and_used(tmp_path: Path, wheels: Path) -> None:
    try:
        core = bare(tmp_path / "core", wheels, *wheels.glob("*.whl"))
    except AssertionError as error:
        pytest.skip(f"uv INSTALLS NOTHING HERE (NO NETWORK?): {error}")
    folder = tmp_path / "mine"
    told(core / "ceasefire", "new-plugin", "monitor-days", "--directory", folder)

    tested = uv("run", "--python", sys.executable, "pytest", "-v", folder=folder, wheels=wheels)
    assert tested.returncode == 0, tested.stdout + tested.stderr
    assert "corpus/day_codes.toml::2 He got a D+ PASSED" in tested.stdout
    listed = uv("run", "--python", sys.executable, "ceasefire", "plugins", folder=folder, wheels=wheels)
    assert "extractor monitor-days" in listed.stdout, listed.stderr

    rule = folder / "src" / "ceasefire_monitor_days" / "day_codes.py"
    sound = rule.read_text("utf-8")
    rule.write_text(sound.replace("days=days)", "days=days + 1)"), encoding="utf-8")
    failed = uv("run", "--python", sys.executable, "pytest", folder=folder, wheels=wheels)
    assert failed.returncode == 1
    assert "wanted 2016-05-05" in failed.stdout
    rule.write_text(sound, encoding="utf-8")

    built = uv("build", "--python", sys.executable, "--out-dir", wheels, folder=folder, wheels=wheels)
    assert built.returncode == 0, built.stderr
    stranger = bare(tmp_path / "stranger", wheels, "ceasefire-monitor-days")
    assert "monitor-days  ceasefire-monitor-days 0.1.0  extractor monitor-days" in told(
        stranger / "ceasefire", "plugins"
    )
    read = told(
        stranger / "ceasefire", "read", "-", "--published", "2016-05-02", "--strict", stdin="The pause ends on D+3.\n"
    )
    assert "D+3  2016-05-05  DATE" in read
