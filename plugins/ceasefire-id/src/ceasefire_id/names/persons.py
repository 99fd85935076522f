"""Persons: an office and a name, a name that speaks or acts, a description that names nobody."""

from __future__ import annotations

from ceasefire.mentions import Anaphor
from ceasefire_id.names.drafts import ActorDraft, Draft, Position
from ceasefire_id.names.gazetteer import Match
from ceasefire_id.names.namestart import NameStarts
from ceasefire_id.names.phrases import Familiar, Phrase
from ceasefire_id.names.position import Positions
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary
from ceasefire_id.names.wordedbodies import WordedBodies

__all__ = ["PersonReader"]

#: so many people live in a city that its name is not a person's
_LARGE = 500_000
#: initials of a person have so many letters
_MOST_INITIALS = 4
#: before initials that are a known name elsewhere (`saudara AS`)
_BEFORE_ANY_INITIALS = frozenset(("berinisial", "inisial", "saudara", "saudari", "sdr"))
_PERSON = frozenset(("person",))


class PersonReader:
    """Drafts of persons; remembers the names that it has met, so that short forms are known."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, positions: Positions, familiar: Familiar) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.positions = positions
        self._known = familiar.persons
        self._starts = NameStarts(tokens, vocabulary)
        self._bodies = WordedBodies(tokens, vocabulary, positions)
        #: initials by which the text calls persons
        self._initials: set[str] = set()
        #: other names of persons, as the text has them
        self._nicknames: dict[str, str] = {}

    def is_known(self, first: int, end: int) -> bool:
        """Whether these words are a person's name met before, or a part of it."""
        words = [w for w in self.tokens.folded[first:end] if w not in self.vocabulary.particles]
        return bool(words) and all(w in self._known or w in self.vocabulary.people for w in words)

    def _remember(self, first: int, end: int) -> None:
        self._known.update(w for w in self.tokens.folded[first:end] if w not in self.vocabulary.particles)

    # ---- phrases -----------------------------------------------------------------------------------------------------

    def from_phrase(self, phrase: Phrase, position: Position) -> ActorDraft | None:
        """A person with an office, or one who is only described."""
        return self._named(phrase) if phrase.name else self._unnamed(phrase, position)

    def _named(self, phrase: Phrase) -> ActorDraft:
        assert phrase.name is not None
        first, end = phrase.name
        while first + 1 < end and (self._is_before_name(first) or self._is_body_before_name(first)):
            first += 1
        first = next((m.end for n in range(end - 2, first, -1) if (m := self._inner_body(n, end))), first)
        if first > phrase.name[0] and (place := self._large_place(first)) and place.end < end:
            # `Kepala PDAM Surabaya Nama`
            first = place.end
        self._remember(first, end)
        text, starts = self.tokens.text, self.tokens.starts
        office = text[starts[phrase.head_start] : starts[first]].rstrip(" \t\u00a0\u202f,-–")
        return ActorDraft(
            first=phrase.first,
            end=phrase.end,
            rule="office",
            name=self.tokens.shown(first, end),
            kind="person",
            country=self._country(phrase),
            office=office,
            heads=self._heads(phrase),
        )

    def _is_before_name(self, number: int) -> bool:
        """A title or a Roman number between an office and a name (`Kodam IV Dr Rahmat`)."""
        shown = self.tokens.shown(number, number + 1)
        if self.tokens.word(number + 1) in self.vocabulary.balinese:
            # `I Ketut`
            return False
        return self.tokens.folded[number] in self.vocabulary.titles or self.vocabulary.is_roman(shown)

    def _is_body_before_name(self, number: int) -> bool:
        """An abbreviation between an office and a name (`Direktur PDAM Nama`); names open with two capitals at most."""
        tokens = self.tokens
        long = tokens.ends[number] - tokens.starts[number] > 2
        return long and tokens.is_upper(number) and not tokens.is_upper(number + 1)

    def _large_place(self, number: int) -> Match | None:
        """The place at a word, where it is too large to be a person's first name."""
        match = self.tokens.match(number)
        sense = match.sense("place") if match else None
        return match if sense and not 0 < sense.population < _LARGE else None

    def _unnamed(self, phrase: Phrase, position: Position) -> ActorDraft:
        heads = self._heads(phrase)
        country = self._country(phrase)
        kind = self._kind_of_many(phrase, country)
        anaphor = None
        if (
            kind == "person"
            and (phrase.definite or (phrase.first == phrase.start and (phrase.bare or country)))
            and not phrase.possessed
        ):
            anaphor = Anaphor(
                kinds=_PERSON,
                heads=frozenset((phrase.head.text,)),
                country=country or None,
                number=None if phrase.plural else "one",
                nearest="speaker" if phrase.definite else "named",
                descriptive=not phrase.definite,
            )
        return ActorDraft(
            first=phrase.first,
            end=phrase.end,
            rule="description",
            position="place" if phrase.works else "free",
            name=self.tokens.shown(phrase.start, phrase.core_end),
            kind=kind,
            country=country,
            heads=heads,
            number="many" if phrase.plural else "one",
            anaphor=anaphor,
            listed=not (phrase.definite or phrase.counted or phrase.universal) and self._speaks(phrase, position),
        )

    def _kind_of_many(self, phrase: Phrase, country: str) -> str:
        """Forces (`para komandan di lapangan`, `penembak runduk Armenia`), people of a trade (`petani Azerbaijan`)."""
        tokens = self.tokens
        if tokens.word(phrase.first) == "seorang" or phrase.possessed:
            return "person"
        if phrase.head.text in self.vocabulary.trades:
            return "civilians"
        sides = "kedua" in tokens.folded[phrase.head_end : phrase.core_end]
        forces = phrase.head.text in self.vocabulary.troops and (sides or phrase.plural or bool(country))
        return "military" if forces else "person"

    def nickname(self, person: ActorDraft, end: int) -> ActorDraft | None:
        """Another name that brackets give a person."""
        tokens = self.tokens
        if end >= tokens.size or tokens.gap(end) != " (" or not tokens.capital[end] or end in tokens.timed:
            return None
        close = tokens.run(end)
        if tokens.folded[end] in self.vocabulary.stops or tokens.folded[end] in self.vocabulary.titular:
            return None
        if close - end > 3 or not tokens.gap(close).startswith(")") or tokens.match(end):
            return None
        if person.rule == "initials":
            # `Saudara FJ (Ferlan Juliansyah)`
            initials, person.name = person.name, tokens.shown(end, close)
            self._nicknames[initials] = person.name
        return self.other_name(person, end, close)

    def other_name(self, person: ActorDraft, first: int, end: int) -> ActorDraft:
        """Another name of a person, here and in the rest of the text."""
        self._remember(first, end)
        self._nicknames[self.tokens.shown(first, end)] = person.name
        return ActorDraft(
            first=first, end=end, rule="nickname", name=person.name, kind="person", country=person.country
        )

    def leader(self, phrase: Phrase) -> ActorDraft:
        """The person in the name of a government (`pemerintahan Salva Kiir`)."""
        assert phrase.name is not None
        first, end = phrase.name
        self._remember(first, end)
        name = self.tokens.shown(first, end)
        era = self.tokens.word(phrase.first - 1) in self.vocabulary.eras
        country = self._country(phrase)
        return ActorDraft(
            first=first, end=end, rule="leader", name=name, kind="person", country=country, listed=not era
        )

    def describe(self, person: ActorDraft, phrase: Phrase) -> None:
        """Take office and state from an apposition."""
        person.office = person.office or self.tokens.shown(phrase.start, phrase.core_end)
        person.heads |= self._heads(phrase)
        person.country = person.country or self._country(phrase)
        person.reach = phrase.end
        if phrase.works:
            person.position = "place"

    def _speaks(self, phrase: Phrase, position: Position) -> bool:
        if self.positions.is_predicate(phrase.first):
            return False
        if phrase.head.text in self.vocabulary.audience and phrase.bare and not phrase.plural:
            return self.positions.says_after(phrase.end)
        if self.positions.is_agent(phrase.first, addressed=False):
            return True
        following = self.tokens.word(phrase.end)
        comments = phrase.head.text in self.vocabulary.commentators and self.tokens.opens(phrase.first)
        if comments and phrase.bare and (following == "juga" or following in self.vocabulary.auxiliaries):
            # `Pengamat belum lupa pada gencatan senjata yang lalu`
            return True
        verb = self.positions.verb_after(phrase.end) if position == "free" else None
        if verb is None:
            return False
        if phrase.bare and phrase.first == phrase.start and not phrase.quantified:
            # Whoever bears the office: `Petani tidak boleh menjerit`.
            return self.positions.says_after(phrase.end)
        return self.positions.is_active(verb)

    def _heads(self, phrase: Phrase) -> frozenset[str]:
        head = phrase.head.text
        return frozenset((head, head.split()[0], *self.vocabulary.also.get(head, ())))

    def _country(self, phrase: Phrase) -> str:
        return next((s.country for m in phrase.matches for s in m.senses if s.country), "")

    # ---- names alone -------------------------------------------------------------------------------------------------

    def from_run(self, first: int, end: int, before: Draft | None, *, sure_only: bool = False) -> ActorDraft | None:
        """A run of capitals that is a person's name: known before, or one who speaks or acts, or described after it."""
        tokens = self.tokens
        if (own := self._own_words(first, end)) is None:
            return None
        first, end = own
        while first + 1 < end and (self._is_before_name(first) or self._is_body_before_name(first)):
            first += 1
        # `JPU KPK Nama`: the body closes the office.
        first = next((m.end for n in range(end - 2, first, -1) if (m := self._inner_body(n, end))), first)
        words = end - first
        if body := self._bodies.by_words(first, end, nameable=self._is_nameable(first, end)):
            return body
        if not self._is_nameable(first, end) or self._is_title(first, end) or self._is_before_name(first):
            return None
        known = self.is_known(first, end)
        if not known and self._starts.is_abbreviations(first, min(end, first + 2)):
            return self._bodies.abbreviations(first, end)
        if not self.vocabulary.ground_words.isdisjoint(tokens.folded[first:end]):
            # `Rumah itu bernama Rowan House`
            return None
        sure = known or self._is_somebody(first, end)
        if tokens.is_upper(first) and words == 1 and self._is_initials(first):
            return self.initialled(first, end, sure=sure)
        if tokens.is_upper(first) and words == 1:
            return self._bodies.abbreviation(first, end) if sure and not known else None
        if body := self._bodies.of_state(first, end, sure=sure):
            return body
        coordinated = (
            isinstance(before, ActorDraft)
            and before.kind == "person"
            and before.listed
            and before.end in (first - 1, first)
        )
        if coordinated and not sure and words == 1 and self.vocabulary.is_common_shape(tokens.folded[first]):
            return None
        if not sure and (sure_only or words < 2) and not coordinated:
            return None
        if sure or coordinated:
            self._remember(first, end)
        return ActorDraft(
            first=first,
            end=end,
            rule="name",
            name=self._nicknames.get(tokens.shown(first, end), tokens.shown(first, end)),
            kind="person",
            listed=bool(sure or coordinated) and not self._is_ticket(first, end),
        )

    def _own_words(self, first: int, end: int) -> tuple[int, int] | None:
        """Capitals without common words that only a headline writes so (`Kisah Arka`); null where none are left."""
        tokens, is_common = self.tokens, self.vocabulary.is_common
        if not is_common(tokens.folded[first]):
            own = self._starts.before_headline(first, end)
            # `Monev Implementasi Peningkatan` is nobody of the name of Monev.
            return (first, own) if own == end or own > first + 1 or self.is_known(first, own) else None
        if not tokens.opens(first):
            return (first, end) if self.is_known(first, end) else None
        while first < end and is_common(tokens.folded[first]):
            first += 1
        return (first, self._starts.before_headline(first, end)) if first < end else None

    def _is_ticket(self, first: int, end: int) -> bool:
        """Whether a hyphen joins two into the name of what they lead (`pemerintahan Prabowo-Gibran`)."""
        tokens, other = self.tokens, self.vocabulary.people
        before = tokens.gap(first) == "-" and tokens.word(first - 1) in other
        return before or (tokens.gap(end) == "-" and tokens.word(end) in other)

    def initialled(self, first: int, end: int, *, sure: bool) -> ActorDraft | None:
        """A person of whom the text gives initials alone."""
        name = self.tokens.shown(first, end)
        if not (sure or self.tokens.word(first - 1) in self.vocabulary.initials or name in self._initials):
            return None
        self._initials.add(name)
        name = self._nicknames.get(name, name)
        return ActorDraft(first=first, end=end, rule="initials", name=name, kind="person")

    def is_initials_of_somebody(self, match: Match) -> bool:
        """Whether a short name that a list knows stands for a person here (`saudara AS`), or did so before."""
        tokens, number = self.tokens, match.first
        short = tokens.is_upper(number) and tokens.ends[number] - tokens.starts[number] <= _MOST_INITIALS
        if not short or match.end > number + 1:
            return False
        if tokens.word(number - 1) in _BEFORE_ANY_INITIALS and tokens.follows(number):
            return True
        known = tokens.shown(number, match.end) in self._initials
        full = match.senses[0].name.split()[0].casefold()
        return known and full not in tokens.document.words.index

    def _is_initials(self, number: int) -> bool:
        """Whether capitals stand for a person's name: `inisial TAS`, `AR (37)`, or two letters that no list knows."""
        tokens, end = self.tokens, number + 1
        aged = tokens.gap(end) == " (" and tokens.word(end).isdigit() and tokens.gap(end + 1).startswith(")")
        told = aged or tokens.word(number - 1) in self.vocabulary.initials
        told = told or tokens.shown(number, end) in self._initials
        return told or tokens.ends[number] - tokens.starts[number] == 2

    def _is_nameable(self, first: int, end: int) -> bool:
        """Whether capitals may be a name at all: no single letter (`S.H.`), no name of an event or a thing."""
        if self.tokens.word(end) == "nya" or self.tokens.folded[end - 1].endswith("-nya"):
            # `IUP-nya`
            return False
        words = self.tokens.folded[first:end]
        if words[0] in self.vocabulary.things or any(w[-1].isdigit() and w[0].isalpha() for w in words):
            return False
        letters = all(self.tokens.ends[n] - self.tokens.starts[n] == 1 for n in range(first, end))
        return not letters and self.vocabulary.event_words.isdisjoint(self.tokens.folded[first:end])

    def _inner_body(self, number: int, end: int) -> Match | None:
        match = self.tokens.match(number)
        return match if match and match.end < end and match.sense("actor") else None

    def _is_title(self, first: int, end: int) -> bool:
        # `Tim Evans`: heads are read before, so that here it is a name.
        words = self.tokens.folded[first + (self.tokens.folded[first] == "tim") : end]
        if words and words[-1] in self.vocabulary.closing_titles:
            # `Philip Habib`
            words = words[:-1]
        return any(word in self.vocabulary.titular or self.vocabulary.is_abstract(word) for word in words)

    def _is_somebody(self, first: int, end: int) -> bool:
        """Whether the words around capitals say that they name somebody."""
        tokens = self.tokens
        if self.positions.is_agent(first) or self.is_described(end):
            return True
        if end - first > 1 and (tokens.folded[first] in self.vocabulary.honorifics or self._is_from_side(end)):
            return True
        if end - first > 1 and end < tokens.size and tokens.gap(end) == ", " and tokens.folded[end] == "yang":
            return True
        before = first - 2 if tokens.word(first - 1) == "dengan" else first - 1
        if tokens.word(before) in self.vocabulary.meeting and tokens.follows(first):
            return True
        several = end - first > 1
        verb = self.positions.verb_after(end)
        if self.positions.of(first, None) in ("modifier", "place"):
            # What follows is told of the noun before: `kapal Laksmi tenggelam`.
            return False
        if verb is None:
            # `Ilham Aliyev dan Kamran Aliyev hadir`
            other = end + 1
            joined = (
                several
                and tokens.opens(first)
                and tokens.word(end) == "dan"
                and other < tokens.size
                and tokens.capital[other]
            )
            return joined and tokens.run(other) - other > 1 and not self._is_title(other, tokens.run(other))
        word = tokens.word(verb)
        if tokens.opens(first) and not several:
            return self.opens_as_speaker(first, end)
        if word.startswith(("di", "ter")) or (word.startswith("ber") and not several):
            return several and not tokens.opens(first) and self.positions.is_strong(verb)
        return self.positions.is_strong(verb)

    def _is_from_side(self, end: int) -> bool:
        """`Eduardo Ermita dari pihak Manila`."""
        tokens = self.tokens
        return tokens.word(end) == "dari" and tokens.follows(end) and tokens.word(end + 1) in self.vocabulary.camps

    def opens_as_speaker(self, first: int, end: int) -> bool:
        """Whether a word that opens a sentence is the name of one who speaks (`Netanyahu menolak`)."""
        verb = self.positions.verb_after(end)
        said = verb is not None and self.tokens.word(verb) in self.vocabulary.saying
        return (said and not self.vocabulary.is_common_shape(self.tokens.folded[first])) or self.is_described(end)

    def is_described(self, end: int) -> bool:
        """`Abu Ahmad, dokter yang bertahan`, `Lavrov, menteri luar negeri Rusia,`."""
        tokens = self.tokens
        if end >= tokens.size or tokens.gap(end) not in (", ", " (", " -", " –"):
            return False
        if tokens.word(end) in self.vocabulary.articles:
            end += 1
        if tokens.word(end)[:1].isdigit() and tokens.gap(end) in (", ", " ("):
            return tokens.word(end + 1) == "tahun" or tokens.gap(end + 1).startswith(")")
        if tokens.word(end) == "warga" and (tokens.capital_follows(end + 1) or tokens.word(end + 1) == "negara"):
            # `menangkap Rahman al-Ghazi, warga Indonesia`
            return True
        return any(
            head.sort == "person" and tuple(tokens.folded[end : end + len(head.words)]) == head.words
            for head in self.vocabulary.heads.by_first.get(tokens.word(end), ())
        )
