"""Places that no list knows, in news of a pause: told by their company, by what explains them and what is said of them.

`di Goma, K, dan Bukavu`, `K, kota pelabuhan, …`, `jeda itu tidak meliputi K`, `K tidak tercakup`: whoever writes so of
an unknown name means a place. Elsewhere the same forms name wares, clubs and people, so nothing is read there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from ceasefire_id.names.drafts import ActorDraft, Draft, PlaceDraft
from ceasefire_id.names.placelike import Placelike
from ceasefire_id.names.places import PlaceReader
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["Company"]

_AND: Final = frozenset(("dan", "serta", "maupun", "hingga", "sampai", "atau"))
#: words between `dan` and the next name of a list
_BETWEEN: Final = frozenset(
    ("di", "kota", "desa", "distrik", "sebagian", "provinsi", "kabupaten", "juga", "ke", "daerah")
)
_QUARTERS: Final = frozenset(("utara", "selatan", "barat", "timur", "tengah", "hulu", "hilir", "pesisir", "tenggara"))
_BOUNDS: Final = frozenset(("mulai", "dari", "sampai", "hingga", "antara"))
_COUNTS: Final = frozenset(("dua", "tiga", "empat", "sebuah", "kedua", "ketiga"))
#: how many words stand between two names of a list, and between a name and what is said of it
_GLUE, _SAID = 3, 5


@attrs.define
class _Run:
    """Capitals that nobody has read."""

    first: int
    end: int
    #: as whose name the scan has taken them
    person: ActorDraft | None = None
    placed: bool = False


class Company:
    """Adds the places that a scan could not tell."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, placelike: Placelike, places: PlaceReader) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.placelike = placelike
        self.places = places

    def complete(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts with those of places told by their company, in the order of the text."""
        if self.vocabulary.pauses.isdisjoint(self.tokens.document.words.index):
            return drafts
        runs = list(self._runs(drafts))
        if not runs:
            return drafts
        starts = {draft.first: draft for draft in drafts if isinstance(draft, PlaceDraft)}
        ends = {draft.end for draft in starts.values()}
        for run in runs:
            run.placed = self._is_told(run)
        by_start, by_end = {run.first: run for run in runs}, {run.end: run for run in runs}
        for _ in range(2):
            for run in (*runs, *reversed(runs)):
                run.placed = run.placed or self._is_listed(run, starts, ends, by_start, by_end)
        found = [self._draft(run) for run in runs if run.placed]
        mistaken = {id(run.person) for run in runs if run.placed}
        kept = [draft for draft in drafts if id(draft) not in mistaken]
        return sorted([*kept, *found], key=lambda draft: draft.first) if found else drafts

    def _runs(self, drafts: list[Draft]) -> Iterator[_Run]:
        """Capitals that no draft covers and that may name a place."""
        tokens = self.tokens
        guessed = {draft.first: draft for draft in drafts if isinstance(draft, ActorDraft) and self._is_guess(draft)}
        read = (draft for draft in drafts if draft.first not in guessed)
        covered = {number for draft in read for number in range(draft.first, draft.until)}
        taken = covered | tokens.timed
        at = 0
        for number in range(tokens.size):
            free = tokens.capital[number] and number >= at and number not in taken
            if not free or tokens.starts[number] < tokens.dateline_end:
                continue
            end = tokens.run(number)
            end = next((n for n in range(number + 1, end) if n in covered), end)
            at = end
            word = tokens.folded[number]
            barred = tokens.is_stop(number) or word in self.vocabulary.capital_stops or word in self.vocabulary.titular
            if barred or self.vocabulary.is_common(word) or (tokens.opens(number) and tokens.lowers(number)):
                continue
            if tokens.capital[number - 1] and tokens.linked(number):
                continue
            person = guessed.get(number)
            if self.placelike.fits(number, end, met=person is not None):
                yield _Run(number, end, person)

    def _is_guess(self, draft: ActorDraft) -> bool:
        """Whether only its form made a name that of a person, and nothing says who that is."""
        return draft.rule == "name" and draft.kind == "person" and draft.office is None and not draft.country

    def _draft(self, run: _Run) -> PlaceDraft:
        draft = self.places.from_run(run.first, run.end)
        draft.rule = "company"
        head = self._explaining(run.end)
        if head and self.tokens.word(run.end) not in _COUNTS:
            draft.kind = head
        return draft

    # ---- lists ---------------------------------------------------------------------------------------------------

    def _is_listed(
        self,
        run: _Run,
        starts: dict[int, PlaceDraft],
        ends: set[int],
        by_start: dict[int, _Run],
        by_end: dict[int, _Run],
    ) -> bool:
        """Whether it stands in a list of places: three at least, or two that `dan` joins behind a preposition."""
        after, joined_after = self._next(run.end)
        before, joined_before = self._previous(run.first)
        following = after in starts or (after in by_start and by_start[after].placed)
        preceding = before in ends or (before in by_end and by_end[before].placed)
        if not (following or preceding):
            return False
        long = after > 0 and before > 0
        if self._is_fronted(run, before if preceding else -1):
            return False
        if run.person is not None:
            # What looks like a person's name is a place only in the midst of places.
            third = (long or joined_before) and self._is_third(before, ends, by_end)
            return preceding and (third or (following and long))
        if following and not joined_after and not long:
            # `K, L`: the second says where the first lies; `K, L, dan M` is a list
            return self._goes_on(after, starts, by_start)
        return long or joined_after or joined_before or self._goes_on(run.first, starts, by_start)

    def _is_third(self, before: int, ends: set[int], by_end: dict[int, _Run]) -> bool:
        """Whether a place stands before the one that ends at a word, too."""
        first = next((n for n in range(before - 1, max(before - _GLUE, 0), -1) if self._previous(n)[0] > 0), -1)
        other = self._previous(first)[0] if first > 0 else -1
        return other in ends or (other in by_end and by_end[other].placed)

    def _goes_on(self, first: int, starts: dict[int, PlaceDraft], by_start: dict[int, _Run]) -> bool:
        """Whether another name of a list stands behind the one that begins at a word."""
        item = starts.get(first) or by_start.get(first)
        return item is not None and self._next(item.end)[0] in starts.keys() | by_start.keys()

    def _is_fronted(self, run: _Run, before: int) -> bool:
        """`Di Z, K dan L menandatangani P`: the place in front says where others act."""
        tokens = self.tokens
        if before != run.first:
            return False
        end = run.end
        while (following := self._next(end))[0] > 0 and tokens.capital[following[0]]:
            end = tokens.run(following[0])
        verb = next((n for n in range(end, min(end + 3, tokens.size)) if n in tokens.verbs), -1)
        return verb > 0 and tokens.follows(end) and tokens.word(verb).startswith("me")

    def _next(self, end: int) -> tuple[int, bool]:
        """Where the next name of a list begins after one that ends here, and whether `dan` stands before it; or -1."""
        tokens, joined = self.tokens, False
        for number in range(end, min(end + _GLUE, tokens.size)):
            mark = tokens.gap(number)
            if mark not in (" ", ", ") or (mark == ", " and number > end):
                return -1, False
            if tokens.capital[number]:
                return (number, joined) if number > end or mark == ", " else (-1, False)
            word = tokens.folded[number]
            joined = joined or word in _AND
            if word not in _AND and not (word in _BETWEEN and number > end):
                return -1, False
        return -1, False

    def _previous(self, first: int) -> tuple[int, bool]:
        """Where the name before in a list ends (the number of the word after it), and whether `dan` follows it."""
        tokens, joined = self.tokens, False
        for number in range(first, max(first - _GLUE, 0), -1):
            mark = tokens.gap(number)
            if mark not in (" ", ", "):
                return -1, False
            if tokens.capital[number - 1]:
                return (number, joined) if number < first or mark == ", " else (-1, False)
            word = tokens.folded[number - 1]
            joined = joined or word in _AND
            if word not in _AND | _BETWEEN:
                return -1, False
        return -1, False

    # ---- what is said of it --------------------------------------------------------------------------------------

    def _is_told(self, run: _Run) -> bool:
        tokens, vocabulary = self.tokens, self.vocabulary
        before = tokens.word(run.first - 1)
        follows = tokens.follows(run.first)
        if before in vocabulary.at and tokens.gap(run.first) == ": ":
            # `Berlaku di: K, L, dan M`
            return True
        if run.person is not None:
            return follows and before in vocabulary.placing
        if follows and (before in vocabulary.holding or before in vocabulary.placing):
            return True
        if before in _BOUNDS and follows and tokens.word(run.end) == "di" and tokens.word(run.end + 1) in _QUARTERS:
            return True
        said = follows and (before in vocabulary.saying or before in vocabulary.said)
        if not said and tokens.gap(run.end) == ", " and self._explaining(run.end):
            return True
        return self._is_held(run)

    def _explaining(self, number: int) -> str:
        """The kind of place that an apposition says (`, kota pelabuhan`, `, dua kantong yang …`), or nothing."""
        tokens = self.tokens
        if tokens.gap(number) != ", ":
            return ""
        number += tokens.word(number) in _COUNTS
        heads = self.vocabulary.heads.by_first.get(tokens.word(number), ())
        kinds = [head.region for head in heads if head.sort in ("place", "place_name") and len(head.words) == 1]
        if not kinds or tokens.capital[number]:
            return ""
        behind = number + 1 < tokens.size and tokens.capital[number + 1] and tokens.follows(number + 1)
        return "" if behind else kinds[0]

    def _is_held(self, run: _Run) -> bool:
        """`K tidak tercakup`, `K dikecualikan`, `K dan L kebagian jeda`: the subject of what is said of a scope."""
        tokens, vocabulary = self.tokens, self.vocabulary
        opens = tokens.opens(run.first) or not tokens.follows(run.first)
        if not opens and tokens.word(run.first - 1) not in (
            "sedangkan",
            "sementara",
            "tetapi",
            "namun",
            "bahwa",
            "dan",
        ):
            return False
        for number in range(run.end, min(run.end + _SAID, tokens.size)):
            if not tokens.follows(number):
                return False
            word = tokens.folded[number]
            if word in vocabulary.held:
                return True
            if word not in vocabulary.auxiliaries and not tokens.is_stop(number):
                return False
        return False
