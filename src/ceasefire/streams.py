"""The bytes of a file, of standard input or of an open stream, decompressed where they are compressed.

Compression is told by the first bytes, not by the name, so that what comes through a pipe is read as well.
"""

from __future__ import annotations

import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import IO, Any, BinaryIO, cast

import attrs

from ceasefire.errors import CeasefireError, PackageMissingError, SourceError

__all__ = ["Source", "Stream", "compressing", "is_compressed", "named", "open_stream", "peeked"]

#: a path, `-` for standard input, or an open file
Source = str | os.PathLike[str] | IO[bytes] | IO[str]

#: what compressed data begin with, and the module that opens them
_MODULES = {b"\x1f\x8b": "gzip", b"\xfd7zXZ\0": "lzma", b"BZh": "bz2"}
_ZSTD = b"\x28\xb5\x2f\xfd"
_MAGIC_LENGTH = 6
_BY_SUFFIX = {".gz": "gzip", ".xz": "lzma", ".bz2": "bz2", ".zst": "zstd", ".zstd": "zstd"}
#: what those modules raise where data are damaged, apart from `EOFError` and `zlib.error`
_DAMAGED = ("BadGzipFile", "LZMAError", "ZstdError")


@attrs.frozen
class Stream:
    """Bytes to read, and how errors call them."""

    bytes: BinaryIO
    name: str
    #: what was opened, before it was decompressed
    opened: BinaryIO


@contextmanager
def open_stream(source: Source) -> Iterator[Stream]:
    """The bytes of `source`. A file that was handed over open stays open.

    Raises `OSError` where it cannot be opened, and `SourceError` where what is compressed is damaged or cut off, or
    is compressed in a way for which a package is missing.
    """
    name = named(source)
    with ExitStack() as stack:
        if _is_file(source):
            opened = _as_bytes(source)
        elif source == "-":
            opened = sys.stdin.buffer
        else:
            opened = stack.enter_context(Path(cast("str", source)).open("rb"))
        try:
            yield Stream(_decompressed(opened, name, stack), name, opened)
        except (EOFError, zlib.error) as error:
            raise _damaged(name, error) from None
        except Exception as error:
            if type(error).__name__ in _DAMAGED or str(error) == "Invalid data stream":
                raise _damaged(name, error) from None
            raise


def named(source: Source) -> str:
    """How errors call a source."""
    if _is_file(source):
        name = getattr(source, "name", None)
        return name if isinstance(name, str) else "the stream"
    return "standard input" if source == "-" else str(source)


def _is_file(source: Source) -> bool:
    return hasattr(source, "read")


def _as_bytes(source: Any) -> BinaryIO:
    if isinstance(source, io.TextIOBase):
        inner = getattr(source, "buffer", None)
        return inner if inner is not None else io.BytesIO(source.read().encode("utf-8", "surrogatepass"))
    return cast("BinaryIO", source)


# ---- compression -------------------------------------------------------------------------------------------------


def _decompressed(stream: BinaryIO, name: str, stack: ExitStack) -> BinaryIO:
    head, stream = peeked(stream)
    if head.startswith(_ZSTD):
        module = _zstd(name)
    elif found := next((module for magic, module in _MODULES.items() if head.startswith(magic)), None):
        module = import_module(found)
    else:
        return stream
    return cast("BinaryIO", stack.enter_context(module.open(stream)))


def peeked(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes, and a stream that still gives them."""
    peek = getattr(stream, "peek", None)
    if peek is not None and len(head := peek(_MAGIC_LENGTH)) >= _MAGIC_LENGTH:
        return head[:_MAGIC_LENGTH], stream
    head = stream.read(_MAGIC_LENGTH)
    return head, io.BufferedReader(_Rejoined(head, stream))


class _Rejoined(io.RawIOBase):
    """A stream that cannot be wound back, with the bytes already taken from it in front again."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._head:
            count = min(len(buffer), len(self._head))
            buffer[:count], self._head = self._head[:count], self._head[count:]
            return count
        # `read1` does not wait for a full buffer, so that a line which was piped in is read as soon as it is there.
        read = getattr(self._rest, "read1", self._rest.read)
        given = read(len(buffer))
        buffer[: len(given)] = given
        return len(given)


def is_compressed(name: str) -> bool:
    """Whether a file of that name is one of compressed data."""
    return Path(name).suffix.lower() in _BY_SUFFIX


def compressing(name: str, file: BinaryIO) -> BinaryIO | None:
    """What compresses into `file` as its name says; null for a name that says nothing of it."""
    module = _BY_SUFFIX.get(Path(name).suffix.lower())
    if module is None:
        return None
    return cast("BinaryIO", (_zstd(name) if module == "zstd" else import_module(module)).open(file, "wb"))


def _zstd(name: str) -> ModuleType:
    """The module of the standard library, or before Python 3.14 its backport."""
    for module in ("compression.zstd", "backports.zstd"):
        with suppress(ImportError):
            return import_module(module)
    message = (
        f"{name}: is compressed with zstd, for which a package is missing; "
        "pip install 'ceasefire[zstd]', or use the program `zstd`"
    )
    raise PackageMissingError(message)


def _damaged(name: str, error: BaseException) -> CeasefireError:
    return SourceError(f"{name}: what is compressed is damaged or cut off ({' '.join(str(error).split())})")
