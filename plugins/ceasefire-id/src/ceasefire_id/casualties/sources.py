"""Who gives a figure, where no statement around it says so.

Somebody whom a reporter quotes (`mengutip petugas medis`), a record (`data PBB`), a relay (`dikutip dari harian X`),
or the sentence after (`Hal itu disampaikan S`). Whoever speaks in a statement around the figure is left to core.
"""

from __future__ import annotations

from ceasefire.document import Document
from ceasefire.mentions import ActorMention, NumberMention, StatementMention
from ceasefire.models import Span
from ceasefire_id.casualties.reach import reach_of
from ceasefire_id.casualties.vocabulary import Vocabulary
from ceasefire_id.patterns import LazyPattern

__all__ = ["Sources"]

#: words between a record and the figure
_REACH = 30
#: words around a figure within which another sentence's source is carried on
_BESIDE = 5
_CLOSE = LazyPattern(r"[;:]")


class Sources:
    """Finds the source of a figure."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def of(self, document: Document, figure: Span) -> ActorMention | None:
        """Who gives it; null where a statement around it has a speaker, or where nobody is named."""
        near = reach_of(document, figure)
        if counted := self._passed_on(document, near):
            return counted
        if self._is_spoken(document, figure):
            return None
        return (
            self._counter(document, near, figure)
            or self._record(document, near, figure)
            or self._record_after(document, near, figure)
            or self._told_after(document, figure)
            or self._relay(document, near)
            or self._carried(document, figure)
        )

    def _passed_on(self, document: Document, near: range) -> ActorMention | None:
        """`kantor berita itu, mengutip petugas medis`: of two sources the one who counted."""
        for number in near if document.has(self._vocabulary.quoting.beginnings) else ():
            found = self._vocabulary.quoting.at(document, number)
            actor = self._actor_from(document, found[1], near.stop) if found else None
            if actor and actor.kind != "media":
                return actor
        return None

    def _is_spoken(self, document: Document, figure: Span) -> bool:
        statements = document.overlapping(StatementMention, figure)
        return any(statement.speaker and statement.span.covers(figure) for statement in statements)

    def _counter(self, document: Document, near: range, figure: Span) -> ActorMention | None:
        """`Kongres X menghitung 20 orang tewas`, `20 orang tewas, hitung UNHCR`: who did the counting."""
        words, vocabulary = document.words, self._vocabulary
        if not document.has(vocabulary.counting | vocabulary.counted_by):
            return None
        first = words.first_at(figure.start)
        for number in near:
            if words.folded[number] in vocabulary.counting and number < first:
                start, end = words.starts[near.start], words.starts[number]
                before = [a for a in document.starting_in(ActorMention, start, end) if a.listed]
                return before[0] if before and before[0].kind not in ("civilians", "state") else None
            if words.folded[number] in vocabulary.counted_by and number > near.start:
                gap = document.text[words.ends[number - 1] : words.starts[number]]
                if gap == ", " and (actor := self._actor_from(document, number + 1, near.stop)):
                    return actor
        return None

    def _record(self, document: Document, near: range, figure: Span) -> ActorMention | None:
        """`Data terbaru PBB mencatat 300 orang tewas`: the body whose record it is, before the figure."""
        words = document.words
        end = words.first_at(figure.start)
        for number in range(max(near.start, end - _REACH), end):
            if words.folded[number] in self._vocabulary.records:
                actor = self._actor_from(document, number + 1, end)
                if actor and not _CLOSE.search(document.text, actor.span.end, figure.start):
                    return actor
        return None

    def _record_after(self, document: Document, near: range, figure: Span) -> ActorMention | None:
        """`300 orang tewas, demikian data PBB`."""
        folded = document.words.folded
        for number in range(document.words.first_at(figure.end), near.stop - 1):
            if folded[number] in self._vocabulary.according and folded[number + 1] in self._vocabulary.records:
                return self._actor_from(document, number + 2, near.stop)
        return None

    def _relay(self, document: Document, near: range) -> ActorMention | None:
        """`dikutip dari harian X`, `seperti dilansir X`, in the sentence of the figure."""
        for number in near if document.has(self._vocabulary.relays.beginnings) else ():
            found = self._vocabulary.relays.at(document, number)
            if found and (actor := self._actor_from(document, found[1], near.stop)):
                return actor
        return None

    def _carried(self, document: Document, figure: Span) -> ActorMention | None:
        """`S mengatakan 20 orang tewas. Tiga bus juga terbakar dan 30 orang terluka.`: who counted just before."""
        words, number = document.words, document.sentence_number(figure.start)
        before, here = document.sentences[number - 1] if number else None, document.sentences[number]
        if before is None or before.start < document.paragraph_at(figure.start).start:
            return None
        first, end = words.first_at(figure.start), words.first_at(figure.end)
        around = words.folded[max(words.first_at(here.start), first - _BESIDE) : end + _BESIDE]
        if self._vocabulary.carrying.isdisjoint(around) or document.overlapping(StatementMention, here):
            return None
        told = document.overlapping(StatementMention, before)
        return told[-1].speaker if told and document.starting_in(NumberMention, before.start, before.end) else None

    def _told_after(self, document: Document, figure: Span) -> ActorMention | None:
        """`Angka itu diumumkan S`: the next sentence names who gave it."""
        number = document.sentence_number(figure.start) + 1
        if number >= len(document.sentences):
            return None
        sentence = document.sentences[number]
        words = document.words
        first, end = words.first_at(sentence.start), words.first_at(sentence.end)
        opened = self._vocabulary.backward.at(document, first)
        if not opened:
            return None
        at = opened[1]
        while (
            at < end and words.folded[at] in self._vocabulary.closed and words.folded[at] not in self._vocabulary.said
        ):
            at += 1
        if at >= end or words.folded[at] not in self._vocabulary.said:
            return None
        return self._actor_from(document, at + 1, end)

    def _actor_from(self, document: Document, first: int, end: int) -> ActorMention | None:
        """The actor that begins with one of the next few words."""
        words = document.words
        if first >= end:
            return None
        last = min(first + 3, end - 1)
        for actor in document.starting_in(ActorMention, words.starts[first], words.starts[last] + 1):
            if actor.kind != "civilians" and "," not in document.text[words.ends[first - 1] : actor.span.start]:
                return actor
        return None
