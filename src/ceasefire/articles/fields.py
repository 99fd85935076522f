"""The fields of an article under the names that an input has for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ceasefire.articles.given import InputOptions
from ceasefire.errors import ArticleError
from ceasefire.reader import ArticleText

__all__ = ["FIELDS", "article_of"]

#: what an article may have
FIELDS = tuple(field.name for field in attrs.fields(ArticleText))


def article_of(fields: Mapping[str, Any], options: InputOptions) -> ArticleText:
    """The article, with the options' time zone and language where it tells none. Raises `ArticleError`."""
    given: dict[str, Any] = {}
    for name, value in fields.items():
        field = options.fields.get(name, name)
        if options.ignore_extra and field not in FIELDS:
            continue
        if given.get(field) is not None and value is not None:
            raise ArticleError(f"two fields give the article's {field}; the last is {name!r}", code="duplicate-key")
        if value is not None or field not in given:
            given[field] = value
    defaults = {"timezone": options.timezone, "language": options.language}
    return ArticleText.from_mapping({**given, **{k: v for k, v in defaults.items() if given.get(k) is None}})
