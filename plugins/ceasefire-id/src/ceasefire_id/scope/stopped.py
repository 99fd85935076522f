"""What stops of fighting tell that no noun names: who stopped, who was ordered to, who makes known that others will."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, FactSlot
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.bidding import BidReader
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import SIDES
from ceasefire_id.scope.pairs import are_apart
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.setting import SettingReader
from ceasefire_id.scope.telling import Teller, Told

__all__ = ["StopTeller", "both_of", "doer_of", "orderer_of"]

_ORDERS: Final = frozenset(("perintah", "instruksi", "titah", "dekret", "maklumat"))


def doer_of(ground: Ground, number: int) -> ActorMention | None:
    """Who stops at a word, where they can fight."""
    subject = ground.subject(number)
    return subject if subject is not None and subject.kind in SIDES else None


def both_of(ground: Ground, number: int) -> list[ActorMention]:
    """`A dan B (berhenti menembak)`: two sides who do it together."""
    doer = doer_of(ground, number)
    joined = [one for one in ground.coordinated(doer) if one.kind in SIDES] if doer is not None else []
    return joined if len(joined) > 1 and are_apart(joined[0], joined[1]) else []


def orderer_of(ground: Ground, number: int) -> ActorMention | None:
    """`perintah X untuk berhenti menembak`: X."""
    actor = ground.before(ActorMention, number - 1)
    if actor is None and ground.word(number - 2) in _ORDERS and ground.syntax.is_verb(number - 3):
        # `D mengeluarkan perintah untuk berhenti menembak`
        return ground.subject(number - 3)
    return actor if actor is not None and ground.word(ground.first_of(actor) - 1) in _ORDERS else None


class StopTeller:
    """Adds the events of stops and whom they bind."""

    def __init__(self, bids: BidReader, acts: frozenset[str], settings: SettingReader) -> None:
        self._bids = bids
        self._acts = acts
        self._settings = settings

    def tell(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add the events of the deeds among the phrases."""
        teller = Teller(ground, self._settings, told)
        for phrase in arguments.phrases:
            if phrase.deed is None:
                if phrase.rule == "stop-verb":
                    self._bind_troops(ground, phrase, told)
            elif phrase.deed == "ordered":
                orderer = orderer_of(ground, phrase.first)
                span = ground.span(phrase.first, phrase.end)
                told.events.append(EventDraft("announced", phrase, span, "ordered", actor=orderer))
            elif phrase.deed == "forsworn":
                self._bind(ground, phrase, told)
            elif phrase.deed == "asked":
                self._bids.tell(ground, phrase, teller, told)
            else:
                self._tell_deed(ground, phrase, phrase.deed, teller, told)

    def _tell_deed(self, ground: Ground, phrase: Phrase, deed: str, teller: Teller, told: Told) -> None:
        """`A menghentikan serangan`, `A dan B tidak lagi saling menyerang`."""
        verb = phrase.first
        if ground.word(verb) == "tidak":
            verb = ground.syntax.verb_after(verb) or verb
        doer = doer_of(ground, verb)
        phrase.wanted = deed == "demanded"
        if deed == "announced" and self._is_made_known(ground, verb, phrase, told):
            return
        teller.add(phrase.first, phrase, deed, doer)
        if phrase.kind is None or doer is None:
            return
        span, both = ground.span(phrase.first, phrase.end), both_of(ground, verb)
        together = any(ground.word(n) == "saling" for n in range(phrase.first, phrase.end))
        slot: FactSlot = "parties" if phrase.wanted or together or both else "declared_by"
        told.facts += [FactDraft(slot, phrase, span, "deed", actor=one) for one in both or [doer]]
        setting = self._settings.read(ground, verb, phrase)
        if setting.since is not None and deed == "started":
            told.facts.append(FactDraft("starts", phrase, span, "since", time=setting.since))

    def _is_made_known(self, ground: Ground, verb: int, phrase: Phrase, told: Told) -> bool:
        """`K mengumumkan bahwa A dan B akan menahan tembakan`: K makes known what binds the two."""
        outer = ground.syntax.verb_before(verb)
        both, actor = both_of(ground, verb), ground.subject(outer) if outer is not None else None
        governed = outer is not None and ground.clause(verb).link == "bahwa" and ground.word(outer) in self._acts
        doer = doer_of(ground, verb)
        if not both and doer is not None and actor is not None and actor.kind == "person":
            # `X mengumumkan bahwa G akan menghentikan serangan`: the leader speaks for the group
            both = [doer]
        if outer is None or not governed or not both or actor is None or actor in both:
            return False
        span, date = ground.span(outer, outer + 1), self._settings.read(ground, outer, phrase).date
        told.events.append(EventDraft("announced", phrase, span, "made-known", actor=actor, date=date))
        told.facts.append(FactDraft("declared_by", phrase, span, "made-known", actor=actor))
        told.facts += [FactDraft("parties", phrase, one.span, "made-known", actor=one) for one in both]
        setting = self._settings.read(ground, verb, phrase)
        if (first := setting.since or setting.date) is not None:
            told.facts.append(FactDraft("starts", phrase, span, "made-known", time=first))
        if setting.until is not None:
            told.facts.append(FactDraft("ends", phrase, span, "made-known", time=setting.until))
        return True

    def _bind_troops(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        """`D memerintahkan pasukan A menghentikan operasi`: the order binds the troops."""
        side = self._bids.troops(ground, phrase.first)
        told.facts += [FactDraft("parties", phrase, one.span, "ordered", actor=one) for one in side]

    def _bind(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        """`A dan B tidak akan saling menyerang`: it binds the two."""
        verb = ground.syntax.verb_after(phrase.first - 1)
        subject = ground.subject(verb) if verb is not None and phrase.holds(verb) else None
        sides = ground.coordinated(subject) if subject is not None else []
        if len(sides) > 1:
            told.facts += [FactDraft("parties", phrase, side.span, "forsworn", actor=side) for side in sides]
