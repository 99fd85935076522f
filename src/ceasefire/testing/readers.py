"""Readers with just the plugins that a test names."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType
from typing import Any

import attrs

from ceasefire.hookspecs import Extractor, Format, HookSpecs, hookimpl
from ceasefire.language import Language
from ceasefire.reader import Reader
from ceasefire.vocabulary import Term

__all__ = ["reader_with"]


def reader_with(*parts: object, **options: Any) -> Reader:
    """A strict reader with just these plugins, and core's own formats.

    Each part is the name of an installed plugin, an extractor, format, language or term, or a plugin object with hooks
    (a module, say). An extractor takes the place of an installed plugin of its name. `options` are those of `Reader`;
    `strict=False` gives diagnostics in place of errors. Raises `TypeError` for anything else, `RegistryError` for a
    name that is not installed or an extractor whose needs nobody meets.
    """
    names: list[str] = []
    loose: dict[str, _Parts] = {}
    plugins: dict[str, object] = {}
    for part in parts:
        if isinstance(part, str):
            names.append(part)
        elif (hook := _hook_of(part)) is not None:
            name = str(getattr(part, "name", None) or getattr(part, "code", None) or "terms")
            loose[name] = loose.get(name, _Parts()).with_one(hook, part)
        else:
            plugins[_plugin_name(part)] = part
    plugins |= loose
    return Reader(only=[*names, *plugins], plugins=plugins, **{"strict": True, **options})


def _hook_of(part: object) -> str | None:
    """The hook by which a plugin gives such a part; null where it is none."""
    if isinstance(part, type):
        raise TypeError(f"{part.__name__} is a class; give an instance of it")
    for hook, kind in (("extractors", Extractor), ("formats", Format), ("languages", Language), ("terms", Term)):
        if isinstance(part, kind):
            return hook
    return None


def _plugin_name(plugin: object) -> str:
    if isinstance(plugin, ModuleType):
        return plugin.__name__
    if not any(hasattr(plugin, hook) for hook in vars(HookSpecs) if not hook.startswith("_")):
        raise TypeError(
            f"{plugin!r:.60} is neither the name of a plugin nor an extractor, format, language, term or plugin object"
        )
    return type(plugin).__name__


@attrs.frozen
class _Parts:
    """A plugin that gives the parts of one name."""

    given: tuple[tuple[str, Any], ...] = ()

    def with_one(self, hook: str, part: object) -> _Parts:
        return _Parts((*self.given, (hook, part)))

    def _of(self, hook: str) -> list[Any]:
        return [part for name, part in self.given if name == hook]

    @hookimpl
    def extractors(self) -> Iterable[Extractor]:
        """See `HookSpecs.extractors`."""
        return self._of("extractors")

    @hookimpl
    def formats(self) -> Iterable[Format]:
        """See `HookSpecs.formats`."""
        return self._of("formats")

    @hookimpl
    def languages(self) -> Iterable[Language]:
        """See `HookSpecs.languages`."""
        return self._of("languages")

    @hookimpl
    def terms(self) -> Iterable[Term]:
        """See `HookSpecs.terms`."""
        return self._of("terms")
