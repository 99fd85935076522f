"""The words of `lexicon/casualties.toml`, in the form that the rules ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal

import attrs

from ceasefire_id import lexicon
from ceasefire_id.casualties.phrases import Phrases

__all__ = ["CAPTIVES", "Harm", "Vocabulary"]

#: victims of whom a handing over is a release
CAPTIVES: Final = frozenset({"hostages", "prisoners"})
COMBATANTS: Final = frozenset({"soldiers", "fighters"})

#: function words of the shared syntax that never head a figure
_CLOSED: Final = (
    "subordinators",
    "coordinators",
    "relatives",
    "auxiliaries",
    "negations",
    "prepositions",
    "futures",
    "pasts",
)


@attrs.frozen
class Harm:
    """What a predicate or a noun of harm says."""

    #: closed list `outcome`
    outcome: str
    #: `state`: of the figure before it; `active` and `noun`: of the figure after it
    kind: Literal["state", "active", "noun"]
    #: said of persons only, so that a noun that no list knows may pass
    persons_only: bool = True
    #: tells something of captives only
    of_captives: bool = False
    #: words right after it that make it something else
    unless: frozenset[str] = frozenset()

    def fits(self, victims: str | None, *, captives: bool = False) -> bool:
        """Whether it tells harm of such victims: fighters who leave a town and captives who flee are not displaced.

        `captives` says that the text speaks of captives near by: who is let go then is one of them.
        """
        if self.outcome == "displaced" and victims in COMBATANTS | CAPTIVES:
            return False
        return not self.of_captives or captives or victims in CAPTIVES


class Vocabulary:
    """Loaded once, when the extractor is built."""

    def __init__(self) -> None:
        words: Mapping[str, Any] = lexicon.load("casualties")
        syntax = lexicon.load("syntax")
        victims_of: dict[str, str] = {noun: victims for victims, nouns in words["heads"].items() for noun in nouns}
        self.heads = Phrases(victims_of | {f"{noun}nya": victims for noun, victims in victims_of.items()})
        self.classifiers = frozenset(words["classifiers"]["words"])
        groups = words["groups"]
        self.group_heads = frozenset(groups["heads"])
        self.groups: Mapping[str, str] = {
            noun: victims for victims, nouns in groups.items() if victims not in ("heads", "local") for noun in nouns
        }
        self.aid = Phrases.of((*words["aid"]["bodies"], *words["aid"]["carriers"]), value=True)
        self.local = frozenset(groups["local"])
        self.captives = frozenset(words["captives"]["spoken"])
        self.wounds = Phrases.of(words["wounds"]["phrases"], value=True)
        self.forcing = frozenset(words["forced"]["verbs"])
        self.forced = frozenset(words["forced"]["then"])
        self.leaving = frozenset(words["inhabitants"]["leaving"])
        self.moved = Phrases.of(words["inhabitants"]["moved"], value=True)
        self.inhabitants = frozenset(words["inhabitants"]["words"])
        self.things = frozenset(words["things"]["words"])
        self.firm = _outcomes(words["harmed"]["firm"])
        self.loose = _outcomes(words["harmed"]["loose"])
        self.harms = Phrases(_harms(words))
        self.counted = Phrases(_outcomes(words["counted"]))
        links, moods = words["links"], words["moods"]
        self.amount = frozenset(links["amount"])
        self.total = frozenset(links["total"])
        self.bare_total = frozenset(links["bare_total"])
        self.pointing = frozenset(links["pointing"])
        self.counted_nouns = frozenset(links["counted_nouns"])
        self.lives = frozenset(links["lives"])
        self.clause_ends = frozenset(links["clause_ends"])
        self.between = frozenset(links["between"])
        self.upon = frozenset(links["upon"])
        self.parts = Phrases.of(links["parts"], value=True)
        self.open_parts = frozenset(links["open_parts"])
        self.amid = frozenset(links["amid"])
        self.among = Phrases.of(links["among"], value=True)
        self.being = frozenset(links["being"])
        self.one = frozenset(links["one"])
        self.whole = Phrases.of(links["whole"], value=True)
        self.out_of = frozenset(links["out_of"])
        self.coordinators = frozenset(links["coordinators"])
        self.joining = frozenset(links["joining"])
        self.others = frozenset(links["others"])
        self.since = frozenset(links["since"])
        self.leading = frozenset(links["leading"])
        self.causes = frozenset(links["causes"])
        self.around = frozenset(links["around"])
        self.returning = frozenset(links["returning"])
        self.telling = frozenset(links["telling"])
        self.hedges = frozenset(moods["hedges"])
        self.plain_verbs = frozenset(moods["plain_verbs"])
        self.negations = frozenset(moods["negations"])
        self.modal = frozenset(moods["modal"])
        self.agreed, self.coming = frozenset(moods["agreed"]), frozenset(moods["coming"])
        self.purpose = frozenset(moods["purpose"])
        self.agents = frozenset(moods["agents"])
        self.loads = frozenset(moods["loads"])
        self.harmed = frozenset(moods["harmed"])
        self.relatives = frozenset(syntax["relatives"])
        self.subordinators = frozenset(syntax["subordinators"]).union(links["contrast"])
        self.closed = self.hedges | frozenset(word for group in _CLOSED for word in syntax[group])
        #: without one of these words a sentence that continues no other holds no figure
        self.triggers = (
            self.harms.beginnings
            | self.counted.beginnings
            | self.moved.beginnings
            | self.leaving
            | self.forcing
            | self.harmed
            | frozenset(word for phrase in (*self.firm, *self.loose) for word in phrase.split())
            | frozenset(f"{word}nya" for word in (*self.firm, *self.loose, *self.harmed))
        )
        uncounted = words["uncounted"]
        self.parents, self.offspring = frozenset(uncounted["parents"]), frozenset(uncounted["offspring"])
        self.indefinite = frozenset(uncounted["indefinite"])
        self.naming = frozenset(uncounted["naming"])
        self.studies, self.samples = frozenset(uncounted["studies"]), frozenset(uncounted["samples"])
        self.patients, self.daily = frozenset(uncounted["patients"]), frozenset(uncounted["daily"])
        sources = words["sources"]
        self.counting, self.counted_by = frozenset(sources["counting"]), frozenset(sources["counted_by"])
        self.estimating, self.estimates = frozenset(sources["estimating"]), frozenset(sources["estimates"])
        self.records = frozenset(sources["records"])
        self.backward = Phrases.of(sources["backward"], value=True)
        self.according = frozenset(sources["according"])
        self.carrying = frozenset(sources["carrying"])
        self.said = frozenset(sources["said"])
        self.quoting = Phrases.of(sources["quoting"], value=True)
        self.relays = Phrases.of(sources["relays"], value=True)


def _outcomes(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {phrase: outcome for outcome, phrases in table.items() for phrase in phrases}


def _harms(words: Mapping[str, Any]) -> dict[str, Harm]:
    captives = frozenset(words["captives"]["verbs"])
    unless = {word: frozenset(followers) for word, followers in words["except"].items()}
    found: dict[str, Harm] = {}

    def put(
        outcome: str, kind: Literal["state", "active", "noun"], phrases: Iterable[str], *, persons_only: bool
    ) -> None:
        for phrase in phrases:
            found[phrase] = Harm(outcome, kind, persons_only, phrase in captives, unless.get(phrase, frozenset()))

    for outcome, phrases in words["nouns"].items():
        put(outcome, "noun", phrases, persons_only=True)
    for kind in ("active", "state"):
        for outcome, tables in words[kind].items():
            for table, phrases in tables.items():
                put(outcome, kind, phrases, persons_only=table == "bare")
    return found
