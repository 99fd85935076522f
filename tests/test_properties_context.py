"""What a report does not depend on: what follows the article, threads, processes, hash seeds, the order of plugins."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ceasefire
from ceasefire.models import Report
from ceasefire.testing import count_calls
from fuzz.inputs import make_input
from fuzz.sources import Sources, load_sources

ROOT = Path(__file__).parents[1]
MODULES = ("language", "numbers", "dates", "names", "casualties", "scope", "statements")


@pytest.fixture(scope="module")
def sources() -> Sources:
    return load_sources()


@pytest.fixture(scope="module")
def reader() -> ceasefire.Reader:
    return ceasefire.Reader()


def texts(sources: Sources, numbers: range) -> list[str]:
    return [make_input(sources, 11, number).text for number in numbers]


def grounded(report: Report, end: int) -> list[Any]:
    """What is read from the words alone, up to a place; actors, regions and pauses depend on what is named later, as
    does a counted day (`hari kedua`), whose first day may be told below it.
    """
    times = [time for time in report.times if not time.text.casefold().startswith("hari ke")]
    return [
        [(time.span, time.type, time.value) for time in times if time.span.end <= end],
        [(c.span, c.outcome, c.victims, c.count) for c in report.casualties if c.span.end <= end],
        [(s.span, s.form, s.verb) for s in report.statements if s.span.end <= end],
    ]


def test_what_follows_an_article_changes_nothing_before_it(reader: ceasefire.Reader, sources: Sources) -> None:
    chance = random.Random(3)
    for text in (*sources.articles[:8], *chance.sample(sources.sentences, 80)):
        longer = f"{text}\n\n{chance.choice(sources.sentences)}"
        alone, followed = (reader.read(given, "2025-11-12") for given in (text, longer))
        assert grounded(followed, len(text)) == grounded(alone, len(text)), longer


@given(number=st.integers(0, 10**6), blank=st.sampled_from(["\n", "\n\n", "  ", "\r\n\r\n", "\u00a0"]))
def test_blank_ends_change_nothing_but_the_length(
    reader: ceasefire.Reader, sources: Sources, number: int, blank: str
) -> None:
    text = make_input(sources, 13, number).text.rstrip()
    bare, padded = (ceasefire.to_dict(reader.read(given, "2025-11-12")) for given in (text, text + blank))
    del bare["article"], padded["article"]
    assert padded == bare


def test_threads_share_a_reader(reader: ceasefire.Reader, sources: Sources) -> None:
    given = texts(sources, range(60))
    alone = [ceasefire.to_json(reader.read(text, "2025-11-12")) for text in given]
    fresh = ceasefire.Reader()  # so that threads meet where patterns are compiled and lists are loaded
    with ThreadPoolExecutor(4) as threads:
        shared = list(threads.map(lambda text: ceasefire.to_json(fresh.read(text, "2025-11-12")), given * 2))
    assert shared == alone * 2


def test_processes_read_alike(reader: ceasefire.Reader, sources: Sources) -> None:
    given = [{"text": text, "published": "2025-11-12"} for text in texts(sources, range(100, 140))]
    alone = [ceasefire.to_json(report) for report in reader.read_many(given)]
    assert [ceasefire.to_json(report) for report in reader.read_many(given, jobs=2)] == alone


def test_the_order_of_plugins_does_not_matter(sources: Sources) -> None:
    from importlib import import_module

    plugins = {f"id-{name}": import_module(f"ceasefire_id.{name}") for name in MODULES}
    given = texts(sources, range(200, 230))
    readings = set()
    for turn in range(4):
        names = random.Random(turn).sample(sorted(plugins), len(plugins))
        reader = ceasefire.Reader(only=[], plugins={name: plugins[name] for name in names}, strict=True)
        readings.add("\n".join(ceasefire.to_json(reader.read(text, "2025-11-12")) for text in given))
    assert len(readings) == 1


def test_the_hash_seed_does_not_matter(sources: Sources) -> None:
    lines = "\n".join(json.dumps({"text": text, "published": "2025-11-12"}) for text in texts(sources, range(300, 420)))
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "ceasefire", "batch", "--quiet"],
            input=lines.encode(),
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(outputs) == 1


def test_the_work_grows_with_a_text_that_is_dense_with_pauses(reader: ceasefire.Reader) -> None:
    """Each rule looks at what stands near its cue, not through all that a text has told by then."""
    articles = sorted((ROOT / "tests" / "articles" / "open").glob("ho-e-[1-3].txt"))
    dense = "\n\n".join(path.read_text("utf-8") for path in articles)

    def work(times: int) -> int:
        return count_calls(lambda: reader.read("\n\n".join([dense] * times), "2024-03-19"))

    work(1)
    assert work(12) < 4.5 * work(3)


LONG = {
    "one line of sentences": "Gencatan senjata di Aleppo diperpanjang 72 jam, kata tentara Suriah pada Senin (10/11). ",
    "the name of a pause": "gencatan senjata ",
    "digits": "9",
    "opening quotation marks": "“",
    "brackets that never close": "(a ",
    "no white space": "x",
}


@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("size", [50_000, pytest.param(10_000_000, marks=pytest.mark.slow)])
def test_long_lines_are_read(reader: ceasefire.Reader, name: str, size: int) -> None:
    """Within the usual limits on time: what stops at them says so, and the report still holds."""
    unit = LONG[name]
    text = unit * (size // len(unit))
    report = reader.read(text, "2025-11-12")
    for item in (*report.times, *report.casualties, *report.statements):
        assert text[item.span.start : item.span.end] == item.text
    assert {diagnostic.code for diagnostic in report.diagnostics if diagnostic.level == "error"} <= {
        "time-limit",
        "article-time-limit",
    }
