"""What the README and the docs show is what happens: sessions, scripts and commands run, their output is compared.

`docs/plugins.md` and `docs/testing.md` have tests of their own, which run their scripts together as one package.
"""

from __future__ import annotations

import csv
import doctest
import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
#: made by `tools/docs/generate.py` when the manual is built
GENERATED = {"models.md", "closed-lists.md", "changelog.md", "contributing.md", "rules", "hooks", "reference"}
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
#: pages whose scripts are run by another test
RUN_ELSEWHERE = {"plugins.md", "testing.md"}
#: commands that a test cannot run, and why
NOT_RUN = {
    "pip install": "changes the environment",
    "uv run tools/compare_readings.py": "reads two commits of a clone",
    "uv run python tools/accuracy_table.py": "needs the scorer, which lies beside a checkout where it is at hand",
    "uv run tools/sample_items.py": "`uv run` makes an environment for it",
    "uv run mkdocs": "tests/test_manual.py builds the manual",
    "uv run --project benchmarks": "makes an environment and takes minutes; tests/test_benchmarks.py runs it in short",
}


def blocks(page: Path, *kinds: str) -> list[str]:
    """The code of a page's blocks of these kinds."""
    return [code for kind, code in BLOCK.findall(page.read_text("utf-8")) if kind in kinds]


def having(*kinds: str) -> list[Path]:
    return [page for page in PAGES if blocks(page, *kinds)]


def name(page: Path) -> str:
    return page.name


@pytest.mark.parametrize("page", having("pycon"), ids=name)
def test_sessions_give_what_they_show(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    test = doctest.DocTestParser().get_doctest("\n".join(blocks(page, "pycon")), {}, page.name, str(page), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    complaints: list[str] = []
    runner.run(test, out=complaints.append)
    assert not complaints, "".join(complaints)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    missing = [link for link in links if link.split("/")[0] not in GENERATED and not (page.parent / link).exists()]
    assert not missing


# ---- scripts -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", [page for page in having("python") if page.name not in RUN_ELSEWHERE], ids=name)
def test_scripts_run_and_print_what_the_text_after_them_shows(page: Path, workplace: Path) -> None:
    found = BLOCK.findall(page.read_text("utf-8"))
    for number, (kind, code) in enumerate(found):
        if kind != "python" or ("import ray" in code and importlib.util.find_spec("ray") is None):
            continue  # without a Ray, tests/test_ray.py says loudly what was left out
        script = workplace / f"script_{number}.py"
        script.write_text(code, "utf-8")
        done = subprocess.run([sys.executable, script], cwd=workplace, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        following = found[number + 1] if number + 1 < len(found) else ("", "")
        assert done.stdout == (following[1] if following[0] == "text" else "")


def test_the_service_answers() -> None:
    code = next(code for code in blocks(ROOT / "docs" / "embedding.md", "python") if "def application" in code)
    service: dict[str, Any] = {}
    exec(compile(code, "docs/embedding.md", "exec"), service)

    def post(**article: str) -> tuple[str, Any]:
        body, status = json.dumps(article).encode(), []
        environ = {"CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body)}
        answer = service["application"](environ, lambda line, headers: status.append(line))
        return status[0], json.loads(b"".join(answer))

    status, report = post(text="Gencatan senjata berlaku sejak Senin.", published="2025-11-12")
    assert (status, report["pauses"][0]["status"]) == ("200 OK", "in_force")
    status, error = post(text="Gencatan senjata berlaku.", published="entah kapan")
    assert (status, error["code"]) == ("422 Unprocessable Content", "bad-date")


# ---- commands ----------------------------------------------------------------------------------------------------


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    """A folder with what the commands of the docs read: the seed article, articles in several forms."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "tools").symlink_to(ROOT / "tools")
    shutil.copytree(ROOT / "tests" / "articles", tmp_path / "tests" / "articles")
    (tmp_path / "my-articles").mkdir()
    with (tmp_path / "articles.jsonl").open("w", encoding="utf-8") as lines:
        for text in sorted((ROOT / "tests" / "articles" / "open").glob("*.txt"))[:15]:
            shutil.copy(text, tmp_path / "my-articles")
            published = json.loads(text.with_suffix(".gold.json").read_text("utf-8"))["published"]
            line = {"id": text.stem, "published": published, "text": text.read_text("utf-8")}
            print(json.dumps(line, ensure_ascii=False), file=lines)
    with (tmp_path / "articles.csv").open("w", encoding="utf-8", newline="") as table:
        rows = csv.writer(table)
        rows.writerow(["key", "day", "body", "desk"])
        rows.writerow(["1", "2025-11-12", "Gencatan senjata berlaku sejak Senin.", "dunia"])
        rows.writerow(["2", "2025-11-12", "", "dunia"])
        rows.writerow(["3", "entah kapan", "Jeda itu berakhir.", "dunia"])
    return tmp_path


@pytest.mark.parametrize("page", having("console"), ids=name)
def test_commands_run_and_print_what_is_shown(page: Path, workplace: Path) -> None:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
        "NO_COLOR": "1",
    }
    for number, code in enumerate(blocks(page, "console")):
        place = workplace.parent / f"{workplace.name}-{number}"
        shutil.copytree(workplace, place, symlinks=True)
        for command, shown in commands(code):
            if any(command.startswith(start) for start in NOT_RUN):
                continue
            done = subprocess.run(
                command.removeprefix("uv run "), shell=True, cwd=place, env=environment,
                capture_output=True, text=True, timeout=300,
            )  # fmt: skip
            failed = "could not be read" in shown
            assert done.returncode == int(failed), f"{command}\n{done.stdout}{done.stderr}"
            if shown:
                assert likened(shown) in likened(done.stdout + done.stderr), command


def commands(code: str) -> list[tuple[str, str]]:
    """The commands of a block, each with what is shown below it."""
    parts = re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]
    return [(part.partition("\n")[0].partition("  #")[0], part.partition("\n")[2].strip()) for part in parts]


def likened(output: str) -> str:
    """Output with the counts and times of a run, which differ from run to run, as one sign."""
    return "\n".join(re.sub(r"[\d.,]+", "#", line) if "article" in line else line for line in output.splitlines())
