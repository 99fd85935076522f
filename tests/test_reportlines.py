"""What `ceasefire batch` writes is read back, whatever it came through."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ceasefire
from ceasefire import Report, UnreadArticle, read_reports
from ceasefire.vocabulary import Term


def zstd(data: bytes) -> bytes:
    module = (
        pytest.importorskip("backports.zstd") if sys.version_info < (3, 14) else __import__("compression.zstd").zstd
    )
    return module.compress(data)  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def lines() -> bytes:
    read = ceasefire.Reader(only=[]).read
    reports = [ceasefire.to_json(read(text, "2016-05-02", id=text)) for text in ("satu", "dua\u2028", "tiga")]
    failure = '{"article": {"id": null, "line": 2}, "error": {"code": "bad-json", "message": "the line is no JSON"}}'
    return "\n".join([reports[0], failure, "", *reports[1:], ""]).encode()


def told(outcomes: Any) -> list[str | None]:
    return [outcome.article.id if isinstance(outcome, Report) else outcome.code for outcome in outcomes]


IDS = ["satu", "bad-json", "dua\u2028", "tiga"]


def test_reports_and_what_could_not_be_read_come_in_order(tmp_path: Path, lines: bytes) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_bytes(lines)
    outcomes = list(read_reports(path))
    assert told(outcomes) == IDS
    assert outcomes[1] == UnreadArticle(None, 2, "bad-json", "the line is no JSON")
    assert list(read_reports(str(path))) == outcomes


def test_the_output_of_batch_is_read(run: Callable[..., Any]) -> None:
    given = b'{"id": "a", "text": "Halo."}\nfoo\n{"id": "c", "text": "Halo.", "published": "soon"}\n'
    outcomes = list(read_reports(io.BytesIO(run("-m", "ceasefire", "batch", stdin=given).stdout)))
    assert isinstance(outcomes[0], Report)
    assert [(x.id, x.line, x.code) for x in outcomes[1:]] == [(None, 2, "bad-json"), ("c", 3, "bad-date")]  # type: ignore[union-attr]


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress, zstd])
def test_compressed_lines_are_read_whatever_their_name(
    tmp_path: Path, lines: bytes, compress: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "reports"
    half = lines.index(b"\n") + 1
    path.write_bytes(compress(lines[:half]) + compress(lines[half:]))  # as two files put together with `cat`
    assert told(read_reports(path)) == IDS
    path.write_bytes(compress(lines)[:-5])
    with pytest.raises(ceasefire.SourceError, match="reports: what is compressed is damaged or cut off"):
        list(read_reports(path))
    damaged = bytearray(compress(lines * 20))
    damaged[len(damaged) // 2 : len(damaged) // 2 + 9] = b"\xff" * 9
    path.write_bytes(damaged)
    with pytest.raises(ceasefire.SourceError, match=r"reports(: what is compressed is|, line)"):
        list(read_reports(path))


def test_without_the_package_for_zstd_it_is_named(
    tmp_path: Path, lines: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "reports.zst"
    path.write_bytes(zstd(lines))
    monkeypatch.setitem(sys.modules, "backports.zstd", None)
    monkeypatch.setitem(sys.modules, "compression.zstd", None)
    with pytest.raises(ceasefire.SourceError, match=r"reports.zst: is compressed with zstd.*ceasefire\[zstd\]"):
        list(read_reports(path))


@pytest.mark.parametrize("compress", [bytes, gzip.compress])
def test_standard_input_and_pipes_are_read(
    lines: bytes, compress: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, writing = os.pipe()
    writer = threading.Thread(target=lambda: [os.write(writing, compress(lines)), os.close(writing)])
    writer.start()
    with os.fdopen(reading, "r", encoding="utf-8") as piped:
        monkeypatch.setattr(sys, "stdin", piped)
        assert told(read_reports("-")) == IDS
    writer.join()


def test_a_line_that_is_piped_in_is_read_before_the_next_one_comes(lines: bytes) -> None:
    reading, writing = os.pipe()
    first, _, rest = lines.partition(b"\n")
    os.write(writing, first + b"\n")
    with os.fdopen(reading, "rb") as piped:
        outcomes = read_reports(piped)
        assert told([next(outcomes)]) == IDS[:1]
        os.write(writing, rest)
        os.close(writing)
        assert told(outcomes) == IDS[1:]


def test_open_files_of_bytes_and_of_text_are_read_and_stay_open(tmp_path: Path, lines: bytes) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_bytes(lines)
    with path.open("rb") as binary, path.open(encoding="utf-8") as text:
        for file in (binary, text, io.BytesIO(lines), io.StringIO(lines.decode())):
            assert told(read_reports(file)) == IDS
            assert not file.closed


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda line: b"foo\n", r"line 2: \$ is no JSON: Expecting value"),
        (
            lambda line: line[:-9],
            "line 2: the line ends early: whoever wrote it was interrupted; `ceasefire batch --re",
        ),
        (lambda line: b"caf\xe9\n", r"line 2: \$ is no JSON: 'utf-8' codec"),
        (lambda line: b"[" * 100_000 + b"\n", r"line 2: \$ is nested too deeply"),
        (lambda line: b"[1]\n", r"line 2: \$ must be an object, not a list"),
        (lambda line: line.replace(b"ceasefire/1", b"ceasefire/9"), r"line 2: \$.schema must be 'ceasefire/1', not"),
        (lambda line: b"{}\n", r"line 2: \$.schema is missing; \$.article is missing; .* is missing; and 6 more"),
        (lambda line: line.replace(b'"id": "satu"', b'"id": 7'), r"line 2: \$.article.id must be text, not 7"),
        (lambda line: b'{"error": {"code": 1}}\n', r"\$.error.code must be text; \$.error.message must be text$"),
        (
            lambda line: b'{"article": {"line": true}, "error": {"code": "x", "message": "y"}}\n',
            r"\$.article.line must be a whole number or null$",
        ),
        (lambda line: b'{"error": 1, "error": 2}\n', r"line 2: \$.error stands twice"),
    ],
)
def test_a_line_that_is_neither_is_named(
    tmp_path: Path, lines: bytes, change: Callable[[bytes], bytes], message: str
) -> None:
    first = lines[: lines.index(b"\n") + 1]
    path = tmp_path / "reports.jsonl"
    path.write_bytes(first + change(first))
    outcomes = read_reports(path)
    assert told([next(outcomes)]) == ["satu"]
    with pytest.raises(ceasefire.ReportLineError, match=message) as caught:
        next(outcomes)
    assert (caught.value.source, caught.value.line) == (str(path), 2)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        next(read_reports(tmp_path / "none.jsonl"))


def test_the_mark_of_the_encoding_and_windows_line_ends_do_not_matter(lines: bytes) -> None:
    assert told(read_reports(io.BytesIO(b"\xef\xbb\xbf" + lines.replace(b"\n", b"\r\n")))) == IDS


def test_further_terms_are_known(plugin: Any, lines: bytes) -> None:
    given = {"given": plugin(terms=[Term("level", "rumour", "hearsay")])}
    vocabulary = ceasefire.Reader(plugins=given, only=["given"]).registry.vocabulary
    value = json.loads(lines.split(b"\n")[0])
    value["diagnostics"] = [{"level": "rumour", "source": "x", "code": "y", "message": "z", "span": None}]
    line = json.dumps(value).encode()
    with pytest.raises(ceasefire.ReportLineError, match=r"\$.diagnostics\[0\].level"):
        list(read_reports(io.BytesIO(line)))
    (report,) = read_reports(io.BytesIO(line), vocabulary=vocabulary)
    assert isinstance(report, Report)
    assert report.diagnostics[0].level == "rumour"
