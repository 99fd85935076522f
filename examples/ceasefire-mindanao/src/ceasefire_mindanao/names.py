"""Names of Mindanao, word for word. What they say of an actor or a place beats a reading that knows less of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import attrs
import regex
from ceasefire import Extractor, hookimpl
from ceasefire.document import Document
from ceasefire.mentions import ActorMention, Mention, RegionMention
from ceasefire.models import Span

__all__ = ["NamesExtractor", "extractors"]

#: the version of the plugin contract that this was written for
requires_contract = ">=1.0,<2"

#: the state in which all of it lies, ISO 3166-1
COUNTRY = "PH"
#: nouns that stand before the name of a group or monitor in Indonesian and belong to it
BEFORE = regex.compile(r"\b(?:[Kk]elompok|[Gg]erakan|[Mm]ilisi)\s$")
#: nouns by which a text picks its groups and monitors up again
HEADS = {
    "armed_group": frozenset({"kelompok", "gerakan", "milisi"}),
    "monitor": frozenset({"pemantau", "tim", "komite"}),
}


@attrs.frozen
class Entry:
    """An actor or region of the pack."""

    #: its full name
    name: str
    #: `"armed_group"`, `"monitor"`, or the kind of a region
    kind: str
    is_region: bool
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None

    @property
    def identity(self) -> str:
        """By which its mentions are one, whatever they are called."""
        return f"geonames:{self.geonames}" if self.geonames else f"mindanao:{self.name.lower()}"


class NamesExtractor:
    """Gives an `ActorMention` or a `RegionMention` for each name of the pack."""

    name = "mindanao-names"
    language = "*"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset()
    gives: frozenset[type[Mention]] = frozenset({ActorMention, RegionMention})

    def __init__(self) -> None:
        self._entries = dict(_entries())
        #: the names that begin with a word, the longest first
        self._by_first: dict[str, list[str]] = {}
        for name in sorted(self._entries, key=len, reverse=True):
            self._by_first.setdefault(_first_word(name), []).append(name)

    def extract(self, document: Document) -> Iterator[ActorMention | RegionMention]:
        """The names of the text, in its order, none within another."""
        end = 0
        for start in document.where(*self._by_first):
            name = self._name_at(document.text, start) if start >= end else None
            if name is None:
                continue
            entry = self._entries[name]
            span = Span(start if entry.is_region else self._begin(document.text, start), start + len(name))
            if document.in_furniture(span):
                document.drop(f"{self.name}:listed", span, "it belongs to the page, not to the story")
                continue
            end = span.end
            yield self._mention(entry, span)

    def _name_at(self, text: str, start: int) -> str | None:
        """The longest name of the pack at a place, in its own capitals, that goes on in no further letter."""
        word = _first_word(text[start : start + 40])
        for name in self._by_first.get(word, ()):
            after = text[start + len(name) : start + len(name) + 1]
            if text.startswith(name, start) and not (after.isalnum() or after == "-"):
                return name
        return None

    def _begin(self, text: str, start: int) -> int:
        """Where a name begins with the noun before it, the way the Indonesian reading takes it too."""
        match = BEFORE.search(text, pos=max(0, start - 10), endpos=start)
        return match.start() if match else start

    def _mention(self, entry: Entry, span: Span) -> ActorMention | RegionMention:
        by = f"{self.name}:listed"
        if entry.is_region:
            return RegionMention(
                span=span,
                by=by,
                name=entry.name,
                kind=entry.kind,
                country=COUNTRY,
                geonames=entry.geonames,
                lat=entry.lat,
                lon=entry.lon,
                identity=entry.identity,
            )
        return ActorMention(
            span=span,
            by=by,
            name=entry.name,
            kind=entry.kind,
            identity=entry.identity,
            heads=HEADS[entry.kind],
            number="many",
        )


def _entries() -> Iterator[tuple[str, Entry]]:
    """Each name of the pack with what it names."""
    data: dict[str, list[dict[str, Any]]] = tomllib.loads(
        files(__package__).joinpath("names.toml").read_text(encoding="utf-8")
    )
    kinds = {"group": "armed_group", "monitor": "monitor"}
    for table, rows in data.items():
        for row in rows:
            names = row.pop("names")
            entry = Entry(names[0], row.pop("kind", kinds.get(table, "")), table == "region", **row)
            yield from ((name, entry) for name in names)


def _first_word(text: str) -> str:
    """As a document's index has it: small letters, a hyphen before a capital parting words."""
    match = regex.match(r"\w+", text)
    return match[0].lower() if match else ""


@hookimpl
def extractors() -> list[Extractor]:
    """The extractor of this plugin."""
    return [NamesExtractor()]
