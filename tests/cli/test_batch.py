"""`ceasefire batch` from JSON Lines to JSON Lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import regex

import ceasefire
from commands import NO_PLUGIN, Result

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
def test_a_batch_keeps_the_order_and_gives_each_bad_line_its_place(command: Any, jobs: str) -> None:
    result = command("batch", "--jobs", jobs, *NO_PLUGIN, stdin=LINES)
    assert result.status == 1
    assert regex.fullmatch(
        r"12 articles in [\d.]+ s, [\d.,]+ a second; 9 could not be read: bad-json 2, unknown-field 1, no-text 1, "
        r"duplicate-key 1, bad-date 1, bad-field 1, bad-encoding 1, bad-timezone 1",
        result.told,
    )
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


def test_a_batch_from_file_to_file(command: Any, tmp_path: Path, finder: tuple[str, ...]) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(b'\xef\xbb\xbf{"text": "Senin", "published": "2 Mei 2016"}\r\n{"text": "Budi"}')
    result = command("batch", source, "-o", target, *finder)
    assert (result.status, result.out) == (0, b"")
    assert result.told.startswith("2 articles in ")
    first, second = map(ceasefire.from_json, target.read_text().splitlines())
    assert (first.article.published, first.times[0].text) == ("2016-05-02", "Senin")
    assert second.actors[0].name == "Budi"


def test_nothing_in_nothing_out(command: Any) -> None:
    assert command("batch", *NO_PLUGIN, "--quiet") == Result(0, b"", "")
    assert command("batch", *NO_PLUGIN).told.startswith("0 articles in ")


def test_quiet_says_nothing_and_fails_as_loudly(command: Any) -> None:
    result = command("batch", "--quiet", *NO_PLUGIN, stdin=LINES)
    assert (result.status, result.err, len(result.lines)) == (1, "", 12)


def test_ids_that_come_again_are_told(command: Any) -> None:
    lines = b"".join(b'{"id": "%s", "text": "x"}\n' % name for name in (b"a", b"b", b"a", b"b", b"a", b"c"))
    result = command("batch", *NO_PLUGIN, stdin=lines + b'{"text": "x"}\n{"text": "x"}')
    assert (result.status, len(result.lines)) == (0, 8)
    assert result.err.endswith("3 articles have ids that an earlier one has, the first of them 'a' on line 3\n")


def test_a_line_nested_too_deeply_keeps_its_place(command: Any) -> None:
    result = command("batch", *NO_PLUGIN, stdin=b'{"text": ' + b"[" * 100_000 + b"\n" + b'{"text": "x"}')
    assert [line.get("error", {}).get("code") for line in result.lines] == ["bad-json", None]
