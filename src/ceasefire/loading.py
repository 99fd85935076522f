"""Finds plugins and loads them one by one, each guarded: what fails is named with its cause and costs only itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module
from importlib.metadata import Distribution, EntryPoint, distributions, entry_points
from itertools import islice
from typing import TypeVar

import attrs
import pluggy

from ceasefire.contributions import check_contract
from ceasefire.errors import RegistryError
from ceasefire.hookspecs import ENTRY_POINT_GROUP, HookSpecs
from ceasefire.timelimit import TimeLimitExceeded, time_limit_on
from ceasefire.wording import shown, told

__all__ = ["CORE", "Failure", "Found", "ask_each", "find", "values_of"]

T = TypeVar("T")

#: the name of core's own distribution
CORE = "ceasefire"
#: the plugins that core ships: its formats. `only` leaves them in, `disable` takes them out
_BUILT_IN = {"json": "ceasefire.formats.json", "text": "ceasefire.formats.text"}
#: values that one hook may give: far more than any sound one does, few enough for a list without end to be noticed
_MOST_VALUES = 10_000


# ---- finding -----------------------------------------------------------------------------------------------------


@attrs.frozen
class Found:
    """A plugin before it is loaded."""

    name: str
    load: Callable[[], object]
    #: the distribution that ships it; null for one handed over as an object
    distribution: str | None = None
    version: str | None = None
    is_built_in: bool = False


def find(given: Mapping[str, object]) -> Iterator[Found]:
    """Plugins given as objects, then core's own, then installed ones by name and distribution."""
    for name in sorted(given):
        yield Found(name, partial(_itself, given[name]))
    for name, module in _BUILT_IN.items():
        if name not in given:
            yield Found(name, partial(import_module, module), CORE, _core_version(), is_built_in=True)
    for found in sorted(_installed(), key=lambda found: (found.name, found.distribution or "")):
        if found.name not in given:
            yield found


def _core_version() -> str:
    import ceasefire  # the package imports the modules that import this one, so not at the top

    return ceasefire.__version__


def _itself(plugin: object) -> object:
    return plugin


def _installed() -> Iterator[Found]:
    try:
        points = list(entry_points(group=ENTRY_POINT_GROUP))
    except Exception:
        # One distribution with broken metadata makes that fail for all, so each is asked by itself.
        yield from _installed_one_by_one()
        return
    for point in sorted(points, key=lambda point: point.value):
        yield _from_entry_point(point, point.dist)


def _installed_one_by_one() -> Iterator[Found]:
    seen: set[str] = set()
    for distribution in distributions():
        name = str(distribution.name or "")
        if name in seen:
            continue
        seen.add(name)
        try:
            points = [point for point in distribution.entry_points if point.group == ENTRY_POINT_GROUP]
        except Exception as error:
            why = f"its entry_points.txt cannot be read: {told(error)}"
            yield Found(name, partial(_unreadable, why), name, str(distribution.version))
            continue
        for point in sorted(points, key=lambda point: point.value):
            yield _from_entry_point(point, distribution)


def _unreadable(why: str) -> object:
    raise RegistryError(why)


def _from_entry_point(point: EntryPoint, distribution: Distribution | None) -> Found:
    if distribution is None:
        return Found(point.name, point.load)
    return Found(point.name, point.load, str(distribution.name or "") or None, str(distribution.version or "") or None)


# ---- loading -----------------------------------------------------------------------------------------------------


@attrs.frozen
class Failure:
    """Why a plugin was left out."""

    #: a stable word for programs
    code: str
    #: words that follow "plugin NAME: "
    why: str


_Asked = Callable[[pluggy.PluginManager, Found], T]


def ask_each(found: Iterable[Found], ask: _Asked[T], time_limit: float | None) -> Iterator[tuple[Found, T | Failure]]:
    """Load and register plugins one by one and ask each; in place of what one gives, why it could not be asked.

    `time_limit`: seconds that one plugin may take for that; null sets no limit.
    """
    manager = pluggy.PluginManager(ENTRY_POINT_GROUP)
    manager.add_hookspecs(HookSpecs)
    taken: dict[str, Found] = {}
    for one in found:
        if one.name in taken:
            other = taken[one.name].distribution or "the caller"
            why = f"the name {one.name!r} is already taken by {other}; rename the entry point of one of the two"
            yield one, Failure("name-taken", why)
            continue
        taken[one.name] = one
        outcome = _asked(manager, one, ask, time_limit)
        if isinstance(outcome, Failure) and manager.has_plugin(one.name):
            # pluggy keeps the name of a plugin whose registration failed; take it back so that nothing half stays.
            manager.unregister(name=one.name)
        yield one, outcome


def _asked(manager: pluggy.PluginManager, found: Found, ask: _Asked[T], time_limit: float | None) -> T | Failure:
    try:
        with time_limit_on(time_limit):
            _register(found, manager)
            return ask(manager, found)
    except TimeLimitExceeded:
        return Failure("load-time-limit", f"it was not loaded within {time_limit:g} s")
    except RegistryError as error:
        return Failure(error.code if error.code == "unmet-contract" else "plugin-failed", str(error))
    except (Exception, SystemExit) as error:
        return Failure("plugin-failed", told(error, 400))


def _register(found: Found, manager: pluggy.PluginManager) -> None:
    plugin = found.load()
    check_contract(plugin)
    manager.register(plugin, name=found.name)
    manager.check_pending()
    if not manager.get_hookcallers(plugin):
        raise TypeError("it implements no hook; mark its functions with @ceasefire.hookimpl")


def values_of(
    manager: pluggy.PluginManager, plugin: str, hook: str, check: Callable[[object], T], key: str | None
) -> tuple[T, ...]:
    """What one plugin's implementations of one hook give, each value checked.

    pluggy would run all implementations and lose every result when one raises, so they are called one by one.
    `key` is the attribute that must differ from value to value; null where none must.
    """
    values: list[T] = []
    for implementation in getattr(manager.hook, hook).get_hookimpls():
        if implementation.plugin_name != plugin:
            continue
        given = implementation.function()
        if isinstance(given, str) or not isinstance(given, Iterable):
            raise TypeError(f"its hook {hook} gave {shown(given)}; it must give a list")
        for value in islice(given, _MOST_VALUES + 1):
            try:
                values.append(check(value))
            except TypeError as error:
                raise TypeError(f"its hook {hook} gave {shown(value)}, {error}") from None
    if len(values) > _MOST_VALUES:
        raise TypeError(f"its hook {hook} gave more than {_MOST_VALUES} values; it must give a list that ends")
    if key is not None:
        names = [getattr(value, key) for value in values]
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise TypeError(f"its hook {hook} gave two of the name {twice!r}")
    return tuple(values)
