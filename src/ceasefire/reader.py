"""Article in, report out; many articles over processes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal

import attrs

from ceasefire.assembly import assemble
from ceasefire.dating import DEFAULT_TIMEZONE, parse_published, zone
from ceasefire.document import Document
from ceasefire.errors import ArticleError
from ceasefire.extraction import run_extractor
from ceasefire.models import Article, Diagnostic, Report
from ceasefire.registry import Registry

__all__ = ["ArticleText", "Reader"]

#: the language of an article that does not say
DEFAULT_LANGUAGE = "id"


@attrs.frozen
class ArticleText:
    """An article to read. Only `text` is required."""

    text: str
    id: str | None = None
    #: a date, a moment, ISO 8601 text, or a date as people write it
    published: str | date | datetime | None = None
    #: IANA name
    timezone: str = DEFAULT_TIMEZONE
    title: str | None = None
    url: str | None = None
    #: BCP 47
    language: str = DEFAULT_LANGUAGE

    @classmethod
    def from_mapping(cls, fields: Mapping[str, Any]) -> ArticleText:
        """An article from a line of `ceasefire batch`; null stands for what is not given.

        Raises `ArticleError` for a field that articles do not have, a wrong type, or no text.
        """
        names = {field.name for field in attrs.fields(cls)}
        if unknown := sorted(set(fields) - names):
            known = ", ".join(field.name for field in attrs.fields(cls))
            raise ArticleError(f"unknown field {unknown[0]!r}; an article has {known}", code="unknown-field")
        given = {name: value for name, value in fields.items() if value is not None}
        if "text" not in given:
            raise ArticleError("the article has no text", code="no-text")
        for name, value in given.items():
            if not isinstance(value, str) and not (name == "published" and isinstance(value, date)):
                raise ArticleError(f"{name} must be text, not {type(value).__name__}", code="bad-field")
        return cls(**given)


class Reader:
    """Reads articles with the plugins that it was built with.

    Immutable once built, safe to share between threads, picklable; the same input gives the same report on
    whatever day it is read.
    """

    __slots__ = ("_options", "registry", "strict", "time_limit")

    registry: Registry
    strict: bool
    time_limit: float | None

    def __init__(
        self,
        *,
        disable: Iterable[str] = (),
        only: Iterable[str] | None = None,
        plugins: Mapping[str, object] | None = None,
        strict: bool = False,
        time_limit: float | None = None,
    ) -> None:
        """A reader with every installed plugin, unless told otherwise.

        `disable`: plugins or extractors to leave out, by name. `only`: the plugins to load, by name.
        `plugins`: further plugin objects by name. `strict`: raise `RegistryError` or `ExtractorError` where a
        plugin fails, in place of a diagnostic. `time_limit`: seconds that one extractor may spend on one article.
        """
        options = {
            "disable": tuple(disable),
            "only": None if only is None else tuple(only),
            "plugins": dict(plugins) if plugins else None,
            "strict": strict,
            "time_limit": time_limit,
        }
        registry = Registry.build(
            disable=options["disable"],  # type: ignore[arg-type]
            only=options["only"],  # type: ignore[arg-type]
            plugins=options["plugins"],  # type: ignore[arg-type]
            strict=strict,
        )
        for name, value in {
            "_options": options,
            "registry": registry,
            "strict": strict,
            "time_limit": time_limit,
        }.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Reader is immutable; build another one to change {name}")

    def __reduce__(self) -> tuple[object, ...]:
        # Plugins are loaded anew in the process that unpickles: patterns and lists are theirs, not the reader's.
        return (_rebuild, (self._options,))

    def read(
        self,
        text: str,
        published: str | date | datetime | None = None,
        *,
        timezone: str = DEFAULT_TIMEZONE,
        id: str | None = None,
        title: str | None = None,
        url: str | None = None,
        language: str = DEFAULT_LANGUAGE,
    ) -> Report:
        """Read one article. Raises `ArticleError` where text, date or time zone cannot be used."""
        return self.read_article(ArticleText(text, id, published, timezone, title, url, language))

    def read_article(self, article: ArticleText) -> Report:
        """Read one article that is held as an object."""
        return self._read(article)[1]

    def read_with_document(
        self, text: str, published: str | date | datetime | None = None, *, timezone: str = DEFAULT_TIMEZONE
    ) -> tuple[Document, Report]:
        """The report, and the document with all mentions that it was made of: for tests and for tracing a reading."""
        return self._read(ArticleText(text, published=published, timezone=timezone))

    def _read(self, article: ArticleText) -> tuple[Document, Report]:
        if not isinstance(article.text, str):
            raise ArticleError(f"an article's text must be text, not {type(article.text).__name__}", code="bad-field")
        zone(article.timezone)
        day = parse_published(article.published, article.timezone, article.language)
        language = self.registry.language(article.language)
        document = Document(article.text, language, day, article.timezone)
        diagnostics = list(self.registry.problems)
        extractors = [e for e in self.registry.extractors if e.language in ("*", article.language)]
        if not extractors:
            diagnostics.append(_nothing_reads(article.language, bool(self.registry.extractors)))
        for extractor in extractors:
            found, noted = run_extractor(extractor, document, strict=self.strict, time_limit=self.time_limit)
            document.add(found)
            diagnostics += noted
        report = assemble(document, _head(article, day), self.registry.vocabulary, diagnostics, strict=self.strict)
        return document, report

    def read_many(
        self,
        articles: Iterable[ArticleText | Mapping[str, Any]],
        *,
        jobs: int = 1,
        errors: Literal["raise", "return"] = "raise",
    ) -> Iterator[Report | ArticleError]:
        """Read articles, over `jobs` processes, and give the reports in the order of the input.

        Only a few articles a process are held at once, so memory stays bounded however many there are. An
        article that cannot be read raises its `ArticleError` in its turn, or, with `errors="return"`, stands
        in its place and the run goes on.
        """
        from ceasefire.parallel import read_in_order

        for outcome in read_in_order(self, articles, jobs):
            if isinstance(outcome, ArticleError) and errors == "raise":
                raise outcome
            yield outcome


def _rebuild(options: dict[str, Any]) -> Reader:
    return Reader(**options)


def _head(article: ArticleText, day: date | None) -> Article:
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(
        id=article.id if article.id is not None else digest[:16],
        title=article.title,
        url=article.url,
        language=article.language,
        published=day.isoformat() if day else None,
        timezone=article.timezone,
        length=len(article.text),
        sha256=digest,
    )


def _nothing_reads(language: str, some_loaded: bool) -> Diagnostic:
    why = f"no plugin in use reads {language!r}" if some_loaded else "no plugin with an extractor is in use"
    return Diagnostic("warning", "ceasefire", "no-extractors", f"nothing was looked for: {why}")
