"""What importing costs, and that a report depends on nothing but its input."""

from __future__ import annotations

import json
import subprocess
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

HEAVY = ["cattrs", "click", "rich", "dateparser", "multiprocessing", "concurrent.futures", "importlib.metadata"]


def test_heavy_modules_are_imported_by_whoever_needs_them(run: Run) -> None:
    code = f"import ceasefire, sys; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert run("-c", code).stdout == b"[]\n"


def test_reading_imports_neither_the_command_line_nor_what_parses_dates(run: Run) -> None:
    code = (
        "import ceasefire, sys; ceasefire.to_dict(ceasefire.read('Jeda.', '2016-05-02')); "
        "print([name for name in ('click', 'rich', 'dateparser', 'multiprocessing') if name in sys.modules])"
    )
    assert run("-c", code).stdout == b"[]\n"


def test_nothing_is_compiled_at_import(run: Run) -> None:
    code = textwrap.dedent("""
        import attrs, pluggy, regex
        calls = []
        def counted(function):
            return lambda *arguments, **named: (calls.append(arguments[0]), function(*arguments, **named))[1]
        for name in ("compile", "match", "fullmatch", "search", "sub", "split", "findall", "finditer"):
            setattr(regex, name, counted(getattr(regex, name)))
        import ceasefire
        print(calls)
    """)
    assert run("-c", code).stdout == b"[]\n"


# What the operating system says of the date is replaced before anything is imported. `libfaketime` would also reach
# C code that asks the kernel by itself; what reads the date in Python comes by `time` and `datetime`.
AT_ANOTHER_DATE = """
import datetime, sys, time

MOMENT = float(sys.argv[1])
time.time = lambda: MOMENT
time.time_ns = lambda: int(MOMENT * 1e9)
localtime, gmtime, strftime = time.localtime, time.gmtime, time.strftime
time.localtime = lambda seconds=None: localtime(MOMENT if seconds is None else seconds)
time.gmtime = lambda seconds=None: gmtime(MOMENT if seconds is None else seconds)

class Date(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(MOMENT)

class DateTime(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(MOMENT, tz)
    today = now
    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(MOMENT, datetime.timezone.utc).replace(tzinfo=None)

datetime.date, datetime.datetime = Date, DateTime
from ceasefire.cli import main
main(["batch"])
"""
SEED = (Path(__file__).parents[1] / "seeds" / "suriah-2016-05-02.txt").read_text("utf-8")
ARTICLES = "\n".join(
    json.dumps({"text": SEED, "published": published}) for published in ("2016-05-02", None, "Senin, 2 Mei 2016")
).encode()


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed_and_the_day(run: Run) -> None:
    given = [("0", "0"), ("1", "1462150800"), ("4242", "1709164800"), ("2", "2526800000")]
    outputs = [run("-c", AT_ANOTHER_DATE, day, stdin=ARTICLES, env={"PYTHONHASHSEED": seed}) for seed, day in given]
    assert [output.returncode for output in outputs] == [0] * len(given), outputs[0].stderr.decode()
    assert outputs[0].stdout.count(b"\n") == 3
    assert len({output.stdout for output in outputs}) == 1


@pytest.mark.parametrize("timezone", ["UTC", "Pacific/Kiritimati"])
def test_the_zone_of_the_machine_does_not_matter(run: Run, timezone: str) -> None:
    here = run("-m", "ceasefire", "batch", stdin=ARTICLES)
    there = run("-m", "ceasefire", "batch", stdin=ARTICLES, env={"TZ": timezone})
    assert here.stdout == there.stdout
