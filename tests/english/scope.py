"""Whom and what a pause covers or leaves out: members after a verb of covering, or beside the noun."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import regex

from ceasefire.document import Document
from ceasefire.mentions import ActorMention, PauseMention, RegionMention, ScopeMention
from ceasefire.models import Span
from english.words import LIMIT, any_of, lexicon

Direction = Literal["include", "exclude"]


class Scope:
    """Finds the members of one pause."""

    def __init__(self, extractor: str) -> None:
        words = lexicon("scope")
        self._extractor = extractor
        gap = r"[”\"]?(?:[^.;\n“”\"]{0,60}?,?\s(?:which|that|and|but))?\s"
        # `a ceasefire was needed throughout Syria`
        be = any_of(lexicon("pauses")["passives"]["be"])
        self._cues: tuple[tuple[str, Direction, regex.Pattern[str]], ...] = (
            ("covers", "include", regex.compile(rf"{gap}(?P<cue>{any_of(words['include'])})\s")),
            ("leaves-out", "exclude", regex.compile(rf"[^.;\n]{{0,100}}?\s(?P<cue>{any_of(words['exclude'])})\s")),
            ("in", "include", regex.compile(rf"[”\"]?\s(?:{be}\s[a-z]+\s)?(?P<cue>{any_of(words['beside'])})\s")),
        )
        self._in_front = regex.compile(r"(?P<cue>[Ii]n)\s(?=[^.;,\n]{1,40},\s(?:the|a|this)\s$)")
        self._part = any_of(words["parts"])
        compass = r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)ern"
        self._lead = regex.compile(
            rf"(?:(?P<part>{self._part})\s)?(?:the\s)?(?:(?P<part>{compass}\sparts?)\sof\s)?(?:the\s)?(?:(?!(?:but|and|{any_of(words['exclude'])})\b)[a-z-]+\s){{0,2}}?(?:fighters\sof\s)?"
        )
        self._join = regex.compile(
            r"(?:,\s|\s)(?:(?:and|or|as\swell\sas)\s)?(?:(?:to|in)\s)?(?:some\sof\sits\s[a-z]+(?:,\s|\s)(?:(?:and|as\swell\sas)\s)?(?:to\s)?)?"
        )

    def of(self, document: Document, sentence: Span, pause: PauseMention) -> Iterator[ScopeMention]:
        """Its members, in the order of the text."""
        for rule, direction, pattern in self._cues:
            if match := pattern.match(document.text, pause.span.end, sentence.end, timeout=LIMIT):
                yield from self._members(document, sentence, pause, rule, direction, Span(*match.span("cue")))
        if match := self._in_front.match(document.text, sentence.start, pause.span.start):
            yield from self._members(document, sentence, pause, "in-front", "include", Span(*match.span("cue")))

    def _members(
        self, document: Document, sentence: Span, pause: PauseMention, rule: str, direction: Direction, cue: Span
    ) -> Iterator[ScopeMention]:
        position = cue.end + 1
        around = document.text_of(cue) == "around"
        while position < sentence.end:
            found = self._member(document, position, sentence.end)
            if found is None:
                return
            start, part, member = found
            yield ScopeMention(
                span=Span(start, member.span.end),
                by=f"{self._extractor}:{rule}",
                pause=pause,
                direction=direction,
                region=member if isinstance(member, RegionMention) else None,
                actor=member if isinstance(member, ActorMention) else None,
                extent="part" if part or around else "whole",
                cue=cue,
            )
            join = self._join.match(document.text, member.span.end, sentence.end, timeout=LIMIT)
            if join is None:
                return
            position = join.end()

    def _member(
        self, document: Document, position: int, end: int
    ) -> tuple[int, bool, RegionMention | ActorMention] | None:
        """Where a member with its part words begins, whether only a part is meant, and the member."""
        for start in range(position, min(end, position + 60)):
            member = document.starting_at(RegionMention, start) or document.starting_at(ActorMention, start)
            if member is None:
                continue
            if isinstance(member, ActorMention) and member.kind == "person":
                return None  # who speaks after the comma
            lead = self._lead.fullmatch(document.text, position, start, timeout=LIMIT)
            if lead is None:
                return None
            return (position if lead["part"] else start), bool(lead["part"]), member
        return None
