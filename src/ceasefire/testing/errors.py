"""What the kit raises: where a test itself is wrong, and where what it tests is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ceasefire.testing.comparison import Difference

__all__ = ["ContractError", "CorpusError", "MarkupError", "ReadingDiffers"]

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


class ReadingDiffers(AssertionError):
    """A sentence was read otherwise than its gold says. The message shows the sentence and each difference."""

    def __init__(self, message: str, differences: tuple[Difference, ...]) -> None:
        super().__init__(message)
        #: what differs, for programs
        self.differences = differences


class ContractError(AssertionError):
    """An extractor or a format does not keep its contract. The message lists all that was found."""

    def __init__(self, subject: str, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join([f"{subject} does not keep its contract:", *(f"- {fault}" for fault in faults)]))
        #: each fault in words
        self.faults = faults
