"""The day of an article's publication, from whatever the caller gives."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from ceasefire.errors import ArticleError, DateError

__all__ = ["DEFAULT_TIMEZONE", "parse_published", "zone"]

#: the zone of most Indonesian outlets
DEFAULT_TIMEZONE = "Asia/Jakarta"


def zone(name: str) -> ZoneInfo:
    """The time zone of that IANA name. Raises `ArticleError` where there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        message = f"unknown time zone {name!r}; give an IANA name such as {DEFAULT_TIMEZONE}"
        raise ArticleError(message, code="bad-timezone") from None


def parse_published(value: str | date | datetime | None, timezone: str, languages: tuple[str, ...]) -> date | None:
    """The day that `value` names: a date, a moment, ISO 8601, or a date as people write it in one of `languages`.

    A moment with an offset is the day that it falls on in `timezone`. A word such as "today" is refused: an
    article's reading must not depend on the day on which it is read. Raises `DateError`.
    """
    if value is None:
        return None
    if isinstance(value, str):
        text = value.strip()
        try:
            value = datetime.fromisoformat(text)
        except ValueError:
            return _written(text, languages)
    if isinstance(value, datetime):
        return (value.astimezone(zone(timezone)) if value.tzinfo else value).date()
    if isinstance(value, date):
        return value
    raise DateError(f"a publication date must be a date or text, not {type(value).__name__}")


def _written(text: str, languages: tuple[str, ...]) -> date:
    # dateparser takes some 200 ms to import, so only who needs it pays.
    import dateparser

    settings = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    try:
        parsed = dateparser.parse(text, languages=list(languages), settings=settings) if text else None  # type: ignore[arg-type]
    except Exception:  # dateparser lets errors of its parsers through on some texts
        parsed = None
    if parsed is None:
        raise DateError(f"cannot read {text!r} as a date; give YYYY-MM-DD, or a full date such as '2 Mei 2016'")
    return parsed.date()
