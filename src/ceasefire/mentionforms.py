"""What a well-formed mention of each type looks like, learnt from its annotations.

Extractors are strangers' code: a name that is a number or a span outside the text must be noticed where it is
given, not where a report breaks. The check runs for each mention of each article, so it compares all fields of a
mention at once and looks for the culprit only where that fails.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, Literal

import attrs

from ceasefire.mentions import Mention
from ceasefire.models import Span
from ceasefire.wording import shown

__all__ = ["MentionForm", "form_of", "lies_in"]


#: whole numbers from here on cannot be written as JSON that others can read: they are larger than any `double`
_TOO_LARGE = 10**300


def form_of(kind: type) -> MentionForm:
    """The form of a mention type, or of a record in one, worked out once."""
    return _form_of(kind)


@cache
def _form_of(kind: Any) -> MentionForm:
    try:
        hints = typing.get_type_hints(kind)
    except (NameError, TypeError):
        # Annotations of a plugin's own type that cannot be resolved here: its fields are then not checked.
        hints = typing.get_type_hints(Mention)
    names = [field.name for field in attrs.fields(kind)]
    fields = [(place, hints.get(name, Any)) for place, name in enumerate(names)]
    return MentionForm(
        names=tuple(names),
        values_of=_values_of(names),
        classes=tuple(_classes(hint) for _, hint in fields),
        choices=tuple((place, choices) for place, hint in fields if (choices := _choices(hint))),
        spans=tuple(place for place, hint in fields if Span in _parts(hint)),
        degrees=tuple(place for place, hint in fields if float in _parts(hint)),
        whole=tuple(place for place, hint in fields if int in _parts(hint)),
        members=tuple((place, members) for place, hint in fields if (members := _members(hint))),
        nested=tuple(place for place, hint in fields if any(map(_is_record, _parts(hint)))),
        pointers=tuple(name for name in names if name not in hints or _holds_mentions(hints[name])),
        bounded={"min", "max"} <= set(names),
    )


@attrs.frozen
class MentionForm:
    """What the fields of one mention type may hold. A field is given by its place among `names`."""

    names: tuple[str, ...]
    #: gives the values of all fields at once
    values_of: Callable[[object], tuple[Any, ...]]
    #: for each field, the classes of which its value must be
    classes: tuple[tuple[type, ...], ...]
    #: fields that may hold only certain values, and those
    choices: tuple[tuple[int, frozenset[Any]], ...]
    #: fields that hold a span of the text
    spans: tuple[int, ...]
    #: fields that hold a number that must be finite
    degrees: tuple[int, ...]
    #: fields that hold a whole number
    whole: tuple[int, ...]
    #: fields that hold a tuple or a frozenset, and the classes of which each member must be
    members: tuple[tuple[int, tuple[type, ...]], ...]
    #: fields that hold a record of several fields which is no mention
    nested: tuple[int, ...]
    #: names of the fields that hold a mention or a tuple of them
    pointers: tuple[str, ...]
    #: whether it has a smallest and a largest number
    bounded: bool

    def fault(self, mention: object, length: int) -> str | None:
        """What is wrong with a mention (or a record in it) of a text of `length` code points; null if nothing is."""
        values, names = self.values_of(mention), self.names
        if not all(map(isinstance, values, self.classes)):
            return next(
                f"{name} {shown(value, 60)}, a {type(value).__name__} and not {_alternatives(classes)}"
                for name, value, classes in zip(names, values, self.classes, strict=True)
                if not isinstance(value, classes)
            )
        for place, choices in self.choices:
            if (value := values[place]) not in choices:
                return f"{names[place]} {shown(value, 60)}, which is none of {', '.join(sorted(map(str, choices)))}"
        for place in self.spans:
            span = values[place]
            if span is not None and not lies_in(span, length):
                return f"{names[place]} {span.start!r}–{span.end!r}, outside the text or empty"
        for place in self.degrees:
            if (number := values[place]) is not None and (wrong := _wrong_degree(number)):
                return f"{names[place]} {wrong}"
        for place in self.whole:
            if (number := values[place]) is not None and (wrong := _wrong_whole(number)):
                return f"{names[place]} {wrong}"
        for place, classes in self.members:
            for member in values[place]:
                if not isinstance(member, classes):
                    kind = type(member).__name__
                    return f"{names[place]} that holds {shown(member, 60)}, a {kind} and not {_alternatives(classes)}"
        for place in self.nested:
            record = values[place]
            if record is not None and (wrong := form_of(type(record)).fault(record, length)):
                return f"{names[place]} with {wrong}"
        return _wrong_bounds(mention) if self.bounded else None

    def targets(self, mention: Mention) -> Iterator[Mention]:
        """The mentions that it points at."""
        for name in self.pointers:
            value = getattr(mention, name)
            if value is None:
                continue
            if isinstance(value, Mention):
                yield value
            elif isinstance(value, tuple):
                yield from (item for item in value if isinstance(item, Mention))


def _alternatives(classes: tuple[type, ...]) -> str:
    """`str or None`: what a value may be, in words."""
    names = ["None" if kind is type(None) else kind.__name__ for kind in classes]
    return " or ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def lies_in(span: Span, length: int) -> bool:
    """Whether a span lies in a text of `length` code points and is not empty; its ends may be anything."""
    return type(span.start) is int and type(span.end) is int and 0 <= span.start < span.end <= length


def _wrong_degree(number: float) -> str | None:
    if isinstance(number, bool) or not abs(number) <= 360:
        return f"{shown(number, 60)}, which is no number of degrees"
    return None


def _wrong_whole(number: int) -> str | None:
    if isinstance(number, bool):
        return f"{number}, which is no number"
    if abs(number) >= _TOO_LARGE:
        return f"of {number.bit_length()} bits, which no reader of a report could take"
    return None


def _wrong_bounds(mention: Any) -> str | None:
    if mention.min is not None and mention.max is not None and mention.min > mention.max:
        return f"min {mention.min}, which is more than max {mention.max}"
    return None


def _values_of(names: Sequence[str]) -> Callable[[object], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    # Of one name it would give the value itself. Records in mentions may have as few.
    return lambda record: tuple(getattr(record, name) for name in names)


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


def _members(hint: Any) -> tuple[type, ...]:
    """The classes of the members of a tuple of one type, or of a frozenset; none where the hint is neither."""
    if typing.get_origin(hint) not in (tuple, frozenset):
        return ()
    return _classes(next(iter(typing.get_args(hint)), Any))


def _is_record(part: Any) -> bool:
    return isinstance(part, type) and attrs.has(part) and part is not Span and not issubclass(part, Mention)


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
