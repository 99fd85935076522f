"""What reads beside an extractor under test: its givers, and what else its own plugin gives."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from ceasefire.errors import RegistryError
from ceasefire.hookspecs import Extractor
from ceasefire.language import Language
from ceasefire.loading import CORE
from ceasefire.reader import Reader
from ceasefire.registry import Plugin
from ceasefire.testing.readers import reader_with
from ceasefire.vocabulary import Term

__all__ = ["Company", "Tested", "company_of", "installed", "made"]

#: what is settled only once the tested extractor stands among them
_SETTLED_LATER = frozenset({"unmet-need", "cycle"})


@attrs.frozen
class Tested:
    """An extractor under test, and what its plugin gives beside it where that is known."""

    extractor: Extractor
    languages: tuple[Language, ...] = ()
    terms: tuple[Term, ...] = ()


def installed(name: str) -> Tested:
    """A new instance of an installed extractor. Raises `LookupError` where none has that name."""
    try:
        # Most plugins bear the name of their extractor; then no other needs loading.
        plugins = Reader(only=[name]).registry.plugins
    except RegistryError:
        plugins = Reader().registry.plugins
    found = {extractor.name: (extractor, plugin) for plugin in plugins for extractor in plugin.extractors}
    if name not in found:
        known = ", ".join(sorted(found)) or "none"
        raise LookupError(f"no installed extractor is called {name!r}; there are {known}")
    extractor, plugin = found[name]
    return Tested(extractor, plugin.languages, plugin.terms)


def made(extractor: Extractor) -> Tested:
    """An extractor made by its class; where the installed plugin of its name has that class, with what that gives."""
    try:
        plugins = Reader(only=[extractor.name]).registry.plugins
    except RegistryError:
        return Tested(extractor)
    for plugin in plugins:
        if any(type(other) is type(extractor) for other in plugin.extractors):
            return Tested(extractor, plugin.languages, plugin.terms)
    return Tested(extractor)


@attrs.frozen
class Company:
    """Parts for a reader."""

    extractors: tuple[Extractor, ...]
    languages: tuple[Language, ...]
    terms: tuple[Term, ...]

    @property
    def parts(self) -> tuple[object, ...]:
        """All of them."""
        return (*self.extractors, *self.languages, *self.terms)

    def language_for(self, extractor: Extractor) -> str:
        """The extractor's own; where it reads any, the one language of its company; else none in particular."""
        if extractor.language != "*":
            return extractor.language
        known = {other.language for other in self.extractors} | {language.code for language in self.languages}
        known.discard("*")
        return known.pop() if len(known) == 1 else "und"


def company_of(tested: Tested, givers: Iterable[object]) -> Company:
    """The givers' extractors, languages and terms, and those of the tested extractor's plugin.

    A giver may be the very plugin of the tested extractor, which then stands aside for it. Raises `RegistryError` for
    a giver that cannot be used.
    """
    registry = reader_with(*givers, strict=False).registry
    problems = [problem for problem in registry.problems if problem.code not in _SETTLED_LATER]
    if problems:
        raise RegistryError("; ".join(problem.message for problem in problems), code=problems[0].code)
    plugins: list[Plugin] = [plugin for plugin in registry.plugins if plugin.distribution != CORE]
    languages = {language.code: language for language in tested.languages}
    languages |= {language.code: language for plugin in plugins for language in plugin.languages}
    terms = (*tested.terms, *(term for plugin in plugins for term in plugin.terms))
    name = tested.extractor.name
    extractors = (other for plugin in plugins for other in plugin.extractors if other.name != name)
    return Company(tuple(extractors), tuple(languages.values()), tuple(dict.fromkeys(terms)))
