"""The JSON Schema (2020-12) of a report, made from the models and the closed lists in force."""

from __future__ import annotations

import types
import typing
from typing import Any

import attrs

from ceasefire import models
from ceasefire.models import Article, Report, Span
from ceasefire.serialize.form import CLOSED_LISTS, LAYERS, POINTED_AT, SCHEMA
from ceasefire.vocabulary import Vocabulary

__all__ = ["json_schema"]

_PLURAL = {model: name for name, model in LAYERS.items()}
_PLAIN = {str: "string", int: "integer", float: "number"}


def json_schema(vocabulary: Vocabulary | None = None) -> dict[str, Any]:
    """The schema of the JSON that `to_json` writes.

    `vocabulary` are the closed lists in force (`reader.registry.vocabulary`); core's own where none are given.
    What a schema cannot say (that ids are unique, pointers meet, spans hold their text) `from_json` checks.
    """
    vocabulary = vocabulary or Vocabulary()
    layers = {name: _list(_reference(model)) for name, model in LAYERS.items()}
    described = (model for name in models.__all__ if (model := getattr(models, name)) is not Report)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "A report of ceasefire",
        **_object({"schema": {"const": SCHEMA}, "article": _reference(Article), **layers}),
        "$defs": {model.__name__: _model(model, vocabulary) for model in described},
    }


def _model(model: type, vocabulary: Vocabulary) -> dict[str, Any]:
    hints = typing.get_type_hints(model)
    fields = {field.name: _type(hints[field.name]) for field in attrs.fields(model)}
    for name, closed in CLOSED_LISTS.get(model, {}).items():
        fields[name] = _closed(closed, hints[name], vocabulary)
    if model is Span:
        fields = {"start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 1}}
    return {"description": _first_line(model), **_object(fields)}


def _object(fields: dict[str, Any]) -> dict[str, Any]:
    """Every key is always written, and no other."""
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _type(hint: Any) -> dict[str, Any]:
    if isinstance(hint, types.UnionType):
        (inner,) = (part for part in hint.__args__ if part is not type(None))
        return _or_null(_type(inner))
    if typing.get_origin(hint) is tuple:
        return _list(_type(hint.__args__[0]))
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if hint in POINTED_AT:
        return {"type": "string", "description": f"the id of one of the {_PLURAL[hint]}"}
    return _reference(hint)


def _closed(name: str, hint: Any, vocabulary: Vocabulary) -> dict[str, Any]:
    values = [{"const": value, "description": meaning} for value, meaning in vocabulary.lists[name].items()]
    if isinstance(hint, types.UnionType):
        values.append({"type": "null"})
    return {"oneOf": values}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    if "type" in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"oneOf": [schema, {"type": "null"}]}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _reference(model: type) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{model.__name__}"}


def _first_line(model: type) -> str:
    return (model.__doc__ or "").strip().partition("\n")[0]
