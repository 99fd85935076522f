"""What assembly may rely on: mentions whose closed-list values are known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import attrs

from ceasefire.document import Document
from ceasefire.errors import ExtractorError
from ceasefire.mentions import (
    ActorMention,
    CasualtyMention,
    EventMention,
    Mention,
    PauseFactMention,
    PauseMention,
    RegionMention,
    ScopeMention,
    StanceMention,
    StatementMention,
    TimeMention,
)
from ceasefire.models import Diagnostic, Span
from ceasefire.trace import Decision
from ceasefire.vocabulary import Vocabulary

__all__ = ["Checker"]

M = TypeVar("M", bound=Mention)

#: mention type to its closed-list fields and their lists
_LISTS: Mapping[type[Mention], tuple[tuple[str, str], ...]] = {
    TimeMention: (("type", "time_type"), ("mod", "time_mod")),
    ActorMention: (("kind", "actor_kind"),),
    RegionMention: (("kind", "region_kind"),),
    CasualtyMention: (("outcome", "outcome"), ("victims", "victims")),
    PauseMention: (("kind", "pause_kind"),),
    ScopeMention: (("extent", "extent"),),
    EventMention: (("type", "event_type"),),
    PauseFactMention: (),
    StatementMention: (("form", "form"), ("stance", "stance")),
    StanceMention: (("stance", "stance"),),
}


@attrs.frozen
class Checker:
    """A document under assembly: gives its mentions checked, and takes notes for the report's diagnostics."""

    document: Document
    vocabulary: Vocabulary
    diagnostics: list[Diagnostic]
    strict: bool
    #: what was decided about mentions, where a trace is wanted
    decisions: list[Decision] | None = None

    def good(self, kind: type[M]) -> list[M]:
        """The mentions of a type whose values their closed lists hold, sorted by span; the others are noted."""
        return [mention for mention in self.document.of(kind) if self._is_good(mention, _LISTS[kind])]

    def _is_good(self, mention: Mention, lists: tuple[tuple[str, str], ...]) -> bool:
        for field, name in lists:
            value = getattr(mention, field)
            if value is None or (name, value) in self.vocabulary:
                continue
            message = f"{mention.by} gave {field} {value!r}, which the closed list {name!r} does not hold"
            if self.strict:
                raise ExtractorError(message)
            self.note("error", "unknown-value", message, mention.span, source=mention.by.partition(":")[0])
            return False
        return True

    def note(self, level: str, code: str, message: str, span: Span | None = None, source: str = "ceasefire") -> None:
        """Add a diagnostic to the report."""
        self.diagnostics.append(Diagnostic(level, source, code, message, span))

    def decide(self, mention: Mention, reason: str) -> None:
        """Keep what was decided about a mention and why, where a trace is wanted."""
        if self.decisions is not None:
            self.decisions.append(Decision(mention, reason))

    def text_of(self, span: Span) -> str:
        """The words of a span."""
        return self.document.text_of(span)
