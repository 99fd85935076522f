"""A small reading of English, made as a stranger would make one: a language and six extractors, all by the public door.

It proves that core knows no language, and it reads an English version of the seed. It is no accurate reader of English:
its rules are those that a dozen sentences need.
"""

from __future__ import annotations

from ceasefire import Extractor, hookimpl
from ceasefire.language import Language
from english.casualties import Casualties
from english.dates import Dates
from english.language import English
from english.names import Names
from english.numbers import Numbers
from english.pauses import Pauses
from english.statements import Statements

__all__ = ["extractors", "languages"]

requires_contract = ">=1.0,<2"


@hookimpl
def languages() -> list[Language]:
    """English."""
    return [English()]


@hookimpl
def extractors() -> list[Extractor]:
    """All six, which never import one another."""
    return [Numbers(), Dates(), Names(), Casualties(), Pauses(), Statements()]
