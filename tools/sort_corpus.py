"""Put each sentence of the corpora where it belongs: among those that are read as they say, or among the gaps.

    uv run tools/sort_corpus.py [FAMILY ...] [--check]

A family is a folder of `plugins/ceasefire-id/corpus/`; without one those whose reading is fitted are sorted. Every case
of a file and of the file of its name below `gaps/` is read. Those that hold stand in the first, the others in the
second, whose `[defaults]` say that they are gaps, so that the tests expect no more of them. Run it after each change of
the weights; twice in a row it changes nothing. Cases keep their words, their order and the comment that heads them; one
that comes back stands last under its comment. A file without cases goes.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import attrs
import regex

from ceasefire import Reader
from ceasefire.testing import Case, CorpusError, ReadingDiffers, check_case, load_corpus

CORPUS = Path(__file__).parents[1] / "plugins" / "ceasefire-id" / "corpus"
FAMILIES = ("pauses", "events", "scope", "statements")
#: what a gap says in place of the difference, which changes from day to day
GAP = 'gap = "not read so yet"\n'

_GAP_LINE = regex.compile(r"^gap = .*\n", regex.MULTILINE)
_CASE = regex.compile(r"^\[\[case\]\]$", regex.MULTILINE)
_REMARKS = regex.compile(r"(?:^(?:#.*)?\n)*\Z", regex.MULTILINE)


@attrs.frozen
class Entry:
    """A case as it is written."""

    #: the comment that stands before it and those that follow, with the blank line under it if there is one
    heading: str
    written: str
    case: Case


@attrs.frozen
class Sorted:
    """The cases of one file and of its gaps, told apart anew."""

    family: str
    stem: str
    #: what stands before the cases of each of the two files
    heads: tuple[str, str]
    stand: tuple[Entry, ...]
    gaps: tuple[Entry, ...]
    #: how many were gaps and are none, and how many have become gaps
    closed: int
    opened: int
    #: cases that could not be read at all, which stay where they are
    faults: tuple[str, ...]

    @property
    def files(self) -> tuple[tuple[Path, str, tuple[Entry, ...]], ...]:
        """Both files: where, under which head, which cases."""
        here, there = _paths(self.family, self.stem)
        return (here, self.heads[0], self.stand), (there, self.heads[1], self.gaps)


def main(argv: Sequence[str] | None = None) -> None:
    """Read all cases with one reader, move what has changed sides, print the counts."""
    arguments = _arguments(argv)
    reader = Reader(strict=True)
    done = [_sorted(reader, family, stem) for family in arguments.families for stem in _stems(family)]
    if not arguments.check:
        for file in done:
            for path, head, entries in file.files:
                _write(path, head, entries)
    for line in _table(done):
        print(line)
    faults = [fault for file in done for fault in file.faults]
    moved = sum(file.closed + file.opened for file in done)
    sys.exit("\n".join(faults) if faults else arguments.check and moved > 0)


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("families", nargs="*", metavar="FAMILY", default=FAMILIES, help=f"{', '.join(FAMILIES)}")
    parser.add_argument("--check", action="store_true", help="move nothing, and fail where something would move")
    return parser.parse_args(argv)


def _paths(family: str, stem: str) -> tuple[Path, Path]:
    """The file of those that hold, and that of its gaps."""
    return CORPUS / family / f"{stem}.toml", CORPUS / "gaps" / family / f"{stem}.toml"


def _stems(family: str) -> list[str]:
    folders = CORPUS / family, CORPUS / "gaps" / family
    stems = sorted({path.stem for folder in folders for path in folder.glob("*.toml")})
    return stems or sys.exit(f"there is no corpus {family} in {CORPUS}")


# ---- files -------------------------------------------------------------------------------------------------------


def _read(path: Path) -> tuple[str, list[Entry]]:
    """What stands before the cases, and the cases. Stops where the file is none that this can put together again."""
    if not path.exists():
        return "", []
    written = path.read_text("utf-8")
    starts = [match.start() for match in _CASE.finditer(written)]
    try:
        cases = load_corpus(path)
    except CorpusError as error:
        sys.exit(str(error))
    if len(starts) != len(cases):
        sys.exit(f"{path}: not each case begins with a line [[case]] of its own")
    head, heading = _without_remarks(written[: starts[0]])
    entries: list[Entry] = []
    for case, start, end in zip(cases, starts, [*starts[1:], None], strict=True):
        own, remarks = _without_remarks(written[start:end])
        entries.append(Entry(heading, own, case))
        heading = remarks or heading
    headings = [entry.heading for entry in entries]
    if len({*headings}) != sum(a != b for a, b in zip(headings, [None, *headings], strict=False)):
        sys.exit(f"{path}: the same comment heads cases in two places, so what belongs to it cannot be told")
    return head, entries


def _without_remarks(written: str) -> tuple[str, str]:
    """The lines up to the last that is neither blank nor a comment, and the comment behind it, if there is one."""
    match = _REMARKS.search(written)
    assert match is not None
    remarks = match[0].strip("\n")
    blank = "\n" if match[0].endswith("\n\n") else ""
    return written[: match.start()], f"{remarks}\n{blank}" if remarks else ""


def _write(path: Path, head: str, entries: Sequence[Entry]) -> None:
    """The file, if it is to be another one; none where there is no case, and no folder that would be empty."""
    if not entries:
        path.unlink(missing_ok=True)
        if path.parent.exists() and not any(path.parent.iterdir()):
            path.parent.rmdir()
        return
    blocks = [head] if head else []
    for before, entry in zip([None, *entries], entries, strict=False):
        same = entry.heading == (before.heading if before else "")
        blocks.append(entry.written if same else entry.heading + entry.written)
    written = "\n".join(blocks)
    tomllib.loads(written)
    if not path.exists() or path.read_text("utf-8") != written:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written, "utf-8")


# ---- sorting -----------------------------------------------------------------------------------------------------


def _sorted(reader: Reader, family: str, stem: str) -> Sorted:
    """The cases of a file and of its gaps, read and told apart."""
    here, there = _paths(family, stem)
    (head, standing), (gap_head, missing) = _read(here), _read(there)
    if not here.exists():
        head = _GAP_LINE.sub("", gap_head)
    gap_head = gap_head or (head if "[defaults]\n" in head else f"{head}[defaults]\n") + GAP
    faults: list[str] = []
    stood = [(entry, _holds(reader, entry, True, faults)) for entry in standing]
    lacked = [(entry, _holds(reader, entry, False, faults)) for entry in missing]
    order = _merged([entry.heading for entry in standing], [entry.heading for entry in missing])
    together = [read for heading in order for read in (*stood, *lacked) if read[0].heading == heading]
    return Sorted(
        family=family,
        stem=stem,
        heads=(head, gap_head),
        stand=tuple(entry for entry, holds in together if holds),
        gaps=tuple(entry for entry, holds in together if not holds),
        closed=sum(holds for _, holds in lacked),
        opened=sum(not holds for _, holds in stood),
        faults=tuple(faults),
    )


def _holds(reader: Reader, entry: Entry, stood: bool, faults: list[str]) -> bool:
    """Whether a case is read as it says. What cannot be read stays on its side and is no gap, but a fault."""
    try:
        check_case(reader, entry.case)
    except ReadingDiffers:
        return False
    except Exception as error:
        faults.append(f"{entry.case.place}: {error}")
        return stood
    return True


def _merged(standing: Iterable[str], missing: Iterable[str]) -> list[str]:
    """Both orders of headings as one: what only the second has follows what it follows there, or precedes what it does.

    Cases without a heading stand before all headings.
    """
    order, second = list(dict.fromkeys(["", *standing])), list(dict.fromkeys(missing))
    for place, heading in enumerate(second):
        if heading not in order:
            later = [other for other in second[place:] if other in order]
            after = order.index(second[place - 1]) + 1 if place else order.index(later[0]) if later else len(order)
            order.insert(after, heading)
    return order


# ---- counts ------------------------------------------------------------------------------------------------------


def _table(done: Sequence[Sorted]) -> Iterator[str]:
    yield f"{'file':44} {'stand':>6} {'gaps':>6} {'closed':>7} {'opened':>7}"
    for file in done:
        yield _row(f"{file.family}/{file.stem}", [file])
    for family in dict.fromkeys(file.family for file in done):
        yield _row(family, [file for file in done if file.family == family])
    yield _row("all", done)
    for kind in ("general", "wording"):
        stand = sum(entry.case.kind == kind for file in done for entry in file.stand)
        gaps = sum(entry.case.kind == kind for file in done for entry in file.gaps)
        yield f"{kind:44} {stand:6} {gaps:6}"


def _row(name: str, files: Sequence[Sorted]) -> str:
    stand, gaps = sum(len(file.stand) for file in files), sum(len(file.gaps) for file in files)
    closed, opened = sum(file.closed for file in files), sum(file.opened for file in files)
    return f"{name:44} {stand:6} {gaps:6} {closed or '':>7} {opened or '':>7}".rstrip()


if __name__ == "__main__":
    main()
