"""Pause mentions, with their scope, events and facts, to pauses.

`evidence` gathers what is told of each mention, `clustering` decides which mentions are one pause and notes why,
`slots`, `happenings` and `status` fill the model; `arithmetic` reckons with days and lengths.
"""

from __future__ import annotations

from ceasefire.assembly.books import Book
from ceasefire.assembly.checks import Checker
from ceasefire.assembly.pauses.clustering import cluster_pauses
from ceasefire.assembly.pauses.clusters import Cluster, Decision
from ceasefire.assembly.pauses.evidence import Evidence, gather
from ceasefire.assembly.pauses.happenings import build_events
from ceasefire.assembly.pauses.slots import build_pause
from ceasefire.mentions import PauseMention
from ceasefire.models import Actor, Pause, Region, Time

__all__ = ["Cluster", "Decision", "Evidence", "build_pauses"]


def build_pauses(checker: Checker, times: Book[Time], actors: Book[Actor], regions: Book[Region]) -> Book[Pause]:
    """All pauses, in the order of the text."""
    mentions = checker.good(PauseMention)
    if not mentions:
        return Book((), {})
    evidence = gather(checker, times, actors, regions)
    clusters = cluster_pauses(mentions, evidence, checker.document.paragraph_number)
    models: list[Pause] = []
    by_mention: dict[int, Pause] = {}
    for cluster in clusters:
        for decision in cluster.decisions:
            checker.decide(decision.mention, decision.reason)
            if decision.other is not None:
                _note_other(checker, decision.mention, decision.other)
        told = [evidence[id(mention)] for mention in cluster.mentions if id(mention) in evidence]
        events = build_events(checker, told, times, actors, regions)
        pause = build_pause(checker, f"p{len(models) + 1}", cluster, told, events, (times, actors, regions))
        models.append(pause)
        by_mention.update((id(mention), pause) for mention in cluster.mentions)
    return Book(tuple(models), by_mention)


def _note_other(checker: Checker, mention: PauseMention, other: PauseMention) -> None:
    message = (
        f"{checker.text_of(mention.span)!r} at {mention.span.start} may also point at "
        f"{checker.text_of(other.span)!r} at {other.span.start}"
    )
    checker.note("info", "ambiguous-pause", message, mention.span)
