"""The names that lists know: states, capitals, places, groups, organisations, media.

The data is `lexicon/gazetteer.tsv`, compiled by `tools/compile_gazetteer.py`, which describes its form. A line is
parsed when its first word is met in a text, not before.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final, Literal

import attrs

__all__ = ["Entry", "Gazetteer", "Match", "Sense"]

_FILE: Final = "gazetteer.tsv"

Sort = Literal["state", "capital", "place", "actor"]
_SORTS: Final[dict[str, Sort]] = {"S": "state", "C": "capital", "P": "place", "A": "actor"}


@attrs.frozen
class Sense:
    """One thing that a name can mean."""

    sort: Sort
    #: what it is called in full; of an alias, what it stands for
    name: str
    #: region or actor kind; empty of a state or capital
    kind: str = ""
    #: state code; empty where none
    country: str = ""
    identity: str = ""
    #: the letters' case counts (`IS`, `AS`)
    exact: bool = False
    #: the name is a short form or nickname of `name`
    alias: bool = False
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0


@attrs.frozen
class Entry:
    """All senses of one name that begins with a certain word."""

    #: the words after the first, folded
    rest: tuple[str, ...]
    senses: tuple[Sense, ...]


@attrs.frozen
class Match:
    """A name found in a text: words `first` up to, not including, `end`."""

    first: int
    end: int
    senses: tuple[Sense, ...]

    def sense(self, *sorts: str) -> Sense | None:
        """The first sense of one of these sorts."""
        for sense in self.senses:
            if sense.sort in sorts:
                return sense
        return None


class Gazetteer:
    """All known names, by their first word."""

    def __init__(self) -> None:
        lines = files("ceasefire_id.lexicon").joinpath(_FILE).read_text("utf-8").split("\n")
        rows = dict(line.split("\t", 1) for line in lines if line and line[0] != "#")
        #: state code to the state's name
        self.states: dict[str, str] = dict(item.split("|") for item in rows.pop("!states").split(";"))
        #: names that are common words, folded
        self.opening = frozenset(rows.pop("!opening").split(";"))
        #: names that are persons' names, folded
        self.cued = frozenset(rows.pop("!cued").split(";"))
        self._rows = rows
        self._parsed: dict[str, tuple[Entry, ...]] = {}

    @classmethod
    @cache
    def load(cls) -> Gazetteer:
        """The one that all readers of a process share; it is read once, and lines are parsed as they are needed."""
        return cls()

    def __contains__(self, word: str) -> bool:
        return word in self._rows

    def words(self) -> Iterator[str]:
        """The first words of all names, folded."""
        return iter(self._rows)

    def entries(self, word: str) -> tuple[Entry, ...]:
        """The names that begin with a word (folded), longest first."""
        found = self._parsed.get(word)
        if found is None:
            row = self._rows.get(word)
            if row is None:
                return ()
            # Two threads may parse the same line: both get the same.
            found = self._parsed[word] = self._parse(row)
        return found

    def _parse(self, row: str) -> tuple[Entry, ...]:
        by_rest: dict[tuple[str, ...], list[Sense]] = {}
        for item in row.split(";"):
            rest, sort, *fields = item.split("|")
            by_rest.setdefault(tuple(rest.split()), []).append(self._sense(_SORTS[sort], fields))
        ordered = sorted(by_rest.items(), key=lambda entry: -len(entry[0]))
        return tuple(Entry(rest, tuple(senses)) for rest, senses in ordered)

    def _sense(self, sort: Sort, fields: list[str]) -> Sense:
        if sort == "state":
            code, mark = fields
            return Sense(
                sort, self.states[code], country=code, identity=f"state:{code}", exact=mark == "x", alias=bool(mark)
            )
        if sort == "capital":
            return Sense(sort, self.states[fields[0]], country=fields[0], identity=f"state:{fields[0]}", alias=True)
        if sort == "actor":
            name, kind, country, identity, mark = fields
            return Sense(sort, name, kind, country, identity, exact=bool(mark), alias=bool(mark))
        name, kind, country, geonames, lat, lon, population = fields
        return Sense(
            sort,
            name,
            kind,
            country,
            f"place:{country}:{name.casefold()}",
            geonames=int(geonames) if geonames else None,
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            population=int(population or 0),
        )
