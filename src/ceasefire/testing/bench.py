"""An extractor under test: read with, watched, and its readings as something that can be compared."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import attrs

from ceasefire.document import Document
from ceasefire.hookspecs import Extractor
from ceasefire.mentions import Mention
from ceasefire.models import Diagnostic, Report, Span
from ceasefire.reader import Reader
from ceasefire.serialize import to_dict
from ceasefire.testing.company import Tested, company_of
from ceasefire.testing.readers import reader_with

__all__ = ["Bench", "Conditions", "told_mention"]

M = TypeVar("M", bound=Mention)
#: what runs an extraction; a test puts its own around it
Around = Callable[[Callable[[], list[Any]]], list[Any]]


@attrs.frozen
class Conditions:
    """How texts are read."""

    published: str | None
    timezone: str
    #: null is the extractor's own, or that of its givers where it reads any
    language: str | None


class Bench:
    """A reader with the extractor and those whose mentions it needs; what the extractor does is watched."""

    def __init__(self, tested: Tested, givers: Iterable[object], conditions: Conditions) -> None:
        company = company_of(tested, givers)
        self.conditions = conditions
        self.language = conditions.language or company.language_for(tested.extractor)
        self.tested = tested
        self.watched = _Watched(tested.extractor)
        self.reader: Reader = reader_with(*company.parts, self.watched)

    @property
    def name(self) -> str:
        """The extractor's."""
        return self.watched.name

    def read(self, text: str, *, dated: bool = True, around: Around | None = None) -> tuple[Document, Report]:
        """Read a text. `around` is handed the extraction, runs it and returns what it gave."""
        self.watched.around = around or (lambda extraction: extraction())
        return self.reader.read_with_document(
            text,
            self.conditions.published if dated else None,
            timezone=self.conditions.timezone,
            language=self.language,
        )

    def mentions(self, document: Document) -> list[Mention]:
        """Those that the extractor gave."""
        kinds = sorted(document.types(), key=lambda kind: kind.__name__)
        return [m for kind in kinds for m in document.of(kind) if m.by.partition(":")[0] == self.name]

    def told(self, text: str, *, around: Around | None = None) -> str:
        """A reading as text: the same for the same reading, in whatever interpreter."""
        document, report = self.read(text, around=around)
        mentions = [told_mention(mention) for mention in self.mentions(document)]
        return json.dumps({"mentions": mentions, "report": to_dict(report)}, indent=1)


class _Watched:
    """Stands in for an extractor, under its name, and sees which mention types it asks for."""

    def __init__(self, extractor: Extractor) -> None:
        self.inner = extractor
        self.name, self.language = extractor.name, extractor.language
        self.needs, self.uses, self.gives = extractor.needs, extractor.uses, extractor.gives
        self.asked: set[type[Mention]] = set()
        self.around: Around = lambda extraction: extraction()

    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        """What the extractor gives."""
        view = copy.copy(document)
        view.__class__ = _WatchedDocument
        view.asked = self.asked  # type: ignore[attr-defined]
        return self.around(lambda: list(self.inner.extract(view)))


class _WatchedDocument(Document):
    """A document that notes which mention types are asked for; the other ways to ask go by these three."""

    asked: set[type[Mention]]

    def of(self, kind: type[M]) -> Sequence[M]:
        self.asked.add(kind)
        return super().of(kind)

    def starting_in(self, kind: type[M], start: int, end: int) -> Sequence[M]:
        self.asked.add(kind)
        return super().starting_in(kind, start, end)

    def overlapping(self, kind: type[M], span: Span) -> list[M]:
        self.asked.add(kind)
        return super().overlapping(kind, span)


def told_mention(value: Any) -> Any:
    """A mention, with all that it points at, as what JSON can hold; sets in the order of their members."""
    if attrs.has(type(value)):
        fields = {field.name: told_mention(getattr(value, field.name)) for field in attrs.fields(type(value))}
        return {"type": type(value).__name__, **fields}
    if isinstance(value, (list, tuple)):
        return [told_mention(member) for member in value]
    if isinstance(value, (set, frozenset)):
        return sorted((told_mention(member) for member in value), key=str)
    return value if isinstance(value, (str, int, float, bool, type(None))) else repr(value)
