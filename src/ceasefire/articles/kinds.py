"""The kinds of input, told by a file's name or, where that says nothing, by its first bytes."""

from __future__ import annotations

from pathlib import PurePath

__all__ = ["FILE_KINDS", "KINDS", "kind_by_content", "kind_by_name"]

#: all kinds, as `ceasefire batch --input` calls them
KINDS = ("jsonl", "csv", "text", "html", "warc", "folder")
#: those that the files of a folder are read as; a table is an input by itself
FILE_KINDS = ("text", "html", "warc")

_COMPRESSED = (".gz", ".zst", ".zstd", ".xz", ".bz2")
_BY_SUFFIX = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".warc": "warc",
}
_BY_CONTENT = {b"WARC/": "warc", b"<": "html"}


def kind_by_name(name: str) -> str | None:
    """The kind of a file of that name; null where the name does not say."""
    path = PurePath(name)
    if path.suffix.lower() in _COMPRESSED:
        path = path.with_suffix("")
    return _BY_SUFFIX.get(path.suffix.lower())


def kind_by_content(head: bytes) -> str:
    """The kind of what begins so; JSON Lines where nothing else is plain."""
    return next((kind for start, kind in _BY_CONTENT.items() if head.startswith(start)), "jsonl")
