"""Files and streams by the name that the user gave; `-` is standard input or output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

__all__ = ["Unreadable", "Unwritable", "open_input", "open_output", "read_text"]


class Unreadable(click.ClickException):
    """Input that cannot be read: exit status 1."""


class Unwritable(click.UsageError):
    """Output that cannot be written where the user wants it: wrong use."""


@contextmanager
def open_input(name: str) -> Iterator[BinaryIO]:
    """The bytes of a file or of standard input. Raises `Unreadable`."""
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = Path(name).open("rb")  # noqa: SIM115 (closed below)
    except (OSError, ValueError) as error:
        raise Unreadable(_why(name, error)) from None
    with stream:
        yield stream


@contextmanager
def open_output(name: str, source: BinaryIO) -> Iterator[BinaryIO]:
    """Where to write bytes. Raises `Unwritable`, also where that is the file that is being read."""
    if name == "-":
        yield sys.stdout.buffer
        return
    if _is_same(name, source):
        raise Unwritable(f"{name}: is the input too; write to another file")
    try:
        stream = Path(name).open("wb")  # noqa: SIM115 (closed below)
    except (OSError, ValueError) as error:
        raise Unwritable(_why(name, error)) from None
    with stream:
        yield stream


def read_text(stream: BinaryIO, name: str) -> str:
    """The text of an article, without the mark of its encoding and otherwise as it is. Raises `Unreadable`."""
    shown = "standard input" if name == "-" else name
    try:
        text = stream.read().decode("utf-8-sig")
    except OSError as error:
        raise Unreadable(_why(shown, error)) from None
    except UnicodeDecodeError as error:
        raise Unreadable(f"{shown}: is not UTF-8 (byte {error.start}); convert it, say with iconv -t UTF-8") from None
    if not text.strip():
        raise Unreadable(f"{shown}: is empty; give the text of an article")
    return text


def _is_same(name: str, source: BinaryIO) -> bool:
    try:
        return os.path.samestat(Path(name).stat(), os.fstat(source.fileno()))
    except (OSError, ValueError):
        return False


def _why(name: str, error: OSError | ValueError) -> str:
    return f"{name}: {error.strerror if isinstance(error, OSError) else error}"
