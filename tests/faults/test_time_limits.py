"""Plugins that never come to an end: a limit stops each, and what the others read stands."""

from __future__ import annotations

import json
import threading
from typing import Any

import pytest

from ceasefire import ExtractorError, Reader
from faults.cases import LOOPING, SOUND, TEXT, Fault, extractor

NAMES = [fault.name for fault in LOOPING]
#: each limit as a command has it is far longer, so a process of its own sets shorter ones
READS = "import sys, ceasefire; print(ceasefire.to_json(ceasefire.Reader({options}).read(sys.stdin.read())))"
LISTS = "import ceasefire; print([p.message for p in ceasefire.Reader({options}).registry.problems])"

ENDLESS_IMPORTS = {
    "imports-without-end": "while True:\n    sum(range(1000))\n",
    "sleeps-at-import": "import time\ntime.sleep(3600)\n",
    "loops-in-a-hook": "from ceasefire import hookimpl\n@hookimpl\ndef extractors():\n    while True:\n        sum(())",
}


@pytest.fixture(scope="module")
def world(shared_world: Any) -> Any:
    """All of them beside one that works."""
    return shared_world.ship(SOUND, *(fault.ships for fault in LOOPING))


def names(*more: str) -> list[str]:
    return [*NAMES, "sound", *more]


@pytest.fixture(scope="module")
def report(world: Any) -> dict[str, Any]:
    run = world.python("-c", READS.format(options=f"only={names()}, time_limit=0.3"), stdin=TEXT)
    assert run.returncode == 0, run.stderr
    report: dict[str, Any] = json.loads(run.stdout)
    return report


@pytest.mark.parametrize("fault", LOOPING, ids=NAMES)
def test_a_loop_is_stopped_and_named(report: dict[str, Any], fault: Fault) -> None:
    (told,) = [d for d in report["diagnostics"] if d["source"] == fault.source]
    assert (told["level"], told["code"]) == ("error", fault.code)
    assert told["message"].startswith(f"extractor x-{fault.name} of plugin {fault.name} {fault.says}")
    assert f"fault_{fault.name.replace('-', '_')}.py:" in told["message"]


def test_what_the_others_read_stands(report: dict[str, Any]) -> None:
    assert [time["text"] for time in report["times"]] == ["primo", "secund"]
    assert len(report["diagnostics"]) == len(LOOPING)


@pytest.mark.parametrize("fault", LOOPING, ids=NAMES)
def test_a_loop_is_the_end_of_a_strict_reading(on_path: Any, fault: Fault) -> None:
    with pytest.raises(ExtractorError, match=f"extractor x-{fault.name} of plugin {fault.name} "):
        Reader(only=[fault.name, "sound"], strict=True, time_limit=0.3).read(TEXT)


def test_the_whole_article_has_a_limit_too(world: Any) -> None:
    loops = [name for name in names() if name != "limits-its-own-pattern"]
    options = f"only={loops}, time_limit=0.3, article_time_limit=0.75"
    run = world.python("-c", READS.format(options=options), stdin=TEXT)
    report = json.loads(run.stdout)
    told = [(d["code"], d["message"]) for d in report["diagnostics"]]
    codes = [code for code, _ in told]
    assert codes == sorted(codes, reverse=True)
    assert {"time-limit", "article-time-limit"} <= set(codes)
    assert any("was stopped, as the 0.75 s that an article may take were over, in " in message for _, message in told)
    assert told[-1][1] == "extractor x-sound of plugin sound was not run: the 0.75 s that an article may take were over"
    assert [time["text"] for time in report["times"]] == ["primo"]


def test_in_another_thread_a_loop_of_python_is_stopped_and_a_pattern_by_its_own_limit(on_path: Any) -> None:
    reader = Reader(only=["loops", "limits-its-own-pattern", "sound"], time_limit=0.3)
    reports: list[Any] = []
    thread = threading.Thread(target=lambda: reports.append(reader.read(TEXT)))
    thread.start()
    thread.join(60)
    (report,) = reports
    assert {d.code for d in report.diagnostics} == {"time-limit", "extractor-failed"}
    assert [time.text for time in report.times] == ["primo", "secund"]


@pytest.fixture(scope="module")
def endless(world: Any) -> Any:
    for name, source in ENDLESS_IMPORTS.items():
        world.ship({name: {name: source}})
    return world


def test_a_plugin_that_is_never_loaded_is_given_up(endless: Any) -> None:
    options = f"only={[*ENDLESS_IMPORTS, 'sound']}, load_time_limit=0.4"
    run = endless.python("-c", READS.format(options=options), stdin=TEXT)
    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    assert [time["text"] for time in report["times"]] == ["secund"]
    told = {d["source"]: (d["code"], d["message"]) for d in report["diagnostics"]}
    assert told == {
        name: ("load-time-limit", f"plugin {name}: it was not loaded within 0.4 s") for name in ENDLESS_IMPORTS
    }


def test_a_language_that_never_ends_is_given_up(endless: Any) -> None:
    source = extractor("x-language") + (
        "\nfrom ceasefire.language import PlainLanguage\n"
        "class Endless(PlainLanguage):\n    code = 'x-endless'\n    def sentences(self, text, paragraph):\n"
        "        while True:\n            sum(())\n"
        "@hookimpl\ndef languages():\n    return [Endless()]\n"
    )
    endless.ship({"speaks-without-end": {"speaks-without-end": source}})
    code = READS.format(options="only=['speaks-without-end', 'sound'], time_limit=0.3")
    run = endless.python("-c", code.replace("read())", "read(), language='x-endless')", 1), stdin=TEXT)
    report = json.loads(run.stdout)
    assert [time["text"] for time in report["times"]] == ["secund"]
    (told,) = report["diagnostics"]
    assert (told["source"], told["code"]) == ("speaks-without-end", "time-limit")
    assert told["message"].startswith("language x-endless of plugin speaks-without-end was stopped after 0.3 s in ")
