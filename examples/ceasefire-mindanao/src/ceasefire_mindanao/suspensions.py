"""Suspensions of military or police operations (SOMO, SOPO), by which one side stops its fire in the Philippines."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from ceasefire import Extractor, hookimpl
from ceasefire.document import Document
from ceasefire.mentions import ActorMention, EventMention, Mention, PauseMention, TimeMention
from ceasefire.models import Span

__all__ = ["SuspensionsExtractor", "extractors"]

#: the version of the plugin contract that this was written for
requires_contract = ">=1.0,<2"

#: seconds after which a pattern that runs away is stopped
LIMIT = 2
#: verbs with a suspension as object, by the event that they tell
EVENTS = {
    "announced": ("mengumumkan", "menyatakan", "memerintahkan", "memberlakukan"),
    "extended": ("memperpanjang",),
    "ended": ("mencabut", "mengakhiri"),
}
#: what may stand between verb and noun
BETWEEN = r"(?:\s(?:status|perintah|sebuah|kembali))*\s"


class SuspensionsExtractor:
    """Gives a `PauseMention` of kind `suspension` for each, and an `EventMention` for the verb that governs it."""

    name = "mindanao-suspensions"
    language = "id"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset({ActorMention, TimeMention, PauseMention})
    gives: frozenset[type[Mention]] = frozenset({PauseMention, EventMention})

    def __init__(self) -> None:
        long = r"(?:penangguhan|penghentian sementara) operasi (?:militer|polisi)"
        self._noun = regex.compile(rf"(?i:{long})|(?:SOM[OA]|SOPO)\b")
        self._types = {verb: type_ for type_, verbs in EVENTS.items() for verb in verbs}
        self._verb = regex.compile(rf"\b(?P<verb>(?i:{'|'.join(self._types)})){BETWEEN}$")
        self._back = regex.compile(r"\s(?:itu|tersebut)\b")

    def extract(self, document: Document) -> Iterator[PauseMention | EventMention]:
        """The suspensions of the text, in its order, and what is told of each."""
        before: PauseMention | None = None
        for start in document.where("penangguhan", "penghentian", "somo", "soma", "sopo"):
            match = self._noun.match(document.text, start, timeout=LIMIT)
            if match is None:
                continue
            span = Span(*match.span())
            if read := document.overlapping(PauseMention, span):
                document.drop(f"{self.name}:noun", span, "another extractor has read a pause in these words")
                before = read[0]
                continue
            before = self._mention(document, span, before)
            yield before
            if before.same_as is None:
                yield from self._event(document, before)

    def _mention(self, document: Document, span: Span, before: PauseMention | None) -> PauseMention:
        """A suspension; an abbreviation in brackets is the one before it, whatever that one was taken for."""
        apposed = before is not None and document.text[before.span.end : span.start] == " ("
        return PauseMention(
            span=span,
            by=f"{self.name}:noun",
            label=document.text_of(span),
            kind="suspension",
            definite=bool(self._back.match(document.text, span.end)),
            same_as=before if apposed else None,
        )

    def _event(self, document: Document, pause: PauseMention) -> Iterator[EventMention]:
        """What the verb right before it tells, by whom and on which day."""
        sentence = document.sentence_at(pause.span.start)
        begin = max(sentence.start, pause.span.start - 60)
        match = self._verb.search(document.text, pos=begin, endpos=pause.span.start, timeout=LIMIT)
        if match is None:
            return
        verb = Span(*match.span("verb"))
        actor = document.ending_at(ActorMention, verb.start - 1)
        times = document.starting_in(TimeMention, pause.span.end, pause.span.end + len(" itu pada ."))
        type_ = self._types[match["verb"].lower()]
        yield EventMention(
            span=verb,
            by=f"{self.name}:{type_}",
            type=type_,
            pause=pause,
            actor=actor,
            date=next((time for time in times if time.type != "DURATION" and time.span.end <= sentence.end), None),
        )


@hookimpl
def extractors() -> list[Extractor]:
    """The extractor of this plugin."""
    return [SuspensionsExtractor()]
