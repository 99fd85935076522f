"""Pauses: what the article speaks of as a stopping of fighting, what is told of it, where and when it holds.

`candidates` gathers the words that may speak of a pause, `antecedents` decides which do and of which; `happenings`
reads what words tell of it, `roles` who and what stands in which role to it, `opinions` what statements hold of it.
`decide` takes all decisions together, each by a linear scorer over features of one analysis (`view`, `grammar`,
`context`), and `giving` makes mentions of what was decided. The scorers' weights stand in `ceasefire_id/decisions`.
"""

from __future__ import annotations

from collections.abc import Iterable

from ceasefire.document import Document
from ceasefire.hookspecs import Extractor, hookimpl
from ceasefire.mentions import (
    ActorMention,
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
from ceasefire.models import Diagnostic
from ceasefire_id.scope.candidates import CandidateReader
from ceasefire_id.scope.decide import Decider
from ceasefire_id.scope.giving import Giver
from ceasefire_id.scope.view import view_of

__all__ = ["ScopeExtractor"]


class ScopeExtractor:
    """The extractor `id-scope`."""

    name = "id-scope"
    language = "id"
    needs: frozenset[type[Mention]] = frozenset((ActorMention, RegionMention))
    uses: frozenset[type[Mention]] = frozenset((TimeMention, StatementMention))
    gives: frozenset[type[Mention]] = frozenset(
        (PauseMention, ScopeMention, EventMention, PauseFactMention, StanceMention)
    )

    def __init__(self) -> None:
        self._candidates = CandidateReader()
        self._decider = Decider.load()
        self._giver = Giver(self.name)

    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        """See `Extractor.extract`."""
        if not document.has(self._candidates.heads):
            return ()
        view = view_of(document)
        candidates = self._candidates.read(view)
        if not candidates:
            return ()
        return self._giver.give(view, self._decider.read(view, candidates))


@hookimpl
def extractors() -> list[Extractor]:
    """The extractor of pauses."""
    return [ScopeExtractor()]
