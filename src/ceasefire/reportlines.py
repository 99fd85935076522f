"""The lines that `ceasefire batch` writes: on each a report, or why there is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from ceasefire.errors import ArticleError, Fault, JSONError, ReportLineError
from ceasefire.models import Report
from ceasefire.streams import Source, open_stream

if TYPE_CHECKING:
    from ceasefire.serialize.reading import InstalledVocabulary
    from ceasefire.vocabulary import Vocabulary

__all__ = ["UnreadArticle", "read_reports", "to_line"]

#: faults of one line that its error tells
_TOLD = 3


@attrs.frozen
class UnreadArticle:
    """An article that could not be read, and why."""

    #: null where the input did not tell it
    id: str | None
    #: the line of the input on which the article stood, from 1; null where the input has no lines
    line: int | None
    #: a stable word for programs, as in `ArticleError.code`
    code: str
    message: str

    @classmethod
    def because(cls, error: ArticleError, id: str | None, line: int | None) -> UnreadArticle:
        """The article that `error` kept from being read."""
        return cls(id, line, error.code, " ".join(str(error).split()))


def to_line(outcome: Report | UnreadArticle) -> bytes:
    """An outcome as one line, with its end."""
    from ceasefire.serialize.writing import escape, to_json

    if isinstance(outcome, Report):
        return to_json(outcome).encode() + b"\n"
    record = {
        "article": {"id": outcome.id, "line": outcome.line},
        "error": {"code": outcome.code, "message": outcome.message},
    }
    return escape(json.dumps(record, ensure_ascii=False)).encode() + b"\n"


def read_reports(source: Source, *, vocabulary: Vocabulary | None = None) -> Iterator[Report | UnreadArticle]:
    """The reports in a file that `ceasefire batch` wrote, one at a time, in its order.

    `source` is a path, `-` for standard input, or an open file; what is compressed with gzip, zstd, xz or bzip2 is
    decompressed. An article that `batch` could not read stands in its place as an `UnreadArticle`; empty lines are
    passed over. `vocabulary` is as for `from_json`. The file is opened when the first item is asked for.

    Raises `ReportLineError` for a line that holds neither, with the number of the line and the path of each fault;
    `SourceError` where compressed data are damaged; `OSError` where the file cannot be opened or read.
    """
    from ceasefire.serialize.reading import InstalledVocabulary

    allowed = vocabulary or InstalledVocabulary()
    with open_stream(source) as stream:
        for number, line in enumerate(stream.bytes, start=1):
            if not line.strip():
                continue
            try:
                outcome = _outcome(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line, allowed)
            except JSONError as error:
                raise ReportLineError(_told(error, line), stream.name, number) from None
            yield outcome


def _outcome(line: bytes, vocabulary: Vocabulary | InstalledVocabulary) -> Report | UnreadArticle:
    from ceasefire.serialize.reading import checked, parse

    value, faults = parse(line)
    if isinstance(value, dict) and "error" in value and "schema" not in value:
        return _unread(value, faults)
    return checked(value, vocabulary, faults)


#: what the record of an unread article holds: part, field, type, whether it may be null
_RECORD = (
    ("article", "id", str, True),
    ("article", "line", int, True),
    ("error", "code", str, False),
    ("error", "message", str, False),
)


def _unread(value: dict[str, Any], faults: list[Fault]) -> UnreadArticle:
    found: dict[str, Any] = {}
    for part, field, kind, nullable in _RECORD:
        held = value.get(part)
        found[field] = held.get(field) if isinstance(held, dict) else None
        if type(found[field]) is not kind and not (nullable and found[field] is None):
            expected = f"{'text' if kind is str else 'a whole number'}{' or null' if nullable else ''}"
            faults.append(Fault(f"$.{part}.{field}", f"must be {expected}"))
    if faults:
        raise JSONError(tuple(faults))
    return UnreadArticle(**found)


def _told(error: JSONError, line: bytes) -> str:
    if not line.endswith(b"\n") and len(error.faults) == 1 and "is no JSON" in error.faults[0].message:
        return "the line ends early: whoever wrote it was interrupted; `ceasefire batch --resume` completes the file"
    more = len(error.faults) - _TOLD
    told = "; ".join(f"{fault.path} {fault.message}" for fault in error.faults[:_TOLD])
    return f"{told}; and {more} more" if more > 0 else told
