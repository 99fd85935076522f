"""One value of a report as a value of its column's type, and as text."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from ceasefire import CeasefireError

__all__ = ["Cell", "as_text", "at_least", "at_most", "clean", "day", "instant"]

#: a value of any column
Cell = str | int | float | date | datetime | None

_SURROGATE = re.compile(r"[\ud800-\udfff]")
#: the largest whole number that SQLite, Parquet and frames hold
_LARGEST = 2**63 - 1


def clean(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which no file in UTF-8 can hold."""
    return _SURROGATE.sub("\ufffd", text)


def day(value: str | None) -> date | None:
    """A day as ISO 8601 writes it. Raises `CeasefireError` for anything else."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise CeasefireError(f"{value!r:.40} is no day; write it as 2016-05-02") from None


def instant(value: str | None) -> datetime | None:
    """A moment with its offset, in UTC; null also where it lies outside the years 1 to 9999.

    Raises `CeasefireError` for what is no moment of ISO 8601 with an offset.
    """
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except OverflowError:
        return None
    except ValueError:
        if re.fullmatch(r"\d{5,}-.*", value):
            return None
    raise CeasefireError(f"{value!r:.40} is no moment with its offset; write it as 2016-05-02T00:00:00+07:00")


def at_least(value: int | None) -> int | None:
    """A lower bound that fits 64 bits: a larger one is lowered, which leaves it true."""
    return value if value is None else min(value, _LARGEST)


def at_most(value: int | None) -> int | None:
    """An upper bound that fits 64 bits: a larger one is left open, which leaves it true."""
    return None if value is None or value > _LARGEST else value


def as_text(value: Cell) -> str | int | float | None:
    """Days and moments as ISO 8601, numbers and texts as they are."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value
