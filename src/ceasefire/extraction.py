"""One extractor on one document, guarded: what it raises or gives wrongly costs only itself."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from ceasefire.allowance import Allowance
from ceasefire.document import Document
from ceasefire.errors import ExtractorError
from ceasefire.hookspecs import Extractor
from ceasefire.mentionforms import form_of, lies_in
from ceasefire.mentions import Mention
from ceasefire.models import Diagnostic, Span
from ceasefire.timelimit import TimeLimitExceeded, time_limit_on
from ceasefire.vocabulary import Vocabulary
from ceasefire.wording import place_of, shown, told

__all__ = ["run_extractor"]

#: faults of one extractor on one article that are told one by one; the others are counted
_TOLD_FAULTS = 20
#: what one extractor may give for an empty text; for each character of a text it may give one thing more
_MOST_GIVEN = 1_000


def run_extractor(
    extractor: Extractor, plugin: str, document: Document, vocabulary: Vocabulary, allowance: Allowance, *, strict: bool
) -> tuple[list[Mention], list[Diagnostic]]:
    """The mentions that the extractor of a plugin gives, checked, and diagnostics.

    With `strict`, raises `ExtractorError` for what otherwise becomes a diagnostic of level error.
    """
    guard = _Guard(extractor, plugin, document, vocabulary, strict)
    mentions = guard.without_dangling(guard.checked(guard.given(allowance)))
    return mentions, guard.noted()


@attrs.define
class _Guard:
    """Stands between an extractor and the report."""

    extractor: Extractor
    plugin: str
    document: Document
    vocabulary: Vocabulary
    strict: bool
    diagnostics: list[Diagnostic] = attrs.field(factory=list)
    faults: int = 0

    def fault(self, code: str, what: str, cause: BaseException | None = None) -> None:
        """Note what went wrong, in words that follow the extractor's name, or raise it."""
        name = self.extractor.name
        called = f"extractor {name}" if name == self.plugin else f"extractor {name} of plugin {self.plugin}"
        if self.strict:
            raise ExtractorError(f"{called} {what}") from cause
        self.faults += 1
        if self.faults <= _TOLD_FAULTS:
            self.diagnostics.append(Diagnostic("error", name, code, f"{called} {what}"))

    def noted(self) -> list[Diagnostic]:
        """The diagnostics, with a last one for faults that are not told one by one."""
        if (more := self.faults - _TOLD_FAULTS) > 0:
            message = f"{more} more faults of extractor {self.extractor.name} are not told one by one"
            self.diagnostics.append(Diagnostic("error", self.extractor.name, "more-faults", message))
        return self.diagnostics

    def given(self, allowance: Allowance) -> list[object]:
        """What the extractor gives, up to where it fails or its time is over."""
        if allowance.is_spent():
            over = f"the {allowance.together:g} s that an article may take were over"
            self.fault("article-time-limit", f"was not run: {over}")
            return []
        given: list[object] = []
        most = _MOST_GIVEN + len(self.document.text)
        try:
            with time_limit_on(allowance.next()):
                extracted: object = self.extractor.extract(self.document)
                # One by one: what came before a failure counts.
                for value in extracted if isinstance(extracted, Iterable) else ():
                    given.append(value)
                    if len(given) > most:
                        break
        except TimeLimitExceeded as error:
            self._stopped(allowance, error)
        except (Exception, SystemExit) as error:
            self.fault("extractor-failed", f"raised {told(error)} ({self._place(error)})", error)
        else:
            if not isinstance(extracted, Iterable):
                kind = "" if extracted is None else f", a {type(extracted).__name__}"
                cure = "its `extract` must yield them or give a list"
                self.fault("extractor-failed", f"gave {shown(extracted)}{kind}, not mentions; {cure}")
        if len(given) > most:
            self.fault("too-many", f"gave more than {most} mentions and remarks for this text; none of them counts")
            return []
        return given

    def _stopped(self, allowance: Allowance, error: TimeLimitExceeded) -> None:
        where = f"in {self._place(error)}; what it gave by then counts"
        if allowance.is_spent():
            over = f"the {allowance.together:g} s that an article may take were over"
            self.fault("article-time-limit", f"was stopped, as {over}, {where}", error)
        else:
            self.fault("time-limit", f"was stopped after {allowance.each:g} s {where}", error)

    def _place(self, error: BaseException) -> str:
        return place_of(error, str(getattr(self.extractor.extract, "__module__", "")))

    def checked(self, given: Iterable[object]) -> list[Mention]:
        """The mentions among what was given that are as they must be."""
        mentions: list[Mention] = []
        for value in given:
            if isinstance(value, Mention):
                if wrong := self._wrong(value):
                    self.fault("wrong-mention", f"gave {wrong}")
                else:
                    mentions.append(value)
            elif isinstance(value, Diagnostic):
                if wrong := self._wrong_diagnostic(value):
                    self.fault("wrong-diagnostic", f"gave {wrong}")
                else:
                    self.diagnostics.append(value)
            else:
                self.fault("wrong-mention", f"gave {shown(value)}, which is no mention")
        return mentions

    def _wrong(self, mention: Mention) -> str | None:
        """What is wrong with a mention, in words that follow "gave"; null where nothing is."""
        kind = type(mention)
        try:
            by = mention.by
            if kind not in self.extractor.gives:
                return f"a {kind.__name__} by rule {shown(by)}, a type that it does not say it gives"
            if wrong := form_of(kind).fault(mention, len(self.document.text)):
                return f"a {kind.__name__} by rule {shown(by)} with {wrong}"
        except Exception as error:
            # A mention whose fields were never set, or whose type looks them up in a way of its own.
            return f"a {kind.__name__} that cannot be looked at: {told(error, 120)}"
        extractor, _, rule = by.partition(":")
        if extractor != self.extractor.name or not rule:
            return f"a {kind.__name__} whose rule {shown(by)} is not {self.extractor.name + ':…'!r}"
        return None

    def _wrong_diagnostic(self, diagnostic: Diagnostic) -> str | None:
        """The same of a diagnostic."""
        try:
            texts = (diagnostic.level, diagnostic.source, diagnostic.code, diagnostic.message)
            span = diagnostic.span
        except Exception as error:
            return f"a diagnostic that cannot be looked at: {told(error, 120)}"
        if not all(isinstance(text, str) for text in texts):
            return f"{shown(diagnostic)}, whose level, source, code and message are not all text"
        if diagnostic.source != self.extractor.name:
            return f"a diagnostic {shown(diagnostic.code)} in the name of {shown(diagnostic.source)}"
        if ("level", diagnostic.level) not in self.vocabulary:
            wrong = f"{shown(diagnostic.level)}, which is none of {', '.join(self.vocabulary.values('level'))}"
            return f"a diagnostic {shown(diagnostic.code)} of level {wrong}"
        if span is not None and not (isinstance(span, Span) and lies_in(span, len(self.document.text))):
            return f"a diagnostic {shown(diagnostic.code)} with span {shown(span)}, outside the text or empty"
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
                    f"gave a {type(mention).__name__} by rule {mention.by!r} at "
                    f"{mention.span.start}, which points at a {type(target).__name__} that is not on the document",
                )
            mentions = [m for m in mentions if id(m) not in lost]
            pointing = [(m, target) for m, target in pointing if id(m) not in lost]
