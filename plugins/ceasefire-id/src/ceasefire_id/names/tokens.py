"""The words of a document as the rules for names look at them: capitals, what stands between, what is a verb."""

from __future__ import annotations

from unicodedata import combining, normalize

from ceasefire.document import Document
from ceasefire.mentions import TimeMention
from ceasefire.models import Span
from ceasefire_id.language.titles import title_words
from ceasefire_id.names.gazetteer import Gazetteer, Match
from ceasefire_id.names.vocabulary import Vocabulary
from ceasefire_id.patterns import WHITE_SPACE
from ceasefire_id.syntax import syntax_of
from ceasefire_id.syntax.morphology import Morphology

__all__ = ["Tokens"]

#: no name has more words: a longer run of capitals is a headline
_LONGEST_RUN = 12

#: so many letters may follow the stop in a degree (`Ph.D`, `M.Kes`)
_LONGEST_DEGREE = 4
#: a line of place and day is no longer
_LONGEST_DATELINE = 50
#: barred words that go on a name (`Boby Ramadhan`)
_NAMES_TOO = frozenset(("ramadhan", "ramadan", "lalu"))

#: gaps that are as they should be, looked up before a pattern is tried
_USUAL_GAPS = frozenset((" ", ", ", ". ", "-", " (", ") "))

_OPENERS = "\"“„«‘'”(–—"


def _without_marks(word: str) -> str:
    if word.isascii():
        return word
    return "".join(letter for letter in normalize("NFKD", word.replace("’", "'")) if not combining(letter))


class Tokens:
    """Words by number; a number outside the text reads as an empty word."""

    def __init__(self, document: Document, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        self.document = document
        self.text = document.text
        self.folded = document.words.folded
        #: the words as lists have them, without diacritics (`Nariño`)
        self.plain = self.folded if document.text.isascii() else [_without_marks(word) for word in self.folded]
        self.starts = document.words.starts
        self.ends = document.words.ends
        self.size = len(self.starts)
        text = self.text
        #: whether each word begins with a capital; what would come after the last does not
        self.capital = [*(text[start].isupper() for start in self.starts), False]
        self.verbs = set(syntax_of(document).verbs)
        #: verbs of saying that stand without their prefix in a headline
        self.said: set[int] = set()
        self.gazetteer = gazetteer
        self._vocabulary = vocabulary
        # Function words stand with a capital in titles: `Presiden Untuk Semua`.
        self._barred_in_runs = (vocabulary.capital_stops | vocabulary.function_words) - _NAMES_TOO
        self._barred = vocabulary.capital_stops - vocabulary.attributes
        self._matches: dict[int, Match | None] = {}
        self._small: set[str] | None = None
        self._sentence_starts = {span.start for span in document.sentences}
        #: where the dateline ends
        self.dateline_end = max((piece.span.end for piece in document.furniture if piece.kind == "dateline"), default=0)
        self._lower_headlines()
        first_at = document.words.first_at
        self._timed_spans = [mention.span for mention in document.of(TimeMention)]
        self.dateline_end = self.dateline_end or self._line_end()
        #: words of time expressions
        self.timed = {
            number
            for mention in document.of(TimeMention)
            for number in range(first_at(mention.span.start), first_at(mention.span.end))
        }

    def _lower_headlines(self) -> None:
        """Take from the common words of a headline the capital that they have only there (`Rusia Serukan Jeda`)."""
        for title in title_words(self.document):
            kept, lowered = title.start, []
            for number in title:
                match = self._find(number) if number >= kept else None
                if match is not None and (match.end > number + 1 or not self._is_word(number, match)):
                    kept = match.end
                if number >= kept and self._is_word(number, match):
                    lowered.append(number)
            verbs = self._vocabulary.title_verbs
            for number in lowered:
                self.capital[number] = False
                if self.folded[number] in verbs:
                    self.verbs.add(number)
                    self.said.update((number,) * (self.folded[number] in verbs.sayings))

    def _is_word(self, number: int, match: Match | None) -> bool:
        """Whether a word of a headline is one of the language, and not the name of a state, a body or a person."""
        word = self.folded[number]
        if match is not None and word not in self.gazetteer.opening and match.sense("state", "capital", "actor"):
            return False
        if self.is_upper(number) or word in self._vocabulary.people:
            return False
        return self._vocabulary.is_common(word) or Morphology.load().form(word).known

    def _line_end(self) -> int:
        """Where a first line ends that only says where and on which day the article was written (`Baku, Jumat`)."""
        end = self.text.find("\n")
        day = self._timed_spans[0] if self._timed_spans else None
        if day is None or not 0 < end <= _LONGEST_DATELINE or self.text[day.end : end].strip(" .)"):
            return 0
        return end if self.text[: day.start].endswith(", ") else 0

    def word(self, number: int) -> str:
        """A word, folded."""
        return self.folded[number] if 0 <= number < self.size else ""

    def shown(self, first: int, end: int) -> str:
        """Words as they stand in the text, with what is between them."""
        return self.text[self.starts[first] : self.ends[end - 1]]

    def span(self, first: int, end: int) -> Span:
        """The span of the words from `first` up to, not including, `end`."""
        return Span(self.starts[first], self.ends[end - 1])

    def gap(self, number: int) -> str:
        """What stands between a word and the one before it, with one space for white space within a line."""
        if number <= 0:
            gap = self.text[: self.starts[0]] if self.size else ""
        elif number < self.size:
            gap = self.text[self.ends[number - 1] : self.starts[number]]
        else:
            gap = self.text[self.ends[-1] :]
        return gap if gap in _USUAL_GAPS else WHITE_SPACE.sub(" ", gap)

    def follows(self, number: int) -> bool:
        """Whether only white space of one line stands between a word and the one before it."""
        if not 0 < number < self.size:
            return False
        gap = self.gap(number)
        if gap == " ":
            return True
        if gap == ". ":
            # `Prof. Habibie`, `Plt. Direktur`
            stopped = self.folded[number - 1] in self._vocabulary.stopped and self.capital[number]
            return stopped and not self._vocabulary.is_common(self.folded[number])
        return gap.isspace() and "\n" not in gap

    def linked(self, number: int) -> bool:
        """As `follows`, or a hyphen or apostrophe joins the two inside a name (`al-Assad`)."""
        return self.follows(number) or (0 < number < self.size and self.gap(number) in ("-", "'", "’"))

    def opens(self, number: int) -> bool:
        """Whether a word begins a sentence, a quotation or a bracket, so that its capital says nothing."""
        start, text = self.starts[number], self.text
        return (
            start in self._sentence_starts
            or start == 0
            or text[start - 1] in _OPENERS
            or text[start - 2 : start] == ": "
        )

    def capital_follows(self, number: int) -> bool:
        """Whether a word has a capital and only white space before it."""
        return number < self.size and self.capital[number] and self.follows(number)

    def is_upper(self, number: int) -> bool:
        """Whether a word is all capitals (two at least)."""
        shown = self.text[self.starts[number] : self.ends[number]]
        return len(shown) > 1 and shown.isupper()

    def is_stop(self, number: int) -> bool:
        """Whether a word ends a noun phrase: a function word, a verb, a number, a time."""
        if not 0 <= number < self.size:
            return True
        word = self.folded[number]
        if word == "dalam" and self.word(number + 1) == "negeri":
            # `kementerian dalam negeri`
            return False
        if word in self._vocabulary.stops or number in self.verbs or number in self.timed or word[0].isdigit():
            return True
        if self.capital[number]:
            return False
        half, hyphen, other = word.partition("-")
        # `benar-benar`; the plural of a head is a head of its own (`negara-negara`).
        repeated = bool(hyphen) and half == other and half not in self._vocabulary.heads
        if repeated or word.endswith("kah"):
            return True
        return self._vocabulary.is_headline_verb(word) and word not in self._vocabulary.heads

    def match(self, number: int) -> Match | None:
        """The longest name of the gazetteer that begins with a word written with a capital."""
        if number not in self._matches:
            self._matches[number] = self._find(number)
        return self._matches[number]

    def _find(self, number: int) -> Match | None:
        if number >= self.size or not (self.capital[number] or self._may_open(number)):
            return None
        for entry in self.gazetteer.entries(self.plain[number]):
            end = number + 1
            for word in entry.rest:
                if end >= self.size or self.plain[end] != word or not self.linked_name(end):
                    break
                end += 1
            else:
                if end - 1 > number and not self.capital[end - 1] and self.folded[end - 1].isalpha():
                    continue
                if end == number + 1 and (not self.capital[number] or self.folded[number] in self._barred):
                    continue
                senses = tuple(s for s in entry.senses if not s.exact or self._exact(number, end))
                if senses:
                    return Match(number, end, senses)
        return None

    def _may_open(self, number: int) -> bool:
        """Whether a small letter may begin a name: an Arabic article, or a head before a capital (`rezim Zionis`)."""
        word = self.folded[number]
        if word in ("al", "el"):
            return True
        following = number + 1
        return word in self._vocabulary.heads and self.follows(following) and self.capital[following]

    def linked_name(self, number: int) -> bool:
        """Whether a word can go on a name: white space, a hyphen, a dash, an apostrophe or a slash before it."""
        gap = self.gap(number)
        if gap == ". ":
            # `St. Petersburg`
            return self.ends[number - 1] - self.starts[number - 1] <= 2
        return gap in ("/", "–", ".", "--") or self.linked(number)

    def _exact(self, first: int, end: int) -> bool:
        return all(self.text[self.starts[n] : self.ends[n]].isupper() for n in range(first, end))

    def run(self, number: int) -> int:
        """Where a run of capitals that begins at a word ends: `Mark S. Cogan`, `Abdel Fattah al-Burhan`."""
        end, last = number + 1, min(self.size, number + _LONGEST_RUN)
        particles = self._vocabulary.particles
        while end < last:
            if not self.linked(end) and not self._after_initial(end):
                break
            if self.capital[end]:
                word = self.folded[end]
                people = self._vocabulary.people
                if self.gap(end) == "-" and word in people and self.folded[end - 1] in people:
                    # `Prabowo-Gibran` are two.
                    break
                if word in self._barred_in_runs or end in self.timed or word.endswith("-nya"):
                    break
                end += 1
            elif self.folded[end] in particles:
                # `Juan de la Cruz`
                name = end + (2 if self.word(end + 1) in particles and self.linked(end + 1) else 1)
                if name >= self.size or not (self.capital[name] and self.linked(name)):
                    break
                end = name + 1
            else:
                break
        return end

    def _after_initial(self, number: int) -> bool:
        """`Mark S. Cogan`, `G.S. Rath`; not `M.Ed`."""
        gap = self.gap(number)
        parted = gap == ". " or (gap == "." and not 1 < self.ends[number] - self.starts[number] <= _LONGEST_DEGREE)
        return parted and self.ends[number - 1] - self.starts[number - 1] == 1 and self.capital[number - 1]

    def goes_on_small(self, number: int) -> bool:
        """Whether a verb in small letters goes on the sentence at a word, or after a comma there."""
        return number < self.size and not self.capital[number] and number in self.verbs

    def lowers(self, number: int) -> bool:
        """Whether a word stands in small letters somewhere in the text, so that its capital here says little."""
        if self._small is None:
            self._small = {word for word, capital in zip(self.folded, self.capital, strict=False) if not capital}
        return self.folded[number] in self._small
