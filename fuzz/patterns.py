"""All patterns that the Indonesian reading and core compile, told to what looks for catastrophic ones.

    python -m fuzz.patterns | regexploit

`regexploit` reads the syntax of `re`, so what `regex` has beyond it is written in a wider form first: classes of
letters as ASCII ranges, possessive and atomic groups as plain ones. What is reported may be harmless for that reason.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import regex

#: each wider than what it stands for, or as wide, for the letters of ASCII
_WIDER = (
    (r"\\p\{(?:Lu|Lt)\}", "A-Z"),
    (r"\\p\{Ll\}", "a-z"),
    (r"\\p\{(?:L|M|Alphabetic)\}", "a-zA-Z"),
    (r"\\p\{(?:N|Nd)\}", "0-9"),
    (r"\\p\{[PSZ]\w?\}", "!-/"),
)
_CLASS = r"\[(?:\\.|[^\]\\])*+\]"


def compiled_patterns() -> list[str]:
    """The source of each pattern, once: those of modules and those that a `Reader` builds, compiled or not."""
    import ceasefire
    import ceasefire_id
    from ceasefire_id.patterns import LazyPattern

    found: dict[str, None] = {}
    compile_, init = regex.compile, LazyPattern.__init__

    def noted(source: Any, *arguments: Any, **named: Any) -> Any:
        if isinstance(source, str):
            found[source] = None
        return compile_(source, *arguments, **named)

    def noted_lazily(self: LazyPattern, source: str, **named: Any) -> None:
        found[source] = None
        init(self, source, **named)

    regex.compile = noted  # type: ignore[assignment]
    LazyPattern.__init__ = noted_lazily  # type: ignore[method-assign]
    try:
        for package in (ceasefire_id, ceasefire):
            for module in walk_packages(package.__path__, f"{package.__name__}."):
                if not module.name.endswith("__main__") and ".testing" not in module.name:
                    import_module(module.name)
        found.update(dict.fromkeys(_held()))
        ceasefire.Reader().read("Jeda 72 jam berlaku sejak Senin.", "2025-11-12")
    finally:
        regex.compile = compile_
        LazyPattern.__init__ = init  # type: ignore[method-assign]
    return list(found)


def _held() -> Iterator[str]:
    """Patterns that modules hold, imported before or now."""
    from ceasefire_id.patterns import LazyPattern

    for name, module in list(sys.modules.items()):
        if name.startswith("ceasefire"):
            for value in vars(module).values():
                if isinstance(value, LazyPattern):
                    yield value.source
                elif isinstance(value, regex.Pattern) and isinstance(value.pattern, str):
                    yield value.pattern


def widened(source: str) -> str:
    """The pattern in the syntax of `re`, matching at least what it matches."""

    def ranges(match: regex.Match[str]) -> str:
        text = match[0]
        for old, new in _WIDER:
            text = regex.sub(old, new if text.startswith("[") else f"[{new}]", text)
        return text

    plain = regex.sub(_CLASS, ranges, source)
    plain = regex.sub(r"(?s)\A.*+", ranges, plain)  # those outside classes
    plain = regex.sub(r"(?<!\\)([*+?}])\+", r"\1", plain)
    plain = plain.replace("(?>", "(?:").replace("(?V1)", "")
    # `regex` lets two groups have one name.
    return regex.sub(r"\(\?(?:-?[a-z]+:|P<\w+>)", "(?:", plain)


def main() -> None:
    for source in compiled_patterns():
        print(widened(source).replace("\n", r"\n"))


if __name__ == "__main__":
    main()
