"""What is measured beside ours: libraries that do a part of the same or the like, and the least that looking costs.

Nobody of them does what ceasefire does, so a ratio says what its layers cost, not who is better. eyecite knows English
citations and natasha Russian; on Indonesian they find next to nothing and are soon done, so each also reads a text of
its own kind, as long as the article.
"""

from __future__ import annotations

import inspect
import logging
import tomllib
import warnings
from collections import namedtuple
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import Any

import attrs

from ceasefire_benchmarks.texts import Text

__all__ = ["OURS", "Contender", "Prepared", "contenders", "prepare", "versions"]

Read = Callable[[Text], object]

#: the contender that the others are held against
OURS = "ceasefire"


@attrs.frozen
class Contender:
    """A library and what it is asked to do."""

    name: str
    distribution: str
    does: str
    #: makes, once, what reads a text; raises `ImportError` where the library is not installed
    build: Callable[[], Read]
    #: it reads a text of its own, so one article says all
    is_for_one_article: bool = False


@attrs.frozen
class Prepared:
    """Who takes part, and why others could not."""

    readers: dict[Contender, Read]
    absent: tuple[str, ...]


def prepare(chosen: tuple[Contender, ...]) -> Prepared:
    """Build all that can be built."""
    readers: dict[Contender, Read] = {}
    absent: list[str] = []
    for contender in chosen:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what others deprecate of others is not ours to mend
                readers[contender] = contender.build()
        except ImportError as error:
            absent.append(f"{contender.name} ({error})")
    return Prepared(readers, tuple(absent))


def versions(chosen: tuple[Contender, ...]) -> list[str]:
    """Names and versions of the others' distributions, of those that are installed."""
    names = sorted({contender.distribution for contender in chosen if contender.name != OURS})
    return [f"{name} {version(name)}" for name in names if _is_installed(name)]


def _is_installed(distribution: str) -> bool:
    try:
        version(distribution)
    except PackageNotFoundError:
        return False
    return True


def contenders(*, peers: bool = True) -> tuple[Contender, ...]:
    """Ours, and the others unless they are not wanted."""
    ours = Contender(OURS, "ceasefire", "all layers, typed and linked", _ceasefire)
    if not peers:
        return (ours,)
    russian = "the same, on Russian text as long as the article"
    citations = "the same, on English citations as long as the article"
    return (
        ours,
        Contender("natasha", "natasha", "dates, money and names by grammars", _natasha),
        Contender("natasha, in Russian", "natasha", russian, _on(RUSSIAN, _natasha), is_for_one_article=True),
        Contender("eyecite", "eyecite", "legal citations, of which there are none", _eyecite),
        Contender("eyecite, on citations", "eyecite", citations, _on(LEGAL, _eyecite), is_for_one_article=True),
        Contender("dateparser", "dateparser", "`search_dates`: dates alone", _dateparser),
        Contender("spaCy", "spacy", "blank Indonesian: words and ends of sentences", _spacy),
        Contender("regex, words", "regex", "each word looked up among those of the lexicon", _words),
        Contender("regex, alternation", "regex", "one pass of one pattern of the nouns for a pause", _alternation),
        Contender("Aho-Corasick", "ahocorasick-rs", "one pass for all words of the lexicon", _automaton),
    )


def _ceasefire() -> Read:
    from ceasefire import Reader

    reader = Reader(time_limit=None, article_time_limit=None, strict=True)
    return lambda text: reader.read(text.text, text.published)


# ---- peers ---------------------------------------------------------------------------------------------------------


def _spacy() -> Read:
    import spacy

    pipeline = spacy.blank("id")
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = 100_000_000
    return lambda text: pipeline(text.text)


def _dateparser() -> Read:
    from dateparser.search import search_dates

    def read(text: Text) -> object:
        base = {"RELATIVE_BASE": datetime.fromisoformat(text.published)} if text.published else {}
        return search_dates(text.text, languages=["id"], settings=base)

    return read


def _eyecite() -> Read:
    from eyecite import get_citations

    logging.getLogger("eyecite").setLevel(logging.ERROR)  # it remarks on each citation that it is unsure of
    return lambda text: get_citations(text.text)


def _natasha() -> Read:
    if not hasattr(inspect, "getargspec"):
        # Its morphology calls what Python 3.11 dropped, and has had no release since.
        ArgSpec = namedtuple("ArgSpec", "args varargs keywords defaults")
        inspect.getargspec = lambda asked: ArgSpec(*inspect.getfullargspec(asked)[:4])  # type: ignore[attr-defined]
    from natasha import DatesExtractor, MoneyExtractor, MorphVocab, NamesExtractor

    morphology = MorphVocab()
    extractors = [kind(morphology) for kind in (DatesExtractor, MoneyExtractor, NamesExtractor)]
    return lambda text: [list(extractor(text.text)) for extractor in extractors]


#: invented, in the form of a brief
LEGAL = (
    "The court below relied on Harrow v. Lindqvist, 410 U.S. 113, 120 (1973), and held that the notice had come too "
    "late. That reading cannot stand, for the clerk had entered the order a week before anybody was told of it, and "
    "nobody has claimed that the parties knew of it by other ways. A like delay was forgiven in Tessler v. Mooney, 512 "
    "F.2d 44 (9th Cir. 1975), where the letter had gone to a house that stood empty. The rule was narrowed once, in "
    "Brandt v. State, 88 Cal. App. 3d 14 (1981), but only for those who had moved without leaving word. Under 42 "
    "U.S.C. § 1983 a plaintiff must show more than that; what she must show is told in Harrow, 410 U.S., at 122, and "
    "she has shown it here. "
)
#: invented, in the form of a news item
RUSSIAN = (
    "3 марта 2014 года министр Иван Петров заявил журналистам, что перемирие будет продлено на десять дней. По словам "
    "Анны Сергеевны Волковой, ущерб составил 12 млн рублей. Переговоры начнутся 15 мая, сообщил Алексей Орлов. Стороны "
    "не стали называть место встречи, и никто из присутствовавших в зале об этом не спросил. "
)


def _on(own: str, build: Callable[[], Read]) -> Callable[[], Read]:
    """The same contender, given a text of its own kind in place of the article, of its length."""

    def built() -> Read:
        read = build()
        made: dict[int, Text] = {}

        def of_its_length(text: Text) -> object:
            length = len(text.text)
            if length not in made:
                made[length] = Text("own", (own * (length // len(own) + 1))[:length], text.published)
            return read(made[length])

        return of_its_length

    return built


# ---- the least that looking costs ------------------------------------------------------------------------------------


def _alternation() -> Read:
    import regex

    words = sorted(set(_leaves(_lexicon("pauses")["nouns"])), key=len, reverse=True)
    pattern = regex.compile(rf"\b(?:{'|'.join(map(regex.escape, words))})")
    return lambda text: list(pattern.finditer(text.text))


def _words() -> Read:
    import regex

    words, pattern = _vocabulary(), regex.compile(r"\b\w+\b")
    return lambda text: [match for match in pattern.finditer(text.text.lower()) if match[0] in words]


def _automaton() -> Read:
    from ahocorasick_rs import AhoCorasick

    automaton = AhoCorasick(sorted(_vocabulary()))
    return lambda text: automaton.find_matches_as_indexes(text.text.lower())


def _vocabulary() -> frozenset[str]:
    """All words and phrases of the Indonesian lexicon but the gazetteer's, in small letters."""
    folder = files("ceasefire_id.lexicon")
    names = [file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")]
    return frozenset(word.lower() for name in names for word in _leaves(_lexicon(name)) if word.strip())


def _lexicon(name: str) -> Any:
    return tomllib.loads(files("ceasefire_id.lexicon").joinpath(f"{name}.toml").read_text("utf-8"))


def _leaves(value: Any) -> Iterator[str]:
    """Keys and texts, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, held in value.items():
            yield key
            yield from _leaves(held)
    elif isinstance(value, list):
        for held in value:
            yield from _leaves(held)
