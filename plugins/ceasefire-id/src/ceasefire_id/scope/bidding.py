"""Stops of fighting that somebody asks of both sides, offers for their own fire or orders, where no noun names them.

`K meminta A dan B berhenti menembak` asks for a pause; `K meminta A menghentikan serangan` asks one side for mercy.
"""

from __future__ import annotations

from typing import Final

import attrs

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import MEDIATORS, SIDES
from ceasefire_id.scope.pairs import are_apart, are_kin, both_said_at, is_side
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.representing import side_of
from ceasefire_id.scope.telling import Teller, Told
from ceasefire_id.scope.vocabulary import EventWords, PauseWords, ScopeWords

__all__ = ["BidReader"]

#: how far before a stop it is asked for, in words
_REACH: Final = 16
#: how far back from a stop the other side stands that both are to keep it, in words
_ALIKE: Final = 3
#: words that open what is asked for
_TO: Final = frozenset(("agar", "supaya", "untuk", "kepada"))
#: words that say that all who fight are asked
_ALL: Final = frozenset(("semua", "seluruh", "segenap", "para", "pihak-pihak"))
_FIGHTERS: Final = frozenset(("pihak", "kubu", "kelompok", "faksi", "pasukan", "negara"))


@attrs.frozen
class _Bid:
    """A verb or noun of asking, offering or ordering, who does it, and who is to stop."""

    number: int
    nominal: bool
    actor: ActorMention | None
    to: list[ActorMention]


class BidReader:
    """Reads who bids whom to stop at a verb of stopping."""

    def __init__(self, pauses: PauseWords, words: EventWords, scope: ScopeWords) -> None:
        self._fighting = pauses.traps["fighting"]
        self._asks = frozenset(
            word
            for word, voices in words.verbs.items()
            if any(voice.type == "demanded" and voice.voice == "active" for voice in voices)
        )
        self._orders = scope.who["commands"]
        self._nouns = frozenset(noun for noun, type_ in words.nouns.items() if type_ == "demanded")
        self._both = scope.who["both"]
        self._own_men = scope.who["own_men"]
        self._proposes = scope.who["offers"]
        self._alike = scope.who["at_once"]
        self._possessed = scope.who["possessed"] | {"oleh"}

    def is_bid(self, ground: Ground, number: int) -> bool:
        """Whether a stop at a word is asked of both sides or offered by one."""
        bid = self._bid(ground, number)
        if bid is None or ground.word(bid.number) in self._orders:
            return False
        if self._is_mutual(bid.to) or self._is_own(ground, bid, number):
            return True
        asked_of_all = any(self._is_all(ground, n) for n in range(bid.number + 1, number))
        return asked_of_all and ground.document.has(self._fighting)

    def troops(self, ground: Ground, number: int) -> list[ActorMention]:
        """`memerintahkan pasukan A menghentikan operasi`: who is ordered to stop at a word, or who orders their own."""
        bid = self._bid(ground, number)
        if bid is None or bid.nominal or ground.word(bid.number) not in self._orders:
            return []
        named = [one for one in bid.to if is_side(one) and not one.name.endswith("nya")]
        if named or bid.actor is None:
            return named
        return [bid.actor] if bid.actor.kind in SIDES or self._commands_own(ground, bid, number) else []

    def _commands_own(self, ground: Ground, bid: _Bid, number: int) -> bool:
        """`Komandan G X memerintahkan anak buahnya …`: whether a leader of somebody armed orders their own men."""
        own = any(ground.word(n) in self._own_men for n in range(bid.number + 1, number))
        return own and bid.actor is not None and side_of(ground, bid.actor).kind in ("armed_group", "military")

    def tell(self, ground: Ground, phrase: Phrase, teller: Teller, told: Told) -> None:
        """Add that a stop is asked for, and of whom."""
        bid = self._bid(ground, phrase.first)
        if bid is None:
            return
        phrase.wanted = True
        span = ground.span(bid.number, bid.number + 1)
        if bid.nominal:
            verb = ground.syntax.verb_before(bid.number)
            if verb is None or ground.word(verb) not in self._asks:
                told.events.append(EventDraft("demanded", phrase, span, "bid", actor=bid.actor, duration=phrase.length))
        elif not any(event.span == span for event in told.events):
            teller.add(bid.number, phrase, "demanded", bid.actor, inner=phrase.first)
        sides = bid.to if self._is_mutual(bid.to) else [bid.actor] if self._is_own(ground, bid, phrase.first) else []
        told.facts += [FactDraft("parties", phrase, side.span, "bid", actor=side) for side in sides if side is not None]
        proposer = bid.actor if len(sides) > 1 and ground.word(bid.number) in self._proposes else None
        if proposer is not None and proposer.kind in MEDIATORS and not any(are_kin(proposer, side) for side in bid.to):
            told.facts.append(FactDraft("brokers", phrase, proposer.span, "bid", actor=proposer))

    # ---- parts -----------------------------------------------------------------------------------------------------

    def _bid(self, ground: Ground, number: int) -> _Bid | None:
        """The bid nearest before a stop, nothing done between the two."""
        start = max(ground.sentence(number).start, number - _REACH)
        for before in range(number - 1, start - 1, -1):
            word = ground.word(before)
            if ground.marked(before + 1, ",;:") and ground.at(ActorMention, before + 1) is None:
                return None
            verb = word in self._asks or word in self._orders
            if verb and ground.syntax.is_verb(before):
                mood = ground.mood(before)
                actor = ground.subject(before)
                told = not (mood.negated or mood.hypothetical)
                return _Bid(before, False, actor, self._between(ground, before + 1, number)) if told else None
            if word in self._nouns:
                return self._of_noun(ground, before, number)
            if ground.syntax.is_verb(before):
                return None
        return None

    def _of_noun(self, ground: Ground, noun: int, number: int) -> _Bid | None:
        """`tawaran A untuk menahan tembakan`, `seruan K agar A dan B berhenti menembak`."""
        opened = next((n for n in range(noun + 1, number) if ground.word(n) in _TO), None)
        if opened is None:
            return None
        owner = ground.at(ActorMention, noun + 1 + (ground.word(noun + 1) in self._possessed | {"dari"}))
        verb = ground.syntax.verb_before(noun)
        if owner is None and verb is not None and noun - verb <= _ALIKE:
            owner = ground.subject(verb)
        return _Bid(noun, True, owner, self._between(ground, opened + 1, number))

    def _between(self, ground: Ground, first: int, end: int) -> list[ActorMention]:
        """Those who are named between a bid and what they are to do."""
        named = [one for one in ground.among(ActorMention, first, end) if ground.after(one) <= end]
        named = [one for one in named if one.kind in SIDES or one.kind == "person"]
        return ground.coordinated(named[0]) if named else []

    def _is_all(self, ground: Ground, number: int) -> bool:
        """`kedua kubu`, `semua pihak`, `pihak-pihak yang bertikai`."""
        if both_said_at(ground, number, self._both):
            return True
        return ground.word(number) in _ALL and (ground.word(number + 1) in _FIGHTERS or "-" in ground.word(number))

    def _is_mutual(self, to: list[ActorMention]) -> bool:
        """Whether two who are of no one side are to stop."""
        return len(to) > 1 and are_apart(to[0], to[1])

    def _is_own(self, ground: Ground, bid: _Bid, number: int) -> bool:
        """`A menawarkan (untuk) menahan tembakan`, `tawaran A untuk …`: an offer of one's own fire."""
        offered = ground.word(bid.number) in self._proposes | {"tawaran", "usul", "usulan"}
        near = bid.nominal or number - bid.number <= _ALIKE
        actor = bid.actor
        return offered and near and not bid.to and is_side(actor) and actor is not None and actor.kind != "organisation"
