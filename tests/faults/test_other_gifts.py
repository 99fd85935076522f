"""Languages, formats and commands that fail, and distributions whose metadata nobody can read."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from ceasefire import ExtractorError, Reader
from faults.cases import SOUND, TEXT

#: prints the names of the plugins, whether they could be loaded or not
LISTED = "import json; from ceasefire import Reader; print(json.dumps([p.name for p in Reader().registry.plugins]))"
LANGUAGE = """
from ceasefire import hookimpl
from ceasefire.language import Furniture, PlainLanguage, Quotation
from ceasefire.models import Span

class Odd(PlainLanguage):
    code = "x-odd"
    def {method}:
        {body}

@hookimpl
def languages():
    return [Odd()]
"""
SENTENCES = "sentences(self, text, paragraph)"
QUOTATIONS = "quotations(self, text, paragraph)"
FURNITURE = "furniture(self, text, paragraph, first)"
LANGUAGES = {
    "raises": (SENTENCES, "raise KeyError('x')", "language-failed", "raised KeyError: 'x' (fault_odd_speech.py:"),
    "gives-nothing": (
        SENTENCES,
        "return None",
        "language-failed",
        "raised TypeError: 'NoneType' object is not iterable",
    ),
    "leaves-the-paragraph": (SENTENCES, "yield Span(0, 99)", "wrong-piece", "gave Span(start=0, end=99) as sentence"),
    "overlaps": (SENTENCES, "yield from (Span(0, 9), Span(5, 12))", "wrong-piece", "gave a sentence at 5 which begins"),
    "gives-no-span": (SENTENCES, "yield 'primo'", "wrong-piece", "gave 'primo' as sentence, which is no Span"),
    "floods": (SENTENCES, "while True: yield Span(0, 1)", "wrong-piece", "gave a sentence at 0 which begins before"),
    "floods-quotations": (
        QUOTATIONS,
        "while True: yield Quotation(Span(0, 5), Span(1, 4))",
        "wrong-piece",
        "gave more pieces (quotation) than the paragraph at 0 has characters",
    ),
    "quotes-outside": (
        QUOTATIONS,
        "yield Quotation(Span(0, 5), Span(0, 9))",
        "wrong-piece",
        "gave a quotation at 0 whose inner span is Span(start=0, end=9)",
    ),
    "furnishes-nothing": (
        FURNITURE,
        "yield Furniture(Span(3, 3), 'link')",
        "wrong-piece",
        "as furniture, which is empty",
    ),
}

GIFTS = """
import click
from ceasefire import hookimpl

class Form:
    description, media_type = "x", "text/plain"
    def __init__(self, name, render):
        self.name, self.act = name, render
    def render(self, report, text):
        return self.act()

def fail():
    raise ValueError("no\\nink")

def leave():
    raise SystemExit(7)

@hookimpl
def formats():
    return [Form("fails", fail), Form("leaves", leave), Form("counts", lambda: 5)]

@hookimpl
def commands():
    return [click.Command("breaks", callback=fail), click.Command("lies", callback=lambda: print("fine"))]
"""


@pytest.mark.parametrize("case", LANGUAGES)
def test_a_language_that_fails_leaves_the_article_to_the_plain_one(world: Any, on_path: Any, case: str) -> None:
    method, body, code, says = LANGUAGES[case]
    world.ship({"odd-speech": {"odd-speech": LANGUAGE.format(method=method, body=body)}, **SOUND})
    report = Reader(only=["odd-speech", "sound"]).read(TEXT, language="x-odd")
    assert [time.text for time in report.times] == ["secund"]
    (told,) = report.diagnostics
    assert (told.level, told.source, told.code) == ("error", "odd-speech", code)
    assert told.message.startswith("language x-odd of plugin odd-speech ")
    assert says in told.message
    assert told.message.endswith("; the article was read without a language")
    with pytest.raises(ExtractorError, match=re.escape(says)):
        Reader(only=["odd-speech", "sound"], strict=True).read(TEXT, language="x-odd")


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ("fails", "failed: ValueError: no ink"),
        ("leaves", "failed: SystemExit: 7"),
        ("counts", "gave 5, not text"),
    ],
)
def test_a_format_that_fails_is_named(world: Any, form: str, says: str) -> None:
    world.ship({"gifts": {"gifts": GIFTS}})
    run = world.run("read", "-", "--published", "2016-05-02", "--format", form, stdin=TEXT)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == f"ceasefire: the format {form} of plugin gifts {says}\n"


def test_a_command_that_fails_is_named_and_the_others_work(world: Any) -> None:
    world.ship({"gifts": {"gifts": GIFTS}})
    run = world.run("breaks")
    said = "ceasefire: the command breaks of plugin gifts failed: ValueError: no ink\n"
    assert (run.returncode, run.stdout, run.stderr) == (1, "", said)
    assert world.run("lies").stdout == "fine\n"


@pytest.mark.parametrize(
    "content", ["[ceasefire]\nno equals sign\n", "[ceasefire\n", "\x00\n= =\n[ceasefire]\n= = =\n"]
)
def test_metadata_that_cannot_be_read_cost_only_their_distribution(world: Any, content: str) -> None:
    world.ship({**SOUND, "torn": {"torn": "x = 1"}})
    (world.folder / "torn-1.2.dist-info" / "entry_points.txt").write_text(content)
    run = world.run("read", "-", "--format", "json", stdin=TEXT)
    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    assert [time["text"] for time in report["times"]] == ["secund"]


def test_beside_metadata_that_cannot_be_read_each_distribution_counts_once(world: Any) -> None:
    world.ship({"gifts": {"gifts": GIFTS}, "torn": {"torn": "x = 1"}, **SOUND})
    (world.folder / "torn-1.2.dist-info" / "entry_points.txt").write_text("[ceasefire]\nno equals sign\n")
    points = world.folder / "gifts-1.2.dist-info" / "entry_points.txt"
    points.write_text(points.read_text() + "[of.others]\nelse = gifts_of_others\n")
    once = world.python("-c", LISTED)
    # The same folder twice on the path, as virtual environments may have it, before what is installed for good.
    twice = world.python("-c", f"import sys; sys.path.insert(1, {str(world.folder)!r} + '/.'); {LISTED}")
    assert (once.returncode, twice.returncode) == (0, 0), once.stderr + twice.stderr
    names = json.loads(once.stdout)
    assert names == json.loads(twice.stdout)
    assert names.count("gifts") == names.count("sound") == names.count("torn") == 1
    assert "else" not in names


def test_metadata_that_cannot_be_read_are_named(world: Any) -> None:
    world.ship({**SOUND, "torn": {"torn": "x = 1"}})
    (world.folder / "torn-1.2.dist-info" / "entry_points.txt").write_text("[ceasefire]\nno equals sign\n")
    run = world.run("plugins")
    assert run.returncode == 1
    assert "plugin torn: its entry_points.txt cannot be read" in run.stdout


@pytest.mark.parametrize("metadata", [None, "", "Metadata-Version: 2.1\n"])
def test_a_distribution_without_a_name_still_gives_its_plugins(world: Any, metadata: str | None) -> None:
    world.ship(SOUND)
    file = world.folder / "sound-1.2.dist-info" / "METADATA"
    file.unlink() if metadata is None else file.write_text(metadata)
    run = world.run("read", "-", "--format", "json", stdin=TEXT)
    assert [time["text"] for time in json.loads(run.stdout)["times"]] == ["secund"], run.stderr
