"""`ceasefire page`: a folder of pages from what `ceasefire batch` wrote."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import attrs
import html5lib
import pytest

import ceasefire

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def batch(tmp_path: Path, seed_report: ceasefire.Report, seed_text: str) -> Path:
    """Three reports, of which one has a hostile id, and an article that could not be read; their texts beside them."""
    article = seed_report.article
    other = attrs.evolve(seed_report, article=attrs.evolve(article, id="lain", title="Lain", published="2016-05-05"))
    hostile = attrs.evolve(
        seed_report, article=attrs.evolve(article, id="../../</script><b>", title="</script><script>alert(1)</script>")
    )
    error = {"article": {"id": "rusak", "line": 3}, "error": {"code": "bad-json", "message": "the line is no JSON"}}
    lines = [json.dumps(ceasefire.to_dict(each)) for each in (seed_report, other)]
    lines += [json.dumps(error), json.dumps(ceasefire.to_dict(hostile))]
    (tmp_path / "reports.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    (tmp_path / "articles.jsonl").write_text(f"no JSON\n{json.dumps({'text': seed_text})}\n", "utf-8")
    return tmp_path


def test_a_batch_becomes_an_index_and_a_page_an_article(ceasefire_command: Run, batch: Path, parts: Any) -> None:
    done = ceasefire_command(
        "page", "reports.jsonl", "--articles", "articles.jsonl", "-o", "pages", "--title", "Suriah"
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "pages/index.html: 3 articles, 1 that could not be read\n"
    written = sorted(path.name for path in (batch / "pages" / "articles").iterdir())
    assert written == ["00001-suriah-2016-05-02.html", "00002-lain.html", "00003-script-b.html"]
    index = parts((batch / "pages" / "index.html").read_text("utf-8"))
    assert index.of("h1")[0].text == "Suriah"
    entries = [item for item in index.of("li") if "data-published" in item.attributes]
    assert [item.attributes["data-published"] for item in entries] == ["2016-05-05", "2016-05-02", "2016-05-02"]
    for link in index.of("a"):
        if not (link.attributes["href"] or "").startswith("#"):
            assert (batch / "pages" / str(link.attributes["href"])).is_file()
    assert "the line is no JSON" in index.of("main")[0].text
    page = parts((batch / "pages" / "articles" / written[1]).read_text("utf-8"))
    assert page.with_class("back")[0].text == "← All articles"
    assert "Rusia mengaku" in page.with_class("text")[0].text


def test_what_an_index_is_told_becomes_no_markup(ceasefire_command: Run, batch: Path, parts: Any) -> None:
    assert ceasefire_command("page", "reports.jsonl", "-o", "pages").returncode == 0
    index = parts((batch / "pages" / "index.html").read_text("utf-8"))
    assert len(index.of("script")) == 1
    html5lib.HTMLParser(strict=True).parse((batch / "pages" / "index.html").read_text("utf-8"))
    assert "</script><script>alert(1)</script>" in index.of("main")[0].text


def test_the_line_of_pauses_holds_each_that_has_a_day(
    ceasefire_command: Run, batch: Path, parts: Any, seed_report: ceasefire.Report
) -> None:
    ceasefire_command("page", "reports.jsonl", "-o", "pages")
    rows = [row for row in parts((batch / "pages" / "index.html").read_text("utf-8")).of("li") if row.has_class("row")]
    assert len(rows) == 3 * len(seed_report.pauses)
    calm = next(row for row in rows if "Damaskus" in row.text)
    assert calm.attributes["data-first"] == calm.attributes["data-last"] == "2016-04-29"


def test_without_texts_the_pages_say_so(ceasefire_command: Run, batch: Path, parts: Any) -> None:
    done = ceasefire_command("page", "-", "-o", "pages", stdin=(batch / "reports.jsonl").read_text("utf-8"))
    assert "3 without their text, which --articles gives" in done.stderr
    page = parts((batch / "pages" / "articles" / "00002-lain.html").read_text("utf-8"))
    assert not page.with_class("text")
    assert "The text of the article was not given" in page.of("main")[0].text
    anchors = {element.attributes.get("id") for element in page.elements}
    links = {str(link.attributes["href"]) for link in page.of("a")} - {"../index.html"}
    assert {link.removeprefix("#") for link in links} <= anchors


def test_texts_may_be_compressed(ceasefire_command: Run, batch: Path) -> None:
    (batch / "articles.jsonl.gz").write_bytes(gzip.compress((batch / "articles.jsonl").read_bytes()))
    done = ceasefire_command("page", "reports.jsonl", "--articles", "articles.jsonl.gz", "-o", "pages")
    assert done.stderr == "pages/index.html: 3 articles, 1 that could not be read\n"


def test_a_second_run_replaces_the_first(ceasefire_command: Run, batch: Path) -> None:
    ceasefire_command("page", "reports.jsonl", "-o", "pages")
    first = (batch / "reports.jsonl").read_text("utf-8").splitlines()[0]
    assert ceasefire_command("page", "-", "-o", "pages", stdin=first).returncode == 0
    assert [path.name for path in (batch / "pages" / "articles").iterdir()] == ["00001-suriah-2016-05-02.html"]


def test_a_run_that_failed_can_be_begun_again(ceasefire_command: Run, batch: Path) -> None:
    done = ceasefire_command("page", "-", "-o", "pages", stdin="{}\n")
    assert done.returncode == 1 and done.stderr.startswith("ceasefire: standard input, line 1: ")
    assert ceasefire_command("page", "reports.jsonl", "-o", "pages").returncode == 0


def test_texts_may_stand_in_a_table(ceasefire_command: Run, batch: Path, seed_text: str) -> None:
    with (batch / "articles.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["nomor", "isi"], ["1", seed_text]])
    done = ceasefire_command(
        "page", "reports.jsonl", "--articles", "articles.csv", "--field", "text=isi", "-o", "pages"
    )
    assert done.stderr == "pages/index.html: 3 articles, 1 that could not be read\n"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["page", "reports.jsonl"], 2, "ceasefire: Missing option '-o' / '--output'."),
        (
            ["page", "reports.jsonl", "-o", "pages", "--articles", "articles.jsonl", "--field", "isi"],
            2,
            "ceasefire: --field isi: must be FIELD=NAME, with a FIELD of "
            "text, id, published, timezone, title, url, language",
        ),
        (["page", "none.jsonl", "-o", "pages"], 1, "ceasefire: none.jsonl: No such file or directory"),
        (
            ["page", "reports.jsonl", "-o", "."],
            1,
            "ceasefire: .: is not empty and not of this command; name a new folder",
        ),
        (
            ["page", "reports.jsonl", "-o", "pages", "--articles", "reports.jsonl"],
            1,
            "ceasefire: there is no article in what --articles names; give what batch was given",
        ),
    ],
)
def test_wrong_use_is_told_in_one_line(
    ceasefire_command: Run, batch: Path, arguments: list[str], status: int, said: str
) -> None:
    done = ceasefire_command(*arguments)
    assert (done.returncode, done.stderr.rstrip("\n")) == (status, said)
    assert not (batch / "articles").exists()


def test_the_command_is_listed(ceasefire_command: Run) -> None:
    assert "page " in ceasefire_command("--help").stdout
    assert "html " in ceasefire_command("formats").stdout
