"""Article in, report out; many articles over processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from importlib import import_module
from itertools import pairwise
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

import attrs

from ceasefire.dating import DEFAULT_TIMEZONE, parse_published, zone
from ceasefire.errors import ArticleError
from ceasefire.models import Article, Diagnostic, Report

if TYPE_CHECKING:
    from ceasefire.document import Document
    from ceasefire.registry import Registry

__all__ = ["ArticleText", "Reader"]

#: the language of an article that does not say
DEFAULT_LANGUAGE = "id"
#: seconds that one extractor may spend on one article, and all of them together: far more than sound ones take
DEFAULT_TIME_LIMIT = 60.0
DEFAULT_ARTICLE_TIME_LIMIT = 300.0
#: seconds that one plugin may take to be imported and to answer its hooks
DEFAULT_LOAD_TIME_LIMIT = 60.0


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
        article = cls(**given)
        article.check()
        return article

    def check(self) -> None:
        """Raise `ArticleError` where a field holds what cannot be read."""
        for field in attrs.fields(type(self)):
            value = getattr(self, field.name)
            if isinstance(value, str) or (value is None and field.default is None):
                continue
            if not (field.name == "published" and isinstance(value, date)):
                raise ArticleError(f"{field.name} must be text, not {type(value).__name__}", code="bad-field")


class Reader:
    """Reads articles with the plugins that it was built with.

    Immutable once built, safe to share between threads, picklable; the same input gives the same report on
    whatever day it is read.
    """

    __slots__ = ("_options", "article_time_limit", "registry", "strict", "time_limit", "trace")

    _options: Mapping[str, Any]
    registry: Registry
    strict: bool
    time_limit: float | None
    article_time_limit: float | None
    trace: bool

    def __init__(
        self,
        *,
        disable: Iterable[str] = (),
        only: Iterable[str] | None = None,
        plugins: Mapping[str, object] | None = None,
        strict: bool = False,
        time_limit: float | None = DEFAULT_TIME_LIMIT,
        article_time_limit: float | None = DEFAULT_ARTICLE_TIME_LIMIT,
        load_time_limit: float | None = DEFAULT_LOAD_TIME_LIMIT,
        trace: bool = False,
    ) -> None:
        """A reader with every installed plugin, unless told otherwise.

        `disable`: plugins or extractors to leave out, by name. `only`: the plugins to load, by name.
        `plugins`: further plugin objects by name. `strict`: raise `RegistryError` or `ExtractorError` where a
        plugin fails, in place of a diagnostic. `time_limit`: seconds that one extractor may spend on one article
        before it is stopped; `article_time_limit`: seconds that all of them together may; `load_time_limit`: seconds
        that one plugin may take to load; null sets no limit. `trace`: keep how each reading came about, for
        `Report.explain`.
        """
        _check_seconds(time_limit=time_limit, article_time_limit=article_time_limit, load_time_limit=load_time_limit)
        # Like all that reading needs, the registry is imported by whoever builds a reader, not by `import ceasefire`.
        from ceasefire.registry import Registry

        choice: dict[str, Any] = {
            "disable": _names("disable", disable),
            "only": None if only is None else _names("only", only),
            "plugins": dict(plugins or {}),
            "strict": bool(strict),
            "load_time_limit": load_time_limit,
        }
        limits = {"time_limit": time_limit, "article_time_limit": article_time_limit}
        self._fix("_options", {**choice, **limits, "trace": bool(trace)})
        self._fix("registry", Registry.build(**choice))
        self._fix("strict", bool(strict))
        self._fix("time_limit", time_limit)
        self._fix("article_time_limit", article_time_limit)
        self._fix("trace", bool(trace))

    def _fix(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Reader is immutable; build another one to change {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a Reader is immutable; build another one to change {name}")

    def __repr__(self) -> str:
        return f"<Reader with {', '.join(e.name for e in self.registry.extractors) or 'no extractor'}>"

    def __reduce__(self) -> tuple[object, ...]:
        # Plugins are loaded anew in the process that unpickles: patterns and lists are theirs, not the reader's.
        plugins = {name: _portable(plugin) for name, plugin in self._options["plugins"].items()}
        return (_rebuild, ({**self._options, "plugins": plugins},))

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
        """Read one article that is held as an object. Raises `ArticleError` as `read` does."""
        return self._read(article)[1]

    def read_with_document(
        self,
        text: str,
        published: str | date | datetime | None = None,
        *,
        timezone: str = DEFAULT_TIMEZONE,
        language: str = DEFAULT_LANGUAGE,
    ) -> tuple[Document, Report]:
        """The report, and the document with all mentions that it was made of: for tests and for tracing a reading."""
        return self._read(ArticleText(text, published=published, timezone=timezone, language=language))

    def _read(self, article: ArticleText) -> tuple[Document, Report]:
        from ceasefire.allowance import Allowance
        from ceasefire.assembly import assemble
        from ceasefire.extraction import run_extractor
        from ceasefire.opening import open_document

        if not isinstance(article, ArticleText):
            raise ArticleError(f"an article must be an ArticleText, not {type(article).__name__}", code="bad-field")
        article.check()
        zone(article.timezone)
        head = _head(article, parse_published(article.published, article.timezone, article.language))
        day = date.fromisoformat(head.published) if head.published else None
        registry, allowance = self.registry, Allowance(self.time_limit, self.article_time_limit)
        language = registry.language(article.language)
        document, noted = open_document(
            article.text,
            language,
            registry.owners.get(("language", language.code), "ceasefire"),
            day,
            article.timezone,
            strict=self.strict,
            time_limit=allowance.next(),
        )
        if self.trace:
            document.considered = []
        diagnostics = [*registry.problems, *noted]
        extractors = registry.extractors_for(article.language)
        if not extractors:
            diagnostics.append(_nothing_reads(article.language, bool(registry.extractors)))
        for extractor in extractors:
            plugin = registry.owners["extractor", extractor.name]
            found, noted = run_extractor(
                extractor, plugin, document, registry.vocabulary, allowance, strict=self.strict
            )
            document.add(found)
            diagnostics += noted
        report = assemble(document, head, registry.vocabulary, diagnostics, strict=self.strict, trace=self.trace)
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
        in its place and the run goes on. With more than one job the plugins are loaded in each process, and a
        script must stand under `if __name__ == "__main__":`, as `multiprocessing` asks. An article over which
        two processes die is an `ArticleError` (`process-died`); what else they had in hand is read again. Raises
        `CeasefireError` where the reader cannot be handed over or no process can start.
        """
        if errors not in ("raise", "return"):
            raise ValueError(f'errors must be "raise" or "return", not {errors!r}')
        if jobs < 1:
            raise ValueError(f"jobs must be at least 1, not {jobs}")
        return self._read_many(articles, jobs, errors == "raise")

    def _read_many(
        self, articles: Iterable[ArticleText | Mapping[str, Any]], jobs: int, raising: bool
    ) -> Iterator[Report | ArticleError]:
        # multiprocessing takes long to import, so only who reads many articles pays.
        from ceasefire.parallel import read_in_order

        for outcome in read_in_order(self, articles, jobs, keep_going=not raising):
            if raising and isinstance(outcome, ArticleError):
                raise outcome
            yield outcome


def _check_seconds(**limits: float | None) -> None:
    for name, limit in limits.items():
        if limit is not None and not limit > 0:
            raise ValueError(f"{name} must be more than 0 seconds, or None for no limit, not {limit!r}")


def _names(option: str, names: Iterable[str]) -> tuple[str, ...]:
    if isinstance(names, str):
        raise TypeError(f"{option} takes a list of names, not one text; write {option}=[{names!r}]")
    return tuple(names)


@attrs.frozen
class _ModuleName:
    """Stands for a module, which cannot be pickled itself."""

    name: str


def _portable(plugin: object) -> object:
    return _ModuleName(plugin.__name__) if isinstance(plugin, ModuleType) else plugin


def _rebuild(options: dict[str, Any]) -> Reader:
    plugins = {
        name: import_module(plugin.name) if isinstance(plugin, _ModuleName) else plugin
        for name, plugin in options["plugins"].items()
    }
    return Reader(**{**options, "plugins": plugins})


def _head(article: ArticleText, day: date | None) -> Article:
    import hashlib  # loads OpenSSL, a tenth of the time of `import ceasefire`

    digest = hashlib.sha256(_utf8(article.text)).hexdigest()
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


def _utf8(text: str) -> bytes:
    """The text's bytes; a lone surrogate has three, as in the file that it came from."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        if any("\ud800" <= one <= "\udbff" and "\udc00" <= two <= "\udfff" for one, two in pairwise(text)):
            # JSON cannot tell the two halves from the code point that they make, so offsets would mean two things.
            message = "the text holds a surrogate pair as two code points; decode it from UTF-16"
            raise ArticleError(message, code="surrogate-pair") from None
        return text.encode("utf-8", "surrogatepass")


def _nothing_reads(language: str, some_loaded: bool) -> Diagnostic:
    why = f"no plugin in use reads {language!r}" if some_loaded else "no plugin with an extractor is in use"
    return Diagnostic("warning", "ceasefire", "no-extractors", f"nothing was looked for: {why}")
