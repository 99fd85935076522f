"""What a well-formed mention of each type looks like, learnt from its annotations.

Extractors are strangers' code: a name that is a number or a span outside the text must be noticed where it is
given, not where a report breaks. The check runs for each mention of each article, so it compares all fields of a
mention at once and looks for the culprit only where that fails.
"""

from __future__ import annotations

import math
import types
import typing
from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from typing import Any, Literal

import attrs

from ceasefire.mentions import Mention
from ceasefire.models import Span

__all__ = ["MentionForm", "form_of"]


def form_of(kind: type[Mention]) -> MentionForm:
    """The form of a mention type, worked out once."""
    return _form_of(kind)  # type: ignore[arg-type]  # mypy takes the hash of its instances for that of the class


@cache
def _form_of(kind: type[Mention]) -> MentionForm:
    try:
        hints = typing.get_type_hints(kind)
    except (NameError, TypeError):
        # Annotations of a plugin's own type that cannot be resolved here: its fields are then not checked.
        hints = typing.get_type_hints(Mention)
    names = [field.name for field in attrs.fields(kind)]
    return MentionForm(
        names=tuple(names),
        classes=tuple(_classes(hints.get(name, Any)) for name in names),
        choices={name: choices for name in names if (choices := _choices(hints.get(name, Any)))},
        spans=tuple(name for name in names if Span in _parts(hints.get(name, Any))),
        pointers=tuple(name for name in names if name not in hints or _holds_mentions(hints[name])),
        degrees=tuple(name for name in names if float in _parts(hints.get(name, Any))),
        bounded={"min", "max"} <= set(names),
    )


@attrs.frozen
class MentionForm:
    """What the fields of one mention type may hold."""

    names: tuple[str, ...]
    #: for each field, the classes of which its value must be
    classes: tuple[tuple[type, ...], ...]
    #: fields that may hold only certain values
    choices: dict[str, frozenset[Any]]
    #: fields that hold a span of the text
    spans: tuple[str, ...]
    #: fields that hold a mention or a tuple of them
    pointers: tuple[str, ...]
    #: fields that hold a number that must be finite
    degrees: tuple[str, ...]
    #: whether it has a smallest and a largest number
    bounded: bool

    def fault(self, mention: Mention, length: int) -> str | None:
        """What is wrong with a mention of a text of `length` code points; null where nothing is."""
        values = attrgetter(*self.names)(mention)
        if not all(map(isinstance, values, self.classes)):
            return next(
                f"{name} {value!r:.60}, a {type(value).__name__}"
                for name, value, classes in zip(self.names, values, self.classes, strict=True)
                if not isinstance(value, classes)
            )
        for name, choices in self.choices.items():
            if (value := getattr(mention, name)) not in choices:
                return f"{name} {value!r:.60}, which is none of {', '.join(sorted(map(str, choices)))}"
        for name in self.spans:
            span = getattr(mention, name)
            if span is not None and not _lies_in(span, length):
                return f"{name} {span.start!r}–{span.end!r}, outside the text or empty"
        for name in self.degrees:
            if (number := getattr(mention, name)) is not None and not math.isfinite(number):
                return f"{name} {number!r}, which is no finite number"
        return _wrong_bounds(mention) if self.bounded else None

    def targets(self, mention: Mention) -> Iterator[Mention]:
        """The mentions that it points at."""
        for name in self.pointers:
            value = getattr(mention, name)
            if isinstance(value, Mention):
                yield value
            elif isinstance(value, tuple):
                yield from (item for item in value if isinstance(item, Mention))


def _lies_in(span: Span, length: int) -> bool:
    return type(span.start) is int and type(span.end) is int and 0 <= span.start < span.end <= length


def _wrong_bounds(mention: Any) -> str | None:
    if mention.min is not None and mention.max is not None and mention.min > mention.max:
        return f"min {mention.min}, which is more than max {mention.max}"
    return None


def _parts(hint: Any) -> tuple[Any, ...]:
    """The members of a union, or the hint itself."""
    return typing.get_args(hint) if typing.get_origin(hint) in (types.UnionType, typing.Union) else (hint,)


def _classes(hint: Any) -> tuple[type, ...]:
    found: list[type] = []
    for part in _parts(hint):
        origin = typing.get_origin(part) or part
        if origin is Literal:
            found += {type(value) for value in typing.get_args(part)}
        elif origin is float:
            found += (float, int)
        else:
            found.append(origin if isinstance(origin, type) else object)
    return tuple(found)


def _choices(hint: Any) -> frozenset[Any]:
    """The values of a literal, null among them where it is optional; empty where the hint is none."""
    parts = _parts(hint)
    values = {value for part in parts if typing.get_origin(part) is Literal for value in typing.get_args(part)}
    return frozenset(values | {None}) if values and type(None) in parts else frozenset(values)


def _holds_mentions(hint: Any) -> bool:
    return any(
        isinstance(inner, type) and issubclass(inner, Mention)
        for part in _parts(hint)
        for inner in (part, *typing.get_args(part))
    )
