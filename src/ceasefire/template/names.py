"""What a new plugin, its distribution and its module are called."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import distributions, requires
from importlib.util import find_spec

import attrs
import regex
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ceasefire.errors import CeasefireError
from ceasefire.loading import CORE, find

__all__ = ["NameRefusedError", "NewPlugin", "check_free", "named"]

_PREFIX = f"{CORE}-"
_NAME = regex.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
#: a file system and a package index bear no more in one name
_LONGEST = 60


class NameRefusedError(CeasefireError):
    """A new plugin cannot be called so: no plugin's name may look like that, or somebody bears it already."""


@attrs.frozen
class NewPlugin:
    """A plugin to be written: how it is called in each of its roles."""

    #: in `ceasefire plugins`, of its entry point and its extractor
    name: str

    @property
    def distribution(self) -> str:
        """What is installed."""
        return _PREFIX + self.name

    @property
    def module(self) -> str:
        """What is imported."""
        return self.distribution.replace("-", "_")


def named(name: str) -> NewPlugin:
    """The plugin of a name, which may be its distribution's (`ceasefire-...`). Raises `NameRefusedError`."""
    bare = name.removeprefix(_PREFIX)
    if _NAME.fullmatch(bare) and len(bare) <= _LONGEST:
        return NewPlugin(bare)
    message = f"a plugin cannot be called {name[: _LONGEST + 20]!r}"
    rule = f"small letters and digits, parts joined by a hyphen, a letter first, at most {_LONGEST}"
    proposal = regex.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-0123456789")[:_LONGEST].strip("-")
    proposed = f"; {proposal!r} would do" if _NAME.fullmatch(proposal) else ""
    raise NameRefusedError(f"{message}: {rule}{proposed}")


def check_free(plugin: NewPlugin) -> None:
    """Raise `NameRefusedError` where a plugin, a distribution or a module of that name is known here."""
    for found in find({}):
        if found.name == plugin.name:
            raise NameRefusedError(
                f"there is a plugin {plugin.name} already, of {found.distribution} {found.version or ''}".rstrip()
                + "; two of one name cannot be used together"
            )
    if plugin.distribution in _distributions():
        raise NameRefusedError(f"there is a distribution {plugin.distribution} already; choose another name")
    if find_spec(plugin.module) is not None:
        raise NameRefusedError(f"there is a module {plugin.module} already; choose another name")


def _distributions() -> Iterator[str]:
    """All that are installed, and those of this project that may be."""
    for distribution in distributions():
        if distribution.metadata["Name"]:  # one with broken metadata has none
            yield canonicalize_name(distribution.metadata["Name"])
    yield from (canonicalize_name(Requirement(line).name) for line in requires(CORE) or ())
