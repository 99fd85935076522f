"""Who said what: clauses after a verb of saying, tags after a clause, quotations, what follows `saying` or `adding`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs
import regex

from ceasefire.document import Document
from ceasefire.mentions import ActorMention, EventMention, Mention, PauseMention, StatementMention, TimeMention
from ceasefire.models import Span
from english.words import LIMIT, any_of, lexicon

#: a subject is among so many that are named before its verb, so that work grows with the text
_FEW = 8


@attrs.frozen
class Told:
    """What somebody says, before it is a mention."""

    rule: str
    span: Span
    speaker: ActorMention
    verb: Span
    via: ActorMention | None = None
    date: TimeMention | None = None


@attrs.frozen
class Sentence:
    """A sentence, and who is named in it."""

    document: Document
    span: Span
    actors: list[ActorMention]
    starts: list[int] = attrs.field(init=False)
    media: list[int] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "starts", [actor.span.start for actor in self.actors])
        object.__setattr__(self, "media", [actor.span.start for actor in self.actors if actor.kind == "media"])

    @property
    def text(self) -> str:
        """Of the article."""
        return self.document.text

    def all(self, pattern: regex.Pattern[str]) -> Iterator[regex.Match[str]]:
        """The matches of a pattern in it."""
        return pattern.finditer(self.text, self.span.start, self.span.end, timeout=LIMIT)

    def actors_around(self, verb: Span) -> tuple[Sequence[ActorMention], ActorMention | None]:
        """The last few named before a verb, in order, and one right after it."""
        number = bisect_left(self.starts, verb.start)
        after = self.actors[number] if number < len(self.actors) else None
        near = after is not None and after.span.start - verb.end <= len(" the ")
        return self.actors[max(0, number - _FEW) : number], after if near else None

    def time_after(self, verb: Span) -> TimeMention | None:
        """`said on Monday`."""
        times = self.document.starting_in(TimeMention, verb.end, verb.end + len(" on ."))
        return times[0] if times and self.text[verb.end : times[0].span.start] == " on " else None

    def end_before_tag(self, start: int) -> int:
        """Where a clause ends: before `, the agency reported` or `, adding`, or with the sentence."""
        number = bisect_left(self.media, start)
        comma = self.text.rfind(",", start, self.media[number]) if number < len(self.media) else -1
        if comma > start:
            return comma
        participle = regex.search(r",\s(?:saying|adding)\b", self.text, pos=start, endpos=self.span.end)
        return participle.start() if participle else self.span.end


class Statements:
    """Gives a `StatementMention` for each stretch that the text attributes to somebody."""

    name = "en-statements"
    language = "en"
    needs: frozenset[type[Mention]] = frozenset({ActorMention})
    uses: frozenset[type[Mention]] = frozenset({TimeMention, PauseMention, EventMention})
    gives: frozenset[type[Mention]] = frozenset({StatementMention})

    def __init__(self) -> None:
        words = lexicon("speech")
        self._verb = regex.compile(rf"\b{any_of(words['said'])}\b")
        self._participle = regex.compile(r",\s(?P<verb>saying|adding)(?:\sthat)?,?\s")
        self._end = regex.compile(rf"\sand\s{any_of(words['more'])}\b|[.]$")
        self._relative = regex.compile(r",\s(?:who|which|whose)\s")
        self._lead = regex.compile(r"[\s,”\"]*(?:an?\s|the\s)?", regex.I)
        self._that = regex.compile(r"\s(?:that\s)?(?![,.])")
        self._stances = {stance: regex.compile(rf"\b{any_of(cues)}\b") for stance, cues in words["stances"].items()}

    def extract(self, document: Document) -> Iterator[StatementMention]:
        """The statements of the text, in its order."""
        for span in document.sentences:
            actors = document.within(ActorMention, span)
            if actors and not document.in_furniture(span):
                sentence = Sentence(document, span, actors)
                yield from (self._mention(document, each) for each in self._told(sentence))

    def _told(self, sentence: Sentence) -> list[Told]:
        """All that is told in a sentence; an agency that reports what somebody says only brings it."""
        told = [each for match in sentence.all(self._verb) if (each := self._by_verb(sentence, Span(*match.span())))]
        if any(each.rule == "said" for each in told):
            via = next((each.speaker for each in told if each.rule == "tag" and each.speaker.kind == "media"), None)
            told = [attrs.evolve(each, via=via) for each in told if each.speaker is not via]
        speaker = told[0].speaker if told else sentence.actors[0]
        for match in sentence.all(self._participle):
            span = _clause(sentence.document, Span(match.end(), sentence.span.end), self._end)
            told.append(Told("participle", span, speaker, Span(*match.span("verb"))))
        return told

    def _by_verb(self, sentence: Sentence, verb: Span) -> Told | None:
        """What a verb tells: the clause before its comma, or, after its subject, the clause that follows."""
        text, start = sentence.text, sentence.span.start
        before, after = sentence.actors_around(verb)
        comma = text.rfind(",", start, verb.start)
        if comma > start and not self._relative.search(text, start, verb.start):
            if after and not text[comma + 1 : verb.start].strip(' ”"'):
                return Told("tag", Span(start, comma), after, verb)
            near = before[-1] if before else None
            if (
                near
                and self._lead.fullmatch(text, comma + 1, near.span.start)
                and text[near.span.end : verb.start] == " "
            ):
                return Told("tag", Span(start, comma), near, verb)
        subject = self._subject(text, before, verb)
        if subject is None:
            return None
        date = sentence.time_after(verb)
        that = self._that.match(text, date.span.end if date else verb.end)
        if that is None or that.end() >= sentence.span.end:
            return None
        clause = _clause(sentence.document, Span(that.end(), sentence.end_before_tag(that.end())), self._end)
        return Told("said", clause, subject, verb, date=date)

    def _subject(self, text: str, before: Sequence[ActorMention], verb: Span) -> ActorMention | None:
        """Who stands right before the verb, or before a clause between commas that tells more of them."""
        for actor in before:
            between = text[actor.span.end : verb.start]
            if between == " " or (self._relative.match(between) and between.endswith(", ")):
                return actor
        return None

    def _mention(self, document: Document, told: Told) -> StatementMention:
        text = document.text
        quoted = document.quotation_at(told.span.start + 1) if text[told.span.start] in '“"' else None
        span = (
            Span(quoted.inner.start, quoted.inner.end - (text[quoted.inner.end - 1] in ",.")) if quoted else told.span
        )
        about = self._about(document, span)
        stance = None
        if about is not None:
            words = text[span.start : span.end]
            stance = next((name for name, cues in self._stances.items() if cues.search(words)), None)
        if stance == "rejects" and about is not None and not about.definite:
            refused = [e for e in document.of(EventMention) if e.type == "rejected" and e.span.end < span.start]
            about = refused[-1].pause if refused else about
        return StatementMention(
            span=span,
            by=f"{self.name}:{told.rule}",
            form="direct" if quoted else "indirect",
            speaker=told.speaker,
            verb=told.verb,
            via=told.via,
            date=told.date,
            stance=stance,
            about=about,
        )

    def _about(self, document: Document, span: Span) -> PauseMention | None:
        """The first pause that the clause itself speaks of, not a relative clause within it."""
        relative = self._relative.search(document.text, span.start, span.end)
        end = relative.start() if relative else span.end
        return next(iter(document.starting_in(PauseMention, span.start, end)), None)


def _clause(document: Document, span: Span, end: regex.Pattern[str]) -> Span:
    """A clause without the full stop of its sentence or what else its speaker does."""
    match = end.search(document.text, span.start, span.end, timeout=LIMIT)
    return Span(span.start, match.start()) if match else span
