"""What the kit raises where a test itself is wrong."""

from __future__ import annotations

__all__ = ["CorpusError", "MarkupError"]

#: how much of a marked sentence an error shows on either side of the fault
_AROUND = 40


class CorpusError(Exception):
    """A corpus cannot be used: says which file, which case, and what is wrong with it."""


class MarkupError(CorpusError):
    """Gold whose markup does not hold. `position` is that of the fault in the marked sentence, in code points."""

    def __init__(self, marked: str, position: int, why: str) -> None:
        line = marked.count("\n", 0, position) + 1
        begin = marked.rfind("\n", 0, position) + 1
        column = position - begin + 1
        end = marked.find("\n", position)
        first = max(begin, position - _AROUND)
        shown = marked[first : min(len(marked) if end < 0 else end, position + _AROUND)].replace("\t", " ")
        place = f"line {line}, column {column}" if "\n" in marked else f"column {column}"
        super().__init__(f"{place}: {why}\n    {shown}\n    {' ' * (position - first)}^")
        self.position = position
