"""One extractor on one document, guarded: what it raises or gives wrongly costs only itself."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import PurePath

import attrs

from ceasefire.document import Document
from ceasefire.errors import ExtractorError
from ceasefire.hookspecs import Extractor
from ceasefire.mentions import Mention
from ceasefire.models import Diagnostic, Span
from ceasefire.timelimit import TimeLimitExceeded, time_limit_on

__all__ = ["run_extractor"]


def run_extractor(
    extractor: Extractor, document: Document, *, strict: bool, time_limit: float | None
) -> tuple[list[Mention], list[Diagnostic]]:
    """The mentions that the extractor gives, checked, and diagnostics.

    With `strict`, raises `ExtractorError` for what otherwise becomes a diagnostic of level error.
    """
    given: list[object] = []
    diagnostics: list[Diagnostic] = []
    try:
        with time_limit_on(time_limit):
            for value in extractor.extract(document):
                given.append(value)
    except TimeLimitExceeded as error:
        message = f"extractor {extractor.name} was stopped after {time_limit} s; what it had found by then counts"
        diagnostics.append(_fault(extractor, "time-limit", message, strict, error))
    except Exception as error:
        message = f"extractor {extractor.name} raised {type(error).__name__}: {error} ({_place(error)})"
        diagnostics.append(_fault(extractor, "extractor-failed", message, strict, error))
    mentions: list[Mention] = []
    for value in given:
        if isinstance(value, Diagnostic):
            diagnostics.append(value)
        elif wrong := _wrong(extractor, value, document):
            message = f"extractor {extractor.name} gave {wrong}"
            diagnostics.append(_fault(extractor, "wrong-mention", message, strict, None))
        else:
            assert isinstance(value, Mention)
            mentions.append(value)
    good, dangling = _without_dangling(mentions, document)
    for mention, target in dangling:
        message = f"extractor {extractor.name} gave {mention.by} at {_at(mention.span)}, which points at {target}"
        diagnostics.append(_fault(extractor, "wrong-mention", message, strict, None))
    return good, diagnostics


def _fault(
    extractor: Extractor, code: str, message: str, strict: bool, cause: BaseException | None
) -> Diagnostic:
    if strict:
        raise ExtractorError(message) from cause
    return Diagnostic("error", extractor.name, code, message)


def _place(error: BaseException) -> str:
    """File, line and function in which it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "no place known"
    last = frames[-1]
    return f"{PurePath(last.filename).name}:{last.lineno} in {last.name}"


def _wrong(extractor: Extractor, value: object, document: Document) -> str | None:
    """What is wrong with a value, in words that follow "gave"; null where nothing is."""
    if not isinstance(value, Mention):
        return f"{value!r:.80}, which is no mention"
    if type(value) not in extractor.gives:
        return f"a {type(value).__name__} by rule {value.by!r}, a type that it does not say it gives"
    if not isinstance(value.by, str) or value.by.partition(":")[0] != extractor.name:
        return f"a {type(value).__name__} whose rule {value.by!r} does not begin with {extractor.name + ':'!r}"
    span = value.span
    if not (isinstance(span, Span) and 0 <= span.start < span.end <= len(document.text)):
        return f"a {type(value).__name__} by rule {value.by!r} with span {span}, outside the text or empty"
    return None


def _at(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _pointed_at(mention: Mention) -> Iterator[Mention]:
    for field in attrs.fields(type(mention)):
        value = getattr(mention, field.name)
        if isinstance(value, Mention):
            yield value
        elif isinstance(value, tuple):
            yield from (item for item in value if isinstance(item, Mention))


def _without_dangling(
    mentions: list[Mention], document: Document
) -> tuple[list[Mention], list[tuple[Mention, str]]]:
    """The mentions whose targets all stand on the document or among themselves, and the others with their targets."""
    standing = {id(m) for kind in document.types() for m in document.of(kind)}
    dangling: list[tuple[Mention, str]] = []
    while True:
        known = standing | {id(m) for m in mentions}
        lost = {
            id(m): (m, f"a {type(target).__name__} that is not on the document")
            for m in mentions
            for target in _pointed_at(m)
            if id(target) not in known
        }
        if not lost:
            return mentions, dangling
        dangling += lost.values()
        mentions = [m for m in mentions if id(m) not in lost]
