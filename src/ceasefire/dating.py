"""The day of an article's publication, from whatever the caller gives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from zoneinfo import ZoneInfo

import attrs
import regex

from ceasefire.errors import ArticleError, DateError

__all__ = ["DEFAULT_TIMEZONE", "Byline", "find_byline", "parse_published", "zone"]

#: the zone of most Indonesian outlets
DEFAULT_TIMEZONE = "Asia/Jakarta"


def zone(name: str) -> ZoneInfo:
    """The time zone of that IANA name. Raises `ArticleError` where there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        message = f"unknown time zone {name!r}; give an IANA name such as {DEFAULT_TIMEZONE}"
        raise ArticleError(message, code="bad-timezone") from None


def parse_published(value: str | date | datetime | None, timezone: str, language: str) -> date | None:
    """The day that `value` names: a date, a moment, ISO 8601, or a date as people write it.

    A moment with an offset is the day that it falls on in `timezone`. A written date is read in `language`
    (BCP 47) or English, day before month. A word such as "today" is refused: an article's reading must not
    depend on the day on which it is read. Raises `DateError`.
    """
    if value is None:
        return None
    if isinstance(value, str):
        text = value.strip()
        try:
            value = datetime.fromisoformat(text)
        except ValueError:
            return _written(text, language)
    if isinstance(value, datetime):
        try:
            return (value.astimezone(zone(timezone)) if value.tzinfo else value).date()
        except OverflowError:
            raise DateError(f"{value.isoformat()} has no day in {timezone}") from None
    if isinstance(value, date):
        return value
    raise DateError(f"a publication date must be a date or text, not {type(value).__name__}")


# ---- bylines -----------------------------------------------------------------------------------------------------

#: how many of the first lines that are not empty may hold the byline
_BYLINE_LINES = 8
#: longer lines are sentences
_BYLINE_LENGTH = 60
_YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"


@attrs.frozen
class Byline:
    """A line that dates an article."""

    published: date
    text: str


def find_byline(text: str, timezone: str, language: str) -> Byline | None:
    """The first of an article's first lines that is, by itself, a full date: `Senin, 2 Mei 2016 18:00 WIB`."""
    for line in _first_lines(text):
        if len(line) <= _BYLINE_LENGTH and regex.search(_YEAR, line):
            try:
                published = parse_published(line, timezone, language)
            except DateError:
                continue
            if published is not None:
                return Byline(published, line)
    return None


def _first_lines(text: str) -> Iterator[str]:
    start = found = 0
    while found < _BYLINE_LINES and start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if line := text[start:end].strip():
            found += 1
            yield line
        start = end + 1


# ---- dates as people write them ----------------------------------------------------------------------------------

#: a place or the name of a weekday before the date itself
_LEAD = r"[\p{L}'’]++,\s*+"
#: year, month, day, whatever stands between; dateparser would take the month for the day
_YEAR_FIRST = r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?!\d)"
#: dateparser is asked about nothing longer: it takes long over long texts and none of them is a date
_LONGEST = 100


def _written(text: str, language: str) -> date:
    if match := regex.match(_YEAR_FIRST, text):
        with suppress(ValueError):
            return date(*map(int, match.groups()))
    else:
        for candidate in (text, regex.sub(rf"^{_LEAD}", "", text)):
            if (found := _by_dateparser(candidate, language)) is not None:
                return found
    raise DateError(f"cannot read {text!r:.80} as a date; give YYYY-MM-DD, or a full date such as '2 Mei 2016'")


def _by_dateparser(text: str, language: str) -> date | None:
    if not text or len(text) > _LONGEST:
        return None
    # dateparser takes some 200 ms to import, so only who needs it pays.
    import dateparser

    settings = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    for languages in ([language.partition("-")[0].lower(), "en"], ["en"]):
        try:
            parsed = dateparser.parse(text, languages=languages, settings=settings)
        except Exception:  # a language that it does not know; its parsers also let errors through on some texts
            continue
        return parsed.date() if parsed else None
    return None
