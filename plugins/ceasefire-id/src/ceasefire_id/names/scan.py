"""One pass over the words of a text that may begin a name, left to right; what is read is not read again."""

from __future__ import annotations

from ceasefire_id.names.actors import ActorReader
from ceasefire_id.names.aliases import AliasReader
from ceasefire_id.names.counted import CountedGroups
from ceasefire_id.names.delegates import Delegates
from ceasefire_id.names.drafts import ActorDraft, Draft, PlaceDraft, Position
from ceasefire_id.names.explained import ExplainedNames
from ceasefire_id.names.gazetteer import Match
from ceasefire_id.names.known import KnownNames
from ceasefire_id.names.led import LedGroups
from ceasefire_id.names.othernames import OtherNames
from ceasefire_id.names.persons import PersonReader
from ceasefire_id.names.phrases import Familiar, Phrase
from ceasefire_id.names.placelike import Placelike
from ceasefire_id.names.places import PlaceReader
from ceasefire_id.names.position import Positions
from ceasefire_id.names.pronouns import Pronouns
from ceasefire_id.names.reading import PhraseReader
from ceasefire_id.names.settings import Settings
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["Scan"]

#: so many people live in a city that its name is the city's rather than a person's
_LARGE = 500_000
#: the state of the press that is read
_HOME = "ID"
#: so many letters stand before the stop in a degree (`M.Ed`, `Ph.D`)
_LONGEST_DEGREE = 2
#: what joins two sides of a war or a deal
_PAIRING = frozenset(("-", "–", "--", "—"))


class Scan:
    """The drafts of one document."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, pronouns: Pronouns) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.pronouns = pronouns
        self.positions = Positions(tokens, vocabulary)
        familiar = Familiar()
        self.phrases = PhraseReader(tokens, vocabulary, familiar)
        self.actors = ActorReader(tokens, vocabulary, self.positions)
        self.aliases = AliasReader(tokens, vocabulary, self.positions, familiar)
        self.persons = PersonReader(tokens, vocabulary, self.positions, familiar)
        self.places = PlaceReader(tokens, vocabulary)
        self.explained = ExplainedNames(tokens, vocabulary, self.phrases, self.actors)
        self.delegates = Delegates(tokens, vocabulary, self.phrases)
        self.counted = CountedGroups(tokens, vocabulary, self.actors, self.persons)
        self._placelike = Placelike(tokens, vocabulary, self.persons)
        self.settings = Settings(tokens, vocabulary, self.persons, self._placelike)
        self.led = LedGroups(tokens, vocabulary, self.phrases, self.actors)
        self.known = KnownNames(tokens, vocabulary, self.positions, self.phrases, self.persons, self.places)
        self.drafts: list[Draft] = []
        self.others = OtherNames(tokens, vocabulary, self.phrases, self.actors, self.aliases, self.persons, self.drafts)

    def run(self) -> list[Draft]:
        """All drafts, by their first word."""
        at = 0
        for number in self._starts():
            if number >= at:
                at = max(at, self._read(number))
        return self.drafts

    def _starts(self) -> list[int]:
        tokens = self.tokens
        triggers = tokens.document.words.index.keys() & self.vocabulary.triggers
        numbers = set(tokens.document.words.numbers(triggers))
        numbers.update(n + 1 for n in tokens.document.words.numbers(self.vocabulary.articles) if n + 1 < tokens.size)
        numbers.update(number for number, capital in enumerate(tokens.capital) if capital)
        return sorted(numbers)

    @property
    def _before(self) -> Draft | None:
        return self.drafts[-1] if self.drafts else None

    def _read(self, number: int) -> int:
        """Read what begins at a word; gives back the word at which to go on."""
        tokens = self.tokens
        if number in tokens.timed or tokens.gap(number).endswith("@"):
            return number + 1
        if draft := self.pronouns.read(tokens, number):
            self.drafts.append(draft)
            return draft.end
        phrase, match = self.phrases.read(number), tokens.match(number)
        if phrase and phrase.bare and tokens.capital[number] and self.persons.is_known(number, phrase.end):
            # `Putri` of Putri Maya Rumanti
            phrase = None
        if match and (phrase is None or match.end >= phrase.own_end):
            return self._read_match(match)
        if phrase is None:
            return self._read_run(number) if tokens.capital[number] else number + 1
        if phrase.head.sort in ("place", "place_name"):
            unknown = not phrase.matches and not self._placelike.fits(
                self._first_capital(phrase), phrase.core_end, headed=phrase.head.sort == "place"
            )
            place = None if unknown else self.places.from_phrase(phrase)
            return self._chain(place) if place else self._read_bare_place(number, match)
        seated = tokens.word(phrase.first - 1) in self.vocabulary.seats and tokens.follows(phrase.first)
        position = self.positions.of(phrase.first - seated, self._before)
        if position == "place" and not tokens.follows(phrase.first):
            # `Di Washington, Departemen Luar Negeri AS memuji ...`
            position = "free"
        if self.explained.is_apposed(phrase, self._before):
            return phrase.end
        phrase = self.delegates.body_of(phrase)
        if phrase.head.sort == "person" and not self.actors.is_side(phrase):
            return self._read_person(phrase, position)
        if phrase.head.text in self.vocabulary.settlers and phrase.unknown and not phrase.matches:
            self._read_home(phrase)
        if phrase.head.sort == "civilians":
            self.drafts += [
                self.places.from_match(m) for m in phrase.matches if m.sense("place") and not m.sense("state")
            ]
        self.counted.remember(phrase)
        self._keep(self.actors.from_phrase(phrase, position), position)
        self.drafts += [self.places.from_match(match) for match in phrase.places]
        self.aliases.remember_body(phrase)
        if phrase.name:
            self.drafts.append(self.persons.leader(phrase))
        body, end = self.drafts[-1] if self.drafts else None, self.others.past_body(phrase)
        if phrase.unknown and isinstance(body, ActorDraft) and body.rule == "body":
            return self.explained.describe(body, end)
        return end

    def _read_person(self, phrase: Phrase, position: Position) -> int:
        if phrase.head.text in self.vocabulary.rulers:
            self.drafts += [self._ruled(match) for match in phrase.matches if match.sense("place")]
        self.aliases.remember_body(phrase)
        self._keep(self.led.read(phrase), "modifier")
        person = self.persons.from_phrase(phrase, position)
        self._keep(person)
        self.drafts[-1:-1] = [self.places.from_match(match) for match in phrase.places]
        return self._described(person) if person and phrase.name else phrase.end

    def _ruled(self, match: Match) -> PlaceDraft:
        """The place over which somebody is set; at home the title alone does not bring it into the story."""
        place = self.places.from_match(match)
        place.listed = any(sense.country != _HOME for sense in place.senses)
        return place

    def _read_home(self, phrase: Phrase) -> None:
        """`warga Morales`: where they live, though no list knows it."""
        first = self._first_capital(phrase)
        first += self.tokens.folded[first] in self.vocabulary.grades
        if first < phrase.core_end and self._placelike.fits(first, phrase.core_end):
            self.drafts.append(self.places.from_run(first, phrase.core_end))

    def _read_bare_place(self, number: int, match: Match | None) -> int:
        return self._read_match(match) if match else number + 1

    def _keep(self, draft: Draft | None, position: Position = "free") -> int:
        if draft is None:
            return 0
        draft.position = position
        self.drafts.append(draft)
        return draft.end

    # ---- known names -------------------------------------------------------------------------------------------------

    def _read_match(self, match: Match) -> int:
        tokens = self.tokens
        if (person := self._person_instead(match)) is not None:
            self.drafts.append(person)
            return self._described(person)
        match = self.known.with_wing(match)
        if (event := self.known.event_end(match)) > match.end:
            return event
        position = self.positions.of(match.first, self._before)
        actor, state = match.sense("actor"), match.sense("state", "capital")
        if position == "none":
            if not (actor or match.sense("state")):
                other = tokens.match(match.end) if tokens.gap(match.end) in ("-", "–") else None
                # `Konferensi Asia-Afrika`
                return other.end if other else match.end
            paired = tokens.gap(match.end).strip() in _PAIRING and tokens.match(match.end)
            position = "doing" if paired else "modifier"
        place = match.sense("place")
        single = match.end == match.first + 1
        word = tokens.folded[match.first]
        if single and word in tokens.gazetteer.cued and position != "place" and not self.known.is_surely_state(match):
            return match.end
        sure = position == "place" and match.first == 0
        if (
            single
            and not sure
            and tokens.opens(match.first)
            and (word in tokens.gazetteer.opening or tokens.lowers(match.first))
        ):
            following = tokens.match(match.end + 1) if tokens.word(match.end) in ("dan", "serta") else None
            verb = self.positions.verb_after(match.end) if state else None
            if not following and (verb is None or not tokens.word(verb).startswith("me")):
                return match.end
        if position == "place" and not tokens.follows(match.first) and self.known.acts_elsewhere(match, self._before):
            position = "free"
        if state and self.known.tells_where(match, self._before):
            position = "place"
        if state and (self.known.is_in_figures(match) or self.known.is_example(match)):
            position = "modifier"
        explains = tokens.gap(match.first) == " (" and tokens.gap(match.end)[:1] == ")"
        before = self._before
        described = isinstance(before, ActorDraft) and before.kind == "person" and not before.listed
        inside = described and before is not None and before.until == match.first
        if explains and (state or inside):
            # It only explains what stands before the bracket, or closes it (`sopir Organisasi Kesehatan Dunia (WHO)`).
            position = "modifier"
        if self.known.is_other(match):
            return match.end
        if actor and actor.kind == "media" and (longer := self.known.longer_than_outlet(match)):
            if self._is_quoted(match.first):
                self.drafts.append(self.actors.outlet(match.first, longer))
            return longer
        if actor and not (place and position == "place"):
            self._keep(self.actors.from_actor(match, actor, position), position)
            return self.others.past_listed(match, actor)
        if state and self.known.acts(match, position, self._before):
            self._keep(self.actors.from_state(match, state, position), position)
            return max(match.end, self.others.past_any(match.end))
        ground_end = tokens.run(match.first)
        if not self.vocabulary.ground_words.isdisjoint(tokens.folded[match.end : ground_end]):
            # `Shangri-La Hotel`
            if position != "place":
                return ground_end
            return self._chain(self.places.from_run(match.first, ground_end))
        draft = self.places.from_match(match)
        draft.listed = position not in ("modifier", "free") or not self.known.is_of_body(match)
        draft.cued = position == "place" or tokens.word(match.first - 1) in self.vocabulary.striking
        return self._chain(draft)

    def _chain(self, place: PlaceDraft) -> int:
        """Keep a place; one named right before it, a comma between, lies in it (`Mayo, Khartoum`)."""
        before = self._before
        if isinstance(before, PlaceDraft) and before.end == place.first and self.tokens.gap(place.first) == ", ":
            before.inside, place.holds = place, before
        self.drafts.append(place)
        return place.end

    def _described(self, person: ActorDraft) -> int:
        """Read what an apposition says of a person (`Lavrov, menteri luar negeri Rusia,`); it is the same person."""
        tokens, at = self.tokens, person.end
        if at >= tokens.size or tokens.gap(at) != ", ":
            return self.others.past_person(person, at)
        if tokens.folded[at] in self.vocabulary.articles:
            at += 1
        if at >= tokens.size:
            return person.end
        phrase = self.phrases.read(at)
        if phrase is None or phrase.head.sort != "person" or phrase.plural:
            return person.end
        if phrase.name and (tokens.capital[phrase.head_start] or phrase.head.text not in self.vocabulary.members):
            return person.end
        self.persons.describe(person, phrase)
        return phrase.end

    def _person_instead(self, match: Match) -> ActorDraft | None:
        """A person whose name, or the beginning of it, a list gives as a place: `Israel Katz`, `Aung San Suu Kyi`."""
        if self.persons.is_initials_of_somebody(match):
            return self.persons.initialled(match.first, match.end, sure=True)
        if match.sense("actor"):
            return None
        end = self.tokens.run(match.first)
        place = match.sense("place")
        if end > match.end and self._is_quoted(match.first):
            return self.actors.outlet(match.first, end)
        if end > match.end and not self.vocabulary.body_words.isdisjoint(self.tokens.folded[match.end : end]):
            return self.persons.from_run(match.first, end, self._before)
        if end > match.end and not self.tokens.match(match.end):
            if match.sense("state") and self.tokens.folded[match.first] not in self.vocabulary.given_names:
                return None
            sure_only = bool(match.sense("state", "capital")) or match.end == match.first + 1
            return self.persons.from_run(match.first, end, self._before, sure_only=sure_only)
        if place and not match.sense("state", "capital") and end == match.end:
            # The text itself has given the name to somebody, so that only a large city at home keeps it.
            keeps = place.population >= _LARGE and place.country == _HOME
            known = not keeps and self.persons.is_known(match.first, match.end)
            if (known or self.positions.is_said_by(match.first)) and self.tokens.word(
                match.first - 1
            ) not in self.vocabulary.at:
                return self.persons.from_run(match.first, end, self._before)
        return None

    # ---- capitals that no list knows ---------------------------------------------------------------------------------

    def _read_run(self, number: int) -> int:
        tokens = self.tokens
        if tokens.folded[number] in self.vocabulary.capital_stops:
            return self._past_brand(number)
        if self._goes_on_letters(number):
            return number + 1
        if (alias := self.others.known_as(number)) is not None:
            self.drafts.append(alias)
            return alias.end
        if known := self.aliases.known_alias(number):
            acts = known.listed or self.positions.acts_after(known.end) or self.positions.is_agent(number)
            known.listed = acts and self.positions.of(number, self._before) != "modifier"
            self.drafts.append(known)
            return known.end
        end = tokens.run(number)
        start = self._past_opening(number, end)
        if start == end:
            return number + 1
        if start != number:
            return start
        position = self.positions.of(start, self._before)
        if position == "none":
            return end
        if self._is_quoted(start):
            self.drafts.append(self.actors.outlet(start, end))
            return end
        numbered = tokens.word(end).isdigit() and tokens.follows(end)
        if group := self.counted.read(start, self.drafts):
            self.drafts.append(group)
            return end
        if not numbered and self.settings.is_land(start, end, position, self._before):
            return self._chain(self.settings.cued(self.places.from_run(start, end), self._before))
        if end - start > 1 and tokens.folded[start] in self.vocabulary.things:
            return end
        if bracketed := self.aliases.from_bracketed_run(start, end, position):
            self.drafts.append(bracketed)
            return self.explained.describe(bracketed, max(end, self.others.past_any(end)))
        if not self.persons.is_known(start, end) and (body := self.explained.from_run(start, end, position)):
            self.drafts.append(body)
            return body.until
        if person := self.persons.from_run(start, end, self._before):
            self.drafts.append(person)
            return self._described(person) if person.kind == "person" else end
        return self._cut(start, end)

    def _goes_on_letters(self, number: int) -> bool:
        """Whether a capital goes on a degree or the name of a product (`M.Ed`, `3D Trasar`)."""
        tokens, before = self.tokens, self.tokens.word(number - 1)
        if tokens.gap(number) == ".":
            return len(before) <= _LONGEST_DEGREE and tokens.capital[number - 1]
        return tokens.follows(number) and before[:1].isdigit() and before[-1:].isalpha()

    def _past_brand(self, number: int) -> int:
        """The word after the name of a service or machine (`TikTok Shop`)."""
        tokens, following = self.tokens, number + 1
        if tokens.folded[number] not in self.vocabulary.brands or not tokens.capital_follows(following):
            return following
        end = tokens.run(following)
        free = self.phrases.read(following) is None and not self.persons.is_known(following, end)
        return following + 1 if free and tokens.match(following) is None else following

    def _first_capital(self, phrase: Phrase) -> int:
        tokens = self.tokens
        inside = range(phrase.head_end, phrase.core_end)
        return next((n for n in inside if tokens.capital[n] or tokens.folded[n] in ("al", "el")), phrase.core_end - 1)

    def _is_quoted(self, number: int) -> bool:
        """Whether an outlet is quoted here: `dilansir dari X`, `mengutip X`."""
        tokens, before = self.tokens, number - 1
        while before > number - 4 and tokens.word(before) in self.vocabulary.quoting_links:
            before -= 1
        return tokens.word(before) in self.vocabulary.quoting

    def _past_opening(self, number: int, end: int) -> int:
        """Leave out a common word whose capital only opens the sentence."""
        tokens = self.tokens
        if not tokens.opens(number):
            return number
        word = tokens.folded[number]
        common = (
            tokens.is_stop(number)
            or word.endswith("nya")
            or word in self.vocabulary.papers
            or word in self.vocabulary.heads
            or word in self.vocabulary.doing
            or tokens.lowers(number)
        )
        if common:
            return number + 1
        alone = end == number + 1 and not tokens.is_upper(number)
        known = self.persons.is_known(number, end) or self.persons.opens_as_speaker(number, end)
        if alone and not (known or self.explained.is_explained(end)):
            return number + 1
        return number

    def _cut(self, number: int, end: int) -> int:
        """Where to go on in a run that named nobody: at the next word that a list knows, or behind it."""
        ranks, known = self.vocabulary.ranks, self.vocabulary.in_full
        folded, match = self.tokens.folded, self.tokens.match
        # `SPPG Polda Aceh`: the body has its place with it.
        return next((n for n in range(number + 1, end) if match(n) or folded[n] in ranks or folded[n] in known), end)
