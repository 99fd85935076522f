"""How a reading came about: what read which words, what it took from other mentions, what was decided.

A `Reader(trace=True)` gives reports that can explain themselves; without it nothing is kept and nothing is paid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from ceasefire.document import Considered, Document
from ceasefire.errors import CeasefireError
from ceasefire.mentions import EventMention, Mention, PauseFactMention, ScopeMention, StanceMention
from ceasefire.models import (
    Actor,
    Casualty,
    Diagnostic,
    Pause,
    Region,
    Report,
    Span,
    Statement,
    Time,
)

__all__ = ["Decision", "Explanation", "Step", "Trace"]

Item = Time | Actor | Region | Casualty | Pause | Statement

#: mentions that become no item but tell of one, and the field that leads to it: edges, clauses and facts of a pause,
#: and what a statement holds
_TELL_OF: Mapping[type[Mention], str] = {
    ScopeMention: "pause",
    EventMention: "pause",
    PauseFactMention: "pause",
    StanceMention: "statement",
}
#: how far pointers are followed: a scope part, its region, the larger place
_DEPTH = 3


@attrs.frozen
class Decision:
    """Something that assembly decided about a mention, and why."""

    mention: Mention
    reason: str


@attrs.frozen
class Step:
    """One line of an explanation."""

    #: how deep it stands under the item; 0 is the item itself
    depth: int
    text: str
    span: Span | None = None
    #: plugin and rule
    rule: str | None = None


@attrs.frozen
class Explanation:
    """The chain that led to one item, from the words up. As text it is a line a step."""

    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return "\n".join("  " * step.depth + step.text for step in self.steps)


@attrs.frozen
class Trace:
    """All that was found and decided on the way to one report."""

    document: Document
    #: by the `id()` of a mention, the id of the item that it became
    items: Mapping[int, str]
    decisions: tuple[Decision, ...]

    def explain(self, report: Report, what: Item | str) -> tuple[Explanation, ...]:
        """The explanations of an item, of the item with that id, or of all that was read in words that hold `what`.

        By words, mentions that became no item are shown too, a plugin's own types among them, and diagnostics that are
        about such words or bear that code. Raises `CeasefireError` where there is none of all these.
        """
        if isinstance(what, str):
            found = _by_id(report).get(what)
            explained = [self._item(report, found)] if found else list(self._word(report, what))
        else:
            explained = [self._item(report, what)]
        if not explained:
            raise CeasefireError(f"the report has no item {what!r}, and nothing was read or dropped in such words")
        return tuple(explained)

    # ---- by item -------------------------------------------------------------------------------------------------

    def _item(self, report: Report, item: Item) -> Explanation:
        mentions = self._mentions_of(item)
        steps = [Step(0, _headline(item))]
        for mention in mentions:
            steps += self._chain(mention, 1)
            steps += self._told_of(mention)
        spans = list(_apart(m.span for m in mentions))
        for span in spans:
            steps += self._dropped_in(self.document.sentence_at(span.start))
        steps += [self._note(note) for note in report.diagnostics if note.span and any(map(note.span.overlaps, spans))]
        return Explanation(tuple(steps))

    def _mentions_of(self, item: Item) -> list[Mention]:
        by_id = (
            m for kind in self.document.types() for m in self.document.of(kind) if self.items.get(id(m)) == item.id
        )
        return sorted(by_id, key=lambda m: m.span)

    def _told_of(self, target: Mention) -> Iterator[Step]:
        """What tells of an item by this mention of it."""
        for kind in _TELL_OF:
            for mention in self.document.of(kind):
                if _told_by(mention) is target:
                    yield from self._chain(mention, 2, leaving_out=target)

    # ---- by word -------------------------------------------------------------------------------------------------

    def _word(self, report: Report, word: str) -> Iterator[Explanation]:
        """What was read in words that hold `word`, and what was dropped there."""
        sought = word.casefold()
        items = _by_id(report)
        chains: dict[str, list[Step]] = {}
        beside: dict[str, list[Step]] = {}
        for kind in self.document.types():
            for mention in self.document.of(kind):
                if sought not in self.document.text_of(mention.span).casefold():
                    continue
                item = items.get(self._belongs_to(mention) or "")
                if item is not None:
                    headline = _headline(item) if id(mention) in self.items else _edge(mention, item)
                    chains.setdefault(headline, []).extend(self._chain(mention, 1))
                else:
                    beside.setdefault(_without_item(kind), []).extend(self._chain(mention, 1))
        for headline, steps in (*chains.items(), *beside.items()):
            yield Explanation((Step(0, headline), *steps))
        dropped = [c for c in self.document.considered or () if sought in self.document.text_of(c.span).casefold()]
        if dropped:
            yield Explanation((Step(0, f"dropped in words with {word!r}"), *map(self._drop, dropped)))
        notes = [note for note in report.diagnostics if note.code == word or self._is_about(note, sought)]
        if notes:
            yield Explanation((Step(0, f"noted of {word!r}"), *map(self._note, notes)))

    def _is_about(self, note: Diagnostic, sought: str) -> bool:
        return note.span is not None and sought in self.document.text_of(note.span).casefold()

    def _belongs_to(self, mention: Mention) -> str | None:
        """The id of the item that a mention became or is a part of."""
        return self.items.get(id(_told_by(mention)))

    # ---- chains --------------------------------------------------------------------------------------------------

    def _chain(
        self, mention: Mention, depth: int, label: str = "", leaving_out: Mention | None = None, far: int = _DEPTH
    ) -> Iterator[Step]:
        """A mention, what it says, what was decided about it, and the mentions that it points at."""
        words = self.document.text_of(mention.span)
        said = ", ".join(f"{name} {value}" for name, value in _said(mention))
        where = f"{mention.span.start}-{mention.span.end}"
        text = f"{label}{mention.by} read ⟨{words}⟩ ({where}){': ' + said if said else ''}"
        yield Step(depth, text, mention.span, mention.by)
        for name, span in _cues(mention):
            yield Step(depth + 1, f"{name} ⟨{self.document.text_of(span)}⟩ ({span.start}-{span.end})", span)
        if reasons := getattr(mention, "reasons", ()):
            yield Step(depth + 1, f"weighed most: {', '.join(reasons)}")
        for decision in self.decisions:
            if decision.mention is mention:
                yield Step(depth + 1, decision.reason)
        if far > 0:
            for name, target in _pointers(mention):
                if target is not leaving_out:
                    yield from self._chain(target, depth + 1, f"{name}: ", mention, far - 1)

    def _dropped_in(self, stretch: Span) -> Iterator[Step]:
        for considered in self.document.considered or ():
            if stretch.covers(considered.span):
                yield self._drop(considered)

    def _drop(self, considered: Considered) -> Step:
        words = self.document.text_of(considered.span)
        where = f"{considered.span.start}-{considered.span.end}"
        text = f"{considered.by} considered ⟨{words}⟩ ({where}) and dropped it: {considered.why}"
        return Step(1, text, considered.span, considered.by)

    def _note(self, note: Diagnostic) -> Step:
        where = ""
        if note.span is not None:
            where = f" ⟨{self.document.text_of(note.span)}⟩ ({note.span.start}-{note.span.end})"
        return Step(1, f"{note.level} {note.code} by {note.source}{where}: {note.message}", note.span)


def _by_id(report: Report) -> dict[str, Item]:
    layers: tuple[tuple[Item, ...], ...] = (
        report.times,
        report.actors,
        report.regions,
        report.casualties,
        report.pauses,
        report.statements,
    )
    return {item.id: item for layer in layers for item in layer}


def _headline(item: Item) -> str:
    if isinstance(item, Pause):
        return f"{item.id} pause “{item.label}”: {item.kind}, {item.status}"
    if isinstance(item, (Actor, Region)):
        country = f", {item.country}" if item.country else ""
        return f"{item.id} {type(item).__name__.lower()} “{item.name}”: {item.kind}{country}"
    if isinstance(item, Time):
        return f"{item.id} time “{item.text}”: {item.type} {item.value}"
    if isinstance(item, Casualty):
        return f"{item.id} casualty “{item.text}”: {item.outcome}, {item.count.min} to {item.count.max} {item.victims}"
    return f"{item.id} statement “{item.text:.60}”: {item.form}, {item.stance or 'no stance'}"


def _told_by(mention: Mention) -> Mention:
    """The mention of which one tells; another kind is only itself."""
    field = _TELL_OF.get(type(mention))
    target: Mention = getattr(mention, field) if field else mention
    return target


def _edge(mention: Mention, item: Item) -> str:
    """The headline of what tells of an item: a clause, a fact, an edge of scope, a stance."""
    if isinstance(item, Statement):
        return f"{item.id} statement “{item.text:.60}” holds this"
    pause = f"{item.id} pause “{item.label}”" if isinstance(item, Pause) else item.id
    if isinstance(mention, ScopeMention):
        return f"{pause} {mention.direction}s this"
    if isinstance(mention, EventMention):
        return f"{pause} has the event {mention.type}"
    return f"{pause} has this fact"


def _without_item(kind: type[Mention]) -> str:
    """The headline of mentions that stand on the document alone."""
    own = "" if kind.__module__ == Mention.__module__ else " (a plugin's own type, which core leaves aside)"
    return f"{kind.__name__}: no item of the report{own}"


def _said(mention: Mention) -> Iterator[tuple[str, object]]:
    """The plain values that a mention holds, those left at their defaults left out."""
    for field in attrs.fields(type(mention)):
        value = getattr(mention, field.name)
        if field.name not in ("span", "by") and value != field.default and isinstance(value, (str, int, float)):
            yield field.name, value


def _cues(mention: Mention) -> Iterator[tuple[str, Span]]:
    """The further spans that a mention holds: a cue, a verb, the words of a bound."""
    for field in attrs.fields(type(mention)):
        value = getattr(mention, field.name)
        if isinstance(value, Span) and field.name != "span" and value != mention.span:
            yield field.name, value


def _pointers(mention: Mention) -> Iterator[tuple[str, Mention]]:
    for field in attrs.fields(type(mention)):
        value = getattr(mention, field.name)
        for target in value if isinstance(value, tuple) else (value,):
            if isinstance(target, Mention):
                yield field.name, target


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans without repetition, in order."""
    return iter(sorted(set(spans)))
