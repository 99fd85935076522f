"""The output of `ceasefire batch`: whole lines only, and an output that was interrupted taken up again."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

import attrs
import click

from ceasefire.articles import Given
from ceasefire.cli.files import Unwritable
from ceasefire.cli.interrupts import Interrupts
from ceasefire.errors import ArticleError
from ceasefire.reader import ArticleText
from ceasefire.streams import compressing

__all__ = ["LineOutput", "Written", "is_same_file", "lines_before", "open_lines"]


class LineOutput:
    """Lines to a file or to standard output, each written whole or, where that fails in a file, not at all."""

    def __init__(self, stream: BinaryIO, name: str, interrupts: Interrupts, *, end: int | None) -> None:
        """`end` is where the next line goes, or null where what is written cannot be taken back."""
        self._stream, self._name, self._interrupts, self._end = stream, name, interrupts, end

    def write(self, line: bytes) -> None:
        """Write a line. Raises `click.ClickException` where there is no room, `BrokenPipeError` where nobody reads."""
        try:
            with self._interrupts.held():
                self._write(line)
        except BrokenPipeError:
            raise
        except OSError as error:
            self._take_back()
            hint = "" if self._end is None else "; it ends with a whole line, and --resume goes on from there"
            raise click.ClickException(f"{self._name}: {error.strerror or error}{hint}") from None
        except BaseException:
            self._take_back()
            raise

    def _write(self, line: bytes) -> None:
        rest = memoryview(line)
        while rest:
            rest = rest[self._stream.write(rest) or 0 :]
        self._stream.flush()
        if self._end is not None:
            self._end += len(line)

    def _take_back(self) -> None:
        if self._end is not None:
            with suppress(OSError):
                self._stream.truncate(self._end)


@contextmanager
def open_lines(name: str, interrupts: Interrupts, *, start: int = 0) -> Iterator[LineOutput]:
    """The output of that name, `-` for standard output; what stands in a file from `start` on is dropped.

    Raises `Unwritable`.
    """
    if name == "-":
        yield LineOutput(_raw(sys.stdout.buffer), "standard output", interrupts, end=None)
        return
    with ExitStack() as stack:
        try:
            # Unbuffered: what was written is there, and whatever fails fails here and not when the file is closed.
            file = stack.enter_context(Path(name).open("r+b" if start else "wb", buffering=0))
            compressed = compressing(name, file)
            if start:
                file.truncate(start)
                file.seek(start)
        except (OSError, ValueError) as error:
            raise Unwritable(f"{name}: {error.strerror if isinstance(error, OSError) else error}") from None
        if compressed is None:
            yield LineOutput(file, name, interrupts, end=start)
        else:
            yield LineOutput(stack.enter_context(compressed), name, interrupts, end=None)


def _raw(stream: Any) -> BinaryIO:
    """A stream without its buffer."""
    stream.flush()
    return getattr(stream, "raw", stream)  # type: ignore[no-any-return]


# ---- taking up again -----------------------------------------------------------------------------------------------


@attrs.frozen
class Written:
    """A line that an earlier run wrote."""

    #: where it ends in the file
    end: int
    #: of the error that it tells; null for a report
    code: str | None


def lines_before(name: str, articles: Iterator[Given]) -> Iterator[Written]:
    """The whole lines of an output, each held against the article of the input that it must be about.

    As many articles are taken off `articles`. Raises `click.UsageError` for an output that is of another input.
    """
    try:
        file = Path(name).open("rb")  # noqa: SIM115 (closed below)
    except FileNotFoundError:
        return
    except OSError as error:
        raise Unwritable(f"{name}: {error.strerror}") from None
    with file:
        end = 0
        for number, line in enumerate(file, start=1):
            if not line.endswith(b"\n"):
                return
            given = next(articles, None)
            if given is None:
                raise click.UsageError(f"{name}, line {number}: the input has no article for it; is it the same input?")
            end += len(line)
            yield Written(end, _code(line, given, f"{name}, line {number}"))


def _code(line: bytes, given: Given, where: str) -> str | None:
    try:
        value = json.loads(line)
        article = value["article"]
        code = value["error"]["code"] if "error" in value else None
        told = article["id"], article["line"] if code else article["sha256"]
    except (ValueError, KeyError, TypeError):
        raise click.UsageError(f"{where}: is no line that `ceasefire batch` wrote, so --resume cannot go on") from None
    if (given.id is not None and told[0] != given.id) or (code and told[1] != given.line) or _is_other(given, told[1]):
        name = "one without an id" if given.id is None else repr(given.id)
        raise click.UsageError(f"{where}: is about {told[0]!r}, and the input has {name} there; is it the same input?")
    return code


def _is_other(given: Given, digest: object) -> bool:
    """Whether a digest is one of another text."""
    if not isinstance(digest, str) or not isinstance(given.content, ArticleText):
        return isinstance(digest, str) and isinstance(given.content, ArticleError)
    return hashlib.sha256(given.content.text.encode("utf-8", "surrogatepass")).hexdigest() != digest


# ---- the same file -------------------------------------------------------------------------------------------------


def is_same_file(output: str, source: str) -> bool:
    """Whether what is written would be what is read."""
    try:
        ours = os.fstat(sys.stdout.fileno()) if output == "-" else Path(output).stat()
        theirs = os.fstat(sys.stdin.fileno()) if source == "-" else Path(source).stat()
    except (OSError, ValueError):  # not there, or no file of the system
        return False
    return stat.S_ISREG(ours.st_mode) and os.path.samestat(ours, theirs)
