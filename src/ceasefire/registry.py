"""The plugin registry: finds plugins, checks them, and orders their extractors.

Entry points are loaded one by one. What fails is named with its cause and costs only itself; a plugin whose
registration fails half-way is taken back whole. Extractors run in the order of their needs, ties by name, so
that the order in which distributions were installed never matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

import attrs

from ceasefire.contributions import check_command, check_extractor, check_format, check_language, check_term
from ceasefire.errors import RegistryError
from ceasefire.hookspecs import Extractor, Format
from ceasefire.language import Language, PlainLanguage
from ceasefire.loading import CORE, Failure, Found, ask_each, find, values_of
from ceasefire.models import Diagnostic
from ceasefire.ordering import order_extractors
from ceasefire.vocabulary import Term, Vocabulary

if TYPE_CHECKING:
    import pluggy
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
    #: the same as a stable word for programs
    failure_code: str | None = None


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
    #: the plugin of each format, language and extractor: `("extractor", "id-dates")`
    owners: Mapping[tuple[str, str], str]

    @classmethod
    def build(
        cls,
        *,
        disable: Iterable[str] = (),
        only: Iterable[str] | None = None,
        plugins: Mapping[str, object] | None = None,
        strict: bool = False,
        load_time_limit: float | None = None,
    ) -> Registry:
        """Load the installed plugins and those given.

        `disable` leaves plugins or single extractors out by name; `only` loads just the plugins named;
        `plugins` adds plugin objects under the names given, in place of installed ones of the same name.
        `load_time_limit`: seconds that one plugin may take to be imported and to answer; null sets no limit.
        Raises `RegistryError` for a name that nothing bears, and with `strict` for every other problem.
        """
        off, kept = frozenset(disable), None if only is None else frozenset(only)
        found = list(find(plugins or {}))
        wanted = [f for f in found if f.name not in off and (kept is None or f.name in kept or f.is_built_in)]
        loaded = [_plugin(one, given) for one, given in ask_each(wanted, _load, load_time_limit)]
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


def _refuse_unknown_names(found: list[Found], loaded: list[Plugin], off: frozenset[str], kept: frozenset[str]) -> None:
    """`only` names plugins; `disable` plugins or extractors."""
    plugins = {f.name for f in found}
    extractors = {e.name for plugin in loaded for e in plugin.extractors}
    unknown = sorted((kept - plugins) | (off - plugins - extractors))
    if unknown:
        there_are = ", ".join(sorted(plugins))
        message = f"no plugin is called {', '.join(map(repr, unknown))}; there are {there_are}"
        raise RegistryError(message, code="unknown-name")


# ---- asking them ---------------------------------------------------------------------------------------------------


def _plugin(found: Found, given: Plugin | Failure) -> Plugin:
    if isinstance(given, Plugin):
        return given
    return Plugin(found.name, found.distribution, found.version, failure=given.why, failure_code=given.code)


def _load(manager: pluggy.PluginManager, found: Found) -> Plugin:
    return Plugin(
        found.name,
        found.distribution,
        found.version,
        extractors=values_of(manager, found.name, "extractors", check_extractor, "name"),
        formats=values_of(manager, found.name, "formats", check_format, "name"),
        languages=values_of(manager, found.name, "languages", check_language, "code"),
        terms=values_of(manager, found.name, "terms", check_term, None),
    )


# ---- checking them together --------------------------------------------------------------------------------------


def _assemble(plugins: list[Plugin], off: frozenset[str], strict: bool) -> Registry:
    problems = [_problem(p.name, str(p.failure_code), f"plugin {p.name}: {p.failure}") for p in plugins if p.failure]
    terms: list[Term] = []
    formats: dict[str, Format] = {}
    languages: dict[str, Language] = {}
    extractors: dict[str, Extractor] = {}
    owners: dict[tuple[str, str], str] = {}
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
    ordered, left_out = order_extractors(extractors.values())
    for problem in left_out:
        owner = owners["extractor", problem.source]
        problems.append(attrs.evolve(problem, message=f"plugin {owner}: {problem.message}"))
    if strict and problems:
        raise RegistryError("; ".join(problem.message for problem in problems), code=problems[0].code)
    return Registry(
        tuple(plugins),
        ordered,
        MappingProxyType(formats),
        MappingProxyType(languages),
        Vocabulary(terms),
        tuple(problems),
        MappingProxyType(owners),
    )


def _claim(
    plugin: Plugin,
    what: str,
    values: Mapping[str, T],
    registered: dict[str, T],
    owners: dict[tuple[str, str], str],
    problems: list[Diagnostic],
) -> None:
    """Enter values under their names; a name that another plugin owns stays with it."""
    for name, value in values.items():
        owner = owners.setdefault((what, name), plugin.name)
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
    taken: Iterable[str],
    *,
    disable: Iterable[str] = (),
    only: Iterable[str] | None = None,
    load_time_limit: float | None = 60.0,
) -> FoundCommands:
    """Ask the installed plugins for their commands, and for nothing else: no extractor is made.

    `taken` are the names of core's own commands. `disable` and `only` choose plugins, and
    `load_time_limit` stops one that takes too long, as with `Registry.build`.
    """
    off, kept = frozenset(disable), None if only is None else frozenset(only)
    wanted = (f for f in find({}) if not f.is_built_in and f.name not in off and (kept is None or f.name in kept))
    commands: dict[str, Command] = {}
    owners = dict.fromkeys(taken, CORE)
    problems: list[Diagnostic] = []
    for plugin, given in ask_each(wanted, _commands, load_time_limit):
        if isinstance(given, Failure):
            problems.append(_problem(plugin.name, given.code, f"plugin {plugin.name}: {given.why}"))
            continue
        for name, command in given.items():
            if name in owners:
                owner = owners[name] if owners[name] == CORE else f"plugin {owners[name]}"
                message = f"plugin {plugin.name}: the command {name!r} belongs to {owner}; it was left out"
                problems.append(_problem(plugin.name, "name-taken", message))
            else:
                commands[name], owners[name] = command, plugin.name
    mine = {name: owners[name] for name in commands}
    return FoundCommands(MappingProxyType(commands), MappingProxyType(mine), tuple(problems))


def _commands(manager: pluggy.PluginManager, found: Found) -> dict[str, Command]:
    return {str(each.name): each for each in values_of(manager, found.name, "commands", check_command, "name")}
