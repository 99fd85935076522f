"""Sentences that are headlines: nearly every word has a capital, so that capitals say nothing of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from ceasefire.document import Document
from ceasefire_id import lexicon
from ceasefire_id.syntax.morphology import Morphology

__all__ = ["TitleVerbs", "bare_forms", "title_words"]

#: shorter words have a small letter in headlines as often as not (`di`, `dan`, `tak`)
_SHORTEST: Final = 4
#: fewer such words are no headline, and so many in a hundred have a capital in one
_FEWEST: Final = 3
_SHARE: Final = 90
#: so many of them in a hundred are words of the language
_WORDS: Final = 40
#: no headline has more words
_LONGEST: Final = 30
#: voices whose prefix headlines leave out
_MADE: Final = ("active", "middle")
#: classes of words with a small letter in headlines, however long
_SMALL: Final = ("prepositions", "subordinators", "coordinators", "relatives", "auxiliaries", "negations", "futures")


def title_words(document: Document) -> tuple[range, ...]:
    """The words of each sentence that is a headline, by their numbers."""
    return document.remember("ceasefire_id.titles", _find)


def _find(document: Document) -> tuple[range, ...]:
    return tuple(_titles(document))


def _titles(document: Document) -> Iterator[range]:
    text, words, syntax = document.text, document.words, lexicon.load("syntax")
    form, verbs = Morphology.load().form, _verbs()
    small = frozenset(word for name in _SMALL for word in syntax[name])
    for sentence in document.sentences:
        first, end = words.first_at(sentence.start), words.first_at(sentence.end)
        # A headline has no stop.
        if not _FEWEST < end - first <= _LONGEST or text[sentence.end - 1] in ".…,":
            continue
        long = [n for n in range(first, end) if _tells(words.folded[n], small)]
        shown = [text[words.starts[n] : words.ends[n]] for n in long]
        capitals = sum(word[0].isupper() for word in shown)
        # A line all in capitals is none: there abbreviations and names look like all else.
        mixed = any(not word.isupper() for word in shown)
        if len(long) < _FEWEST or not mixed or 100 * capitals < _SHARE * len(long):
            continue
        # A line that is a list of names or streets has capitals as well, and tells nothing.
        known = sum(form(words.folded[n]).known for n in long)
        told = any(words.folded[n] in verbs for n in range(first, end))
        if told and 100 * known >= _WORDS * len(long):
            yield range(first, end)


def _tells(word: str, small: frozenset[str]) -> bool:
    return len(word) >= _SHORTEST and word[0].isalpha() and word not in small


def bare_forms(verbs: Iterable[str]) -> dict[str, str]:
    """Verbs by the form that headlines give them, without `me-` or `ber-` (`tegaskan`, `harap`)."""
    form = Morphology.load().form
    shaped = ((verb, form(verb)) for verb in verbs if verb.startswith(("me", "be")) and "-" not in verb)
    return {m.lemma + m.suffix: verb for verb, m in shaped if m.known and not m.clitic and m.voice in _MADE}


class TitleVerbs:
    """Which words of a headline are verbs."""

    def __init__(self, sayings: Iterable[str]) -> None:
        syntax, titles = lexicon.load("syntax"), lexicon.load("language")["titles"]
        #: what the page says of itself before a headline and a colon
        self.rubrics = frozenset(titles["rubrics"])
        self._none = frozenset(syntax["not_verbs"])
        #: verbs of saying without their prefix, to what they are in a sentence
        self.sayings = bare_forms(sayings) | {word: word for word in titles["minds"]}
        self._bare = frozenset(syntax["bare_verbs"]) | frozenset(titles["verbs"]) | self.sayings.keys()

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str) or word in self._none:
            return False
        if word in self._bare:
            return True
        form = Morphology.load().form(word)
        clipped = form.voice == "bare" and form.suffix == "kan"
        return form.known and not form.clitic and (clipped or form.voice in ("active", "passive", "middle"))


@cache
def _verbs() -> TitleVerbs:
    return TitleVerbs(word for words in lexicon.load("speech")["verbs"].values() for word in words)
