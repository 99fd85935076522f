"""Places: names that lists know as land, and names that a head or a preposition of place makes one."""

from __future__ import annotations

from ceasefire_id.names.drafts import PlaceDraft
from ceasefire_id.names.gazetteer import Match, Sense
from ceasefire_id.names.phrases import Phrase
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["PlaceReader"]


#: so many people live in a city that its name tells the state of what is called after it
_LARGE = 500_000
_ROADS = frozenset(("jalan", "jalan tol", "tol"))
#: after the name of a city: with the towns around it
_GREATER = "raya"
#: `ibu kota Tigray` says of Tigray no kind
_CAPITALS = frozenset(("ibu kota", "ibukota"))


class PlaceReader:
    """Drafts of places."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary

    def from_match(self, match: Match) -> PlaceDraft:
        """A place that a list knows."""
        senses = self._senses(match)
        shown = self._shown(match.first, match.end, senses)
        draft = PlaceDraft(
            first=match.first,
            end=match.end,
            rule="listed",
            name=shown,
            kind=senses[0].kind,
            senses=senses,
            identity=senses[0].identity,
        )
        return self._directed(draft)

    def _senses(self, match: Match) -> tuple[Sense, ...]:
        """The senses as land, a state's own among them."""
        places = tuple(sense for sense in match.senses if sense.sort == "place")
        if state := match.sense("state"):
            return (*places, state) if places else (state,)
        return places

    def _shown(self, first: int, end: int, senses: tuple[Sense, ...]) -> str:
        shown = self.tokens.shown(first, end)
        alias = senses[0].sort == "state" and senses[0].alias
        return senses[0].name if alias or (shown.isupper() and len(shown) > 3) else shown

    def from_run(self, first: int, end: int) -> PlaceDraft:
        """A place that only its preposition or head tells."""
        shown = self.tokens.shown(first, end)
        ground = not self.vocabulary.ground_words.isdisjoint(self.tokens.folded[first:end])
        return self._directed(
            PlaceDraft(first=first, end=end, rule="form", name=shown, kind="area" if ground else "city")
        )

    def from_phrase(self, phrase: Phrase) -> PlaceDraft | None:
        """`kota Aleppo`, `provinsi pesisir Latakia`, `Sungai Litani`."""
        tokens = self.tokens
        if phrase.head.sort == "place_name" and (phrase.nouns or self._is_kept_by(phrase)):
            return None
        if phrase.head.sort == "place_name" and "-" in tokens.folded[phrase.head_start]:
            # `jalan-jalan Kota Gaza`
            return None
        if phrase.counted and not phrase.matches:
            # `37 Kampung Zakat`
            return None
        if phrase.matches and phrase.head.sort == "place":
            match = phrase.matches[-1]
            if not match.sense("place", "state"):
                return None
            draft = self.from_match(match)
        else:
            first = next(
                n for n in range(phrase.head_end, phrase.end) if tokens.capital[n] or tokens.folded[n] in ("al", "el")
            )
            draft = self.from_run(first, phrase.core_end)
        says_kind = phrase.head.region != "area" and phrase.head.text not in _CAPITALS and not self._is_state(draft)
        if not phrase.matches or says_kind:
            draft.kind = phrase.head.region
        draft.first = phrase.first
        draft.rule = "head"
        if phrase.head.sort == "place_name":
            # `lantai empat gedung X` says which floor.
            natural = phrase.head.text in self.vocabulary.landforms and not tokens.capital[phrase.head_start]
            if not natural:
                draft.name = tokens.shown(phrase.head_start, draft.end)
            draft.first = phrase.head_start
            senses = [s for m in reversed(phrase.matches) for s in m.senses if s.country]
            draft.country = next((s.country for s in senses if not 0 < s.population < _LARGE), "")
            draft.kind, draft.senses, draft.identity = "area", (), None
        return draft

    def _is_kept_by(self, phrase: Phrase) -> bool:
        """Whether the name after a road's head is that of who keeps it (`jalan tol Jasa Marga`)."""
        road = phrase.head.text in _ROADS and bool(phrase.matches) and not self.tokens.capital[phrase.head_start]
        return road and not any(match.sense("place", "state", "capital") for match in phrase.matches)

    def _is_state(self, draft: PlaceDraft) -> bool:
        return bool(draft.senses) and draft.senses[0].sort == "state"

    def _directed(self, draft: PlaceDraft) -> PlaceDraft:
        """`Lebanon selatan` is a place of its own, `Khartoum selatan` a part of the city."""
        tokens, end = self.tokens, self.direction_end(draft.end)
        if tokens.word(end) == _GREATER and tokens.capital_follows(end) and draft.kind in ("city", "district"):
            # `Semarang Raya` is more than the city.
            end += 1
            draft.kind = "area"
            draft.country = next((s.country for s in draft.senses if s.country), "")
            draft.name, draft.end, draft.senses, draft.identity = tokens.shown(draft.first, end), end, (), None
            return draft
        if end == draft.end:
            return draft
        if draft.kind in ("area", "province") or self._is_state(draft):
            draft.direction = tokens.shown(draft.end, end)
            draft.name = tokens.shown(draft.first, end)
        elif tokens.capital[draft.end]:
            # `Labuhanbatu Utara` is another place than Labuhanbatu.
            draft.country = next((s.country for s in draft.senses if s.country), "")
            draft.name, draft.senses, draft.identity = tokens.shown(draft.first, end), (), None
        draft.end = end
        return draft

    def direction_end(self, number: int) -> int:
        """Where the direction after a name ends; the same word where none follows (`tengah` before a verb is none)."""
        tokens, end = self.tokens, number
        while tokens.word(end) in self.vocabulary.directions and tokens.follows(end) and end < number + 2:
            end += 1
        return number if tokens.word(end - 1) == "tengah" and end in tokens.verbs and tokens.follows(end) else end
