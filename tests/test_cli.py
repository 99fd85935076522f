"""The commands, as a user meets them."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest

import ceasefire
from ceasefire.cli import main

ARTICLE = "Senin, 2 Mei 2016 18:00 WIB\n\nGencatan senjata berakhir Senin.\n"
NO_PLUGIN = ("--only", "json")

# A plugin that finds three layers by plain words, so that these tests need no language.
FINDER = """
from ceasefire import hookimpl
from ceasefire.mentions import ActorMention, PauseMention, TimeMention
from ceasefire.models import Span

class Finder:
    name, language = "finder", "*"
    needs = uses = frozenset()
    gives = frozenset({ActorMention, PauseMention, TimeMention})

    def extract(self, document):
        for kind, word, fields in (
            (ActorMention, "budi", {"name": "Budi", "kind": "person"}),
            (PauseMention, "jeda", {"label": "jeda", "kind": "truce"}),
            (TimeMention, "senin", {"type": "DATE", "value": "2016-05-02"}),
        ):
            for start in document.where(word):
                yield kind(span=Span(start, start + len(word)), by="finder:word", **fields)

class Loud:
    name, description, media_type = "loud", "the text in capitals", "text/plain"
    def render(self, report, text):
        if "fail" in text:
            raise ValueError("too loud")
        return text.upper()

@hookimpl
def extractors():
    return [Finder()]

@hookimpl
def formats():
    return [Loud()]
"""


@attrs.frozen
class Result:
    status: int
    out: bytes
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.decode().split("\n")[:-1]]


Command = Callable[..., Result]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command in this process."""

    def run(*arguments: str | Path, stdin: str | bytes = b"") -> Result:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        out, err = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="ascii", write_through=True))
            patch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="ascii", write_through=True))
            with pytest.raises(SystemExit) as left:
                main([str(argument) for argument in arguments])
            assert isinstance(left.value.code, int)
            return Result(left.value.code, out.getvalue(), err.getvalue().decode())

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "warta.txt"
    path.write_bytes(ARTICLE.encode())
    return path


@pytest.fixture
def finder(install: Any) -> tuple[str, ...]:
    """Options that load the finder alone."""
    install("finder", {"finder": "finder_plugin"}, finder_plugin=FINDER)
    return ("--only", "finder")


def one_line(result: Result) -> str:
    """The only line of standard error."""
    assert result.err.endswith("\n")
    assert result.err.count("\n") == 1, result.err
    assert result.err.startswith("ceasefire: ")
    return result.err.strip().removeprefix("ceasefire: ")


# ---- all commands ------------------------------------------------------------------------------------------------


def test_help_and_version(command: Command) -> None:
    assert command("--version").out == f"ceasefire, version {ceasefire.__version__}\n".encode()
    for name in ("read", "batch", "plugins", "formats", "schema"):
        assert command(name, "--help").status == 0
        assert name in command().out.decode()
    for arguments in (("--help",), ("read", "-h"), ("batch", "-h")):
        assert b"Examples:\n    ceasefire " in command(*arguments).out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["frob"], "No such command 'frob'"),
        (["read"], "Missing argument 'FILE'"),
        (["read", "-", "--frob"], "No such option"),
        (["read", "-", "x"], "Got unexpected extra argument (x)"),
        (["batch", "--jobs", "0"], "0 is not in the range x>=1"),
        (["batch", "--jobs", "many"], "'many' is not a valid integer"),
        (["read", "-", "--only", "frob"], "no plugin is called 'frob'; there are"),
        (["batch", "--disable", "frob"], "no plugin is called 'frob'"),
        (["plugins", "--disable", "frob"], "no plugin is called 'frob'"),
    ],
)
def test_wrong_use_is_one_line_and_status_2(command: Command, arguments: list[str], message: str) -> None:
    result = command(*arguments, stdin=ARTICLE)
    assert (result.status, result.out) == (2, b"")
    assert message in one_line(result)


# ---- read: input -------------------------------------------------------------------------------------------------


def test_a_file_and_standard_input_are_read(command: Command, article: Path) -> None:
    from_file = command("read", article, "-f", "json", *NO_PLUGIN).json
    assert from_file["article"]["id"] == "warta"
    assert from_file["article"]["length"] == len(ARTICLE)
    piped = command("read", "-", "-f", "json", *NO_PLUGIN, stdin=ARTICLE).json
    assert piped["article"]["id"] == piped["article"]["sha256"][:16]


def test_line_ends_stay_and_the_mark_of_the_encoding_goes(command: Command, tmp_path: Path) -> None:
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
    command: Command, tmp_path: Path, content: bytes | None, message: str
) -> None:
    path = tmp_path / "x.txt"
    if content is not None:
        path.write_bytes(content)
    result = command("read", path, *NO_PLUGIN)
    assert (result.status, result.out) == (1, b"")
    assert one_line(result).startswith(f"{path}: ")
    assert message in one_line(result)
    if content is not None:
        assert one_line(command("read", "-", *NO_PLUGIN, stdin=content)).startswith("standard input: ")


def test_a_folder_is_no_article(command: Command, tmp_path: Path) -> None:
    for name in ("read", "batch"):
        result = command(name, tmp_path, *NO_PLUGIN)
        assert result.status == 1
        assert "Is a directory" in one_line(result)


# ---- read: dates -------------------------------------------------------------------------------------------------


def published(result: Result) -> str | None:
    return result.json["article"]["published"]  # type: ignore[no-any-return]


@pytest.mark.parametrize("given", ["2016-05-03", "3 Mei 2016", "Selasa, 3 Mei 2016", "3/5/2016"])
def test_the_day_given_counts_and_nothing_is_said(command: Command, article: Path, given: str) -> None:
    result = command("read", article, "--published", given, "-f", "json", *NO_PLUGIN)
    assert (published(result), result.err) == ("2016-05-03", "")


def test_without_a_day_the_byline_counts_and_that_is_said(command: Command, article: Path) -> None:
    result = command("read", article, "-f", "json", *NO_PLUGIN)
    assert published(result) == "2016-05-02"
    assert one_line(result) == (
        "taken as published on 2016-05-02, from the line 'Senin, 2 Mei 2016 18:00 WIB'; --published DATE overrides it"
    )


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
def test_an_article_without_a_byline_is_undated_and_that_is_said(command: Command, text: str) -> None:
    result = command("read", "-", "-f", "json", *NO_PLUGIN, stdin=text)
    assert published(result) is None
    assert "the article is undated" in one_line(result)


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--published", "kemarin", "cannot read 'kemarin' as a date; give YYYY-MM-DD"),
        ("--published", "", "cannot read '' as a date"),
        ("--timezone", "Mars/Olympus", "unknown time zone 'Mars/Olympus'; give an IANA name"),
        ("--format", "frob", "no format is called 'frob'; there are json, text"),
    ],
)
def test_a_wrong_value_is_wrong_use(command: Command, option: str, value: str, message: str) -> None:
    result = command("read", "-", option, value, *NO_PLUGIN, stdin="Senin")
    assert (result.status, result.out) == (2, b"")
    assert message in one_line(result)


# ---- read: output ------------------------------------------------------------------------------------------------


def test_a_reading_for_a_person(command: Command, finder: tuple[str, ...]) -> None:
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


def test_an_article_in_which_nothing_is_found(command: Command) -> None:
    page = command("read", "-", *NO_PLUGIN, stdin="Halo.").out.decode()
    assert "Nothing was found." in page
    assert "no plugin with an extractor is in use" in page


def test_what_would_steer_a_terminal_is_shown_not_sent(command: Command, finder: tuple[str, ...]) -> None:
    page = command("read", "-", *finder, stdin="\x1b[31mmerah\x00\u202eSenin\x9b1m").out.decode()
    assert "␛[31mmerah␀\ufffdSenin\ufffd1m" in page
    assert not {"\x1b", "\x00", "\u202e", "\x9b"} & set(page)


def test_json_and_a_plugins_format(command: Command, finder: tuple[str, ...], article: Path, tmp_path: Path) -> None:
    report = ceasefire.from_json(command("read", article, "--format", "json", *finder).out)
    assert [time.text for time in report.times] == ["Senin", "Senin"]
    assert command("read", article, "--format", "loud", *finder).out.decode() == ARTICLE.upper()
    target = tmp_path / "out.txt"
    assert command("read", article, "--format", "loud", "--output", target, *finder).out == b""
    assert target.read_text() == ARTICLE.upper()


def test_a_format_that_fails_is_named(command: Command, finder: tuple[str, ...]) -> None:
    result = command("read", "-", "-f", "loud", *finder, stdin="fail")
    assert result.status == 1
    assert one_line(result) == "the format loud failed: ValueError: too loud"


def test_output_onto_the_input_or_where_nothing_can_be_written_is_wrong_use(
    command: Command, article: Path, tmp_path: Path
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
            assert message in one_line(result)
    assert article.read_text() == ARTICLE


def test_a_plugin_that_fails_is_told_and_with_strict_it_is_the_end(command: Command, install: Any) -> None:
    install("broken", {"broken": "broken_plugin"}, broken_plugin="raise RuntimeError('no model')")
    arguments = ("read", "-", "--published", "2016-05-02", "--only", "broken")
    result = command(*arguments, "-f", "json", stdin="x")
    assert (result.status, one_line(result)) == (0, "plugin broken: RuntimeError: no model")
    assert result.json["diagnostics"][0]["code"] == "plugin-failed"
    page = command(*arguments, stdin="x")
    assert (page.status, page.err) == (0, "")
    assert "error    broken plugin-failed" in page.out.decode()
    result = command(*arguments, "--strict", stdin="x")
    assert (result.status, result.out, one_line(result)) == (1, b"", "plugin broken: RuntimeError: no model")


def test_names_may_stand_with_commas(command: Command, finder: tuple[str, ...]) -> None:
    out = command("plugins", "--only", "finder,text", "--disable", "finder, json").out.decode()
    assert "text" in out
    assert "finder" not in out
    assert "json" not in out


# ---- read: terminals ---------------------------------------------------------------------------------------------


def in_terminal(columns: int, *arguments: str | Path, **env: str) -> str:
    """What a command prints to a terminal of that width."""
    import fcntl
    import struct
    import termios

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LINES", "FORCE_COLOR")}
    with subprocess.Popen(
        [sys.executable, "-m", "ceasefire", *map(str, arguments)],
        stdout=follower, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
        env={**environment, "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", **env},
    ) as process:  # fmt: skip
        os.close(follower)
        seen = b""
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:
                break
            if not piece:
                break
            seen += piece
        process.wait(60)
    os.close(leader)
    return seen.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [80, 200])
def test_a_terminal_gets_colours_and_its_whole_width(
    article: Path, finder: tuple[str, ...], columns: int, tmp_path: Path
) -> None:
    import regex

    path = os.environ.get("PYTHONPATH", "")
    options = {"PYTHONPATH": os.pathsep.join([str(tmp_path / "finder"), path])}
    page = in_terminal(columns, "read", article, *finder, **options)
    assert "\x1b[" in page
    plain = regex.sub(r"\x1b\[[\d;]*m", "", page)
    assert "actor" in plain.splitlines()[5] or "time" in plain.splitlines()[5]
    widest = max(map(len, plain.splitlines()))
    assert widest <= columns
    assert widest > columns * 0.9
    colourless = in_terminal(columns, "read", article, *finder, NO_COLOR="1", **options)
    assert not regex.search(r"\x1b\[(?:\d+;)*(?:3|4|9|10)\d", colourless)


# ---- batch -------------------------------------------------------------------------------------------------------

LINES = b"""{"id": "one", "text": "Senin", "published": "2016-05-02", "title": "T", "url": null}

not json
{"id": "four", "body": "x"}
{"id": "five"}
[1]
{"id": "seven", "text": "x", "text": "y"}
{"id": "eight", "text": "x", "published": "soon"}
{"id": 9, "text": "x"}
{"id": "ten", "text": "caf\xe9"}
{"id": "eleven", "text": "x", "timezone": "Mars"}
{"id": "twelve", "text": "a\\ud800\\u2028\\u0085b"}
{"id": "thirteen", "text": ""}
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_batch_keeps_the_order_and_gives_each_bad_line_its_place(command: Command, jobs: str) -> None:
    result = command("batch", "--jobs", jobs, *NO_PLUGIN, stdin=LINES)
    assert (result.status, result.err) == (1, "")
    told = [
        (line["article"]["id"], line["article"].get("line"), line.get("error", {}).get("code")) for line in result.lines
    ]
    assert told == [
        ("one", None, None),
        (None, 3, "bad-json"),
        ("four", 4, "unknown-field"),
        ("five", 5, "no-text"),
        (None, 6, "bad-json"),
        (None, 7, "duplicate-key"),
        ("eight", 8, "bad-date"),
        (None, 9, "bad-field"),
        (None, 10, "bad-encoding"),
        ("eleven", 11, "bad-timezone"),
        ("twelve", None, None),
        ("thirteen", None, None),
    ]
    assert all(set(line) == {"article", "error"} for line in result.lines if "error" in line)
    assert all(line["error"]["message"] for line in result.lines if "error" in line)
    assert [line["schema"] for line in result.lines if "schema" in line] == ["ceasefire/1"] * 3
    assert len(result.out.decode().splitlines()) == 12


def test_a_batch_from_file_to_file(command: Command, tmp_path: Path, finder: tuple[str, ...]) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(b'\xef\xbb\xbf{"text": "Senin", "published": "2 Mei 2016"}\r\n{"text": "Budi"}')
    result = command("batch", source, "-o", target, *finder)
    assert (result.status, result.out, result.err) == (0, b"", "")
    first, second = map(ceasefire.from_json, target.read_text().splitlines())
    assert (first.article.published, first.times[0].text) == ("2016-05-02", "Senin")
    assert second.actors[0].name == "Budi"


def test_nothing_in_nothing_out(command: Command) -> None:
    assert command("batch", *NO_PLUGIN) == Result(0, b"", "")


def test_a_line_nested_too_deeply_keeps_its_place(command: Command) -> None:
    result = command("batch", *NO_PLUGIN, stdin=b'{"text": ' + b"[" * 100_000 + b"\n" + b'{"text": "x"}')
    assert [line.get("error", {}).get("code") for line in result.lines] == ["bad-json", None]


# ---- plugins, formats, schema ------------------------------------------------------------------------------------


def test_plugins_lists_what_is_installed_in_what_order_it_runs_and_what_failed(
    command: Command, finder: tuple[str, ...], install: Any
) -> None:
    install("broken", {"broken": "broken_plugin"}, broken_plugin="import frobnicate")
    result = command("plugins", *finder)
    assert result.status == 0
    lines = result.out.decode().splitlines()
    assert lines[3].split() == ["finder", "finder", "1.2", "extractor", "finder,", "format", "loud"]
    assert lines[-1].split() == ["finder", "*", "actor", "pause", "time", "–", "–"]
    result = command("plugins", *finder, "--only", "broken")
    assert result.status == 1
    assert "FAILED: ModuleNotFoundError: No module named 'frobnicate'" in result.out.decode()


def test_plugins_of_core_alone(command: Command) -> None:
    result = command("plugins", *NO_PLUGIN)
    assert result.status == 0
    assert "no plugin with an extractor is in use" in result.out.decode()


def test_formats_lists_those_of_core_and_of_plugins(command: Command, finder: tuple[str, ...]) -> None:
    lines = command("formats", *finder).out.decode().splitlines()
    assert [line.split()[:3] for line in lines[1:]] == [
        ["json", "application/json", "json"],
        ["loud", "text/plain", "finder"],
        ["text", "text/plain", "text"],
    ]


def test_schema_prints_a_schema_that_reports_meet(command: Command, finder: tuple[str, ...], article: Path) -> None:
    schema = command("schema").json
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(command("read", article, "-f", "json", *finder).json)


# ---- processes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["read", "-"], ["batch"], ["schema"], ["--help"]])
def test_a_closed_pipe_is_no_fault(arguments: list[str], tmp_path: Path) -> None:
    many = b"".join(b'{"text": "x"}\n' for _ in range(3000))
    given = tmp_path / "given"
    given.write_bytes(many)
    with (
        given.open("rb") as stdin,
        subprocess.Popen(
            [sys.executable, "-m", "ceasefire", *arguments], stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process,
    ):
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read().decode()
    assert "Traceback" not in told
    assert "Exception ignored" not in told
    assert "roken pipe" not in told


def test_a_fault_of_our_own_is_one_line_too(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: Any, **options: Any) -> None:
        raise AssertionError("what nobody\nforesaw")

    monkeypatch.setattr("ceasefire.assembly.assemble", broken)
    result = command("read", "-", *NO_PLUGIN, stdin="x")
    assert result.status == 1
    assert "this is a fault of ceasefire, please report it: AssertionError" in one_line(result)
    result = command("batch", *NO_PLUGIN, stdin='{"text": "x"}')
    assert result.lines[0]["error"]["code"] == "reader-failed"
