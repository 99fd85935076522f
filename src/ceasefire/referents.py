"""Who is who among the actor mentions of a document, for extractors that must know it before assembly.

Core resolves names, short forms, pronouns and descriptions language-neutrally when it assembles a report. An
extractor that decides what is told of whom asks the same question earlier: `referents_of(document)` gives the same
answer, as far as the mentions that stand on the document at that moment allow.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ceasefire.assembly.checks import Checker
from ceasefire.assembly.coreference import cluster_actors
from ceasefire.assembly.overlaps import without_overlaps
from ceasefire.document import Document
from ceasefire.mentions import ActorMention, StatementMention
from ceasefire.vocabulary import Vocabulary

__all__ = ["Referent", "Referents", "referents_of"]


@attrs.frozen(eq=False)
class Referent:
    """One actor of the text: all mentions that mean it, in the order of the text."""

    #: its number among the document's actors, by first mention
    number: int
    mentions: Sequence[ActorMention]
    #: the mention with the fullest name
    fullest: ActorMention


class Referents:
    """The actors of one document, by mention."""

    def __init__(self, document: Document) -> None:
        checker = Checker(document, Vocabulary(), [], strict=False)
        clusters = cluster_actors(checker, without_overlaps(checker, document.of(ActorMention)))
        every = {id(cluster): cluster for cluster in clusters.values() if cluster.mentions}
        ordered = sorted(every.values(), key=lambda c: (c.mentions[0].span.start, c.mentions[0].span.end))
        made = {id(c): Referent(n, tuple(c.mentions), c.fullest) for n, c in enumerate(ordered)}
        self._of = {mention: made[id(cluster)] for mention, cluster in clusters.items() if id(cluster) in made}
        #: all actors, in the order of their first mention
        self.all: tuple[Referent, ...] = tuple(made.values())

    def of(self, mention: ActorMention) -> Referent | None:
        """Whom a mention means; null of a pronoun that stands for nobody known."""
        return self._of.get(id(mention))


def referents_of(document: Document) -> Referents:
    """The actors of a document, worked out once for the mentions that stand on it."""
    known = len(document.of(ActorMention)), len(document.of(StatementMention))
    return document.remember(("ceasefire.referents", known), Referents)
