"""Who made a pause known by a paper that holds it, and whose pause it is where `kelompoknya` puts it into force."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.setting import SettingReader
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["PaperReader"]

#: how far behind its paper what it holds stands, in words
_PAPER: Final = 4


class PaperReader:
    """Adds facts of the slot `declared_by`, and that the pause is made known."""

    def __init__(self, words: ScopeWords, settings: SettingReader) -> None:
        self._words = words.who
        self._settings = settings

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add those who issue papers, and name those who speak for their own."""
        for verb in ground.words.numbers(self._words["spreads"]):
            self._spread(ground, arguments, verb, told)
        for fact in told.facts:
            if fact.slot == "declared_by" and fact.actor is not None and fact.actor.name.endswith("nya"):
                fact.actor = self._owner(ground, fact.actor)

    def _add(self, phrase: Phrase, actor: ActorMention, rule: str, told: Told) -> None:
        told.facts.append(FactDraft("declared_by", phrase, actor.span, rule, actor=actor))

    def _owner(self, ground: Ground, actor: ActorMention) -> ActorMention:
        """`X menyatakan kelompoknya memberlakukan P`: X speaks for them."""
        outer = ground.syntax.verb_before(ground.first_of(actor))
        speaker = ground.subject(outer) if outer is not None else None
        return speaker if speaker is not None and not speaker.name.endswith("nya") else actor

    def _spread(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`D menyebarkan pengumuman P`, `D menerbitkan komunike berisi P`."""
        found = arguments.between(verb + 1, min(verb + 2 * _PAPER, ground.sentence(verb).stop))
        actor, mood = ground.subject(verb), ground.mood(verb)
        if not found or actor is None or not mood.real or mood.future or not ground.syntax.is_verb(verb):
            return
        if self._is_of_breach(ground, found[0]):
            return
        between = {ground.word(number) for number in range(verb + 1, found[0].first)}
        if between.isdisjoint(self._words["proclamations"]) or not between.isdisjoint(self._words["talks"]):
            return
        inner = ground.syntax.verb_before(found[0].outer)
        if inner is None or inner == verb or ground.word(inner) in self._words["holds"]:
            self._add(found[0], actor, "issued", told)
            span = ground.span(verb, verb + 1)
            decreed = not between.isdisjoint(self._words["decrees"]) and not mood.negated
            if decreed and not any(event.span == span for event in told.events):
                date = self._settings.read(ground, verb, found[0]).date
                told.events.append(EventDraft("announced", found[0], span, "issued", actor=actor, date=date))

    def _is_of_breach(self, ground: Ground, phrase: Phrase) -> bool:
        """`laporan pelanggaran P`: the paper is of something that became of a pause."""
        return phrase.governor >= 0 and ground.word(phrase.governor) not in self._words["proclamations"]
