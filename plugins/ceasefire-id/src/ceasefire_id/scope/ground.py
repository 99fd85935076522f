"""A document as the rules of pauses look at it: word by word, with the names and times that stand at each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeVar

from ceasefire.document import Document
from ceasefire.mentions import ActorMention, Mention, RegionMention, TimeMention
from ceasefire.models import Span
from ceasefire_id.patterns import WHITE_SPACE
from ceasefire_id.scope.behalf import side_named_behind
from ceasefire_id.syntax import Clause, Mood, syntax_of

__all__ = ["Ground"]

M = TypeVar("M", bound=Mention)

#: the types of mention that clauses are asked for
_NAMES: Final = (ActorMention, RegionMention, TimeMention)

_BEFORE_VERBS: Final = frozenset(
    ("lantas", "lalu", "kemudian", "juga", "telah", "sudah", "kembali", "langsung", "resmi", "pun", "sempat")
)
#: words that join two who act together
_JOINTS: Final = frozenset(("dan", "serta", "maupun", "bersama", "beserta"))
#: verbs between a side and who acts for it
_LED_BY: Final = frozenset(("diwakili", "dipimpin", "diketuai"))
#: how many words the long name before a short one may have
_LONG_NAME: Final = 9
#: verbs of where somebody has their seat
_SEATED: Final = frozenset(("berbasis", "bermarkas", "berkedudukan", "berpusat"))
_MANY: Final = frozenset(("kedua", "semua", "para", "masing-masing", "keduanya"))
#: verbs by which a relative clause says whose an actor is: `pemerintah yang diakui B`
_DESCRIBES: Final = frozenset(
    (
        "diakui",
        "didukung",
        "dipimpin",
        "disokong",
        "dibekingi",
        "dibeking",
        "ditunjuk",
        "didanai",
        "disponsori",
        "dipersenjatai",
        "dilatih",
    )
)
#: how far behind a passive verb `oleh` stands, a place or a time between, in words
_AGENT_WITHIN: Final = 14
#: words that open a role between commas, and how many words it has at most
_ROLES: Final = frozenset(
    ("sang", "si", "penengah", "juru", "tuan", "ketua", "pemimpin", "salah", "selaku")
) | frozenset(("sebagai", "kepala", "wakil", "mantan", "anggota"))
_ROLE: Final = 7
#: gaps that are as they should be, looked up before a pattern is tried
_USUAL_GAPS: Final = frozenset((" ", ", ", ". "))
_QUOTES: Final = "\"“”„‘’'«»"


class Ground:
    """Words by number, what stands at them, and the clauses that they are in."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.words = document.words
        self.syntax = syntax_of(document)
        self._folded = document.words.folded
        self._starts = document.words.starts
        self._ends = document.words.ends
        self._count = len(document.words)
        self._sentences: dict[int, range] = {}
        self._vocabularies: dict[int, frozenset[str]] = {}
        self._at: dict[type[Mention], dict[int, Any]] = {kind: self._by_start(kind) for kind in _NAMES}

    def _by_start(self, kind: type[M]) -> dict[int, Mention]:
        """The longest mention of a type at each place where one starts."""
        return {mention.span.start: mention for mention in self.document.of(kind)}

    # ---- words ---------------------------------------------------------------------------------------------------

    def word(self, number: int) -> str:
        """A word, folded; empty outside the text."""
        return self._folded[number] if 0 <= number < self._count else ""

    def gap(self, number: int) -> str:
        """What stands between a word and the one before it, with one space for white space within a line."""
        if 0 < number < self._count:
            gap = self.text[self._ends[number - 1] : self._starts[number]]
        elif number > 0:
            gap = self.text[self._ends[-1] :] if self._count else self.text
        else:
            gap = self.text[: self._starts[0]] if self._count else self.text
        return gap if gap in _USUAL_GAPS else WHITE_SPACE.sub(" ", gap)

    def marked(self, number: int, marks: Iterable[str]) -> bool:
        """Whether one of these marks stands between a word and the one before it."""
        gap = self.gap(number)
        return gap != " " and any(mark in gap for mark in marks)

    def adjoins(self, number: int) -> bool:
        """Whether nothing but white space or quotation marks stands before a word."""
        return not self.gap(number).strip().strip(_QUOTES)

    def span(self, first: int, end: int) -> Span:
        """The span of the words from `first` up to, not including, `end`."""
        return Span(self.words.starts[first], self.words.ends[end - 1])

    def sentence(self, number: int) -> range:
        """The numbers of the words of the sentence that a word stands in."""
        found = self._sentences.get(number)
        if found is None:
            found = self._sentences[number] = self.syntax.sentence_words(number)
        return found

    def sentence_words(self, number: int) -> frozenset[str]:
        """The words, folded, of the sentence that a word stands in."""
        sentence = self.sentence(number)
        found = self._vocabularies.get(sentence.start)
        if found is None:
            found = self._vocabularies[sentence.start] = frozenset(self._folded[sentence.start : sentence.stop])
        return found

    def quoted(self, number: int) -> bool:
        """Whether a word stands between quotation marks."""
        return self.document.quotation_at(self.words.starts[number]) is not None

    # ---- mentions ------------------------------------------------------------------------------------------------

    def at(self, kind: type[M], number: int) -> M | None:
        """The longest mention of a type that starts at a word."""
        if not 0 <= number < self._count:
            return None
        found: M | None = self._at[kind].get(self._starts[number])
        return found

    def before(self, kind: type[M], number: int) -> M | None:
        """The longest mention of a type that ends right before a word."""
        if number <= 0:
            return None
        end = self.words.ends[number - 1]
        # `Senin (20/5/2024)` ends behind its bracket
        return self.document.ending_at(kind, end) or (
            self.document.ending_at(kind, end + 1) if self.text[end : end + 1] == ")" else None
        )

    def among(self, kind: type[M], first: int, end: int) -> list[M]:
        """The mentions of a type that start among the words from `first` up to, not including, `end`."""
        if first >= end or first >= len(self.words):
            return []
        last = min(end, len(self.words)) - 1
        return list(self.document.starting_in(kind, self.words.starts[first], self.words.ends[last]))

    def inside(self, kinds: tuple[type[Mention], ...]) -> frozenset[int]:
        """The numbers of all words that lie in mentions of these types."""
        return frozenset(
            number
            for kind in kinds
            for mention in self.document.of(kind)
            for number in range(self.first_of(mention), self.after(mention))
        )

    def first_of(self, mention: Mention) -> int:
        """The number of a mention's first word."""
        return self.words.first_at(mention.span.start)

    def after(self, mention: Mention) -> int:
        """The number of the first word after a mention."""
        return self.words.first_at(mention.span.end)

    def named_at(self, number: int) -> Mention | None:
        """The longest actor, region or time that starts at a word."""
        found = (self.at(ActorMention, number), self.at(RegionMention, number), self.at(TimeMention, number))
        return max((m for m in found if m is not None), key=lambda m: len(m.span), default=None)

    def times(self, first: int, end: int) -> Iterator[TimeMention]:
        """The times among these words."""
        yield from self.among(TimeMention, first, end)

    def coordinated(self, mention: ActorMention) -> list[ActorMention]:
        """An actor and those that a comma or `dan` joins to it, in the order of the text."""
        mention = self._described_by(mention)
        before = self._joined_before(mention)
        found, closed = [*before, mention], bool(before)
        while True:
            following = self._past_side(found[-1], self.past_bracket(self.after(found[-1])))
            if self.word(following) in _JOINTS:
                # `A bersama B, C, dan D`
                following, closed = following + 1, self.word(following) not in ("bersama", "beserta")
            elif closed or self.gap(following).strip() not in (",", "-", "–", "--"):
                # Behind `A dan B` a comma goes on with something else.
                break
            joined = self.at(ActorMention, following)
            if joined is None:
                break
            found.append(joined)
        if len(found) == 2 and not closed:
            if self._is_set_off(found[1]):
                found = [self._apposed(*found)]
            elif self._opens_clause(*found):
                found = found[:1]
        return [self._described_by(one) for one in found]

    def _opens_clause(self, first: ActorMention, second: ActorMention) -> bool:
        """`Setelah usul A, B V`: the comma closes a phrase, and B does something of its own."""
        inside = self.first_of(first) > self.sentence(self.first_of(first)).start
        comma = "," in self.gap(self.first_of(second))
        return comma and inside and self.syntax.is_verb(self.after(second))

    def _is_set_off(self, mention: ActorMention) -> bool:
        """Whether commas stand on both sides of a mention."""
        return "," in self.gap(self.first_of(mention)) and "," in self.gap(self.after(mention))

    def _apposed(self, first: ActorMention, second: ActorMention) -> ActorMention:
        """`tentara Z, B, V`: what commas set off is another name of the first; a proper one beats what describes."""
        described, named = (
            any(word[:1].islower() for word in self.document.text_of(m.span).split()) for m in (first, second)
        )
        return second if described and not named else first

    def side_behind(self, mention: ActorMention) -> int:
        """`X dari pihak B`, `X atas nama B`, `X, mewakili B`: the word at which B begins; 0 where nobody is told."""
        return side_named_behind(self, mention)

    def _past_side(self, mention: ActorMention, number: int) -> int:
        """The word behind the side for which somebody acts, or behind who acts for a side, else the word itself."""
        start = self.side_behind(mention) or self._envoy_behind(number)
        named = self.at(ActorMention, start) if start else None
        return number if named is None else self.past_bracket(self.after(named))

    def _envoy_behind(self, number: int) -> int:
        """`A, diwakili X`, `delegasi A yang dipimpin X`: the word at which X begins; 0 where nobody is told."""
        number += self.word(number) == "yang"
        return number + 1 if self.word(number) in _LED_BY else 0

    def past_bracket(self, number: int) -> int:
        """`A (Abbr) dan B`: the word behind the short name in brackets, else the word itself."""
        if "(" in self.gap(number) and (short := self.at(ActorMention, number)) is not None:
            after = self.after(short)
            return after if ")" in self.gap(after) else number
        return number

    def named_from(self, number: int) -> ActorMention | None:
        """The actor at a word, or the short name in brackets behind a long one that nobody knows (`Dewan X (DX)`)."""
        actor = self.at(ActorMention, number)
        if actor is not None or not self.text[self._starts[min(number, self._count - 1)]].isupper():
            return actor
        for after in range(number + 1, min(number + _LONG_NAME, self._count)):
            if "(" in self.gap(after):
                return self.at(ActorMention, after)
            if self.gap(after).strip():
                return None
        return None

    def _full(self, mention: ActorMention, first: int) -> ActorMention:
        """The name before a short one in brackets."""
        return (self.before(ActorMention, first) or mention) if "(" in self.gap(first) else mention

    def _joined_before(self, mention: ActorMention) -> list[ActorMention]:
        """Those before it in `A, B, dan C`; a comma alone may set off an apposition, so `dan` must stand last."""
        found: list[ActorMention] = []
        first = self.first_of(mention)
        while True:
            number = first - 1 if self.word(first - 1) in _JOINTS else first
            if number == first and not (found and "," in self.gap(first)):
                break
            joined = self.before(ActorMention, number) or self._seated(number if number < first else -1)
            joined = joined or self._described_before(number if number < first else -1)
            if joined is None:
                break
            joined = self._full(joined, self.first_of(joined))
            found.insert(0, joined)
            first = self.first_of(joined)
        return found

    def _seated(self, number: int) -> ActorMention | None:
        """`A di Z (dan B)`, `A yang berbasis di Z (dan B)`: the actor whose seat ends right before a word."""
        seat = self.before(RegionMention, number)
        if seat is None or self.word(end := self.first_of(seat) - 1) != "di":
            return None
        if self.word(end - 1) in _SEATED and self.word(end - 2) == "yang":
            end -= 2
        return self.before(ActorMention, end)

    def _described_before(self, number: int) -> ActorMention | None:
        """`A, gerilya yang tersisa di Z, (dan B)`: whom the words between two commas describe."""
        if number < 0 or "," not in self.gap(number):
            return None
        start = self.sentence(number).start
        comma = next((n for n in range(number - 1, max(start, number - _LONG_NAME), -1) if "," in self.gap(n)), 0)
        described = comma and self.text[self._starts[comma]].islower() and self.word(comma) not in _JOINTS
        actor = self.before(ActorMention, comma) if described else None
        return actor if actor is not None and self.first_of(actor) == start else None

    def _described_by(self, mention: ActorMention) -> ActorMention:
        """The actor itself, or, of `A yang diakui B`, A for B."""
        verb = self.first_of(mention) - 1
        described = self._described(verb) if verb >= 0 and self.word(verb) in _DESCRIBES else None
        return described or mention

    def _described(self, verb: int) -> ActorMention | None:
        """`A yang diakui B`: the actor that a relative clause is about."""
        relative = self.syntax.clause_of(verb).first
        return self.before(ActorMention, relative) if self.word(relative) == "yang" else None

    # ---- clauses -------------------------------------------------------------------------------------------------

    def clause(self, verb: int) -> Clause:
        """The clause that a finite verb heads."""
        return self.syntax.clause_of(verb)

    def mood(self, verb: int) -> Mood:
        """Whether what a verb tells is so."""
        return self.syntax.mood(verb)

    def subject(self, verb: int) -> ActorMention | None:
        """Who does what an active verb says."""
        if meant := self._not_the_other(verb):
            return meant
        found = self._before_role(verb) or self.syntax.subject(verb)
        start = max(self.sentence(verb).start, verb - 6)
        many = next((n for n in range(verb - 1, start - 1, -1) if self.word(n) in _MANY), None)
        aside = many is not None and any("," in self.gap(n) for n in range(many + 1, verb + 1))
        if aside and self.word(many or 0) == "masing-masing":
            # `A dan B, lewat juru bicara masing-masing, V`
            many = None
        if found is not None and many is not None and found.span.end <= self.words.starts[many]:
            # `kedua kubu` does it, and nobody says who they are.
            return None
        if found is None:
            number = verb
            while self.word(number - 1) in _BEFORE_VERBS and not self.gap(number).strip():
                number -= 1
            found = self.before(ActorMention, number) if not self.gap(number).strip() else None
        return found

    def _not_the_other(self, verb: int) -> ActorMention | None:
        """`A, bukan B, yang V`: A; none in any other clause."""
        relative = self.clause(verb).first
        if self.word(relative) != "yang" or self.gap(relative).strip() != ",":
            return None
        denied = next((n for n in range(relative - 2, max(0, relative - _ROLE), -1) if self.word(n) == "bukan"), 0)
        return self.before(ActorMention, denied) if denied and "," in self.gap(denied) else None

    def _before_role(self, verb: int) -> ActorMention | None:
        """`X, sang penengah, V`: whom a role of a few words between commas describes."""
        if self.gap(verb).strip() != "," or self.at(ActorMention, verb - 1) is not None:
            return None
        first = self.sentence(verb).start
        number = next((n for n in range(verb - 1, max(first, verb - _ROLE) - 1, -1) if self.gap(n).strip()), first)
        described = self.word(number) in _ROLES and self.gap(number).strip() == ","
        return self.before(ActorMention, number) if described and number > first else None

    def agent(self, verb: int) -> ActorMention | None:
        """Who does what a passive verb says: right after it, or after `oleh` with an adverb or a time between."""
        if found := self.syntax.agent(verb):
            return found
        if self.word(verb).startswith("di") and self.word(verb).endswith("nya"):
            return self._agent_meant(verb)
        number, stop = verb + 1, min(verb + _AGENT_WITHIN, self.sentence(verb).stop)
        if self.word(number) == "tanda" and self.word(number + 1) == "tangan":
            # `dibubuhi tanda tangan A`
            return self.at(ActorMention, number + 2 + (self.word(number + 2) == "oleh"))
        while number < stop:
            if self.word(number) == "oleh":
                return self.at(ActorMention, number + 1)
            placed = self.at(RegionMention, number) or self.at(TimeMention, number) or self.at(ActorMention, number)
            if self.gap(number).strip() and placed is None and self.before(RegionMention, number) is None:
                return None
            if number > verb + 5 and placed is None and self.before(RegionMention, number) is None:
                return None
            number = self.after(placed) if placed is not None else number + 1
        return None

    def _agent_meant(self, verb: int) -> ActorMention | None:
        """`A mengakhiri P yang diumumkannya`: for whom the `-nya` of a passive verb stands."""
        outer = self.syntax.verb_before(self.clause(verb).first)
        return self.subject(outer) if outer is not None and self.clause(verb).link == "yang" else None
