"""Pauses: what the article speaks of as a stopping of fighting, what is told of it, where and when it holds.

`phrases` reads the noun phrases, `pointing` what points back at them, `stopping` verbs that need none; `arguments`
finds the pause of a verb, `reality` whether it is told as so; `events` reads what verbs tell, `silence` what arms do,
`signs` what nouns do, `telling` adds it, with its `setting`; `talks` reads negotiations, `signatures`, `answering`
and `alike` answers, `breaches`, `charges` and `violations` who broke a pause; `coverage` the scope with the lists of
`members`, `sides` and `signing` whom it binds, `representing` for whom who signs stands, `mediation` (with `roles`
and `merits`), `proposing`, `offering` and `crediting` who stood between them, `declaring`, `ordering` and `owning`
who declared it where no verb does, `bearings`, `recurring`, `lifetimes`, `noundays` and `terms` (with
`bounds`) when it holds, `dated` on which day things happened to it. Words stand in `lexicon/pauses.toml`,
`pause_events.toml` and `scope_cues.toml`.
`apart` says what sets noun phrases of pauses off from each other.
`bidding` and `stopped` say what verbs of stopping ask and tell.
`sidelists` and `counted` read the sides and mediators of lists, `behalf` for whom somebody acts.
`pledging` reads who vows to keep a pause, `outerdays` the day of a verb that stands outside its clause.
`mouthpieces` and `announcing` read who declares for others, `efforts` and `companions` more of who stood between.
`makingknown` reads who issues a paper that holds it.
"""

from __future__ import annotations

from collections.abc import Iterable

from ceasefire.document import Document
from ceasefire.hookspecs import Extractor, hookimpl
from ceasefire.mentions import (
    ActorMention,
    EventMention,
    Mention,
    PauseFactMention,
    PauseMention,
    RegionMention,
    ScopeMention,
    TimeMention,
)
from ceasefire.models import Diagnostic
from ceasefire_id.scope.alike import AlikeReader
from ceasefire_id.scope.announcing import AnnouncingReader
from ceasefire_id.scope.answering import AnswerReader
from ceasefire_id.scope.apart import ApartReader
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.bearings import BearingReader
from ceasefire_id.scope.breaches import BreachReader
from ceasefire_id.scope.charges import ChargeReader
from ceasefire_id.scope.companions import CompanionReader
from ceasefire_id.scope.coverage import CoverageReader
from ceasefire_id.scope.crediting import CreditReader
from ceasefire_id.scope.dated import DateReader
from ceasefire_id.scope.declaring import DeclaringReader
from ceasefire_id.scope.efforts import EffortReader
from ceasefire_id.scope.events import EventReader
from ceasefire_id.scope.giving import Giver
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.lifetimes import LifetimeReader
from ceasefire_id.scope.makingknown import PaperReader
from ceasefire_id.scope.mediation import MediationReader
from ceasefire_id.scope.mouthpieces import MouthpieceReader
from ceasefire_id.scope.noundays import NounDayReader
from ceasefire_id.scope.offering import OfferReader
from ceasefire_id.scope.opposing import OpponentReader
from ceasefire_id.scope.ordering import OrderReader
from ceasefire_id.scope.owning import OwnerReader
from ceasefire_id.scope.phrases import PhraseReader
from ceasefire_id.scope.pledging import PledgeReader
from ceasefire_id.scope.pointing import PointerReader
from ceasefire_id.scope.possession import owner_of
from ceasefire_id.scope.proposing import ProposalReader
from ceasefire_id.scope.recurring import RecurrenceReader
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.setting import SettingReader
from ceasefire_id.scope.sidelists import SideListReader
from ceasefire_id.scope.sides import SideReader
from ceasefire_id.scope.signatures import SignatureReader
from ceasefire_id.scope.signs import SignReader
from ceasefire_id.scope.silence import SilenceReader
from ceasefire_id.scope.stopping import StopReader
from ceasefire_id.scope.talks import TalkReader
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.terms import TermReader
from ceasefire_id.scope.traps import TrapReader
from ceasefire_id.scope.violations import ViolationReader
from ceasefire_id.scope.vocabulary import EventWords, PauseWords, ScopeWords

__all__ = ["ScopeExtractor"]


class ScopeExtractor:
    """The extractor `id-scope`."""

    name = "id-scope"
    language = "id"
    needs: frozenset[type[Mention]] = frozenset((ActorMention, RegionMention))
    uses: frozenset[type[Mention]] = frozenset((TimeMention,))
    gives: frozenset[type[Mention]] = frozenset((PauseMention, ScopeMention, EventMention, PauseFactMention))

    def __init__(self) -> None:
        pauses, events, scope = PauseWords.load(), EventWords.load(), ScopeWords.load()
        settings = SettingReader(scope)
        self._stops = StopReader(pauses, events, scope, settings)
        self._heads = pauses.heads | self._stops.triggers
        self._words = events
        self._phrases = PhraseReader(pauses, frozenset(events.nouns), events.words["grave"])
        self._apart = ApartReader(pauses, events.endings)
        self._traps = TrapReader(pauses, events.acts, events.words["holds_within"])
        self._pointers = PointerReader(pauses, events)
        self._events = EventReader(events, settings)
        self._silence = SilenceReader(events, settings)
        self._signs = SignReader(events, settings)
        self._talks = TalkReader(events, settings)
        self._signatures = SignatureReader(events, settings)
        self._answers = AnswerReader(events, settings)
        self._alike = AlikeReader(events)
        self._pledges = PledgeReader(events, settings)
        self._breaches = BreachReader(events, settings)
        self._charges = ChargeReader(events, settings)
        self._violations = ViolationReader(events, settings)
        maker = ScopeMaker(scope)
        self._coverage = CoverageReader(scope, maker)
        self._sides = SideReader(scope, maker)
        self._lists = SideListReader(scope, maker)
        self._mediation = MediationReader(scope, maker)
        self._orders = OrderReader(scope, settings)
        self._owners = OwnerReader()
        self._opponents = OpponentReader(scope, events)
        self._offers = OfferReader(scope)
        self._proposals = ProposalReader(scope, maker)
        self._credits = CreditReader(scope, maker)
        self._announcing = AnnouncingReader(scope, events)
        self._efforts = EffortReader(scope, maker)
        self._companions = CompanionReader(scope)
        self._declaring = DeclaringReader(scope, events, maker)
        self._mouthpieces = MouthpieceReader(scope, maker)
        self._papers = PaperReader(scope, settings)
        self._bearings = BearingReader(events)
        self._recurrences = RecurrenceReader()
        self._lifetimes = LifetimeReader(events)
        self._noun_days = NounDayReader(events, pauses.numbers)
        self._terms = TermReader(events)
        self._dates = DateReader(events)
        self._giver = Giver(self.name)

    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        """See `Extractor.extract`."""
        if not document.has(self._heads):
            return ()
        ground = Ground(document)
        found = self._phrases.read(ground)
        self._apart.read(ground, found)
        nouns = self._traps.without(ground, found)
        single = [phrase for phrase in nouns if not phrase.plural]
        stops = self._stops.read(ground, nouns)
        self._apart.read_stops(ground, stops)
        if not nouns and not stops:
            return ()
        pointers = self._pointers.read(ground, nouns)
        for phrase in single:
            phrase.owner = owner_of(ground, phrase)
        phrases = sorted([*single, *pointers, *stops], key=lambda phrase: phrase.first)
        arguments = Arguments(ground, phrases, self._words)
        told = Told()
        self._events.read(ground, arguments, told)
        self._stops.tell(ground, arguments, told)
        self._silence.read(ground, arguments, told)
        self._signs.read(ground, arguments, told)
        self._talks.read(ground, arguments, told)
        self._signatures.read(ground, arguments, told)
        self._answers.read(ground, arguments, told)
        self._alike.read(ground, told)
        self._pledges.read(ground, arguments, told)
        self._breaches.read(ground, arguments, told)
        self._violations.read(ground, arguments, told)
        self._charges.read(ground, arguments, told)
        self._bearings.read(ground, phrases, arguments, told)
        self._recurrences.read(ground, arguments, told)
        self._lifetimes.read(ground, arguments, told)
        self._noun_days.read(ground, arguments, told)
        self._terms.read(ground, arguments, told)
        self._dates.read(ground, arguments, told)
        self._orders.read(ground, arguments, told)
        self._mediation.read(ground, arguments, told)
        self._declaring.read(ground, phrases, arguments, told)
        self._mouthpieces.read(ground, arguments, told)
        self._papers.read(ground, arguments, told)
        self._sides.read(ground, phrases, arguments, told)
        self._lists.read(ground, phrases, arguments, told)
        self._owners.read(ground, phrases, told)
        self._offers.read(ground, arguments, told)
        self._proposals.read(ground, phrases, arguments, told)
        self._opponents.read(ground, phrases, told)
        self._announcing.read(ground, arguments, told)
        self._credits.read(ground, arguments, told)
        self._efforts.read(ground, arguments, told)
        self._companions.read(ground, told)
        told.name_both(ground)
        told.leave_meant_ends()
        declared = [
            (fact.span.start, fact.actor.identity) for fact in told.facts if fact.slot == "declared_by" and fact.actor
        ]
        scope = self._coverage.read(ground, arguments, phrases, sorted(declared, key=lambda pair: pair[0]))
        return self._giver.give(ground, phrases, told, scope)


@hookimpl
def extractors() -> list[Extractor]:
    """The extractor of pauses."""
    return [ScopeExtractor()]
