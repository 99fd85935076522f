"""Whether text is what its media type says, for the types that the standard library reads."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from functools import partial
from typing import NoReturn
from xml.etree import ElementTree

__all__ = ["validator_of"]

Validator = Callable[[str], object]


def validator_of(media_type: str) -> Validator | None:
    """What raises where text is not of the media type; null where any text is.

    Raises `ValueError` for a type that is not known here.
    """
    bare = media_type.partition(";")[0].strip().lower()
    if bare == "text/plain":
        return None
    known: dict[str, Validator] = {
        "text/csv": partial(_rows, delimiter=","),
        "text/tab-separated-values": partial(_rows, delimiter="\t"),
        "application/jsonl": _json_lines,
        "application/x-ndjson": _json_lines,
        "application/xml": ElementTree.fromstring,
        "text/xml": ElementTree.fromstring,
    }
    if bare in known:
        return known[bare]
    if bare == "application/json" or bare.endswith("+json"):
        return _json
    if bare.endswith("+xml"):
        return ElementTree.fromstring
    raise ValueError(f"give validate= or read_back=: nothing is known here of what makes {bare} valid")


def _json(text: str) -> object:
    return json.loads(text, parse_constant=_no_number)


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"JSON has no {name}")


def _json_lines(text: str) -> None:
    # Not by `splitlines`: within a string of JSON stand line separators that end no line.
    for line in text.removesuffix("\n").split("\n") if text else ():
        _json(line)


def _rows(text: str, *, delimiter: str) -> None:
    """Rows of a table, all as wide as the first."""
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    for number, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            raise ValueError(f"row {number} has {len(row)} fields, the first has {len(rows[0])}")
