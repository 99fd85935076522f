"""Whom a document names, each once: for rules that look through all of a text, however often it repeats itself."""

from __future__ import annotations

from ceasefire.document import Document
from ceasefire.mentions import ActorMention

__all__ = ["cast_of"]


def cast_of(document: Document) -> tuple[ActorMention, ...]:
    """The first of all mentions of actors that read alike and mean the same, in the order of the text."""
    mentions = document.of(ActorMention)
    # By their number too: an extractor of another plugin may add some later.
    return document.remember(("ceasefire_id.cast", len(mentions)), _cast)


def _cast(document: Document) -> tuple[ActorMention, ...]:
    found: dict[object, ActorMention] = {}
    for mention in document.of(ActorMention):
        alike = (
            document.text_of(mention.span),
            mention.name,
            mention.kind,
            mention.country,
            mention.identity,
            mention.office,
            mention.listed,
            mention.anaphor is None,
        )
        found.setdefault(alike, mention)
    return tuple(found.values())
