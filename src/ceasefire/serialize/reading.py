"""JSON to a report, strictly: nothing is coerced, nothing swallowed, and every fault is told with its path.

Two steps. First each item takes its shape (`cattrs`, with hooks that coerce nothing); a field that holds a model
of another list holds a pointer for now. Then what no single field can know is checked (ids, pointers, closed
lists, spans), and the pointers become the models that they point at.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ceasefire.errors import Fault, JSONError
from ceasefire.models import Article, Report, ScopePart, Span
from ceasefire.serialize.form import CLOSED_LISTS, LAYERS, OUTER, POINTED_AT, SCHEMA
from ceasefire.serialize.shaping import Pointer, named, shape
from ceasefire.vocabulary import Vocabulary

__all__ = ["InstalledVocabulary", "checked", "from_dict", "from_json", "parse"]


def from_json(data: str | bytes, *, vocabulary: Vocabulary | None = None) -> Report:
    """The report that JSON holds; the inverse of `to_json`.

    `vocabulary` are the closed lists to hold values against; by default core's, widened by the installed
    plugins where core's alone do not do. Raises `JSONError` with all faults and their paths: no JSON, a key
    twice, a key unknown or missing, a wrong type, an id twice, a pointer at nothing, a value outside its closed
    list, a span that is empty, reversed, outside the article or not as long as its text.
    """
    value, repeated = parse(data)
    return checked(value, vocabulary or InstalledVocabulary(), repeated)


def from_dict(data: object, *, vocabulary: Vocabulary | None = None) -> Report:
    """The report that `to_dict` made these dicts and lists of. As strict as `from_json`."""
    return checked(data, vocabulary or InstalledVocabulary(), [])


def checked(data: object, vocabulary: Vocabulary | InstalledVocabulary, faults: list[Fault]) -> Report:
    """The report that plain values hold; `faults` are those already found. Raises `JSONError`."""
    shaped = _shaped(data, faults)
    faults += _Checks(shaped, vocabulary).faults()
    if faults:
        raise JSONError(tuple(faults))
    return _linked(shaped)


class InstalledVocabulary:
    """Core's closed lists, and those of the installed plugins once a value is met that core's do not hold."""

    def __init__(self) -> None:
        self.lists = Vocabulary()
        self._is_core = True

    def __contains__(self, item: tuple[str, str]) -> bool:
        if self._is_core and item not in self.lists:
            from ceasefire.registry import Registry

            self.lists, self._is_core = Registry.build().vocabulary, False
        return item in self.lists

    def values(self, name: str) -> tuple[str, ...]:
        return self.lists.values(name)


# ---- text to plain values ----------------------------------------------------------------------------------------


class _Repeating(dict[str, Any]):
    """An object in which keys stand twice."""

    repeated: tuple[str, ...] = ()


def parse(data: str | bytes) -> tuple[object, list[Fault]]:
    """The value, and a fault for each key that stands twice. Raises `JSONError` where the data are no JSON."""
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data.removeprefix("\ufeff")
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
        return value, list(_repeated_keys(value, "$"))
    except RecursionError:
        raise JSONError((Fault("$", "is nested too deeply"),)) from None
    except ValueError as error:
        raise JSONError((Fault("$", f"is no JSON: {error}"),)) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = _Repeating(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        found.repeated = tuple(key for key in found if keys.count(key) > 1)
    return found


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def _repeated_keys(value: object, path: str) -> Iterator[Fault]:
    if isinstance(value, _Repeating):
        yield from (Fault(f"{path}.{key}", "stands twice") for key in value.repeated)
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _repeated_keys(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _repeated_keys(inner, f"{path}[{number}]")


# ---- plain values to items ---------------------------------------------------------------------------------------


@attrs.define
class _Shaped:
    """What could be read: each item whose own shape is right, under its path."""

    article: Any = None
    layers: dict[str, dict[str, Any]] = attrs.field(factory=lambda: {name: {} for name in LAYERS})
    #: the ids of each list, with the paths at which they stand, also those of items whose shape is wrong
    ids: dict[type, dict[str, list[str]]] = attrs.field(factory=lambda: {model: {} for model in LAYERS.values()})


def _shaped(data: object, faults: list[Fault]) -> _Shaped:
    shaped = _Shaped()
    if not isinstance(data, dict):
        faults.append(Fault("$", f"must be an object, not {named(data)}"))
        return shaped
    known = ("schema", "article", *LAYERS)
    faults += [Fault(f"$.{key}", "is missing") for key in known if key not in data]
    faults += [Fault(f"$.{key}", "is unknown") for key in data if key not in known]
    if data.get("schema", SCHEMA) != SCHEMA:
        faults.append(Fault("$.schema", f"must be {SCHEMA!r}, not {data['schema']!r:.40}"))
    if "article" in data:
        shaped.article = shape(Article, data["article"], "$.article", faults)
    for name, model in LAYERS.items():
        items = data.get(name, [])
        if not isinstance(items, list):
            faults.append(Fault(f"$.{name}", f"must be a list, not {named(items)}"))
            continue
        for number, value in enumerate(items):
            path = f"$.{name}[{number}]"
            if isinstance(value, dict) and isinstance(value.get("id"), str):
                shaped.ids[model].setdefault(value["id"], []).append(f"{path}.id")
            if (item := shape(model, value, path, faults)) is not None:
                shaped.layers[name][path] = item
    return shaped


# ---- checks over all items ---------------------------------------------------------------------------------------


@attrs.frozen
class _Checks:
    """What no field knows by itself."""

    shaped: _Shaped
    vocabulary: Vocabulary | InstalledVocabulary

    def faults(self) -> Iterator[Fault]:
        for places in self.shaped.ids.values():
            for paths in places.values():
                yield from (Fault(path, f"is the id of {paths[0].removesuffix('.id')} too") for path in paths[1:])
        for items in self.shaped.layers.values():
            for path, item in items.items():
                yield from self._of(item, path)

    def _of(self, value: Any, path: str) -> Iterator[Fault]:
        if isinstance(value, Pointer):
            if value.id not in self.shaped.ids[value.model]:
                yield Fault(path, f"there is no {value.model.__name__.lower()} {value.id!r:.40}")
        elif isinstance(value, tuple):
            for number, inner in enumerate(value):
                yield from self._of(inner, f"{path}[{number}]")
        elif isinstance(value, Span):
            yield from self._span(value, path)
        elif attrs.has(type(value)):
            yield from self._model(value, path)

    def _model(self, model: Any, path: str) -> Iterator[Fault]:
        for field in attrs.fields(type(model)):
            yield from self._of(getattr(model, field.name), f"{path}.{field.name}")
        for name, closed in CLOSED_LISTS.get(type(model), {}).items():
            value = getattr(model, name)
            if value is not None and (closed, value) not in self.vocabulary:
                values = ", ".join(self.vocabulary.values(closed))
                yield Fault(f"{path}.{name}", f"{value!r:.40} is none of {values}")
        outer = getattr(model, OUTER.get(type(model), ""), None)
        if outer is not None and outer.id == model.id:
            yield Fault(f"{path}.{OUTER[type(model)]}", "is itself")
        if isinstance(model, ScopePart) and (model.region is None) == (model.actor is None):
            yield Fault(path, "must have either a region or an actor")
        span, text = getattr(model, "span", None), getattr(model, "text", None)
        if span is not None and text is not None and span.end - span.start != len(text):
            yield Fault(f"{path}.text", f"has {len(text)} code points, its span {span.end - span.start}")

    def _span(self, span: Span, path: str) -> Iterator[Fault]:
        if span.start < 0:
            yield Fault(f"{path}.start", "is below 0")
        if span.end <= span.start:
            yield Fault(f"{path}.end", f"must be more than start, {span.start}")
        article = self.shaped.article
        if article is not None and span.end > article.length:
            yield Fault(f"{path}.end", f"is beyond the article, which has {article.length} code points")


# ---- pointers to models ------------------------------------------------------------------------------------------


def _linked(shaped: _Shaped) -> Report:
    links = _Links(
        {model: {i.id: i for i in shaped.layers[n].values()} for n, model in LAYERS.items() if model in POINTED_AT}
    )
    layers: dict[str, Any] = {n: tuple(map(links.whole, items.values())) for n, items in shaped.layers.items()}
    return Report(shaped.article, **layers)


@attrs.frozen
class _Links:
    """The models behind the pointers, each made whole once."""

    items: Mapping[type, Mapping[str, Any]]
    _made: dict[Pointer, Any] = attrs.field(factory=dict)

    def whole(self, item: Any) -> Any:
        """The item with models where it has pointers."""
        if type(item) in POINTED_AT:
            return self._at(Pointer(type(item), item.id))
        return self._filled(item)

    def _at(self, pointer: Pointer) -> Any:
        if pointer not in self._made:
            self._made[pointer] = self._filled(self.items[pointer.model][pointer.id])
        return self._made[pointer]

    def _filled(self, value: Any) -> Any:
        if isinstance(value, Pointer):
            return self._at(value)
        if isinstance(value, tuple):
            return tuple(map(self._filled, value))
        if type(value) in OUTER:
            return self._within_outer(value, OUTER[type(value)])
        if attrs.has(type(value)):
            return type(value)(**{f.name: self._filled(getattr(value, f.name)) for f in attrs.fields(type(value))})
        return value

    def _within_outer(self, item: Any, field: str) -> Any:
        pointer = getattr(item, field)
        if pointer is None:
            return item
        outer = self.items[pointer.model][pointer.id]
        return attrs.evolve(item, **{field: attrs.evolve(outer, **{field: None})})
