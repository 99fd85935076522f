"""The public surface, as text that a person can compare: names, signatures, hooks, closed lists, commands, options.

`uv run python tests/stability/surface.py` writes it anew into `surface.txt` and `report.schema.json` beside this file.
"""

from __future__ import annotations

import importlib
import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import attrs
import click

import ceasefire
from ceasefire.cli import command
from ceasefire.deprecation import DEPRECATED
from ceasefire.document import Document, Words
from ceasefire.hookspecs import HookSpecs
from ceasefire.language import PlainLanguage
from ceasefire.referents import Referents
from ceasefire.vocabulary import BUILT_IN

HERE = Path(__file__).parent
SURFACE = HERE / "surface.txt"
SCHEMA = HERE / "report.schema.json"

#: modules whose `__all__` is promised
MODULES = (
    "",
    ".models",
    ".mentions",
    ".referents",
    ".hookspecs",
    ".document",
    ".language",
    ".vocabulary",
    ".testing",
    ".articleoptions",
)
#: classes whose instances have attributes that their class does not show
NOTHING = Document("", PlainLanguage())
INSTANCES: dict[type, Any] = {Document: NOTHING, Words: Words(""), Referents: Referents(NOTHING)}


def surface() -> str:
    """All that is promised but the JSON Schema."""
    parts = [_module(f"ceasefire{name}") for name in MODULES]
    parts += [["hooks", *(f"  {name}{_signature(hook)}" for name, hook in sorted(_hooks()))]]
    parts += [["closed lists", *(f"  {name}: {' '.join(values)}" for name, values in BUILT_IN.items())]]
    parts += [["deprecated", *(f"  {each}" for each in DEPRECATED.values())]]
    parts += [["commands", *_commands(command, "ceasefire")]]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def schema() -> str:
    """The JSON Schema of reports, without what plugins add to the closed lists."""
    return json.dumps(ceasefire.json_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _module(name: str) -> list[str]:
    module = importlib.import_module(name)
    return [f"module {name}", *(line for member in sorted(module.__all__) for line in _member(module, member))]


def _member(module: Any, name: str) -> Iterator[str]:
    value = getattr(module, name)
    home = getattr(value, "__module__", module.__name__)
    if inspect.isclass(value):
        bases = ", ".join(base.__name__ for base in value.__bases__ if base is not object)
        yield f"  class {name}({bases})"
        # The same class under two modules is written out once, where it is at home or where it is first met.
        if module.__name__ in (home, "ceasefire") or not home.startswith("ceasefire."):
            yield from _insides(value)
    elif inspect.isfunction(value):
        yield f"  def {name}{_signature(value)}"
    elif isinstance(value, str):
        yield f"  {name} = {'…' if name == '__version__' else repr(value)}"
    else:
        yield f"  {name}: {type(value).__name__}"


def _insides(value: type) -> Iterator[str]:
    """Fields and methods of its own."""
    if attrs.has(value):
        # As they are written: a field's own `type` is what it was resolved to, once a report has been serialised.
        hints = inspect.get_annotations(value)
        for field in attrs.fields(value):
            if not field.inherited and not field.name.startswith("_"):
                yield f"    {field.name}: {hints[field.name]}{_default(field.default, attrs.NOTHING)}"
    else:
        for name, hint in vars(value).get("__annotations__", {}).items():
            if not name.startswith("_"):
                yield f"    {name}: {hint}"
    if (instance := INSTANCES.get(value)) is not None:
        names = getattr(instance, "__slots__", None) or vars(instance)
        yield from (f"    {name}" for name in sorted(names) if not name.startswith("_"))
    for name, member in sorted(vars(value).items()):
        function = member.__func__ if isinstance(member, (classmethod, staticmethod)) else member
        makes = name == "__init__" and not attrs.has(value) and Protocol not in value.__bases__
        if isinstance(member, property):
            yield f"    {name}: property"
        elif inspect.isfunction(function) and (makes or not name.startswith("_")):
            yield f"    def {name}{_signature(function)}"


def _signature(function: Any) -> str:
    """Parameters as they are written, whatever way a version of Python shows them."""
    signature = inspect.signature(function)
    shown: list[str] = []
    starred = False
    for parameter in signature.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and not starred:
            shown.append("*")
        starred = starred or parameter.kind in (parameter.KEYWORD_ONLY, parameter.VAR_POSITIONAL)
        stars = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
        hint = "" if parameter.annotation is parameter.empty else f": {_hint(parameter.annotation)}"
        shown.append(f"{stars}{parameter.name}{hint}{_default(parameter.default, parameter.empty)}")
    gives = "" if signature.return_annotation is signature.empty else f" -> {_hint(signature.return_annotation)}"
    return f"({', '.join(shown)}){gives}"


def _hint(annotation: Any) -> str:
    return annotation if isinstance(annotation, str) else getattr(annotation, "__name__", str(annotation))


def _default(value: Any, nothing: Any) -> str:
    if value is nothing:
        return ""
    plain = value is None or isinstance(value, (str, int, float, bool)) or value == ()
    return f" = {value!r}" if plain else " = …"


def _hooks() -> Iterator[tuple[str, Any]]:
    for name, hook in vars(HookSpecs).items():
        if hasattr(hook, "ceasefire_spec"):
            yield name, hook


def _commands(group: click.Group, path: str) -> Iterator[str]:
    for parameter in group.params:
        yield f"  {path} {_parameter(parameter)}"
    for name, each in sorted(group.commands.items()):
        yield f"  {path} {name}"
        for parameter in sorted(each.params, key=lambda parameter: (parameter.param_type_name, str(parameter.name))):
            yield f"    {_parameter(parameter)}"


def _parameter(parameter: click.Parameter) -> str:
    words = [*(parameter.opts if isinstance(parameter, click.Option) else [str(parameter.name).upper()])]
    words += [f"type {parameter.type.name}"] if not getattr(parameter, "is_flag", False) else ["flag"]
    words += ["required"] * parameter.required + ["multiple"] * bool(getattr(parameter, "multiple", False))
    return " ".join(words)


if __name__ == "__main__":
    SURFACE.write_text(surface(), encoding="utf-8")
    SCHEMA.write_text(schema(), encoding="utf-8")
