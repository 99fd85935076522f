"""The plugin contract, whole.

A plugin is a module (or any object) with functions marked `@hookimpl`, named by an entry point of the group
`ceasefire`; the entry point's name is the plugin's name::

    [project.entry-points.ceasefire]
    monitors-codes = "monitors.codes"

A plugin that relies on a certain version of this contract says so in an attribute beside its hooks, and is refused with
a clear message where another one is installed::

    requires_contract = ">=1.0,<2"

The registry calls the hooks once, plugin by plugin, when it is built; what they return is kept. A plugin that
raises there costs only itself. `commands` alone is called by the command line, and only where no command of core is
meant.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import pluggy

from ceasefire.deprecation import warn_of
from ceasefire.language import Language
from ceasefire.mentions import Mention
from ceasefire.models import Diagnostic, Report
from ceasefire.vocabulary import Term

if TYPE_CHECKING:
    from click import Command

    from ceasefire.document import Document

__all__ = ["CONTRACT_VERSION", "ENTRY_POINT_GROUP", "Extractor", "Format", "HookSpecs", "hookimpl"]

#: the version of the plugin contract: what this module, `mentions`, `document`, `language` and `vocabulary` offer and
#: demand. The second number rises with what is added, the first where a plugin written before could break.
CONTRACT_VERSION = "1.0"

#: the entry-point group of plugins, and pluggy's project name
ENTRY_POINT_GROUP = "ceasefire"

#: marks a function of a plugin as the implementation of a hook
hookimpl = pluggy.HookimplMarker(ENTRY_POINT_GROUP)
#: marks the specification of a hook
_hookspec = pluggy.HookspecMarker(ENTRY_POINT_GROUP)


@runtime_checkable
class Extractor(Protocol):
    """Reads mentions of certain types out of a document.

    One instance serves all articles, also from several threads at once: `extract` must keep nothing between
    calls. What takes long (compiling patterns, loading lists) belongs into `__init__`.
    """

    #: unique among all extractors; the first part of each mention's `by`
    name: str
    #: the language that it reads, BCP 47; `"*"` is any
    language: str
    #: mention types without which it cannot work; it runs after their givers, and not at all where one has none
    needs: frozenset[type[Mention]]
    #: mention types that it looks at where they are there; it runs after their givers
    uses: frozenset[type[Mention]]
    #: mention types that it may give; another one is refused
    gives: frozenset[type[Mention]]

    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        """The mentions found in `document`, in any order, and what the reader should be told.

        A mention may point only at mentions that stand on the document or that this call gives too. An
        exception costs the mentions of this call; those already given count.
        """


@runtime_checkable
class Format(Protocol):
    """Writes a report in some form."""

    #: unique among all formats; the word after `--format`
    name: str
    #: one line for `ceasefire formats`
    description: str
    #: IANA media type
    media_type: str

    def render(self, report: Report, text: str) -> str:
        """The report in this form, as text; `text` is the article's."""


class HookSpecs:
    """The hooks. Each but `commands` is called once for each plugin when a registry is built."""

    @_hookspec
    def extractors(self) -> Iterable[Extractor]:  # type: ignore[empty-body]
        """Extractors that this plugin gives."""

    @_hookspec
    def formats(self) -> Iterable[Format]:  # type: ignore[empty-body]
        """Formats that this plugin gives."""

    @_hookspec
    def languages(self) -> Iterable[Language]:  # type: ignore[empty-body]
        """Languages that this plugin gives: how their sentences, quotations and page furniture are told."""

    @_hookspec
    def terms(self) -> Iterable[Term]:  # type: ignore[empty-body]
        """Further values of the closed lists that this plugin's extractors use."""

    @_hookspec
    def commands(self) -> Iterable[Command]:  # type: ignore[empty-body]
        """Click commands that this plugin adds to `ceasefire`, under their names.

        Called by `ceasefire --help`, `ceasefire plugins` and for a command that core does not have; never by
        `ceasefire read` or a `Reader`. Import what the commands need inside the function, so that reading does not
        pay for it. A command that reads the output of `ceasefire batch` takes it from `ceasefire.read_reports`. A
        name that core or a plugin earlier in the alphabet has is refused.
        """


if not TYPE_CHECKING:  # a module of which every name is there would hide misspelt ones from type checkers

    def __getattr__(name: str) -> object:
        if name == "hookspec":
            warn_of("ceasefire.hookspecs.hookspec")
            return _hookspec
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
