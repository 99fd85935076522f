"""The plugin registry: finds plugins, checks them, and orders their extractors.

Entry points are loaded one by one. What fails is named with its cause and costs only itself; a plugin whose
registration fails half-way is taken back whole. Extractors run in the order of their needs, ties by name, so
that the order in which distributions were installed never matters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

import attrs
import pluggy

from ceasefire.contributions import check_command, check_extractor, check_format, check_language, check_term
from ceasefire.errors import RegistryError
from ceasefire.hookspecs import ENTRY_POINT_GROUP, Extractor, Format, HookSpecs
from ceasefire.language import Language, PlainLanguage
from ceasefire.models import Diagnostic
from ceasefire.ordering import order_extractors
from ceasefire.vocabulary import Term, Vocabulary

if TYPE_CHECKING:
    from click import Command

__all__ = ["FoundCommands", "Plugin", "Registry", "find_commands"]

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
        off, kept = frozenset(disable), None if only is None else frozenset(only)
        found = list(_found(plugins or {}))
        wanted = [f for f in found if f.name not in off and (kept is None or f.name in kept or f.is_built_in)]
        loaded = _load_all(wanted)
        _refuse_unknown_names(found, loaded, off, kept or frozenset())
        return _assemble(loaded, off, strict)

    def language(self, code: str) -> Language:
        """The language of that code (BCP 47), or of the shorter one before a hyphen; else core's own, without words."""
        fitting = [own for own in self.languages if _reads(own, code)]
        return self.languages[max(fitting, key=len)] if fitting else PlainLanguage()

    def extractors_for(self, code: str) -> list[Extractor]:
        """Those that read a language (BCP 47; one for `id` reads `id-ID` too), in the order in which they run."""
        return [extractor for extractor in self.extractors if _reads(extractor.language, code)]


def _reads(own: str, code: str) -> bool:
    return own == "*" or f"{code}-".casefold().startswith(f"{own}-".casefold())


# ---- finding -----------------------------------------------------------------------------------------------------


#: the plugins that core ships: its formats. `only` leaves them in, `disable` takes them out
_CORE = "ceasefire"
_BUILT_IN = {"json": "ceasefire.formats.json", "text": "ceasefire.formats.text"}


@attrs.frozen
class _Found:
    """A plugin before it is loaded."""

    name: str
    load: Callable[[], object]
    distribution: str | None = None
    version: str | None = None
    is_built_in: bool = False


def _found(given: Mapping[str, object]) -> Iterable[_Found]:
    """Plugins given as objects, then core's own, then installed ones by name and distribution."""
    for name in sorted(given):
        yield _Found(name, partial(_itself, given[name]))
    for name, module in _BUILT_IN.items():
        if name not in given:
            yield _Found(name, partial(import_module, module), _CORE, _core_version(), is_built_in=True)
    installed = entry_points(group=ENTRY_POINT_GROUP)
    for point in sorted(installed, key=lambda p: (p.name, p.dist.name if p.dist else "", p.value)):
        if point.name not in given:
            yield _from_entry_point(point)


def _core_version() -> str:
    import ceasefire  # the package imports this module, so not at the top

    return ceasefire.__version__


def _itself(plugin: object) -> object:
    return plugin


def _from_entry_point(point: EntryPoint) -> _Found:
    distribution = point.dist
    return _Found(
        point.name,
        point.load,
        distribution.name if distribution else None,
        distribution.version if distribution else None,
    )


def _refuse_unknown_names(found: list[_Found], loaded: list[Plugin], off: frozenset[str], kept: frozenset[str]) -> None:
    """`only` names plugins; `disable` plugins or extractors."""
    plugins = {f.name for f in found}
    extractors = {e.name for plugin in loaded for e in plugin.extractors}
    unknown = sorted((kept - plugins) | (off - plugins - extractors))
    if unknown:
        there_are = ", ".join(sorted(plugins))
        message = f"no plugin is called {', '.join(map(repr, unknown))}; there are {there_are}"
        raise RegistryError(message, code="unknown-name")


# ---- loading -----------------------------------------------------------------------------------------------------


_Asked = Callable[[pluggy.PluginManager, _Found], T]


def _ask_each(found: Iterable[_Found], ask: _Asked[T]) -> Iterator[tuple[_Found, T | str]]:
    """Load and register plugins one by one and ask each; in place of what one gives, why it could not be asked."""
    manager = pluggy.PluginManager(ENTRY_POINT_GROUP)
    manager.add_hookspecs(HookSpecs)
    taken: dict[str, _Found] = {}
    for one in found:
        if one.name in taken:
            other = taken[one.name].distribution or "the caller"
            yield one, f"the name {one.name!r} is already taken by {other}; rename the entry point of one of the two"
            continue
        taken[one.name] = one
        try:
            _register(one, manager)
            yield one, ask(manager, one)
        except (Exception, SystemExit) as error:
            # pluggy keeps the name of a plugin whose registration failed; take it back so that nothing half stays.
            if manager.has_plugin(one.name):
                manager.unregister(name=one.name)
            yield one, _told(error)


def _register(found: _Found, manager: pluggy.PluginManager) -> None:
    plugin = found.load()
    manager.register(plugin, name=found.name)
    manager.check_pending()
    if not manager.get_hookcallers(plugin):
        raise TypeError("it implements no hook; mark its functions with @ceasefire.hookimpl")


def _load_all(found: Iterable[_Found]) -> list[Plugin]:
    return [
        Plugin(one.name, one.distribution, one.version, failure=given) if isinstance(given, str) else given
        for one, given in _ask_each(found, _load)
    ]


def _load(manager: pluggy.PluginManager, found: _Found) -> Plugin:
    return Plugin(
        found.name,
        found.distribution,
        found.version,
        extractors=_values(manager, found.name, "extractors", check_extractor, "name"),
        formats=_values(manager, found.name, "formats", check_format, "name"),
        languages=_values(manager, found.name, "languages", check_language, "code"),
        terms=_values(manager, found.name, "terms", check_term, None),
    )


def _told(error: BaseException) -> str:
    """An exception on one line, of bearable length."""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}"[:400].rstrip(": ")


def _values(
    manager: pluggy.PluginManager, plugin: str, hook: str, check: Callable[[object], T], key: str | None
) -> tuple[T, ...]:
    """What one plugin's implementations of one hook give, each value checked.

    pluggy would run all implementations and lose every result when one raises, so they are called one by one.
    """
    values: list[T] = []
    for implementation in getattr(manager.hook, hook).get_hookimpls():
        if implementation.plugin_name != plugin:
            continue
        given = implementation.function()
        if isinstance(given, str) or not isinstance(given, Iterable):
            raise TypeError(f"its hook {hook} gave {given!r:.80}; it must give a list")
        for value in given:
            try:
                values.append(check(value))
            except TypeError as error:
                raise TypeError(f"its hook {hook} gave {value!r:.80}, {error}") from None
    if key is not None:
        names = [getattr(value, key) for value in values]
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise TypeError(f"its hook {hook} gave two of the name {twice!r}")
    return tuple(values)


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
        wanted = {e.name: e for e in plugin.extractors if e.name not in off}
        _claim(plugin, "extractor", wanted, extractors, owners, problems)
    ordered, unmet = order_extractors(extractors.values())
    problems += unmet
    if strict and problems:
        raise RegistryError("; ".join(problem.message for problem in problems), code=problems[0].code)
    return Registry(
        tuple(plugins),
        ordered,
        MappingProxyType(formats),
        MappingProxyType(languages),
        Vocabulary(terms),
        tuple(problems),
    )


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


# ---- commands ----------------------------------------------------------------------------------------------------


@attrs.frozen
class FoundCommands:
    """The commands of plugins, by name."""

    commands: Mapping[str, Command]
    #: the plugin of each command
    owners: Mapping[str, str]
    #: what was left out and why
    problems: tuple[Diagnostic, ...]


def find_commands(
    taken: Iterable[str], *, disable: Iterable[str] = (), only: Iterable[str] | None = None
) -> FoundCommands:
    """Ask the installed plugins for their commands, and for nothing else: no extractor is made.

    `taken` are the names of core's own commands. `disable` and `only` choose plugins as `Registry.build` does.
    """
    off, kept = frozenset(disable), None if only is None else frozenset(only)
    wanted = (f for f in _found({}) if not f.is_built_in and f.name not in off and (kept is None or f.name in kept))
    commands: dict[str, Command] = {}
    owners = dict.fromkeys(taken, _CORE)
    problems: list[Diagnostic] = []
    for plugin, given in _ask_each(wanted, _commands):
        if isinstance(given, str):
            problems.append(_problem(plugin.name, "plugin-failed", f"plugin {plugin.name}: {given}"))
            continue
        for name, command in given.items():
            if name in owners:
                owner = owners[name] if owners[name] == _CORE else f"plugin {owners[name]}"
                message = f"plugin {plugin.name}: the command {name!r} belongs to {owner}; it was left out"
                problems.append(_problem(plugin.name, "name-taken", message))
            else:
                commands[name], owners[name] = command, plugin.name
    mine = {name: owners[name] for name in commands}
    return FoundCommands(MappingProxyType(commands), MappingProxyType(mine), tuple(problems))


def _commands(manager: pluggy.PluginManager, found: _Found) -> dict[str, Command]:
    return {str(each.name): each for each in _values(manager, found.name, "commands", check_command, "name")}
