"""A document as the decisions about pauses look at it: words, what stands at them, where, and who is who."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, TypeAlias

import attrs

from ceasefire.document import Document
from ceasefire.mentions import ActorMention, Mention, RegionMention, StatementMention, TimeMention
from ceasefire.referents import Referents, referents_of
from ceasefire_id.scope.grammar import Grammar

__all__ = ["Name", "View", "view_of"]

Named: TypeAlias = ActorMention | RegionMention | TimeMention

#: words before a name of which the same is told as of the one before it
_LIKEWISE: Final = frozenset((a, b) for a in ("begitu", "demikian") for b in ("pula", "pun", "juga", "halnya"))


@attrs.define(eq=False)
class Name:
    """One mention of an actor, a region or a time, with its place in words and whom or what it means."""

    mention: Mention
    #: "actor", "region", "time"
    sort: str
    first: int
    end: int
    #: what it means, the same for all mentions of one: ("a", 3), ("r", "geonames:170063")
    key: tuple[str, object]
    #: the first of the list that it stands in, itself where it stands alone
    head: Name = attrs.field(init=False)
    kind: str = ""

    def __attrs_post_init__(self) -> None:
        self.head = self


class View:
    """Words by number, names at them, sentences, and the grammar."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.folded = document.words.folded
        self.size = len(self.folded)
        self.grammar = Grammar(document)
        self.referents: Referents = referents_of(document)
        starts = document.words.starts
        self.sentence: list[int] = [document.sentence_number(s) for s in starts]
        self.paragraph: list[int] = [document.paragraph_number(s) for s in starts]
        self.first_of: dict[int, int] = {}
        self.last_of: dict[int, int] = {}
        for n, s in enumerate(self.sentence):
            self.first_of.setdefault(s, n)
            self.last_of[s] = n
        self.names: list[Name] = sorted(self._names(), key=lambda m: (m.first, -m.end, m.sort))
        self._starts = [name.first for name in self.names]
        #: what stands at a word: "ACTOR" …, the longest
        self.masks: dict[int, str] = {}
        for name in self.names:
            for n in range(name.first, name.end):
                if self.masks.get(n) != "TIME":
                    self.masks[n] = name.sort.upper()
        self._ranks: dict[tuple[str, object], tuple[int, int]] | None = None
        self._chain()

    def _names(self) -> Iterator[Name]:
        at = self.words.first_at
        document = self.document
        for actor in document.of(ActorMention):
            referent = self.referents.of(actor)
            key: tuple[str, object] = ("a", referent.number) if referent is not None else ("a?", actor.span.start)
            kind = referent.fullest.kind if referent is not None else actor.kind
            first = at(actor.span.start)
            yield Name(actor, "actor", first, max(at(actor.span.end), first + 1), key, kind)
        for region in document.of(RegionMention):
            first = at(region.span.start)
            key = ("r", region.identity or region.name.casefold())
            yield Name(region, "region", first, max(at(region.span.end), first + 1), key, region.kind)
        for time in document.of(TimeMention):
            first = at(time.span.start)
            yield Name(time, "time", first, max(at(time.span.end), first + 1), ("t", time.span.start), time.type)

    def _chain(self) -> None:
        """Let each member of a list know the list's first: `A, B, dan C`, `di Z1 dan Z2`."""
        before: dict[str, Name] = {}
        for name in self.names:
            last = before.get(name.sort)
            if last is not None and name.first >= last.end and name.sort != "time":
                between = self.folded[last.end : name.first]
                gap = self.document.text[self.words.ends[last.end - 1] : self.words.starts[name.first]]
                joined = not between and gap.strip() in (",", "-", "–", "(")
                joined = joined or (
                    len(between) <= 2
                    and between[:1] in (["dan"], ["serta"], ["maupun"], ["atau"], ["di"])
                    and between != ["di"]
                )
                joined = joined or (between == ["di"] and "," in gap)
                joined = joined or (
                    len(between) == 1 and "," in gap and between[0] in ("dan", "serta", "maupun", "kelompok", "milisi")
                )
                joined = joined or self._is_likewise(last, name)
                if joined:
                    name.head = last.head
            before[name.sort] = name

    def _is_likewise(self, last: Name, name: Name) -> bool:
        """`A tidak ikut meneken, begitu pula B`: what is told of the one holds for the other."""
        if self.sentence[last.first] != self.sentence[name.first]:
            return False
        return tuple(self.folded[name.first - 2 : name.first]) in _LIKEWISE

    def ranks(self) -> dict[tuple[str, object], tuple[int, int]]:
        """For each side its rank by how often it fights or is fought, and by how often it is named; 0 is the first."""
        if self._ranks is None:
            fought: dict[tuple[str, object], int] = {}
            named: dict[tuple[str, object], int] = {}
            from ceasefire_id.scope.context import frames

            for name in self.names:
                if name.sort != "actor" or name.kind not in ("state", "military", "armed_group", "government"):
                    continue
                named[name.key] = named.get(name.key, 0) + 1
                for verb, _ in {
                    self.grammar.role(name.head.first, name.head.end),
                    self.grammar.deep(name.head.first, name.head.end),
                }:
                    if verb >= 0 and not {"hostility", "violated", "accused", "opposed"}.isdisjoint(frames(self, verb)):
                        fought[name.key] = fought.get(name.key, 0) + 1
                        break
            by_fights = sorted(fought, key=lambda k: (-fought[k], str(k)))
            by_names = sorted(named, key=lambda k: (-named[k], str(k)))
            fights = {key: place for place, key in enumerate(by_fights)}
            self._ranks = {key: (fights.get(key, 9), place) for place, key in enumerate(by_names)}
        return self._ranks

    # ---- words ---------------------------------------------------------------------------------------------------

    def word(self, n: int) -> str:
        return self.folded[n] if 0 <= n < self.size else ""

    def lemma(self, n: int) -> str:
        return self.grammar.lemma(n)

    def token(self, n: int, sentence: int) -> str:
        """A word as a feature: its lemma, or what sort of name it belongs to; `|` outside of the sentence."""
        if not 0 <= n < self.size or self.sentence[n] != sentence:
            return "|"
        return self.masks.get(n) or self.lemma(n)

    def gap(self, n: int) -> str:
        """What stands before a word."""
        start = self.words.ends[n - 1] if n > 0 else 0
        return self.document.text[start : self.words.starts[n]] if n < self.size else ""

    def names_in(self, first: int, end: int, sort: str = "") -> list[Name]:
        lo, hi = bisect_left(self._starts, first), bisect_left(self._starts, end)
        return [name for name in self.names[lo:hi] if not sort or name.sort == sort]

    def sentence_range(self, sentence: int) -> range:
        if sentence not in self.first_of:
            return range(0)
        return range(self.first_of[sentence], self.last_of[sentence] + 1)

    def speaker_at(self, n: int) -> ActorMention | None:
        """Who speaks in the innermost statement around a word."""
        from ceasefire.models import Span

        start = self.words.starts[n]
        around = self.document.overlapping(StatementMention, Span(start, start + 1))
        return min(around, key=lambda s: len(s.span)).speaker if around else None


def view_of(document: Document) -> View:
    """The view of a document, made once."""
    known = len(document.of(ActorMention)), len(document.of(StatementMention))
    return document.remember(("ceasefire_id.scope.view", known), View)
