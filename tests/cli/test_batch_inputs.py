"""`ceasefire batch` from whatever users have."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

import ceasefire
from commands import NO_PLUGIN


def told(result: Any) -> list[tuple[str, str | None]]:
    return [(line["article"]["id"], line.get("error", {}).get("code")) for line in result.lines]


def test_csv_with_columns_of_other_names(command: Any, tmp_path: Path) -> None:
    path = tmp_path / "articles.csv"
    path.write_text("key;body;desk\na;Jeda.;3\nb;;3\n")
    result = command("batch", path, *NO_PLUGIN, "--field", "text=body", "--field", "id=key", "--ignore-extra")
    assert told(result) == [("a", None), ("b", "no-text")]
    assert result.lines[1]["article"]["line"] == 3
    refused = command("batch", path, *NO_PLUGIN, "-o", tmp_path / "out.jsonl")
    assert (refused.status, refused.out) == (1, b"")
    assert "has no column 'text' but 'key', 'body', 'desk'; name it with --field text=COLUMN" in refused.told
    assert not (tmp_path / "out.jsonl").exists()


def test_a_folder(command: Any, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    (folder / "b").mkdir(parents=True)
    (folder / "a.txt").write_text("Senin, 2 Mei 2016\n\nJeda.")
    (folder / "b" / "c.txt").write_bytes(b"caf\xe9")
    (folder / "notes.md").write_text("x")
    result = command("batch", folder, *NO_PLUGIN, "--jobs", "2")
    assert told(result) == [("a.txt", None), ("b/c.txt", "bad-encoding")]
    assert result.lines[0]["article"]["published"] == "2016-05-02"
    assert result.lines[1]["article"]["line"] is None
    assert "1 file or record was passed over: not text, page or archive" in result.err
    result = command("batch", folder, *NO_PLUGIN, "--encoding", "cp1252", "--timezone", "Asia/Jayapura")
    assert [line["article"]["timezone"] for line in result.lines] == ["Asia/Jayapura"] * 2


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_pages_are_taken_apart_in_any_process(command: Any, tmp_path: Path, jobs: str) -> None:
    pytest.importorskip("trafilatura", reason="NO trafilatura INSTALLED: PAGES ARE NOT TESTED")
    paragraph = "<p>Jeda di pelabuhan diperpanjang tiga hari, kata Walikota Sari di balai kota semalam.</p>"
    (tmp_path / "a.html").write_text(f"<html><body><article><h1>Jeda</h1>{paragraph * 6}</article></body></html>")
    (tmp_path / "b.html").write_text("<html></html>")
    result = command("batch", tmp_path, *NO_PLUGIN, "--jobs", jobs)
    assert told(result) == [("a.html", None), ("b.html", "no-article")]


def test_what_is_compressed_comes_in_and_goes_out(command: Any, tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl.gz", tmp_path / "out.jsonl.gz"
    source.write_bytes(gzip.compress(b'{"id": "a", "text": "x"}\n{"id": "b", "text": "x"}\n'))
    assert command("batch", source, "-o", target, *NO_PLUGIN).status == 0
    assert gzip.decompress(target.read_bytes()).count(b"\n") == 2
    assert [report.article.id for report in ceasefire.read_reports(target)] == ["a", "b"]  # type: ignore[union-attr]
    piped = command("batch", *NO_PLUGIN, stdin=source.read_bytes())
    assert told(piped) == [("a", None), ("b", None)]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_damaged_input_gives_what_stands_before_the_damage(command: Any, tmp_path: Path, jobs: str) -> None:
    source = tmp_path / "in.jsonl.gz"
    lines = [
        json.dumps({"id": str(number), "text": f"{number * 7919 % 65537} " * 40}).encode() for number in range(999)
    ]
    source.write_bytes(gzip.compress(b"\n".join(lines))[:-2000])
    result = command("batch", source, *NO_PLUGIN, "--jobs", jobs)
    assert result.status == 1
    assert f"{source}: what is compressed is damaged or cut off" in result.told
    ids = [line["article"]["id"] for line in result.lines]
    assert ids == [str(number) for number in range(len(ids))]
    assert 700 < len(ids) < 999


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--field", "text"], "--field text: must be FIELD=NAME, with a FIELD of text, id, published"),
        (["--field", "body=text"], "--field body=text: must be FIELD=NAME"),
        (["--encoding", "utf-99"], "--encoding utf-99: is not known; say utf-8, windows-1252 or the like"),
        (["--timezone", "Mars"], "unknown time zone 'Mars'"),
        (["--input", "pdf"], "'pdf' is not one of 'jsonl', 'csv'"),
        (["--resume"], "--resume needs an output file, not compressed: -o OUT.jsonl"),
        (["--resume", "-o", "x.jsonl.gz"], "--resume needs an output file, not compressed"),
    ],
)
def test_wrong_use(command: Any, options: list[str], message: str) -> None:
    result = command("batch", *NO_PLUGIN, *options, stdin='{"text": "x"}')
    assert (result.status, result.out) == (2, b"")
    assert message in result.told
