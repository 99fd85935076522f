"""What a field of a mention or of a report's item holds, as one writes it in a corpus."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ceasefire.mentions import Mention
from ceasefire.models import Moment, ScopePart, Span
from ceasefire.testing.errors import CorpusError
from ceasefire.testing.markup import Word

__all__ = ["agrees", "field_of", "plain", "written"]

#: the fields one of which stands for the whole model, the first that it has
_NAMING = ("name", "label", "value", "type")
#: fields that stand for those of what another field holds
_WITHIN = (("count", ("min", "max")), ("scope", ("includes", "excludes")))


def field_of(item: Any, field: str, text: str) -> Any:
    """A field of a mention or model, also by a path (`speaker.kind`); null where something on the way is null.

    `text` is the item's words, `min` and `max` of a figure are those of its count, `includes` and `excludes` of a
    pause those of its scope. Raises `CorpusError` for a field that there is not.
    """
    name, _, rest = field.partition(".")
    value = _own_field(item, name, text)
    return value if not rest or value is None else field_of(value, rest, text)


def _own_field(item: Any, field: str, text: str) -> Any:
    if isinstance(item, Mapping):
        if field in item:
            return item[field]
        return _own_field(item[""], field, text)
    if field == "text" and isinstance(item, Mention):
        return text[item.span.start : item.span.end]
    for inner, fields in _WITHIN:
        if field in fields and not hasattr(item, field) and hasattr(item, inner):
            return getattr(getattr(item, inner), field)
    if not hasattr(item, field):
        known = f"; it has {', '.join(_fields_of(item))}" if attrs.has(type(item)) else ""
        raise CorpusError(f"a {type(item).__name__} has no field {field!r}{known}")
    return getattr(item, field)


def _fields_of(item: Any) -> list[str]:
    """The names of its fields as one may write them in a corpus; those of `_WITHIN` are reached through another."""
    names = [field.name for field in attrs.fields(type(item))]
    words = ["text"] if isinstance(item, Mention) else []
    return [
        *words,
        *names,
        *(name for inner, inside in _WITHIN if inner in names for name in inside if name not in names),
    ]


def plain(value: Any, text: str) -> Any:
    """A value of a field with a model or mention as the one word that stands for it, and a span as its words."""
    if isinstance(value, (list, tuple)):
        return [plain(item, text) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted((plain(item, text) for item in value), key=str)
    if isinstance(value, Mapping):
        return {key: plain(item, text) for key, item in value.items()}
    if isinstance(value, ScopePart):
        return plain(value.region or value.actor, text)
    if isinstance(value, Moment):
        return value.value
    if isinstance(value, Span):
        return text[value.start : value.end]
    if attrs.has(type(value)):
        for field in _NAMING:
            if hasattr(value, field):
                return getattr(value, field)
        if isinstance(value, Mention):
            return text[value.span.start : value.span.end]
    return value


def agrees(wanted: Any, actual: Any, text: str) -> bool:
    """Whether a stated value agrees with that of a field. `"none"` is null.

    Of a list each member is compared; of a table only the fields that it states.
    """
    if isinstance(actual, (set, frozenset)):
        actual = plain(actual, text)
        wanted = sorted(wanted, key=str) if isinstance(wanted, (list, tuple)) else wanted
    if isinstance(wanted, (list, tuple)) and isinstance(actual, (list, tuple)):
        return len(wanted) == len(actual) and all(agrees(w, a, text) for w, a in zip(wanted, actual, strict=True))
    if isinstance(wanted, Mapping):
        return actual is not None and all(
            agrees(value, field_of(actual, field, text), text) for field, value in wanted.items()
        )
    if isinstance(wanted, Word):
        return written(plain(actual, text)) == wanted
    return bool((None if wanted == "none" else wanted) == plain(actual, text))


def written(value: Any) -> str:
    """A plain value as one writes it in a corpus."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}={written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(written, value)) + "]"
    return str(value)
