r"""Gold written inside the sentence: braces around the words, a bar, and what they must be read as.

::

    Jeda {72 jam|time type=DURATION value=PT72H} berlaku sejak {Senin (10/11)|time value=2025-11-10}.

- After the bar stands the layer, then fields, `name=value`. A value goes on up to the next `name=`, so it may hold
  spaces: `name=John Kerry kind=person`. In double quotes any sign may stand, `\"` for a quote; `none` is null;
  `[a, b]` is a list.
- Spans nest: `{Menteri Luar Negeri {Suriah|actor kind=state}|actor kind=person}`.
- One span may be several things: `{Jeda 72 jam|pause kind=truce|time value=PT72H}`.
- Spans that cross each other bear a number, said again at their ends: `{1>dari {2>pagi|1>time} ini|2>time}`.
- A backslash takes the meaning from the signs `{`, `}`, `|` and from itself. Outside braces a bar is only a bar.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

import attrs
import regex

from ceasefire.models import Span
from ceasefire.testing.errors import MarkupError

__all__ = ["Gold", "Mark", "Word", "parse_gold"]


class Word(str):
    """A value written without quotes: it agrees with whatever is written so, a number or null too."""

    __slots__ = ()


@attrs.frozen
class Mark:
    """One stretch of the sentence and what it must be read as."""

    #: `time`, `actor`, …: the singular of a layer, or a mention type in small letters without `Mention`
    layer: str
    span: Span
    #: only these are compared; a value is a `str`, a `Word`, or a tuple of them
    fields: Mapping[str, Any]


@attrs.frozen
class Gold:
    """A sentence without its markup, and its marks in the order of their starts."""

    text: str
    marks: tuple[Mark, ...]


def parse_gold(marked: str) -> Gold:
    """The sentence and its marks. Raises `MarkupError`, which shows the place, for markup that does not hold."""
    return _Parser(marked).run()


@attrs.frozen
class _Open:
    """A span that waits for its end."""

    label: str | None
    #: in the sentence without markup
    start: int
    #: of the brace, in the marked sentence
    at: int


_ESCAPED = r"\\(.?)"
_OPENING = r"\{(?:(\w+)>)?"
_LABEL = r"\|(?:(\w+)>)?"
_LAYER = r"\s*+([\p{L}_][\w-]*+)"
_FIELD = r"\s++([\p{L}_][\w.]*+)\s*+=\s*+"
_QUOTED = r'"((?:[^"\\]|\\.)*+)"'
_LIST = r"\[([^\[\]]*+)\]"
_BARE = r'[^\s"|{}\[\]\\]++(?:\s++(?![\p{L}_][\w.]*+\s*+=)[^\s"|{}\[\]\\]++)*+'
_MEMBER = rf'\s*+(?:{_QUOTED}|([^",]+?))\s*+(?:,|$)'


class _Parser:
    """Goes over the marked sentence once, from left to right."""

    def __init__(self, marked: str) -> None:
        self.marked = marked
        self.at = 0
        self.plain: list[str] = []
        self.open: list[_Open] = []
        self.marks: list[Mark] = []

    def run(self) -> Gold:
        while self.at < len(self.marked):
            sign = self.marked[self.at]
            if sign == "\\":
                self._escape()
            elif sign == "{":
                self._begin()
            elif sign == "|" and self.open:
                self._end()
            elif sign == "}":
                self._fail(self.at, r"'}' ends no span; write \} for the sign itself")
            else:
                self.plain.append(sign)
                self.at += 1
        if self.open:
            self._fail(self.open[-1].at, r"the span that begins here has no end; write \{ for the sign itself")
        return Gold("".join(self.plain), tuple(sorted(self.marks, key=lambda mark: mark.span)))

    def _match(self, pattern: str) -> regex.Match[str] | None:
        match = regex.compile(pattern).match(self.marked, self.at)
        if match:
            self.at = match.end()
        return match

    def _fail(self, at: int, why: str) -> NoReturn:
        raise MarkupError(self.marked, at, why)

    def _escape(self) -> None:
        at = self.at
        match = self._match(_ESCAPED)
        if match is None or not match[1] or match[1] not in "{}|\\":
            self._fail(at, r"a backslash stands only before { } | and \; write \\ for the sign itself")
        self.plain.append(match[1])

    def _begin(self) -> None:
        at = self.at
        match = self._match(_OPENING)
        assert match is not None
        if match[1] is not None and any(span.label == match[1] for span in self.open):
            self._fail(at, f"a span numbered {match[1]} is open already")
        self.open.append(_Open(match[1], len(self.plain), at))

    def _end(self) -> None:
        at = self.at
        match = self._match(_LABEL)
        assert match is not None
        waiting = [span for span in self.open if span.label == match[1]]
        if not waiting:
            which = "without a number" if match[1] is None else f"numbered {match[1]}"
            self._fail(at, f"no span {which} is open here")
        self.open.remove(waiting[-1])
        span = self._span(waiting[-1])
        self._mark(span)
        while not self._match(r"\s*+\}"):
            if not self._match(r"\s*+\|"):
                self._fail(self.at, "after the layer stand fields, name=value, then | or }")
            self._mark(span)

    def _span(self, opened: _Open) -> Span:
        words = "".join(self.plain[opened.start :])
        if not words:
            self._fail(opened.at, "the span that begins here holds no words")
        if words != words.strip():
            self._fail(opened.at, "the span that begins here has white space at its edge; put it outside")
        return Span(opened.start, len(self.plain))

    def _mark(self, span: Span) -> None:
        layer = self._match(_LAYER)
        if layer is None:
            self._fail(self.at, "a layer is missing: after | stands what the words are, time or actor or so")
        fields: dict[str, Any] = {}
        at = self.at
        while field := self._match(_FIELD):
            if field[1] in fields:
                self._fail(at, f"the field {field[1]} stands twice")
            fields[field[1]] = self._value(field[1])
            at = self.at
        self.marks.append(Mark(layer[1], span, fields))

    def _value(self, field: str) -> Any:
        if quoted := self._match(_QUOTED):
            return _unescaped(quoted[1])
        at = self.at
        if members := self._match(_LIST):
            return self._members(members[1], at + 1)
        bare = self._match(_BARE)
        if bare is None:
            self._fail(at, f'the field {field} has no value; write none for null, "" for no words')
        return Word(bare[0])

    def _members(self, written: str, at: int) -> tuple[str, ...]:
        found: list[str] = []
        pattern = regex.compile(_MEMBER)
        position = 0
        while written[position:].strip():
            member = pattern.match(written, position)
            if member is None:
                self._fail(at + position, "a list holds values and commas: [Rusia, Iran]")
            found.append(_unescaped(member[1]) if member[1] is not None else Word(member[2]))
            position = member.end()
        return tuple(found)


def _unescaped(quoted: str) -> str:
    return regex.sub(r"\\(.)", r"\1", quoted)
