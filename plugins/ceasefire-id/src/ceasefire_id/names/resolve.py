"""Which place each draft means, and in which state unknown ones lie: decided when the whole text is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from ceasefire.mentions import ActorMention, RegionMention
from ceasefire.models import Diagnostic
from ceasefire_id.names.drafts import ActorDraft, Draft, PlaceDraft
from ceasefire_id.names.gazetteer import Sense
from ceasefire_id.names.tokens import Tokens

__all__ = ["Resolver"]

#: waters lie in no one state
_WATERS = frozenset(("laut", "selat", "teluk", "samudra", "samudera"))

#: a place counts as meant where it has so many times the inhabitants of the next one
_CLEARLY_LARGER = 5
#: so many people live in a city that its name needs no word for a place beside it
_LARGE = 500_000
#: the population that the lists give a province which weighs nothing beside a city of its name
_NO_CITY = 1
#: a town of fewer inhabitants may be one of the same name that no list has, unless something else is of its state
_SMALL = 100_000
#: how much a place weighs for its state; an actor of the state weighs one
_OWN_VOTES = 2
#: abbreviations of so many letters stand for many things (`PDF`)
_FEW_LETTERS = 3


def _country(draft: Draft) -> str:
    """The state of a draft, where it is certain."""
    codes = {sense.country for sense in draft.senses} if isinstance(draft, PlaceDraft) else {draft.country}
    return codes.pop() if len(codes) == 1 else ""


class Resolver:
    """Drafts to mentions."""

    def __init__(self, tokens: Tokens, plugin: str) -> None:
        self.tokens = tokens
        self.plugin = plugin
        self.diagnostics: list[Diagnostic] = []
        self._by_text: Counter[str] = Counter()
        #: state to what the text names that may be of it
        self._names: dict[str, set[str]] = {}
        self._by_paragraph: dict[int, Counter[str]] = {}

    def mentions(self, drafts: Sequence[Draft]) -> Iterator[ActorMention | RegionMention]:
        """All mentions."""
        votes = self._votes(drafts)
        countries = [code for code, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0]))]
        placed: dict[int, RegionMention] = {}
        for draft in reversed(drafts):
            if isinstance(draft, PlaceDraft) and self._is_credible(draft, votes):
                placed[id(draft)] = self._region(draft, countries, placed)
        for draft in drafts:
            if isinstance(draft, PlaceDraft):
                if id(draft) in placed:
                    yield placed[id(draft)]
            elif isinstance(draft, ActorDraft):
                draft.listed = draft.listed and not self._is_homograph(draft, drafts)
                yield self._actor(draft)

    def _is_homograph(self, draft: ActorDraft, drafts: Sequence[Draft]) -> bool:
        """Whether a group's few letters stand for something else: nothing else in the text is of its state."""
        short = draft.kind == "armed_group" and draft.rule == "listed" and draft.end == draft.first + 1
        if not (short and draft.country and len(draft.name) <= _FEW_LETTERS and draft.name.isupper()):
            return False
        return not any(_country(other) == draft.country and other.identity != draft.identity for other in drafts)

    def _actor(self, draft: ActorDraft) -> ActorMention:
        return ActorMention(
            span=self.tokens.span(draft.first, draft.end),
            by=f"{self.plugin}:{draft.rule}",
            name=draft.name,
            kind=draft.kind,
            country=draft.country or None,
            office=draft.office,
            identity=draft.identity,
            heads=draft.heads,
            number="many" if draft.number == "many" else "one",
            anaphor=draft.anaphor,
            listed=draft.listed,
        )

    # ---- where -------------------------------------------------------------------------------------------------------

    def _is_credible(self, draft: PlaceDraft, votes: Counter[str]) -> bool:
        """Whether a name is that of a place: a word says so, or it is large, or the text speaks of its state."""
        if draft.cued or draft.inside:
            return True
        return any(not s.population or s.population >= _LARGE or votes[s.country] for s in draft.senses)

    def _votes(self, drafts: Iterable[Draft]) -> Counter[str]:
        """How often the text, and each paragraph, speaks of each state."""
        votes = self._by_text
        cast = [(draft, *self._vote(draft)) for draft in drafts]
        for draft in drafts:
            codes = {s.country for s in draft.senses} if isinstance(draft, PlaceDraft) else {draft.country}
            for code in codes:
                self._names.setdefault(code, set()).add(draft.name)
        for draft, code, weight in cast:
            if code and not self._is_alone(draft, code):
                votes[code] += weight
                self._by_paragraph.setdefault(self._paragraph(draft), Counter())[code] += weight
        return votes

    def _is_alone(self, draft: Draft, code: str) -> bool:
        """Whether nothing else in the text is of the state in which a list has a small town of this name."""
        small = isinstance(draft, PlaceDraft) and all(_NO_CITY < s.population < _SMALL for s in draft.senses)
        # `warga Morales` tells no more of it than `Morales`.
        return small and all(draft.name in name for name in self._names.get(code, ()))

    def _vote(self, draft: Draft) -> tuple[str, int]:
        if not isinstance(draft, PlaceDraft):
            return draft.country, 1
        credible = draft.cued or any(not s.population or s.population >= _LARGE for s in draft.senses)
        codes = {s.country for s in draft.senses if s.country and s.population != _NO_CITY} if credible else set()
        return (codes.pop(), _OWN_VOTES) if len(codes) == 1 else ("", 0)

    def _region(self, draft: PlaceDraft, countries: list[str], placed: dict[int, RegionMention]) -> RegionMention:
        around = placed.get(id(draft.inside)) if draft.inside else None
        sense = self._choose(draft, countries, around)
        if sense:
            return self._known(draft, sense, around)
        country = (
            None
            if self._is_water(draft)
            else (
                draft.country
                or (around.country if around else None)
                or self._held(draft)
                or self._home(draft, countries)
            )
        )
        return RegionMention(
            span=self.tokens.span(draft.first, draft.end),
            by=f"{self.plugin}:{draft.rule}",
            name=draft.name,
            kind=draft.kind,
            country=country,
            within=around,
            listed=draft.listed,
        )

    def _held(self, draft: PlaceDraft) -> str | None:
        """The state of the place inside this one, where it is certain (`Kunming, provinsi Yunnan`)."""
        codes = {sense.country for sense in draft.holds.senses} if draft.holds else set()
        return codes.pop() or None if len(codes) == 1 else None

    def _is_water(self, draft: PlaceDraft) -> bool:
        return draft.kind == "area" and draft.name.split()[0].casefold() in _WATERS

    def _home(self, draft: PlaceDraft, countries: list[str]) -> str | None:
        """The state of an unknown place: the one that the text speaks of most, its own paragraph counted twice."""
        near = self._by_paragraph.get(self._paragraph(draft), Counter())
        return min(countries, key=lambda code: (-self._by_text[code] - near[code], code), default=None)

    def _paragraph(self, draft: Draft) -> int:
        return self.tokens.document.paragraph_number(self.tokens.starts[draft.first])

    def _known(self, draft: PlaceDraft, sense: Sense, around: RegionMention | None) -> RegionMention:
        state = sense.sort == "state"
        kind = "country" if state else draft.kind if draft.rule == "head" else sense.kind
        identity = f"country:{sense.country}" if state else sense.identity
        region = RegionMention(
            span=self.tokens.span(draft.first, draft.end),
            by=f"{self.plugin}:{draft.rule}",
            name=draft.name,
            kind="area" if draft.direction else kind,
            country=sense.country or None,
            # `Chad, Mesir, dan Sudan Selatan` is a list
            within=None if kind == "country" and not draft.direction else around,
            geonames=sense.geonames,
            lat=sense.lat,
            lon=sense.lon,
            identity=f"{identity}:{draft.direction.casefold()}" if draft.direction else identity,
            listed=draft.listed,
        )
        return attrs.evolve(region, geonames=None, lat=None, lon=None) if draft.direction else region

    def _choose(self, draft: PlaceDraft, countries: list[str], around: RegionMention | None) -> Sense | None:
        senses = draft.senses
        if countries and all(s.population == _NO_CITY for s in senses) and (around is None or not around.country):
            # A province of a state of which nothing is said is likely another place.
            senses = tuple(s for s in senses if s.country in countries)
        if len(senses) == 1 and self._is_alone(draft, senses[0].country):
            elsewhere = around.country if around is not None and around.country else next(iter(countries), "")
            if elsewhere not in ("", senses[0].country):
                # `Morales` in Kolombia is not the one that the list has in Guatemala.
                return None
        if len(senses) < 2:
            return senses[0] if senses else None
        if around is not None and (fitting := [s for s in senses if s.country == around.country]):
            return fitting[0]
        by_hand = [s for s in senses if not s.population]
        if by_hand:
            return by_hand[0]
        for code in countries:
            if fitting := [s for s in senses if s.country == code]:
                return fitting[0]
        ordered = sorted(senses, key=lambda s: -s.population)
        if ordered[0].population < _CLEARLY_LARGER * ordered[1].population:
            span = self.tokens.span(draft.first, draft.end)
            places = " and ".join(f"{s.name} ({s.country})" for s in ordered[:2])
            self.diagnostics.append(
                Diagnostic(
                    "warning",
                    self.plugin,
                    "ambiguous-place",
                    f"{draft.name!r} may be {places}; the larger is taken",
                    span,
                )
            )
        return ordered[0]
