"""One extractor on one document, guarded: what it raises or gives wrongly costs only itself."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from pathlib import PurePath

import attrs

from ceasefire.document import Document
from ceasefire.errors import ExtractorError
from ceasefire.hookspecs import Extractor
from ceasefire.mentionforms import form_of
from ceasefire.mentions import Mention
from ceasefire.models import Diagnostic, Span
from ceasefire.timelimit import TimeLimitExceeded, time_limit_on
from ceasefire.vocabulary import Vocabulary

__all__ = ["run_extractor"]


def run_extractor(
    extractor: Extractor, document: Document, vocabulary: Vocabulary, *, strict: bool, time_limit: float | None
) -> tuple[list[Mention], list[Diagnostic]]:
    """The mentions that the extractor gives, checked, and diagnostics.

    With `strict`, raises `ExtractorError` for what otherwise becomes a diagnostic of level error.
    """
    guard = _Guard(extractor, document, vocabulary, strict)
    mentions = guard.checked(guard.given(time_limit))
    return guard.without_dangling(mentions), guard.diagnostics


@attrs.frozen
class _Guard:
    """Stands between an extractor and the report."""

    extractor: Extractor
    document: Document
    vocabulary: Vocabulary
    strict: bool
    diagnostics: list[Diagnostic] = attrs.field(factory=list)

    def fault(self, code: str, message: str, cause: BaseException | None = None) -> None:
        """Note what went wrong, or raise it."""
        if self.strict:
            raise ExtractorError(message) from cause
        self.diagnostics.append(Diagnostic("error", self.extractor.name, code, message))

    def given(self, time_limit: float | None) -> list[object]:
        """What the extractor gives, up to where it fails or its time is over."""
        name = self.extractor.name
        given: list[object] = []
        try:
            with time_limit_on(time_limit):
                # One by one: what came before a failure counts.
                for value in self.extractor.extract(self.document):
                    given.append(value)
        except TimeLimitExceeded as error:
            self.fault(
                "time-limit", f"extractor {name} was stopped after {time_limit:g} s; what it gave by then counts", error
            )
        except (Exception, SystemExit) as error:
            self.fault("extractor-failed", f"extractor {name} raised {_told(error)} ({_place(error)})", error)
        return given

    def checked(self, given: Iterable[object]) -> list[Mention]:
        """The mentions among what was given that are as they must be."""
        mentions: list[Mention] = []
        for value in given:
            if isinstance(value, Mention):
                if wrong := self._wrong(value):
                    self.fault("wrong-mention", f"extractor {self.extractor.name} gave {wrong}")
                else:
                    mentions.append(value)
            elif isinstance(value, Diagnostic):
                if wrong := self._wrong_diagnostic(value):
                    self.fault("wrong-diagnostic", f"extractor {self.extractor.name} gave {wrong}")
                else:
                    self.diagnostics.append(value)
            else:
                self.fault("wrong-mention", f"extractor {self.extractor.name} gave {value!r:.80}, which is no mention")
        return mentions

    def _wrong(self, mention: Mention) -> str | None:
        """What is wrong with a mention, in words that follow "gave"; null where nothing is."""
        kind = type(mention)
        if kind not in self.extractor.gives:
            return f"a {kind.__name__} by rule {mention.by!r}, a type that it does not say it gives"
        if wrong := form_of(kind).fault(mention, len(self.document.text)):
            return f"a {kind.__name__} by rule {mention.by!r} with {wrong}"
        plugin, _, rule = mention.by.partition(":")
        if plugin != self.extractor.name or not rule:
            return f"a {kind.__name__} whose rule {mention.by!r} is not {self.extractor.name + ':…'!r}"
        return None

    def _wrong_diagnostic(self, diagnostic: Diagnostic) -> str | None:
        """The same of a diagnostic."""
        if not all(isinstance(text, str) for text in (diagnostic.source, diagnostic.code, diagnostic.message)):
            return f"{diagnostic!r:.80}, whose source, code and message are not all text"
        if diagnostic.source != self.extractor.name:
            return f"a diagnostic {diagnostic.code!r} in the name of {diagnostic.source!r}"
        if ("level", diagnostic.level) not in self.vocabulary:
            return f"a diagnostic {diagnostic.code!r} of level {diagnostic.level!r}"
        span = diagnostic.span
        if span is not None and not (isinstance(span, Span) and 0 <= span.start < span.end <= len(self.document.text)):
            return f"a diagnostic {diagnostic.code!r} with span {span}, outside the text or empty"
        return None

    def without_dangling(self, mentions: list[Mention]) -> list[Mention]:
        """The mentions whose targets all stand on the document or among themselves."""
        pointing = [(mention, target) for mention in mentions for target in form_of(type(mention)).targets(mention)]
        if not pointing:
            return mentions
        standing = {id(m) for kind in self.document.types() for m in self.document.of(kind)}
        while True:
            known = standing | {id(m) for m in mentions}
            lost = {id(m): (m, target) for m, target in pointing if id(target) not in known}
            if not lost:
                return mentions
            for mention, target in lost.values():
                self.fault(
                    "wrong-mention",
                    f"extractor {self.extractor.name} gave a {type(mention).__name__} by rule {mention.by!r} at "
                    f"{mention.span.start}, which points at a {type(target).__name__} that is not on the document",
                )
            mentions = [m for m in mentions if id(m) not in lost]
            pointing = [(m, target) for m, target in pointing if id(m) not in lost]


def _told(error: BaseException) -> str:
    """An exception on one line, of bearable length."""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}"[:300].rstrip(": ")


def _place(error: BaseException) -> str:
    """File, line and function in which it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "no place known"
    last = frames[-1]
    return f"{PurePath(last.filename).name}:{last.lineno} in {last.name}"
