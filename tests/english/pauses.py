"""Pauses in the fighting: their nouns, what is told of them, and whom and what they cover. `scope` has the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import regex

from ceasefire.document import Document
from ceasefire.mentions import (
    ActorMention,
    EventMention,
    Mention,
    PauseFactMention,
    PauseMention,
    RegionMention,
    ScopeMention,
    TimeMention,
)
from ceasefire.models import Span
from english.scope import Scope
from english.words import LIMIT, any_of, lexicon

#: words of a noun phrase that tell no pause from another
_EMPTY = frozenset({"of", "in", "the"})


class Pauses:
    """Gives a `PauseMention` for each noun of a pause, its events, facts and scope."""

    name = "en-pauses"
    language = "en"
    needs: frozenset[type[Mention]] = frozenset({ActorMention, RegionMention})
    uses: frozenset[type[Mention]] = frozenset({TimeMention})
    gives: frozenset[type[Mention]] = frozenset({PauseMention, ScopeMention, EventMention, PauseFactMention})

    def __init__(self) -> None:
        self._words = words = lexicon("pauses")
        self._kinds = {noun: kind for kind, nouns in words["kinds"].items() for noun in nouns}
        self._contrasts: dict[str, Any] = {word: kind for kind, each in words["contrasts"].items() for word in each}
        before = r"(?P<before>(?:\b[\w-]+[^\S\n]+){0,2}[“\"]?)"
        self._noun = regex.compile(rf"{before}\b(?P<noun>{any_of(self._kinds)})\b", regex.I)
        verbs = {verb: type_ for type_, forms in words["verbs"].items() for verb in forms}
        self._types = verbs | {verb: type_ for type_, forms in words["intransitive"].items() for verb in forms}
        self._active = regex.compile(rf"\b(?P<verb>{any_of(verbs)})\b(?P<between>[^.,;\n]{{1,45}})$")
        filler = r"(?:the|a|an|its|their|partial|extension|of|on|“|\"|\s|[\w-]+-hour|new|wider|temporary)*"
        self._filler = regex.compile(filler)
        be = any_of(words["passives"]["be"])
        self._passive = regex.compile(rf"[”\"]?\s(?:[^.,;\n]{{0,30}}\s)?{be}\s(?P<verb>{any_of(verbs)})\b")
        ends = any_of(verb for forms in words["intransitive"].values() for verb in forms)
        self._intransitive = regex.compile(rf"[”\"]?\s(?:(?:in|around)\s[^.,;\n]{{1,20}}\s)?(?P<verb>{ends})\b")
        self._apposition = regex.compile(r"[”\"]?,\sor\s(?:an?|the)\s$")
        self._states = {
            "in_force": regex.compile(
                rf"[”\"]?\s(?:[^.,;\n]{{0,30}}\s)?(?P<cue>{any_of(words['states']['in_force'])})\b"
            ),
            "violated": regex.compile(
                rf"\b(?P<cue>{any_of(words['states']['violated'])})\s(?:the|a|an)\s(?:[a-z]+\s)?$"
            ),
        }
        self._brokers = frozenset(words["states"]["brokers"])
        self._declared = regex.compile(r"\s(?P<cue>declared|announced)\sby\s(?:the\s)?")
        self._talks = regex.compile(
            r"\b(?P<cue>talks|negotiations)\b[^.;\n]{0,60}\sto\s[“\"]?(?:include|create|establish|reach)\b"
        )
        self._scope = Scope(self.name)

    def extract(self, document: Document) -> Iterator[Mention]:
        """The pauses of the text and what is told of each, in its order."""
        last: PauseMention | None = None
        for match in self._noun.finditer(document.text, timeout=LIMIT):
            mention = self._mention(document, match, last)
            if mention is None:
                continue
            last = mention
            sentence = document.sentence_at(mention.span.start)
            yield mention
            yield from self._events(document, sentence, mention)
            yield from self._facts(document, sentence, mention)
            yield from self._scope.of(document, sentence, mention)

    def _mention(self, document: Document, match: regex.Match[str], last: PauseMention | None) -> PauseMention | None:
        words = self._words
        span = Span(*match.span("noun"))
        noun, before = match["noun"].lower(), match["before"].lower().strip('“" ').split()
        if noun in words["bare"] and not any(word.endswith(tuple(words["before_bare"])) for word in before[-2:]):
            document.drop(f"{self.name}:noun", span, "no article or length before it")
            return None
        contrast = next((self._contrasts[word] for word in before if word in self._contrasts), None)
        wanted = any(word in words["unreal"] for word in before) or self._is_wanted(document, span)
        same = last if last and self._apposition.fullmatch(document.text, last.span.end, span.start) else None
        return PauseMention(
            span=span,
            by=f"{self.name}:{noun.replace(' ', '-')}",
            label=match["noun"],
            heads=frozenset(noun.split()) - _EMPTY,
            kind=self._kinds[" ".join(noun.split())],
            definite=any(word in words["definite"] for word in before) and contrast is None,
            contrast=contrast,
            same_as=same,
            wanted=wanted,
            makes_pause=not any(word in words["unreal"] for word in before),
        )

    def _is_wanted(self, document: Document, span: Span) -> bool:
        sentence = document.sentence_at(span.start)
        after = self._passive.match(document.text, span.end, sentence.end, timeout=LIMIT)
        if after and self._types[after["verb"]] == "demanded":
            return True
        talks = self._talks.search(document.text, sentence.start, span.start, timeout=LIMIT)
        return bool(talks and "include" not in talks[0])

    # ---- events --------------------------------------------------------------------------------------------------

    def _events(self, document: Document, sentence: Span, pause: PauseMention) -> Iterator[EventMention]:
        text = document.text
        if talks := self._talks.search(text, sentence.start, pause.span.start, timeout=LIMIT):
            included = "include" in talks[0]
            region = _first(document.within(RegionMention, Span(talks.start(), sentence.end)))
            actor = _first(document.within(ActorMention, Span(sentence.start, talks.start()))) if included else None
            cue = Span(talks.end() - len("include"), talks.end()) if included else Span(*talks.span("cue"))
            yield self._event("negotiated", cue, pause, "talks", actor=actor, region=region)
            return
        if match := self._governing(document, sentence, pause):
            cue = Span(*match.span("verb"))
            type_ = self._types[match["verb"]]
            brokered = match["verb"] in self._brokers
            time = _first(
                [t for t in document.within(TimeMention, Span(sentence.start, sentence.end)) if _near(t, cue, pause)]
            )
            subjects = self._subjects(document, sentence, cue)
            actor = None if brokered or not subjects else subjects[0]
            near = _beside(document, pause) if "extension" in match["between"] else None
            yield self._event(type_, cue, pause, f"verb-{type_}", actor=actor, date=time, region=near)
        elif match := self._passive.match(text, pause.span.end, sentence.end, timeout=LIMIT):
            cue = Span(*match.span("verb"))
            type_ = self._types[match["verb"]]
            rest = Span(cue.end, sentence.end)
            length = _first([t for t in document.within(TimeMention, rest) if t.type == "DURATION"])
            region = _first(document.within(RegionMention, rest))
            demanded = type_ == "demanded"
            yield self._event(type_, cue, pause, f"verb-{type_}", by_speaker=demanded, region=region, duration=length)
        elif match := self._intransitive.match(text, pause.span.end, sentence.end, timeout=LIMIT):
            cue = Span(*match.span("verb"))
            date = _first(
                [t for t in document.within(TimeMention, Span(cue.end, sentence.end)) if t.type != "DURATION"]
            )
            yield self._event(self._types[match["verb"]], cue, pause, "intransitive", date=date)

    def _governing(self, document: Document, sentence: Span, pause: PauseMention) -> regex.Match[str] | None:
        """The verb whose object the pause is: between them stand only articles, adjectives and a time."""
        match = self._active.search(document.text, sentence.start, pause.span.start, timeout=LIMIT)
        if match is None:
            return None
        between = match["between"]
        for time in document.within(TimeMention, Span(match.end("verb"), pause.span.start)):
            between = between.replace(document.text_of(time.span), "")
        return match if self._filler.fullmatch(between) else None

    def _subjects(self, document: Document, sentence: Span, verb: Span) -> list[ActorMention]:
        """Who stands before the verb: one, or several joined by `and`."""
        before = document.within(ActorMention, Span(sentence.start, verb.start))
        found: list[ActorMention] = before[-1:]
        for actor in reversed(before[:-1]):
            between = document.text[actor.span.end : found[0].span.start]
            if not regex.fullmatch(r",?\s(?:and\s)?(?:the\s)?", between):
                break
            found.insert(0, actor)
        return found

    def _event(self, type_: str, cue: Span, pause: PauseMention, rule: str, **fields: Any) -> EventMention:
        return EventMention(span=cue, by=f"{self.name}:{rule}", type=type_, pause=pause, **fields)

    # ---- facts ---------------------------------------------------------------------------------------------------

    def _facts(self, document: Document, sentence: Span, pause: PauseMention) -> Iterator[PauseFactMention]:
        text = document.text
        match = self._declared.match(text, pause.span.end, sentence.end)
        if match and (actor := document.starting_at(ActorMention, match.end())):
            yield self._fact("declared_by", Span(*match.span("cue")), pause, "declarer", actor=actor)
            yield self._fact("status", Span(*match.span("cue")), pause, "status", value="agreed")
        if match := self._governing(document, sentence, pause):
            cue, type_ = Span(*match.span("verb")), self._types[match["verb"]]
            if match["verb"] in self._brokers:
                for actor in self._subjects(document, sentence, cue):
                    yield self._fact("brokers", cue, pause, "broker", actor=actor)
            if type_ in ("agreed", "announced"):
                yield self._fact("status", cue, pause, "status", value="agreed")
            if "extension" in match["between"]:
                yield self._fact("status", cue, pause, "status", value="extended")
        if match := self._states["in_force"].match(text, pause.span.end, sentence.end, timeout=LIMIT):
            yield self._fact("status", Span(*match.span("cue")), pause, "status", value="in_force")
        if match := self._states["violated"].search(text, sentence.start, pause.span.start, timeout=LIMIT):
            yield self._fact("status", Span(*match.span("cue")), pause, "status", value="violated")

    def _fact(self, slot: Any, cue: Span, pause: PauseMention, rule: str, **fields: Any) -> PauseFactMention:
        return PauseFactMention(span=cue, by=f"{self.name}:{rule}", pause=pause, slot=slot, **fields)


def _first(mentions: Sequence[Any]) -> Any:
    return mentions[0] if mentions else None


def _near(time: TimeMention, verb: Span, pause: PauseMention) -> bool:
    """Whether a time stands right before the verb, between it and the pause, or right after the pause."""
    gap = max(verb.start - time.span.end, time.span.start - pause.span.end)
    return time.type != "DURATION" and gap <= len("” on ")


def _beside(document: Document, pause: PauseMention) -> RegionMention | None:
    """The region right after a pause: `the pause around Damascus`."""
    near = document.starting_in(RegionMention, pause.span.end, pause.span.end + len(" throughout the "))
    return near[0] if near else None
