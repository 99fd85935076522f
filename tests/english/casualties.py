"""Figures of people harmed: `killed more than 250 people`, `40 civilians were wounded`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import regex

from ceasefire.document import Document
from ceasefire.mentions import CasualtyMention, Mention, NumberMention, RegionMention, TimeMention
from ceasefire.models import Span
from english.words import LIMIT, any_of, lexicon

M = TypeVar("M", bound=Mention)


class Casualties:
    """Gives a `CasualtyMention` for each figure."""

    name = "en-casualties"
    language = "en"
    needs: frozenset[type[Mention]] = frozenset({NumberMention})
    uses: frozenset[type[Mention]] = frozenset({RegionMention, TimeMention})
    gives: frozenset[type[Mention]] = frozenset({CasualtyMention})

    def __init__(self) -> None:
        words = lexicon("casualties")
        self._outcomes = {verb: outcome for outcome, verbs in words["outcomes"].items() for verb in verbs}
        self._victims = {noun: victims for victims, nouns in words["victims"].items() for noun in nouns}
        verbs = rf"(?P<verb>{any_of(self._outcomes)})"
        self._noun = regex.compile(rf"(?:\s[a-z]+)?\s(?P<noun>{any_of(self._victims)})\b")
        self._before = regex.compile(rf"\b{verbs}\s$")
        self._after = regex.compile(rf"\s(?:(?:have|has|had)\sbeen|were|was|are)\s{verbs}\b")

    def extract(self, document: Document) -> Iterator[CasualtyMention]:
        """The figures of the text, in its order."""
        for number in document.of(NumberMention):
            noun = self._noun.match(document.text, number.span.end, timeout=LIMIT)
            end = noun.end() if noun else number.span.end
            before = self._before.search(document.text, pos=max(0, number.span.start - 12), endpos=number.span.start)
            after = self._after.match(document.text, end, timeout=LIMIT)
            verb = before or after
            if verb is None:
                document.drop(f"{self.name}:figure", number.span, "no word of harm beside it")
                continue
            sentence = document.sentence_at(number.span.start)
            yield CasualtyMention(
                span=Span(number.span.start, end),
                by=f"{self.name}:{'active' if before else 'passive'}",
                outcome=self._outcomes[verb["verb"]],
                victims=self._victims[noun["noun"]] if noun else "people",
                min=number.min,
                max=number.max,
                count=number.span,
                region=_nearest(document.within(RegionMention, sentence), number.span),
                time=_nearest(
                    [time for time in document.within(TimeMention, sentence) if time.type != "DURATION"], number.span
                ),
            )


def _nearest(mentions: list[M], span: Span) -> M | None:
    """The last before a span, else the first after it."""
    before = [mention for mention in mentions if mention.span.end <= span.start]
    return before[-1] if before else mentions[0] if mentions else None
