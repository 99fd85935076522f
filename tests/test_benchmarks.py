"""The benchmark runs, writes its page, and counts; no test looks at seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceasefire import Reader
from ceasefire.testing import count_calls
from ceasefire_benchmarks.command import main
from ceasefire_benchmarks.growth import IdlePlugin
from ceasefire_benchmarks.layers import place
from ceasefire_benchmarks.page import BEGIN, END
from ceasefire_benchmarks.texts import seed

ROOT = Path(__file__).parents[1]
TITLES = (
    "Beside others",
    "Where the time goes",
    "Starting",
    "Memory",
    "Longer texts",
    "More plugins",
    "More processes",
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page that the benchmark wrote twice, in short and without the others."""
    path = tmp_path_factory.mktemp("manual") / "page.md"
    path.write_text(f"# Mine\n\n{BEGIN}\nold\n{END}\n\nMine too.\n", "utf-8")
    assert main(["--quick", "--without-peers", "--write", str(path)]) == 0
    return path.read_text("utf-8")


def test_the_page_keeps_what_people_wrote(page: str) -> None:
    assert page.startswith(f"# Mine\n\n{BEGIN}\n\nMeasured on ")
    assert page.endswith(f"\n\n{END}\n\nMine too.\n")
    assert "\nold\n" not in page


def test_each_question_has_its_tables(page: str) -> None:
    parts = page.split("\n## ")[1:]
    assert tuple(part.partition("\n")[0] for part in parts) == TITLES
    for part in parts:
        assert "| --- |" in part
        rows = [line for line in part.splitlines() if line.startswith("| ")]
        assert all(cell for row in rows for cell in (each.strip() for each in row.strip("|").split("|")))


def test_the_manual_shows_what_the_command_writes_now() -> None:
    shown = (ROOT / "docs" / "performance.md").read_text("utf-8")
    measured = shown.partition(BEGIN)[2].partition(END)[0]
    assert tuple(part.partition("\n")[0] for part in measured.split("\n## ")[1:]) == TITLES
    assert "Not there when this was measured" not in measured


def test_a_page_without_marks_is_refused_before_anything_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Mine\n", "utf-8")
    with pytest.raises(SystemExit):
        main(["--quick", "--write", str(page)])
    assert "the page must have the lines <!-- measured" in capsys.readouterr().err
    assert page.read_text("utf-8") == "# Mine\n"


@pytest.mark.parametrize(
    ("stack", "told"),
    [
        (["__main__", "ceasefire.reader", "ceasefire.extraction", "ceasefire_id.dates", "ceasefire_id.dates.atoms"],
         ("id-dates", "dates.atoms")),
        (["ceasefire.reader", "ceasefire_id.names.scan", "ceasefire_id.syntax", "ceasefire.document"],
         ("id-names", "names.scan")),
        (["ceasefire.reader", "ceasefire.extraction", "ceasefire.mentionforms"], ("checks", "mentionforms")),
        (["ceasefire.reader", "ceasefire.opening", "ceasefire.document", "ceasefire_id.language.sentences"],
         ("document", "document")),
        (["ceasefire.reader", "ceasefire.assembly", "ceasefire.assembly.pauses.slots", "ceasefire.document"],
         ("assembly", "assembly.pauses.slots")),
        (["ceasefire.reader", "hashlib"], ("reader", "reader")),
        (["__main__", "ceasefire.models"], None),
    ],
)  # fmt: skip
def test_a_stack_has_a_layer_and_a_rule_family(stack: list[str], told: tuple[str, str] | None) -> None:
    assert place(stack) == told


def test_plugins_that_have_nothing_to_do_cost_few_calls_and_each_the_same() -> None:
    article = seed()

    def calls(number: int) -> int:
        reader = Reader(plugins={f"idle-{n}": IdlePlugin(f"idle-{n}") for n in range(number)}, strict=True)
        reader.read(article.text, article.published)
        return count_calls(lambda: reader.read(article.text, article.published))

    none, one, ten = calls(0), calls(1), calls(10)
    assert 0 < one - none < none / 500
    assert ten - none <= 11 * (one - none)
