"""Persons whom only the form of their name tells, in news of a pause: `usul Lakhdar Brahimi`, `melalui Bassma Kodmani`.

Elsewhere a name that nobody explains and that does nothing may be a ship, a brand or a suburb, and is passed over. Who
writes of a pause speaks of those who make it, so that two capitals there are somebody unless something says a thing.
"""

from __future__ import annotations

from collections.abc import Iterable

from ceasefire_id.names.drafts import ActorDraft, Draft
from ceasefire_id.names.position import Positions
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["presume_persons"]

#: before the origin of what is offered (`usul itu datang dari Lakhdar Brahimi`)
_COMES = frozenset(("datang", "berasal", "muncul", "lahir"))
#: gaps after which a name goes on with what stands before
_JOINTS = frozenset((" ", ", ", ": "))
#: so many people live in a city that a name which it closes is of a thing there
_LARGE = 500_000
#: articles that stand before a place as often as before a person (`Al-Shanini`)
_ARTICLES = frozenset(("al", "el", "ain", "as", "ash", "an", "ar", "az"))


def presume_persons(tokens: Tokens, vocabulary: Vocabulary, drafts: Iterable[Draft]) -> None:
    """Let what looks like a person's name be one who stands in the story, where the text speaks of a pause."""
    if vocabulary.pauses.isdisjoint(tokens.document.words.index):
        return
    positions, before = Positions(tokens, vocabulary), None
    for draft in drafts:
        if isinstance(draft, ActorDraft) and draft.rule == "name" and not draft.listed:
            draft.listed = _is_somebody(tokens, vocabulary, positions, draft, before)
        before = draft


def _is_somebody(
    tokens: Tokens, vocabulary: Vocabulary, positions: Positions, draft: ActorDraft, before: Draft | None
) -> bool:
    first, end = draft.first, draft.end
    if end - first < 2 or (end - first == 2 and tokens.folded[first] in _ARTICLES):
        return False
    if any(vocabulary.is_common(word) or len(word) == 1 for word in tokens.folded[first:end]):
        # `Akta New York`, `Eternity C`
        return False
    last = tokens.match(end - 1)
    place = last.sense("place", "state") if last and last.end == end else None
    if place is not None and not 0 < place.population < _LARGE:
        # `Arak Bali`
        return False
    if isinstance(before, ActorDraft) and before.rule == "name" and not before.listed and first - before.end <= 1:
        # `yakni Silver Wind dan Grey Heron`: as the first is no person, the second is none
        return False
    if tokens.gap(first) not in _JOINTS and not tokens.opens(first):
        return False
    previous = tokens.word(first - 1)
    if previous in vocabulary.impersonal or previous in vocabulary.unplace or previous in vocabulary.place_words:
        # `dari` is a place's, but of what comes from somebody
        return previous == "dari" and not _COMES.isdisjoint(tokens.folded[max(first - 3, 0) : first - 1])
    return positions.of(first, before) != "place"
