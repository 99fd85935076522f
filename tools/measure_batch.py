#!/usr/bin/env python3
"""Memory and speed of `ceasefire batch` over many made-up articles (Linux).

usage: measure_batch.py memory [--articles 100000] [--jobs 2]   # resident memory as the run goes on
       measure_batch.py speed [--articles 400] [--jobs 2]       # one job against several, alternating
       measure_batch.py articles [--articles 800] > IN.jsonl    # the articles themselves

Articles are made of invented sentences while the run reads them, so nothing but the run itself is measured.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

SENTENCES = (
    "Gencatan senjata di {place} diperpanjang {number} hari, kata {office} {person} pada hari {day}.",
    "Sedikitnya {number} orang tewas dalam serangan di pinggiran {place}, menurut petugas medis.",
    '"Kami menghormati jeda kemanusiaan ini," ujar {person} kepada wartawan di {place}.',
    "Kedua pihak menuduh satu sama lain melanggar kesepakatan yang berlaku sejak {day}.",
    "Bantuan untuk {number} keluarga tiba di {place} dengan {number} truk.",
)
WORDS = {
    "place": ("Aleppo", "Homs", "Marawi", "Donetsk", "Taiz", "Benghazi"),
    "office": ("Menteri Luar Negeri", "Juru Bicara", "Gubernur"),
    "person": ("Budi Hartono", "Sari Dewi", "Ahmad Rahman", "Maria Lestari"),
    "day": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat"),
}


def articles(count: int, sentences: int) -> Iterator[bytes]:
    """Lines for `ceasefire batch`, the same at each call."""
    draw = random.Random(1)
    for number in range(count):
        text = " ".join(
            draw.choice(SENTENCES).format(
                number=draw.randrange(2, 400), **{k: draw.choice(v) for k, v in WORDS.items()}
            )
            for _ in range(sentences)
        )
        yield json.dumps({"id": f"a-{number}", "text": text, "published": "2016-05-02"}).encode() + b"\n"


def batch(jobs: int, *arguments: str) -> list[str]:
    """The command line of a run."""
    return [sys.executable, "-m", "ceasefire", "batch", "--jobs", str(jobs), *arguments]


def resident(parent: int) -> int:
    """Resident memory of a process and its children, in KiB."""
    total = 0
    for process in (parent, *map(int, Path(f"/proc/{parent}/task/{parent}/children").read_text().split())):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                total += int(line.split()[1])
    return total


def memory(count: int, jobs: int, sentences: int) -> None:
    """Print the resident memory at ten points of a run."""
    with subprocess.Popen(batch(jobs), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        given = process.stdin

        def feed() -> None:
            for line in articles(count, sentences):
                given.write(line)
            given.close()

        threading.Thread(target=feed, daemon=True).start()
        print("| articles | resident memory, MiB |\n| ---: | ---: |")
        for number in itertools.count(1):
            if not process.stdout.readline():
                break
            if number == 1000 or (number % max(1, count // 10) == 0 and number < count):
                print(f"| {number:,} | {resident(process.pid) / 1024:.0f} |", flush=True)


def speed(count: int, jobs: int, sentences: int, rounds: int) -> None:
    """Print the median time of a run with one job and with several, and the processor time that each took.

    On a machine that does other work too, the processor time says what several jobs cost, and the clock says little.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "in.jsonl")
        source.write_bytes(b"".join(articles(count, sentences)))
        clock: dict[int, list[float]] = {1: [], jobs: []}
        processor: dict[int, list[float]] = {1: [], jobs: []}
        for _, each in itertools.product(range(rounds), clock):
            begun, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(batch(each, "--quiet", str(source), "-o", os.devnull), check=True)
            now = resource.getrusage(resource.RUSAGE_CHILDREN)
            clock[each].append(time.perf_counter() - begun)
            processor[each].append(now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime)
        for each in clock:
            seconds, work = statistics.median(clock[each]), statistics.median(processor[each])
            print(
                f"{each} job(s): {seconds:.1f} s ({count / seconds:.0f} articles a second), {work:.1f} s of processors"
            )
        ratio = statistics.median(clock[1]) / statistics.median(clock[jobs])
        print(f"{ratio:.2f} times as fast, at a load of {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def main() -> None:
    """Measure what the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("articles", "memory", "speed"))
    parser.add_argument("--articles", type=int)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--sentences", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    if given.what == "articles":
        sys.stdout.buffer.writelines(articles(given.articles or 800, given.sentences or 12))
    elif given.what == "memory":
        memory(given.articles or 100_000, given.jobs, given.sentences or 2)
    else:
        speed(given.articles or 400, given.jobs, given.sentences or 20, given.rounds)


if __name__ == "__main__":
    main()
