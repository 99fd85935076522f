"""The plugin registry: finds plugins, checks them, and orders their extractors.

Entry points are loaded one by one. What fails is named with its cause and costs only itself; a plugin whose
registration fails half-way is taken back whole. Extractors run in the order of their needs, ties by name, so
that the order in which distributions were installed never matters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Any, TypeVar

import attrs
import pluggy

from ceasefire.errors import RegistryError
from ceasefire.hookspecs import ENTRY_POINT_GROUP, Extractor, Format, HookSpecs
from ceasefire.language import Language, PlainLanguage
from ceasefire.mentions import Mention
from ceasefire.models import Diagnostic
from ceasefire.vocabulary import Term, Vocabulary

__all__ = ["Plugin", "Registry", "order_extractors"]

T = TypeVar("T")


@attrs.frozen
class Plugin:
    """One plugin as it was found: what it gives, or why it could not be loaded."""

    name: str
    #: the distribution that ships it; null for one handed over as an object
    distribution: str | None
    version: str | None
    extractors: tuple[Extractor, ...] = ()
    formats: tuple[Format, ...] = ()
    languages: tuple[Language, ...] = ()
    terms: tuple[Term, ...] = ()
    #: why it was left out; null where it is in use
    failure: str | None = None


@attrs.frozen
class Registry:
    """All plugins in use, checked and ordered. Immutable."""

    plugins: tuple[Plugin, ...]
    #: in the order in which they run
    extractors: tuple[Extractor, ...]
    formats: Mapping[str, Format]
    languages: Mapping[str, Language]
    vocabulary: Vocabulary
    #: what was left out and why
    problems: tuple[Diagnostic, ...]

    @classmethod
    def build(
        cls,
        *,
        disable: Iterable[str] = (),
        only: Iterable[str] | None = None,
        plugins: Mapping[str, object] | None = None,
        strict: bool = False,
    ) -> Registry:
        """Load the installed plugins and those given.

        `disable` leaves plugins or single extractors out by name; `only` loads just the plugins named;
        `plugins` adds plugin objects under the names given, in place of installed ones of the same name.
        Raises `RegistryError` for a name that nothing bears, and with `strict` for every other problem.
        """
        found = list(_found(plugins or {}))
        _refuse_unknown_names(found, disable, only, strict)
        off, kept = frozenset(disable), None if only is None else frozenset(only)
        wanted = [f for f in found if f.name not in off and (kept is None or f.name in kept)]
        loaded = _load_all(wanted)
        return _assemble(loaded, off, strict)

    def language(self, code: str) -> Language:
        """The language of that code, or core's own, which knows no words."""
        return self.languages.get(code) or PlainLanguage()


# ---- finding -----------------------------------------------------------------------------------------------------


@attrs.frozen
class _Found:
    """A plugin before it is loaded."""

    name: str
    load: Callable[[], object]
    distribution: str | None = None
    version: str | None = None


def _found(given: Mapping[str, object]) -> Iterable[_Found]:
    """Plugins given as objects, then installed ones by name and distribution."""
    for name in sorted(given):
        yield _Found(name, lambda plugin=given[name]: plugin)  # type: ignore[misc]
    installed = entry_points(group=ENTRY_POINT_GROUP)
    for point in sorted(installed, key=lambda p: (p.name, p.dist.name if p.dist else "", p.value)):
        if point.name not in given:
            yield _from_entry_point(point)


def _from_entry_point(point: EntryPoint) -> _Found:
    distribution = point.dist
    return _Found(
        point.name,
        point.load,
        distribution.name if distribution else None,
        distribution.version if distribution else None,
    )


def _refuse_unknown_names(
    found: list[_Found], disable: Iterable[str], only: Iterable[str] | None, strict: bool
) -> None:
    names = {f.name for f in found}
    unknown = sorted({*disable, *(only or ())} - names)
    # `disable` may also name a single extractor, which is known only once its plugin is loaded.
    if unknown:
        extractors = {e.name for plugin in _load_all(found) for e in plugin.extractors}
        unknown = [name for name in unknown if name not in extractors or name in (only or ())]
    if unknown:
        known = ", ".join(sorted(names)) or "none is installed"
        raise RegistryError(f"no plugin is called {', '.join(map(repr, unknown))}; there are: {known}")


# ---- loading -----------------------------------------------------------------------------------------------------


def _load_all(found: Iterable[_Found]) -> list[Plugin]:
    manager = pluggy.PluginManager(ENTRY_POINT_GROUP)
    manager.add_hookspecs(HookSpecs)
    plugins = []
    taken: dict[str, _Found] = {}
    for one in found:
        if one.name in taken:
            other = taken[one.name].distribution or "the caller"
            failure = f"the name {one.name!r} is already taken by {other}; rename the entry point of one of the two"
            plugins.append(Plugin(one.name, one.distribution, one.version, failure=failure))
            continue
        taken[one.name] = one
        plugins.append(_load(one, manager))
    return plugins


def _load(found: _Found, manager: pluggy.PluginManager) -> Plugin:
    """Load and register one plugin; whatever it raises becomes its failure, and nothing of it stays."""
    try:
        module = found.load()
        manager.register(module, name=found.name)
        manager.check_pending()
        return Plugin(
            found.name,
            found.distribution,
            found.version,
            extractors=_checked(manager, found.name, "extractors", Extractor, _check_extractor),
            formats=_checked(manager, found.name, "formats", Format, _check_named),
            languages=_checked(manager, found.name, "languages", Language, None),
            terms=_checked(manager, found.name, "terms", Term, None),
        )
    except Exception as error:
        # pluggy keeps the name of a plugin whose registration failed; take it back so that nothing half stays.
        if manager.has_plugin(found.name):
            manager.unregister(name=found.name)
        return Plugin(
            found.name, found.distribution, found.version, failure=f"{type(error).__name__}: {error}".rstrip(": ")
        )


def _checked(
    manager: pluggy.PluginManager,
    plugin: str,
    hook: str,
    kind: type[T],
    check: Callable[[str, Any], None] | None,
) -> tuple[T, ...]:
    """What one plugin's implementation of one hook gives, each value checked.

    pluggy would run all implementations and lose every result when one raises, so they are called one by one.
    """
    values: list[T] = []
    for implementation in getattr(manager.hook, hook).get_hookimpls():
        if implementation.plugin_name != plugin:
            continue
        for value in implementation.function():
            if not isinstance(value, kind):
                raise TypeError(f"its hook {hook} gave {value!r}, which is no {kind.__name__}")
            if check:
                check(hook, value)
            values.append(value)
    return tuple(values)


def _check_named(hook: str, value: Any) -> None:
    if not isinstance(value.name, str) or not value.name:
        raise TypeError(f"its hook {hook} gave {value!r}, whose name is {value.name!r}")


def _check_extractor(hook: str, value: Any) -> None:
    _check_named(hook, value)
    for attribute in ("needs", "uses", "gives"):
        kinds = getattr(value, attribute)
        for kind in kinds:
            if not (isinstance(kind, type) and issubclass(kind, Mention)):
                raise TypeError(f"extractor {value.name}: {attribute} holds {kind!r}, which is no mention type")


# ---- checking them together --------------------------------------------------------------------------------------


def _assemble(plugins: list[Plugin], off: frozenset[str], strict: bool) -> Registry:
    problems = [_problem(p.name, "plugin-failed", f"plugin {p.name}: {p.failure}") for p in plugins if p.failure]
    terms: list[Term] = []
    formats: dict[str, Format] = {}
    languages: dict[str, Language] = {}
    extractors: dict[str, Extractor] = {}
    owners: dict[str, str] = {}
    for plugin in plugins:
        for term in plugin.terms:
            try:
                Vocabulary([*terms, term])
                terms.append(term)
            except RegistryError as error:
                problems.append(_problem(plugin.name, "bad-term", f"plugin {plugin.name}: {error}"))
        _claim(plugin, "format", {f.name: f for f in plugin.formats}, formats, owners, problems)
        _claim(plugin, "language", {x.code: x for x in plugin.languages}, languages, owners, problems)
        _claim(
            plugin, "extractor", {e.name: e for e in plugin.extractors if e.name not in off}, extractors, owners, problems
        )
    ordered, unmet = order_extractors(extractors.values())
    problems += unmet
    if strict and problems:
        raise RegistryError("; ".join(problem.message for problem in problems))
    return Registry(tuple(plugins), ordered, formats, languages, Vocabulary(terms), tuple(problems))


def _claim(
    plugin: Plugin,
    what: str,
    values: Mapping[str, T],
    registered: dict[str, T],
    owners: dict[str, str],
    problems: list[Diagnostic],
) -> None:
    """Enter values under their names; a name that another plugin owns stays with it."""
    for name, value in values.items():
        owner = owners.setdefault(f"{what} {name}", plugin.name)
        if owner == plugin.name:
            registered[name] = value
        else:
            message = f"plugin {plugin.name}: the {what} {name!r} belongs to plugin {owner}; disable one of the two"
            problems.append(_problem(plugin.name, "name-taken", message))


def _problem(source: str, code: str, message: str) -> Diagnostic:
    return Diagnostic("error", source, code, message)


def order_extractors(extractors: Iterable[Extractor]) -> tuple[tuple[Extractor, ...], list[Diagnostic]]:
    """Extractors so that each follows the givers of what it needs and uses, ties by name; and what had to be left out.

    An extractor is left out where nobody (else) gives a type that it needs, or where it needs in a circle.
    """
    waiting = {e.name: e for e in sorted(extractors, key=lambda e: e.name)}
    problems = []
    while lacking := [(e, missing) for e in waiting.values() if (missing := _missing(e, waiting.values()))]:
        for extractor, missing in lacking:
            names = ", ".join(kind.__name__ for kind in missing)
            message = f"extractor {extractor.name} is left out: it needs {names}, which no extractor in use gives"
            problems.append(_problem(extractor.name, "unmet-need", message))
            del waiting[extractor.name]
    ordered: list[Extractor] = []
    while waiting:
        ready = next((e for e in waiting.values() if not _comes_later(e, waiting.values())), None)
        if ready is None:
            circle = ", ".join(waiting)
            problems += [
                _problem(name, "cycle", f"extractor {name} is left out: {circle} need one another in a circle")
                for name in waiting
            ]
            break
        ordered.append(waiting.pop(ready.name))
    return tuple(ordered), problems


def _missing(extractor: Extractor, among: Iterable[Extractor]) -> list[type[Mention]]:
    given = {kind for other in among if other is not extractor for kind in other.gives}
    return sorted(extractor.needs - given, key=lambda kind: kind.__name__)


def _comes_later(extractor: Extractor, among: Iterable[Extractor]) -> bool:
    """Whether one of `among` has yet to give what `extractor` needs or uses."""
    wanted = extractor.needs | extractor.uses
    return any(other is not extractor and not wanted.isdisjoint(other.gives) for other in among)
