"""Whom a paper, a promise or an obligation binds: who signs it, what two have with each other, who keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import SIDES
from ceasefire_id.scope.pairs import are_one, is_side, pair_from
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["SigningReader"]

#: how far behind one verb another one is what is asked for, in words, and the links between the two
_NEAR: Final = 4
_TO: Final = frozenset(("", "untuk", "agar", "supaya"))
#: words behind `terikat`
_BY: Final = frozenset(("oleh", "pada", "dengan", "kepada"))
_WHERE: Final = frozenset(("di", "sejak", "mulai", "pula", "juga", "olehnya", "padanya"))
#: nouns for those whom a pause binds that need no copula before their names
_SIGNERS: Final = frozenset(("penandatangan", "penandatangannya"))


class SigningReader:
    """Adds facts of the slot `parties`."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words.who
        self._maker = maker

    def read(self, ground: Ground, phrases: list[Phrase], arguments: Arguments, told: Told) -> None:
        """Add those who sign, promise or keep a pause."""
        for phrase in phrases:
            self._signed_in_paper(ground, phrase, told)
        readers = {
            "binds": self._bound,
            "kept_by": self._bound,
            "tied": self._tied,
            "keeps": self._keeps,
            "submits": self._submits,
            "pacts": self._pact,
            "signers": self._signers,
            "likewise": self._likewise,
            "alike": self._did_alike,
        }
        for words, reader in readers.items():
            for number in ground.words.numbers(self._words[words]):
                reader(ground, arguments, number, told)

    def _signed_in_paper(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        """`A dan B memaraf nota yang memuat P`."""
        holds = ground.syntax.verb_before(phrase.outer)
        if holds is None or holds != phrase.outer - 1 or ground.word(holds) not in self._words["holds"]:
            return
        signs = ground.syntax.verb_before(holds)
        if signs is not None and ground.word(signs) in self._words["signs"] and (actor := ground.subject(signs)):
            _add(phrase, ground.coordinated(actor), "signatory", told)

    def _bound(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`P mengikat A dan B`, `P yang melibatkan A dan B`, `P ditaati oleh A dan B`."""
        argument = arguments.subject(verb)
        actor = ground.at(ActorMention, verb + 1 + (ground.word(verb + 1) in ("oleh", "baik")))
        if argument is not None and actor is not None and ground.mood(verb).real:
            _add(argument.phrase, [a for a in ground.coordinated(actor) if a.kind in SIDES], "bound", told)

    def _tied(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`A dan B terikat P`, `P mulai berlaku. A dan B terikat di seluruh Z`: those whom it binds."""
        mood, following = ground.mood(verb), verb + 1 + (ground.word(verb + 1) in _BY)
        plain = ground.syntax.is_verb(verb) and mood.real and not mood.negated and ground.clause(verb).link != "yang"
        other = ground.adjoins(following) and ground.word(following) not in _WHERE and not arguments.holding(following)
        if not plain or other:
            # `terikat perjanjian lain`
            return
        actor, phrase = ground.subject(verb), self._maker.spoken_of(ground, arguments, verb)
        if phrase is not None and actor is not None:
            _add(phrase, [one for one in ground.coordinated(actor) if is_side(one)], "tied", told)

    def _keeps(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`A dan B menghormati P`: who keeps a pause is bound by it."""
        phrase, actor = arguments.object(verb), ground.subject(verb)
        if phrase is None or actor is None or not ground.syntax.is_verb(verb) or not ground.mood(verb).real:
            return
        before = ground.syntax.verb_before(verb)
        asked = before is not None and verb - before <= _NEAR and ground.clause(verb).link in _TO
        if not asked or any("," in ground.gap(number) for number in range((before or 0) + 1, verb + 1)):
            _add(phrase, [one for one in ground.coordinated(actor) if is_side(one)], "keeps", told)

    def _submits(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`B menyatakan akan ikut tunduk`: B is bound as the others are."""
        actor, mood = ground.subject(verb), ground.mood(verb)
        phrase = self._maker.spoken_of(ground, arguments, verb, reach=2)
        if phrase is None or actor is None or not is_side(actor) or mood.negated or mood.hypothetical:
            return
        near = {ground.word(number) for number in range(max(0, verb - _NEAR), verb)}
        if near.isdisjoint(self._words["refuses"]):
            _add(phrase, [one for one in ground.coordinated(actor) if is_side(one)], "submits", told)

    def _pact(self, ground: Ground, arguments: Arguments, noun: int, told: Told) -> None:
        """`kesepakatan A dengan B untuk melakukan P`, `janji A dan B tentang P`."""
        first = ground.at(ActorMention, noun + 1 + (ground.word(noun + 1) == "antara"))
        pair = pair_from(ground, first) if first is not None else []
        after = ground.after(pair[-1]) if pair else 0
        found = arguments.between(after, after + _NEAR) if pair else []
        if found and ground.word(after) in self._words["for"]:
            _add(found[0], pair, "pact", told)

    def _signers(self, ground: Ground, arguments: Arguments, noun: int, told: Told) -> None:
        """`penandatangan P ialah A dan B`, `A dan B, para penandatangan P`, `penandatangannya A dan B`."""
        phrase = self._maker.spoken_of(ground, arguments, noun)
        if phrase is None or self._maker.is_negated(ground, noun):
            return
        number, stop = noun + 1, ground.sentence(noun).stop
        number += ground.word(number) in ("dalam", "pada")
        if own := arguments.holding(number):
            number = own.stop
        start = number
        while number < stop and ground.word(number) in self._words["equals"] | {"itu", "hanya", "hanyalah", "pertama"}:
            number += 1
        if ground.word(noun) not in _SIGNERS and self._words["equals"].isdisjoint(
            map(ground.word, range(start, number))
        ):
            return
        first = noun - (ground.word(noun - 1) in ("para", "kedua", "dua", "pihak"))
        actor = ground.at(ActorMention, number)
        if actor is None and "," in ground.gap(first):
            actor = ground.before(ActorMention, first)
        if actor is not None:
            _add(phrase, [a for a in ground.coordinated(actor) if a.kind in SIDES], "signer", told)

    def _did_alike(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> None:
        """`A menyetujui P. B melakukan hal serupa.`: B did what A did."""
        verb = ground.syntax.verb_before(number)
        if verb is None or number - verb > _NEAR or ground.word(verb) not in self._words["does"]:
            return
        actor, start = ground.subject(verb), ground.sentence(number).start
        first = ground.sentence(start - 1).start if start else start
        done = [e for e in told.events if e.type == "agreed" and first <= ground.words.first_at(e.span.start) < verb]
        if actor is None or not is_side(actor) or not done or not ground.mood(verb).real:
            return
        if done[-1].actor is None or not are_one(done[-1].actor, actor):
            told.events.append(EventDraft("agreed", done[-1].phrase, ground.span(verb, verb + 1), "likewise", actor))
            _add(done[-1].phrase, [actor], "likewise", told)

    def _likewise(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> None:
        """`A menyetujui P. Begitu pula B.`: B did what A did."""
        start = ground.sentence(number).start
        following = number + 1 + (ground.word(number + 1) in ("pula", "juga", "halnya"))
        actor = ground.at(ActorMention, following + (ground.word(following) == "dengan"))
        within = number != start and "," in ground.gap(number)
        if following == number + 1 or actor is None or not is_side(actor) or not (within or (number == start > 0)):
            return
        before = range(start, number) if within else ground.sentence(start - 1)
        before = range(before.start, following)
        done = [e for e in told.events if e.type == "agreed" and ground.words.first_at(e.span.start) in before]
        if done and not any(event.actor is not None and are_one(event.actor, actor) for event in done):
            span = ground.span(number, following)
            told.events.append(EventDraft("agreed", done[-1].phrase, span, "likewise", actor))
            _add(done[-1].phrase, [actor], "likewise", told)


def _add(phrase: Phrase, sides: Iterable[ActorMention], rule: str, told: Told) -> None:
    told.facts += [FactDraft("parties", phrase, side.span, rule, actor=side) for side in sides]
