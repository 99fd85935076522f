"""A report as plain values, and as JSON text."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import regex

from ceasefire.models import Article, Report
from ceasefire.serialize.form import LAYERS, POINTED_AT, SCHEMA

__all__ = ["escape", "to_dict", "to_json"]

# Lone surrogates have no form in UTF-8; the others steer a terminal or end a line for some readers of JSON lines.
_ESCAPED = r"[\ud800-\udfff\x7f-\x9f\u2028\u2029]"


def to_dict(report: Report) -> dict[str, Any]:
    """A report as dicts, lists, strings and numbers, in the order in which JSON has them."""
    write = _writers()
    written: dict[str, Any] = {"schema": SCHEMA, "article": write[Article](report.article)}
    for name, model in LAYERS.items():
        written[name] = list(map(write[model], getattr(report, name)))
    return written


def to_json(report: Report, *, indent: int | None = None) -> str:
    """A report as JSON, on one line unless `indent` says otherwise. The same report gives the same characters.

    Raises `ValueError` for a number that JSON does not have (a latitude that is not finite).
    """
    return escape(json.dumps(to_dict(report), ensure_ascii=False, allow_nan=False, indent=indent))


def escape(text: str) -> str:
    """JSON in which every code point that a file in UTF-8 or a reader of lines could stumble over is escaped."""
    return regex.sub(_ESCAPED, lambda match: f"\\u{ord(match[0]):04x}", text)


@cache
def _writers() -> Mapping[type, Callable[[Any], dict[str, Any]]]:
    """What writes each kind of item whole. Built at its first use, since cattrs takes long to import."""
    from cattrs import Converter
    from cattrs.gen import make_dict_unstructure_fn

    converter = Converter(unstruct_collection_overrides={tuple: list})
    for model in POINTED_AT:
        converter.register_unstructure_hook(model, lambda value: value.id)
    return {model: make_dict_unstructure_fn(model, converter) for model in (Article, *LAYERS.values())}
