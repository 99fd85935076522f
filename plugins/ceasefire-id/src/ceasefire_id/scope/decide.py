"""All that is told of the pauses of one document, decided late and together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from ceasefire.models import Span
from ceasefire_id.decisions import Linear, load
from ceasefire_id.scope.antecedents import Arrangement, arrange
from ceasefire_id.scope.happenings import features_of_link, features_of_name, features_of_trigger, triggers
from ceasefire_id.scope.known import Known
from ceasefire_id.scope.opinions import features_of_stance, features_of_subject, sayings
from ceasefire_id.scope.outcome import Deeds, Happening, Outcome
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.roles import features_of_bearer, features_of_pairing, topic_of
from ceasefire_id.scope.status import features_of_status
from ceasefire_id.scope.view import Name, View

__all__ = ["FILLERS", "ROLES", "Decider", "fillers", "scorer_names"]

#: how far under its threshold a candidate may stay and still be worth a note
_NEAR: Final = 2.5
ROLES: Final = {
    "actor": ("declared_by", "parties", "brokers", "includes", "excludes"),
    "region": ("includes", "excludes"),
    "time": ("announced", "starts", "ends", "duration"),
}
FILLERS: Final = (("actor", "by"), ("region", "region"), ("date", "date"), ("length", "duration"))


def fillers(view: View, n: int, sort: str) -> list[Name]:
    """The names that may fill a role of an event: of its own sentence, actors and places of the one before too."""
    sentence = view.sentence[n]
    rng = view.sentence_range(sentence)
    if sort == "actor":
        before = view.sentence_range(sentence - 1)
        return view.names_in(before.start, before.stop, "actor") + view.names_in(rng.start, rng.stop, "actor")
    if sort == "region":
        return view.names_in(rng.start, rng.stop, "region")
    times = view.names_in(rng.start, rng.stop, "time")
    if sort == "length":
        return [t for t in times if t.kind == "DURATION"]
    return [t for t in times if t.kind in ("DATE", "TIME")]


def scorer_names() -> tuple[str, ...]:
    """The names of all scorers."""
    roles = tuple(f"{sort}-{role}" for sort, names in ROLES.items() for role in names)
    fillers_ = tuple(f"filler-{role}" for _, role in FILLERS)
    return ("speaks", "antecedent", "event", "link", *fillers_, "topic", *roles, "status", "subject", "stance")


class Decider:
    """Decides with a set of fitted scorers, by name."""

    def __init__(self, scorers: Mapping[str, Linear], thresholds: Mapping[str, float]) -> None:
        self._scorers = scorers
        self._thresholds = thresholds

    def read(self, view: View, phrases: Sequence[Phrase]) -> Outcome:
        """All that is told of the pauses that these candidates speak of."""
        s = self._scorers
        found = arrange(view, phrases, s["speaks"], s["antecedent"], self._thresholds.get("speaks", 0.0))
        known = Known(view, found)
        outcome = Outcome(known)
        if known:
            self.happen(view, outcome)
            self.fill(view, outcome)
            self.leave(view, outcome)
            self.judge(view, outcome)
        return outcome

    def leave(self, view: View, outcome: Outcome) -> None:
        """How the article leaves each pause."""
        for arrangement in outcome.pauses:
            features = features_of_status(view, arrangement, outcome)
            outcome.status[arrangement.number] = self._scorers["status"].best(features)[0]

    def judge(self, view: View, outcome: Outcome) -> None:
        """What each statement is about, and what it holds of it."""
        subject, stance = self._scorers["subject"], self._scorers["stance"]
        for saying in sayings(view):
            rows = [
                (subject.score(features_of_subject(view, saying, a, outcome)), -a.number, a)
                for a in outcome.pauses.near(saying.first)
            ]
            score, _, best = max(rows, key=lambda row: row[:2])
            about = best if score > self._thresholds.get("subject", 0.0) else None
            label = stance.best(features_of_stance(view, saying, about, outcome))[0] if about is not None else "none"
            outcome.opinions.append((saying, about, None if label == "none" else label))

    @classmethod
    def load(cls) -> Decider:
        """With the scorers and thresholds that ship with the plugin."""
        scorers = {name: load(name) for name in scorer_names()}
        thresholds = {name: scorer.threshold for name, scorer in scorers.items()}
        return cls(scorers, thresholds)

    # ---- events --------------------------------------------------------------------------------------------------

    def happen(self, view: View, outcome: Outcome) -> None:
        """The events, each with its pause and what fills its roles."""
        known, s = outcome.pauses, self._scorers
        for n in triggers(view, known):
            features = features_of_trigger(view, n, known)
            scores = dict(zip(s["event"].labels, s["event"].scores(features), strict=True))
            none = scores.pop("none", 0.0) + self._thresholds.get("event", 0.0)
            type_, score = max(scores.items(), key=lambda pair: (pair[1], pair[0]))
            if score <= none:
                self._drop(
                    view, n, n + 1, "event", f"{type_} {score:.2f} does not outweigh none {none:.2f}", features, type_
                )
                continue
            links = [(s["link"].score(features_of_link(view, n, type_, a, known)), -a.number, a) for a in known.near(n)]
            pause = max(links, key=lambda row: row[:2])[2]
            event = Happening(n, type_, pause, reasons=self._reasons(view, "event", features, type_))
            for sort, role in FILLERS:
                setattr(event, role, self._filler(view, event, sort, role))
            outcome.events.append(event)
            if type_ == "violated" and event.by is not None and self._is_mutual(view, n):
                for other in fillers(view, n, "actor"):
                    if other is not event.by and other.head is event.by.head and other.key != event.by.key:
                        outcome.events.append(attrs.evolve(event, by=other))

    def _is_mutual(self, view: View, n: int) -> bool:
        rng = view.sentence_range(view.sentence[n])
        return any(view.folded[k] == "saling" for k in rng)

    def _filler(self, view: View, event: Happening, sort: str, role: str) -> Name | None:
        rows = [
            (self._scorers[f"filler-{role}"].score(features_of_name(view, event.word, event.type, name)), -i, name)
            for i, name in enumerate(fillers(view, event.word, sort))
        ]
        best = max(rows, key=lambda row: row[:2], default=None)
        return best[2] if best is not None and best[0] > self._thresholds.get(f"filler-{role}", 0.0) else None

    # ---- why -----------------------------------------------------------------------------------------------------

    def _reasons(self, view: View, name: str, features: Sequence[str], label: str) -> tuple[str, ...]:
        """What weighed most, where the reading is traced."""
        if view.document.considered is None:
            return ()
        return tuple(f"{feature} {weight:+.2f}" for feature, weight in self._scorers[name].reasons(features, label))

    def _drop(self, view: View, first: int, end: int, name: str, why: str, features: Sequence[str], label: str) -> None:
        """Note a candidate that was not taken, where the reading is traced."""
        if view.document.considered is not None:
            span = Span(view.words.starts[first], view.words.ends[min(end, view.size) - 1])
            reasons = ", ".join(self._reasons(view, name, features, label))
            view.document.drop(f"id-scope:{name}", span, f"{why} ({reasons})")

    # ---- roles ---------------------------------------------------------------------------------------------------

    def fill(self, view: View, outcome: Outcome) -> None:
        """Who and what stands in which role to each pause."""
        cache: dict[int, list[str]] = {}
        topic = topic_of(view, outcome.pauses, self._scorers["topic"])
        deeds = Deeds(outcome.events)
        bearers: dict[tuple[str, object], list[Name]] = defaultdict(list)
        for name in view.names:
            bearers[name.key].append(name)
        for key, names in bearers.items():
            alone = features_of_bearer(view, key, names)
            near: dict[int, list[Name]] = defaultdict(list)
            for name in names:
                for arrangement in outcome.pauses.near(name.first):
                    near[arrangement.number].append(name)
            for number, beside in near.items():
                arrangement = outcome.pauses[number]
                general = alone + deeds.features(key, arrangement)
                rows = [
                    (name, features_of_pairing(view, name, arrangement, outcome.pauses, cache, topic) + general)
                    for name in beside
                ]
                for role in ROLES[names[0].sort]:
                    self._fill_role(view, outcome, arrangement, role, rows)

    def _fill_role(
        self, view: View, outcome: Outcome, pause: Arrangement, role: str, rows: Sequence[tuple[Name, list[str]]]
    ) -> None:
        """Take the likeliest mention of a bearer into a role, where it is likely enough."""
        scorer_name = f"{rows[0][0].sort}-{role}"
        scorer = self._scorers[scorer_name]
        score, place = max((scorer.score(features), -n) for n, (_, features) in enumerate(rows))
        best, features = rows[-place]
        least = self._thresholds.get(scorer_name, 0.0)
        if score > least:
            outcome.roles[pause.number, role].append(best)
            reasons = self._reasons(view, scorer_name, features, scorer.labels[0])
            outcome.reasons[pause.number, role, best.first] = reasons
        elif score > least - _NEAR:
            why = f"{role} of pause {pause.number + 1}: {score:.2f} is under {least:.2f}"
            self._drop(view, best.first, best.end, scorer_name, why, features, scorer.labels[0])
