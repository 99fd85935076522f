"""Sayings of being covered or left out: `Z menunggu giliran`, `G bebas dari ikatan`, `satuan di Z wajib patuh`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.gathered import Gathered
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.predication import Predicate, PredicateReader
from ceasefire_id.scope.scoping import RULES, ScopeMaker
from ceasefire_id.scope.vocabulary import Saying, ScopeWords

__all__ = ["StandingReader"]

_IS: Final = frozenset(("adalah", "ialah", "yakni", "yaitu", "hanya", "hanyalah", "cuma", "baru", "antara", "tinggal"))
_THESE: Final = frozenset(("itu", "ini", "tersebut", "tadi"))
#: what may follow a saying in its clause
_FOLLOWS: Final = frozenset(
    ("saja", "pula", "juga", "dulu", "lagi", "sementara", "selama", "sampai", "hingga", "sejak", "begitu", "seperti")
) | frozenset(
    (
        "untuk",
        "agar",
        "sebelum",
        "dengan",
        "tanpa",
        "secara",
        "apa",
        "mana",
        "satu",
        "sepenuhnya",
        "penuh",
        "di",
        "bagi",
        "yang",
    )
)


class StandingReader:
    """Reads the members of which a saying tells that a pause covers them or not."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker, predicates: PredicateReader) -> None:
        self._words = words
        self._maker = maker
        self._predicates = predicates
        self.cues = frozenset(words.sayings)

    def at(self, ground: Ground, arguments: Arguments, cue: int, known: Gathered) -> list[ScopeDraft]:
        """The members at a cue."""
        for saying in self._words.sayings[ground.word(cue)]:
            first = cue - saying.key
            if self._is_said(ground, first, saying) and (found := self._told(ground, arguments, first, saying, known)):
                return found
        return []

    def _is_said(self, ground: Ground, first: int, saying: Saying) -> bool:
        """Whether all words of a saying stand there, no mark between."""
        number = first
        for words in saying.words:
            if ground.word(number) not in words or not (number == first or ground.adjoins(number)):
                return False
            number += 1
        return True

    def _told(
        self, ground: Ground, arguments: Arguments, first: int, saying: Saying, known: Gathered
    ) -> list[ScopeDraft]:
        name, predicate = saying.says, self._predicates.at(ground, first)
        negated = predicate.negated or self._maker.is_negated(ground, first)
        if negated and "lagi" in (ground.word(first - 1), ground.word(first - 2)):
            # `tidak lagi terikat`: who withdraws was in it
            return []
        if negated if name == "out" else name in ("denied", "unbound") and not negated:
            return []
        include = not negated and name in ("in", "obeys")
        phrase, after = self._pause_of(ground, arguments, first, saying, known)
        if phrase is None or after < 0 or self._is_left_open(ground, predicate, include):
            return []
        drafts = self._members(ground, phrase, predicate, after, include=include)
        if name == "obeys" and include:
            return [d for d in drafts if d.region is not None and d.region.kind != "country"]
        if name == "denied":
            return [d for d in drafts if d.actor is not None and d.actor.kind == "armed_group"]
        return [d for d in drafts if d.actor is None or _can_be_left_out(d.actor)]

    def _members(
        self, ground: Ground, phrase: Phrase, predicate: Predicate, after: int, *, include: bool
    ) -> list[ScopeDraft]:
        rule, cue = "included" if include else "not-included", predicate.cue
        opens = predicate.relative or predicate.first == ground.sentence(cue).start
        if opens and (ground.word(after) in _IS or ":" in ground.gap(after)):
            # `Yang menunggu giliran ialah Z`
            start = after + (ground.word(after) in _IS)
            return self._maker.after(ground, phrase, start, cue, include=include, rule=rule, actors=True)
        if predicate.relative:
            return []
        end = self._predicates.shared_subject_end(ground, predicate.first)
        return self._maker.before(ground, phrase, end, cue, include=include, rule=rule)

    def _pause_of(
        self, ground: Ground, arguments: Arguments, first: int, saying: Saying, known: Gathered
    ) -> tuple[Phrase | None, int]:
        """The pause that a saying is about, and the word behind its complement; `-1` where it goes on otherwise."""
        member, after = self._words.member, first + len(saying.words)
        if isinstance(time := ground.named_at(after - 1) or ground.named_at(after), TimeMention):
            # `menyusul (pekan depan)`
            after = ground.after(time)
        while ground.word(after) in member["light"] and ground.adjoins(after):
            after += 1
        if (held := arguments.holding(after)) and ground.adjoins(after):
            return held, held.stop
        if ground.word(after) in member["deals"] and ground.adjoins(after):
            after += 1
        if (held := arguments.holding(after)) and ground.adjoins(after):
            return held, held.stop
        after += ground.word(after) in _THESE
        closed = after >= len(ground.words) or bool(ground.gap(after).strip(' \u00a0"“”'))
        follows = self._words.adjunct["terminators"] | member["closing"] | _FOLLOWS | _IS
        if not (closed or ground.word(after) in follows or ground.word(after).startswith("se")):
            # `masih medan (perang)`: a word more
            after += 1
            if saying.says != "out" or ground.syntax.is_verb(after - 1) or ground.adjoins(after):
                return None, -1
        return self._predicates.meant(ground, arguments, first, known, reach=2), after

    def _is_left_open(self, ground: Ground, predicate: Predicate, include: bool) -> bool:
        """A question, a wish, or something yet to come."""
        if self._maker.is_open(ground, predicate.cue):
            ground.document.drop(f"{RULES}:saying", ground.span(predicate.cue, predicate.cue + 1), "left open")
            return True
        outer = ground.syntax.verb_before(predicate.first)
        if outer is not None and ground.word(outer) in self._words.subject["wishing"]:
            return True
        before = {ground.word(number) for number in range(predicate.first, predicate.cue)}
        return include and bool(before & {"akan", "bakal", "semula", "pernah"})


def _can_be_left_out(actor: ActorMention) -> bool:
    """Whether a pause can leave an actor out: no state without words for its land, and nobody who has no name."""
    return actor.kind != "state" and (actor.kind != "person" or actor.name[:1].isupper())
