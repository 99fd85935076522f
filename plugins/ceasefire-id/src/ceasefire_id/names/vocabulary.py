"""The closed vocabulary of names: head nouns with what they head, and the words around names."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from ceasefire_id import lexicon
from ceasefire_id.language.titles import TitleVerbs
from ceasefire_id.patterns import LazyPattern

__all__ = ["Head", "Phrases", "Vocabulary"]


@attrs.frozen
class Head:
    """A head noun: how it reads, and what kind of actor or region a phrase with it names."""

    words: tuple[str, ...]
    #: actor kind, or `"place"` / `"place_name"` with `region` set
    sort: str
    region: str = ""
    #: counts only with a capital and before another one (`Pusat Informasi`)
    named: bool = False

    @property
    def text(self) -> str:
        """The head as one string."""
        return " ".join(self.words)


class Phrases:
    """Heads by their first word, longest first."""

    def __init__(self, heads: Iterable[Head]) -> None:
        by_first: dict[str, list[Head]] = {}
        for head in heads:
            by_first.setdefault(head.words[0], []).append(head)
        self.by_first = {
            first: tuple(sorted(group, key=lambda head: (-len(head.words), head.named)))
            for first, group in by_first.items()
        }

    def __contains__(self, word: str) -> bool:
        return word in self.by_first


#: the shape of abstract nouns, which no person is called: `Kebudayaan`, `Penanaman`
_ABSTRACT = LazyPattern(r"(?:ke|pe|per|pem|pen|peng|peny)[a-z]{3,}an")
_COMPOUND = LazyPattern(r"(?<!^M)(?<!^Ma)[a-z]{2}[A-Z]")
_ROMAN = LazyPattern(r"[IVX]+")
#: verbs without their prefix, as headlines have them: `tegaskan`, `perkuat`
_HEADLINE = LazyPattern(
    r"(?!pe|ke)[a-z]{4,}kan|per(?:kuat|luas|panjang|ketat|cepat|lambat|baiki|barui|oleh|tahankan|lihatkan)"
)


class Vocabulary:
    """`lexicon/names.toml` and the closed classes of `lexicon/syntax.toml`, ready for use."""

    def __init__(self) -> None:
        data, syntax, bodies = lexicon.load("names"), lexicon.load("syntax"), lexicon.load("bodies")
        words, around = data["words"], data["around"]
        self._common = frozenset(lexicon.load("common")["words"].split())
        self.heads = Phrases(
            [Head(tuple(p.split()), sort) for sort, phrases in data["heads"].items() for p in phrases]
            + [
                Head(tuple(p.split()), sort, named=True)
                for sort, phrases in data["named_heads"].items()
                for p in phrases
            ]
            + [Head(tuple(p.split()), sort) for sort in ("government", "military") for p in bodies[sort]]
            + [Head(tuple(p.split()), "place", kind) for kind, phrases in data["places"].items() for p in phrases]
            + [
                Head(tuple(p.split()), "place_name", kind)
                for kind, phrases in data["place_names"].items()
                for p in phrases
            ]
        )
        #: first words of heads that are no land (`Teluk` is)
        self.bodies = frozenset(
            word
            for word, group in self.heads.by_first.items()
            if any(head.sort not in ("place", "place_name") for head in group)
        )
        self.also: dict[str, list[str]] = data["also"]
        #: short names of public bodies to what they stand for
        self.in_full: dict[str, str] = {
            short: " ".join(full.replace(",", "").split())
            for sort in ("government", "military")
            for short, full in bodies[sort].items()
        }
        self.full_names = frozenset(self.in_full.values())
        self.same: dict[str, str] = data["same"] | self.in_full
        #: words inside names of bodies to what they stand for
        self.spelt_out: dict[str, str] = bodies["inside"]
        #: other names of persons, folded, to their names
        self.nicknames: dict[str, str] = bodies["nicknames"]
        self.state_bodies = frozenset(around["state_bodies"])
        self.seats = frozenset(around["seats"])
        self.eras = frozenset(around["eras"])
        self.not_of_state = frozenset(around["not_of_state"])
        self.office = frozenset(words["office"])
        self.titles = frozenset(words["titles"])
        self.particles = frozenset(words["particles"])
        self.attributes = frozenset(words["attributes"])
        self.capital_stops = frozenset(words["capital_stops"]) | self.attributes
        classes = ("prepositions", "auxiliaries", "negations", "subordinators", "coordinators", "relatives")
        self.function_words = frozenset(word for name in classes for word in syntax[name])
        #: words that may stand between a subject and its verb
        self.auxiliaries = frozenset(syntax["auxiliaries"]) | frozenset(syntax["negations"])
        self.prepositions = frozenset(syntax["prepositions"])
        self.stops = frozenset(words["stops"]) | self.function_words
        self.peoples = frozenset(words["peoples"])
        self.named_bodies = frozenset(words["named_bodies"])
        self.seated = frozenset(words["seated"])
        self.describing = frozenset(words["describing"])
        self.houses = self.named_bodies | frozenset(words["houses"])
        self.side_words = frozenset(words["side_words"])
        self.universal = frozenset(words["universal"])
        self.human_articles = frozenset(words["human_articles"])
        self.office_prepositions = frozenset(words["office_prepositions"])
        self.articles = frozenset(words["articles"])
        self.quantifiers = frozenset((*words["quantifiers"], *words["numerals"]))
        self.numerals = frozenset(words["numerals"])
        self.demonstratives = frozenset(words["demonstratives"])
        self.place_words = frozenset(around["place"])
        self.near = frozenset(around["near"])
        self.being = frozenset(around["being"])
        #: heads of those through whom a group acts
        self.leaders = frozenset(around["leaders"])
        #: heads that name nobody without a name right behind them
        self.followers, self.closing_titles = frozenset(around["followers"]), frozenset(around["closing_titles"])
        #: words of other languages in the names of those who fight
        self.group_words = frozenset(around["group_words"])
        self.quoting = frozenset(around["quoting"])
        self.quoting_links = frozenset(around["quoting_links"])
        self.weak = frozenset(around["weak"])
        self.reported = frozenset(around["reported"])
        self.generic = frozenset(around["generic"])
        self.compounds = frozenset(tuple(phrase.split()) for phrase in around["compounds"])
        self.coming = frozenset(around["coming"])
        self.audience = frozenset(around["audience"])
        self.kin = frozenset(words["kin"])
        self.sayers = frozenset(around["sayers"])
        self.said = self.sayers - {"oleh", "kepada", "bersama", "melalui", "lewat", "menurut"}
        self.apart = frozenset(around["apart"])
        self.given_names = frozenset(words["given_names"])
        self.ranks = frozenset(around["ranks"])
        self.body_words = frozenset(around["body_words"])
        self.event_words = frozenset(around["event_words"])
        self.ground_words = frozenset(around["ground_words"])
        self.things = frozenset(around["things"])
        self.subjects = frozenset(around["subjects"])
        #: heads that are names of persons as well (`Putri`)
        self.name_heads = frozenset(around["name_heads"])
        #: words before `Agung`, which else is a name
        self.ideas = frozenset(around["ideas"])
        self.martial = frozenset(around["martial"])
        self.councils = frozenset(around["councils"])
        self.fighters = frozenset(around["fighters"])
        self.sites = frozenset(around["sites"])
        self.palaces = frozenset(around["palaces"])
        self.firms = frozenset(around["firms"])
        self.listing = frozenset(around["listing"])
        self.short_fields = frozenset(around["short_fields"])
        self.accused = frozenset(around["accused"])
        self.brands = frozenset(around["brands"])
        self.sources = frozenset(around["sources"])
        self.closers = frozenset(around["closers"])
        #: grades of places before their name, in an office
        self.grades = frozenset(around["grades"])
        #: words that begin no name but these (`Muslim`)
        self.first_names = frozenset(around["first_names"])
        #: titles that a stop may close (`Prof. Habib`)
        self.stopped = frozenset(lexicon.load("language")["abbreviations"]["titles"]) | frozenset(words["stopped"])
        self.great = frozenset(around["great"])
        self.schools = frozenset(around["schools"])
        self.balinese = frozenset(around["balinese"])
        self.initials = frozenset(around["initials"])
        self.grounds = frozenset(around["grounds"])
        self.civil = frozenset(around["civil"])
        self.home = frozenset(around["home"])
        self.numbered = frozenset(around["numbered"])
        self.fields = frozenset(around["fields"])
        self.settlers = frozenset(around["settlers"])
        self.suffering = frozenset(around["suffering"])
        self.striking = frozenset(around["striking"])
        self.meeting = frozenset(around["meeting"])
        self.saying = frozenset(around["saying"])
        #: verbs as headlines have them
        self.title_verbs = TitleVerbs(self.saying)
        self.papers = frozenset(around["papers"])
        self.people = frozenset(around["people"])
        self.pauses = frozenset(words["pauses"])
        self.anybody = frozenset(around["anybody"])
        self.dwellers, self.enduring = frozenset(around["dwellers"]), frozenset(around["enduring"])
        self.commentators = frozenset(around["commentators"])
        self.landforms, self.trades = frozenset(around["landforms"]), frozenset(around["trades"])
        self.holding, self.placing, self.held = (frozenset(around[name]) for name in ("holding", "placing", "held"))
        self.troops, self.creeds = frozenset(around["troops"]), frozenset(around["creeds"])
        self.both, self.superlatives = frozenset(around["both"]), frozenset(around["superlatives"])
        self.rulers = frozenset(around["rulers"])
        self.members = frozenset(around["members"])
        self.members_of_forces = frozenset(around["members_of_forces"])
        self.at = frozenset(around["at"])
        #: after `dari`, what a person belongs to
        self.camps = frozenset(around["camps"])
        #: before the name of a leader, after that of those whom he leads
        self.led = tuple(tuple(phrase.split()) for phrase in around["led"])
        #: nouns that are no heads to the kinds of what they say something more of
        self.explaining = {noun: kind for kind, nouns in data["explaining"].items() for noun in nouns}
        #: heads of those who only stand for the body that follows (`wakil pemerintah Yaman`)
        self.delegates = frozenset(around["delegates"])
        #: before the name of a person, whose it goes on to be (`Daw Khin`)
        self.honorifics = frozenset(around["honorifics"])
        #: heads of criminals, who are nobody without a name
        self.gangs = frozenset(around["gangs"])
        #: before a capital that is ground and does nothing; nouns and verbs of the way between two places
        self.ranging, self.ways = frozenset(around["ranging"]), frozenset(around["ways"])
        #: heads that name a group by its leader, in news of a pause
        self.wings = frozenset(around["wings"])
        #: causes in the names of armies
        self.rebel = frozenset(around["rebel"])
        self.given = frozenset(around["given"])
        self.doing = frozenset(around["doing"])
        self.sides = frozenset(around["sides"])
        self.unplace = frozenset(around["unplace"])
        #: before the name of a thing, a place or of whoever wrote the article
        self.impersonal = frozenset(around["impersonal"])
        #: words with which a phrase or pronoun may begin in small letters
        self.triggers = frozenset(
            {
                *self.heads.by_first,
                *(f"{head.words[0]}nya" for group in self.heads.by_first.values() for head in group),
                *(f"{head.words[0]}-{head.words[0]}" for group in self.heads.by_first.values() for head in group),
                *(word for words in data["pronouns"].values() for word in words),
                "al",
                "el",
            }
        )
        #: words that are no part of a person's name
        self.titular = self.office | self.heads.by_first.keys() | self.doing
        self.directions = frozenset(word for phrase in data["directions"]["words"] for word in phrase.split())

    def singular(self, word: str) -> str:
        """A doubled head as it stands alone (`kelompok-kelompok`); another word as it is."""
        half, hyphen, other = word.partition("-")
        doubled = hyphen and half == other and word not in self.followers
        return half if doubled and half in self.heads else word

    def is_common(self, word: str) -> bool:
        """Whether a word (folded) is a common one, with which no name of a person begins."""
        return word in self._common and word not in self.people

    def is_abstract(self, word: str) -> bool:
        """Whether a word (folded) has the shape of an abstract noun."""
        return _ABSTRACT.fullmatch(word) is not None

    def is_common_shape(self, word: str) -> bool:
        """Whether a word (folded) ends as common nouns do: `serangan`, `pihaknya`, `sebagiannya`."""
        return word.endswith(("an", "nya", "kah", "lah")) and len(word) > 5

    def is_compound(self, word: str) -> bool:
        """Whether a word (as written) is written together of several, as bodies have it (`AirNav`)."""
        return _COMPOUND.search(word) is not None

    def is_roman(self, word: str) -> bool:
        """Whether a word (as written) is a Roman number, as divisions have them (`Kodam XVIII`)."""
        return _ROMAN.fullmatch(word) is not None

    def is_headline_verb(self, word: str) -> bool:
        """Whether a word (folded) has the shape of a verb without its prefix."""
        return _HEADLINE.fullmatch(word) is not None
