"""Quotation marks and what they enclose.

The press mixes all kinds: straight, curly, low, twice right, guillemets, doubled and single apostrophes. Which
side a mark is on is told by its kind, and where that leaves it open, by its neighbours: a mark that follows a
space and touches a letter *looks* like an opening one, a mark that touches what is before it and not what is
after *looks* like a closing one. Marks lie on a stack, so time is linear however hostile the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

import attrs
import regex

from ceasefire.language import Quotation
from ceasefire.models import Span
from ceasefire_id.patterns import LazyPattern

__all__ = ["find_quotations"]

_MARK: Final = LazyPattern(r"""''|[“”„‟"«»‘’‚'`´‹›]""")
_SINGLE: Final = frozenset("‘’‚'`´‹›")
_LEFT: Final = frozenset("“„«‘‚`‹")
_RIGHT: Final = frozenset("”»’´›")
_OPENERS: Final = frozenset("([{<-–—/:=")

#: what stands before the closing mark of speech
_SPEECH_ENDS: Final = frozenset(",.!?…")

Look = Literal["opening", "closing", "neither"]


@attrs.frozen
class _Mark:
    start: int
    end: int
    kind: str
    look: Look
    #: follows a comma or stop, as the closing mark of speech does
    ends_speech: bool

    @property
    def single(self) -> bool:
        return self.kind in _SINGLE


def find_quotations(text: str, paragraph: Span) -> list[Quotation]:
    """The quotations of a paragraph in order, an outer one before those inside it."""
    marks = [_mark(text, match, paragraph) for match in _MARK.finditer(text, paragraph.start, paragraph.end)]
    if not marks:
        return []
    partner = _next_doubles(marks)
    stack: list[_Mark] = []
    found: list[Quotation] = []
    #: where an unclosed mark at this depth of the stack is cut off: at the first quotation opened after it
    cut: dict[int, int] = {}
    for number, mark in enumerate(marks):
        if _closes(mark, stack):
            opened = _pop(stack, mark)
            if opened is not None and opened.end < mark.start:
                found.append(Quotation(Span(opened.start, mark.end), Span(opened.end, mark.start)))
        elif _opens(mark, marks[partner[number]] if partner[number] < len(marks) else None):
            if stack and not mark.single:
                cut.setdefault(stack[-1].start, mark.start)
            stack.append(mark)
    found += [
        Quotation(Span(mark.start, end), Span(mark.end, end), closed=False)
        for mark in stack
        if _may_stay_open(mark, paragraph)
        and (end := _trimmed_end(text, mark.end, cut.get(mark.start, paragraph.end))) > mark.end
    ]
    return sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end))


def _mark(text: str, match: regex.Match[str], paragraph: Span) -> _Mark:
    start, end = match.span()
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    opens = before.isspace() or before in _OPENERS or bool(_MARK.match(before))
    inward = after.isalnum() or after in "([{.…#@$+-" or bool(_MARK.match(after))
    touches_before = not before.isspace() and before not in _OPENERS
    touches_after = after.isalnum()
    look: Look = "neither"
    if opens and inward and not (touches_before and not touches_after):
        look = "opening"
    elif touches_before and not touches_after:
        look = "closing"
    return _Mark(start, end, match[0], look, before in _SPEECH_ENDS and look == "closing")


def _next_doubles(marks: Sequence[_Mark]) -> list[int]:
    """For each mark the number of the next one that is no single; the number of marks where there is none."""
    following = [len(marks)] * len(marks)
    for number in range(len(marks) - 2, -1, -1):
        following[number] = following[number + 1] if marks[number + 1].single else number + 1
    return following


def _closes(mark: _Mark, stack: Sequence[_Mark]) -> bool:
    if mark.single:
        return bool(stack) and stack[-1].single and mark.look == "closing"
    opened = next((m for m in reversed(stack[-2:]) if not m.single), None)
    if opened is None:
        return False
    if mark.kind in _LEFT:
        return mark.look == "closing"
    if mark.kind in _RIGHT and opened.kind in _LEFT:
        return True
    return mark.look != "opening"


def _pop(stack: list[_Mark], mark: _Mark) -> _Mark | None:
    """The mark that this one closes, off the stack; an apostrophe left open above it goes with it."""
    while stack:
        opened = stack.pop()
        if opened.single == mark.single:
            return opened
    return None


def _opens(mark: _Mark, partner: _Mark | None) -> bool:
    """Whether a mark that closes nothing opens a quotation: not where it looks closing and has no partner."""
    if mark.single:
        return mark.look == "opening"
    if mark.look == "opening":
        return True
    if mark.kind in _LEFT and mark.look == "neither":
        return True
    return not mark.ends_speech and partner is not None and partner.look != "opening"


def _may_stay_open(mark: _Mark, paragraph: Span) -> bool:
    """An apostrophe never closed is none; nor is a stray mark that did not even look like an opening one."""
    return not mark.single and (mark.look == "opening" or mark.kind in _LEFT or mark.start == paragraph.start)


def _trimmed_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
