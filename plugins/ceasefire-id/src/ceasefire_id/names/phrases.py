"""Noun phrases that a head noun opens: `juru bicara Kementerian Pertahanan Rusia, Igor Konashenkov`, `kota Aleppo`.

A phrase is its head, further nouns in small letters, and names in capitals; it ends at the first function word,
verb, number or time. What it names is decided elsewhere.
"""

from __future__ import annotations

from typing import Final

import attrs

from ceasefire_id.names.drafts import ActorDraft
from ceasefire_id.names.gazetteer import Match
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Head, Vocabulary

__all__ = ["NAMED_BODIES", "Phrase", "PhraseReader"]

#: how many nouns in small letters may stand between a head and a name, or close a phrase
_MOST_NOUNS: Final = 4
#: possessive that closes a head: `juru bicaranya`
_POSSESSIVE: Final = "nya"
#: prepositions that go on an office: `peneliti di Institut X`, `utusan untuk Y`
_OFFICE_PREPOSITIONS: Final = frozenset(("di", "pada", "dari", "untuk", "bidang", "urusan"))
#: nouns whose name is that of a people, no person's
_PEOPLES: Final = frozenset(("suku", "etnis", "klan", "marga", "kaum", "fraksi", "partai"))
#: words inside the name of a body
_BODY_JOINTS: Final = frozenset(("untuk", "dan", "di", "of", "for", "the"))
_DASHES: Final = frozenset(("--", "–", "—"))
#: bodies whose name follows them: what follows is no person's name
NAMED_BODIES: Final = frozenset(
    (
        "sakit",
        "universitas",
        "gereja",
        "masjid",
        "institut",
        "partai",
        "yayasan",
        "sekolah",
        "hotel",
        "rs",
        "rsud",
        "klinik",
        "stasiun",
    )
)
_UNIVERSAL: Final = frozenset(("semua", "setiap", "kedua", "ketiga"))
_HUMAN_ARTICLES: Final = frozenset(("seorang", "para", "sang"))
#: sides that may stand before another head: `pihak pemerintah`
_SIDES: Final = frozenset(("pihak", "kubu"))


@attrs.define
class Phrase:
    """A phrase as word numbers: `first` included, `end` not."""

    #: with article or quantifier
    first: int
    #: without article
    start: int
    head: Head
    head_end: int
    #: with demonstrative
    end: int
    #: end of the words of the name, without demonstrative
    core_end: int
    #: known names inside, in order
    matches: list[Match] = attrs.field(factory=list)
    #: of a person phrase, where the person's name stands
    name: tuple[int, int] | None = None
    #: of other phrases, whether capitals that no list knows stand inside
    unknown: bool = False
    #: nouns in small letters after the head
    nouns: int = 0
    #: `itu`, `tersebut` closes it, or `sang` opens it
    definite: bool = False
    #: `-nya` closes the head
    possessed: bool = False
    #: a quantifier opens it
    quantified: bool = False
    #: `para`, `sejumlah`, a number opens it
    plural: bool = False
    #: a number opens it
    counted: bool = False
    #: `semua`, `setiap`, `kedua` opens it
    universal: bool = False
    #: where a bracket that closes the phrase ends, which is no part of it
    bracket_end: int = 0
    #: the person works at what closes the phrase (`peneliti di Institut X`)
    works: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is its head alone."""
        return not (self.matches or self.unknown or self.name or self.nouns)


class PhraseReader:
    """Reads the phrase that begins at a word, if one does."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        #: names that the text itself has given to an actor (`Pasukan Dukungan Cepat (RSF)`), as written
        self.aliases: dict[str, ActorDraft] = {}
        #: words of the persons' names met so far, folded
        self.known: set[str] = set()

    def is_known(self, number: int) -> bool:
        """Whether a word belongs to a person's name met before."""
        word = self.tokens.folded[number]
        return word in self.known or word in self.vocabulary.people

    def read(self, number: int) -> Phrase | None:
        """The phrase whose head begins at a word; null where none does."""
        tokens = self.tokens
        found = self._head(number)
        if found is None:
            return None
        head, head_end, possessed = found
        phrase = Phrase(number, number, head, head_end, head_end, head_end, possessed=possessed)
        self._determiner(phrase)
        if not possessed:
            self._complement(phrase)
        if head.sort in ("place", "place_name") and not (phrase.matches or phrase.unknown):
            return None
        if head.named and not (phrase.matches or phrase.unknown):
            return None
        if head.sort == "person":
            self._apposition(phrase)
        elif head.sort in ("media", "monitor", "organisation") and not phrase.possessed:
            self._named_after_comma(phrase)
        if tokens.word(phrase.end) in self.vocabulary.demonstratives and tokens.follows(phrase.end) and not phrase.name:
            phrase.definite = True
            phrase.end += 1
        return phrase

    # ---- head ----------------------------------------------------------------------------------------------------

    def _head(self, number: int) -> tuple[Head, int, bool] | None:
        word = self.tokens.folded[number]
        if (found := self._listed_head(number)) is None and self._is_somebody(number):
            return Head((word,), "person"), number + 1, False
        return found

    def _is_somebody(self, number: int) -> bool:
        """Whether an article before a noun that no list knows says that it is a human being (`seorang lansia`)."""
        tokens = self.tokens
        if tokens.word(number - 1) not in _HUMAN_ARTICLES or not tokens.follows(number):
            return False
        return not tokens.capital[number] and not tokens.is_stop(number)

    def _listed_head(self, number: int) -> tuple[Head, int, bool] | None:
        tokens, by_first = self.tokens, self.vocabulary.heads.by_first
        word = tokens.folded[number]
        possible = by_first.get(word, ())
        if word.endswith(_POSSESSIVE):
            possible = (*possible, *(h for h in by_first.get(word[: -len(_POSSESSIVE)], ()) if len(h.words) == 1))
        for head in possible:
            end = number + len(head.words)
            if end > tokens.size or not all(tokens.follows(n) for n in range(number + 1, end)):
                continue
            last = tokens.folded[end - 1]
            words = tuple(tokens.folded[number : end - 1])
            possessed = last != head.words[-1] and last == head.words[-1] + _POSSESSIVE
            if words != head.words[:-1] or not (possessed or last == head.words[-1]):
                continue
            if head.named and not self._is_named(number, end):
                continue
            if tokens.word(end) in self.vocabulary.pauses or (word, tokens.word(end)) in self.vocabulary.compounds:
                continue
            if word in _SIDES and tokens.word(end) in by_first and not tokens.capital[end]:
                continue
            return head, end, possessed
        return None

    def _is_named(self, number: int, end: int) -> bool:
        tokens = self.tokens
        return tokens.capital[number] and end < tokens.size and tokens.capital[end] and tokens.follows(end)

    # ---- complement ----------------------------------------------------------------------------------------------

    def _complement(self, phrase: Phrase) -> None:
        tokens, person = self.tokens, phrase.head.sort == "person"
        at = self._past_bracket(phrase.head_end) if person else phrase.head_end
        while at < tokens.size and (tokens.linked(at) or (person and tokens.gap(at) == ") " and at > phrase.head_end)):
            if not tokens.capital[at] and tokens.folded[at] not in ("al", "el"):
                if (
                    person
                    and tokens.folded[at] == "dan"
                    and (self._second_office(at + 1) or self._office_goes_on(phrase, at))
                ):
                    phrase.nouns += 1
                    at += 1
                    continue
                if self._is_adjective(phrase, at):
                    at += 1
                    break
                if (
                    tokens.is_stop(at)
                    or phrase.nouns == _MOST_NOUNS
                    or phrase.unknown
                    or (phrase.matches and not person)
                ):
                    break
                phrase.nouns += 1
                at += 1
                if tokens.folded[at - 1] in _PEOPLES and self._capital(at):
                    at += 1
                continue
            match = tokens.match(at)
            leads = person or phrase.head.sort == "government"
            if match and not (leads and self._goes_on(match, phrase)):
                phrase.matches.append(match)
                at = match.end
                if not person:
                    break
            elif tokens.folded[at] in self.vocabulary.attributes:
                phrase.nouns += 1
                at += 1
            elif tokens.folded[at] in self.vocabulary.capital_stops or at in tokens.timed:
                break
            elif person and tokens.shown(at, at + 1) in self.aliases:
                phrase.unknown = True
                at += 1
            elif person and self._is_office(at):
                phrase.nouns += 1
                at += 1
            elif person and (phrase.plural or tokens.folded[at - 1] in NAMED_BODIES):
                phrase.unknown = True
                at = tokens.run(at)
                break
            elif person or (phrase.head.sort == "government" and self._is_leader(at)):
                end = tokens.run(at)
                # `Direktur Jenderal Pajak Kementerian Keuangan Bimo`: the name begins after the office's last word.
                at = next((n + 1 for n in range(end - 2, at, -1) if self._is_titular(n)), at)
                phrase.name = (at, end)
                at = end
                break
            else:
                phrase.unknown = True
                at += 1
            if person:
                at = self._past_bracket(at)
        opened = next((n for n in range(at - 1, phrase.head_end - 1, -1) if tokens.gap(n) == " ("), None)
        if opened is not None and not phrase.name and tokens.gap(at)[:1] == ")":
            # The bracket closed the phrase; what it holds is no part of it.
            phrase.bracket_end, at = at, opened
        phrase.end = phrase.core_end = at

    def _is_adjective(self, phrase: Phrase, at: int) -> bool:
        """`pemerintah sementara`, where `sementara` opens no clause."""
        if phrase.head.sort != "government" or self.tokens.folded[at] != "sementara":
            return False
        after = at + 1
        closed = not self.tokens.follows(after) or self.tokens.is_stop(after) or after in self.tokens.verbs
        phrase.nouns += closed
        return closed

    def _second_office(self, at: int) -> bool:
        """`juru bicara dan pemimpin X Nama`: another office of the same person, a name some words after it."""
        tokens = self.tokens
        if not tokens.follows(at) or (read := self._head(at)) is None or read[0].sort != "person":
            return False
        end = read[1]
        while end < tokens.size and tokens.follows(end) and not tokens.capital[end] and not tokens.is_stop(end):
            end += 1
        return self._capital(end) and tokens.match(end) is None

    def _is_office(self, at: int) -> bool:
        """Whether a capital goes on an office (`Menteri Luar Negeri`) and begins no name."""
        return self._is_titular(at) or self.tokens.folded[at - 1] in _PEOPLES

    def _is_titular(self, at: int) -> bool:
        """Whether a word belongs to offices and bodies, not to persons' names."""
        word = self.tokens.folded[at]
        return word in self.vocabulary.titular or self.vocabulary.is_abstract(word)

    def _office_goes_on(self, phrase: Phrase, at: int) -> bool:
        """`Menteri Pemuda dan Olahraga`."""
        after_office = self.tokens.capital[at - 1] and at - 1 >= phrase.head_end and not phrase.matches
        return after_office and self._capital(at + 1) and self._is_office(at + 1)

    def _is_leader(self, at: int) -> bool:
        """Whether a person's name goes on the name of a government (`pemerintahan Salva Kiir`)."""
        tokens = self.tokens
        end = tokens.run(at)
        office = any(tokens.folded[n] in self.vocabulary.office for n in range(at, end))
        return not office and (end - at > 1 or self.is_known(at)) and tokens.match(end - 1) is None

    def _goes_on(self, match: Match, phrase: Phrase) -> bool:
        """Whether a known name is only the beginning of a person's (`Israel Katz`, `Leo XIV`)."""
        if self.tokens.run(match.first) <= match.end:
            return False
        if phrase.matches:
            return True
        if match.sense("state", "capital", "actor") or phrase.head.text in self.vocabulary.rulers:
            return False
        place = match.sense("place")
        return place is not None and place.population > 0

    def _past_bracket(self, at: int) -> int:
        """The word after an abbreviation in brackets, where a name may follow (`Presiden Amerika Serikat (AS) X`)."""
        tokens = self.tokens
        if at >= tokens.size or tokens.gap(at) != " (" or not tokens.capital[at]:
            return at
        end = tokens.run(at)
        return end if end < tokens.size and tokens.gap(end) in (") ", "), ") else at

    # ---- what stands after and before ------------------------------------------------------------------------------

    def _apposition(self, phrase: Phrase) -> None:
        """`juru bicara Houthi, Mohammed Abdulsalam`; also over a place of work (`peneliti di Institut X, Nama`)."""
        at = phrase.bracket_end or phrase.end
        if phrase.name:
            # `Peneliti Chatham House, Farea al-Muslimi`: what looked like the name is the body's.
            if phrase.head.text in self.vocabulary.members and (name := self._name_after_comma(at)):
                phrase.name, phrase.end, phrase.core_end = name, name[1], name[1]
            return
        if self.tokens.word(at) in _OFFICE_PREPOSITIONS and self.tokens.follows(at) and self._capital(at + 1):
            work_end = self._work(at + 1)
            if name := self._name_after_comma(work_end):
                phrase.name, phrase.end, phrase.core_end = name, name[1], name[1]
            elif self._is_body(at + 1, work_end) or self.tokens.word(at) in ("untuk", "urusan"):
                phrase.end = phrase.core_end = work_end
                phrase.works = True
            return
        if (name := self._name_after_comma(at)) and not self._is_asked(phrase, name[1]):
            phrase.name, phrase.end, phrase.core_end = name, name[1], name[1]

    def _named_after_comma(self, phrase: Phrase) -> None:
        """`kantor berita Suriah, SANA,`: the name of the body stands in apposition."""
        tokens, at = self.tokens, phrase.end
        if at < tokens.size and tokens.gap(at) == ", " and (match := tokens.match(at)):
            sense = match.sense("actor")
            if sense and sense.kind in (phrase.head.sort, "monitor") and tokens.gap(match.end)[:1] in (",", ".", " "):
                phrase.matches.append(match)
                phrase.end = phrase.core_end = match.end

    def _work(self, at: int) -> int:
        tokens = self.tokens
        end = tokens.run(at)
        while end < tokens.size:
            if tokens.follows(end) and tokens.folded[end] in _BODY_JOINTS and self._capital(end + 1):
                end = tokens.run(end + 1)
            elif tokens.gap(end) in _DASHES and tokens.capital[end]:
                end = tokens.run(end)
            else:
                break
        return end

    def _is_asked(self, phrase: Phrase, end: int) -> bool:
        """`Ditemui wartawan, Erwin mengatakan`: the comma closes a clause of which the phrase is the agent."""
        before = phrase.first - 1
        passive = before in self.tokens.verbs and self.tokens.folded[before].startswith("di")
        return passive and self.tokens.gap(end)[:1] != ","

    def _is_body(self, first: int, end: int) -> bool:
        """Whether capitals after an office name a body, not a place."""
        tokens = self.tokens
        match = tokens.match(first)
        if match:
            return match.sense("actor") is not None and match.sense("place") is None
        return any(
            tokens.folded[n] in self.vocabulary.office or tokens.folded[n] in self.vocabulary.heads
            for n in range(first, end)
        ) or tokens.is_upper(first)

    def _capital(self, number: int) -> bool:
        return number < self.tokens.size and self.tokens.capital[number] and self.tokens.follows(number)

    def _name_after_comma(self, at: int) -> tuple[int, int] | None:
        tokens = self.tokens
        if at >= tokens.size or tokens.gap(at) not in (", ", "), ") or not tokens.capital[at]:
            return None
        if at in tokens.timed or tokens.folded[at] in self.vocabulary.capital_stops:
            return None
        read = self._head(at)
        if read and read[0].sort == "person":
            # A rank or title before the name: `juru bicaranya, Brigadir Jenderal Nabil Abdallah`.
            at = read[1]
            if at >= tokens.size or not tokens.capital[at] or not tokens.follows(at):
                return None
        elif read:
            return None
        end = tokens.run(at)
        match = tokens.match(at)
        if match and match.end >= end:
            return None
        return (at, end)

    def _determiner(self, phrase: Phrase) -> None:
        tokens, vocabulary = self.tokens, self.vocabulary
        before = phrase.first - 1
        if before >= 0 and tokens.follows(phrase.first) and tokens.folded[before] in _SIDES:
            phrase.first = before
            before -= 1
        if before < 0 or not tokens.follows(phrase.first):
            return
        word = tokens.folded[before]
        if word in vocabulary.articles:
            phrase.first = before
            phrase.definite |= word == "sang"
            phrase.plural = word == "para"
            if phrase.plural and before and tokens.folded[before - 1] in ("sejumlah", "beberapa"):
                phrase.first = before - 1
        elif word[0].isdigit():
            phrase.counted = phrase.plural = True
        elif word in vocabulary.quantifiers and before not in tokens.timed:
            phrase.first = phrase.start = before
            phrase.quantified = phrase.plural = True
            phrase.counted = word in vocabulary.numerals
            phrase.universal = word in _UNIVERSAL
