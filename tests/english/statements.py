"""Who said what: clauses after a verb of saying, tags after a clause, quotations, and what follows `saying` or `adding`."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import regex

from ceasefire.document import Document
from ceasefire.mentions import ActorMention, EventMention, Mention, PauseMention, StatementMention, TimeMention
from ceasefire.models import Span
from english.words import LIMIT, any_of, lexicon


@attrs.frozen
class Told:
    """What somebody says, before it is a mention."""

    rule: str
    span: Span
    speaker: ActorMention
    verb: Span
    via: ActorMention | None = None
    date: TimeMention | None = None


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
        self._stances = {stance: regex.compile(rf"\b{any_of(cues)}\b") for stance, cues in words["stances"].items()}

    def extract(self, document: Document) -> Iterator[StatementMention]:
        """The statements of the text, in its order."""
        for sentence in document.sentences:
            actors = document.within(ActorMention, sentence)
            if not actors or document.in_furniture(sentence):
                continue
            told = [
                t
                for m in self._verb.finditer(document.text, sentence.start, sentence.end, timeout=LIMIT)
                for t in self._by_verb(document, sentence, actors, Span(*m.span()))
            ]
            via = next((t.speaker for t in told if t.rule == "tag" and t.speaker.kind == "media"), None)
            told = [attrs.evolve(t, via=via) if t.speaker is not via else t for t in told]
            if any(t.rule == "said" for t in told):
                told = [t for t in told if t.speaker is not via]  # the agency only brings what somebody says
            speaker = told[0].speaker if told else actors[0]
            for match in self._participle.finditer(document.text, sentence.start, sentence.end, timeout=LIMIT):
                span = _clause(document, Span(match.end(), sentence.end), self._end)
                told.append(Told("participle", span, speaker, Span(*match.span("verb"))))
            yield from (self._mention(document, each) for each in told)

    def _by_verb(self, document: Document, sentence: Span, actors: list[ActorMention], verb: Span) -> Iterator[Told]:
        """What a verb tells: after its subject the clause that follows, after a clause and a comma that one."""
        text = document.text
        before = [a for a in actors if a.span.end <= verb.start]
        after = next((a for a in actors if 0 < a.span.start - verb.end <= len(" the ")), None)
        comma = text.rfind(",", sentence.start, verb.start)
        tagged = comma > sentence.start and not self._relative.search(text, sentence.start, verb.start)
        if after and tagged and text[comma + 1 : verb.start].strip(' ”"') == "":
            yield Told("tag", _said_before(document, sentence, comma), after, verb)
            return
        near = before[-1] if before else None
        if (
            near
            and regex.fullmatch(r"[\s,”\"]*(?:an?\s|the\s)?", text[comma + 1 : near.span.start], regex.I)
            and tagged
            and text[near.span.end : verb.start] == " "
        ):
            yield Told("tag", _said_before(document, sentence, comma), near, verb)
            return
        if near is None or not before:
            return
        date = next(iter(document.starting_in(TimeMention, verb.end, verb.end + len(" on . "))), None)
        start = date.span.end if date and text[verb.end : date.span.start] == " on " else verb.end
        subject = self._subject(document, before, verb)
        if subject is None:
            return
        match = regex.compile(r"\s(?:that\s)?").match(text, start)
        if match and match.end() < sentence.end and (match[0] != " " or text[start + 1] not in ",."):
            span = _clause(
                document, Span(match.end(), _before_tag(document, actors, match.end(), sentence.end)), self._end
            )
            yield Told("said", span, subject, verb, date=date if start != verb.end else None)

    def _subject(self, document: Document, before: list[ActorMention], verb: Span) -> ActorMention | None:
        """Who stands right before the verb, or before a clause between commas that tells more of them."""
        text = document.text
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
        return next(iter(document.within(PauseMention, Span(span.start, end))), None)


def _said_before(document: Document, sentence: Span, comma: int) -> Span:
    """What stands before the comma of a tag."""
    return Span(sentence.start, comma)


def _before_tag(document: Document, actors: list[ActorMention], start: int, end: int) -> int:
    """Where a clause ends before `, the agency reported`, or where the sentence does."""
    for actor in actors:
        if actor.kind == "media" and actor.span.start > start:
            comma = document.text.rfind(",", start, actor.span.start)
            if comma > start:
                return comma
    participle = regex.search(r",\s(?:saying|adding)\b", document.text, pos=start, endpos=end)
    return participle.start() if participle else end


def _clause(document: Document, span: Span, end: regex.Pattern[str]) -> Span:
    """A clause without the full stop of its sentence or what else its speaker does."""
    match = end.search(document.text, span.start, span.end, timeout=LIMIT)
    return Span(span.start, match.start()) if match else span
