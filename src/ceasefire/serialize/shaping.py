"""One item of a report in JSON to its shape: a model whose fields that hold other models hold pointers.

`cattrs` does it, with hooks that coerce nothing, and tells every fault with its place.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from ceasefire.errors import Fault
from ceasefire.models import Article
from ceasefire.serialize.form import LAYERS, POINTED_AT

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["Pointer", "named", "shape"]

_PLURAL = {model: name for name, model in LAYERS.items()}


@attrs.frozen
class Pointer:
    """Stands for a model until all are known."""

    model: type
    id: str


class _Missing:
    """Stands for a key that is not there, so that whichever hook meets it says so."""


_MISSING = _Missing()


def shape(model: type, value: object, path: str, faults: list[Fault]) -> Any:
    """The item that `value` is; null where it is none, and `faults` grows."""
    try:
        return _hooks()[model](value, model)
    except Exception as error:
        faults.extend(_flat(error, path))
        return None


def _flat(error: Exception, path: str) -> Iterator[Fault]:
    """The faults in what cattrs raised, which nests as the data do."""
    from cattrs import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

    if isinstance(error, ClassValidationError):
        placed, bare = error.group_exceptions()
        for inner, note in placed:
            yield from _flat(inner, f"{path}.{note.name}")
        for inner in bare:
            yield from _flat(inner, path)
    elif isinstance(error, IterableValidationError):
        for inner, index in error.group_exceptions()[0]:
            yield from _flat(inner, f"{path}[{index.index}]")
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields, key=str):
            yield Fault(f"{path}.{key}", "is unknown")
    else:
        yield Fault(path, str(error))


@cache
def _hooks() -> Mapping[type, Callable[[Any, Any], Any]]:
    """What gives each kind of item its shape. Built at its first use, since cattrs takes long to import."""
    from cattrs import Converter
    from cattrs.gen import make_dict_structure_fn

    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook(str, _strict("text", str))
    converter.register_structure_hook(int, _strict("a whole number", int))
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _list_of(converter, kind))

    def whole(model: type) -> Callable[[Any, Any], Any]:
        return _object_of(model, make_dict_structure_fn(model, converter))

    converter.register_structure_hook_factory(attrs.has, whole)
    for model in POINTED_AT:
        converter.register_structure_hook(model, _pointer)
    return {model: whole(model) for model in (Article, *LAYERS.values())}


def _strict(name: str, kind: type) -> Callable[[Any, Any], Any]:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(_must_be(name, value))
        return value

    return structure


def _number(value: Any, _: Any) -> Any:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise ValueError(_must_be("a number", value))
    return value


def _is_tuple(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _list_of(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    from cattrs.cols import list_structure_factory

    items = list_structure_factory(list[kind.__args__[0]], converter)

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            raise ValueError(_must_be("a list", value))
        return tuple(items(value, list))

    return structure


def _object_of(model: type, build: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    keys = [field.name for field in attrs.fields(model)]

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError(_must_be("an object", value))
        return build({**dict.fromkeys(keys, _MISSING), **value}, model)

    return structure


def _pointer(value: Any, model: Any) -> Any:
    if type(value) is not str:
        raise ValueError(_must_be(f"the id of one of the {_PLURAL[model]}", value))
    return Pointer(model, value)


def _must_be(name: str, value: object) -> str:
    return "is missing" if value is _MISSING else f"must be {name}, not {named(value)}"


def named(value: object) -> str:
    """What a value is, as one who writes JSON calls it."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case int() | float():
            return str(value)[:40]
        case str():
            return f"the text {value!r:.40}"
        case dict():
            return "an object"
        case list() | tuple():
            return "a list"
    return type(value).__name__
