"""Bodies in capitals that only their words tell: `Harvard Medical School`, `Kadin Indonesia`, `DPM FISIP Unmul`."""

from __future__ import annotations

from ceasefire_id.names.drafts import ActorDraft
from ceasefire_id.names.position import Positions
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["WordedBodies"]


class WordedBodies:
    """Drafts of them."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, positions: Positions) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.positions = positions

    def by_words(self, first: int, end: int, *, nameable: bool) -> ActorDraft | None:
        """A body that its words tell (`Harvard Medical School`) or its spelling (`ThinkPolicy`)."""
        tokens = self.tokens
        inside = frozenset(tokens.folded[first:end])
        # `Times Square` is a ground.
        words = end - first > 1 and not self.vocabulary.body_words.isdisjoint(inside)
        words = words and self.vocabulary.ground_words.isdisjoint(inside)
        armed = end - first > 1 and self._is_in_arms(inside)
        name = tokens.shown(first, end)
        if not (words or armed or (end - first == 1 and self.vocabulary.is_compound(name))):
            return None
        acts = self.positions.is_agent(first) or self.positions.acts_after(end)
        listed = acts and nameable and self.positions.of(first, None) != "modifier"
        kind = "armed_group" if armed else "organisation"
        return ActorDraft(first=first, end=end, rule="body", name=name, kind=kind, number="many", listed=listed)

    def _is_in_arms(self, words: frozenset[str]) -> bool:
        """`Janashakti Mukti Morcha`, where the text speaks of a pause of fighting."""
        pause = not self.vocabulary.pauses.isdisjoint(self.tokens.document.words.index)
        return pause and not self.vocabulary.group_words.isdisjoint(words)

    def of_state(self, first: int, end: int, *, sure: bool) -> ActorDraft | None:
        """`Kadin Indonesia`: a name that closes with a state's is that of a body."""
        tokens = self.tokens
        last = next((n for n in range(first + 1, end) if (m := tokens.match(n)) and m.end == end), None)
        if last is None or not tokens.match(last).sense("state", "capital", "actor"):  # type: ignore[union-attr]
            return None
        if tokens.match(last).sense("actor"):  # type: ignore[union-attr]
            sure = self.positions.is_agent(first) or self.positions.acts_after(end)
        name = tokens.shown(first, end)
        return ActorDraft(first=first, end=end, rule="body", name=name, kind="organisation", number="many", listed=sure)

    def abbreviation(self, first: int, end: int) -> ActorDraft:
        name = self.tokens.shown(first, end)
        return ActorDraft(first=first, end=end, rule="abbreviation", name=name, kind="organisation", number="many")

    def abbreviations(self, first: int, end: int) -> ActorDraft | None:
        """`DPM FISIP Unmul`: short names in a row are of a body, if it acts."""
        if end - first == 2 or not (self.positions.is_agent(first) or self.positions.acts_after(end)):
            return None
        name = self.tokens.shown(first, end)
        return ActorDraft(first=first, end=end, rule="body", name=name, kind="organisation", number="many")
