"""Who and where: states, capitals that act for them, bodies, persons in office, described groups, pronouns, places."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import regex

from ceasefire.document import Document
from ceasefire.mentions import ActorMention, Anaphor, Mention, RegionMention
from ceasefire.models import Span
from english.words import LIMIT, any_of, lexicon

Found = ActorMention | RegionMention
_NAME = r"\p{Lu}[\p{L}’'-]*\p{Ll}(?:\s(?:al-|el-|bin\s|de\s)?\p{Lu}[\p{L}’'-]*\p{Ll}){0,3}"
_GENITIVE = r"(?:['’]s)?"


@attrs.frozen
class Rule:
    """A name, a pattern, and what its match is; null where it is nothing."""

    name: str
    pattern: regex.Pattern[str]
    read: Callable[[Document, regex.Match[str], Span, str], Found | None]


class Names:
    """Gives an `ActorMention` or a `RegionMention` for each name; of two that overlap the earlier rule's stays."""

    name = "en-names"
    language = "en"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset()
    gives: frozenset[type[Mention]] = frozenset({ActorMention, RegionMention})

    def __init__(self) -> None:
        self._states, self._places = lexicon("states"), lexicon("places")
        self._groups = {name: kind for kind, names in lexicon("groups").items() for name in names}
        self._descriptions = lexicon("descriptions")
        self._words = words = lexicon("actors")
        self._adjectives = {word: code for code, state in self._states.items() for word in state["adjective"]}
        self._names = {name: code for code, state in self._states.items() for name in state["names"]}
        self._capitals = {state["capital"]: code for code, state in self._states.items() if "capital" in state}
        self._adjective = rf"(?P<of>{any_of(self._adjectives)})"
        self._land = regex.compile(
            rf"\b(?:{any_of(words['before_land'])}|{any_of(words['parts_of_land'])}\sof)\s(?:the\s)?$", regex.I
        )
        # `Aleppo, Syria's largest city`
        self._around = regex.compile(
            r"(?P<comma>,\s)\p{Lu}[^.,;\n]{0,30}['’]s\s(?:[a-z-]+\s){0,2}(?:city|town|province|port)\b"
        )
        self._rules = tuple(self._all_rules())

    def extract(self, document: Document) -> Iterator[Found]:
        """The names of the text, the short forms of persons' names last."""
        taken: list[tuple[int, int]] = []
        found = [mention for rule in self._rules for mention in self._free(document, rule, taken)]
        persons = [m.name for m in found if isinstance(m, ActorMention) and m.by == f"{self.name}:office"]
        if persons:
            last = any_of(regex.split(r"[\s-]", name)[-1] for name in persons)
            found += self._free(document, Rule("surname", regex.compile(rf"\b{last}\b"), _surname), taken)
        states = {m.span.start: m for m in found if isinstance(m, RegionMention) and m.kind == "country"}
        for mention in found:
            around = self._around.match(document.text, mention.span.end)
            if around and isinstance(mention, RegionMention):
                yield attrs.evolve(mention, within=states.get(around.end("comma")))
            else:
                yield mention

    def _free(self, document: Document, rule: Rule, taken: list[tuple[int, int]]) -> Iterator[Found]:
        for match in rule.pattern.finditer(document.text, timeout=LIMIT):
            group = "span" if "span" in rule.pattern.groupindex else 0
            span = Span(*match.span(group))
            place = bisect(taken, (span.start, span.end))
            is_taken = (place and taken[place - 1][1] > span.start) or (
                place < len(taken) and taken[place][0] < span.end
            )
            if is_taken or document.in_furniture(span):
                continue
            if mention := rule.read(document, match, span, f"{self.name}:{rule.name}"):
                taken.insert(place, (span.start, span.end))
                yield mention

    def _all_rules(self) -> Iterator[Rule]:
        words, of = self._words, self._adjective
        offices, forces, ministries = any_of(words["offices"]), any_of(words["forces"]), any_of(words["ministries"])
        yield Rule("office", regex.compile(rf"\b(?:{of}\s)?(?P<office>{offices})\s(?P<name>{_NAME})"), self._office)
        yield Rule("force", regex.compile(rf"\b{of}\s(?P<body>{forces})\b"), self._body("military"))
        yield Rule("ministry", regex.compile(rf"\b{of}\s(?P<body>{ministries})\b"), self._body("government"))
        official = rf"(?:[a-z]+\s){{0,3}}?(?:{of}\s)?(?:[a-z]+\s){{0,3}}?officials?\b"
        yield Rule("official", regex.compile(rf"\b(?P<article>[Aa]n?|[Tt]he)\s(?P<span>{official})"), self._official)
        several = r"\b(?P<span>(?:[Ss]everal|[Ss]ome|[Mm]any)\s(?:rebel|armed|opposition)\s(?P<head>groups|factions))\b"
        yield Rule("several", regex.compile(several), _several)
        described = any_of(self._descriptions)
        yield Rule(
            "description",
            regex.compile(rf"\b(?P<word>{described}|opposition)\b(?!\sof\scalm)", regex.I),
            self._described,
        )
        groups = any_of(self._groups)
        side = r"(?:fighters\s(?:of|from)\s)?(?:the\s)?(?:armed\s|militant\s)?(?:group\s)?"
        agency = r"(?:\snews\sagency)?"
        yield Rule(
            "listed", regex.compile(rf"\b(?:{side})(?P<name>(?<![\p{{L}}]){groups}){agency}(?!\w)"), self._listed
        )
        yield Rule(
            "state", regex.compile(rf"(?<!\w)(?P<span>(?P<name>{any_of(self._names)})){_GENITIVE}(?!\w)"), self._state
        )
        places = any_of(self._places)
        yield Rule(
            "place",
            regex.compile(rf"\b(?:(?P<kind>city|province)\sof\s)?(?P<name>{places})(?:\s(?P<kind>province|city))?\b"),
            self._place,
        )
        yield Rule("capital", regex.compile(rf"\b(?P<name>{any_of(self._capitals)})\b"), self._capital)
        yield Rule("pronoun", regex.compile(r"\b(?P<word>[Hh]e|[Ss]he|[Tt]hey)\b"), _pronoun)

    # ---- actors --------------------------------------------------------------------------------------------------

    def _office(self, document: Document, match: regex.Match[str], span: Span, by: str) -> Found:
        office = document.text[match.start() : match.end("office")]
        heads = frozenset({match["office"].lower(), match["office"].split()[-1].lower()})
        country = self._adjectives.get(match["of"] or "")
        return ActorMention(
            span=span, by=by, name=match["name"], kind="person", country=country, office=office, heads=heads
        )

    def _body(self, kind: str) -> Callable[[Document, regex.Match[str], Span, str], Found]:
        def read(document: Document, match: regex.Match[str], span: Span, by: str) -> Found:
            country, body = self._adjectives[match["of"]], match["body"].lower()
            return ActorMention(
                span=span,
                by=by,
                name=match[0],
                kind=kind,
                country=country,
                identity=f"{kind}:{body} state:{country}",
                heads=frozenset({body.split()[-1]}),
                number="many" if kind == "military" else "one",
            )

        return read

    def _official(self, document: Document, match: regex.Match[str], span: Span, by: str) -> Found:
        country = self._adjectives.get(match["of"] or "")
        many = match["span"].endswith("s")
        anaphor = None
        if match["article"].lower() == "the":
            number = "many" if many else "one"
            anaphor = Anaphor(
                kinds=frozenset({"person"}),
                heads=frozenset({"official"}),
                country=country,
                number=number,  # type: ignore[arg-type]
                nearest="named" if country else "speaker",
                descriptive=country is not None,
            )
        return ActorMention(
            span=span,
            by=by,
            name=match["span"],
            kind="person",
            country=country,
            heads=frozenset({"official"}),
            number="many" if many else "one",
            anaphor=anaphor,
            listed=False,
        )

    def _described(self, document: Document, match: regex.Match[str], span: Span, by: str) -> Found:
        word = match["word"].lower()
        entry: dict[str, Any] = self._descriptions.get(word, {"kind": "armed_group", "head": "opposition"})
        heads = frozenset({entry["head"], word})
        return ActorMention(
            span=span,
            by=by,
            name=match["word"],
            kind=entry["kind"],
            heads=heads | {word.split()[-1]},
            number="one" if entry["kind"] == "government" else "many",
            anaphor=Anaphor(heads=heads, descriptive=True),
            listed=word != "opposition",
        )

    def _listed(self, document: Document, match: regex.Match[str], span: Span, by: str) -> Found:
        name, kind = match["name"], self._groups[match["name"]]
        number: Any = "many" if kind in ("armed_group", "organisation") else "one"
        start = match.start() + (len("the ") if match[0].startswith("the ") else 0)
        whole = Span(start, match.end())
        heads = frozenset({"group"}) if kind == "armed_group" else frozenset()
        return ActorMention(
            span=whole, by=by, name=name, kind=kind, identity=f"{kind}:{name.lower()}", heads=heads, number=number
        )

    def _state(self, document: Document, match: regex.Match[str], span: Span, by: str) -> Found:
        code = self._names[match["name"]]
        name = self._states[code]["names"][0]
        genitive = match.end() > span.end
        if genitive or self._land.search(document.text, pos=max(0, span.start - 30), endpos=span.start):
            return RegionMention(span=span, by=by, name=name, kind="country", country=code, identity=f"country:{code}")
        return ActorMention(span=span, by=by, name=name, kind="state", country=code, identity=f"state:{code}")

    def _capital(self, document: Document, match: regex.Match[str], span: Span, by: str) -> Found | None:
        """A capital acts for its state, unless somebody is in it."""
        code = self._capitals[match["name"]]
        if self._land.search(document.text, pos=max(0, span.start - 30), endpos=span.start):
            return None
        name = self._states[code]["names"][0]
        return ActorMention(span=span, by=by, name=name, kind="state", country=code, identity=f"state:{code}")

    # ---- places --------------------------------------------------------------------------------------------------

    def _place(self, document: Document, match: regex.Match[str], span: Span, by: str) -> Found:
        place = self._places[match["name"]]
        return RegionMention(
            span=span,
            by=by,
            name=match["name"],
            kind=match["kind"] or place["kind"],
            country=place["country"],
            geonames=place.get("geonames"),
            lat=place.get("lat"),
            lon=place.get("lon"),
            identity=f"place:{place['country']}:{match['name'].lower()}",
        )


def _several(document: Document, match: regex.Match[str], span: Span, by: str) -> Found:
    heads = frozenset({match["head"]})
    return ActorMention(span=span, by=by, name=match["span"], kind="armed_group", heads=heads, number="many")


def _surname(document: Document, match: regex.Match[str], span: Span, by: str) -> Found:
    return ActorMention(span=span, by=by, name=match[0], kind="person")


def _pronoun(document: Document, match: regex.Match[str], span: Span, by: str) -> Found:
    many = match["word"].lower() == "they"
    anaphor = Anaphor(
        kinds=frozenset() if many else frozenset({"person"}), number="many" if many else "one", nearest="speaker"
    )
    return ActorMention(
        span=span,
        by=by,
        name=match["word"],
        kind="person",
        number="many" if many else "one",
        anaphor=anaphor,
        listed=False,
    )
