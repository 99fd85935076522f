"""Whom a pause binds where no rule has named a side: the two whose fighting or talks the text tells beside it.

`Pertempuran antara A dan B berhenti setelah P berlaku`, `Meriam A dan B bungkam menyusul P`,
`P mulai berlaku. Perundingan antara A dan B itu …`, `A dan B tidak membantah kabar tentang P`.
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.drafts import FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import SIDES
from ceasefire_id.scope.pairs import are_apart, are_kin, is_side, pair_from
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import EventWords, ScopeWords

__all__ = ["OpponentReader"]

#: how far behind its noun a pair begins, lengths and places between, in words
_NEAR: Final = 5
#: before fighting that goes on, whatever pause there is
_STILL: Final = frozenset(("masih", "tetap", "terus"))
#: `daerah di mana A dan B bertempur` says which one is meant
_WHERE: Final = frozenset(("mana", "tempat", "yang"))
_WITH: Final = frozenset(("dengan", "melawan", "lawan", "versus"))


class OpponentReader:
    """Adds facts of `parties`; must be read when all other rules have named the sides."""

    def __init__(self, words: ScopeWords, events: EventWords) -> None:
        self._words = words.who
        self._arms = events.words["arms"]
        self._silent = events.words["silent"]
        self._nouns = self._words["wars"] | self._words["talks"] | self._arms | self._words["fight"]
        self._attacks = events.words["attack"]
        #: verbs whose doers stand outside
        self._outside = frozenset(
            verb
            for verb, voices in events.verbs.items()
            if voices[0].type in ("demanded", "brokered", "announced") and voices[0].voice in ("active", "pronoun")
        )

    def read(self, ground: Ground, phrases: list[Phrase], told: Told) -> None:
        """Add the opponents to the first pause that is nobody's own, where no side is known."""
        if any(fact.slot == "parties" and fact.actor is not None for fact in told.facts):
            return
        named = [p for p in phrases if p.kind is not None and not p.sepihak]
        if not named or len(named) != len([p for p in phrases if p.kind is not None]):
            return
        # Each noun is looked at once, not once a phrase.
        fights = [(n, pair) for n in ground.words.numbers(self._nouns) if (pair := self._fighting(ground, n))]
        fights = fights or [
            (n, pair) for n in ground.words.numbers(self._attacks) if (pair := self._attacking(ground, n))
        ]
        for phrase in named:
            if pair := self._beside(ground, phrase, fights):
                told.facts += [FactDraft("parties", phrase, one.span, "opponents", actor=one) for one in pair]
                return

    def _beside(
        self, ground: Ground, phrase: Phrase, fights: list[tuple[int, list[ActorMention]]]
    ) -> list[ActorMention]:
        """The pair of the pause's sentence, else of the one after or before."""
        sentence = ground.sentence(phrase.first)
        around = [sentence]
        if sentence.stop < len(ground.words):
            around.append(ground.sentence(sentence.stop))
        if sentence.start > 0:
            around.append(ground.sentence(sentence.start - 1))
        for part in around:
            after = part.start >= sentence.stop
            for number, pair in fights:
                # `P berlaku. A dan B bertempur lagi`: what is done after it says not whose it is
                if number in part and not (after and self._is_deed(ground.word(number))):
                    return pair
        return self._doing(ground, sentence, phrase)

    def _is_deed(self, word: str) -> bool:
        return word == "saling" or word in self._words["fight"] or word in self._attacks

    def _fighting(self, ground: Ground, noun: int) -> list[ActorMention]:
        """`pertempuran (sengit) antara A dan B`, `perundingan A dan B`, `meriam A dan B bungkam`."""
        word = ground.word(noun)
        if word == "saling" or word in self._words["fight"]:
            return self._at_each_other(ground, noun)
        war = word in self._words["wars"]
        if not (war or word in self._words["talks"] or word in self._arms):
            return []
        pair = self._pair_behind(ground, noun)
        if not pair or war:
            return pair
        after = ground.after(pair[-1])
        if word in self._arms:
            return pair if ground.word(after) in self._silent else []
        # `pembicaraan A dan B tentang pajak` has another matter
        return [] if ground.word(after) in self._words["for"] else pair

    def _at_each_other(self, ground: Ground, verb: int) -> list[ActorMention]:
        """`A dan B (sudah lama) berperang`, `A bertempur dengan B`: two who fight with each other."""
        if ground.word(verb) == "saling":
            # `A dan B (tidak lagi) saling menyerang`
            inner = ground.syntax.verb_after(verb)
            if inner != verb + 1 or ground.word(inner) not in self._attacks:
                return []
            if ground.word(verb - 1) in _STILL:
                return []
            verb = inner
        elif not (ground.syntax.is_verb(verb) and ground.mood(verb).real):
            return []
        doer = ground.subject(verb)
        if doer is None or not is_side(doer) or ground.word(ground.first_of(doer) - 1) in _WHERE:
            return []
        joined = ground.coordinated(doer)
        if len(joined) == 1 and ground.word(verb + 1) in _WITH and (other := ground.at(ActorMention, verb + 2)):
            joined = [doer, other]
        return joined if len(joined) == 2 and is_side(joined[1]) and are_apart(*joined) else []

    def _attacking(self, ground: Ground, verb: int) -> list[ActorMention]:
        """`A menyerang B`: who attacks, and who is attacked."""
        other = ground.at(ActorMention, verb + 1)
        if other is None or not is_side(other) or not ground.syntax.is_verb(verb) or not ground.mood(verb).real:
            return []
        doer = ground.subject(verb)
        if doer is None or not is_side(doer) or len(ground.coordinated(other)) > 1:
            return []
        return [doer, other] if len(ground.coordinated(doer)) == 1 and are_apart(doer, other) else []

    def _pair_behind(self, ground: Ground, noun: int) -> list[ActorMention]:
        for number in range(noun + 1, min(noun + 1 + _NEAR, ground.sentence(noun).stop)):
            if ground.marked(number, ",;:") or ground.syntax.is_verb(number):
                return []
            if (first := ground.at(ActorMention, number)) is not None:
                pair = pair_from(ground, first) or self._hyphened(ground, first)
                return pair if pair and not are_kin(*pair) else []
        return []

    def _hyphened(self, ground: Ground, first: ActorMention) -> list[ActorMention]:
        """`Perang A-B`."""
        after = ground.after(first)
        other = ground.at(ActorMention, after) if ground.gap(after).strip() in ("-", "–") else None
        return [first, other] if other is not None and is_side(first) and is_side(other) else []

    def _doing(self, ground: Ground, sentence: range, phrase: Phrase) -> list[ActorMention]:
        """`A dan B tidak membantah kabar tentang P`: two that open the sentence and are no outsiders."""
        first = ground.at(ActorMention, sentence.start)
        if first is None or len(ground.coordinated(first)) != 2 or first.kind not in SIDES:
            return []
        pair = pair_from(ground, first)
        verb = ground.syntax.verb_after(ground.after(pair[-1]) - 1) if pair else None
        if verb is None or verb not in sentence or verb > phrase.first or are_kin(*pair):
            return []
        return [] if ground.word(verb) in self._outside | self._words["watches"] else pair
