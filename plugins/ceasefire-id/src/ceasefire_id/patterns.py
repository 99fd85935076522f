"""What patterns of several extractors are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import regex

__all__ = ["WHITE_SPACE", "LazyPattern", "alternatives"]

Match = regex.Match[str]


class LazyPattern:
    """A pattern of `regex`, compiled when it is first used.

    Most articles use few of the patterns, and compiling them all would take longer than reading one. `(?V1)` holds.
    `ignore_case` takes letters one to one: `ß` is not `ss`, which Indonesian does not need and which would make
    compiling three times as long.
    """

    #: methods of the compiled pattern; the first that is asked for compiles it, and all stand here from then on
    match: Callable[..., Match | None]
    fullmatch: Callable[..., Match | None]
    search: Callable[..., Match | None]
    finditer: Callable[..., Iterator[Match]]
    findall: Callable[..., list[str]]
    sub: Callable[..., str]
    split: Callable[..., list[str]]

    def __init__(self, source: str, *, ignore_case: bool = False) -> None:
        self.source = source
        self.ignore_case = ignore_case

    if not TYPE_CHECKING:  # so that a misspelt method is seen

        def __getattr__(self, name):
            if name not in _METHODS:
                raise AttributeError(f"{type(self).__name__} has no {name!r}")
            compiled = self.compiled()
            # bound here, so that a second use costs what it costs with a compiled pattern
            self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
            return self.__dict__[name]

    def compiled(self) -> regex.Pattern[str]:
        """The pattern, compiled. Raises `regex.error` where it does not hold."""
        if self.ignore_case:
            return regex.compile(f"(?-f:{self.source})", regex.V1 | regex.IGNORECASE)
        return regex.compile(self.source, regex.V1)

    def __getstate__(self) -> dict[str, Any]:
        return {"source": self.source, "ignore_case": self.ignore_case}


_METHODS = frozenset({"match", "fullmatch", "search", "finditer", "findall", "sub", "split"})


#: within a line
WHITE_SPACE = LazyPattern(r"[^\S\n\r]++")


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of these words or phrases, longest first, white space in them being any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(regex.escape(word, literal_spaces=True).replace(" ", r"\s+") for word in ordered) + ")"
