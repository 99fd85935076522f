"""Reports coded for peace research."""

from collections.abc import Iterable

from ceasefire.hookspecs import Format, hookimpl

__version__ = "0.1.0.dev0"


@hookimpl
def formats() -> Iterable[Format]:
    """See `HookSpecs.formats`."""
    return []
