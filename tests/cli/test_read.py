"""`ceasefire read`, as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import ceasefire
from commands import ARTICLE, NO_PLUGIN, Result

# ---- input ---------------------------------------------------------------------------------------------------------


def test_a_file_and_standard_input_are_read(command: Any, article: Path) -> None:
    from_file = command("read", article, "-f", "json", *NO_PLUGIN).json
    assert from_file["article"]["id"] == "warta"
    assert from_file["article"]["length"] == len(ARTICLE)
    piped = command("read", "-", "-f", "json", *NO_PLUGIN, stdin=ARTICLE).json
    assert piped["article"]["id"] == piped["article"]["sha256"][:16]


def test_the_article_is_taken_out_of_its_page(command: Any, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="NO trafilatura INSTALLED: PAGES ARE NOT TESTED")
    path = tmp_path / "warta.html"
    paragraph = "<p>Jeda di pelabuhan diperpanjang tiga hari, kata Walikota Sari di balai kota semalam.</p>"
    meta = '<meta property="article:published_time" content="2016-05-02T23:00:00+00:00">'
    path.write_text(
        f"<html><head>{meta}</head><body><nav>Beranda</nav><article>{paragraph * 6}</article></body></html>"
    )
    result = command("read", path, "-f", "json", *NO_PLUGIN)
    assert (result.json["article"]["id"], published(result)) == ("warta", "2016-05-03")
    assert result.told == (
        "taken as published on 2016-05-02T23:00:00+00:00, as its page says; --published DATE overrides it"
    )
    assert published(command("read", path, "-f", "json", "--published", "2016-05-09", *NO_PLUGIN)) == "2016-05-09"
    path.write_text("<html></html>")
    result = command("read", path, *NO_PLUGIN)
    assert (result.status, result.told) == (1, f"{path}: no article was found in the page")


def test_line_ends_stay_and_the_mark_of_the_encoding_goes(command: Any, tmp_path: Path) -> None:
    path = tmp_path / "crlf.txt"
    path.write_bytes(b"\xef\xbb\xbfa\r\nb\r\n")
    assert command("read", path, "-f", "json", *NO_PLUGIN).json["article"]["length"] == 6


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "No such file or directory"),
        (b"", "is empty; give the text of an article"),
        (b" \n\t\xef\xbb\xbf"[:3], "is empty"),
        (b"caf\xe9", "is not UTF-8 (byte 3)"),
        (b"\xff\xfeS\x00", "is not UTF-8 (byte 0)"),
    ],
)
def test_input_that_cannot_be_read_is_status_1(
    command: Any, tmp_path: Path, content: bytes | None, message: str
) -> None:
    path = tmp_path / "x.txt"
    if content is not None:
        path.write_bytes(content)
    result = command("read", path, *NO_PLUGIN)
    assert (result.status, result.out) == (1, b"")
    assert result.told.startswith(f"{path}: ")
    assert message in result.told
    if content is not None:
        assert command("read", "-", *NO_PLUGIN, stdin=content).told.startswith("standard input: ")


def test_a_folder_is_no_article(command: Any, tmp_path: Path) -> None:
    result = command("read", tmp_path, *NO_PLUGIN)
    assert result.status == 1
    assert "Is a directory" in result.told


# ---- dates ---------------------------------------------------------------------------------------------------------


def published(result: Result) -> str | None:
    return result.json["article"]["published"]  # type: ignore[no-any-return]


@pytest.mark.parametrize("given", ["2016-05-03", "3 Mei 2016", "Selasa, 3 Mei 2016", "3/5/2016"])
def test_the_day_given_counts_and_nothing_is_said(command: Any, article: Path, given: str) -> None:
    result = command("read", article, "--published", given, "-f", "json", *NO_PLUGIN)
    assert (published(result), result.err) == ("2016-05-03", "")


def test_without_a_day_the_byline_counts_and_that_is_said(command: Any, article: Path) -> None:
    result = command("read", article, "-f", "json", *NO_PLUGIN)
    assert published(result) == "2016-05-02"
    assert result.told == (
        "taken as published on 2016-05-02, from the line 'Senin, 2 Mei 2016 18:00 WIB'; --published DATE overrides it"
    )


def test_quiet_says_nothing_but_errors(command: Any, article: Path, tmp_path: Path) -> None:
    result = command("read", article, "--quiet", "-f", "json", *NO_PLUGIN)
    assert (published(result), result.err) == ("2016-05-02", "")
    assert "No such file" in command("read", tmp_path / "none", "--quiet", *NO_PLUGIN).told


@pytest.mark.parametrize(
    "text",
    [
        "Gencatan senjata berakhir Senin.",
        "Gencatan senjata berakhir 2 Mei 2016.",
        "2016",
        "Mei 2016",
        "Kemarin",
        "\n".join("abcdefghi") + "\n2 Mei 2016",
    ],
)
def test_an_article_without_a_byline_is_undated_and_that_is_said(command: Any, text: str) -> None:
    result = command("read", "-", "-f", "json", *NO_PLUGIN, stdin=text)
    assert published(result) is None
    assert "the article is undated" in result.told


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--published", "kemarin", "cannot read 'kemarin' as a date; give YYYY-MM-DD"),
        ("--published", "", "cannot read '' as a date"),
        ("--timezone", "Mars/Olympus", "unknown time zone 'Mars/Olympus'; give an IANA name"),
        ("--format", "frob", "no format is called 'frob'; there are json, text"),
    ],
)
def test_a_wrong_value_is_wrong_use(command: Any, option: str, value: str, message: str) -> None:
    result = command("read", "-", option, value, *NO_PLUGIN, stdin="Senin")
    assert (result.status, result.out) == (2, b"")
    assert message in result.told


# ---- output --------------------------------------------------------------------------------------------------------


def test_a_reading_for_a_person(command: Any, finder: tuple[str, ...]) -> None:
    result = command("read", "-", "--published", "2016-05-02", *finder, stdin="Budi: jeda berlaku Senin.\n\nJeda itu.")
    page = result.out.decode()
    assert result.status == 0
    assert page.splitlines()[1].startswith("published 2016-05-02 · Asia/Jakarta")
    assert "Budi: jeda berlaku Senin.\n\nJeda itu.\n" in page
    assert "\nTIMES ─" in page
    assert "Senin  2016-05-02  DATE" in page
    assert "Budi  person" in page
    assert "\x1b" not in page
    assert all(line == line.rstrip() and len(line) <= 100 for line in page.splitlines())


def test_an_article_in_which_nothing_is_found(command: Any) -> None:
    page = command("read", "-", *NO_PLUGIN, stdin="Halo.").out.decode()
    assert "Nothing was found." in page
    assert "no plugin with an extractor is in use" in page


def test_what_would_steer_a_terminal_is_shown_not_sent(command: Any, finder: tuple[str, ...]) -> None:
    page = command("read", "-", *finder, stdin="\x1b[31mmerah\x00\u202eSenin\x9b1m").out.decode()
    assert "␛[31mmerah␀\ufffdSenin\ufffd1m" in page
    assert not {"\x1b", "\x00", "\u202e", "\x9b"} & set(page)


def test_json_and_a_plugins_format(command: Any, finder: tuple[str, ...], article: Path, tmp_path: Path) -> None:
    report = ceasefire.from_json(command("read", article, "--format", "json", *finder).out)
    assert [time.text for time in report.times] == ["Senin", "Senin"]
    assert command("read", article, "--format", "loud", *finder).out.decode() == ARTICLE.upper()
    target = tmp_path / "out.txt"
    assert command("read", article, "--format", "loud", "--output", target, *finder).out == b""
    assert target.read_text() == ARTICLE.upper()


def test_a_format_that_fails_is_named(command: Any, finder: tuple[str, ...]) -> None:
    result = command("read", "-", "-f", "loud", *finder, stdin="fail")
    assert result.status == 1
    assert result.told == "the format loud of plugin finder failed: ValueError: too loud"


def test_output_onto_the_input_or_where_nothing_can_be_written_is_wrong_use(
    command: Any, article: Path, tmp_path: Path
) -> None:
    (tmp_path / "link.txt").hardlink_to(article)
    for output, message in (
        (article, "is the input too; write to another file"),
        (tmp_path / "link.txt", "is the input too"),
        (tmp_path, "Is a directory"),
        (tmp_path / "no" / "folder", "No such file or directory"),
    ):
        for name in ("read", "batch"):
            result = command(name, article, "-o", output, *NO_PLUGIN)
            assert result.status == 2
            assert message in result.told
    assert article.read_text() == ARTICLE


def test_a_plugin_that_fails_is_told_and_with_strict_it_is_the_end(command: Any, install: Any) -> None:
    install("broken", {"broken": "broken_plugin"}, broken_plugin="raise RuntimeError('no model')")
    arguments = ("read", "-", "--published", "2016-05-02", "--only", "broken")
    result = command(*arguments, "-f", "json", stdin="x")
    assert (result.status, result.told) == (0, "plugin broken: RuntimeError: no model")
    assert result.json["diagnostics"][0]["code"] == "plugin-failed"
    page = command(*arguments, stdin="x")
    assert (page.status, page.err) == (0, "")
    assert "error    broken plugin-failed" in page.out.decode()
    result = command(*arguments, "--strict", stdin="x")
    assert (result.status, result.out, result.told) == (1, b"", "plugin broken: RuntimeError: no model")


def test_names_may_stand_with_commas(command: Any, finder: tuple[str, ...]) -> None:
    out = command("plugins", "--only", "finder,text", "--disable", "finder, json").out.decode()
    assert "text" in out
    assert "finder" not in out
    assert "json" not in out


# ---- plugins that print, and that take long ------------------------------------------------------------------------

TALKATIVE = """
print("imported")
import time
from ceasefire import hookimpl

class Talkative:
    name, language = "talkative", "*"
    needs = uses = gives = frozenset()

    def extract(self, document):
        print("reading")
        if "slow" in document.text:
            time.sleep(60)
        return ()

class Loud:
    name, description, media_type = "loud", "the text in capitals", "text/plain"
    def render(self, report, text):
        print("rendering")
        return text.upper()

@hookimpl
def extractors():
    print("asked")
    return [Talkative()]

@hookimpl
def formats():
    return [Loud()]
"""


@pytest.fixture
def talkative(install: Any, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    folder = install("talkative", {"talkative": "talkative_plugin"}, talkative_plugin=TALKATIVE)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return ("--only", "talkative", "--only", "json")


def test_what_plugins_print_stays_out_of_the_report(command: Any, talkative: tuple[str, ...]) -> None:
    done = command("read", "-", "--format", "json", *talkative, stdin="Jeda.")
    assert done.json["article"]["language"] == "id"
    assert done.err.split()[:3] == ["imported", "asked", "reading"]
    done = command("read", "-", "--format", "loud", *talkative, stdin="Jeda.")
    assert done.out == b"JEDA."
    assert "rendering" in done.err


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_plugins_print_stays_out_of_a_batch(run: Any, talkative: tuple[str, ...], jobs: int) -> None:
    articles = b'{"text": "Jeda."}\n' * 5
    done = run("-m", "ceasefire", "batch", "--quiet", "--jobs", str(jobs), *talkative, stdin=articles)
    assert done.returncode == 0
    assert len([json.loads(line) for line in done.stdout.splitlines()]) == 5
    assert done.stderr.count(b"reading") == 5


def test_a_time_limit_can_be_given(command: Any, talkative: tuple[str, ...]) -> None:
    done = command("read", "-", "--format", "json", "--time-limit", "0.1", *talkative, stdin="slow")
    assert [problem["code"] for problem in done.json["diagnostics"]] == ["time-limit"]
    done = command("read", "-", "--format", "json", "--time-limit", "-1", *talkative, stdin="slow")
    assert (done.status, done.out) == (2, b"")
    assert command("read", "-", "--format", "json", "--time-limit", "0", *talkative, stdin="Jeda.").status == 0
