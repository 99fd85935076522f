"""Names that lists know, in their words: whether they go on, and whether a state or capital acts or is land."""

from __future__ import annotations

from typing import Final

from ceasefire_id.names.drafts import ActorDraft, Draft, PlaceDraft, Position
from ceasefire_id.names.gazetteer import Match
from ceasefire_id.names.persons import PersonReader
from ceasefire_id.names.places import PlaceReader
from ceasefire_id.names.position import Positions
from ceasefire_id.names.reading import PhraseReader
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["KnownNames"]

#: so many words before the name may tell of a way between two places
_WAY = 4

#: words beside a state that join it to another, or say that it stands towards one
_JOINED: Final = frozenset(("dan", "serta", "dengan", "maupun"))
_TOWARDS_STATE: Final = frozenset(("antara", "oleh", "terhadap", "melawan", "kepada", "bagi"))

#: kinds of bodies that have branches in states
_BRANCHING: Final = frozenset(("organisation", "monitor", "media"))


class KnownNames:
    """Answers about a name found in the lists; `before` is the last draft to its left."""

    def __init__(
        self,
        tokens: Tokens,
        vocabulary: Vocabulary,
        positions: Positions,
        phrases: PhraseReader,
        persons: PersonReader,
        places: PlaceReader,
    ) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.positions = positions
        self.phrases = phrases
        self.persons = persons
        self.places = places
        #: abbreviations that this text uses for something else
        self._others: set[str] = set()

    def with_wing(self, match: Match) -> Match:
        """`SPLM-IO`, `Amnesty International Indonesia`: what goes on the name of a body."""
        tokens, end = self.tokens, match.end
        body = match.sense("actor")
        if body and body.kind in _BRANCHING and tokens.follows(end):
            branch = tokens.match(end)
            return Match(match.first, branch.end, match.senses) if branch and branch.sense("state") else match
        while tokens.gap(end) == "-" and end < tokens.size and tokens.is_upper(end) and not tokens.match(end):
            end += 1
        return Match(match.first, end, match.senses) if end > match.end and tokens.is_upper(match.end - 1) else match

    def longer_than_outlet(self, match: Match) -> int:
        """Where a name ends that only begins like an outlet's (`Bloomberg Index`); zero where none does."""
        tokens, end = self.tokens, match.end
        if not tokens.capital_follows(end) or end in tokens.timed or tokens.match(end) or self.phrases.read(end):
            return 0
        barred = tokens.folded[end] in self.vocabulary.capital_stops or self.persons.is_known(end, tokens.run(end))
        return 0 if barred else tokens.run(end)

    def is_other(self, match: Match) -> bool:
        """Whether the text explains an abbreviation by common nouns (`pajak bumi dan bangunan (PBB)`)."""
        tokens = self.tokens
        if match.end > match.first + 1 or not tokens.is_upper(match.first):
            return False
        shown = tokens.shown(match.first, match.end)
        if tokens.gap(match.first) == " (" and shown.isupper() and shown.isalpha():
            before = [n for n in range(match.first - len(shown) - 1, match.first) if tokens.word(n) not in ("", "dan")]
            initials = "".join(tokens.word(n)[0] for n in before[-len(shown) :])
            if initials == shown.casefold() and not any(tokens.capital[n] for n in before[-len(shown) :]):
                self._others.add(shown)
        return shown in self._others

    def event_end(self, match: Match) -> int:
        """Where the name of an event ends that begins with a place (`Berlin Film Festival`); zero where none does."""
        tokens = self.tokens
        if not tokens.capital_follows(match.end):
            return 0
        end = tokens.run(match.first)
        inside = tokens.folded[match.end : end]
        return 0 if self.vocabulary.event_words.isdisjoint(inside) else end

    def tells_where(self, match: Match, before: Draft | None) -> bool:
        """Whether a state between commas says where what stands before it is (`Coventry University, Inggris,`)."""
        tokens = self.tokens
        at, end = match.first - 1, match.end
        parted = tokens.gap(match.first) == ", " and tokens.capital[at] and not tokens.opens(at)
        listed = tokens.word(end) in ("dan", "serta") and end + 1 < tokens.size and tokens.capital[end + 1]
        closed = tokens.gap(end)[:1] in (",", ".") and not listed
        unknown = before is not None and before.rule == "body" and not before.listed
        apart = before is None or before.until != match.first or unknown
        return parted and closed and apart and tokens.match(end) is None and at not in tokens.timed

    def is_in_figures(self, match: Match) -> bool:
        """Whether a state only has its figure in a list (`Jepang (8,1%)`, `Turki 33,2 persen`)."""
        tokens, at = self.tokens, match.end
        if not tokens.word(at)[:1].isdigit() or tokens.gap(at) not in (" ", " ("):
            return False
        while tokens.word(at + 1)[:1].isdigit() and tokens.gap(at + 1) in (",", "."):
            at += 1
        return tokens.gap(at + 1)[:1] == "%" or tokens.word(at + 1) == "persen"

    def is_example(self, match: Match) -> bool:
        """Whether a state is only one of many that a word before lists (`lima belas negara, termasuk Jepang`)."""
        tokens, end = self.tokens, match.end
        if tokens.word(match.first - 1) == "menghubungkan":
            return True
        if tokens.word(match.first - 1) not in self.vocabulary.listing:
            return False
        while other := self._next_in_list(end):
            end = other
        # `negara seperti Kuwait, Iran, dan Rusia ingin ...`
        follows = tokens.word(end) == "yang" or (
            tokens.follows(end) and tokens.word(end) in self.vocabulary.auxiliaries
        )
        return not (follows or self.positions.acts_after(end))

    def _next_in_list(self, end: int) -> int:
        """Where the next state of a list ends; zero where the list does."""
        tokens, at = self.tokens, end
        if tokens.word(at) in ("dan", "serta", "hingga", "maupun", "atau"):
            at += 1
        listed = at > end or tokens.gap(at) == ", "
        match = tokens.match(at) if listed else None
        return match.end if match and match.sense("state", "actor") else 0

    def is_surely_state(self, match: Match) -> bool:
        """Whether a state that is a person's name as well stands among states, or acts (`Georgia dan Rusia`)."""
        tokens, end = self.tokens, match.end
        if match.sense("state") is None or (tokens.follows(end) and tokens.capital[end]):
            return False
        before = match.first - 1
        if before >= 0 and tokens.follows(match.first) and tokens.capital[before] and not tokens.opens(before):
            # `Ray Georgia`; `Presiden Georgia` is told by its office
            return False
        joined = tokens.word(end) in _JOINED and tokens.follows(end)
        for gap, other in ((tokens.gap(end), end), (tokens.gap(match.first), before)):
            # `Rusia-Georgia`
            joined = joined or (gap in ("-", "–") and other >= 0 and tokens.capital[other])
        beside = before >= 0 and tokens.word(before) in _JOINED | _TOWARDS_STATE and tokens.follows(match.first)
        return joined or beside or self.positions.acts_after(end)

    def is_of_body(self, match: Match) -> bool:
        """Whether a place closes the name of a body that no list knows (`Politeknik Pelayaran Sorong`)."""
        tokens, at = self.tokens, match.first - 1
        gap = tokens.gap(match.first)
        if gap == ") " and tokens.gap(at) == " (" and at > 0 and tokens.capital[at - 1]:
            # `Universitas 17 Agustus (Untag) Surabaya`
            return True
        if gap != " " or not tokens.capital[at] or tokens.opens(at) or at in tokens.timed:
            return False
        while at > 0 and tokens.capital[at - 1] and tokens.follows(at):
            at -= 1
        words = tokens.folded[at : match.first]
        grounds = self.vocabulary.ground_words.isdisjoint(words)
        lands = all(word not in self.vocabulary.place_words for word in words)
        return grounds and lands and tokens.match(at) is None and not self.persons.is_known(at, match.first)

    def acts_elsewhere(self, match: Match, before: Draft | None) -> bool:
        """Whether a comma after a place opens a subject: `Di Kiev, Kremlin membantah`, not `Di Havana, Kuba`."""
        inside = isinstance(before, PlaceDraft) and {s.country for s in before.senses} & {
            s.country for s in match.senses
        }
        return not inside and self.positions.acts_after(match.end)

    def acts(self, match: Match, position: Position, before: Draft | None) -> bool:
        """Whether a state or capital is spoken of as one who acts."""
        tokens = self.tokens
        following = tokens.word(match.end)
        if position == "place":
            return False
        if match.sense("state") and self.places.direction_end(match.end) > match.end:
            return False
        if match.sense("state"):
            return True
        if tokens.word(match.first - 1) == "pada" or tokens.word(match.first - 1) in self.vocabulary.striking:
            return False
        if self.places.direction_end(match.end) > match.end or tokens.word(match.end) in ("ibu", "ibukota", "kota"):
            return False
        if self._closes_apposition(match, before) or self._is_land(match):
            return False
        if not self.vocabulary.home.isdisjoint(tokens.folded[match.first : match.end]) and position == "free":
            speaks = self.positions.says_after(match.end) or self.positions.is_agent(match.first, addressed=False)
            return speaks or self._is_among_states(match, before)
        if position in ("modifier", "none"):
            return position == "modifier" and match.sense("place") is None
        coordinated = following in ("dan", "serta") or tokens.gap(match.end) == ", "
        other = tokens.match(match.end + (following in ("dan", "serta"))) if coordinated else None
        return not (other and other.sense("place") and not other.sense("state", "capital", "actor"))

    def _is_land(self, match: Match) -> bool:
        """Whether the words before a capital say that it is ground (`di ibu kota, X`, `hilir mudik antara X dan Y`)."""
        tokens, before = self.tokens, self.tokens.word(match.first - 1)
        if tokens.gap(match.first) == ", " and before in ("kota", "ibukota"):
            return True
        if not tokens.follows(match.first) or self.positions.acts_after(match.end):
            return False
        words = frozenset(tokens.folded[max(match.first - _WAY, 0) : match.first - 1])
        return before in self.vocabulary.ranging or (before == "antara" and not self.vocabulary.ways.isdisjoint(words))

    def _closes_apposition(self, match: Match, before: Draft | None) -> bool:
        """Whether a capital says where what stands before the comma is (`Kantor Pos Besar, London.`)."""
        tokens = self.tokens
        if tokens.gap(match.first) != ", " or not tokens.capital[match.first - 1]:
            return False
        return not self._is_among_states(match, before) and tokens.gap(match.end)[:1] in (",", ".", "")

    def _is_among_states(self, match: Match, before: Draft | None) -> bool:
        """Whether a state stands beside a capital (`Beijing, Jakarta`, `Canberra dan Jakarta`)."""
        return isinstance(before, ActorDraft) and match.first - before.end in (0, 1) and before.kind == "state"
