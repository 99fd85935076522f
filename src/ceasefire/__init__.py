"""ceasefire reads news about ceasefires into typed, grounded data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from ceasefire.articles import read_articles
from ceasefire.errors import (
    ArticleError,
    CeasefireError,
    DateError,
    ExtractorError,
    JSONError,
    PackageMissingError,
    RegistryError,
    ReportLineError,
    SourceError,
)
from ceasefire.hookspecs import Extractor, Format, hookimpl
from ceasefire.models import (
    Actor,
    Article,
    Casualty,
    Diagnostic,
    Pause,
    Region,
    Report,
    Span,
    Statement,
    Time,
)
from ceasefire.reader import ArticleText, Reader
from ceasefire.reportlines import UnreadArticle, read_reports
from ceasefire.schema import json_schema
from ceasefire.serialize import from_dict, from_json, to_dict, to_json

__version__ = "0.1.0.dev0"

__all__ = [
    "Actor",
    "Article",
    "ArticleError",
    "ArticleText",
    "Casualty",
    "CeasefireError",
    "DateError",
    "Diagnostic",
    "Extractor",
    "ExtractorError",
    "Format",
    "JSONError",
    "PackageMissingError",
    "Pause",
    "Reader",
    "Region",
    "RegistryError",
    "Report",
    "ReportLineError",
    "SourceError",
    "Span",
    "Statement",
    "Time",
    "UnreadArticle",
    "__version__",
    "from_dict",
    "from_json",
    "hookimpl",
    "json_schema",
    "read",
    "read_articles",
    "read_reports",
    "to_dict",
    "to_json",
]


def read(
    text: str,
    published: str | date | datetime | None = None,
    *,
    timezone: str = "Asia/Jakarta",
    language: str = "id",
    plugins: Mapping[str, object] | None = None,
    disable: Iterable[str] = (),
) -> Report:
    """Read one article with every installed plugin. Building a `Reader` once is quicker for many."""
    return Reader(plugins=plugins, disable=disable).read(text, published, timezone=timezone, language=language)
