"""What each scorer learns from: rows of features with their labels, made by the very code that reads articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from articles import Annotated
from ceasefire_id.decisions import Linear
from ceasefire_id.scope.antecedents import (
    Arrangement,
    features_of_candidate,
    features_of_history,
    features_of_new,
    features_of_pair,
)
from ceasefire_id.scope.candidates import NOUNS
from ceasefire_id.scope.decide import FILLERS, ROLES, fillers
from ceasefire_id.scope.happenings import features_of_link, features_of_name, features_of_trigger, triggers
from ceasefire_id.scope.opinions import Saying, features_of_stance, features_of_subject, sayings
from ceasefire_id.scope.outcome import Deeds, Happening, Outcome
from ceasefire_id.scope.roles import features_of_bearer, features_of_pairing, features_of_topic, topic_of
from ceasefire_id.scope.status import features_of_status

__all__ = ["Rows", "event_rows", "mention_rows", "opinion_rows", "role_groups", "status_rows", "topic_rows"]


@attrs.define
class Rows:
    """Rows of features, each with its label."""

    features: list[list[str]] = attrs.field(factory=list)
    labels: list[object] = attrs.field(factory=list)

    def add(self, features: Sequence[str], label: object) -> None:
        """One row more."""
        self.features.append(list(features))
        self.labels.append(label)

    def extend(self, other: Rows) -> None:
        """The rows of another article."""
        self.features += other.features
        self.labels += other.labels


def mention_rows(article: Annotated) -> dict[str, Rows]:
    """`speaks`: which candidates speak of a pause; `antecedent`: of which before them, or of a new one."""
    speaks, antecedent = Rows(), Rows()
    view, known, by_key = article.view, [], {}  # type: ignore[var-annotated]
    nouns = [phrase for phrase in article.candidates if phrase.rule in NOUNS]
    places = {id(phrase): place for place, phrase in enumerate(nouns)}
    for phrase in article.candidates:
        key = article.speaks.get(id(phrase))
        features = features_of_candidate(view, phrase) + list(features_of_history(view, phrase, nouns, places))
        speaks.add(features, int(key is not None))
        if key is None:
            continue
        antecedent.add(features_of_new(view, phrase, known), int(key not in by_key))
        for arrangement in known:
            antecedent.add(features_of_pair(view, phrase, arrangement, known), int(by_key.get(key) is arrangement))
        if key not in by_key:
            by_key[key] = Arrangement(number=len(known))
            known.append(by_key[key])
        by_key[key].add(view, phrase)
    return {"speaks": speaks, "antecedent": antecedent}


def event_rows(article: Annotated) -> dict[str, Rows]:
    """`event`: what a word tells; `link`: of which pause; `filler-…`: by whom, where, when, for how long."""
    rows = {name: Rows() for name in ("event", "link", *(f"filler-{role}" for _, role in FILLERS))}
    view, known = article.view, article.known
    if not known or not article.complete:
        return rows
    for n in sorted({*triggers(view, known), *article.told}):
        told = article.told.get(n, ())
        type_ = told[0][1]["type"] if told else "none"
        rows["event"].add(features_of_trigger(view, n, known), type_)
        if not told:
            continue
        for key, arrangement in article.arrangements.items():
            rows["link"].add(
                list(features_of_link(view, n, type_, arrangement, known)), int(any(k == key for k, _ in told))
            )
        for sort, role in FILLERS:
            if all(role in event.get("unknown", ()) for _, event in told):
                continue
            for name in fillers(view, n, sort):
                label = any(article.fills(name, role, event[role]) for _, event in told)
                rows[f"filler-{role}"].add(features_of_name(view, n, type_, name), int(label))
    return rows


def topic_rows(article: Annotated) -> Rows:
    """Which pause the words around a name are about, where gold has it in a role to some pauses and not to others."""
    rows, view, known = Rows(), article.view, article.known
    if len(known) < 2:
        return rows
    for names in article.bearers().values():
        roles = ROLES[names[0].sort]
        mine = {
            key
            for key in article.arrangements
            for role in roles
            if article.fills(names[0], role, article.pauses[key][role])
        }
        if not mine or len(mine) == len(known):
            continue
        for key in sorted(mine):
            own = article.arrangements[key]
            name = min(names, key=lambda name: min(_apart(article, name.first, p.first) for p in own.phrases))
            for other, arrangement in article.arrangements.items():
                if other == key or other not in mine:
                    rows.add(features_of_topic(view, name, arrangement, known), int(other == key))
    return rows


def _apart(article: Annotated, one: int, other: int) -> tuple[int, int]:
    view = article.view
    return abs(view.sentence[one] - view.sentence[other]), abs(one - other)


Groups = list[tuple[list[list[str]], bool]]


def role_groups(article: Annotated, events: Sequence[Happening], topic: Linear) -> dict[str, Groups]:
    """For each role all pairs of a pause and a bearer of names, a row for each mention."""
    groups: dict[str, Groups] = defaultdict(list)
    view, known = article.view, article.known
    if not known:
        return groups
    cache: dict[int, list[str]] = {}
    about = topic_of(view, known, topic)
    deeds = Deeds(events)
    for key, arrangement in article.arrangements.items():
        for bearer, names in article.bearers().items():
            general = features_of_bearer(view, bearer, names) + deeds.features(bearer, arrangement)
            rows = [features_of_pairing(view, name, arrangement, known, cache, about) + general for name in names]
            for role in ROLES[names[0].sort]:
                if role in article.pauses[key].get("unknown", ()):
                    continue
                groups[f"{names[0].sort}-{role}"].append(
                    (rows, article.fills(names[0], role, article.pauses[key][role]))
                )
    return groups


def status_rows(article: Annotated, outcome: Outcome) -> Rows:
    """How gold leaves each pause."""
    rows = Rows()
    for key, arrangement in article.arrangements.items():
        if "status" in article.pauses[key].get("unknown", ()):
            continue
        rows.add(features_of_status(article.view, arrangement, outcome), article.pauses[key]["status"])
    return rows


def opinion_rows(article: Annotated, outcome: Outcome) -> dict[str, Rows]:
    """`subject`: which pause a statement is about; `stance`: what it holds of it."""
    rows = {"subject": Rows(), "stance": Rows()}
    view = article.view
    for saying in sayings(view):
        gold = _gold_statement(article, saying)
        if gold is None:
            continue
        about = article.arrangements.get(str(gold["about"])) if gold["about"] else None
        for arrangement in outcome.pauses:
            features = features_of_subject(view, saying, arrangement, outcome)
            rows["subject"].add(features, int(arrangement is about))
        if about is not None:
            rows["stance"].add(features_of_stance(view, saying, about, outcome), gold["stance"] or "none")
    return rows


def _gold_statement(article: Annotated, saying: Saying) -> Mapping[str, object] | None:
    """The gold statement that shares most with one that was read, at least half of the longer."""
    best, most = None, 0
    start, end = saying.mention.span.start, saying.mention.span.end
    for gold in article.gold["statements"]:
        words = gold.get("text") or gold["head"]
        at = -1
        for _ in range(gold.get("n", 1)):
            at = article.text.find(words, at + 1)
        shared = min(end, at + len(words)) - max(start, at)
        longer = len(words) if "head" in gold else max(len(words), end - start)
        if shared > most and shared >= longer / 2:
            best, most = gold, shared
    return best
