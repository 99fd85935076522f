"""Names on their way out. Each still works and warns for one minor release, and is gone with the next one.

Python shows a `DeprecationWarning` once for each place, to whoever runs tests or the module itself; users of a plugin
are not bothered with what only its author can mend.
"""

from __future__ import annotations

import warnings

import attrs

__all__ = ["DEPRECATED", "Deprecated", "warn_of"]


@attrs.frozen
class Deprecated:
    """A public name that will go."""

    #: with its module
    name: str
    #: the release that first warns
    since: str
    #: the release that no longer has it
    gone_in: str
    #: what to do instead, as a sentence without its full stop
    instead: str

    def __str__(self) -> str:
        return f"{self.name} is deprecated since {self.since} and gone in {self.gone_in}; {self.instead}"


#: all of them, by name
DEPRECATED = {
    each.name: each
    for each in (
        Deprecated(
            "ceasefire.hookspecs.hookspec",
            since="0.1",
            gone_in="0.2",
            instead="it marks core's own hooks only: plugins mark theirs with ceasefire.hookimpl",
        ),
    )
}


def warn_of(name: str) -> None:
    """Warn whoever called the caller that he uses `name`, one of `DEPRECATED`."""
    warnings.warn(str(DEPRECATED[name]), DeprecationWarning, stacklevel=3)
