"""Readers with just the plugins that a test names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import Any

import attrs

from ceasefire.errors import RegistryError
from ceasefire.hookspecs import Extractor, Format, HookSpecs, hookimpl
from ceasefire.language import Language
from ceasefire.mentions import Mention
from ceasefire.reader import Reader
from ceasefire.registry import Registry
from ceasefire.vocabulary import Term, Vocabulary

__all__ = ["is_plugin_object", "reader_with"]


def reader_with(*parts: object, **options: Any) -> Reader:
    """A strict reader with just these plugins, and core's own formats.

    Each part is the name of an installed plugin, an extractor, format, language or term, or a plugin object with hooks
    (a module, say). An extractor takes the place of an installed plugin of its name. `options` are those of `Reader`;
    `strict=False` gives diagnostics in place of errors. Raises `TypeError` for anything else, `RegistryError` for a
    name that is not installed, a term of no closed list, or an extractor whose needs nobody meets; it names the
    installed plugins that would.
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
    choice: dict[str, Any] = {"only": [*names, *plugins], "plugins": plugins, **options}
    if choice.setdefault("strict", True):
        _check_terms(parts)
    try:
        return Reader(**choice)
    except RegistryError as error:
        if error.code == "unmet-need":
            raise RegistryError(f"{error}{_who_would(choice)}", code=error.code) from None
        raise


def is_plugin_object(part: object) -> bool:
    """Whether it has hooks, as a module or an instance; a class has none yet, and an extractor or term is a part."""
    return not isinstance(part, type) and _hook_of(part) is None and _has_hooks(part)


def _has_hooks(part: object) -> bool:
    return any(hasattr(part, hook) for hook in vars(HookSpecs) if not hook.startswith("_"))


def _check_terms(parts: Iterable[object]) -> None:
    """Raise `RegistryError` that shows the term, where the registry would name a plugin that nobody wrote."""
    for term in parts:
        if isinstance(term, Term):
            try:
                Vocabulary([term])
            except RegistryError as error:
                raise RegistryError(f"{term!r}: {error}", code="bad-term") from None


def _who_would(choice: dict[str, Any]) -> str:
    """Which installed plugins give what is needed and missing, in words that follow the error, or nothing."""
    registry = Reader(**{**choice, "strict": False}).registry
    offered = Reader().registry.plugins
    advice = [
        f"{', '.join(givers)} {'gives' if len(givers) == 1 else 'give'} {kind.__name__}"
        for kind in _missing(registry)
        if (givers := [plugin.name for plugin in offered if any(kind in e.gives for e in plugin.extractors)])
    ]
    where = "the option `ceasefire_plugins`, to `givers` or to what `reader_with` is handed"
    return f"; of installed plugins {' and '.join(advice)}: add one to {where}" if advice else ""


def _missing(registry: Registry) -> Sequence[type[Mention]]:
    """The types that extractors need and nobody gives, by name."""
    extractors = [extractor for plugin in registry.plugins for extractor in plugin.extractors]
    needed = {kind for extractor in extractors for kind in extractor.needs}
    given = {kind for extractor in extractors for kind in extractor.gives}
    return sorted(needed - given, key=lambda kind: kind.__name__)


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
    if not _has_hooks(plugin):
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
