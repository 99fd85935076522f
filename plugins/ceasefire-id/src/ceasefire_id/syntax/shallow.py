"""The shallow syntax that several extractors share: which words are verbs, what clause each heads, who does it.

Indonesian news puts the subject before its verb and seldom inverts, so three things carry far: the class of
each word (told by form and closed lists), the words that open a clause, and the actor mentions that `id-names`
put on the document. No tree is built. All of it is computed once a document, on first use:
`syntax_of(document)`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

import attrs

from ceasefire.document import Document
from ceasefire.mentions import ActorMention, TimeMention
from ceasefire.models import Span
from ceasefire_id.patterns import LazyPattern
from ceasefire_id.syntax.clauses import Clause, Mood, WordClasses
from ceasefire_id.syntax.openings import PhraseOpenings

__all__ = ["Clause", "Mood", "Syntax", "syntax_of"]

_ACTIVE: Final = LazyPattern(r"(?:meng|meny|mem|men|me)[a-z]{3,}")
_OTHER: Final = LazyPattern(r"(?:di|ber|ter|diper)[a-z]{3,}|memper[a-z]{2,}")
#: endings of nouns made from verbs with the same beginnings, and of superlatives
#: verbs that make one predicate with the verb right behind them
_LEADING: Final = frozenset(("mulai", "dijadwalkan", "direncanakan", "diperkirakan", "diharapkan", "berencana"))
_CLOSING: Final = LazyPattern(r"[;!?…]|\.(?!\d)")


#: how many words may stand between whom a phrase in front names and its comma
_TIME_WITHIN = 6
#: how many words between commas may describe the subject before its verb
_APPOSITION = 9
_TAGS: Final = frozenset(("kata", "ujar", "tutur", "ucap", "ungkap", "tegas", "tulis", "cuit"))
_COPULAS: Final = frozenset(("menjadi", "adalah", "ialah"))
_CLEFT = 5
_NOBODY: Final = frozenset(("ada", "pun", "satupun", "seorangpun"))


def syntax_of(document: Document) -> Syntax:
    """The shallow syntax of a document, computed once."""
    return document.remember("ceasefire_id.syntax", Syntax)


class Syntax:
    """Verbs, clauses, subjects and moods of one document. Words are given by their number in `document.words`."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._words = document.words
        self._size = len(document.words)
        self._sentences = self._sentence_ranges()
        self._classes = WordClasses.load()
        self._phrases = PhraseOpenings(self, self._classes)
        finite = {word for word in document.words.index if self._looks_finite(word)}
        #: numbers of the words that are finite verbs, ascending
        self.verbs: list[int] = [n for n in document.words.numbers(finite) if not self._is_name(n)]
        self._finite = frozenset(self.verbs)
        self._clauses: dict[int, Clause] = {}
        #: numbers of the words inside the names of actors, but the first of each, and of how many actors
        self._named: frozenset[int] = frozenset()
        self._actors = 0

    # ---- words ---------------------------------------------------------------------------------------------------

    def _looks_finite(self, word: str) -> bool:
        classes = self._classes
        if word in classes.not_verbs or word in classes.auxiliaries:
            return False
        if word in classes.bare_verbs:
            return True
        return bool(_ACTIVE.fullmatch(word) or _OTHER.fullmatch(word))

    def _is_name(self, number: int) -> bool:
        """Whether the word has a capital though no sentence begins with it."""
        start = self._words.starts[number]
        if not self.document.text[start].isupper():
            return False
        return self.document.sentence_at(start).start != start and not self._opens_quotation(start)

    def _opens_quotation(self, start: int) -> bool:
        return start > 0 and self.document.text[start - 1] in "\"“„«‘'”"

    def word(self, number: int) -> str:
        """A word, folded; empty outside the text."""
        return self._words.folded[number] if 0 <= number < self._size else ""

    def gap(self, number: int) -> str:
        """What stands between a word and the one before it."""
        start = self._words.ends[number - 1] if number > 0 else 0
        end = self._words.starts[number] if number < self._size else len(self.document.text)
        return self.document.text[start:end]

    def span(self, first: int, end: int) -> Span:
        """The span of the words from `first` up to, not including, `end`."""
        return Span(self._words.starts[first], self._words.ends[end - 1])

    def is_verb(self, number: int) -> bool:
        """Whether a word is a finite verb."""
        return number in self._finite

    def sentence_words(self, number: int) -> range:
        """The numbers of the words of the sentence that a word stands in; none past the end of the text."""
        return self._sentences[number] if number < self._size else range(self._size, self._size)

    def _sentence_ranges(self) -> list[range]:
        """For each word the numbers of the words of its sentence."""
        ranges: list[range] = []
        while len(ranges) < self._size:
            sentence = self.document.sentence_at(self._words.starts[len(ranges)])
            end = max(self._words.first_at(sentence.end), len(ranges) + 1)
            ranges += [range(self._words.first_at(sentence.start), end)] * (end - len(ranges))
        return ranges

    def verbs_between(self, first: int, end: int) -> list[int]:
        """The finite verbs among the words from `first` up to, not including, `end`."""
        return self.verbs[bisect_left(self.verbs, first) : bisect_left(self.verbs, end)]

    # ---- clauses -------------------------------------------------------------------------------------------------

    def clause(self, number: int) -> Clause | None:
        """The clause that a word stands in; null in a sentence without a finite verb."""
        sentence = self.sentence_words(number)
        verbs = self.verbs_between(sentence.start, sentence.stop)
        if not verbs:
            return None
        for verb in reversed(verbs):
            clause = self.clause_of(verb)
            if clause.first <= number:
                return clause
        return self.clause_of(verbs[0])

    def clause_of(self, verb: int) -> Clause:
        """The clause that a finite verb heads."""
        if verb not in self._clauses:
            self._clauses[verb] = self._find_clause(verb)
        return self._clauses[verb]

    def _find_clause(self, verb: int) -> Clause:
        sentence = self.sentence_words(verb)
        before = self.verbs_between(sentence.start, verb)
        first, link = self._opening(before[-1] + 1 if before else sentence.start, verb, at_start=not before)
        after = self.verbs_between(verb + 1, sentence.stop)
        end = self._closing(verb, after[0]) if after else sentence.stop
        return Clause(first, max(end, verb + 1), verb, link)

    def _closing(self, verb: int, following: int) -> int:
        """Where the clause of a verb ends before the following verb: at that one's opening, or at its auxiliaries."""
        opening, link = self._opening(verb + 1, following, at_start=False)
        if opening > verb + 1 or link:
            return opening
        end = following
        while end > verb + 1 and self.word(end - 1) in self._classes.auxiliaries | self._classes.negations:
            end -= 1
        return end

    def _opening(self, first: int, verb: int, *, at_start: bool) -> tuple[int, str]:
        """Where between two verbs the second one's clause opens, and by which word."""
        classes, folded, named = self._classes, self._words.folded, self._inside_names()
        for number in range(verb, first - 1, -1):
            word = folded[number]
            if number in named:
                continue
            if word in classes.relatives:
                return number, word
            if word in classes.subordinators and number < verb and not self._phrases.opened_at(number, verb):
                return number, word
            gap = self.gap(number) if number > first else " "
            if gap != " " and _CLOSING.search(gap):
                return number, ""
            if word in classes.coordinators and number < verb and self._joins_clauses(number, verb):
                return number, word
            if "," in gap and not at_start:
                return number, ""
        return first, ""

    def _inside_names(self) -> frozenset[int]:
        """The words inside the names of actors, but for their heads (`Utusan Khusus PBB untuk Libya X`)."""
        actors = self.document.of(ActorMention)
        if len(actors) != self._actors:
            first_at, spans = self._words.first_at, [actor.span for actor in actors]
            self._actors = len(actors)
            self._named = frozenset(n for s in spans for n in range(first_at(s.start + 1), first_at(s.end)))
        return self._named

    def _joins_clauses(self, number: int, verb: int) -> bool:
        """Whether a coordinator joins clauses, not noun phrases: a verb follows, or a comma stands before it."""
        if self.document.ending_at(TimeMention, self._words.ends[number]) is not None:
            return False  # `pekan lalu`, `sehari kemudian`
        following = number + 1
        while following < verb and self.word(following) in (self._classes.auxiliaries | self._classes.negations):
            following += 1
        return following == verb or "," in self.gap(number) or self.word(number) not in ("dan", "serta", "atau")

    # ---- who -----------------------------------------------------------------------------------------------------

    def subject(self, verb: int) -> ActorMention | None:
        """Who does what a verb says: the first actor of its clause before it, or, where the verb shares its subject
        with an earlier one (`mengumumkan P dan memerintahkan Q`), that verb's; of `yang V` the actor before `yang`.
        """
        sentence = self.sentence_words(verb)
        return self._subject(verb, sentence.start, depth=0)

    def _subject(self, verb: int, sentence_start: int, depth: int) -> ActorMention | None:
        clause = self.clause_of(verb)
        if clause.link in self._classes.relatives:
            return self._antecedent(clause.first) or self._cleft(clause.first, depth)
        if apposed := self._apposed(verb):
            return apposed
        if found := self._first_actor(clause.first, verb):
            return found
        before = self.verbs_between(sentence_start, clause.first)
        if depth < 6:
            for earlier in reversed(before):
                if self.word(earlier) in _TAGS and clause.link:
                    # `"…," kata X ketika V`
                    return self.agent(earlier)
                opened = self.clause_of(earlier)
                if opened.link in self._classes.relatives and clause.link == "":
                    # `S, yang V1 ..., V2`: the relative clause is over, the subject stands before it.
                    found = self._first_actor(self._main_start(opened.first, sentence_start), opened.first)
                    if found:
                        return found
                    continue
                return self._subject(earlier, sentence_start, depth + 1)
        return None

    def _apposed(self, verb: int) -> ActorMention | None:
        """Whom commas set off right before the verb (`ketua G itu, X, V`) or describe (`X, sang penengah, V`)."""
        while self.word(verb - 1) in self._classes.auxiliaries and not self.gap(verb).strip():
            # `A, lewat X, sama-sama menyetujui P`
            verb -= 1
        if self.gap(verb).strip() != ",":
            return None
        person = self.document.ending_at(ActorMention, self._words.ends[verb - 1])
        if person is not None and person.kind == "person":
            first = self._words.first_at(person.span.start)
            described = ", " in self.document.text_of(person.span)
            if described or (first > self.sentence_words(verb).start and self.gap(first).strip() == ","):
                return person
        return self._described(verb)

    def _described(self, verb: int) -> ActorMention | None:
        """`X, sang penengah, V`, `X, Senin, V`: a few words between commas, without a verb, say more of X or when."""
        start = max(self.sentence_words(verb).start + 1, verb - _APPOSITION)
        comma = next((n for n in range(verb - 1, start - 1, -1) if self.gap(n).strip()), None)
        if comma is None or self.gap(comma).strip() != "," or self.verbs_between(comma, verb):
            return None
        opening = self.word(comma)
        if opening in self._classes.coordinators or opening in self._classes.subordinators:
            return None
        actor = self.document.ending_at(ActorMention, self._words.ends[comma - 1])
        if actor is None:
            return None
        first = self._words.first_at(actor.span.start)
        return actor if self.word(first - 1) not in self._classes.prepositions else None

    def _main_start(self, number: int, sentence_start: int) -> int:
        """Where the clause opens in which a relative clause at `number` is set."""
        before = self.verbs_between(sentence_start, number)
        if not before:
            return sentence_start
        return self._opening(before[-1] + 1, number - 1, at_start=False)[0] if before[-1] + 1 < number else number

    def _cleft(self, relative: int, depth: int) -> ActorMention | None:
        """`A menjadi orang pertama yang V`: A."""
        copula = self.verb_before(relative)
        near = copula is not None and relative - copula <= _CLEFT and self.word(copula) in _COPULAS
        return self._subject(copula, self.sentence_words(relative).start, depth + 1) if copula and near else None

    def _antecedent(self, number: int) -> ActorMention | None:
        """The actor named right before a relative pronoun, a comma between them or not."""
        if number == 0:
            return None
        end = self._words.ends[number - 1]
        return self.document.ending_at(ActorMention, end)

    def _first_actor(self, first: int, end: int) -> ActorMention | None:
        """The first actor among these words that no preposition governs."""
        if first >= end:
            return None
        start, stop = self._words.starts[first], self._words.starts[end] if end < len(self._words) else None
        stop = len(self.document.text) if stop is None else stop
        for mention in self.document.starting_in(ActorMention, start, stop):
            number = self._words.first_at(mention.span.start)
            if self._is_adjunct(first, mention, end):
                continue
            if number == 0 or number == first or self.word(number - 1) not in self._classes.prepositions:
                return mention
        return None

    def _is_adjunct(self, first: int, mention: ActorMention, end: int) -> bool:
        """`Berkat upaya K, A V`: a comma closes the phrase that a preposition opens, somebody is named behind it."""
        after, opening = self._words.first_at(mention.span.end), self._words.first_at(mention.span.start)
        while opening > first and "," not in self.gap(opening):
            opening -= 1
        opens = self.word(opening) in self._classes.prepositions | self._classes.subordinators
        # `Dalam pidato televisi pada T, A V`: a time may stand before the comma.
        comma = next((n for n in range(after, min(after + _TIME_WITHIN, end)) if "," in self.gap(n)), None)
        if not opens or comma is None:
            return False
        return self.document.starting_at(ActorMention, self._words.starts[comma]) is not None

    def object(self, verb: int) -> ActorMention | None:
        """The first actor after a verb, before the next finite verb and no preposition away."""
        clause = self.clause_of(verb)
        start = self._words.ends[verb]
        for mention in self.document.starting_in(ActorMention, start, self._words.ends[clause.end - 1]):
            number = self._words.first_at(mention.span.start)
            between = {self.word(n) for n in range(verb + 1, number)}
            return mention if between.isdisjoint(self._classes.prepositions) else None
        return None

    def agent(self, verb: int) -> ActorMention | None:
        """Who does what a passive verb says: the actor after `oleh`, or right after the verb (`diumumkan Rusia`)."""
        following = verb + 1
        while self.word(following) in self._classes.manners and self.word(verb).startswith(("di", "ter")):
            # `ditolak mentah-mentah B`
            following += 1
        if self.word(following) == "oleh":
            following += 1
        if following >= len(self._words) or _CLOSING.search(self.gap(following)) or "," in self.gap(following):
            return None
        return self.document.starting_at(ActorMention, self._words.starts[following])

    # ---- whether it is so ----------------------------------------------------------------------------------------

    def mood(self, verb: int) -> Mood:
        """What the words of the clause before a verb, and the word that opens it, say of its reality."""
        clause = self.clause_of(verb)
        classes = self._classes
        if clause.first == verb and self.word(verb - 1) in _LEADING and self.is_verb(verb - 1):
            # `akan mulai berlaku`, `dijadwalkan mulai`: one predicate
            led = self.mood(verb - 1)
            return attrs.evolve(led, future=led.future or self.word(verb - 1) in classes.futures)
        folded = self._words.folded
        before = folded[max(clause.first, verb - 8) : verb]
        near = before[-4:]
        negated = not classes.negations.isdisjoint(near)
        negated = negated or (clause.link in classes.relatives and self._is_of_nobody(clause))
        future = not classes.futures.isdisjoint(before) or folded[verb] in classes.futures
        past = not classes.pasts.isdisjoint(near)
        hypothetical = clause.link in classes.conditions or not classes.conditions.isdisjoint(before)
        return Mood(negated, future and not past, past, hypothetical)

    def _is_of_nobody(self, clause: Clause) -> bool:
        """`tidak ada pihak yang V`, `tak seorang pun yang V`."""
        before = [self.word(n) for n in range(max(0, clause.first - 4), clause.first)]
        return any(word in _NOBODY for word in before) and not self._classes.negations.isdisjoint(before)

    def verb_before(self, number: int) -> int | None:
        """The last finite verb before a word in its sentence."""
        at = bisect_right(self.verbs, number - 1) - 1
        verb = self.verbs[at] if at >= 0 else -1
        return verb if verb >= 0 and verb >= self._sentences[number].start else None

    def verb_after(self, number: int) -> int | None:
        """The first finite verb after a word in its sentence."""
        at = bisect_right(self.verbs, number)
        return self.verbs[at] if at < len(self.verbs) and self.verbs[at] < self.sentence_words(number).stop else None
